import type { Catalogue } from '../catalogue';

/** The forecast step of the pane: methods, months, overrides by hand, scenarios. */
export const outlookMessages = {
  'outlook.step': { nl: 'Prognose', en: 'Forecast' },
  'outlook.open': { nl: 'Naar de prognose', en: 'To the forecast' },
  'outlook.intro': {
    nl: 'Uit de productie volgt per product een prognose. Ook zonder eigen prognosebestand. Geef productie over zoveel jaren als er zijn: vanaf 24 maanden tellen seizoen en trend mee.',
    en: 'From production follows a forecast per product, also without a forecast file of your own. Give production over as many years as there are: from 24 months season and trend take part.',
  },
  'outlook.make': { nl: 'Maak de prognose', en: 'Make the forecast' },
  'outlook.again': { nl: 'Lees de bestanden opnieuw', en: 'Read the files again' },
  'outlook.file-name': { nl: 'berekende-prognose-{asOf}.csv', en: 'calculated-forecast-{asOf}.csv' },

  'outlook.use': { nl: 'Welke prognose wordt ingevuld?', en: 'Which forecast is filled in?' },
  'outlook.use.file': { nl: 'Mijn prognosebestand: {files}', en: 'My forecast file: {files}' },
  'outlook.use.none': {
    nl: 'Geen: alleen de productie wordt ingevuld',
    en: 'None: only production is filled in',
  },
  'outlook.use.calculated': { nl: 'De berekende prognose hieronder', en: 'The calculated forecast below' },
  'outlook.use.now': { nl: 'Gebruik deze prognose', en: 'Use this forecast' },
  'outlook.use.is': {
    nl: 'Deze prognose wordt ingevuld. Verslag en bonnen noemen haar als berekend: {file}.',
    en: 'This forecast is filled in. Report and receipts name it as calculated: {file}.',
  },
  'outlook.use.is-file': {
    nl: 'Nu wordt {files} ingevuld. De twee worden nooit vermengd.',
    en: 'Now {files} is filled in. The two are never mixed.',
  },
  'outlook.use.is-none': {
    nl: 'Er is geen prognosebestand. Zonder keuze blijven de maanden die nog komen leeg.',
    en: 'There is no forecast file. Without a choice the months to come stay empty.',
  },
  'outlook.next': { nl: 'Verder naar Eigen format', en: 'On to Own format' },
  'outlook.save': { nl: 'Download de prognose (CSV)', en: 'Download the forecast (CSV)' },

  'outlook.shares': { nl: 'Hoeveel is al gedeclareerd?', en: 'How much is declared already?' },
  'outlook.shares.hint': {
    nl: 'De laatste maanden zijn vaak nog niet helemaal gedeclareerd. Vul in welk deel na afloop van een maand binnen is; leeg is: niet bekend. Daarna geldt een maand als volledig. Declaratieberichten zeggen dit zelf.',
    en: 'The last months are often not declared in full yet. Say which part is in after the end of a month; empty means: not known. After that a month counts as complete. Declaration messages say this themselves.',
  },
  'outlook.shares.age': {
    nl: '{age, plural, =0 {Maand die net voorbij is} one {Eén maand eerder} other {# maanden eerder}} (%)',
    en: '{age, plural, =0 {Month that has just ended} one {One month earlier} other {# months earlier}} (%)',
  },
  'outlook.shares.wrong': {
    nl: 'Een percentage boven 0 tot en met 100',
    en: 'A percentage above 0 up to 100',
  },
  'outlook.shares.apply': { nl: 'Reken hiermee', en: 'Use these' },
  'outlook.shares.known': {
    nl: 'Nu: {shares} gedeclareerd.',
    en: 'Now: {shares} declared.',
  },

  'outlook.totals': { nl: 'Het jaar {year}', en: 'The year {year}' },
  'outlook.declared': { nl: 'Gedeclareerd', en: 'Declared' },
  'outlook.still-to-declare': { nl: 'Nog te declareren (schatting)', en: 'Still to declare (estimate)' },
  'outlook.estimate': { nl: 'Verwachting heel jaar', en: 'Estimate of the year' },
  'outlook.range80': { nl: '8 op 10 jaren eindigen tussen', en: '8 in 10 years end between' },
  'outlook.range95': { nl: '19 op 20 tussen', en: '19 in 20 between' },
  'outlook.range': { nl: '{low} – {high}', en: '{low} – {high}' },
  'outlook.own': { nl: 'Met mijn prognosebestand', en: 'With my forecast file' },
  'outlook.excluded': { nl: 'Waarvan buiten het plafond', en: 'Of which outside the ceiling' },
  'outlook.ceiling': { nl: 'Plafond aan het einde van het jaar', en: 'Ceiling at year end' },
  'outlook.ceiling.sum': { nl: 'Plafonds van de aanbieders samen', en: 'Ceilings of the providers together' },
  'outlook.utilisation': { nl: 'Uitnutting', en: 'Utilisation' },
  'outlook.utilisation.value': { nl: '{now} nu, {end} verwacht', en: '{now} now, {end} expected' },
  'outlook.overrun': { nl: 'Overschrijding', en: 'Overrun' },
  'outlook.headroom': { nl: 'Ruimte over', en: 'Room left' },
  'outlook.chance': { nl: 'Kans op overschrijding', en: 'Chance of an overrun' },
  'outlook.used-up': { nl: 'Plafond vol', en: 'Ceiling used up' },
  'outlook.used-up.not': { nl: 'niet dit jaar', en: 'not this year' },
  'outlook.used-up.between': {
    nl: '8 op 10 tussen {early} en {late}',
    en: '8 in 10 between {early} and {late}',
  },
  'outlook.used-up.late': { nl: 'na het jaar', en: 'after the year' },
  'outlook.no-ceiling': {
    nl: 'Er is geen plafond gegeven: over overschrijding is niets te zeggen.',
    en: 'No ceiling was given: nothing can be said of an overrun.',
  },

  'outlook.products': { nl: 'Producten', en: 'Products' },
  'outlook.search': { nl: 'Zoek een product', en: 'Find a product' },
  'outlook.sort': { nl: 'Volgorde', en: 'Order' },
  'outlook.sort.amount': { nl: 'Grootste bedrag eerst', en: 'Largest amount first' },
  'outlook.sort.unsure': { nl: 'Onzekerste eerst', en: 'Least sure first' },
  'outlook.sort.difference': { nl: 'Grootste verschil met mijn bestand', en: 'Furthest from my file' },
  'outlook.sort.code': { nl: 'Op code', en: 'By code' },
  'outlook.sort.hand': { nl: 'Met de hand gewijzigd eerst', en: 'Changed by hand first' },
  'outlook.found': {
    nl: '{shown, plural, =0 {Geen product gevonden} one {Eén product} other {# producten}}{all, plural, =0 {} other { van {all}}}',
    en: '{shown, plural, =0 {No product found} one {One product} other {# products}}{all, plural, =0 {} other { of {all}}}',
  },
  'outlook.hand-count': {
    nl: '{count, plural, one {één maand met de hand} other {# maanden met de hand}}',
    en: '{count, plural, one {one month by hand} other {# months by hand}}',
  },
  'outlook.chosen': { nl: 'zelf gekozen', en: 'your choice' },
  'outlook.outside': { nl: 'buiten het plafond', en: 'outside the ceiling' },
  'outlook.raises': { nl: 'verhoogt het plafond', en: 'raises the ceiling' },
  'outlook.back': { nl: 'Terug naar alle producten', en: 'Back to all products' },
  'outlook.chart': { nl: '{product}: maand voor maand', en: '{product}: month by month' },
  'outlook.method': { nl: 'Methode', en: 'Method' },
  'outlook.method.automatic': {
    nl: 'Automatisch: wat op de eigen geschiedenis het beste werkt',
    en: 'Automatic: what works best on its own history',
  },
  'outlook.errors': {
    nl: 'Hoe goed had elke methode het verleden voorspeld?',
    en: 'How well would each method have forecast the past?',
  },
  'outlook.errors.none': {
    nl: 'Er is te weinig geschiedenis om methoden op te proberen.',
    en: 'There is too little history to try methods on.',
  },
  'outlook.errors.method': { nl: 'Methode', en: 'Method' },
  'outlook.errors.error': { nl: 'Afwijking', en: 'Error' },
  'outlook.errors.bias': { nl: 'Te hoog (+)', en: 'Too high (+)' },
  'outlook.errors.months': { nl: 'Maanden', en: 'Months' },
  'outlook.errors.chosen': { nl: 'gebruikt', en: 'used' },
  'outlook.errors.hint': {
    nl: 'Gemiddelde afwijking per maand, als deel van een gemiddelde maand.',
    en: 'Mean error per month, as a share of a mean month.',
  },
  'outlook.year-steps': { nl: 'Hoe komt het jaar tot stand?', en: 'How does the year come about?' },
  'outlook.months': { nl: 'Maanden', en: 'Months' },
  'outlook.month.closed': { nl: 'afgesloten', en: 'closed' },
  'outlook.month.incomplete': { nl: 'onvolledig: {share} gedeclareerd', en: 'incomplete: {share} declared' },
  'outlook.month.forecast': { nl: 'prognose', en: 'forecast' },
  'outlook.month.declared': { nl: 'gedeclareerd {amount}', en: 'declared {amount}' },
  'outlook.month.range': { nl: '80%: {low} – {high}', en: '80%: {low} – {high}' },
  'outlook.month.own': { nl: 'mijn bestand {amount}', en: 'my file {amount}' },
  'outlook.month.hand': {
    nl: 'Met de hand, in plaats van {replaced}: {reason}',
    en: 'By hand, instead of {replaced}: {reason}',
  },
  'outlook.month.why': { nl: 'Waarom?', en: 'Why?' },
  'outlook.month.why-of': { nl: 'Waarom {month}?', en: 'Why {month}?' },
  'outlook.edit': { nl: 'Zet met de hand', en: 'Set by hand' },
  'outlook.edit-of': { nl: 'Zet {month} met de hand', en: 'Set {month} by hand' },
  'outlook.undo': { nl: 'Haal weg', en: 'Remove' },
  'outlook.undo-of': { nl: 'Haal het bedrag van {month} weg', en: 'Remove the amount of {month}' },
  'outlook.amount': { nl: 'Bedrag van de hele maand (€)', en: 'Amount of the whole month (€)' },
  'outlook.amount.wrong': {
    nl: 'Een bedrag, zoals 12.345,67',
    en: 'An amount, such as 12,345.67',
  },
  'outlook.reason': { nl: 'Reden', en: 'Reason' },
  'outlook.reason.hint': {
    nl: 'Staat erbij in het verslag en volgende maand. Noem geen cliënten.',
    en: 'Stands beside it in the report and next month. Name no clients.',
  },
  'outlook.reason.wrong': {
    nl: 'Zeg waarom: volgende maand wil je het weten',
    en: 'Say why: next month you will want to know',
  },
  'outlook.save-amount': { nl: 'Bewaar', en: 'Save' },
  'outlook.cancel': { nl: 'Annuleer', en: 'Cancel' },
  'outlook.by-hand': {
    nl: 'Met de hand gezet ({count})',
    en: 'Set by hand ({count})',
  },
  'outlook.by-hand.item': {
    nl: '{product}, {month}: {amount} ({reason})',
    en: '{product}, {month}: {amount} ({reason})',
  },
  'outlook.by-hand.unused': {
    nl: 'niet gebruikt: valt buiten {year} of het product komt niet voor',
    en: 'not used: outside {year}, or the product doesn’t occur',
  },
  'outlook.notices': { nl: 'Om te weten ({count})', en: 'Good to know ({count})' },
  'outlook.methods': { nl: 'Gebruikte methoden', en: 'Methods used' },
  'outlook.methods.item': {
    nl: '{method}: {products, plural, one {één product} other {# producten}}',
    en: '{method}: {products, plural, one {one product} other {# products}}',
  },
} as const satisfies Catalogue;

/** The codes of the step’s own sentences. */
export type OutlookCode = keyof typeof outlookMessages;
