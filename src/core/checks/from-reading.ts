import {
  addMoney,
  addMonths,
  Decimal,
  formatMoney,
  roundToCents,
  subtractMoney,
  ZERO,
  type IsoDate,
  type Message,
  type Money,
  type Month,
} from '../values';
import { CareTable } from '../production/care-table';
import { spreadOverMonths, statusOf } from '../forecast/outlook';
import { a1 } from '../prognosis/grid';
import type { PrognosisReading, ReadValue, Slot } from '../prognosis';

/** An amount a submitted prognosis states for a product and period, with where it stands. */
export interface StatedAmount {
  readonly slot: Slot;
  readonly domain: string;
  readonly product: string;
  readonly amount: Money;
  /** Computed from volume × tariff because the amount cell has no value of its own. */
  readonly computed: boolean;
}

/** A submitted prognosis as production and forecast, in the same shape as declared data. */
export interface SubmittedFigures {
  readonly production: CareTable;
  readonly forecast: CareTable;
  readonly stated: readonly StatedAmount[];
  readonly remarks: readonly { readonly message: Message; readonly slot: Slot }[];
  /** Amount cells whose value could not be told. */
  readonly unknown: readonly Slot[];
}

export interface FromReadingOptions {
  readonly provider: string;
  readonly year: number;
  readonly asOf: IsoDate;
  /** The product behind a slot; its own label when nothing else is known. */
  readonly productOf: (slot: Slot) => string;
  /** The domain behind a slot that states none. */
  readonly domainOf: (product: string, slot: Slot) => string;
  /** Agreed tariff on the first day of a period, for rows that state volumes only. */
  readonly tariffOf: (product: string, month: Month) => Decimal | null;
  /** Declared amount of a product in the months of a period: for cells that span the as-of date. */
  readonly declared: (domain: string, product: string, months: readonly Month[]) => Money;
}

const rowKey = (slot: Slot): string => `${slot.sheet}|${slot.label}|${slot.domain ?? ''}`;
const cellKey = (slot: Slot): string =>
  `${rowKey(slot)}|${slot.period.from}|${slot.period.until}|${slot.phase}`;

/** The months of a slot's period within one year. */
export function monthsOfSlot(slot: Slot): Month[] {
  const months: Month[] = [];
  for (let month = slot.period.from; month <= slot.period.until; month = addMonths(month, 1))
    months.push(month);
  return months;
}

/**
 * Turns what a prognosis states into production (periods closed on the as-of date) and forecast (later
 * ones). A quarter or half-year is spread over its months by days, adding up exactly; one that spans the
 * as-of date is taken as production so far plus a forecast of the rest, and said.
 */
export function figuresFromReading(reading: PrognosisReading, options: FromReadingOptions): SubmittedFigures {
  const production = new CareTable();
  const forecast = new CareTable();
  const stated: StatedAmount[] = [];
  const remarks: { message: Message; slot: Slot }[] = [];
  const unknown: Slot[] = [];
  const volumes = new Map<string, Decimal>();
  const tariffs = new Map<string, Decimal>();
  for (const value of reading.values) {
    if (value.quantity === null) continue;
    if (value.slot.measure === 'volume') {
      const key = cellKey(value.slot);
      volumes.set(key, (volumes.get(key) ?? new Decimal(0)).plus(value.quantity));
    }
    if (value.slot.measure === 'tariff') tariffs.set(rowKey(value.slot), value.quantity);
  }
  // Only what is filled in as a volume is held against the amounts beside it.
  const withAmount = new Set(
    reading.values.some(({ slot }) => slot.measure === 'volume')
      ? reading.values.filter(({ slot }) => slot.measure === 'amount').map(({ slot }) => cellKey(slot))
      : [],
  );

  const amountFor = (value: ReadValue): { amount: Money; computed: boolean } | null => {
    if (value.amount !== null) return { amount: value.amount, computed: false };
    const blank = value.slot.role !== 'formula' && value.problem === null;
    if (blank && value.slot.measure === 'amount') return { amount: ZERO, computed: false };
    const volume = volumes.get(cellKey(value.slot));
    if (volume === undefined) return null;
    if (volume.isZero()) return { amount: ZERO, computed: true };
    const product = options.productOf(value.slot);
    const tariff = tariffs.get(rowKey(value.slot)) ?? options.tariffOf(product, value.slot.period.from);
    return tariff === null ? null : { amount: roundToCents(volume.times(tariff)), computed: true };
  };

  for (const value of reading.values) {
    const { slot } = value;
    if (slot.measure === 'volume' && withAmount.has(cellKey(slot))) continue;
    if (slot.measure !== 'amount' && slot.measure !== 'volume') continue;
    const found = amountFor(value);
    if (found === null) {
      unknown.push(slot);
      continue;
    }
    const product = options.productOf(slot);
    const domain = slot.domain ?? options.domainOf(product, slot);
    stated.push({ slot, domain, product, amount: found.amount, computed: found.computed });
    place(slot, domain, product, found.amount);
  }
  return { production, forecast, stated, remarks, unknown };

  function place(slot: Slot, domain: string, product: string, amount: Money): void {
    const add = (into: CareTable, month: Month, part: Money): void => {
      if (part === ZERO) return;
      into.add({
        provider: options.provider,
        domain,
        product,
        client: slot.client ?? null,
        month,
        unit: null,
        allocated: 'unknown',
        volume: null,
        cents: Number(part),
      });
    };
    if (slot.period.from === slot.period.until) {
      const status = statusOf(slot.period.from, options.asOf);
      if (status === 'closed') {
        if (slot.phase !== 'forecast') add(production, slot.period.from, amount);
      } else if (status === 'running' && slot.phase === 'actual') {
        add(production, slot.period.from, amount);
      } else if (slot.phase !== 'actual' || status === 'running') {
        add(forecast, slot.period.from, amount);
      }
      return;
    }
    const months = monthsOfSlot(slot);
    const spread = (into: CareTable, list: readonly Month[], total: Money): void => {
      if (list.length === 0) return;
      spreadOverMonths(total, list).forEach((part, index) =>
        add(into, list[index] ?? slot.period.from, part),
      );
    };
    const done = months.filter((month) => statusOf(month, options.asOf) !== 'forecast');
    const ahead = months.filter((month) => statusOf(month, options.asOf) === 'forecast');
    if (slot.phase === 'actual' || ahead.length === 0) {
      if (slot.phase !== 'forecast') spread(production, done, amount);
    } else if (slot.phase === 'forecast' || done.length === 0) {
      spread(forecast, ahead, amount);
    } else {
      const sofar = options.declared(domain, product, done);
      spread(production, done, sofar);
      spread(forecast, ahead, subtractMoney(amount, sofar));
      remarks.push({
        message: {
          code: 'checks.overlapping-production',
          facts: { cell: `${slot.sheet}!${a1(slot.row, slot.col)}` },
        },
        slot,
      });
    }
  }
}

/** Stated amounts per domain, product and period, actual and undivided cells only: what is compared with declared. */
export function statedActuals(
  figures: SubmittedFigures,
  asOf: IsoDate,
): { domain: string; product: string; slot: Slot; amount: Money; cells: Slot[] }[] {
  const groups = new Map<
    string,
    { domain: string; product: string; slot: Slot; amount: Money; cells: Slot[] }
  >();
  for (const { slot, domain, product, amount } of figures.stated) {
    if (slot.phase === 'forecast' || statusOf(slot.period.until, asOf) !== 'closed') continue;
    const key = `${domain}|${product}|${slot.period.from}|${slot.period.until}`;
    const known = groups.get(key);
    if (known) {
      known.amount = addMoney(known.amount, amount);
      known.cells.push(slot);
    } else groups.set(key, { domain, product, slot, amount, cells: [slot] });
  }
  return [...groups.values()];
}

/** A plain fingerprint of what a prognosis states, to notice the same one handed in twice. */
export const fingerprint = (figures: SubmittedFigures): string =>
  figures.stated
    .filter((entry) => entry.amount !== ZERO)
    .map(
      (entry) =>
        `${entry.domain}|${entry.product}|${entry.slot.period.from}|${entry.slot.period.until}|${formatMoney(entry.amount)}`,
    )
    .sort()
    .join('\n');
