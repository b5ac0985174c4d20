import fc from 'fast-check';
import {
  exhaustionDate,
  monthOf,
  monthsOfYear,
  parseDate,
  parseMoney,
  moneyFromCents,
  ZERO,
  type DatedCeiling,
  type Money,
  type Month,
} from '../../../src/core';

const flat = (perMonth: Money): Map<Month, { production: Money; forecast: Money }> =>
  new Map(monthsOfYear(2023).map((month) => [month, { production: perMonth, forecast: ZERO }]));
const ceiling = (amount: string, from = '2023-01-01'): DatedCeiling => ({
  parts: [{ from: parseDate(from), amount: parseMoney(amount) }],
  cases: [],
});

describe('ZUT-02 exhaustion date', () => {
  it('is the first day above the ceiling, not the day it is reached', () => {
    // 31.00 a month in January is 1.00 a day.
    const months = new Map([[monthOf(2023, 1), { production: parseMoney('31.00'), forecast: ZERO }]]);
    expect(exhaustionDate(2023, months, ceiling('10.00'))).toBe('2023-01-11');
    expect(exhaustionDate(2023, months, ceiling('9.99'))).toBe('2023-01-10');
    expect(exhaustionDate(2023, months, ceiling('31.00'))).toBeNull();
    expect(exhaustionDate(2023, months, ceiling('30.99'))).toBe('2023-01-31');
  });

  it('is null when the year ends at the ceiling to the cent, and the last day one cent under it', () => {
    expect(exhaustionDate(2023, flat(parseMoney('100.00')), ceiling('1200.00'))).toBeNull();
    expect(exhaustionDate(2023, flat(parseMoney('100.00')), ceiling('1199.99'))).toBe('2023-12-31');
  });

  it('a raise counts from the day its quarter closes', () => {
    const parts = [
      ...ceiling('300.00').parts,
      { from: parseDate('2023-03-31'), amount: parseMoney('50.00') },
    ];
    expect(exhaustionDate(2023, flat(parseMoney('100.00')), { parts, cases: [] })).toBe('2023-04-16');
  });

  it('unused case budget is no room for others (ZUT-04)', () => {
    const cases = [
      {
        from: parseDate('2023-01-01'),
        amount: parseMoney('500.00'),
        byMonth: new Map([['2023-06', parseMoney('20.00')]]),
      },
    ];
    const date = exhaustionDate(2023, flat(parseMoney('100.00')), { parts: ceiling('500.00').parts, cases });
    // In June 20.00 of the 100.00 is the client's: June itself no longer fits from the 1st on.
    expect(date).toBe('2023-06-01');
  });

  it('assumed spread on the last day moves it to a month end', () => {
    expect(exhaustionDate(2023, flat(parseMoney('100.00')), ceiling('250.00'), 'last-day')).toBe(
      '2023-03-31',
    );
  });

  it('agrees with a day-by-day count in exact fractions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100000 }), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 0, max: 900000 }),
        (amounts, room) => {
          const byMonth = new Map(
            monthsOfYear(2023).map((month, index) => [
              month,
              { production: moneyFromCents(amounts[index] ?? 0), forecast: ZERO },
            ]),
          );
          const found = exhaustionDate(2023, byMonth, {
            parts: [{ from: parseDate('2023-01-01'), amount: moneyFromCents(room) }],
            cases: [],
          });
          const total = amounts.reduce((sum, amount) => sum + amount, 0);
          expect(found === null).toBe(total <= room);
          if (found !== null) {
            const index = Number(found.slice(5, 7)) - 1;
            const before = amounts.slice(0, index).reduce((sum, amount) => sum + amount, 0);
            expect(before).toBeLessThanOrEqual(room);
            expect(before + (amounts[index] ?? 0)).toBeGreaterThan(room);
          }
        },
      ),
    );
  });
});
