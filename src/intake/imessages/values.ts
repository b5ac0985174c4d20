import { dateFromDayNumber, type IsoDate } from '../../core';
import { dayAt } from '../declared/days';
import type { Walker } from './walker';

/** The day number of a date of a message, `YYYY-MM-DD` without time zone; NaN when it is none. */
export function dayIn(walker: Walker, field: number): number {
  const at = walker.start(field);
  const { bytes } = walker;
  if (walker.length(field) !== 10 || bytes[at + 4] !== 0x2d || bytes[at + 7] !== 0x2d) return NaN;
  return dayAt(bytes, at, at + 5, at + 8);
}

/** As `dayIn`, as a date; null when it is none. */
export function dateIn(walker: Walker, field: number): IsoDate | null {
  const day = dayIn(walker, field);
  return Number.isNaN(day) ? null : dateFromDayNumber(day);
}
