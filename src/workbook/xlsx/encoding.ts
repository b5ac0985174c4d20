import { problem } from './problem';

/** How the text of a part was stored, so that a patched text goes back the same way. */
export interface StoredText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/**
 * The text of an XML part. A byte order mark stays in the text as U+FEFF, so that writing it back gives the
 * same bytes. Errors: `WorkbookError` for an encoding that isn't UTF-8 or UTF-16, or bytes that don't fit it.
 */
export function decodePart(bytes: Uint8Array, file: string, part: string): StoredText {
  const [a, b, c, d] = bytes;
  const wide =
    (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0 && c === 0x3f && d === 0)
      ? 'utf-16le'
      : (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c && c === 0 && d === 0x3f)
        ? 'utf-16be'
        : null;
  let text: string;
  try {
    text = new TextDecoder(wide ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw problem('encoding', { file, part, encoding: declaredEncoding(bytes) ?? 'utf-8' });
  }
  if (wide) return { text, encoding: wide };
  const declared = declaredEncoding(bytes);
  const isAscii = (): boolean => {
    for (const byte of bytes) if (byte > 127) return false;
    return true;
  };
  // Another declared encoding means the same as UTF-8 as long as only ASCII occurs.
  if (declared !== null && !/^utf-?8$/i.test(declared) && (/^utf-?16/i.test(declared) || !isAscii())) {
    throw problem('encoding', { file, part, encoding: declared });
  }
  return { text, encoding: 'utf-8' };
}

function declaredEncoding(bytes: Uint8Array): string | null {
  let head = '';
  for (const byte of bytes.subarray(0, 200)) head += String.fromCharCode(byte);
  return /^\W*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1] ?? null;
}

/** The bytes of a part's text, in the encoding it came in. */
export function encodePart({ text, encoding }: StoredText): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}
