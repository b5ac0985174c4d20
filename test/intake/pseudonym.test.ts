import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import {
  isPseudonym,
  keyAsText,
  keyFromText,
  pseudonymiser,
  randomKey,
  plainIdentifier,
} from '../../src/intake/pseudonym';
import { Hmac, sha256, stretch } from '../../src/intake/sha256';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('SHA-256, HMAC and PBKDF2 agree with the platform’s', () => {
  test('digest and code of any bytes under any key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 100 }), (bytes, key) => {
        expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
        const out = new Uint8Array(32);
        new Hmac(key).into(bytes, out);
        expect(hex(out)).toBe(createHmac('sha256', key).update(bytes).digest('hex'));
      }),
    );
  });

  test('stretching', () => {
    const salt = bytesOf('salt');
    expect(hex(stretch(bytesOf('password'), salt, 50))).toBe(
      pbkdf2Sync('password', 'salt', 50, 32, 'sha256').toString('hex'),
    );
  });
});

describe('pseudonyms', () => {
  const key = keyFromText('11'.repeat(32));
  const { of, ofBytes } = pseudonymiser(key);

  test('the same client has the same pseudonym, however its number is written', () => {
    expect(of('999990019')).toBe(of(' 9999.90.019 '));
    expect(of('c-0001')).toBe(of('C-0001 '));
    expect(ofBytes(bytesOf('x999990019x'), 1, 10)).toBe(of('999990019'));
    expect(ofBytes(bytesOf('C-0001     '), 0, 11)).toBe(of('C-0001'));
    // A number cell drops the leading zero.
    expect(plainIdentifier('10000008')).toBe('010000008');
  });

  test('a range of bytes gives the same pseudonym as its text', () => {
    const letters = fc.constantFrom(...'0123456789ABCXYZabc-. é');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), (parts) => {
        const bytes = bytesOf(parts.join(''));
        expect(ofBytes(bytes, 0, bytes.length)).toBe(of(parts.join('')));
      }),
    );
  });

  test('another key or another client gives another pseudonym, and nothing of the number shows', () => {
    const other = pseudonymiser(randomKey());
    expect(other.of('999990019')).not.toBe(of('999990019'));
    expect(of('999990019')).not.toBe(of('999900006'));
    expect(of('999990019')).not.toContain('9999');
  });

  test('pseudonyms are recognised and left as they are; nothing stays nothing', () => {
    expect(isPseudonym(of('C-0001'))).toBe(true);
    expect(of(of('C-0001'))).toBe(of('C-0001'));
    expect(of('  ')).toBe('');
  });

  test('keys: hexadecimal and base64 as they are, sentences stretched, short ones refused', () => {
    expect(keyAsText(keyFromText('AB'.repeat(32)))).toBe('ab'.repeat(32));
    const bytes = randomKey();
    expect(hex(keyFromText(Buffer.from(bytes).toString('base64')))).toBe(hex(bytes));
    expect(hex(keyFromText('een zin die niemand raadt\n'))).toBe(
      hex(keyFromText('een zin die niemand raadt')),
    );
    expect(() => keyFromText('kort')).toThrow('messages-in.key-too-short');
    expect(() => keyFromText(' \n')).toThrow('messages-in.key-empty');
  });
});
