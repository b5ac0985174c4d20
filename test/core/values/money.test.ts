import fc from 'fast-check';
import {
  addMoney,
  CoreError,
  Decimal,
  divideMoney,
  formatMoney,
  moneyFromCents,
  parseMoney,
  roundToCents,
  sumMoney,
  type Money,
} from '../../../src/core';

const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });

describe('money', () => {
  it.each([
    ['0', '0.00'],
    ['-0.01', '-0.01'],
    ['1234.5', '1234.50'],
    ['12.340000', '12.34'],
    ['+7', '7.00'],
    ['90071992547409.93', '90071992547409.93'],
  ])('reads %s as %s', (text, shown) => expect(formatMoney(parseMoney(text))).toBe(shown));

  it.each(['', '1,5', '1.234', '1e3', '--1', '€ 1', 'NaN', '0x10'])('refuses %p', (text) => {
    expect(() => parseMoney(text)).toThrow(CoreError);
  });

  it('refuses a number of cents that binary floating point can no longer hold exactly', () => {
    expect(() => moneyFromCents(2 ** 53)).toThrow(CoreError);
    expect(() => moneyFromCents(0.5)).toThrow(CoreError);
  });

  it.each([
    ['242.32394', '242.32'],
    ['237.17906', '237.18'],
    ['0.005', '0.01'],
    ['0.0049999999', '0.00'],
    ['-0.005', '-0.01'],
    ['1.005', '1.01'],
  ])('rounds %s half up to %s', (exact, rounded) => {
    expect(formatMoney(roundToCents(new Decimal(exact)))).toBe(rounded);
  });

  it('text and back is the same amount', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        expect(parseMoney(formatMoney(moneyFromCents(amount)))).toBe(amount);
      }),
    );
  });

  it('a sum does not depend on order or grouping', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), fc.nat(), (amounts, cut) => {
        const money = amounts.map((amount) => moneyFromCents(amount));
        const at = amounts.length === 0 ? 0 : cut % amounts.length;
        const split = addMoney(sumMoney(money.slice(0, at)), sumMoney(money.slice(at)));
        expect(split).toBe(sumMoney([...money].reverse()));
      }),
    );
  });

  it('shares add up to the whole, and none differs a cent or more from its exact part', () => {
    fc.assert(
      fc.property(
        cents,
        fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 12 }),
        (amount, weights) => {
          fc.pre(weights.some((weight) => weight > 0n));
          const shares = divideMoney(moneyFromCents(amount), weights);
          expect(sumMoney(shares)).toBe(amount);
          const total = weights.reduce((sum, weight) => sum + weight, 0n);
          shares.forEach((share, index) => {
            const distance = share * total - amount * (weights[index] ?? 0n);
            expect(distance < total && distance > -total).toBe(true);
          });
        },
      ),
    );
  });

  it('cannot be mixed up with plain numbers', () => {
    // @ts-expect-error a bigint is not money
    const wrong: Money = 5n;
    // @ts-expect-error a sum of bigints is not money
    const sum: Money = moneyFromCents(1) + moneyFromCents(2);
    // @ts-expect-error a number is not money
    expect(() => formatMoney(5)).toBeDefined();
    expect([wrong, sum]).toEqual([5n, 3n]);
  });
});
