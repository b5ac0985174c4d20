/// <reference types="office-js" />
import type { GridRange } from '../../core';
import type { InputFile } from '../../intake';
import {
  addReportSheets,
  listTables,
  nameOfPlace,
  nameOfWorkbook,
  openExcel,
  readPlace,
  selectCell,
  selectedPlace,
  type ExcelHost,
  type ExcelPlace,
  type ReportSheets,
  type WorkbookPort,
} from '../../workbook';
import type { CellAt } from '../state/state';

/** What the pane can do more when Excel is beside it. Errors of all: `WorkbookError`. */
export interface ExcelSide {
  /** The open workbook as one of the files of a task. */
  readonly here: InputFile;
  /** The one port to it: it knows what was written, so that it can be undone. */
  open(): Promise<WorkbookPort>;
  tables(): Promise<readonly ExcelPlace[]>;
  selection(): Promise<ExcelPlace | null>;
  /** A table or range as an input file; its cells are read when they are needed. */
  asFile(place: ExcelPlace): InputFile;
  show(cell: CellAt, range?: GridRange): Promise<void>;
  addReport(report: ReportSheets): Promise<readonly string[]>;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The side of Excel, once it is known to be there. */
export async function createExcelSide(host: ExcelHost): Promise<ExcelSide> {
  const name = await nameOfWorkbook(host);
  let port: Promise<WorkbookPort> | null = null;
  return {
    here: { name, size: 0, open: nothing },
    open() {
      port ??= openExcel(host);
      // Not there this time: the next time it is tried again.
      port.catch(() => {
        port = null;
      });
      return port;
    },
    tables: () => listTables(host),
    selection: () => selectedPlace(host),
    asFile: (place) => ({
      name: nameOfPlace(name, place),
      size: 0,
      open: nothing,
      grid: () => readPlace(host, place),
    }),
    show: ({ sheet, row, col }, range) => selectCell(host, sheet, row, col, range ?? null),
    addReport: (report) => addReportSheets(host, report),
  };
}

/** How Office's own library is reached; a test gives another. */
export const officeHost = (): ExcelHost => ({
  run: (batch) => Excel.run(batch),
  isSetSupported: (set, version) => Office.context.requirements.isSetSupported(set, version),
});
