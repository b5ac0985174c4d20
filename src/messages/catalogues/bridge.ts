import type { Catalogue } from '../catalogue';

/** How a difference between two forecasts, budgets or snapshots is explained. */
export const bridgeMessages: Catalogue = {
  'bridge.part-price': { nl: 'Prijs', en: 'Price' },
  'bridge.part-volume': { nl: 'Volume', en: 'Volume' },
  'bridge.part-mix': { nl: 'Mix', en: 'Mix' },
  'bridge.part-lag': { nl: 'Late declaraties', en: 'Late declarations' },
  'bridge.part-new': { nl: 'Nieuwe cliënten', en: 'New clients' },
  'bridge.part-left': { nl: 'Vertrokken cliënten', en: 'Clients who left' },
  'bridge.part-ceiling': { nl: 'Plafond', en: 'Ceiling' },
  'bridge.part-other': { nl: 'Overig', en: 'Other' },
  'bridge.step-other': {
    nl: 'Overig: niet toe te wijzen zonder volumes',
    en: 'Other: can’t be attributed without volumes',
  },
  'bridge.step-total': {
    nl: 'Verschil tussen beide kanten, per oorzaak',
    en: 'Difference between both sides, by cause',
  },
  'bridge.step-product': { nl: '{provider} {domain} {product}', en: '{provider} {domain} {product}' },
  'bridge.step-ceiling-line': {
    nl: '{provider} {domain}: plafond vóór min plafond na',
    en: '{provider} {domain}: ceiling before less ceiling after',
  },
  'bridge.step-ceiling': {
    nl: '{side, select, before {Plafond vóór} other {Plafond na}}',
    en: '{side, select, before {Ceiling before} other {Ceiling after}}',
  },
  'bridge.step-amount': {
    nl: '{side, select, before {Bedrag vóór} other {Bedrag na}}',
    en: '{side, select, before {Amount before} other {Amount after}}',
  },
  'bridge.step-volume': {
    nl: '{side, select, before {Volume vóór} other {Volume na}}',
    en: '{side, select, before {Volume before} other {Volume after}}',
  },
  'bridge.volume-at-known-price': {
    nl: 'Regels zonder volume kregen de prijs van de regels van hetzelfde product met volume.',
    en: 'Lines without a volume were given the price of the lines of the same product that state one.',
  },
  'bridge.step-price-exact': {
    nl: 'Bedrag na min het nieuwe volume tegen de oude prijs',
    en: 'Amount after less the new volume at the old price',
  },
  'bridge.step-at-old-price': {
    nl: 'Nieuw volume tegen de oude prijs',
    en: 'New volume at the old price',
  },
  'bridge.step-old-price': { nl: 'Oude prijs per eenheid', en: 'Old price per unit' },
  'bridge.step-volume-exact': {
    nl: 'Oud bedrag, gegroeid met het volume van alle producten in deze eenheid, min het oude bedrag',
    en: 'Old amount, grown with the volume of all products in this unit, less the old amount',
  },
  'bridge.step-grown': {
    nl: 'Oud bedrag, gegroeid met het volume van alle producten in deze eenheid',
    en: 'Old amount, grown with the volume of all products in this unit',
  },
  'bridge.step-growth': {
    nl: 'Groei van het volume van alle producten in deze eenheid',
    en: 'Growth of the volume of all products in this unit',
  },
  'bridge.step-group-volume': {
    nl: '{side, select, before {Volume vóór} other {Volume na}} van {products} producten in deze eenheid',
    en: '{side, select, before {Volume before} other {Volume after}} of {products} products in this unit',
  },
  'bridge.step-difference': { nl: 'Verschil', en: 'Difference' },
  'bridge.step-new-clients': {
    nl: 'Nieuwe cliënten ({count}): alleen na genoemd',
    en: 'New clients ({count}): named after only',
  },
  'bridge.step-left-clients': {
    nl: 'Vertrokken cliënten ({count}): alleen vóór genoemd',
    en: 'Clients who left ({count}): named before only',
  },
  'bridge.other-no-volume': {
    nl: 'Van {count, plural, one {één product} other {# producten}} ontbreekt het volume aan een van beide kanten; het verschil van {amount} staat onder Overig ({products}).',
    en: '{count, plural, one {One product has} other {# products have}} no volume on one of the sides; the difference of {amount} stands under Other ({products}).',
  },
  'bridge.other-unit-differs': {
    nl: 'Van {count, plural, one {één product} other {# producten}} zijn de eenheden niet overal gelijk; het verschil van {amount} staat onder Overig ({products}).',
    en: '{count, plural, one {One product has} other {# products have}} more than one unit; the difference of {amount} stands under Other ({products}).',
  },
  'bridge.other-volume-not-positive': {
    nl: 'Van {count, plural, one {één product} other {# producten}} is het volume negatief; het verschil van {amount} staat onder Overig ({products}).',
    en: '{count, plural, one {One product has} other {# products have}} a negative volume; the difference of {amount} stands under Other ({products}).',
  },
  'bridge.clients-not-named': {
    nl: '{side, select, before {Vóór} other {Na}} noemt {amount} geen cliënt: cliënten daarachter kunnen aan de andere kant als nieuw of vertrokken tellen.',
    en: '{side, select, before {Before} other {After}}, {amount} names no client: clients behind it may count as new or left on the other side.',
  },
};
