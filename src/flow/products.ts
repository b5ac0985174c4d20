import {
  isProductName,
  readSector,
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

/** What tariff list and data say of products: gathered once a run, whatever the number of workbooks. */
export interface DataProducts {
  readonly products: readonly KnownProduct[];
  readonly descriptions: ReadonlyMap<string, string>;
  /** Wlz sector by product, as the tariff list states it. */
  readonly sectors: ReadonlyMap<string, string>;
  /** Domain in which a product first stands in the data; null when it isn't there. */
  domainOf(product: string): string | null;
}

/** Gathers products from the tariff list, then from the data. */
export function productsInData(
  tariffs: readonly TariffEntry[] | null,
  tables: readonly CareTable[],
): DataProducts {
  const descriptions = new Map<string, string>();
  const known = new Map<string, { -readonly [K in keyof KnownProduct]: KnownProduct[K] }>();
  const learn = (product: string, description: string): void => {
    if (description !== '' && !descriptions.has(product)) descriptions.set(product, description);
  };
  const sectors = new Map<string, string>();
  for (const { product, description, unit, sector } of tariffs ?? []) {
    learn(product, description);
    const read = sector === null ? null : readSector(sector);
    if (read !== null && !sectors.has(product)) sectors.set(product, read);
    if (!known.has(product)) {
      known.set(product, { code: product, description: description || null, domain: null, unit });
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
  return {
    products: [...known.values()],
    descriptions,
    sectors,
    domainOf: (product) => known.get(product)?.domain ?? null,
  };
}

/**
 * What is known of products, with the workbook's own labels where there is one, and how each counts under the
 * rulebook.
 */
export function knowProducts(
  rulebook: Rulebook,
  data: DataProducts,
  layout: Layout | null,
): ProductKnowledge {
  const descriptions = new Map(data.descriptions);
  const learn = (product: string, description: string): void => {
    if (description !== '' && !descriptions.has(product)) descriptions.set(product, description);
  };
  for (const match of layout?.products ?? []) {
    if (match.product === null) learn(match.label, match.label);
    else {
      const rest = withoutCode(match.label, match.product);
      if (isProductName(rest)) learn(match.product, rest);
    }
  }
  const describe = (product: string): string | null =>
    descriptions.get(product) ?? (isProductName(product) ? product : null);
  const cache = new Map<string, ReturnType<ProductLookup>>();
  return {
    known: data.products.map((product) => ({
      ...product,
      description: product.description ?? describe(product.code),
    })),
    describe,
    lookup: (domain, product) => {
      const key = `${domain}|${product}`;
      let found = cache.get(key);
      if (!found) {
        const description = describe(product);
        found = {
          description,
          treatment: treatmentOf(rulebook, product, description, domain),
          sector: data.sectors.get(product) ?? null,
        };
        cache.set(key, found);
      }
      return found;
    },
  };
}
