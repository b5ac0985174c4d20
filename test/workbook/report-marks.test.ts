import { strFromU8, unzipSync } from 'fflate';
import { detectLayout, REPORT_MARK, sheetOfReference, type WorkbookGrid } from '../../src/core';
import { toReportWorkbook } from '../../src/report';
import { openExcel, openXlsx } from '../../src/workbook';
import { demo } from '../demo';
import { inventedOutcome } from '../report/invented-outcome';
import { FakeExcel } from './excel/fake-excel';
import { FakeWorkbook } from './excel/fake-workbook';
import { loadLibrary } from './excel/library';
import { buildZip, xlsxOf } from './package-builder';

type Context = Parameters<typeof detectLayout>[1];
let workbook: WorkbookGrid;
let context: Context;
let report: Uint8Array;
let together: WorkbookGrid;

beforeAll(async () => {
  const made = await demo();
  workbook = made['workbook'] as WorkbookGrid;
  context = made['context'] as Context;
  report = await toReportWorkbook(
    { ...inventedOutcome, prognoses: (made['outcome'] as typeof inventedOutcome).prognoses },
    'nl',
  );
  const read = await (await openXlsx(report, 'rapport.xlsx')).read();
  together = { ...workbook, sheets: [...workbook.sheets, ...read.sheets] };
});

describe('sheets of a report of ours', () => {
  it('carry a mark that the file adapter reads', async () => {
    const { sheets, names } = await (await openXlsx(report, 'rapport.xlsx')).read();
    expect(sheets.length).toBeGreaterThan(10);
    expect(sheets.every(({ isReport }) => isReport === true)).toBe(true);
    expect(names.filter(({ name }) => name === REPORT_MARK)).toEqual([]);
  });

  it('are not taken for a prognosis, alone or beside one', () => {
    const alone = detectLayout(
      { ...workbook, sheets: together.sheets.filter(({ isReport }) => isReport) },
      context,
    );
    expect(alone.slots).toEqual([]);
    const own = detectLayout(workbook, context);
    const beside = detectLayout(together, context);
    expect(beside.slots).toEqual(own.slots);
    expect(beside.totals).toEqual(own.totals);
    // Without the mark they would be: the test would say nothing otherwise.
    const unmarked = {
      ...together,
      sheets: together.sheets.map((sheet) => ({ ...sheet, isReport: false })),
    };
    expect(detectLayout(unmarked, context).blocks.length).toBeGreaterThan(own.blocks.length);
  });

  it('keep their mark in a file that Excel saved: the property of the sheet', async () => {
    const entries = Object.entries(unzipSync(xlsxOf(workbook))).map(([name, data]) => ({
      name,
      data:
        name === 'xl/worksheets/sheet2.xml'
          ? strFromU8(data).replace(
              /<\/(\w+:)?worksheet>\s*$/,
              '<customProperties><customPr name="Plafondwijzer" r:id="rId9"/></customProperties>$&',
            )
          : data,
    }));
    const { sheets } = await (await openXlsx(buildZip(entries), 'excel.xlsx')).read();
    expect(sheets.map(({ isReport }) => isReport === true)).toEqual(sheets.map((_, index) => index === 1));
  });

  it('are left out in Excel by the same name, whatever the sheet is called now', async () => {
    const book = FakeWorkbook.from(workbook);
    const [, second] = book.sheets;
    if (!second) throw new Error('no second sheet');
    second.names.push({ name: REPORT_MARK, refersTo: `'${second.name}'!$A$1` });
    const grid = await (await openExcel(loadLibrary(new FakeExcel(book)))).read();
    expect(grid.sheets.map(({ name }) => name)).toEqual(
      workbook.sheets.filter((_, index) => index !== 1).map(({ name }) => name),
    );
  });

  it('are protected without a password; what the reader fills in is open', () => {
    const parts = unzipSync(report);
    const sheets = Object.entries(parts).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
    for (const [name, data] of sheets) {
      const xml = strFromU8(data);
      expect([name, /<sheetProtection sheet="1"[^>]*\/>/.test(xml)]).toEqual([name, true]);
      expect(xml).not.toMatch(/password|hashValue/);
    }
    expect(sheets.some(([, data]) => strFromU8(data).includes('<protectedRange sqref="H2:H'))).toBe(true);
  });

  it.each([
    ["'Wmo ''23'!$A$1", "Wmo '23"],
    ['=Wmo!$A$1', 'Wmo'],
    ['42', null],
  ])('the sheet of %s', (reference, sheet) => {
    expect(sheetOfReference(reference)).toBe(sheet);
  });
});
