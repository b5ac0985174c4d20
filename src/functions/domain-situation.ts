import {
  addMoney,
  buildOutlook,
  clientKey,
  dateOf,
  dateValue,
  domainChance,
  evaluateDomain,
  isProductName,
  lastDay,
  lastMonthOfProduction,
  moneyValue,
  providerKey,
  step,
  textValue,
  treatmentOf,
  ZERO,
  type CareRow,
  type CeilingEntry,
  type DomainChance,
  type DomainEvaluation,
  type DomainFigures,
  type IsoDate,
  type LeftOutReason,
  type Message,
  type Money,
  type Outlook,
  type ProductLookup,
  type Rulebook,
  type Step,
  type TariffEntry,
} from '../core';
import {
  at,
  domainArgument,
  municipalStandard,
  optionalDate,
  optionalText,
  rulebookArgument,
  runningMonthOf,
  yearArgument,
} from './arguments';
import { missing, wrong, type Cell } from './cell';
import { shortList } from './table';
import { ceilingsArgument, optionalCare, optionalProducts, type CareData, type CeilingData } from './tables';

/** What the functions about one domain's ceiling are given. */
export interface CeilingArguments {
  readonly domain: Cell;
  readonly year: Cell;
  readonly ceilings: Cell;
  readonly production: Cell;
  readonly forecast: Cell;
  readonly asOf: Cell;
  readonly provider: Cell;
  readonly rulebook: Cell;
  readonly products: Cell;
}

/** The tables of a question, read. */
export interface Tables {
  readonly ceilings: CeilingData;
  readonly production: CareData;
  readonly forecast: CareData;
  readonly products: readonly TariffEntry[];
}

/** One provider's year as of a day, with everything that is needed to work out its domains. */
export interface Situation {
  readonly rulebook: Rulebook;
  readonly provider: string;
  readonly year: number;
  readonly asOf: IsoDate;
  readonly outlook: Outlook;
  readonly ceilings: readonly CeilingEntry[];
  readonly lookup: ProductLookup;
  /** As-of date, rulebook and what was left out, as steps. */
  readonly context: readonly Step[];
}

/** Figures are kept for this many questions; one recalculation asks thousands. */
const MOST = 20_000;

/** A number for each table, so that a question has a short key. */
const numbers = new WeakMap<object, number>();
let next = 1;
function numberOf(table: object): number {
  let number = numbers.get(table);
  if (number === undefined) numbers.set(table, (number = next++));
  return number;
}

/** Keeps what was worked out per question, up to a number of them; then it starts afresh. */
class Answers<T> {
  private readonly known = new Map<string, T>();
  constructor(private readonly most: number) {}
  of(key: string, work: () => T): T {
    let found = this.known.get(key);
    if (found === undefined) {
      found = work();
      if (this.known.size >= this.most) this.known.clear();
      this.known.set(key, found);
    }
    return found;
  }
}

/** The figures a cell shows; the steps that go with them are made when somebody asks. */
export type Figures = Pick<DomainFigures, 'ceiling' | 'headroom' | 'overrun' | 'exhaustionDate'>;

const figures = new Answers<Figures>(MOST);
const situations = new Answers<Situation>(64);

interface Question {
  readonly tables: Tables;
  readonly domain: string;
  readonly year: number;
  readonly asOf: IsoDate | null;
  readonly provider: string | null;
  readonly rulebook: Rulebook;
}

function questionOf(given: CeilingArguments): Question {
  const domain = domainArgument(given.domain, 'domain');
  const year = yearArgument(given.year, 'year');
  const rulebook = rulebookArgument(given.rulebook, municipalStandard(year));
  return {
    domain,
    year,
    rulebook,
    asOf: optionalDate(given.asOf, 'asOf'),
    provider: optionalText(given.provider, 'provider'),
    tables: {
      ceilings: ceilingsArgument(given.ceilings),
      production: optionalCare(given.production, 'production'),
      forecast: optionalCare(given.forecast, 'forecast'),
      products: optionalProducts(given.products),
    },
  };
}

const keyOf = ({ tables, year, asOf, provider, rulebook }: Question): string =>
  [
    numberOf(tables.ceilings),
    numberOf(tables.production),
    numberOf(tables.forecast),
    numberOf(tables.products),
    numberOf(rulebook),
    year,
    asOf ?? '',
    provider ?? '',
  ].join('|');

/** The figures of one domain, from memory where the same was asked before of the same tables. */
export function figuresOf(given: CeilingArguments): Figures {
  const question = questionOf(given);
  return figures.of(`${keyOf(question)}|${question.domain}`, () => {
    const { ceiling, headroom, overrun, exhaustionDate } = evaluate(question).figures;
    return { ceiling, headroom, overrun, exhaustionDate };
  });
}

/** The same, worked out again with its steps and the context they hold in. */
export function evaluationOf(
  given: CeilingArguments,
): DomainEvaluation & { readonly context: readonly Step[] } {
  const question = questionOf(given);
  return { ...evaluate(question), context: situationOf(question).context };
}

const chances = new Answers<DomainChance>(MOST);

/** The chance of an overrun of one domain, from memory where the same was asked before of the same tables. */
export function chanceFor(given: CeilingArguments): DomainChance {
  const question = questionOf(given);
  const { domain, tables } = question;
  return chances.of(`${keyOf(question)}|${domain}`, () => {
    const { figures } = evaluate(question);
    const { outlook, lookup } = situationOf(question);
    return domainChance(outlook, domain, tables.production.rows, figures.ceiling, lookup);
  });
}

function situationOf(question: Question): Situation {
  return situations.of(keyOf(question), () => {
    const { tables, year, asOf, provider, rulebook } = question;
    return buildSituation(rulebook, tables, providerOf(tables, provider), year, asOf);
  });
}

function evaluate(question: Question): DomainEvaluation {
  const { domain, tables } = question;
  const situation = situationOf(question);
  requireBase(situation, domain, tables);
  requireDescriptions(situation, domain);
  return evaluateDomain(situation.rulebook, situation.outlook, domain, situation.ceilings, situation.lookup);
}

/** The provider that is asked about: the one given, or the only one there is. */
export function providerOf(tables: Tables, given: string | null): string {
  const all = providersOf(tables);
  if (given === null) {
    if (all.size > 1) {
      throw wrong('functions.several-providers', {
        ...at('provider'),
        found: shortList([...all.values()], 4),
      });
    }
    return [...all.values()][0] ?? '';
  }
  const key = providerKey(given);
  if (all.size > 0 && !all.has(key)) {
    throw missing('functions.provider-unknown', {
      ...at('provider'),
      found: given,
      known: shortList([...all.values()], 4),
    });
  }
  return all.get(key) ?? given;
}

const known = new Answers<ReadonlyMap<string, string>>(64);

/** All providers that the tables name, by key, in order of appearance. */
export function providersOf({ ceilings, production, forecast }: Tables): ReadonlyMap<string, string> {
  return known.of(
    [ceilings, production, forecast].map(numberOf).join('|'),
    () => new Map([...ceilings.providers, ...forecast.providers, ...production.providers]),
  );
}

/** Entries of a provider and those that name none; all of them when no provider is asked about. */
function of<T>(
  byProvider: ReadonlyMap<string, readonly T[]>,
  all: readonly T[],
  provider: string,
): readonly T[] {
  const key = providerKey(provider);
  if (key === '') return all;
  const [own, unnamed] = [byProvider.get(key) ?? [], byProvider.get('') ?? []];
  return unnamed.length === 0 ? own : [...own, ...unnamed];
}

/** Puts one provider's year together. Errors: none. */
export function buildSituation(
  rulebook: Rulebook,
  tables: Tables,
  provider: string,
  year: number,
  givenAsOf: IsoDate | null,
): Situation {
  const ceilings = of(tables.ceilings.byProvider, tables.ceilings.entries, provider);
  const production = of(tables.production.byProvider, tables.production.rows, provider);
  const forecast = of(tables.forecast.byProvider, tables.forecast.rows, provider);
  const asOf = givenAsOf ?? standardAsOf(production, forecast, year);
  const outlook = buildOutlook({
    provider,
    year,
    asOf,
    production,
    forecast,
    keepClients: new Set(
      ceilings.flatMap((entry) => (entry.client === null ? [] : [clientKey(entry.domain, entry.client)])),
    ),
    runningMonth: runningMonthOf(rulebook, year),
  });
  return {
    rulebook,
    provider,
    year,
    asOf,
    outlook,
    ceilings,
    lookup: lookupOf(rulebook, tables),
    context: contextOf(rulebook, outlook, givenAsOf !== null),
  };
}

/**
 * The as-of date when none is given: the last day of the last month of the year that has production, the day
 * before the year when there is only a forecast, else the last day of the year.
 */
function standardAsOf(production: readonly CareRow[], forecast: readonly CareRow[], year: number): IsoDate {
  const last = lastMonthOfProduction(production, year);
  if (last !== null) return lastDay(last);
  return forecast.length > 0 ? dateOf(year - 1, 12, 31) : dateOf(year, 12, 31);
}

const lookups = new Answers<ProductLookup>(64);

/** What is known of products; the same for every provider of the same tables. */
const lookupOf = (rulebook: Rulebook, tables: Tables): ProductLookup =>
  lookups.of([rulebook, tables.products, tables.production, tables.forecast].map(numberOf).join('|'), () =>
    makeLookup(rulebook, tables),
  );

function makeLookup(rulebook: Rulebook, { products, production, forecast }: Tables): ProductLookup {
  const known = new Map<string, ReturnType<ProductLookup>>();
  const listed = new Map(products.map((entry) => [entry.product.toUpperCase(), entry.description]));
  return (domain, product) => {
    const key = `${domain}|${product}`;
    let found = known.get(key);
    if (!found) {
      const description =
        listed.get(product.toUpperCase()) ||
        (production.descriptions.get(product) ??
          forecast.descriptions.get(product) ??
          (isProductName(product) ? product : null));
      found = { description, treatment: treatmentOf(rulebook, product, description, domain) };
      known.set(key, found);
    }
    return found;
  };
}

const basesOf = ({ ceilings, year }: Situation, domain: string): CeilingEntry[] =>
  ceilings.filter(
    (entry) =>
      entry.kind === 'base' && entry.scope.length === 0 && entry.domain === domain && entry.year === year,
  );

/** A base ceiling that is stated twice may be a double line: they are not added up. */
export function refuseDoubleBase(situation: Situation, domain: string): void {
  const own = basesOf(situation, domain);
  if (own.length > 1) {
    throw wrong('functions.base-twice', {
      ...at('ceilings'),
      domain,
      year: String(situation.year),
      rows: own.map((entry) => String(entry.place.line ?? '')),
    });
  }
}

/** Without a base ceiling nothing honest can be said about headroom or overrun. */
function requireBase(situation: Situation, domain: string, tables: Tables): void {
  refuseDoubleBase(situation, domain);
  if (basesOf(situation, domain).length > 0) return;
  const found = tables.ceilings.entries
    .filter((entry) => entry.kind === 'base')
    .map((entry) => [entry.provider, entry.domain, entry.year].join(' ').trim());
  throw missing('functions.no-base', {
    ...at('ceilings'),
    provider: situation.provider || '–',
    domain,
    year: String(situation.year),
    found: shortList([...new Set(found)], 3),
  });
}

/** A product that nothing describes may be an excluded one: its amounts can't be counted in or out. */
export function requireDescriptions({ outlook, lookup }: Situation, domain: string): void {
  const unknown = new Map<string, Money>();
  for (const entry of outlook.entries) {
    if (entry.domain !== domain) continue;
    const { description, treatment } = lookup(domain, entry.product);
    if (description !== null || treatment.by === 'code') continue;
    unknown.set(entry.product, addMoney(unknown.get(entry.product) ?? ZERO, entry.amount));
  }
  const [first] = unknown;
  if (first !== undefined) {
    throw missing('functions.product-not-described', {
      ...at('products'),
      product: first[0],
      amount: moneyValue(first[1]),
      others: unknown.size - 1,
    });
  }
}

function contextOf(rulebook: Rulebook, outlook: Outlook, given: boolean): Step[] {
  const assumed: Message = { code: 'functions.as-of-assumed', facts: {} };
  const left = new Map<LeftOutReason, { amount: Money; count: number }>();
  for (const entry of outlook.leftOut) {
    const sum = left.get(entry.reason) ?? { amount: ZERO, count: 0 };
    left.set(entry.reason, { amount: addMoney(sum.amount, entry.amount), count: sum.count + 1 });
  }
  return [
    step({ code: 'functions.step-as-of', facts: {} }, dateValue(outlook.asOf), given ? {} : { assumed }),
    step({ code: 'functions.step-provider', facts: {} }, textValue(outlook.provider || '–')),
    rulebookStep(rulebook),
    ...[...left].map(([reason, { amount, count }]) =>
      step(
        {
          code: `checks.left-out-${reason}`,
          facts: { amount: moneyValue(amount), count, year: outlook.year },
        },
        moneyValue(amount),
      ),
    ),
  ];
}

/** Which rulebook, in which version: part of every explanation. */
export const rulebookStep = (rulebook: Rulebook): Step =>
  step(
    { code: 'functions.step-rulebook', facts: { title: rulebook.title } },
    textValue(`${rulebook.id} ${rulebook.version}`),
  );

/**
 * Puts the parts back into steps that only refer to a step worked out elsewhere in the same list, so that
 * one tree shows the whole calculation.
 */
export function expand(root: Step, pool: readonly Step[]): Step {
  const parts = root.parts.map((part) => {
    const whole =
      part.operator === 'given' && part.parts.length === 0
        ? pool.find(
            (candidate) =>
              candidate !== root && candidate.label.code === part.label.code && candidate.parts.length > 0,
          )
        : undefined;
    return expand(whole ?? part, pool);
  });
  return { ...root, parts };
}
