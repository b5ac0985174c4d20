import { moneyValue, ZERO, type IsoDate, type Money, type Step } from '../values';
import { choiceOn, groundOf, parameterStep, ruleFor, type Rulebook } from '../rulebook';
import { finding } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { excessStep } from '../region/shares';
import { givenAmount } from './effort-based';

/** An overrun and who carries it. */
export interface Liability {
  readonly overrun: Money;
  /** What the municipality owes above the ceiling: the open-end risk. */
  readonly liability: Money;
  readonly refused: Money;
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
}

/**
 * ZWO-08: reaching a ceiling doesn't end the duty to give and pay for necessary care. Spending above it is a
 * liability of the municipality, not something refused (parameter `overrun-severity`: `refusal` reverses
 * that). Unit: euro, exact. Errors: `parameter-not-valid`.
 * @example formatMoney(overrunLiability(findRulebook('zwolle-2020'), parseMoney('100.00'), parseMoney('120.00'), parseDate('2020-12-31')).liability) // '20.00'
 */
export function overrunLiability(
  rulebook: Rulebook,
  ceiling: Money,
  spending: Money,
  on: IsoDate,
): Liability {
  const rule = ruleFor(rulebook, 'liability');
  const over = excessStep(
    { code: 'region.over-ceiling', facts: {} },
    givenAmount('region.spending', spending),
    givenAmount('region.ceiling', ceiling),
    groundOf(rulebook, rule),
  );
  const owes = choiceOn(rulebook, 'overrun-severity', on) === 'liability';
  const findings: Finding[] =
    over.amount > ZERO && rule !== null
      ? [
          finding(
            rulebook,
            rule,
            owes ? 'warning' : 'violation',
            {
              code: owes ? 'region.owed-above' : 'region.refused-above',
              facts: { amount: moneyValue(over.amount) },
            },
            { amount: over.amount, steps: [over.step] },
          ),
        ]
      : [];
  return {
    overrun: over.amount,
    liability: owes ? over.amount : ZERO,
    refused: owes ? ZERO : over.amount,
    steps: [over.step, parameterStep(rulebook, 'overrun-severity', on)],
    findings,
  };
}
