import {
  Decimal,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  subtractMoney,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { choiceOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { refused, worked, type Outcome } from '../tariffs/worked';

/** Days of one delivery form (ZZP or VPT, apart), in all and including treatment. */
export interface TreatmentDays {
  readonly total: Decimal;
  readonly withTreatment: Decimal;
}

/** What an excess day costs: both tariffs, or their difference only. */
export type TreatmentTariffs =
  { readonly withTreatment: Money; readonly without: Money } | { readonly difference: Money };

export interface TreatmentExcess {
  readonly allowedDays: Decimal;
  readonly excessDays: Decimal;
  readonly cut: Money;
}

/**
 * ZK-14: days including treatment above the share of the final 2021 reallocation (or above a share agreed
 * otherwise), and their amount: the difference between the tariff with and without treatment, or the full
 * tariff (rulebook's choice). ZZP and VPT each apart. Days aren't rounded; the amount half up to cents, once.
 * Refused: a reference without days, more days with treatment than in all, a full tariff that isn't given.
 * `agreedShare` null: the share of the reference holds.
 * The step is that of the amount.
 */
export function treatmentExcess(
  rulebook: Rulebook,
  reference: TreatmentDays,
  actual: TreatmentDays,
  tariffs: TreatmentTariffs,
  on: IsoDate,
  agreedShare: Decimal | null = null,
): Outcome<TreatmentExcess> {
  for (const days of [reference, actual]) {
    if (
      days.withTreatment.greaterThan(days.total) ||
      days.withTreatment.isNegative() ||
      days.total.isNegative()
    ) {
      return refused('wlz.treatment-days', {
        total: quantityValue(days.total, null),
        found: quantityValue(days.withTreatment, null),
      });
    }
  }
  if (agreedShare === null && reference.total.isZero()) return refused('wlz.treatment-no-reference');
  if (agreedShare !== null && (agreedShare.isNegative() || agreedShare.greaterThan(1))) {
    return refused('wlz.share-out-of-range', { found: agreedShare.toString() });
  }
  const full = choiceOn(rulebook, 'treatment-excess-value', on) === 'full';
  if (full && !('withTreatment' in tariffs)) return refused('wlz.treatment-full-tariff');
  const source = ruleSource(rulebook, 'ZK-14');
  const days = (code: string, value: Decimal): Step => step({ code, facts: {} }, quantityValue(value, null));

  const totalStep = days('wlz.days-total', actual.total);
  const product = actual.total.times(reference.withTreatment);
  const allowed = agreedShare === null ? product.dividedBy(reference.total) : actual.total.times(agreedShare);
  const allowedStep =
    agreedShare === null
      ? step({ code: 'wlz.days-allowed', facts: {} }, quantityValue(allowed, null), {
          operator: 'quotient',
          rule: 'ZK-14',
          source,
          parts: [
            step({ code: 'wlz.days-times-reference', facts: {} }, quantityValue(product, null), {
              operator: 'product',
              parts: [totalStep, days('wlz.reference-with', reference.withTreatment)],
            }),
            days('wlz.reference-total', reference.total),
          ],
        })
      : step({ code: 'wlz.days-allowed-agreed', facts: {} }, quantityValue(allowed, null), {
          operator: 'product',
          rule: 'ZK-14',
          source,
          parts: [totalStep, step({ code: 'wlz.share-agreed', facts: {} }, ratioValue(agreedShare))],
        });
  const over = actual.withTreatment.minus(allowed);
  const excess = Decimal.max(0, over);
  const excessStep = step({ code: 'wlz.days-excess', facts: {} }, quantityValue(excess, null), {
    operator: 'max',
    rule: 'ZK-14',
    source,
    parts: [
      step({ code: 'steps.nothing', facts: {} }, quantityValue(new Decimal(0), null)),
      step({ code: 'wlz.days-over', facts: {} }, quantityValue(over, null), {
        operator: 'difference',
        parts: [days('wlz.days-with', actual.withTreatment), allowedStep],
      }),
    ],
  });
  const perDay = perDayOf(tariffs, full);
  if (perDay.amount < 0n) {
    return refused('wlz.tariff-difference-negative', { found: moneyValue(perDay.amount) });
  }
  const exact = excess.times(moneyToDecimal(perDay.amount));
  const cut = roundToCents(exact);
  const parameter = parameterStep(rulebook, 'treatment-excess-value', on);
  return worked(
    { allowedDays: allowed, excessDays: excess, cut },
    step({ code: 'wlz.treatment-cut', facts: {} }, moneyValue(cut), {
      operator: 'round-cents',
      rule: 'ZK-14',
      source,
      assumed: parameter.assumed,
      parts: [
        step({ code: 'wlz.treatment-cut-exact', facts: {} }, quantityValue(exact, '€'), {
          operator: 'product',
          parts: [excessStep, perDay.step],
        }),
      ],
    }),
  );
}

function perDayOf(tariffs: TreatmentTariffs, full: boolean): { amount: Money; step: Step } {
  if ('difference' in tariffs) {
    return {
      amount: tariffs.difference,
      step: step({ code: 'wlz.tariff-difference', facts: {} }, moneyValue(tariffs.difference)),
    };
  }
  const withStep = step({ code: 'wlz.tariff-with', facts: {} }, moneyValue(tariffs.withTreatment));
  if (full) return { amount: tariffs.withTreatment, step: withStep };
  const amount = subtractMoney(tariffs.withTreatment, tariffs.without);
  return {
    amount,
    step: step({ code: 'wlz.tariff-difference', facts: {} }, moneyValue(amount), {
      operator: 'difference',
      parts: [withStep, step({ code: 'wlz.tariff-without', facts: {} }, moneyValue(tariffs.without))],
    }),
  };
}
