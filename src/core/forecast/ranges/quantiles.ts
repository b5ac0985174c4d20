import { moneyFromCents, type Money } from '../../values';
import type { AmountRange } from '../forecast-result';

/**
 * The value below which a share of the sorted values lies, between two of them in proportion.
 * @example quantile(Float64Array.from([0, 10, 20, 30, 40]), 0.25) // 10
 */
export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const from = sorted[below] as number;
  const to = sorted[Math.min(sorted.length - 1, below + 1)] as number;
  return from + (at - below) * (to - from);
}

const cents = (value: number): Money => moneyFromCents(Math.round(value));

/** The middle 80% and 95% of simulated cents. */
export function rangeOfValues(values: Float64Array): AmountRange {
  const sorted = values.slice().sort();
  return {
    low80: cents(quantile(sorted, 0.1)),
    high80: cents(quantile(sorted, 0.9)),
    low95: cents(quantile(sorted, 0.025)),
    high95: cents(quantile(sorted, 0.975)),
  };
}

/** A range around an amount that is certain. */
export const certain = (amount: Money): AmountRange => ({
  low80: amount,
  high80: amount,
  low95: amount,
  high95: amount,
});

/** Per path the sum over the twelve months. */
export function yearOfPaths(values: Float64Array, paths: number): Float64Array {
  const year = new Float64Array(paths);
  for (let start = 0; start < values.length; start += paths) {
    for (let path = 0; path < paths; path++) {
      year[path] = (year[path] as number) + (values[start + path] as number);
    }
  }
  return year;
}
