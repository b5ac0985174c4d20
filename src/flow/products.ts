import {
  isProductName,
  treatmentOf,
  type CareTable,
  type KnownProduct,
  type Layout,
  type ProductLookup,
  type Rulebook,
  type TariffEntry,
} from '../core';

/** What is known of a product, whichever file says so. */
export interface ProductKnowledge {
  readonly known: readonly KnownProduct[];
  /** Description of a product; the tariff list first, then the data, then the workbook; null when nowhere. */
  describe(product: string): string | null;
  readonly lookup: ProductLookup;
}

/** The wording of a label without the code in it. */
function withoutCode(label: string, code: string): string {
  const at = label.toUpperCase().indexOf(code.toUpperCase());
  const rest = at < 0 ? label : `${label.slice(0, at)} ${label.slice(at + code.length)}`;
  return rest.replace(/^[\s\-–:;,.|/()]+|[\s\-–:;,|/(]+$/g, '').trim();
}

/**
 * Gathers products from the tariff list and the data, and later from the workbook's own labels (`learn`),
 * and says how each counts under the rulebook.
 */
export function gatherProducts(
  rulebook: Rulebook,
  tariffs: readonly TariffEntry[] | null,
  tables: readonly CareTable[],
  layout: Layout | null,
): ProductKnowledge {
  const descriptions = new Map<string, string>();
  const known = new Map<
    string,
    { code: string; description: string | null; domain: string | null; unit: string | null }
  >();
  const learn = (product: string, description: string): void => {
    if (description !== '' && !descriptions.has(product)) descriptions.set(product, description);
  };
  for (const entry of tariffs ?? []) {
    learn(entry.product, entry.description);
    if (!known.has(entry.product)) {
      known.set(entry.product, {
        code: entry.product,
        description: entry.description || null,
        domain: null,
        unit: entry.unit,
      });
    }
  }
  for (const table of tables) {
    for (const [product, description] of table.productDescriptions) learn(product, description);
    for (const row of table.withoutClients().rows()) {
      const found = known.get(row.product);
      if (found) {
        found.domain ??= row.domain;
        found.unit ??= row.unit;
      } else {
        known.set(row.product, { code: row.product, description: null, domain: row.domain, unit: row.unit });
      }
    }
  }
  for (const match of layout?.products ?? []) {
    if (match.product === null) learn(match.label, match.label);
    else {
      const rest = withoutCode(match.label, match.product);
      if (isProductName(rest)) learn(match.product, rest);
    }
  }
  const describe = (product: string): string | null =>
    descriptions.get(product) ?? (isProductName(product) ? product : null);
  for (const [code, product] of known) product.description ??= describe(code);
  const cache = new Map<string, ReturnType<ProductLookup>>();
  return {
    known: [...known.values()],
    describe,
    lookup: (domain, product) => {
      const key = `${domain}|${product}`;
      let found = cache.get(key);
      if (!found) {
        const description = describe(product);
        found = { description, treatment: treatmentOf(rulebook, product, description, domain) };
        cache.set(key, found);
      }
      return found;
    },
  };
}
