import { treatmentExcess as excessOf } from '../../core';
import {
  isOmitted,
  lastValidDay,
  moneyArgument,
  numberArgument,
  rulebookArgument,
  WLZ_STANDARD,
} from '../arguments';
import type { Explained } from '../cell';
import { rulebookStep } from '../domain-situation';
import { explainWorked } from '../worked-answer';

/**
 * Cut for days including treatment above the share of the final 2021 reallocation (ZK-14), in euro. ZZP and VPT each apart.
 * @customfunction TREATMENTEXCESS
 * @param referenceDays Days in the final 2021 reallocation.
 * @param referenceTreatment Of those, days including treatment.
 * @param days Days now.
 * @param treatmentDays Of those, days including treatment.
 * @param difference Tariff with treatment minus tariff without, in euro per day.
 * @param agreedShare Share that was agreed instead, 0 to 1. Left out: the share of 2021.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: Zilveren Kruis 2023.
 * @returns {number}
 */
export function treatmentExcess(
  referenceDays: unknown,
  referenceTreatment: unknown,
  days: unknown,
  treatmentDays: unknown,
  difference: unknown,
  agreedShare?: unknown,
  rulebook?: unknown[][],
) {
  const book = rulebookArgument(rulebook, WLZ_STANDARD);
  const worked = excessOf(
    book,
    {
      total: numberArgument(referenceDays, 'referenceDays'),
      withTreatment: numberArgument(referenceTreatment, 'referenceTreatment'),
    },
    { total: numberArgument(days, 'days'), withTreatment: numberArgument(treatmentDays, 'treatmentDays') },
    { difference: moneyArgument(difference, 'difference') },
    lastValidDay(book),
    isOmitted(agreedShare, false) ? null : numberArgument(agreedShare, 'agreedShare'),
  );
  return explainWorked(worked, ({ cut }) => ({ kind: 'money', value: cut }), [
    rulebookStep(book),
  ]) satisfies Explained;
}
