const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Wmo: [
      'wmo',
      'wmo2015',
      'wetmaatschappelijkeondersteuning',
      'wetmaatschappelijkeondersteuning2015',
      'maatschappelijkeondersteuning',
      'socialsupport',
      'socialsupportact',
    ],
    Jeugdwet: ['jw', 'jeugd', 'jeugdwet', 'jeugdhulp', 'jeugdzorg', 'youth', 'youthact', 'youthcare'],
    Wlz: ['wlz', 'wetlangdurigezorg', 'langdurigezorg', 'longtermcare', 'longtermcareact'],
  }).flatMap(([name, words]) => words.map((word): [string, string] => [word, name])),
);

/**
 * The domain as this product names it, or null when the text names none it knows.
 * @example domainName('WMO 2015') // 'Wmo'
 */
export const domainName = (text: string): string | null =>
  NAMES.get(text.toLowerCase().replace(/[^a-z0-9]/g, '')) ?? null;

/**
 * The domain that a national municipal product code shows by its category (two digits, letter, two digits):
 * 01–18 are Wmo, 31–38 and 40–55 Jeugdwet. Null for everything else.
 * @example domainOfProduct('45A55') // 'Jeugdwet'
 */
export function domainOfProduct(product: string): string | null {
  const match = /^(\d{2})[A-Za-z]\d{2}$/.exec(product);
  if (!match) return null;
  const category = Number(match[1]);
  if (category >= 1 && category <= 18) return 'Wmo';
  return (category >= 31 && category <= 38) || (category >= 40 && category <= 55) ? 'Jeugdwet' : null;
}
