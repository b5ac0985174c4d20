import fc from 'fast-check';
import { evidenceOf, plainNumber, readNumber, scale, scanNumber } from '../../src/intake/number-text';

describe('readNumber', () => {
  it.each([
    ['€ 1.234,56', 'comma', 123456],
    ['1.234,56 EUR', 'comma', 123456],
    ['EUR 1.234,56', 'comma', 123456],
    ['€\u00a01\u202f234,56', 'comma', 123456],
    ["1'234.56", 'point', 123456],
    ['1,234.56', 'point', 123456],
    ['1 234,5', 'comma', 123450],
    ['-12,50', 'comma', -1250],
    ['12,50-', 'comma', -1250],
    ['12,50 -', 'comma', -1250],
    ['\u221212,50', 'comma', -1250],
    ['(12,50)', 'comma', -1250],
    ['(€ 12,50)', 'comma', -1250],
    ['€ -12,50', 'comma', -1250],
    ['-€ 12,50', 'comma', -1250],
    ['€ (12,50)', 'comma', -1250],
    ['1.234,-', 'comma', 123400],
    ['€ 1.234,--', 'comma', 123400],
    ['-1.234,-', 'comma', -123400],
    ['+7', 'either', 700],
    ['12', 'either', 1200],
    ['1 234', 'either', 123400],
    ['1.234.567', 'comma', 123456700],
    ['0.125', 'point', 13],
    ['.5', 'point', 50],
    ['1234.567', 'point', 123457],
    ['0,00', 'comma', 0],
  ])('%s speaks for %s and is %d cents', (text, evidence, cents) => {
    const number = readNumber(text);
    expect(number && evidenceOf(number)).toBe(evidence);
    const digits = evidence === 'comma' ? number?.comma : number?.point;
    expect(digits && scale(digits, number?.negative ?? false, 2)?.units).toBe(cents);
  });

  it.each(['1.234', '12,345', '-1.234', '€ 999.999'])('%s is open', (text) => {
    const number = readNumber(text);
    expect(number && evidenceOf(number)).toBe('open');
  });

  it.each([
    '',
    '-',
    'n.v.t.',
    '1.23.4',
    '1.234.56',
    '1,2,3',
    '12%',
    '1E+06',
    '12,50 CR',
    '--5',
    '-(5)',
    '1 23',
    '€',
    '12..5',
    '1.234 567',
    '5 uur',
    '12-05',
  ])('%s is no number', (text) => {
    expect(readNumber(text)).toBeNull();
  });
});

describe('scale', () => {
  it('rounds half away from zero and keeps the exact difference', () => {
    expect(scale({ whole: '1', fraction: '005' }, false, 2)).toMatchObject({ units: 101 });
    expect(scale({ whole: '1', fraction: '005' }, true, 2)?.difference?.toFixed()).toBe('-0.005');
    expect(scale({ whole: '1', fraction: '00499' }, false, 2)?.units).toBe(100);
    expect(scale({ whole: '1', fraction: '1000' }, false, 2)).toEqual({ units: 110, difference: null });
  });
  it('has no answer beyond the safe integers', () => {
    expect(scale({ whole: '90071992547410', fraction: '' }, false, 2)).toBeNull();
  });
});

test('plainNumber drops binary noise', () => {
  expect(plainNumber(9130.950000000001)).toBe('9130.95');
  expect(plainNumber(0.1 + 0.2)).toBe('0.3');
  expect(plainNumber(1e21)).toBe('1000000000000000000000');
  expect(plainNumber(-5e-7)).toBe('-0.0000005');
});

test('scanNumber reads exactly what readNumber reads, or leaves it', () => {
  const encoder = new TextEncoder();
  const text = fc.oneof(
    fc.constantFrom(
      '0.125',
      '0,125',
      '1234.567',
      '12.34',
      '1.2345',
      '1..234',
      '.5',
      '5.',
      '€€5',
      '- 5',
      '00.123',
    ),
    fc.string({ unit: fc.constantFrom(...'0123456789.,- €'), maxLength: 12 }),
    fc
      .tuple(fc.constantFrom('', '-', '€ ', '€ -'), fc.integer({ min: 0, max: 99999999 }), fc.nat(99))
      .map(([lead, whole, rest]) => {
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.');
        return `${lead}${grouped},${String(rest).padStart(2, '0')}`;
      }),
  );
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('comma', 'point', null),
      fc.constantFrom(2, 4),
      (value, mark, places) => {
        const bytes = encoder.encode(value);
        const fast = scanNumber(bytes, 0, bytes.length, mark, places);
        if (Number.isNaN(fast)) return;
        const number = readNumber(value);
        expect(number).not.toBeNull();
        if (!number) return;
        if (mark === null) expect(evidenceOf(number)).toBe('either');
        const digits = mark === 'comma' ? number.comma : number.point;
        expect(digits && scale(digits, number.negative, places)).toEqual({ units: fast, difference: null });
      },
    ),
    { numRuns: 3000 },
  );
});
