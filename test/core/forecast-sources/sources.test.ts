import fc from 'fast-check';
import {
  clientFlowSource,
  countSource,
  CoreError,
  Decimal,
  findRulebook,
  forecastYear,
  formatMoney,
  monthOf,
  openRows,
  parseDate,
  parseMoney,
  recompute,
  sumMoney,
  type ClientFlow,
} from '../../../src/core';

const rulebook = findRulebook('achterhoek-2021');
const region = findRulebook('ijsselland-2015');
const flow = (
  parts: Partial<Record<'clients' | 'newPerMonth' | 'duration' | 'intensity' | 'tariff', string>>,
): ClientFlow => ({
  provider: 'Voorbeeld',
  domain: 'Jeugdwet',
  product: 'J1',
  from: monthOf(2023, 1),
  until: monthOf(2023, 12),
  clients: new Decimal(parts.clients ?? 20),
  newPerMonth: new Decimal(parts.newPerMonth ?? 2),
  duration: new Decimal(parts.duration ?? 10),
  intensity: new Decimal(parts.intensity ?? 6),
  tariff: new Decimal(parts.tariff ?? '88.20'),
});

describe('client flow (ACH-04)', () => {
  it('as many in as out: the same clients every month', () => {
    const source = clientFlowSource(rulebook, flow({}));
    // 20 clients × 6 hours × € 88.20.
    expect(new Set(source.rows.map(({ amount }) => formatMoney(amount)))).toEqual(new Set(['10584.00']));
    expect(source.rows[0]?.quantity?.toString()).toBe('120');
    for (const one of source.steps) expect(recompute(one)).toBeGreaterThan(2);
  });

  it('nobody comes in: the number falls by a tenth a month', () => {
    const [first, second] = clientFlowSource(rulebook, flow({ newPerMonth: '0' })).rows;
    expect([first, second].map((row) => row?.quantity?.toString())).toEqual(['108', '97.2']);
  });

  it('refuses a stay below a month and negative numbers', () => {
    expect(() => clientFlowSource(rulebook, flow({ duration: '0.5' }))).toThrow(CoreError);
    expect(() => clientFlowSource(rulebook, flow({ tariff: '-1' }))).toThrow(CoreError);
  });

  it('is a forecast that the year takes over, of months that aren’t closed', () => {
    const rows = openRows(clientFlowSource(rulebook, flow({})), parseDate('2023-06-30'));
    expect(rows).toHaveLength(6);
    const result = forecastYear({
      year: 2023,
      asOf: parseDate('2023-06-30'),
      lines: [],
      ownForecast: rows,
      method: 'own-forecast',
      paths: 100,
    });
    expect(formatMoney(result.total)).toBe('63504.00');
  });
});

describe('a count taken to the year (IJS-03)', () => {
  it('367 budgets: the months are exactly the year', () => {
    const source = countSource(region, 2015, {
      provider: '',
      domain: 'Jeugdwet',
      product: 'PGB',
      amount: parseMoney('4238983.71'),
      days: null,
    });
    expect(formatMoney(sumMoney(source.rows.map(({ amount }) => amount)))).toBe('5486625.25');
    expect(source.steps).toHaveLength(12);
    for (const one of source.steps) recompute(one);
  });

  it('property: whatever the amount, no cent is lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900_000_000 }),
        fc.integer({ min: 1, max: 365 }),
        (cents, days) => {
          const amount = parseMoney((cents / 100).toFixed(2));
          const source = countSource(region, 2015, {
            provider: '',
            domain: 'Wmo',
            product: 'P',
            amount,
            days,
          });
          const [root] = source.steps[0]?.parts ?? [];
          const whole = root?.value.kind === 'money' ? root.value.value : null;
          expect(sumMoney(source.rows.map((row) => row.amount))).toBe(whole);
        },
      ),
      { numRuns: 50 },
    );
  });
});
