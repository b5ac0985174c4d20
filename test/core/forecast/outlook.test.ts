import fc from 'fast-check';
import {
  buildOutlook,
  CareTable,
  clientKey,
  formatMoney,
  monthOf,
  parseDate,
  parseMonth,
  spreadOverMonths,
  monthsOfYear,
  moneyFromCents,
  statusOf,
  sumMoney,
  type CareLine,
  type Outlook,
} from '../../../src/core';

const line = (month: string, cents: number, rest: Partial<CareLine> = {}): CareLine => ({
  provider: 'Voorbeeld',
  domain: 'Wmo',
  product: 'P1',
  client: null,
  month: parseMonth(month),
  unit: 'uur',
  allocated: 'unknown',
  volume: null,
  cents,
  ...rest,
});

function outlook(
  production: CareLine[],
  forecast: CareLine[],
  rest: { asOf?: string; keep?: string[]; remainder?: boolean } = {},
): Outlook {
  return buildOutlook({
    provider: 'Voorbeeld',
    year: 2023,
    asOf: parseDate(rest.asOf ?? '2023-06-30'),
    production: CareTable.of(production).rows(),
    forecast: CareTable.of(forecast).rows(),
    keepClients: new Set(rest.keep ?? []),
    runningMonth: rest.remainder ? 'forecast-is-remainder' : 'forecast-is-whole-month',
  });
}

const counted = (result: Outlook): string =>
  formatMoney(sumMoney(result.entries.map((entry) => entry.amount)));
const left = (result: Outlook): string[] =>
  result.leftOut.map((entry) => `${entry.reason} ${entry.phase} ${formatMoney(entry.amount)}`);

describe('outlook: production and forecast as of a day', () => {
  it('a month closes on its last day', () => {
    const june = parseMonth('2023-06');
    expect(
      ['2023-05-31', '2023-06-01', '2023-06-29', '2023-06-30', '2023-07-01'].map((day) =>
        statusOf(june, parseDate(day)),
      ),
    ).toEqual(['forecast', 'running', 'running', 'closed', 'closed']);
  });

  it('takes production of closed months and forecast of later ones, and lists the rest with its reason', () => {
    const result = outlook(
      [line('2023-06', 100), line('2023-07', 20), line('2022-12', 3)],
      [line('2023-07', 400), line('2023-06', 7), line('2024-01', 5)],
    );
    expect(counted(result)).toBe('5.00');
    expect(left(result).sort()).toEqual([
      'after-as-of production 0.20',
      'already-closed forecast 0.07',
      'other-year forecast 0.05',
      'other-year production 0.03',
    ]);
    expect(formatMoney(result.sourceTotal)).toBe('5.35');
  });

  it('in the running month the forecast is the whole month (assumed): production comes off it', () => {
    const result = outlook([line('2023-06', 300)], [line('2023-06', 1000)], { asOf: '2023-06-15' });
    expect(counted(result)).toBe('10.00');
    expect(left(result)).toEqual(['covered-by-production forecast 3.00']);
    const over = outlook([line('2023-06', 1300)], [line('2023-06', 1000)], { asOf: '2023-06-15' });
    expect([counted(over), left(over)]).toEqual(['13.00', ['covered-by-production forecast 10.00']]);
    const remainder = outlook([line('2023-06', 300)], [line('2023-06', 1000)], {
      asOf: '2023-06-15',
      remainder: true,
    });
    expect([counted(remainder), left(remainder)]).toEqual(['13.00', []]);
  });

  it('keeps only clients with a case budget apart, whatever the case of their key', () => {
    const result = outlook([line('2023-01', 1, { client: 'k7' }), line('2023-01', 2, { client: 'K8' })], [], {
      keep: [clientKey('Wmo', 'K7')],
    });
    expect(result.entries.map((entry) => entry.client)).toEqual(['K7', null]);
  });

  it('counts lines that name no allocation, only where the file has the column', () => {
    const result = outlook(
      [line('2023-01', 5, { allocated: 'no' }), line('2023-02', 5, { allocated: 'no' }), line('2023-01', 5)],
      [],
    );
    expect(result.unallocated.map((entry) => [entry.lines, formatMoney(entry.amount)])).toEqual([
      [2, '0.10'],
    ]);
  });

  it('counted plus left out is the source, to the cent, on any day', () => {
    const lines = fc.array(
      fc.record({
        month: fc
          .tuple(fc.integer({ min: 2022, max: 2024 }), fc.integer({ min: 1, max: 12 }))
          .map(([y, m]) => monthOf(y, m)),
        cents: fc.integer({ min: -100000, max: 1000000 }),
        product: fc.constantFrom('P1', 'P2'),
        client: fc.constantFrom(null, 'A', 'B'),
      }),
      { maxLength: 40 },
    );
    const day = fc
      .integer({ min: 1, max: 28 })
      .chain((d) =>
        fc
          .integer({ min: 1, max: 12 })
          .map((m) => parseDate(`2023-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)),
      );
    fc.assert(
      fc.property(lines, lines, day, fc.boolean(), (production, forecast, asOf, remainder) => {
        const toLines = (list: typeof production): CareLine[] =>
          list.map((part) => line(part.month, part.cents, part));
        const result = outlook(toLines(production), toLines(forecast), {
          asOf,
          remainder,
          keep: [clientKey('Wmo', 'A')],
        });
        const total = sumMoney([...result.entries, ...result.leftOut].map((entry) => entry.amount));
        expect(total).toBe(result.sourceTotal);
        expect(total).toBe(BigInt([...production, ...forecast].reduce((sum, part) => sum + part.cents, 0)));
      }),
    );
  });

  it('a quarter spread over its months by days adds up to the quarter', () => {
    const months = monthsOfYear(2023).slice(0, 3);
    expect(spreadOverMonths(moneyFromCents(9000), months).map(formatMoney)).toEqual([
      '31.00',
      '28.00',
      '31.00',
    ]);
    expect(spreadOverMonths(moneyFromCents(1), months).map(formatMoney)).toEqual(['0.01', '0.00', '0.00']);
  });
});
