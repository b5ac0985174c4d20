import type { Catalogue } from '../catalogue';

/** The preview of the changes. */
export const fillMessages = {
  'fill.sheet': { nl: 'Blad', en: 'Sheet' },
  'fill.all-sheets': { nl: 'Alle bladen', en: 'All sheets' },
  'fill.product': { nl: 'Product', en: 'Product' },
  'fill.all-products': { nl: 'Alle producten', en: 'All products' },
  'fill.shown': {
    nl: '{count, plural, =0 {Geen wijziging} one {Deze ene wijziging} other {Deze # wijzigingen}} van de {all}',
    en: '{count, plural, =0 {No change} one {This one change} other {These # changes}} of the {all}',
  },
  'fill.rest': { nl: 'Niet ingevuld, met de reden', en: 'Not filled in, with the reason' },
  'fill.only': { nl: 'Alleen deze', en: 'Only these' },
  'fill.deselected': { nl: 'Bedrag van wat uit staat', en: 'Amount of what is switched off' },
} as const satisfies Catalogue;

/** The codes of the preview's own sentences. */
export type FillCode = keyof typeof fillMessages;
