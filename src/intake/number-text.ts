import type { DecimalMark } from './contract';

export {
  evidenceOf,
  exact,
  plainNumber,
  readNumber,
  scale,
  type Digits,
  type NumberText,
  type Scaled,
} from '../core';

const POINT_BYTE = 0x2e;
const COMMA_BYTE = 0x2c;
const MINUS_BYTE = 0x2d;

/**
 * The common spellings of a number straight from its bytes, as a whole number of 10^-places: optional euro
 * sign (UTF-8 or Windows-1252) and spaces, optional minus, digits with or without thousands marks, at most
 * `places` decimals. NaN for everything else, which `readNumber` then looks at. With `mark` null only plain
 * digits are read.
 */
export function scanNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
  mark: DecimalMark | null,
  places: number,
): number {
  const decimalByte = mark === 'comma' ? COMMA_BYTE : mark === 'point' ? POINT_BYTE : -1;
  const groupByte = mark === 'comma' ? POINT_BYTE : mark === 'point' ? COMMA_BYTE : -1;
  let at = start;
  // One € and spaces, no-break ones included.
  let euro = false;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte === 0x20 || byte === 0xa0) at++;
    else if (byte === 0x80 && !euro) {
      euro = true;
      at++;
    } else if (byte === 0xe2 && bytes[at + 1] === 0x82 && bytes[at + 2] === 0xac && !euro) {
      euro = true;
      at += 3;
    } else if (byte === 0xc2 && bytes[at + 1] === 0xa0) at += 2;
    else break;
  }
  let negative = false;
  if (at < end && bytes[at] === MINUS_BYTE) {
    negative = true;
    at++;
  }
  const first = at;
  let value = 0;
  // Digits since the last thousands mark; before the first mark: since the start.
  let run = 0;
  let grouped = false;
  let byte = -1;
  for (; at < end; at++) {
    byte = bytes[at] as number;
    const digit = byte - 0x30;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      run++;
    } else if (byte === groupByte) {
      if (grouped ? run !== 3 : run === 0 || run > 3 || bytes[first] === 0x30) return NaN;
      grouped = true;
      run = 0;
    } else break;
  }
  if (run === 0 || (grouped && run !== 3)) return NaN;
  let decimals = 0;
  if (at < end) {
    if (byte !== decimalByte) return NaN;
    for (at++; at < end; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) return NaN;
      value = value * 10 + digit;
      decimals++;
    }
    if (decimals === 0 || decimals > places) return NaN;
  }
  for (; decimals < places; decimals++) value *= 10;
  if (value > Number.MAX_SAFE_INTEGER) return NaN;
  return negative && value !== 0 ? -value : value;
}
