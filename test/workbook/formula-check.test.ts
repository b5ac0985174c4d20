import { checkFormulas } from '../../src/workbook';
import { bookOf, sheetOf } from '../core/prognosis/grid-builder';

const cell = (f: string, v?: number): { f: string; v?: number } => (v === undefined ? { f } : { f, v });

describe('the workbook’s own formulas, recomputed', () => {
  it('finds the one whose kept value is another', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        [100.1, 200.2, cell('SUM(A1:B1)', 300.3)],
        [5, 6, cell('SUM(A2:B2)', 12)],
        [null, null, cell('C1+C2', 312.3)],
      ]),
      sheetOf('Totaal', [[cell('Wmo!C3*2', 624.6)]]),
    );
    const { differing, formulas, unknown, supplied } = checkFormulas(book);
    expect(
      differing.map(({ sheet, row, col, kept, recomputed }) => [sheet, row, col, kept, recomputed.toFixed()]),
    ).toEqual([['Wmo', 1, 2, 12, '11']]);
    expect([formulas, unknown, supplied]).toEqual([4, 0, 0]);
  });

  it('supplies values that were left out, also through one another', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        [1, 2, cell('SUM(A1:B1)')],
        [null, null, cell('C1*10')],
      ]),
    );
    const { grid, supplied, differing } = checkFormulas(book);
    expect(supplied).toBe(2);
    expect(differing).toEqual([]);
    expect(grid.sheets[0]?.cells.map(({ value }) => value?.value)).toEqual([1, 2, 3, 30]);
  });

  it('counts what only the spreadsheet program can tell, and follows no circle', () => {
    const book = bookOf(
      sheetOf('Wmo', [[cell('VLOOKUP(1,B:C,2)', 4), cell('A1+B1'), cell('C1')], [cell('A1*2', 8)]]),
    );
    const { unknown, differing } = checkFormulas(book);
    expect(unknown).toBe(3);
    expect(differing).toEqual([]);
  });
});
