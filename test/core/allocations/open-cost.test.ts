import {
  addMoney,
  CareTable,
  Decimal,
  evaluateDomain,
  expectedCareLines,
  formatMoney,
  latestVersions,
  openAllocations,
  parseDate,
  parseMoney,
  recompute,
  sumMoney,
  yearEndFindings,
  ZERO,
  type Allocation,
  type CareLine,
  type CeilingEntry,
  type Outlook,
  type ProductLookup,
} from '../../../src/core';
import { allocation, tariff, zutphen } from './given';

const line = (month: string, cents: number, part: Partial<CareLine> = {}): CareLine => ({
  provider: 'Voorbeeld 1',
  domain: 'Wmo',
  product: '02A16',
  client: 'K1',
  month: month as CareLine['month'],
  unit: 'uur',
  allocated: 'yes',
  volume: null,
  cents,
  ...part,
});

const MONTHS = ['2023-01', '2023-02', '2023-03', '2023-04'];
/** Seven hours a week at € 60: € 60 a day, of which half is declared. */
const seven = allocation({ volume: new Decimal(7), until: parseDate('2024-06-30') });
const half = MONTHS.map((month, index) => line(month, [93000, 84000, 93000, 90000][index] ?? 0));

const open = (
  allocations: readonly Allocation[],
  production: readonly CareLine[] = half,
  asOf = '2023-06-30',
) =>
  openAllocations({
    rulebook: zutphen,
    allocations,
    tariffs: [tariff()],
    production: () => CareTable.of(production).rows(),
    year: 2023,
    asOf: parseDate(asOf),
  });

describe('open allocations', () => {
  it('learn from the mature months what of the allocated care is delivered', () => {
    const result = open([seven]);
    const share = result.realisation(seven);
    // Mature up to April: May and June still grow. Declared 3,600 of 120 days × 60 = 7,200.
    expect([share.value.toFixed(), share.basis, share.months]).toEqual(['0.5', 'product', 4]);
    expect([formatMoney(share.declared), formatMoney(share.allocated)]).toEqual(['3600.00', '7200.00']);
    recompute(share.step);
    const [one] = result.open;
    // 184 days from July on and 182 days next year, at half of € 60 a day.
    expect(one?.years.map(({ year, amount }) => [year, formatMoney(amount)])).toEqual([
      [2023, '5520.00'],
      [2024, '5460.00'],
    ]);
    recompute(one?.step ?? share.step);
    expect(result.expected[0]).toMatchObject({
      month: '2023-07',
      product: '02A16',
      client: 'K1',
      unit: 'uur',
    });
    expect(formatMoney(result.expected[0]?.amount ?? ZERO)).toBe('930.00');
    expect(result.expected[0]?.volume?.toFixed()).toBe('15.5');
    expect(sumMoney(result.expected.map(({ amount }) => amount))).toBe(result.amount);
    const lines = [...expectedCareLines(result)];
    expect([lines.length, lines[0]?.volume, lines[0]?.cents]).toEqual([12, 155000, 93000]);
  });

  it('without enough history the share is assumed, and says so', () => {
    const result = open([seven], half.slice(0, 2));
    const share = result.realisation(seven);
    expect([share.basis, share.value.toFixed(), share.step.assumed?.code]).toEqual([
      'assumed',
      '1',
      'allocations.assumed-realisation',
    ]);
  });

  it('a product without history takes the share of its domain', () => {
    const other = allocation({ product: '02A17', number: 'T2', from: parseDate('2023-06-01') });
    const result = open([seven, other]);
    expect([result.realisation(other).basis, result.realisation(other).value.toFixed()]).toEqual([
      'domain',
      '0.5',
    ]);
  });

  it('more declared than allocated is cut to what was allocated', () => {
    const share = open(
      [seven],
      half.map((one) => ({ ...one, cents: one.cents * 3 })),
    ).realisation(seven);
    expect(share.value.toFixed()).toBe('1');
    recompute(share.step);
  });

  it('takes the running month whole, production is taken off it elsewhere', () => {
    expect(open([seven], half, '2023-07-15').first).toBe('2023-07-01');
  });

  it('learns a price where no list has the product', () => {
    const result = openAllocations({
      rulebook: zutphen,
      allocations: [allocation({ unit: 'uur' })],
      tariffs: null,
      production: () =>
        CareTable.of(MONTHS.map((month) => line(month, 9000, { unit: 'minuut', volume: 900000 }))).rows(),
      year: 2023,
      asOf: parseDate('2023-06-30'),
    });
    // € 90 for 90 minutes: € 60 an hour.
    const [one] = result.open;
    recompute(one?.step ?? ({} as never));
    expect(
      JSON.stringify(one?.step, (_key, value: unknown) =>
        typeof value === 'bigint' ? Number(value) : value,
      ),
    ).toContain('allocations.assumed-price');
    expect(one?.unknown).toBeNull();
  });
});

describe('versions of an allocation', () => {
  const first = allocation({ decidedAt: '2023-01-01T10:00:00' });
  const longer = {
    ...first,
    until: parseDate('2024-06-30'),
    decidedAt: '2023-06-01T09:00:00',
    changeReason: '04',
  };
  const gone = { ...first, until: first.from, decidedAt: '2023-07-01T09:00:00', changeReason: '13' };

  it.each([
    ['a later decision replaces', [first, longer], [longer]],
    ['an older file read later changes nothing', [longer, first], [longer]],
    ['a retraction removes', [first, gone], []],
    [
      'a decision after a retraction brings it back',
      [gone, { ...longer, decidedAt: '2023-08-01T00:00:00' }],
      [{ ...longer, decidedAt: '2023-08-01T00:00:00' }],
    ],
    ['the same line twice is one', [allocation(), allocation()], [allocation()]],
    [
      'numbers of two municipalities are two allocations',
      [allocation({ municipality: '0301' }), allocation({ municipality: '0193' })],
      [allocation({ municipality: '0301' }), allocation({ municipality: '0193' })],
    ],
    [
      'two products on one number are two lines',
      [allocation(), allocation({ product: '02A17' })],
      [allocation(), allocation({ product: '02A17' })],
    ],
  ])('%s', (_name, read, current) => {
    const versions = latestVersions(read as Allocation[]);
    expect(versions.current).toEqual(current);
    expect(versions.issues).toEqual([]);
    // Nothing read is lost.
    expect(versions.current.length + versions.replaced.length + versions.retracted.length).toBe(read.length);
  });

  it('lines that contradict each other without a decision are kept and named', () => {
    const two = [allocation(), allocation({ volume: new Decimal(4), place: { file: 'x.csv', line: 3 } })];
    const versions = latestVersions(two);
    expect(versions.current.length).toBe(2);
    expect(versions.issues.map(({ code, facts }) => [code, facts['first'], facts['second']])).toEqual([
      ['allocations.contradiction', '2', '3'],
    ]);
  });
});

describe('ZUT-03: both years', () => {
  const base = (year: number, amount: string): CeilingEntry => ({
    provider: 'Voorbeeld 1',
    domain: 'Wmo',
    year,
    kind: 'base',
    client: null,
    amount: parseMoney(amount),
    from: null,
    scope: [],
    place: { file: 'plafonds.csv', line: year - 2020 },
  });
  const lookup: ProductLookup = () => ({
    description: 'Begeleiding',
    treatment: { treatment: 'counts', group: null, by: null, matched: null, doubtful: null },
  });
  const outlook: Outlook = {
    provider: 'Voorbeeld 1',
    year: 2023,
    asOf: parseDate('2023-06-30'),
    leftOut: [],
    unallocated: [],
    clients: new Map(),
    sourceTotal: ZERO,
    entries: half.map(({ domain, product, month, unit, cents }) => ({
      ...{ domain, product, client: null, month, unit, phase: 'production', quantity: null },
      amount: parseMoney((cents / 100).toFixed(2)),
    })),
  };
  const findings = (
    ceilings: CeilingEntry[] | null,
    allocations: Allocation[] = [seven],
    rulebook = zutphen,
  ) => {
    const { figures } = evaluateDomain(rulebook, outlook, 'Wmo', ceilings, lookup);
    return yearEndFindings(rulebook, open(allocations), 'Voorbeeld 1', figures, ceilings, lookup);
  };
  const told = (list: ReturnType<typeof findings>): unknown[] =>
    list.map(({ message, severity, amount, notChecked }) => [
      message.code,
      message.facts['year'],
      notChecked ? 'not-checked' : severity,
      amount === null ? null : formatMoney(amount),
    ]);

  it('this year production and open allocations, next year what runs on', () => {
    const list = findings([base(2023, '9120.00'), base(2024, '5459.99')]);
    expect(told(list)).toEqual([
      ['allocations.year-fits', '2023', 'notice', '9120.00'],
      ['allocations.year-over', '2024', 'warning', '0.01'],
    ]);
    for (const found of list) {
      expect(found.rule).toBe('ZUT-03');
      for (const step of found.steps) expect(recompute(step)).toBeGreaterThan(5);
    }
  });

  it('without a ceiling for next year the expected one serves', () => {
    const list = findings([base(2023, '9119.99')]);
    expect(told(list)).toEqual([
      ['allocations.year-over', '2023', 'warning', '0.01'],
      ['allocations.year-fits', '2024', 'notice', '5460.00'],
    ]);
    expect(list[1]?.message.facts['kind']).toBe('expected');
  });

  it('without ceilings nothing is checked, and what weighs is said', () => {
    expect(told(findings(null))).toEqual([
      ['allocations.no-ceiling', '2023', 'not-checked', '9120.00'],
      ['allocations.no-ceiling', '2024', 'not-checked', '5460.00'],
    ]);
  });

  it('what has no amount and what has no end is said', () => {
    const list = findings(
      [base(2023, '100000.00')],
      [
        seven,
        allocation({ number: 'T2', product: '02', volume: null }),
        allocation({ number: 'T3', until: null }),
      ],
    );
    expect(told(list).slice(0, 2)).toEqual([
      ['allocations.not-valued', undefined, 'not-checked', null],
      ['allocations.open-ended', '2024', 'notice', null],
    ]);
  });

  it('a rulebook without the rule says nothing', () => {
    const without = { ...zutphen, rules: zutphen.rules.filter(({ id }) => id !== 'ZUT-03') };
    expect(findings([base(2023, '1.00')], [seven], without)).toEqual([]);
  });

  it('another provider’s allocations don’t count', () => {
    const list = findings([base(2023, '3600.00'), base(2024, '0.00')], [{ ...seven, provider: 'Anders' }]);
    expect(told(list)[0]).toEqual(['allocations.year-fits', '2023', 'notice', '3600.00']);
    expect(addMoney(ZERO, list[1]?.amount ?? ZERO)).toBe(ZERO);
  });
});
