import {
  dateValue,
  Decimal,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  type IsoDate,
  type Issue,
  type Money,
  type Step,
} from '../values';
import { choiceOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { parameterIfValid } from './parameter-if-valid';
import { tariffPercentage, type PercentageContext } from './tariff-percentage';
import type { TariffEntry } from './tariff-list';
import { isRefused, notice, refused, worked, type Outcome } from './worked';
import { readDeliveryForm, readSector, type Sector } from './wlz-terms';

/** Maximum amounts of the regulator for one unit of a product, in euro, exact. */
export interface MaximumTariff {
  readonly care: Decimal;
  readonly nhc: Decimal | null;
  readonly nic: Decimal | null;
  readonly qualitySupplement?: Decimal | null;
  /** Component for factors that can't be influenced (big-city supplement), V&V only. */
  readonly nbf?: Decimal | null;
}

export interface TariffContext extends PercentageContext {
  /** Additional percentage for the Wadden islands as granted by the care office, as a ratio. */
  readonly wadden?: Decimal | null;
}

/** An agreed tariff per unit with the percentage it rests on. */
export interface AgreedTariff {
  readonly tariff: Money;
  readonly percentage: Decimal;
}

const ONE = new Decimal(1);

/**
 * ZK-01: agreed tariff = care component × tariff percentage + NHC × 100% + NIC × 100% (ZK-25), with the NBF
 * component and the Wadden percentage where given (ZK-18). One rounding, half up to cents per unit.
 * Unit: euro per unit. Refused: no percentage (see `tariffPercentage`), a negative component, NBF outside V&V.
 */
export function agreedTariff(
  rulebook: Rulebook,
  maximum: MaximumTariff,
  mainSector: Sector,
  on: IsoDate,
  context: TariffContext = {},
): Outcome<AgreedTariff> {
  const found = tariffPercentage(rulebook, mainSector, on, context);
  if (isRefused(found)) return found;
  const notices: Issue[] = [...found.notices];
  const components = [maximum.care, maximum.nhc, maximum.nic, maximum.nbf, maximum.qualitySupplement];
  const negative = components.find((part) => part?.isNegative() === true && !part.isZero());
  if (negative) return refused('wlz.component-negative', { found: negative.toFixed() });
  const sector = context.productSector ?? mainSector;
  if (maximum.nbf && sector !== 'V&V') return refused('wlz.nbf-sector', { sector });
  if (context.deliveryForm === 'ZZP') {
    if (maximum.nhc === null) notices.push(notice('wlz.component-missing', { component: 'NHC' }));
    if (maximum.nic === null) notices.push(notice('wlz.component-missing', { component: 'NIC' }));
  }
  const percentage = withWadden(rulebook, found, context.wadden ?? null, on);

  const parts: Step[] = [];
  const add = (
    code: string,
    amount: Decimal,
    share: { value: Decimal; step: Step },
    rule: string,
  ): Decimal => {
    const value = amount.times(share.value);
    parts.push(
      step({ code: `wlz.part-${code}`, facts: {} }, quantityValue(value, '€'), {
        operator: 'product',
        rule,
        source: ruleSource(rulebook, rule),
        parts: [step({ code: `wlz.component-${code}`, facts: {} }, quantityValue(amount, '€')), share.step],
      }),
    );
    return value;
  };
  const fixed = (id: string): { value: Decimal; step: Step } => {
    const parameter = parameterIfValid(rulebook, id, on);
    return parameter?.number
      ? { value: parameter.number, step: parameter.step }
      : { value: ONE, step: step({ code: 'steps.one', facts: {} }, ratioValue(ONE)) };
  };
  const values = [add('care', maximum.care, percentage, 'ZK-01')];
  const supplement = maximum.qualitySupplement ?? null;
  if (supplement && choiceOn(rulebook, 'quality-supplement-in-care', on) === 'separate') {
    if (context.deliveryForm === 'MPT') notices.push(notice('wlz.supplement-not-mpt'));
    else values.push(add('quality', supplement, percentage, 'ZK-09'));
  }
  values.push(add('nhc', maximum.nhc ?? new Decimal(0), fixed('nhc-percentage'), 'ZK-25'));
  values.push(add('nic', maximum.nic ?? new Decimal(0), fixed('nic-percentage'), 'ZK-25'));
  if (maximum.nbf) {
    const full = choiceOn(rulebook, 'nbf-percentage', on) === 'full';
    const assumed = parameterStep(rulebook, 'nbf-percentage', on).assumed;
    const share = full
      ? { value: ONE, step: step({ code: 'steps.one', facts: {} }, ratioValue(ONE), { assumed }) }
      : {
          value: percentage.value,
          step: { ...percentage.step, assumed: percentage.step.assumed ?? assumed },
        };
    values.push(add('nbf', maximum.nbf, share, 'ZK-18'));
  }
  const exact = values.reduce((sum, value) => sum.plus(value), new Decimal(0));
  const tariff = roundToCents(exact);
  return worked(
    { tariff, percentage: percentage.value },
    step({ code: 'wlz.agreed-tariff', facts: { date: dateValue(on) } }, moneyValue(tariff), {
      operator: 'round-cents',
      rule: 'ZK-01',
      source: ruleSource(rulebook, 'ZK-01'),
      parts: [
        step({ code: 'wlz.tariff-exact', facts: {} }, quantityValue(exact, '€'), { operator: 'sum', parts }),
      ],
    }),
    notices,
  );
}

/** ZK-18: the percentage with the additional one for the Wadden islands. */
function withWadden(
  rulebook: Rulebook,
  found: { readonly value: Decimal; readonly step: Step },
  wadden: Decimal | null,
  on: IsoDate,
): { readonly value: Decimal; readonly step: Step } {
  if (wadden === null || wadden.isZero()) return found;
  const parameter = parameterStep(rulebook, 'wadden-basis', on);
  const rest = { rule: 'ZK-18', source: ruleSource(rulebook, 'ZK-18'), assumed: parameter.assumed };
  const extra = step({ code: 'wlz.wadden', facts: {} }, ratioValue(wadden), { rule: 'ZK-18' });
  if (choiceOn(rulebook, 'wadden-basis', on) === 'added-to-percentage') {
    const value = found.value.plus(wadden);
    return {
      value,
      step: step({ code: 'wlz.percentage-wadden', facts: {} }, ratioValue(value), {
        operator: 'sum',
        ...rest,
        parts: [found.step, extra],
      }),
    };
  }
  const factor = wadden.plus(ONE);
  const value = found.value.times(factor);
  return {
    value,
    step: step({ code: 'wlz.percentage-wadden', facts: {} }, ratioValue(value), {
      operator: 'product',
      ...rest,
      parts: [
        found.step,
        step({ code: 'wlz.wadden-factor', facts: {} }, ratioValue(factor), {
          operator: 'sum',
          parts: [step({ code: 'steps.one', facts: {} }, ratioValue(ONE)), extra],
        }),
      ],
    }),
  };
}

/**
 * ZK-01 for a product of a tariff list: the one line that holds on the day. Refused when no line or more than
 * one holds, or when the line has a total without components (NHC and NIC are paid in full, so that the total
 * can't take the percentage).
 */
export function agreedTariffFromList(
  rulebook: Rulebook,
  tariffs: readonly TariffEntry[],
  product: string,
  mainSector: Sector,
  on: IsoDate,
  context: TariffContext = {},
): Outcome<AgreedTariff> {
  const code = product.trim().toUpperCase();
  const entries = tariffs
    .filter((entry) => entry.product.trim().toUpperCase() === code)
    .filter((entry) => (entry.from ?? '') <= on && on <= (entry.until ?? '9999-12-31'));
  const [entry] = entries;
  if (!entry) return refused('wlz.tariff-not-listed', { product, date: dateValue(on) });
  if (entries.length > 1) {
    return refused('wlz.tariff-listed-twice', {
      product,
      date: dateValue(on),
      lines: entries.map((other) => other.place.cell ?? String(other.place.line ?? '–')),
    });
  }
  if (entry.care === null) return refused('wlz.tariff-without-components', { product }, entry.place);
  const productSector = entry.sector === null ? null : readSector(entry.sector);
  const form = entry.deliveryForm === null ? null : readDeliveryForm(entry.deliveryForm);
  const { care, nhc, nic, qualitySupplement } = entry;
  return agreedTariff(rulebook, { care, nhc, nic, qualitySupplement }, mainSector, on, {
    productSector,
    deliveryForm: form,
    ...context,
  });
}

/**
 * Units at an agreed tariff: the tariff is rounded first, then multiplied (ZK-01); parts of a unit round half
 * up to cents.
 * @example formatMoney(agreedAmount(parseMoney('241.47'), new Decimal(1000)).value) // '241470.00'
 */
export function agreedAmount(tariff: Money, units: Decimal): { readonly value: Money; readonly step: Step } {
  const exact = moneyToDecimal(tariff).times(units);
  const value = roundToCents(exact);
  return {
    value,
    step: step({ code: 'wlz.agreed-amount', facts: {} }, moneyValue(value), {
      operator: 'round-cents',
      rule: 'ZK-01',
      parts: [
        step({ code: 'wlz.units-times-tariff', facts: {} }, quantityValue(exact, '€'), {
          operator: 'product',
          parts: [
            step({ code: 'wlz.tariff-agreed', facts: {} }, moneyValue(tariff)),
            step({ code: 'wlz.units', facts: {} }, quantityValue(units, null)),
          ],
        }),
      ],
    }),
  };
}
