import type { Catalogue } from '../catalogue';

export const chartsMessages = {
  'charts.cumulative': {
    nl: '{domain} {year}: opgeteld door het jaar',
    en: '{domain} {year}: added up through the year',
  },
  'charts.cumulative.no-ceiling': {
    nl: 'Het jaar komt uit op {total}. Er is geen plafond bekend.',
    en: 'The year comes to {total}. No ceiling is known.',
  },
  'charts.cumulative.within': {
    nl: 'Het jaar komt uit op {total}, binnen het plafond van {ceiling}.',
    en: 'The year comes to {total}, within the ceiling of {ceiling}.',
  },
  'charts.cumulative.used-up': {
    nl: 'Het jaar komt uit op {total}; het plafond is nu {ceiling} en is op {day} uitgeput.',
    en: 'The year comes to {total}; the ceiling is now {ceiling} and is used up on {day}.',
  },
  'charts.utilisation': { nl: 'Uitnutting per domein', en: 'Utilisation per domain' },
  'charts.utilisation.within': {
    nl: 'Geen domein komt boven zijn plafond uit.',
    en: 'No domain exceeds its ceiling.',
  },
  'charts.utilisation.over': {
    nl: '{count, plural, one {Boven het plafond: {domains}.} other {Boven het plafond ({count}): {domains}.}}',
    en: '{count, plural, one {Above the ceiling: {domains}.} other {Above the ceiling ({count}): {domains}.}}',
  },
  'charts.contribution': {
    nl: '{domain}: aandeel van producten in de overschrijding',
    en: '{domain}: products’ part in the overrun',
  },
  'charts.contribution.summary': {
    nl: 'Van de overschrijding van {overrun} komt {share} voor rekening van {product}, naar rato van het jaartotaal (aanname: geen bron zegt welk product een overschrijding veroorzaakt).',
    en: 'Of the overrun of {overrun}, {share} falls to {product}, in proportion to the year total (assumed: no source says which product causes an overrun).',
  },
  'charts.rest': {
    nl: '{count, plural, one {nog # product} other {nog # producten}}',
    en: '{count, plural, one {# more product} other {# more products}}',
  },
  'charts.waterfall.summary': {
    nl: 'Van {from} naar {to}: {direction, select, down {{by} lager} other {{by} hoger}}.',
    en: 'From {from} to {to}: {direction, select, down {{by} lower} other {{by} higher}}.',
  },
  'charts.produced': { nl: 'geproduceerd', en: 'produced' },
  'charts.expected': { nl: 'verwacht', en: 'expected' },
  'charts.band': { nl: 'marge 80% en 95%', en: 'range 80% and 95%' },
  'charts.ceiling': { nl: 'plafond', en: 'ceiling' },
  'charts.used-up': { nl: 'plafond uitgeput', en: 'ceiling used up' },
  'charts.month': { nl: 'maand', en: 'month' },
  'charts.amount': { nl: 'bedrag', en: 'amount' },
  'charts.cumulative-amount': { nl: 'opgeteld', en: 'added up' },
  'charts.low80': { nl: 'laag (80%)', en: 'low (80%)' },
  'charts.high80': { nl: 'hoog (80%)', en: 'high (80%)' },
  'charts.low95': { nl: 'laag (95%)', en: 'low (95%)' },
  'charts.high95': { nl: 'hoog (95%)', en: 'high (95%)' },
  'charts.declared': { nl: 'gedeclareerd', en: 'declared' },
  'charts.estimated': { nl: 'verwacht', en: 'expected' },
  'charts.own': { nl: 'eigen prognose', en: 'own forecast' },
  'charts.months.summary': {
    nl: 'Het jaar komt uit op {total}, waarvan {declared} gedeclareerd is. {incomplete, plural, =0 {} one {Van één voorbije maand wordt nog {late} verwacht. } other {Van # voorbije maanden wordt samen nog {late} verwacht. }}{ahead, plural, =0 {Alle maanden zijn voorbij.} one {Eén maand is een prognose.} other {# maanden zijn een prognose.}}',
    en: 'The year comes to {total}, of which {declared} is declared. {incomplete, plural, =0 {} one {Of one month that is over {late} is still expected. } other {Of # months that are over {late} in all is still expected. }}{ahead, plural, =0 {All months are over.} one {One month is a forecast.} other {# months are a forecast.}}',
  },
  'charts.domain': { nl: 'domein', en: 'domain' },
  'charts.production': { nl: 'productie', en: 'production' },
  'charts.forecast': { nl: 'prognose', en: 'forecast' },
  'charts.used': { nl: 'uitnutting', en: 'utilisation' },
  'charts.no-ceiling': { nl: 'geen plafond', en: 'no ceiling' },
  'charts.product': { nl: 'product', en: 'product' },
  'charts.year-total': { nl: 'jaartotaal', en: 'year total' },
  'charts.part': { nl: 'aandeel', en: 'part' },
  'charts.up': { nl: 'hoger', en: 'higher' },
  'charts.down': { nl: 'lager', en: 'lower' },
  'charts.cause': { nl: 'oorzaak', en: 'cause' },
} as const satisfies Catalogue;
