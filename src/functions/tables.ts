import {
  ceilingKind,
  domainName,
  domainOfProduct,
  providerKey,
  type CareRow,
  type CeilingEntry,
  type TariffEntry,
} from '../core';
import { at } from './arguments';
import { CellProblem, wrong, type Cell } from './cell';
import { dateSystem } from './host';
import { RangeMemory, toRange } from './range';
import { isEmptyTable, Table, type CellTableKind } from './table';

/** Production or forecast, ready to be asked about one provider. */
export interface CareData {
  readonly rows: readonly CareRow[];
  /** Rows by `providerKey`; '' holds lines that name no provider. */
  readonly byProvider: ReadonlyMap<string, readonly CareRow[]>;
  /** Providers as written, by key, without ''. */
  readonly providers: ReadonlyMap<string, string>;
  /** What the table itself says products are. */
  readonly descriptions: ReadonlyMap<string, string>;
}

/** Everything that was read from one table, and nothing yet when it was left out. */
export const NO_CARE: CareData = {
  rows: [],
  byProvider: new Map(),
  providers: new Map(),
  descriptions: new Map(),
};

type Made<T> = { readonly data: T } | { readonly problem: CellProblem };

function readTable<T>(
  memory: RangeMemory<Made<T>>,
  argument: Cell,
  kind: CellTableKind,
  name: string,
  read: (table: Table) => T,
): T {
  const made = memory.of(toRange(argument), `${kind} ${name} ${dateSystem()}`, (range, rows) => {
    try {
      return { data: read(new Table(range, rows, kind, name)) };
    } catch (error) {
      if (error instanceof CellProblem) return { problem: error };
      throw error;
    }
  });
  if ('problem' in made) throw made.problem;
  return made.data;
}

const care = new RangeMemory<Made<CareData>>();

/** Production or forecast from a range. Errors: #VALUE!. */
export function careArgument(argument: Cell, kind: 'production' | 'forecast'): CareData {
  if (isEmptyTable(argument)) throw wrong('functions.argument-missing', at(kind));
  return readTable(care, argument, kind, kind, (table) => readCare(table));
}

/** As `careArgument`; nothing when it was left out. */
export const optionalCare = (argument: Cell, kind: 'production' | 'forecast'): CareData =>
  isEmptyTable(argument) ? NO_CARE : careArgument(argument, kind);

/**
 * Production or forecast with its volumes, as one side of a comparison. Amounts side by side per month have
 * no volumes. Errors: #VALUE!.
 */
export function sideArgument(argument: Cell, name: 'before' | 'after'): CareData {
  if (isEmptyTable(argument)) throw wrong('functions.argument-missing', at(name));
  return readTable(care, argument, 'forecast', name, (table) => readCare(table, true));
}

function readCare(table: Table, volumes = false): CareData {
  const rows: CareRow[] = [];
  const byProvider = new Map<string, CareRow[]>();
  const providers = new Map<string, string>();
  const descriptions = new Map<string, string>();
  const keys = new Map<string, string>();
  const add = (row: CareRow): void => {
    let key = keys.get(row.provider);
    if (key === undefined) {
      key = providerKey(row.provider);
      keys.set(row.provider, key);
      if (key !== '' && !providers.has(key)) providers.set(key, row.provider);
    }
    rows.push(row);
    const own = byProvider.get(key);
    if (own) own.push(row);
    else byProvider.set(key, [row]);
  };
  table.forEach(() => {
    const product = table.text(table.has('product') ? 'product' : 'description');
    if (product === '')
      throw table.problem('functions.cell-blank', table.has('product') ? 'product' : 'description');
    if (table.has('product') && table.has('description') && !descriptions.has(product)) {
      const description = table.text('description');
      if (description !== '') descriptions.set(product, description);
    }
    const line = {
      provider: table.text('provider'),
      domain: domainOf(table, product),
      product,
      client: table.text('client') || null,
      unit: table.text('unit') || null,
      allocated: !table.has('allocation') ? 'unknown' : table.text('allocation') === '' ? 'no' : 'yes',
      // Volumes play no part in what most functions answer: they only read amounts.
      quantity: null,
      lines: 1,
    } as const;
    if (table.months.length === 0) {
      const quantity = volumes ? table.decimal('quantity') : null;
      add({ ...line, quantity, month: table.period(), amount: table.amount() });
    }
    for (const { month, col } of table.months) {
      const amount = table.amountAt(col);
      if (amount !== null) add({ ...line, month, amount });
    }
  });
  return { rows, byProvider, providers, descriptions };
}

function domainOf(table: Table, product: string): string {
  if (table.has('domain')) {
    const written = table.required('domain');
    return domainName(written) ?? written;
  }
  const derived = domainOfProduct(product);
  if (derived === null)
    throw table.problem('functions.no-domain', table.has('product') ? 'product' : 'description');
  return derived;
}

/** Ceilings, ready to be asked about one provider. */
export interface CeilingData {
  readonly entries: readonly CeilingEntry[];
  /** Entries by `providerKey`, with those that name no provider under ''. */
  readonly byProvider: ReadonlyMap<string, readonly CeilingEntry[]>;
  /** Providers as written, by key, without ''. */
  readonly providers: ReadonlyMap<string, string>;
}

const ceilings = new RangeMemory<Made<CeilingData>>();

/** Ceilings from a range. Errors: #VALUE!. */
export function ceilingsArgument(argument: Cell): CeilingData {
  if (isEmptyTable(argument)) throw wrong('functions.argument-missing', at('ceilings'));
  return readTable(ceilings, argument, 'ceilings', 'ceilings', (table) => {
    const entries: CeilingEntry[] = [];
    table.forEach(() => {
      const domain = table.required('domain');
      const word = table.text('kind') || 'basis';
      const kind = ceilingKind(word);
      if (kind === null) throw table.problem('functions.cell-no-kind', 'kind');
      const client = table.text('client');
      if (kind === 'case-budget' && client === '')
        throw table.problem('functions.case-without-client', 'kind');
      const amount = table.amount();
      if (kind === 'lowering' && amount > 0n) throw table.problem('functions.lowering-positive', 'amount');
      entries.push({
        provider: table.text('provider'),
        domain: domainName(domain) ?? domain,
        year: table.year('year'),
        kind: kind === 'lowering' ? 'adjustment' : kind,
        client: client === '' ? null : client,
        amount,
        from: table.day('from'),
        scope: table
          .text('scope')
          .split(/\s*[,;|+]\s*/)
          .filter((part) => part !== ''),
        place: { line: table.line },
      });
    });
    return indexCeilings(entries);
  });
}

function indexCeilings(entries: readonly CeilingEntry[]): CeilingData {
  const byProvider = new Map<string, CeilingEntry[]>();
  const providers = new Map<string, string>();
  for (const entry of entries) {
    const key = providerKey(entry.provider);
    const own = byProvider.get(key);
    if (own) own.push(entry);
    else byProvider.set(key, [entry]);
    if (key !== '' && !providers.has(key)) providers.set(key, entry.provider);
  }
  return { entries, byProvider, providers };
}

const tariffs = new RangeMemory<Made<readonly TariffEntry[]>>();

/** A tariff list, or a list that only says what products are, from a range. Errors: #VALUE!. */
export function tariffsArgument(argument: Cell, name: 'tariffs' | 'products'): readonly TariffEntry[] {
  if (isEmptyTable(argument)) throw wrong('functions.argument-missing', at(name));
  return readTable(tariffs, argument, 'tariffs', name, (table) => {
    const entries: TariffEntry[] = [];
    table.forEach(() => {
      const from = table.day('from');
      const until = table.day('until');
      if (from !== null && until !== null && until < from)
        throw table.problem('functions.validity-reversed', 'until');
      entries.push({
        product: table.required('product'),
        description: table.text('description'),
        unit: table.text('unit') || null,
        tariff: table.decimal('tariff'),
        care: table.decimal('care'),
        nhc: table.decimal('nhc'),
        nic: table.decimal('nic'),
        qualitySupplement: table.decimal('qualitySupplement'),
        from,
        until,
        sector: table.text('sector') || null,
        deliveryForm: table.text('deliveryForm') || null,
        treatment: table.text('treatment') || null,
        place: { line: table.line },
      });
    });
    return entries;
  });
}

const NO_PRODUCTS: readonly TariffEntry[] = [];

/** The product list of an optional argument. */
export const optionalProducts = (argument: Cell): readonly TariffEntry[] =>
  isEmptyTable(argument) ? NO_PRODUCTS : tariffsArgument(argument, 'products');

/** A table that must be given. Errors: #VALUE!. */
export function requiredTable(argument: Cell, name: string): Cell {
  if (isEmptyTable(argument)) throw wrong('functions.argument-missing', at(name));
  return argument;
}
