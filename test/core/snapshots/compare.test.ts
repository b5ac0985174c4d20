import fc from 'fast-check';
import {
  addCauses,
  budgetSnapshot,
  CAUSES,
  compareSnapshots,
  Decimal,
  formatMoney,
  NO_CAUSES,
  parseMoney,
  parseMonth,
  recompute,
  sumMoney,
  type CauseAmounts,
  type SnapshotComparison,
} from '../../../src/core';
import { madeSnapshot, type Made } from './make';

const causesOf = (causes: CauseAmounts): Record<string, string> =>
  Object.fromEntries(
    CAUSES.filter((cause) => causes[cause] !== 0n).map((cause) => [cause, formatMoney(causes[cause])]),
  );
const june = { asOf: '2023-06-30' };
const july = { asOf: '2023-07-31' };
const notices = (comparison: SnapshotComparison): string[] => [
  ...comparison.notices.map(({ code }) => code),
  ...comparison.domains.flatMap((domain) => domain.notices.map(({ code }) => code)),
];

/** Everything adds up: causes to differences, products to domains, steps to themselves. */
function expectExact(comparison: SnapshotComparison): void {
  for (const domain of comparison.domains) {
    for (const one of domain.products) {
      expect(one.difference).toBe(one.after - one.before);
      expect(sumMoney(Object.values(one.causes))).toBe(one.difference);
      recompute(one.step);
    }
    expect(sumMoney(domain.products.map(({ difference }) => difference))).toBe(domain.difference);
    expect(domain.difference).toBe(domain.after - domain.before);
    expect(domain.products.reduce((sum, one) => addCauses(sum, one.causes), NO_CAUSES)).toEqual(
      domain.causes,
    );
    recompute(domain.step);
    if (domain.roomStep) recompute(domain.roomStep);
  }
  expect(sumMoney(Object.values(comparison.causes))).toBe(comparison.total.difference);
}

describe('comparing two frozen states', () => {
  it('a month that was forecast and is now delivered at another price and volume', () => {
    const comparison = compareSnapshots(
      madeSnapshot([{ product: 'P1', production: { 6: '500.00/10' }, forecast: { 7: '500.00/10' } }], june),
      madeSnapshot([{ product: 'P1', production: { 6: '500.00/10', 7: '624.00/12' } }], july),
    );
    const [domain] = comparison.domains;
    // 12 hours at the old 50.00 would be 600.00.
    expect(causesOf(domain?.causes ?? NO_CAUSES)).toEqual({ price: '24.00', volume: '100.00' });
    expectExact(comparison);
  });

  it('late declarations: a month that was over on both sides', () => {
    const comparison = compareSnapshots(
      madeSnapshot([{ product: 'P1', production: { 5: '400.00/8' } }], june),
      madeSnapshot([{ product: 'P1', production: { 5: '450.00/9' } }], july),
    );
    expect(causesOf(comparison.causes)).toEqual({ lag: '50.00' });
    expectExact(comparison);
  });

  it('new and ended products are causes of their own, but what of them came late is late', () => {
    const comparison = compareSnapshots(
      madeSnapshot([{ product: 'OUD', forecast: { 9: '300.00/6' } }], june),
      madeSnapshot([{ product: 'NIEUW', production: { 4: '20.00/1', 7: '70.00/2' } }], july),
    );
    expect(causesOf(comparison.causes)).toEqual({
      lag: '20.00',
      'new-products': '70.00',
      'left-products': '-300.00',
    });
    expectExact(comparison);
  });

  it('without volumes it says so, and the difference stands under its own name', () => {
    const comparison = compareSnapshots(
      madeSnapshot([{ product: 'P1', forecast: { 8: '100.00' } }], june),
      madeSnapshot([{ product: 'P1', forecast: { 8: '130.00' } }], july),
    );
    expect(causesOf(comparison.causes)).toEqual({ other: '30.00' });
    expect(comparison.domains[0]?.products[0]?.otherReason).toBe('no-volume');
    expect(notices(comparison)).toContain('bridge.other-no-volume');
    expectExact(comparison);
  });

  it('clients who first had care after the earlier as-of date are new, and nobody is named', () => {
    const first = parseMonth('2023-07');
    const comparison = compareSnapshots(
      madeSnapshot([{ product: 'P1', production: { 6: '500.00/10' }, forecast: { 7: '500.00/10' } }], {
        ...june,
        namesClients: true,
      }),
      madeSnapshot([{ product: 'P1', production: { 6: '500.00/10', 7: '650.00/13' } }], {
        ...july,
        namesClients: true,
        newcomers: [
          {
            ...{ domain: 'Wmo', product: 'P1', unit: 'uur', first, month: first, clients: 2 },
            amount: parseMoney('150.00'),
            volume: new Decimal(3),
          },
        ],
      }),
    );
    expect(causesOf(comparison.causes)).toEqual({ new: '150.00' });
    expect(notices(comparison)).toEqual(['snapshots.clients-left-not-told']);
    expectExact(comparison);
  });

  it('the ceiling: what changed in the room is the changed ceiling less the changed total', () => {
    const comparison = compareSnapshots(
      madeSnapshot([{ product: 'P1', forecast: { 8: '900.00/9' } }], {
        ...june,
        ceilings: { Wmo: '1000.00' },
      }),
      madeSnapshot([{ product: 'P1', forecast: { 8: '1200.00/12' } }], {
        ...july,
        ceilings: { Wmo: '1150.00' },
      }),
    );
    const [domain] = comparison.domains;
    expect(formatMoney(domain?.roomBefore ?? parseMoney('0.00'))).toBe('100.00');
    expect(formatMoney(domain?.roomAfter ?? parseMoney('0.00'))).toBe('-50.00');
    expect(formatMoney(domain?.roomDifference ?? parseMoney('0.00'))).toBe('-150.00');
    expectExact(comparison);
  });

  it('excluded products take no part in the difference, and are told beside it', () => {
    const comparison = compareSnapshots(
      madeSnapshot([{ product: 'CRISIS', treatment: 'excluded', production: { 3: '10.00/1' } }], june),
      madeSnapshot([{ product: 'CRISIS', treatment: 'excluded', production: { 3: '90.00/9' } }], july),
    );
    expect(formatMoney(comparison.total.difference)).toBe('0.00');
    expect(formatMoney(comparison.domains[0]?.excludedAfter ?? parseMoney('0.00'))).toBe('90.00');
  });

  it('a budget counts as the run counts, and no month of it is over', () => {
    const run = madeSnapshot(
      [
        { product: 'P1', production: { 1: '120.00/2' } },
        { product: 'CRISIS', treatment: 'excluded', production: { 1: '5.00/1' } },
      ],
      june,
    );
    const row = (product: string, month: string, amount: string, quantity: string | null) => ({
      ...{ domain: 'Wmo', product, unit: 'uur', month: parseMonth(month), amount: parseMoney(amount) },
      quantity: quantity === null ? null : new Decimal(quantity),
    });
    const { snapshot, leftOut } = budgetSnapshot(
      [
        row('P1', '2023-01', '50.00', '1'),
        row('P1', '2023-01', '50.00', '1'),
        row('CRISIS', '2023-02', '7.00', '1'),
        row('P1', '2022-12', '1.00', '1'),
      ],
      { file: 'begroting.csv', provider: 'Stichting Voorbeeld', year: 2023, sources: [] },
    );
    expect(formatMoney(leftOut)).toBe('1.00');
    const comparison = compareSnapshots(snapshot, run);
    expect(formatMoney(comparison.total.before)).toBe('100.00');
    expect(causesOf(comparison.causes)).toEqual({ price: '20.00' });
    expect(formatMoney(comparison.domains[0]?.excludedBefore ?? parseMoney('0.00'))).toBe('7.00');
    expectExact(comparison);
  });

  it('says when years, providers, rulebooks or the order don’t match', () => {
    const one = madeSnapshot([{ product: 'P1', production: { 1: '1.00/1' } }], june);
    const other = { ...one, provider: 'Iemand Anders', rulebook: { id: 'zutphen-2022', version: '1' } };
    expect(notices(compareSnapshots(one, other))).toEqual([
      'snapshots.other-provider',
      'snapshots.other-rulebook',
      'snapshots.clients-not-told',
    ]);
    const next = madeSnapshot([{ product: 'P1', production: { 1: '3.00/1' } }], {
      year: 2024,
      asOf: '2024-06-30',
    });
    const years = compareSnapshots(one, next);
    expect(notices(years)).toEqual(['snapshots.other-year']);
    expect(causesOf(years.causes)).toEqual({ price: '2.00' });
    expect(notices(compareSnapshots(madeSnapshot([], july), madeSnapshot([], june)))).toEqual([
      'snapshots.order',
    ]);
  });

  it('the causes add up to the cent, whatever the figures', () => {
    const cents = fc.integer({ min: -500_000, max: 5_000_000 });
    const cell = fc
      .tuple(cents, fc.option(fc.integer({ min: 0, max: 4000 }), { nil: null }))
      .map(([amount, volume]) => {
        const text = formatMoney(BigInt(amount) as ReturnType<typeof parseMoney>);
        return volume === null ? text : `${text}/${volume / 4}`;
      });
    const months = fc.dictionary(fc.integer({ min: 1, max: 12 }).map(String), cell, {
      maxKeys: 4,
    }) as fc.Arbitrary<Record<number, string>>;
    const made: fc.Arbitrary<Made> = fc.record({
      product: fc.constantFrom('P1', 'P2', 'P3', 'P4'),
      domain: fc.constantFrom('Wmo', 'Jeugdwet'),
      unit: fc.constantFrom('uur', 'etmaal', null),
      treatment: fc.constantFrom('counts', 'excluded', 'volume-raised'),
      production: months,
      forecast: months,
    });
    const list = fc.uniqueArray(made, {
      selector: ({ product, domain, unit }) => `${domain}|${product}|${unit}`,
      maxLength: 8,
    });
    const day = fc.constantFrom('2023-03-31', '2023-06-30', '2023-07-15', null);
    fc.assert(
      fc.property(list, list, day, day, (a, b, from, to) => {
        const comparison = compareSnapshots(
          madeSnapshot(a, { asOf: from, ceilings: { Wmo: '1000.00' } }),
          madeSnapshot(b, { asOf: to, ceilings: { Wmo: '1200.00' } }),
        );
        expectExact(comparison);
      }),
      { numRuns: 300 },
    );
  });
});
