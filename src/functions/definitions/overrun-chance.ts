import type { Explained } from '../cell';
import { requiredTable } from '../tables';
import { chanceOf } from './ceiling-family';

/**
 * Chance, 0 to 1, that the year ends over the ceiling: the share of simulated years. Production of earlier years in the table makes it surer. Needs three months of production.
 * @customfunction OVERRUNCHANCE
 * @param domain Domain: Wmo or Jeugdwet.
 * @param year Calendar year, such as 2023.
 * @param ceilings Table of ceilings: domain, year, kind (basis, casusbudget, ophoging), client, amount, from.
 * @param production Table of production: domain, product, client, period, amount. One row per line, or months side by side.
 * @param forecast Table of the forecast, with the same columns. Left out: no forecast.
 * @param asOf As-of date. Left out: the last day of the last month that has production.
 * @param provider Provider. Needed when the tables hold more than one.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: Zutphen's of that year.
 * @param products Product or tariff list: product, description. Says which products are excluded or raise the ceiling.
 * @returns {number}
 */
export function overrunChance(
  domain: unknown,
  year: unknown,
  ceilings: unknown[][],
  production: unknown[][],
  forecast?: unknown[][],
  asOf?: unknown,
  provider?: unknown,
  rulebook?: unknown[][],
  products?: unknown[][],
) {
  return chanceOf({
    domain,
    year,
    ceilings,
    production: requiredTable(production, 'production'),
    forecast,
    asOf,
    provider,
    rulebook,
    products,
  }) satisfies Explained;
}
