import { pushTo } from '../multimap';
import { columnKey, rowKey } from '../profile-anchors';
import type { SheetView } from '../sheet-view';
import { normaliseLabel } from '../text';

/** Rows by the texts in their label columns, in reading order; rows of the heading don't count. */
export function rowsByKey(
  view: SheetView,
  labelColumns: readonly number[],
  headerRows: readonly number[],
): Map<string, number[]> {
  const headings = new Set(headerRows);
  const rows = new Map<string, number[]>();
  for (const row of [...view.rows.keys()].sort((a, b) => a - b)) {
    if (headings.has(row)) continue;
    const key = rowKey(view, row, labelColumns);
    if (key !== '') pushTo(rows, key, row);
  }
  return rows;
}

/** Columns by the texts in the heading rows over them, from left to right. */
export function columnsByKey(view: SheetView, headerRows: readonly number[]): Map<string, number[]> {
  const columns = new Map<string, number[]>();
  for (let col = 0; col < view.grid.colCount; col++) {
    if (!headerRows.some((row) => view.text(view.at(row, col)) !== '' || view.merge(row, col))) continue;
    const key = columnKey(view, headerRows, col, false);
    if (key !== '') pushTo(columns, key, col);
  }
  return columns;
}

/** Places of a text on a sheet, in reading order. */
export function placesOf(view: SheetView, text: string): { readonly row: number; readonly col: number }[] {
  const places: { row: number; col: number }[] = [];
  for (const row of [...view.rows.keys()].sort((a, b) => a - b)) {
    for (const cell of view.rows.get(row) ?? []) {
      if (cell.value?.kind === 'text' && normaliseLabel(cell.value.value) === text)
        places.push({ row, col: cell.col });
    }
  }
  return places;
}
