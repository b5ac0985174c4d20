import {
  addDays,
  addMoney,
  dateOf,
  Decimal,
  firstDay,
  lastDay,
  monthOfDate,
  moneyValue,
  step,
  sumMoney,
  ZERO,
  type IsoDate,
  type Message,
  type Money,
  type Month,
  type Step,
} from '../values';
import { choiceOn, type Rulebook } from '../rulebook';
import type { CareLine, CareRow } from '../production/care-table';
import type { TariffEntry } from '../tariffs/tariff-list';
import { latestVersions, type Allocation, type AllocationVersions } from './allocation';
import { allocationCost, type AllocationCost, type Used } from './cost';
import { priceBook } from './price';
import { learnPrices, learnRealisation, type RealisationOf, type RealisationShare } from './realisation';
import { allocationTerms } from './terms';

export interface OpenAllocationsInput {
  readonly rulebook: Rulebook;
  /** All versions read, of all files. */
  readonly allocations: readonly Allocation[];
  readonly tariffs: readonly TariffEntry[] | null;
  /** Declared production, this year's and earlier: what is delivered of what was allocated is learnt from it. */
  readonly production: () => Iterable<CareRow>;
  readonly year: number;
  readonly asOf: IsoDate;
  /** What was declared on an allocation with a total or budget; null: not known. */
  readonly used?: (allocation: Allocation) => Used | null;
}

/** What an allocation is expected to cost, and which share of it was counted on. */
export interface OpenAllocation extends AllocationCost {
  readonly share: RealisationShare;
}

/** Expected care of one provider, product and client in one month. */
export interface ExpectedCare {
  readonly provider: string;
  readonly domain: string;
  /** A product code, a category of two digits, or empty (generic). */
  readonly product: string;
  readonly client: string | null;
  readonly month: Month;
  readonly unit: string | null;
  readonly volume: Decimal | null;
  readonly amount: Money;
}

/** What the open allocations are expected to cost from the as-of date to the end of next year. */
export interface OpenAllocations {
  readonly year: number;
  readonly asOf: IsoDate;
  /** First day that is expected; production covers everything before it. */
  readonly first: IsoDate;
  /** 31 December of next year. */
  readonly last: IsoDate;
  /** Allocations that hold after the as-of date, with their cost; in the order read. */
  readonly open: readonly OpenAllocation[];
  /** Months, in order of provider, domain, product, client and month; they add up to the open allocations. */
  readonly expected: readonly ExpectedCare[];
  readonly amount: Money;
  readonly versions: AllocationVersions;
  readonly realisation: RealisationOf;
}

/**
 * The first day that open allocations are valued from: the day after the closed months, or the day after the
 * as-of date where the rulebook says that a forecast of the running month is what remains of it.
 * @example firstOpenDay(findRulebook('zutphen-2023'), 2023, parseDate('2023-06-30')) // '2023-07-01'
 */
export function firstOpenDay(rulebook: Rulebook, year: number, asOf: IsoDate): IsoDate {
  const month = monthOfDate(asOf);
  if (lastDay(month) === asOf) return addDays(asOf, 1);
  const on = dateOf(year, 12, 31);
  const remainder =
    rulebook.parameters.some(({ id }) => id === 'running-month') &&
    choiceOn(rulebook, 'running-month', on) === 'forecast-is-remainder';
  return remainder ? addDays(asOf, 1) : firstDay(month);
}

/**
 * ZUT-03: what the open allocations are expected to cost per month, this year and next, with the share that
 * history says is really delivered. Only the latest version of each allocation counts, retracted ones don't.
 * An allocation whose amount can't be told keeps `unknown` and costs nothing here: it is never guessed.
 * Unit: euro; months add up to years, years to allocations, allocations to the amount, exactly. Errors: none.
 */
export function openAllocations(input: OpenAllocationsInput): OpenAllocations {
  const { rulebook, year, asOf } = input;
  const versions = latestVersions(input.allocations);
  const terms = allocationTerms(rulebook, dateOf(year, 12, 31));
  const prices = priceBook(input.tariffs, learnPrices(input.production(), asOf));
  const realisation = learnRealisation(versions.current, input.production(), asOf, prices, terms);
  const first = firstOpenDay(rulebook, year, asOf);
  const last = dateOf(year + 1, 12, 31);
  const open: OpenAllocation[] = [];
  for (const allocation of versions.current) {
    if (allocation.from > last) continue;
    const share = realisation(allocation);
    const cost = allocationCost(allocation, {
      prices,
      terms,
      first,
      last,
      share,
      used: input.used?.(allocation) ?? null,
    });
    if (cost.months.length > 0 || cost.unknown !== null) open.push({ ...cost, share });
  }
  return {
    year,
    asOf,
    first,
    last,
    open,
    expected: expectedCare(open),
    amount: sumMoney(open.map(({ amount }) => amount)),
    versions,
    realisation,
  };
}

function expectedCare(open: readonly OpenAllocation[]): ExpectedCare[] {
  const pots = new Map<string, { -readonly [K in keyof ExpectedCare]: ExpectedCare[K] }>();
  for (const { allocation, months } of open) {
    const { provider, domain, product, client } = allocation;
    const unit = allocation.volume === null ? null : allocation.unit;
    for (const { month, volume, amount } of months) {
      const key = JSON.stringify([provider, domain, product, client, month, unit]);
      const pot = pots.get(key);
      if (pot) {
        pot.amount = addMoney(pot.amount, amount);
        if (volume) pot.volume = (pot.volume ?? new Decimal(0)).plus(volume);
      } else pots.set(key, { provider, domain, product, client, month, unit, volume, amount });
    }
  }
  return [...pots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, care]) => care);
}

/**
 * The expected care as lines of a care table, such as a forecast takes them: whole cents, volumes in
 * ten-thousandths. Lines of a category or without a product stay as they are: which product it will be is
 * not known.
 */
export function* expectedCareLines(open: Pick<OpenAllocations, 'expected'>): IterableIterator<CareLine> {
  for (const { provider, domain, product, client, month, unit, volume, amount } of open.expected) {
    yield {
      provider,
      domain,
      product,
      client,
      month,
      unit,
      allocated: 'yes',
      volume: volume === null ? null : volume.times(10000).toDecimalPlaces(0).toNumber(),
      cents: Number(amount),
    };
  }
}

/** Reasons why open allocations have no (or not their whole) amount, each with how many it holds for. */
export function unknownCosts(
  open: readonly Pick<OpenAllocation, 'unknown' | 'allocation'>[],
): { readonly reason: Message; readonly count: number; readonly first: Allocation }[] {
  const reasons = new Map<string, { reason: Message; count: number; first: Allocation }>();
  for (const { unknown, allocation } of open) {
    if (unknown === null) continue;
    const product = unknown.facts['product'];
    const key = `${unknown.code} ${typeof product === 'string' ? product : ''}`;
    const known = reasons.get(key);
    if (known) known.count++;
    else reasons.set(key, { reason: unknown, count: 1, first: allocation });
  }
  return [...reasons.values()];
}

/** Expected cost in one year as a step: per product, and within it per allocation. */
export function yearStep(
  open: readonly OpenAllocation[],
  year: number,
  label: Message,
  ground: Partial<Step> = {},
): { readonly amount: Money; readonly step: Step } {
  const products = new Map<string, Step[]>();
  for (const { allocation, years, openEnded } of open) {
    const own = years.find((part) => part.year === year);
    if (!own) continue;
    const list = products.get(allocation.product) ?? [];
    products.set(allocation.product, list);
    list.push(
      openEnded
        ? { ...own.step, assumed: own.step.assumed ?? { code: 'allocations.assumed-runs-on', facts: {} } }
        : own.step,
    );
  }
  const sum = (parts: readonly Step[]): Money =>
    sumMoney(parts.map(({ value }) => (value.kind === 'money' ? value.value : ZERO)));
  const parts = [...products]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([product, steps]) =>
      step(
        {
          code: 'allocations.product-in-year',
          facts: { product: product === '' ? '–' : product, year: String(year), count: steps.length },
        },
        moneyValue(sum(steps)),
        { operator: 'sum', parts: steps },
      ),
    );
  const amount = sum(parts);
  return { amount, step: step(label, moneyValue(amount), { operator: 'sum', parts, ...ground }) };
}
