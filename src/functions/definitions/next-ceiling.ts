import { nextCeiling as expected } from '../../core';
import { moneyArgument, municipalStandard, rulebookArgument, yearArgument } from '../arguments';
import type { Explained } from '../cell';
import { rulebookStep } from '../domain-situation';

/**
 * Next year's ceiling as it can be expected (ZUT-10): unused room lowers it.
 * @customfunction NEXTCEILING
 * @param ceiling This year's ceiling, in euro.
 * @param realised What is expected to be realised this year, in euro.
 * @param year This year, such as 2023.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: Zutphen's of that year.
 * @returns {number}
 */
export function nextCeiling(ceiling: unknown, realised: unknown, year: unknown, rulebook?: unknown[][]) {
  const of = yearArgument(year, 'year');
  const book = rulebookArgument(rulebook, municipalStandard(of));
  const { amount, step } = expected(
    book,
    moneyArgument(ceiling, 'ceiling'),
    moneyArgument(realised, 'realised'),
    of,
  );
  return { value: { kind: 'money', value: amount }, steps: [step, rulebookStep(book)] } satisfies Explained;
}
