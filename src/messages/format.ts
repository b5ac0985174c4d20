import {
  formatMoney,
  formatQuantity,
  Decimal,
  type Fact,
  type Message,
  type IsoDate,
  type Money,
  type Month,
  type Value,
} from '../core';
import type { Language } from './catalogue';

function group(whole: string, mark: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, mark);
}

function decimalText(plain: string, language: Language): string {
  const negative = plain.startsWith('-');
  const [whole = '0', fraction] = plain.replace('-', '').split('.');
  const [thousands, point] = language === 'nl' ? ['.', ','] : [',', '.'];
  return `${negative ? '-' : ''}${group(whole, thousands)}${fraction === undefined ? '' : point + fraction}`;
}

/**
 * An amount for people.
 * @example showMoney(parseMoney('-1234.50'), 'nl') // '€ -1.234,50'
 * @example showMoney(parseMoney('1234.50'), 'en') // '€ 1,234.50'
 */
export const showMoney = (amount: Money, language: Language): string =>
  `€\u00a0${decimalText(formatMoney(amount), language)}`;

/** Digits of a quantity that people see; an exact quotient has no end. JSON keeps it whole. */
const SHOWN = 10;
const LEAST_DECIMALS = 6;

/**
 * A quantity for people: as it is with up to ten significant digits or six decimals, else rounded half up to
 * those, with a mark that it is.
 * @example showQuantity(new Decimal('17.75'), 'uur', 'nl') // '17,75 uur'
 * @example showQuantity(new Decimal(1).dividedBy(3), null, 'nl') // '≈ 0,3333333333'
 */
export function showQuantity(quantity: Decimal, unit: string | null, language: Language): string {
  const shown = shorten(quantity);
  const mark = shown.equals(quantity) ? '' : '≈\u00a0';
  return `${mark}${decimalText(formatQuantity(shown), language)}${unit ? `\u00a0${unit}` : ''}`;
}

/** Whole digits all stay; decimals as far as they say something. */
function shorten(quantity: Decimal): Decimal {
  const whole = quantity.abs().trunc();
  const digits = whole.isZero() ? 0 : whole.toFixed().length;
  return quantity.toDecimalPlaces(Math.max(LEAST_DECIMALS, SHOWN - digits), Decimal.ROUND_HALF_UP);
}

/**
 * A ratio as a percentage, with at most four decimals.
 * @example showRatio(new Decimal('0.962'), 'nl') // '96,2%'
 */
export const showRatio = (ratio: Decimal, language: Language): string =>
  `${decimalText(ratio.times(100).toDecimalPlaces(4).toFixed(), language)}%`;

/** A day: `30-06-2023` in Dutch, `2023-06-30` in English. */
export const showDate = (day: IsoDate, language: Language): string =>
  language === 'nl' ? day.split('-').reverse().join('-') : day;

const MONTHS: Record<Language, readonly string[]> = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

export const showMonth = (month: Month, language: Language): string =>
  `${MONTHS[language][Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;

/** A month as a table or chart with little room heads it: three letters, in Dutch mrt for maart. */
export function showShortMonth(month: Month, language: Language): string {
  const short = showMonth(month, language).slice(0, 3);
  return short === 'maa' ? 'mrt' : short;
}

export function showValue(value: Value, language: Language): string {
  switch (value.kind) {
    case 'money':
      return showMoney(value.value, language);
    case 'quantity':
      return showQuantity(value.value, value.unit, language);
    case 'ratio':
      return showRatio(value.value, language);
    case 'date':
      return showDate(value.value, language);
    case 'month':
      return showMonth(value.value, language);
    case 'text':
      return value.value;
  }
}

/** A fact as the sentence gets it: plain numbers stay numbers (plural forms need them). */
export function showFact(fact: Exclude<Fact, Message>, language: Language): string | number {
  if (typeof fact === 'string' || typeof fact === 'number') return fact;
  if ('kind' in fact) return showValue(fact, language);
  if ('nl' in fact) return fact[language];
  return fact.map((part) => String(showFact(part, language))).join(', ');
}
