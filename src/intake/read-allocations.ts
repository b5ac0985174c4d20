import {
  careUnit,
  type Allocation,
  type AllocationForm,
  type Decimal,
  type InvoiceLine,
  type Place,
} from '../core';
import { type InputFile, type IntakeOptions, type TableReceipt } from './contract';
import { domainName, domainOfProduct } from './domain-name';
import { centsIn, listReceipt, moneyIn } from './list-money';
import { readList, type LineFields } from './list-reader';
import { openTable } from './open-table';
import { readDay, readPeriod } from './period-text';
import { showable } from './private-text';
import { clientName } from './pseudonym';
import { Tally } from './tally';

export interface AllocationsRead {
  readonly entries: Allocation[];
  readonly receipt: TableReceipt<'allocations'>;
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

/** In the messages' own code for euros (83) the volume is in cents; written as a word it is in euros. */
const inEuros = (volume: Decimal | null, unit: string, tally: Tally, place: () => Place): Decimal | null => {
  if (volume === null || unit.trim() !== '83') return volume;
  tally.noticeOnce('intake.allocation-cents', {}, place);
  return volume.dividedBy(100);
};

const FORMS: ReadonlyMap<string, AllocationForm> = new Map([
  ...['inspanning', 'inspanningsgericht', 'pxq', 'effort'].map((word) => [word, 'effort'] as const),
  ...['output', 'outputgericht', 'resultaat', 'traject', 'resultaatgericht'].map(
    (word) => [word, 'output'] as const,
  ),
]);

/** A moment of decision as comparable text: a day, or a day and a time. */
function decidedAt(fields: LineFields): string | null {
  const text = fields.text('decided');
  if (text === '') return null;
  const match = /^(.+?)[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?$/.exec(text);
  const day = readDay((match?.[1] ?? text).trim());
  if (day === null) fields.refuse('intake.line-date-unreadable', 'decided', { found: showable(text) });
  const time =
    match?.[2] === undefined ? '' : `T${match[2].padStart(match[2].length === 4 ? 5 : match[2].length, '0')}`;
  return `${day}${time}`;
}

function formOf(fields: LineFields): AllocationForm | null {
  const text = fields.text('form');
  if (text === '') return null;
  const form = FORMS.get(text.toLowerCase().replace(/[^a-z]/g, ''));
  if (form === undefined) fields.refuse('intake.line-form-unknown', 'form', { found: showable(text) });
  return form;
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
    const amount = moneyIn(fields, 'amount', tally);
    if (amount !== null) tally.readSum.add(Number(amount));
    return {
      number,
      provider: fields.text('provider'),
      domain: domainOf(fields),
      product: fields.text('product'),
      client,
      from,
      until,
      volume: inEuros(fields.decimal('quantity'), fields.text('unit'), tally, () => fields.place('quantity')),
      frequency,
      unit: careUnit(fields.text('unit')) === 'euro' ? 'euro' : orNull(fields.text('unit')),
      amount,
      place: fields.place(),
      form: formOf(fields),
      decidedAt: decidedAt(fields),
      changeReason: orNull(fields.text('changeReason')),
      municipality: orNull(fields.text('municipality')),
    };
  };
  const { entries, decimal } = await readList(file.name, source, tally, options, 'amount', read, () => null);
  return {
    entries,
    receipt: listReceipt('allocations', source, tally, decimal, {
      providers: entries.map((entry) => entry.provider),
    }),
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
    const amount = moneyIn(fields, 'amount', tally);
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
  const { entries, decimal } = await readList(file.name, source, tally, options, 'amount', read, (fields) =>
    centsIn(fields, 'amount'),
  );
  const months = entries.every(({ day }) => day === null || day.endsWith('-01'));
  const receipt = listReceipt('production', source, tally, decimal, {
    providers: entries.map((entry) => entry.provider),
  });
  return { entries: months ? entries.map((entry) => ({ ...entry, day: null })) : entries, receipt };
}
