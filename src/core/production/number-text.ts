import { Decimal } from '../values/decimal';

/** Which mark separates the decimals. */
export type DecimalMark = 'comma' | 'point';

/** Digits before and after the decimal mark; `whole` may be empty, never both. */
export interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

/**
 * A written number under both conventions. A side is null where the text is no number under it: `12,5` only
 * reads with a decimal comma, `1.234` reads under both and differently, `12` reads the same.
 */
export interface NumberText {
  readonly negative: boolean;
  readonly comma: Digits | null;
  readonly point: Digits | null;
}

// A thousands mark stands between groups of three, the same one throughout, and never after a leading zero:
// 0.125 is no thousand. `,-` and `,--` are the Dutch way to write "and no cents".
const COMMA = /^(\d+|[1-9]\d{0,2}([. '])\d{3}(?:\2\d{3})*)?(?:,(\d*|-{1,2}))?$/;
const POINT = /^(\d+|[1-9]\d{0,2}([, '])\d{3}(?:\2\d{3})*)?(?:\.(\d*|-{1,2}))?$/;
const CURRENCY = /^(?:€|eur|euro)\s*|\s*(?:€|eur|euro)$/i;

function digitsOf(pattern: RegExp, body: string): Digits | null {
  const match = pattern.exec(body);
  if (!match) return null;
  const whole = (match[1] ?? '').replace(/[., ']/g, '');
  const fraction = (match[3] ?? '').replace(/-/g, '');
  return whole === '' && fraction === '' ? null : { whole, fraction };
}

/**
 * Reads a written number: currency sign or code before or after; minus before, after, as the typographic
 * sign or as brackets; spaces of any width, apostrophes, points or commas between thousands. Null for
 * anything else, also for percentages, exponents and CR/DR suffixes, whose sign nobody can know.
 * @example readNumber('€ -1.234,50')?.comma // { whole: '1234', fraction: '50' }
 * @example readNumber('12.5')?.comma // null
 */
export function readNumber(text: string): NumberText | null {
  let body = text
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u2060]+/g, ' ')
    .replace(/[\u2019\u02bc`´]/g, "'")
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .trim();
  let negative = false;
  let signed = false;
  let currency = false;
  for (let changed = true; changed;) {
    changed = false;
    const bare = currency ? body : body.replace(CURRENCY, '');
    if (bare !== body) {
      body = bare.trim();
      currency = true;
      changed = true;
    }
    if (!signed) {
      const bracketed = /^\(\s*(.*?)\s*\)$/.exec(body);
      const before = /^([+-])\s*(.*)$/.exec(body);
      const after = /^(.*?[\d ])-$/.exec(body);
      const rest = bracketed?.[1] ?? before?.[2] ?? after?.[1];
      if (rest !== undefined) {
        negative = before?.[1] !== '+';
        body = rest.trim();
        signed = true;
        changed = true;
      }
    }
  }
  if (!/\d/.test(body)) return null;
  const comma = digitsOf(COMMA, body);
  const point = digitsOf(POINT, body);
  return comma || point ? { negative, comma, point } : null;
}

const same = (a: Digits, b: Digits): boolean => a.whole === b.whole && a.fraction === b.fraction;

/**
 * What a number says about its column's notation: the only mark it reads with, `either` when it reads the
 * same under both, `open` when it reads differently (is 1.234 a thousand?).
 * @example evidenceOf(readNumber('0.125')) // 'point'
 */
export function evidenceOf(number: NumberText): DecimalMark | 'either' | 'open' {
  if (!number.point) return 'comma';
  if (!number.comma) return 'point';
  return same(number.comma, number.point) ? 'either' : 'open';
}

/** A whole number of the unit's 10^-places, and whether rounding was needed. */
export interface Scaled {
  readonly units: number;
  /** Rounded minus written value; null when nothing was rounded. */
  readonly difference: Decimal | null;
}

/**
 * Digits as a safe integer of 10^-places, rounded half up (away from zero at exactly half). Null when it
 * doesn't fit a safe integer.
 * @example scale({ whole: '1', fraction: '005' }, false, 2)?.units // 101
 */
export function scale(digits: Digits, negative: boolean, places: number): Scaled | null {
  const kept = digits.fraction.slice(0, places).padEnd(places, '0');
  const cut = digits.fraction.slice(places);
  const whole = Number(`${digits.whole}${kept}`);
  const magnitude = whole + (cut >= '5' ? 1 : 0);
  if (!Number.isSafeInteger(magnitude)) return null;
  const units = negative && magnitude !== 0 ? -magnitude : magnitude;
  if (/^0*$/.test(cut)) return { units, difference: null };
  const written = exact(digits, negative);
  return { units, difference: new Decimal(units).dividedBy(10 ** places).minus(written) };
}

/** The exact value as written. */
export function exact(digits: Digits, negative: boolean): Decimal {
  const value = new Decimal(`${digits.whole || '0'}.${digits.fraction || '0'}`);
  return negative ? value.negated() : value;
}

/**
 * A workbook number as plain decimal text: 15 significant digits, which is all Excel keeps, so that binary
 * noise such as 9130.950000000001 is gone.
 * @example plainNumber(9130.950000000001) // '9130.95'
 */
export function plainNumber(value: number): string {
  return new Decimal(value.toPrecision(15)).toFixed();
}
