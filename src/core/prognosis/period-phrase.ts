import { MONTH_NUMBER } from '../production/period-text';
import { editDistance } from './text';

/** Months 1–12 a text stands for, both included, with the year when it says one. */
export interface PeriodPhrase {
  readonly from: number;
  readonly until: number;
  readonly year: number | null;
  readonly kind: 'month' | 'quarter' | 'half' | 'year' | 'range';
}

const LONG_MONTHS = [...MONTH_NUMBER].filter(([name]) => name.length >= 5);

const ORDINALS: Readonly<Record<string, number>> = {
  eerste: 1,
  tweede: 2,
  derde: 3,
  vierde: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
};

function ordinal(word: string | undefined): number | null {
  if (word === undefined) return null;
  const digits = /^0?(\d{1,2})(?:e|ste|de|st|nd|rd|th)?$/.exec(word);
  if (digits) return Number(digits[1]);
  return ORDINALS[word] ?? null;
}

/** A year written in four digits. */
export const isYear = (word: string | undefined): boolean => word !== undefined && /^(19|20)\d\d$/.test(word);

/** Month number of a month's name, abbreviation or (from five letters) misspelling; null otherwise. */
export function monthOfWord(word: string): number | null {
  const exact = MONTH_NUMBER.get(word);
  if (exact !== undefined) return exact;
  if (word.length < 5 || word.length > 11 || !/^[a-z]+$/.test(word)) return null;
  for (const [name, month] of LONG_MONTHS) {
    // A misspelling keeps its first or its last letter.
    if (name[0] !== word[0] && name[name.length - 1] !== word[word.length - 1]) continue;
    if (editDistance(word, name, 1) <= 1) return month;
  }
  return null;
}

/** A period with the words it takes: where it starts and how many. */
export interface Found {
  readonly from: number;
  readonly until: number;
  readonly year: number | null;
  readonly kind: PeriodPhrase['kind'];
  readonly start: number;
  readonly length: number;
}

const quarter = (n: number): [number, number] => [n * 3 - 2, n * 3];
const half = (n: number): [number, number] => [n * 6 - 5, n * 6];

/** A year written as `2023` or, beside a month, as `23`. */
function yearWord(word: string | undefined, allowShort: boolean): number | null {
  if (word === undefined) return null;
  if (isYear(word)) return Number(word);
  if (allowShort && /^\d\d$/.test(word) && Number(word) >= 10 && Number(word) <= 69)
    return 2000 + Number(word);
  return null;
}

/** Words that are part of a period together with a number, though they are none themselves. */
const PART_WORDS = new Set(
  'p m mnd periode maand month period q k kw kwartaal quarter qtr kwrt h hj halfjaar halfyear helft semester half'.split(
    ' ',
  ),
);
/** Codes and the like: no notation of a period has so many digits, but for year and month in one. */
const LONG_NUMBER = /^[a-z]*\d{5,}$/;
const YEAR_MONTH = /^20\d\d(?:0[1-9]|1[0-2])$/;
const LETTERS = /^[a-z]+$/;

/** Whether a word can begin a period, whatever follows it; remembered, as labels repeat their words. */
function mayBegin(word: string): boolean {
  if (LONG_NUMBER.test(word)) return YEAR_MONTH.test(word);
  let known = MAY_BEGIN.get(word);
  if (known === undefined) {
    known =
      !LETTERS.test(word) ||
      PART_WORDS.has(word) ||
      ORDINALS[word] !== undefined ||
      monthOfWord(word) !== null;
    if (MAY_BEGIN.size >= 5000) MAY_BEGIN.clear();
    MAY_BEGIN.set(word, known);
  }
  return known;
}
const MAY_BEGIN = new Map<string, boolean>();

/** One period that starts at word `at`, the longest way it can be read. */
function periodAt(words: readonly string[], at: number): Found | null {
  const word = words[at];
  if (word === undefined || !mayBegin(word)) return null;
  const next = words[at + 1];
  const found = (
    span: readonly [number, number],
    kind: Found['kind'],
    length: number,
    year: number | null = null,
  ): Found => ({ from: span[0], until: span[1], kind, year, start: at, length });
  const withYear = (
    span: readonly [number, number],
    kind: Found['kind'],
    length: number,
    short: boolean,
  ): Found => {
    const after = yearWord(words[at + length], short);
    // `jan 23` is a year only when nothing else follows that makes it a day.
    if (after !== null) return found(span, kind, length + 1, after);
    return found(span, kind, length);
  };

  // Compact forms: 2023-01, 01-2023, 202301, 2023m01, 2023q1, jan23.
  let match = /^(20\d\d)(0[1-9]|1[0-2])$/.exec(word);
  if (match) return found([Number(match[2]), Number(match[2])], 'month', 1, Number(match[1]));
  match = /^(20\d\d)(?:m|p)(0?[1-9]|1[0-2])$/.exec(word);
  if (match) return found([Number(match[2]), Number(match[2])], 'month', 1, Number(match[1]));
  match = /^(20\d\d)(?:q|k|kw)([1-4])$/.exec(word);
  if (match) return found(quarter(Number(match[2])), 'quarter', 1, Number(match[1]));
  match = /^([a-z]{3,9})(\d\d|20\d\d)$/.exec(word);
  if (match) {
    const month = MONTH_NUMBER.get(match[1] ?? '');
    const year = yearWord(match[2], true);
    if (month !== undefined && year !== null) return found([month, month], 'month', 1, year);
  }
  if (isYear(word) && next !== undefined) {
    // 2023-01-31 and 2023-01; 2023 januari; 2023 Q1
    if (/^\d{1,2}$/.test(next) && Number(next) >= 1 && Number(next) <= 12) {
      const day = words[at + 2];
      const isDay = day !== undefined && /^\d{1,2}$/.test(day) && Number(day) <= 31;
      return found([Number(next), Number(next)], 'month', isDay ? 3 : 2, Number(word));
    }
    const later = periodAt(words, at + 1);
    if (later && later.kind !== 'year' && later.year === null) {
      return found([later.from, later.until], later.kind, later.length + 1, Number(word));
    }
  }
  if (/^\d{1,2}$/.test(word)) {
    const third = words[at + 2];
    // 31-01-2023
    if (
      next !== undefined &&
      /^\d{1,2}$/.test(next) &&
      Number(next) >= 1 &&
      Number(next) <= 12 &&
      Number(word) <= 31 &&
      isYear(third)
    ) {
      return found([Number(next), Number(next)], 'month', 3, Number(third));
    }
    // 01-2023
    if (Number(word) >= 1 && Number(word) <= 12 && isYear(next)) {
      return found([Number(word), Number(word)], 'month', 2, Number(next));
    }
    // 31 januari 2023, 1 jan
    const month = next === undefined ? undefined : MONTH_NUMBER.get(next);
    if (month !== undefined && Number(word) >= 1 && Number(word) <= 31) {
      const year = yearWord(third, false);
      return found([month, month], 'month', year === null ? 2 : 3, year);
    }
  }
  const month = monthOfWord(word);
  if (month !== null) return withYear([month, month], 'month', 1, true);
  match = /^(?:p|m|mnd|per|pd|periode|maand|month|period)(0?[1-9]|1[0-2])$/.exec(word);
  if (match) return withYear([Number(match[1]), Number(match[1])], 'month', 1, false);
  if (/^(?:p|m|mnd|periode|maand|month|period)$/.test(word)) {
    const number = next !== undefined && /^(0?[1-9]|1[0-2])$/.test(next) ? Number(next) : null;
    if (number !== null) return withYear([number, number], 'month', 2, false);
  }
  match = /^(?:q|k|kw|kwartaal|quarter|qtr)([1-4])$/.exec(word);
  if (match) return withYear(quarter(Number(match[1])), 'quarter', 1, true);
  match = /^([1-4])(?:e)?(?:q|k|kw|kwartaal)$/.exec(word);
  if (match) return withYear(quarter(Number(match[1])), 'quarter', 1, true);
  const isQuarterWord = (text: string | undefined): boolean =>
    text !== undefined && /^(?:q|k|kw|kwartaal|quarter|qtr|kwrt)$/.test(text);
  if (isQuarterWord(word)) {
    const number = ordinal(next);
    if (number !== null && number >= 1 && number <= 4) return withYear(quarter(number), 'quarter', 2, true);
  }
  if (isQuarterWord(next)) {
    const number = ordinal(word);
    if (number !== null && number >= 1 && number <= 4) return withYear(quarter(number), 'quarter', 2, true);
  }
  match = /^(?:h|hj)([12])$/.exec(word);
  if (match) return withYear(half(Number(match[1])), 'half', 1, true);
  const isHalfWord = (text: string | undefined): boolean =>
    text !== undefined && /^(?:h|hj|halfjaar|halfyear|helft|semester)$/.test(text);
  const halfLength = (start: number): number =>
    words[start] === 'half' && (words[start + 1] === 'jaar' || words[start + 1] === 'year')
      ? 2
      : isHalfWord(words[start])
        ? 1
        : 0;
  if (halfLength(at) > 0) {
    const number = ordinal(words[at + halfLength(at)]);
    if (number === 1 || number === 2) return withYear(half(number), 'half', halfLength(at) + 1, true);
  }
  const after = halfLength(at + 1);
  if (after > 0) {
    const number = ordinal(word);
    if (number === 1 || number === 2) return withYear(half(number), 'half', after + 1, true);
  }
  return null;
}

/** All periods in the words; `from – until` pairs become one range. */
export function findPeriod(
  words: readonly string[],
  sourceText: string,
): { found: Found | null; used: Set<number> } {
  const parts: Found[] = [];
  for (let at = 0; at < words.length;) {
    const part = periodAt(words, at);
    if (part) {
      parts.push(part);
      at += part.length;
    } else at += 1;
  }
  const used = new Set<number>();
  const use = (part: Found): void => {
    for (let i = part.start; i < part.start + part.length; i++) used.add(i);
  };
  parts.forEach(use);
  const [first, second] = parts;
  if (!first) return { found: null, used };
  if (second && parts.length === 2) {
    const between = words.slice(first.start + first.length, second.start);
    const joined = between.every((word) =>
      ['tm', 'tot', 'en', 'met', 'to', 'until', 'through', 'm', 't'].includes(word),
    );
    if (joined && first.from <= second.until) {
      for (let i = first.start + first.length; i < second.start; i++) used.add(i);
      const year = second.year ?? first.year;
      const sameMonth = first.from === second.from && first.until === second.until;
      return {
        found: {
          ...first,
          until: second.until,
          year,
          kind: sameMonth ? first.kind : 'range',
        },
        used,
      };
    }
  }
  if (parts.length === 1) {
    const before = words[first.start - 1];
    // `t/m juni`: from January on; `vanaf juli`: until December.
    if (before === 'tm' || (before === 'met' && /tot en met/i.test(sourceText))) {
      used.add(first.start - 1);
      return { found: { ...first, from: 1, kind: 'range' }, used };
    }
    if (before === 'vanaf' || before === 'na') {
      used.add(first.start - 1);
      const from = before === 'na' ? first.until + 1 : first.from;
      return from <= 12
        ? { found: { ...first, from, until: 12, kind: 'range' }, used }
        : { found: null, used };
    }
  }
  return parts.length === 1 ? { found: first, used } : { found: null, used };
}
