import { bookOf, letters, sheetOf, type Spec } from './grid-builder';
import { amountText, JEUGD, MONTHS, sourceOf, volumeText, WMO } from './given';
import {
  all,
  amountAt,
  amounts,
  at,
  blanks,
  F,
  grid,
  J,
  nameOf,
  wmo,
  type ProviderLayout,
} from './provider-layouts';

const sumRight = (row: number): Spec => `=SUM(B${row}:M${row})`;
const plain = (first: string, heads: readonly string[] = J): Spec[][] => [
  [first, ...heads, 'Totaal'],
  ...WMO.map((code, row): Spec[] => [code, ...blanks(12), sumRight(row + 2)]),
];
const halfAmounts = (
  sheet: string,
  code: string,
  row: number,
  columns: readonly string[],
): Record<string, string> => amounts(sheet, code, row, columns.slice(6), [7, 8, 9, 10, 11, 12]);
/** Months of a year from August to July, as they lie in columns. */
const SCHOOL = [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7];

export const SECOND: readonly ProviderLayout[] = [
  {
    name: 'months below each other, realisation and forecast for every product, quarters in between',
    source: wmo,
    book: bookOf(
      sheetOf(
        'Omzet',
        [
          ['Maand', ...WMO.flatMap((code) => [nameOf(code), null]), 'Totaal'],
          [null, ...WMO.flatMap(() => ['Realisatie', 'Prognose'])],
          ...MONTHS.flatMap((month): Spec[][] => {
            const row = 2 + month + Math.floor((month - 1) / 3);
            const line: Spec[] = [F[month - 1] ?? '', ...blanks(6), `=SUM(B${row}:G${row})`];
            if (month % 3 !== 0) return [line];
            return [
              line,
              [
                `Totaal kwartaal ${month / 3}`,
                ...letters('B', 7).map((letter) => `=SUM(${letter}${row - 2}:${letter}${row})`),
              ],
            ];
          }),
        ],
        { merges: ['B1:C1', 'D1:E1', 'F1:G1'] },
      ),
    ),
    expected: Object.fromEntries(
      WMO.flatMap((code, product) =>
        MONTHS.map((month) => [
          `Omzet!${letters('B', 6)[product * 2 + (month <= 6 ? 0 : 1)] ?? ''}${2 + month + Math.floor((month - 1) / 3)}`,
          amountText(code, month),
        ]),
      ),
    ),
  },
  {
    name: 'a sheet for every month with volumes, tariffs and a product of the two',
    source: wmo,
    book: bookOf(
      ...J.map((name) =>
        sheetOf(`${name} 2023`, [
          ['Product', 'Uren/dagdelen', 'Tarief', 'Omzet'],
          ...WMO.map((code, row): Spec[] => [nameOf(code), null, 60 + row, `=B${row + 2}*C${row + 2}`]),
          ['Totaal', null, null, '=SUM(D2:D4)'],
        ]),
      ),
    ),
    expected: Object.fromEntries(
      WMO.flatMap((code, row) =>
        MONTHS.map((month) => [`${J[month - 1] ?? ''} 2023!B${row + 2}`, volumeText(code, month)]),
      ),
    ),
  },
  {
    name: 'a sheet for every municipality and an instruction with an example in numbers',
    source: at(wmo, ['Zutphen', 'Lochem']),
    book: bookOf(
      sheetOf('Instructie', [
        ['Zo vult u het format in'],
        ['1. Vul alleen de witte cellen. 2. Wijzig geen formules.'],
        [],
        ['Voorbeeld:'],
        ['Product', ...J, 'Totaal'],
        ['02A03', ...MONTHS.map((month) => month * 100), sumRight(6)],
        ['07A11', ...MONTHS.map((month) => month * 10), sumRight(7)],
      ]),
      sheetOf('Gem. Zutphen', plain('Product')),
      sheetOf('Gem. Lochem', plain('Product')),
    ),
    expected: Object.fromEntries(
      ['Zutphen', 'Lochem'].flatMap((town, place) =>
        WMO.flatMap((code, row) =>
          letters('B', 12).map((letter, month) => [
            `Gem. ${town}!${letter}${row + 2}`,
            amountAt(code, month + 1, place),
          ]),
        ),
      ),
    ),
  },
  {
    name: 'a protected template in which only the months to come are unlocked',
    source: wmo,
    book: bookOf(
      sheetOf(
        'Template',
        [
          ['Product', ...F, 'Totaal'],
          ...WMO.map((code, row): Spec[] => [
            code,
            ...MONTHS.slice(0, 6).map((month) => 500 + month),
            ...MONTHS.slice(6).map((): Spec => ({ format: '#,##0.00', unlocked: true })),
            sumRight(row + 2),
          ]),
        ],
        { isProtected: true },
      ),
    ),
    expected: all(...WMO.map((code, row) => halfAmounts('Template', code, row + 2, letters('B', 12)))),
  },
  {
    name: 'English, actuals and outlook in the heading of every month',
    source: wmo,
    book: bookOf(
      sheetOf('Forecast', [
        ['Revenue forecast FY2023'],
        [],
        [
          'Service line',
          ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'].map((name) => `${name} Act`),
          'YTD Actuals',
          ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name) => `${name} FC`),
          'Full year outlook',
        ],
        ...WMO.map((code, row): Spec[] => [
          code,
          ...blanks(6),
          `=SUM(B${row + 4}:G${row + 4})`,
          ...blanks(6),
          `=H${row + 4}+SUM(I${row + 4}:N${row + 4})`,
        ]),
      ]),
    ),
    expected: all(
      ...WMO.map((code, row) => amounts('Forecast', code, row + 4, [...letters('B', 6), ...letters('I', 6)])),
    ),
  },
  {
    name: 'a year from August to July, its months without years',
    source: wmo,
    book: bookOf(
      sheetOf('Begroting', [
        ['Prognose schooljaar 2022/2023'],
        ['Product', ...SCHOOL.map((month) => F[month - 1] ?? ''), 'Totaal'],
        ...WMO.map((code, row): Spec[] => [code, ...blanks(12), sumRight(row + 3)]),
      ]),
    ),
    expected: all(
      ...WMO.map((code, row) => amounts('Begroting', code, row + 3, letters('G', 7), [1, 2, 3, 4, 5, 6, 7])),
    ),
  },
  {
    name: 'subtotals above their lines, an empty line between products',
    source: sourceOf(),
    book: bookOf(
      sheetOf('P&L', [
        ['Opbrengsten', ...J],
        [],
        ['Totaal Wmo', ...letters('B', 12).map((letter) => `=${letter}5+${letter}7+${letter}9`)],
        [],
        ...WMO.flatMap((code): Spec[][] => [[nameOf(code)], []]),
        ['Totaal Jeugd', ...letters('B', 12).map((letter) => `=${letter}13+${letter}15`)],
        [],
        ...JEUGD.flatMap((code): Spec[][] => [[nameOf(code)], []]),
      ]),
    ),
    expected: all(grid('P&L', WMO, 5, 'B', 2), grid('P&L', JEUGD, 13, 'B', 2)),
  },
  {
    name: 'a list of tariffs and notes with numbers below the prognosis',
    source: wmo,
    book: bookOf(
      sheetOf('Wmo', [
        ...plain('Product', F),
        [],
        ['Stand per 30-06-2023, tarief begeleiding 61,80 per uur, gemiddeld 12 cliënten in 2023.'],
        [],
        ['Tarieven 2023', 'Eenheid', 'Tarief'],
        ...WMO.map((code, row): Spec[] => [code, 'uur', 61.8 + row]),
      ]),
    ),
    expected: grid('Wmo', WMO, 2, 'B'),
  },
  {
    name: 'months with a letter for realisation or forecast',
    source: wmo,
    book: bookOf(
      sheetOf('Wmo', [
        ['Product', ...J.flatMap((name) => [`${name} R`, `${name} P`])],
        ...WMO.map((code): Spec[] => [nameOf(code)]),
      ]),
    ),
    expected: all(
      ...WMO.map((code, row) =>
        amounts(
          'Wmo',
          code,
          row + 2,
          MONTHS.map((month) => letters('B', 24)[(month - 1) * 2 + (month <= 6 ? 0 : 1)] ?? ''),
        ),
      ),
    ),
  },
  {
    name: 'year and month in one number, the names of products behind their codes',
    source: wmo,
    book: bookOf(
      sheetOf('Export', [
        ['Prestatiecode', 'Omschrijving', ...MONTHS.map((month) => 202300 + month)],
        ...WMO.map((code): Spec[] => [code, nameOf(code)]),
      ]),
    ),
    expected: grid('Export', WMO, 2, 'C'),
  },
  {
    name: 'a ceiling, a forecast and the room left below every product',
    source: wmo,
    book: bookOf(
      sheetOf('Plafondbewaking', [
        ['Product', 'Regel', ...J],
        ...WMO.flatMap((code, product): Spec[][] => [
          [nameOf(code), 'Plafond', ...MONTHS.map(() => 9000)],
          [null, 'Productie'],
          [
            null,
            'Ruimte',
            ...letters('C', 12).map((letter) => `=${letter}${product * 3 + 2}-${letter}${product * 3 + 3}`),
          ],
        ]),
      ]),
    ),
    expected: grid('Plafondbewaking', WMO, 3, 'C', 3),
  },
  {
    name: 'blocks of hours, tariffs and euros, of which only the hours are typed',
    source: wmo,
    book: bookOf(
      sheetOf('PxQ', [
        ['UREN / DAGDELEN', ...J],
        ...WMO.map((code): Spec[] => [code]),
        [],
        ['TARIEF', ...J],
        ...WMO.map((code, row): Spec[] => [code, ...MONTHS.map(() => 60 + row)]),
        [],
        ['OMZET', ...J],
        ...WMO.map((code, row): Spec[] => [
          code,
          ...letters('B', 12).map((letter) => `=${letter}${row + 2}*${letter}${row + 7}`),
        ]),
      ]),
    ),
    expected: Object.fromEntries(
      WMO.flatMap((code, row) =>
        letters('B', 12).map((letter, month) => [`PxQ!${letter}${row + 2}`, volumeText(code, month + 1)]),
      ),
    ),
  },
  {
    name: 'groups of products with a typed total above what it consists of',
    source: wmo,
    book: bookOf(
      sheetOf('Wmo', [
        ['Productgroep', ...J],
        ['Begeleiding totaal', ...MONTHS.map(() => 700)],
        [' waarvan 02A03'],
        [' waarvan 02A05'],
        ['Dagbesteding totaal', ...MONTHS.map(() => 300)],
        [' waarvan 07A11'],
      ]),
    ),
    expected: all(grid('Wmo', ['02A03', '02A05'], 3, 'B'), grid('Wmo', ['07A11'], 6, 'B')),
  },
];
