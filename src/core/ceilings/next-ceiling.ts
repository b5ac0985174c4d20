import {
  Decimal,
  minMoney,
  moneyToDecimal,
  moneyValue,
  dateOf,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  type Money,
  type Step,
} from '../values';
import { groundOf, numberOn, parameterStep, ruleFor, type Rulebook } from '../rulebook';

/**
 * ZUT-10: next year's ceiling as it can be expected: the lower of this year's ceiling and realised
 * × (1 + growth) (**assumed**: the source gives no formula; growth is a parameter).
 * Unit: euro; the grown amount is rounded half up to cents. Errors: none.
 * @example formatMoney(nextCeiling(findRulebook('zutphen-2023'), parseMoney('100.00'), parseMoney('80.00'), 2023).amount) // '80.00'
 */
export function nextCeiling(
  rulebook: Rulebook,
  ceiling: Money,
  realised: Money,
  year: number,
): { readonly amount: Money; readonly step: Step } {
  const on = dateOf(year, 12, 31);
  const growth = numberOn(rulebook, 'next-year-growth', on) ?? new Decimal(0);
  const factor = growth.plus(1);
  const exact = moneyToDecimal(realised).times(factor);
  const grown = roundToCents(exact);
  const amount = minMoney(ceiling, grown);
  const parameter = parameterStep(rulebook, 'next-year-growth', on);
  return {
    amount,
    step: step({ code: 'steps.next-ceiling', facts: { year: year + 1 } }, moneyValue(amount), {
      operator: 'min',
      ...groundOf(rulebook, ruleFor(rulebook, 'next-ceiling')),
      assumed: parameter.assumed,
      parts: [
        step({ code: 'steps.ceiling-this-year', facts: {} }, moneyValue(ceiling)),
        step({ code: 'steps.realised-grown', facts: {} }, moneyValue(grown), {
          operator: 'round-cents',
          parts: [
            step({ code: 'steps.realised-times-growth', facts: {} }, quantityValue(exact, '€'), {
              operator: 'product',
              parts: [
                step({ code: 'steps.realised', facts: {} }, moneyValue(realised)),
                step({ code: 'steps.growth-factor', facts: {} }, ratioValue(factor), {
                  operator: 'sum',
                  parts: [step({ code: 'steps.one', facts: {} }, ratioValue(new Decimal(1))), parameter],
                }),
              ],
            }),
          ],
        }),
      ],
    }),
  };
}
