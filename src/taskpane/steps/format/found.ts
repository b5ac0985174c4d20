import {
  formatRange,
  type GridRange,
  type HeaderCell,
  type Layout,
  type Measure,
  type PeriodSpan,
  type Slot,
  type TotalCell,
} from '../../../core';

/** What the cells in a range are taken for, all together. */
export interface Seen {
  readonly cells: number;
  readonly measures: readonly Measure[];
  readonly phases: readonly Slot['phase'][];
  readonly products: readonly string[];
  readonly period: PeriodSpan | null;
  readonly thousands: boolean;
  readonly inputs: number;
  readonly formulas: number;
  readonly locked: number;
  readonly kept: number;
  readonly totals: number;
  readonly headers: readonly HeaderCell['what'][];
}

const sheetCells = <T extends { readonly sheet: string; readonly row: number; readonly col: number }>(
  cells: readonly T[],
  sheet: string,
  isIn: (row: number, col: number) => boolean,
): T[] => cells.filter((cell) => cell.sheet === sheet && isIn(cell.row, cell.col));

/**
 * What is recognised in a range, or in the rows or columns it stands for.
 * Errors: none; a range that nothing was recognised in has no cells.
 */
export function lookAt(
  layout: Layout,
  sheet: string,
  range: GridRange | null,
  scope: 'cells' | 'rows' | 'columns' | 'sheet',
): Seen {
  const isIn = (row: number, col: number): boolean =>
    range === null ||
    scope === 'sheet' ||
    ((scope === 'columns' || (row >= range.top && row <= range.bottom)) &&
      (scope === 'rows' || (col >= range.left && col <= range.right)));
  const slots = sheetCells(layout.slots, sheet, isIn);
  const totals = sheetCells(layout.totals, sheet, isIn);
  const headers = sheetCells(layout.headers, sheet, isIn);
  const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
  const count = (holds: (slot: Slot) => boolean): number => slots.filter(holds).length;
  return {
    cells: slots.length,
    measures: unique(slots.map(({ measure }) => measure)),
    phases: unique(slots.map(({ phase }) => phase)),
    products: unique(slots.map(({ product, label }) => product ?? label)),
    period: slots.reduce<PeriodSpan | null>(
      (span, { period }) =>
        span === null
          ? period
          : {
              from: period.from < span.from ? period.from : span.from,
              until: period.until > span.until ? period.until : span.until,
            },
      null,
    ),
    thousands: slots.some(({ scale }) => scale === 1000),
    inputs: count(({ role }) => role === 'input'),
    formulas: count(({ role }) => role === 'formula'),
    locked: count(({ role, kept }) => role === 'locked' && kept !== true),
    kept: count(({ kept }) => kept === true),
    totals: totals.length,
    headers: unique(headers.map(({ what }) => what)),
  };
}

/** A row or column of a table with the period or product that all its cells stand for. */
export interface Line<T> {
  readonly range: GridRange;
  readonly value: T;
}

const around = (cells: readonly { readonly row: number; readonly col: number }[]): GridRange => ({
  top: Math.min(...cells.map(({ row }) => row)),
  left: Math.min(...cells.map(({ col }) => col)),
  bottom: Math.max(...cells.map(({ row }) => row)),
  right: Math.max(...cells.map(({ col }) => col)),
});

/** The periods of a table: per column where all cells of each column have one, else per row. */
export function periodsOf(layout: Layout, block: number): readonly Line<PeriodSpan>[] {
  const slots = layout.slots.filter((slot) => slot.block === block && slot.measure !== 'tariff');
  const by = (at: (slot: Slot) => number): Line<PeriodSpan>[] | null => {
    const lines = new Map<number, Slot[]>();
    for (const slot of slots) {
      const line = lines.get(at(slot));
      if (line) line.push(slot);
      else lines.set(at(slot), [slot]);
    }
    const found: Line<PeriodSpan>[] = [];
    for (const [, line] of [...lines].sort(([a], [b]) => a - b)) {
      const [first] = line;
      if (!first) continue;
      const isOne = line.every(
        ({ period }) => period.from === first.period.from && period.until === first.period.until,
      );
      if (!isOne) return null;
      found.push({ range: around(line), value: first.period });
    }
    return found;
  };
  return by(({ col }) => col) ?? by(({ row }) => row) ?? [];
}

/** Totals that lie in one row beside each other, or in one column below each other. */
export function totalRanges(
  layout: Layout,
): readonly { sheet: string; range: string; cells: number; formulas: number }[] {
  const runs: { sheet: string; cells: TotalCell[]; range: GridRange }[] = [];
  for (const total of layout.totals) {
    const run = runs.find(
      ({ sheet, range }) =>
        sheet === total.sheet &&
        ((range.top === range.bottom && range.top === total.row && range.right + 1 === total.col) ||
          (range.left === range.right && range.left === total.col && range.bottom + 1 === total.row)),
    );
    if (run) {
      run.cells.push(total);
      run.range = around(run.cells);
    } else {
      runs.push({
        sheet: total.sheet,
        cells: [total],
        range: { top: total.row, left: total.col, bottom: total.row, right: total.col },
      });
    }
  }
  return runs.map(({ sheet, cells, range }) => ({
    sheet,
    range: formatRange(range),
    cells: cells.length,
    formulas: cells.filter(({ formula }) => formula).length,
  }));
}

/** What became of the sheets of a workbook. */
export function sheetUse(
  layout: Layout,
  sheets: readonly string[],
): readonly { sheet: string; use: 'used' | 'ignored' | 'none' }[] {
  const ignored = new Set(
    (layout.corrections ?? []).flatMap(({ correction, sheet }) =>
      correction.say.what === 'ignored' && correction.at.scope === 'sheet' && sheet !== null ? [sheet] : [],
    ),
  );
  const used = new Set(layout.slots.map(({ sheet }) => sheet));
  return sheets.map((sheet) => ({
    sheet,
    use: ignored.has(sheet) ? 'ignored' : used.has(sheet) ? 'used' : 'none',
  }));
}
