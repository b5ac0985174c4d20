import { moneyFromCents, type Money } from '../core';
import type { DecimalMark, IntakeReceipt, TableKind } from './contract';
import { ignoredColumns, readColumns, type Field } from './fields';
import type { LineFields } from './list-reader';
import { scale } from './number-text';
import type { TableSource } from './source';
import { LARGEST_CENTS, type Tally } from './tally';

/** The amount in a field in whole cents, rounded half up with a notice; null when the field is blank. */
export function moneyIn(fields: LineFields, field: Field, tally: Tally): Money | null {
  const found = fields.number(field);
  if (!found) return null;
  const scaled = scale(found.digits, found.negative, 2);
  if (!scaled || Math.abs(scaled.units) > LARGEST_CENTS) fields.refuse('intake.line-amount-too-large', field);
  if (scaled.difference) tally.rounded('amount', scaled.difference, () => fields.place(field));
  return moneyFromCents(scaled.units);
}

/** The cents in a field of a line that is rejected for another reason; null when they can't be read. */
export function centsIn(fields: LineFields, field: Field): number | null {
  const found = fields.number(field);
  const scaled = found && scale(found.digits, found.negative, 2);
  return scaled && Math.abs(scaled.units) <= LARGEST_CENTS ? scaled.units : null;
}

/** The receipt of a list. Errors: `IntakeError` when not one line could be read. */
export const listReceipt = <Kind extends TableKind>(
  kind: Kind,
  source: TableSource,
  tally: Tally,
  decimal: DecimalMark | null,
  more: Partial<Pick<IntakeReceipt<Kind>, 'years' | 'providers'>> = {},
): IntakeReceipt<Kind> =>
  tally.receipt({
    kind,
    format: source.format,
    encoding: source.encoding(),
    delimiter: source.delimiter,
    decimal,
    columns: readColumns(kind, source.header),
    ignoredColumns: ignoredColumns(source.header),
    years: more.years ?? new Map(),
    providers: [...new Set(more.providers)],
  });
