/**
 * A provider's name as compared: case, diacritics, marks, spacing and legal form don't tell providers apart.
 * @example providerKey('Stichting  Voorbeeld-11') === providerKey('voorbeeld 11') // true
 */
export function providerKey(name: string): string {
  let key = KEYS.get(name);
  if (key === undefined) {
    key = makeKey(name);
    if (KEYS.size >= REMEMBERED) KEYS.clear();
    KEYS.set(name, key);
  }
  return key;
}

/** Names are compared over and over, line by line; so many of them are remembered. */
const REMEMBERED = 10000;
const KEYS = new Map<string, string>();

function makeKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(stichting|st|b\.?v|n\.?v|v\.?o\.?f|cooperatie|vereniging|u\.?a)\b\.?/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Whether two names mean the same provider; an empty name means whoever is asked about. */
export const sameProvider = (a: string, b: string): boolean =>
  a.trim() === '' || b.trim() === '' || providerKey(a) === providerKey(b);
