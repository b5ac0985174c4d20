import fc from 'fast-check';
import {
  parseProfile,
  parseRange,
  planFill,
  pointAt,
  recogniseLayout,
  scopeOf,
  type Correction,
  type CorrectionSay,
  type Layout,
  type WorkbookGrid,
} from '../../../../src/core/prognosis';
import { a1, type SheetGrid } from '../../../../src/core/prognosis/grid';
import { bookOf, letters, sheetOf, type Spec } from '../grid-builder';
import { amountText, cellsOf, CONTEXT, nameOf, PRODUCTS, sourceOf, volumeText, WMO } from '../given';
import { JAN_DEC } from '../../../months';

const ROWS: Spec[][] = [
  ['Prognose 2023'],
  ['Aanbieder', ''],
  ['Code', 'Omschrijving', ...JAN_DEC, 'Totaal'],
  ...WMO.map((code, index): Spec[] => [
    code,
    nameOf(code),
    ...JAN_DEC.map((): Spec => null),
    `=SUM(C${index + 4}:N${index + 4})`,
  ]),
  ['Totaal', null, ...letters('C', 12).map((letter) => `=SUM(${letter}4:${letter}6)`)],
];
const book = bookOf(sheetOf('Wmo', ROWS));

function point(
  workbook: WorkbookGrid,
  layout: Layout,
  sheet: string,
  address: string,
  say: CorrectionSay,
): Correction {
  const range = parseRange(address);
  if (!range) throw new Error(address);
  const at = pointAt(workbook, layout, sheet, range, scopeOf(layout, sheet, range));
  if (!at) throw new Error(sheet);
  return { at, say };
}

/** Rows and columns put in, or a sheet renamed; formulas become other formulas. */
function moved(sheet: SheetGrid, rowAt: number, colAt: number, name = sheet.name): SheetGrid {
  const row = (at: number): number => (at >= rowAt ? at + 2 : at);
  const col = (at: number): number => (at >= colAt ? at + 1 : at);
  return {
    ...sheet,
    name,
    rowCount: sheet.rowCount + 2,
    colCount: sheet.colCount + 1,
    cells: sheet.cells.map((cell) => ({
      ...cell,
      row: row(cell.row),
      col: col(cell.col),
      formula: cell.formula === null ? null : '1+1',
    })),
  };
}

const fillOf = (workbook: WorkbookGrid, corrections: readonly Correction[]) => {
  const { layout, profile } = recogniseLayout(workbook, CONTEXT, null, corrections);
  const plan = planFill(layout, workbook, sourceOf(WMO));
  expect(plan.difference).toBe(0n);
  return { layout, profile, plan, cells: cellsOf(plan) };
};
const codesOf = (layout: Layout): string[] => layout.remarks.map(({ code }) => code);
const seen = recogniseLayout(book, CONTEXT, null).layout;

describe('what a user points at', () => {
  it('is a row for a label, a column for a heading, cells otherwise', () => {
    const scope = (address: string): string =>
      scopeOf(seen, 'Wmo', parseRange(address) ?? { top: 0, left: 0, bottom: 0, right: 0 });
    expect([scope('A4'), scope('B4:B5'), scope('C3:H3'), scope('C4:N6'), scope('A1'), scope('Z90')]).toEqual([
      'rows',
      'rows',
      'columns',
      'cells',
      'cells',
      'cells',
    ]);
  });
});

describe('a correction', () => {
  it('of the measure makes the same cells ask for volumes', () => {
    const { cells, layout } = fillOf(book, [
      point(book, seen, 'Wmo', 'C4:N6', { what: 'cells', measure: 'volume' }),
    ]);
    for (const [index, product] of WMO.entries())
      expect(cells[`Wmo!C${index + 4}`]).toBe(volumeText(product, 1));
    const [group] = layout.blocks[0]?.groups ?? [];
    expect(group).toMatchObject({ measure: 'volume', confidence: 1, inputs: 36, asked: false });
    expect(group?.evidence[0]?.code).toBe('corrections.evidence');
  });

  it('of a product at its label goes for the whole row', () => {
    const swap = [
      point(book, seen, 'Wmo', 'A4', { what: 'cells', product: '02A05' }),
      point(book, seen, 'Wmo', 'B5', { what: 'cells', product: '02A03' }),
    ];
    const { cells } = fillOf(book, swap);
    expect(cells['Wmo!C4']).toBe(amountText('02A05', 1));
    expect(cells['Wmo!N5']).toBe(amountText('02A03', 12));
  });

  it('settles a label that nobody recognised', () => {
    const odd = bookOf(
      sheetOf(
        'Wmo',
        ROWS.map((row, index) => (index === 4 ? ['Z', 'Iets heel anders', ...row.slice(2)] : row)),
      ),
    );
    const before = recogniseLayout(odd, CONTEXT, null).layout;
    expect(codesOf(before)).toContain('prognosis.label-unknown');
    const { layout, cells } = fillOf(odd, [
      point(odd, before, 'Wmo', 'B5', { what: 'cells', product: '02A05' }),
    ]);
    expect(cells['Wmo!H5']).toBe(amountText('02A05', 6));
    expect(codesOf(layout)).not.toContain('prognosis.label-unknown');
    expect(layout.products.find(({ row }) => row === 4)).toMatchObject({ product: '02A05', how: 'alias' });
  });

  it('of the months goes on by column', () => {
    const { layout } = fillOf(book, [
      point(book, seen, 'Wmo', 'C3:H3', {
        what: 'cells',
        period: { from: 7, until: 7, year: 0, along: 'columns' },
      }),
    ]);
    const months = [2, 3, 7, 8].map(
      (col) => layout.slots.find((slot) => slot.row === 3 && slot.col === col)?.period.from,
    );
    expect(months).toEqual(['2023-07', '2023-08', '2023-12', '2023-07']);
  });

  it('ignores a range: nothing is filled or read there, and its amounts are listed', () => {
    const { layout, plan, cells } = fillOf(book, [point(book, seen, 'Wmo', 'C6:N6', { what: 'ignored' })]);
    expect(Object.keys(cells).filter((cell) => /!\w6$/.test(cell))).toEqual([]);
    expect(plan.unmapped.map(({ product }) => product)).toEqual(['07A11']);
    // The grand total no longer holds only what is read: nothing is said about it.
    expect(layout.totals.find(({ row, col }) => row === 6 && col === 2)?.over).toEqual([]);
    expect(layout.totals.find(({ row, col }) => row === 3 && col === 14)?.over).toHaveLength(12);
  });

  it('ignores a sheet', () => {
    const two = bookOf(sheetOf('Wmo', ROWS), sheetOf('Concept', ROWS));
    const { layout } = recogniseLayout(two, CONTEXT, null);
    const at = pointAt(two, layout, 'Concept', null, 'sheet');
    if (!at) throw new Error('no sheet');
    const { cells, layout: after } = fillOf(two, [{ at, say: { what: 'ignored' } }]);
    expect(cells['Wmo!C4']).toBe(amountText('02A03', 1));
    expect(Object.keys(cells).some((cell) => cell.startsWith('Concept'))).toBe(false);
    expect(after.remarks.filter(({ facts }) => facts['sheet'] === 'Concept')).toEqual([]);
  });

  it('keeps a range as it is, and lists the amounts for it with the reason', () => {
    const { cells, plan } = fillOf(book, [point(book, seen, 'Wmo', 'C4:C6', { what: 'read-only' })]);
    expect(cells['Wmo!C4']).toBeUndefined();
    expect(cells['Wmo!D4']).toBe(amountText('02A03', 2));
    expect(plan.notFilled.map(({ reason }) => reason.code)).toEqual([
      'corrections.cell-kept',
      'corrections.cell-kept',
      'corrections.cell-kept',
    ]);
  });

  it('makes a row a subtotal', () => {
    const { layout, cells } = fillOf(book, [point(book, seen, 'Wmo', 'A6', { what: 'total' })]);
    expect(cells['Wmo!C6']).toBeUndefined();
    expect(layout.totals.filter(({ row }) => row === 5)).toHaveLength(13);
  });

  it('points out a header cell, known by the text beside it', () => {
    const other = bookOf(
      sheetOf('Wmo', [['Instelling X', null], ['Ingevuld voor:', 'iemand'], ...ROWS.slice(2)]),
    );
    const before = recogniseLayout(other, CONTEXT, null).layout;
    const correction = point(other, before, 'Wmo', 'B2', { what: 'header', header: 'provider' });
    const { layout } = fillOf(other, [correction]);
    expect(layout.provider).toBe('iemand');
    expect(correction.at.beside).toMatchObject({ key: 'ingevuld voor', down: 0, right: 1 });
  });

  it('never makes a formula an input', () => {
    const { layout, cells } = fillOf(book, [
      point(book, seen, 'Wmo', 'O4:O6', {
        what: 'cells',
        measure: 'amount',
        product: '02A03',
        period: { from: 1, until: 1, year: 0, along: 'none' },
      }),
    ]);
    expect(Object.keys(cells).some((cell) => /!O/.test(cell))).toBe(false);
    expect(codesOf(layout)).toContain('corrections.formulas');
  });

  it('makes cells known that nobody recognised, once everything about them is said', () => {
    const strange = bookOf(
      sheetOf('Blad', [
        ['Onze eigen lijst'],
        [],
        ['Zorg', 'eerste', 'tweede', 'derde'],
        ['thuis', null, null, null],
        ['dag', null, null, null],
      ]),
    );
    const before = recogniseLayout(strange, CONTEXT, null).layout;
    expect(before.slots).toEqual([]);
    const all = (say: CorrectionSay): Correction => point(strange, before, 'Blad', 'B4:D5', say);
    const half = [all({ what: 'cells', measure: 'amount' })];
    expect(codesOf(fillOf(strange, half).layout)).toContain('corrections.incomplete');
    const whole = [
      ...half,
      all({ what: 'cells', period: { from: 1, until: 1, year: 0, along: 'columns' } }),
      point(strange, before, 'Blad', 'B4:D4', { what: 'cells', product: '02A03' }),
      point(strange, before, 'Blad', 'B5:D5', { what: 'cells', product: '07A11' }),
    ];
    const { cells, layout } = fillOf(strange, whole);
    expect(cells).toEqual({
      'Blad!B4': amountText('02A03', 1),
      'Blad!C4': amountText('02A03', 2),
      'Blad!D4': amountText('02A03', 3),
      'Blad!B5': amountText('07A11', 1),
      'Blad!C5': amountText('07A11', 2),
      'Blad!D5': amountText('07A11', 3),
    });
    expect(layout.blocks).toHaveLength(1);
    expect(codesOf(layout)).not.toContain('corrections.incomplete');
  });

  it('taken back leaves what was recognised', () => {
    const correction = point(book, seen, 'Wmo', 'C4:N6', { what: 'cells', measure: 'volume' });
    expect(fillOf(book, [correction]).layout.slots).not.toEqual(seen.slots);
    expect(fillOf(book, []).layout).toEqual(seen);
  });

  it('that comes later counts', () => {
    const say = (measure: 'volume' | 'clients'): Correction =>
      point(book, seen, 'Wmo', 'C4:N4', { what: 'cells', measure });
    const { layout } = fillOf(book, [say('volume'), say('clients')]);
    expect(layout.slots.find(({ row }) => row === 3)?.measure).toBe('clients');
  });
});

describe('next month, by the profile', () => {
  const corrections = [
    point(book, seen, 'Wmo', 'C4:N4', { what: 'cells', measure: 'volume' }),
    point(book, seen, 'Wmo', 'A5', { what: 'cells', product: '07A11' }),
    point(book, seen, 'Wmo', 'C6:N6', { what: 'ignored' }),
  ];
  const saved = JSON.parse(JSON.stringify(fillOf(book, corrections).profile)) as unknown;
  const parsed = parseProfile(saved);
  if (!('profile' in parsed)) throw new Error('profile is not valid');
  const { profile } = parsed;

  it('everything holds where rows and columns were put in and the sheet was renamed', () => {
    const [sheet] = book.sheets;
    if (!sheet) throw new Error('no sheet');
    const next = bookOf(moved(sheet, 4, 7, 'Prognose Wmo'));
    const { layout, profile: again } = recogniseLayout(next, CONTEXT, profile);
    const cells = cellsOf(planFill(layout, next, sourceOf(WMO)));
    expect(cells['Prognose Wmo!C4']).toBe(volumeText('02A03', 1));
    expect(cells['Prognose Wmo!O4']).toBe(volumeText('02A03', 12));
    expect(cells['Prognose Wmo!C7']).toBe(amountText('07A11', 1));
    expect(Object.keys(cells).some((cell) => /!\w8$/.test(cell))).toBe(false);
    expect(layout.corrections?.map(({ cells: count, range }) => [count, range])).toEqual([
      [12, 'C4:O4'],
      [12, 'A7'],
      [12, 'C8:O8'],
    ]);
    expect(again.corrections).toEqual(profile.corrections);
  });

  it('says exactly which line or column of which correction is gone, and applies the rest', () => {
    const next = bookOf(
      sheetOf(
        'Wmo',
        ROWS.filter((_, index) => index !== 3).map((row, at) => (at < 3 ? row : row.slice(0, 14))),
      ),
    );
    const { layout } = recogniseLayout(next, CONTEXT, profile);
    const gone = layout.remarks.filter(({ code }) => code === 'corrections.row-missing');
    expect(gone.map(({ facts }) => [facts['number'], facts['label'], facts['was']])).toEqual([
      [1, `02a03 ${nameOf('02A03').toLowerCase()}`, 4],
    ]);
    expect(layout.corrections?.map(({ cells }) => cells)).toEqual([0, 12, 12]);
  });

  it('a sheet that is gone is told', () => {
    const next = bookOf(sheetOf('Jeugd', [['niets'], ['hier', 1]]));
    const { layout } = recogniseLayout(next, CONTEXT, profile);
    expect(codesOf(layout).filter((code) => code === 'corrections.sheet-missing')).toHaveLength(3);
  });
});

describe('whatever is said', () => {
  const says = fc.oneof<fc.Arbitrary<CorrectionSay>[]>(
    fc.constantFrom<CorrectionSay>({ what: 'total' }, { what: 'read-only' }, { what: 'ignored' }),
    fc.record({
      what: fc.constant('cells' as const),
      measure: fc.constantFrom('amount' as const, 'volume' as const, 'clients' as const, 'tariff' as const),
      product: fc.constantFrom(...PRODUCTS.map(({ code }) => code), 'onbekend'),
      scale: fc.constantFrom(1 as const, 1000 as const),
      phase: fc.constantFrom('actual' as const, 'forecast' as const, 'any' as const),
      period: fc.record({
        from: fc.integer({ min: 1, max: 12 }),
        until: fc.constantFrom(12),
        year: fc.constantFrom(0, -1),
        along: fc.constantFrom('none' as const, 'columns' as const, 'rows' as const),
      }),
    }),
  );
  const ranges = fc
    .tuple(
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 15 }),
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 15 }),
    )
    .map(([top, left, down, right]) => ({ top, left, bottom: top + down, right: left + right }));

  it('every cent stays accounted for, no formula is written, and the same answer comes from the saved profile', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(ranges, says), { minLength: 1, maxLength: 4 }), (steps) => {
        const corrections = steps.flatMap(([range, say]): Correction[] => {
          const at = pointAt(book, seen, 'Wmo', range, scopeOf(seen, 'Wmo', range));
          return at ? [{ at, say }] : [];
        });
        const { layout, profile, plan } = fillOf(book, corrections);
        const [sheet] = book.sheets;
        const written = new Set(plan.writes.map(({ row, col }) => a1(row, col)));
        for (const cell of sheet?.cells ?? []) {
          if (cell.formula !== null) expect(written.has(a1(cell.row, cell.col))).toBe(false);
        }
        expect(written.size).toBe(plan.writes.length);
        for (const total of layout.totals)
          for (const index of total.over) expect(layout.slots[index]?.measure).toBe(total.measure);
        const again = parseProfile(JSON.parse(JSON.stringify(profile)));
        if (!('profile' in again)) throw new Error('profile is not valid');
        const later = recogniseLayout(book, CONTEXT, again.profile);
        expect(cellsOf(planFill(later.layout, book, sourceOf(WMO)))).toEqual(cellsOf(plan));
      }),
      { numRuns: 60 },
    );
  });
});
