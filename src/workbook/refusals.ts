import {
  a1,
  Decimal,
  formatRange,
  inRange,
  type CellWrite,
  type GridRange,
  type Message,
  type SheetGrid,
} from '../core';
import { cellAt, placeKey } from './cells';
import type { RefusedWrite, WriteOptions } from './port';

/** A sheet as a writer needs to know it. */
export interface WritableSheet {
  readonly grid: SheetGrid;
  /** Areas of array formulas and data tables. */
  readonly arrays: readonly GridRange[];
  /** The lock flag of a place, whether a cell is there or not. */
  isLocked(row: number, col: number): boolean;
}

/** What a cell can hold: Excel's own limits. */
const MAX_ROW = 1048575;
const MAX_COL = 16383;
const MAX_TEXT = 32767;

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** Splits writes into those that can be carried out and those that can't, with the reason. */
export function judgeWrites(
  writes: readonly CellWrite[],
  sheets: readonly WritableSheet[],
  options: WriteOptions = {},
): { accepted: CellWrite[]; refused: RefusedWrite[]; warnings: Message[] } {
  const accepted: CellWrite[] = [];
  const refused: RefusedWrite[] = [];
  const warnings: Message[] = [];
  const byName = new Map(sheets.map((sheet) => [sheet.grid.name, sheet]));
  const seenIn = new Map<string, SeenPlaces>();
  for (const write of writes) {
    const sheet = byName.get(write.sheet);
    let seen = seenIn.get(write.sheet);
    if (!seen) seenIn.set(write.sheet, (seen = new SeenPlaces()));
    const key = placeKey(write.row, write.col);
    const reason = !sheet
      ? message('refused-unknown-sheet', { sheet: write.sheet, known: sheets.map((one) => one.grid.name) })
      : seen.has(key)
        ? message('refused-twice', where(write))
        : refusal(write, sheet, options);
    if (reason) refused.push({ write, reason });
    else {
      seen.add(key);
      accepted.push(write);
      if (write.value?.kind === 'number' && losesCents(write.value.text)) {
        warnings.push(message('warning-precision', { ...where(write), text: write.value.text }));
      }
    }
  }
  return { accepted, refused, warnings };
}

/** Places that were accepted; as long as they come in reading order only the last is looked at. */
class SeenPlaces {
  private readonly inOrder: number[] = [];
  private all: Set<number> | null = null;

  has(key: number): boolean {
    if (this.all) return this.all.has(key);
    if (key > (this.inOrder[this.inOrder.length - 1] ?? -1)) return false;
    this.all = new Set(this.inOrder);
    return this.all.has(key);
  }

  add(key: number): void {
    if (this.all) this.all.add(key);
    else this.inOrder.push(key);
  }
}

const message = (code: string, facts: Message['facts']): Message => ({ code: `workbook.${code}`, facts });

const where = ({ sheet, row, col }: CellWrite): { sheet: string; cell: string } => ({
  sheet,
  cell: a1(row, col),
});

/** Whether a cell's number (a double) differs from the exact text by half a cent or more. */
const losesCents = (text: string): boolean => {
  const value = Number(text);
  // Below this neighbouring doubles lie a fifth of a cent apart.
  if (Math.abs(value) < 1e13) return false;
  return new Decimal(text).minus(new Decimal(value)).abs().gte('0.005');
};

function refusal(write: CellWrite, sheet: WritableSheet, options: WriteOptions): Message | null {
  const { row, col, value } = write;
  const isPlace = Number.isInteger(row) && Number.isInteger(col);
  if (!isPlace || row < 0 || col < 0 || row > MAX_ROW || col > MAX_COL) {
    return message('refused-out-of-range', { sheet: write.sheet, row: row + 1, column: col + 1 });
  }
  if (value?.kind === 'number' && !(NUMBER.test(value.text) && Number.isFinite(Number(value.text)))) {
    return message('refused-not-a-number', { ...where(write), text: value.text });
  }
  if (value?.kind === 'text' && value.text.length > MAX_TEXT) {
    return message('refused-text-too-long', { ...where(write), length: value.text.length, limit: MAX_TEXT });
  }
  const within = (range: GridRange): boolean => inRange(range, row, col);
  const { grid } = sheet;
  const array = sheet.arrays.find(within);
  if (array) return message('refused-array', { ...where(write), range: formatRange(array) });
  const formula = cellAt(grid.cells, row, col)?.formula ?? null;
  if (formula !== null) return message('refused-formula', { ...where(write), formula: `=${formula}` });
  const merge = grid.merges.find(within);
  if (merge && (merge.top !== row || merge.left !== col)) {
    const anchor = a1(merge.top, merge.left);
    return message('refused-merged', { ...where(write), range: formatRange(merge), anchor });
  }
  for (const table of grid.tables) {
    if (!within(table.range)) continue;
    if (row < table.range.top + table.headerRows) {
      return message('refused-table-header', { ...where(write), table: table.name });
    }
    if (row > table.range.bottom - table.totalsRows) {
      return message('refused-table-totals', { ...where(write), table: table.name });
    }
  }
  const pivot = grid.pivots.find(within);
  if (pivot) return message('refused-pivot', { ...where(write), range: formatRange(pivot) });
  if (grid.isProtected && !options.allowLocked && sheet.isLocked(row, col)) {
    return message('refused-locked', where(write));
  }
  return null;
}
