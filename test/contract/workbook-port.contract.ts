import {
  parseRange,
  type CellValue,
  type CellWrite,
  type GridCell,
  type GridRange,
  type SheetGrid,
  type WorkbookGrid,
} from '../../src/core';
import type { WorkbookPort } from '../../src/workbook';

const number = (value: number): CellValue => ({ kind: 'number', value });
const text = (value: string): CellValue => ({ kind: 'text', value });

function cell(row: number, col: number, value: CellValue | null, more: Partial<GridCell> = {}): GridCell {
  return { row, col, value, formula: null, format: null, locked: true, bold: false, fill: null, ...more };
}

function range(reference: string): GridRange {
  const found = parseRange(reference);
  if (!found) throw new Error(`not a range: ${reference}`);
  return found;
}

function sheet(name: string, cells: readonly GridCell[], more: Partial<SheetGrid> = {}): SheetGrid {
  return {
    name,
    visibility: 'visible',
    isProtected: false,
    rowCount: Math.max(0, ...cells.map(({ row }) => row + 1)),
    colCount: Math.max(0, ...cells.map(({ col }) => col + 1)),
    cells,
    merges: [],
    hiddenRows: new Set(),
    hiddenCols: new Set(),
    tables: [],
    validations: [],
    pivots: [],
    ...more,
  };
}

const EURO = '€ #,##0.00;[Red]-€ #,##0.00';

/** The workbook every adapter is tested on; an adapter's test makes it in its own medium. */
export const CONTRACT_WORKBOOK: WorkbookGrid = {
  file: 'contract.xlsx',
  dateSystem: '1900',
  names: [{ name: 'Totaal', refersTo: 'Wmo!$D$3' }],
  sheets: [
    sheet(
      'Wmo',
      [
        cell(0, 0, text('Prognose & begroting <2023>'), { bold: true }),
        cell(1, 0, text('02A15')),
        cell(1, 1, number(1250.5), { format: EURO, fill: 'FFFF99' }),
        cell(1, 2, number(0.1), { format: EURO }),
        cell(1, 3, number(1250.6), { formula: 'SUM(B2:C2)', format: EURO, bold: true }),
        cell(2, 0, text('  spaties  ')),
        cell(2, 1, null, { format: EURO }),
        cell(2, 2, number(-3)),
        cell(2, 3, number(1247.6), { formula: 'D2+C3' }),
        cell(3, 0, { kind: 'boolean', value: true }),
        cell(3, 1, { kind: 'error', value: '#N/A' }),
        cell(3, 3, text('hoog'), { formula: 'IF(D3>1000,"hoog","laag")' }),
        cell(4, 0, text('samen')),
        cell(4, 1, null),
        cell(5, 0, number(7)),
        cell(5, 3, number(14), { formula: 'A6*2' }),
      ],
      {
        merges: [range('A5:B5')],
        hiddenRows: new Set([3]),
        hiddenCols: new Set([2]),
        validations: [range('B2:B3')],
      },
    ),
    sheet(
      'Jeugd, wet',
      [
        cell(0, 0, text('kop'), { locked: true }),
        cell(0, 1, number(1250.6), { formula: 'Wmo!D2' }),
        cell(1, 0, number(1), { locked: false }),
        cell(1, 1, number(2), { locked: true }),
        cell(2, 1, number(5), { formula: 'A2+4' }),
      ],
      { isProtected: true },
    ),
    sheet(
      'Tabel',
      [
        cell(0, 0, text('k1')),
        cell(0, 1, text('k2')),
        cell(1, 0, text('a')),
        cell(1, 1, number(1)),
        cell(2, 0, text('totaal')),
        cell(2, 1, number(1)),
        cell(5, 0, text('draai')),
        cell(6, 1, number(3)),
      ],
      {
        visibility: 'hidden',
        tables: [{ name: 'Tabel1', range: range('A1:B3'), headerRows: 1, totalsRows: 1 }],
        pivots: [range('A6:B8')],
      },
    ),
  ],
};

const asText = (value: string): CellWrite['value'] => ({ kind: 'text', text: value });
const asNumber = (value: string): CellWrite['value'] => ({ kind: 'number', text: value });

function find(grid: WorkbookGrid, name: string, row: number, col: number): GridCell | undefined {
  return grid.sheets
    .find((one) => one.name === name)
    ?.cells.find((one) => one.row === row && one.col === col);
}

/**
 * What every adapter of the workbook port must do. `makePort` opens the workbook it is given in the
 * adapter's medium.
 */
export function describeWorkbookPort(
  name: string,
  makePort: (workbook: WorkbookGrid) => Promise<WorkbookPort>,
): void {
  describe(`workbook port: ${name}`, () => {
    const open = (): Promise<WorkbookPort> => makePort(CONTRACT_WORKBOOK);

    it('reads the whole workbook as data', async () => {
      const grid = await (await open()).read();
      expect(grid.sheets).toEqual(CONTRACT_WORKBOOK.sheets);
      expect(grid.names).toEqual(CONTRACT_WORKBOOK.names);
      expect(grid.dateSystem).toBe('1900');
    });

    it('reads dates of the 1904 system as such', async () => {
      expect((await (await makePort({ ...CONTRACT_WORKBOOK, dateSystem: '1904' })).read()).dateSystem).toBe(
        '1904',
      );
    });

    it('writes numbers, text and blanks, keeps the look, and reads them back', async () => {
      const port = await open();
      const writes: CellWrite[] = [
        { sheet: 'Wmo', row: 1, col: 1, value: asNumber('2000.25') },
        { sheet: 'Wmo', row: 2, col: 1, value: asNumber('-12.345') },
        { sheet: 'Wmo', row: 2, col: 2, value: null },
        { sheet: 'Wmo', row: 0, col: 0, value: asText(' a<b>&"c"\n_x0041_ é€😀 ') },
        { sheet: 'Wmo', row: 9, col: 7, value: asText('nieuw') },
        { sheet: 'Wmo', row: 1, col: 5, value: asNumber('1') },
      ];
      const outcome = await port.write(writes);
      expect(outcome.refused).toEqual([]);
      expect(outcome.written).toEqual(writes);
      const grid = await port.read();
      expect(find(grid, 'Wmo', 1, 1)).toEqual(cell(1, 1, number(2000.25), { format: EURO, fill: 'FFFF99' }));
      expect(find(grid, 'Wmo', 2, 1)).toEqual(cell(2, 1, number(-12.345), { format: EURO }));
      expect(find(grid, 'Wmo', 2, 2)).toEqual(cell(2, 2, null));
      expect(find(grid, 'Wmo', 0, 0)).toEqual(cell(0, 0, text(' a<b>&"c"\n_x0041_ é€😀 '), { bold: true }));
      expect(find(grid, 'Wmo', 9, 7)?.value).toEqual(text('nieuw'));
      expect(find(grid, 'Wmo', 1, 5)?.value).toEqual(number(1));
      expect(grid.sheets[0]).toMatchObject({ rowCount: 10, colCount: 8 });
    });

    it('leaves cells that are not written or computed as they were, in reading order', async () => {
      const port = await open();
      await port.write([{ sheet: 'Wmo', row: 5, col: 1, value: asNumber('9') }]);
      const grid = await port.read();
      const expected = [...(CONTRACT_WORKBOOK.sheets[0]?.cells ?? [])];
      expected.splice(15, 0, cell(5, 1, number(9)));
      expect(grid.sheets[0]?.cells).toEqual(expected);
      expect(grid.sheets.slice(1)).toEqual(CONTRACT_WORKBOOK.sheets.slice(1));
    });

    it('never shows a stale result of a formula that depends on a written cell', async () => {
      const port = await open();
      await port.write([{ sheet: 'Wmo', row: 1, col: 1, value: asNumber('10.05') }]);
      const grid = await port.read();
      const expectFresh = (name: string, row: number, col: number, value: number): void => {
        const found = find(grid, name, row, col);
        expect(found?.formula).not.toBeNull();
        expect([null, value]).toContain(found?.value === null ? null : found?.value?.value);
      };
      expectFresh('Wmo', 1, 3, 10.15);
      expectFresh('Wmo', 2, 3, 7.15);
      expectFresh('Jeugd, wet', 0, 1, 10.15);
      expect([null, 'laag']).toContain(find(grid, 'Wmo', 3, 3)?.value?.value ?? null);
      // These don't depend on it, and keep what they had.
      expect(find(grid, 'Wmo', 5, 3)?.value).toEqual(number(14));
      expect(find(grid, 'Jeugd, wet', 2, 1)?.value).toEqual(number(5));
    });

    const REFUSED: readonly [string, Partial<CellWrite> & { row: number; col: number }, string][] = [
      ['a formula cell', { row: 1, col: 3 }, 'workbook.refused-formula'],
      ['a merged cell that is not the first', { row: 4, col: 1 }, 'workbook.refused-merged'],
      ['a table header', { sheet: 'Tabel', row: 0, col: 1 }, 'workbook.refused-table-header'],
      ['a table total', { sheet: 'Tabel', row: 2, col: 1 }, 'workbook.refused-table-totals'],
      ['a pivot table', { sheet: 'Tabel', row: 7, col: 0 }, 'workbook.refused-pivot'],
      [
        'a locked cell of a protected sheet',
        { sheet: 'Jeugd, wet', row: 1, col: 1 },
        'workbook.refused-locked',
      ],
      [
        'an empty place of a protected sheet',
        { sheet: 'Jeugd, wet', row: 9, col: 9 },
        'workbook.refused-locked',
      ],
      ['an unknown sheet', { sheet: 'Wlz', row: 0, col: 0 }, 'workbook.refused-unknown-sheet'],
      ['a row that does not exist', { row: 1048576, col: 0 }, 'workbook.refused-out-of-range'],
      ['a column that does not exist', { row: 0, col: 16384 }, 'workbook.refused-out-of-range'],
      ['a negative row', { row: -1, col: 0 }, 'workbook.refused-out-of-range'],
      ['a text as a number', { row: 0, col: 5, value: asNumber('1,5') }, 'workbook.refused-not-a-number'],
      [
        'a number no cell can hold',
        { row: 0, col: 5, value: asNumber('1e400') },
        'workbook.refused-not-a-number',
      ],
      [
        'too long a text',
        { row: 0, col: 5, value: asText('x'.repeat(32768)) },
        'workbook.refused-text-too-long',
      ],
    ];

    it.each(REFUSED)('refuses %s, says why, and writes the rest', async (_, refused, code) => {
      const port = await open();
      const write: CellWrite = { sheet: 'Wmo', value: asNumber('1'), ...refused };
      const good: CellWrite = { sheet: 'Wmo', row: 5, col: 0, value: asNumber('8') };
      const outcome = await port.write([write, good]);
      expect(outcome.written).toEqual([good]);
      expect(outcome.refused.map((one) => [one.write, one.reason.code])).toEqual([[write, code]]);
    });

    it('writes unlocked cells of a protected sheet, and locked ones when the user says so', async () => {
      const port = await open();
      const unlocked: CellWrite = { sheet: 'Jeugd, wet', row: 1, col: 0, value: asNumber('3') };
      const locked: CellWrite = { sheet: 'Jeugd, wet', row: 1, col: 1, value: asNumber('4') };
      expect((await port.write([unlocked])).refused).toEqual([]);
      expect((await port.write([locked], { allowLocked: true })).refused).toEqual([]);
      expect(find(await port.read(), 'Jeugd, wet', 1, 1)?.value).toEqual(number(4));
      const formula: CellWrite = { sheet: 'Jeugd, wet', row: 2, col: 1, value: null };
      expect((await port.write([formula], { allowLocked: true })).refused).toHaveLength(1);
    });

    it('takes the first of two writes to one cell and refuses the second', async () => {
      const port = await open();
      const first: CellWrite = { sheet: 'Wmo', row: 5, col: 0, value: asNumber('8') };
      const second: CellWrite = { sheet: 'Wmo', row: 5, col: 0, value: asNumber('9') };
      const outcome = await port.write([first, second]);
      expect(outcome.refused.map(({ reason }) => reason.code)).toEqual(['workbook.refused-twice']);
      expect(find(await port.read(), 'Wmo', 5, 0)?.value).toEqual(number(8));
    });

    it('undoes writes one by one, the last first', async () => {
      const port = await open();
      const before = await port.read();
      await port.write([{ sheet: 'Wmo', row: 1, col: 1, value: asNumber('1') }]);
      const between = await port.read();
      await port.write([
        { sheet: 'Wmo', row: 1, col: 1, value: null },
        { sheet: 'Wmo', row: 30, col: 0, value: asText('x') },
      ]);
      expect(await port.undo()).toBe(true);
      expect(await port.read()).toEqual(between);
      expect(await port.undo()).toBe(true);
      expect(await port.read()).toEqual(before);
      expect(await port.undo()).toBe(false);
    });

    it('has nothing to undo when everything was refused', async () => {
      const port = await open();
      const outcome = await port.write([{ sheet: 'Wmo', row: 1, col: 3, value: null }]);
      expect(outcome.written).toEqual([]);
      expect(await port.undo()).toBe(false);
    });

    it('empties a cell by an empty text', async () => {
      const port = await open();
      await port.write([{ sheet: 'Wmo', row: 5, col: 0, value: asText('') }]);
      expect(find(await port.read(), 'Wmo', 5, 0)).toEqual(cell(5, 0, null));
    });
  });
}
