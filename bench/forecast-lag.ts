import {
  addMonths,
  forecastYear,
  lastDay,
  moneyFromCents,
  yearOf,
  type CareRow,
  type CompletionMethod,
  type DeclarationRow,
} from '../src/core';
import { lastYears, total } from './forecast-metrics';
import type { TestSeries } from './forecast-series';

/**
 * Late declarations: real series, invented lags. Each month arrives in parts whose shares are drawn per month
 * around a pattern (Dirichlet; a higher concentration is a steadier pattern). After six months of the year
 * its total is forecast without knowing about lags, and with completion.
 */
export const LAGS: readonly { name: string; shares: readonly number[] }[] = [
  { name: '80/14/4/1.5/0.5', shares: [0.8, 0.14, 0.04, 0.015, 0.005] },
  { name: '55/25/10/6/4', shares: [0.55, 0.25, 0.1, 0.06, 0.04] },
  { name: '20/35/20/12/8/5', shares: [0.2, 0.35, 0.2, 0.12, 0.08, 0.05] },
];

export interface LagResult {
  /** Mean absolute error of the year total. */
  readonly error: number;
  readonly covered80: number;
  readonly covered95: number;
}

const MONTHS = 30;
export type LagWay = 'ignored' | CompletionMethod;
const WAYS: readonly LagWay[] = ['ignored', 'chain-ladder', 'benktander', 'bornhuetter-ferguson'];

export function lagErrors(
  series: readonly TestSeries[],
  shares: readonly number[],
  concentration: number,
): Record<LagWay, LagResult> {
  const sums = Object.fromEntries(
    WAYS.map((way) => [way, { error: 0, covered80: 0, covered95: 0 }]),
  ) as Record<LagWay, { error: number; covered80: number; covered95: number }>;
  const draw = dirichlet(77);
  let count = 0;
  for (const one of series) {
    const years = lastYears(one);
    if (!years) continue;
    count++;
    const { values, from } = years;
    const asOf = addMonths(from, MONTHS - 1);
    const actual = 100 * total(values.slice(24));
    const declarations: DeclarationRow[] = [];
    const lines: CareRow[] = [];
    values.slice(0, MONTHS).forEach((value, at) => {
      const origin = addMonths(from, at);
      const name = { provider: 'Voorbeeld', domain: 'Wmo', product: 'P' };
      let cents = 0;
      draw(shares, concentration).forEach((share, later) => {
        if (at + later >= MONTHS) return;
        const part = Math.round(value * share * 100);
        cents += part;
        const declaredIn = addMonths(origin, later);
        declarations.push({ ...name, origin, declaredIn, amount: moneyFromCents(part) });
      });
      lines.push({
        ...name,
        client: null,
        month: origin,
        unit: null,
        allocated: 'unknown',
        quantity: null,
        amount: moneyFromCents(cents),
        lines: 1,
      });
    });
    for (const way of WAYS) {
      const result = forecastYear({
        year: yearOf(addMonths(from, 24)),
        asOf: lastDay(asOf),
        lines,
        method: 'automatic',
        paths: 300,
        ...(way === 'ignored' ? {} : { declarations, completionMethod: way }),
      });
      const { range } = result;
      const sum = sums[way];
      sum.error += Math.abs(Number(result.total) - actual) / actual;
      if (actual >= Number(range.low80) && actual <= Number(range.high80)) sum.covered80++;
      if (actual >= Number(range.low95) && actual <= Number(range.high95)) sum.covered95++;
    }
  }
  for (const way of WAYS) {
    const { error, covered80, covered95 } = sums[way];
    sums[way] = { error: error / count, covered80: covered80 / count, covered95: covered95 / count };
  }
  return sums;
}

/** Shares drawn around a pattern: gamma numbers (Marsaglia and Tsang 2000) divided by their sum. */
function dirichlet(seed: number): (shares: readonly number[], concentration: number) => number[] {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return (shares, concentration) => {
    const drawn = shares.map((share) => gamma(share * concentration));
    const sum = total(drawn);
    return drawn.map((value) => value / sum);
  };
}
