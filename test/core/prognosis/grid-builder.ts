import {
  columnLetters,
  parseA1,
  parseRange,
  type GridCell,
  type SheetGrid,
  type WorkbookGrid,
} from '../../../src/core/prognosis/grid';

/** A cell in a test sheet: a plain value, a formula, or a value with its looks. */
export type Spec =
  | string
  | number
  | boolean
  | null
  | {
      readonly v?: string | number | boolean;
      readonly f?: string;
      readonly format?: string;
      readonly bold?: boolean;
      readonly unlocked?: boolean;
      readonly error?: string;
    };

export interface SheetOptions {
  readonly merges?: readonly string[];
  readonly isProtected?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly hiddenCols?: readonly number[];
  readonly visibility?: SheetGrid['visibility'];
  readonly pivots?: readonly string[];
}

/** A sheet from rows of cells; texts that start with `=` are formulas. */
export function sheetOf(
  name: string,
  rows: readonly (readonly Spec[])[],
  options: SheetOptions = {},
): SheetGrid {
  const cells: GridCell[] = [];
  let colCount = 0;
  rows.forEach((line, row) => {
    line.forEach((spec, col) => {
      if (spec === null || spec === '') return;
      colCount = Math.max(colCount, col + 1);
      const object = typeof spec === 'object' ? spec : { v: spec };
      const isFormula = typeof object.v === 'string' && object.v.startsWith('=');
      const formula = object.f ?? (isFormula ? String(object.v).slice(1) : null);
      const plain = isFormula ? undefined : object.v;
      cells.push({
        row,
        col,
        value:
          object.error !== undefined
            ? { kind: 'error', value: object.error }
            : typeof plain === 'number'
              ? { kind: 'number', value: plain }
              : typeof plain === 'boolean'
                ? { kind: 'boolean', value: plain }
                : typeof plain === 'string'
                  ? { kind: 'text', value: plain }
                  : null,
        formula,
        format: object.format ?? null,
        locked: object.unlocked !== true,
        bold: object.bold === true,
        fill: null,
      });
    });
  });
  return {
    name,
    visibility: options.visibility ?? 'visible',
    isProtected: options.isProtected ?? false,
    rowCount: rows.length,
    colCount,
    cells,
    merges: (options.merges ?? []).flatMap((text) => parseRange(text) ?? []),
    hiddenRows: new Set(options.hiddenRows ?? []),
    hiddenCols: new Set(options.hiddenCols ?? []),
    tables: [],
    validations: [],
    pivots: (options.pivots ?? []).flatMap((text) => parseRange(text) ?? []),
  };
}

export const bookOf = (...sheets: readonly SheetGrid[]): WorkbookGrid => ({
  file: 'eigen.xlsx',
  dateSystem: '1900',
  sheets,
  names: [],
});

/** The workbook with cells set, as after filling. */
export function withCells(
  book: WorkbookGrid,
  writes: readonly {
    sheet: string;
    row: number;
    col: number;
    value: { kind: 'number' | 'text'; text: string } | null;
  }[],
): WorkbookGrid {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      const own = writes.filter((write) => write.sheet === sheet.name);
      const keys = new Map(own.map((write) => [`${write.row}:${write.col}`, write]));
      const value = (write: (typeof own)[number]): GridCell['value'] =>
        write.value === null
          ? null
          : write.value.kind === 'number'
            ? { kind: 'number', value: Number(write.value.text) }
            : { kind: 'text', value: write.value.text };
      const kept = sheet.cells.map((cell) => {
        const write = keys.get(`${cell.row}:${cell.col}`);
        keys.delete(`${cell.row}:${cell.col}`);
        return write ? { ...cell, value: value(write) } : cell;
      });
      const added = [...keys.values()].map((write): GridCell => ({
        row: write.row,
        col: write.col,
        value: value(write),
        formula: null,
        format: null,
        locked: true,
        bold: false,
        fill: null,
      }));
      return { ...sheet, cells: [...kept, ...added].sort((a, b) => a.row - b.row || a.col - b.col) };
    }),
  };
}

/** Columns from a letter on, such as `letters('D', 12)`. */
export function letters(first: string, count: number): string[] {
  const start = parseA1(`${first}1`)?.col ?? 0;
  return Array.from({ length: count }, (_, index) => columnLetters(start + index));
}
