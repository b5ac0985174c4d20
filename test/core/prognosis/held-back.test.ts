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
  PRODUCTS,
  sourceOf,
  volumeText,
  WMO,
} from './given';
import { JAN_DEC } from '../../months';

/** Layouts that were written after the mechanism and first run against it unchanged. */

const wmo = sourceOf(WMO);

describe('held-back layouts', () => {
  it('a cover sheet, a note row between heading and rows, numbering of columns', () => {
    const book = bookOf(
      sheetOf('Voorblad', [
        ['Prognose 2023'],
        ['Aanbieder:', 'Stichting Voorbeeld 21'],
        ['Stand per:', '31-05-2023'],
        ['Alle bedragen in hele euro'],
      ]),
      sheetOf('Wmo', [
        [null, 'Maandomzet'],
        [],
        [null, 'Zorgvorm', 'Eenheid', ...JAN_DEC.map((name) => `${name}-23`), 'Totaal', 'Opmerkingen'],
        ...WMO.map((code, row) => [
          row + 1,
          nameOf(code),
          'uur',
          ...blanks(12),
          `=SUM(D${row + 4}:O${row + 4})`,
          'zie toelichting',
        ]),
        [null, 'Totaal', null, ...letters('D', 13).map((letter) => `=SUM(${letter}4:${letter}6)`)],
      ]),
    );
    expect(fill(book, wmo).cells).toEqual({
      ...amountsRight('Wmo', WMO, 4, 'D'),
      'Voorblad!B3': '30-06-2023',
    });
  });

  it('sheets per phase', () => {
    const make = (title: string): ReturnType<typeof sheetOf> =>
      sheetOf(title, [
        [`${title} 2023`],
        ['Code', 'Product', ...JAN_DEC],
        ...WMO.map((code) => [code, nameOf(code)]),
      ]);
    const { cells } = fill(bookOf(make('Realisatie'), make('Prognose')), wmo);
    expect(cells).toEqual(
      Object.fromEntries(
        WMO.flatMap((code, row) =>
          MONTHS.map((month) => [
            `${month <= 6 ? 'Realisatie' : 'Prognose'}!${letters('C', 12)[month - 1] ?? ''}${row + 3}`,
            amountText(code, month),
          ]),
        ),
      ),
    );
  });

  it('sheets per month with volume, tariff and amount by formula or input', () => {
    const sheets = JAN_DEC.map((name) =>
      sheetOf(name, [
        [`Maand: ${name} 2023`],
        [],
        ['Productcode', 'Omschrijving', 'Aantal', 'Tarief', 'Bedrag'],
        ...WMO.map((code) => [code, nameOf(code), null, 12.5, null]),
      ]),
    );
    const { cells } = fill(bookOf(...sheets), wmo);
    expect(Object.keys(cells)).toHaveLength(72);
    expect(cells['jan!C4']).toBe(volumeText('02A03', 1));
    expect(cells['dec!E6']).toBe(amountText('07A11', 12));
  });

  it('a block per location: not divided by guess, but said', () => {
    const block = (name: string): Spec[][] => [
      [`Locatie ${name}`],
      ['Product', ...JAN_DEC],
      ...WMO.map((code) => [code]),
      ['Totaal'],
      [],
    ];
    const { cells, plan } = fill(bookOf(sheetOf('Wmo', [...block('Noord'), ...block('Zuid')])), wmo);
    expect(cells).toEqual({});
    expect(plan.notFilled).toHaveLength(36);
    expect(plan.notFilled[0]?.reason.code).toBe('prognosis.location-needed');
  });

  it('two tables beside each other', () => {
    const book = bookOf(
      sheetOf('Beide', [
        ['Wmo', ...blanks(4), 'Jeugdwet'],
        ['Maand', ...WMO, null, 'Maand', ...JEUGD],
        ...JAN_DEC.map((name) => [name, ...blanks(3), null, name]),
      ]),
    );
    const { cells } = fill(book);
    expect(Object.keys(cells)).toHaveLength(60);
    expect(cells['Beide!B3']).toBe(amountText('02A03', 1));
    expect(cells['Beide!G3']).toBe(amountText('45A04', 1));
    expect(cells['Beide!H14']).toBe(amountText('44A09', 12));
  });

  it('realised for half a year and forecast for the other, under merged headings', () => {
    const book = bookOf(
      sheetOf(
        'Wmo',
        [
          [null, null, 'Realisatie', ...blanks(5), 'Prognose', ...blanks(5), 'Totaal'],
          ['Code', 'Omschrijving', ...JAN_DEC, null],
          ...WMO.map((code, row) => [code, nameOf(code), ...blanks(12), `=SUM(C${row + 3}:N${row + 3})`]),
        ],
        { merges: ['C1:H1', 'I1:N1', 'O1:O2'] },
      ),
    );
    const { cells, layout } = fill(book, wmo);
    expect(cells).toEqual(amountsRight('Wmo', WMO, 3, 'C'));
    expect(layout.slots.find((slot) => slot.col === 2)?.phase).toBe('actual');
    expect(layout.slots.find((slot) => slot.col === 8)?.phase).toBe('forecast');
  });

  it('volumes and amounts in separate blocks beside each other', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Wmo prognose 2023'],
        [null, null, 'Aantal', ...blanks(11), null, 'Bedrag', ...blanks(11)],
        ['Code', 'Eenheid', ...JAN_DEC, null, ...JAN_DEC],
        ...WMO.map((code) => [code, PRODUCTS.find((product) => product.code === code)?.unit ?? '']),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(72);
    expect(cells['Wmo!C4']).toBe(volumeText('02A03', 1));
    expect(cells['Wmo!P4']).toBe(amountText('02A03', 1));
  });

  it('volumes and amounts in blocks under each other, by section line', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...JAN_DEC, 'Totaal'],
        [{ v: 'Uren / dagdelen', bold: true }],
        ...WMO.map((code) => [nameOf(code)]),
        [{ v: 'Omzet', bold: true }],
        ...WMO.map((code) => [nameOf(code)]),
        ['Totaal omzet', ...letters('B', 12).map((letter) => `=SUM(${letter}7:${letter}9)`)],
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(72);
    expect(cells['Wmo!B3']).toBe(volumeText('02A03', 1));
    expect(cells['Wmo!B7']).toBe(amountText('02A03', 1));
  });

  it('scale differs per block', () => {
    const book = bookOf(
      sheetOf('Overzicht', [
        ['Wmo (x 1.000 euro)'],
        ['Product', ...JAN_DEC],
        ...WMO.map((code) => [code]),
        [],
        ['Jeugdwet (bedragen in euro)'],
        ['Product', ...JAN_DEC],
        ...JEUGD.map((code) => [code]),
      ]),
    );
    const { cells, plan } = fill(book);
    expect(cells['Overzicht!B3']).toBe('10.1001');
    expect(cells['Overzicht!B9']).toBe(amountText('45A04', 1));
    expect(plan.filledTotal).toBe(plan.sourceTotal);
  });

  it('budget and difference columns are left alone', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', 'Begroting 2023', ...JAN_DEC, 'Totaal', 'Verschil', '%'],
        ...WMO.map((code, row) => [
          code,
          120000,
          ...blanks(12),
          `=SUM(C${row + 2}:N${row + 2})`,
          `=O${row + 2}-B${row + 2}`,
          `=P${row + 2}/B${row + 2}`,
        ]),
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 2, 'C'));
  });

  it('clients in rows, amounts of one client only', () => {
    const book = bookOf(
      sheetOf('Cliënten', [
        ['Cliëntnr', 'Product', 'Begindatum', 'Einddatum', ...JAN_DEC],
        ['C100', '02A03', { v: 44927, format: 'dd-mm-yyyy' }, { v: 45291, format: 'dd-mm-yyyy' }],
        ['C200', '02A05', { v: 44958, format: 'dd-mm-yyyy' }, { v: 45107, format: 'dd-mm-yyyy' }],
      ]),
    );
    const source = sourceOf(['02A03', '02A05']);
    const named = source.figures.map((figure) => ({
      ...figure,
      client: figure.product === '02A03' ? 'C100' : 'c200',
    }));
    const { cells, layout } = fill(book, { ...source, figures: named });
    expect(cells).toEqual(amountsRight('Cliënten', ['02A03', '02A05'], 2, 'E'));
    expect(layout.slots[0]?.client).toBe('C100');
    // A source without clients may be about more clients than this one: asked, not guessed.
    const { cells: none, plan } = fill(book, source);
    expect(none).toEqual({});
    expect(plan.notFilled[0]?.reason.code).toBe('prognosis.client-needed');
  });

  it('a summary sheet that adds up the others is not filled', () => {
    const detail = (name: string, products: readonly string[]): ReturnType<typeof sheetOf> =>
      sheetOf(name, [
        ['Product', ...JAN_DEC],
        ...products.map((code) => [code]),
        ['Totaal', ...letters('B', 12).map((letter) => `=SUM(${letter}2:${letter}${products.length + 1})`)],
      ]);
    const summary = sheetOf('Totaal', [
      ['Domein', ...JAN_DEC, 'Jaar'],
      ['Wmo', ...letters('B', 12).map((letter) => `=Wmo!${letter}5`), '=SUM(B2:M2)'],
      ['Jeugdwet', ...letters('B', 12).map((letter) => `=Jeugdwet!${letter}4`), '=SUM(B3:M3)'],
    ]);
    const { cells } = fill(bookOf(summary, detail('Wmo', WMO), detail('Jeugdwet', JEUGD)));
    expect(cells).toEqual({
      ...amountsRight('Wmo', WMO, 2, 'B'),
      ...amountsRight('Jeugdwet', JEUGD, 2, 'B'),
    });
  });

  it('product in the first column merged over its measure rows, phases across', () => {
    const book = bookOf(
      sheetOf(
        'Wmo',
        [
          ['Wmo'],
          [null, null, 'Realisatie t/m juni 2023', 'Prognose juli t/m december 2023', 'Totaal 2023'],
          ...WMO.flatMap((code, at) => [
            [`${nameOf(code)} (${code})`, 'Volume', null, null, `=C${at * 2 + 3}+D${at * 2 + 3}`],
            [null, 'Euro', null, null, `=C${at * 2 + 4}+D${at * 2 + 4}`],
          ]),
        ] as Spec[][],
        { merges: ['A3:A4', 'A5:A6', 'A7:A8'] },
      ),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(12);
    expect(cells['Wmo!C3']).toBe(volumeText('02A03', 1, 2, 3, 4, 5, 6));
    expect(cells['Wmo!C4']).toBe(amountText('02A03', 1, 2, 3, 4, 5, 6));
    expect(cells['Wmo!D8']).toBe(amountText('07A11', 7, 8, 9, 10, 11, 12));
  });

  it('numeric codes in a code column', () => {
    const products = [
      { code: '54002', description: 'SGGZ behandeling', domain: 'Jeugdwet', unit: 'uur' },
      { code: '54004', description: 'SGGZ diagnostiek', domain: 'Jeugdwet', unit: 'uur' },
    ];
    const book = bookOf(
      sheetOf('Jeugd', [
        ['Code', ...JAN_DEC],
        [54002],
        [54004],
        ['Totaal', ...letters('B', 12).map((letter) => `=SUM(${letter}2:${letter}3)`)],
      ]),
    );
    const source = sourceOf(
      [],
      [
        { ...(sourceOf(['45A04']).figures[0] ?? never()), product: '54002' },
        { ...(sourceOf(['45A04']).figures[0] ?? never()), product: '54004' },
      ],
    );
    const { cells } = fill(book, source, { ...CONTEXT, products });
    expect(cells['Jeugd!B2']).toBe(amountText('45A04', 1));
    expect(cells['Jeugd!B3']).toBe(amountText('45A04', 1));
    expect(cells['Jeugd!C2']).toBe('0');
  });

  it('months as dates by formula under a year cell', () => {
    const serial = [44927, 44958, 44986, 45017, 45047, 45078, 45108, 45139, 45170, 45200, 45231, 45261];
    const book = bookOf(
      sheetOf('Wmo', [
        ['Jaar', 2023],
        [],
        [
          'Omschrijving',
          ...serial.map((value, at) => ({
            v: value,
            ...(at > 0 ? { f: `EDATE(${letters('B', 12)[at - 1] ?? ''}3,1)` } : {}),
            format: 'mmm',
          })),
        ],
        ...WMO.map((code) => [nameOf(code)]),
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 4, 'B'));
  });

  it('clients, hours and turnover per month in rows', () => {
    const book = bookOf(
      sheetOf('07A11', [
        ['Dagbesteding ouderen 07A11'],
        [],
        ['Maand', 'Cliënten', 'Dagdelen', 'Omzet', 'Gem. tarief'],
        ...JAN_DEC.map((name, row) => [name, ...blanks(3), `=D${row + 4}/C${row + 4}`]),
        ['Totaal', '=SUM(B4:B15)', '=SUM(C4:C15)', '=SUM(D4:D15)'],
      ]),
    );
    const { cells } = fill(book, sourceOf(['07A11']));
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['07A11!B4']).toBe('4');
    expect(cells['07A11!C4']).toBe(volumeText('07A11', 1));
    expect(cells['07A11!D15']).toBe(amountText('07A11', 12));
  });

  it('phase letters over the months', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        [null, ...MONTHS.map((month) => (month <= 6 ? 'R' : 'P'))],
        ['Product', ...JAN_DEC],
        ...WMO.map((code) => [code]),
      ]),
    );
    const { cells, layout } = fill(book, wmo);
    expect(cells).toEqual(amountsRight('Wmo', WMO, 3, 'B'));
    expect(layout.slots[0]?.phase).toBe('actual');
  });

  it('hierarchy with indented products under group lines with formulas', () => {
    const sum = (top: number, bottom: number): Spec[] =>
      letters('B', 12).map((letter) => `=SUM(${letter}${top}:${letter}${bottom})`);
    const book = bookOf(
      sheetOf('Wmo', [
        ['', ...JAN_DEC],
        [{ v: 'Begeleiding', bold: true }, ...sum(3, 4)],
        ['   Begeleiding individueel'],
        ['   Begeleiding individueel specialistisch'],
        [{ v: 'Dagbesteding', bold: true }, ...sum(6, 6)],
        ['   Dagbesteding ouderen'],
        [{ v: 'Totaal Wmo', bold: true }, ...letters('B', 12).map((letter) => `=${letter}2+${letter}5`)],
      ]),
    );
    expect(fill(book, wmo).cells).toEqual({
      ...amountsRight('Wmo', ['02A03', '02A05'], 3, 'B'),
      ...amountsRight('Wmo', ['07A11'], 6, 'B'),
    });
  });

  it('hidden columns and a column for remarks between months', () => {
    const book = bookOf(
      sheetOf(
        'Wmo',
        [
          ['Product', ...JAN_DEC.flatMap((name) => [name, 'toelichting'])],
          ...WMO.map((code) => [code, null, 'geen bijzonderheden']),
        ],
        { hiddenCols: [2] },
      ),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['Wmo!D2']).toBe(amountText('02A03', 2));
  });

  it('cumulative columns are no months', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...JAN_DEC.flatMap((name) => [name, `cum. t/m ${name}`])],
        ...WMO.map((code, row) => [
          code,
          ...letters('B', 24).map((letter, at) =>
            at % 2 === 1 ? `=SUM(B${row + 2}:${letter}${row + 2})` : null,
          ),
        ]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['Wmo!B2']).toBe(amountText('02A03', 1));
    expect(cells['Wmo!X4']).toBe(amountText('07A11', 12));
  });

  it('last year’s copy, full of values, is refilled and leaves nothing standing', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...JAN_DEC],
        ...WMO.map((code) => [code, ...MONTHS.map((month) => month * 1000)]),
      ]),
    );
    const source = sourceOf(['02A03', '02A05']);
    const { cells } = fill(book, source);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['Wmo!B4']).toBe('0');
  });

  it('minutes asked, hours known', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', 'Eenheid', ...JAN_DEC.flatMap((name) => [`${name} volume`, `${name} €`])],
        ['02A03', 'minuten'],
      ]),
    );
    const { cells } = fill(book, sourceOf(['02A03']));
    expect(cells['Wmo!C2']).toBe('75');
    expect(cells['Wmo!D2']).toBe(amountText('02A03', 1));
  });
});

function never(): never {
  throw new Error('no figure');
}
