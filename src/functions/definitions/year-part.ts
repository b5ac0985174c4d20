import { yearPart as partOf, yearOf } from '../../core';
import { dateArgument, moneyArgument, municipalStandard, rulebookArgument, yearArgument } from '../arguments';
import type { Explained } from '../cell';
import { rulebookStep } from '../domain-situation';

/**
 * Part of an allocation that falls in a year (ZUT-03), in euro. The parts of all years add up to the amount exactly.
 * @customfunction YEARPART
 * @param amount Amount of the whole allocation, in euro.
 * @param from First day of the allocation.
 * @param until Last day of the allocation.
 * @param year Calendar year whose part is asked.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: Zutphen's of the year in which the allocation begins.
 * @returns {number}
 */
export function yearPart(
  amount: unknown,
  from: unknown,
  until: unknown,
  year: unknown,
  rulebook?: unknown[][],
) {
  const first = dateArgument(from, 'from');
  const book = rulebookArgument(rulebook, municipalStandard(yearOf(first)));
  const part = partOf(
    book,
    moneyArgument(amount, 'amount'),
    first,
    dateArgument(until, 'until'),
    yearArgument(year, 'year'),
  );
  return {
    value: { kind: 'money', value: part.amount },
    steps: [part.step, rulebookStep(book)],
  } satisfies Explained;
}
