/**
 * A workbook as plain data: what detection, filling and reading work on. Rows and columns count from 0;
 * people see A1 addresses (`a1`). Every adapter of the workbook port delivers this same shape.
 */
export type CellValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string };

export interface GridCell {
  readonly row: number;
  readonly col: number;
  /** The (cached) value; null is empty. */
  readonly value: CellValue | null;
  /** Formula text without `=`; null for a constant. For members of an array or shared formula: their formula. */
  readonly formula: string | null;
  /** Number format code; null is General. */
  readonly format: string | null;
  /** The cell's lock flag; it only bites when the sheet is protected. */
  readonly locked: boolean;
  readonly bold: boolean;
  /** Fill colour as RRGGBB, when it has a plain one. */
  readonly fill: string | null;
  /** Its letters have the colour of what is behind them: nobody sees what it holds. */
  readonly concealed?: true;
}

export interface GridRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridTable {
  readonly name: string;
  readonly range: GridRange;
  readonly headerRows: number;
  readonly totalsRows: number;
}

export interface SheetGrid {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** Sheet protection is on: locked cells refuse input. */
  readonly isProtected: boolean;
  /** Number of rows and columns up to the last cell. */
  readonly rowCount: number;
  readonly colCount: number;
  /** Cells that exist in the file (value, formula or style), in reading order. */
  readonly cells: readonly GridCell[];
  readonly merges: readonly GridRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenCols: ReadonlySet<number>;
  readonly tables: readonly GridTable[];
  /** Ranges with a data validation. */
  readonly validations: readonly GridRange[];
  /** Pivot table areas: never input. */
  readonly pivots: readonly GridRange[];
  /** A sheet of a report of ours: no part of the prognosis, whatever stands on it. */
  readonly isReport?: boolean;
}

/**
 * The name on every sheet of a report of ours, pointing at its first cell. It goes with the sheet through saving,
 * renaming and copying into another workbook.
 */
export const REPORT_MARK = 'Plafondwijzer.rapport';

/**
 * The sheet that a reference of a defined name points at, or null.
 * @example sheetOfReference("'Wmo ''23'!$A$1") // "Wmo '23"
 */
export function sheetOfReference(refersTo: string): string | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(refersTo);
  return match ? (match[2] ?? (match[1] ?? '').replace(/''/g, "'")) : null;
}

export interface DefinedName {
  readonly name: string;
  /** As in the file, such as `Wmo!$D$7:$O$11`. */
  readonly refersTo: string;
}

export interface WorkbookGrid {
  /** File name, for messages. */
  readonly file: string;
  readonly dateSystem: '1900' | '1904';
  readonly sheets: readonly SheetGrid[];
  readonly names: readonly DefinedName[];
}

/**
 * Column letters of a column index.
 * @example columnLetters(27) // 'AB'
 */
export function columnLetters(col: number): string {
  let letters = '';
  for (let rest = col + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * A1 address of a cell.
 * @example a1(6, 3) // 'D7'
 */
export const a1 = (row: number, col: number): string => `${columnLetters(col)}${row + 1}`;

/**
 * Row and column of an A1 address (dollar signs allowed), or null when it isn't one.
 * @example parseA1('$D$7') // { row: 6, col: 3 }
 */
export function parseA1(address: string): { row: number; col: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (!match) return null;
  let col = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) col = col * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]) - 1;
  return col <= 16384 && row >= 0 && row < 1048576 ? { row, col: col - 1 } : null;
}

/** A range from `D7:O11` or a single address, or null. Corners may come in any order. */
export function parseRange(text: string): GridRange | null {
  const [first, second = first] = text.split(':');
  const a = parseA1(first ?? '');
  const b = parseA1(second ?? '');
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.col, b.col),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.col, b.col),
  };
}

export const formatRange = (range: GridRange): string =>
  range.top === range.bottom && range.left === range.right
    ? a1(range.top, range.left)
    : `${a1(range.top, range.left)}:${a1(range.bottom, range.right)}`;

export const inRange = (range: GridRange, row: number, col: number): boolean =>
  row >= range.top && row <= range.bottom && col >= range.left && col <= range.right;
