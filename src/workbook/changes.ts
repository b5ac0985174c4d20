import type { CellWrite, GridCell, SheetGrid, WorkbookGrid } from '../core';
import { placeKey } from './cells';

/** A cell whose contents differ between two readings of a workbook. */
export interface CellChange {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
}

/** What somebody put into a cell; results of formulas are not contents. Null is nothing. */
function contentsOf(cell: GridCell): string | null {
  if (cell.formula !== null) return `=${cell.formula}`;
  return cell.value === null ? null : `${cell.value.kind} ${String(cell.value.value)}`;
}

/** Cells of a sheet whose contents (constants and formula texts) were changed between two readings. */
export function changedCells(before: SheetGrid, now: SheetGrid): CellChange[] {
  if (before === now || before.cells === now.cells) return [];
  const known = new Map<number, string>();
  for (const cell of before.cells) {
    const contents = contentsOf(cell);
    if (contents !== null) known.set(placeKey(cell.row, cell.col), contents);
  }
  const changes: CellChange[] = [];
  const note = (row: number, col: number): number => changes.push({ sheet: now.name, row, col });
  for (const cell of now.cells) {
    const key = placeKey(cell.row, cell.col);
    const contents = contentsOf(cell);
    if (contents !== (known.get(key) ?? null)) note(cell.row, cell.col);
    known.delete(key);
  }
  for (const key of known.keys()) note(Math.floor(key / 16384), key % 16384);
  return changes.sort((a, b) => a.row - b.row || a.col - b.col);
}

/**
 * Writes that were planned on another state of the workbook: their cell was changed since, or a cell in the same row
 * or column, so that a label, a heading or an inserted line may have moved what the write was meant for. With the
 * first such change. A sheet that is gone is left to the writer, who refuses it by name.
 * @example findOvertaken(before, now, writes).map(({ change }) => a1(change.row, change.col))
 */
export function findOvertaken(
  before: WorkbookGrid,
  now: WorkbookGrid,
  writes: readonly CellWrite[],
): readonly { readonly write: CellWrite; readonly change: CellChange }[] {
  const earlier = new Map(before.sheets.map((sheet) => [sheet.name, sheet]));
  const changes = new Map<string, { rows: Map<number, CellChange>; cols: Map<number, CellChange> }>();
  const touched = new Set(writes.map(({ sheet }) => sheet));
  for (const sheet of now.sheets) {
    const old = earlier.get(sheet.name);
    if (!old || !touched.has(sheet.name)) continue;
    const rows = new Map<number, CellChange>();
    const cols = new Map<number, CellChange>();
    for (const change of changedCells(old, sheet)) {
      if (!rows.has(change.row)) rows.set(change.row, change);
      if (!cols.has(change.col)) cols.set(change.col, change);
    }
    changes.set(sheet.name, { rows, cols });
  }
  return writes.flatMap((write) => {
    const found = changes.get(write.sheet);
    const change = found?.rows.get(write.row) ?? found?.cols.get(write.col);
    return change ? [{ write, change }] : [];
  });
}
