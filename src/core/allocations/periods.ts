import {
  addMonths,
  CoreError,
  dayNumber,
  daysInMonth,
  firstDay,
  lastDay,
  monthOfDate,
  type IsoDate,
  type Month,
} from '../values';

/** The part of a span that lies in one month. */
export interface MonthSlice {
  readonly month: Month;
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly days: number;
  /** The span covers the whole month. */
  readonly whole: boolean;
}

/** Days of a span, both ends included. */
export const daysOfSpan = (first: IsoDate, last: IsoDate): number => dayNumber(last) - dayNumber(first) + 1;

/**
 * A span cut into months: the slices touch, don't overlap, and their days add up to the span's.
 * Errors: `dates-reversed`.
 * @example monthSlices(parseDate('2023-07-10'), parseDate('2023-09-03')).map((slice) => slice.days) // [22, 31, 3]
 */
export function monthSlices(from: IsoDate, until: IsoDate): MonthSlice[] {
  if (until < from) throw new CoreError('dates-reversed', { from, until });
  const slices: MonthSlice[] = [];
  const end = monthOfDate(until);
  for (let month = monthOfDate(from); month <= end; month = addMonths(month, 1)) {
    const [opens, closes] = [firstDay(month), lastDay(month)];
    const first = from > opens ? from : opens;
    const last = until < closes ? until : closes;
    const days = daysOfSpan(first, last);
    slices.push({ month, first, last, days, whole: days === daysInMonth(month) });
  }
  return slices;
}

/** Weeks from Monday to Sunday, counted from the one that holds 1 January 1970 (a Thursday). */
const weekIndex = (day: IsoDate): number => Math.floor((dayNumber(day) + 3) / 7);

/**
 * How many ISO weeks (Monday to Sunday) a span touches, parts of weeks included.
 * Errors: `dates-reversed`.
 * @example isoWeeksTouched(parseDate('2023-07-10'), parseDate('2023-09-03')) // 8
 */
export function isoWeeksTouched(first: IsoDate, last: IsoDate): number {
  if (last < first) throw new CoreError('dates-reversed', { from: first, until: last });
  return weekIndex(last) - weekIndex(first) + 1;
}

/** Whether a day is a Sunday. */
export const isSunday = (day: IsoDate): boolean => (((dayNumber(day) + 3) % 7) + 7) % 7 === 6;

/**
 * How many Sundays a span has. Errors: `dates-reversed`.
 * @example sundaysIn(parseDate('2023-07-10'), parseDate('2023-07-31')) // 3
 */
export function sundaysIn(first: IsoDate, last: IsoDate): number {
  if (last < first) throw new CoreError('dates-reversed', { from: first, until: last });
  // Each Sunday ends its week: complete weeks up to a day minus those before the span.
  const ended = (number: number): number => Math.floor((number + 4) / 7);
  return ended(dayNumber(last)) - ended(dayNumber(first) - 1);
}

/**
 * Weeks of an output-based allocation that a month may be charged for: the Sundays in it; where the
 * allocation doesn't end on a Sunday its last, broken week goes to the month of its last Sunday (to its only
 * month when there is no Sunday in it at all). Over the whole allocation that is every ISO week it touches.
 * @example outputWeeks(parseDate('2023-09-05'), monthSlices(parseDate('2023-07-10'), parseDate('2023-09-05'))) // [3, 4, 2]
 */
export function outputWeeks(until: IsoDate, slices: readonly MonthSlice[]): number[] {
  const weeks = slices.map(({ first, last }) => sundaysIn(first, last));
  if (isSunday(until)) return weeks;
  let at = weeks.length - 1;
  while (at > 0 && weeks[at] === 0) at--;
  // Without a Sunday anywhere the broken week belongs to the month in which the allocation ends.
  const target = weeks[at] === 0 ? weeks.length - 1 : at;
  weeks[target] = (weeks[target] ?? 0) + 1;
  return weeks;
}
