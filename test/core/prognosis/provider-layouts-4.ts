import { bookOf, letters, sheetOf, type Spec } from './grid-builder';
import { amountText, MONTHS, volumeText, WMO } from './given';
import { blanks, F, grid, J, nameOf, wmo, type ProviderLayout } from './provider-layouts';

const table = (first = 'Product', heads: readonly string[] = J): Spec[][] => [
  [first, ...heads],
  ...WMO.map((code): Spec[] => [code]),
];
/** A prognosis with another table of the same products and months below it, under a title of its own. */
const besides = (title: string): ProviderLayout['book'] =>
  bookOf(sheetOf('Wmo', [['Prognose 2023'], ...table(), [], [title], ...table()]));
/** A prognosis with a sheet of the same shape that holds something else. */
const withSheet = (name: string, title: string | null): ProviderLayout['book'] =>
  bookOf(sheetOf('Per maand', table()), sheetOf(name, [...(title === null ? [] : [[title]]), ...table()]));

const trap = (
  name: string,
  book: ProviderLayout['book'],
  expected: Record<string, string>,
): ProviderLayout => ({
  name,
  book,
  source: wmo,
  expected,
});

/** Tables that look like a prognosis and are none: nothing may be written to them. */
export const TRAPS: readonly ProviderLayout[] = [
  trap('a sheet of cumulative figures', withSheet('Cumulatief', null), grid('Per maand', WMO, 2, 'B')),
  trap(
    'cumulative figures below the prognosis',
    besides('Cumulatief 2023 (bedragen)'),
    grid('Wmo', WMO, 3, 'B'),
  ),
  trap('tariffs per month below the prognosis', besides('Tarieven per maand'), grid('Wmo', WMO, 3, 'B')),
  trap('an average tariff below the prognosis', besides('Gemiddeld tarief'), grid('Wmo', WMO, 3, 'B')),
  trap('a rate of occupancy below the prognosis', besides('Bezettingspercentage'), grid('Wmo', WMO, 3, 'B')),
  trap('shares of the total below the prognosis', besides('Aandeel in %'), grid('Wmo', WMO, 3, 'B')),
  trap(
    'a waiting list on a sheet of its own',
    withSheet('Wachtlijst', 'Aantal wachtenden'),
    grid('Per maand', WMO, 2, 'B'),
  ),
  trap('last year on a sheet of its own', withSheet('2022', null), grid('Per maand', WMO, 2, 'B')),
  trap('last year below the prognosis', besides('Realisatie vorig jaar'), grid('Wmo', WMO, 3, 'B')),
  trap('the budget below the prognosis', besides('Begroting'), grid('Wmo', WMO, 3, 'B')),
  trap('a norm below the prognosis', besides('Norm / target per maand'), grid('Wmo', WMO, 3, 'B')),
  trap('deviations below the prognosis', besides('Afwijking t.o.v. begroting'), grid('Wmo', WMO, 3, 'B')),
  {
    name: 'budget and prognosis beside each other, each over its own months',
    source: wmo,
    book: bookOf(
      sheetOf(
        'Wmo',
        [
          [null, 'Begroting 2023', ...blanks(11), 'Prognose 2023', ...blanks(11)],
          ['Product', ...J, ...J],
          ...WMO.map((code): Spec[] => [code, ...MONTHS.map((month) => 5000 + month)]),
        ],
        { merges: ['B1:M1', 'N1:Y1'] },
      ),
    ),
    expected: grid('Wmo', WMO, 3, 'N'),
  },
  {
    name: 'clients, volumes and amounts on sheets of their own',
    source: wmo,
    book: bookOf(
      sheetOf('Cliënten', table()),
      sheetOf('Volume', table('Product', F)),
      sheetOf('Omzet', table('Zorgproduct')),
    ),
    expected: Object.fromEntries(
      WMO.flatMap((code, row) =>
        letters('B', 12).flatMap((letter, month) => [
          [`Cliënten!${letter}${row + 2}`, String(month + 4)],
          [`Volume!${letter}${row + 2}`, volumeText(code, month + 1)],
          [`Omzet!${letter}${row + 2}`, amountText(code, month + 1)],
        ]),
      ),
    ),
  },
  {
    name: 'products of another law with names alike',
    source: wmo,
    book: bookOf(
      sheetOf('Omzet', [
        ['Product', ...J],
        ['WMO'],
        ...WMO.map((code): Spec[] => [nameOf(code)]),
        ['WLZ'],
        ['VPT begeleiding individueel'],
        ['Dagbesteding ouderen Wlz'],
        ['Overige opbrengsten'],
      ]),
    ),
    expected: grid('Omzet', WMO, 3, 'B'),
  },
];
