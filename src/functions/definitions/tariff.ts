import { tariffAnswer } from '../tariff-question';

/**
 * Agreed tariff of a product on a day, in euro per unit: as a municipal list states it, or for the Wlz from the components and the tariff percentage (ZK-01).
 * @customfunction TARIFF
 * @param product Product code.
 * @param date Day on which the care is delivered.
 * @param tariffs Tariff list: product, description, unit, tariff, from, until; or for the Wlz carecomponent, nhc, nic.
 * @param sector Wlz: the provider's main sector (V&V, GZ, GGZ). Left out: the tariff of the list holds.
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
  return tariffAnswer(product, date, tariffs, sector, kind, rulebook);
}
