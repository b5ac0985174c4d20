import fc from 'fast-check';
import { LineHash } from '../../../src/intake/declared/line-hash';

const hash = new LineHash();
const of = (bytes: Uint8Array, scope = 1): string => {
  hash.begin(scope);
  hash.bytes(bytes, 0, bytes.length);
  return `${hash.high} ${hash.low}`;
};

describe('64 bits of a byte string', () => {
  test('the same for the same bytes, wherever they stand; another for other bytes, lengths and scopes', () => {
    const letters = fc.array(fc.constantFrom(0, 0x30, 0x31, 0x39, 0x41, 0x2d, 0xff), { maxLength: 14 });
    fc.assert(
      fc.property(letters, letters, fc.nat(5), (one, other, shift) => {
        const [a, b] = [Uint8Array.from(one), Uint8Array.from(other)];
        const moved = Uint8Array.from([...new Array<number>(shift).fill(0x37), ...one, 0x38]);
        hash.begin(1);
        hash.bytes(moved, shift, shift + one.length);
        expect(`${hash.high} ${hash.low}`).toBe(of(a));
        expect(of(a) === of(b)).toBe(one.join() === other.join());
        expect(of(a, 2)).not.toBe(of(a, 1));
      }),
      { numRuns: 2000 },
    );
  });

  test('a zero byte is no zero', () => {
    expect(of(Uint8Array.of(0x41, 0, 0x31))).not.toBe(of(Uint8Array.of(0x41, 0x30, 0x31)));
  });

  test('numbers in a row are at home in a row', () => {
    const home = (text: string): number => {
      of(new TextEncoder().encode(text));
      return hash.home;
    };
    for (const before of ['', 'R', 'VB2302-R']) {
      expect((home(`${before}000124`) - home(`${before}000123`)) | 0).toBe(1);
      expect((home(`${before}001000`) - home(`${before}000999`)) | 0).toBe(1);
    }
  });
});
