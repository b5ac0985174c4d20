import type { Decimal } from '../values';
import {
  addMoney,
  dateOf,
  moneyToDecimal,
  moneyValue,
  ratioValue,
  step,
  subtractMoney,
  sumMoney,
  ZERO,
  type IsoDate,
  type Message,
  type Money,
  type Step,
} from '../values';
import { providerKey } from '../production/provider';
import type {
  AmountRange,
  ExhaustionDistribution,
  ForecastResult,
  OverrunChance,
  PathSums,
  ProductForecast,
} from '../forecast/forecast-result';
import { chanceOfOverrun, exhaustionDistribution, rangeOf } from '../forecast/ranges/questions';

/** What a product's amounts do under the ceilings. `volume-raised`: they raise the ceiling by themselves (ZUT-09). */
export type TotalsTreatment = 'counts' | 'excluded' | 'volume-raised';

/** What a total is held against: amounts that come on top of one another from a day on. */
export interface TotalsCeiling {
  /** '' for the budget of a whole domain; then a domain of '' is the budget of everything. */
  readonly provider: string;
  readonly domain: string;
  /** Without raises by volume: those are the volume itself. */
  readonly parts: readonly { readonly from: IsoDate; readonly amount: Money }[];
}

export interface TotalsRequest {
  readonly result: ForecastResult;
  readonly ceilings: readonly TotalsCeiling[];
  /** Default: everything counts. */
  readonly treatmentOf?: (domain: string, product: string) => TotalsTreatment;
}

/** A ceiling or budget with what the forecast makes of it. */
export interface AgainstCeiling {
  readonly ceiling: Money;
  /** Of the budget: the base's own, or the ceilings of its providers added up. */
  readonly ground: 'stated' | 'sum-of-ceilings';
  /** Counting amounts that are held against it: without those that raise it. */
  readonly counting: Money;
  /** Declared so far ÷ ceiling, and expected ÷ ceiling, four digits; null for a ceiling of 0. */
  readonly utilisation: Decimal | null;
  readonly expectedUtilisation: Decimal | null;
  /** Of the estimate: 0 when it fits. */
  readonly overrun: Money;
  readonly chance: OverrunChance;
  readonly exhaustion: ExhaustionDistribution;
}

export interface TotalLine {
  readonly level: 'product' | 'provider' | 'domain' | 'total';
  /** '' at the levels above. */
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  /** Declared so far of the year's months. */
  readonly declared: Money;
  /** The estimate of the year; of a higher level exactly the sum of its parts. */
  readonly amount: Money;
  /** Part of the amount that counts under no ceiling. */
  readonly excluded: Money;
  /** Of the amount, from sums of the same simulated paths: ranges are never added up. */
  readonly range: AmountRange;
  readonly against: AgainstCeiling | null;
  /** Sum over its providers of the expected overrun of each: room of one never covers another. */
  readonly overrunsOfProviders: Money | null;
  readonly parts: readonly TotalLine[];
  readonly notices: readonly Message[];
  readonly step: Step;
}

/** Sums of paths of one level: everything, and what is held against a ceiling. */
interface Sums {
  readonly all: PathSums;
  readonly held: PathSums;
  heldDeclared: Money;
}

const emptyPaths = (result: ForecastResult): PathSums => ({
  year: result.year,
  count: result.paths.count,
  values: new Float64Array(12 * result.paths.count),
  amounts: new Array<Money>(12).fill(ZERO),
});

const emptySums = (result: ForecastResult): Sums => ({
  all: emptyPaths(result),
  held: emptyPaths(result),
  heldDeclared: ZERO,
});

function addPaths(into: PathSums, values: Float64Array, amounts: readonly Money[]): void {
  const own = into.amounts as Money[];
  for (let at = 0; at < values.length; at++) {
    into.values[at] = (into.values[at] as number) + (values[at] as number);
  }
  amounts.forEach((amount, month) => (own[month] = addMoney(own[month] ?? ZERO, amount)));
}

const ceilingKey = (provider: string, domain: string): string =>
  JSON.stringify([providerKey(provider), domain]);

/**
 * A forecast added up: product → provider → domain → total, each amount exactly the sum of its parts, each
 * range and chance from the sums of the same simulated paths. Every level that has a ceiling or budget says
 * how far it is used, the chance that the year ends above it, and when it is used up. Without a budget of its
 * own a domain is held against the ceilings of its providers added up, when all of them have one.
 * Unit: euro, exact; paths in cents. Errors: none.
 */
export function totalsOf(request: TotalsRequest): TotalLine {
  const { result } = request;
  const treatmentOf = request.treatmentOf ?? ((): TotalsTreatment => 'counts');
  const ceilings = new Map<string, TotalsCeiling['parts']>();
  for (const { provider, domain, parts } of request.ceilings) {
    const key = ceilingKey(provider, domain);
    ceilings.set(key, [...(ceilings.get(key) ?? []), ...parts]);
  }
  const domains = new Map<string, Map<string, ProductForecast[]>>();
  for (const product of result.products) {
    const providers = domains.get(product.domain) ?? new Map<string, ProductForecast[]>();
    domains.set(product.domain, providers);
    const key = providerKey(product.provider);
    providers.set(key, [...(providers.get(key) ?? []), product]);
  }
  const whole = emptySums(result);
  const domainLines = [...domains].map(([domain, providers]) => {
    const ofDomain = emptySums(result);
    const lines = [...providers.values()].map((products) => {
      const sums = emptySums(result);
      const provider = products[0]?.provider ?? '';
      const parts = products.map((product) =>
        productLine(product, treatmentOf(domain, product.product), result, sums),
      );
      addSums(ofDomain, sums);
      const own = ceilings.get(ceilingKey(provider, domain));
      return lineOf({
        level: 'provider',
        names: { provider, domain },
        parts,
        sums,
        year: result.year,
        ceiling: own === undefined || providerKey(provider) === '' ? null : { parts: own, ground: 'stated' },
      });
    });
    addSums(whole, ofDomain);
    const stated = ceilings.get(ceilingKey('', domain));
    return lineOf({
      level: 'domain',
      names: { provider: '', domain },
      parts: lines,
      sums: ofDomain,
      year: result.year,
      ceiling:
        stated === undefined
          ? sumOfCeilings(lines, (line) => ceilings.get(ceilingKey(line.provider, domain)) ?? null)
          : { parts: stated, ground: 'stated' },
    });
  });
  const stated = ceilings.get(ceilingKey('', ''));
  // Room in one domain never covers another (ZUT-11): only a stated budget of everything is held against.
  return lineOf({
    level: 'total',
    names: { provider: '', domain: '' },
    parts: domainLines,
    sums: whole,
    year: result.year,
    ceiling: stated === undefined ? null : { parts: stated, ground: 'stated' },
  });
}

function addSums(into: Sums, other: Sums): void {
  addPaths(into.all, other.all.values, other.all.amounts);
  addPaths(into.held, other.held.values, other.held.amounts);
  into.heldDeclared = addMoney(into.heldDeclared, other.heldDeclared);
}

interface CeilingOfLine {
  readonly parts: TotalsCeiling['parts'];
  readonly ground: AgainstCeiling['ground'];
}

function sumOfCeilings(
  lines: readonly TotalLine[],
  of: (line: TotalLine) => TotalsCeiling['parts'] | null,
): CeilingOfLine | null {
  const all = lines.map(of);
  if (all.length === 0 || all.some((parts) => parts === null)) return null;
  return { parts: all.flatMap((parts) => parts ?? []), ground: 'sum-of-ceilings' };
}

function productLine(
  product: ProductForecast,
  treatment: TotalsTreatment,
  result: ForecastResult,
  sums: Sums,
): TotalLine {
  const declared = sumMoney(product.months.map((month) => month.declared));
  const excluded = treatment === 'excluded' ? product.total : ZERO;
  const values = result.paths.of(product.index);
  const amounts = product.months.map((month) => month.amount);
  addPaths(sums.all, values, amounts);
  if (treatment === 'counts') {
    addPaths(sums.held, values, amounts);
    sums.heldDeclared = addMoney(sums.heldDeclared, declared);
  }
  return {
    level: 'product',
    provider: product.provider,
    domain: product.domain,
    product: product.product,
    declared,
    amount: product.total,
    excluded,
    range: product.range,
    against: null,
    overrunsOfProviders: null,
    parts: [],
    notices: product.notices,
    get step() {
      return product.step;
    },
  };
}

interface LineInput {
  readonly level: 'provider' | 'domain' | 'total';
  readonly names: { readonly provider: string; readonly domain: string };
  readonly parts: readonly TotalLine[];
  readonly sums: Sums;
  readonly year: number;
  readonly ceiling: CeilingOfLine | null;
}

function lineOf({ level, names, parts, sums, year, ceiling }: LineInput): TotalLine {
  const amount = sumMoney(parts.map((part) => part.amount));
  const overruns = level === 'provider' ? null : overrunsOf(parts);
  return {
    level,
    ...names,
    product: '',
    declared: sumMoney(parts.map((part) => part.declared)),
    amount,
    excluded: sumMoney(parts.map((part) => part.excluded)),
    range: rangeOf(sums.all).range,
    against: ceiling === null ? null : againstCeiling(ceiling, sums, year),
    overrunsOfProviders: overruns,
    parts,
    notices: [],
    get step() {
      return step({ code: `totals.level-${level}`, facts: names }, moneyValue(amount), {
        operator: 'sum',
        parts: parts.map((part) => part.step),
      });
    },
  };
}

/** Null as soon as one provider has no ceiling: a sum that leaves one out would look like all of it. */
function overrunsOf(parts: readonly TotalLine[]): Money | null {
  const all = parts.map((part) =>
    part.level === 'provider' ? (part.against?.chance.expectedOverrun ?? null) : part.overrunsOfProviders,
  );
  return all.some((amount) => amount === null) ? null : sumMoney(all.map((amount) => amount ?? ZERO));
}

function againstCeiling({ parts, ground }: CeilingOfLine, sums: Sums, year: number): AgainstCeiling {
  const ceiling = sumMoney(
    parts.filter((part) => part.from <= dateOf(year, 12, 31)).map((part) => part.amount),
  );
  const counting = sumMoney(sums.held.amounts);
  const share = (amount: Money): Decimal | null =>
    ceiling === ZERO ? null : moneyToDecimal(amount).dividedBy(moneyToDecimal(ceiling)).toDecimalPlaces(4);
  const over = subtractMoney(counting, ceiling);
  return {
    ceiling,
    ground,
    counting,
    utilisation: share(sums.heldDeclared),
    expectedUtilisation: share(counting),
    overrun: over > ZERO ? over : ZERO,
    chance: chanceOfOverrun(sums.held, {}, parts),
    exhaustion: exhaustionDistribution(sums.held, {}, parts),
  };
}

/** Expected use of a ceiling as a step: the counting estimate divided by the ceiling. */
export function utilisationStep(against: AgainstCeiling): Step | null {
  if (against.ceiling === ZERO) return null;
  const exact = moneyToDecimal(against.counting).dividedBy(moneyToDecimal(against.ceiling));
  return step({ code: 'totals.utilisation', facts: {} }, ratioValue(exact), {
    operator: 'quotient',
    parts: [
      step({ code: 'totals.counting', facts: {} }, moneyValue(against.counting)),
      step({ code: `totals.ceiling-${against.ground}`, facts: {} }, moneyValue(against.ceiling)),
    ],
  });
}

/** All lines of a tree, each before its parts. */
export function* linesOf(line: TotalLine): IterableIterator<TotalLine> {
  yield line;
  for (const part of line.parts) yield* linesOf(part);
}
