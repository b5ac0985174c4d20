import { isNameByte, isNameStart } from './xml-names';
import { expandReferences, XmlBreak } from './xml-text';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;

export const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

export function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

export function find(bytes: Uint8Array, from: number, end: number, first: number, second: number): number {
  for (let at = from; at + 1 < end; at++) {
    if (bytes[at] === first && bytes[at + 1] === second) return at;
  }
  return -1;
}

export interface Attributes {
  /** Position of the tag's last byte. */
  readonly at: number;
  readonly selfClosing: boolean;
  readonly line: number;
  /** Namespaces declared here, by prefix; null for none. */
  readonly declared: Map<string, string> | null;
}

/** Reads what follows a tag's name; null when the tag isn't complete yet. Errors: `XmlBreak`. */
export function readAttributes(
  bytes: Uint8Array,
  from: number,
  end: number,
  firstLine: number,
): Attributes | null {
  let at = from;
  let line = firstLine;
  let declared: Map<string, string> | null = null;
  const seen: string[] = [];
  for (;;) {
    const gap = at;
    while (at < end && isSpace(bytes[at] as number)) {
      if (bytes[at] === 0x0a) line++;
      at++;
    }
    if (at >= end) return null;
    const byte = bytes[at] as number;
    if (byte === GT) return { at, selfClosing: false, line, declared };
    if (byte === SLASH) {
      if (at + 1 >= end) return null;
      if (bytes[at + 1] !== GT) throw new XmlBreak('not-well-formed', line);
      return { at: at + 1, selfClosing: true, line, declared };
    }
    if (gap === at || !isNameStart(byte)) throw new XmlBreak('not-well-formed', line);
    const start = at;
    while (at < end && isNameByte(bytes[at] as number)) at++;
    const name = ascii(bytes, start, Math.min(at, start + 256));
    while (at < end && isSpace(bytes[at] as number)) at++;
    if (at >= end) return null;
    if (bytes[at] !== 0x3d) throw new XmlBreak('not-well-formed', line);
    at++;
    while (at < end && isSpace(bytes[at] as number)) at++;
    if (at >= end) return null;
    const quote = bytes[at] as number;
    if (quote !== 0x22 && quote !== 0x27) throw new XmlBreak('not-well-formed', line);
    const value = ++at;
    while (at < end && bytes[at] !== quote) {
      const inside = bytes[at] as number;
      if (inside === LT) throw new XmlBreak('not-well-formed', line);
      if (inside < 0x20) {
        if (inside === 0x0a) line++;
        else if (inside !== 0x09 && inside !== 0x0d) throw new XmlBreak('character', line);
      }
      at++;
    }
    if (at >= end) return null;
    if (seen.includes(name)) throw new XmlBreak('not-well-formed', line);
    if (seen.push(name) > 256) throw new XmlBreak('too-long', line);
    const text = expandReferences(bytes, value, at, line);
    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      const prefix = name === 'xmlns' ? '' : name.slice(6);
      (declared ??= new Map()).set(prefix, new TextDecoder().decode(text));
    }
    at++;
  }
}
