import { windows1252 } from '../csv/encoding';

/** Bytes as text of one character a byte, so that what isn't touched comes back byte for byte. */
export function byteText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

/** The bytes of such a text. */
export function textBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What a byte text says to a reader: UTF-8 when it is valid, else Windows-1252. */
export function readable(text: string): string {
  let plain = true;
  for (let at = 0; at < text.length && plain; at++) plain = text.charCodeAt(at) < 0x80;
  if (plain) return text;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return text;
  const bytes = textBytes(text);
  try {
    return utf8.decode(bytes);
  } catch {
    // No UTF-8: every byte is a letter of Windows-1252.
    return windows1252(bytes);
  }
}

/** How the bytes of a file become text and text becomes bytes again, without loss. */
export interface Codec {
  decode(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string>;
  encode(text: string): Uint8Array;
}

const SINGLE: Codec = {
  async *decode(chunks) {
    for await (const chunk of chunks) yield byteText(chunk);
  },
  encode: textBytes,
};

/** UTF-16 as its code units, the byte order mark and broken pairs included. */
const wide = (littleEndian: boolean): Codec => ({
  async *decode(chunks) {
    let odd: number | null = null;
    for await (const chunk of chunks) {
      const bytes: number[] = [];
      let text = '';
      const take = (byte: number): void => {
        if (odd === null) odd = byte;
        else {
          bytes.push(littleEndian ? odd | (byte << 8) : (odd << 8) | byte);
          odd = null;
        }
      };
      for (const byte of chunk) {
        take(byte);
        if (bytes.length === 8192) {
          text += String.fromCharCode(...bytes);
          bytes.length = 0;
        }
      }
      yield text + String.fromCharCode(...bytes);
    }
  },
  encode(text) {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
    return bytes;
  },
});

/** The codec of a file by its first bytes. */
export function codecOf(sample: Uint8Array): Codec {
  const [a, b, c, d] = sample;
  if ((a === 0xff && b === 0xfe) || (b === 0 && d === 0 && a !== 0 && c !== 0)) return wide(true);
  if ((a === 0xfe && b === 0xff) || (a === 0 && c === 0 && b !== 0 && d !== 0)) return wide(false);
  return SINGLE;
}
