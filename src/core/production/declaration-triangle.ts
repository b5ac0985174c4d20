import type { Month } from '../values/date';
import { addMoney, ZERO, type Money } from '../values/money';

/** What was declared in one month over the care of one month. */
export interface DeclaredCell {
  readonly provider: string;
  readonly domain: string;
  /** Product category of the message (Wmo, Jeugdwet), or the first letter of a Wlz service code. */
  readonly group: string;
  readonly product: string;
  /** Month of production. */
  readonly origin: Month;
  /** Month of declaration. */
  readonly declared: Month;
  /** Debit less credit. */
  readonly amount: Money;
  readonly lines: number;
}

/**
 * Declared amounts by month of production and month of declaration: what completion factors are learnt from.
 * Plain data; corrections of a month count in the month they were declared.
 */
export interface DeclarationTriangle {
  readonly cells: readonly DeclaredCell[];
}

/** Months of production with what was declared over each, by months of delay (0 is the month itself). */
export type DelayRows = ReadonlyMap<Month, ReadonlyMap<number, Money>>;

const monthIndex = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/**
 * The triangle per group: amounts by month of production and months of delay. `keyOf` says what a group is;
 * null leaves a cell out. Declarations ahead of the production count as delay 0.
 * @example delaysByGroup({ cells: [] }, (cell) => cell.group).size // 0
 */
export function delaysByGroup(
  triangle: DeclarationTriangle,
  keyOf: (cell: DeclaredCell) => string | null,
): ReadonlyMap<string, DelayRows> {
  const groups = new Map<string, Map<Month, Map<number, Money>>>();
  for (const cell of triangle.cells) {
    const key = keyOf(cell);
    if (key === null) continue;
    const rows = groups.get(key) ?? new Map<Month, Map<number, Money>>();
    groups.set(key, rows);
    const row = rows.get(cell.origin) ?? new Map<number, Money>();
    rows.set(cell.origin, row);
    const delay = Math.max(0, monthIndex(cell.declared) - monthIndex(cell.origin));
    row.set(delay, addMoney(row.get(delay) ?? ZERO, cell.amount));
  }
  return groups;
}

/** Several triangles as one: cells with the same keys added up, in the order of first appearance. */
export function mergeTriangles(triangles: Iterable<DeclarationTriangle>): DeclarationTriangle {
  const cells = new Map<string, DeclaredCell>();
  for (const triangle of triangles) {
    for (const cell of triangle.cells) {
      const key = JSON.stringify([
        cell.provider,
        cell.domain,
        cell.group,
        cell.product,
        cell.origin,
        cell.declared,
      ]);
      const known = cells.get(key);
      cells.set(
        key,
        known
          ? { ...known, amount: addMoney(known.amount, cell.amount), lines: known.lines + cell.lines }
          : cell,
      );
    }
  }
  return { cells: [...cells.values()] };
}
