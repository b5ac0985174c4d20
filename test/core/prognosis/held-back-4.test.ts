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
import type { Figure } from '../../../src/core/prognosis';
import { serialFromDate, dateOf } from '../../../src/core/values';
import { JAN_DEC, JANUARI_DECEMBER } from '../../months';

/** A fourth round of layouts, as they come out of portals, pivots and offices. */

const wmo = sourceOf(WMO);
const atLocations = (locations: readonly string[]): ReturnType<typeof sourceOf> => ({
  ...wmo,
  figures: locations.flatMap((location, at) =>
    wmo.figures.map((figure): Figure => ({
      ...figure,
      location,
      amount: (figure.amount + BigInt(at)) as Figure['amount'],
    })),
  ),
});

describe('held-back layouts, fourth round', () => {
  it('a portal’s export: months merged over two rows of headings, labels merged downwards', () => {
    const months = JANUARI_DECEMBER.flatMap((name) => [`${name} 2023`, null]);
    const book = bookOf(
      sheetOf(
        'Export',
        [
          ['Overzicht ingediende prognose'],
          ['Zorgaanbieder:', 'Stichting Voorbeeld 21'],
          [],
          ['Productcode', 'Productomschrijving', ...months],
          [null, null, ...MONTHS.flatMap(() => ['Volume', 'Bedrag'])],
          ...WMO.map((code) => [code, nameOf(code)]),
        ],
        {
          merges: [
            'A4:A5',
            'B4:B5',
            ...letters('C', 24)
              .map((letter, at, all) => (at % 2 === 0 ? `${letter}4:${all[at + 1] ?? ''}4` : ''))
              .filter((range) => range !== ''),
          ],
        },
      ),
    );
    const { cells } = fill(book, wmo);
    expect(Object.keys(cells)).toHaveLength(72);
    expect(cells['Export!C6']).toBe(volumeText('02A03', 1));
    expect(cells['Export!Z8']).toBe(amountText('07A11', 12));
  });

  it('a pivot kept as values, with rows that say (leeg) and a grand total', () => {
    const book = bookOf(
      sheetOf('Draaitabel', [
        ['Som van Bedrag', 'Kolomlabels'],
        ['Rijlabels', ...JAN_DEC, 'Eindtotaal'],
        ['Wmo'],
        ...WMO.map((code, row): Spec[] => [
          `${code} ${nameOf(code)}`,
          ...blanks(12),
          `=SUM(B${row + 4}:M${row + 4})`,
        ]),
        ['(leeg)'],
        ['Eindtotaal', ...letters('B', 13).map((letter) => `=SUM(${letter}4:${letter}7)`)],
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Draaitabel', WMO, 4, 'B'));
  });

  it('a sheet per location with a sheet of formulas that adds them up', () => {
    const rows = (cell: (row: number, letter: string) => Spec): Spec[][] => [
      ['Product', ...JAN_DEC],
      ...WMO.map((code, row) => [code, ...letters('B', 12).map((letter) => cell(row + 2, letter))]),
    ];
    const book = bookOf(
      sheetOf(
        'Consolidatie',
        rows((row, letter) => `=Zutphen!${letter}${row}+Lochem!${letter}${row}`),
      ),
      sheetOf(
        'Zutphen',
        rows(() => null),
      ),
      sheetOf(
        'Lochem',
        rows(() => null),
      ),
    );
    const { cells } = fill(book, atLocations(['Zutphen', 'Lochem']));
    expect(Object.keys(cells)).toHaveLength(72);
    expect(cells['Zutphen!B2']).toBe(amountText('02A03', 1));
    expect(Number(cells['Lochem!M4'])).toBeCloseTo(Number(amountText('07A11', 12)) + 0.01, 6);
  });

  it('a list of clients with begin and end date', () => {
    const day = (month: number, date: number): Spec => ({
      v: serialFromDate(dateOf(2023, month, date), '1900'),
      format: 'dd-mm-yyyy',
    });
    const clients = ['K-1', 'K-2', 'K-3'];
    const book = bookOf(
      sheetOf('Cliënten Wmo', [
        [
          'Cliëntnummer',
          'Product',
          'Startdatum',
          'Einddatum',
          ...JAN_DEC.map((name) => `${name}-23`),
          'Totaal',
        ],
        ...clients.map((client, row): Spec[] => [
          client,
          WMO[row] ?? '',
          day(row + 1, 1),
          day(12, 31),
          ...blanks(12),
          `=SUM(E${row + 2}:P${row + 2})`,
        ]),
      ]),
    );
    const source = {
      ...wmo,
      figures: wmo.figures.map((figure): Figure => ({
        ...figure,
        client: clients[WMO.findIndex((one) => one === figure.product)] ?? '',
      })),
    };
    expect(fill(book, source).cells).toEqual(amountsRight('Cliënten Wmo', WMO, 2, 'E'));
  });

  it('blocks with paragraphs of text between them', () => {
    const block = (products: readonly string[]): Spec[][] => [
      ['Product', ...JAN_DEC],
      ...products.map((code): Spec[] => [`${code} ${nameOf(code)}`]),
    ];
    const book = bookOf(
      sheetOf('Prognose', [
        ['1. Wmo'],
        [
          'Hieronder vult u per product de verwachte omzet in. Gebruik voor de gesloten maanden de realisatie.',
        ],
        ['Let op: bedragen zijn inclusief indexering.'],
        [],
        ...block(WMO),
        [],
        ['2. Jeugdwet'],
        [
          'Voor de Jeugdwet geldt dat verblijf per etmaal wordt geprognosticeerd; zie ook de bijlage bij dit formulier.',
        ],
        [],
        ...block(JEUGD),
        [],
        ['Voor vragen kunt u terecht bij de afdeling inkoop.'],
      ]),
    );
    expect(fill(book).cells).toEqual({
      ...amountsRight('Prognose', WMO, 6, 'B'),
      ...amountsRight('Prognose', JEUGD, 14, 'B'),
    });
  });

  it('a book year from September to August', () => {
    const book = bookOf(
      sheetOf('Boekjaar 2022-2023', [
        ['Product', ...[9, 10, 11, 12].map((month) => `${JAN_DEC[month - 1] ?? ''} 2022`)].concat(
          MONTHS.slice(0, 8).map((month) => `${JAN_DEC[month - 1] ?? ''} 2023`),
        ),
        ...WMO.map((code) => [code, 1, 2, 3, 4]),
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(
      amountsRight('Boekjaar 2022-2023', WMO, 2, 'F', MONTHS.slice(0, 8)),
    );
  });

  it('the year from right to left', () => {
    const back = [...MONTHS].reverse();
    const book = bookOf(
      sheetOf('Wmo', [
        ['Code', 'Omschrijving', 'Totaal 2023', ...[...JANUARI_DECEMBER].reverse()],
        ...WMO.map((code, row) => [code, nameOf(code), `=SUM(D${row + 2}:O${row + 2})`]),
      ]),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 2, 'D', back));
  });

  it('hidden columns with keys for look-ups', () => {
    const book = bookOf(
      sheetOf(
        'Wmo',
        [
          ['Sleutel', 'Product', 'Hulp', ...JAN_DEC],
          ...WMO.map((code, row) => [`Wmo|${code}`, nameOf(code), row + 1]),
        ],
        { hiddenCols: [0, 2] },
      ),
    );
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 2, 'D'));
  });

  it('products chosen from a list, lines still empty below them', () => {
    const sheet = sheetOf('Invoer', [
      ['Domein', 'Kies product', ...JAN_DEC.map((name) => `${name} €`), 'Totaal €'],
      ...WMO.map((code, row) => ['Wmo', nameOf(code), ...blanks(12), `=SUM(C${row + 2}:N${row + 2})`]),
      ...[5, 6, 7].map((row) => [null, null, ...blanks(12), `=SUM(C${row}:N${row})`]),
    ]);
    const book = bookOf({ ...sheet, validations: [{ top: 1, left: 0, bottom: 6, right: 1 }] });
    expect(fill(book, wmo).cells).toEqual(amountsRight('Invoer', WMO, 2, 'C'));
  });

  it('a year chosen in a cell, with headings that follow from it by formula', () => {
    const heading = (month: number): Spec => ({
      f: `DATE($B$1,${month},1)`,
      v: serialFromDate(dateOf(2023, month, 1), '1900'),
      format: 'mmm-yy',
    });
    const sheet = sheetOf('Wmo', [
      ['Kies jaar', 2023],
      [],
      ['Product', ...MONTHS.map(heading), 'Totaal'],
      ...WMO.map((code, row) => [code, ...blanks(12), `=SUM(B${row + 4}:M${row + 4})`]),
    ]);
    const book = bookOf({ ...sheet, validations: [{ top: 0, left: 1, bottom: 0, right: 1 }] });
    expect(fill(book, wmo).cells).toEqual(amountsRight('Wmo', WMO, 4, 'B'));
  });

  it.each([
    ['Periode 1', (n: number) => `Periode ${n}`],
    ['4 weken', (n: number) => `wk ${n * 4 - 3}-${n * 4}`],
    ['P01 (4 weken)', (n: number) => `P${String(n).padStart(2, '0')} (4 wk)`],
  ])('thirteen periods of four weeks (%s) are never taken for months, and that is said', (_, heading) => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Product', ...Array.from({ length: 13 }, (_, at) => heading(at + 1)), 'Totaal'],
        ...WMO.map((code) => [code]),
      ]),
    );
    const { cells, layout } = fill(book, wmo, CONTEXT);
    expect(cells).toEqual({});
    expect(layout.remarks.map(({ code }) => code)).toContain('prognosis.four-weeks');
  });
});
