/// <reference types="office-js" />
import type { CellValue, GridCell, GridRange } from '../../core';
import { firstCellFrom } from '../cells';
import { bandsOf, batchesOf, rangeOfAddress, sizeOf } from './address';
import type { ReadOptions } from '../port';
import { isTooBig } from './host';

/** Cells per request: about a megabyte of answer for ordinary cells, far from the 5 MB of Excel on the web. */
const CELLS_PER_SYNC = 10_000;
/** Cells whose look is asked one by one, per request: that answer is larger. */
const LOOKS_PER_SYNC = 8_000;

/** A rectangle of a sheet to be read. */
export interface Area {
  readonly sheet: string;
  readonly range: GridRange;
}

/** What was read of a sheet's cells. */
export interface CellsRead {
  readonly cells: GridCell[];
  readonly hiddenRows: Set<number>;
  readonly hiddenCols: Set<number>;
  /** Areas of spilled results, the formula's own cell included. */
  readonly arrays: GridRange[];
}

/** Where a cell is counted as existing though nothing is in it: covered by a merge, or written by us before. */
export type IsKnown = (sheet: string, row: number, col: number) => boolean;

type Sync = <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** Look of a cell as far as detection needs it. */
interface Look {
  readonly bold: boolean;
  readonly locked: boolean;
  readonly fill: string | null;
  /** Letters in the colour of what is behind them. */
  readonly concealed: boolean;
}

const PLAIN: Look = { bold: false, locked: true, fill: null, concealed: false };

interface Chunk extends Area {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly types: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
  /** The one look of all cells, or null when they differ. */
  readonly look: Look | null;
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
  readonly hasSpill: boolean | null;
}

/**
 * Reads the cells of areas, sheet by sheet, in as few requests as fit Excel's limits. An answer that is too big after
 * all is asked again in halves. `options` follows the requests and stops between them.
 */
export async function readCells(
  sync: Sync,
  areas: readonly Area[],
  isKnown: IsKnown,
  options: ReadOptions = {},
): Promise<ReadonlyMap<string, CellsRead>> {
  const read = new Map<string, CellsRead>();
  for (const { sheet } of areas) {
    read.set(sheet, { cells: [], hiddenRows: new Set(), hiddenCols: new Set(), arrays: [] });
  }
  const spills = new Map<string, Spill[]>();
  const bands = areas.flatMap(({ sheet, range }) =>
    bandsOf(range, CELLS_PER_SYNC).map((band) => ({ sheet, range: band })),
  );
  const total = bands.reduce((sum, { range }) => sum + sizeOf(range), 0);
  let done = 0;
  for (const batch of batchesOf(bands, ({ range }) => sizeOf(range), CELLS_PER_SYNC)) {
    // Between two requests nothing is half done: here a reading can be stopped.
    options.signal?.throwIfAborted();
    options.report?.(done / total);
    const chunks = await readChunks(sync, batch);
    const looks = await readLooks(
      sync,
      chunks.filter(({ look }) => look === null),
    );
    const lines = await readHiddenLines(sync, chunks);
    for (const chunk of chunks) {
      const into = read.get(chunk.sheet);
      if (!into) continue;
      const found = await readSpills(sync, chunk);
      spills.set(chunk.sheet, [...(spills.get(chunk.sheet) ?? []), ...found]);
      for (const row of lines.rows.get(chunk) ?? []) into.hiddenRows.add(row);
      for (const col of lines.cols.get(chunk) ?? []) into.hiddenCols.add(col);
      addCells(chunk, looks.get(chunk) ?? null, into.cells, isKnown);
    }
    done += batch.reduce((sum, { range }) => sum + sizeOf(range), 0);
  }
  for (const [sheet, found] of spills) {
    const into = read.get(sheet);
    if (!into) continue;
    markSpilled(into, found);
    into.arrays.push(...found.map(({ range }) => range));
  }
  return read;
}

const rangeIn = (context: Excel.RequestContext, { sheet, range }: Area): Excel.Range =>
  context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(range.top, range.left, range.bottom - range.top + 1, range.right - range.left + 1);

async function readChunks(sync: Sync, areas: readonly Area[]): Promise<Chunk[]> {
  try {
    return await sync(async (context) => {
      const ranges = areas.map((area) => {
        const range = rangeIn(context, area);
        range.load(
          'values,formulas,valueTypes,numberFormat,rowHidden,columnHidden,hasSpill,' +
            'format/font/bold,format/font/color,format/protection/locked,format/fill/color,format/fill/pattern',
        );
        return { area, range };
      });
      await context.sync();
      return ranges.map(({ area, range }): Chunk => {
        const { font, fill, protection } = range.format;
        return {
          ...area,
          values: range.values as unknown[][],
          formulas: range.formulas as unknown[][],
          types: range.valueTypes as string[][],
          formats: range.numberFormat as string[][],
          look: lookOf(font, protection.locked, fill),
          rowHidden: range.rowHidden as boolean | null,
          columnHidden: range.columnHidden as boolean | null,
          hasSpill: range.hasSpill as boolean | null,
        };
      });
    });
  } catch (error) {
    const halves = isTooBig(error) ? halved(areas) : null;
    if (!halves) throw error;
    const chunks: Chunk[] = [];
    for (const half of halves) chunks.push(...(await readChunks(sync, half)));
    return chunks;
  }
}

/** Two lists of areas that together cover what the list covers; null for a single cell. */
function halved(areas: readonly Area[]): readonly (readonly Area[])[] | null {
  const [only] = areas;
  if (!only) return null;
  if (areas.length > 1) {
    const middle = areas.length >> 1;
    return [areas.slice(0, middle), areas.slice(middle)];
  }
  const { top, bottom, left, right } = only.range;
  if (bottom > top) {
    const middle = (top + bottom) >> 1;
    return [
      [{ ...only, range: { ...only.range, bottom: middle } }],
      [{ ...only, range: { ...only.range, top: middle + 1 } }],
    ];
  }
  if (right === left) return null;
  const middle = (left + right) >> 1;
  return [
    [{ ...only, range: { ...only.range, right: middle } }],
    [{ ...only, range: { ...only.range, left: middle + 1 } }],
  ];
}

/** Letters and background as Excel says them of a range or a cell. */
interface Said {
  readonly font: { readonly bold?: unknown; readonly color?: unknown };
  readonly fill: { readonly pattern?: unknown; readonly color?: unknown };
}

const COLOUR = /^#[0-9A-Fa-f]{6}$/;
const colourOf = (color: unknown): string | null =>
  typeof color === 'string' && COLOUR.test(color) ? color.slice(1).toUpperCase() : null;

/** One look from what Excel says of a range or cell; null when the cells of a range differ. */
function lookOf(font: Said['font'], locked: unknown, said: Said['fill']): Look | null {
  const { bold } = font;
  const letters = colourOf(font.color);
  if (typeof bold !== 'boolean' || typeof locked !== 'boolean' || letters === null) return null;
  // Without a fill the sheet is white.
  if (said.pattern === 'None') return { bold, locked, fill: null, concealed: letters === 'FFFFFF' };
  // Mixed fills give an empty or absent pattern and colour.
  if (typeof said.pattern !== 'string' || said.pattern === '') return null;
  const behind = colourOf(said.color);
  if (behind === null) return null;
  // What shows through a pattern isn't one colour.
  const isSolid = said.pattern === 'Solid';
  return { bold, locked, fill: isSolid ? behind : null, concealed: isSolid && letters === behind };
}

/** The look of one cell. Text whose letters differ in weight or colour has no answer; it is neither bold nor hidden. */
function lookOfCell(format: Excel.CellPropertiesFormat | undefined): Look {
  const locked = format?.protection?.locked ?? true;
  const { pattern, color } = format?.fill ?? {};
  const bold = format?.font?.bold ?? false;
  return (
    lookOf(
      { bold, color: colourOf(format?.font?.color) === null ? '#000000' : format?.font?.color },
      locked,
      {
        pattern: pattern ?? 'None',
        color,
      },
    ) ?? { bold: false, locked, fill: null, concealed: false }
  );
}

type CellLooks = readonly (readonly Look[])[];

async function readLooks(sync: Sync, chunks: readonly Chunk[]): Promise<ReadonlyMap<Chunk, CellLooks>> {
  const looks = new Map<Chunk, Look[][]>();
  const parts = chunks.flatMap((chunk) =>
    bandsOf(chunk.range, LOOKS_PER_SYNC).map((range) => ({ chunk, range, sheet: chunk.sheet })),
  );
  for (const batch of batchesOf(parts, ({ range }) => sizeOf(range), LOOKS_PER_SYNC)) {
    await sync(async (context) => {
      const asked = batch.map((part) => ({
        part,
        result: rangeIn(context, part).getCellProperties({
          format: {
            fill: { color: true, pattern: true },
            font: { bold: true, color: true },
            protection: true,
          },
        }),
      }));
      await context.sync();
      for (const { part, result } of asked) {
        const rows = looks.get(part.chunk) ?? [];
        looks.set(part.chunk, rows);
        for (const row of result.value) rows.push(row.map(({ format }) => lookOfCell(format)));
      }
    });
  }
  return looks;
}

interface HiddenLines {
  readonly rows: ReadonlyMap<Chunk, readonly number[]>;
  readonly cols: ReadonlyMap<Chunk, readonly number[]>;
}

async function readHiddenLines(sync: Sync, chunks: readonly Chunk[]): Promise<HiddenLines> {
  const rows = new Map<Chunk, number[]>();
  const cols = new Map<Chunk, number[]>();
  const count = (from: number, until: number): number[] =>
    Array.from({ length: until - from + 1 }, (_, index) => from + index);
  const mixedRows: Chunk[] = [];
  const mixedCols: Chunk[] = [];
  for (const chunk of chunks) {
    const { top, bottom, left, right } = chunk.range;
    if (chunk.rowHidden === true) rows.set(chunk, count(top, bottom));
    else if (chunk.rowHidden !== false) mixedRows.push(chunk);
    if (chunk.columnHidden === true) cols.set(chunk, count(left, right));
    else if (chunk.columnHidden !== false) mixedCols.push(chunk);
  }
  if (mixedRows.length + mixedCols.length === 0) return { rows, cols };
  await sync(async (context) => {
    const askedRows = mixedRows.map((chunk) => ({
      chunk,
      result: rangeIn(context, chunk).getRowProperties({ rowHidden: true }),
    }));
    const askedCols = mixedCols.map((chunk) => ({
      chunk,
      result: rangeIn(context, chunk).getColumnProperties({ columnHidden: true }),
    }));
    await context.sync();
    for (const { chunk, result } of askedRows) {
      const hidden = result.value.flatMap((line, index) =>
        line.rowHidden === true ? [chunk.range.top + index] : [],
      );
      rows.set(chunk, hidden);
    }
    for (const { chunk, result } of askedCols) {
      const hidden = result.value.flatMap((line, index) =>
        line.columnHidden === true ? [chunk.range.left + index] : [],
      );
      cols.set(chunk, hidden);
    }
  });
  return { rows, cols };
}

/** The formula in a place of a chunk; null for a constant. A text that only looks like one is its own value. */
function formulaAt(chunk: Chunk, row: number, col: number): string | null {
  const formula = chunk.formulas[row]?.[col];
  if (typeof formula !== 'string' || !formula.startsWith('=')) return null;
  return formula === chunk.values[row]?.[col] ? null : formula.slice(1);
}

/** An area of spilled results with the formula they come from. */
interface Spill {
  readonly range: GridRange;
  readonly formula: string;
}

async function readSpills(sync: Sync, chunk: Chunk): Promise<Spill[]> {
  const spills: Spill[] = [];
  if (chunk.hasSpill === false) return spills;
  const { top, left } = chunk.range;
  const anchors: { row: number; col: number; formula: string }[] = [];
  chunk.formulas.forEach((line, row) =>
    line.forEach((_, col) => {
      const formula = formulaAt(chunk, row, col);
      if (formula !== null) anchors.push({ row: top + row, col: left + col, formula });
    }),
  );
  for (const batch of batchesOf(anchors, () => 1, 2000)) {
    await sync(async (context) => {
      const asked = batch.map(({ row, col, formula }) => {
        const range = { top: row, left: col, bottom: row, right: col };
        const area = rangeIn(context, { sheet: chunk.sheet, range }).getSpillingToRangeOrNullObject();
        area.load('address');
        return { formula, area };
      });
      await context.sync();
      for (const { formula, area } of asked) {
        const range = area.isNullObject ? null : rangeOfAddress(area.address);
        if (range) spills.push({ range, formula });
      }
    });
  }
  return spills;
}

/** Spilled cells carry the formula they come from, in whichever chunk they were read. */
function markSpilled(read: { readonly cells: GridCell[] }, spills: readonly Spill[]): void {
  for (const { range, formula } of spills) {
    for (let row = range.top; row <= range.bottom; row++) {
      for (let col = range.left; col <= range.right; col++) {
        const at = firstCellFrom(read.cells, row, col);
        const cell = read.cells[at];
        if (cell && cell.row === row && cell.col === col) read.cells[at] = { ...cell, formula };
      }
    }
  }
}

/** Results that aren't there yet; nobody should take them for errors of the workbook. */
const PENDING = /^#(BUSY!|GETTING_DATA|CONNECT!)$/;

function valueAt(value: unknown, type: string | undefined): CellValue | null {
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value !== 'string' || type === 'Empty') return null;
  if (type === 'Error') return PENDING.test(value) ? null : { kind: 'error', value };
  return { kind: 'text', value };
}

function addCells(chunk: Chunk, looks: CellLooks | null, into: GridCell[], isKnown: IsKnown): void {
  const { top, left, bottom, right } = chunk.range;
  for (let row = top; row <= bottom; row++) {
    for (let col = left; col <= right; col++) {
      const [r, c] = [row - top, col - left];
      const value = valueAt(chunk.values[r]?.[c], chunk.types[r]?.[c]);
      const formula = formulaAt(chunk, r, c);
      const code = chunk.formats[r]?.[c];
      const format = code === undefined || code === '' || /^general$/i.test(code) ? null : code;
      const { bold, locked, fill, concealed } = looks?.[r]?.[c] ?? chunk.look ?? PLAIN;
      const isThere =
        value !== null || formula !== null || format !== null || fill !== null || bold || !locked;
      if (isThere || isKnown(chunk.sheet, row, col)) {
        const cell = { row, col, value, formula, format, locked, bold, fill };
        into.push(concealed ? { ...cell, concealed: true } : cell);
      }
    }
  }
}
