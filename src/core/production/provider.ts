/**
 * A provider's name as compared: case, diacritics, marks, spacing and legal form don't tell providers apart.
 * @example providerKey('Stichting  Voorbeeld-11') === providerKey('voorbeeld 11') // true
 */
export function providerKey(name: string): string {
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
