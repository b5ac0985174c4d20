import {
  parseMonth,
  readPeriod,
  type ClientFlow,
  type CompletionShare,
  type CountedCommitments,
  type Decimal,
  type DeclarationRow,
  type ForecastOverride,
  type Money,
  type Month,
  type TableKind,
} from '../core';
import type { InputFile, IntakeOptions, TableReceipt } from './contract';
import { domainName } from './domain-name';
import { type Field } from './fields';
import { centsIn, listReceipt, moneyIn } from './list-money';
import { readList, type LineFields } from './list-reader';
import { openTable } from './open-table';
import { showable } from './private-text';
import { Tally } from './tally';

export interface ListRead<Entry> {
  readonly entries: readonly Entry[];
  readonly receipt: TableReceipt;
}

/** Longest development of declarations that is taken, in months. */
const LONGEST = 120;

async function readForecastList<Entry>(
  file: InputFile,
  kind: TableKind,
  amountField: Field,
  options: IntakeOptions,
  read: (fields: LineFields, tally: Tally) => Entry,
): Promise<ListRead<Entry>> {
  const source = await openTable(file, kind, options);
  const tally = new Tally(file.name);
  const { entries, decimal } = await readList(
    file.name,
    source,
    tally,
    options,
    amountField,
    (fields) => read(fields, tally),
    (fields) => (amountField === 'amount' ? centsIn(fields, 'amount') : null),
  );
  const receipt = listReceipt(kind, source, tally, decimal);
  return { entries, receipt };
}

function monthOf(fields: LineFields, field: Field): Month {
  const text = fields.required(field);
  const { month } = readPeriod(text);
  if (month === null) fields.refuse('intake.line-period-unreadable', field, { found: showable(text) });
  return parseMonth(month);
}

function amountOf(fields: LineFields, tally: Tally): Money {
  const amount = moneyIn(fields, 'amount', tally);
  if (amount === null) fields.refuse('intake.line-amount-blank', 'amount');
  tally.readSum.add(Number(amount));
  return amount;
}

function ageOf(fields: LineFields): number {
  const age = fields.decimal('age');
  if (age === null || !age.isInteger() || age.lessThan(0) || age.greaterThan(LONGEST)) {
    fields.refuse('intake.line-age', 'age', { found: fields.text('age') || '–' });
  }
  return age.toNumber();
}

function shareOf(fields: LineFields): Decimal {
  const share = fields.decimal('share');
  if (share === null || share.lessThan(0) || share.greaterThan(1)) {
    fields.refuse('intake.line-share', 'share', { found: fields.text('share') || '–' });
  }
  return share;
}

const domainOf = (text: string): string => domainName(text) ?? text;

/**
 * Reads months that the user sets by hand: product, month, amount and why. A line without a reason is
 * rejected. Errors: `IntakeError` when the file can’t be used at all.
 */
export const readOverrides = (
  file: InputFile,
  options: IntakeOptions = {},
): Promise<ListRead<ForecastOverride>> =>
  readForecastList(file, 'overrides', 'amount', options, (fields, tally) => ({
    provider: fields.text('provider'),
    domain: domainOf(fields.required('domain')),
    product: fields.required('product'),
    month: monthOf(fields, 'period'),
    reason: fields.required('reason'),
    amount: amountOf(fields, tally),
  }));

/**
 * Reads how complete declarations are by age: share, 0 to 1, of a month declared so many months after it
 * ended. Errors: `IntakeError` when the file can’t be used at all.
 */
export const readCompletion = (
  file: InputFile,
  options: IntakeOptions = {},
): Promise<ListRead<CompletionShare>> =>
  readForecastList(file, 'completion', 'share', options, (fields) => {
    const domain = fields.text('domain');
    return {
      domain: domain === '' ? null : domainOf(domain),
      product: fields.text('product') || null,
      age: ageOf(fields),
      share: shareOf(fields),
    };
  });

/**
 * Reads what was declared in which month, for which month of care: the ground for completion factors.
 * Errors: `IntakeError` when the file can’t be used at all.
 */
export const readDeclarations = (
  file: InputFile,
  options: IntakeOptions = {},
): Promise<ListRead<DeclarationRow>> =>
  readForecastList(file, 'declarations', 'amount', options, (fields, tally) => ({
    provider: fields.text('provider'),
    domain: domainOf(fields.required('domain')),
    product: fields.required('product'),
    origin: monthOf(fields, 'period'),
    declaredIn: monthOf(fields, 'declaredIn'),
    amount: amountOf(fields, tally),
  }));

/** A number that isn’t negative; refuses anything else. */
function numberOf(fields: LineFields, field: Field): Decimal {
  const number = fields.decimal(field);
  if (number === null || number.lessThan(0)) {
    fields.refuse('intake.line-not-negative', field, { found: fields.text(field) || '–' });
  }
  return number;
}

/** Client flow as a file states it; months that it leaves open are those of the year asked for. */
export type ClientFlowLine = Omit<ClientFlow, 'from' | 'until'> & {
  readonly from: Month | null;
  readonly until: Month | null;
};

/**
 * Reads client flows (ACH-04): clients in care at the start, new ones a month, months in care, volume per
 * client and month, tariff. Errors: `IntakeError` when the file can’t be used at all.
 */
export const readClientFlows = (
  file: InputFile,
  options: IntakeOptions = {},
): Promise<ListRead<ClientFlowLine>> =>
  readForecastList(file, 'flows', 'tariff', options, (fields) => {
    const optionalMonth = (field: 'from' | 'until'): Month | null =>
      fields.text(field) === '' ? null : monthOf(fields, field);
    const duration = numberOf(fields, 'duration');
    if (duration.lessThan(1)) {
      fields.refuse('intake.line-duration', 'duration', { found: fields.text('duration') });
    }
    return {
      provider: fields.text('provider'),
      domain: domainOf(fields.required('domain')),
      product: fields.required('product'),
      clients: numberOf(fields, 'clients'),
      newPerMonth: numberOf(fields, 'newClients'),
      duration,
      intensity: numberOf(fields, 'intensity'),
      tariff: numberOf(fields, 'tariff'),
      from: optionalMonth('from'),
      until: optionalMonth('until'),
    };
  });

/**
 * Reads counts of running commitments (IJS-03): what runs, and how many days it covers (empty: as the rules
 * say). Errors: `IntakeError` when the file can’t be used at all.
 */
export const readCounts = (
  file: InputFile,
  options: IntakeOptions = {},
): Promise<ListRead<CountedCommitments>> =>
  readForecastList(file, 'counts', 'amount', options, (fields, tally) => {
    const days = fields.text('days') === '' ? null : fields.decimal('days');
    if (days !== null && (!days.isInteger() || days.lessThan(1) || days.greaterThan(366))) {
      fields.refuse('intake.line-days', 'days', { found: fields.text('days') });
    }
    return {
      provider: fields.text('provider'),
      domain: domainOf(fields.required('domain')),
      product: fields.required('product'),
      days: days === null ? null : days.toNumber(),
      amount: amountOf(fields, tally),
    };
  });
