/** Wlz sectors: nursing and care, disability care, mental health. */
export const SECTORS = ['V&V', 'GZ', 'GGZ'] as const;
export type Sector = (typeof SECTORS)[number];

/**
 * What kind of provider a percentage is for. `existing` and `new` in every sector; in GGZ an existing
 * provider is `integrated` (living and treatment) or `sheltered` (sheltered living).
 */
export const PROVIDER_KINDS = ['existing', 'new', 'integrated', 'sheltered'] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** Residential package, full package at home, modular package at home. */
export const DELIVERY_FORMS = ['ZZP', 'VPT', 'MPT'] as const;
export type DeliveryForm = (typeof DELIVERY_FORMS)[number];

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const SECTOR_WORDS: ReadonlyMap<string, Sector> = new Map([
  ['vv', 'V&V'],
  ['vev', 'V&V'],
  ['venv', 'V&V'],
  ['verplegingenverzorging', 'V&V'],
  ['verplegingverzorging', 'V&V'],
  ['ouderenzorg', 'V&V'],
  ['nursing', 'V&V'],
  ['gz', 'GZ'],
  ['ghz', 'GZ'],
  ['vg', 'GZ'],
  ['gehandicaptenzorg', 'GZ'],
  ['disability', 'GZ'],
  ['ggz', 'GGZ'],
  ['geestelijkegezondheidszorg', 'GGZ'],
  ['mentalhealth', 'GGZ'],
]);

const KIND_WORDS: ReadonlyMap<string, ProviderKind> = new Map([
  ['existing', 'existing'],
  ['bestaand', 'existing'],
  ['bestaande', 'existing'],
  ['new', 'new'],
  ['nieuw', 'new'],
  ['nieuwe', 'new'],
  ['integrated', 'integrated'],
  ['geintegreerd', 'integrated'],
  ['geintegreerde', 'integrated'],
  ['sheltered', 'sheltered'],
  ['shelteredliving', 'sheltered'],
  ['beschermd', 'sheltered'],
  ['beschermdwonen', 'sheltered'],
  ['bw', 'sheltered'],
]);

/**
 * A sector as people write it; null when it is none.
 * @example readSector('v en v') // 'V&V'
 * @example readSector('Jeugd') // null
 */
export const readSector = (text: string): Sector | null => SECTOR_WORDS.get(fold(text)) ?? null;

/**
 * A provider kind in Dutch or English; null when it is none.
 * @example readProviderKind('Geïntegreerd') // 'integrated'
 */
export const readProviderKind = (text: string): ProviderKind | null => KIND_WORDS.get(fold(text)) ?? null;

/**
 * A delivery form as people write it; null when it is none.
 * @example readDeliveryForm('vpt') // 'VPT'
 */
export function readDeliveryForm(text: string): DeliveryForm | null {
  const word = fold(text).toUpperCase();
  return DELIVERY_FORMS.find((form) => form === word) ?? null;
}
