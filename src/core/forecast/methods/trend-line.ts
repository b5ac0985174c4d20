import { smoothLevel, smoothTrend, type Smoothed } from './exponential-smoothing';

/**
 * Where a series without its season goes. `growth`: level × step (the step is a factor). `change`: level +
 * step (the step is an amount).
 */
export interface TrendLine {
  readonly kind: 'growth' | 'change';
  readonly level: number;
  /** One per month ahead. */
  readonly steps: readonly number[];
  /** Smoothing of the level: how much of a surprise stays. */
  readonly alpha: number;
  /** Growth (or change as a share of the level) per month that stands behind the steps. */
  readonly slope: number;
  /** Standard error of that slope. */
  readonly slopeError: number;
  /** One-step errors as a share of what was expected, oldest first; not a number where there is none. */
  readonly errors: Float64Array;
}

/** Part of the correction from the typical month to the mean month that is made; 1 would be all of it. */
const RETRANSFORMATION = 0.7;
/** Above this standard deviation of logarithms percentages mislead: such a series is handled in amounts. */
const MOST_IRREGULAR = 0.35;
/** Faster growth than this per month is a start, which doesn't go on in percentages: amounts then, too. */
const FASTEST_GROWTH = 0.02;
/** Errors are a share of what was expected, but of no less than this share of the mean. */
const LEAST_OF_MEAN = 0.25;

/** Slope of the least-squares line through the values. */
function slopeOf(values: ArrayLike<number>): { slope: number; error: number } {
  const count = values.length;
  if (count < 3) return { slope: 0, error: 0 };
  const middle = (count - 1) / 2;
  let mean = 0;
  for (let at = 0; at < count; at++) mean += (values[at] as number) / count;
  let top = 0;
  let bottom = 0;
  let squares = 0;
  for (let at = 0; at < count; at++) {
    const gap = (values[at] as number) - mean;
    top += (at - middle) * gap;
    bottom += (at - middle) ** 2;
    squares += gap * gap;
  }
  const slope = top / bottom;
  return { slope, error: Math.sqrt(Math.max(0, squares - slope * top) / (count - 2) / bottom) };
}

export interface TrendLineOptions {
  /** Months ahead. */
  readonly ahead: number;
  /** `theta`: half the slope of the line. `damped`: damped trend. `mean`: of both. `level`: no trend. */
  readonly trend: 'theta' | 'damped' | 'mean' | 'level';
}

/**
 * Trend line of a series without its season. On logarithms (growth in percentages) when every value is
 * positive, the series is not too irregular and doesn't grow too fast; otherwise on the amounts themselves.
 *
 * Theta: simple exponential smoothing plus half the slope of the least-squares line. Source: Assimakopoulos
 * and Nikolopoulos, The theta model, International Journal of Forecasting 16 (2000), in the form of Hyndman
 * and Billah, Unmasking the Theta method, the same journal 19 (2003). The way back from logarithms: Duan,
 * Smearing estimate, Journal of the American Statistical Association 78 (1983).
 */
export function trendLine(values: ArrayLike<number>, options: TrendLineOptions): TrendLine {
  const count = values.length;
  let positive = count >= 6;
  for (let at = 0; at < count && positive; at++) positive = (values[at] as number) > 0;
  if (positive) {
    const logs = new Float64Array(count);
    for (let at = 0; at < count; at++) logs[at] = Math.log(values[at] as number);
    const line = straightLine(logs, options);
    const deviation = Math.sqrt(line.residuals.reduce((sum, error) => sum + error * error, 0) / (count - 1));
    const [now = 0, next = 0] = line.steps;
    if (deviation <= MOST_IRREGULAR && next - now <= FASTEST_GROWTH) {
      return inPercentages(values, line, options.ahead);
    }
  }
  return inAmounts(values, straightLine(values, options), options.ahead);
}

interface StraightLine {
  readonly smoothed: Smoothed;
  readonly level: number;
  readonly steps: number[];
  readonly slope: number;
  readonly slopeError: number;
  /** One-step errors of the smoothing with drift, from the second value on. */
  readonly residuals: number[];
  /** What was expected at each value from the second on. */
  readonly expected: number[];
}

function straightLine(values: ArrayLike<number>, options: TrendLineOptions): StraightLine {
  const { trend } = options;
  // Two at least: whether growth is too fast must not depend on how far ahead is asked.
  const ahead = Math.max(2, options.ahead);
  const count = values.length;
  const smoothed = smoothLevel(values);
  const { alpha } = smoothed;
  const line = slopeOf(values);
  const drift = trend === 'level' ? 0 : line.slope / 2;
  const lag = alpha > 0 ? (1 - (1 - alpha) ** count) / alpha : 0;
  let level = smoothed.level;
  let steps = new Array<number>(ahead).fill(0);
  if (trend === 'theta' || trend === 'mean') {
    level += drift * lag;
    steps = steps.map((_, at) => drift * at);
  }
  if (trend === 'damped' || trend === 'mean') {
    const damped = smoothTrend(values);
    let fade = damped.phi;
    const changes: number[] = [];
    let change = 0;
    for (let at = 0; at < ahead; at++) {
      change += fade * damped.trend;
      fade *= damped.phi;
      changes.push(change);
    }
    if (trend === 'damped') {
      level = damped.level;
      steps = changes;
    } else {
      level = (level + damped.level) / 2;
      steps = steps.map((step, at) => (step + (changes[at] as number)) / 2);
    }
  }
  const residuals: number[] = [];
  const expected: number[] = [];
  // Backwards from the level: the level before the first value is what gives the smoothed level at the end.
  let current = startOf(values, smoothed);
  for (let at = 0; at < count; at++) {
    const value = values[at] as number;
    const forecast = current + (drift * (1 - (1 - alpha) ** at)) / alpha;
    if (at > 0) {
      expected.push(forecast);
      residuals.push(value - forecast);
    }
    current += alpha * (value - current);
  }
  return { smoothed, level, steps, slope: drift, slopeError: line.error, residuals, expected };
}

/** The level before the first value, worked back from the level after the last. */
function startOf(values: ArrayLike<number>, { alpha, level }: Smoothed): number {
  const keep = (1 - alpha) ** values.length;
  let fromZero = 0;
  for (let at = 0; at < values.length; at++) fromZero += alpha * ((values[at] as number) - fromZero);
  return keep > 1e-9 ? (level - fromZero) / keep : (values[0] as number);
}

function inPercentages(values: ArrayLike<number>, line: StraightLine, ahead: number): TrendLine {
  const { residuals } = line;
  const mean = residuals.reduce((sum, error) => sum + error, 0) / residuals.length;
  const smear = residuals.reduce((sum, error) => sum + Math.exp(error - mean), 0) / residuals.length;
  const errors = new Float64Array(values.length).fill(NaN);
  residuals.forEach((error, at) => (errors[at + 1] = error));
  const first = line.steps[0] ?? 0;
  return {
    kind: 'growth',
    level: Math.exp(line.level + first) * (1 + RETRANSFORMATION * (smear - 1)),
    steps: Array.from({ length: ahead }, (_, at) => Math.exp((line.steps[at] as number) - first)),
    alpha: line.smoothed.alpha,
    slope: line.slope,
    slopeError: line.slopeError,
    errors,
  };
}

function inAmounts(values: ArrayLike<number>, line: StraightLine, ahead: number): TrendLine {
  let mean = 0;
  for (let at = 0; at < values.length; at++) mean += Math.abs(values[at] as number) / values.length;
  const floor = LEAST_OF_MEAN * mean;
  const errors = new Float64Array(values.length).fill(NaN);
  if (mean > 0) {
    line.residuals.forEach(
      (error, at) => (errors[at + 1] = error / Math.max(floor, line.expected[at] as number)),
    );
  }
  const first = line.steps[0] ?? 0;
  return {
    kind: 'change',
    level: line.level + first,
    steps: line.steps.slice(0, ahead).map((step) => step - first),
    alpha: line.smoothed.alpha,
    slope: mean > 0 ? line.slope / mean : 0,
    slopeError: mean > 0 ? line.slopeError / mean : 0,
    errors,
  };
}
