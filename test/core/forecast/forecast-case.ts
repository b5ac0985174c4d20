import {
  addMonths,
  forecastYear,
  moneyFromCents,
  parseDate,
  parseMonth,
  recompute,
  sumMoney,
  type CareRow,
  type DeclarationRow,
  type ForecastRequest,
  type ForecastResult,
  type Month,
  type Money,
  type ProductForecast,
} from '../../../src/core';

/** Months of one product as rows; null leaves the month out altogether. */
export function rowsOf(
  euros: readonly (number | null)[],
  from = '2021-01',
  name: { provider?: string; domain?: string; product?: string } = {},
): CareRow[] {
  const start = parseMonth(from);
  return euros.flatMap((euro, at): CareRow[] =>
    euro === null
      ? []
      : [
          {
            provider: 'Stichting Voorbeeld 11',
            domain: 'Wmo',
            product: '02A01',
            client: null,
            month: addMonths(start, at),
            unit: null,
            allocated: 'unknown',
            quantity: null,
            amount: moneyFromCents(Math.round(euro * 100)),
            lines: 1,
            ...name,
          },
        ],
  );
}

export const request = (lines: Iterable<CareRow>, rest: Partial<ForecastRequest> = {}): ForecastRequest => ({
  year: 2023,
  asOf: parseDate('2023-06-30'),
  method: 'automatic',
  paths: 200,
  ...rest,
  lines,
});

/** A forecast with what must hold for every forecast, whatever the input. */
export function forecastSoundly(asked: ForecastRequest): ForecastResult {
  const result = forecastYear(asked);
  expect(result.total).toBe(sumMoney(result.products.map((product) => product.total)));
  for (const product of result.products) {
    expect(product.months).toHaveLength(12);
    expect(product.total).toBe(sumMoney(product.months.map((month) => month.amount)));
    expect(recompute(product.step)).toBeGreaterThan(0);
    expect(product.step.value).toEqual({ kind: 'money', value: product.total });
    for (const month of product.months) {
      expect(month.step.value).toEqual({ kind: 'money', value: month.amount });
      expect(month.low95 <= month.low80 && month.low80 <= month.high80 && month.high80 <= month.high95).toBe(
        true,
      );
      if (month.status === 'forecast' && !month.overridden) {
        expect(month.amount >= 0n && month.low95 >= 0n).toBe(true);
        expect(month.completion).toBeNull();
      }
    }
    expect(product.backtest.filter((row) => row.chosen).length).toBeLessThanOrEqual(1);
    expect([...result.paths.of(product.index)].every(Number.isFinite)).toBe(true);
  }
  return result;
}

/** The only product of a forecast. */
export function onlyProduct(asked: ForecastRequest): ProductForecast {
  const [product, ...others] = forecastSoundly(asked).products;
  if (!product || others.length > 0) throw new Error('expected one product');
  return product;
}

export const codes = (product: { notices: readonly { code: string }[] }): string[] =>
  product.notices.map((notice) => notice.code);

/** A fixed sequence of numbers between 0 and 1. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
}

/** Months around a level with a season, growth per month and noise. */
export function invented(
  months: number,
  { level = 1000, growth = 0, season = 0, noise = 0.03, seed = 1 } = {},
): number[] {
  const random = sequence(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  return Array.from(
    { length: months },
    (_, at) =>
      level *
      (1 + growth) ** at *
      (1 + season * Math.cos((2 * Math.PI * at) / 12)) *
      Math.exp(noise * normal()),
  );
}

/** Declarations of months whose amounts arrive in the given shares, as far as they are in by `until`. */
export function declarationsOf(
  rows: readonly CareRow[],
  shares: readonly number[],
  until: Month,
): { lines: CareRow[]; declarations: DeclarationRow[] } {
  const declarations: DeclarationRow[] = [];
  const lines: CareRow[] = [];
  for (const row of rows) {
    const parts: Money[] = [];
    let left = row.amount;
    shares.forEach((share, at) => {
      const last = at === shares.length - 1;
      const part = last ? left : moneyFromCents(Math.round(Number(row.amount) * share));
      left = moneyFromCents(left - part);
      const declaredIn = addMonths(row.month, at);
      if (declaredIn > until) return;
      parts.push(part);
      const { provider, domain, product, month } = row;
      declarations.push({ provider, domain, product, origin: month, declaredIn, amount: part });
    });
    lines.push({ ...row, amount: sumMoney(parts) });
  }
  return { lines, declarations };
}
