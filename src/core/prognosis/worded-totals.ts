import { contains, type Draft } from './draft';
import { groupBy, pushTo } from './multimap';
import { normaliseLabel } from './text';

/**
 * What totals without a formula say to add up: their row, or the rows above since the previous total of the
 * column. Gives a function from such a total to the numbers of its slots.
 */
export function totalsByWords(totals: readonly Draft[], slots: readonly Draft[]): (total: Draft) => number[] {
  const leavesOf = groupBy(slots, (slot) => slot.table);
  /** Rows of row totals, ascending, by table and column. */
  const totalRows = new Map<string, number[]>();
  for (const total of totals) {
    if (total.rowTotal) pushTo(totalRows, `${total.table}|${total.col}`, total.row);
  }
  return (total) => {
    const leaves = leavesOf.get(total.table) ?? [];
    const isPart = (leaf: Draft): boolean =>
      leaf.measure === total.measure &&
      contains(total.period, leaf.period) &&
      (total.phase === null || leaf.phase === null || leaf.phase === total.phase);
    const between = (from: number, until: number): Draft[] =>
      leaves
        .slice(
          firstFrom(leaves.length, (at) => (leaves[at]?.row ?? 0) >= from),
          firstFrom(leaves.length, (at) => (leaves[at]?.row ?? 0) >= until),
        )
        .filter(isPart);
    if (!total.rowTotal) return between(total.row, total.row + 1).map(({ slot }) => slot);
    const rows = totalRows.get(`${total.table}|${total.col}`) ?? [];
    const previous = rows[firstFrom(rows.length, (at) => (rows[at] ?? 0) >= total.row) - 1] ?? -1;
    const ofProduct = (leaf: Draft): boolean => !total.hasProduct || leaf.product === total.product;
    let parts = between(previous + 1, total.row).filter(ofProduct);
    // A grand total right below subtotals adds up everything above.
    if (parts.length === 0 && !/\bsub/.test(normaliseLabel(total.label)))
      parts = between(0, total.row).filter(ofProduct);
    if (!total.colTotal) {
      parts = parts.filter((leaf) => leaf.col === total.col || leaf.period.from === total.period.from);
      const column = parts.filter((leaf) => leaf.col === total.col);
      if (column.length > 0) parts = column;
    }
    return parts.map(({ slot }) => slot);
  };
}

/** The first of `length` places from which on something holds; `length` when it never does. */
function firstFrom(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
