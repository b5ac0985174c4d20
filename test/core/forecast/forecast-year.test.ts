import fc from 'fast-check';
import {
  CoreError,
  Decimal,
  formatMoney,
  forecastYear,
  moneyFromCents,
  parseDate,
  parseMoney,
  parseMonth,
  type ForecastMethod,
  type ForecastOverride,
} from '../../../src/core';
import { say } from '../../../src/messages';
import {
  codes,
  declarationsOf,
  forecastSoundly,
  invented,
  onlyProduct,
  request,
  rowsOf,
} from './forecast-case';

const amounts = (product: ReturnType<typeof onlyProduct>): string[] =>
  product.months.map((month) => formatMoney(month.amount));

describe('forecast of a year', () => {
  it('a product that never changes goes on as it was, to the cent', () => {
    const product = onlyProduct(request(rowsOf(new Array<number>(30).fill(1234.56))));
    expect(amounts(product)).toEqual(new Array(12).fill('1234.56'));
    expect(formatMoney(product.total)).toBe('14814.72');
    expect(product.months.map((month) => month.status)).toEqual([
      ...new Array<string>(6).fill('closed'),
      ...new Array<string>(6).fill('forecast'),
    ]);
  });

  it('a season comes back and growth goes on', () => {
    const product = onlyProduct(
      request(rowsOf(invented(54, { growth: 0.005, season: 0.2, noise: 0.001 }), '2019-01')),
    );
    const expected = invented(60, { growth: 0.005, season: 0.2, noise: 0 }).slice(54);
    product.months.slice(6).forEach((month, at) => {
      expect(Number(month.amount) / 100 / (expected[at] as number)).toBeCloseTo(1, 1);
    });
    expect(product.method).toBe('theta-damped');
    expect(product.reason.code).toBe('forecast.reason-recommended');
  });

  it('the same question has the same answer, and another seed other ranges but the same amounts', () => {
    const lines = rowsOf(invented(30));
    const [one, same, other] = [1, 1, 2].map((seed) => onlyProduct(request(lines, { seed })));
    expect(one?.range).toEqual(same?.range);
    expect(one?.months.map((month) => month.high95)).toEqual(same?.months.map((month) => month.high95));
    expect(one?.range).not.toEqual(other?.range);
    expect(one?.total).toBe(other?.total);
  });

  it.each<[ForecastMethod, number]>([
    ['theta', 30],
    ['theta-damped', 30],
    ['damped', 30],
    ['ratio-level', 18],
    ['level', 18],
    ['running-average', 18],
    ['seasonal-naive', 18],
  ])('%s: every amount follows from its steps', (method, months) => {
    if (method === 'none') return;
    const product = onlyProduct(
      request(rowsOf(invented(months, { season: 0.1, noise: 0.1 }), months === 30 ? '2021-01' : '2022-01'), {
        method,
      }),
    );
    expect(product.method).toBe(method);
    expect(product.reason.code).toBe('forecast.reason-wanted');
    expect(product.months.filter((month) => month.status === 'forecast')).toHaveLength(6);
    expect(codes(product)).toEqual([]);
  });

  it('a method without enough months gives way to the recommended one, and says so', () => {
    const product = onlyProduct(request(rowsOf(invented(14), '2022-05'), { method: 'theta' }));
    expect(product.method).toBe('ratio-level');
    expect(codes(product)).toEqual(['forecast.method-not-possible']);
    expect(say(product.notices[0] ?? { code: '', facts: {} }, 'nl')).toBe(
      'Gevraagd was Theta, maar dat kan niet met 14 maanden geschiedenis: gebruikt is mengsel van niveau en vorig jaar.',
    );
  });

  it('running average: the mean of the months of the year', () => {
    const lines = rowsOf([...new Array<number>(12).fill(500), 100, 200, 300, 400, 500, 600.03], '2022-01');
    const product = onlyProduct(request(lines, { method: 'running-average' }));
    expect(amounts(product).slice(6)).toEqual(new Array(6).fill('350.01'));
  });

  it('the running month becomes no less than what is declared of it already', () => {
    const lines = rowsOf([...new Array<number>(29).fill(100), 250]);
    const product = onlyProduct(request(lines, { asOf: parseDate('2023-06-20') }));
    expect(product.months[5]).toMatchObject({ status: 'forecast', declared: 25000n, amount: 25000n });
    expect(formatMoney(product.months[6]?.amount ?? moneyFromCents(0))).toBe('100.00');
    expect((product.months[5]?.low95 ?? 0n) >= 25000n).toBe(true);
  });

  it('production after the as-of date takes no part and is named', () => {
    const result = forecastSoundly(request(rowsOf(new Array<number>(33).fill(100))));
    expect(codes(result)).toContain('forecast.later-production');
    expect(formatMoney(result.total)).toBe('1200.00');
  });

  it('a year that is over is its declarations, with no range', () => {
    const product = onlyProduct(request(rowsOf(invented(36)), { asOf: parseDate('2023-12-31') }));
    expect(product.months.every((month) => month.status === 'closed' && month.low95 === month.high95)).toBe(
      true,
    );
    expect(product.range.low95).toBe(product.total);
  });

  it('a later year is forecast from further away', () => {
    const product = onlyProduct(request(rowsOf(new Array<number>(30).fill(100)), { year: 2024 }));
    expect(amounts(product)).toEqual(new Array(12).fill('100.00'));
    expect(product.months.every((month) => month.status === 'forecast')).toBe(true);
  });

  it('refuses a number of paths that answers nothing', () => {
    expect(() => forecastYear(request([], { paths: 5 }))).toThrow(CoreError);
  });

  it('reports progress up to the last product', () => {
    const seen: string[] = [];
    forecastYear(
      request(
        ['A', 'B', 'C'].flatMap((product) => rowsOf(new Array<number>(14).fill(10), '2022-05', { product })),
        { progress: (done, of) => seen.push(`${done}/${of}`) },
      ),
    );
    expect(seen).toEqual(['3/3']);
  });
});

describe('overrides and own forecast', () => {
  const override = (rest: Partial<ForecastOverride>): ForecastOverride => ({
    provider: 'stichting voorbeeld-11',
    domain: 'Wmo',
    product: '02A01',
    month: parseMonth('2023-09'),
    amount: parseMoney('4321.00'),
    reason: 'nieuwe locatie',
    ...rest,
  });

  it('an override stands, is marked and keeps what it replaced', () => {
    const lines = rowsOf(new Array<number>(30).fill(1000));
    const product = onlyProduct(request(lines, { overrides: [override({})] }));
    expect(product.months[8]).toMatchObject({
      amount: 432100n,
      overridden: true,
      replaced: 100000n,
      overrideReason: 'nieuwe locatie',
      low95: 432100n,
      high95: 432100n,
    });
    expect(product.months.filter((month) => month.overridden)).toHaveLength(1);
    expect(formatMoney(product.total)).toBe('15321.00');
  });

  it('an override of a product without production makes that product', () => {
    const product = onlyProduct(request([], { overrides: [override({})] }));
    expect(formatMoney(product.total)).toBe('4321.00');
    expect(product.method).toBe('none');
  });

  it('an override of another year, or a second of the same month, is named', () => {
    const result = forecastSoundly(
      request(rowsOf([100]), {
        overrides: [
          override({ month: parseMonth('2022-09') }),
          override({}),
          override({ amount: parseMoney('1') }),
        ],
      }),
    );
    expect(codes(result)).toEqual(
      expect.arrayContaining(['forecast.override-other-year', 'forecast.override-twice']),
    );
    expect(result.products[0]?.months[8]?.amount).toBe(100n);
  });

  it('the own forecast is taken as it is, and missing months are named', () => {
    const own = rowsOf([10.01, 20.02, 30.03, 40.04, 50.05], '2023-07');
    const product = onlyProduct(request(rowsOf(invented(30)), { method: 'own-forecast', ownForecast: own }));
    expect(amounts(product).slice(6)).toEqual(['10.01', '20.02', '30.03', '40.04', '50.05', '0.00']);
    expect(codes(product)).toEqual(['forecast.own-missing']);
  });

  it('an own forecast that is not used is named with what both come to; a negative month in it is cut at 0', () => {
    const own = rowsOf([-5, 20, 30, 40, 50, 60], '2023-07');
    const lines = rowsOf(new Array<number>(30).fill(100));
    const beside = forecastSoundly(request(lines, { ownForecast: own }));
    const notice = beside.notices.find(({ code }) => code === 'forecast.own-not-used');
    expect(notice && say(notice, 'en').replace(/\u00a0/g, ' ')).toBe(
      'For 1 product there is an own forecast of € 195.00 for the months ahead; an estimate of € 600.00 was used. Choose the method “own forecast” to keep your own amounts.',
    );
    const used = onlyProduct(request(lines, { ownForecast: own, method: 'own-forecast' }));
    expect(amounts(used)[6]).toBe('0.00');
    expect(codes(used)).toEqual(['forecast.own-negative']);
  });

  it('an own forecast that did better each time over past months is chosen', () => {
    const actual = invented(48, { noise: 0.3, seed: 5 });
    const own = rowsOf([...actual, ...new Array<number>(6).fill(777)], '2019-07');
    const product = onlyProduct(request(rowsOf(actual, '2019-07'), { ownForecast: own }));
    expect(product.method).toBe('own-forecast');
    expect(product.backtest.find((row) => row.method === 'own-forecast')).toMatchObject({
      chosen: true,
      months: 21,
    });
    expect(say(product.reason, 'en')).toMatch(/^Over 21 months of its own history own forecast was 0% off/);
  });
});

describe('declarations that are still to come', () => {
  const until = parseMonth('2023-06');
  const shares = [0.55, 0.25, 0.1, 0.06, 0.04];

  it('Bornhuetter-Ferguson completes the last months from declarations by month', () => {
    const { lines, declarations } = declarationsOf(rowsOf(new Array<number>(30).fill(1000)), shares, until);
    const product = onlyProduct(request(lines, { declarations }));
    expect(amounts(product)).toEqual(new Array(12).fill('1000.00'));
    expect(product.months.map((month) => month.status).slice(0, 6)).toEqual([
      'closed',
      'closed',
      'incomplete',
      'incomplete',
      'incomplete',
      'incomplete',
    ]);
    expect(product.months.map((month) => month.completion?.toFixed(2) ?? null).slice(1, 7)).toEqual([
      '1.00',
      '0.96',
      '0.90',
      '0.80',
      '0.55',
      null,
    ]);
    expect(formatMoney(product.months[5]?.declared ?? moneyFromCents(0))).toBe('550.00');
  });

  it('without declarations by month the shares that the user states are used', () => {
    const { lines } = declarationsOf(rowsOf(new Array<number>(30).fill(1000)), [0.6, 0.4], until);
    const share = (age: number, text: string, product: string | null = null) => ({
      domain: null,
      product,
      age,
      share: new Decimal(text),
    });
    const stated = onlyProduct(request(lines, { completionShares: [share(0, '0.6')] }));
    expect(amounts(stated)).toEqual(new Array(12).fill('1000.00'));
    // The share of the product itself goes before that of all products.
    const specific = onlyProduct(
      request(lines, { completionShares: [share(0, '0.1'), share(0, '0.6', '02A01')] }),
    );
    expect(specific.months[5]?.completion?.toFixed()).toBe('0.6');
  });

  it('without either the months count as complete, and the forecast says so', () => {
    const { lines } = declarationsOf(rowsOf(new Array<number>(30).fill(1000)), [0.6, 0.4], until);
    const result = forecastSoundly(request(lines));
    expect(codes(result)).toEqual(['forecast.completion-unknown', 'forecast.last-month-low']);
    expect(result.products[0]?.months[5]?.status).toBe('closed');
  });

  it('months for which the provider delivered nothing yet are estimated, not taken as 0', () => {
    const product = onlyProduct(request(rowsOf(new Array<number>(28).fill(1000))));
    expect(product.months.slice(3, 6).map((month) => month.status)).toEqual([
      'closed',
      'incomplete',
      'incomplete',
    ]);
    expect(amounts(product)).toEqual(new Array(12).fill('1000.00'));
    expect(codes(product)).toEqual(['forecast.months-not-declared']);
  });

  it.each(['bornhuetter-ferguson', 'benktander', 'chain-ladder'] as const)(
    '%s: no cent is lost and every amount follows from its steps',
    (completionMethod) => {
      const { lines, declarations } = declarationsOf(rowsOf(invented(30, { noise: 0.1 })), shares, until);
      const product = onlyProduct(request(lines, { declarations, completionMethod }));
      const declared = product.months.reduce((sum, month) => sum + month.declared, 0n);
      expect(declared).toBe(lines.slice(24).reduce((sum, row) => sum + row.amount, 0n));
      expect(product.months.filter((month) => month.status === 'incomplete')).toHaveLength(4);
      for (const month of product.months.slice(2, 6)) expect(month.high95 > month.low95).toBe(true);
    },
  );

  it('few months of declarations are called uncertain', () => {
    const { lines, declarations } = declarationsOf(rowsOf([1000, 1000], '2023-05'), [0.5, 0.5], until);
    const result = forecastSoundly(request(lines, { declarations }));
    expect(codes(result)).toContain('forecast.few-origins');
  });

  it('a stated share outside 0 to 1 is refused', () => {
    const completionShares = [{ domain: null, product: null, age: 0, share: new Decimal('1.2') }];
    expect(() => forecastYear(request([], { completionShares }))).toThrow(CoreError);
  });
});

describe('odd input has a stated outcome', () => {
  it('no history at all', () => {
    const product = onlyProduct(request([], { ownForecast: rowsOf([50, 60], '2023-07') }));
    expect(product.method).toBe('own-forecast');
    expect(product.reason.code).toBe('forecast.reason-own-empty');
    expect(formatMoney(product.total)).toBe('110.00');
    expect(forecastSoundly(request([])).products).toEqual([]);
  });

  it('one single month', () => {
    const product = onlyProduct(request(rowsOf([800], '2023-06')));
    expect(amounts(product).slice(5)).toEqual(new Array(7).fill('800.00'));
    expect(codes(product)).toEqual(['forecast.short-history']);
    expect(product.range.high95 > product.range.low95).toBe(true);
  });

  it('a product that stopped', () => {
    const others = rowsOf(new Array<number>(30).fill(10), '2021-01', { product: 'other' });
    const lines = rowsOf([...new Array<number>(26).fill(900), 0, 0, 0, 0]);
    const product = forecastSoundly(request([...lines, ...others])).products[0];
    expect(product?.method).toBe('none');
    expect(product && codes(product)).toEqual(['forecast.stopped']);
    expect(formatMoney(product?.total ?? moneyFromCents(0))).toBe('1800.00');
    expect(product?.range.low95).toBe(product?.total);
    const resumed = forecastSoundly(
      request([...lines, ...others], { ownForecast: rowsOf([70, 70, 70, 70, 70, 70], '2023-07') }),
    ).products[0];
    expect(formatMoney(resumed?.total ?? moneyFromCents(0))).toBe('2220.00');
  });

  it('a product that rests every summer has not stopped', () => {
    const year = [100, 100, 100, 100, 100, 0, 0, 0, 100, 100, 100, 100];
    const lines = rowsOf([...year, ...year, ...year.slice(0, 8)]);
    const product = onlyProduct(request(lines, { asOf: parseDate('2023-08-31') }));
    expect(product.method).not.toBe('none');
    expect(codes(product)).not.toContain('forecast.stopped');
    product.months.slice(8).forEach((month) => expect(Number(month.amount) / 100).toBeCloseTo(100, -2));
  });

  it('a product that began halfway a month', () => {
    const product = onlyProduct(request(rowsOf([300, 1000, 1000, 1000], '2023-03')));
    expect(codes(product)).toEqual(['forecast.half-first-month', 'forecast.short-history']);
    expect(amounts(product).slice(6)).toEqual(new Array(6).fill('1000.00'));
    expect(formatMoney(product.months[2]?.amount ?? moneyFromCents(0))).toBe('300.00');
  });

  it('a month without any line of the provider is a gap, named and filled for statistics only', () => {
    const euros: (number | null)[] = new Array<number>(30).fill(500);
    euros[27] = null;
    const product = onlyProduct(request(rowsOf(euros)));
    expect(codes(product)).toEqual(['forecast.gap-filled']);
    expect(amounts(product)).toEqual(
      [...'500 500 500 0'.split(' '), ...new Array<string>(8).fill('500')].map((text) => `${text}.00`),
    );
  });

  it('a month without a line of this product alone is 0', () => {
    const euros: (number | null)[] = new Array<number>(30).fill(500);
    euros[27] = null;
    const others = rowsOf(new Array<number>(30).fill(10), '2021-01', { product: 'other' });
    const product = forecastSoundly(request([...rowsOf(euros), ...others])).products[0];
    expect(product && codes(product)).toEqual([]);
    expect((product?.months[6]?.amount ?? 0n) < 50000n).toBe(true);
  });

  it('a negative month corrects the months before it and stays as declared', () => {
    const euros = new Array<number>(30).fill(500);
    euros[28] = -400;
    const product = onlyProduct(request(rowsOf(euros)));
    expect(codes(product)).toEqual(['forecast.negative-month']);
    expect(formatMoney(product.months[4]?.amount ?? moneyFromCents(0))).toBe('-400.00');
    const undone = onlyProduct(request(rowsOf([500, -500, 0, 100, -900], '2023-02')));
    expect(undone.method).toBe('none');
    expect(codes(undone)).toContain('forecast.nothing-left');
  });

  it('whatever the input: sound amounts, never negative ahead, and every cent declared is there', () => {
    const cell = fc.oneof(
      { weight: 5, arbitrary: fc.double({ min: 0, max: 100000, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.double({ min: -50000, max: 0, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(0.01, 1e9, 5e-3) },
    );
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 45 }),
        fc.constantFrom('2019-11', '2021-01', '2022-03', '2023-06'),
        fc.constantFrom('2023-06-30', '2023-01-15', '2022-12-31', '2023-11-30'),
        fc.constantFrom<'automatic' | 'theta' | 'level' | 'seasonal-naive' | 'ratio-level'>(
          'automatic',
          'theta',
          'level',
          'seasonal-naive',
          'ratio-level',
        ),
        fc.constantFrom('0', '0.3', '0.85', '1'),
        (euros, from, asOf, method, share) => {
          const lines = rowsOf(euros, from);
          const result = forecastSoundly(
            request(lines, {
              asOf: parseDate(asOf),
              method,
              paths: 100,
              completionShares: [{ domain: null, product: null, age: 1, share: new Decimal(share) }],
            }),
          );
          const inYear = lines.filter(
            (row) => row.month >= '2023-01' && row.month <= '2023-12' && row.month <= asOf.slice(0, 7),
          );
          const declared = result.products.flatMap((product) =>
            product.months.map((month) => month.declared),
          );
          expect(declared.reduce((sum, amount) => sum + amount, 0n)).toBe(
            inYear.reduce((sum, row) => sum + row.amount, 0n),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});
