import fc from 'fast-check';
import {
  addDays,
  dayNumber,
  isoWeeksTouched,
  isSunday,
  monthSlices,
  outputWeeks,
  parseDate,
  sundaysIn,
  type IsoDate,
} from '../../../src/core';

const day = fc.integer({ min: 16000, max: 21000 }).map((number) => addDays(parseDate('1970-01-01'), number));
const span = fc
  .tuple(day, fc.integer({ min: 0, max: 900 }))
  .map(([from, days]): [IsoDate, IsoDate] => [from, addDays(from, days)]);

/** One day after another, the slow and obvious way. */
function daysOf(from: IsoDate, until: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let at = from; at <= until; at = addDays(at, 1)) days.push(at);
  return days;
}

describe('splitting a period', () => {
  it('into months: the slices touch and add up to the days of the span', () => {
    fc.assert(
      fc.property(span, ([from, until]) => {
        const slices = monthSlices(from, until);
        expect(slices[0]?.first).toBe(from);
        expect(slices.at(-1)?.last).toBe(until);
        slices
          .slice(1)
          .forEach((slice, index) => expect(slice.first).toBe(addDays(slices[index]?.last ?? from, 1)));
        expect(slices.reduce((sum, slice) => sum + slice.days, 0)).toBe(
          dayNumber(until) - dayNumber(from) + 1,
        );
        for (const slice of slices)
          expect(slice.whole).toBe(slice.first.endsWith('-01') && addDays(slice.last, 1).endsWith('-01'));
      }),
      { numRuns: 200 },
    );
  });

  it('counts Sundays and weeks as going day by day does', () => {
    fc.assert(
      fc.property(span, ([from, until]) => {
        const days = daysOf(from, until);
        const sundays = days.filter((at) => new Date(`${at}T00:00:00Z`).getUTCDay() === 0);
        expect(sundaysIn(from, until)).toBe(sundays.length);
        expect(days.filter(isSunday)).toEqual(sundays);
        const mondays = new Set(
          days.map((at) => dayNumber(at) - ((new Date(`${at}T00:00:00Z`).getUTCDay() + 6) % 7)),
        );
        expect(isoWeeksTouched(from, until)).toBe(mondays.size);
      }),
      { numRuns: 200 },
    );
  });

  it('the weeks of output-based care over all months are the ISO weeks of the allocation', () => {
    fc.assert(
      fc.property(span, ([from, until]) => {
        const weeks = outputWeeks(until, monthSlices(from, until));
        expect(weeks.reduce((sum, count) => sum + count, 0)).toBe(isoWeeksTouched(from, until));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a span that ends before it begins', () => {
    expect(() => monthSlices(parseDate('2023-02-01'), parseDate('2023-01-31'))).toThrow('dates-reversed');
    expect(() => isoWeeksTouched(parseDate('2023-02-01'), parseDate('2023-01-31'))).toThrow('dates-reversed');
    expect(() => sundaysIn(parseDate('2023-02-01'), parseDate('2023-01-31'))).toThrow('dates-reversed');
  });

  it.each([
    // Ends on a Saturday, its last Sunday lies a month earlier: the broken week goes there.
    ['2023-09-25', '2023-10-07', [0, 2]],
    ['2023-07-01', '2023-07-05', [2]],
    // No Sunday at all: the month in which it ends.
    ['2023-07-31', '2023-08-04', [0, 1]],
    ['2023-07-31', '2023-08-06', [0, 1]],
  ])('output weeks of %s to %s are %j', (from, until, weeks) => {
    const [first, last] = [parseDate(from), parseDate(until)];
    expect(outputWeeks(last, monthSlices(first, last))).toEqual(weeks);
  });
});
