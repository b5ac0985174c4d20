import type { Decimal } from '../values';
import {
  moneyToDecimal,
  moneyValue,
  quantityValue,
  roundToCents,
  step,
  subtractMoney,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { choiceOn, numberOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { refused, worked, type Outcome } from './worked';
import type { DeliveryForm, Sector } from './wlz-terms';

/** A quality supplement divided in what the provider gets and what goes to regional development. */
export interface QualitySplit {
  readonly paid: Money;
  readonly regional: Money;
}

/**
 * ZK-09: whether a product carries the quality supplement: V&V, ZZP of profiles 4–10 and VPT, never MPT.
 * `profile` null: not known; VPT then counts, ZZP doesn't.
 * @example hasQualitySupplement(findRulebook('zilveren-kruis-wlz-2022'), 'V&V', 'ZZP', 4, parseDate('2022-01-01')) // true
 * @example hasQualitySupplement(findRulebook('zilveren-kruis-wlz-2022'), 'V&V', 'MPT', 5, parseDate('2022-01-01')) // false
 */
export function hasQualitySupplement(
  rulebook: Rulebook,
  sector: Sector,
  form: DeliveryForm,
  profile: number | null,
  on: IsoDate,
): boolean {
  if (sector !== 'V&V' || form === 'MPT') return false;
  const first = numberOn(rulebook, 'quality-supplement-first-profile', on)?.toNumber() ?? 0;
  const last = numberOn(rulebook, 'quality-supplement-last-profile', on)?.toNumber() ?? 0;
  const inside = profile !== null && first <= profile && profile <= last;
  if (form === 'ZZP') return inside;
  return choiceOn(rulebook, 'quality-supplement-vpt', on) === 'all-profiles' || profile === null || inside;
}

/**
 * ZK-09: the supplement at 100% divided: the tariff percentage of it is paid through the tariff (rounded half
 * up to cents), the rest is for regional development in V&V. Both add up to the supplement exactly.
 * Refused where the product has no supplement.
 */
export function splitQualitySupplement(
  rulebook: Rulebook,
  supplement: Money,
  product: {
    readonly sector: Sector;
    readonly form: DeliveryForm;
    readonly profile: number | null;
  },
  percentage: { readonly value: Decimal; readonly step: Step },
  on: IsoDate,
): Outcome<QualitySplit> & { readonly regionalStep?: Step } {
  const { sector, form, profile } = product;
  if (!hasQualitySupplement(rulebook, sector, form, profile, on)) {
    return refused('wlz.no-quality-supplement', {
      sector,
      form,
      profile: profile === null ? '–' : String(profile),
    });
  }
  const exact = moneyToDecimal(supplement).times(percentage.value);
  const paid = roundToCents(exact);
  const regional = subtractMoney(supplement, paid);
  const source = ruleSource(rulebook, 'ZK-09');
  const whole = step({ code: 'wlz.quality-supplement', facts: {} }, moneyValue(supplement));
  const paidStep = step({ code: 'wlz.quality-paid', facts: {} }, moneyValue(paid), {
    operator: 'round-cents',
    rule: 'ZK-09',
    source,
    assumed: form === 'VPT' ? parameterStep(rulebook, 'quality-supplement-vpt', on).assumed : null,
    parts: [
      step({ code: 'wlz.quality-exact', facts: {} }, quantityValue(exact, '€'), {
        operator: 'product',
        parts: [whole, percentage.step],
      }),
    ],
  });
  return {
    ...worked({ paid, regional }, paidStep),
    regionalStep: step({ code: 'wlz.quality-regional', facts: {} }, moneyValue(regional), {
      operator: 'difference',
      rule: 'ZK-09',
      source,
      parts: [whole, paidStep],
    }),
  };
}
