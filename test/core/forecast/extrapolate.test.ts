import fc from 'fast-check';
import {
  extrapolate,
  formatMoney,
  lastMonthOfProduction,
  parseDate,
  recompute,
  sumMoney,
  type CareRow,
  type ExtrapolationMethod,
} from '../../../src/core';
import { careRow as row } from '../care-row';

const months = (rows: CareRow[], asOf: string, method: ExtrapolationMethod): string[] =>
  (extrapolate(rows, 2023, parseDate(asOf), method)[0]?.months ?? []).map(({ amount }) =>
    formatMoney(amount),
  );

describe('running average', () => {
  const rows = [row(2, 100), row(3, 200), row(4, 900), row(5, 5000)];

  it('takes the mean of all closed months, those without production too', () => {
    expect(months(rows, '2023-04-30', 'average').slice(3, 6)).toEqual(['9.00', '3.00', '3.00']);
  });

  it('can start at the product’s first month', () => {
    expect(months(rows, '2023-04-30', 'since-start')[4]).toBe('4.00');
  });

  it('can look at the last three closed months only', () => {
    expect(months([row(1, 999_00), ...rows], '2023-04-30', 'last-3')[4]).toBe('4.00');
  });

  it('a month is closed on its last day, not the day before', () => {
    expect(months(rows, '2023-04-29', 'average')[3]).toBe('1.00');
    expect(months(rows, '2023-05-30', 'average')[4]).toBe('3.00');
    expect(months(rows, '2023-05-31', 'average')[4]).toBe('50.00');
  });

  it('rounds half a cent up, once per month', () => {
    expect(months([row(1, 1), row(2, 2)], '2023-02-28', 'average')[2]).toBe('0.02');
    expect(months([row(1, -1), row(2, -2)], '2023-02-28', 'average')[2]).toBe('-0.02');
  });

  it('is empty while no month has closed, and for another year', () => {
    expect(extrapolate(rows, 2023, parseDate('2023-01-30'), 'average')).toEqual([]);
    expect(extrapolate([row(1, 5, 'P1', 2022)], 2023, parseDate('2023-06-30'), 'average')).toEqual([]);
  });

  it('months add up to the total, and the steps to the same', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 1, max: 12 }),
            fc.integer({ min: -1e9, max: 1e9 }),
            fc.constantFrom('A', 'B'),
          ),
        ),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom<ExtrapolationMethod>('average', 'since-start', 'last-3'),
        (given, month, method) => {
          const own = given.map(([at, cents, product]) => row(at, cents, product));
          const asOf = parseDate(`2023-${String(month).padStart(2, '0')}-28`);
          for (const estimate of extrapolate(own, 2023, asOf, method)) {
            expect(sumMoney(estimate.months.map(({ amount }) => amount))).toBe(estimate.total);
            expect(recompute(estimate.step)).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

describe('last month of production', () => {
  it('is the latest month of the year with a line, or null', () => {
    expect(lastMonthOfProduction([row(3, 1), row(5, 0), row(4, 1), row(1, 1, 'P1', 2024)], 2023)).toBe(
      '2023-05',
    );
    expect(lastMonthOfProduction([row(3, 1)], 2022)).toBeNull();
  });
});
