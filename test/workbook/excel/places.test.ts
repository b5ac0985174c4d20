import { readFileSync } from 'node:fs';
import { CareTable, formatMoney, type WorkbookGrid } from '../../../src/core';
import { readCare, readCeilings, type InputFile } from '../../../src/intake';
import {
  addReportSheets,
  listTables,
  nameOfPlace,
  openExcel,
  readPlace,
  selectCell,
  selectedPlace,
  WorkbookError,
  type ExcelHost,
  type ExcelPlace,
} from '../../../src/workbook';
import { CONTRACT_WORKBOOK } from '../../contract/workbook-port.contract';
import { inputFile, samplePath } from '../../flow/sample-case';
import { xlsxOf } from '../package-builder';
import { FakeExcel } from './fake-excel';
import { FakeSheet, FakeWorkbook } from './fake-workbook';
import { loadLibrary } from './library';

interface Opened {
  readonly book: FakeWorkbook;
  readonly host: ExcelHost;
}

function open(grid: WorkbookGrid = CONTRACT_WORKBOOK): Opened {
  const book = FakeWorkbook.from(grid);
  return { book, host: loadLibrary(new FakeExcel(book)) };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

const asFile = (host: ExcelHost, place: ExcelPlace): InputFile => ({
  name: nameOfPlace('eigen.xlsx', place),
  size: 0,
  open: nothing,
  grid: () => readPlace(host, place),
});

/** A sheet with a sample's file on it, beside other things, as a table with a totals row. */
function sheetWith(book: FakeWorkbook, name: string, file: string): FakeSheet {
  const sheet = new FakeSheet(name);
  // In the encoding the sample has; the notation of its numbers is Excel’s in a workbook.
  const lines = new TextDecoder('windows-1252')
    .decode(readFileSync(samplePath('a', file)))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(';'));
  lines.forEach((cells, row) =>
    cells.forEach((text, col) => {
      const plain = text.replace(/[^-\d,]/g, '').replace(',', '.');
      const isNumber = row > 0 && /^[^\p{L}]*\d,\d\d-?$/u.test(text);
      sheet.make(row + 3, col + 1).value =
        text === ''
          ? null
          : isNumber
            ? { kind: 'number', value: Number(plain) }
            : { kind: 'text', value: text };
    }),
  );
  sheet.make(0, 0).value = { kind: 'text', value: 'Iets anders' };
  const last = lines.length + 3;
  sheet.make(last, 1).value = { kind: 'text', value: 'Samen' };
  sheet.tables.push({
    name,
    range: { top: 3, left: 1, bottom: last, right: lines[0]?.length ?? 1 },
    showHeaders: true,
    showTotals: true,
  });
  book.sheets.push(sheet);
  return sheet;
}

describe('tables in the workbook as a source', () => {
  it('are listed with their headers and without their totals', async () => {
    const { book, host } = open();
    const sheet = sheetWith(book, 'Plafonds', 'plafonds.csv');
    expect(await listTables(host)).toEqual([
      { sheet: 'Tabel', table: 'Tabel1', range: { top: 0, left: 0, bottom: 1, right: 1 } },
      {
        sheet: 'Plafonds',
        table: 'Plafonds',
        range: { ...sheet.tables[0]?.range, bottom: (sheet.tables[0]?.range.bottom ?? 0) - 1 },
      },
    ]);
  });

  it('ceilings read from a table are those of the file, and messages name the cells', async () => {
    const { book, host } = open();
    sheetWith(book, 'Plafonds', 'plafonds.csv');
    const place = (await listTables(host))[1];
    if (!place) throw new Error('no table');
    const fromTable = await readCeilings(asFile(host, place), {});
    const fromFile = await readCeilings(inputFile(samplePath('a', 'plafonds.csv')), {});
    const plain = (entries: typeof fromFile.entries): unknown[] =>
      entries.map(({ provider, domain, year, kind, amount }) => [
        provider,
        domain,
        year,
        kind,
        formatMoney(amount),
      ]);
    expect(fromTable.entries.length).toBeGreaterThan(0);
    expect(plain(fromTable.entries)).toEqual(plain(fromFile.entries));
    expect(fromTable.receipt).toMatchObject({
      file: 'eigen.xlsx · Plafonds',
      format: 'xlsx',
      amounts: { read: fromFile.receipt.amounts.read },
    });
  });

  it('production read from whole selected columns has every line of the file', async () => {
    const { book, host } = open();
    sheetWith(book, 'Productie', 'productie.csv');
    book.selection = { sheet: 'Productie', range: { top: 0, left: 1, bottom: 1048575, right: 9 } };
    const place = await selectedPlace(host);
    if (!place) throw new Error('nothing selected');
    const fromRange = await readCare(asFile(host, place), 'production', new CareTable(), {});
    const fromFile = await readCare(
      inputFile(samplePath('a', 'productie.csv')),
      'production',
      new CareTable(),
      {},
    );
    // The totals row below the lines is seen as such, or rejected; nothing of it is read.
    expect(fromRange.lines.read).toBe(fromFile.lines.read);
    expect(fromRange.amounts.read).toBe(fromFile.amounts.read);
  });

  it('a selection that is no single range is none', async () => {
    const { host } = open();
    expect(await selectedPlace(host)).toBeNull();
  });
});

describe('showing a cell', () => {
  it('brings its sheet to the front and selects it; a hidden sheet stays hidden', async () => {
    const { book, host } = open();
    await selectCell(host, 'Jeugd, wet', 1, 1);
    expect(book.activeSheet).toBe('Jeugd, wet');
    expect(book.selection?.range).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
    await selectCell(host, 'Tabel', 0, 0);
    expect(book.activeSheet).toBe('Jeugd, wet');
    await expect(selectCell(host, 'Weg', 0, 0)).rejects.toThrow(WorkbookError);
  });
});

describe('report sheets', () => {
  const bytes = xlsxOf({
    ...CONTRACT_WORKBOOK,
    names: [],
    sheets: CONTRACT_WORKBOOK.sheets.slice(0, 1).map((sheet) => ({ ...sheet, name: 'Bevindingen' })),
  });
  const report = {
    bytes,
    chartSheet: 'Grafieken',
    charts: [
      {
        title: 'Wmo 2023',
        head: ['', 'Productie', 'Plafond'],
        rows: [['jan 2023', 10.5, 100] as const, ['feb 2023', null, 100] as const],
      },
    ],
  };

  it('go in at the end with real charts, and replace those of an earlier report only', async () => {
    const { book, host } = open();
    const before = book.sheets.map(({ name }) => name);
    expect(await addReportSheets(host, report)).toEqual(['Bevindingen', 'Grafieken']);
    expect(book.sheets.map(({ name }) => name)).toEqual([...before, 'Bevindingen', 'Grafieken']);
    const charts = book.sheet('Grafieken');
    expect(charts?.charts).toEqual([
      { name: 'Chart 1', kind: 'Line', source: 'Grafieken!A2:C4', title: 'Wmo 2023' },
    ]);
    expect(book.value('Grafieken', 2, 0)).toBe('jan 2023');
    expect([book.value('Grafieken', 2, 1), book.value('Grafieken', 3, 1)]).toEqual([10.5, null]);
    expect(await addReportSheets(host, report)).toEqual(['Bevindingen', 'Grafieken']);
    expect(book.sheets.map(({ name }) => name)).toEqual([...before, 'Bevindingen', 'Grafieken']);
  });

  it('never take the place of a sheet of the user with the same name', async () => {
    const { book, host } = open();
    for (const name of ['Bevindingen', 'Grafieken']) {
      const own = new FakeSheet(name);
      own.make(0, 0).value = { kind: 'text', value: 'van mij' };
      book.sheets.push(own);
    }
    for (let time = 0; time < 2; time++) {
      expect(await addReportSheets(host, report)).toEqual(['Bevindingen (2)', 'Grafieken (2)']);
      expect(book.value('Bevindingen', 0, 0)).toBe('van mij');
      expect(book.value('Grafieken', 0, 0)).toBe('van mij');
    }
    expect(book.sheets).toHaveLength(CONTRACT_WORKBOOK.sheets.length + 4);
  });

  it('are no part of the workbook that is read and filled', async () => {
    const { host } = open();
    await addReportSheets(host, report);
    const grid = await (await openExcel(host)).read();
    expect(grid.sheets).toEqual(CONTRACT_WORKBOOK.sheets);
  });

  it('are refused in a sentence when the structure of the workbook is protected', async () => {
    const { book, host } = open();
    book.isStructureProtected = true;
    await expect(addReportSheets(host, report)).rejects.toMatchObject({
      detail: { code: 'excel.structure-protected' },
    });
    expect(book.sheets).toHaveLength(CONTRACT_WORKBOOK.sheets.length);
  });
});
