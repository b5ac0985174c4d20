import { isIsoDate, isMonth, monthOfDate, type IsoDate, type Month } from '../values/date';

const MONTH_NAMES: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'febr'],
  ['maart', 'march', 'mrt', 'mar', 'maa'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/** Number of a month by its Dutch or English name or abbreviation, in lower case. */
export const MONTH_NUMBER: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** Words a message may repeat: they name a period and no person. */
export const PERIOD_WORDS: ReadonlySet<string> = new Set([
  ...MONTH_NUMBER.keys(),
  ...[
    'week',
    'wk',
    'w',
    'kwartaal',
    'kw',
    'quarter',
    'q',
    'k',
    'p',
    'm',
    'periode',
    'period',
    'jaar',
    'year',
  ],
  ...['halfjaar', 'ytd', 't', 'tm'],
]);

/**
 * What a text says about time. `day-first` and `month-first`: a date whose order its own figures prove;
 * `either-order`: one that would also be a date the other way round (read day first, as written here).
 */
export interface PeriodReading {
  readonly month: Month | null;
  readonly day: IsoDate | null;
  readonly order: 'day-first' | 'month-first' | 'either-order' | null;
  /** It is a period, but not a month: a week, a quarter, a half-year or a year. */
  readonly otherPeriod: boolean;
}

const NOTHING: PeriodReading = { month: null, day: null, order: null, otherPeriod: false };

function month(year: string, number: string | number): Month | null {
  const text = `${year}-${String(number).padStart(2, '0')}`;
  return isMonth(text) && plausible(year) ? text : null;
}

const plausible = (year: string): boolean => Number(year) >= 1990 && Number(year) <= 2199;

function day(year: string, number: string, dayNumber: string): IsoDate | null {
  const text = `${year}-${number.padStart(2, '0')}-${dayNumber.padStart(2, '0')}`;
  return isIsoDate(text) && plausible(year) ? text : null;
}

/**
 * Reads a month: `2023-06`, `06-2023`, `202306`, `juni 2023`, `jun-23`, `June 2023`, or a date, which stands
 * for its month: `1-6-2023`, `01/06/2023`, `2023-06-01`, `20230601`, with or without a time. A date written
 * in figures has its day first unless the year comes first.
 * @example readPeriod('jun-23').month // '2023-06'
 * @example readPeriod('week 23 2023').otherPeriod // true
 */
export function readPeriod(written: string): PeriodReading {
  const text = written
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[t\s]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:z|[+-]\d{2}:?\d{2})?$/, '')
    .replace(/\s+/g, ' ');
  const of = (found: Month | null): PeriodReading => (found ? { ...NOTHING, month: found } : NOTHING);
  const onDay = (found: IsoDate | null, order: PeriodReading['order'] = null): PeriodReading =>
    found ? { month: monthOfDate(found), day: found, order, otherPeriod: false } : NOTHING;

  let match = /^(\d{4}) ?[-/. m] ?(?:m ?)?(\d{1,2})$/.exec(text);
  if (match) return of(month(match[1] ?? '', match[2] ?? ''));
  match = /^(\d{1,2}) ?[-/. ] ?(\d{4})$/.exec(text);
  if (match) return of(month(match[2] ?? '', match[1] ?? ''));
  match = /^(\d{4})(\d{2})$/.exec(text);
  if (match) return of(month(match[1] ?? '', match[2] ?? ''));
  match = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (match) return onDay(day(match[1] ?? '', match[2] ?? '', match[3] ?? ''));
  match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (match) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    const dayFirst = day(match[3] ?? '', match[2] ?? '', match[1] ?? '');
    if (dayFirst) return onDay(dayFirst, first > 12 ? 'day-first' : first === second ? null : 'either-order');
    return day(match[3] ?? '', match[1] ?? '', match[2] ?? '')
      ? { ...NOTHING, order: 'month-first' }
      : NOTHING;
  }
  match = /^(?:(\d{1,2})[-/. ]+)?([a-z]{3,9})\.?[-/. ]*['’]?(\d{4}|\d{2})$/.exec(text);
  if (match) {
    const number = MONTH_NUMBER.get(match[2] ?? '');
    const year = (match[3] ?? '').length === 2 ? `20${match[3]}` : (match[3] ?? '');
    if (number !== undefined) {
      return match[1] === undefined ? of(month(year, number)) : onDay(day(year, String(number), match[1]));
    }
  }
  match = /^(\d{4})[-/. ]*([a-z]{3,9})\.?$/.exec(text);
  if (match) {
    const number = MONTH_NUMBER.get(match[2] ?? '');
    if (number !== undefined) return of(month(match[1] ?? '', number));
  }
  const other =
    /^(?:\d{4}[-/. ]?)?(?:w|wk|week|q|k|kw|kwartaal|quarter|h|halfjaar|p|periode|period)[-/. ]?\d{1,2}(?:[-/. ]*(?:'?\d{2}|\d{4}))?$/.test(
      text,
    ) ||
    /^\d{1,2}e? ?(?:kw|kwartaal|quarter|halfjaar)[-/. ]*(?:\d{4})?$/.test(text) ||
    /^(?:19|20|21)\d{2}$/.test(text);
  return other ? { ...NOTHING, otherPeriod: true } : NOTHING;
}

/**
 * Reads a day in either notation, for validity dates; a month alone is none.
 * @example readDay('01-02-2023') // '2023-02-01'
 */
export const readDay = (text: string): IsoDate | null => readPeriod(text).day;
