import { bookOf, letters, sheetOf, type Spec } from './grid-builder';
import {
  amountsRight,
  amountText,
  blanks,
  CONTEXT,
  fill,
  JEUGD,
  MONTHS,
  nameOf,
  sourceOf,
  volumeText,
  WMO,
} from './given';
import { JAN_DEC } from '../../months';

/** A third round of layouts, again run first against the mechanism as it was. */

const wmo = sourceOf(WMO);

describe('held-back layouts, third round', () => {
  it('months nested under each product in one column', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product / maand', 'Aantal', 'Bedrag'],
        ...WMO.flatMap((code): Spec[][] => [
          [`${code} ${nameOf(code)}`],
          ...JAN_DEC.map((name): Spec[] => [`  ${name}`]),
        ]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells).filter((cell) => cell.includes('!C'))).toHaveLength(36);
    expect(cells['Wmo!C3']).toBe(amountText('02A03', 1));
    expect(cells['Wmo!C40']).toBe(amountText('07A11', 12));
  });

  it('a block per product with months in columns and measures in rows', () => {
    const rows: Spec[][] = WMO.flatMap((code): Spec[][] => [
      [`${code} ${nameOf(code)}`],
      [null, ...JAN_DEC, 'Totaal'],
      ['Cliënten'],
      ['Volume'],
      ['Omzet'],
      [],
    ]);
    const { cells } = fill(bookOf(sheetOf('Wmo', rows)), wmo);
    expect(cells['Wmo!B4']).toBe(volumeText('02A03', 1));
    expect(cells['Wmo!B5']).toBe(amountText('02A03', 1));
    expect(cells['Wmo!M17']).toBe(amountText('07A11', 12));
    expect(Object.keys(cells)).toHaveLength(108);
  });

  it('a sheet per product', () => {
    const sheets = WMO.map((code) =>
      sheetOf(code, [
        [nameOf(code)],
        ['Maand', 'Realisatie', 'Prognose', 'Totaal'],
        ...JAN_DEC.map((name, row): Spec[] => [name, null, null, `=B${row + 3}+C${row + 3}`]),
      ]),
    );
    const { cells } = fill(bookOf(...sheets), wmo);
    expect(cells).toEqual(
      Object.fromEntries(
        WMO.flatMap((code) =>
          MONTHS.map((month) => [`${code}!${month <= 6 ? 'B' : 'C'}${month + 2}`, amountText(code, month)]),
        ),
      ),
    );
  });

  it('headings in capitals with line breaks and a currency sign', () => {
    const book = bookOf(
      sheetOf('WMO', [
        [
          'PRODUCT\nCODE',
          'OMSCHRIJVING',
          ...JAN_DEC.map((name) => `${name.toUpperCase()}.\n2023\n(€)`),
          'TOTAAL\n(€)',
        ],
        ...WMO.map((code, row) => [code, nameOf(code), ...blanks(12), `=SUM(C${row + 2}:N${row + 2})`]),
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('WMO', WMO, 2, 'C'));
  });

  it('month numbers with a leading zero as text, under a word', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', 'Maand', ...blanks(11)],
        [null, ...MONTHS.map((month) => String(month).padStart(2, '0'))],
        ...WMO.map((code) => [code]),
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 3, 'B'));
  });

  it('year and month in two heading rows, the year on every column', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        [null, ...blanks(3).map(() => 2022), ...MONTHS.map(() => 2023)],
        ['Product', 'okt', 'nov', 'dec', ...JAN_DEC],
        ...WMO.map((code) => [code, 1, 2, 3]),
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 3, 'E'));
  });

  it('quarter blocks with a total per quarter by word only, and a year total', () => {
    const heads = [1, 2, 3, 4].flatMap((q) => [...JAN_DEC.slice(q * 3 - 3, q * 3), `Totaal K${q}`]);
    const book = bookOf(sheetOf('Wmo', [['Product', ...heads, 'Totaal'], ...WMO.map((code) => [code])]));
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['Wmo!F2']).toBe(amountText('02A03', 4));
  });

  it('tariff and volume columns before the amounts by month', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Code', 'Product', 'Tarief 2023', 'Eenheid', 'Indicaties', ...JAN_DEC, 'Totaal', '% van plafond'],
        ...WMO.map((code, row) => [
          code,
          nameOf(code),
          61.8,
          'uur',
          12,
          ...blanks(12),
          `=SUM(F${row + 2}:Q${row + 2})`,
          `=R${row + 2}/100`,
        ]),
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 2, 'F'));
  });

  it('typing errors in headings and names', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Prodcut', 'Omschrijvng', ...JAN_DEC],
        ['', 'Begleiding individueel'],
        ['', 'Begeleiding individueel specialistsch'],
        ['', 'Dagbesteding ouderenn'],
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 2, 'C'));
  });

  it('an empty template with formatted cells and a ceiling row below', () => {
    const cell: Spec = { format: '#,##0.00' };
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...JAN_DEC],
        ...WMO.map((code): Spec[] => [code, ...MONTHS.map(() => cell)]),
        ['Totaal', ...letters('B', 12).map((letter) => `=SUM(${letter}2:${letter}4)`)],
        ['Plafond', ...MONTHS.map(() => 1000)],
        ['Verschil', ...letters('B', 12).map((letter) => `=${letter}6-${letter}5`)],
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 2, 'B'));
  });

  it('a table with a budget and a forecast line per product', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', 'Soort', ...JAN_DEC],
        ...WMO.flatMap((code): Spec[][] => [
          [code, 'Begroting', ...MONTHS.map(() => 5)],
          [null, 'Prognose'],
        ]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['Wmo!C3']).toBe(amountText('02A03', 1));
  });

  it('English list with year and month in one text', () => {
    const rows = WMO.flatMap((code) =>
      MONTHS.map((month) => [
        `2023M${String(month).padStart(2, '0')}`,
        code,
        month <= 6 ? 'Actual' : 'Forecast',
      ]),
    );
    const book = bookOf(sheetOf('Data', [['Month', 'Product code', 'Type', 'Volume', 'Amount'], ...rows]));
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(72);
    expect(cells['Data!E2']).toBe(amountText('02A03', 1));
  });

  it('domain title with provider in one line and months by date text', () => {
    const book = bookOf(
      sheetOf('P1', [
        ['Stichting Voorbeeld 21 / Jeugdwet / 2023'],
        ['Productcode', ...MONTHS.map((month) => `01-${String(month).padStart(2, '0')}-2023`)],
        ...JEUGD.map((code) => [code]),
      ]),
    );
    const { cells, layout } = fill(book, sourceOf(JEUGD));
    expect(cells).toEqual(amountsRight('P1', JEUGD, 3, 'B'));
    expect(layout.provider).toBe('Stichting Voorbeeld 21');
    expect(layout.blocks[0]?.domain).toBe('Jeugdwet');
  });

  it('products unknown beforehand: nothing is guessed, everything is listed', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...JAN_DEC],
        ['Alfa'],
        ['Beta'],
        ['Totaal', ...letters('B', 12).map((letter) => `=SUM(${letter}2:${letter}3)`)],
      ]),
    );
    const { cells, plan, layout } = fill(book, wmo, { ...CONTEXT, products: [] });
    expect(cells).toEqual({});
    expect(plan.unmapped.map(({ product }) => product)).toEqual([...WMO]);
    expect(plan.unmapped[0]?.candidates).toEqual(['Alfa', 'Beta']);
    expect(layout.slots).toHaveLength(24);
  });

  it('names only, confirmed earlier', () => {
    const book = bookOf(sheetOf('Wmo', [['Product', ...JAN_DEC], ['Alfa'], ['Beta']]));
    const { cells } = fill(book, sourceOf(['02A03', '02A05']), {
      ...CONTEXT,
      aliases: new Map([
        ['alfa', '02A05'],
        ['beta', '02A03'],
      ]),
    });
    expect(cells).toEqual(amountsRight('Wmo', ['02A05', '02A03'], 2, 'B'));
  });

  it('months across twice: volumes left, amounts right, each under its own title', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Volume (uren/dagdelen)', ...blanks(13), 'Omzet (€)'],
        ['Product', ...JAN_DEC, 'Totaal', 'Product', ...JAN_DEC, 'Totaal'],
        ...WMO.map((code, row) => [
          code,
          ...blanks(12),
          `=SUM(B${row + 3}:M${row + 3})`,
          code,
          ...blanks(12),
          `=SUM(P${row + 3}:AA${row + 3})`,
        ]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(72);
    expect(cells['Wmo!B3']).toBe(volumeText('02A03', 1));
    expect(cells['Wmo!P3']).toBe(amountText('02A03', 1));
  });

  it('two blocks of the same shape on one sheet, one of them last year', () => {
    const block = (year: number): Spec[][] => [
      [`Productie ${year}`],
      ['Product', ...JAN_DEC],
      ...WMO.map((code): Spec[] => [code, ...MONTHS.map(() => 7)]),
      [],
    ];
    const { cells } = fill(bookOf(sheetOf('Wmo', [...block(2022), ...block(2023)])), wmo);
    expect(cells).toEqual(amountsRight('Wmo', WMO, 9, 'B'));
  });
});
