import {
  dateOf,
  Decimal,
  moneyToDecimal,
  ratioValue,
  step,
  sumMoney,
  ZERO,
  type Money,
  type Step,
} from '../values';
import { groundOf, numberOn, parameterStep, type Rulebook } from '../rulebook';
import { finding, notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { givenAmount, type WorkedAmount } from '../financing/effort-based';
import { productStep, roundedStep } from './shares';

/**
 * IJS-01: a ceiling from a reference turnover: turnover × (1 + index), rounded half up to cents. `index`
 * overrides `reference-index` (**assumed** 0: the paper names none).
 * Errors: `parameter-unknown`, `parameter-not-valid`.
 * @example formatMoney(referenceCeiling(findRulebook('ijsselland-2015'), parseMoney('100.00'), 2015, new Decimal('0.025')).amount) // '102.50'
 */
export function referenceCeiling(
  rulebook: Rulebook,
  turnover: Money,
  year: number,
  index: Decimal | null = null,
): WorkedAmount {
  const on = dateOf(year, 12, 31);
  const stated = index ?? numberOn(rulebook, 'reference-index', on) ?? new Decimal(0);
  const indexStep =
    index === null
      ? parameterStep(rulebook, 'reference-index', on)
      : step({ code: 'region.index', facts: {} }, ratioValue(index));
  return roundedStep(
    { code: 'region.reference-ceiling', facts: {} },
    productStep({ code: 'region.turnover-times-index', facts: {} }, [
      givenAmount('region.reference-turnover', turnover),
      step({ code: 'region.index-factor', facts: {} }, ratioValue(stated.plus(1)), {
        operator: 'sum',
        parts: [step({ code: 'steps.one', facts: {} }, ratioValue(new Decimal(1))), indexStep],
      }),
    ]),
    { ...groundOf(rulebook, 'IJS-01'), assumed: indexStep.assumed },
  );
}

export interface CeilingOffer {
  readonly provider: string;
  readonly ceiling: Money;
  /** Null: no offer was made (small providers could not). */
  readonly offer: Money | null;
}

export interface OfferRatio {
  readonly provider: string;
  /** Ceiling ÷ offer; null without an offer. */
  readonly ratio: Decimal | null;
  /** Ratio − the sector's mean. */
  readonly deviation: Decimal | null;
  readonly step: Step | null;
}

/**
 * IJS-01: ceiling ÷ offer per provider beside the sector's mean (the sum of ceilings ÷ the sum of offers, of
 * those that made one), and a finding for who is further from it than `offer-deviation`; exactly that far is
 * not. In the order given. Errors: `parameter-unknown`, `parameter-not-valid`.
 * @example offerRatios(findRulebook('ijsselland-2015'), [{ provider: 'a', ceiling: parseMoney('60.00'), offer: parseMoney('100.00') }], 2015).mean?.toFixed() // '0.6'
 */
export function offerRatios(
  rulebook: Rulebook,
  offers: readonly CeilingOffer[],
  year: number,
): {
  readonly mean: Decimal | null;
  readonly ratios: readonly OfferRatio[];
  readonly findings: readonly Finding[];
} {
  const on = dateOf(year, 12, 31);
  const limit = numberOn(rulebook, 'offer-deviation', on);
  const made = offers.filter(({ offer }) => offer !== null && offer > ZERO);
  const offered = sumMoney(made.map(({ offer }) => offer ?? ZERO));
  const mean =
    offered === ZERO
      ? null
      : moneyToDecimal(sumMoney(made.map(({ ceiling }) => ceiling))).dividedBy(moneyToDecimal(offered));
  const findings: Finding[] = [];
  const ratios = offers.map(({ provider, ceiling, offer }): OfferRatio => {
    if (offer === null || offer <= ZERO || mean === null) {
      findings.push(notChecked(rulebook, 'IJS-01', { code: 'region.no-offer', facts: { provider } }));
      return { provider, ratio: null, deviation: null, step: null };
    }
    const ratio = moneyToDecimal(ceiling).dividedBy(moneyToDecimal(offer));
    const deviation = ratio.minus(mean);
    const own = step({ code: 'region.offer-ratio', facts: { provider } }, ratioValue(ratio), {
      operator: 'quotient',
      parts: [givenAmount('region.provider-ceiling', ceiling), givenAmount('region.provider-offer', offer)],
      ...groundOf(rulebook, 'IJS-01'),
    });
    const away = step({ code: 'region.offer-deviation', facts: { provider } }, ratioValue(deviation), {
      operator: 'difference',
      parts: [own, step({ code: 'region.offer-mean', facts: {} }, ratioValue(mean))],
      ...groundOf(rulebook, 'IJS-01'),
    });
    if (limit !== null && deviation.abs().greaterThan(limit)) {
      findings.push(
        finding(
          rulebook,
          'IJS-01',
          'warning',
          {
            code: 'region.offer-far',
            facts: { provider, ratio: ratioValue(ratio), mean: ratioValue(mean), limit: ratioValue(limit) },
          },
          { steps: [away, parameterStep(rulebook, 'offer-deviation', on)] },
        ),
      );
    }
    return { provider, ratio, deviation, step: away };
  });
  return { mean, ratios, findings };
}
