import { addMoney, divideMoney, maxMoney, minMoney, subtractMoney, ZERO, type Money } from '../values/money';
import { Decimal } from '../values/decimal';
import { daysInMonth, lastDay, monthsOfYear, yearOf, type IsoDate, type Month } from '../values/date';
import type { CareRow } from '../production/care-table';

/** Whether a month is over on the as-of date, contains it, or lies ahead. */
export type MonthStatus = 'closed' | 'running' | 'forecast';

/**
 * Status of a month on the as-of date. A month is closed on its last day.
 * @example statusOf(parseMonth('2023-06'), parseDate('2023-06-30')) // 'closed'
 * @example statusOf(parseMonth('2023-06'), parseDate('2023-06-29')) // 'running'
 */
export function statusOf(month: Month, asOf: IsoDate): MonthStatus {
  // Days and months compare as text, and this is asked of every line.
  if (!asOf.startsWith(month)) return (month as string) < asOf ? 'closed' : 'forecast';
  return lastDay(month) === asOf ? 'closed' : 'running';
}

/**
 * Whether an entry is an estimate of what is still to be declared: a forecast in a month that is over.
 */
export const isLate = (entry: Pick<OutlookEntry, 'phase' | 'month'>, asOf: IsoDate): boolean =>
  entry.phase === 'forecast' && statusOf(entry.month, asOf) === 'closed';

/** The outlook with what is still to be declared taken as declared: what an estimated month should state. */
export const asDeclared = (outlook: Outlook): Outlook => ({
  ...outlook,
  entries: outlook.entries.map((entry) =>
    isLate(entry, outlook.asOf) ? { ...entry, phase: 'production' } : entry,
  ),
});

/** One product (of one client, where that client has a case budget) in one month. */
export interface OutlookEntry {
  readonly domain: string;
  readonly product: string;
  /** Kept only for clients with a case budget. */
  readonly client: string | null;
  readonly month: Month;
  readonly phase: 'production' | 'forecast';
  readonly unit: string | null;
  readonly quantity: Decimal | null;
  readonly amount: Money;
  /** Kept only when asked for (`OutlookInput.keepLocations`), and where the source names one. */
  readonly location?: string;
}

/** Why an amount of the source is not part of the year's figures. */
export type LeftOutReason =
  'other-year' | 'after-as-of' | 'already-closed' | 'covered-by-production' | 'still-to-declare';

/**
 * What counts of months that are over and not declared in full yet (NAT-05): what is declared, or the
 * estimate of the whole month.
 */
export type IncompleteMonths = 'declared' | 'estimate';

export interface LeftOut {
  readonly domain: string;
  readonly product: string;
  readonly month: Month;
  readonly phase: 'production' | 'forecast';
  readonly amount: Money;
  readonly reason: LeftOutReason;
}

/** Production and forecast of one provider and one year, put together as of one day. */
export interface Outlook {
  readonly provider: string;
  readonly year: number;
  readonly asOf: IsoDate;
  readonly entries: readonly OutlookEntry[];
  readonly leftOut: readonly LeftOut[];
  /** Per domain: production whose line names no allocation while the file has the column (ZUT-02). */
  readonly unallocated: readonly {
    readonly domain: string;
    readonly product: string;
    readonly amount: Money;
    readonly lines: number;
  }[];
  /**
   * Per `domain|product|month`: number of clients with production; null when lines name none. With locations kept
   * apart also per `domain|product|month|location`.
   */
  readonly clients: ReadonlyMap<string, number | null>;
  /** Every cent of both sources for this provider, left out or not. */
  readonly sourceTotal: Money;
}

export interface OutlookInput {
  readonly provider: string;
  readonly year: number;
  readonly asOf: IsoDate;
  readonly production: Iterable<CareRow>;
  readonly forecast: Iterable<CareRow>;
  /** What is still to be declared of months that are over, as a forecast estimates it. */
  readonly late?: Iterable<CareRow>;
  /** Whether `late` counts, in its own months. Default: it doesn’t, and is left out by name. */
  readonly incomplete?: IncompleteMonths;
  /** Clients whose lines must stay apart (case budgets), per domain: `domain|client`. */
  readonly keepClients: ReadonlySet<string>;
  /** Keeps the source's locations apart: for a layout with lines per location. */
  readonly keepLocations?: boolean;
  /** Parameter `running-month` of the rulebook. */
  readonly runningMonth: 'forecast-is-whole-month' | 'forecast-is-remainder';
}

/** The key of a client with a case budget in `OutlookInput.keepClients`. */
export const clientKey = (domain: string, client: string): string =>
  `${domain}|${client.trim().toUpperCase()}`;

interface Pot {
  readonly domain: string;
  readonly product: string;
  readonly client: string | null;
  readonly month: Month;
  readonly phase: 'production' | 'forecast';
  readonly unit: string | null;
  readonly location?: string;
  quantity: Decimal | null;
  amount: Money;
}

/**
 * Puts production and forecast together: production up to and including the running month, forecast after
 * the closed months. What falls outside is listed with its reason, so that entries plus left-out amounts are
 * exactly the source.
 */
export function buildOutlook(input: OutlookInput): Outlook {
  const pots = new Map<string, Pot>();
  const leftOut = new Map<string, { entry: Omit<LeftOut, 'amount'>; amount: Money }>();
  const unallocated = new Map<string, { domain: string; product: string; amount: Money; lines: number }>();
  const clients = new Map<string, Set<string> | null>();
  let sourceTotal = ZERO;

  const leave = (
    row: CareRow,
    phase: 'production' | 'forecast',
    reason: LeftOutReason,
    amount: Money,
  ): void => {
    const key = [row.domain, row.product, row.month, phase, reason].join('|');
    const known = leftOut.get(key);
    if (known) known.amount = addMoney(known.amount, amount);
    else {
      const { domain, product, month } = row;
      leftOut.set(key, { entry: { domain, product, month, phase, reason }, amount });
    }
  };

  const countClient = (group: string, client: string | null): void => {
    if (client === null) {
      if (!clients.has(group)) clients.set(group, null);
    } else {
      const set = clients.get(group) ?? new Set<string>();
      set.add(client);
      clients.set(group, set);
    }
  };

  const take = (row: CareRow, phase: 'production' | 'forecast', late = false): void => {
    sourceTotal = addMoney(sourceTotal, row.amount);
    if (yearOf(row.month) !== input.year) return leave(row, phase, 'other-year', row.amount);
    const status = statusOf(row.month, input.asOf);
    const isLate = late && status === 'closed';
    if (isLate && input.incomplete !== 'estimate') {
      return leave(row, phase, 'still-to-declare', row.amount);
    }
    if (phase === 'production' && status === 'forecast') return leave(row, phase, 'after-as-of', row.amount);
    if (phase === 'forecast' && status === 'closed' && !isLate)
      return leave(row, phase, 'already-closed', row.amount);
    const client =
      row.client !== null && input.keepClients.has(clientKey(row.domain, row.client))
        ? row.client.trim().toUpperCase()
        : null;
    const location = input.keepLocations === true ? row.location : undefined;
    const plain = `${row.domain}|${row.product}|${client ?? ''}|${row.month}|${phase}|${row.unit ?? ''}`;
    const key = location === undefined ? plain : `${plain}|${location}`;
    const pot = pots.get(key);
    if (pot) {
      pot.amount = addMoney(pot.amount, row.amount);
      if (row.quantity) pot.quantity = (pot.quantity ?? new Decimal(0)).plus(row.quantity);
    } else {
      const { domain, product, month, unit, quantity, amount } = row;
      const own = { domain, product, client, month, phase, unit, quantity, amount };
      pots.set(key, location === undefined ? own : { ...own, location });
    }
    if (phase === 'production') {
      const group = `${row.domain}|${row.product}|${row.month}`;
      countClient(group, row.client);
      if (location !== undefined) countClient(`${group}|${location}`, row.client);
      if (row.allocated === 'no') {
        const key = `${row.domain}|${row.product}`;
        const found = unallocated.get(key) ?? {
          domain: row.domain,
          product: row.product,
          amount: ZERO,
          lines: 0,
        };
        found.amount = addMoney(found.amount, row.amount);
        found.lines += row.lines;
        unallocated.set(key, found);
      }
    }
  };

  for (const row of input.production) take(row, 'production');
  for (const row of input.forecast) take(row, 'forecast');
  for (const row of input.late ?? []) take(row, 'forecast', true);
  if (input.runningMonth === 'forecast-is-whole-month') takeOffRunning(pots, input.asOf, leftOut);

  return {
    provider: input.provider,
    year: input.year,
    asOf: input.asOf,
    entries: [...pots.values()],
    leftOut: [...leftOut.values()].map(({ entry, amount }) => ({ ...entry, amount })),
    unallocated: [...unallocated.values()],
    clients: new Map([...clients].map(([key, set]) => [key, set === null ? null : set.size])),
    sourceTotal,
  };
}

/** In the running month the forecast is for the whole month: what was produced already is taken off it. */
function takeOffRunning(
  pots: ReadonlyMap<string, Pot>,
  asOf: IsoDate,
  leftOut: Map<string, { entry: Omit<LeftOut, 'amount'>; amount: Money }>,
): void {
  const running = [...pots.values()].filter((pot) => statusOf(pot.month, asOf) === 'running');
  const product = (pot: Pot): string => `${pot.domain}|${pot.product}`;
  const place = (pot: Pot): string => `${product(pot)}|${pot.location ?? ''}`;
  /** What was produced and isn't taken off anything yet, per place. */
  const produced = new Map<string, { left: Money }>();
  const placesOf = new Map<string, { left: Money }[]>();
  for (const pot of running) {
    if (pot.phase !== 'production') continue;
    let own = produced.get(place(pot));
    if (!own) {
      produced.set(place(pot), (own = { left: ZERO }));
      placesOf.set(product(pot), [...(placesOf.get(product(pot)) ?? []), own]);
    }
    own.left = addMoney(own.left, pot.amount);
  }
  const takeOff = (pot: Pot, own: { left: Money }): void => {
    const available = maxMoney(ZERO, own.left);
    const taken = minMoney(available, maxMoney(ZERO, pot.amount));
    if (taken === ZERO) return;
    own.left = subtractMoney(available, taken);
    if (pot.quantity && pot.amount !== ZERO) {
      // The volume goes down in proportion; it is shown, never paid.
      const left = new Decimal(subtractMoney(pot.amount, taken).toString()).dividedBy(pot.amount.toString());
      pot.quantity = pot.quantity.times(left).toDecimalPlaces(4);
    }
    pot.amount = subtractMoney(pot.amount, taken);
    const { domain, month, phase } = pot;
    const key = [domain, pot.product, month, phase, 'covered-by-production'].join('|');
    const known = leftOut.get(key);
    if (known) known.amount = addMoney(known.amount, taken);
    else {
      leftOut.set(key, {
        entry: { domain, product: pot.product, month, phase, reason: 'covered-by-production' },
        amount: taken,
      });
    }
  };
  const expected = running.filter((pot) => pot.phase === 'forecast');
  for (const pot of expected) {
    const own = produced.get(place(pot));
    if (own) takeOff(pot, own);
  }
  // What one location produced more than it expected is taken off the others: the sum is that of the product.
  for (const pot of expected) {
    const own = produced.get(place(pot));
    for (const other of placesOf.get(product(pot)) ?? []) if (other !== own) takeOff(pot, other);
  }
}

/**
 * Spreads an amount over months by their days, whole cents, adding up exactly: for layouts that state
 * quarters or half-years only.
 */
export function spreadOverMonths(amount: Money, months: readonly Month[]): Money[] {
  return divideMoney(
    amount,
    months.map((month) => BigInt(daysInMonth(month))),
  );
}

/** The twelve months of the outlook's year with their status. */
export const monthsWithStatus = (year: number, asOf: IsoDate): { month: Month; status: MonthStatus }[] =>
  monthsOfYear(year).map((month) => ({ month, status: statusOf(month, asOf) }));
