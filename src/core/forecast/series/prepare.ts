import { moneyValue, monthValue, ZERO, type Message, type Money } from '../../values';
import { monthAt } from './month-index';

/** A product's history made fit for statistics; the declared amounts themselves never change. */
export interface PreparedSeries {
  /** First month, as in `indexOfMonth`. */
  readonly first: number;
  /** Cents per month, none negative. Empty when there is nothing to forecast with. */
  readonly values: Float64Array;
  readonly state: 'regular' | 'stopped' | 'empty';
  readonly notices: readonly Message[];
}

/** Fewer months than this is too short for a season of its own. */
const SHORT = 13;

/**
 * Prepares the months of one product for statistics.
 *
 * - Before the first month with production there is no history: the product hadn't begun.
 * - A month without a line for this product is 0, unless the provider has no line at all in that month: then
 *   the month is missing, and statistics use the mean of its neighbours.
 * - A negative month is a correction of earlier months: it is taken off those, the nearest first.
 * - A short history whose first month is less than half of the following months began halfway a month.
 * - As many months without production at the end as never before, and at least three: the product stopped.
 *
 * `amounts` holds the months up to and including `until`, completed where they are incomplete.
 * Each of these leads to a sentence for the user.
 */
export function prepareSeries(
  amounts: ReadonlyMap<number, Money>,
  present: ReadonlySet<number>,
  until: number,
): PreparedSeries {
  const notices: Message[] = [];
  let first = Infinity;
  let last = -Infinity;
  for (const [month, amount] of amounts) {
    if (amount === ZERO || month > until) continue;
    first = Math.min(first, month);
    last = Math.max(last, month);
  }
  if (!(first <= until)) return { first: until + 1, values: new Float64Array(0), state: 'empty', notices };

  const values = new Float64Array(until - first + 1);
  const missing: number[] = [];
  for (let month = first; month <= until; month++) {
    values[month - first] = Number(amounts.get(month) ?? ZERO);
    if (!present.has(month) && !amounts.has(month)) missing.push(month);
  }
  fillGaps(values, first, missing, notices);
  takeBackCorrections(values, first, amounts, notices);
  if (values.every((value) => value === 0)) {
    notices.push({ code: 'forecast.nothing-left', facts: {} });
    return { first, values: new Float64Array(0), state: 'empty', notices };
  }

  const ending = trailingZeros(values);
  if (ending >= 3 && ending > longestZeros(values, values.length - ending) && !restsNow(values, ending)) {
    notices.push({
      code: 'forecast.stopped',
      facts: { last: monthValue(monthAt(first + values.length - ending - 1)), months: ending },
    });
    return { first, values, state: 'stopped', notices };
  }
  const begun = withoutHalfMonth(values, first, notices);
  if (begun.values.length < SHORT) {
    notices.push({ code: 'forecast.short-history', facts: { months: begun.values.length } });
  }
  return { ...begun, state: 'regular', notices };
}

function fillGaps(values: Float64Array, first: number, missing: readonly number[], notices: Message[]): void {
  if (missing.length === 0) return;
  const gaps = new Set(missing);
  for (const month of missing) {
    let before = month - 1;
    while (before >= first && gaps.has(before)) before--;
    let after = month + 1;
    while (after < first + values.length && gaps.has(after)) after++;
    const neighbours = [before, after].filter((at) => at >= first && at < first + values.length);
    const sum = neighbours.reduce((total, at) => total + (values[at - first] as number), 0);
    values[month - first] = neighbours.length === 0 ? 0 : sum / neighbours.length;
  }
  notices.push({
    code: 'forecast.gap-filled',
    facts: { months: missing.map((month) => monthValue(monthAt(month))), count: missing.length },
  });
}

function takeBackCorrections(
  values: Float64Array,
  first: number,
  amounts: ReadonlyMap<number, Money>,
  notices: Message[],
): void {
  for (let at = values.length - 1; at >= 0; at--) {
    let open = values[at] as number;
    if (open >= 0) continue;
    notices.push({
      code: 'forecast.negative-month',
      facts: {
        month: monthValue(monthAt(first + at)),
        amount: moneyValue(amounts.get(first + at) ?? ZERO),
      },
    });
    values[at] = 0;
    for (let before = at - 1; before >= 0 && open < 0; before--) {
      const room = Math.max(0, values[before] as number);
      const taken = Math.min(room, -open);
      if (taken > 0) values[before] = (values[before] as number) - taken;
      open += taken;
    }
  }
}

function trailingZeros(values: Float64Array): number {
  let count = 0;
  while (count < values.length && values[values.length - 1 - count] === 0) count++;
  return count;
}

function longestZeros(values: Float64Array, until: number): number {
  let longest = 0;
  let run = 0;
  for (let at = 0; at < until; at++) {
    run = values[at] === 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Whether the same months were empty a year ago as well: the product rests in that season. */
function restsNow(values: Float64Array, ending: number): boolean {
  for (let at = values.length - ending; at < values.length; at++) {
    if (at < 12 || values[at - 12] !== 0) return false;
  }
  return true;
}

/** Leaves out a first month that is clearly a part of a month. */
function withoutHalfMonth(
  values: Float64Array,
  first: number,
  notices: Message[],
): { first: number; values: Float64Array } {
  if (values.length < 3 || values.length >= 24) return { first, values };
  const next = [...values.slice(1, 4)].sort((a, b) => a - b);
  const typical = next[Math.floor(next.length / 2)] as number;
  if (!((values[0] as number) < typical / 2)) return { first, values };
  notices.push({ code: 'forecast.half-first-month', facts: { month: monthValue(monthAt(first)) } });
  return { first: first + 1, values: values.slice(1) };
}
