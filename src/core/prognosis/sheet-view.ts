import { dateFromSerial } from '../values/date';
import type { GridCell, GridRange, SheetGrid } from './grid';
import { inRange } from './grid';
import { readPhrase, type Phrase } from './phrases';

const COLS = 16384;

/**
 * Whether a number format shows a date.
 * @example isDateFormat('mmm-jj') // true
 * @example isDateFormat('€ #,##0.00;[Red]-€ #,##0.00') // false
 */
export function isDateFormat(format: string | null): boolean {
  if (format === null) return false;
  const bare = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_.|\*./g, '')
    .toLowerCase();
  if (/general|standaard|@/.test(bare) || /[#0?]/.test(bare)) return false;
  return /[ymdj]/.test(bare);
}

/** A sheet with quick access to cells, merges and the meaning of texts. */
export class SheetView {
  readonly rows = new Map<number, GridCell[]>();
  private readonly byKey = new Map<number, GridCell>();
  private readonly mergeOf = new Map<number, GridRange>();
  private readonly wideMerges: GridRange[] = [];

  constructor(
    readonly grid: SheetGrid,
    readonly dateSystem: '1900' | '1904',
  ) {
    for (const cell of grid.cells) {
      this.byKey.set(cell.row * COLS + cell.col, cell);
      if (cell.value === null && cell.formula === null) continue;
      const row = this.rows.get(cell.row);
      if (row) row.push(cell);
      else this.rows.set(cell.row, [cell]);
    }
    for (const row of this.rows.values()) row.sort((a, b) => a.col - b.col);
    for (const merge of grid.merges) {
      const size = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);
      if (size > 5000) {
        this.wideMerges.push(merge);
        continue;
      }
      for (let r = merge.top; r <= merge.bottom; r++) {
        for (let c = merge.left; c <= merge.right; c++) this.mergeOf.set(r * COLS + c, merge);
      }
    }
  }

  get name(): string {
    return this.grid.name;
  }

  at(row: number, col: number): GridCell | undefined {
    return this.byKey.get(row * COLS + col);
  }

  merge(row: number, col: number): GridRange | undefined {
    return this.mergeOf.get(row * COLS + col) ?? this.wideMerges.find((merge) => inRange(merge, row, col));
  }

  /** Inside a merge but not its top left cell: has no value of its own. */
  isCovered(row: number, col: number): boolean {
    const merge = this.merge(row, col);
    return merge !== undefined && (merge.top !== row || merge.left !== col);
  }

  isLocked(row: number, col: number): boolean {
    return this.grid.isProtected && (this.at(row, col)?.locked ?? true);
  }

  /** The text of a cell as a heading: texts as they are, dates as `YYYY-MM-DD`, whole numbers as digits. */
  text(cell: GridCell | undefined): string {
    const value = cell?.value;
    if (!cell || !value) return '';
    if (value.kind === 'text') return value.value.trim();
    if (value.kind === 'number') {
      if (isDateFormat(cell.format))
        return dateFromSerial(value.value, this.dateSystem) ?? String(value.value);
      return String(value.value);
    }
    return '';
  }

  /** What a text or date cell says; null for numbers, booleans, errors and empty cells. */
  phrase(cell: GridCell | undefined): Phrase | null {
    const value = cell?.value;
    if (!cell || !value) return null;
    if (value.kind === 'text') {
      const text = value.value.trim();
      return text === '' ? null : readPhrase(text.length > 160 ? text.slice(0, 160) : text);
    }
    if (value.kind === 'number' && isDateFormat(cell.format)) {
      const day = dateFromSerial(value.value, this.dateSystem);
      return day === null ? null : readPhrase(day);
    }
    return null;
  }
}
