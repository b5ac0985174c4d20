import type { Catalogue } from '../catalogue';

/** Forecasts: methods, why one was chosen, what was done with odd input, and the steps of an amount. */
export const forecastMessages: Catalogue = {
  'forecast.at-least-declared': {
    nl: '{month}: de prognose, en niet minder dan al gedeclareerd is',
    en: '{month}: the forecast, and no less than is declared already',
  },
  'forecast.blend': {
    nl: 'Mengsel van vorig jaar en het niveau',
    en: 'Blend of last year and the level',
  },
  'forecast.blend-level': { nl: 'Deel naar het niveau', en: 'Part by the level' },
  'forecast.blend-rest': { nl: 'Gewicht van het niveau', en: 'Weight of the level' },
  'forecast.blend-weight': { nl: 'Gewicht van vorig jaar', en: 'Weight of last year' },
  'forecast.blend-year-ago': { nl: 'Deel naar vorig jaar', en: 'Part by last year' },
  'forecast.chance-of-overrun': {
    nl: 'Kans op overschrijding in {year}',
    en: 'Chance of an overrun in {year}',
  },
  'forecast.change': {
    nl: 'Verandering sinds de laatste maand',
    en: 'Change since the last month',
  },
  'forecast.completed.benktander': {
    nl: '{month}: volledig gemaakt volgens Benktander, afgerond op centen',
    en: '{month}: completed by Benktander, rounded to cents',
  },
  'forecast.completed.bornhuetter-ferguson': {
    nl: '{month}: volledig gemaakt volgens Bornhuetter-Ferguson, afgerond op centen',
    en: '{month}: completed by Bornhuetter-Ferguson, rounded to cents',
  },
  'forecast.completed.chain-ladder': {
    nl: '{month}: volledig gemaakt met het deel dat gedeclareerd is (chain ladder), afgerond op centen',
    en: '{month}: completed by the share declared (chain ladder), rounded to cents',
  },
  'forecast.completion-unknown': {
    nl: 'Van {products, plural, one {# product is} other {# producten is}} niet bekend welk deel van de laatste maanden al gedeclareerd is; die maanden gelden als volledig. Geef declaraties per declaratiemaand mee, of het deel dat na 0, 1, 2 … maanden gedeclareerd is.',
    en: 'For {products, plural, one {# product} other {# products}} it isn’t known which share of the last months is declared; those months count as complete. Give declarations by month of declaration, or the share that is declared after 0, 1, 2 … months.',
  },
  'forecast.count-of-months': { nl: 'Aantal maanden', en: 'Number of months' },
  'forecast.declared': { nl: 'Gedeclareerd tot nu toe', en: 'Declared so far' },
  'forecast.declared-and-expected': {
    nl: 'Gedeclareerd plus wat nog verwacht wordt',
    en: 'Declared plus what is still expected',
  },
  'forecast.declared-over-share': {
    nl: 'Gedeclareerd gedeeld door het deel dat gedeclareerd is',
    en: 'Declared divided by the share that is declared',
  },
  'forecast.expected-of-month': {
    nl: '{month} zoals de volledige maanden ervoor die doen verwachten ({method}), afgerond op centen',
    en: '{month} as the complete months before it lead to expect ({method}), rounded to cents',
  },
  'forecast.few-origins': {
    nl: '{provider}, {domain}: declaraties van maar {months, plural, one {# maand} other {# maanden}}; het deel dat gedeclareerd is, is onzeker en de marges zijn ruimer genomen.',
    en: '{provider}, {domain}: declarations of only {months, plural, one {# month} other {# months}}; the share declared is uncertain and the ranges are taken wider.',
  },
  'forecast.gap-filled': {
    nl: 'Van {count, plural, one {deze maand} other {deze maanden}} heeft de aanbieder geen enkele regel: {months}. Voor de statistiek staat daar het gemiddelde van de maanden ernaast; het bedrag zelf blijft wat gedeclareerd is. Controleer of er een bestand ontbreekt.',
    en: 'The provider has no line at all for {count, plural, one {this month} other {these months}}: {months}. For statistics the mean of the months beside it stands in; the amount itself stays what is declared. Check whether a file is missing.',
  },
  'forecast.growth-factor': {
    nl: 'Groeifactor tot deze maand',
    en: 'Growth factor up to this month',
  },
  'forecast.growth-on-year-ago': {
    nl: 'Groei tegenover dezelfde maanden een jaar eerder',
    en: 'Growth against the same months a year earlier',
  },
  'forecast.half-first-month': {
    nl: '{month} is de eerste maand en duidelijk geen hele: die telt in de statistiek niet mee.',
    en: '{month} is the first month and clearly not a whole one: it doesn’t count in the statistics.',
  },
  'forecast.last-month-low': {
    nl: '{provider}: {month} is {share} van het gemiddelde van de drie maanden ervoor. Waarschijnlijk moet een deel nog gedeclareerd worden; geef dan het deel mee dat al binnen is, anders valt de prognose te laag uit.',
    en: '{provider}: {month} is {share} of the mean of the three months before it. Probably a part is still to be declared; then state the share that is in, or the forecast turns out too low.',
  },
  'forecast.later-production': {
    nl: '{lines, plural, one {# regel} other {# regels}} productie van maanden na de peildatum ({amount}) {lines, plural, one {telt} other {tellen}} niet mee.',
    en: '{lines, plural, one {# line} other {# lines}} of production for months after the as-of date ({amount}) {lines, plural, one {takes} other {take}} no part.',
  },
  'forecast.level': { nl: 'Niveau per maand, zonder seizoen', en: 'Level per month, without season' },
  'forecast.level-and-change': { nl: 'Niveau plus verandering', en: 'Level plus change' },
  'forecast.level-growth-season': {
    nl: 'Niveau maal groei maal seizoen',
    en: 'Level times growth times season',
  },
  'forecast.level-season': {
    nl: 'Niveau met verandering maal seizoen',
    en: 'Level with change times season',
  },
  'forecast.mean-of-months': { nl: 'Gemiddelde van de maanden', en: 'Mean of the months' },
  'forecast.method-not-possible': {
    nl: 'Gevraagd was {wanted}, maar dat kan niet met {months, plural, one {# maand} other {# maanden}} geschiedenis: gebruikt is {method}.',
    en: 'Asked for was {wanted}, but that isn’t possible with {months, plural, one {# month} other {# months}} of history: {method} was used.',
  },
  'forecast.method.damped': { nl: 'gedempte trend', en: 'damped trend' },
  'forecast.method.level': { nl: 'vlak niveau', en: 'level' },
  'forecast.method.none': { nl: 'geen', en: 'none' },
  'forecast.method.own-forecast': { nl: 'eigen prognose', en: 'own forecast' },
  'forecast.method.ratio-level': {
    nl: 'mengsel van niveau en vorig jaar',
    en: 'blend of level and last year',
  },
  'forecast.method.running-average': { nl: 'lopend gemiddelde', en: 'running average' },
  'forecast.method.seasonal-naive': {
    nl: 'dezelfde maand een jaar eerder',
    en: 'the same month a year earlier',
  },
  'forecast.method.theta': { nl: 'Theta', en: 'Theta' },
  'forecast.method.theta-damped': {
    nl: 'gemiddelde van Theta en gedempte trend',
    en: 'mean of Theta and damped trend',
  },
  'forecast.month-ahead': {
    nl: '{month}: prognose ({method}), afgerond op centen',
    en: '{month}: forecast ({method}), rounded to cents',
  },
  'forecast.month-closed': {
    nl: '{month}: gedeclareerd',
    en: '{month}: declared',
  },
  'forecast.month-counted': { nl: 'Maand die meetelt', en: 'Month that counts' },
  'forecast.month-year-ago': { nl: 'Dezelfde maand een jaar eerder', en: 'The same month a year earlier' },
  'forecast.months-not-declared': {
    nl: 'Van {count, plural, one {deze maand} other {deze maanden}} is nog niets aangeleverd: {months}. Het bedrag is een schatting uit de maanden ervoor.',
    en: 'Nothing was delivered yet for {count, plural, one {this month} other {these months}}: {months}. The amount is an estimate from the months before.',
  },
  'forecast.negative-month': {
    nl: '{month} is negatief ({amount}): dat geldt als correctie op de maanden ervoor. Het bedrag zelf telt mee zoals het gedeclareerd is.',
    en: '{month} is negative ({amount}): that is taken as a correction of the months before. The amount itself counts as it is declared.',
  },
  'forecast.never-negative': {
    nl: 'Een prognose wordt niet lager dan 0',
    en: 'A forecast never goes below 0',
  },
  'forecast.not-below-zero': { nl: 'Niet lager dan 0', en: 'Not below 0' },
  'forecast.nothing-expected': { nl: 'Er wordt niets verwacht', en: 'Nothing is expected' },
  'forecast.nothing-left': {
    nl: 'De correcties heffen alle productie op: er is niets om een prognose op te baseren.',
    en: 'The corrections undo all production: there is nothing to base a forecast on.',
  },
  'forecast.overridden': {
    nl: '{month}: met de hand gezet ({reason})',
    en: '{month}: set by hand ({reason})',
  },
  'forecast.override-other-year': {
    nl: '{domain}, {product}: het bedrag dat voor {month} met de hand gezet is ({amount}) valt buiten {year} en is niet gebruikt.',
    en: '{domain}, {product}: the amount set by hand for {month} ({amount}) falls outside {year} and wasn’t used.',
  },
  'forecast.override-twice': {
    nl: '{domain}, {product}: voor {month} is meer dan één bedrag met de hand gezet; het laatste ({amount}) geldt.',
    en: '{domain}, {product}: more than one amount was set by hand for {month}; the last ({amount}) holds.',
  },
  'forecast.own-forecast': { nl: 'Eigen prognose', en: 'Own forecast' },
  'forecast.own-missing': {
    nl: 'De eigen prognose noemt {count, plural, one {deze maand} other {deze maanden}} niet, en daar staat dus 0: {months}.',
    en: 'The own forecast doesn’t name {count, plural, one {this month} other {these months}}, so 0 stands there: {months}.',
  },
  'forecast.own-negative': {
    nl: 'De eigen prognose voor {month} is negatief ({amount}); een prognose wordt niet lager dan 0.',
    en: 'The own forecast for {month} is negative ({amount}); a forecast never goes below 0.',
  },
  'forecast.own-not-used': {
    nl: 'Van {products, plural, one {# product} other {# producten}} is er een eigen prognose van {own} voor de maanden die nog komen; gebruikt is een schatting van {used}. Kies de methode “eigen prognose” om de eigen bedragen te houden.',
    en: 'For {products, plural, one {# product} other {# products}} there is an own forecast of {own} for the months ahead; an estimate of {used} was used. Choose the method “own forecast” to keep your own amounts.',
  },
  'forecast.paths': { nl: 'Aantal gesimuleerde verlopen', en: 'Number of simulated paths' },
  'forecast.paths-above': {
    nl: 'Verlopen die boven {ceiling} eindigen',
    en: 'Paths that end above {ceiling}',
  },
  'forecast.reason-backtest': {
    nl: 'Over {months} maanden van de eigen geschiedenis zat {method} er gemiddeld {error} naast en {standard} {standardError}: daarom {method}.',
    en: 'Over {months} months of its own history {method} was {error} off on average and {standard} {standardError}: hence {method}.',
  },
  'forecast.reason-empty': {
    nl: 'Er is geen productie om een prognose op te baseren: 0. Zet de maanden met de hand of geef een eigen prognose mee.',
    en: 'There is no production to base a forecast on: 0. Set the months by hand or give an own forecast.',
  },
  'forecast.reason-own-empty': {
    nl: 'Er is geen productie om een prognose op te baseren: de eigen prognose geldt.',
    en: 'There is no production to base a forecast on: the own forecast holds.',
  },
  'forecast.reason-own-stopped': {
    nl: 'De productie is gestopt, maar er is een eigen prognose: die geldt.',
    en: 'Production has stopped, but there is an own forecast: that holds.',
  },
  'forecast.reason-recommended': {
    nl: 'Met {months, plural, one {# maand} other {# maanden}} geschiedenis is {method} de aanbevolen methode, en geen andere deed het duidelijk beter.',
    en: 'With {months, plural, one {# month} other {# months}} of history {method} is the recommended method, and no other did clearly better.',
  },
  'forecast.reason-stopped': {
    nl: 'De productie is gestopt: er wordt niets meer verwacht. Zet de maanden met de hand als dat niet klopt.',
    en: 'Production has stopped: nothing more is expected. Set the months by hand if that isn’t so.',
  },
  'forecast.reason-wanted': {
    nl: 'Gekozen door de gebruiker: {method}.',
    en: 'Chosen by the user: {method}.',
  },
  'forecast.seasonal-index': { nl: 'Seizoensindex van de maand', en: 'Seasonal index of the month' },
  'forecast.share-declared': { nl: 'Deel dat gedeclareerd is', en: 'Share that is declared' },
  'forecast.share-of-paths': { nl: 'Deel van de verlopen', en: 'Share of the paths' },
  'forecast.share-open': { nl: 'Deel dat nog moet komen', en: 'Share still to come' },
  'forecast.short-history': {
    nl: 'Er {months, plural, one {is maar # maand} other {zijn maar # maanden}} geschiedenis: te kort voor seizoen en trend, en de marges zijn grotendeels een aanname.',
    en: 'There {months, plural, one {is only # month} other {are only # months}} of history: too short for season and trend, and the ranges are an assumption for the larger part.',
  },
  'forecast.still-expected': {
    nl: 'Verwacht maal wat nog moet komen',
    en: 'Expected times what is still to come',
  },
  'forecast.stopped': {
    nl: 'De laatste productie is van {last}; daarna {months, plural, one {# maand} other {# maanden}} niets, langer dan ooit eerder. Het product geldt als gestopt.',
    en: 'The last production is of {last}; after that nothing for {months, plural, one {# month} other {# months}}, longer than ever before. The product counts as stopped.',
  },
  'forecast.sum-of-months': { nl: 'Som van de maanden', en: 'Sum of the months' },
  'forecast.thousandth': { nl: 'Afgerond op een duizendste', en: 'Rounded to a thousandth' },
  'forecast.whole': { nl: 'Geheel', en: 'Whole' },
  'forecast.year': { nl: 'Prognose van heel {year}', en: 'Forecast of the whole of {year}' },
  'forecast.year-of-product': {
    nl: '{domain}, {product}: prognose van heel {year}',
    en: '{domain}, {product}: forecast of the whole of {year}',
  },
};
