import { moneyFromCents, type Money } from '../../values';
import type { ForecastMethod } from '../forecast-result';
import { NO_SEASON, seasonalIndices, type SeasonalIndices } from './seasonal-indices';
import { trendLine, type TrendLine } from './trend-line';
import { factorDecimal, levelDecimal, ratioDecimal, type Recipe } from './recipe';

/** What a method can learn from: one product's prepared months. */
export interface FitInput {
  /** Cents per month, none negative, the last one the month before the first that is forecast. */
  readonly values: Float64Array;
  /** How many of the last values belong to the year that is forecast; for the running average. */
  readonly monthsOfYear: number;
  /** Months ahead. */
  readonly ahead: number;
  /** The user's own forecast per month ahead, where there is one. */
  readonly own: readonly Money[] | null;
}

/** How far the outcome may be off, for the simulation. Everything is a share of the amount. */
export interface Spread {
  /** One-step errors, aligned with the values; not a number where there is none. */
  readonly errors: Float64Array;
  /** How much of a surprise stays in the next months. */
  readonly alpha: number;
  readonly slopeError: number;
  /** Standard error of the seasonal index per month ahead. */
  readonly seasonError: readonly number[];
  /** Degrees of freedom behind the errors. */
  readonly freedom: number;
}

export interface Fit {
  readonly method: ForecastMethod;
  /** Cents per month ahead, none negative. */
  readonly point: Float64Array;
  readonly recipe: (monthAhead: number) => Recipe;
  readonly spread: Spread;
}

/** From so many months a season can be estimated. */
export const SEASONAL_FROM = 24;
/** From so many months the mean with damped trend is the recommended method. */
export const DAMPED_FROM = 36;
/** From so many months last year's months say something. */
export const RATIO_FROM = 13;

/** The method that holds when nothing else is known to do better. */
export function recommendedMethod(months: number): ForecastMethod {
  if (months === 0) return 'none';
  if (months >= DAMPED_FROM) return 'theta-damped';
  if (months >= SEASONAL_FROM) return 'theta';
  return months >= RATIO_FROM ? 'ratio-level' : 'level';
}

/** Whether a method has enough months to work with. */
export function canFit(method: ForecastMethod, input: FitInput): boolean {
  const months = input.values.length;
  switch (method) {
    case 'theta':
    case 'theta-damped':
    case 'damped':
      return months >= SEASONAL_FROM;
    case 'ratio-level':
      return months >= RATIO_FROM;
    case 'seasonal-naive':
      return months >= 12;
    case 'level':
      return months > 0;
    case 'running-average':
      return months > 0;
    case 'own-forecast':
      return input.own !== null;
    case 'none':
      return true;
  }
}

/** The parts of the history that several methods share; worked out once. */
export class Fitter {
  private season: SeasonalIndices | null = null;
  private adjusted: Float64Array | null = null;
  private readonly lines = new Map<string, TrendLine>();

  constructor(private readonly input: FitInput) {}

  /** Fits a method. The caller asks `canFit` first; without values everything is 0. */
  fit(method: ForecastMethod): Fit {
    switch (method) {
      case 'theta':
        return this.fitLine(method, 'theta');
      case 'theta-damped':
        return this.fitLine(method, 'mean');
      case 'damped':
        return this.fitLine(method, 'damped');
      case 'level':
        return this.fitLine(method, 'level');
      case 'ratio-level':
        return this.fitBlend();
      case 'running-average':
        return this.fitAverage();
      case 'seasonal-naive':
        return this.fitYearAgo();
      case 'own-forecast':
        return this.fitOwn();
      case 'none':
        return this.assemble(method, () => ({
          kind: 'given',
          label: { code: 'forecast.nothing-expected', facts: {} },
          amount: moneyFromCents(0),
        }));
    }
  }

  private get indices(): SeasonalIndices {
    return (this.season ??=
      this.input.values.length >= SEASONAL_FROM ? seasonalIndices(this.input.values) : NO_SEASON);
  }

  private get withoutSeason(): Float64Array {
    if (this.adjusted) return this.adjusted;
    const { values } = this.input;
    const { index } = this.indices;
    // A month in which the product rests says nothing about the level: the month before stands in for it.
    const adjusted = new Float64Array(values.length);
    values.forEach((value, at) => {
      const season = index[at % 12] as number;
      adjusted[at] = season >= LEAST_INDEX || at === 0 ? value / Math.max(LEAST_INDEX, season) : NaN;
      if (Number.isNaN(adjusted[at])) adjusted[at] = adjusted[at - 1] as number;
    });
    return (this.adjusted = adjusted);
  }

  private line(trend: 'theta' | 'damped' | 'mean' | 'level'): TrendLine {
    let line = this.lines.get(trend);
    if (!line) {
      line = trendLine(this.withoutSeason, { ahead: this.input.ahead, trend });
      this.lines.set(trend, line);
    }
    return line;
  }

  private indexAhead(at: number): number {
    return this.indices.index[(this.input.values.length + at) % 12] as number;
  }

  private fitLine(method: ForecastMethod, trend: 'theta' | 'damped' | 'mean' | 'level'): Fit {
    const line = this.line(trend);
    const point = new Float64Array(this.input.ahead);
    for (let at = 0; at < point.length; at++) {
      const step = line.steps[at] as number;
      const base = line.kind === 'growth' ? line.level * step : line.level + step;
      point[at] = Math.max(0, base * this.indexAhead(at));
    }
    const recipe = (at: number): Recipe => {
      const step = line.steps[at] as number;
      const level = levelDecimal(line.level);
      const index = ratioDecimal(this.indexAhead(at));
      return line.kind === 'growth'
        ? { kind: 'growth', level, factor: factorDecimal(step), index }
        : { kind: 'change', level, change: levelDecimal(step), index };
    };
    return { method, point, recipe, spread: this.spread(line) };
  }

  private spread(line: TrendLine): Spread {
    const { values, ahead } = this.input;
    const { shrinkage, noise } = this.indices;
    const seasonal = values.length >= SEASONAL_FROM;
    return {
      errors: line.errors,
      alpha: Math.max(LEAST_ALPHA, line.alpha),
      slopeError: line.slopeError * (values.length < RATIO_FROM ? SHORT_SLOPE_ERRORS : SLOPE_ERRORS),
      seasonError: Array.from({ length: ahead }, (_, at) =>
        seasonal ? Math.sqrt(noise * (1 - shrinkage)) / Math.max(LEAST_INDEX, this.indexAhead(at)) : 0,
      ),
      freedom: Math.max(4, values.length - 5 - (seasonal ? 12 * (1 - shrinkage) : 0)),
    };
  }

  /**
   * Blend of the level and last year's month times the growth since: each weighs as much as the other was
   * wrong over the months that both could have forecast.
   */
  private fitBlend(): Fit {
    const { values, ahead } = this.input;
    const count = values.length;
    const compared = Math.min(12, count - 12);
    let now = 0;
    let then = 0;
    for (let at = count - compared; at < count; at++) {
      now += values[at] as number;
      then += values[at - 12] as number;
    }
    const ratio = then > 0 ? now / then : 1;
    const mean = now / compared;
    let flatError = 0;
    let ratioError = 0;
    for (let at = count - compared; at < count; at++) {
      flatError += ((values[at] as number) - mean) ** 2;
      ratioError += ((values[at] as number) - ratio * (values[at - 12] as number)) ** 2;
    }
    const prior = 0.005 * compared * mean * mean;
    const bottom = flatError + ratioError + 2 * prior;
    const weight = then > 0 && bottom > 0 ? (flatError + prior) / bottom : 0;
    const line = this.line('level');
    const fixed = {
      weight: ratioDecimal(weight),
      ratio: ratioDecimal(ratio),
      level: levelDecimal(line.level),
    };
    const yearAgo = (at: number): number => values[count - 12 + (at % 12)] as number;
    const point = Float64Array.from({ length: ahead }, (_, at) =>
      Math.max(0, weight * ratio * yearAgo(at) + (1 - weight) * line.level),
    );
    const recipe = (at: number): Recipe => ({
      kind: 'blend',
      ...fixed,
      yearAgo: moneyFromCents(Math.round(yearAgo(at))),
    });
    const spread = this.spread(line);
    return { method: 'ratio-level', point, recipe, spread };
  }

  private fitAverage(): Fit {
    const { values, monthsOfYear } = this.input;
    const count = monthsOfYear > 0 ? Math.min(monthsOfYear, values.length) : Math.min(12, values.length);
    const months = [...values.slice(values.length - count)].map((cents) => moneyFromCents(Math.round(cents)));
    return this.assemble('running-average', () => ({ kind: 'mean', months }), {
      value: () => months.reduce((sum, amount) => sum + Number(amount), 0) / months.length,
    });
  }

  private fitYearAgo(): Fit {
    const { values } = this.input;
    const yearAgo = (at: number): number => Math.round(values[values.length - 12 + (at % 12)] as number);
    return this.assemble(
      'seasonal-naive',
      (at) => ({
        kind: 'given',
        label: { code: 'forecast.month-year-ago', facts: {} },
        amount: moneyFromCents(yearAgo(at)),
      }),
      { value: yearAgo },
    );
  }

  private fitOwn(): Fit {
    const { own } = this.input;
    const amount = (at: number): Money => own?.[at] ?? moneyFromCents(0);
    return this.assemble(
      'own-forecast',
      (at) => ({
        kind: 'given',
        label: { code: 'forecast.own-forecast', facts: {} },
        amount: amount(at),
      }),
      { value: (at) => Number(amount(at)) },
    );
  }

  /** A method without a model of its own: how wrong it can be is taken from the level's errors. */
  private assemble(
    method: ForecastMethod,
    recipe: (at: number) => Recipe,
    { value }: { value: (at: number) => number } = { value: () => 0 },
  ): Fit {
    const point = Float64Array.from({ length: this.input.ahead }, (_, at) => Math.max(0, value(at)));
    return { method, point, recipe, spread: this.spread(this.line('level')) };
  }
}

/** Below this index a month is one in which hardly anything is delivered. */
const LEAST_INDEX = 0.05;
/** A surprise never fades at once: with a smaller smoothing ranges of sums prove too narrow. */
const LEAST_ALPHA = 0.2;
/** The least-squares error of a slope takes deviations as independent, which in time they aren't. */
const SLOPE_ERRORS = 2;
/** Over a few months a slope is mostly noise, and no trend is forecast from it. */
const SHORT_SLOPE_ERRORS = 0.5;
