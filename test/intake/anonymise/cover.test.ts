import fc from 'fast-check';
import { looksLikeBsn } from '../../../src/core';
import { bsnIn, coverAlone, coverKnown, coverWith, keyFromText } from '../../../src/intake';

const cover = coverWith(keyFromText('0123456789abcdef'.repeat(4)));
const nine = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, '0'));

describe('the cover of a number', () => {
  it('is nine digits that are no service number, where it stands for one', () => {
    fc.assert(
      fc.property(nine, (digits) => {
        const covered = cover.nine(digits);
        expect(covered).toMatch(/^\d{9}$/);
        if (looksLikeBsn(digits) && digits !== '999999999') expect(looksLikeBsn(covered)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never shared: different numbers have different covers', () => {
    const covers = new Map<string, string>();
    for (let number = 999_900_000; number < 999_999_999; number += 7) {
      const covered = cover.nine(String(number));
      expect(covers.get(covered)).toBeUndefined();
      covers.set(covered, String(number));
    }
    // Also the numbers that differ in their last digit only.
    const last = Array.from({ length: 10 }, (_, digit) => cover.nine(`99990001${digit}`));
    expect(new Set(last).size).toBe(10);
  });

  it('leaves nobody nobody, and makes nobody of none', () => {
    expect(cover.nine('999999999')).toBe('999999999');
    fc.assert(fc.property(nine, (digits) => digits === '999999999' || cover.nine(digits) !== '999999999'));
  });

  it('is the same however a number is written, and another under another key', () => {
    const one = cover.identifier('999990019');
    for (const text of ['9999.90.019', ' 999990019 ', '9999 90 019'])
      expect(cover.identifier(text)).toBe(one);
    // A number cell loses the leading zero.
    expect(cover.identifier('10000008')).toBe(cover.identifier('010000008'));
    expect(coverWith(keyFromText('f'.repeat(64))).identifier('999990019')).not.toBe(one);
    expect(coverWith(keyFromText('0123456789abcdef'.repeat(4))).identifier('999990019')).toBe(one);
  });

  it('of anything else is a short code that fits the narrowest field', () => {
    expect(cover.identifier('C-0001')).toMatch(/^P[0-9A-Z]{10}$/);
    expect(cover.identifier('c-0001 ')).toBe(cover.identifier('C-0001'));
    expect(cover.identifier('')).toBe('');
  });
});

describe('known numbers in a text', () => {
  const known = (digits: string): boolean => digits === '999990019' || digits === '010000008';
  const covered = cover.nine('999990019');

  it.each([
    ['R-999990019-X', `R-${covered}-X`],
    ['20230101999990019', `20230101${covered}`],
    ['9999.90.019 belt', `${covered} belt`],
    ['dossier 10000008', `dossier ${cover.nine('010000008')}`],
    ['999990006', '999990006'],
    ['12345678', '12345678'],
  ])('%s becomes %s', (text, expected) => {
    expect(coverKnown(text, known, cover).text).toBe(expected);
  });

  it('among amounts only a number that stands by itself', () => {
    expect(coverAlone('0.123999990019 999990019,50 999990019.5', known, cover).count).toBe(0);
    expect(coverAlone('<v>999990019</v>', known, cover).text).toBe(`<v>${covered}</v>`);
  });

  it('a day is no service number', () => {
    // Both pass the eleven-test with a zero in front.
    expect([bsnIn('20230104'), bsnIn('99990019'), bsnIn('999990019')][2]).toBe('999990019');
    for (const day of ['20230101', '20231231', '01022023', '31121999']) expect(bsnIn(day)).toBeNull();
  });
});
