import { addMoney, sumMoney, ZERO, type Money } from '../values';
import type { DomainFigures } from '../checks/outcome';
import { candidatesWithRoom, type ProviderFigures } from '../checks/across';

/** Who still has room for a care form (ZUT-05), most room first. */
export interface ProductRoom {
  readonly domain: string;
  readonly product: string;
  readonly description: string | null;
  /** Providers that deliver it and have reached their ceiling. */
  readonly full: readonly string[];
  readonly candidates: readonly { readonly provider: string; readonly headroom: Money }[];
}

/**
 * Per counting product: who delivers it and still has headroom as known now, and who is full. A provider's
 * headroom is one amount for all its products of the domain: it is listed with each, and must not be added up.
 */
export function roomPerProduct(providers: readonly ProviderFigures[]): ProductRoom[] {
  const seen = new Map<
    string,
    { domain: string; product: string; description: string | null; full: string[] }
  >();
  for (const { provider, domains } of providers) {
    for (const figures of domains) {
      for (const { product, description, treatment } of figures.products) {
        if (treatment !== 'counts') continue;
        const key = `${figures.domain}|${product}`;
        const entry = seen.get(key) ?? { domain: figures.domain, product, description, full: [] };
        seen.set(key, { ...entry, description: entry.description ?? description });
        if (figures.ceiling !== null && (figures.headroom ?? ZERO) <= ZERO) entry.full.push(provider);
      }
    }
  }
  return [...seen.values()]
    .map((entry) => ({
      ...entry,
      candidates: candidatesWithRoom(providers, entry.domain, entry.product),
    }))
    .sort((a, b) => compareText(a.domain, b.domain) || compareText(a.product, b.product));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All providers of a domain together. */
export interface DomainTotal {
  readonly domain: string;
  readonly providers: number;
  /** Providers whose ceiling is known; only these stand in `ceiling`. */
  readonly withCeiling: number;
  readonly production: Money;
  readonly forecast: Money;
  readonly total: Money;
  readonly ceiling: Money;
  /** Sum of the overruns of single providers: room of one doesn't cover another. */
  readonly overrun: Money;
  readonly overrunYearEnd: Money;
  readonly months: readonly {
    readonly month: string;
    readonly production: Money;
    readonly forecast: Money;
  }[];
}

/** Adds the providers of each domain up. Exact; months and totals agree to the cent. */
export function totalsPerDomain(providers: readonly ProviderFigures[]): DomainTotal[] {
  const byDomain = new Map<string, DomainFigures[]>();
  for (const { domains } of providers) {
    for (const figures of domains) {
      const list = byDomain.get(figures.domain);
      if (list) list.push(figures);
      else byDomain.set(figures.domain, [figures]);
    }
  }
  return [...byDomain].map(([domain, list]) => {
    const sum = (of: (figures: DomainFigures) => Money | null): Money =>
      sumMoney(list.map((figures) => of(figures) ?? ZERO));
    const months = new Map<string, { month: string; production: Money; forecast: Money }>();
    for (const { months: all } of list) {
      for (const { month, production, forecast } of all) {
        const known = months.get(month) ?? { month, production: ZERO, forecast: ZERO };
        months.set(month, {
          month,
          production: addMoney(known.production, production),
          forecast: addMoney(known.forecast, forecast),
        });
      }
    }
    return {
      domain,
      providers: list.length,
      withCeiling: list.filter((figures) => figures.ceiling !== null).length,
      production: sum((figures) => figures.production),
      forecast: sum((figures) => figures.forecast),
      total: sum((figures) => figures.total),
      ceiling: sum((figures) => figures.ceiling?.effective ?? null),
      overrun: sum((figures) => figures.overrun),
      overrunYearEnd: sum((figures) => figures.overrunYearEnd),
      months: [...months.values()].sort((a, b) => compareText(a.month, b.month)),
    };
  });
}
