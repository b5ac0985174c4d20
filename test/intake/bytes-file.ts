import type { InputFile } from '../../src/intake';

const WINDOWS_1252: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '–': 0x96, Š: 0x8a };

/** Text in one of the encodings that files come in. */
export function encode(text: string, encoding: string, bom = false): Uint8Array {
  switch (encoding) {
    case 'windows-1252':
      return Uint8Array.from([...text].map((char) => WINDOWS_1252[char] ?? char.codePointAt(0) ?? 0x3f));
    case 'utf-16le':
    case 'utf-16be': {
      const bytes = new Uint8Array((text.length + (bom ? 1 : 0)) * 2);
      const view = new DataView(bytes.buffer);
      const little = encoding === 'utf-16le';
      const units = [...(bom ? [0xfeff] : []), ...Array.from(text, (_, at) => text.charCodeAt(at))];
      units.forEach((unit, at) => view.setUint16(at * 2, unit, little));
      return bytes;
    }
    default:
      return new TextEncoder().encode((bom ? '\ufeff' : '') + text);
  }
}

/** A file in memory, handed out in chunks of the given size. */
export function bytesFile(name: string, bytes: Uint8Array, chunk = 1 << 16): InputFile {
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunk) {
        await Promise.resolve();
        yield bytes.slice(at, at + chunk);
      }
    },
  };
}

export const textFile = (text: string, encoding = 'utf-8', chunk = 1 << 16): InputFile =>
  bytesFile('test.csv', encode(text, encoding), chunk);
