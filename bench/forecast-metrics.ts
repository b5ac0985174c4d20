import {
  addMonths,
  chanceOfOverrun,
  forecastYear,
  lastDay,
  moneyFromCents,
  parseMonth,
  yearOf,
  type CareRow,
  type ForecastRequest,
  type ForecastResult,
  type Month,
} from '../src/core';
import type { TestSeries } from './forecast-series';
import { holtWinters, yearToDate } from './forecast-peers';

/** Mean of 200|y-f|/(|y|+|f|). */
export function smape(actual: readonly number[], forecast: readonly number[]): number {
  return mean(
    actual.map((value, at) => {
      const other = forecast[at] as number;
      const size = Math.abs(value) + Math.abs(other);
      return size === 0 ? 0 : (200 * Math.abs(value - other)) / size;
    }),
  );
}

/** Mean |y-f| over mean |y(t)-y(t-12)| of the full history. */
export function mase(
  actual: readonly number[],
  forecast: readonly number[],
  history: readonly number[],
): number {
  const scale = mean(history.slice(12).map((value, at) => Math.abs(value - (history[at] as number))));
  return mean(actual.map((value, at) => Math.abs(value - (forecast[at] as number)))) / scale;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

type Method = ForecastRequest['method'];

const FIRST_YEAR = 2001;

function rowsOf(values: readonly number[], from: Month): CareRow[] {
  return values.map((value, at) => ({
    provider: 'Voorbeeld',
    domain: 'Wmo',
    product: 'P',
    client: null,
    month: addMonths(from, at),
    unit: null,
    allocated: 'unknown',
    quantity: null,
    amount: moneyFromCents(Math.round(value * 100)),
    lines: 1,
  }));
}

const startOf = (series: TestSeries): Month =>
  parseMonth(`${FIRST_YEAR}-${String(series.startMonth).padStart(2, '0')}`);

interface Ahead {
  readonly point: number[];
  /** Per month ahead its simulated values; empty when not asked for. */
  readonly paths: Float64Array[];
}

/** The months after a history through the product's own door, year by year. */
export function forecastAhead(
  history: readonly number[],
  from: Month,
  ahead: number,
  method: Method,
  paths: number,
): Ahead {
  const lines = rowsOf(history, from);
  const first = addMonths(from, history.length);
  const last = addMonths(from, history.length + ahead - 1);
  const point: number[] = [];
  const simulated: Float64Array[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    const result = forecastYear({
      year,
      asOf: lastDay(addMonths(first, -1)),
      lines,
      method,
      paths: Math.max(100, paths),
    });
    const values = paths > 0 ? result.paths.of(0) : null;
    const count = result.paths.count;
    result.products[0]?.months.forEach((month, at) => {
      if (month.month < first || month.month > last) return;
      point.push(Number(month.amount) / 100);
      if (values) simulated.push(values.slice(at * count, (at + 1) * count).map((cents) => cents / 100));
    });
  }
  return { point, paths: simulated };
}

export interface Accuracy {
  readonly name: string;
  readonly smape: number;
  readonly mase: number;
}

/** Accuracy of the months ahead, with the whole history or its last months only. */
export function accuracyOf(
  series: readonly TestSeries[],
  name: string,
  forecast: (history: readonly number[], from: Month, ahead: number) => readonly number[],
  keep: number,
  ahead: number,
): Accuracy {
  const errors: number[] = [];
  const scaled: number[] = [];
  for (const one of series) {
    const history = keep > 0 ? one.history.slice(-keep) : one.history;
    const from = addMonths(startOf(one), one.history.length - history.length);
    const found = forecast(history, from, ahead);
    const actual = one.future.slice(0, ahead);
    errors.push(smape(actual, found));
    scaled.push(mase(actual, found, one.history));
  }
  return { name, smape: mean(errors), mase: mean(scaled) };
}

export const ours =
  (method: Method) =>
  (history: readonly number[], from: Month, ahead: number): readonly number[] =>
    forecastAhead(history, from, ahead, method, 0).point;
export const sheet = (history: readonly number[], _from: Month, ahead: number): readonly number[] =>
  holtWinters(history, ahead);
export const average = (history: readonly number[], from: Month, ahead: number): readonly number[] =>
  yearToDate(history, Number(addMonths(from, history.length).slice(5)) - 1, ahead);

export interface Coverage {
  readonly month80: number;
  readonly month95: number;
  readonly sum80: number;
  readonly sum95: number;
}

const inside = (sorted: Float64Array, value: number, part: number): boolean => {
  const edge = (1 - part) / 2;
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const low = sorted[below] as number;
    return low + (place - below) * ((sorted[Math.min(sorted.length - 1, below + 1)] as number) - low);
  };
  return value >= at(edge) && value <= at(1 - edge);
};

/** How often the outcome lies in the range: per month, and of the sum of six months. */
export function coverageOf(
  series: readonly TestSeries[],
  keep: number,
  ahead: number,
  paths: number,
): Coverage {
  const hits = { month80: 0, month95: 0, sum80: 0, sum95: 0 };
  let months = 0;
  for (const one of series) {
    const history = keep > 0 ? one.history.slice(-keep) : one.history;
    const from = addMonths(startOf(one), one.history.length - history.length);
    const found = forecastAhead(history, from, ahead, 'automatic', paths);
    const sum = new Float64Array(found.paths[0]?.length ?? 0);
    found.paths.forEach((values, at) => {
      if (at < 6) values.forEach((value, path) => (sum[path] = (sum[path] as number) + value));
      const sorted = values.slice().sort();
      const actual = one.future[at] as number;
      if (inside(sorted, actual, 0.8)) hits.month80++;
      if (inside(sorted, actual, 0.95)) hits.month95++;
      months++;
    });
    sum.sort();
    const actual = total(one.future.slice(0, 6));
    if (inside(sum, actual, 0.8)) hits.sum80++;
    if (inside(sum, actual, 0.95)) hits.sum95++;
  }
  const count = series.length;
  return {
    month80: hits.month80 / months,
    month95: hits.month95 / months,
    sum80: hits.sum80 / count,
    sum95: hits.sum95 / count,
  };
}

/** The last whole calendar year of a series with the two years before it. */
export function lastYears(series: TestSeries, before = 24): { values: number[]; from: Month } | null {
  const all = [...series.history, ...series.future];
  let end = all.length;
  while ((series.startMonth - 1 + end) % 12 !== 0) end--;
  const begin = end - 12 - before;
  return begin < 0 ? null : { values: all.slice(begin, end), from: addMonths(startOf(series), begin) };
}

export interface YearTotals {
  readonly months: number;
  /** Mean absolute error of the year total as a share of it, per way. */
  readonly errors: Readonly<Record<'ours' | 'ytd' | 'sheet', number>>;
  /** Mean error with its sign. */
  readonly bias: number;
  readonly covered80: number;
  readonly covered95: number;
  /** Mean squared error of the chance over ceilings of 95, 100, 105 and 110% of last year. */
  readonly brier: Readonly<Record<'ours' | 'ytd' | 'sheet', number>>;
  /** Per fifth of the stated chance: mean stated, share that came true, number. */
  readonly reliability: readonly { readonly said: number; readonly came: number; readonly cases: number }[];
}

const CEILINGS = [0.95, 1, 1.05, 1.1];

/** The year total and the chance of an overrun after `months` months of the year. */
export function yearTotals(
  series: readonly TestSeries[],
  months: number,
  paths: number,
  before = 24,
): YearTotals {
  const errors = { ours: 0, ytd: 0, sheet: 0 };
  const brier = { ours: 0, ytd: 0, sheet: 0 };
  const fifths = Array.from({ length: 5 }, () => ({ said: 0, came: 0, cases: 0 }));
  let bias = 0;
  let covered80 = 0;
  let covered95 = 0;
  let count = 0;
  for (const one of series) {
    const years = lastYears(one, before);
    if (!years) continue;
    count++;
    const { values, from } = years;
    const known = values.slice(0, before + months);
    const done = total(known.slice(before));
    const actual = total(values.slice(before));
    const lastYear = total(values.slice(before - 12, before));
    const result = resultOf(known, from);
    const estimate = Number(result.total) / 100;
    const ahead = 12 - months;
    const others = {
      ytd: done + total(yearToDate(known, months, ahead)),
      sheet: done + total(holtWinters(known, ahead)),
    };
    errors.ours += Math.abs(estimate - actual) / actual;
    errors.ytd += Math.abs(others.ytd - actual) / actual;
    errors.sheet += Math.abs(others.sheet - actual) / actual;
    bias += (estimate - actual) / actual;
    const within = (low: bigint, high: bigint): boolean =>
      actual * 100 >= Number(low) && actual * 100 <= Number(high);
    if (within(result.range.low80, result.range.high80)) covered80++;
    if (within(result.range.low95, result.range.high95)) covered95++;
    for (const part of CEILINGS) {
      const ceiling = lastYear * part;
      const happened = actual > ceiling ? 1 : 0;
      const { chance } = chanceOfOverrun(result, {}, moneyFromCents(Math.round(ceiling * 100)));
      const said = chance.toNumber();
      brier.ours += (said - happened) ** 2;
      brier.ytd += ((others.ytd > ceiling ? 1 : 0) - happened) ** 2;
      brier.sheet += ((others.sheet > ceiling ? 1 : 0) - happened) ** 2;
      const fifth = fifths[Math.min(4, Math.floor(said * 5))];
      if (fifth) {
        fifth.said += said;
        fifth.came += happened;
        fifth.cases++;
      }
    }
  }
  const over = (sums: Record<'ours' | 'ytd' | 'sheet', number>, by: number) => ({
    ours: sums.ours / by,
    ytd: sums.ytd / by,
    sheet: sums.sheet / by,
  });
  function resultOf(known: readonly number[], from: Month): ForecastResult {
    const last = addMonths(from, known.length - 1);
    return forecastYear({
      year: yearOf(addMonths(from, before)),
      asOf: lastDay(last),
      lines: rowsOf(known, from),
      method: 'automatic',
      paths,
    });
  }
  return {
    months,
    errors: over(errors, count),
    bias: bias / count,
    covered80: covered80 / count,
    covered95: covered95 / count,
    brier: over(brier, count * CEILINGS.length),
    reliability: fifths.map(({ said, came, cases }) => ({
      said: cases === 0 ? 0 : said / cases,
      came: cases === 0 ? 0 : came / cases,
      cases,
    })),
  };
}
