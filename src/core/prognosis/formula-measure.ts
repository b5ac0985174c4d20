import { parseA1 } from './grid';
import type { Measure } from './layout';
import type { Table } from './table-facts';

/** `A * B` or `A / B` of two cells, or of a sum of cells and a cell. */
const PAIR =
  /^\s*(?:SUM\(\s*)?(\$?[A-Z]{1,3}\$?\d+)(?::\$?[A-Z]{1,3}\$?\d+\s*\))?\s*([*/])\s*(?:SUM\(\s*)?(\$?[A-Z]{1,3}\$?\d+)(?::\$?[A-Z]{1,3}\$?\d+\s*\))?\s*$/i;

/** Formulas of a table that are looked at. */
const ENOUGH = 200;

/**
 * The measure that the workbook’s own formulas point to: what they multiply by a tariff are volumes, what they
 * divide by a tariff are amounts. Null where none or both are found.
 */
export function measureByFormulas(table: Table): Measure | null {
  const tariffs = new Set(table.heads.flatMap((head) => (head.measure === 'tariff' ? [head.col] : [])));
  const plain = new Set(
    table.heads.flatMap((head) => (head.measure === null && head.period !== null ? [head.col] : [])),
  );
  if (tariffs.size === 0 || plain.size === 0) return null;
  const found = new Set<Measure>();
  let looked = 0;
  for (const { row } of table.rows) {
    for (const cell of table.view.rows.get(row) ?? []) {
      if (cell.formula === null) continue;
      looked += 1;
      const [, left, operator, right] = PAIR.exec(cell.formula) ?? [];
      const [a, b] = [parseA1(left ?? ''), parseA1(right ?? '')];
      if (!a || !b || a.row !== row || b.row !== row) continue;
      if (operator === '*' && tariffs.has(b.col) && plain.has(a.col)) found.add('volume');
      if (operator === '*' && tariffs.has(a.col) && plain.has(b.col)) found.add('volume');
      if (operator === '/' && tariffs.has(b.col) && plain.has(a.col)) found.add('amount');
    }
    if (looked > ENOUGH) break;
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
