import { looksLikeBsn } from './private-text';
import { Hmac, stretch } from './sha256';

/**
 * Replaces a client's identifier (a citizen service number or a provider's own client number) by a keyed
 * pseudonym: the same identifier gives the same pseudonym under the same key, and without the key nobody gets
 * back, not even by trying all numbers. The key stays with the user.
 */
export interface Pseudonymise {
  /** The pseudonym of an identifier as written. A pseudonym stays what it is, and an empty text stays empty. */
  of(identifier: string): string;
  /** As `of`, for the plain letters and digits of a range of bytes, without making a string of them. */
  ofBytes(bytes: Uint8Array, start: number, end: number): string;
  /**
   * As `ofBytes`, with the letters of the pseudonym put into `out` (`PSEUDONYM_LENGTH` of them). False, and
   * nothing done, for an identifier that must be looked at as a text first.
   */
  intoBytes?(bytes: Uint8Array, start: number, end: number, out: Uint8Array): boolean;
}

/** Why a key can't be used; `code` names a sentence. */
export class KeyError extends Error {
  constructor(readonly code: 'messages-in.key-too-short' | 'messages-in.key-empty') {
    super(code);
    this.name = 'KeyError';
  }
}

/** Letters and digits that no reader takes for one another. */
const ALPHABET = new TextEncoder().encode('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const PREFIX = new TextEncoder().encode('PS-');
/** 16 × 5 = 80 bits: among ten million clients two share a pseudonym once in 10^10 cases. */
const LETTERS = 16;
/** How many letters a pseudonym has. */
export const PSEUDONYM_LENGTH = PREFIX.length + LETTERS;
const PSEUDONYM = /^PS-[0-9A-HJKMNP-TV-Z]{16}$/;

/** A key of a user's own making must at least be this long. */
export const SHORTEST_KEY = 12;
const ROUNDS = 100_000;
const SALT = new TextEncoder().encode('plafondwijzer client pseudonym 1');

/**
 * Whether a text is a pseudonym of this kind already.
 * @example isPseudonym('PS-0123456789ABCDEF') // true
 * @example isPseudonym('C-0001') // false
 */
export const isPseudonym = (text: string): boolean => PSEUDONYM.test(text);

/** A key nobody knows: 32 random bytes. Good for one run; pseudonyms of two runs can't be compared. */
export function randomKey(): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(32));
}

/**
 * The key behind the text of a key file or setting. 64 hexadecimal digits, or base64 of at least 32 bytes,
 * are the key itself; any other text is stretched (PBKDF2, 100,000 rounds), since people's own sentences are
 * easily tried. Errors: `KeyError` when there is none, or it is shorter than `SHORTEST_KEY` characters.
 * @example keyFromText('een zin die niemand raadt').length // 32
 */
export function keyFromText(text: string): Uint8Array {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') throw new KeyError('messages-in.key-empty');
  if (/^[0-9a-f]{64}$/i.test(trimmed)) {
    return Uint8Array.from(trimmed.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  }
  if (/^[A-Za-z0-9+/]{43,}={0,2}$/.test(trimmed)) {
    return Uint8Array.from(atob(trimmed.replace(/=+$/, '')), (letter) => letter.charCodeAt(0));
  }
  if ([...trimmed].length < SHORTEST_KEY) throw new KeyError('messages-in.key-too-short');
  return stretch(new TextEncoder().encode(trimmed.normalize('NFC')), SALT, ROUNDS);
}

/**
 * A key as text for a key file: hexadecimal.
 * @example keyAsText(keyFromText('0'.repeat(64))) // '0'.repeat(64)
 */
export const keyAsText = (key: Uint8Array): string =>
  Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * What of an identifier counts: capitals, and single spaces. A citizen service number is its nine digits,
 * also where a number cell lost the leading zero or somebody wrote it with dots.
 * @example plainIdentifier(' c-0001 ') // 'C-0001'
 * @example plainIdentifier('9999.90.019') // '999990019'
 */
export function plainIdentifier(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toUpperCase();
  const digits = plain.replace(/[ .-]/g, '');
  return looksLikeBsn(digits) ? digits.padStart(9, '0') : plain;
}

/**
 * What is kept of a client's identifier: its pseudonym, or the text itself where the user says that a
 * provider's own client numbers are no identifiers. A citizen service number always is one.
 * @example clientName('C-0001', pseudonymiser(keyFromText('0'.repeat(64))), true) // 'C-0001'
 */
export function clientName(text: string, pseudonymise: Pseudonymise, keepOwnNumbers: boolean): string {
  return keepOwnNumbers && !looksLikeBsn(plainIdentifier(text)) ? text : pseudonymise.of(text);
}

/**
 * Pseudonyms under a key.
 * @example pseudonymiser(keyFromText('0'.repeat(64))).of('999990019').length // 19
 */
export function pseudonymiser(key: Uint8Array): Pseudonymise {
  const hmac = new Hmac(key);
  const code = new Uint8Array(32);
  const encoder = new TextEncoder();
  const letters = new Uint8Array(PSEUDONYM_LENGTH);
  const put = (out: Uint8Array): void => {
    for (let at = 0; at < PREFIX.length; at++) out[at] = PREFIX[at] as number;
    for (let letter = 0, at = 0, bits = 0, held = 0; letter < LETTERS; letter++) {
      if (held < 5) {
        bits = ((bits & 31) << 8) | (code[at++] as number);
        held += 8;
      }
      held -= 5;
      out[PREFIX.length + letter] = ALPHABET[(bits >>> held) & 31] as number;
    }
  };
  const name = (): string => {
    put(letters);
    return String.fromCharCode(...letters);
  };
  const of = (identifier: string): string => {
    const plain = plainIdentifier(identifier);
    if (plain === '' || isPseudonym(plain)) return plain;
    hmac.into(encoder.encode(plain), code);
    return name();
  };
  const intoBytes = (bytes: Uint8Array, start: number, end: number, out: Uint8Array): boolean => {
    let first = start;
    let last = end;
    while (first < last && bytes[first] === 0x20) first++;
    while (last > first && bytes[last - 1] === 0x20) last--;
    // Plain capitals, digits and hyphens need no normalising, unless they may be a service number that was
    // written otherwise or a pseudonym.
    let digits = 0;
    let plain = last - first <= 16;
    for (let at = first; plain && at < last; at++) {
      const byte = bytes[at] as number;
      if (byte >= 0x30 && byte <= 0x39) digits++;
      else if (!((byte >= 0x41 && byte <= 0x5a) || byte === 0x2d)) plain = false;
    }
    const other = last - first - digits;
    if (!plain || last === first || digits === 8 || (digits === 9 && other > 0)) return false;
    hmac.range(bytes, first, last, code);
    put(out);
    return true;
  };
  return {
    of,
    ofBytes(bytes, start, end) {
      return intoBytes(bytes, start, end, letters)
        ? String.fromCharCode(...letters)
        : of(new TextDecoder().decode(bytes.subarray(start, end)).trim());
    },
    intoBytes,
  };
}
