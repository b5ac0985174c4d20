import { looksLikeBsn } from '../private-text';
import { plainIdentifier, pseudonymiser } from '../pseudonym';
import { Hmac } from '../sha256';

/** Replaces identifiers in files that are to be shared, always the same way under the same key. */
export interface Cover {
  /**
   * What stands for an identifier: nine digits for nine digits (and for a citizen service number that lost
   * its leading zero), else a code of eleven characters. Empty stays empty.
   */
  identifier(text: string): string;
  /** Nine digits for nine digits. */
  nine(digits: string): string;
  /** A code of `length` characters (at most 11) for anything else. */
  code(text: string, length?: number): string;
}

/** Says “this client has no number” in the messages; it is nobody's. */
const NOBODY = '999999999';

const HALF = 10_000;
const ROUNDS = 8;

/** Letters of a code: a letter in front, so that no program takes it for a number. */
const CODE_LENGTH = 11;

/**
 * The ninth digit that would make a citizen service number of the first eight; 10 when none does.
 * @example checkDigit('99999001') // 9
 */
export function checkDigit(eight: string): number {
  let sum = 0;
  for (let at = 0; at < 8; at++) sum += Number(eight[at]) * (9 - at);
  return sum % 11;
}

/**
 * A cover under a key. Nine digits are permuted: no two numbers share a cover, and what stands for a valid
 * citizen service number is itself never valid, so that it can't be somebody else's. (Numbers beginning with
 * 9999 that pass the test are fewer than ten thousand: too few for a provider's clients.) Without the key
 * nobody gets back, not even by trying all numbers.
 * @example coverWith(new Uint8Array(32)).nine('999999999') // '999999999'
 */
export function coverWith(key: Uint8Array): Cover {
  const hmac = new Hmac(key);
  const codes = pseudonymiser(key);
  const encoder = new TextEncoder();
  const digest = new Uint8Array(32);
  const tables = Array.from({ length: ROUNDS }, () => new Int16Array(HALF).fill(-1));
  const known = new Map<string, string>();

  /** A keyed function of half a number; worked out when first asked for. */
  const scramble = (round: number, half: number): number => {
    const table = tables[round] as Int16Array;
    const found = table[half] as number;
    if (found >= 0) return found;
    hmac.into(encoder.encode(`nine digits ${round} ${half}`), digest);
    const word = new DataView(digest.buffer).getUint32(0);
    return (table[half] = word % HALF);
  };
  const permute = (eight: string): string => {
    let left = Number(eight.slice(0, 4));
    let right = Number(eight.slice(4));
    for (let round = 0; round < ROUNDS; round++) {
      [left, right] = [right, (left + scramble(round, right)) % HALF];
    }
    return String(left).padStart(4, '0') + String(right).padStart(4, '0');
  };
  const turn = (digits: string): string => {
    const first = permute(digits.slice(0, 8));
    const own = Number(digits[8]);
    const valid = checkDigit(digits.slice(0, 8));
    const target = checkDigit(first);
    // The distance to the check digit goes over, turned by one: a valid number (distance 0) never stays one.
    const distance = (own - (valid % 10) + 10) % 10;
    const turned = (distance + 1) % 10;
    return first + String(((target % 10) + turned) % 10);
  };
  const nine = (digits: string): string => {
    if (digits === NOBODY) return NOBODY;
    const turned = turn(digits);
    // Nobody stays nobody, so the number that would become it takes the place that nobody leaves.
    return turned === NOBODY ? turn(NOBODY) : turned;
  };
  const code = (text: string, length = CODE_LENGTH): string => {
    const plain = plainIdentifier(text);
    if (plain === '') return '';
    return `P${codes
      .of(plain)
      .replace(/^PS-/, '')
      .slice(0, length - 1)}`;
  };
  return {
    nine,
    code,
    identifier(text) {
      const plain = plainIdentifier(text);
      if (plain === '') return '';
      let found = known.get(plain);
      if (found === undefined) {
        found = /^\d{9}$/.test(plain) ? nine(plain) : code(plain);
        if (known.size < 2_000_000) known.set(plain, found);
      }
      return found;
    },
  };
}

/** Eight digits that read as a day, in either order. */
const DAY =
  /^(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2})$/;

/**
 * The nine digits of a citizen service number as written with or without marks or leading zero; else null.
 * Eight digits that read as a day are taken for one.
 * @example bsnIn('9999.90.019') // '999990019'
 */
export function bsnIn(text: string): string | null {
  const digits = text.replace(/[ .\-\u00a0]/g, '');
  if (!/^\d{8,9}$/.test(digits) || DAY.test(digits)) return null;
  return looksLikeBsn(digits) ? digits.padStart(9, '0') : null;
}

/** Runs of digits, also with single marks between them, that are long enough to hold a service number. */
const RUNS = /\d(?:[.\- ]?\d){7,}/g;

/** Eight or nine digits by themselves: no part of a longer number, nor its decimals. */
const ALONE = /(?<![\d.,])\d{8,9}(?![\d.,]*\d)/g;

/**
 * Replaces known service numbers that stand by themselves, for text in which digits are mostly amounts or
 * markup. Returns the text and how many were replaced.
 */
export function coverAlone(
  text: string,
  isKnown: (nine: string) => boolean,
  cover: Cover,
): { readonly text: string; readonly count: number } {
  let count = 0;
  const replaced = text.replace(ALONE, (run) => {
    const nine = run.padStart(9, '0');
    if (nine === NOBODY || !isKnown(nine)) return run;
    count++;
    return cover.nine(nine);
  });
  return { text: replaced, count };
}

/**
 * Replaces the known service numbers in a text by their covers, wherever they stand: by themselves, written
 * with marks, or inside a longer run of digits. `alone`: the digits are nine by themselves. Returns the text
 * and how many were replaced.
 */
export function coverKnown(
  text: string,
  isKnown: (nine: string, alone: boolean) => boolean,
  cover: Cover,
): { readonly text: string; readonly count: number } {
  if (text.length < 8) return { text, count: 0 };
  let count = 0;
  const replaced = text.replace(RUNS, (run) => {
    const digits = run.replace(/\D/g, '');
    if (digits.length === 8) {
      const whole = `0${digits}`;
      if (!isKnown(whole, false)) return run;
      count++;
      return cover.nine(whole);
    }
    let out = digits;
    let found = false;
    for (let at = 0; at + 9 <= out.length;) {
      const nine = out.slice(at, at + 9);
      if (nine !== NOBODY && isKnown(nine, digits.length === 9)) {
        out = out.slice(0, at) + cover.nine(nine) + out.slice(at + 9);
        count++;
        found = true;
        at += 9;
      } else at++;
    }
    return found ? out : run;
  });
  return { text: replaced, count };
}
