import {
  CoreError,
  dateOf,
  Decimal,
  minMoney,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  subtractMoney,
  type Money,
  type Step,
} from '../values';
import { groundOf, numberOn, parameterStep, type Rulebook } from '../rulebook';
import { givenAmount } from '../financing/effort-based';

/** An amount divided over the year in which trajectories began and this one. */
export interface AttributedYears {
  readonly previous: Money;
  readonly current: Money;
  readonly steps: readonly Step[];
}

/**
 * IJS-10: which part of an amount belongs to trajectories begun last year (`previous-year-share`), at most
 * the agreed maximum if there is one (`transition-maximum`). The two parts add up to the amount exactly.
 * Unit: euro; the previous year's part is rounded half up to cents. Errors: `ratio-out-of-range`,
 * `parameter-unknown`, `parameter-not-valid`.
 * @example formatMoney(attributeYears(findRulebook('ijsselland-2015'), parseMoney('1000.01'), 2015).previous) // '350.00'
 */
export function attributeYears(
  rulebook: Rulebook,
  amount: Money,
  year: number,
  share: Decimal | null = null,
  maximum: Money | null = null,
): AttributedYears {
  const on = dateOf(year, 12, 31);
  const stated = share ?? numberOn(rulebook, 'previous-year-share', on) ?? new Decimal(0);
  if (stated.isNegative() || stated.greaterThan(1)) {
    throw new CoreError('ratio-out-of-range', { text: stated.toFixed() });
  }
  const agreed = numberOn(rulebook, 'transition-maximum', on);
  const most = maximum ?? (agreed === null ? null : roundToCents(agreed));
  const ground = groundOf(rulebook, 'IJS-10');
  const parameter =
    share === null
      ? parameterStep(rulebook, 'previous-year-share', on)
      : step({ code: 'region.previous-share', facts: {} }, ratioValue(share));
  const whole = givenAmount('region.attributed-amount', amount);
  const exact = moneyToDecimal(amount).times(stated);
  const byShare = roundToCents(exact);
  const byShareStep = step({ code: 'region.previous-by-share', facts: {} }, moneyValue(byShare), {
    operator: 'round-cents',
    parts: [
      step({ code: 'region.amount-times-share', facts: {} }, quantityValue(exact, '€'), {
        operator: 'product',
        parts: [whole, step({ code: 'region.previous-share', facts: {} }, ratioValue(stated))],
      }),
    ],
    ...ground,
    assumed: parameter.assumed,
  });
  const previous = most === null ? byShare : minMoney(byShare, most);
  const previousStep =
    most === null
      ? byShareStep
      : step({ code: 'region.previous-capped', facts: {} }, moneyValue(previous), {
          operator: 'min',
          parts: [byShareStep, givenAmount('region.transition-maximum', most)],
          ...ground,
        });
  const current = subtractMoney(amount, previous);
  return {
    previous,
    current,
    steps: [
      step({ code: 'region.current-year', facts: { year: String(year) } }, moneyValue(current), {
        operator: 'difference',
        parts: [whole, previousStep],
        ...ground,
      }),
      parameter,
    ],
  };
}
