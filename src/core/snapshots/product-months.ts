import {
  Decimal,
  addMoney,
  dateOf,
  lastDay,
  monthNumber,
  monthsOfYear,
  ratioValue,
  textValue,
  ZERO,
  type IsoDate,
  type Message,
  type Money,
  type Month,
  type Value,
} from '../values';
import { numberOn, type Rulebook } from '../rulebook';
import type { DeclarationTriangle } from '../production/declaration-triangle';
import { completionBook } from '../forecast/completion/completion-book';
import { statusOf, type Outlook } from '../forecast/outlook';
import { indexOfMonth } from '../forecast/series/month-index';

/**
 * What can still change in a month. `closed`: all of it is declared. `incomplete`: over or running, and more is to
 * come. `forecast`: ahead.
 */
export type ProductMonthStatus = 'closed' | 'incomplete' | 'forecast';

/** What is known about how complete a month is. */
export interface MonthStanding {
  readonly status: ProductMonthStatus;
  /** Share of the final amount that is declared, 0–1; null where nothing tells it. */
  readonly share: Decimal | null;
}

/** One month of a product: what was delivered and what is expected beside it. */
export interface ProductMonth extends MonthStanding {
  readonly month: Month;
  readonly production: Money;
  /** Null where the lines state no volume. */
  readonly productionVolume: Decimal | null;
  readonly forecast: Money;
  readonly forecastVolume: Decimal | null;
  /** Number of clients with production; null where lines name none. */
  readonly clients: number | null;
}

/** The year of one product in one unit. Months without any amount are there too, for their status. */
export interface ProductYear {
  readonly domain: string;
  readonly product: string;
  readonly unit: string | null;
  readonly months: readonly ProductMonth[];
}

/** From this share on a month counts as declared in full: the same as in the forecast. */
const COMPLETE = new Decimal('0.9995');

/**
 * How complete each month of a product is. Declarations by month of declaration tell it where there are any (chain
 * ladder, NAT-05); else the rulebook says how many of the latest months may still grow, and its assumed share counts
 * where it is below 1. The running month is incomplete.
 */
export function standingOf(
  rulebook: Rulebook,
  asOf: IsoDate,
  year: number,
  declared: DeclarationTriangle,
): (
  product: { readonly provider: string; readonly domain: string; readonly product: string },
  month: Month,
) => MonthStanding {
  const on = dateOf(year, 12, 31);
  const latest = numberOn(rulebook, 'incomplete-months', on)?.toNumber() ?? 0;
  const assumed = numberOn(rulebook, 'completion-share', on);
  const book = completionBook({
    asOf,
    declarations: declared.cells.map((cell) => ({
      provider: cell.provider,
      domain: cell.domain,
      product: cell.product,
      origin: cell.origin,
      declaredIn: cell.declared,
      amount: cell.amount,
    })),
    shares: [],
    groupOf: null,
  });
  // Running months are among the latest, as in the notice on months that may be incomplete.
  const begun = monthsOfYear(year).filter((month) => statusOf(month, asOf) !== 'forecast');
  const recent = new Set<Month>(latest > 0 ? begun.slice(-latest) : []);
  return (product, month) => {
    const status = statusOf(month, asOf);
    if (status === 'forecast') return { status, share: null };
    if (status === 'running') return { status: 'incomplete', share: null };
    const { share, ground } = book.completionOf(product, indexOfMonth(month), 0);
    if (ground !== 'none') {
      return share.greaterThanOrEqualTo(COMPLETE)
        ? { status: 'closed', share: null }
        : { status: 'incomplete', share: share.toDecimalPlaces(3) };
    }
    if (!recent.has(month)) return { status: 'closed', share: null };
    return { status: 'incomplete', share: assumed?.lessThan(1) ? assumed : null };
  };
}

interface Sums {
  production: Money;
  productionVolume: Decimal | null;
  forecast: Money;
  forecastVolume: Decimal | null;
}

/**
 * The figures of an outlook per product, unit and month with their status, clients added together. A volume is
 * stated only where every line behind the amount states one. Unit: euro, exact: all months of all products add up to
 * the outlook's entries. Errors: none.
 */
export function productYears(outlook: Outlook, standing: ReturnType<typeof standingOf>): ProductYear[] {
  const found = new Map<string, { head: Omit<ProductYear, 'months'>; months: Map<Month, Sums> }>();
  for (const entry of outlook.entries) {
    const { domain, product, unit, month, phase } = entry;
    const key = JSON.stringify([domain, product, unit]);
    const known = found.get(key) ?? { head: { domain, product, unit }, months: new Map<Month, Sums>() };
    found.set(key, known);
    const volume = `${phase}Volume` as const;
    const sums = known.months.get(month);
    if (!sums) {
      const none = { production: ZERO, productionVolume: null, forecast: ZERO, forecastVolume: null };
      known.months.set(month, { ...none, [phase]: entry.amount, [volume]: entry.quantity });
      continue;
    }
    const isFirst = sums[phase] === ZERO && sums[volume] === null;
    sums[phase] = addMoney(sums[phase], entry.amount);
    if (isFirst) sums[volume] = entry.quantity;
    else sums[volume] = entry.quantity === null ? null : (sums[volume]?.plus(entry.quantity) ?? null);
  }
  return [...found.values()].map(({ head, months }) => ({
    ...head,
    months: monthsOfYear(outlook.year).map((month): ProductMonth => {
      const sums = months.get(month);
      return {
        month,
        ...standing({ provider: outlook.provider, ...head }, month),
        production: sums?.production ?? ZERO,
        productionVolume: sums?.productionVolume ?? null,
        forecast: sums?.forecast ?? ZERO,
        forecastVolume: sums?.forecastVolume ?? null,
        clients: outlook.clients.get(`${head.domain}|${head.product}|${month}`) ?? null,
      };
    }),
  }));
}

/** What clients that first had care in a month of the year bring, without saying who they are. */
export interface Newcomers {
  readonly domain: string;
  readonly product: string;
  readonly unit: string | null;
  /** The month in which they first had care of this domain. */
  readonly first: Month;
  readonly month: Month;
  readonly amount: Money;
  readonly volume: Decimal | null;
  /** How many of them have this product in this month. */
  readonly clients: number;
}

/** The part of a line of care that newcomers are counted from. */
export interface ClientRow {
  readonly domain: string;
  readonly product: string;
  readonly client: string | null;
  readonly month: Month;
  readonly unit: string | null;
  readonly quantity: Decimal | null;
  readonly amount: Money;
}

/**
 * Production of clients by the month in which they first had care, for the months of the year after the first month
 * of the data: who came before can't be told from who was always there. Months ahead of the as-of date take no part.
 * `named` are the domains whose lines name clients at all. No client leaves this function.
 */
export function newcomersOf(
  rows: Iterable<ClientRow>,
  year: number,
  asOf: IsoDate,
): { readonly newcomers: readonly Newcomers[]; readonly named: readonly string[] } {
  const taken: (ClientRow & { readonly client: string })[] = [];
  const first = new Map<string, Month>();
  const start = new Map<string, Month>();
  const unnamed = new Set<string>();
  for (const row of rows) {
    if (statusOf(row.month, asOf) === 'forecast') continue;
    const begin = start.get(row.domain);
    if (begin === undefined || row.month < begin) start.set(row.domain, row.month);
    if (row.client === null || row.client.trim() === '') {
      if (row.month.startsWith(`${year}-`) && row.amount !== ZERO) unnamed.add(row.domain);
      continue;
    }
    const client = row.client.trim().toUpperCase();
    const key = JSON.stringify([row.domain, client]);
    const known = first.get(key);
    if (known === undefined || row.month < known) first.set(key, row.month);
    if (row.month.startsWith(`${year}-`)) taken.push({ ...row, client });
  }
  interface Sum {
    head: Pick<Newcomers, 'domain' | 'product' | 'unit' | 'first' | 'month'>;
    amount: Money;
    volume: Decimal | null;
    clients: Set<string>;
  }
  const sums = new Map<string, Sum>();
  for (const row of taken) {
    const { domain, product, unit, month, client, amount, quantity } = row;
    const began = first.get(JSON.stringify([domain, client]));
    if (began === undefined || !began.startsWith(`${year}-`) || began === start.get(domain)) continue;
    const head = { domain, product, unit, first: began, month };
    const key = JSON.stringify(head);
    const known = sums.get(key);
    if (!known) sums.set(key, { head, amount, volume: quantity, clients: new Set([client]) });
    else {
      known.amount = addMoney(known.amount, amount);
      known.volume = quantity === null ? null : (known.volume?.plus(quantity) ?? null);
      known.clients.add(client);
    }
  }
  const named = [...new Set(taken.map(({ domain }) => domain))].filter((domain) => !unnamed.has(domain));
  return {
    named,
    newcomers: [...sums.values()].map(({ head, amount, volume, clients }) => ({
      ...head,
      amount,
      volume,
      clients: clients.size,
    })),
  };
}

/**
 * The status of a month as a sentence.
 * @example standingText({ status: 'incomplete', share: new Decimal('0.85') }).code // 'snapshots.status-incomplete-share'
 */
export function standingText({ status, share }: MonthStanding): Message {
  if (status !== 'incomplete' || share === null) return { code: `snapshots.status-${status}`, facts: {} };
  return { code: 'snapshots.status-incomplete-share', facts: { share: ratioValue(share) } };
}

/** Whether a month is over on a day: its production is declared, late lines still to come. */
export const isOver = (month: Month, asOf: IsoDate | null): boolean =>
  asOf !== null && lastDay(month) <= asOf;

/** Place of a month in its year, from 0. */
export const monthIndex = (month: Month): number => monthNumber(month) - 1;

/** A product for people: its code, with what it is called where that is known. */
export const productText = (product: string, description: string | null): Value =>
  textValue(description === null || description === product ? product : `${product} ${description}`);
