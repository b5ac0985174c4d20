import type { Catalogue } from '../catalogue';

/** Labels of the steps of a calculation. */
export const stepsMessages: Catalogue = {
  'steps.parameter': { nl: 'Parameter: {description}', en: 'Parameter: {description}' },
  'steps.assumed': { nl: 'Aanname ({parameter}): {reason}', en: 'Assumption ({parameter}): {reason}' },
  'steps.product': {
    nl: '{product}, {phase, select, production {productie} other {prognose}}',
    en: '{product}, {phase, select, production {production} other {forecast}}',
  },
  'steps.product-described': {
    nl: '{product} {description}, {phase, select, production {productie} other {prognose}}',
    en: '{product} {description}, {phase, select, production {production} other {forecast}}',
  },
  'steps.production': { nl: 'Meetellende productie {domain}', en: 'Counting production {domain}' },
  'steps.forecast': { nl: 'Meetellende prognose {domain}', en: 'Counting forecast {domain}' },
  'steps.excluded': {
    nl: 'Niet meetellend (uitgesloten producten) {domain}',
    en: 'Not counting (excluded products) {domain}',
  },
  'steps.total': { nl: 'Totaal dat meetelt {domain}', en: 'Total that counts {domain}' },
  'steps.base': { nl: 'Plafond {domain} (basis)', en: 'Ceiling {domain} (base)' },
  'steps.base-pro-rata': {
    nl: 'Plafond {domain} (basis) naar rato vanaf {date}, afgerond op centen',
    en: 'Ceiling {domain} (base) pro rata from {date}, rounded to cents',
  },
  'steps.share-of-year': { nl: 'Gedeeld door de dagen van het jaar', en: 'Divided by the days of the year' },
  'steps.amount-times-days': { nl: 'Bedrag maal resterende dagen', en: 'Amount times remaining days' },
  'steps.days-left': {
    nl: 'Dagen van de ingangsdatum tot en met 31 december',
    en: 'Days from the start date up to and including 31 December',
  },
  'steps.days-in-year': { nl: 'Dagen in het jaar', en: 'Days in the year' },
  'steps.raise-closed': {
    nl: 'Ophoging kwartaal {quarter} {year}, gesloten op {date}',
    en: 'Raise quarter {quarter} {year}, closed on {date}',
  },
  'steps.raise-expected': {
    nl: 'Verwachte ophoging kwartaal {quarter} {year}, sluit op {date}',
    en: 'Expected raise quarter {quarter} {year}, closes on {date}',
  },
  'steps.raise-production': {
    nl: 'Geleverde productie in kwartaal {quarter}',
    en: 'Delivered production in quarter {quarter}',
  },
  'steps.raise-forecast': { nl: 'Prognose in kwartaal {quarter}', en: 'Forecast in quarter {quarter}' },
  'steps.adjustment': {
    nl: 'Aanpassing van het plafond vanaf {date}',
    en: 'Adjustment of the ceiling from {date}',
  },
  'steps.nothing': { nl: 'Ondergrens nul', en: 'Lower bound zero' },
  'steps.case-budget': {
    nl: 'Casusbudget {number}, gebruikt: het laagste van toekenning en verbruik',
    en: 'Case budget {number}, used: the lower of grant and consumption',
  },
  'steps.case-granted': {
    nl: 'Toegekend casusbudget {number} vanaf {date}',
    en: 'Case budget {number} granted from {date}',
  },
  'steps.case-client': {
    nl: 'Meetellend verbruik van de cliënt van casusbudget {number}',
    en: 'Counting consumption of the client of case budget {number}',
  },
  'steps.case-client-sum': {
    nl: 'Productie en prognose van de cliënt van casusbudget {number}',
    en: 'Production and forecast of the client of case budget {number}',
  },
  'steps.case-client-production': {
    nl: 'Productie van de cliënt van casusbudget {number}',
    en: 'Production of the client of case budget {number}',
  },
  'steps.case-client-forecast': {
    nl: 'Prognose die de cliënt van casusbudget {number} noemt',
    en: 'Forecast that names the client of case budget {number}',
  },
  'steps.raises': { nl: 'Ophogingen die op {date} gelden', en: 'Raises that hold on {date}' },
  'steps.expected-raises': { nl: 'Ophogingen na {date}, verwacht', en: 'Raises after {date}, expected' },
  'steps.case-budgets': {
    nl: 'Casusbudgetten die op {date} gelden, voor zover gebruikt',
    en: 'Case budgets that hold on {date}, as far as used',
  },
  'steps.expected-case-budgets': {
    nl: 'Casusbudgetten die na {date} ingaan, voor zover gebruikt',
    en: 'Case budgets that start after {date}, as far as used',
  },
  'steps.ceiling-now': {
    nl: 'Effectief plafond {domain}, zoals bekend op {date}',
    en: 'Effective ceiling {domain}, as known on {date}',
  },
  'steps.ceiling-year-end': {
    nl: 'Effectief plafond {domain}, verwacht eind {year}',
    en: 'Effective ceiling {domain}, expected at the end of {year}',
  },
  'steps.overrun': {
    nl: 'Overschrijding {domain} tegen het plafond van {date}',
    en: 'Overrun {domain} against the ceiling of {date}',
  },
  'steps.overrun-difference': { nl: 'Totaal min plafond', en: 'Total minus ceiling' },
  'steps.headroom': {
    nl: 'Resterende ruimte {domain} onder het plafond van {date}',
    en: 'Headroom {domain} under the ceiling of {date}',
  },
  'steps.headroom-difference': { nl: 'Plafond min totaal', en: 'Ceiling minus total' },
  'steps.overrun-year-end': {
    nl: 'Overschrijding {domain} tegen het plafond van eind {year}',
    en: 'Overrun {domain} against the ceiling at the end of {year}',
  },
  'steps.overrun-year-end-difference': {
    nl: 'Totaal min plafond eind van het jaar',
    en: 'Total minus ceiling at year end',
  },
  'steps.headroom-year-end': {
    nl: 'Resterende ruimte {domain} onder het plafond van eind {year}',
    en: 'Headroom {domain} under the ceiling at the end of {year}',
  },
  'steps.headroom-year-end-difference': {
    nl: 'Plafond eind van het jaar min totaal',
    en: 'Ceiling at year end minus total',
  },
  'steps.exhaustion': {
    nl: 'Uitputtingsdatum {domain}: eerste dag waarop de opgetelde productie van {year} boven het dan bekende plafond komt',
    en: 'Exhaustion date {domain}: first day on which the cumulative production of {year} exceeds the ceiling as known that day',
  },
  'steps.no-exhaustion': {
    nl: 'Uitputtingsdatum {domain}: het plafond wordt in {year} niet bereikt',
    en: 'Exhaustion date {domain}: the ceiling is not exceeded in {year}',
  },
  'steps.month-amount': { nl: 'Meetellend bedrag {month}', en: 'Counting amount {month}' },
  'steps.next-ceiling': {
    nl: 'Verwacht plafond {year}: het laagste van beide',
    en: 'Expected ceiling {year}: the lower of the two',
  },
  'steps.ceiling-this-year': { nl: 'Plafond van dit jaar', en: 'This year’s ceiling' },
  'steps.realised-grown': {
    nl: 'Realisatie met groei, afgerond op centen',
    en: 'Realised with growth, rounded to cents',
  },
  'steps.realised-times-growth': { nl: 'Realisatie maal groeifactor', en: 'Realised times growth factor' },
  'steps.realised': { nl: 'Verwachte realisatie van dit jaar', en: 'Expected realisation of this year' },
  'steps.growth-factor': { nl: 'Groeifactor', en: 'Growth factor' },
  'steps.one': { nl: 'Geheel', en: 'Whole' },
  'steps.total-difference': { nl: 'Vermeld totaal min hertelling', en: 'Stated total minus recount' },
  'steps.declared-difference': { nl: 'Prognose min gedeclareerd', en: 'Prognosis minus declared' },
  'steps.stated': { nl: 'Vermeld in de werkmap', en: 'Stated in the workbook' },
  'steps.recomputed': { nl: 'Opgeteld uit de cellen', en: 'Added up from the cells' },
  'steps.declared': {
    nl: 'Gedeclareerd volgens het productiebestand',
    en: 'Declared according to the production file',
  },
  'steps.volume-times-tariff': {
    nl: 'Aantal × tarief, afgerond op centen',
    en: 'Volume × tariff, rounded to cents',
  },
  'steps.volume-times-tariff-exact': { nl: 'Aantal × tarief', en: 'Volume × tariff' },
  'steps.volume': { nl: 'Aantal', en: 'Volume' },
  'steps.tariff': { nl: 'Tarief', en: 'Tariff' },
  'steps.tariff-stated': {
    nl: 'Tarief van {product} per {unit}, volgens de tarievenlijst',
    en: 'Tariff of {product} per {unit}, as the tariff list states',
  },
  'steps.year-estimate': {
    nl: '{domain} {product}: {year} volgens het lopend gemiddelde',
    en: '{domain} {product}: {year} by the running average',
  },
  'steps.month-produced': { nl: 'Productie {month}', en: 'Production {month}' },
  'steps.months-produced': {
    nl: 'Productie van de maanden waarover gemiddeld is',
    en: 'Production of the months averaged over',
  },
  'steps.months-counted': { nl: 'Aantal maanden', en: 'Number of months' },
  'steps.month-mean-exact': { nl: 'Gemiddelde per maand', en: 'Mean per month' },
  'steps.month-mean': {
    nl: 'Gemiddelde van {product} per maand, afgerond op centen',
    en: 'Mean of {product} per month, rounded to cents',
  },
  'steps.months-open': { nl: 'Maanden die nog geschat zijn', en: 'Months that are estimated' },
  'steps.months-estimated': { nl: 'Geschatte maanden samen', en: 'Estimated months together' },
};
