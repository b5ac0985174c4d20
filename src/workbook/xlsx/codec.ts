import { deflateSync, Inflate } from 'fflate';

/** Packing and unpacking of zip entries. The platform's own is several times faster than any script. */
export interface Codec {
  /**
   * Unpacks raw deflate data. Errors: `TooMuch` as soon as more than `size` bytes come out; any other error
   * for data that isn't deflate or stops halfway.
   */
  inflate(packed: Uint8Array, size: number): Uint8Array;
  /** Raw deflate data; `level` 1 is fast, 9 is tight. */
  deflate(content: Uint8Array, level: 3 | 6): Uint8Array;
  crc32(bytes: Uint8Array): number;
}

/** More comes out of packed data than was stated. */
export class TooMuch extends Error {}

const CRC_TABLE = (() => {
  const table = new Int32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[n] = c;
  }
  return table;
})();

/** Packed bytes handed over at a time: bounds what one step can blow up to. */
const STEP = 32 * 1024;

/** Works everywhere. */
export const PORTABLE: Codec = {
  inflate(packed, size) {
    const out = new Uint8Array(size);
    let filled = 0;
    const inflater = new Inflate((chunk) => {
      if (filled + chunk.length > out.length) throw new TooMuch();
      out.set(chunk, filled);
      filled += chunk.length;
    });
    for (let at = 0; at < packed.length; at += STEP) {
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
    return out.subarray(0, filled);
  },
  deflate: (content, level) => deflateSync(content, { level }),
  crc32(bytes) {
    let crc = -1;
    for (let i = 0; i < bytes.length; i++)
      crc = (CRC_TABLE[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
    return ~crc >>> 0;
  },
};

/** The part of Node's zlib that is used here. */
interface NodeZlib {
  inflateRawSync(packed: Uint8Array, options: { maxOutputLength: number; chunkSize: number }): Uint8Array;
  deflateRawSync(content: Uint8Array, options: { level: number }): Uint8Array;
  crc32?(bytes: Uint8Array): number;
}

const isTooLarge = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/** Node's own codec, where the program runs in Node (from 20.16); null in a browser. */
export function nodeCodec(): Codec | null {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const zlib = process?.getBuiltinModule?.('node:zlib') as NodeZlib | undefined;
  if (!zlib) return null;
  return {
    inflate(packed, size) {
      try {
        const limit = Math.max(1, size);
        return zlib.inflateRawSync(packed, { maxOutputLength: limit, chunkSize: Math.max(64, limit) });
      } catch (error) {
        throw isTooLarge(error) ? new TooMuch() : error;
      }
    },
    deflate: (content, level) => zlib.deflateRawSync(content, { level }),
    crc32: zlib.crc32 ?? ((bytes) => PORTABLE.crc32(bytes)),
  };
}

/** The codec of the platform the program runs on. */
export const CODEC: Codec = nodeCodec() ?? PORTABLE;
