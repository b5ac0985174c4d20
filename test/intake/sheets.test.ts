import {
  CareTable,
  formatMoney,
  type CellValue,
  type GridCell,
  type SheetGrid,
  type WorkbookGrid,
} from '../../src/core';
import { IntakeError, readCare, readCeilings, type IntakeOptions } from '../../src/intake';
import { isDateFormat } from '../../src/intake/sheet-source';
import { bytesFile } from './bytes-file';

type Written =
  | string
  | number
  | boolean
  | null
  | { readonly value: number | string; readonly format?: string; readonly error?: true };

function cell(row: number, col: number, written: Written): GridCell {
  const bare = written !== null && typeof written === 'object' ? written.value : written;
  const isError = written !== null && typeof written === 'object' && written.error === true;
  let value: CellValue | null = null;
  if (isError) value = { kind: 'error', value: String(bare) };
  else if (typeof bare === 'number') value = { kind: 'number', value: bare };
  else if (typeof bare === 'boolean') value = { kind: 'boolean', value: bare };
  else if (bare !== null) value = { kind: 'text', value: bare };
  const format = written !== null && typeof written === 'object' ? (written.format ?? null) : null;
  return { row, col, value, formula: null, format, locked: true, bold: false, fill: null };
}

function sheet(
  name: string,
  rows: readonly (readonly Written[])[],
  more: Partial<SheetGrid> = {},
): SheetGrid {
  return {
    name,
    visibility: 'visible',
    isProtected: false,
    rowCount: rows.length,
    colCount: Math.max(...rows.map((row) => row.length)),
    cells: rows.flatMap((row, at) => row.map((written, col) => cell(at, col, written))),
    merges: [],
    hiddenRows: new Set(),
    hiddenCols: new Set(),
    tables: [],
    validations: [],
    pivots: [],
    ...more,
  };
}

const ZIP = bytesFile('p.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4));
const opened = (
  sheets: readonly SheetGrid[],
  options: IntakeOptions = {},
  dateSystem: WorkbookGrid['dateSystem'] = '1900',
): IntakeOptions => ({
  ...options,
  openGrid: (_, file) => Promise.resolve({ file, dateSystem, sheets, names: [] }),
});

const HEAD = ['Aanbieder', 'Domein', 'Product', 'Client', 'Periode', 'Aantal', 'Bedrag'];

async function read(options: IntakeOptions) {
  const table = new CareTable();
  const receipt = await readCare(ZIP, 'production', table, options);
  expect(receipt.lines.read + receipt.lines.rejected + receipt.lines.skipped).toBe(receipt.lines.total);
  return { receipt, rows: [...table.rows()] };
}

describe('workbooks', () => {
  it('reads typed cells exactly: numbers are never ambiguous', async () => {
    const { receipt, rows } = await read(
      opened([
        sheet('Productie', [
          ['Overzicht 2023'],
          [],
          HEAD,
          ['A', 'Wmo', '02A03', 1001, { value: 45078, format: 'mmm-yy' }, 1.234, 9130.950000000001],
          ['A', 'Wmo', '02A03', 1001, 202306, 2, 0.1 + 0.2],
          ['A', 'Jeugdwet', 54002, 1002, 45107, null, '1.234,56'],
          ['Totaal', null, null, null, null, null, 10365.81],
        ]),
      ]),
    );
    expect(receipt).toMatchObject({ format: 'xlsx', encoding: null, issues: [] });
    expect(receipt.lines).toEqual({ total: 7, read: 3, rejected: 0, skipped: 4, amountUnknown: 0 });
    expect(
      rows.map(({ product, month, amount, client }) => [product, month, formatMoney(amount), client]),
    ).toEqual([
      ['02A03', '2023-06', '9131.25', '1001'],
      ['54002', '2023-06', '1234.56', '1002'],
    ]);
    expect(rows[0]?.quantity?.toFixed()).toBe('3.234');
    expect(receipt.amounts.stated).toBe(receipt.amounts.file);
  });

  it('knows the 1904 calendar', async () => {
    const { rows } = await read(
      opened(
        [sheet('P', [HEAD, ['A', 'Wmo', 'P', null, { value: 43645, format: 'd-m-yyyy' }, 1, 1]])],
        {},
        '1904',
      ),
    );
    expect(rows[0]?.month).toBe('2023-06');
  });

  it('rejects error cells with sheet and cell', async () => {
    const { receipt } = await read(
      opened([
        sheet('P', [
          HEAD,
          ['A', 'Wmo', 'P', null, '2023-06', 1, 1],
          ['A', 'Wmo', 'P', null, '2023-06', 1, { value: '#N/A', error: true }],
        ]),
      ]),
    );
    expect(receipt.rejectedLines).toMatchObject([
      { line: 3, amount: null, reason: { facts: { found: '#N/A' } } },
    ]);
    expect(receipt.issues[0]?.place).toMatchObject({ sheet: 'P', cell: 'A3' });
  });

  it('reads all fitting sheets, also with other column orders, and says so; one on request', async () => {
    const sheets = [
      sheet('Wmo', [HEAD, ['A', 'Wmo', 'P', null, '2023-06', 1, 10]]),
      sheet('Leeg', [['toelichting']]),
      sheet('Jeugd', [[...HEAD].reverse(), [20, 1, '2023-06', null, 'Q', 'Jeugdwet', 'A']]),
      sheet('Geheim', [HEAD, ['A', 'Wmo', 'P', null, '2023-06', 1, 99]], { visibility: 'hidden' }),
    ];
    const all = await read(opened(sheets));
    expect(formatMoney(all.receipt.amounts.read)).toBe('30.00');
    expect(all.receipt.issues.map(({ code }) => code)).toEqual([
      'intake.sheets-read',
      'intake.sheet-hidden-not-read',
    ]);
    const one = await read(opened(sheets, { sheet: 'Geheim' }));
    expect(formatMoney(one.receipt.amounts.read)).toBe('99.00');
    await expect(read(opened(sheets, { sheet: 'Nergens' }))).rejects.toThrow('sheet-unknown');
  });

  it('reads hidden rows and says so', async () => {
    const rows = [HEAD, ['A', 'Wmo', 'P', null, '2023-06', 1, 10], ['A', 'Wmo', 'P', null, '2023-06', 1, 5]];
    const { receipt } = await read(opened([sheet('P', rows, { hiddenRows: new Set([2]) })]));
    expect(formatMoney(receipt.amounts.read)).toBe('15.00');
    expect(receipt.issues).toMatchObject([{ code: 'intake.rows-hidden', facts: { count: 1 } }]);
  });

  it('text cells are as ambiguous as a CSV', async () => {
    const rows = [HEAD, ['A', 'Wmo', 'P', null, '2023-06', 1, '1.234']];
    await expect(read(opened([sheet('P', rows)]))).rejects.toMatchObject({
      issues: [{ code: 'intake.decimal-open', place: { sheet: 'P', cell: 'G2' } }],
    });
  });

  it('has no table', async () => {
    await expect(read(opened([sheet('P', [['a', 'b']])]))).rejects.toThrow(IntakeError);
  });

  it('reads ceilings', async () => {
    const { entries } = await readCeilings(
      ZIP,
      opened([
        sheet('Plafonds', [
          ['domein', 'jaar', 'soort', 'bedrag', 'vanaf'],
          ['Wmo', 2023, 'basis', 1583121.47, { value: 44927, format: 'dd-mm-yyyy' }],
        ]),
      ]),
    );
    expect(entries).toMatchObject([
      { year: 2023, from: '2023-01-01', amount: 158312147n, place: { sheet: 'Plafonds', cell: 'A2' } },
    ]);
  });
});

test.each([
  ['mmm-yy', true],
  ['d/m/yyyy h:mm', true],
  ['[$-413]mmmm yyyy', true],
  ['General', false],
  ['#,##0.00', false],
  ['"d"0', false],
  ['[Red]0.00', false],
  ['h:mm', false],
  [null, false],
])('date format %s: %s', (format, expected) => {
  expect(isDateFormat(format)).toBe(expected);
});
