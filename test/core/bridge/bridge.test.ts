import fc from 'fast-check';
import {
  BRIDGE_PARTS,
  buildBridge,
  Decimal,
  formatMoney,
  moneyFromCents,
  monthOf,
  parseMoney,
  recompute,
  sumMoney,
  type Bridge,
  type BridgeRow,
  type BridgeSide,
  type Month,
} from '../../../src/core';

interface Line {
  readonly product?: string;
  readonly client?: string | null;
  readonly month?: number;
  readonly unit?: string | null;
  readonly quantity?: number | string | null;
  readonly amount: string;
  readonly domain?: string;
}

const row = (line: Line): BridgeRow => ({
  provider: 'Voorbeeld',
  domain: line.domain ?? 'Wmo',
  product: line.product ?? 'P1',
  client: line.client ?? null,
  month: monthOf(2023, line.month ?? 7),
  unit: line.unit === undefined ? 'uur' : line.unit,
  quantity: line.quantity === null || line.quantity === undefined ? null : new Decimal(line.quantity),
  amount: parseMoney(line.amount),
});

const side = (lines: readonly Line[], actual: (month: Month) => boolean = () => false): BridgeSide => ({
  rows: lines.map(row),
  isActual: actual,
});

const until = (month: number) => (of: Month) => Number(of.slice(5)) <= month;

/** Parts that aren't 0, as text. */
const parts = ({ parts: all }: Pick<Bridge, 'parts'>): Record<string, string> =>
  Object.fromEntries(
    BRIDGE_PARTS.filter((part) => all[part] !== 0n).map((part) => [part, formatMoney(all[part])]),
  );

describe('bridge: one cause at a time', () => {
  it('price: the change of price at the new volume', () => {
    const bridge = buildBridge(
      side([{ quantity: 10, amount: '500.00' }]),
      side([{ quantity: 12, amount: '660.00' }]),
    );
    // € 50 → € 55: 12 × 5 = 60; two hours more at € 50 = 100.
    expect(parts(bridge)).toEqual({ price: '60.00', volume: '100.00' });
  });

  it('volume and mix: the total grows, and the proportions shift', () => {
    const bridge = buildBridge(
      side([
        { product: 'P1', quantity: 100, amount: '5000.00' },
        { product: 'P2', quantity: 100, amount: '10000.00' },
      ]),
      side([
        { product: 'P1', quantity: 80, amount: '4000.00' },
        { product: 'P2', quantity: 140, amount: '14000.00' },
      ]),
    );
    // 10% more hours: 500 + 1,000. P1 then 30 hours under, P2 30 hours over its old share.
    expect(parts(bridge)).toEqual({ volume: '1500.00', mix: '1500.00' });
    expect(bridge.lines.map(parts)).toEqual([
      { volume: '500.00', mix: '-1500.00' },
      { volume: '1000.00', mix: '3000.00' },
    ]);
  });

  it('different units have no mix between them', () => {
    const bridge = buildBridge(
      side([
        { product: 'P1', quantity: 10, amount: '500.00' },
        { product: 'P2', quantity: 10, amount: '900.00', unit: 'etmaal' },
      ]),
      side([
        { product: 'P1', quantity: 20, amount: '1000.00' },
        { product: 'P2', quantity: 10, amount: '900.00', unit: 'etmaal' },
      ]),
    );
    expect(parts(bridge)).toEqual({ volume: '500.00' });
  });

  it('late declarations: a month that was over on both sides and still changed', () => {
    const bridge = buildBridge(
      side(
        [
          { month: 3, amount: '400.00' },
          { month: 7, amount: '100.00' },
        ],
        until(5),
      ),
      side(
        [
          { month: 3, amount: '450.00' },
          { month: 7, amount: '100.00' },
        ],
        until(6),
      ),
    );
    expect(parts(bridge)).toEqual({ lag: '50.00' });
  });

  it('a tariff that was put right in a month that was over is price, not lag', () => {
    const bridge = buildBridge(
      side([{ month: 3, quantity: 10, amount: '400.00' }], until(5)),
      side([{ month: 3, quantity: 11, amount: '462.00' }], until(6)),
    );
    expect(parts(bridge)).toEqual({ price: '22.00', lag: '40.00' });
  });

  it('a month that was over on one side only is no lag', () => {
    const bridge = buildBridge(
      side([{ month: 6, quantity: 10, amount: '400.00' }], until(5)),
      side([{ month: 6, quantity: 12, amount: '480.00' }], until(6)),
    );
    expect(parts(bridge)).toEqual({ volume: '80.00' });
  });

  it('new and left clients, whatever case they are written in', () => {
    const bridge = buildBridge(
      side([
        { client: 'k1', quantity: 10, amount: '500.00' },
        { client: 'k2', quantity: 4, amount: '200.00' },
      ]),
      side([
        { client: 'K1 ', quantity: 10, amount: '500.00' },
        { client: 'k3', quantity: 6, amount: '300.00' },
      ]),
    );
    expect(parts(bridge)).toEqual({ new: '300.00', left: '-200.00' });
    expect(bridge.lines[0]).toMatchObject({ newClients: 1, leftClients: 1 });
  });

  it('a client who goes from one product to another is mix, not new and left', () => {
    const bridge = buildBridge(
      side([
        { client: 'k1', product: 'P1', quantity: 10, amount: '500.00' },
        { client: 'k2', product: 'P2', quantity: 10, amount: '900.00' },
      ]),
      side([
        { client: 'k1', product: 'P2', quantity: 10, amount: '900.00' },
        { client: 'k2', product: 'P2', quantity: 10, amount: '900.00' },
      ]),
    );
    expect(parts(bridge)).toEqual({ mix: '400.00' });
  });

  it('a side that names no clients makes nobody new', () => {
    const bridge = buildBridge(
      side([{ quantity: 10, amount: '500.00' }]),
      side([{ client: 'k1', quantity: 12, amount: '600.00' }]),
    );
    expect(parts(bridge)).toEqual({ volume: '100.00' });
    expect(bridge.notices).toEqual([
      { code: 'bridge.clients-not-named', facts: { side: 'before', amount: expect.anything() as unknown } },
    ]);
  });

  it('a ceiling: raised, the position against it gets better', () => {
    const before = { ...side([{ quantity: 10, amount: '500.00' }]) };
    const ceiling = (amount: string): NonNullable<BridgeSide['ceilings']> => [
      { provider: 'Voorbeeld', domain: 'Wmo', amount: parseMoney(amount) },
    ];
    const bridge = buildBridge(
      { ...before, ceilings: ceiling('400.00') },
      { ...side([{ quantity: 12, amount: '600.00' }]), ceilings: ceiling('550.00') },
    );
    expect(formatMoney(bridge.before)).toBe('100.00');
    expect(formatMoney(bridge.after)).toBe('50.00');
    expect(parts(bridge)).toEqual({ volume: '100.00', ceiling: '-150.00' });
  });
});

describe('bridge: what can’t be attributed', () => {
  it('without volumes it is other, and a notice says how much', () => {
    const bridge = buildBridge(side([{ amount: '500.00' }]), side([{ amount: '620.00' }]));
    expect(parts(bridge)).toEqual({ other: '120.00' });
    expect(bridge.notices.map(({ code }) => code)).toEqual(['bridge.other-no-volume']);
    expect(bridge.lines[0]?.otherReason).toBe('no-volume');
  });

  it('one row without volume is enough, unless a known price may stand in for it', () => {
    const before = side([{ quantity: 10, amount: '500.00' }]);
    const after = side([
      { month: 7, quantity: 10, amount: '500.00' },
      { month: 8, quantity: null, amount: '100.00' },
    ]);
    expect(parts(buildBridge(before, after))).toEqual({ other: '100.00' });
    expect(parts(buildBridge(before, after, { missingVolume: 'known-price' }))).toEqual({ volume: '100.00' });
  });

  it('two units of one product, and a negative volume', () => {
    const differs = buildBridge(
      side([{ quantity: 10, amount: '500.00', unit: 'uur' }]),
      side([{ quantity: 600, amount: '510.00', unit: 'minuut' }]),
    );
    expect(differs.lines[0]?.otherReason).toBe('unit-differs');
    const negative = buildBridge(
      side([{ quantity: 10, amount: '500.00' }]),
      side([{ quantity: -1, amount: '-50.00' }]),
    );
    expect(parts(negative)).toEqual({ other: '-550.00' });
    expect(negative.lines[0]?.otherReason).toBe('volume-not-positive');
  });

  it('an amount without any volume on one side', () => {
    const bridge = buildBridge(
      side([{ quantity: 0, amount: '10.00' }]),
      side([{ quantity: 1, amount: '50.00' }]),
    );
    expect(parts(bridge)).toEqual({ other: '40.00' });
  });

  it('a product that is there on one side only', () => {
    const bridge = buildBridge(
      side([{ product: 'P1', quantity: 10, amount: '500.00' }]),
      side([{ product: 'P2', quantity: 10, amount: '700.00' }]),
    );
    expect(parts(bridge)).toEqual({ mix: '200.00' });
  });

  it('nothing on either side', () => {
    const bridge = buildBridge(side([]), side([]));
    expect(bridge.lines).toEqual([]);
    expect(recompute(bridge.step)).toBe(1);
  });
});

const anyLine = fc.record({
  product: fc.constantFrom('P1', 'P2', 'P3'),
  domain: fc.constantFrom('Wmo', 'Jeugdwet'),
  client: fc.constantFrom(null, 'k1', 'k2', 'k3', 'k4'),
  month: fc.integer({ min: 1, max: 12 }),
  unit: fc.constantFrom('uur', 'uur', 'uur', 'etmaal', null),
  quantity: fc.option(
    fc.integer({ min: -5, max: 400 }).map((ticks) => ticks / 4),
    { freq: 8 },
  ),
  amount: fc.integer({ min: -500_00, max: 90_000_00 }).map((cents) => formatMoney(moneyFromCents(cents))),
});
const anySide = fc
  .tuple(
    fc.array(anyLine, { maxLength: 25 }),
    fc.integer({ min: 0, max: 12 }),
    fc.option(fc.integer({ min: 0, max: 9e6 })),
  )
  .map(([lines, closed, ceiling]): BridgeSide => {
    const made = side(lines, until(closed));
    if (ceiling === null) return made;
    return {
      ...made,
      ceilings: [{ provider: 'Voorbeeld', domain: 'Wmo', amount: moneyFromCents(ceiling) }],
    };
  });
const mode = fc.constantFrom('other' as const, 'known-price' as const);

describe('bridge: properties', () => {
  it('the parts are the difference, to the cent, per line and in total; every step can be recomputed', () => {
    fc.assert(
      fc.property(anySide, anySide, mode, (before, after, missingVolume) => {
        const bridge = buildBridge(before, after, { missingVolume });
        for (const line of bridge.lines) {
          expect(sumMoney(BRIDGE_PARTS.map((part) => line.parts[part]))).toBe(line.difference);
          expect(line.after - line.before).toBe(line.difference);
          recompute(line.step);
        }
        for (const part of BRIDGE_PARTS) {
          expect(sumMoney(bridge.lines.map((line) => line.parts[part]))).toBe(bridge.parts[part]);
        }
        expect(sumMoney(BRIDGE_PARTS.map((part) => bridge.parts[part]))).toBe(bridge.difference);
        const rows = (of: BridgeSide): bigint => sumMoney([...of.rows].map((entry) => entry.amount));
        const ceiling = (of: BridgeSide): bigint =>
          sumMoney((of.ceilings ?? []).map((entry) => entry.amount));
        expect(bridge.difference).toBe(rows(after) - ceiling(after) - rows(before) + ceiling(before));
        expect(recompute(bridge.step)).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('a side against itself: no line differs and no part has an amount', () => {
    fc.assert(
      fc.property(anySide, mode, (one, missingVolume) => {
        const bridge = buildBridge(one, one, { missingVolume });
        expect(parts(bridge)).toEqual({});
        for (const line of bridge.lines) expect(parts(line)).toEqual({});
      }),
    );
  });

  it('the order of the rows makes no difference', () => {
    fc.assert(
      fc.property(anySide, anySide, mode, (before, after, missingVolume) => {
        const turned = (of: BridgeSide): BridgeSide => ({ ...of, rows: [...of.rows].reverse() });
        const one = buildBridge(before, after, { missingVolume });
        const other = buildBridge(turned(before), turned(after), { missingVolume });
        expect(parts(other)).toEqual(parts(one));
      }),
    );
  });

  it('all prices up by the same share: price only', () => {
    const priced = fc.array(
      fc.record({
        product: fc.constantFrom('P1', 'P2', 'P3'),
        quantity: fc.integer({ min: 1, max: 400 }),
        price: fc.integer({ min: 1, max: 200 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(priced, (lines) => {
        const at = (factor: number): BridgeSide =>
          side(
            lines.map(({ product, quantity, price }) => ({
              product,
              quantity,
              amount: formatMoney(moneyFromCents(quantity * price * 100 * factor)),
            })),
          );
        expect(Object.keys(parts(buildBridge(at(1), at(2))))).toEqual(['price']);
      }),
    );
  });
});
