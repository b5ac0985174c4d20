import { bookOf, letters, sheetOf, type Spec } from './grid-builder';
import {
  amountsRight,
  amountText,
  blanks,
  fill,
  JEUGD,
  MONTHS,
  nameOf,
  PRODUCTS,
  sourceOf,
  volumeText,
  WMO,
} from './given';
import { JAN_DEC } from '../../months';

/** A second round of layouts, again run first against the mechanism as it was. */

const wmo = sourceOf(WMO);

describe('held-back layouts, second round', () => {
  it('a title merged over the whole table right above the heading', () => {
    const book = bookOf(
      sheetOf(
        'Blad1',
        [
          ['Productieprognose Wmo 2023 - Stichting Voorbeeld 21'],
          ['Product', ...JAN_DEC, 'Totaal'],
          ...WMO.map((code, row) => [code, ...blanks(12), `=SUM(B${row + 3}:M${row + 3})`]),
        ],
        { merges: ['A1:N1'] },
      ),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Blad1', WMO, 3, 'B'));
  });

  it('a row per client, figures per client', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Client', 'Product', ...JAN_DEC, 'Totaal'],
        ['C1', '02A03'],
        ['C2', '02A03'],
        ['C2', '07A11'],
        ['Totaal', null, ...letters('C', 12).map((letter) => `=SUM(${letter}2:${letter}4)`)],
      ]),
    );
    const figures = [
      ...sourceOf(['02A03']).figures.map((figure) => ({ ...figure, client: 'C1' })),
      ...sourceOf(['02A03', '07A11']).figures.map((figure) => ({ ...figure, client: 'C2' })),
    ];
    expect(fill(book, sourceOf([], figures)).cells).toEqual({
      ...amountsRight('Wmo', ['02A03', '02A03', '07A11'], 2, 'C'),
    });
  });

  it('four heading rows: year, quarter, month, measure', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        [null, 2023],
        [null, ...[1, 2, 3, 4].flatMap((q) => [`Kwartaal ${q}`, ...blanks(5)])],
        [null, ...JAN_DEC.flatMap((name) => [name, null])],
        ['Product', ...JAN_DEC.flatMap(() => ['Q', 'P x Q'])],
        ...WMO.map((code) => [code]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(cells['Wmo!C5']).toBe(amountText('02A03', 1));
    expect(cells['Wmo!Y7']).toBe(amountText('07A11', 12));
    expect(Object.keys(cells)).toHaveLength(72);
  });

  it('a group column with blanks below and a product column', () => {
    const book = bookOf(
      sheetOf(
        'Wmo',
        [
          ['Productgroep', 'Product', ...JAN_DEC],
          ['Begeleiding', nameOf('02A03')],
          [null, nameOf('02A05')],
          ['Dagbesteding', nameOf('07A11')],
          ['Totaal', null, ...letters('C', 12).map((letter) => `=SUM(${letter}2:${letter}4)`)],
        ],
        { merges: ['A2:A3'] },
      ),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 2, 'C'));
  });

  it('realised and forecast in rows under each product', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', null, ...JAN_DEC],
        ...WMO.flatMap((code, at) => [
          [code, 'Realisatie'],
          [null, 'Prognose'],
          [
            null,
            'Totaal',
            ...letters('C', 12).map((letter) => `=${letter}${at * 3 + 2}+${letter}${at * 3 + 3}`),
          ],
        ]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(cells).toEqual(
      Object.fromEntries(
        WMO.flatMap((code, at) =>
          MONTHS.map((month) => [
            `Wmo!${letters('C', 12)[month - 1] ?? ''}${at * 3 + (month <= 6 ? 2 : 3)}`,
            amountText(code, month),
          ]),
        ),
      ),
    );
  });

  it('months down, measures under merged product names', () => {
    const book = bookOf(
      sheetOf(
        'Wmo',
        [
          ['2023', ...WMO.flatMap((code) => [nameOf(code), null])],
          ['Maand', ...WMO.flatMap(() => ['aantal', 'bedrag'])],
          ...JAN_DEC.map((name) => [name]),
        ],
        { merges: ['B1:C1', 'D1:E1', 'F1:G1'] },
      ),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(72);
    expect(cells['Wmo!B3']).toBe(volumeText('02A03', 1));
    expect(cells['Wmo!G14']).toBe(amountText('07A11', 12));
  });

  it('one column for the whole year', () => {
    const book = bookOf(
      sheetOf('Wmo', [['Product', 'Omzet 2022', 'Omzet 2023'], ...WMO.map((code) => [code, 5])]),
    );
    expect(fill(book, wmo).cells).toEqual(
      Object.fromEntries(WMO.map((code, row) => [`Wmo!C${row + 2}`, amountText(code, ...MONTHS)])),
    );
  });

  it('volumes in one block, amounts by formula in the next', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Aantallen'],
        ['Product', 'Tarief', ...JAN_DEC],
        ...WMO.map((code) => [code, 10]),
        [],
        ['Bedragen'],
        ['Product', null, ...JAN_DEC],
        ...WMO.map((code, row) => [
          code,
          null,
          ...letters('C', 12).map((letter) => `=${letter}${row + 3}*$B${row + 3}`),
        ]),
      ]),
    );
    const { cells, plan } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['Wmo!C3']).toBe(volumeText('02A03', 1));
    expect(plan.computedTotal).toBe(plan.filledTotal);
  });

  it('volume, tariff and amount per month', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        [null, ...JAN_DEC.flatMap((name) => [name, null, null])],
        ['Product', ...JAN_DEC.flatMap(() => ['aantal', 'tarief', 'totaal'])],
        ...WMO.map((code) => [code]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(cells['Wmo!B3']).toBe(volumeText('02A03', 1));
    expect(cells['Wmo!D3']).toBe(amountText('02A03', 1));
    expect(cells['Wmo!C3']).toBeUndefined();
  });

  it('codes with points, lower case, brackets', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Zorgproduct', ...JAN_DEC],
        ['02.A03'],
        ['Specialistische begeleiding (02a05)'],
        ['07-A11 / dagbesteding'],
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 2, 'B'));
  });

  it('an instruction sheet that speaks of months and products', () => {
    const book = bookOf(
      sheetOf('Instructie', [
        ['Invulinstructie'],
        ['Vul per maand (januari t/m december) de omzet in.'],
        ['Voorbeeld: begeleiding individueel in januari.'],
        ['Vragen? Mail voor 15 juli 2023.'],
      ]),
      sheetOf('Wmo', [['Product', ...JAN_DEC], ...WMO.map((code) => [code])]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 2, 'B'));
  });

  it('the heading repeated within the table', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...JAN_DEC],
        ['02A03'],
        ['02A05'],
        ['Product', ...JAN_DEC],
        ['07A11'],
        ['Totaal', ...letters('B', 12).map((letter) => `=SUM(${letter}2:${letter}5)`)],
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(cells).toEqual({
      ...amountsRight('Wmo', ['02A03', '02A05'], 2, 'B'),
      ...amountsRight('Wmo', ['07A11'], 5, 'B'),
    });
  });

  it('a subtotal of the realised months between the months', () => {
    const heads = [
      ...JAN_DEC.slice(0, 6),
      'Realisatie t/m juni',
      ...JAN_DEC.slice(6),
      'Prognose jul t/m dec',
      'Jaarprognose',
    ];
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...heads],
        ...WMO.map((code, row) => [
          code,
          ...blanks(6),
          `=SUM(B${row + 2}:G${row + 2})`,
          ...blanks(6),
          `=SUM(I${row + 2}:N${row + 2})`,
          `=H${row + 2}+O${row + 2}`,
        ]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['Wmo!I2']).toBe(amountText('02A03', 7));
  });

  it('last year’s realisation in a column before the months', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        [
          'Product',
          'Realisatie 2022',
          'Begroting 2023',
          ...JAN_DEC.map((name) => `${name} 2023`),
          'Prognose 2023',
          'Verschil',
        ],
        ...WMO.map((code, row) => [
          code,
          500,
          600,
          ...blanks(12),
          `=SUM(D${row + 2}:O${row + 2})`,
          `=P${row + 2}-C${row + 2}`,
        ]),
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 2, 'D'));
  });

  it('half years in k€', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', 'Realisatie 1e halfjaar (k€)', 'Prognose 2e halfjaar (k€)'],
        ...WMO.map((code) => [code]),
      ]),
    );
    const { cells, plan } = fill(book, wmo);
    expect(cells['Wmo!B2']).toBe('62.10165');
    expect(plan.filledTotal).toBe(plan.sourceTotal);
  });

  it('both domains on one sheet without any mention: the products tell', () => {
    const book = bookOf(
      sheetOf('Blad1', [['Omschrijving', ...JAN_DEC], ...PRODUCTS.map(({ description }) => [description])]),
    );
    const { cells, layout } = fill(book);
    expect(cells).toEqual(
      amountsRight(
        'Blad1',
        PRODUCTS.map(({ code }) => code),
        2,
        'B',
      ),
    );
    expect(layout.slots.find(({ product }) => product === '44A09')?.domain).toBe('Jeugdwet');
  });

  it('a long list by domain with blanks for repeated labels', () => {
    const rows = WMO.flatMap((code) => JAN_DEC.map((name, at) => [at === 0 ? code : null, name]));
    const book = bookOf(sheetOf('Lijst', [['Product', 'Maand', 'Uren', 'Omzet'], ...rows]));
    const { cells } = fill(book, wmo);
    expect(cells['Lijst!D2']).toBe(amountText('02A03', 1));
    expect(cells['Lijst!D37']).toBe(amountText('07A11', 12));
    expect(Object.keys(cells).filter((cell) => cell.includes('!D'))).toHaveLength(36);
  });

  it('a long list by month with products under each month', () => {
    const rows = JAN_DEC.flatMap((name) => WMO.map((code, at) => [at === 0 ? name : null, nameOf(code)]));
    const book = bookOf(sheetOf('Lijst', [['Maand', 'Product', 'Bedrag'], ...rows]));
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['Lijst!C2']).toBe(amountText('02A03', 1));
    expect(cells['Lijst!C37']).toBe(amountText('07A11', 12));
  });

  it('a block per month under each other, by title', () => {
    const rows: Spec[][] = JAN_DEC.flatMap((name): Spec[][] => [
      [`${name} 2023`],
      ['Product', 'Aantal', 'Bedrag'],
      ...WMO.map((code): Spec[] => [code]),
      ['Totaal'],
      [],
    ]);
    const { cells } = fill(bookOf(sheetOf('Wmo', rows)), wmo);
    expect(Object.keys(cells)).toHaveLength(72);
    expect(cells['Wmo!C3']).toBe(amountText('02A03', 1));
    expect(cells['Wmo!C84']).toBeUndefined();
    expect(cells[`Wmo!C${11 * 7 + 5}`]).toBe(amountText('07A11', 12));
  });

  it('realised and forecast columns per quarter, both domains by sheet abbreviation', () => {
    const make = (name: string, products: readonly string[]): ReturnType<typeof sheetOf> =>
      sheetOf(name, [
        [null, ...[1, 2, 3, 4].flatMap((q) => [`Q${q}`, null])],
        ['Omschrijving', ...[1, 2, 3, 4].flatMap(() => ['Actual', 'Forecast'])],
        ...products.map((code) => [nameOf(code)]),
      ]);
    const { cells } = fill(bookOf(make('WMO', WMO), make('JW', JEUGD)));
    expect(cells['WMO!B3']).toBe(amountText('02A03', 1, 2, 3));
    expect(cells['WMO!G3']).toBe(amountText('02A03', 7, 8, 9));
    expect(cells['JW!I4']).toBe(amountText('44A09', 10, 11, 12));
    expect(Object.keys(cells)).toHaveLength(20);
  });

  it('notes beside and below, blank rows between products', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        [null, 'Prognose'],
        [],
        [null, 'Product', null, ...JAN_DEC],
        [],
        ...WMO.flatMap((code) => [[null, nameOf(code), code], []]),
        [null, '* cijfers onder voorbehoud'],
        [null, 'Opgesteld door: afdeling financiën, 3 juli 2023'],
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['Wmo!D5']).toBe(amountText('02A03', 1));
    expect(cells['Wmo!O9']).toBe(amountText('07A11', 12));
  });
});
