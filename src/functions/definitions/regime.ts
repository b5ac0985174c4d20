import { regimeOf } from '../../core';
import { lastValidDay, moneyArgument, rulebookArgument, WLZ_STANDARD } from '../arguments';
import type { Explained } from '../cell';
import { rulebookStep } from '../domain-situation';
import { explainWorked } from '../worked-answer';

/**
 * What holds for a Wlz sector (ZK-13): money-follows-client while the cut is at most the margin, volume-agreements above it. The same words in every language.
 * @customfunction REGIME
 * @param space The sector's space for care, in euro.
 * @param sectorProduction The sector's extrapolated production, in euro.
 * @param rulebook Id of a rulebook, or the JSON of an own one; it sets the margin. Left out: Zilveren Kruis 2023 (2%).
 * @returns {string}
 */
export function regime(space: unknown, sectorProduction: unknown, rulebook?: unknown[][]) {
  const book = rulebookArgument(rulebook, WLZ_STANDARD);
  const worked = regimeOf(
    book,
    moneyArgument(space, 'space'),
    moneyArgument(sectorProduction, 'sectorProduction'),
    lastValidDay(book),
  );
  return explainWorked(worked, (value) => ({ kind: 'text', value }), [
    rulebookStep(book),
  ]) satisfies Explained;
}
