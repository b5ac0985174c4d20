import { IntakeError } from '../contract';
import { sniffEncoding, utf8FromUtf16 } from '../csv/encoding';

const refuse = (code: string, file: string, facts: Readonly<Record<string, string>> = {}): IntakeError =>
  new IntakeError([{ level: 'error', code, facts: { file, ...facts }, place: { file } }]);

/** Encodings of one byte a character that a declaration may name. */
const SINGLE = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
]);

/** How the bytes of a document are to be read. */
export interface XmlEncoding {
  /** As a receipt names it. */
  readonly name: string;
  /** Label for the decoder; null for UTF-8 and plain ASCII, which need none. */
  readonly decoder: 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | null;
}

/**
 * The encoding of a document by its first bytes and by what its declaration says. Errors: `IntakeError` for
 * an encoding that isn't read, or a declaration that its own bytes contradict.
 */
export function xmlEncoding(sample: Uint8Array, file: string): XmlEncoding {
  const sniffed = sniffEncoding(sample);
  if (sniffed !== 'bytes') return { name: sniffed, decoder: sniffed };
  const head = new TextDecoder('windows-1252').decode(sample.subarray(0, 256));
  const declared = /^(?:ï»¿)?<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1];
  if (declared === undefined) return { name: 'utf-8', decoder: null };
  const label = declared.toLowerCase();
  if (label === 'utf-8' || label === 'utf8' || label === 'us-ascii' || label === 'ascii') {
    return { name: 'utf-8', decoder: null };
  }
  const single = SINGLE.get(label);
  if (single === 'windows-1252' || single === 'iso-8859-15') return { name: label, decoder: single };
  throw refuse('messages-in.xml-encoding', file, { found: declared });
}

/** The bytes of a document as UTF-8 without byte order mark. Errors: `IntakeError` for broken UTF-16. */
export async function* asUtf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding: XmlEncoding,
  file: string,
): AsyncIterable<Uint8Array> {
  if (encoding.decoder === 'utf-16le' || encoding.decoder === 'utf-16be') {
    try {
      yield* utf8FromUtf16(chunks, encoding.decoder, true);
    } catch (error) {
      if (error instanceof TypeError) throw refuse('intake.utf16-broken', file);
      throw error;
    }
    return;
  }
  const decoder = encoding.decoder === null ? null : new TextDecoder(encoding.decoder);
  const encoder = new TextEncoder();
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of chunks) {
    let bytes = decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : chunk;
    if (head !== null) {
      // A byte order mark may be cut in two by the end of a chunk.
      const both: Uint8Array = new Uint8Array(head.length + bytes.length);
      both.set(head);
      both.set(bytes, head.length);
      head = both;
      if (head.length < 3) continue;
      bytes = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
      head = null;
    }
    yield bytes;
  }
  if (head !== null && head.length > 0) yield head;
}
