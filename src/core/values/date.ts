import { CoreError } from './error';

declare const dateBrand: unique symbol;
declare const monthBrand: unique symbol;

/** A calendar day as text, `YYYY-MM-DD`. No clock, no time zone; compares as text. */
export type IsoDate = string & { readonly [dateBrand]: 'day' };
/** A calendar month as text, `YYYY-MM`. Compares as text. */
export type Month = string & { readonly [monthBrand]: 'month' };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the text is an existing calendar day. */
export function isIsoDate(text: string): text is IsoDate {
  const match = DAY.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/**
 * Number of days of a month 1–12; 0 for any other number.
 * @example monthLength(2024, 2) // 29
 */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0);
}

/**
 * A day from its text. Errors: `date-not-valid`.
 * @example parseDate('2024-02-29') // '2024-02-29'
 */
export function parseDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new CoreError('date-not-valid', { text });
  return text;
}

/** A day from year, month (1–12) and day. Errors: `date-not-valid`. */
export function dateOf(year: number, month: number, day: number): IsoDate {
  return parseDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export const isMonth = (text: string): text is Month => MONTH.test(text);

/** A month from its text. Errors: `month-not-valid`. */
export function parseMonth(text: string): Month {
  if (!isMonth(text)) throw new CoreError('month-not-valid', { text });
  return text;
}

/** A month from year and month number 1–12. Errors: `month-not-valid`. */
export function monthOf(year: number, month: number): Month {
  return parseMonth(`${pad(year, 4)}-${pad(month, 2)}`);
}

/** The two digits at a place: without a text of their own, as this is asked of every line. */
const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

export const yearOf = (dayOrMonth: IsoDate | Month): number =>
  twoDigits(dayOrMonth, 0) * 100 + twoDigits(dayOrMonth, 2);
/** Month number 1–12. */
export const monthNumber = (dayOrMonth: IsoDate | Month): number => twoDigits(dayOrMonth, 5);
/** Quarter number 1–4. */
export const quarterOf = (dayOrMonth: IsoDate | Month): number => Math.ceil(monthNumber(dayOrMonth) / 3);
export const monthOfDate = (day: IsoDate): Month => day.slice(0, 7) as Month;
export const daysInMonth = (month: Month): number => monthLength(yearOf(month), monthNumber(month));
export const daysInYear = (year: number): number => (isLeapYear(year) ? 366 : 365);
export const firstDay = (month: Month): IsoDate => `${month}-01` as IsoDate;
export const lastDay = (month: Month): IsoDate => `${month}-${pad(daysInMonth(month), 2)}` as IsoDate;
export const lastDayOfQuarter = (year: number, quarter: number): IsoDate =>
  lastDay(monthOf(year, quarter * 3));

/** The twelve months of a calendar year. */
export function monthsOfYear(year: number): Month[] {
  return LENGTHS.map((_, index) => monthOf(year, index + 1));
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar.
 * @example dayNumber(parseDate('2023-01-01')) // 19358
 */
export function dayNumber(day: IsoDate): number {
  const month = monthNumber(day);
  const year = yearOf(day) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day with that number; the inverse of `dayNumber`. */
export function dateFromDayNumber(number: number): IsoDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export const addDays = (day: IsoDate, days: number): IsoDate => dateFromDayNumber(dayNumber(day) + days);

export function addMonths(month: Month, months: number): Month {
  const index = yearOf(month) * 12 + monthNumber(month) - 1 + months;
  return monthOf(Math.floor(index / 12), (index % 12) + 1);
}

/**
 * The day behind an Excel serial number, or null outside its calendar. Fractions (times of day) are cut.
 * In the 1900 system serial 60 is the 29 February 1900 that never was: null.
 * @example dateFromSerial(45107, '1900') // '2023-06-30'
 * @example dateFromSerial(43645, '1904') // '2023-06-30'
 */
export function dateFromSerial(serial: number, system: '1900' | '1904'): IsoDate | null {
  if (!Number.isFinite(serial)) return null;
  const whole = Math.floor(serial);
  if (system === '1904') return whole >= 0 && whole <= 2957003 ? dateFromDayNumber(whole - 24107) : null;
  if (whole < 1 || whole === 60 || whole > 2958465) return null;
  return dateFromDayNumber(whole - (whole > 60 ? 25569 : 25568));
}

/** The Excel serial number of a day; the inverse of `dateFromSerial`. */
export function serialFromDate(day: IsoDate, system: '1900' | '1904'): number {
  const number = dayNumber(day);
  if (system === '1904') return number + 24107;
  const serial = number + 25569;
  return serial > 60 ? serial : serial - 1;
}
