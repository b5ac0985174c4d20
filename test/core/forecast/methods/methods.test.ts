import fc from 'fast-check';
import { smoothLevel, smoothTrend } from '../../../../src/core/forecast/methods/exponential-smoothing';
import { Fitter, canFit, recommendedMethod } from '../../../../src/core/forecast/methods/fit';
import { backtest } from '../../../../src/core/forecast/methods/backtest';
import { seasonalIndices } from '../../../../src/core/forecast/methods/seasonal-indices';
import { trendLine } from '../../../../src/core/forecast/methods/trend-line';
import { invented } from '../forecast-case';

const series = (from: readonly number[]): Float64Array =>
  Float64Array.from(from, (euro) => Math.round(euro * 100));
const input = (values: Float64Array, ahead = 6) => ({
  values,
  monthsOfYear: values.length % 12,
  ahead,
  own: null,
});
const point = (values: Float64Array, method: Parameters<Fitter['fit']>[0], ahead = 6): number[] => [
  ...new Fitter(input(values, ahead)).fit(method).point,
];

describe('seasonal indices', () => {
  it('a season without noise is found almost whole, with mean 1', () => {
    const { index, shrinkage } = seasonalIndices(invented(48, { season: 0.3, noise: 0 }));
    expect(shrinkage).toBeLessThan(0.02);
    expect(index.reduce((sum, value) => sum + value, 0)).toBeCloseTo(12, 8);
    expect(index[0]).toBeCloseTo(1.3, 1);
    expect(index[6]).toBeCloseTo(0.7, 1);
  });

  it('noise without a season is shrunk away for the larger part', () => {
    const kept = Array.from({ length: 40 }, (_, seed) => {
      const { index, shrinkage } = seasonalIndices(invented(36, { noise: 0.1, seed: seed + 1 }));
      return { spread: Math.max(...index) - Math.min(...index), shrinkage };
    });
    const mean = (of: (one: (typeof kept)[number]) => number): number =>
      kept.reduce((sum, one) => sum + of(one), 0) / kept.length;
    expect(mean((one) => one.shrinkage)).toBeGreaterThan(0.6);
    expect(mean((one) => one.spread)).toBeLessThan(0.12);
  });

  it('fewer than 24 months, or nothing positive to divide by, have no season', () => {
    expect(seasonalIndices(invented(23, { season: 0.4 })).index).toEqual(new Array(12).fill(1));
    expect(seasonalIndices(new Array<number>(30).fill(0)).shrinkage).toBe(1);
  });
});

describe('smoothing', () => {
  it('finds the level that a step led to', () => {
    const found = smoothLevel([...new Array<number>(20).fill(10), ...new Array<number>(20).fill(20)]);
    expect(found.level).toBeCloseTo(20, 1);
    expect(found.alpha).toBeGreaterThan(0.5);
  });

  it('takes the mean of noise around a level', () => {
    const values = invented(60, { noise: 0.2, seed: 3 });
    const mean = values.reduce((sum, value) => sum + value, 0) / 60;
    expect(Math.abs(smoothLevel(values).level / mean - 1)).toBeLessThan(0.05);
  });

  it('damped trend follows a line, and no parameter does better nearby', () => {
    const line = Array.from({ length: 40 }, (_, at) => 100 + 5 * at);
    const found = smoothTrend(line);
    expect(found.level).toBeCloseTo(295, 0);
    expect(found.trend).toBeGreaterThan(3);
  });

  it('never gives anything that is not a number', () => {
    const cell = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e12, noNaN: true }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (values) => {
        for (const found of [smoothLevel(values), smoothTrend(values)]) {
          expect(Number.isFinite(found.level + found.trend + found.squares)).toBe(true);
        }
      }),
    );
  });
});

describe('methods', () => {
  it('Theta takes half the trend, damped trend lets it fade, the mean lies between', () => {
    const values = series(Array.from({ length: 48 }, (_, at) => 1000 + 20 * at));
    const ends = (['theta', 'damped', 'theta-damped'] as const).map(
      (method) => point(values, method, 12)[11] ?? 0,
    );
    const [theta = 0, damped = 0, mean = 0] = ends;
    expect(Math.min(theta, damped) <= mean && mean <= Math.max(theta, damped)).toBe(true);
    for (const end of ends) {
      expect(end).toBeGreaterThan(194000);
      expect(end).toBeLessThan(230000);
    }
  });

  it('series with a 0 are handled in amounts, others in percentages', () => {
    const values = invented(30);
    expect(trendLine(values, { ahead: 3, trend: 'theta' }).kind).toBe('growth');
    values[4] = 0;
    expect(trendLine(values, { ahead: 3, trend: 'theta' }).kind).toBe('change');
    expect(trendLine(invented(30, { noise: 0.8 }), { ahead: 3, trend: 'theta' }).kind).toBe('change');
  });

  it('a product that is being built up doesn’t explode', () => {
    const built = Array.from({ length: 42 }, (_, at) => 10000 / (1 + Math.exp(-(at - 16) / 4)));
    for (const months of [24, 26, 30]) {
      const ahead = point(series(built.slice(0, months)), 'theta', 12);
      ahead.forEach((value, at) => {
        const actual = 100 * (built[Math.min(41, months + at)] as number);
        expect(value / actual).toBeLessThan(1.3);
      });
    }
  });

  it('percentages don’t make sums too low: the mean over many series is right', () => {
    let forecast = 0;
    let actual = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const values = series(invented(36, { noise: 0.25, seed }));
      forecast += point(values.slice(0, 30), 'theta').reduce((sum, value) => sum + value, 0);
      actual += values.slice(30).reduce((sum, value) => sum + value, 0);
    }
    expect(Math.abs(forecast / actual - 1)).toBeLessThan(0.02);
  });

  it('blend: last year’s pattern when it repeats, the level when it doesn’t', () => {
    const pattern = [5, 1, 9, 3, 7, 2, 8, 4, 6, 10, 12, 11].map((size) => size * 100);
    const repeated = series([...pattern, ...pattern.slice(0, 6).map((euro) => euro * 1.1)]);
    point(repeated, 'ratio-level').forEach((value, at) => {
      expect(value / ((pattern[6 + at] as number) * 110)).toBeCloseTo(1, 0);
    });
    const flat = series([...pattern, ...new Array<number>(6).fill(600)]);
    const spread = point(flat, 'ratio-level');
    expect(Math.max(...spread) / Math.min(...spread)).toBeLessThan(1.3);
  });

  it('the recommended method goes by the number of months', () => {
    expect([0, 1, 12, 13, 23, 24, 35, 36].map(recommendedMethod)).toEqual([
      'none',
      'level',
      'level',
      'ratio-level',
      'ratio-level',
      'theta',
      'theta',
      'theta-damped',
    ]);
    expect(canFit('theta', input(series(invented(23))))).toBe(false);
    expect(canFit('seasonal-naive', input(series(invented(12))))).toBe(true);
  });

  it('amounts of money and points of the simulation are the same figure', () => {
    const values = series(invented(40, { season: 0.2, noise: 0.1, growth: 0.01 }));
    for (const method of [
      'theta',
      'theta-damped',
      'damped',
      'level',
      'ratio-level',
      'running-average',
      'seasonal-naive',
    ] as const) {
      const fit = new Fitter(input(values)).fit(method);
      const recipes = Array.from({ length: 6 }, (_, at) => fit.recipe(at));
      expect(recipes).toHaveLength(6);
      expect(fit.point.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    }
  });
});

describe('backtest', () => {
  const test = (euros: readonly number[]) =>
    backtest({ values: series(euros), first: 2019 * 12, own: new Map() });

  it('compares all methods over the same months and keeps the recommended one', () => {
    const found = test(invented(48, { noise: 0.05, season: 0.1 }));
    expect(found.method).toBe('theta-damped');
    expect(found.rows.map((row) => row.method)).toContain('seasonal-naive');
    expect(new Set(found.rows.map((row) => row.months))).toEqual(new Set([21]));
    expect(found.rows.filter((row) => row.chosen).map((row) => row.method)).toEqual(['theta-damped']);
  });

  it('chooses another where it is better each time: the same month a year earlier for a jagged pattern that jumps', () => {
    const jagged = [9, 1, 8, 2, 30, 1, 9, 3, 7, 1, 40, 2].map((size) => size * 1000);
    const euros = [0, 1, 2, 3].flatMap((year) =>
      jagged.map((euro, at) => (year === 1 && at % 2 === 0 ? 1 : euro)),
    );
    expect(test(euros).method).toBe('seasonal-naive');
  });

  it('tries nothing where there is too little', () => {
    expect(test(invented(5)).rows).toEqual([]);
    expect(test(invented(14)).rows.map((row) => row.method)).toEqual(['level', 'running-average']);
  });
});
