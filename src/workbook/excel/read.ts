/// <reference types="office-js" />
import {
  REPORT_MARK,
  type DefinedName,
  type GridRange,
  type GridTable,
  type SheetGrid,
  type WorkbookGrid,
} from '../../core';
import { placeKey } from '../cells';
import { REPORT_PROPERTY } from '../port';
import { bandsOf, intersection, rangeOfAddress, sizeOf } from './address';
import { excelProblem, officeCode } from './host';
import type { ReadOptions } from '../port';
import { readCells, type Area, type CellsRead, type IsKnown } from './read-cells';

/** Runs one batch in a context of its own, so that Excel keeps no references to what was read. */
export type Batch = <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** A sheet as read, with what the plain grid has no place for. */
export interface SheetRead {
  readonly grid: SheetGrid;
  /** Areas of spilled results: writing into them breaks their formula. */
  readonly arrays: readonly GridRange[];
}

export interface WorkbookRead {
  readonly grid: WorkbookGrid;
  readonly sheets: readonly SheetRead[];
  /** Formulas are only recalculated when asked. */
  readonly isManual: boolean;
}

/** As many as Excel on the web reads at once, and as the file adapter takes. */
const MAX_CELLS = 5_000_000;
/** Above this many cells only the part with contents is read, with room around it for blank input cells. */
const WIDE_AREA = 400_000;
const ROOM = { rows: 100, cols: 30 } as const;

/** The serial number of 1 January 2000 tells the calendar: the object model has no property for it. */
const MILLENNIUM_1904 = 35064;

const VISIBILITY: Readonly<Record<string, SheetGrid['visibility']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'very-hidden',
};

interface Overview {
  readonly file: string;
  readonly dateSystem: WorkbookGrid['dateSystem'];
  readonly isManual: boolean;
  readonly names: DefinedName[];
  readonly sheets: readonly { readonly name: string; readonly visibility: SheetGrid['visibility'] }[];
}

/** Sheets that we made carry this property; they are no part of the workbook to fill. */
export const OURS = REPORT_PROPERTY;

/** What stands about a sheet outside its cells. */
interface SheetFrame {
  readonly name: string;
  readonly isOurs: boolean;
  readonly used: GridRange | null;
  readonly isProtected: boolean;
  readonly names: readonly DefinedName[];
  readonly tables: readonly { name: string; headerRows: number; totalsRows: number }[];
  readonly pivots: readonly string[];
}

/**
 * The workbook as plain data. With `only`, sheets that aren't named come without contents.
 * Errors: those of Office's library; `excel.too-many-cells`.
 */
export async function readWorkbook(
  batch: Batch,
  isWritten: IsKnown,
  only: ReadonlySet<string> | null = null,
  options: ReadOptions = {},
): Promise<WorkbookRead> {
  options.signal?.throwIfAborted();
  const overview = await readOverview(batch);
  const wanted = overview.sheets.map(({ name }) => name).filter((name) => only === null || only.has(name));
  const all = await readFrames(batch, wanted);
  const frames = all.filter(({ isOurs }) => !isOurs);
  const ours = new Set(all.filter(({ isOurs }) => isOurs).map(({ name }) => name));
  const details = await readDetails(batch, frames);
  const areas: Area[] = [];
  for (const { name } of frames) {
    const used = details.get(name)?.area ?? null;
    if (used) areas.push({ sheet: name, range: used });
  }
  if (areas.reduce((sum, { range }) => sum + sizeOf(range), 0) > MAX_CELLS) {
    throw excelProblem('too-many-cells', { file: overview.file, limit: MAX_CELLS });
  }
  const covered = coverOf(details);
  const isKnown: IsKnown = (sheet, row, col) => isWritten(sheet, row, col) || covered(sheet, row, col);
  const contents = await readCells(batch, areas, isKnown, options);
  const framed = new Map(frames.map((frame) => [frame.name, frame]));
  const theirs = overview.sheets.filter(({ name }) => !ours.has(name));
  const sheets = theirs.map(({ name, visibility }): SheetRead => {
    const frame = framed.get(name);
    const detail = details.get(name);
    const read = contents.get(name);
    return {
      arrays: read?.arrays ?? [],
      grid: sheetGrid(name, visibility, frame?.isProtected ?? false, detail ?? null, read ?? null),
    };
  });
  return {
    isManual: overview.isManual,
    sheets,
    grid: {
      file: overview.file,
      dateSystem: overview.dateSystem,
      sheets: sheets.map(({ grid }) => grid),
      names: [...overview.names, ...frames.flatMap(({ names }) => names)],
    },
  };
}

/** A rectangle of one sheet as a workbook of its own, cells in their places: a table to take data from. */
export async function readPart(batch: Batch, sheet: string, range: GridRange): Promise<WorkbookGrid> {
  const { file, dateSystem } = await readOverview(batch);
  const read = (await readCells(batch, [{ sheet, range }], () => false)).get(sheet) ?? null;
  return { file, dateSystem, names: [], sheets: [sheetGrid(sheet, 'visible', false, null, read)] };
}

function sheetGrid(
  name: string,
  visibility: SheetGrid['visibility'],
  isProtected: boolean,
  detail: SheetDetail | null,
  read: CellsRead | null,
): SheetGrid {
  const cells = read?.cells ?? [];
  return {
    name,
    visibility,
    isProtected,
    rowCount: (cells.at(-1)?.row ?? -1) + 1,
    colCount: cells.reduce((most, { col }) => Math.max(most, col + 1), 0),
    cells,
    merges: detail?.merges ?? [],
    hiddenRows: read?.hiddenRows ?? new Set(),
    hiddenCols: read?.hiddenCols ?? new Set(),
    tables: detail?.tables ?? [],
    validations: detail?.validations ?? [],
    pivots: detail?.pivots ?? [],
  };
}

const plainNames = (items: readonly Excel.NamedItem[]): DefinedName[] =>
  items
    .map(({ name, formula }) => ({ name, refersTo: String(formula).replace(/^=/, '') }))
    .filter(({ name }) => !/^_xlnm\./i.test(name));

async function readOverview(batch: Batch): Promise<Overview> {
  return batch(async (context) => {
    const { workbook } = context;
    workbook.load('name');
    workbook.application.load('calculationMode');
    workbook.names.load('items/name,items/formula');
    workbook.worksheets.load('items/name,items/visibility');
    const millennium = workbook.functions.date(2000, 1, 1);
    millennium.load('value');
    await context.sync();
    return {
      file: workbook.name,
      dateSystem: Number(millennium.value) === MILLENNIUM_1904 ? '1904' : '1900',
      isManual: workbook.application.calculationMode === 'Manual',
      names: plainNames(workbook.names.items),
      sheets: workbook.worksheets.items.map((sheet) => ({
        name: sheet.name,
        visibility: VISIBILITY[sheet.visibility] ?? 'visible',
      })),
    };
  });
}

const rangeOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): GridRange => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

const PLACE = 'rowIndex,columnIndex,rowCount,columnCount';

async function readFrames(batch: Batch, names: readonly string[]): Promise<SheetFrame[]> {
  return batch(async (context) => {
    const asked = names.map((name) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const used = sheet.getUsedRangeOrNullObject(false);
      used.load(PLACE);
      sheet.protection.load('protected');
      sheet.names.load('items/name,items/formula');
      sheet.tables.load('items/name,items/showHeaders,items/showTotals');
      sheet.pivotTables.load('items/name');
      const mark = sheet.customProperties.getItemOrNullObject(OURS);
      mark.load('value');
      return { name, sheet, used, mark };
    });
    await context.sync();
    return asked.map(({ name, sheet, used, mark }) => ({
      name,
      isOurs: !mark.isNullObject || sheet.names.items.some((item) => item.name === REPORT_MARK),
      used: used.isNullObject ? null : rangeOf(used),
      isProtected: sheet.protection.protected,
      names: plainNames(sheet.names.items),
      tables: sheet.tables.items.map((table) => ({
        name: table.name,
        headerRows: table.showHeaders ? 1 : 0,
        totalsRows: table.showTotals ? 1 : 0,
      })),
      pivots: sheet.pivotTables.items.map((pivot) => pivot.name),
    }));
  });
}

interface SheetDetail {
  /** The part of the sheet whose cells are read. */
  readonly area: GridRange | null;
  readonly tables: GridTable[];
  readonly validations: GridRange[];
  readonly merges: GridRange[];
  readonly pivots: GridRange[];
}

async function readDetails(
  batch: Batch,
  frames: readonly SheetFrame[],
): Promise<ReadonlyMap<string, SheetDetail>> {
  const rough = await batch(async (context) => {
    const asked = frames.map((frame) => {
      const sheet = context.workbook.worksheets.getItem(frame.name);
      const tables = frame.tables.map((table) => {
        const range = sheet.tables.getItem(table.name).getRange();
        range.load(PLACE);
        return { table, range };
      });
      const pivots = frame.pivots.map((name) => {
        const range = sheet.pivotTables.getItem(name).layout.getRange();
        range.load(PLACE);
        return range;
      });
      const used = frame.used;
      const validated = used ? areaIn(sheet, used).getSpecialCellsOrNullObject('DataValidations') : null;
      validated?.areas.load('items/address');
      const filled = used && sizeOf(used) > WIDE_AREA ? sheet.getUsedRangeOrNullObject(true) : null;
      filled?.load(PLACE);
      return { frame, tables, pivots, validated, filled };
    });
    await context.sync();
    return asked.map(({ frame, tables, pivots, validated, filled }) => ({
      frame,
      tables: tables.map(({ table, range }): GridTable => ({ ...table, range: rangeOf(range) })),
      pivots: pivots.map(rangeOf),
      validations:
        validated && !validated.isNullObject
          ? validated.areas.items.flatMap(({ address }) => rangeOfAddress(address) ?? [])
          : [],
      area: !filled
        ? frame.used
        : filled.isNullObject || !frame.used
          ? null
          : intersection(withRoom(rangeOf(filled)), frame.used),
    }));
  });
  const details = new Map<string, SheetDetail>();
  const merges = await readMerges(
    batch,
    rough.flatMap(({ frame, area }) => (area ? [{ sheet: frame.name, range: area }] : [])),
  );
  for (const { frame, tables, pivots, validations, area } of rough) {
    const filters = await readPivotFilters(batch, frame);
    details.set(frame.name, {
      area,
      tables,
      validations: sorted(validations),
      merges: sorted(merges.get(frame.name) ?? []),
      pivots: [...pivots, ...filters],
    });
  }
  return details;
}

const areaIn = (sheet: Excel.Worksheet, { top, left, bottom, right }: GridRange): Excel.Range =>
  sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);

const withRoom = ({ top, left, bottom, right }: GridRange): GridRange => ({
  top: Math.max(0, top - ROOM.rows),
  left: Math.max(0, left - ROOM.cols),
  bottom: bottom + ROOM.rows,
  right: right + ROOM.cols,
});

const sorted = (ranges: readonly GridRange[]): GridRange[] =>
  [...ranges].sort((a, b) => a.top - b.top || a.left - b.left);

/** The filter fields above a pivot table. A pivot without filter fields answers with an error, which means none. */
async function readPivotFilters(batch: Batch, frame: SheetFrame): Promise<GridRange[]> {
  const found: GridRange[] = [];
  for (const name of frame.pivots) {
    try {
      await batch(async (context) => {
        const sheet = context.workbook.worksheets.getItem(frame.name);
        const range = sheet.pivotTables.getItem(name).layout.getFilterAxisRange();
        range.load(PLACE);
        await context.sync();
        found.push(rangeOf(range));
      });
    } catch (error) {
      if (!/^(ItemNotFound|InvalidArgument|InvalidOperation|GeneralException)$/.test(officeCode(error) ?? ''))
        throw error;
    }
  }
  return found;
}

/** Merged areas; Excel answers for at most 512 at a time, so a refusal is asked again in halves. */
async function readMerges(
  batch: Batch,
  areas: readonly Area[],
): Promise<ReadonlyMap<string, readonly GridRange[]>> {
  const merges = new Map<string, GridRange[]>();
  const ask = async (some: readonly Area[]): Promise<void> => {
    try {
      await batch(async (context) => {
        const asked = some.map(({ sheet, range }) => {
          const area = areaIn(context.workbook.worksheets.getItem(sheet), range);
          const merged = area.getMergedAreasOrNullObject();
          merged.areas.load('items/address');
          return { sheet, merged };
        });
        await context.sync();
        for (const { sheet, merged } of asked) {
          if (merged.isNullObject) continue;
          const found = merges.get(sheet) ?? [];
          merges.set(sheet, found);
          for (const { address } of merged.areas.items) {
            const range = rangeOfAddress(address);
            if (range) addMerge(found, range);
          }
        }
      });
    } catch (error) {
      if (officeCode(error) === null) throw error;
      const [only] = some;
      if (!only) throw error;
      if (some.length > 1) {
        for (const one of some) await ask([one]);
        return;
      }
      const bands = bandsOf(only.range, Math.ceil(sizeOf(only.range) / 2));
      if (bands.length < 2) throw error;
      for (const range of bands) await ask([{ ...only, range }]);
    }
  };
  if (areas.length > 0) await ask(areas);
  return merges;
}

/** Adds a merged area; one that was seen in two bands is one area. */
function addMerge(found: GridRange[], range: GridRange): void {
  const at = found.findIndex((other) => intersection(other, range) !== null);
  const other = found[at];
  if (!other) {
    found.push(range);
    return;
  }
  found[at] = {
    top: Math.min(other.top, range.top),
    left: Math.min(other.left, range.left),
    bottom: Math.max(other.bottom, range.bottom),
    right: Math.max(other.right, range.right),
  };
}

/** Whether a place is covered by a merge: such cells exist, though nothing is in them. */
function coverOf(details: ReadonlyMap<string, SheetDetail>): IsKnown {
  const covered = new Map<string, ReadonlySet<number>>();
  for (const [name, { merges, area }] of details) {
    const places = new Set<number>();
    for (const merge of merges) {
      const part = area && intersection(merge, area);
      if (!part) continue;
      for (let row = part.top; row <= part.bottom; row++) {
        for (let col = part.left; col <= part.right; col++) places.add(placeKey(row, col));
      }
    }
    covered.set(name, places);
  }
  return (sheet, row, col) => covered.get(sheet)?.has(placeKey(row, col)) ?? false;
}
