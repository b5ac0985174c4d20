import type { Catalogue } from '../catalogue';

/** Allocations: their maxima, expected cost, capacity for new clients. */
export const allocationsMessages: Catalogue = {
  'allocations.contradiction': {
    nl: 'Toewijzing {number} staat er twee keer met verschillende inhoud ({first} en {second}, vanaf {from}) en zonder besluitdatum; beide zijn meegeteld. Kies er één of voeg een besluitdatum toe.',
    en: 'Allocation {number} is there twice with different content ({first} and {second}, from {from}) and without a date of decision; both were counted. Choose one or add a date of decision.',
  },

  // Terms: parameters, and what is assumed where a rulebook is silent.
  'allocations.term-broken-month': {
    nl: 'Gebroken maand bij een outputgerichte maandtoewijzing',
    en: 'Broken month of a monthly, output-based allocation',
  },
  'allocations.term-broken-month-protection': {
    nl: 'Gebroken maand bij jeugdbescherming en jeugdreclassering: eerste niet, laatste geheel',
    en: 'Broken month of youth protection and probation: first nothing, last in full',
  },
  'allocations.term-realisation-window': {
    nl: 'Aantal afgeronde maanden waaruit de verzilvering wordt geleerd',
    en: 'Number of mature months that the realisation share is learnt from',
  },
  'allocations.term-realisation-months': {
    nl: 'Minste aantal afgeronde maanden om uit te leren',
    en: 'Least number of mature months to learn from',
  },
  'allocations.term-incomplete-months': {
    nl: 'Laatste maanden die nog aangroeien',
    en: 'Latest months that still grow',
  },
  'allocations.term-realisation-share': {
    nl: 'Verzilvering zonder geschiedenis',
    en: 'Realisation share without history',
  },
  'allocations.term-realisation-highest': {
    nl: 'Hoogste verzilvering waarmee wordt gerekend',
    en: 'Highest realisation share that is used',
  },
  'allocations.assumed-broken-month': {
    nl: 'Aanname: het regelboek zegt niet hoe een gebroken maand van een outputgerichte maandtoewijzing wordt betaald; gerekend met het volle bedrag.',
    en: 'Assumption: the rulebook doesn’t say how a broken month of a monthly, output-based allocation is paid; the full amount is used.',
  },
  'allocations.assumed-realisation-window': {
    nl: 'Aanname: geen regel noemt een termijn; gerekend met twaalf maanden.',
    en: 'Assumption: no rule names a term; twelve months are used.',
  },
  'allocations.assumed-realisation-months': {
    nl: 'Aanname: geen regel noemt een aantal; uit minder dan drie maanden wordt niets geleerd.',
    en: 'Assumption: no rule names a number; nothing is learnt from fewer than three months.',
  },
  'allocations.assumed-incomplete-months': {
    nl: 'Aanname: het regelboek noemt geen aantal; gerekend met twee maanden.',
    en: 'Assumption: the rulebook names no number; two months are used.',
  },
  'allocations.assumed-realisation-share': {
    nl: 'Aanname: zonder geschiedenis wordt alles wat is toegewezen ook geleverd.',
    en: 'Assumption: without history everything that is allocated is delivered.',
  },
  'allocations.assumed-realisation-highest': {
    nl: 'Aanname: er wordt niet op meer dan het toegewezene gerekend.',
    en: 'Assumption: no more than what was allocated is counted on.',
  },
  'allocations.assumed-realisation': {
    nl: 'Aanname: voor {product} zijn er minder dan {least} afgeronde maanden met toewijzingen en productie; gerekend met het vaste deel.',
    en: 'Assumption: {product} has fewer than {least} mature months with allocations and production; the fixed share is used.',
  },
  'allocations.assumed-use-unknown': {
    nl: 'Aanname: wat er al op is gedeclareerd is niet bekend; het geheel is gelijk over de hele geldigheid verdeeld.',
    en: 'Assumption: what was declared on it so far is not known; the whole is spread evenly over its whole validity.',
  },
  'allocations.assumed-open-ended': {
    nl: 'Aanname: de toewijzing heeft geen einddatum en loopt door tot en met {date}.',
    en: 'Assumption: the allocation has no end date and runs on up to and including {date}.',
  },
  'allocations.assumed-runs-on': {
    nl: 'Aanname: de toewijzing heeft geen einddatum en loopt door.',
    en: 'Assumption: the allocation has no end date and runs on.',
  },
  'allocations.assumed-last-tariff': {
    nl: 'Aanname: na {date} is geen tarief bekend; het laatste tarief blijft gelden.',
    en: 'Assumption: no tariff is known after {date}; the last tariff stays.',
  },
  'allocations.assumed-price': {
    nl: 'Aanname: er is geen tarief voor dit product; gerekend met het gemiddelde gedeclareerde bedrag per eenheid tot en met {date}.',
    en: 'Assumption: there is no tariff for this product; the average declared amount per unit up to {date} is used.',
  },

  // Steps.
  'allocations.volume': {
    nl: 'Toegewezen aantal {frequency, select, day {per dag} week {per week} month {per maand} other {in totaal}}',
    en: 'Allocated volume {frequency, select, day {per day} week {per week} month {per month} other {in all}}',
  },
  'allocations.budget': { nl: 'Toegewezen budget', en: 'Allocated budget' },
  'allocations.maximum-month': { nl: 'Hoogste aantal in {month}', en: 'Highest volume in {month}' },
  'allocations.maximum-total': {
    nl: 'Hoogste aantal over de hele toewijzing',
    en: 'Highest volume over the whole allocation',
  },
  'allocations.count-day-effort': { nl: 'Dagen', en: 'Days' },
  'allocations.count-day-output': { nl: 'Dagen', en: 'Days' },
  'allocations.count-week-effort': {
    nl: 'Kalenderweken (maandag–zondag) die worden geraakt',
    en: 'Calendar weeks (Monday–Sunday) touched',
  },
  'allocations.count-week-output': {
    nl: 'Zondagen, met de laatste gebroken week',
    en: 'Sundays, with the last broken week',
  },
  'allocations.count-month-effort': {
    nl: 'Maanden die worden geraakt',
    en: 'Months touched',
  },
  'allocations.count-month-output': {
    nl: 'Maanden die tellen (gebroken maanden volgens de regel)',
    en: 'Months that count (broken months by the rule)',
  },
  'allocations.expected': {
    nl: 'Toewijzing {number}, {product}: verwachte kosten',
    en: 'Allocation {number}, {product}: expected cost',
  },
  'allocations.expected-in-year': {
    nl: 'Toewijzing {number}: deel dat in {year} valt',
    en: 'Allocation {number}: part that falls in {year}',
  },
  'allocations.piece': {
    nl: 'Van {from} tot en met {until}, afgerond op centen',
    en: 'From {from} up to and including {until}, rounded to cents',
  },
  'allocations.product-of': { nl: 'Vermenigvuldigd', en: 'Multiplied' },
  'allocations.divided': { nl: 'Gedeeld', en: 'Divided' },
  'allocations.days-counted': {
    nl: 'Dagen van {from} tot en met {until}',
    en: 'Days from {from} up to and including {until}',
  },
  'allocations.days-of-week': { nl: 'Dagen in een week', en: 'Days in a week' },
  'allocations.days-of-month': { nl: 'Dagen in de maand', en: 'Days in the month' },
  'allocations.days-remaining': { nl: 'Dagen die resten', en: 'Days that remain' },
  'allocations.days-whole': { nl: 'Dagen van de hele geldigheid', en: 'Days of the whole validity' },
  'allocations.months-counted': { nl: 'Maanden die tellen', en: 'Months that count' },
  'allocations.declared-so-far': { nl: 'Tot nu toe gedeclareerd', en: 'Declared so far' },
  'allocations.remaining': { nl: 'Wat ervan rest', en: 'What remains of it' },
  'allocations.remaining-exact': { nl: 'Toegewezen min gedeclareerd', en: 'Allocated minus declared' },
  'allocations.nothing-below': { nl: 'Ondergrens nul', en: 'Lower bound zero' },
  'allocations.price-per-unit': {
    nl: 'Tarief per {unit}, afgerond op centen',
    en: 'Tariff per {unit}, rounded to cents',
  },
  'allocations.price-divided': { nl: 'Tarief gedeeld', en: 'Tariff divided' },
  'allocations.units-in-listed': { nl: 'Aantal {unit} per {listed}', en: 'Number of {unit} per {listed}' },
  'allocations.price-learnt': {
    nl: 'Gemiddeld gedeclareerd per eenheid {product}, op vier decimalen',
    en: 'Average declared per unit {product}, to four decimals',
  },
  'allocations.price-exact': { nl: 'Bedrag gedeeld door aantal', en: 'Amount divided by volume' },
  'allocations.price-declared': { nl: 'Gedeclareerd bedrag', en: 'Declared amount' },
  'allocations.price-volume': { nl: 'Gedeclareerd aantal', en: 'Declared volume' },
  'allocations.four-decimals': { nl: 'Vier decimalen', en: 'Four decimals' },
  'allocations.realisation': {
    nl: 'Verzilvering {product}, geleerd uit {count, plural, one {# afgeronde maand} other {# afgeronde maanden}} {basis, select, product {van dit product} domain {van alle producten in het domein} other {van dit product bij alle aanbieders}}',
    en: 'Realisation share {product}, learnt from {count, plural, one {# mature month} other {# mature months}} {basis, select, product {of this product} domain {of all products in the domain} other {of this product of all providers}}',
  },
  'allocations.realisation-bounded': { nl: 'Hooguit het hoogste deel', en: 'At most the highest share' },
  'allocations.realisation-rounded': { nl: 'Afgerond op vier decimalen', en: 'Rounded to four decimals' },
  'allocations.realisation-exact': {
    nl: 'Gedeclareerd gedeeld door toegewezen',
    en: 'Declared divided by allocated',
  },
  'allocations.realisation-declared': {
    nl: 'Gedeclareerd in {count, plural, one {# afgeronde maand} other {# afgeronde maanden}} van {from} tot en met {until}',
    en: 'Declared in {count, plural, one {# mature month} other {# mature months}} from {from} to {until}',
  },
  'allocations.realisation-allocated': {
    nl: 'Toegewezen in dezelfde maanden, tegen tarief',
    en: 'Allocated in the same months, at tariff',
  },
  'allocations.product-in-year': {
    nl: '{product}: {count, plural, one {# toewijzing} other {# toewijzingen}} in {year}',
    en: '{product}: {count, plural, one {# allocation} other {# allocations}} in {year}',
  },
  'allocations.open-in-year': {
    nl: 'Open toewijzingen {domain} in {year}',
    en: 'Open allocations {domain} in {year}',
  },
  'allocations.closed-production': {
    nl: 'Meetellende productie {domain} van de maanden ervoor',
    en: 'Counting production {domain} of the months before',
  },
  'allocations.year-total': {
    nl: 'Productie en open toewijzingen {domain} {year}',
    en: 'Production and open allocations {domain} {year}',
  },
  'allocations.ceiling-of-year': { nl: 'Plafond {domain} {year}', en: 'Ceiling {domain} {year}' },
  'allocations.over-ceiling': {
    nl: 'Boven het plafond {domain} {year}',
    en: 'Above the ceiling {domain} {year}',
  },

  // Why there is no amount.
  'allocations.no-volume': {
    nl: 'geen aantal en geen budget ({product})',
    en: 'neither volume nor budget ({product})',
  },
  'allocations.price-unknown': {
    nl: 'geen tarief voor {product} en geen productie om een gemiddelde uit te leren',
    en: 'no tariff for {product} and no production to learn an average from',
  },
  'allocations.price-not-valid': {
    nl: 'op {date} geldt geen tarief voor {product}',
    en: 'no tariff for {product} holds on {date}',
  },
  'allocations.price-several': {
    nl: 'voor {product} gelden tegelijk verschillende tarieven ({tariffs})',
    en: 'different tariffs hold for {product} at once ({tariffs})',
  },
  'allocations.price-components': {
    nl: 'van {product} zijn alleen de onderdelen van het tarief bekend',
    en: 'only the components of the tariff of {product} are known',
  },
  'allocations.price-unit-differs': {
    nl: 'het tarief van {product} is per {found}, de toewijzing in {expected}',
    en: 'the tariff of {product} is per {found}, the allocation in {expected}',
  },

  // Findings (ZUT-03).
  'allocations.not-valued': {
    nl: '{domain}: {count, plural, one {# open toewijzing heeft} other {# open toewijzingen hebben}} geen (volledig) bedrag: {reason}. Daarvoor is niets geraamd.',
    en: '{domain}: {count, plural, one {# open allocation has} other {# open allocations have}} no (complete) amount: {reason}. Nothing was estimated for it.',
  },
  'allocations.price-assumed': {
    nl: '{domain}: bij {count, plural, one {# open toewijzing} other {# open toewijzingen}} is de prijs aangenomen: het laatst bekende tarief, of gemiddeld gedeclareerd (zie de stappen). Geef een tarievenlijst die ook volgend jaar geldt.',
    en: '{domain}: the price of {count, plural, one {# open allocation} other {# open allocations}} is assumed: the last known tariff, or the average declared (see the steps). Give a tariff list that also holds next year.',
  },
  'allocations.open-ended': {
    nl: '{domain}: {count, plural, one {# toewijzing heeft} other {# toewijzingen hebben}} geen einddatum; aangenomen is dat {count, plural, one {die} other {ze}} tot en met {year} doorlopen.',
    en: '{domain}: {count, plural, one {# allocation has} other {# allocations have}} no end date; assumed to run on to the end of {year}.',
  },
  'allocations.versions-left-out': {
    nl: 'Toewijzingen: {replaced, plural, =0 {geen versie} one {# oudere versie} other {# oudere versies}} vervangen door een latere, {retracted, plural, =0 {geen} one {#} other {#}} ingetrokken.',
    en: 'Allocations: {replaced, plural, =0 {no version} one {# older version} other {# older versions}} replaced by a later one, {retracted, plural, =0 {none} one {#} other {#}} retracted.',
  },
  'allocations.no-ceiling': {
    nl: '{domain} {year}: de open toewijzingen wegen {total}; er is geen plafond om ze tegen te houden.',
    en: '{domain} {year}: the open allocations weigh {total}; there is no ceiling to hold them against.',
  },
  'allocations.year-fits': {
    nl: '{domain} {year}: productie en open toewijzingen ({total}) passen binnen het {kind, select, expected {verwachte plafond} other {plafond}} van {ceiling}; {amount} over.',
    en: '{domain} {year}: production and open allocations ({total}) fit the {kind, select, expected {expected ceiling} other {ceiling}} of {ceiling}; {amount} left.',
  },
  'allocations.year-over': {
    nl: '{domain} {year}: productie en open toewijzingen ({total}) gaan {amount} over het {kind, select, expected {verwachte plafond} other {plafond}} van {ceiling}.',
    en: '{domain} {year}: production and open allocations ({total}) exceed the {kind, select, expected {expected ceiling} other {ceiling}} of {ceiling} by {amount}.',
  },

  // Open allocations and capacity on the command line.
  'allocations.none-given': { nl: 'Er zijn geen toewijzingen gelezen.', en: 'No allocations were read.' },
  'allocations.title': {
    nl: '{rulebook}: {count, plural, one {# open toewijzing} other {# open toewijzingen}}, verwacht van {first} tot en met {last}',
    en: '{rulebook}: {count, plural, one {# open allocation} other {# open allocations}}, expected from {first} up to and including {last}',
  },
  'allocations.total': { nl: 'Totaal', en: 'Total' },
  'allocations.share-note': {
    nl: 'Verzilvering: gedeclareerd ÷ toegewezen in afgeronde maanden; * = aangenomen, niet geleerd.',
    en: 'Realisation share: declared ÷ allocated in mature months; * = assumed, not learnt.',
  },
  'allocations.column-provider': { nl: 'aanbieder', en: 'provider' },
  'allocations.column-domain': { nl: 'domein', en: 'domain' },
  'allocations.column-product': { nl: 'product', en: 'product' },
  'allocations.column-client': { nl: 'client', en: 'client' },
  'allocations.column-period': { nl: 'periode', en: 'period' },
  'allocations.column-volume': { nl: 'aantal', en: 'quantity' },
  'allocations.column-unit': { nl: 'eenheid', en: 'unit' },
  'allocations.column-amount': { nl: 'bedrag', en: 'amount' },
  'allocations.column-share': { nl: 'verzilvering', en: 'realisation' },
  'allocations.client-cost': {
    nl: 'Kosten van de nieuwe cliënt in {year}',
    en: 'Cost of the new client in {year}',
  },
  'allocations.client-yearly': { nl: 'Kosten per jaar', en: 'Cost per year' },
  'allocations.days-of-year': { nl: 'Dagen in het jaar', en: 'Days in the year' },
  'allocations.room-after': {
    nl: 'Wat {provider} over heeft met de nieuwe cliënt erbij',
    en: 'What {provider} has left with the new client',
  },
  'allocations.headroom': { nl: 'Ruimte onder het plafond, nu', en: 'Room under the ceiling, now' },
  'allocations.capacity-year': {
    nl: 'De eerste dag ({from}) valt niet in {year}.',
    en: 'The first day ({from}) isn’t in {year}.',
  },
  'allocations.capacity-no-ceilings': {
    nl: 'Zonder plafonds is niet te zeggen wie ruimte heeft; geef --ceilings.',
    en: 'Without ceilings nobody can tell who has room; give --ceilings.',
  },
  'allocations.capacity-domain': {
    nl: 'Het domein van {product} is niet bekend; geef --domain.',
    en: 'The domain of {product} isn’t known; give --domain.',
  },
  'allocations.not-a-number': {
    nl: '{option}: “{typed}” is niet (op één manier) als getal te lezen; verwacht zoals 12500 of 12.500,00.',
    en: '{option}: “{typed}” can’t be read as a number (in one way); expected such as 12500 or 12,500.00.',
  },
  'allocations.volume-unreadable': {
    nl: '--volume: “{typed}” is niet te lezen; verwacht een aantal, een eenheid en een frequentie, zoals “3 uur per week” of “20 dagdelen totaal”.',
    en: '--volume: “{typed}” can’t be read; expected a number, a unit and a frequency, such as “3 uur per week” or “20 dagdelen totaal”.',
  },
  'allocations.cost-or-volume': {
    nl: 'Geef --cost of --volume, één van beide.',
    en: 'Give --cost or --volume, one of the two.',
  },
  'allocations.capacity-title': {
    nl: 'Ruimte voor een nieuwe cliënt met {product} ({domain}), {rulebook}',
    en: 'Room for a new client with {product} ({domain}), {rulebook}',
  },
  'allocations.capacity-client': {
    nl: 'De cliënt kost dit jaar {thisYear} en volgend jaar {nextYear}.',
    en: 'The client costs {thisYear} this year and {nextYear} next year.',
  },
  'allocations.capacity-unknown': {
    nl: 'Let op: de kosten zijn niet (volledig) te bepalen: {reason}.',
    en: 'Note: the cost can’t be told (completely): {reason}.',
  },
  'allocations.capacity-basis': {
    nl: '{basis, select, forecast {Ruimte: plafond min productie en prognose.} allocations {Ruimte: plafond min productie en verwachte kosten van open toewijzingen.} other {Ruimte: plafond min productie tot nu toe. Wat nog komt telt niet mee: geef --forecast of --allocations.}}',
    en: '{basis, select, forecast {Room: ceiling minus production and forecast.} allocations {Room: ceiling minus production and expected cost of open allocations.} other {Room: ceiling minus production so far. What is to come doesn’t count: give --forecast or --allocations.}}',
  },
  'allocations.capacity-nobody': {
    nl: 'Geen aanbieder heeft ruimte.',
    en: 'No provider has room.',
  },
  'allocations.capacity-room': {
    nl: '{provider}: {when}; ruimte nu {headroom}, eind van het jaar {yearEnd}{next, select, yes {; past ook volgend jaar} no {; past volgend jaar niet} other {; volgend jaar niet bekend}}',
    en: '{provider}: {when}; room now {headroom}, at year end {yearEnd}{next, select, yes {; also fits next year} no {; doesn’t fit next year} other {; next year not known}}',
  },
  'allocations.capacity-now': { nl: 'past nu', en: 'fits now' },
  'allocations.capacity-year-end': {
    nl: 'past met de verhogingen die dit jaar nog worden verwacht',
    en: 'fits with the raises still expected this year',
  },
  'allocations.capacity-from': { nl: 'past vanaf {date}', en: 'fits from {date}' },
  'allocations.capacity-none': {
    nl: '{provider}: {reason, select, zeroceiling {plafond nul, mag geen cliënten aannemen} noceiling {geen plafond bekend} othercare {levert dit product niet} other {geen ruimte}}',
    en: '{provider}: {reason, select, zeroceiling {ceiling zero, may take no clients} noceiling {no ceiling known} othercare {doesn’t deliver this product} other {no room}}',
  },
  'allocations.capacity-municipality': {
    nl: 'Heeft niemand ruimte en kan de hulp niet wachten, dan beslist de gemeente per cliënt (ZUT-05). Ruimte is een maximum, geen toegezegde omzet.',
    en: 'When nobody has room and the help can’t wait, the municipality decides per client (ZUT-05). Room is a maximum, no promised turnover.',
  },
};
