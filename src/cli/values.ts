import { isIsoDate, type IsoDate } from '../core';
import { UsageError } from './failure';

/**
 * A day as typed: `2023-06-30` or `30-06-2023`. Errors: `UsageError` for anything else.
 * @example readDay('30-06-2023', '--as-of') // '2023-06-30'
 */
export function readDay(typed: string, option: string): IsoDate {
  const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(typed);
  const text = dutch
    ? `${dutch[3] ?? ''}-${(dutch[2] ?? '').padStart(2, '0')}-${(dutch[1] ?? '').padStart(2, '0')}`
    : typed;
  if (!isIsoDate(text)) throw new UsageError({ code: 'cli.not-a-date', facts: { option, typed } });
  return text;
}

/** A year as typed, 2000–2100. Errors: `UsageError`. */
export function readYear(typed: string, option: string): number {
  const year = Number(typed);
  if (!/^\d{4}$/.test(typed) || year < 2000 || year > 2100) {
    throw new UsageError({ code: 'cli.not-a-year', facts: { option, typed } });
  }
  return year;
}
