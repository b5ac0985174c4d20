import { dateFromSerial } from '../values/date';
import type { GridCell, GridRange, SheetGrid, WorkbookGrid } from './grid';
import { inRange } from './grid';
import { readPhrase, type Phrase } from './phrases';

/** Columns a sheet can have: makes one number of a place. */
const COLS = 16384;

/**
 * Whether a number format shows a date.
 * @example isDateFormat('mmm-jj') // true
 * @example isDateFormat('€ #,##0.00;[Red]-€ #,##0.00') // false
 */
export function isDateFormat(format: string | null): boolean {
  if (format === null) return false;
  let known = DATE_FORMATS.get(format);
  if (known === undefined) {
    if (DATE_FORMATS.size >= 1000) DATE_FORMATS.clear();
    DATE_FORMATS.set(format, (known = showsDate(format)));
  }
  return known;
}

/** A workbook has a handful of formats over thousands of cells. */
const DATE_FORMATS = new Map<string, boolean>();

function showsDate(format: string): boolean {
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
  /** Cells with a value or formula, from left to right. */
  readonly rows = new Map<number, GridCell[]>();
  /** All cells in reading order, and where each row begins among them. */
  private readonly cells: readonly GridCell[];
  private readonly rowStart = new Map<number, number>();
  private readonly mergeOf = new Map<number, GridRange>();
  private readonly wideMerges: GridRange[] = [];
  /** Whether any cell has a number format of its own. */
  readonly hasFormats: boolean;

  constructor(
    readonly grid: SheetGrid,
    readonly dateSystem: '1900' | '1904',
  ) {
    this.cells = inReadingOrder(grid.cells);
    let present = -1;
    let list: GridCell[] | undefined;
    let hasFormats = false;
    this.cells.forEach((cell, index) => {
      if (cell.format !== null) hasFormats = true;
      if (cell.row !== present) {
        present = cell.row;
        list = undefined;
        this.rowStart.set(present, index);
      }
      if (cell.value === null && cell.formula === null) return;
      if (list) list.push(cell);
      else this.rows.set(present, (list = [cell]));
    });
    this.hasFormats = hasFormats;
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
    const start = this.rowStart.get(row);
    const first = start === undefined ? undefined : this.cells[start];
    if (start === undefined || first === undefined || col < first.col) return undefined;
    // Where a row without gaps has the cell; with gaps it stands before that.
    let high = Math.min(start + col - first.col, this.cells.length - 1);
    const guess = this.cells[high];
    if (guess?.row === row && guess.col === col) return guess;
    let low = start;
    high -= 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const cell = this.cells[middle];
      if (cell?.row === row && cell.col === col) return cell;
      if (!cell || cell.row > row || cell.col > col) high = middle - 1;
      else low = middle + 1;
    }
    return undefined;
  }

  merge(row: number, col: number): GridRange | undefined {
    if (this.grid.merges.length === 0) return undefined;
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

/** Cells in reading order, which is how the adapters of the port deliver them. */
function inReadingOrder(cells: readonly GridCell[]): readonly GridCell[] {
  for (let i = 1; i < cells.length; i++) {
    const [before, cell] = [cells[i - 1], cells[i]];
    if (before && cell && (cell.row < before.row || (cell.row === before.row && cell.col < before.col)))
      return [...cells].sort((a, b) => a.row - b.row || a.col - b.col);
  }
  return cells;
}

const VIEWS = new WeakMap<SheetGrid, SheetView>();

/** The view of a sheet; made once for as long as the sheet is there. */
export function viewOf(grid: SheetGrid, dateSystem: WorkbookGrid['dateSystem']): SheetView {
  const known = VIEWS.get(grid);
  if (known?.dateSystem === dateSystem) return known;
  const view = new SheetView(grid, dateSystem);
  VIEWS.set(grid, view);
  return view;
}

const EMPTY = { cells: [], merges: [], tables: [], validations: [], pivots: [], rowCount: 0, colCount: 0 };
const blanks = new WeakMap<SheetGrid, SheetGrid>();

/** A sheet of a report of ours says nothing about the prognosis: it is looked at as if it were empty. */
function prognosisPart(sheet: SheetGrid): SheetGrid {
  if (sheet.isReport !== true) return sheet;
  const blank = blanks.get(sheet) ?? { ...sheet, ...EMPTY };
  blanks.set(sheet, blank);
  return blank;
}

/** The views of all sheets of a workbook, in their order. Sheets of a report of ours are empty. */
export const viewsOf = (workbook: WorkbookGrid): SheetView[] =>
  workbook.sheets.map((sheet) => viewOf(prognosisPart(sheet), workbook.dateSystem));

/** The views of all sheets of a workbook by their names. */
export const viewsByName = (workbook: WorkbookGrid): ReadonlyMap<string, SheetView> =>
  new Map(viewsOf(workbook).map((view) => [view.name, view]));
