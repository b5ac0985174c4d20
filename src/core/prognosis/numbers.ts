import { Decimal } from '../values/decimal';
import { roundToCents, type Money } from '../values/money';
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

/** Euro from a cell's number in units of `scale`, with whether cents had to be rounded. */
export function euroOf(value: Decimal, scale: 1 | 1000): { amount: Money; rounded: boolean } {
  const euro = value.times(scale);
  return { amount: roundToCents(euro), rounded: euro.decimalPlaces() > 2 };
}

/** What is in a cell as plain text: for `old` and `raw`. */
export function rawText(cell: GridCell | undefined): string | null {
  const value = cell?.value;
  if (!value) return null;
  if (value.kind === 'number')
    return Number.isFinite(value.value) ? snapNumber(value.value).toFixed() : String(value.value);
  return String(value.value);
}
