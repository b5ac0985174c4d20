import {
  CoreError,
  dateOf,
  daysInYear,
  Decimal,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  roundToCents,
  step,
  type Money,
  type Step,
} from '../values';
import { choiceOn, groundOf, numberOn, parameterStep, type Rulebook } from '../rulebook';
import { productStep, roundedStep } from './shares';

/** Commitments on a count, taken to the full year. */
export interface ExtrapolatedCount {
  readonly forecast: Money;
  readonly days: number;
  readonly steps: readonly Step[];
}

/**
 * IJS-03: running commitments that cover a number of days, taken to the days of the whole year without
 * inflow, outflow or rate changes. The daily amount is cut to whole cents first, or kept exact (parameter
 * `daily-amount`); the outcome is rounded half up to cents. `days` overrides the parameter `count-days`
 * (**assumed**: the paper gives no date).
 * Errors: `parameter-unknown`, `parameter-not-valid`; `ratio-out-of-range` for no or negative days.
 * @example formatMoney(extrapolateCount(findRulebook('ijsselland-2015'), parseMoney('4238983.71'), 2015).forecast) // '5486625.25'
 */
export function extrapolateCount(
  rulebook: Rulebook,
  amount: Money,
  year: number,
  days: number | null = null,
  daily: 'cut' | 'exact' | null = null,
): ExtrapolatedCount {
  const on = dateOf(year, 12, 31);
  const counted = days ?? numberOn(rulebook, 'count-days', on)?.toNumber() ?? 0;
  if (!Number.isInteger(counted) || counted <= 0) {
    throw new CoreError('ratio-out-of-range', { text: String(counted) });
  }
  const cut = (daily ?? choiceOn(rulebook, 'daily-amount', on)) === 'cut';
  const ground = groundOf(rulebook, 'IJS-03');
  const parameters = [
    ...(days === null ? [parameterStep(rulebook, 'count-days', on)] : []),
    ...(daily === null ? [parameterStep(rulebook, 'daily-amount', on)] : []),
  ];
  const assumed = parameters[0]?.assumed ?? null;
  const given = step({ code: 'region.commitments', facts: {} }, moneyValue(amount));
  const daysStep = step({ code: 'region.count-days', facts: {} }, quantityValue(new Decimal(counted), null), {
    assumed,
  });
  const yearStep = step(
    { code: 'steps.days-in-year', facts: {} },
    quantityValue(new Decimal(daysInYear(year)), null),
  );
  const label = { code: 'region.full-year', facts: { year: String(year) } };
  if (!cut) {
    const product = productStep({ code: 'region.commitments-times-days', facts: {} }, [given, yearStep]);
    const exact = product.value.kind === 'quantity' ? product.value.value.dividedBy(counted) : new Decimal(0);
    const worked = roundedStep(
      label,
      step({ code: 'region.full-year-exact', facts: {} }, quantityValue(exact, '€'), {
        operator: 'quotient',
        parts: [product, daysStep],
      }),
      { ...ground, assumed },
    );
    return { forecast: worked.amount, days: counted, steps: [worked.step, ...parameters] };
  }
  const exact = moneyToDecimal(amount).dividedBy(counted);
  const perDay = exact.toDecimalPlaces(2, Decimal.ROUND_DOWN);
  const perDayStep = step({ code: 'region.daily-cut', facts: {} }, moneyValue(roundToCents(perDay)), {
    operator: 'difference',
    parts: [
      step({ code: 'region.daily-exact', facts: {} }, quantityValue(exact, '€'), {
        operator: 'quotient',
        parts: [given, daysStep],
      }),
      step({ code: 'region.daily-remainder', facts: {} }, quantityValue(exact.minus(perDay), '€')),
    ],
  });
  const worked = roundedStep(
    label,
    productStep({ code: 'region.daily-times-days', facts: {} }, [perDayStep, yearStep]),
    { ...ground, assumed },
  );
  return { forecast: worked.amount, days: counted, steps: [worked.step, ...parameters] };
}
