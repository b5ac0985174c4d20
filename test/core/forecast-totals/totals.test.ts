import fc from 'fast-check';
import {
  forecastYear,
  formatMoney,
  linesOf,
  parseDate,
  parseMoney,
  recompute,
  sumMoney,
  totalsOf,
  utilisationStep,
  type CareRow,
  type ForecastResult,
  type TotalLine,
  type TotalsCeiling,
} from '../../../src/core';
import { careRow } from '../care-row';

const row = (
  provider: string,
  domain: string,
  product: string,
  month: number,
  cents: number,
  year = 2023,
): CareRow => careRow(month, cents, product, year, { provider, domain });

const run = (lines: CareRow[], paths = 200): ForecastResult =>
  forecastYear({ year: 2023, asOf: parseDate('2023-06-30'), lines, method: 'automatic', seed: 7, paths });

/** Noise that no season explains, −6 to 6. */
const wobble = (month: number, year: number): number => ((month * 7919 + (year % 7) * 5077) % 13) - 6;

/** Two years of history and half a year for three providers in two domains. */
const lines = [2021, 2022, 2023].flatMap((year) =>
  Array.from({ length: year === 2023 ? 6 : 12 }, (_, at) => at + 1).flatMap((month) => [
    row('De Linde', 'Wmo', 'P1', month, 1_000_000 + 20_000 * wobble(month, year), year),
    row('De Linde', 'Wmo', 'P2', month, 200_000 + 9_000 * wobble(month + 3, year), year),
    row('Stichting Beuk', 'Wmo', 'P1', month, 500_000 + 30_000 * wobble(month + 5, year), year),
    row('De Linde', 'Jeugdwet', 'J1', month, 700_000 + 10_000 * wobble(month + 1, year), year),
  ]),
);

const from = parseDate('2023-01-01');
const ceiling = (provider: string, domain: string, amount: string): TotalsCeiling => ({
  provider,
  domain,
  parts: [{ from, amount: parseMoney(amount) }],
});

const ceilings = [
  ceiling('Linde, De', 'Wmo', '1.00'),
  ceiling('De Linde', 'Wmo', '144000.00'),
  ceiling('beuk', 'Wmo', '70000.00'),
  ceiling('', 'Jeugdwet', '84000.00'),
];

const at = (whole: TotalLine, ...path: string[]): TotalLine => {
  let line = whole;
  for (const name of path) {
    const found = line.parts.find(
      (part) => [part.domain, part.provider, part.product].includes(name) && part !== line,
    );
    if (!found) throw new Error(`no ${name}`);
    line = found;
  }
  return line;
};

describe('municipal totals', () => {
  const result = run(lines, 1000);
  const total = totalsOf({ result, ceilings });
  const amountOf = (domain: string, provider: string): string =>
    formatMoney(at(total, domain, provider).amount);

  it('every level is exactly the sum of its parts, and the whole is the forecast', () => {
    for (const line of linesOf(total)) {
      if (line.parts.length === 0) continue;
      expect(sumMoney(line.parts.map((part) => part.amount))).toBe(line.amount);
      expect(sumMoney(line.parts.map((part) => part.declared))).toBe(line.declared);
    }
    expect(total.amount).toBe(result.total);
    recompute(total.step);
  });

  it('ranges come from the same paths: narrower than the limits added up', () => {
    const wmo = at(total, 'Wmo');
    const width = (line: TotalLine): bigint => line.range.high95 - line.range.low95;
    expect(width(wmo)).toBeGreaterThan(0n);
    expect(width(wmo)).toBeLessThan(wmo.parts.reduce((sum, part) => sum + width(part), 0n));
    expect(wmo.range.low95 <= wmo.amount && wmo.amount <= wmo.range.high95).toBe(true);
  });

  it('a provider is held against its own ceiling, whatever its name looks like', () => {
    const beuk = at(total, 'Wmo', 'Stichting Beuk').against;
    expect(beuk && formatMoney(beuk.ceiling)).toBe('70000.00');
    const even = totalsOf({ result, ceilings: [ceiling('de linde', 'Wmo', amountOf('Wmo', 'De Linde'))] });
    const linde = at(even, 'Wmo', 'De Linde').against;
    expect(linde?.ground).toBe('stated');
    expect(linde?.overrun).toBe(0n);
    expect(linde?.chance.chance.toNumber()).toBeGreaterThan(0.1);
    expect(linde?.chance.chance.toNumber()).toBeLessThan(0.9);
    expect(beuk?.chance.chance.toNumber()).toBeLessThan(0.1);
    expect(beuk?.exhaustion.expected).toBeNull();
    expect(linde && recompute(utilisationStep(linde) ?? total.step)).toBeGreaterThan(0);
  });

  it('a domain without a budget is held against the ceilings of its providers, one with a budget against that', () => {
    const wmo = at(total, 'Wmo').against;
    expect([wmo?.ground, wmo && formatMoney(wmo.ceiling)]).toEqual(['sum-of-ceilings', '214000.00']);
    expect(at(total, 'Jeugdwet').against?.ground).toBe('stated');
    expect(at(total, 'Jeugdwet', 'De Linde').against).toBeNull();
  });

  it('expected overruns of providers are added up only when every provider has a ceiling', () => {
    const wmo = at(total, 'Wmo');
    expect(wmo.overrunsOfProviders).toBe(
      sumMoney(wmo.parts.map((part) => part.against?.chance.expectedOverrun ?? parseMoney('0'))),
    );
    expect((wmo.overrunsOfProviders ?? 0n) > (wmo.against?.chance.expectedOverrun ?? 0n)).toBe(true);
    expect(at(total, 'Jeugdwet').overrunsOfProviders).toBeNull();
    expect(total.overrunsOfProviders).toBeNull();
  });

  it('the total of domains has no ceiling of its own unless one is stated (ZUT-11)', () => {
    expect(total.against).toBeNull();
    const stated = totalsOf({ result, ceilings: [ceiling('', '', '300000.00')] });
    expect(stated.against && formatMoney(stated.against.ceiling)).toBe('300000.00');
  });

  it('excluded products stay in the amount and out of what is held against a ceiling; raised ones raise it', () => {
    const plain = totalsOf({ result, ceilings });
    const without = totalsOf({
      result,
      ceilings,
      treatmentOf: (_domain, product) => (product === 'P2' ? 'excluded' : 'counts'),
    });
    const linde = at(without, 'Wmo', 'De Linde');
    expect(linde.amount).toBe(at(plain, 'Wmo', 'De Linde').amount);
    expect(linde.excluded).toBe(at(without, 'Wmo', 'De Linde', 'P2').amount);
    expect(linde.against?.counting).toBe(linde.amount - linde.excluded);
    const raised = totalsOf({
      result,
      ceilings,
      treatmentOf: (_domain, product) => (product === 'P2' ? 'volume-raised' : 'counts'),
    });
    expect(at(raised, 'Wmo', 'De Linde').against?.counting).toBe(linde.against?.counting);
    expect(at(raised, 'Wmo', 'De Linde').range).toEqual(at(plain, 'Wmo', 'De Linde').range);
  });

  it('a ceiling of 0 has no utilisation, and an overrun for certain', () => {
    const zero = totalsOf({ result, ceilings: [ceiling('De Linde', 'Jeugdwet', '0.00')] });
    const line = at(zero, 'Jeugdwet', 'De Linde').against;
    expect(line?.utilisation).toBeNull();
    expect(line?.chance.chance.toFixed()).toBe('1');
    expect(line && utilisationStep(line)).toBeNull();
  });

  it('property: the hierarchy adds up exactly, whatever the months hold', () => {
    const anyRow = fc.record({
      provider: fc.constantFrom('A', 'B', 'stichting b', ''),
      domain: fc.constantFrom('Wmo', 'Jeugdwet'),
      product: fc.constantFrom('P1', 'P2', 'P3'),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.constantFrom(2021, 2022, 2023),
      cents: fc.integer({ min: -90_000, max: 900_000 }),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), (made) => {
        const found = run(
          made.map((one) => row(one.provider, one.domain, one.product, one.month, one.cents, one.year)),
          100,
        );
        const whole = totalsOf({ result: found, ceilings });
        expect(whole.amount).toBe(found.total);
        for (const line of linesOf(whole)) {
          if (line.level !== 'product')
            expect(sumMoney(line.parts.map((part) => part.amount))).toBe(line.amount);
        }
      }),
      { numRuns: 40 },
    );
  });
});
