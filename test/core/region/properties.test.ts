import fc from 'fast-check';
import {
  dateFromDayNumber,
  Decimal,
  equalise,
  findRulebook,
  formatMoney,
  MISMATCHES,
  matchLines,
  moneyFromCents,
  monthOf,
  parseDate,
  parseMonth,
  recompute,
  sumMoney,
  yearParts,
  type Allocation,
  type InvoiceLine,
} from '../../../src/core';

const ijsselland = findRulebook('ijsselland-2015');

const municipalities = fc
  .uniqueArray(
    fc.record({
      municipality: fc.string({ minLength: 1, maxLength: 8 }),
      cost: fc.bigInt(-1_000_000n, 10n ** 12n).map(moneyFromCents),
      income: fc.option(fc.bigInt(0n, 10n ** 8n).map(moneyFromCents)),
      key: fc.integer({ min: 0, max: 10 ** 7 }).map((key) => new Decimal(key).dividedBy(1000)),
    }),
    { minLength: 1, maxLength: 11, selector: ({ municipality }) => municipality },
  )
  .filter((list) => list.some(({ key }) => key.greaterThan(0)));

const solidarity = fc.integer({ min: 0, max: 1000 }).map((share) => new Decimal(share).dividedBy(1000));

describe('IJS-05 equalisation', () => {
  it('sums to exactly zero, with steps that add up', () => {
    fc.assert(
      fc.property(municipalities, solidarity, (list, share) => {
        const result = equalise(ijsselland, list, 2015, share);
        expect(sumMoney(result.municipalities.map(({ payment }) => payment))).toBe(0n);
        expect(sumMoney(result.municipalities.map(({ carries }) => carries))).toBe(result.total);
        for (const { step } of [...result.municipalities, { step: result.balance }]) recompute(step);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the municipalities', () => {
    fc.assert(
      fc.property(municipalities, solidarity, (list, share) => {
        const shown = (order: typeof list): Map<string, string> =>
          new Map(
            equalise(ijsselland, order, 2015, share).municipalities.map((one) => [
              one.municipality,
              formatMoney(one.payment),
            ]),
          );
        expect(shown([...list].reverse())).toEqual(new Map([...shown(list)].reverse()));
      }),
      { numRuns: 60 },
    );
  });

  it('at solidarity 0 nobody pays', () => {
    fc.assert(
      fc.property(municipalities, (list) => {
        const result = equalise(ijsselland, list, 2015, new Decimal(0));
        expect(result.municipalities.every(({ payment }) => payment === 0n)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses a negative key, no key at all, and a share outside 0 to 1', () => {
    const one = { municipality: 'a', cost: moneyFromCents(1), income: null };
    const run = (key: number, share: number) => () =>
      equalise(ijsselland, [{ ...one, key: new Decimal(key) }], 2015, new Decimal(share));
    expect(run(-1, 1)).toThrow(/weight-negative/);
    expect(run(0, 1)).toThrow(/share-of-nothing/);
    expect(run(1, 1.01)).toThrow(/ratio-out-of-range/);
    expect(run(1, 1)).not.toThrow();
  });
});

describe('ZUT-03 year parts', () => {
  const zutphen = findRulebook('zutphen-2023');
  it('splitting over years and adding up is the identity', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 9n), 10n ** 12n),
        fc.integer({ min: 18000, max: 21000 }),
        fc.integer({ min: 0, max: 1500 }),
        (cents, start, length) => {
          const from = dateFromDayNumber(start);
          const until = dateFromDayNumber(start + length);
          const parts = yearParts(zutphen, moneyFromCents(cents), from, until);
          expect(sumMoney(parts.map(({ amount }) => amount))).toBe(cents);
          for (const { step } of parts) recompute(step);
        },
      ),
      { numRuns: 80 },
    );
  });
});

const line = (part: Partial<InvoiceLine>): InvoiceLine => ({
  provider: 'Voorbeeld',
  domain: 'Jeugdwet',
  product: '45A04',
  client: 'C1',
  allocation: null,
  month: monthOf(2015, 3),
  day: null,
  quantity: new Decimal(1),
  unit: 'uur',
  amount: moneyFromCents(1000),
  place: { file: 'f.csv', line: 2 },
  ...part,
});

const allocation = (part: Partial<Allocation>): Allocation => ({
  number: 'T1',
  provider: 'Voorbeeld',
  domain: 'Jeugdwet',
  product: '45A04',
  client: 'C1',
  from: parseDate('2015-03-15'),
  until: parseDate('2015-06-30'),
  volume: new Decimal(10),
  frequency: 'total',
  unit: 'uur',
  amount: null,
  place: { file: 't.csv', line: 2 },
  ...part,
});

const reasonOf = (lines: InvoiceLine[], allocations: Allocation[]): string[] =>
  matchLines(ijsselland, lines, allocations, 2015).unmatched.map(({ reason }) => reason);

describe('IJS-08 matching', () => {
  it.each<[string, Partial<InvoiceLine>, string[]]>([
    ['fits', {}, []],
    ['names the allocation', { allocation: 't1', client: null }, []],
    ['names no allocation and no client', { client: null }, ['not-identifiable']],
    ['names an unknown allocation', { allocation: 'T9' }, ['no-allocation']],
    ['is of an unknown client', { client: 'C9' }, ['no-allocation']],
    ['names an allocation of another client', { allocation: 'T1', client: 'C9' }, ['other-client']],
    ['is of another provider', { provider: 'Ander' }, ['other-provider']],
    ['is for another product', { product: '45A05' }, ['wrong-product']],
    ['the month before', { month: monthOf(2015, 2) }, ['outside-period']],
    ['the last month', { month: monthOf(2015, 6) }, []],
    ['the month after', { month: monthOf(2015, 7) }, ['outside-period']],
    ['the day before the first', { day: parseDate('2015-03-14') }, ['outside-period']],
    ['the first day', { day: parseDate('2015-03-15') }, []],
    ['the last day', { month: monthOf(2015, 6), day: parseDate('2015-06-30') }, []],
    ['the day after the last', { month: monthOf(2015, 7), day: parseDate('2015-07-01') }, ['outside-period']],
    ['just below the volume', { quantity: new Decimal('9.99') }, []],
    ['the whole volume', { quantity: new Decimal(10) }, []],
    ['just above the volume', { quantity: new Decimal('10.01') }, ['over-volume']],
  ])('a line that %s', (_what, part, reasons) => {
    expect(reasonOf([line(part)], [allocation({})])).toEqual(reasons);
  });

  it('counts volume together, and gives it back with a credit', () => {
    const six = { quantity: new Decimal(6), amount: moneyFromCents(6000) };
    const april = { ...six, month: monthOf(2015, 4) };
    expect(reasonOf([line(six), line(april)], [allocation({})])).toEqual(['over-volume']);
    const credit = { ...six, quantity: new Decimal(-6), amount: moneyFromCents(-6000) };
    expect(reasonOf([line(six), line(april), line(credit)], [allocation({})])).toEqual([]);
  });

  it('the same line twice is a double, unless the first was credited', () => {
    const credit = line({ quantity: new Decimal(-1), amount: moneyFromCents(-1000) });
    expect(reasonOf([line({}), line({})], [allocation({})])).toEqual(['double']);
    expect(reasonOf([line({}), credit, line({})], [allocation({})])).toEqual([]);
  });

  it('per week: what a month may have is its calendar weeks, and 17 weeks in all', () => {
    const weekly = allocation({ volume: new Decimal(2), frequency: 'week' });
    const month = (text: string, hours: string): InvoiceLine =>
      line({
        month: parseMonth(text),
        quantity: new Decimal(hours),
        amount: moneyFromCents(Number(hours) * 100),
      });
    // April 2015 touches five weeks.
    expect(reasonOf([month('2015-04', '10')], [weekly])).toEqual([]);
    expect(reasonOf([month('2015-04', '10.01')], [weekly])).toEqual(['over-period']);
    // 3 × 2 + 5 × 2 + 5 × 2 + 5 × 2 = 36 over the months, but 34 over the 17 weeks of the allocation.
    const all = [month('2015-03', '6'), month('2015-04', '10'), month('2015-05', '10')];
    expect(reasonOf([...all, month('2015-06', '8')], [weekly])).toEqual([]);
    expect(reasonOf([...all, month('2015-06', '8.01')], [weekly])).toEqual(['over-volume']);
    // A credit of the same month gives its room back.
    const back = month('2015-04', '5');
    const credit = { ...back, amount: moneyFromCents(-500) };
    expect(reasonOf([month('2015-04', '10'), credit, back], [weekly])).toEqual([]);
  });

  it('minutes against hours, and euros against the amount', () => {
    const hour = allocation({ volume: new Decimal(1), frequency: 'month' });
    expect(reasonOf([line({ unit: 'minuut', quantity: new Decimal(60) })], [hour])).toEqual([]);
    expect(reasonOf([line({ unit: 'minuut', quantity: new Decimal(61) })], [hour])).toEqual(['over-period']);
    const euros = allocation({ volume: new Decimal('12.50'), frequency: 'month', unit: '83' });
    expect(reasonOf([line({ amount: moneyFromCents(1250) })], [euros])).toEqual([]);
    expect(reasonOf([line({ amount: moneyFromCents(1251) })], [euros])).toEqual(['over-period']);
  });

  it('says what could not be compared', () => {
    const { findings } = matchLines(ijsselland, [line({ unit: 'etmaal' })], [allocation({})], 2015);
    expect(findings.map((found) => [found.message.code, found.notChecked])).toEqual([
      ['region.volume-not-comparable', true],
    ]);
  });

  const anyLine = fc
    .record({
      client: fc.constantFrom('C1', 'C2', null),
      product: fc.constantFrom('45A04', '45A05'),
      month: fc.integer({ min: 1, max: 8 }).map((month) => monthOf(2015, month)),
      allocation: fc.constantFrom(null, 'T1', 'T2', 'T9'),
      units: fc.integer({ min: -3, max: 6 }),
    })
    .map(({ units, ...rest }) =>
      line({ ...rest, quantity: new Decimal(units), amount: moneyFromCents(units * 1000) }),
    );
  const allocations = [
    allocation({}),
    allocation({ number: 'T2', client: 'C2', product: '45', volume: null, amount: moneyFromCents(9000) }),
    allocation({ number: 'T3', from: parseDate('2015-01-01'), volume: new Decimal(4) }),
  ];

  it('loses no line and no cent, and the order of the file changes no total', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 25 }), (lines) => {
        const result = matchLines(ijsselland, lines, allocations, 2015);
        expect(result.matched.length + result.unmatched.length).toBe(lines.length);
        const seen = new Set([...result.matched, ...result.unmatched].map((entry) => entry.line));
        expect(seen.size).toBe(lines.length);
        expect(result.matchedTotal + result.unmatchedTotal).toBe(sumMoney(lines.map(({ amount }) => amount)));
        recompute(result.step);
        const turned = matchLines(ijsselland, [...lines].reverse(), allocations, 2015);
        const totals = (of: typeof result): string[] =>
          MISMATCHES.map((reason) =>
            formatMoney(
              sumMoney(of.unmatched.filter((one) => one.reason === reason).map((one) => one.line.amount)),
            ),
          );
        expect(totals(turned)).toEqual(totals(result));
      }),
      { numRuns: 100 },
    );
  });
});
