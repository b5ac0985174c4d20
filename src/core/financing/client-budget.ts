import { minMoney, moneyValue, step, type IsoDate, type Money, type Step } from '../values';
import { choiceOn, groundOf, parameterStep, type Rulebook } from '../rulebook';
import { excessStep } from '../region/shares';
import { givenAmount } from './effort-based';

/** A client's budget beside what was spent on that client. */
export interface ClientBudget {
  readonly payable: Money;
  /** Spent above the budget; paid only when the rulebook says so. */
  readonly above: Money;
  readonly left: Money;
  readonly steps: readonly Step[];
}

/**
 * ZWO-02: a budget per client tied to the allocation; the provider can't spend more than that (parameter
 * `home-support-above`). Money of one client is never room for another: ask it per client.
 * Unit: euro, exact. Errors: `parameter-not-valid`.
 * @example formatMoney(clientBudget(findRulebook('zwolle-2020'), parseMoney('1000.00'), parseMoney('1000.01'), parseDate('2020-06-30')).payable) // '1000.00'
 */
export function clientBudget(rulebook: Rulebook, budget: Money, spent: Money, on: IsoDate): ClientBudget {
  const ground = groundOf(rulebook, 'ZWO-02');
  const budgetStep = givenAmount('region.client-budget', budget);
  const spentStep = givenAmount('region.client-spent', spent);
  const paysAll = choiceOn(rulebook, 'home-support-above', on) === 'all';
  const payable = paysAll ? spent : minMoney(budget, spent);
  const above = excessStep({ code: 'region.client-above', facts: {} }, spentStep, budgetStep, ground);
  const left = excessStep({ code: 'region.client-left', facts: {} }, budgetStep, spentStep, ground);
  const payableStep = step({ code: 'region.client-payable', facts: {} }, moneyValue(payable), {
    operator: paysAll ? 'sum' : 'min',
    parts: paysAll ? [spentStep] : [budgetStep, spentStep],
    ...ground,
    assumed: parameterStep(rulebook, 'home-support-above', on).assumed,
  });
  return { payable, above: above.amount, left: left.amount, steps: [payableStep, above.step, left.step] };
}
