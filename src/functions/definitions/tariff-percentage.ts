import { tariffPercentage as percentageOf } from '../../core';
import { dateArgument, kindArgument, rulebookArgument, sectorArgument, wlzStandard } from '../arguments';
import type { Explained } from '../cell';
import { rulebookStep } from '../domain-situation';
import { explainWorked } from '../worked-answer';

/**
 * Tariff percentage of a Wlz provider on a day (ZK-02), as a fraction: 0.962 is 96.2%.
 * @customfunction TARIFFPERCENTAGE
 * @param sector The provider's main sector: V&V, GZ or GGZ.
 * @param date Day on which the care is delivered.
 * @param kind Kind of provider: existing (when left out), new, integrated or sheltered.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: Zilveren Kruis of that year.
 * @returns {number}
 */
export function tariffPercentage(sector: unknown, date: unknown, kind?: unknown, rulebook?: unknown[][]) {
  const of = sectorArgument(sector, 'sector');
  const day = dateArgument(date, 'date');
  const book = rulebookArgument(rulebook, wlzStandard(day));
  return explainWorked(
    percentageOf(book, of, day, { kind: kindArgument(kind, 'kind') }),
    (value) => ({ kind: 'number', value: value.toFixed() }),
    [rulebookStep(book)],
  ) satisfies Explained;
}
