import type { Catalogue } from '../catalogue';

export const correctionsMessages = {
  'corrections.evidence': { nl: 'u hebt dit zelf aangewezen', en: 'you pointed this out yourself' },
  'corrections.cell-kept': {
    nl: '{sheet}!{cell} wordt volgens uw correctie niet ingevuld',
    en: '{sheet}!{cell} is not filled in, as you said',
  },
  'corrections.sheet-missing': {
    nl: 'Correctie {number} past niet meer: blad {sheet} is er niet.',
    en: 'Correction {number} no longer fits: sheet {sheet} is not there.',
  },
  'corrections.heading-missing': {
    nl: 'Correctie {number} past niet meer: op blad {sheet} staat de kop met {texts} er niet meer.',
    en: 'Correction {number} no longer fits: sheet {sheet} no longer has the heading with {texts}.',
  },
  'corrections.column-missing': {
    nl: 'Correctie {number} past niet meer helemaal: op blad {sheet} is de kolom „{heading}” (eerder kolom {was}) er niet meer, of vaker dan eerst.',
    en: 'Correction {number} no longer fits entirely: on sheet {sheet} the column “{heading}” (earlier column {was}) is gone, or is there more often than before.',
  },
  'corrections.row-missing': {
    nl: 'Correctie {number} past niet meer helemaal: op blad {sheet} is de regel „{label}” (eerder rij {was}) er niet meer.',
    en: 'Correction {number} no longer fits entirely: on sheet {sheet} the line “{label}” (earlier row {was}) is gone.',
  },
  'corrections.row-ambiguous': {
    nl: 'Correctie {number} past niet meer helemaal: op blad {sheet} staat de regel „{label}” nu {count} keer, eerst {expected} keer.',
    en: 'Correction {number} no longer fits entirely: on sheet {sheet} the line “{label}” now stands {count} times, before {expected} times.',
  },
  'corrections.text-missing': {
    nl: 'Correctie {number} past niet meer: op blad {sheet} staat „{text}”, waar {was} bij hoorde, er niet meer of vaker dan eerst.',
    en: 'Correction {number} no longer fits: on sheet {sheet} “{text}”, beside which {was} stood, is gone or there more often than before.',
  },
  'corrections.no-cells': {
    nl: 'Correctie {number} verandert niets: in {sheet}!{range} staat geen cel waar dit over kan gaan.',
    en: 'Correction {number} changes nothing: {sheet}!{range} holds no cell that it can be about.',
  },
  'corrections.formulas': {
    nl: 'Correctie {number} raakt {count, plural, one {één cel} other {# cellen}} met een formule. Die worden gelezen en nooit overschreven.',
    en: 'Correction {number} touches {count, plural, one {one cell} other {# cells}} with a formula. Those are read and never overwritten.',
  },
  'corrections.incomplete': {
    nl: 'Correctie {number}: {sheet}!{cell} en wat erbij hoort worden nog niet gebruikt. Zeg ook {missing, select, measure {wat de cellen vragen} product {bij welk product ze horen} other {bij welke maand ze horen}}.',
    en: 'Correction {number}: {sheet}!{cell} and the cells with it aren’t used yet. Say also {missing, select, measure {what the cells ask for} product {which product they belong to} other {which month they belong to}}.',
  },
  'corrections.product-unknown': {
    nl: 'Correctie {number}: product {product} komt in de tarieven, de productie en de prognose niet voor.',
    en: 'Correction {number}: product {product} is not in the tariffs, the production or the forecast.',
  },
  'corrections.said.total': { nl: 'is een totaal of subtotaal', en: 'is a total or subtotal' },
  'corrections.said.read-only': {
    nl: 'wordt gelezen maar niet ingevuld',
    en: 'is read but not filled in',
  },
  'corrections.said.ignored': { nl: 'hoort niet bij de prognose', en: 'is not part of the prognosis' },
  'corrections.said.header': {
    nl: 'is {header, select, provider {de aanbieder} year {het jaar} day {de peildatum} other {het domein}}',
    en: 'is the {header, select, provider {provider} year {year} day {as-of date} other {domain}}',
  },
  'corrections.said.measure': {
    nl: 'vraagt {measure, select, amount {bedragen} volume {aantallen} clients {cliënten} other {tarieven}}',
    en: 'asks for {measure, select, amount {amounts} volume {volumes} clients {clients} other {tariffs}}',
  },
  'corrections.said.product': { nl: 'hoort bij product {product}', en: 'belongs to product {product}' },
  'corrections.said.period': {
    nl: `gaat over {from, plural, =1 {januari} =2 {februari} =3 {maart} =4 {april} =5 {mei} =6 {juni} =7 {juli} =8 {augustus} =9 {september} =10 {oktober} =11 {november} =12 {december} other {#}}{along, select, none { tot en met {until, plural, =1 {januari} =2 {februari} =3 {maart} =4 {april} =5 {mei} =6 {juni} =7 {juli} =8 {augustus} =9 {september} =10 {oktober} =11 {november} =12 {december} other {#}}} columns { en de maanden erna, per kolom} other { en de maanden erna, per rij}}`,
    en: `is about {from, plural, =1 {January} =2 {February} =3 {March} =4 {April} =5 {May} =6 {June} =7 {July} =8 {August} =9 {September} =10 {October} =11 {November} =12 {December} other {#}}{along, select, none { up to {until, plural, =1 {January} =2 {February} =3 {March} =4 {April} =5 {May} =6 {June} =7 {July} =8 {August} =9 {September} =10 {October} =11 {November} =12 {December} other {#}}} columns { and the months after it, by column} other { and the months after it, by row}}`,
  },
  'corrections.said.month': {
    nl: `gaat over {from, plural, =1 {januari} =2 {februari} =3 {maart} =4 {april} =5 {mei} =6 {juni} =7 {juli} =8 {augustus} =9 {september} =10 {oktober} =11 {november} =12 {december} other {#}}`,
    en: `is about {from, plural, =1 {January} =2 {February} =3 {March} =4 {April} =5 {May} =6 {June} =7 {July} =8 {August} =9 {September} =10 {October} =11 {November} =12 {December} other {#}}`,
  },
  'corrections.said.year': {
    nl: 'in {year, plural, =-1 {het jaar ervoor} =1 {het jaar erna} other {het jaar van de prognose # jaar verder}}',
    en: 'in {year, plural, =-1 {the year before} =1 {the year after} other {the prognosis year and # years on}}',
  },
  'corrections.said.phase': {
    nl: 'is {phase, select, actual {realisatie} forecast {prognose} other {realisatie of prognose}}',
    en: 'is {phase, select, actual {actuals} forecast {forecast} other {actuals or forecast}}',
  },
  'corrections.said.scale': {
    nl: '{scale, select, 1000 {bedragen × € 1.000} other {bedragen in hele euro’s en centen}}',
    en: '{scale, select, 1000 {amounts × € 1,000} other {amounts in euros and cents}}',
  },
  'corrections.said.unit': { nl: 'telt in {unit}', en: 'counts in {unit}' },
  'corrections.said.domain': { nl: 'hoort bij domein {domain}', en: 'belongs to domain {domain}' },
  'corrections.line': { nl: '{number}. {place}: {said}', en: '{number}. {place}: {said}' },
} as const satisfies Catalogue;
