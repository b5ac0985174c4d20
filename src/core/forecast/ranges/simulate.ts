import type { Spread } from '../methods/fit';
import { randomStream, streamOf } from './random';
import { WINDOW, type SharedNoise } from './shared-noise';

/** What is simulated of one month of the year. */
export type MonthModel =
  /** The same in every path: closed, or set by hand. */
  | { readonly kind: 'fixed'; readonly cents: number }
  /** Over, but not declared in full: declared + expected × what is still open. */
  | {
      readonly kind: 'incomplete';
      readonly declared: number;
      /** What was expected before anything was declared; null: completed by chain ladder. */
      readonly prior: { readonly cents: number; readonly ahead: number } | null;
      readonly amount: number;
      readonly share: number;
      readonly shareError: number;
      readonly event: string;
      /** What of a surprise in this month goes into the level of later months. */
      readonly weight: number;
    }
  /** Not over yet. */
  | {
      readonly kind: 'ahead';
      readonly cents: number;
      readonly ahead: number;
      /** Declared already: the month becomes no less. */
      readonly least: number;
      /** Calendar month 0-11, for the uncertainty of the season. */
      readonly season: number;
    };

/** What is needed to simulate one product, and to do so again. */
export interface ProductModel {
  readonly name: string;
  readonly months: readonly MonthModel[];
  /** Deviations by months before the last month that is over; 0 where there is none. */
  readonly past: Float64Array;
  readonly sigma: number;
  readonly alpha: number;
  readonly slopeError: number;
  readonly seasonError: readonly number[];
  readonly freedom: number;
  /** Deviations are a share of the month, but of no less than this. */
  readonly least: number;
}

/** Error of the level where the history ends, beside that of the smoothing, as a share of one deviation. */
const LEVEL_ERROR = 0.2;
/** With fewer errors than this a deviation is assumed beside them … */
const FEW_ERRORS = 12;
/** … of this size, as if seen in six months less half a month per error. Assumed. */
const ASSUMED_SIGMA = 0.15;
const assumedMonths = (errors: number): number => Math.max(1, 6 - errors / 2);

// Rows of shared noise: the slope, the level, twelve seasons, a surprise per month.
const slopeRow = 0;
const levelRow = 1;
const seasonRow = (month: number): number => 2 + month;
const surpriseRow = (ahead: number): number => 14 + ahead;

/** The part of a product's model that follows from its fit; `level` in cents. */
export function spreadModel(name: string, spread: Spread, level: number): Omit<ProductModel, 'months'> {
  const past = new Float64Array(WINDOW);
  let squares = 0;
  let counted = 0;
  for (let at = 0; at < spread.errors.length; at++) {
    const error = spread.errors[at] as number;
    if (Number.isNaN(error)) continue;
    squares += error * error;
    counted++;
    const before = spread.errors.length - 1 - at;
    if (before < WINDOW) past[before] = error;
  }
  const few = counted < FEW_ERRORS;
  const assumed = assumedMonths(counted);
  const sigma = few
    ? Math.sqrt((squares + assumed * ASSUMED_SIGMA ** 2) / (Math.max(0, counted - 1) + assumed))
    : Math.sqrt(squares / spread.freedom);
  if (counted < 6 || squares === 0) {
    // Too little to say what it moves with: deviations of its own.
    const random = randomStream(streamOf(name), 7);
    for (let at = 0; at < WINDOW; at++) past[at] = random.normal();
  }
  return {
    name,
    past,
    sigma,
    alpha: spread.alpha,
    slopeError: spread.slopeError,
    seasonError: spread.seasonError,
    freedom: few ? Math.max(5, counted) : spread.freedom,
    least: LEAST_OF_LEVEL * level,
  };
}

const LEAST_OF_LEVEL = 0.25;

/**
 * Simulated months of one product: `values[month * paths + path]`, cents, none negative where nothing is
 * declared. A surprise stays for a part in later months; slope, level and seasonal indices are uncertain; one
 * draw per path makes all deviations larger or smaller (Student's t).
 */
export function simulateProduct(model: ProductModel, noise: SharedNoise): Float64Array {
  const { paths } = noise;
  const values = new Float64Array(model.months.length * paths);
  const size = sizes(model, noise);
  const slope = new Float64Array(paths);
  const drift = new Float64Array(paths);
  const surprise = new Float64Array(paths);
  const season = new Float64Array(paths);
  const open = model.months.some((month) => month.kind === 'ahead');
  if (open) {
    if (model.slopeError > 0) noise.mix(slopeRow, model.past, slope);
    noise.mix(levelRow, model.past, drift);
    for (let path = 0; path < paths; path++) {
      drift[path] = (drift[path] as number) * LEVEL_ERROR * model.sigma;
      slope[path] = (slope[path] as number) * model.slopeError;
    }
  }
  let reached = 0;
  model.months.forEach((month, number) => {
    const start = number * paths;
    if (month.kind === 'fixed') {
      values.fill(month.cents, start, start + paths);
      return;
    }
    if (month.kind === 'incomplete') {
      simulateIncomplete(model, noise, month, size, surprise, values.subarray(start, start + paths));
      const expected = Math.max(month.amount, model.least);
      if (month.weight > 0 && expected > 0) {
        for (let path = 0; path < paths; path++) {
          const off = ((values[start + path] as number) - month.amount) / expected;
          drift[path] = (drift[path] as number) + month.weight * Math.max(-1, Math.min(1, off));
        }
      }
      return;
    }
    // Months between the last that was simulated and this one belong to another year: they drift as well.
    for (; reached < month.ahead; reached++) {
      noise.mix(surpriseRow(reached), model.past, surprise);
      for (let path = 0; path < paths; path++) {
        drift[path] =
          (drift[path] as number) +
          model.alpha * model.sigma * (size[path] as number) * (surprise[path] as number);
      }
    }
    const seasonError = model.seasonError[month.ahead] ?? 0;
    if (seasonError > 0) noise.mix(seasonRow(month.season), model.past, season);
    noise.mix(surpriseRow(month.ahead), model.past, surprise);
    const base = Math.max(month.cents, model.least);
    for (let path = 0; path < paths; path++) {
      const shock = model.sigma * (size[path] as number) * (surprise[path] as number);
      let off = (drift[path] as number) + shock + (slope[path] as number) * (month.ahead + 1);
      if (seasonError > 0) off += seasonError * (season[path] as number);
      values[start + path] = Math.max(0, month.least, month.cents + base * off);
      drift[path] = (drift[path] as number) + model.alpha * shock;
    }
    reached = month.ahead + 1;
  });
  return values;
}

function simulateIncomplete(
  model: ProductModel,
  noise: SharedNoise,
  month: Extract<MonthModel, { kind: 'incomplete' }>,
  size: Float64Array,
  surprise: Float64Array,
  out: Float64Array,
): void {
  const event = noise.event(month.event);
  const error = Math.min(0.5, month.shareError);
  if (month.prior) noise.mix(surpriseRow(month.prior.ahead), model.past, surprise);
  for (let path = 0; path < noise.paths; path++) {
    const factor = Math.exp(error * (event[path] as number) - (error * error) / 2);
    if (month.prior) {
      const off = model.sigma * (size[path] as number) * (surprise[path] as number);
      const expected = Math.max(0, month.prior.cents + Math.max(month.prior.cents, model.least) * off);
      // The error is that of the final amount; what is still open carries all of it.
      const share = Math.min(1, month.share / factor);
      out[path] = month.declared + expected * (1 - share);
    } else {
      out[path] = month.declared + Math.max(0, month.amount * factor - month.declared);
    }
  }
}

/** Per path: how much larger or smaller than estimated the deviations are. Source: Wilson and Hilferty (1931). */
function sizes({ freedom }: ProductModel, noise: SharedNoise): Float64Array {
  let own = SIZES.get(noise);
  if (!own) SIZES.set(noise, (own = new Map()));
  let found = own.get(freedom);
  if (!found) own.set(freedom, (found = makeSizes(freedom, noise)));
  return found;
}

/** Many products have the same freedom: their sizes are made once. */
const SIZES = new WeakMap<SharedNoise, Map<number, Float64Array>>();

function makeSizes(freedom: number, noise: SharedNoise): Float64Array {
  const part = 2 / (9 * freedom);
  const root = Math.sqrt(part);
  return noise.common.map((normal) => {
    const cube = 1 - part + root * normal;
    return 1 / Math.sqrt(Math.max(0.05, cube * cube * cube));
  });
}
