import {
  addMoney,
  CoreError,
  Decimal,
  moneyValue,
  monthValue,
  ratioValue,
  step,
  sumMoney,
  ZERO,
  type Message,
  type Money,
} from '../values';
import { providerKey } from '../production/provider';
import { completionBook, type CompletionBook } from './completion/completion-book';
import { forecastProduct, planProduct, type ProductContext } from './forecast-product';
import type { ForecastRequest, ForecastResult, PathSums, ProductForecast } from './forecast-result';
import { certain, rangeOfValues, yearOfPaths } from './ranges/quantiles';
import { sharedNoise, type SharedNoise } from './ranges/shared-noise';
import { simulateProduct, type ProductModel } from './ranges/simulate';
import { gather, type Gathered, type GatheredProduct } from './series/gather';
import { indexOfMonth, lastMonthOver, monthAt } from './series/month-index';

const PATHS = 1000;
const FEWEST_PATHS = 100;
const MOST_PATHS = 100_000;
const NO_MONTHS: ReadonlySet<number> = new Set();

/** What the products of a request have in common, ready to forecast each. */
interface YearSetup {
  readonly count: number;
  readonly seed: number;
  readonly over: number;
  readonly january: number;
  readonly gathered: Gathered;
  readonly book: CompletionBook;
  readonly noise: SharedNoise;
  contextOf(product: GatheredProduct): ProductContext;
}

function prepareYear(request: ForecastRequest): YearSetup {
  const count = request.paths ?? PATHS;
  const seed = request.seed ?? 1;
  if (!Number.isInteger(count) || count < FEWEST_PATHS || count > MOST_PATHS) {
    throw new CoreError('ratio-out-of-range', { text: `paths ${count}` });
  }
  const over = lastMonthOver(request.asOf);
  const january = request.year * 12;
  const ahead = Math.max(0, january + 11 - over);
  const gathered = gather(request);
  const book = completionBook({
    asOf: request.asOf,
    declarations: request.declarations ?? [],
    shares: request.completionShares ?? [],
    groupOf: request.groupOf ?? null,
  });
  const noise = sharedNoise(seed, count);
  const chosen = new Map((request.methods ?? []).map((entry) => [productKey(entry), entry.method]));
  return {
    count,
    seed,
    over,
    january,
    gathered,
    book,
    noise,
    contextOf(product) {
      const method = chosen.get(productKey(product));
      return {
        request: method === undefined ? request : { ...request, method },
        compares: method !== undefined,
        over,
        january,
        book,
        present: gathered.monthsOfProvider.get(providerKey(product.provider)) ?? NO_MONTHS,
        noise,
        ahead,
      };
    },
  };
}

/**
 * Sums over all products of a forecast's simulated months: the same paths as those of `forecastYear`, worked out
 * once and without the ranges of each product and month. For questions about the whole only.
 * Unit: cents. Errors: as `forecastYear`.
 */
export function sumPathsOfYear(request: ForecastRequest): PathSums {
  const { count, gathered, noise, contextOf } = prepareYear(request);
  const values = new Float64Array(12 * count);
  const amounts = new Array<Money>(12).fill(ZERO);
  for (const product of gathered.products) {
    const planned = planProduct(product, contextOf(product));
    const paths = simulateProduct(planned.model, noise);
    for (let at = 0; at < values.length; at++) values[at] = (values[at] as number) + (paths[at] as number);
    planned.amounts.forEach((amount, month) => {
      amounts[month] = addMoney(amounts[month] ?? ZERO, amount);
    });
  }
  return { year: request.year, count, values, amounts };
}

/**
 * Forecast of a year per provider, domain and product: what is declared, what is still to be declared for
 * months that are over, what the months ahead will bring, and how sure that is.
 *
 * Amounts follow exactly from the stated parameters and are rounded half up to cents once per month; totals
 * are exact sums. Ranges come from simulated paths that depend on the seed only. docs/forecast.md explains
 * the methods. Bad data never stops it: notices say what was done.
 * Errors: `ratio-out-of-range` for a completion share outside 0 to 1 or a number of paths outside 100 to
 * 100,000.
 */
export function forecastYear(request: ForecastRequest): ForecastResult {
  const { count, seed, over, january, gathered, book, noise, contextOf } = prepareYear(request);
  const models: ProductModel[] = [];
  const products: ProductForecast[] = [];
  const sums = new Float64Array(12 * count);
  let unknown = 0;
  for (const product of gathered.products) {
    const worked = forecastProduct(product, products.length, contextOf(product));
    products.push(worked.forecast);
    models.push(worked.model);
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + (worked.paths[at] as number);
    if (!worked.completionKnown) unknown++;
    if (request.progress && products.length % 50 === 0) {
      request.progress(products.length, gathered.products.length);
    }
  }
  request.progress?.(products.length, gathered.products.length);

  const notices: Message[] = [
    ...gathered.notices,
    ...book.notices,
    ...ownNotUsed(gathered, products, over - january + 1),
  ];
  if (unknown > 0 && over >= january) {
    notices.push({ code: 'forecast.completion-unknown', facts: { products: unknown } });
    notices.push(...lowLastMonths(gathered, over));
  }
  const total = sumMoney(products.map((product) => product.total));
  const fixed = models.every((model) => model.months.every((month) => month.kind === 'fixed'));
  return {
    year: request.year,
    asOf: request.asOf,
    products,
    total,
    range: fixed ? certain(total) : rangeOfValues(yearOfPaths(sums, count)),
    paths: {
      count,
      seed,
      all: sums,
      of(index) {
        const model = models[index];
        return model ? simulateProduct(model, noise) : new Float64Array(12 * count);
      },
    },
    notices,
    get step() {
      return step({ code: 'forecast.year', facts: { year: request.year } }, moneyValue(total), {
        operator: 'sum',
        parts: products.map((product) => product.step),
      });
    },
  };
}

const productKey = (product: { provider: string; domain: string; product: string }): string =>
  JSON.stringify([providerKey(product.provider), product.domain, product.product.toUpperCase()]);

/** An own forecast beside which another method was used: what both come to for the months ahead. */
function ownNotUsed(gathered: Gathered, products: readonly ProductForecast[], monthsOver: number): Message[] {
  let own = ZERO;
  let used = ZERO;
  let count = 0;
  products.forEach((product, at) => {
    if (product.method === 'own-forecast') return;
    const given = gathered.products[at]?.own;
    const ahead = product.months.slice(Math.max(0, monthsOver));
    const stated = ahead.flatMap(({ month }) => given?.get(indexOfMonth(month)) ?? []);
    if (stated.length === 0) return;
    count++;
    own = sumMoney([own, ...stated]);
    used = sumMoney([used, ...ahead.map((month) => month.amount)]);
  });
  return count === 0
    ? []
    : [
        {
          code: 'forecast.own-not-used',
          facts: { products: count, own: moneyValue(own), used: moneyValue(used) },
        },
      ];
}

/** A last month below this share of the three before it looks incomplete. */
const SUSPICIOUS = 0.8;

/** Providers whose last month is far below the three before it, where nothing is known about late declarations. */
function lowLastMonths({ products, monthsOfProvider }: Gathered, over: number): Message[] {
  const sums = new Map<string, { provider: string; last: number; before: number }>();
  for (const { provider, declared } of products) {
    const key = providerKey(provider);
    let sum = sums.get(key);
    if (!sum) sums.set(key, (sum = { provider, last: 0, before: 0 }));
    sum.last += Number(declared.get(over) ?? 0n);
    for (let back = 1; back <= 3; back++) sum.before += Number(declared.get(over - back) ?? 0n) / 3;
  }
  return [...sums].flatMap(([key, { provider, last, before }]) =>
    monthsOfProvider.get(key)?.has(over) && before > 0 && last < SUSPICIOUS * before
      ? [
          {
            code: 'forecast.last-month-low',
            facts: {
              provider,
              month: monthValue(monthAt(over)),
              share: ratioValue(new Decimal(Math.max(0, last / before).toFixed(2))),
            },
          },
        ]
      : [],
  );
}
