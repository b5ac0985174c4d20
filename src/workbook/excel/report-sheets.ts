/// <reference types="office-js" />
import { asProblem, excelProblem, type ExcelHost } from './host';
import { OURS } from './read';

/** A line chart to be made of figures on a sheet of ours. Amounts are plain numbers in euros; null is a gap. */
export interface LineChart {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly [label: string, ...amounts: (number | null)[]])[];
}

export interface ReportSheets {
  /** An xlsx file whose sheets go in. */
  readonly bytes: Uint8Array;
  readonly charts: readonly LineChart[];
  /** The name of the sheet with the charts. */
  readonly chartSheet: string;
}

/** Excel's own limits on names of sheets. */
const asSheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

/**
 * Puts the sheets of a report at the end of the workbook, with Excel's own charts. Sheets of an earlier report of ours
 * make place, and only after the new ones are in; no other sheet is touched. Returns the names they have now.
 * Errors: `WorkbookError`: the workbook's structure is protected, Excel refuses.
 */
export async function addReportSheets(host: ExcelHost, report: ReportSheets): Promise<string[]> {
  try {
    return await add(host, report);
  } catch (error) {
    throw asProblem(error, 'Excel');
  }
}

async function add(host: ExcelHost, report: ReportSheets): Promise<string[]> {
  const { file, earlier } = await host.run(async (context) => {
    const { workbook } = context;
    workbook.load('name');
    workbook.protection.load('protected');
    workbook.worksheets.load('items/id,items/name');
    await context.sync();
    if (workbook.protection.protected) throw excelProblem('structure-protected', { file: workbook.name });
    const marks = workbook.worksheets.items.map((sheet) => {
      const mark = sheet.customProperties.getItemOrNullObject(OURS);
      mark.load('value');
      return { id: sheet.id, mark };
    });
    await context.sync();
    return {
      file: workbook.name,
      earlier: marks.filter(({ mark }) => !mark.isNullObject).map(({ id }) => id),
    };
  });

  const inserted = await host.run(async (context) => {
    const ids = context.workbook.insertWorksheetsFromBase64(base64(report.bytes), { positionType: 'End' });
    await context.sync();
    for (const id of ids.value) {
      context.workbook.worksheets.getItem(id).customProperties.add(OURS, 'report');
    }
    await context.sync();
    return ids.value;
  });

  await host.run(async (context) => {
    context.workbook.application.suspendScreenUpdatingUntilNextSync();
    for (const id of earlier) context.workbook.worksheets.getItem(id).delete();
    await context.sync();
  });

  return host.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
    const names: string[] = [];
    context.workbook.application.suspendScreenUpdatingUntilNextSync();
    for (const id of inserted) {
      const present = worksheets.items.find((sheet) => sheet.id === id);
      if (!present) throw excelProblem('gone', { file, detail: 'report' });
      // Excel numbered it because the name was taken: by our earlier report, which is gone, or by a sheet of the user.
      taken.delete(present.name.toLowerCase());
      const name = freeName(present.name.replace(/ \(\d+\)$/, ''), taken);
      taken.add(name.toLowerCase());
      if (name !== present.name) worksheets.getItem(id).name = name;
      names.push(name);
    }
    if (report.charts.length > 0) {
      const name = freeName(asSheetName(report.chartSheet), taken);
      const sheet = worksheets.add(name);
      sheet.customProperties.add(OURS, 'report');
      drawCharts(sheet, report.charts);
      names.push(name);
    }
    const [first] = inserted;
    if (first !== undefined) worksheets.getItem(first).activate();
    await context.sync();
    return names;
  });
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) {
    const tail = ` (${count})`;
    name = wanted.slice(0, 31 - tail.length) + tail;
  }
  return name;
}

const EURO = '"€" #,##0.00;"€" -#,##0.00';
/** Rows a chart takes beside its figures. */
const CHART_ROWS = 18;

/** Figures with their chart beside them, one under the other. */
function drawCharts(sheet: Excel.Worksheet, charts: readonly LineChart[]): void {
  let top = 0;
  for (const { title, head, rows } of charts) {
    const width = head.length;
    // Behind an apostrophe: a label such as `jan 2023` would become a date.
    sheet.getRangeByIndexes(top, 0, 1, 1).values = [[`'${title}`]];
    sheet.getRangeByIndexes(top, 0, 1, 1).format.font.bold = true;
    const table = sheet.getRangeByIndexes(top + 1, 0, rows.length + 1, width);
    table.values = [
      head.map((text) => (text === '' ? '' : `'${text}`)),
      ...rows.map(([label, ...amounts]) => [`'${label}`, ...amounts.map((amount) => amount ?? '')]),
    ];
    sheet.getRangeByIndexes(top + 1, 0, 1, width).format.font.bold = true;
    const amounts = sheet.getRangeByIndexes(top + 2, 1, rows.length, width - 1);
    amounts.numberFormat = rows.map(() => Array.from({ length: width - 1 }, () => EURO));
    sheet.getRangeByIndexes(top + 1, 0, rows.length + 1, width).format.columnWidth = 90;
    const chart = sheet.charts.add('Line', table, 'Columns');
    chart.title.text = title;
    const left = sheet.getRangeByIndexes(top, width + 1, 1, 1);
    const right = sheet.getRangeByIndexes(top + CHART_ROWS - 2, width + 9, 1, 1);
    chart.setPosition(left, right);
    top += Math.max(CHART_ROWS, rows.length + 3);
  }
}
