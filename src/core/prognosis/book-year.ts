import type { PeriodPhrase } from './period-phrase';

/** What is known of a month that stands in a run of months: a column heading or a row. */
interface Dated {
  period: PeriodPhrase | null;
}

/**
 * Months that begin somewhere in the year and go on after December, without years of their own: a book or school
 * year. They get their years from titles that name two years in a row (`schooljaar 2022/2023`). False when
 * they wrap and no title says which years they are of: then nothing can be known about them.
 */
export function placeBookYear(months: readonly Dated[], titles: readonly string[]): boolean {
  const own = months.flatMap((entry) => (entry.period?.kind === 'month' ? [entry] : []));
  const seen = [...new Set(own.map(({ period }) => period?.from ?? 0))];
  const [first] = seen;
  const wrap = seen.findIndex((month, at) => at > 0 && month === 1 && seen[at - 1] === 12);
  const isRun = seen.every((month, at) => at === 0 || month === ((seen[at - 1] ?? 0) % 12) + 1);
  if (first === undefined || first === 1 || wrap < 0 || !isRun) return true;
  // Months with years of their own need nothing; a month that returns after others is of a second year.
  if (own.some(({ period }) => period?.year !== null)) return true;
  let last = 0;
  for (const { period } of own) {
    const at = seen.indexOf(period?.from ?? 0);
    if (at < last) return true;
    last = at;
  }
  const start = bookYearOf(titles);
  if (start === null) return false;
  const later = new Set(seen.slice(wrap));
  for (const entry of months) {
    const { period } = entry;
    if (!period || period.kind === 'year' || period.year !== null) continue;
    entry.period = { ...period, year: later.has(period.from) ? start + 1 : start };
  }
  return true;
}

/** The first of two years in a row that a title names: 2022 for `2022/2023`, `2022-'23`. */
function bookYearOf(titles: readonly string[]): number | null {
  const found = new Set<number>();
  for (const title of titles) {
    for (const [, first, second] of title.matchAll(/\b(20\d\d)\s*[-–/]\s*['’]?(20\d\d|\d\d)\b/g)) {
      const [from, until] = [Number(first), Number(second)];
      if (until === from + 1 || until === (from + 1) % 100) found.add(from);
    }
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
