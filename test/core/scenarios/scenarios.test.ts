import fc from 'fast-check';
import {
  applyScenario,
  BRIDGE_PARTS,
  compareScenarios,
  Decimal,
  findRulebook,
  formatMoney,
  moneyFromCents,
  monthOf,
  parseMoney,
  parseScenarios,
  recompute,
  sensitivity,
  sumMoney,
  type Assumption,
  type ScenarioBase,
  type ScenarioCell,
  type ScenarioResult,
  type ScenarioScope,
} from '../../../src/core';

const rulebook = findRulebook('ijsselland-2015');

const cell = (
  month: number,
  amount: string,
  product = 'P1',
  quantity: string | null = null,
): ScenarioCell => ({
  provider: 'Voorbeeld',
  domain: 'Wmo',
  product,
  month: monthOf(2023, month),
  open: month > 6,
  amount: parseMoney(amount),
  quantity: quantity === null ? null : new Decimal(quantity),
});

const scope: ScenarioScope = { provider: null, domain: null, product: null, from: null, until: null };
const growth = (rate: string, of: Partial<ScenarioScope> = {}): Assumption => ({
  kind: 'growth',
  rate: new Decimal(rate),
  ...scope,
  ...of,
});
const tariff = (rate: string): Assumption => ({ kind: 'tariff', rate: new Decimal(rate), ...scope });

const base: ScenarioBase = {
  cells: [
    cell(6, '1000.00'),
    cell(7, '1000.00', 'P1', '20'),
    cell(8, '1000.05', 'P1', '20'),
    cell(7, '300.00', 'P2'),
  ],
  ceilings: [
    { provider: 'Voorbeeld', domain: 'Wmo', amount: parseMoney('3000.00') },
    { provider: '', domain: 'Wmo', amount: parseMoney('9000.00') },
  ],
};

const run = (...assumptions: Assumption[]): ScenarioResult =>
  applyScenario(base, { name: 'proef', assumptions }, rulebook);

const parts = ({ bridge }: ScenarioResult): Record<string, string> =>
  Object.fromEntries(
    BRIDGE_PARTS.filter((part) => bridge.parts[part] !== 0n).map((part) => [
      part,
      formatMoney(bridge.parts[part]),
    ]),
  );

describe('scenarios', () => {
  it('growth changes open months only, and is volume, rounding and all', () => {
    const result = run(growth('0.10'));
    expect(result.cells.map(({ amount }) => formatMoney(amount))).toEqual([
      '1000.00',
      '1100.00',
      '1100.06',
      '330.00',
    ]);
    expect(formatMoney(result.difference)).toBe('230.01');
    expect(parts(result)).toEqual({ volume: '230.01' });
    expect(result.cells[1]?.quantity?.toString()).toBe('22');
  });

  it('a tariff change is price', () => {
    expect(parts(run(tariff('0.025')))).toEqual({ price: '57.50' });
  });

  it('both: price at the new volume', () => {
    const result = run(growth('0.10'), tariff('0.10'));
    expect(formatMoney(result.difference)).toBe('483.01');
    expect(parts(result)).toEqual({ price: '253.01', volume: '230.00' });
  });

  it('one product, from a month on', () => {
    const result = run(growth('0.5', { product: 'p1', from: monthOf(2023, 8) }));
    expect(parts(result)).toEqual({ volume: '500.03' });
  });

  it('intake: cohorts pile up and leave again', () => {
    const cells = [7, 8, 9, 10, 11, 12].map((month) => cell(month, '100.00'));
    const result = applyScenario(
      { cells, ceilings: [] },
      {
        name: 'instroom',
        assumptions: [
          {
            kind: 'intake',
            provider: 'Voorbeeld',
            domain: 'Wmo',
            product: 'P1',
            from: monthOf(2023, 8),
            until: monthOf(2023, 10),
            clientsPerMonth: new Decimal(2),
            monthsInCare: 2,
            quantityPerMonth: new Decimal('4.5'),
            tariff: new Decimal('61.80'),
          },
        ],
      },
      rulebook,
    );
    const intake = result.cells.filter((entry) => entry.intake);
    // 1, 2, 2 and 1 cohorts of 2 clients × 4.5 hours × 61.80.
    expect(intake.map(({ month, amount }) => [month, formatMoney(amount)])).toEqual([
      ['2023-08', '556.20'],
      ['2023-09', '1112.40'],
      ['2023-10', '1112.40'],
      ['2023-11', '556.20'],
    ]);
    expect(parts(result)).toEqual({ new: '3337.20' });
  });

  it('intake of a product and provider that the base doesn’t have is new too', () => {
    const result = run({
      kind: 'intake',
      provider: 'Ander',
      domain: 'Jeugdwet',
      product: 'J1',
      from: null,
      until: null,
      clientsPerMonth: new Decimal(1),
      monthsInCare: 12,
      quantityPerMonth: new Decimal(1),
      tariff: new Decimal(100),
    });
    expect(parts(result)).toEqual({ new: '300.00' });
  });

  it('a new ceiling takes the place of the old one', () => {
    const result = run({
      kind: 'ceiling',
      provider: 'stichting Voorbeeld',
      domain: 'Wmo',
      amount: parseMoney('3500.00'),
    });
    expect(result.ceilings.map(({ amount }) => formatMoney(amount))).toEqual(['3500.00', '9000.00']);
    // The domain’s budget lies over it: that is what the total is held against.
    expect(parts(result)).toEqual({});
    const alone = applyScenario(
      { ...base, ceilings: base.ceilings.slice(0, 1) },
      {
        name: 'proef',
        assumptions: [
          { kind: 'ceiling', provider: 'Voorbeeld', domain: 'Wmo', amount: parseMoney('3500.00') },
        ],
      },
      rulebook,
    );
    expect(parts(alone)).toEqual({ ceiling: '-500.00' });
    expect(alone.difference).toBe(0n);
  });

  it('a budget: certain changes count, uncertain ones are shown apart (IJS-06, IJS-11)', () => {
    const change = (
      name: string,
      amount: string,
      certain: boolean,
      kind: 'budget' | 'contribution',
    ): Assumption => ({
      kind,
      domain: 'Wmo',
      name,
      amount: parseMoney(amount),
      certain,
    });
    const result = run(
      change('uitname', '-1200.00', true, 'budget'),
      change('groei', '500.00', false, 'budget'),
      change('eigen bijdrage vervalt', '-260.00', true, 'contribution'),
    );
    const [found] = result.budgets;
    expect(
      [found?.budget.certain, found?.budget.highest].map((amount) => amount && formatMoney(amount)),
    ).toEqual(['7540.00', '8040.00']);
    expect(parts(result)).toEqual({ ceiling: '1460.00' });
    expect(found?.budget.steps.flatMap((one) => one.parts.map((part) => part.rule))).toContain('IJS-11');
  });

  it('the base stays, and an assumption that fits nothing changes nothing', () => {
    const before = JSON.stringify(base, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    const result = run(growth('0.5', { product: 'P9' }));
    expect(result.difference).toBe(0n);
    expect(parts(result)).toEqual({});
    expect(
      JSON.stringify(base, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).toBe(before);
  });

  it('side by side, and which assumption moves most', () => {
    const compared = compareScenarios(
      base,
      [
        { name: 'a', assumptions: [growth('0.10')] },
        { name: 'b', assumptions: [tariff('0.10')] },
      ],
      rulebook,
    );
    expect(formatMoney(compared.baseTotal)).toBe('3300.05');
    // Held against the budget of the domain, not against that and the provider’s ceiling.
    expect(compared.basePosition && formatMoney(compared.basePosition)).toBe('-5699.95');
    expect(compared.scenarios.map(({ name, total }) => [name, formatMoney(total)])).toEqual([
      ['a', '3530.06'],
      ['b', '3530.06'],
    ]);
    const rows = sensitivity(
      base,
      [
        { name: 'tarief', low: [tariff('0')], high: [tariff('0.03')] },
        { name: 'groei', low: [growth('-0.05')], high: [growth('0.05')] },
      ],
      rulebook,
    );
    expect(rows.map(({ name, low, high, swing }) => [name, ...[low, high, swing].map(formatMoney)])).toEqual([
      ['groei', '-115.00', '115.00', '230.00'],
      ['tarief', '0.00', '69.00', '69.00'],
    ]);
  });

  it('property: the bridge is the difference, closed months stay, every step can be recomputed', () => {
    const anyCell = fc
      .record({
        month: fc.integer({ min: 1, max: 12 }),
        cents: fc.integer({ min: -5000, max: 9_000_000 }),
        product: fc.constantFrom('P1', 'P2'),
      })
      .map(({ month, cents, product }) => cell(month, formatMoney(moneyFromCents(cents)), product));
    const rate = fc.integer({ min: -1000, max: 3000 }).map((tenths) => String(tenths / 1000));
    const assumption = fc.oneof(
      rate.map((value) => growth(value)),
      rate.map((value) => tariff(value)),
    );
    fc.assert(
      fc.property(
        fc.array(anyCell, { maxLength: 20 }),
        fc.array(assumption, { maxLength: 4 }),
        (cells, list) => {
          const result = applyScenario({ cells, ceilings: [] }, { name: 'x', assumptions: list }, rulebook);
          expect(sumMoney(BRIDGE_PARTS.map((part) => result.bridge.parts[part]))).toBe(result.difference);
          expect(result.bridge.parts.lag).toBe(0n);
          recompute(result.step);
          recompute(result.bridge.step);
          result.cells.forEach((entry, index) => {
            if (!entry.open) expect(entry.amount).toBe(cells[index]?.amount);
          });
        },
      ),
    );
  });
});

describe('scenario file', () => {
  it('is read', () => {
    const read = parseScenarios(
      {
        version: 1,
        scenarios: [
          {
            name: 'groei',
            assumptions: [
              { kind: 'growth', rate: '0.04', domain: 'Wmo', from: '2023-07' },
              { kind: 'ceiling', domain: 'Wmo', amount: '500000' },
            ],
          },
        ],
        sensitivity: [{ name: 'index', low: [], high: [{ kind: 'tariff', rate: '0.02' }] }],
      },
      'scenario.json',
    );
    if ('issues' in read) throw new Error(JSON.stringify(read.issues));
    expect(read.file.scenarios[0]?.assumptions.map(({ kind }) => kind)).toEqual(['growth', 'ceiling']);
    expect(read.file.knobs[0]?.high).toHaveLength(1);
  });

  it('says where it is wrong', () => {
    const read = parseScenarios(
      { version: 1, scenarios: [{ name: 'x', assumptions: [{ kind: 'growth', rate: '4%' }] }] },
      'scenario.json',
    );
    expect('issues' in read && read.issues.map(({ place, facts }) => [place.path, facts['found']])).toEqual([
      ['scenarios[0].assumptions[0].rate', '4%'],
    ]);
  });
});
