import { serialFromDate, dateOf } from '../../../src/core/values';
import { bookOf, letters, sheetOf, type Spec } from './grid-builder';
import { amountText, JEUGD, MONTHS, sourceOf, volumeText, WMO } from './given';
import { all, amountAt, at, blanks, F, grid, J, nameOf, wmo, type ProviderLayout } from './provider-layouts';

const day = (month: number): Spec => ({
  v: serialFromDate(dateOf(2023, month, 1), '1900'),
  format: 'mmm-yy',
});
const sums = (left: string, count: number, top: number, bottom: number): Spec[] =>
  letters(left, count).map((letter) => `=SUM(${letter}${top}:${letter}${bottom})`);
const towns = ['Zutphen', 'Lochem'];

export const THIRD: readonly ProviderLayout[] = [
  {
    name: 'working days of every month between the heading and the products',
    source: wmo,
    book: bookOf(
      sheetOf('Productie', [
        ['Maand', ...MONTHS.map(day), 'Totaal'],
        ['Werkdagen', 22, 20, 23, 18, 20, 22, 21, 23, 21, 22, 22, 20, '=SUM(B2:M2)'],
        [],
        ...WMO.map((code, row): Spec[] => [nameOf(code), ...blanks(12), `=SUM(B${row + 4}:M${row + 4})`]),
        ['Totaal', ...sums('B', 13, 4, 6)],
        ['Gemiddeld per werkdag', ...letters('B', 12).map((letter) => `=${letter}7/${letter}2`)],
      ]),
    ),
    expected: grid('Productie', WMO, 4, 'B'),
  },
  {
    name: 'teams merged down the first column',
    source: at(wmo, ['Team Noord', 'Team Zuid']),
    book: bookOf(
      sheetOf(
        'Teams',
        [
          ['Team', 'Product', 'Code', ...J],
          ...['Team Noord', 'Team Zuid'].flatMap((team) =>
            WMO.map((code, row): Spec[] => [row === 0 ? team : null, nameOf(code), code]),
          ),
        ],
        { merges: ['A2:A4', 'A5:A7'] },
      ),
    ),
    expected: Object.fromEntries(
      [0, 1].flatMap((team) =>
        WMO.flatMap((code, row) =>
          letters('D', 12).map((letter, month) => [
            `Teams!${letter}${2 + team * 3 + row}`,
            amountAt(code, month + 1, team),
          ]),
        ),
      ),
    ),
  },
  {
    name: 'a sheet for every product, a row for every municipality',
    source: at(wmo, towns),
    book: bookOf(
      ...WMO.map((code) =>
        sheetOf(code, [
          [nameOf(code)],
          ['Gemeente', ...F, 'Totaal'],
          ...towns.map((town, row): Spec[] => [town, ...blanks(12), `=SUM(B${row + 3}:M${row + 3})`]),
          ['Totaal', ...sums('B', 13, 3, 4)],
        ]),
      ),
    ),
    expected: Object.fromEntries(
      WMO.flatMap((code) =>
        towns.flatMap((_, row) =>
          letters('B', 12).map((letter, month) => [
            `${code}!${letter}${row + 3}`,
            amountAt(code, month + 1, row),
          ]),
        ),
      ),
    ),
  },
  {
    name: 'month numbers below realisation and forecast',
    source: wmo,
    book: bookOf(
      sheetOf(
        'Wmo 2023',
        [
          [null, 'Realisatie', ...blanks(5), 'Prognose', ...blanks(5), null],
          ['Maand', ...MONTHS, 'Totaal'],
          ...WMO.map((code, row): Spec[] => [code, ...blanks(12), `=SUM(B${row + 3}:M${row + 3})`]),
        ],
        { merges: ['B1:G1', 'H1:M1'] },
      ),
    ),
    expected: grid('Wmo 2023', WMO, 3, 'B'),
  },
  {
    name: 'a list with year, month, municipality and product in columns of their own',
    source: at(wmo, towns),
    book: bookOf(
      sheetOf('Invoer', [
        ['Jaar', 'Maand', 'Gemeente', 'Productcode', 'Product', 'Aantal', 'Bedrag'],
        ...towns.flatMap((town) =>
          WMO.flatMap((code) =>
            MONTHS.map((month): Spec[] => [2023, F[month - 1] ?? '', town, code, nameOf(code)]),
          ),
        ),
      ]),
    ),
    expected: Object.fromEntries(
      towns.flatMap((_, town) =>
        WMO.flatMap((code, product) =>
          MONTHS.flatMap((month) => {
            const row = 1 + town * 36 + product * 12 + month;
            return [
              [`Invoer!F${row}`, volumeText(code, month)],
              [`Invoer!G${row}`, amountAt(code, month, town)],
            ];
          }),
        ),
      ),
    ),
  },
  {
    name: 'a block for every product with budget, realisation, forecast and difference below each other',
    source: wmo,
    book: bookOf(
      sheetOf('Wmo', [
        ...WMO.flatMap((code, product): Spec[][] => {
          const top = product * 6 + 1;
          return [
            [{ v: `${nameOf(code)} (${code})`, bold: true }, ...J, 'Totaal'],
            ['Budget', ...MONTHS.map(() => 9000), `=SUM(B${top + 1}:M${top + 1})`],
            ['Realisatie', ...blanks(12), `=SUM(B${top + 2}:M${top + 2})`],
            ['Prognose', ...blanks(12), `=SUM(B${top + 3}:M${top + 3})`],
            ['Verschil', ...letters('B', 13).map((l) => `=${l}${top + 1}-${l}${top + 2}-${l}${top + 3}`)],
            [],
          ];
        }),
      ]),
    ),
    expected: Object.fromEntries(
      WMO.flatMap((code, product) =>
        letters('B', 12).map((letter, month) => [
          `Wmo!${letter}${product * 6 + (month < 6 ? 3 : 4)}`,
          amountText(code, month + 1),
        ]),
      ),
    ),
  },
  {
    name: 'the total of the year first, percentages below every product',
    source: wmo,
    book: bookOf(
      sheetOf('Omzet', [
        ['Product', 'Begroting 2023', 'Totaal 2023', ...J],
        ...WMO.flatMap((code, product): Spec[][] => {
          const row = product * 2 + 2;
          return [
            [nameOf(code), 90000, `=SUM(D${row}:O${row})`],
            [
              '  % van begroting',
              null,
              `=C${row}/B${row}`,
              ...letters('D', 12).map((l) => `=${l}${row}/B${row}`),
            ],
          ];
        }),
      ]),
    ),
    expected: grid('Omzet', WMO, 2, 'D', 2),
  },
  {
    name: 'revenue and costs of a team on one sheet',
    source: wmo,
    book: bookOf(
      sheetOf('Exploitatie', [
        ['Exploitatie 2023', ...F, 'Totaal'],
        [{ v: 'OPBRENGSTEN', bold: true }],
        ...WMO.map((code, row): Spec[] => [nameOf(code), ...blanks(12), `=SUM(B${row + 3}:M${row + 3})`]),
        ['Totaal opbrengsten', ...sums('B', 13, 3, 5)],
        [],
        [{ v: 'KOSTEN', bold: true }],
        ['Personeelskosten', ...MONTHS.map((month) => 4000 + month), '=SUM(B9:M9)'],
        ['Huisvesting', ...MONTHS.map((month) => 900 + month), '=SUM(B10:M10)'],
        ['Totaal kosten', ...sums('B', 13, 9, 10)],
        ['Resultaat', ...letters('B', 13).map((letter) => `=${letter}6-${letter}11`)],
      ]),
    ),
    expected: grid('Exploitatie', WMO, 3, 'B'),
  },
  {
    name: 'months with realisation or forecast in parentheses, in thousands',
    source: wmo,
    book: bookOf(
      sheetOf('Wmo', [
        ['Bedragen in k€'],
        ['Product', ...F.map((name, month) => `${name} (${month < 6 ? 'realisatie' : 'prognose'})`)],
        ...WMO.map((code): Spec[] => [code]),
      ]),
    ),
    expected: Object.fromEntries(
      WMO.flatMap((code, row) =>
        letters('B', 12).map((letter, month) => [
          `Wmo!${letter}${row + 3}`,
          String((Number(amountText(code, month + 1)) * 100) / 100000),
        ]),
      ),
    ),
  },
  {
    name: 'months as their first letters',
    source: wmo,
    book: bookOf(
      sheetOf('Wmo 2023', [
        ['Product', ...[...'JFMAMJJASOND'], 'Totaal'],
        ...WMO.map((code, row): Spec[] => [code, ...blanks(12), `=SUM(B${row + 2}:M${row + 2})`]),
      ]),
    ),
    expected: grid('Wmo 2023', WMO, 2, 'B'),
  },
  {
    name: 'three months at a time, from and until',
    source: wmo,
    book: bookOf(
      sheetOf('Wmo', [
        ['Product', 'jan t/m mrt', 'apr t/m jun', 'jul t/m sep', 'okt t/m dec', 'Heel 2023'],
        ...WMO.map((code, row): Spec[] => [code, ...blanks(4), `=SUM(B${row + 2}:E${row + 2})`]),
      ]),
    ),
    expected: Object.fromEntries(
      WMO.flatMap((code, row) =>
        letters('B', 4).map((letter, q) => [
          `Wmo!${letter}${row + 2}`,
          amountText(code, q * 3 + 1, q * 3 + 2, q * 3 + 3),
        ]),
      ),
    ),
  },
  {
    name: 'last year’s realisation and this year’s forecast in rows below every product',
    source: wmo,
    book: bookOf(
      sheetOf('Wmo', [
        ['Product', 'Soort', ...J],
        ...WMO.flatMap((code): Spec[][] => [
          [nameOf(code), 'Realisatie 2022', ...MONTHS.map((month) => 700 + month)],
          [null, 'Prognose 2023'],
        ]),
      ]),
    ),
    expected: grid('Wmo', WMO, 3, 'C', 2),
  },
  {
    name: 'two scenarios of the same year: which one is meant is asked',
    source: wmo,
    book: bookOf(
      sheetOf('Prognose', [
        ['Basisscenario'],
        ['Product', ...J],
        ...WMO.map((code): Spec[] => [code]),
        [],
        ['Worst case'],
        ['Product', ...J],
        ...WMO.map((code): Spec[] => [code]),
      ]),
    ),
    expected: {},
  },
  {
    name: 'two years below each other, the year merged beside its months',
    source: wmo,
    book: bookOf(
      sheetOf(
        'Verloop',
        [
          ['Jaar', 'Maand', ...WMO.map(nameOf), 'Totaal'],
          ...[2022, 2023].flatMap((year, block) =>
            MONTHS.map((month): Spec[] => {
              const row = 1 + block * 12 + month;
              return [
                month === 1 ? year : null,
                F[month - 1] ?? '',
                ...WMO.map((): Spec => (block === 0 ? 600 + month : null)),
                `=SUM(C${row}:E${row})`,
              ];
            }),
          ),
        ],
        { merges: ['A2:A13', 'A14:A25'] },
      ),
    ),
    expected: Object.fromEntries(
      WMO.flatMap((code, product) =>
        MONTHS.map((month) => [
          `Verloop!${letters('C', 3)[product] ?? ''}${13 + month}`,
          amountText(code, month),
        ]),
      ),
    ),
  },
  {
    name: 'domains as merged groups of products over months that go down, with totals for each',
    source: sourceOf(),
    book: bookOf(
      sheetOf(
        'Overzicht',
        [
          [null, 'Wmo', ...blanks(3), 'Jeugdwet', ...blanks(2), 'Totaal'],
          ['Periode', ...WMO, 'Subtotaal', ...JEUGD, 'Subtotaal', null],
          ...MONTHS.map((month): Spec[] => [
            `Periode ${month}`,
            ...blanks(3),
            `=SUM(B${month + 2}:D${month + 2})`,
            ...blanks(2),
            `=SUM(F${month + 2}:G${month + 2})`,
            `=E${month + 2}+H${month + 2}`,
          ]),
          ['Jaar', ...sums('B', 8, 3, 14)],
        ],
        { merges: ['B1:E1', 'F1:H1'] },
      ),
    ),
    expected: all(
      ...[...WMO, ...JEUGD].map((code, index) =>
        Object.fromEntries(
          MONTHS.map((month) => [
            `Overzicht!${['B', 'C', 'D', 'F', 'G'][index] ?? ''}${month + 2}`,
            amountText(code, month),
          ]),
        ),
      ),
    ),
  },
  {
    name: 'hours and revenue beside each other for every month, tariffs in front',
    source: wmo,
    book: bookOf(
      sheetOf('PxQ', [
        [null, null, ...F.flatMap((name) => [name, null])],
        ['Product', 'Tarief', ...MONTHS.flatMap(() => ['Inzet', 'Omzet'])],
        ...WMO.map((code, row): Spec[] => [
          code,
          60 + row,
          ...MONTHS.flatMap((month): Spec[] => {
            const own = letters('C', 24)[(month - 1) * 2] ?? '';
            return [null, `=${own}${row + 3}*$B${row + 3}`];
          }),
        ]),
      ]),
    ),
    expected: Object.fromEntries(
      WMO.flatMap((code, row) =>
        MONTHS.map((month) => [
          `PxQ!${letters('C', 24)[(month - 1) * 2] ?? ''}${row + 3}`,
          volumeText(code, month),
        ]),
      ),
    ),
  },
];
