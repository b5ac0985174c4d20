import { Decimal, readPeriod, type IsoDate, type Money, type Month, type Place } from '../core';
import { IntakeError, type InputFile, type IntakeOptions, type TableReceipt } from './contract';
import { canonicalHeader, NUMBER_FIELDS, type Field } from './fields';
import { centsIn, listReceipt, moneyIn } from './list-money';
import { readList, LineRefused, type LineFields } from './list-reader';
import { openTable } from './open-table';
import { showable } from './private-text';
import { Tally } from './tally';

/** What kind of value each field of a list of rules holds; text where it isn't named. */
const MONEY: ReadonlySet<Field> = new Set<Field>([
  'amount',
  'ceiling',
  'open',
  'passedOn',
  'turnover',
  'offer',
  'maximum',
  'declared',
  'forecast',
  'paid',
]);
const DATES: ReadonlySet<Field> = new Set<Field>(['from', 'until', 'requested', 'decided']);
const RATIOS: ReadonlySet<Field> = new Set<Field>(['share', 'index', 'percentage', 'wadden']);

/** Columns that a list must have, and fields that every line must fill. */
export interface RuleListNeeds {
  /** Of each group at least one column. */
  readonly columns: readonly (readonly Field[])[];
  readonly filled: readonly Field[];
}

/** One line of a list of rules, its fields by kind; null for a blank or absent field. */
export class RuleLine {
  constructor(
    private readonly values: ReadonlyMap<Field, string | Money | Decimal | IsoDate>,
    readonly month: Month | null,
    readonly place: Place,
  ) {}

  text(field: Field): string {
    const value = this.values.get(field);
    return typeof value === 'string' ? value : '';
  }

  money(field: Field): Money | null {
    const value = this.values.get(field);
    return typeof value === 'bigint' ? value : null;
  }

  decimal(field: Field): Decimal | null {
    const value = this.values.get(field);
    return value instanceof Decimal ? value : null;
  }

  date(field: Field): IsoDate | null {
    const value = this.values.get(field);
    return typeof value === 'string' && DATES.has(field) ? (value as IsoDate) : null;
  }
}

export interface RuleListRead {
  readonly entries: readonly RuleLine[];
  readonly receipt: TableReceipt;
}

/**
 * Reads a list for one of the rules' calculations. One vocabulary of headers for all of them (Dutch and
 * English); `needs` says which columns this list must have. Amounts in whole cents, rounded half up with a
 * notice; a line that can't be read is rejected with its reason.
 * Errors: `IntakeError` when the file can't be used or lacks a column.
 */
export async function readRuleList(
  file: InputFile,
  needs: RuleListNeeds,
  options: IntakeOptions = {},
): Promise<RuleListRead> {
  const source = await openTable(file, 'rules', options);
  const { header } = source;
  const missing = needs.columns.filter((group) => !group.some((field) => header.at.has(field)));
  if (missing.length > 0) {
    const headers = header.headers.map((text) => text.trim()).filter((text) => text !== '');
    throw new IntakeError(
      missing.map((group) => ({
        level: 'error',
        code: 'intake.column-missing',
        facts: { expected: group.map((field) => canonicalHeader('rules', field)).join(' / '), headers },
        place: { file: file.name },
      })),
    );
  }
  const tally = new Tally(file.name);
  const amountField = (['amount', 'declared', 'ceiling', 'tariff'] as const).find((field) =>
    header.at.has(field),
  );
  const read = (fields: LineFields): RuleLine => readLine(fields, needs, tally, amountField ?? 'amount');
  const { entries, decimal } = await readList(
    file.name,
    source,
    tally,
    options,
    amountField ?? 'amount',
    read,
    (fields) => (MONEY.has(amountField ?? 'amount') ? centsIn(fields, amountField ?? 'amount') : null),
  );
  const receipt = listReceipt('rules', source, tally, decimal);
  return { entries, receipt };
}

function readLine(fields: LineFields, needs: RuleListNeeds, tally: Tally, amountField: Field): RuleLine {
  const values = new Map<Field, string | Money | Decimal | IsoDate>();
  for (const field of fields.source.header.at.keys()) {
    if (field === 'period') continue;
    const text = fields.text(field);
    if (text === '') continue;
    if (MONEY.has(field)) {
      const amount = moneyIn(fields, field, tally);
      if (amount === null) continue;
      values.set(field, amount);
      if (field === amountField) tally.readSum.add(Number(amount));
    } else if (RATIOS.has(field)) values.set(field, ratioOf(fields, field));
    else if (NUMBER_FIELDS.has(field)) values.set(field, fields.decimal(field) ?? new Decimal(0));
    else if (DATES.has(field)) values.set(field, fields.date(field) ?? '');
    else values.set(field, text);
  }
  for (const field of needs.filled) if (fields.text(field) === '') fields.refuse('intake.line-blank', field);
  return new RuleLine(values, monthOf(fields), fields.place());
}

/** `35%`, `0,35` or `0.35`. */
function ratioOf(fields: LineFields, field: Field): Decimal {
  const text = fields.text(field);
  const match = /^(-?\d+)(?:[.,](\d+))?\s*(%?)$/.exec(text);
  if (!match) fields.refuse('intake.line-number-unreadable', field, { found: showable(text) });
  const [, whole = '0', fraction, percent] = match;
  const number = new Decimal(fraction === undefined ? whole : `${whole}.${fraction}`);
  return percent === '%' ? number.dividedBy(100) : number;
}

function monthOf(fields: LineFields): Month | null {
  const text = fields.text('period');
  if (text === '') return null;
  const found = readPeriod(text);
  if (found.month === null) {
    throw new LineRefused({
      code: found.otherPeriod ? 'intake.line-period-not-month' : 'intake.line-period-unreadable',
      facts: { column: fields.header('period'), others: 0, found: showable(text) },
    });
  }
  return found.month;
}
