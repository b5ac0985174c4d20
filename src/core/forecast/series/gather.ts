import {
  addMoney,
  monthOfDate,
  moneyValue,
  monthValue,
  yearOf,
  ZERO,
  type Message,
  type Money,
} from '../../values';
import type { CareRow } from '../../production/care-table';
import { providerKey } from '../../production/provider';
import type { ForecastOverride, ForecastRequest } from '../forecast-result';
import { indexOfMonth } from './month-index';

/** One product of one provider as it comes from the source; months as in `indexOfMonth`. */
export interface GatheredProduct {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  /** Net declared amounts of the months up to and including the month of the as-of day. */
  readonly declared: Map<number, Money>;
  readonly own: Map<number, Money>;
  readonly overrides: Map<number, ForecastOverride>;
}

export interface Gathered {
  readonly products: readonly GatheredProduct[];
  /** Per provider key: the months for which the source has any line. */
  readonly monthsOfProvider: ReadonlyMap<string, ReadonlySet<number>>;
  readonly notices: readonly Message[];
}

/** Puts production, own forecast and overrides together per provider, domain and product. */
export function gather(request: ForecastRequest): Gathered {
  const running = indexOfMonth(monthOfDate(request.asOf));
  const products = new Map<string, GatheredProduct>();
  const keys = new Map<string, string>();
  const months = new Map<string, Set<number>>();
  const notices: Message[] = [];

  const keyOf = (provider: string): string => {
    let key = keys.get(provider);
    if (key === undefined) keys.set(provider, (key = providerKey(provider)));
    return key;
  };
  const find = (row: { provider: string; domain: string; product: string }): GatheredProduct => {
    const { provider, domain, product } = row;
    const key = JSON.stringify([keyOf(provider), domain, product]);
    let found = products.get(key);
    if (!found) {
      found = { provider, domain, product, declared: new Map(), own: new Map(), overrides: new Map() };
      products.set(key, found);
    }
    return found;
  };
  const add = (into: Map<number, Money>, month: number, amount: Money): void => {
    into.set(month, addMoney(into.get(month) ?? ZERO, amount));
  };

  let later = ZERO;
  let laterLines = 0;
  for (const row of request.lines) {
    const month = indexOfMonth(row.month);
    const product = find(row);
    if (month > running) {
      later = addMoney(later, row.amount);
      laterLines += row.lines;
      continue;
    }
    add(product.declared, month, row.amount);
    const key = keyOf(row.provider);
    let seen = months.get(key);
    if (!seen) months.set(key, (seen = new Set()));
    seen.add(month);
  }
  if (laterLines > 0) {
    notices.push({
      code: 'forecast.later-production',
      facts: { lines: laterLines, amount: moneyValue(later) },
    });
  }
  for (const row of request.ownForecast ?? noRows) add(find(row).own, indexOfMonth(row.month), row.amount);
  for (const override of request.overrides ?? []) {
    const { domain, product, amount, month } = override;
    if (yearOf(month) !== request.year) {
      notices.push({
        code: 'forecast.override-other-year',
        facts: { domain, product, month: monthValue(month), amount: moneyValue(amount), year: request.year },
      });
      continue;
    }
    const target = find(override);
    if (target.overrides.has(indexOfMonth(month))) {
      notices.push({
        code: 'forecast.override-twice',
        facts: { domain, product, month: monthValue(month), amount: moneyValue(amount) },
      });
    }
    target.overrides.set(indexOfMonth(month), override);
  }
  return { products: [...products.values()], monthsOfProvider: months, notices };
}

const noRows: readonly CareRow[] = [];
