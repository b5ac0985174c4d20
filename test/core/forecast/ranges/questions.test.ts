import {
  chanceOfOverrun,
  exhaustionDistribution,
  forecastYear,
  formatMoney,
  moneyFromCents,
  parseDate,
  parseMoney,
  productsOf,
  rangeOf,
  recompute,
  sumMoney,
  sumPaths,
  ZERO,
  type CareRow,
  type ForecastResult,
} from '../../../../src/core';
import { invented, request, rowsOf, sequence } from '../forecast-case';

const lines: CareRow[] = [
  ...rowsOf(invented(30, { noise: 0.1 }), '2021-01', { product: 'A' }),
  ...rowsOf(invented(30, { noise: 0.1, seed: 2 }), '2021-01', { product: 'B' }),
  ...rowsOf(invented(30, { noise: 0.1, seed: 3 }), '2021-01', { product: 'A', domain: 'Jeugdwet' }),
  ...rowsOf(invented(30, { noise: 0.1, seed: 4 }), '2021-01', {
    product: 'A',
    provider: 'Aanbieder Twee B.V.',
  }),
];
const result = forecastYear(request(lines, { paths: 1000 }));
const steady = forecastYear(request(rowsOf(new Array<number>(30).fill(1000)), { paths: 1000 }));

describe('subtotals of a forecast', () => {
  it('products add up to providers, providers to domains, domains to the total, exactly', () => {
    const totals = (filters: Parameters<typeof rangeOf>[1][]): string =>
      formatMoney(sumMoney(filters.map((filter) => rangeOf(result, filter).total)));
    const all = formatMoney(result.total);
    expect(totals([{ domain: 'Wmo' }, { domain: 'Jeugdwet' }])).toBe(all);
    expect(totals([{ provider: 'voorbeeld 11' }, { provider: 'aanbieder twee' }])).toBe(all);
    expect(
      totals(
        result.products.map(
          ({ index }) =>
            (product) =>
              product.index === index,
        ),
      ),
    ).toBe(all);
    expect(rangeOf(result).range).toEqual(result.range);
  });

  it('the range of a sum is wider than of its parts, and narrower than all extremes at once', () => {
    const parts = result.products.map(({ range }) => Number(range.high80 - range.low80));
    const whole = Number(result.range.high80 - result.range.low80);
    expect(whole).toBeGreaterThan(Math.max(...parts));
    expect(whole).toBeLessThan(parts.reduce((sum, part) => sum + part, 0));
  });

  it('the range of one product is that of its own forecast', () => {
    const [first] = result.products;
    const range = rangeOf(result, (product) => product === first);
    expect(range.range).toEqual(first?.range);
    expect(range.months.map(({ amount }) => amount)).toEqual(first?.months.map(({ amount }) => amount));
    expect(range.months[8]?.high95).toBe(first?.months[8]?.high95);
  });

  it('products that move together have a wider sum than products that don’t', () => {
    const random = sequence(8);
    const shocks = Array.from({ length: 42 }, () => Math.exp(0.3 * (random() - 0.5)));
    const width = (together: boolean): number => {
      const rows = Array.from({ length: 12 }, (_, at) => {
        const own = sequence(100 + at);
        const euros = shocks.map((shock) => 1000 * (together ? shock : Math.exp(0.3 * (own() - 0.5))));
        return rowsOf(euros, '2020-01', { product: `P${at}` });
      }).flat();
      const { range, total } = forecastYear(request(rows));
      return Number(range.high80 - range.low80) / Number(total);
    };
    expect(width(true)).toBeGreaterThan(2 * width(false));
  });

  it('a weight scales months for a scenario', () => {
    const sums = sumPaths(steady, {}, (_product, month) => (month < 6 ? 1 : 1.1));
    expect(sums.amounts.map(formatMoney)).toEqual([
      ...new Array<string>(6).fill('1000.00'),
      ...new Array<string>(6).fill('1100.00'),
    ]);
    expect(formatMoney(rangeOf(sums).total)).toBe('12600.00');
  });

  it('a filter that takes nothing gives nothing', () => {
    expect(productsOf(result, { domain: 'Wlz' })).toEqual([]);
    expect(rangeOf(result, { domain: 'Wlz' })).toMatchObject({
      total: ZERO,
      range: { low95: ZERO, high95: ZERO },
    });
  });
});

describe('chance of an overrun', () => {
  const chance = (of: ForecastResult, ceiling: string): number =>
    chanceOfOverrun(of, {}, parseMoney(ceiling)).chance.toNumber();

  it('is about a half at the forecast itself, falls as the ceiling rises, and its steps add up', () => {
    const middle = Number(formatMoney(result.total));
    const chances = [0.9, 0.97, 1, 1.03, 1.1].map((part) => chance(result, (middle * part).toFixed(2)));
    expect([...chances].sort((a, b) => b - a)).toEqual(chances);
    expect(Math.abs((chances[2] ?? 0) - 0.5)).toBeLessThan(0.1);
    expect(recompute(chanceOfOverrun(result, {}, result.total).step)).toBe(2);
  });

  it('is certain where nothing is open: at the ceiling there is no overrun, a cent below there is', () => {
    const over = forecastYear(
      request(rowsOf(new Array<number>(36).fill(1000)), { asOf: parseDate('2023-12-31') }),
    );
    expect([chance(over, '12000.00'), chance(over, '11999.99')]).toEqual([0, 1]);
    const found = chanceOfOverrun(over, {}, parseMoney('11000.00'));
    expect([formatMoney(found.expectedOverrun), found.above]).toEqual(['1000.00', 200]);
    expect(chanceOfOverrun(over, {}, parseMoney('99999.00')).meanOverrunWhenOver).toBeNull();
  });

  it('counts what was added to the ceiling by year end', () => {
    const parts = [
      { from: parseDate('2023-01-01'), amount: parseMoney('6000.00') },
      { from: parseDate('2023-10-01'), amount: parseMoney('9000.00') },
      { from: parseDate('2024-01-01'), amount: parseMoney('1.00') },
    ];
    expect(chanceOfOverrun(steady, {}, parts).chance.toNumber()).toBe(
      chanceOfOverrun(steady, {}, parseMoney('15000.00')).chance.toNumber(),
    );
  });
});

describe('when a ceiling is used up', () => {
  it('the chances of the months and of lasting the year are all there is', () => {
    const found = exhaustionDistribution(result, {}, moneyFromCents((result.total * 97n) / 100n));
    const sum = found.months.reduce(
      (total, month) => total + month.chance.toNumber(),
      found.never.toNumber(),
    );
    expect(sum).toBeCloseTo(1, 2);
    expect(found.months.slice(0, 6).every((month) => month.chance.isZero())).toBe(true);
    expect((found.early ?? '') <= (found.median ?? '9')).toBe(true);
    expect(found.expected?.slice(0, 7)).toBe('2023-12');
  });

  it('a ceiling that is used up in a closed month is certain to the day', () => {
    const found = exhaustionDistribution(steady, {}, parseMoney('2500.00'));
    // 31 + 28 days make € 2,000; half of March brings € 500, and the day after exceeds it.
    expect([found.early, found.median, found.late, found.expected]).toEqual(new Array(4).fill('2023-03-16'));
    expect(found.months[2]?.chance.toNumber()).toBe(1);
    expect(found.never.toNumber()).toBe(0);
  });

  it('a ceiling that nothing reaches lasts the year', () => {
    const found = exhaustionDistribution(steady, {}, parseMoney('99000.00'));
    expect([found.never.toNumber(), found.median, found.expected]).toEqual([1, null, null]);
  });

  it('what comes on top in time prevents exhaustion', () => {
    const late = (from: string): ReturnType<typeof exhaustionDistribution> =>
      exhaustionDistribution(steady, {}, [
        { from: parseDate('2023-01-01'), amount: parseMoney('4000.00') },
        { from: parseDate(from), amount: parseMoney('20000.00') },
      ]);
    expect(late('2023-04-30').never.toNumber()).toBe(1);
    expect(late('2023-06-01').median).toBe('2023-05-01');
  });
});
