import {
  buildOutlook,
  domainChance,
  effectiveCeiling,
  countDomain,
  findRulebook,
  MONTHS_FOR_CHANCE,
  parseDate,
  parseMoney,
  recompute,
  treatmentOf,
  type CareRow,
  type DomainChance,
  type ProductLookup,
} from '../../../src/core';
import { careRow as row } from '../care-row';

const rulebook = findRulebook('zutphen-2023');
const DESCRIPTIONS: Record<string, string> = { P1: 'Begeleiding', P2: 'WerktMee', P3: 'SGGZ crisiszorg' };
const lookup: ProductLookup = (domain, product) => {
  const description = DESCRIPTIONS[product] ?? null;
  return { description, treatment: treatmentOf(rulebook, product, description, domain) };
};
const wobble = (month: number, year: number): number => ((month * 7919 + (year % 7) * 5077) % 13) - 6;

interface Asked {
  readonly production: CareRow[];
  readonly forecast?: CareRow[];
  readonly history?: CareRow[];
  readonly base: string | null;
  readonly asOf?: string;
}
function chanceOf({
  production,
  forecast = [],
  history = [],
  base,
  asOf = '2023-06-30',
}: Asked): DomainChance {
  const outlook = buildOutlook({
    provider: 'Voorbeeld',
    year: 2023,
    asOf: parseDate(asOf),
    production,
    forecast,
    keepClients: new Set(),
    runningMonth: 'forecast-is-whole-month',
  });
  const ceiling =
    base === null
      ? null
      : effectiveCeiling(
          rulebook,
          [
            {
              provider: 'Voorbeeld',
              domain: 'Wmo',
              year: 2023,
              kind: 'base',
              client: null,
              amount: parseMoney(base),
              from: null,
              scope: [],
              place: {},
            },
          ],
          countDomain(outlook, 'Wmo', lookup),
          2023,
          parseDate(asOf),
        );
  return domainChance(outlook, 'Wmo', history, ceiling, lookup);
}

const year = (of: number, months: number, level = 1_000_000): CareRow[] =>
  Array.from({ length: months }, (_, at) => row(at + 1, level + 40_000 * wobble(at + 1, of), 'P1', of));
const history = [...year(2021, 12), ...year(2022, 12)];
const production = year(2023, 6);

describe('chance of an overrun of a domain', () => {
  it('grows as the ceiling falls, is the same twice and can be recomputed', () => {
    const chances = ['135000.00', '121000.00', '118000.00', '105000.00'].map((base) => {
      const found = chanceOf({ production, history, base });
      if (found.chance === null) throw new Error(found.note.code);
      expect(recompute(found.step)).toBeGreaterThan(0);
      return found.chance.toNumber();
    });
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
    expect(chances[0]).toBeLessThan(0.2);
    expect(chances[3]).toBeGreaterThan(0.95);
    expect(chanceOf({ production, history, base: '121000.00' }).chance?.toNumber()).toBe(chances[1]);
  });

  it('goes by the forecast that is given', () => {
    const forecast = [7, 8, 9, 10, 11, 12].map((month) => row(month, 1_500_000));
    expect(chanceOf({ production, history, forecast, base: '135000.00' }).chance?.toNumber()).toBeGreaterThan(
      0.9,
    );
  });

  it('in the month at hand, what was produced and what is still to come make the forecast', () => {
    const asOf = '2023-06-15';
    const half = [...year(2023, 5), row(6, 400_000)];
    const forecast = [6, 7, 8, 9, 10, 11, 12].map((month) => row(month, 1_000_000));
    const whole = chanceOf({ production: half, history, forecast, base: '119000.00', asOf });
    const without = chanceOf({
      production: [...year(2023, 5), row(6, 1)],
      history,
      forecast,
      base: '119000.00',
      asOf,
    });
    expect(Math.abs((whole.chance?.toNumber() ?? 0) - (without.chance?.toNumber() ?? 1))).toBeLessThan(0.05);
  });

  it('products that are excluded or raise the ceiling by themselves make no difference', () => {
    const others = [1, 2, 3, 4, 5, 6].flatMap((month) => [
      row(month, 3_000_000, 'P2'),
      row(month, 9_000_000, 'P3'),
    ]);
    expect(
      chanceOf({ production: [...production, ...others], history, base: '121000.00' }).chance?.toNumber(),
    ).toBe(chanceOf({ production, history, base: '121000.00' }).chance?.toNumber());
  });

  it('says why there is none', () => {
    expect(chanceOf({ production, base: null }).note?.code).toBe('totals.no-chance-ceiling');
    const few = chanceOf({ production: year(2023, 2), base: '1.00', asOf: '2023-02-28' });
    expect(few.note?.facts).toEqual({ domain: 'Wmo', months: 2, needed: MONTHS_FOR_CHANCE });
    expect(chanceOf({ production: year(2023, 3), base: '1.00', asOf: '2023-03-31' }).chance?.toFixed()).toBe(
      '1',
    );
  });
});
