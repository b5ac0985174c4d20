import { Decimal } from './decimal';
import { CoreError } from './error';

declare const moneyBrand: unique symbol;

/**
 * An amount in euro, held as a whole number of cents. Opaque: plain numbers and bigints are not money, and
 * `a + b` gives a bigint that no function here takes, so that sums go through `addMoney`.
 */
export type Money = bigint & { readonly [moneyBrand]: 'EUR cents' };

/** No amount. */
export const ZERO = 0n as Money;

/**
 * Money from whole cents.
 * Errors: `money-not-exact` for a number that isn't a safe integer.
 * @example formatMoney(moneyFromCents(1234)) // '12.34'
 */
export function moneyFromCents(cents: bigint | number): Money {
  if (typeof cents === 'number' && !Number.isSafeInteger(cents)) {
    throw new CoreError('money-not-exact', { text: String(cents) });
  }
  return BigInt(cents) as Money;
}

const PLAIN = /^([+-]?)(\d+)(?:\.(\d{1,2})0*)?$/;

/**
 * Money from a plain decimal text with a point and at most two significant decimals.
 * Errors: `money-not-exact` for anything else; nothing is rounded here.
 * @example formatMoney(parseMoney('-1234.5')) // '-1234.50'
 */
export function parseMoney(text: string): Money {
  const match = PLAIN.exec(text.trim());
  if (!match) throw new CoreError('money-not-exact', { text });
  const cents = BigInt(match[2] ?? '0') * 100n + BigInt((match[3] ?? '').padEnd(2, '0'));
  return (match[1] === '-' ? -cents : cents) as Money;
}

/**
 * Named rounding step: a decimal amount in euro to whole cents, half up (away from zero at exactly half).
 * @example formatMoney(roundToCents(new Decimal('242.32394'))) // '242.32'
 * @example formatMoney(roundToCents(new Decimal('-0.005'))) // '-0.01'
 */
export function roundToCents(euro: Decimal): Money {
  if (!euro.isFinite()) throw new CoreError('money-not-exact', { text: euro.toString() });
  return BigInt(euro.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0)) as Money;
}

/** The same amount as an exact decimal number of euro. */
export function moneyToDecimal(amount: Money): Decimal {
  return new Decimal(amount.toString()).dividedBy(100);
}

/**
 * The amount as text with a point and two digits: the form of JSON and CSV output.
 * @example formatMoney(moneyFromCents(-5)) // '-0.05'
 */
export function formatMoney(amount: Money): string {
  const negative = amount < 0n;
  const digits = (negative ? -amount : amount).toString().padStart(3, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const addMoney = (a: Money, b: Money): Money => (a + b) as Money;
export const subtractMoney = (a: Money, b: Money): Money => (a - b) as Money;
export const negateMoney = (a: Money): Money => -a as Money;
export const minMoney = (a: Money, b: Money): Money => (a < b ? a : b);
export const maxMoney = (a: Money, b: Money): Money => (a > b ? a : b);
export const absMoney = (a: Money): Money => (a < 0n ? (-a as Money) : a);

/**
 * Exact sum; of nothing it is zero.
 * @example formatMoney(sumMoney([parseMoney('0.10'), parseMoney('0.20')])) // '0.30'
 */
export function sumMoney(amounts: Iterable<Money>): Money {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Money;
}

/**
 * Divides an amount over weights in whole cents, largest remainder first (ties: earlier share first), so
 * that the shares add up to the amount exactly.
 * Errors: `share-of-nothing` when no weight is positive.
 * @example divideMoney(parseMoney('10.00'), [1n, 1n, 1n]).map(formatMoney) // ['3.34', '3.33', '3.33']
 */
export function divideMoney(amount: Money, weights: readonly bigint[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + (weight > 0n ? weight : 0n), 0n);
  if (total === 0n) throw new CoreError('share-of-nothing', { parts: weights.length });
  const sign = amount < 0n ? -1n : 1n;
  const size = amount * sign;
  const shares = weights.map((weight, index) => {
    const exact = size * (weight > 0n ? weight : 0n);
    return { index, cents: exact / total, remainder: exact % total };
  });
  let left = size - shares.reduce((sum, share) => sum + share.cents, 0n);
  const order = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of order) {
    if (left === 0n) break;
    share.cents += 1n;
    left -= 1n;
  }
  return shares.map((share) => (share.cents * sign) as Money);
}
