import { dateFromDayNumber, dateOf, dayNumber } from '../../../src/core';
import {
  dayOfDigits,
  FIRST_MONTH,
  firstDayOf,
  monthIndex,
  MONTHS,
  nameOf,
  NO_DAY,
} from '../../../src/intake/declared/days';

const digits = (text: string): number => dayOfDigits(new TextEncoder().encode(text), 0);

describe('days by number', () => {
  test('every month begins and ends where the calendar says', () => {
    for (let month = FIRST_MONTH; month < FIRST_MONTH + MONTHS; month++) {
      const first = dayNumber(dateOf(Math.floor(month / 12), (month % 12) + 1, 1));
      expect(firstDayOf(month)).toBe(first);
      expect(monthIndex(first)).toBe(month);
      if (month > FIRST_MONTH) expect(monthIndex(first - 1)).toBe(month - 1);
      expect(dateFromDayNumber(first).slice(0, 7)).toBe(nameOf(month));
    }
  });

  test.each(['00000000', '        ', '20230229', '20231301', '18991231', '22000101', '2023013', '2023 101'])(
    'no day: “%s”, also when asked again',
    (text) => {
      expect([digits(text), digits(text)]).toEqual([NO_DAY, NO_DAY]);
    },
  );

  test.each(['19000101', '20240229', '21991231'])('a day: %s', (text) => {
    const day = dayNumber(dateOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))));
    expect([digits(text), digits(text)]).toEqual([day, day]);
  });
});
