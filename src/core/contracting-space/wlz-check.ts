import {
  addMoney,
  absMoney,
  Decimal,
  firstDay,
  maxMoney,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  subtractMoney,
  sumMoney,
  ZERO,
  dateOf,
  type Message,
  type Money,
  type Step,
} from '../values';
import { findRule, groundOf, numberOn, parameterStep, type Rulebook } from '../rulebook';
import type { Outlook, OutlookEntry } from '../forecast/outlook';
import type { TariffEntry } from '../tariffs/tariff-list';
import { agreedAmount, agreedTariffFromList } from '../tariffs/wlz-tariff';
import {
  readDeliveryForm,
  readSector,
  type DeliveryForm,
  type ProviderKind,
  type Sector,
} from '../tariffs/wlz-terms';
import { isRefused } from '../tariffs/worked';
import { treatmentExcess, type TreatmentDays } from './treatment-share';
import { finding, notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';

/** A year's days of one delivery form to hold the share of treatment against. */
export interface TreatmentReference {
  readonly form: DeliveryForm;
  readonly days: TreatmentDays;
  /** Difference between the tariffs with and without treatment; null: only days can be told. */
  readonly difference: Money | null;
}

/** What is known of a Wlz provider beside its production and forecast. Null: not given. */
export interface WlzSituation {
  readonly mainSector: Sector | null;
  readonly kind: ProviderKind | null;
  readonly tariffs: readonly TariffEntry[] | null;
  readonly treatment: readonly TreatmentReference[] | null;
}

/** The main sector asked for, or the only one in the list of tariffs. */
function mainSectorOf({ mainSector, tariffs }: WlzSituation): { sector: Sector; assumed: boolean } | null {
  if (mainSector !== null) return { sector: mainSector, assumed: false };
  const listed = new Set(
    (tariffs ?? []).flatMap((entry) => {
      const sector = entry.sector === null ? null : readSector(entry.sector);
      return sector === null ? [] : [sector];
    }),
  );
  const [only] = listed;
  return listed.size === 1 && only !== undefined ? { sector: only, assumed: true } : null;
}

/**
 * What the Wlz rules find in a provider’s production and forecast: declared amounts against agreed tariffs
 * (ZK-01), the share of days with treatment (ZK-14), and what of the two couldn’t be checked. Nothing is said
 * for a rulebook without Wlz. Amounts in euro; errors: `parameter-not-valid`.
 */
export function wlzFindings(rulebook: Rulebook, outlook: Outlook, situation: WlzSituation): Finding[] {
  if (findRule(rulebook, 'ZK-01') === null) return [];
  return [
    ...tariffFindings(rulebook, outlook, situation),
    ...treatmentFindings(rulebook, outlook, situation),
  ];
}

function tariffFindings(rulebook: Rulebook, outlook: Outlook, situation: WlzSituation): Finding[] {
  const { tariffs, kind } = situation;
  const skip = (message: Message): Finding[] => [notChecked(rulebook, 'ZK-01', message)];
  if (tariffs === null) return skip({ code: 'finance.wlz-no-tariffs', facts: {} });
  const main = mainSectorOf(situation);
  if (main === null) return skip({ code: 'finance.wlz-no-sector', facts: {} });
  const found: Finding[] = [];
  if (main.assumed) {
    found.push(
      finding(rulebook, 'ZK-07', 'notice', {
        code: 'finance.wlz-sector-assumed',
        facts: { sector: main.sector },
      }),
    );
  }
  const on = dateOf(outlook.year, 12, 31);
  const fixed = roundToCents(numberOn(rulebook, 'volume-tariff-tolerance', on) ?? new Decimal(0));
  const share = numberOn(rulebook, 'volume-tariff-share', on) ?? new Decimal(0);
  const products = [...new Set(outlook.entries.map(({ product }) => product))].sort();
  const without: string[] = [];
  for (const product of products) {
    const all = outlook.entries.filter((entry) => entry.product === product && entry.amount !== ZERO);
    const own = all.filter(({ quantity }) => quantity !== null);
    if (own.length < all.length) without.push(product);
    if (own.length === 0) continue;
    const worked = agreedSum(rulebook, tariffs, own, main.sector, kind);
    if ('issue' in worked) {
      found.push(notChecked(rulebook, worked.rule, worked.issue));
      continue;
    }
    const stated = sumMoney(own.map(({ amount }) => amount));
    const difference = subtractMoney(stated, worked.amount);
    const slack = maxMoney(fixed, roundToCents(moneyToDecimal(absMoney(worked.amount)).times(share)));
    if (absMoney(difference) <= slack) continue;
    const steps = [
      step({ code: 'finance.wlz-difference', facts: { product } }, moneyValue(difference), {
        operator: 'difference',
        ...groundOf(rulebook, 'ZK-01'),
        parts: [step({ code: 'finance.wlz-stated', facts: { product } }, moneyValue(stated)), worked.step],
      }),
      // How each tariff came about, once per tariff: the months only state it.
      ...worked.tariffs,
      parameterStep(rulebook, 'volume-tariff-tolerance', on),
      parameterStep(rulebook, 'volume-tariff-share', on),
    ];
    const above = difference > ZERO;
    found.push(
      finding(
        rulebook,
        'ZK-01',
        above ? 'violation' : 'notice',
        {
          code: above ? 'finance.wlz-tariff-above' : 'finance.wlz-tariff-below',
          facts: {
            product,
            stated: moneyValue(stated),
            agreed: moneyValue(worked.amount),
            amount: moneyValue(absMoney(difference)),
          },
        },
        { amount: difference, steps },
      ),
    );
  }
  if (without.length > 0) {
    found.push(
      notChecked(rulebook, 'ZK-01', { code: 'finance.wlz-no-volumes', facts: { products: without } }),
    );
  }
  return found;
}

/** Volume times agreed tariff, month by month. */
function agreedSum(
  rulebook: Rulebook,
  tariffs: readonly TariffEntry[],
  entries: readonly OutlookEntry[],
  mainSector: Sector,
  kind: ProviderKind | null,
):
  | { readonly amount: Money; readonly step: Step; readonly tariffs: readonly Step[] }
  | { readonly issue: Message; readonly rule: string } {
  const parts: Step[] = [];
  const tariffSteps = new Map<string, Step>();
  let amount: Money = ZERO;
  for (const { product, month, quantity } of entries) {
    const tariff = agreedTariffFromList(rulebook, tariffs, product, mainSector, firstDay(month), { kind });
    if (isRefused(tariff)) {
      const [issue] = tariff.issues;
      const rule = issue?.code === 'wlz.percentage-unknown' ? 'ZK-02' : 'ZK-01';
      return { issue: { code: issue?.code ?? '', facts: issue?.facts ?? {} }, rule };
    }
    const key = String(tariff.value.tariff);
    if (!tariffSteps.has(key)) tariffSteps.set(key, tariff.step);
    const worked = agreedAmount(tariff.value.tariff, quantity ?? new Decimal(0));
    amount = addMoney(amount, worked.value);
    parts.push({ ...worked.step, source: groundOf(rulebook, 'ZK-01').source });
  }
  return {
    amount,
    tariffs: [...tariffSteps.values()],
    step: step(
      { code: 'finance.wlz-agreed', facts: { product: entries[0]?.product ?? '' } },
      moneyValue(amount),
      { operator: 'sum', ...groundOf(rulebook, 'ZK-01'), parts },
    ),
  };
}

const WITH = /^(ja|yes|met|incl|inclusief|true|1)/i;
const WITHOUT = /^(nee|no|zonder|excl|exclusief|false|0)/i;

/** Days of the year per delivery form, as the tariff list tells which products include treatment. */
function treatmentFindings(
  rulebook: Rulebook,
  outlook: Outlook,
  { tariffs, treatment }: WlzSituation,
): Finding[] {
  if (findRule(rulebook, 'ZK-14') === null) return [];
  const days = new Map<DeliveryForm, { total: Decimal; withTreatment: Decimal }>();
  for (const { product, quantity } of outlook.entries) {
    const entry = tariffs?.find((one) => one.product.trim().toUpperCase() === product.trim().toUpperCase());
    const form = entry?.deliveryForm ? readDeliveryForm(entry.deliveryForm) : null;
    const text = entry?.treatment ?? '';
    if (form === null || form === 'MPT' || quantity === null || (!WITH.test(text) && !WITHOUT.test(text)))
      continue;
    const own = days.get(form) ?? { total: new Decimal(0), withTreatment: new Decimal(0) };
    days.set(form, {
      total: own.total.plus(quantity),
      withTreatment: WITH.test(text) ? own.withTreatment.plus(quantity) : own.withTreatment,
    });
  }
  if (days.size === 0) {
    return [notChecked(rulebook, 'ZK-14', { code: 'finance.wlz-no-treatment', facts: {} })];
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([form, own]): Finding => {
      const share = own.total.isZero() ? new Decimal(0) : own.withTreatment.dividedBy(own.total);
      const reference = treatment?.find((one) => one.form === form);
      const facts = {
        form,
        days: quantityValue(own.withTreatment, null),
        total: quantityValue(own.total, null),
        share: ratioValue(share),
      };
      if (!reference) {
        return notChecked(rulebook, 'ZK-14', { code: 'finance.wlz-no-reference', facts });
      }
      const worked = treatmentExcess(
        rulebook,
        reference.days,
        own,
        { difference: reference.difference ?? ZERO },
        dateOf(outlook.year, 12, 31),
      );
      if (isRefused(worked)) {
        const [issue] = worked.issues;
        return notChecked(rulebook, 'ZK-14', { code: issue?.code ?? '', facts: issue?.facts ?? {} });
      }
      const { excessDays, allowedDays, cut } = worked.value;
      const over = excessDays.greaterThan(0);
      return finding(
        rulebook,
        'ZK-14',
        over ? 'warning' : 'notice',
        {
          code: over ? 'finance.wlz-treatment-above' : 'finance.wlz-treatment-within',
          facts: {
            ...facts,
            allowed: quantityValue(allowedDays.toDecimalPlaces(2), null),
            excess: quantityValue(excessDays.toDecimalPlaces(2), null),
            amount: moneyValue(cut),
          },
        },
        { amount: reference.difference === null ? null : cut, steps: [worked.step] },
      );
    });
}
