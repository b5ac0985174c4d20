import { CoreError, moneyValue, step, sumMoney, type Message } from '../values';
import { providerKey } from '../production/provider';
import { completionBook } from './completion/completion-book';
import { forecastProduct, type ProductContext } from './forecast-product';
import type { ForecastRequest, ForecastResult, ProductForecast } from './forecast-result';
import { certain, rangeOfValues, yearOfPaths } from './ranges/quantiles';
import { sharedNoise } from './ranges/shared-noise';
import { rowsFor, simulateProduct, type ProductModel } from './ranges/simulate';
import { gather } from './series/gather';
import { lastMonthOver } from './series/month-index';

const PATHS = 1000;
const FEWEST_PATHS = 100;
const MOST_PATHS = 100_000;
const NO_MONTHS: ReadonlySet<number> = new Set();

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
  const noise = sharedNoise(seed, count, rowsFor(ahead) + 40);
  const models: ProductModel[] = [];
  const products: ProductForecast[] = [];
  const sums = new Float64Array(12 * count);
  let unknown = 0;
  for (const product of gathered.products) {
    const context: ProductContext = {
      request,
      over,
      january,
      book,
      present: gathered.monthsOfProvider.get(providerKey(product.provider)) ?? NO_MONTHS,
      noise,
      ahead,
    };
    const worked = forecastProduct(product, products.length, context);
    products.push(worked.forecast);
    models.push(worked.model);
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + (worked.paths[at] as number);
    if (!worked.completionKnown) unknown++;
    if (request.progress && products.length % 50 === 0) {
      request.progress(products.length, gathered.products.length);
    }
  }
  request.progress?.(products.length, gathered.products.length);

  const notices: Message[] = [...gathered.notices, ...book.notices];
  if (unknown > 0 && over >= january) {
    notices.push({ code: 'forecast.completion-unknown', facts: { products: unknown } });
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
