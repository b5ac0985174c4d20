import type { GridRange } from '../../core';
import { areaRange } from '../formula';

/**
 * The cells of an address as Excel gives it, sheet included (`'Jeugd, wet'!A1:B5`). Null for what is no area.
 * @example rangeOfAddress("'Jeugd, wet'!A1:B5") // { top: 0, left: 0, bottom: 4, right: 1 }
 */
export const rangeOfAddress = (address: string): GridRange | null =>
  areaRange(address.slice(address.lastIndexOf('!') + 1));

export const sizeOf = ({ top, left, bottom, right }: GridRange): number =>
  (bottom - top + 1) * (right - left + 1);

/** The part two ranges share, or null. */
export function intersection(a: GridRange, b: GridRange): GridRange | null {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : null;
}

/** Splits a range into bands of whole rows of at most `cells` cells (one row at least). */
export function bandsOf(range: GridRange, cells: number): GridRange[] {
  const step = Math.max(1, Math.floor(cells / (range.right - range.left + 1)));
  const bands: GridRange[] = [];
  for (let top = range.top; top <= range.bottom; top += step) {
    bands.push({ ...range, top, bottom: Math.min(range.bottom, top + step - 1) });
  }
  return bands;
}

/** Groups things so that no group weighs more than `most` (a thing that is heavier stands alone). */
export function batchesOf<T>(things: readonly T[], weight: (thing: T) => number, most: number): T[][] {
  const batches: T[][] = [];
  let batch: T[] = [];
  let total = 0;
  for (const thing of things) {
    const own = weight(thing);
    if (batch.length > 0 && total + own > most) {
      batches.push(batch);
      batch = [];
      total = 0;
    }
    batch.push(thing);
    total += own;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
