import {
  dateOf,
  type Decimal,
  moneyToDecimal,
  moneyValue,
  roundToCents,
  step,
  type Money,
  type Step,
} from '../values';
import { groundOf, numberOn, parameterStep, ruleFor, type Rulebook } from '../rulebook';
import { finding, notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { givenAmount } from '../financing/effort-based';
import { excessStep, sumStep } from './shares';

export interface ProviderSpending {
  readonly provider: string;
  readonly amount: Money;
}

/** An open-end contract's spending over all providers beside the one regional budget. */
export interface OpenEndBudget {
  readonly total: Money;
  readonly budget: Money | null;
  readonly overrun: Money | null;
  readonly left: Money | null;
  /** Total ÷ budget; null without a positive budget. */
  readonly used: Decimal | null;
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
}

/**
 * IJS-02: the sum over providers against one regional budget, given or from a parameter (such as
 * `regional-budget-lvb`). No provider has a ceiling of its own here. Without a budget nothing is judged and
 * a finding says so.
 * Unit: euro, exact. Errors: `parameter-unknown`, `parameter-not-valid`.
 * @example formatMoney(regionalBudget(findRulebook('ijsselland-2015'), [{ provider: 'a', amount: parseMoney('9000000.00') }, { provider: 'b', amount: parseMoney('6000000.01') }], 2015, 'regional-budget-lvb').overrun ?? parseMoney('0')) // '0.01'
 */
export function regionalBudget(
  rulebook: Rulebook,
  spending: readonly ProviderSpending[],
  year: number,
  budget: Money | string,
): OpenEndBudget {
  const on = dateOf(year, 12, 31);
  const ground = groundOf(rulebook, 'IJS-02');
  const total = sumStep(
    { code: 'region.spending-all', facts: { count: spending.length } },
    spending.map(({ provider, amount }) => givenAmount('region.spending-of', amount, { provider })),
    ground,
  );
  let available: Money | null;
  let budgetStep: Step | null = null;
  if (typeof budget === 'string') {
    const stated = numberOn(rulebook, budget, on);
    available = stated === null ? null : roundToCents(stated);
    if (available !== null) budgetStep = parameterStep(rulebook, budget, on);
  } else {
    available = budget;
    budgetStep = step({ code: 'region.regional-budget', facts: {} }, moneyValue(budget));
  }
  if (available === null || budgetStep === null) {
    return {
      total: total.amount,
      budget: null,
      overrun: null,
      left: null,
      used: null,
      steps: [total.step],
      findings: [
        notChecked(rulebook, 'IJS-02', {
          code: 'region.no-regional-budget',
          facts: { year: String(year), amount: moneyValue(total.amount) },
        }),
      ],
    };
  }
  const over = excessStep({ code: 'region.regional-over', facts: {} }, total.step, budgetStep, ground);
  const left = excessStep({ code: 'region.regional-left', facts: {} }, budgetStep, total.step, ground);
  const exceeded = over.amount > 0n;
  return {
    total: total.amount,
    budget: available,
    overrun: over.amount,
    left: left.amount,
    used: available > 0n ? moneyToDecimal(total.amount).dividedBy(moneyToDecimal(available)) : null,
    steps: [over.step, left.step],
    findings: exceeded
      ? [
          finding(
            rulebook,
            'IJS-02',
            // With a duty to pay it is the region's own risk, not something a provider did wrong.
            ruleFor(rulebook, 'liability') === null ? 'violation' : 'warning',
            {
              code: 'region.regional-exceeded',
              facts: {
                total: moneyValue(total.amount),
                budget: moneyValue(available),
                amount: moneyValue(over.amount),
              },
            },
            { amount: over.amount, steps: [over.step] },
          ),
        ]
      : [],
  };
}
