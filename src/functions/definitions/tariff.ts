import { municipalTariff } from '../tariff-question';

/**
 * Agreed tariff of a product on a day, in euro per unit, from a tariff list.
 * @customfunction TARIFF
 * @param product Product code.
 * @param date Day on which the care is delivered.
 * @param tariffs Tariff list: product, description, unit, tariff, from, until.
 * @param sector Wlz: the provider's main sector (V&V, GZ, GGZ).
 * @param kind Wlz: kind of provider (existing, new, integrated, sheltered). Left out: existing.
 * @param rulebook Wlz: id of a rulebook, or the JSON of an own one. Left out: Zilveren Kruis of that year.
 * @returns {number}
 */
export function tariff(
  product: unknown,
  date: unknown,
  tariffs: unknown[][],
  sector?: unknown,
  kind?: unknown,
  rulebook?: unknown[][],
) {
  return municipalTariff(product, date, tariffs, sector, kind, rulebook);
}
