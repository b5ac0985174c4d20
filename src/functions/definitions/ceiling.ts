import type { Explained } from '../cell';
import { figureOf } from './ceiling-family';

/**
 * Effective ceiling as known on the as-of date: base, raises of closed quarters, adjustments that have started and case budgets as far as they are used.
 * @customfunction CEILING
 * @param domain Domain: Wmo or Jeugdwet.
 * @param year Calendar year, such as 2023.
 * @param ceilings Table of ceilings: domain, year, kind (basis, casusbudget, ophoging), client, amount, from.
 * @param asOf As-of date. Left out: the last day of the last month that has production.
 * @param production Table of production: domain, product, client, period, amount. Raises and case budgets depend on it.
 * @param forecast Table of the forecast, with the same columns. Left out: no forecast.
 * @param provider Provider. Needed when the tables hold more than one.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: Zutphen's of that year.
 * @param products Product or tariff list: product, description. Says which products are excluded or raise the ceiling.
 * @returns {number}
 */
export function ceiling(
  domain: unknown,
  year: unknown,
  ceilings: unknown[][],
  asOf?: unknown,
  production?: unknown[][],
  forecast?: unknown[][],
  provider?: unknown,
  rulebook?: unknown[][],
  products?: unknown[][],
) {
  return figureOf('ceiling', {
    domain,
    year,
    ceilings,
    production,
    forecast,
    asOf,
    provider,
    rulebook,
    products,
  }) satisfies Explained;
}

/**
 * Effective ceiling: the same function as CEILING under a name that no built-in function has.
 * @customfunction BUDGETCEILING
 * @param domain Domain: Wmo or Jeugdwet.
 * @param year Calendar year, such as 2023.
 * @param ceilings Table of ceilings: domain, year, kind (basis, casusbudget, ophoging), client, amount, from.
 * @param asOf As-of date. Left out: the last day of the last month that has production.
 * @param production Table of production: domain, product, client, period, amount. Raises and case budgets depend on it.
 * @param forecast Table of the forecast, with the same columns. Left out: no forecast.
 * @param provider Provider. Needed when the tables hold more than one.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: Zutphen's of that year.
 * @param products Product or tariff list: product, description. Says which products are excluded or raise the ceiling.
 * @returns {number}
 */
export function budgetCeiling(
  domain: unknown,
  year: unknown,
  ceilings: unknown[][],
  asOf?: unknown,
  production?: unknown[][],
  forecast?: unknown[][],
  provider?: unknown,
  rulebook?: unknown[][],
  products?: unknown[][],
) {
  return ceiling(domain, year, ceilings, asOf, production, forecast, provider, rulebook, products);
}
