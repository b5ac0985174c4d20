import { dateOf, dayNumber, monthLength, monthOf, type Month } from '../../core';
import { wholeAt } from './bytes';

/** Months are counted from January of year 0; tables go from 1900 to 2199. */
export const FIRST_MONTH = 1900 * 12;
export const MONTHS = 300 * 12;

/** A month by its count, as text. */
export const nameOf = (month: number): Month => monthOf(Math.floor(month / 12), (month % 12) + 1);

/** Number of the first day of every month of the tables, and of the day after them; by counting, not by dates. */
const firstDays = new Int32Array(MONTHS + 1);
const FIRST_DAY = dayNumber(dateOf(1900, 1, 1));
for (let month = 0, day = FIRST_DAY; month <= MONTHS; month++) {
  firstDays[month] = day;
  day += monthLength(1900 + Math.floor(month / 12), (month % 12) + 1);
}

/** The number of the first day of a month of the tables. */
export const firstDayOf = (month: number): number => firstDays[month - FIRST_MONTH] as number;

const LAST_DAY = (firstDays[MONTHS] as number) - 1;
/** Month by day number, worked out for every day of the tables once. */
const monthOfDay = new Int16Array(LAST_DAY - FIRST_DAY + 1);
for (let month = 0; month < MONTHS; month++) {
  const [from, until] = [firstDays[month] as number, firstDays[month + 1] as number];
  monthOfDay.fill(month, from - FIRST_DAY, until - FIRST_DAY);
}

/** The month of a day, in months since January of year 0. */
export function monthIndex(day: number): number {
  return FIRST_MONTH + (monthOfDay[day - FIRST_DAY] as number);
}

/** The number of a day written as eight digits or with marks between; NaN when there is no such day. */
export function dayAt(bytes: Uint8Array, year: number, month: number, day: number): number {
  const y =
    digit(bytes, year) * 1000 +
    digit(bytes, year + 1) * 100 +
    digit(bytes, year + 2) * 10 +
    digit(bytes, year + 3);
  const m = digit(bytes, month) * 10 + digit(bytes, month + 1);
  const d = digit(bytes, day) * 10 + digit(bytes, day + 1);
  if (!(y >= 1900 && y <= 2199 && m >= 1 && m <= 12 && d >= 1)) return NaN;
  const first = firstDayOf(y * 12 + m - 1);
  const number = first + d - 1;
  if (number > LAST_DAY) return NaN;
  return d <= 28 || monthIndex(number) === y * 12 + m - 1 ? number : NaN;
}

/** No such day. */
export const NO_DAY = -1;

/** Days by the number that their eight digits make, for the days asked for last. */
const recentDigits = new Int32Array(1024);
const recentDays = new Int32Array(1024).fill(NO_DAY);

/** As `dayAt` for eight digits in a row, `NO_DAY` when there is no such day. */
export const dayOfDigits = (bytes: Uint8Array, start: number): number =>
  dayOfNumber(wholeAt(bytes, start, start + 8), bytes, start);

/** As `dayOfDigits`, for who has read the digits as one number already (`wholeAt`). */
export function dayOfNumber(digits: number, bytes: Uint8Array, start: number): number {
  const place = Math.imul(digits, 0x9e3779b1) >>> 22;
  if (recentDigits[place] === digits) return recentDays[place] as number;
  const day = dayAt(bytes, start, start + 4, start + 6);
  if (Number.isNaN(day)) return NO_DAY;
  recentDigits[place] = digits;
  recentDays[place] = day;
  return day;
}

/** A digit's value; NaN when it is none. */
const digit = (bytes: Uint8Array, at: number): number => {
  const value = (bytes[at] as number) - 0x30;
  return value >= 0 && value <= 9 ? value : NaN;
};
