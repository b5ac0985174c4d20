import { bookOf, sheetOf } from './grid-builder';
import { amountText, fill, sourceOf } from './given';
import { JAN_DEC } from '../../months';

/** One product with a row of actuals and a row of forecasts; last month's forecast still stands in June. */
function book(total: string): Parameters<typeof fill>[0] {
  return bookOf(
    sheetOf('Wmo', [
      ['Prognose Wmo 2023'],
      ['Product', 'Soort', ...JAN_DEC],
      ['02A03 Begeleiding individueel', 'Realisatie', ...JAN_DEC.map(() => null)],
      ['02A03 Begeleiding individueel', 'Prognose', ...JAN_DEC.map((_, at) => (at === 5 ? 999 : null))],
      [
        'Totaal',
        '',
        ...JAN_DEC.map((_, at) => (total === 'both' ? `=SUM(${column(at)}3:${column(at)}4)` : null)),
      ],
    ]),
  );
}

const column = (at: number): string => String.fromCharCode(67 + at);

describe('an earlier forecast of a month that is closed by now', () => {
  it('is cleared where a total would add it to the actuals', () => {
    const { cells } = fill(book('both'), sourceOf(['02A03']));
    expect(cells['Wmo!H3']).toBe(amountText('02A03', 6));
    expect(cells['Wmo!H4']).toBe('0');
  });

  it('stays, with a remark, where nothing adds the two', () => {
    const { cells, plan } = fill(book('none'), sourceOf(['02A03']));
    expect(cells['Wmo!H3']).toBe(amountText('02A03', 6));
    expect(cells['Wmo!H4']).toBeUndefined();
    expect(plan.remarks.map((remark) => remark.code)).toEqual(['prognosis.earlier-forecast-kept']);
  });
});
