import { drawingText, monthsChart, type MonthFigure } from '../../src/charts';
import { monthsOfYear, parseMoney } from '../../src/core';

const figures: MonthFigure[] = monthsOfYear(2023).map((month, at) => {
  const amount = parseMoney('1000.00');
  const status = at < 5 ? 'closed' : at === 5 ? 'incomplete' : 'forecast';
  const sure = status === 'closed';
  return {
    ...{ month, status, amount, own: at > 5 ? parseMoney('1200.00') : null, overridden: at === 10 },
    declared: status === 'closed' ? amount : status === 'incomplete' ? parseMoney('800.00') : parseMoney('0'),
    low80: sure ? amount : parseMoney('900.00'),
    high80: sure ? amount : parseMoney('1100.00'),
    low95: sure ? amount : parseMoney('850.00'),
    high95: sure ? amount : parseMoney('1150.00'),
  };
});

describe('the chart of a forecast’s months', () => {
  const chart = monthsChart(figures, 'A1: maand voor maand', 'nl');

  it('has every figure in its table, to the cent', () => {
    expect(chart.table.rows).toHaveLength(12);
    expect(chart.table.rows[5]?.map((text) => text.replace(/\u00a0/g, ' '))).toEqual([
      'juni 2023',
      '€ 800,00',
      '€ 1.000,00',
      '€ 900,00',
      '€ 1.100,00',
      '€ 850,00',
      '€ 1.150,00',
      '',
    ]);
  });

  it('says in a sentence what there is to see', () => {
    expect(chart.summary.replace(/\u00a0/g, ' ')).toBe(
      'Het jaar komt uit op € 12.000,00, waarvan € 5.800,00 gedeclareerd is. Van één voorbije maand wordt nog € 200,00 verwacht. 6 maanden zijn een prognose.',
    );
  });

  it('draws bars, both bands, the own forecast and a mark on what was set by hand, and no number that is none', () => {
    const text = drawingText(chart.drawing);
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
    expect(text.match(/class="band wide"/g)).toHaveLength(1);
    expect(text.match(/class="own"/g)).toHaveLength(1);
    expect(text.match(/class="dot"/g)).toHaveLength(1);
    expect(text.match(/chart-bar production/g)).toHaveLength(6);
  });

  it('stands an empty year', () => {
    const zero = parseMoney('0');
    const none = figures.map((one) => ({
      ...one,
      ...{ declared: zero, amount: zero, low80: zero, high80: zero, low95: zero, high95: zero, own: null },
    }));
    expect(drawingText(monthsChart(none, 'leeg', 'en', 240).drawing)).not.toMatch(/NaN|Infinity/);
  });
});
