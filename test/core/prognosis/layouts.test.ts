import { sheetOf, bookOf, letters, type Spec } from './grid-builder';
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
import { JAN_DEC, JANUARI_DECEMBER } from '../../months';

/** Months in rows from `top`, products in columns from `left`. */
function down(sheet: string, products: readonly string[], top: number, left: string): Record<string, string> {
  return Object.fromEntries(
    products.flatMap((product, at) =>
      MONTHS.map((month) => [
        `${sheet}!${letters(left, 12)[at] ?? ''}${top + month - 1}`,
        amountText(product, month),
      ]),
    ),
  );
}
const wmo = sourceOf(WMO);

describe('months in columns', () => {
  it.each<[string, Spec[]]>([
    ['abbreviations', [...JAN_DEC]],
    ['names', [...JANUARI_DECEMBER]],
    [
      'Jan-23',
      [
        'Jan-23',
        'Feb-23',
        'Mrt-23',
        'Apr-23',
        'Mei-23',
        'Jun-23',
        'Jul-23',
        'Aug-23',
        'Sep-23',
        'Okt-23',
        'Nov-23',
        'Dec-23',
      ],
    ],
    ['2023-01', MONTHS.map((month) => `2023-${String(month).padStart(2, '0')}`)],
    ['01-2023', MONTHS.map((month) => `${String(month).padStart(2, '0')}-2023`)],
    ['P01', MONTHS.map((month) => `P${String(month).padStart(2, '0')}`)],
    ['periode 1', MONTHS.map((month) => `Periode ${month}`)],
    ['maand 1', MONTHS.map((month) => `maand ${month}`)],
    ['M1', MONTHS.map((month) => `M${month}`)],
    ['numbers 1 to 12', [...MONTHS]],
    [
      'English',
      [
        'January',
        'February',
        'March',
        'April',
        'May',
        'June',
        'July',
        'August',
        'September',
        'October',
        'November',
        'December',
      ],
    ],
    [
      'Excel dates',
      MONTHS.map((month) => ({
        v:
          [44927, 44958, 44986, 45017, 45047, 45078, 45108, 45139, 45170, 45200, 45231, 45261][month - 1] ??
          0,
        format: 'mmm-yy',
      })),
    ],
    [
      'last days as dates',
      MONTHS.map((month) => ({
        v:
          [44957, 44985, 45016, 45046, 45077, 45107, 45138, 45169, 45199, 45230, 45260, 45291][month - 1] ??
          0,
        format: '[$-413]mmmm jjjj;@',
      })),
    ],
    [
      'misspelt',
      [
        'janauri',
        'februari',
        'maart',
        'april',
        'mei',
        'juni',
        'juli',
        'augstus',
        'setpember',
        'oktober',
        'novmber',
        'december',
      ],
    ],
  ])('%s', (_, months) => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Prognose Wmo 2023'],
        [],
        ['Product', ...months, 'Totaal'],
        ...WMO.map((code, row) => [code, ...blanks(12), `=SUM(B${row + 4}:M${row + 4})`]),
        ['Totaal', ...letters('B', 13).map((letter) => `=SUM(${letter}4:${letter}6)`)],
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 4, 'B'));
  });

  it('months in another order', () => {
    const order = [7, 8, 9, 10, 11, 12, 6, 5, 4, 3, 2, 1];
    const book = bookOf(
      sheetOf('Blad1', [
        ['Code', ...order.map((month) => JAN_DEC[month - 1] ?? '')],
        ...WMO.map((code) => [code]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(cells['Blad1!B2']).toBe(amountText('02A03', 7));
    expect(cells['Blad1!M4']).toBe(amountText('07A11', 1));
    expect(Object.keys(cells)).toHaveLength(36);
  });

  it('months that go on after December: whose years nothing says, so that is asked', () => {
    const order = [7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6];
    const months = order.map((month) => JAN_DEC[month - 1] ?? '');
    const rows = (title: string): Spec[][] => [[title], ['Code', ...months], ...WMO.map((code) => [code])];
    const { cells, layout } = fill(bookOf(sheetOf('Blad1', rows('Prognose'))), wmo);
    expect(cells).toEqual({});
    expect(layout.remarks.map(({ code }) => code)).toContain('prognosis.years-asked');
    const placed = fill(bookOf(sheetOf('Blad1', rows("Prognose boekjaar 2022-'23"))), wmo).cells;
    expect(Object.keys(placed)).toHaveLength(18);
    expect(placed['Blad1!H3']).toBe(amountText('02A03', 1));
    const next = fill(bookOf(sheetOf('Blad1', rows('Boekjaar 2023/2024'))), wmo).cells;
    expect(next['Blad1!B3']).toBe(amountText('02A03', 7));
  });

  it('quarter totals between the months are totals, also when typed', () => {
    const heads = [1, 2, 3, 4].flatMap((q) => [...JAN_DEC.slice(q * 3 - 3, q * 3), `Q${q}`]);
    const book = bookOf(
      sheetOf('Wmo', [
        ['Productcode', 'Omschrijving', ...heads, '2023'],
        ...WMO.map((code, row) => [
          code,
          nameOf(code),
          ...heads.map((head, at) =>
            head.startsWith('Q2')
              ? `=SUM(${letters('C', 16)[at - 3] ?? ''}${row + 2}:${letters('C', 16)[at - 1] ?? ''}${row + 2})`
              : null,
          ),
        ]),
      ]),
    );
    const { cells, layout } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['Wmo!C2']).toBe(amountText('02A03', 1));
    expect(cells['Wmo!G2']).toBe(amountText('02A03', 4));
    expect(cells['Wmo!F2']).toBeUndefined();
    expect(cells['Wmo!S2']).toBeUndefined();
    expect(layout.totals.some((total) => total.formula && total.over.length === 3)).toBe(true);
  });

  it.each([
    ['Q1', ['Q1', 'Q2', 'Q3', 'Q4']],
    ['K1', ['K1', 'K2', 'K3', 'K4']],
    ['1e kwartaal', ['1e kwartaal', '2e kwartaal', '3e kwartaal', '4e kwartaal']],
    ['kwartaal 1', ['kwartaal 1', 'kwartaal 2', 'kwartaal 3', 'kwartaal 4']],
  ])('quarters only: %s', (_, heads) => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...heads, 'Jaartotaal'],
        ...WMO.map((code, row) => [code, ...blanks(4), `=SUM(B${row + 2}:E${row + 2})`]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(12);
    expect(cells['Wmo!B2']).toBe(amountText('02A03', 1, 2, 3));
    expect(cells['Wmo!E4']).toBe(amountText('07A11', 10, 11, 12));
  });

  it('half years', () => {
    const book = bookOf(
      sheetOf('Wmo', [['Product', '1e halfjaar', 'H2', 'Totaal'], ...WMO.map((code) => [code])]),
    );
    const { cells } = fill(book, wmo);
    expect(cells).toEqual(
      Object.fromEntries(
        WMO.flatMap((code, row) => [
          [`Wmo!B${row + 2}`, amountText(code, 1, 2, 3, 4, 5, 6)],
          [`Wmo!C${row + 2}`, amountText(code, 7, 8, 9, 10, 11, 12)],
        ]),
      ),
    );
  });

  it('actuals by month, then the rest of the year in one column', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...JAN_DEC.slice(0, 6), 'Prognose juli t/m december', 'Totaal 2023'],
        ...WMO.map((code, row) => [code, ...blanks(7), `=SUM(B${row + 2}:H${row + 2})`]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(21);
    expect(cells['Wmo!H3']).toBe(amountText('02A05', 7, 8, 9, 10, 11, 12));
  });

  it('two years side by side: only the year asked for', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', '2022', ...blanks(11), '2023', ...blanks(11)],
        [null, ...JAN_DEC, ...JAN_DEC],
        ...WMO.map((code) => [code, ...MONTHS.map((month) => month * 100)]),
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 3, 'N'));
  });
});

describe('measures and phases', () => {
  it('volume and amount beside each other under a spread month', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Zorgproduct', ...MONTHS.flatMap((month) => [`${JANUARI_DECEMBER[month - 1] ?? ''} 2023`, null])],
        [null, ...MONTHS.flatMap(() => ['uren', 'omzet'])],
        ...WMO.map((code) => [`${code} - ${nameOf(code)}`]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(cells).toEqual(
      Object.fromEntries(
        WMO.flatMap((code, row) =>
          MONTHS.flatMap((month) => [
            [
              `Wmo!${letters('B', 24)[month * 2 - 2] ?? ''}${row + 3}`,
              code === '07A11'
                ? cells[`Wmo!${letters('B', 24)[month * 2 - 2] ?? ''}${row + 3}`]
                : volumeText(code, month),
            ],
            [`Wmo!${letters('B', 24)[month * 2 - 1] ?? ''}${row + 3}`, amountText(code, month)],
          ]),
        ).filter(([, text]) => text !== undefined),
      ),
    );
  });

  it('realised and forecast side by side in every month', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...MONTHS.flatMap((month) => [JAN_DEC[month - 1] ?? '', null]), 'Totaal'],
        [null, ...MONTHS.flatMap(() => ['realisatie', 'prognose'])],
        ...WMO.map((code, row) => [code, ...blanks(24), `=SUM(B${row + 3}:Y${row + 3})`]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(cells).toEqual(
      Object.fromEntries(
        WMO.flatMap((code, row) =>
          MONTHS.map((month) => [
            `Wmo!${letters('B', 24)[month * 2 - (month <= 6 ? 2 : 1)] ?? ''}${row + 3}`,
            amountText(code, month),
          ]),
        ),
      ),
    );
  });

  it('stacked blocks for realised and forecast', () => {
    const block = (title: string, top: number): Spec[][] => [
      [title],
      ['Productcode', 'Omschrijving', ...JAN_DEC, 'Totaal'],
      ...WMO.map((code, row) => [code, nameOf(code), ...blanks(12), `=SUM(C${top + row}:N${top + row})`]),
      ['Totaal', null, ...letters('C', 13).map((letter) => `=SUM(${letter}${top}:${letter}${top + 2})`)],
      [],
    ];
    const book = bookOf(sheetOf('Wmo', [['Wmo 2023'], ...block('Realisatie', 4), ...block('Prognose', 11)]));
    const { cells } = fill(book, wmo);
    expect(cells).toEqual(
      Object.fromEntries(
        WMO.flatMap((code, row) =>
          MONTHS.map((month) => [
            `Wmo!${letters('C', 12)[month - 1] ?? ''}${(month <= 6 ? 4 : 11) + row}`,
            amountText(code, month),
          ]),
        ),
      ),
    );
  });

  it('measures in rows under each product', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', 'Soort', ...JAN_DEC],
        ...WMO.flatMap((code) => [
          [code, 'Aantal'],
          [null, 'Bedrag'],
        ]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(72);
    expect(cells['Wmo!C2']).toBe(volumeText('02A03', 1));
    expect(cells['Wmo!C3']).toBe(amountText('02A03', 1));
    expect(cells['Wmo!N7']).toBe(amountText('07A11', 12));
  });

  it('measures nested in the product column', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...JAN_DEC],
        ...WMO.flatMap((code) => [[`${code} ${nameOf(code)}`], ['   aantal'], ['   bedrag']]),
      ]),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(72);
    expect(cells['Wmo!B3']).toBe(volumeText('02A03', 1));
    expect(cells['Wmo!B4']).toBe(amountText('02A03', 1));
    expect(cells['Wmo!B2']).toBeUndefined();
  });

  it('amount as volume × tariff: only the volume is written, the amount counts as computed', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        [
          'Product',
          'Tarief',
          ...MONTHS.flatMap((month) => [
            `${JAN_DEC[month - 1] ?? ''} aantal`,
            `${JAN_DEC[month - 1] ?? ''} bedrag`,
          ]),
        ],
        ['02A03', 10, ...MONTHS.flatMap((month) => [null, `=${letters('C', 24)[month * 2 - 2] ?? ''}2*$B2`])],
      ]),
    );
    const source = sourceOf(['02A03']);
    const { cells, plan } = fill(book, source);
    expect(Object.keys(cells)).toHaveLength(12);
    expect(cells['Wmo!C2']).toBe(volumeText('02A03', 1));
    expect(plan.computedTotal).toBe(plan.filledTotal);
    expect(plan.notFilled).toHaveLength(12);
  });

  it('× € 1.000 in the title: exact thousandths', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Omzetprognose Wmo 2023 (bedragen x € 1.000)'],
        [],
        ['Product', ...JAN_DEC],
        ...WMO.map((code) => [code]),
      ]),
    );
    const { cells, plan } = fill(book, wmo);
    expect(cells['Wmo!B4']).toBe('10.1001');
    expect(plan.filledTotal).toBe(plan.sourceTotal);
    expect(plan.roundingTotal).toBe(0n);
  });
});

describe('months in rows', () => {
  it('codes across, names below, totals', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Maand', ...WMO, 'Totaal'],
        [null, ...WMO.map(nameOf)],
        ...JANUARI_DECEMBER.map((name, at) => [name, ...blanks(3), `=SUM(B${at + 3}:D${at + 3})`]),
        ['Totaal', ...letters('B', 4).map((letter) => `=SUM(${letter}3:${letter}14)`)],
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(down('Wmo', WMO, 3, 'B'));
  });

  it('quarter rows between the months', () => {
    const rows: Spec[][] = [];
    [1, 2, 3, 4].forEach((q) => {
      const top = 2 + (q - 1) * 4;
      for (let at = 0; at < 3; at++) rows.push([JAN_DEC[q * 3 - 3 + at] ?? '']);
      rows.push([
        `Kwartaal ${q}`,
        ...letters('B', 3).map((letter) => `=SUM(${letter}${top}:${letter}${top + 2})`),
      ]);
    });
    const book = bookOf(sheetOf('Wmo', [['Periode', ...WMO.map(nameOf)], ...rows]));
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(36);
    expect(cells['Wmo!B6']).toBe(amountText('02A03', 4));
    expect(cells['Wmo!D16']).toBe(amountText('07A11', 12));
  });

  it('two domains across with a group heading', () => {
    const book = bookOf(
      sheetOf('Overzicht', [
        [null, 'Wmo', null, null, 'Jeugdwet', null],
        ['Maand', ...WMO, ...JEUGD],
        ...MONTHS.map((month) => [`${String(month).padStart(2, '0')}-2023`]),
      ]),
    );
    const { cells, layout } = fill(book);
    expect(cells).toEqual({ ...down('Overzicht', WMO, 3, 'B'), ...down('Overzicht', JEUGD, 3, 'E') });
    expect(new Set(layout.slots.map((slot) => slot.domain))).toEqual(new Set(['Wmo', 'Jeugdwet']));
  });
});

describe('long lists', () => {
  it('a row per product and month with a status', () => {
    const rows = WMO.flatMap((code) =>
      MONTHS.map((month) => [
        code,
        nameOf(code),
        `2023-${String(month).padStart(2, '0')}`,
        month <= 6 ? 'realisatie' : 'prognose',
      ]),
    );
    const book = bookOf(
      sheetOf('Data', [['Product', 'Omschrijving', 'Maand', 'Status', 'Aantal', 'Bedrag'], ...rows]),
    );
    const { cells } = fill(book, wmo);
    expect(cells).toEqual(
      Object.fromEntries(
        WMO.flatMap((code, at) =>
          MONTHS.flatMap((month) => [
            [`Data!E${at * 12 + month + 1}`, volumeText(code, month)],
            [`Data!F${at * 12 + month + 1}`, amountText(code, month)],
          ]),
        ),
      ),
    );
  });

  it('year and month number in columns of their own, with a domain column', () => {
    const rows = PRODUCTS.flatMap(({ code, domain }) => MONTHS.map((month) => [domain, 2023, month, code]));
    const book = bookOf(sheetOf('Data', [['Domein', 'Jaar', 'Maand', 'Productcode', 'Omzet'], ...rows]));
    const { cells } = fill(book);
    expect(Object.keys(cells)).toHaveLength(60);
    expect(cells['Data!E2']).toBe(amountText('02A03', 1));
    expect(cells['Data!E61']).toBe(amountText('44A09', 12));
  });
});

describe('domains and groups', () => {
  it('a domain column', () => {
    const book = bookOf(
      sheetOf('Prognose', [
        ['Domein', 'Product', ...JAN_DEC],
        ...PRODUCTS.map(({ code, domain }) => [domain, code]),
      ]),
    );
    expect(fill(book).cells).toEqual(
      amountsRight(
        'Prognose',
        PRODUCTS.map(({ code }) => code),
        2,
        'C',
      ),
    );
  });

  it('blocks per domain with repeated headings', () => {
    const book = bookOf(
      sheetOf('Prognose', [
        ['Prognose 2023'],
        ['Wmo'],
        ['Product', ...JAN_DEC],
        ...WMO.map((code) => [nameOf(code)]),
        ['Totaal Wmo', ...letters('B', 12).map((letter) => `=SUM(${letter}4:${letter}6)`)],
        [],
        ['Jeugdwet'],
        ['Product', ...JAN_DEC],
        ...JEUGD.map((code) => [nameOf(code)]),
        ['Totaal Jeugdwet', ...letters('B', 12).map((letter) => `=SUM(${letter}11:${letter}12)`)],
      ]),
    );
    const { cells, layout } = fill(book);
    expect(cells).toEqual({
      ...amountsRight('Prognose', WMO, 4, 'B'),
      ...amountsRight('Prognose', JEUGD, 10 + 1 - 0, 'B'),
    });
    expect(layout.blocks.map((block) => block.domain)).toEqual(['Wmo', 'Jeugdwet']);
  });

  it('section lines per domain under one heading, subtotals and a grand total', () => {
    const sum = (top: number, bottom: number): Spec[] =>
      letters('C', 12).map((letter) => `=SUM(${letter}${top}:${letter}${bottom})`);
    const book = bookOf(
      sheetOf('Prognose', [
        ['Code', 'Naam', ...JAN_DEC],
        ['Wmo'],
        ...WMO.map((code) => [code, nameOf(code)]),
        ['Subtotaal', null, ...sum(3, 5)],
        ['Jeugd'],
        ...JEUGD.map((code) => [code, nameOf(code)]),
        ['Subtotaal', null, ...sum(8, 9)],
        ['Totaal', null, ...letters('C', 12).map((letter) => `=${letter}6+${letter}10`)],
        [],
        ['Toelichting: cijfers na controle door de administratie.'],
      ]),
    );
    const { cells, layout } = fill(book);
    expect(cells).toEqual({
      ...amountsRight('Prognose', WMO, 3, 'C'),
      ...amountsRight('Prognose', JEUGD, 8, 'C'),
    });
    const grand = layout.totals.find((total) => total.row === 10 && total.col === 2);
    expect(grand?.over).toHaveLength(5);
  });

  it('the same name in two domains: the sheet decides', () => {
    const products = [
      { code: 'W1', description: 'Vervoer', domain: 'Wmo', unit: null },
      { code: 'J1', description: 'Vervoer', domain: 'Jeugdwet', unit: null },
    ];
    const book = bookOf(
      sheetOf('Wmo', [['Product', ...JAN_DEC], ['Vervoer']]),
      sheetOf('Jeugd', [['Product', ...JAN_DEC], ['Vervoer']]),
    );
    const { layout } = fill(book, sourceOf([]), { ...CONTEXT, products });
    expect(layout.slots.filter((slot) => slot.sheet === 'Wmo').every((slot) => slot.product === 'W1')).toBe(
      true,
    );
    expect(layout.slots.filter((slot) => slot.sheet === 'Jeugd').every((slot) => slot.product === 'J1')).toBe(
      true,
    );
  });

  it('names with typing errors and abbreviations are recognised only when clear', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Omschrijving', ...JAN_DEC],
        ['Begel. ind. spec.'],
        ['Dagbestedng oudern'],
        ['Begeleiding'],
        ['Iets heel anders'],
      ]),
    );
    const { layout, plan } = fill(book, wmo);
    const product = (label: string): string | null | undefined =>
      layout.products.find((match) => match.label === label)?.product;
    expect(product('Begel. ind. spec.')).toBe('02A05');
    expect(product('Dagbestedng oudern')).toBe('07A11');
    expect(product('Begeleiding')).toBeNull();
    expect(product('Iets heel anders')).toBeNull();
    expect(plan.unmapped.map((entry) => entry.product)).toEqual(['02A03']);
    expect(plan.unmapped[0]?.candidates).toContain('Begeleiding');
  });

  it('English headings', () => {
    const book = bookOf(
      sheetOf('Forecast', [
        ['Provider', 'Stichting Voorbeeld 21'],
        ['As of', { v: 45077, format: 'dd-mm-yyyy' }],
        ['Amounts in euro'],
        [
          'Product',
          'Description',
          'Unit',
          'Jan',
          'Feb',
          'Mar',
          'Apr',
          'May',
          'Jun',
          'Jul',
          'Aug',
          'Sep',
          'Oct',
          'Nov',
          'Dec',
          'Total',
        ],
        ...WMO.map((code, row) => [
          code,
          nameOf(code),
          'hour',
          ...blanks(12),
          `=SUM(D${row + 5}:O${row + 5})`,
        ]),
      ]),
    );
    expect(fill(book, wmo).cells).toEqual({
      ...amountsRight('Forecast', WMO, 5, 'D'),
      'Forecast!B2': '45107',
    });
  });

  it('asks whether figures beside a unit are amounts or volumes when nothing says so', () => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', 'Eenheid', ...letters('C', 12).map((_, at) => JAN_DEC[at] ?? '')],
        ...WMO.map((code) => [code, 'uur']),
      ]),
    );
    const { cells, layout, plan } = fill(book, wmo);
    expect(cells).toEqual({});
    expect(layout.slots.every((slot) => slot.asked === true)).toBe(true);
    expect(layout.blocks[0]?.groups?.map(({ measure, asked, inputs }) => [measure, asked, inputs])).toEqual([
      ['amount', true, 36],
    ]);
    expect(layout.remarks.map(({ code }) => code)).toEqual(['prognosis.measure-asked']);
    expect(plan.notFilled.map(({ reason }) => reason.code)).toEqual(Array(36).fill('prognosis.cell-asked'));
  });

  it('locked cells of a protected sheet stay as they are', () => {
    const open = MONTHS.map((month) =>
      month > 6 ? { format: '0.00', unlocked: true } : { v: month, format: '0.00' },
    );
    const book = bookOf(
      sheetOf('Wmo', [['Product', ...JAN_DEC], ...WMO.map((code) => [code, ...open])], { isProtected: true }),
    );
    const { cells, plan } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(18);
    expect(plan.notFilled).toHaveLength(18);
    expect(plan.notFilled[0]?.reason.code).toBe('prognosis.cell-is-locked');
  });
});
