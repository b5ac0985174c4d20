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
  const work = values.slice();
  const last = work.length - 1;
  // Only the four places are put in order, from the outside in: sorting everything takes several times as long.
  const at = (share: number, from: number, until: number): Money => {
    const place = share * last;
    const below = Math.floor(place);
    selectInPlace(work, below, from, until);
    const low = work[below] as number;
    if (below === last) return cents(low);
    let high = Infinity;
    for (let next = below + 1; next <= until; next++) high = Math.min(high, work[next] as number);
    return cents(low + (place - below) * (high - low));
  };
  const low80 = at(0.1, 0, last);
  // With few values both lie between the same two.
  const tenth = Math.floor(0.1 * last);
  const low95 = at(0.025, 0, Math.floor(0.025 * last) < tenth ? tenth : last);
  const high80 = at(0.9, tenth, last);
  const high95 = at(0.975, Math.floor(0.9 * last), last);
  return { low80, high80, low95, high95 };
}

/** Puts the value that belongs at `place` there, smaller ones before it and larger ones after it. Hoare (1961). */
function selectInPlace(values: Float64Array, place: number, from: number, until: number): void {
  let low = from;
  let high = until;
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] as number) < pivot) left++;
      while ((values[right] as number) > pivot) right--;
      if (left <= right) {
        const kept = values[left] as number;
        values[left] = values[right] as number;
        values[right] = kept;
        left++;
        right--;
      }
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return;
  }
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
