import { equalise, parseDate, yearOf } from '../../core';
import { at, isOmitted, moneyArgument, numberArgument, rulebookArgument } from '../arguments';
import { EMPTY, wrong, type Cell, type Explained } from '../cell';
import { rulebookStep } from '../domain-situation';
import { isEmpty, toRange, usedRows } from '../range';

/**
 * Payments by which a region's municipalities share gains and losses (IJS-05), in euro, in the order of the costs: positive is to be paid, negative is received. They add up to 0 exactly.
 * @customfunction EQUALISATION
 * @param costs Column of each municipality's own cost, in euro.
 * @param keys Column of each municipality's key; only the proportion matters.
 * @param solidarity Share of the costs that is shared, 0 to 1. Left out: as the rulebook says for its first year.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: IJsselland 2015.
 * @returns {unknown[][]}
 */
export function equalisation(
  costs: unknown[][],
  keys: unknown[][],
  solidarity?: unknown,
  rulebook?: unknown[][],
) {
  const book = rulebookArgument(rulebook, 'ijsselland-2015');
  const cost = column(costs, 'costs');
  const key = column(keys, 'keys');
  if (cost.length !== key.length) {
    throw wrong('functions.columns-differ', { ...at('keys'), found: key.length, expected: cost.length });
  }
  const rows = cost.map((cell, index) => ({ index, cell, key: key[index] }));
  const filled = rows.filter((row) => !(isEmpty(row.cell) && isEmpty(row.key)));
  const result = equalise(
    book,
    filled.map((row) => ({
      municipality: String(row.index + 1),
      cost: moneyArgument(row.cell, 'costs'),
      income: null,
      key: numberArgument(row.key, 'keys'),
    })),
    yearOf(parseDate(book.validity.from)),
    isOmitted(solidarity, false) ? null : numberArgument(solidarity, 'solidarity'),
  );
  const payments = new Map(filled.map((row, at) => [row.index, result.municipalities[at]]));
  return {
    value: rows.map(({ index }) => {
      const one = payments.get(index);
      return [one === undefined ? EMPTY : ({ kind: 'money', value: one.payment } as const)];
    }),
    steps: [
      result.balance,
      ...result.municipalities.map((one) => one.step),
      ...result.parameters,
      rulebookStep(book),
    ],
  } satisfies Explained;
}

/** The cells of one column, or of one row; blank ones after the last are left off. */
function column(argument: Cell, name: string): readonly Cell[] {
  const range = toRange(argument);
  const width = range[0]?.length ?? 0;
  if (width > 1 && range.length > 1) {
    throw wrong('functions.one-column-expected', { ...at(name), rows: range.length, columns: width });
  }
  const cells = width > 1 ? (range[0] ?? []) : range.slice(0, usedRows(range)).map((row) => row[0]);
  if (cells.every((cell) => isEmpty(cell))) throw wrong('functions.argument-missing', at(name));
  return cells;
}
