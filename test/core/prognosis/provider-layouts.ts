import type { FigureSource, Figure } from '../../../src/core/prognosis';
import type { WorkbookGrid } from '../../../src/core/prognosis/grid';
import { moneyToDecimal } from '../../../src/core/values';
import { bookOf, letters, sheetOf, type SheetOptions, type Spec } from './grid-builder';
import { JAN_DEC as J, JANUARI_DECEMBER as F } from '../../months';
import { amountOf, amountText, JEUGD, MONTHS, PRODUCTS, sourceOf, volumeText, WMO } from './given';

/** A workbook as a provider's controller makes it, and every cell that must be filled, with its content. */
export interface ProviderLayout {
  readonly name: string;
  readonly book: WorkbookGrid;
  readonly source: FigureSource;
  readonly expected: Readonly<Record<string, string>>;
  /** What the user must be told or asked. */
  readonly remark?: string;
}

export { JAN_DEC as J, JANUARI_DECEMBER as F } from '../../months';
export const nameOf = (code: string): string =>
  PRODUCTS.find((product) => product.code === code)?.description ?? '';
export const blanks = (count: number): null[] => Array.from({ length: count }, () => null);
export const wmo = sourceOf(WMO);
export const jeugd = sourceOf(JEUGD);

/** Texts of the amounts of a product in cells of a row, from a column on. */
export function amounts(
  sheet: string,
  product: string,
  row: number,
  columns: readonly string[],
  months: readonly number[] = MONTHS,
): Record<string, string> {
  return Object.fromEntries(
    months.map((month, at) => [`${sheet}!${columns[at] ?? ''}${row}`, amountText(product, month)]),
  );
}

/** Products below each other, months across. */
export const grid = (
  sheet: string,
  products: readonly string[],
  top: number,
  left: string,
  step = 1,
): Record<string, string> =>
  Object.assign(
    {},
    ...products.map((product, at) => amounts(sheet, product, top + at * step, letters(left, 12))),
  ) as Record<string, string>;

export const all = (...parts: readonly Record<string, string>[]): Record<string, string> =>
  Object.assign({}, ...parts) as Record<string, string>;

/** Every figure at each of the locations, some cents apart. */
export const at = (source: FigureSource, locations: readonly string[]): FigureSource => ({
  ...source,
  figures: locations.flatMap((location, index) =>
    source.figures.map((figure): Figure => ({
      ...figure,
      location,
      amount: (figure.amount + BigInt(index)) as Figure['amount'],
    })),
  ),
});
export const amountAt = (product: string, month: number, location: number): string =>
  moneyToDecimal((amountOf(product, month) + BigInt(location)) as Figure['amount']).toFixed();

const bold = (v: string): Spec => ({ v, bold: true });
const one = (
  name: string,
  rows: readonly (readonly Spec[])[],
  source: FigureSource,
  expected: Readonly<Record<string, string>>,
  options: SheetOptions & { readonly remark?: string; readonly sheet?: string } = {},
): ProviderLayout => ({
  name,
  book: bookOf(sheetOf(options.sheet ?? 'Blad1', rows, options)),
  source,
  expected,
  ...(options.remark === undefined ? {} : { remark: options.remark }),
});

const sumRow = (label: string, left: string, count: number, top: number, bottom: number): Spec[] => [
  label,
  ...letters(left, count).map((letter) => `=SUM(${letter}${top}:${letter}${bottom})`),
];
const sumRight = (row: number): Spec => `=SUM(B${row}:M${row})`;
const towns = ['Zutphen', 'Lochem'];

export const FIRST: readonly ProviderLayout[] = [
  one(
    'municipalities as sections under one heading, without the word for it',
    [
      ['Prognose jeugdhulp 2023'],
      ['Product', ...J, 'Totaal'],
      ...towns.flatMap((town, index): Spec[][] => [
        [bold(town.toUpperCase())],
        ...JEUGD.map((code, row): Spec[] => [nameOf(code), ...blanks(12), sumRight(4 + index * 5 + row)]),
        sumRow(`Totaal ${town}`, 'B', 13, 4 + index * 5, 5 + index * 5),
        [],
      ]),
    ],
    at(jeugd, towns),
    all(
      ...towns.flatMap((_, town) =>
        JEUGD.map((code, row) =>
          Object.fromEntries(
            letters('B', 12).map((letter, month) => [
              `Blad1!${letter}${4 + town * 5 + row}`,
              amountAt(code, month + 1, town),
            ]),
          ),
        ),
      ),
    ),
  ),
  one(
    'a table of FTE beside the prognosis',
    [
      ['Team Noord', ...blanks(14), 'Formatie team Noord'],
      ['Zorgproduct', ...J, 'Totaal', null, 'FTE', ...J],
      ...WMO.map((code, row): Spec[] => [
        `${nameOf(code)}`,
        ...blanks(12),
        sumRight(row + 3),
        null,
        ['Begeleider niveau 3', 'Begeleider niveau 4', 'Coördinator'][row] ?? '',
        ...MONTHS.map((month) => 2.5 + month / 10),
      ]),
      [
        ...sumRow('Totaal', 'B', 13, 3, 5),
        null,
        'Totaal FTE',
        ...letters('Q', 12).map((l) => `=SUM(${l}3:${l}5)`),
      ],
    ],
    wmo,
    grid('Blad1', WMO, 3, 'B'),
  ),
  one(
    'budget, realisation, forecast and difference for every month',
    [
      ['Wmo 2023', ...blanks(48)],
      [null, ...F.flatMap((name) => [name, null, null, null])],
      ['Product', ...MONTHS.flatMap(() => ['Budget', 'Realisatie', 'Prognose', 'Verschil'])],
      ...WMO.map((code, row): Spec[] => [
        code,
        ...MONTHS.flatMap((_, month): Spec[] => {
          const [budget, actual, forecast] = letters('B', 48).slice(month * 4);
          const line = row + 4;
          return [
            1000 + month,
            null,
            null,
            `=${budget ?? ''}${line}-${actual ?? ''}${line}-${forecast ?? ''}${line}`,
          ];
        }),
      ]),
    ],
    wmo,
    all(
      ...WMO.map((code, row) =>
        amounts(
          'Blad1',
          code,
          row + 4,
          MONTHS.map((month) => letters('B', 48)[(month - 1) * 4 + (month <= 6 ? 1 : 2)] ?? ''),
        ),
      ),
    ),
    {
      merges: MONTHS.map((_, month) => {
        const own = letters('B', 48).slice(month * 4, month * 4 + 4);
        return `${own[0] ?? ''}2:${own[3] ?? ''}2`;
      }),
    },
  ),
  one(
    'quarter totals and cumulative columns in between, the cumulative ones typed',
    [
      [
        'Product',
        ...[0, 1, 2, 3].flatMap((q) => [
          ...J.slice(q * 3, q * 3 + 3),
          `Q${q + 1}`,
          `Cum. t/m ${J[q * 3 + 2] ?? ''}`,
        ]),
        'Jaar',
      ],
      ...WMO.map((code, row): Spec[] => [
        code,
        ...[0, 1, 2, 3].flatMap((q): Spec[] => {
          const own = letters('B', 20).slice(q * 5);
          return [...blanks(3), `=SUM(${own[0] ?? ''}${row + 2}:${own[2] ?? ''}${row + 2})`, 12345];
        }),
        `=E${row + 2}+J${row + 2}+O${row + 2}+T${row + 2}`,
      ]),
    ],
    wmo,
    all(
      ...WMO.map((code, row) =>
        amounts(
          'Blad1',
          code,
          row + 2,
          MONTHS.map((month) => letters('B', 20)[Math.floor((month - 1) / 3) * 5 + ((month - 1) % 3)] ?? ''),
        ),
      ),
    ),
  ),
  one(
    'periods of four, four and five weeks are no months',
    [
      [
        'Product',
        ...MONTHS.map((month) => {
          const from = Math.floor((month - 1) / 3) * 13 + ((month - 1) % 3) * 4 + 1;
          return `P${month} (wk ${from}-${from + ((month - 1) % 3 === 2 ? 4 : 3)})`;
        }),
        'Totaal',
      ],
      ...WMO.map((code, row): Spec[] => [code, ...blanks(12), sumRight(row + 2)]),
    ],
    wmo,
    {},
    { remark: 'prognosis.four-weeks' },
  ),
  one(
    'clients, hours and euros below each product, in the same column',
    [
      ['Omzetprognose 2023'],
      ['', ...J, 'Totaal'],
      ...WMO.flatMap((code, product): Spec[][] => [
        [bold(`${nameOf(code)} (${code})`)],
        ['   aantal cliënten'],
        [product === 2 ? '   dagdelen' : '   uren'],
        ['   omzet in €', ...blanks(12), sumRight(product * 4 + 6)],
      ]),
    ],
    wmo,
    all(
      ...WMO.map((code, product) =>
        Object.fromEntries(
          letters('B', 12).flatMap((letter, month) => [
            [`Blad1!${letter}${product * 4 + 4}`, String(month + 4)],
            [`Blad1!${letter}${product * 4 + 5}`, volumeText(code, month + 1)],
            [`Blad1!${letter}${product * 4 + 6}`, amountText(code, month + 1)],
          ]),
        ),
      ),
    ),
  ),
  one(
    'a year, half-years and months as three merged headings',
    [
      [null, null, '2023', ...blanks(14)],
      [null, null, '1e halfjaar', ...blanks(6), '2e halfjaar', ...blanks(6), 'Jaartotaal'],
      ['Code', 'Omschrijving', ...F.slice(0, 6), 'Totaal H1', ...F.slice(6), 'Totaal H2'],
      ...WMO.map((code, row): Spec[] => [
        code,
        nameOf(code),
        ...blanks(6),
        `=SUM(C${row + 4}:H${row + 4})`,
        ...blanks(6),
        `=SUM(J${row + 4}:O${row + 4})`,
        `=I${row + 4}+P${row + 4}`,
      ]),
    ],
    wmo,
    all(...WMO.map((code, row) => amounts('Blad1', code, row + 4, [...letters('C', 6), ...letters('J', 6)]))),
    { merges: ['C1:Q1', 'C2:I2', 'J2:P2', 'Q2:Q3'] },
  ),
  one(
    'hidden helper columns between the months',
    [
      ['Product', 'Tarief', ...F.flatMap((name) => [name, 'hulp'])],
      ...WMO.map((code, row): Spec[] => [
        nameOf(code),
        61.8 + row,
        ...MONTHS.flatMap((month): Spec[] => [
          null,
          `=${letters('C', 24)[(month - 1) * 2] ?? ''}${row + 2}/B${row + 2}`,
        ]),
      ]),
    ],
    wmo,
    all(
      ...WMO.map((code, row) =>
        amounts(
          'Blad1',
          code,
          row + 2,
          letters('C', 24).filter((_, index) => index % 2 === 0),
        ),
      ),
    ),
    { hiddenCols: Array.from({ length: 12 }, (_, index) => 3 + index * 2) },
  ),
  one(
    'realisation until June and the rest of the year, one column each',
    [
      [
        'Zorgproduct',
        'Code',
        'Realisatie t/m juni',
        'Prognose juli t/m december',
        'Verwachting 2023',
        'Budget 2023',
      ],
      ...WMO.map((code, row): Spec[] => [nameOf(code), code, null, null, `=C${row + 2}+D${row + 2}`, 90000]),
      ['Totaal', null, '=SUM(C2:C4)', '=SUM(D2:D4)', '=SUM(E2:E4)', '=SUM(F2:F4)'],
    ],
    wmo,
    Object.fromEntries(
      WMO.flatMap((code, row) => [
        [`Blad1!C${row + 2}`, amountText(code, 1, 2, 3, 4, 5, 6)],
        [`Blad1!D${row + 2}`, amountText(code, 7, 8, 9, 10, 11, 12)],
      ]),
    ),
  ),
  one(
    'first days of months as text without leading zeros',
    [
      ['Productcode', ...MONTHS.map((month) => `1-${month}-2023`), 'Totaal'],
      ...WMO.map((code, row): Spec[] => [code, ...blanks(12), sumRight(row + 2)]),
    ],
    wmo,
    grid('Blad1', WMO, 2, 'B'),
  ),
  one(
    'every month of this year beside the same month of last year',
    [
      ['Product', ...J.flatMap((name) => [`${name}-22`, `${name}-23`])],
      ...WMO.map((code): Spec[] => [code, ...MONTHS.flatMap((month): Spec[] => [400 + month, null])]),
    ],
    wmo,
    all(
      ...WMO.map((code, row) =>
        amounts(
          'Blad1',
          code,
          row + 2,
          letters('B', 24).filter((_, index) => index % 2 === 1),
        ),
      ),
    ),
  ),
  one(
    'nicknames with the code behind them in parentheses',
    [
      ['Wat', 'M1', ...MONTHS.slice(1).map((month) => `M${month}`), 'Totaal'],
      ['Ambulant licht (02A03)', ...blanks(12), sumRight(2)],
      ['Ambulant zwaar (02A05)', ...blanks(12), sumRight(3)],
      ['De Linde (07A11)', ...blanks(12), sumRight(4)],
      sumRow('Totaal', 'B', 13, 2, 4),
    ],
    wmo,
    grid('Blad1', WMO, 2, 'B'),
  ),
  one(
    'a pivot kept as values, with the totals of its groups on the lines of the groups',
    [
      ['Som van Omzet', 'Kolomlabels'],
      ['Rijlabels', ...J, 'Eindtotaal'],
      ['Wmo', ...MONTHS.map(() => 300), 3600],
      ...WMO.map((code): Spec[] => [`   ${code}`, ...MONTHS.map(() => 100), 1200]),
      ['Jeugdwet', ...MONTHS.map(() => 200), 2400],
      ...JEUGD.map((code): Spec[] => [`   ${code}`, ...MONTHS.map(() => 100), 1200]),
      ['Eindtotaal', ...MONTHS.map(() => 500), 6000],
    ],
    sourceOf(),
    all(grid('Blad1', WMO, 4, 'B'), grid('Blad1', JEUGD, 8, 'B')),
  ),
];
