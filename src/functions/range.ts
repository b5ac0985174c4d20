import type { Cell } from './cell';

/** A range as rows of cells; whatever else was handed over becomes a range of one cell. */
export function toRange(argument: Cell): readonly (readonly Cell[])[] {
  if (!Array.isArray(argument)) return [[argument]];
  const rows = argument as readonly unknown[];
  // Excel hands over rows of cells or one row; looking at each would cost more than comparing them.
  return Array.isArray(rows[0]) ? (rows as readonly (readonly Cell[])[]) : [rows];
}

/** Nothing was typed: absent, an empty cell on the web (null), an empty text. */
export const isEmpty = (cell: Cell): boolean => cell === null || cell === undefined || cell === '';

/** Empty in a place where a zero can only be an empty cell: desktop Excel hands those over as 0. */
export const isBlank = (cell: Cell): boolean => isEmpty(cell) || cell === 0;

/** One past the last row with anything in it. */
export function usedRows(range: readonly (readonly Cell[])[]): number {
  for (let row = range.length - 1; row >= 0; row--) {
    const cells = range[row] as readonly Cell[];
    for (let col = 0; col < cells.length; col++) if (!isBlank(cells[col])) return row + 1;
  }
  return 0;
}

/** An error cell, as far as it can be recognised: Excel's own error objects have a code. */
export function errorCode(cell: Cell): string | null {
  if (typeof cell !== 'object' || cell === null) return null;
  const { code, basicValue } = cell as { readonly code?: unknown; readonly basicValue?: unknown };
  if (typeof code === 'string') return code;
  return typeof basicValue === 'string' ? basicValue : '#VALUE!';
}

const sameCell = (a: Cell, b: Cell): boolean =>
  a === b ||
  (typeof a === 'object' &&
    typeof b === 'object' &&
    a !== null &&
    b !== null &&
    errorCode(a) === errorCode(b));

interface Kept<T> {
  /** A copy of the used cells, row after row: what is handed over later may be changed in place. */
  readonly cells: readonly Cell[];
  readonly rows: number;
  readonly width: number;
  readonly key: string;
  readonly made: T;
}

/** So many ranges are remembered; the one that was used longest ago goes first. */
const MOST = 24;

/**
 * Remembers what was made of a range. Ranges are compared cell by cell with a copy: a changed table is never
 * taken for the old one, and an unchanged one is never read again, though every cell of the sheet hands over
 * an array of its own.
 */
export class RangeMemory<T> {
  private kept: Kept<T>[] = [];

  /** What `make` makes of the used part of the range, now or earlier. */
  of(
    range: readonly (readonly Cell[])[],
    key: string,
    make: (range: readonly (readonly Cell[])[], rows: number) => T,
  ): T {
    const rows = usedRows(range);
    const width = range[0]?.length ?? 0;
    for (let index = 0; index < this.kept.length; index++) {
      const candidate = this.kept[index] as Kept<T>;
      if (candidate.rows !== rows || candidate.width !== width || candidate.key !== key) continue;
      if (!sameCells(range, candidate.cells, rows, width)) continue;
      if (index > 0) {
        this.kept.splice(index, 1);
        this.kept.unshift(candidate);
      }
      return candidate.made;
    }
    const cells: Cell[] = [];
    for (let row = 0; row < rows; row++) {
      const line = range[row] as readonly Cell[];
      for (let col = 0; col < width; col++) cells.push(line[col]);
    }
    const made = make(range, rows);
    this.kept.unshift({ cells, rows, width, key, made });
    if (this.kept.length > MOST) this.kept.length = MOST;
    return made;
  }
}

function sameCells(
  range: readonly (readonly Cell[])[],
  cells: readonly Cell[],
  rows: number,
  width: number,
): boolean {
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const line = range[row] as readonly Cell[];
    if (line.length !== width) return false;
    for (let col = 0; col < width; col++, at++) {
      if (line[col] !== cells[at] && !sameCell(line[col], cells[at])) return false;
    }
  }
  return true;
}
