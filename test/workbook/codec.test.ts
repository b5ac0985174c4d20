import fc from 'fast-check';
import { nodeCodec, PORTABLE, TooMuch } from '../../src/workbook/xlsx/codec';

const node = nodeCodec();
const codecs = [['portable', PORTABLE] as const, ...(node ? [['node', node] as const] : [])];

describe.each(codecs)('%s codec', (_, codec) => {
  it('unpacks what any codec packed, and knows its checksum', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.constantFrom(3, 6), (bytes, level) => {
        for (const [, other] of codecs) {
          const unpacked = codec.inflate(other.deflate(bytes, level as 3 | 6), bytes.length);
          expect(Buffer.from(unpacked).equals(Buffer.from(bytes))).toBe(true);
          expect(codec.crc32(bytes)).toBe(other.crc32(bytes));
        }
      }),
      { numRuns: 100 },
    );
    expect(codec.crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('stops when more comes out than was stated, and at broken data', () => {
    const packed = codec.deflate(new Uint8Array(1_000_000), 6);
    expect(() => codec.inflate(packed, 999_999)).toThrow(TooMuch);
    expect(() => codec.inflate(packed, 0)).toThrow(TooMuch);
    expect(() => codec.inflate(packed.subarray(0, 100), 1_000_000)).toThrow();
    expect(() => codec.inflate(Uint8Array.of(7, 1, 2, 3), 100)).toThrow();
  });
});
