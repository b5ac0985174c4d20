import {
  allocationTerms,
  capacityFor,
  careUnit,
  countingAllocations,
  dateOf,
  expectedCareLines,
  learnPrices,
  nextYearCeiling,
  priceBook,
  sameProvider,
  sumMoney,
  yearOf,
  CareTable,
  moneyValue,
  step,
  type Allocation,
  type Capacity,
  type CareRow,
  type Decimal,
  type Issue,
  type Money,
  type NewClient,
  type ProviderRoom,
  type Rulebook,
  type IsoDate,
} from '../core';
import type { IntakeReceipt, OpenGrid } from '../intake';
import { openAllocationsOf } from './allocations';
import { InputError, inputIssue } from './input-error';
import { loadInputs } from './load';
import { knowProducts, productsInData } from './products';
import { ceilingsOf, evaluateProvider, outlookOf } from './provider-outcome';
import type { Progress, RunInput } from './types';

export interface CapacityRequest extends RunInput {
  readonly product: string;
  /** The client's domain; null: as the product stands in the data. */
  readonly domain: string | null;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  /** Cost of a whole year; or a volume per frequency in a unit. */
  readonly care:
    | { readonly kind: 'cost'; readonly yearly: Money }
    | {
        readonly kind: 'volume';
        readonly volume: Decimal;
        readonly frequency: Allocation['frequency'];
        readonly unit: string | null;
      };
}

export interface CapacityOutcome {
  readonly rulebook: Rulebook;
  readonly domain: string;
  readonly product: string;
  readonly capacity: Capacity;
  /** What room rests on: forecast files, open allocations, or production only. */
  readonly basis: 'forecast' | 'allocations' | 'production';
  readonly receipts: readonly IntakeReceipt[];
}

/**
 * Which of the providers in the files still have room for a new client (ZUT-01, ZUT-05). What is to come
 * counts by the forecast files, else by the open allocations, else not at all (and that is said).
 * Errors: `InputError`.
 */
export async function runCapacity(
  request: CapacityRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<CapacityOutcome> {
  const issues: Issue[] = [];
  if (yearOf(request.from) !== request.year) {
    issues.push(inputIssue('allocations.capacity-year', { from: request.from, year: String(request.year) }));
  }
  if (request.ceilings === null) issues.push(inputIssue('allocations.capacity-no-ceilings', {}));
  if (issues.length > 0) throw new InputError(issues);
  const loaded = await loadInputs(request, openGrid, progress);
  const { rulebook, year } = loaded;
  const data = productsInData(loaded.tariffs, [loaded.production, loaded.forecast]);
  const products = knowProducts(rulebook, data, null);
  const open = openAllocationsOf(loaded);
  const basis = request.forecast.length > 0 ? 'forecast' : open !== null ? 'allocations' : 'production';
  const expected = basis === 'allocations' && open ? CareTable.of(expectedCareLines(open)) : loaded.forecast;
  const domain = request.domain ?? data.domainOf(request.product) ?? onlyDomain(loaded.ceilings ?? []);
  if (domain === null) {
    throw new InputError([inputIssue('allocations.capacity-domain', { product: request.product })]);
  }
  const terms = allocationTerms(rulebook, dateOf(year, 12, 31));
  const context = {
    prices: priceBook(loaded.tariffs, learnPrices(loaded.production.rows(), loaded.asOf)),
    ...{ terms, share: null, used: null },
    ...{ first: request.from, last: dateOf(year + 1, 12, 31) },
  };
  const delivers = whoDelivers(request.product, [
    loaded.production.rows(),
    expected.rows(),
    (loaded.allocations ?? []).values(),
  ]);
  const rooms = providersOf(loaded.ceilings ?? [], loaded.receipts).map((provider): ProviderRoom => {
    const ceilings = ceilingsOf(loaded, provider);
    const outlook = outlookOf(loaded, provider, ceilings, loaded.production.rows(), expected.rows());
    const { domains } = evaluateProvider(loaded, outlook, ceilings, products);
    const figures = domains.find((one) => one.domain === domain) ?? null;
    let nextYear: ProviderRoom['nextYear'] = null;
    if (figures !== null && open !== null) {
      const total = step({ code: 'allocations.open-in-year', facts: {} }, moneyValue(figures.total));
      const ceiling = nextYearCeiling(rulebook, figures, total, ceilings, year);
      const own = countingAllocations(open, provider, domain, products.lookup);
      const committed = sumMoney(
        own.flatMap(({ years }) =>
          years.filter((part) => part.year === year + 1).map(({ amount }) => amount),
        ),
      );
      if (ceiling?.value.kind === 'money') nextYear = { ceiling: ceiling.value.value, committed };
    }
    return { provider, figures, delivers: delivers(provider), nextYear };
  });
  const capacity = capacityFor(rulebook, clientOf(request, domain), rooms, context);
  return { rulebook, domain, product: request.product, capacity, basis, receipts: loaded.receipts };
}

function clientOf(request: CapacityRequest, domain: string): NewClient {
  const { product, from, until, care } = request;
  if (care.kind === 'cost') return { domain, product, from, until, care };
  const { volume, frequency, unit } = care;
  return {
    ...{ domain, product, from, until },
    care: {
      kind: 'volume',
      allocation: {
        ...{ number: null, provider: '', domain, product, client: null, from, until, volume, frequency },
        unit: careUnit(unit) === 'euro' ? 'euro' : unit,
        ...{ amount: null, place: {} },
      },
    },
  };
}

function onlyDomain(ceilings: readonly { readonly domain: string }[]): string | null {
  const domains = new Set(ceilings.map(({ domain }) => domain));
  const [only] = domains;
  return domains.size === 1 && only !== undefined ? only : null;
}

/** Providers in the ceilings first, then others that production names. */
function providersOf(
  ceilings: readonly { readonly provider: string }[],
  receipts: readonly IntakeReceipt[],
): string[] {
  const names = [
    ...ceilings.map(({ provider }) => provider),
    ...receipts.flatMap(({ providers }) => providers),
  ];
  const kept: string[] = [];
  for (const name of names) {
    if (name.trim() !== '' && !kept.some((other) => sameProvider(other, name))) kept.push(name);
  }
  return kept;
}

/** Whether a provider has the product in production, in what is expected, or allocated. */
function whoDelivers(
  product: string,
  sources: readonly Iterable<Pick<CareRow, 'provider' | 'product'>>[],
): (provider: string) => boolean {
  const code = product.trim().toUpperCase();
  const names = new Set<string>();
  for (const source of sources) {
    for (const row of source) if (row.product.trim().toUpperCase() === code) names.add(row.provider);
  }
  return (provider) => [...names].some((name) => sameProvider(name, provider));
}
