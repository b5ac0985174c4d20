import { Decimal, type Money } from '../../values';
import { FORECAST_METHODS, type BacktestRow, type ForecastMethod } from '../forecast-result';
import { canFit, DAMPED_FROM, Fitter, recommendedMethod, SEASONAL_FROM, type FitInput } from './fit';

export interface BacktestInput {
  /** Prepared months, cents. */
  readonly values: Float64Array;
  /** First month, as in `indexOfMonth`. */
  readonly first: number;
  /** The user's own forecast per month (as in `indexOfMonth`), as far as it was kept. */
  readonly own: ReadonlyMap<number, Money>;
}

export interface Backtest {
  readonly method: ForecastMethod;
  readonly recommended: ForecastMethod;
  readonly rows: readonly BacktestRow[];
}

/** Another method is chosen when its error is below this share of the recommended one's … */
const CLEARLY_BETTER = 0.75;
/** … over at least this many months, and it is better each time. */
const ENOUGH_MONTHS = 12;
const LONGEST_AHEAD = 6;

/**
 * Lets every method forecast the product's own past as it was known 12, 9, 6 and 3 months ago, up to six
 * months ahead, and picks one: the recommended method unless another is clearly better, in sum and each time.
 * (On the M3 monthly series a laxer rule does worse than never choosing.) All methods are compared over the
 * same months.
 */
export function backtest(input: BacktestInput): Backtest {
  const { values, first } = input;
  const count = values.length;
  const recommended = recommendedMethod(count);
  const least = count >= SEASONAL_FROM + 3 ? SEASONAL_FROM : count >= 16 ? 13 : 6;
  const origins = [12, 9, 6, 3].map((back) => count - back).filter((origin) => origin >= least);
  const sums = new Map<ForecastMethod, Sum>();
  let fullMonths = 0;
  for (const origin of origins) {
    const ahead = Math.min(LONGEST_AHEAD, count - origin);
    fullMonths += ahead;
    const own = ownAhead(input.own, first + origin, ahead);
    const fitInput: FitInput = {
      values: values.subarray(0, origin),
      monthsOfYear: (first + origin) % 12,
      ahead,
      own,
    };
    const fitter = new Fitter(fitInput);
    for (const method of FORECAST_METHODS) {
      if (!isTried(method, count) || !canFit(method, fitInput)) continue;
      const { point } = fitter.fit(method);
      const sum = sums.get(method) ?? { error: 0, bias: 0, actual: 0, months: 0, errors: [] };
      const before = sum.error;
      for (let at = 0; at < ahead; at++) {
        const actual = values[origin + at] as number;
        const off = (point[at] as number) - actual;
        sum.error += Math.abs(off);
        sum.bias += off;
        sum.actual += actual;
        sum.months++;
      }
      sum.errors.push(sum.error - before);
      sums.set(method, sum);
    }
  }
  const share = (method: ForecastMethod): number | null => {
    const sum = sums.get(method);
    return sum && sum.months === fullMonths && sum.actual > 0 ? sum.error / sum.actual : null;
  };
  let chosen = recommended;
  const standard = share(recommended);
  if (standard !== null && fullMonths >= ENOUGH_MONTHS) {
    let best = standard * CLEARLY_BETTER;
    for (const method of FORECAST_METHODS) {
      const error = share(method);
      if (error !== null && error < best && isAlwaysBetter(sums.get(method), sums.get(recommended))) {
        best = error;
        chosen = method;
      }
    }
  }
  const rows = FORECAST_METHODS.flatMap((method): BacktestRow[] => {
    const sum = sums.get(method);
    if (!sum) return [];
    const usable = sum.actual > 0;
    return [
      {
        method,
        error: usable ? fourDigits(sum.error / sum.actual) : null,
        bias: usable ? fourDigits(sum.bias / sum.actual) : null,
        months: sum.months,
        chosen: method === chosen,
      },
    ];
  });
  return { method: chosen, recommended, rows };
}

interface Sum {
  error: number;
  bias: number;
  actual: number;
  months: number;
  /** Sum of absolute errors per time it was tried. */
  readonly errors: number[];
}

const isAlwaysBetter = (one: Sum | undefined, other: Sum | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.errors.every((error, at) => error < (other.errors[at] ?? 0));

const fourDigits = (share: number): Decimal => new Decimal(share.toFixed(4));

/** Damped trend on its own is only tried where its mean with Theta could be the recommended method. */
const isTried = (method: ForecastMethod, count: number): boolean =>
  method === 'damped' || method === 'theta-damped' ? count >= DAMPED_FROM : true;

/** The user's own forecast for those months; null unless every month is there. */
export function ownAhead(own: ReadonlyMap<number, Money>, from: number, ahead: number): Money[] | null {
  const amounts: Money[] = [];
  for (let at = 0; at < ahead; at++) {
    const amount = own.get(from + at);
    if (amount === undefined) return null;
    amounts.push(amount);
  }
  return amounts;
}
