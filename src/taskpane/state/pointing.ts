import { parseRange, type GridRange, type WorkbookGrid } from '../../core';
import type { State } from './state';

/** What is selected now: the range, or the cell alone. Null without a workbook on show. */
export function selectionOf(
  state: Pick<State, 'cell' | 'selection'>,
): { sheet: string; range: GridRange } | null {
  const { cell, selection } = state;
  if (!cell) return null;
  return {
    sheet: cell.sheet,
    range: selection ?? { top: cell.row, left: cell.col, bottom: cell.row, right: cell.col },
  };
}

/**
 * A range as people type it, `Wmo!C4:N6` or `C4:N6` on the sheet at hand, `C:D` and `4:6` for whole columns and
 * rows. Null when it isn't one of this workbook.
 */
export function readPointed(
  text: string,
  sheetAtHand: string,
  grid: WorkbookGrid,
): { sheet: string; range: GridRange } | null {
  const at = text.lastIndexOf('!');
  const name = at < 0 ? sheetAtHand : text.slice(0, at).replace(/^'|'$/g, '').replaceAll("''", "'");
  const sheet = grid.sheets.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  if (!sheet) return null;
  const address = text
    .slice(at + 1)
    .replace(/\s/g, '')
    .toUpperCase();
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(address);
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/.exec(address);
  const whole = rows
    ? `A${rows[1] ?? ''}:XFD${rows[2] ?? ''}`
    : columns
      ? `${columns[1] ?? ''}1:${columns[2] ?? ''}1048576`
      : address;
  const range = parseRange(whole);
  if (!range) return null;
  const lastRow = Math.max(0, sheet.rowCount - 1);
  const lastCol = Math.max(0, sheet.colCount - 1);
  return {
    sheet: sheet.name,
    range: {
      top: range.top,
      left: range.left,
      bottom: rows || columns ? Math.max(range.top, Math.min(range.bottom, lastRow)) : range.bottom,
      right: rows || columns ? Math.max(range.left, Math.min(range.right, lastCol)) : range.right,
    },
  };
}
