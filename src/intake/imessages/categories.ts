const range = (from: number, until: number): string[] =>
  Array.from({ length: until - from + 1 }, (_, index) => String(from + index).padStart(2, '0'));

/** Product categories of the code lists WMO020 and JZ020. */
const CATEGORIES: Readonly<Record<'Wmo' | 'Jeugdwet', ReadonlySet<string>>> = {
  Wmo: new Set(range(1, 18)),
  Jeugdwet: new Set([...range(31, 38), ...range(40, 55)]),
};

/**
 * Whether a domain has this product category.
 * @example isCategory('Jeugdwet', '45') // true
 */
export const isCategory = (domain: 'Wmo' | 'Jeugdwet', category: string): boolean =>
  CATEGORIES[domain].has(category);
