import { moneyFromCents, type Decimal, type Money, type Place } from '../core';
import type { InputFile, IntakeOptions, TableReceipt } from './contract';
import { ignoredColumns, readColumns, type Field } from './fields';
import { readList, type LineFields } from './list-reader';
import { scale } from './number-text';
import { openTable } from './open-table';
import { LARGEST_CENTS, Tally } from './tally';

/** One line of a file with costs, keys or both, per municipality. */
export interface CostEntry {
  readonly municipality: string;
  readonly year: number | null;
  readonly cost: Money | null;
  readonly income: Money | null;
  readonly key: Decimal | null;
  readonly place: Place;
}

export interface CostsRead {
  readonly entries: CostEntry[];
  readonly receipt: TableReceipt;
}

/**
 * Reads costs per municipality, keys per municipality, or both in one file. Amounts in whole cents.
 * Errors: `IntakeError` when the file can't be used at all.
 */
export async function readCosts(file: InputFile, options: IntakeOptions = {}): Promise<CostsRead> {
  const source = await openTable(file, 'costs', options);
  const tally = new Tally(file.name);
  const amountField: Field = source.header.at.has('amount') ? 'amount' : 'key';
  const money = (fields: LineFields, field: Field): Money | null => {
    const found = fields.number(field);
    if (!found) return null;
    const scaled = scale(found.digits, found.negative, 2);
    if (!scaled || Math.abs(scaled.units) > LARGEST_CENTS) {
      fields.refuse('intake.line-amount-too-large', field);
    }
    if (scaled.difference) tally.rounded(field, scaled.difference, () => fields.place(field));
    return moneyFromCents(scaled.units);
  };
  const read = (fields: LineFields): CostEntry => {
    const municipality = fields.required('municipality');
    const year = fields.text('year');
    if (year !== '' && !/^(?:19|20|21)\d{2}$/.test(year)) {
      fields.refuse('intake.line-year-unreadable', 'year', { found: '–' });
    }
    const cost = money(fields, 'amount');
    if (cost === null && fields.has('amount')) fields.refuse('intake.line-amount-blank', 'amount');
    if (cost !== null) tally.readSum.add(Number(cost));
    return {
      municipality,
      year: year === '' ? null : Number(year),
      cost,
      income: money(fields, 'income'),
      key: fields.decimal('key'),
      place: fields.place(),
    };
  };
  const { entries, decimal } = await readList(
    file.name,
    source,
    tally,
    options,
    amountField,
    read,
    (fields) => {
      const found = fields.number('amount');
      const scaled = found && scale(found.digits, found.negative, 2);
      return scaled && Math.abs(scaled.units) <= LARGEST_CENTS ? scaled.units : null;
    },
  );
  const receipt = tally.receipt({
    kind: 'costs',
    format: source.format,
    encoding: source.encoding(),
    delimiter: source.delimiter,
    decimal,
    columns: readColumns('costs', source.header),
    ignoredColumns: ignoredColumns(source.header),
    years: new Map(),
    providers: [],
  });
  return { entries, receipt };
}
