import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { parseMoney } from '../../src/core';
import { toReportWorkbook, type ReportOutcome } from '../../src/report';
import { inventedOutcome } from './invented-outcome';

interface Found {
  readonly address: string;
  readonly value: unknown;
  readonly type: string;
  readonly format: string | undefined;
  readonly formula: string | undefined;
}

function cellsOf(sheet: WorkSheet | undefined): Found[] {
  return Object.entries(sheet ?? {})
    .filter(([address]) => !address.startsWith('!'))
    .map(([address, cell]: [string, { v: unknown; t: string; z?: string; f?: string }]) => ({
      address,
      value: cell.v,
      type: cell.t,
      format: cell.z,
      formula: cell.f,
    }));
}

const open = async (outcome: ReportOutcome, language: 'nl' | 'en' = 'nl'): Promise<WorkBook> =>
  read(await toReportWorkbook(outcome, language), { cellNF: true, cellFormula: true });

let book: WorkBook;
beforeAll(async () => {
  book = await open(inventedOutcome);
});

const find = (sheet: string, value: unknown): Found[] =>
  cellsOf(book.Sheets[sheet]).filter((cell) => cell.value === value);

describe('report as a workbook', () => {
  test('has a sheet for each part, in both languages', async () => {
    expect(book.SheetNames).toEqual([
      ...[
        'Samenvatting',
        'Opbouw',
        'Bevindingen',
        'Berekening',
        'Producten',
        'Maanden',
        'Aansluiting',
        'Invoer',
      ],
      ...['Aannames', 'Bronnen', 'Ingevulde cellen'],
    ]);
    expect((await open(inventedOutcome, 'en')).SheetNames).toEqual([
      ...['Summary', 'Build-up', 'Findings', 'Calculation', 'Products', 'Months', 'Reconciliation', 'Input'],
      ...['Assumptions', 'Sources', 'Filled cells'],
    ]);
  });

  test('amounts are numbers in euro format, dates are dates', () => {
    const [total] = find('Samenvatting', 445500);
    expect(total).toMatchObject({ type: 'n', format: expect.stringContaining('€') as string });
    const [day] = find('Samenvatting', 45291);
    expect(day).toMatchObject({ type: 'n', format: 'dd-mm-yyyy' });
    expect(find('Maanden', 45078)[0]).toMatchObject({ type: 'n', format: 'mmm yyyy' });
    expect(find('Berekening', 0.962)[0]?.format).toContain('%');
  });

  test('nothing is a formula, also not text that begins like one', () => {
    const all = book.SheetNames.flatMap((name) => cellsOf(book.Sheets[name]));
    expect(all.filter((cell) => cell.formula !== undefined)).toEqual([]);
    for (const text of ['=Stichting Voorbeeld 1', '=1+1']) {
      const found = all.filter((cell) => cell.value === text);
      expect(found.length).toBeGreaterThan(0);
      for (const cell of found) expect(cell).toMatchObject({ type: 's', format: '@' });
    }
  });

  test('the reconciliation adds up to the difference', () => {
    const cells = new Map(cellsOf(book.Sheets['Aansluiting']).map((cell) => [cell.address, cell.value]));
    const rows = [...cells.keys()].filter((address) => /^F\d+$/.test(address) && address !== 'F1');
    const amounts = rows.map((address) => Number(cells.get(address)));
    const cents = amounts.map((amount) => Math.round(amount * 100));
    const difference = cents.pop();
    expect(cents.reduce((sum, amount) => sum + amount, 0)).toBe(difference);
    expect(amounts.length).toBeGreaterThan(3);
  });

  test('every assumption is named once, with where it is used', () => {
    const texts = cellsOf(book.Sheets['Aannames']).map((cell) => cell.value);
    expect(texts.filter((text) => text === 'test.whole-production {}')).toHaveLength(1);
    expect(texts).toContain('eigen.xlsx: Wmo');
  });

  test('parts of a step are indented under it', () => {
    const xml = new TextDecoder().decode(bytesOf('xl/styles.xml'));
    expect(xml).toContain('indent="1"');
  });

  test('header rows are frozen', () => {
    for (let sheet = 1; sheet <= book.SheetNames.length; sheet += 1) {
      expect(new TextDecoder().decode(bytesOf(`xl/worksheets/sheet${sheet}.xml`))).toContain(
        'state="frozen"',
      );
    }
  });

  test('no citizen service number gets through', () => {
    for (const [name, bytes] of Object.entries(parts)) {
      expect([name, new TextDecoder().decode(bytes).includes('999900006')]).toEqual([name, false]);
    }
  });

  test('an amount that a spreadsheet number cannot hold exactly becomes text', async () => {
    const [prognosis] = inventedOutcome.prognoses;
    if (!prognosis) throw new Error('nothing invented');
    const reconciliation = { ...prognosis.reconciliation, sourceTotal: parseMoney('12345678901234567.89') };
    const large = await open({ ...inventedOutcome, prognoses: [{ ...prognosis, reconciliation }] });
    expect(cellsOf(large.Sheets['Aansluiting']).map((cell) => cell.value)).toContain(
      '€\u00a012.345.678.901.234.567,89',
    );
  });

  test('names that a plain object knows, control characters and very long text are harmless', async () => {
    const [prognosis] = inventedOutcome.prognoses;
    if (!prognosis) throw new Error('nothing invented');
    const odd = await open({
      ...inventedOutcome,
      prognoses: [
        { ...prognosis, provider: 'constructor', file: '__proto__' },
        { ...prognosis, provider: 'a\u0000b\ud800', file: 'x'.repeat(40_000) },
      ],
    });
    const texts = cellsOf(odd.Sheets['Samenvatting']).map((cell) => String(cell.value).trim());
    expect(texts).toEqual(expect.arrayContaining(['constructor', '__proto__', 'ab']));
  });

  test('a check without changes has no sheet for them', async () => {
    const checked: ReportOutcome = Object.fromEntries(
      Object.entries(inventedOutcome).filter(([key]) => key !== 'written'),
    ) as unknown as ReportOutcome;
    expect((await open(checked)).SheetNames).not.toContain('Ingevulde cellen');
  });
});

let parts: Record<string, Uint8Array> = {};
beforeAll(async () => {
  parts = unzipSync(await toReportWorkbook(inventedOutcome, 'nl'));
});
const bytesOf = (name: string): Uint8Array => parts[name] ?? new Uint8Array();
