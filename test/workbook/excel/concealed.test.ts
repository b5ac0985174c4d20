import type { GridCell, WorkbookGrid } from '../../../src/core';
import { openExcel } from '../../../src/workbook';
import { FakeExcel } from './fake-excel';
import { FakeWorkbook } from './fake-workbook';
import { loadLibrary } from './library';

const cell = (row: number, col: number, looks: Partial<GridCell>): GridCell => ({
  row,
  col,
  value: { kind: 'number', value: 5 },
  formula: null,
  format: null,
  locked: true,
  bold: false,
  fill: null,
  ...looks,
});

async function concealedOf(cells: readonly GridCell[]): Promise<string[]> {
  const grid: WorkbookGrid = {
    file: 'wit.xlsx',
    dateSystem: '1900',
    names: [],
    sheets: [
      {
        name: 'Wmo',
        visibility: 'visible',
        isProtected: false,
        rowCount: 0,
        colCount: 0,
        cells,
        merges: [],
        hiddenRows: new Set(),
        hiddenCols: new Set(),
        tables: [],
        validations: [],
        pivots: [],
      },
    ],
  };
  const port = await openExcel(loadLibrary(new FakeExcel(FakeWorkbook.from(grid))));
  const [sheet] = (await port.read()).sheets;
  return (sheet?.cells ?? []).flatMap(({ row, col, concealed }) =>
    concealed === true ? [`${row}:${col}`] : [],
  );
}

describe('letters in the colour of what is behind them, in Excel', () => {
  it('are told of white on white and yellow on yellow among other cells', async () => {
    const cells = [
      cell(0, 0, {}),
      cell(0, 1, { concealed: true }),
      cell(0, 2, { fill: 'FFFF00' }),
      cell(0, 3, { fill: 'FFFF00', concealed: true }),
      cell(0, 4, { bold: true }),
    ];
    expect(await concealedOf(cells)).toEqual(['0:1', '0:3']);
  });

  it('are told where every cell has the same look', async () => {
    expect(await concealedOf([cell(0, 0, { concealed: true }), cell(0, 1, { concealed: true })])).toEqual([
      '0:0',
      '0:1',
    ]);
    expect(await concealedOf([cell(0, 0, {}), cell(0, 1, {})])).toEqual([]);
  });
});
