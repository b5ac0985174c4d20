import { join } from 'node:path';
import { Decimal, moneyFromCents, moneyToDecimal } from '../../../src/core/values';
import { a1, type WorkbookGrid } from '../../../src/core/prognosis/grid';
import {
  detectLayout,
  linkByFigures,
  planFill,
  readPrognosis,
  type PrognosisReading,
} from '../../../src/core/prognosis';
import { bookOf, letters, sheetOf, withCells, type Spec } from './grid-builder';
import { gridFromFile } from './grid-from-xlsx';
import { amountOf, CONTEXT, fill, MONTHS, sourceOf, WMO } from './given';
import { readCase } from './sample-case';
import { JAN_DEC } from '../../months';

describe.each([
  ['a', 'months-right'],
  ['b', 'months-down'],
  ['c', 'pairs'],
])('submitted sample %s', (name, layoutName) => {
  it('reads every cell back as expected', () => {
    const folder = join(__dirname, '../../../samples', name);
    const { expected, context } = readCase(folder);
    const workbook = gridFromFile(join(folder, `ingediend-${layoutName}.xlsx`));
    const reading = readPrognosis(detectLayout(workbook, context), workbook);
    const read = Object.fromEntries(
      reading.values
        .filter(({ slot }) => slot.measure !== 'tariff')
        .map(({ slot, amount, quantity }) => [
          `${slot.sheet}!${a1(slot.row, slot.col)}`,
          (amount === null ? quantity : moneyToDecimal(amount))?.toFixed(),
        ]),
    );
    const wanted = Object.entries(expected.layouts[layoutName]?.cells ?? {}).map(([cell, text]) => [
      cell,
      new Decimal(text).toFixed(),
    ]);
    expect(read).toEqual(Object.fromEntries(wanted));
    expect(reading.values.every(({ problem }) => problem === null)).toBe(true);
  });
});

const rowOf = (label: string, values: readonly Spec[], row: number, total?: Spec): Spec[] => [
  label,
  ...values,
  total ?? {
    f: `SUM(B${row}:M${row})`,
    v: values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0),
  },
];
const plain = (start: number): number[] => MONTHS.map((month) => start + month);

function read(
  rows: readonly (readonly Spec[])[],
  options: Parameters<typeof sheetOf>[2] = {},
): PrognosisReading {
  const book = bookOf(sheetOf('Wmo', [['Product', ...JAN_DEC, 'Totaal'], ...rows], options));
  return readPrognosis(detectLayout(book, CONTEXT), book, '2023-06-30');
}
const codes = (reading: PrognosisReading): string[] =>
  reading.observations.map(({ code, place }) => `${code} ${place.cell ?? ''}`.trim());

describe('what reading observes', () => {
  it('nothing in a clean prognosis', () => {
    expect(codes(read([rowOf('02A03', plain(100), 2), rowOf('02A05', plain(200), 3)]))).toEqual([]);
  });

  it('binary noise is no fraction of a cent, a real fraction is', () => {
    const values = plain(100);
    values[0] = 0.1 + 0.2;
    values[1] = 10.005;
    const reading = read([rowOf('02A03', values, 2, { f: 'SUM(B2:M2)' })]);
    expect(reading.values[0]?.amount).toBe(30n);
    expect(reading.values[1]?.amount).toBe(1001n);
    expect(codes(reading)).toEqual(['below-cent C2']);
  });

  it('text that is a number, text that is none, an error value', () => {
    const values: Spec[] = plain(100);
    values[0] = '1.234,50';
    values[1] = 'nog niet bekend';
    values[2] = { error: '#REF!' };
    const reading = read([rowOf('02A03', values, 2, { f: 'SUM(B2:M2)' })]);
    expect(reading.values.slice(0, 3).map(({ amount }) => amount)).toEqual([123450n, null, null]);
    expect(codes(reading)).toEqual(['text-number B2', 'text-in-cell C2', 'error-value D2']);
  });

  it('a typed total that does not add up, and one by formula without a kept value', () => {
    const reading = read([
      rowOf('02A03', plain(100), 2, 9999),
      rowOf('02A05', plain(200), 3, { f: 'SUM(B3:M3)' }),
      rowOf('07A11', plain(300), 4),
    ]);
    const differing = reading.observations.find(({ code }) => code === 'total-differs');
    expect(differing?.place.cell).toBe('N2');
    expect(differing?.amount).toBe(moneyFromCents(999900 - 127800));
    expect(reading.totals.map(({ stated }) => stated === null)).toEqual([false, true, false]);
  });

  it('hidden rows and columns, negative amounts, double products', () => {
    const values = plain(300);
    values[4] = -5;
    const reading = read(
      [rowOf('02A03', plain(100), 2), rowOf('02A05', values, 3), rowOf('02A03', plain(100), 4)],
      { hiddenRows: [1], hiddenCols: [3] },
    );
    expect(codes(reading).sort()).toEqual([
      'duplicate-rows B4',
      'hidden-column D:D',
      'hidden-row 2:2',
      'negative-amount F3',
    ]);
  });

  it('amounts that a number format or a colour hides: the first of each sheet, and how many', () => {
    const rows = [rowOf('02A03', plain(100), 2), rowOf('02A05', plain(300), 3)];
    const workbook = bookOf(sheetOf('Wmo', [['Product', ...JAN_DEC, 'Totaal'], ...rows]));
    const looks = (row: number, col: number): object =>
      row === 1 && col <= 3 && col >= 1
        ? { format: ';;;' }
        : row === 2 && col === 5
          ? { concealed: true }
          : {};
    const hidden: WorkbookGrid = {
      ...workbook,
      sheets: workbook.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) => ({ ...cell, ...looks(cell.row, cell.col) })),
      })),
    };
    const reading = readPrognosis(detectLayout(hidden, CONTEXT), hidden);
    const seen = reading.observations.filter(({ code }) => code.startsWith('hidden'));
    expect(seen.map(({ code, place, facts }) => [code, place.cell, facts['count']])).toEqual([
      ['hidden-format', 'B2', 3],
      ['hidden-colour', 'F3', 1],
    ]);
  });

  it('a number typed over one of the formulas', () => {
    const rows = [2, 3, 4].map((row) => [
      row === 2 ? '02A03' : row === 3 ? '02A05' : '07A11',
      ...letters('B', 12).map((letter, at) =>
        row === 3 && at === 7 ? 55 : { f: `Basis!${letter}${row}*1.02`, v: 100 },
      ),
    ]);
    expect(codes(read(rows))).toEqual(['typed-over-formula I3']);
  });

  it('months on the wrong side of the as-of date', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        [null, ...MONTHS.map((month) => (month <= 7 ? 'realisatie' : 'prognose'))],
        ['Product', ...JAN_DEC],
        ['02A03', ...plain(100)],
      ]),
    );
    const reading = readPrognosis(detectLayout(book, CONTEXT), book, '2023-06-30');
    expect(codes(reading)).toEqual(['wrong-side H3']);
  });

  it('what was filled reads back to the cent, also in thousands', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Bedragen x € 1.000'],
        [],
        ['Product', ...JAN_DEC, 'Totaal'],
        ...WMO.map((code, row) => [code, ...MONTHS.map(() => null), `=SUM(B${row + 4}:M${row + 4})`]),
      ]),
    );
    const { layout, plan } = fill(book, sourceOf(WMO));
    const filled: WorkbookGrid = withCells(book, plan.writes);
    const reading = readPrognosis(layout, filled);
    expect(reading.observations).toEqual([]);
    expect(reading.values.map(({ slot, amount }) => [slot.product, slot.period.from, amount])).toEqual(
      WMO.flatMap((code) =>
        MONTHS.map((month) => [code, `2023-${String(month).padStart(2, '0')}`, amountOf(code, month)]),
      ),
    );
    expect(planFill(layout, filled, sourceOf(WMO)).writes).toEqual([]);
  });
});

describe('linking by figures', () => {
  const book = bookOf(
    sheetOf('Wmo', [
      ['Omschrijving', ...JAN_DEC],
      [
        'Zorg thuis',
        ...MONTHS.map((month) => (month <= 6 ? Number(moneyToDecimal(amountOf('02A03', month))) : 5)),
      ],
      [
        'Hulp op maat',
        ...MONTHS.map((month) => (month <= 2 ? Number(moneyToDecimal(amountOf('02A05', month))) : 7)),
      ],
    ]),
  );
  const nameless = {
    ...CONTEXT,
    products: WMO.map((code) => ({ code, description: null, domain: 'Wmo', unit: null })),
  };

  it('links a name to the one code whose months are equal to the cent, and not on two months', () => {
    const reading = readPrognosis(detectLayout(book, nameless), book);
    const links = linkByFigures(reading, sourceOf(WMO).figures);
    expect(links.map(({ label, product, how }) => [label, product, how])).toEqual([
      ['Zorg thuis', '02A03', 'figures'],
    ]);
  });

  it('links nothing when two products have the same amounts', () => {
    const reading = readPrognosis(detectLayout(book, nameless), book);
    const twins = sourceOf(
      ['02A03'],
      sourceOf(['02A03']).figures.map((figure) => ({ ...figure, product: '07A11' })),
    );
    expect(linkByFigures(reading, twins.figures)).toEqual([]);
  });
});
