import { moneyFromCents, type Allocation, type InvoiceLine, type Money } from '../core';
import { type InputFile, type IntakeOptions, type TableReceipt } from './contract';
import { domainName, domainOfProduct } from './domain-name';
import { ignoredColumns, readColumns, type Field } from './fields';
import { readList, type LineFields } from './list-reader';
import { scale } from './number-text';
import { openTable } from './open-table';
import { readPeriod } from './period-text';
import { showable } from './private-text';
import { clientName } from './pseudonym';
import type { TableSource } from './source';
import { LARGEST_CENTS, Tally } from './tally';

export interface AllocationsRead {
  readonly entries: Allocation[];
  readonly receipt: TableReceipt;
}

export interface InvoiceLinesRead {
  readonly entries: InvoiceLine[];
  readonly receipt: TableReceipt;
}

const FREQUENCIES: ReadonlyMap<string, Allocation['frequency']> = new Map(
  (
    [
      ['total', 'totaal total totaalbinnengeldigheidsduur geheel 6'],
      ['day', 'dag day perdag 1'],
      ['week', 'week perweek 2'],
      ['month', 'maand month permaand 4'],
    ] as const
  ).flatMap(([frequency, words]) =>
    words.split(' ').map((word): [string, Allocation['frequency']] => [word, frequency]),
  ),
);

function money(fields: LineFields, field: Field, tally: Tally): Money | null {
  const found = fields.number(field);
  if (!found) return null;
  const scaled = scale(found.digits, found.negative, 2);
  if (!scaled || Math.abs(scaled.units) > LARGEST_CENTS) fields.refuse('intake.line-amount-too-large', field);
  if (scaled.difference) tally.rounded(field, scaled.difference, () => fields.place(field));
  return moneyFromCents(scaled.units);
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** The client as the rest of the run names it: as written, or a pseudonym. */
function clientOf(fields: LineFields, { pseudonymise, keepOwnNumbers }: IntakeOptions): string | null {
  const client = orNull(fields.text('client'));
  return client === null || !pseudonymise
    ? client
    : clientName(client, pseudonymise, keepOwnNumbers === true);
}

const domainOf = (fields: LineFields): string => {
  const text = fields.text('domain');
  return domainName(text) ?? (text === '' ? (domainOfProduct(fields.text('product')) ?? '') : text);
};

function receiptOf(
  kind: 'production' | 'allocations',
  source: TableSource,
  tally: Tally,
  decimal: TableReceipt['decimal'],
  providers: Iterable<string>,
): TableReceipt {
  return tally.receipt({
    kind,
    format: source.format,
    encoding: source.encoding(),
    delimiter: source.delimiter,
    decimal,
    columns: readColumns(kind, source.header),
    ignoredColumns: ignoredColumns(source.header),
    years: new Map(),
    providers: [...new Set(providers)],
  });
}

/**
 * Reads a list of allocations: number or client, product, first and last day, volume per frequency (or in
 * total), amount. A line without a first day, or that ends before it begins, is rejected.
 * Errors: `IntakeError` when the file can't be used at all.
 */
export async function readAllocations(
  file: InputFile,
  options: IntakeOptions = {},
): Promise<AllocationsRead> {
  const source = await openTable(file, 'allocations', options);
  const tally = new Tally(file.name);
  const read = (fields: LineFields): Allocation => {
    const number = orNull(fields.text('allocation'));
    const client = clientOf(fields, options);
    if (number === null && client === null) {
      fields.refuse('intake.line-blank', fields.has('allocation') ? 'allocation' : 'client');
    }
    fields.required('from');
    const from = fields.date('from');
    const until = fields.date('until');
    if (from === null) fields.refuse('intake.line-blank', 'from');
    if (until !== null && until < from) fields.refuse('intake.line-validity-reversed', 'until');
    const word = fields
      .text('frequency')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
    const frequency = word === '' ? 'total' : FREQUENCIES.get(word);
    if (frequency === undefined) {
      fields.refuse('intake.line-frequency-unknown', 'frequency', {
        found: showable(fields.text('frequency')),
      });
    }
    const amount = money(fields, 'amount', tally);
    if (amount !== null) tally.readSum.add(Number(amount));
    return {
      number,
      provider: fields.text('provider'),
      domain: domainOf(fields),
      product: fields.text('product'),
      client,
      from,
      until,
      volume: fields.decimal('quantity'),
      frequency,
      unit: orNull(fields.text('unit')),
      amount,
      place: fields.place(),
    };
  };
  const { entries, decimal } = await readList(file.name, source, tally, options, 'amount', read, () => null);
  return {
    entries,
    receipt: receiptOf(
      'allocations',
      source,
      tally,
      decimal,
      entries.map((entry) => entry.provider),
    ),
  };
}

/**
 * Reads a production file line by line, for matching: as `readCare`, but no line is added to another. When
 * every date of the file is the first of a month, the dates stand for months.
 * Errors: `IntakeError` when the file can't be used at all, or holds more lines than a list may.
 */
export async function readInvoiceLines(
  file: InputFile,
  options: IntakeOptions = {},
): Promise<InvoiceLinesRead> {
  const source = await openTable(file, 'production', options);
  const tally = new Tally(file.name);
  const read = (fields: LineFields): InvoiceLine => {
    const period = fields.required('period');
    const { month, day } = readPeriod(period);
    if (month === null) fields.refuse('intake.line-period-not-month', 'period', { found: showable(period) });
    const amount = money(fields, 'amount', tally);
    if (amount === null) fields.refuse('intake.line-amount-blank', 'amount');
    tally.readSum.add(Number(amount));
    return {
      provider: fields.text('provider'),
      domain: domainOf(fields),
      product: fields.required(fields.has('product') ? 'product' : 'description'),
      client: clientOf(fields, options),
      allocation: orNull(fields.text('allocation')),
      month,
      day,
      quantity: fields.decimal('quantity'),
      unit: orNull(fields.text('unit')),
      amount,
      place: fields.place(),
    };
  };
  const { entries, decimal } = await readList(file.name, source, tally, options, 'amount', read, (fields) => {
    const found = fields.number('amount');
    const scaled = found && scale(found.digits, found.negative, 2);
    return scaled && Math.abs(scaled.units) <= LARGEST_CENTS ? scaled.units : null;
  });
  const months = entries.every(({ day }) => day === null || day.endsWith('-01'));
  const receipt = receiptOf(
    'production',
    source,
    tally,
    decimal,
    entries.map((entry) => entry.provider),
  );
  return { entries: months ? entries.map((entry) => ({ ...entry, day: null })) : entries, receipt };
}
