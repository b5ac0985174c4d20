import fc from 'fast-check';
import {
  contributionChart,
  cumulativeChart,
  drawingText,
  figureText,
  overrunParts,
  utilisationChart,
  utilisationOf,
  waterfallChart,
  type Chart,
} from '../../src/charts';
import {
  addMoney,
  moneyFromCents,
  monthsOfYear,
  parseDate,
  parseMoney,
  sumMoney,
  ZERO,
  type DomainFigures,
  type Money,
} from '../../src/core';

const euro = (text: string): Money => parseMoney(text);

function domain(change: Partial<DomainFigures> = {}): DomainFigures {
  const months = monthsOfYear(2023).map((month, index) => ({
    month,
    production: index < 6 ? euro('40000.00') : ZERO,
    forecast: index < 6 ? ZERO : euro('45000.10'),
    status: index < 6 ? ('closed' as const) : ('forecast' as const),
  }));
  const production = sumMoney(months.map((month) => month.production));
  const forecast = sumMoney(months.map((month) => month.forecast));
  return {
    domain: 'Wmo',
    production,
    forecast,
    excluded: ZERO,
    total: addMoney(production, forecast),
    ceiling: {
      base: euro('400000.00'),
      raises: ZERO,
      expectedRaises: ZERO,
      caseBudgets: ZERO,
      effective: euro('400000.00'),
      effectiveYearEnd: euro('420000.00'),
    },
    headroom: ZERO,
    headroomYearEnd: ZERO,
    overrun: euro('110000.60'),
    overrunYearEnd: euro('90000.60'),
    exhaustionDate: parseDate('2023-10-18'),
    overrunChance: null,
    payableAbove: null,
    months,
    products: [
      {
        product: '02A03',
        description: 'Begeleiding',
        treatment: 'counts',
        production: euro('200000.00'),
        forecast: euro('200000.00'),
      },
      {
        product: '02A04',
        description: null,
        treatment: 'counts',
        production: euro('40000.00'),
        forecast: euro('70000.60'),
      },
      {
        product: '54008',
        description: 'Crisis',
        treatment: 'excluded',
        production: euro('9000.00'),
        forecast: ZERO,
      },
    ],
    steps: [],
    ...change,
  };
}

const numbersIn = (chart: Chart): string[] =>
  drawingText(chart.drawing).match(/NaN|Infinity|undefined/g) ?? [];

describe('cumulative chart', () => {
  const chart = cumulativeChart(domain(), 2023, 'nl');

  it('has a row for each month, and the last one is the total of the domain', () => {
    expect(chart.table.rows).toHaveLength(12);
    expect(chart.table.rows.at(-1)?.[2]).toBe('€\u00a0510.000,60');
  });

  it('says in a sentence what there is to see', () => {
    expect(chart.summary).toBe(
      'Het jaar komt uit op €\u00a0510.000,60; het plafond is nu €\u00a0400.000,00 en is op 18-10-2023 uitgeput.',
    );
  });

  it('draws the day on which the ceiling is used up only when there is one', () => {
    expect(drawingText(chart.drawing)).toContain('class="day"');
    const within = cumulativeChart(domain({ exhaustionDate: null }), 2023, 'nl');
    expect(drawingText(within.drawing)).not.toContain('class="day"');
    expect(within.legend.map((entry) => entry.mark)).not.toContain('day');
  });

  it('draws the range of a forecast, and lists it', () => {
    const ranges = monthsOfYear(2023)
      .slice(6)
      .map((month, index) => ({
        month,
        low80: euro(String(280000 + index * 40000)),
        high80: euro(String(290000 + index * 50000)),
        low95: euro(String(270000 + index * 40000)),
        high95: euro(String(300000 + index * 50000)),
      }));
    const chart = cumulativeChart(domain(), 2023, 'en', ranges);
    expect(drawingText(chart.drawing).match(/class="band/g)).toHaveLength(2);
    expect(chart.table.head).toHaveLength(5);
    expect(chart.table.rows[6]?.[3]).toBe('€\u00a0280,000.00');
  });

  it('draws a year without production or ceiling', () => {
    const empty = domain({
      ceiling: null,
      exhaustionDate: null,
      total: ZERO,
      months: monthsOfYear(2023).map((month) => ({
        month,
        production: ZERO,
        forecast: ZERO,
        status: 'forecast',
      })),
    });
    expect(numbersIn(cumulativeChart(empty, 2023, 'nl'))).toEqual([]);
  });
});

describe('room for a chart', () => {
  it('draws within a narrow pane, with one letter a month', () => {
    const narrow = drawingText(cumulativeChart(domain(), 2023, 'nl', [], 280).drawing);
    expect(narrow).toContain('viewBox="0 0 280 180"');
    expect(narrow).toContain('>j<');
    expect(narrow).not.toContain('>jan<');
    expect(drawingText(cumulativeChart(domain(), 2023, 'nl').drawing)).toContain('>jan<');
  });
});

describe('utilisation chart', () => {
  it('shows the share of the ceiling, and says which domains exceed it', () => {
    const chart = utilisationChart([{ label: 'Wmo', figures: domain() }], 'nl');
    expect(utilisationOf(domain())?.toString()).toBe('1.275');
    expect(chart.summary).toBe('Boven het plafond: Wmo.');
    expect(chart.table.rows[0]).toEqual([
      'Wmo',
      '€\u00a0240.000,00',
      '€\u00a0270.000,60',
      '€\u00a0400.000,00',
      '127,5%',
    ]);
  });

  it('has no share for a ceiling of zero or none, and draws it all the same', () => {
    const none = domain({ ceiling: null, overrun: null });
    expect(utilisationOf(none)).toBeNull();
    expect(numbersIn(utilisationChart([{ label: 'x', figures: none }], 'en'))).toEqual([]);
  });
});

describe('contribution of products to the overrun', () => {
  it('divides the overrun by year totals, without the excluded product', () => {
    const parts = overrunParts(domain());
    expect(parts.map((part) => part.product)).toEqual(['02A03', '02A04']);
    expect(sumMoney(parts.map((part) => part.part))).toBe(euro('110000.60'));
  });

  it('is nothing without an overrun', () => {
    expect(contributionChart(domain({ overrun: ZERO }), 'nl')).toBeNull();
    expect(contributionChart(domain({ overrun: null }), 'nl')).toBeNull();
  });

  it('adds up to the overrun for any products and any overrun', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 100_000_000 }),
        (totals, overrun) => {
          const figures = domain({
            overrun: moneyFromCents(overrun),
            products: totals.map((cents, index) => ({
              product: `P${index}`,
              description: null,
              treatment: 'counts' as const,
              production: moneyFromCents(cents),
              forecast: ZERO,
            })),
          });
          expect(sumMoney(overrunParts(figures).map((part) => part.part))).toBe(moneyFromCents(overrun));
          const chart = contributionChart(figures, 'nl');
          expect(chart?.table.rows).toHaveLength(totals.length);
        },
      ),
    );
  });
});

describe('waterfall chart', () => {
  it('leads from start to end', () => {
    const chart = waterfallChart(
      {
        title: 'Verschil',
        start: { label: 'mei', amount: euro('100.00') },
        parts: [
          { label: 'prijs', amount: euro('20.00') },
          { label: 'volume', amount: euro('-50.01') },
        ],
        end: { label: 'juni', amount: euro('69.99') },
      },
      'nl',
    );
    expect(chart.summary).toBe('Van €\u00a0100,00 naar €\u00a069,99: €\u00a030,01 lager.');
    expect(chart.table.rows).toHaveLength(4);
  });

  it('refuses parts that do not lead to the end', () => {
    const part = (label: string, amount: string): { label: string; amount: Money } => ({
      label,
      amount: euro(amount),
    });
    expect(() =>
      waterfallChart(
        { title: '', start: part('a', '1.00'), parts: [part('b', '1.00')], end: part('c', '2.01') },
        'nl',
      ),
    ).toThrow(RangeError);
  });
});

describe('figure on a page', () => {
  it('writes names of files and products as text, never as markup', () => {
    const chart = cumulativeChart(domain({ domain: '<script>x</script>"&' }), 2023, 'nl');
    const page = figureText(chart, 'Tabel');
    expect(page).not.toContain('<script>');
    expect(page).toContain('&lt;script&gt;');
  });

  it('has the exact figures in a table with headings', () => {
    const page = figureText(utilisationChart([{ label: 'Wmo', figures: domain() }], 'nl'), 'Cijfers');
    expect(page).toContain('<summary>Cijfers</summary>');
    expect(page.match(/scope="row"/g)).toHaveLength(1);
  });
});
