import { monthNumber, monthOf, yearOf, type IsoDate, type Month, lastDay, monthOfDate } from '../../values';

/** A month as a whole number that counts on by one: what a series is indexed by. */
export const indexOfMonth = (month: Month): number => yearOf(month) * 12 + monthNumber(month) - 1;

/** The inverse of `indexOfMonth`. */
export const monthAt = (index: number): Month => monthOf(Math.floor(index / 12), (index % 12) + 1);

/**
 * The last month that is over on a day: the day's own month when it is that month's last day.
 * @example lastMonthOver(parseDate('2023-06-30')) - indexOfMonth(parseMonth('2023-06')) // 0
 * @example lastMonthOver(parseDate('2023-06-29')) - indexOfMonth(parseMonth('2023-06')) // -1
 */
export function lastMonthOver(asOf: IsoDate): number {
  const month = monthOfDate(asOf);
  return indexOfMonth(month) - (lastDay(month) <= asOf ? 0 : 1);
}
