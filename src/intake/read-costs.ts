import { type Decimal, type Money, type Place } from '../core';
import type { InputFile, IntakeOptions, TableReceipt } from './contract';
import { type Field } from './fields';
import { centsIn, listReceipt, moneyIn } from './list-money';
import { readList, type LineFields } from './list-reader';
import { openTable } from './open-table';
import { Tally } from './tally';

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
  const read = (fields: LineFields): CostEntry => {
    const municipality = fields.required('municipality');
    const year = fields.text('year');
    if (year !== '' && !/^(?:19|20|21)\d{2}$/.test(year)) {
      fields.refuse('intake.line-year-unreadable', 'year', { found: '–' });
    }
    const cost = moneyIn(fields, 'amount', tally);
    if (cost === null && fields.has('amount')) fields.refuse('intake.line-amount-blank', 'amount');
    if (cost !== null) tally.readSum.add(Number(cost));
    return {
      municipality,
      year: year === '' ? null : Number(year),
      cost,
      income: moneyIn(fields, 'income', tally),
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
    (fields) => centsIn(fields, 'amount'),
  );
  const receipt = listReceipt('costs', source, tally, decimal);
  return { entries, receipt };
}
