import fc from 'fast-check';
import {
  addMonths,
  CoreError,
  dateFromDayNumber,
  dateFromSerial,
  dayNumber,
  daysInMonth,
  isIsoDate,
  isMonth,
  lastDay,
  monthOf,
  parseDate,
  parseMonth,
  quarterOf,
  serialFromDate,
} from '../../../src/core';

describe('dates without clock or time zone', () => {
  it.each(['2023-02-29', '1900-02-29', '2023-13-01', '2023-00-10', '2023-1-1', '01-01-2023', ''])(
    '%p is no day',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
      expect(() => parseDate(text)).toThrow(CoreError);
    },
  );

  it.each(['2024-02-29', '2000-02-29', '2023-12-31'])('%s is a day', (text) =>
    expect(isIsoDate(text)).toBe(true),
  );

  it('days in months, leap years too', () => {
    expect(
      ['2023-02', '2024-02', '1900-02', '2000-02'].map((month) => daysInMonth(parseMonth(month))),
    ).toEqual([28, 29, 28, 29]);
    expect(lastDay(parseMonth('2023-11'))).toBe('2023-11-30');
    expect(quarterOf(parseMonth('2023-09'))).toBe(3);
    expect(quarterOf(parseMonth('2023-10'))).toBe(4);
  });

  it('agrees with the calendar of the platform for every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40000, max: 60000 }), (number) => {
        const day = dateFromDayNumber(number);
        expect(dayNumber(day)).toBe(number);
        expect(day).toBe(new Date(number * 86400000).toISOString().slice(0, 10));
      }),
    );
  });

  it('months move over year ends both ways', () => {
    expect(addMonths(monthOf(2023, 12), 1)).toBe('2024-01');
    expect(addMonths(monthOf(2023, 1), -13)).toBe('2021-12');
    expect(isMonth('2023-13')).toBe(false);
  });

  it('Excel serials in both systems, and back', () => {
    expect(dateFromSerial(1, '1900')).toBe('1900-01-01');
    expect(dateFromSerial(59, '1900')).toBe('1900-02-28');
    expect(dateFromSerial(60, '1900')).toBeNull();
    expect(dateFromSerial(61, '1900')).toBe('1900-03-01');
    expect(dateFromSerial(0, '1904')).toBe('1904-01-01');
    expect(dateFromSerial(45107.75, '1900')).toBe('2023-06-30');
    expect(dateFromSerial(Number.NaN, '1900')).toBeNull();
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 200000 }),
        fc.constantFrom('1900' as const, '1904' as const),
        (serial, system) => {
          const day = dateFromSerial(serial, system);
          expect(day === null ? null : serialFromDate(day, system)).toBe(serial);
        },
      ),
    );
  });
});
