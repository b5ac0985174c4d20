import { dateOf, monthOfDate, volumeCeiling as ceilingOf } from '../../core';
import { dateArgument, numberArgument, rulebookArgument, yearArgument } from '../arguments';
import type { Explained } from '../cell';
import { rulebookStep } from '../domain-situation';
import { explainWorked } from '../worked-answer';

/**
 * Volume ceiling of residential V&V days (ZK24-02): days in the peak month divided by its calendar days, times the days of the year.
 * @customfunction VOLUMECEILING
 * @param days Declared days in the peak month.
 * @param peak A day in the peak month.
 * @param year Calendar year of the ceiling, such as 2024.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: Zilveren Kruis of that year.
 * @returns {number}
 */
export function volumeCeiling(days: unknown, peak: unknown, year: unknown, rulebook?: unknown[][]) {
  const of = yearArgument(year, 'year');
  const book = rulebookArgument(rulebook, `zilveren-kruis-wlz-${of}`);
  const worked = ceilingOf(
    book,
    numberArgument(days, 'days'),
    monthOfDate(dateArgument(peak, 'peak')),
    of,
    dateOf(of, 12, 31),
  );
  return explainWorked(worked, (found) => ({ kind: 'number', value: found.toFixed() }), [
    rulebookStep(book),
  ]) satisfies Explained;
}
