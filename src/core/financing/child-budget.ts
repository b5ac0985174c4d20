import { moneyToDecimal, moneyValue, type IsoDate, type Money, type Step } from '../values';
import { choiceOn, groundOf, numberOn, parameterStep, type Rulebook } from '../rulebook';
import { finding, notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { excessStep, sumStep } from '../region/shares';
import { givenAmount } from './effort-based';

/** A child's budget beside what is delivered and still allocated. */
export interface ChildBudget {
  readonly expected: Money;
  readonly shortfall: Money;
  /** Whether the access team must be told now: on the forecast, not only once the money is spent. */
  readonly warn: boolean;
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
}

/**
 * ZWO-07: a budget per child within which all allocated care is delivered. Warns as soon as delivered plus
 * open allocations exceed the budget (more than `child-budget-margin`), also when nothing is overspent yet.
 * Without open allocations (`null`) the forecast can't be judged, and a finding says so.
 * Unit: euro, exact. Errors: `parameter-not-valid`. Off by the rulebook on that day: nothing is checked.
 * @example formatMoney(childBudget(findRulebook('zwolle-2020'), parseMoney('8000.00'), parseMoney('5250.00'), parseMoney('3100.00'), parseDate('2021-06-30')).shortfall) // '350.00'
 */
export function childBudget(
  rulebook: Rulebook,
  budget: Money,
  delivered: Money,
  openAllocations: Money | null,
  on: IsoDate,
): ChildBudget {
  const rule = 'ZWO-07';
  const ground = groundOf(rulebook, rule);
  const parts = [givenAmount('region.child-delivered', delivered)];
  if (openAllocations !== null) parts.push(givenAmount('region.child-open', openAllocations));
  const expected = sumStep({ code: 'region.child-expected', facts: {} }, parts, ground);
  const shortfall = excessStep(
    { code: 'region.child-shortfall', facts: {} },
    expected.step,
    givenAmount('region.child-budget', budget),
    ground,
  );
  const steps = [shortfall.step];
  if (choiceOn(rulebook, 'child-budget', on) !== 'on') {
    return {
      expected: expected.amount,
      shortfall: shortfall.amount,
      warn: false,
      steps: [...steps, parameterStep(rulebook, 'child-budget', on)],
      findings: [notChecked(rulebook, rule, { code: 'region.child-off', facts: {} })],
    };
  }
  const margin = numberOn(rulebook, 'child-budget-margin', on);
  const warn =
    shortfall.amount > 0n && (margin === null || moneyToDecimal(shortfall.amount).greaterThan(margin));
  const findings: Finding[] = [];
  if (warn) {
    findings.push(
      finding(
        rulebook,
        rule,
        'warning',
        {
          code: 'region.child-warning',
          facts: {
            expected: moneyValue(expected.amount),
            budget: moneyValue(budget),
            amount: moneyValue(shortfall.amount),
          },
        },
        { amount: shortfall.amount, steps },
      ),
    );
  }
  if (openAllocations === null) {
    findings.push(notChecked(rulebook, rule, { code: 'region.child-no-forecast', facts: {} }));
  }
  return { expected: expected.amount, shortfall: shortfall.amount, warn, steps, findings };
}
