import { bookOf, sheetOf } from './grid-builder';
import { fill, WMO } from './given';
import { grid, J, wmo } from './provider-layouts';
import { TRAPS } from './provider-layouts-4';

/** Tables of the same products and months that hold something else than the prognosis. */
describe('look-alikes of a prognosis', () => {
  it.each(TRAPS.map((layout) => [layout.name, layout] as const))('%s', (_, one) => {
    expect(fill(one.book, one.source).cells).toEqual(one.expected);
  });
});

describe('figures stated above a prognosis', () => {
  it.each([
    ['FTE', 12.5],
    ['Verzuim', '5,2%'],
    ['Begroting 2023', 500000],
    ['Bezettingsgraad', '95%'],
    ['Tarief', 61.8],
  ])('%s doesn’t make the table another one', (label, value) => {
    const book = bookOf(
      sheetOf('Wmo', [
        ['Aanbieder', 'Stichting Voorbeeld 21'],
        [label, value],
        ['Peildatum', '30-06-2023'],
        [],
        ['Product', ...J],
        ...WMO.map((code) => [code]),
      ]),
    );
    expect(fill(book, wmo).cells).toMatchObject(grid('Wmo', WMO, 6, 'B'));
  });
});
