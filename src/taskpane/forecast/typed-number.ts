import { Decimal, evidenceOf, readNumber, roundToCents, type Money } from '../../core';
import type { Language } from '../../messages';

/**
 * A number as people type it: in Dutch with a decimal comma, in English with a point; where the text reads
 * one way only, that way. Null when it is no number.
 * @example readTyped('1.234,50', 'nl')?.toFixed(2) // '1234.50'
 * @example readTyped('1.234', 'nl')?.toFixed() // '1234'
 */
export function readTyped(text: string, language: Language): Decimal | null {
  const number = readNumber(text);
  if (number === null) return null;
  const evidence = evidenceOf(number);
  const mark =
    evidence === 'comma' || evidence === 'point' ? evidence : language === 'nl' ? 'comma' : 'point';
  const digits = number[mark];
  if (digits === null) return null;
  const plain = `${digits.whole === '' ? '0' : digits.whole}.${digits.fraction === '' ? '0' : digits.fraction}`;
  return new Decimal(number.negative ? `-${plain}` : plain);
}

const LARGEST = new Decimal('1e12');

/** An amount of money as people type it; null when it is none, or has more than two decimals. */
export function readTypedAmount(text: string, language: Language): Money | null {
  const number = readTyped(text.replace(/,-{1,2}\s*$/, ''), language);
  if (number === null || number.abs().greaterThan(LARGEST) || number.decimalPlaces() > 2) return null;
  return roundToCents(number);
}

/**
 * A percentage as people type it, as a fraction; null when it is none.
 * @example readTypedPercentage('97,5%', 'nl')?.toFixed() // '0.975'
 */
export const readTypedPercentage = (text: string, language: Language): Decimal | null =>
  readTyped(text.replace(/%\s*$/, ''), language)?.dividedBy(100) ?? null;
