import fc from 'fast-check';
import {
  addDays,
  allocationCost,
  allocationMaxima,
  Decimal,
  formatMoney,
  moneyFromCents,
  parseDate,
  parseMoney,
  recompute,
  sumMoney,
  yearOf,
  type Allocation,
} from '../../../src/core';
import { allocation, context, flatten, tariff, terms } from './given';

const amounts = (cost: ReturnType<typeof allocationCost>): string[] =>
  cost.months.map(({ month, amount }) => `${month} ${formatMoney(amount)}`);

/** The three allocations of the message example in the format description. */
const weekly = allocation({ from: parseDate('2023-07-10'), until: parseDate('2023-09-03') });
const monthlyEuro = allocation({
  product: '01A07',
  from: parseDate('2023-07-01'),
  until: null,
  volume: new Decimal(200),
  frequency: 'month',
  unit: '83',
});
const budget = allocation({
  product: '07',
  from: parseDate('2023-07-01'),
  until: parseDate('2024-06-30'),
  volume: null,
  frequency: 'total',
  unit: null,
  amount: parseMoney('6000.00'),
});

describe('maxima', () => {
  const of = (one: Allocation): [string[], string | undefined] => {
    const { months, total, step } = allocationMaxima(one, terms, parseDate('2023-12-31'));
    if (step) recompute(step);
    for (const month of months) if (month.step) recompute(month.step);
    return [months.map(({ month, maximum }) => `${month} ${maximum?.toFixed() ?? '–'}`), total?.toFixed()];
  };

  it('weekly hours: ISO weeks touched per month, and 24 hours in all, not 30', () => {
    expect(of(weekly)).toEqual([['2023-07 12', '2023-08 15', '2023-09 3'], '24']);
  });

  it('weekly pieces of output: Sundays, the broken last week with the last Sunday', () => {
    const output = { ...weekly, unit: '82', until: parseDate('2023-09-05') };
    expect(of(output)).toEqual([['2023-07 9', '2023-08 12', '2023-09 6'], '27']);
  });

  it.each([
    ['uur', '02A16', ['2023-01 10', '2023-02 10', '2023-03 10'], '30'],
    ['82', '45B01', ['2023-01 10', '2023-02 10', '2023-03 10'], '30'],
    // Youth protection: the first broken month nothing, the last in full.
    ['82', '48A01', ['2023-01 0', '2023-02 10', '2023-03 10'], '20'],
  ])('ten a month in %s of %s, with broken months', (unit, product, months, total) => {
    const monthly = allocation({
      product,
      unit,
      from: parseDate('2023-01-10'),
      until: parseDate('2023-03-05'),
      volume: new Decimal(10),
      frequency: 'month',
    });
    expect(of(monthly)).toEqual([months, total]);
  });

  it('per day and in total', () => {
    const from = parseDate('2023-01-30');
    const until = parseDate('2023-02-02');
    expect(of(allocation({ from, until, frequency: 'day' }))).toEqual([['2023-01 6', '2023-02 6'], '12']);
    expect(of(allocation({ from, until, frequency: 'total' }))).toEqual([['2023-01 –', '2023-02 –'], '3']);
    expect(of(budget)[1]).toBeUndefined();
  });
});

describe('expected cost', () => {
  it('weekly hours: days ÷ 7, the months add up to 24 hours', () => {
    const cost = allocationCost(weekly, context());
    expect(formatMoney(cost.amount)).toBe('1440.00');
    expect(amounts(cost)).toEqual(['2023-07 565.72', '2023-08 797.14', '2023-09 77.14']);
    expect(cost.months.map(({ volume }) => volume?.toFixed())).toEqual(['9.4286', '13.2857', '1.2857']);
    recompute(cost.step);
  });

  it('euros a month without an end: to the horizon, and it says so', () => {
    const cost = allocationCost(monthlyEuro, context([], { last: parseDate('2023-12-31') }));
    expect(formatMoney(cost.amount)).toBe('1200.00');
    expect([cost.openEnded, cost.unknown]).toEqual([true, null]);
    expect(cost.step.assumed?.code).toBe('allocations.assumed-open-ended');
    recompute(cost.step);
  });

  it('a budget over 366 days: 184 of them this year', () => {
    const cost = allocationCost(budget, context([]));
    expect(cost.years.map(({ year, amount }) => [year, formatMoney(amount)])).toEqual([
      [2023, '3016.39'],
      [2024, '2983.61'],
    ]);
    expect(recompute(cost.step)).toBeGreaterThan(5);
  });

  it('what remains of a budget goes over the days that remain', () => {
    const used = { volume: null, amount: parseMoney('4170.00') };
    const first = parseDate('2024-01-01');
    const cost = allocationCost(budget, context([], { first, used }));
    expect(formatMoney(cost.amount)).toBe('1830.00');
    expect(cost.months.map(({ amount }) => formatMoney(amount))[0]).toBe('311.70');
    const over = allocationCost(
      budget,
      context([], { first, used: { volume: null, amount: parseMoney('6000.01') } }),
    );
    expect(formatMoney(over.amount)).toBe('0.00');
    recompute(over.step);
    // Without knowing what was used: 182 of 366 days of the whole.
    const blind = allocationCost(budget, context([], { first }));
    expect(formatMoney(blind.amount)).toBe('2983.61');
    expect(
      flatten(blind.step).some(({ assumed }) => assumed?.code === 'allocations.assumed-use-unknown'),
    ).toBe(true);
  });

  it('follows the tariff of the year, and of the day on which it changes', () => {
    const cost = allocationCost(
      allocation({ from: parseDate('2023-12-01'), until: parseDate('2024-01-31'), volume: new Decimal(7) }),
      context([
        tariff({ price: '60', until: parseDate('2023-12-15') }),
        tariff({ price: '66', from: parseDate('2023-12-16'), until: parseDate('2023-12-31') }),
        tariff({ price: '70', from: parseDate('2024-01-01') }),
      ]),
    );
    expect(amounts(cost)).toEqual(['2023-12 1956.00', '2024-01 2170.00']);
  });

  it('minutes at a tariff per hour: the minute tariff is rounded first', () => {
    const minutes = allocation({
      ...{ unit: '01', frequency: 'total', volume: new Decimal(100) },
      ...{ from: parseDate('2023-05-01'), until: parseDate('2023-05-31') },
    });
    const cost = allocationCost(minutes, context([tariff({ price: '110.10' })]));
    // 110.10 ÷ 60 = 1.835, rounded 1.84.
    expect(formatMoney(cost.amount)).toBe('184.00');
    recompute(cost.step);
  });

  it.each([
    ['several tariffs on a day', [tariff(), tariff({ price: '61' })], 'allocations.price-several'],
    ['no tariff', [], 'allocations.price-unknown'],
    ['a tariff of a later year', [tariff({ from: parseDate('2025-01-01') })], 'allocations.price-not-valid'],
    ['a tariff in another unit', [tariff({ unit: 'etmaal' })], 'allocations.price-unit-differs'],
    ['components only', [tariff({ tariff: null, care: new Decimal(1) })], 'allocations.price-components'],
  ])('%s: no amount, and the reason', (_name, tariffs, code) => {
    const cost = allocationCost(weekly, context(tariffs));
    expect([formatMoney(cost.amount), cost.unknown?.code]).toEqual(['0.00', code]);
  });

  it('a lapsed tariff is assumed to stay, and says so', () => {
    const cost = allocationCost(weekly, context([tariff({ until: parseDate('2023-08-31') })]));
    expect([formatMoney(cost.amount), cost.priceAssumed]).toEqual(['1440.00', true]);
    expect(
      flatten(cost.step).some(({ assumed }) => assumed?.code === 'allocations.assumed-last-tariff'),
    ).toBe(true);
  });

  it('an aspecific allocation without volume or budget is not valued', () => {
    const cost = allocationCost(allocation({ product: '02', volume: null }), context());
    expect(cost.unknown?.code).toBe('allocations.no-volume');
  });

  it('months add up to years and years to the whole, whatever the allocation', () => {
    const anyAllocation = fc
      .record({
        start: fc.integer({ min: 0, max: 600 }),
        days: fc.integer({ min: 0, max: 500 }),
        volume: fc.integer({ min: 0, max: 100000 }).map((units) => new Decimal(units).dividedBy(100)),
        frequency: fc.constantFrom('total', 'day', 'week', 'month'),
        unit: fc.constantFrom('uur', '01', '16', '82', '83'),
        product: fc.constantFrom('02A16', '48A01'),
        budget: fc.option(fc.integer({ min: 0, max: 5_000_000 }).map(moneyFromCents)),
      })
      .map(({ start, days, budget: amount, volume, ...rest }) => {
        const from = addDays(parseDate('2022-08-17'), start);
        const own = { from, until: addDays(from, days), amount, volume: amount === null ? volume : null };
        return allocation({ ...rest, ...own } as Partial<Allocation>);
      });
    const tariffs = ['02A16', '48A01'].flatMap((product) => [
      tariff({ product, unit: null, price: '61.37', until: parseDate('2023-06-17') }),
      tariff({ product, unit: null, price: '64.119', from: parseDate('2023-06-18') }),
    ]);
    const share = { value: new Decimal('0.8733'), step: tariffShare('0.8733') };
    fc.assert(
      fc.property(anyAllocation, fc.boolean(), (one, shared) => {
        const cost = allocationCost(one, context(tariffs, { share: shared ? share : null }));
        expect(sumMoney(cost.months.map(({ amount }) => amount))).toBe(cost.amount);
        for (const { year, amount } of cost.years) {
          const own = cost.months.filter(({ month }) => yearOf(month) === year);
          expect(sumMoney(own.map((month) => month.amount))).toBe(amount);
        }
        recompute(cost.step);
        const inside = one.from >= '2023-01-01' && (one.until ?? '') <= '2024-12-31';
        if (one.amount !== null && !shared && inside) expect(cost.amount).toBe(one.amount);
      }),
      { numRuns: 150 },
    );
  });
});

function tariffShare(share: string): ReturnType<typeof allocationCost>['step'] {
  return {
    label: { code: 'allocations.realisation', facts: {} },
    value: { kind: 'ratio', value: new Decimal(share) },
    operator: 'given',
    parts: [],
    rule: null,
    source: null,
    assumed: null,
    place: null,
  };
}
