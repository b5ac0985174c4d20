import { Decimal } from '../values/decimal';
import { absMoney, moneyFromCents, roundToCents, ZERO, type Money } from '../values/money';
import type { GridCell } from './grid';

/**
 * An Excel number without its binary noise: Excel itself keeps 15 significant digits.
 * @example snapNumber(0.1 + 0.2).toFixed() // '0.3'
 */
export function snapNumber(value: number): Decimal {
  return new Decimal(value).toSignificantDigits(15);
}

/**
 * A number written as text, in Dutch or English notation, or null when it isn't clearly one: `1.234,50`,
 * `1,234.50`, `€ 12,00`, `-5`, `(5,00)`, `5,00-`. A single mark before exactly three digits stays undecided.
 */
export function numberInText(text: string): Decimal | null {
  let bare = text.replace(/[€\s\u00a0\u202f]|eur(?:o)?/gi, '');
  let negative = false;
  if (/^\(.*\)$/.test(bare)) {
    negative = true;
    bare = bare.slice(1, -1);
  }
  if (/^[-−].+|.+[-−]$/.test(bare)) {
    negative = !negative;
    bare = bare.replace(/^[-−]|[-−]$/, '');
  }
  let plain: string | null = null;
  if (/^\d+$/.test(bare)) plain = bare;
  else if (/^\d{1,3}(\.\d{3})+,\d+$/.test(bare) || /^\d{1,3}(\.\d{3}){2,}$/.test(bare)) {
    plain = bare.replace(/\./g, '').replace(',', '.');
  } else if (/^\d{1,3}(,\d{3})+\.\d+$/.test(bare) || /^\d{1,3}(,\d{3}){2,}$/.test(bare)) {
    plain = bare.replace(/,/g, '');
  } else if (/^\d+[.,]\d+$/.test(bare) && !/^\d{1,3}[.,]\d{3}$/.test(bare)) plain = bare.replace(',', '.');
  if (plain === null) return null;
  const value = new Decimal(plain);
  return negative ? value.negated() : value;
}

/** The number in a cell, null when there is none. */
export function numberOf(cell: GridCell | undefined): Decimal | null {
  const value = cell?.value;
  return value?.kind === 'number' && Number.isFinite(value.value) ? snapNumber(value.value) : null;
}

/** Cents that fifteen digits can hold: up to here a spreadsheet number stands for exactly one of them. */
const MAX_CENTS = 1e15;

/** The money that a cell's number stands for when it is whole cents; null when cents would be rounded. */
export function wholeCents(value: number, scale: 1 | 1000): Money | null {
  const units = scale * 100;
  const cents = Math.round(value * units);
  return Math.abs(cents) < MAX_CENTS && cents / units === value ? moneyFromCents(cents) : null;
}

/** Cents that are worked with as whole numbers. */
const MOST_PLAIN = 10n ** 15n;
const HUNDREDTHS = Array.from({ length: 100 }, (_, cents) => {
  if (cents === 0) return '';
  return cents % 10 === 0 ? `.${cents / 10}` : `.${String(cents).padStart(2, '0')}`;
});

/** Whole cents as euro in plain digits, without zeros at its end: quicker than writing out a fraction. */
function centsText(cents: number): string {
  if (cents < 0) return `-${centsText(-cents)}`;
  const part = cents % 100;
  return String((cents - part) / 100) + (HUNDREDTHS[part] ?? '');
}

/** The money in a cell, rounded half up to whole cents; null when there is no number. */
export function amountIn(cell: GridCell | undefined, scale: 1 | 1000): Money | null {
  const value = cell?.value;
  if (value?.kind !== 'number' || !Number.isFinite(value.value)) return null;
  return wholeCents(value.value, scale) ?? euroOf(snapNumber(value.value), scale).amount;
}

/**
 * Euro as a plain number in units of `scale`, without zeros at its end.
 * @example plainEuro(parseMoney('1250.50'), 1000) // '1.2505'
 */
export function plainEuro(amount: Money, scale: 1 | 1000): string {
  if (scale === 1 && amount < MOST_PLAIN && amount > -MOST_PLAIN) return centsText(Number(amount));
  const decimals = scale === 1 ? 2 : 5;
  const digits = absMoney(amount)
    .toString()
    .padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  const whole = digits.slice(0, -decimals);
  return `${amount < ZERO ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Euro from a cell's number in units of `scale`, with whether cents had to be rounded. */
export function euroOf(value: Decimal, scale: 1 | 1000): { amount: Money; rounded: boolean } {
  const euro = value.times(scale);
  return { amount: roundToCents(euro), rounded: euro.decimalPlaces() > 2 };
}

/** Up to here whole cents are written with fifteen signs at most. */
const MOST_CENTS = 1e13;

/** A number as Excel keeps it, in plain digits. */
function numberText(value: number): string {
  const cents = Math.round(value * 100);
  if (cents / 100 === value && cents !== 0 && Math.abs(cents) < MOST_CENTS) return centsText(cents);
  const text = String(value);
  // At most fifteen digits, no exponent: nothing to cut off.
  if (!Number.isFinite(value)) return text;
  const isPlain = text.length <= 15 && !text.includes('e') && (value !== 0 || !Object.is(value, -0));
  return isPlain ? text : snapNumber(value).toFixed();
}

/** What is in a cell as plain text: for `old` and `raw`. */
export function rawText(cell: GridCell | undefined): string | null {
  const value = cell?.value;
  if (!value) return null;
  if (value.kind === 'number') return numberText(value.value);
  return String(value.value);
}
