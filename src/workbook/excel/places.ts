/// <reference types="office-js" />
import { a1, formatRange, type GridRange, type WorkbookGrid } from '../../core';
import { WorkbookError } from '../port';
import { intersection } from './address';
import { asProblem, officeCode, type ExcelHost } from './host';
import { readPart, type Batch } from './read';

/** A range in the workbook that is open in Excel, by which a user means something: a table, or what is selected. */
export interface ExcelPlace {
  readonly sheet: string;
  readonly range: GridRange;
  /** The table's name; null for a selection. */
  readonly table: string | null;
}

const guarded = async <T>(
  host: ExcelHost,
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> => {
  try {
    return await host.run(work);
  } catch (error) {
    throw asProblem(error, 'Excel');
  }
};

/** The name of the workbook that is open. Errors: `WorkbookError`. */
export const nameOfWorkbook = (host: ExcelHost): Promise<string> =>
  guarded(host, async (context) => {
    context.workbook.load('name');
    await context.sync();
    return context.workbook.name;
  });

const PLACE = 'rowIndex,columnIndex,rowCount,columnCount';
const rangeOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): GridRange => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

/** The tables of the workbook with their headers and without their totals rows, in the order of the sheets. */
export const listTables = (host: ExcelHost): Promise<readonly ExcelPlace[]> =>
  guarded(host, async (context) => {
    const { tables } = context.workbook;
    tables.load('items/name,items/showHeaders,items/showTotals,items/worksheet/name');
    await context.sync();
    const asked = tables.items.map((table) => {
      const range = table.getRange();
      range.load(PLACE);
      return { table, range };
    });
    await context.sync();
    return asked
      .filter(({ table }) => table.showHeaders)
      .map(({ table, range }) => {
        const whole = rangeOf(range);
        return {
          sheet: table.worksheet.name,
          table: table.name,
          range: table.showTotals ? { ...whole, bottom: Math.max(whole.top, whole.bottom - 1) } : whole,
        };
      });
  });

/** What is selected; null when that is no single range (several at once, or a chart). Errors: `WorkbookError`. */
export async function selectedPlace(host: ExcelHost): Promise<ExcelPlace | null> {
  try {
    return await guarded(host, async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load(`${PLACE},worksheet/name`);
      await context.sync();
      return { sheet: range.worksheet.name, table: null, range: rangeOf(range) };
    });
  } catch (error) {
    const code = error instanceof WorkbookError ? officeCode(error.cause) : null;
    if (code === 'InvalidSelection' || code === 'InvalidReference' || code === 'GeneralException')
      return null;
    throw error;
  }
}

/** Shows a cell or range to the user: its sheet comes to the front, and it is selected. Errors: `WorkbookError`. */
export const selectCell = (
  host: ExcelHost,
  sheet: string,
  row: number,
  col: number,
  range: GridRange | null = null,
): Promise<void> =>
  guarded(host, async (context) => {
    const found = context.workbook.worksheets.getItem(sheet);
    found.load('visibility');
    await context.sync();
    // A hidden sheet can't be shown without changing the workbook.
    if (found.visibility !== 'Visible') return;
    found.activate();
    found.getRange(range ? formatRange(range) : a1(row, col)).select();
    await context.sync();
  });

/**
 * The cells of a place as a workbook of their own, in their places, so that messages name the cells. Of whole columns
 * only the part in use is read. Errors: `WorkbookError`.
 */
export async function readPlace(host: ExcelHost, place: ExcelPlace): Promise<WorkbookGrid> {
  const batch: Batch = (work) => guarded(host, work);
  const range = await batch(async (context) => {
    const used = context.workbook.worksheets.getItem(place.sheet).getUsedRangeOrNullObject(true);
    used.load(PLACE);
    await context.sync();
    return used.isNullObject ? null : intersection(rangeOf(used), place.range);
  });
  const nothing = { ...place.range, bottom: place.range.top, right: place.range.left };
  return readPart(batch, place.sheet, range ?? nothing);
}

/** How a place is called among files: the workbook's name with the table or the range. */
export const nameOfPlace = (file: string, { sheet, range, table }: ExcelPlace): string =>
  `${file} · ${table ?? `${sheet}!${formatRange(range)}`}`;

/** Recalculates everything: after an update of rulebooks nothing else makes Excel do so. */
export const recalculateAll = (host: ExcelHost): Promise<void> =>
  guarded(host, async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  });
