import {
  applyProfile,
  detectLayout,
  makeProfile,
  parseProfile,
  planFill,
  type Profile,
} from '../../../src/core/prognosis';
import type { SheetGrid, WorkbookGrid } from '../../../src/core/prognosis/grid';
import { bookOf, letters, sheetOf, type Spec } from './grid-builder';
import { amountsRight, amountText, cellsOf, CONTEXT, JEUGD, MONTHS, nameOf, sourceOf, WMO } from './given';
import { JAN_DEC } from '../../months';

function moved(
  sheet: SheetGrid,
  rowAt: number,
  rows: number,
  colAt: number,
  cols: number,
  name = sheet.name,
): SheetGrid {
  const row = (at: number): number => (at >= rowAt ? at + rows : at);
  const col = (at: number): number => (at >= colAt ? at + cols : at);
  return {
    ...sheet,
    name,
    rowCount: sheet.rowCount + rows,
    colCount: sheet.colCount + cols,
    cells: sheet.cells.map((cell) => ({
      ...cell,
      row: row(cell.row),
      col: col(cell.col),
      formula: cell.formula === null ? null : '1+1',
    })),
    merges: sheet.merges.map((merge) => ({
      top: row(merge.top),
      bottom: row(merge.bottom),
      left: col(merge.left),
      right: col(merge.right),
    })),
  };
}

const rowsOf = (products: readonly string[]): Spec[][] => [
  ['Prognose 2023'],
  [],
  [null, null, ...MONTHS.map((month) => (month <= 6 ? 'realisatie' : 'prognose'))],
  ['Code', 'Omschrijving', ...JAN_DEC],
  ...products.map((code) => [code, nameOf(code)]),
  ['Totaal', null, ...letters('C', 12).map((letter) => `=SUM(${letter}5:${letter}7)`)],
];
const wmoSheet = sheetOf('Wmo', rowsOf(WMO));
const jeugdSheet = sheetOf('Jeugdwet', rowsOf(JEUGD));
const book = bookOf(wmoSheet, jeugdSheet);
const profile = makeProfile(detectLayout(book, CONTEXT), book);

const filled = (
  target: WorkbookGrid,
  used: Profile = profile,
): { cells: Record<string, string>; remarks: string[] } => {
  const layout = applyProfile(used, target, CONTEXT);
  return {
    cells: cellsOf(planFill(layout, target, sourceOf())),
    remarks: layout.remarks.map(({ code }) => code),
  };
};

describe('profile', () => {
  it('is plain JSON that reads back to the same', () => {
    const parsed = parseProfile(JSON.parse(JSON.stringify(profile)));
    expect(parsed).toEqual({ profile });
  });

  it('says what is wrong with a broken one, and where', () => {
    const broken = JSON.parse(JSON.stringify(profile)) as { slots: { from: number }[]; version: number };
    broken.version = 2;
    const [first] = broken.slots;
    if (first) first.from = 13;
    const parsed = parseProfile(broken);
    const paths = 'issues' in parsed ? parsed.issues.map(({ place }) => place.path) : [];
    expect(paths.sort()).toEqual(['slots[0].from', 'version']);
  });

  it('fits the same workbook', () => {
    const { cells, remarks } = filled(book);
    expect(cells).toEqual({
      ...amountsRight('Wmo', WMO, 5, 'C'),
      ...amountsRight('Jeugdwet', JEUGD, 5, 'C'),
    });
    expect(remarks).toEqual([]);
  });

  it('survives inserted rows and columns, moved and renamed sheets', () => {
    const target = bookOf(moved(jeugdSheet, 2, 3, 0, 1, 'JW 2023'), moved(wmoSheet, 5, 2, 2, 2));
    const { cells, remarks } = filled(target);
    const wmo = Object.fromEntries(
      WMO.flatMap((code, row) =>
        letters('E', 12).map((letter, at) => [
          `Wmo!${letter}${(row === 0 ? 5 : 7) + row}`,
          amountText(code, at + 1),
        ]),
      ),
    );
    expect(cells).toEqual({ ...wmo, ...amountsRight('JW 2023', JEUGD, 8, 'D') });
    expect(remarks).toEqual(['prognosis.profile-sheet-renamed']);
  });

  it('follows a changed realised/forecast heading', () => {
    const rows = rowsOf(WMO);
    rows[2] = [null, null, ...MONTHS.map((month) => (month <= 7 ? 'realisatie' : 'prognose'))];
    const layout = applyProfile(profile, bookOf(sheetOf('Wmo', rows), jeugdSheet), CONTEXT);
    expect(layout.slots.filter(({ sheet, phase }) => sheet === 'Wmo' && phase === 'actual')).toHaveLength(21);
    expect(layout.remarks).toEqual([]);
  });

  it('says which line is gone and takes a new one along', () => {
    const rows = rowsOf(['02A03', '45A04', '07A11']);
    const layout = applyProfile(profile, bookOf(sheetOf('Wmo', rows), jeugdSheet), CONTEXT);
    expect(layout.remarks.map(({ code, facts }) => [code, facts['label']])).toEqual([
      ['prognosis.profile-row-missing', '02a05 begeleiding individueel specialistisch'],
      ['prognosis.profile-new-line', '45A04 Ambulante jeugdhulp individueel'],
    ]);
    expect(layout.slots.filter(({ sheet }) => sheet === 'Wmo')).toHaveLength(36);
  });

  it('keeps what a user pointed out that detection doesn’t see', () => {
    const odd = bookOf(sheetOf('Blad1', [['Zorg'], ['Alfa', 1, 2], ['Beta', 3, 4]]));
    const base = detectLayout(odd, CONTEXT);
    expect(base.slots).toEqual([]);
    const pointed = {
      ...base,
      year: 2023,
      slots: [1, 2].map((col) => ({
        sheet: 'Blad1',
        row: 2,
        col,
        measure: 'amount' as const,
        label: 'Beta',
        product: '02A03',
        period: { from: `2023-0${col}` as never, until: `2023-0${col}` as never },
        domain: 'Wmo',
        phase: 'any' as const,
        scale: 1 as const,
        role: 'input' as const,
      })),
    };
    const own = makeProfile(pointed, odd);
    const layout = applyProfile(own, odd, CONTEXT);
    expect(layout.slots.map(({ row, col, product }) => [row, col, product])).toEqual([
      [2, 1, '02A03'],
      [2, 2, '02A03'],
    ]);
  });
});
