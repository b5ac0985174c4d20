/** What the bytes of a file turned out to be, as far as read. `mixed`: valid UTF-8 first, other bytes later. */
export type ByteEncoding = 'ascii' | 'utf-8' | 'windows-1252' | 'mixed';

/**
 * Tells UTF-8 from Windows-1252 by the validity of the whole stream, wherever its first accented letter or
 * euro sign appears: when the first non-ASCII sequence is no UTF-8, the file is Windows-1252.
 * Chunk boundaries make no difference.
 */
export class EncodingJudge {
  encoding: ByteEncoding = 'ascii';
  /** Continuation bytes still to come of the sequence in hand, and the range of the next one. */
  private pending = 0;
  private lowest = 0x80;
  private highest = 0xbf;

  /** In the middle of a letter of more than one byte. */
  get waits(): boolean {
    return this.pending > 0;
  }

  take(chunk: Uint8Array): void {
    if (this.encoding === 'windows-1252' || this.encoding === 'mixed') return;
    let at = 0;
    const end = chunk.length;
    const words = wordsOf(chunk);
    while (at < end) {
      if (this.pending === 0) {
        at = skipAscii(chunk, words, at);
        if (at >= end) return;
      }
      const byte = chunk[at] as number;
      if (this.pending > 0) {
        if (byte < this.lowest || byte > this.highest) return this.foreign();
        this.lowest = 0x80;
        this.highest = 0xbf;
        this.pending--;
        if (this.pending === 0) this.encoding = 'utf-8';
      } else if (byte >= 0xc2 && byte <= 0xdf) this.pending = 1;
      else if (byte >= 0xe0 && byte <= 0xef) {
        this.pending = 2;
        if (byte === 0xe0) this.lowest = 0xa0;
        if (byte === 0xed) this.highest = 0x9f;
      } else if (byte >= 0xf0 && byte <= 0xf4) {
        this.pending = 3;
        if (byte === 0xf0) this.lowest = 0x90;
        if (byte === 0xf4) this.highest = 0x8f;
      } else return this.foreign();
      at++;
    }
  }

  /** At the end of the stream: a sequence that is cut off is no UTF-8. */
  finish(): void {
    if (this.pending > 0) this.foreign();
  }

  private foreign(): void {
    this.pending = 0;
    this.encoding = this.encoding === 'ascii' ? 'windows-1252' : 'mixed';
  }
}

interface Words {
  readonly first: number;
  readonly view: Uint32Array;
}

function wordsOf(chunk: Uint8Array): Words {
  const first = (4 - (chunk.byteOffset & 3)) & 3;
  const length = Math.max(0, (chunk.length - first) >> 2);
  return {
    first,
    view: length > 0 ? new Uint32Array(chunk.buffer, chunk.byteOffset + first, length) : new Uint32Array(0),
  };
}

/** Index of the first non-ASCII byte from `from` on; four bytes at a time, since most of a file is ASCII. */
function skipAscii(chunk: Uint8Array, words: Words, from: number): number {
  const { first, view } = words;
  const end = chunk.length;
  let at = from;
  for (; at < end && ((at - first) & 3) !== 0; at++) if ((chunk[at] as number) >= 0x80) return at;
  if (at < end) {
    let word = (at - first) >> 2;
    while (word < view.length && ((view[word] as number) & 0x80808080) === 0) word++;
    at = first + word * 4;
  }
  while (at < end && (chunk[at] as number) < 0x80) at++;
  return at;
}

/** 0x80–0x9F of Windows-1252. Some engines decode these as Latin-1, which loses the euro sign. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Text of Windows-1252 bytes.
 * @example windows1252(Uint8Array.of(0x80, 0x20, 0xe9)) // '€ é'
 */
export function windows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte >= 0x80 && byte <= 0x9f ? (HIGH[byte - 0x80] ?? '') : String.fromCharCode(byte);
  }
  return text;
}

/**
 * Text of a range of bytes under the encoding as judged so far. In a `mixed` file each field is read as
 * UTF-8 when it is valid and as Windows-1252 when not.
 */
export class FieldDecoder {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  constructor(private readonly judge: { readonly encoding: ByteEncoding }) {}

  text(bytes: Uint8Array, start: number, end: number): string {
    let text = '';
    let at = start;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte >= 0x80) break;
      text += String.fromCharCode(byte);
    }
    if (at === end) return text;
    const field = bytes.subarray(start, end);
    if (this.judge.encoding === 'windows-1252') return windows1252(field);
    try {
      return this.utf8.decode(field);
    } catch {
      return windows1252(field);
    }
  }
}

/** Encodings that are recognised by their first bytes. */
export type Sniffed = 'utf-16le' | 'utf-16be' | 'bytes';

/** Tells UTF-16 (by byte order mark, or by where the zero bytes of Latin text are) from single-byte codes. */
export function sniffEncoding(sample: Uint8Array): Sniffed {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const length = Math.min(sample.length, 2048) & ~1;
  if (length < 4) return 'bytes';
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (sample[at] === 0) even++;
    if (sample[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.1) return 'utf-16be';
  return 'bytes';
}

/**
 * A stream of UTF-16 as a stream of UTF-8. Without `whole` the stream may stop halfway a character.
 * Errors: the `TypeError` of `TextDecoder` for broken UTF-16.
 */
export async function* utf8FromUtf16(
  chunks: AsyncIterable<Uint8Array>,
  encoding: 'utf-16le' | 'utf-16be',
  whole: boolean,
): AsyncIterable<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  if (whole) yield encoder.encode(decoder.decode());
}
