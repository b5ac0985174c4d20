/** Reading fixed fields straight from bytes. */

/** A field that holds spaces only. */
export const BLANK = -1;

/** The whole number in a field of digits; `BLANK` for spaces only, NaN for anything else. */
export function numberAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  let first = start;
  while (first < end && bytes[first] === 0x20) first++;
  if (first === end) return BLANK;
  for (let at = first; at < end; at++) {
    const digit = (bytes[at] as number) - 0x30;
    // Digits after leading spaces only: writers differ in how they fill up, but not in what they mean.
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** A field that holds something else than digits after spaces. */
export const WRONG = -2;

/** As `numberAt` for at most nine digits, in whole numbers only: `BLANK` for spaces, `WRONG` for anything else. */
export function wholeAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] === 0x20) at++;
  if (at === end) return BLANK;
  let value = 0;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return WRONG;
    value = (Math.imul(value, 10) + digit) | 0;
  }
  return value;
}

/** End of a field without the spaces after its text. */
export function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
  let last = end;
  while (last > start && bytes[last - 1] === 0x20) last--;
  return last;
}

/** Plain text of a field, without the spaces around it. Bytes beyond ASCII show as `?`. */
export function textAt(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    text += byte < 0x80 ? String.fromCharCode(byte) : '?';
  }
  return text.trim();
}

/** Whether nine digits pass the eleven-test of the citizen service number. */
export function passesElevenTest(bytes: Uint8Array, start: number): boolean {
  let sum = 0;
  let all = 0;
  for (let index = 0; index < 9; index++) {
    const digit = (bytes[start + index] as number) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return false;
    sum += digit * (index === 8 ? -1 : 9 - index);
    all += digit;
  }
  return all > 0 && sum % 11 === 0;
}

/** Whether nine digits lie in the range that is given out for tests: 999900006 to 999999990. */
export function isTestNumber(bytes: Uint8Array, start: number): boolean {
  for (let index = 0; index < 4; index++) if (bytes[start + index] !== 0x39) return false;
  return true;
}

export function sameBytes(
  a: Uint8Array,
  aStart: number,
  b: Uint8Array,
  bStart: number,
  length: number,
): boolean {
  for (let index = 0; index < length; index++) {
    if (a[aStart + index] !== b[bStart + index]) return false;
  }
  return true;
}
