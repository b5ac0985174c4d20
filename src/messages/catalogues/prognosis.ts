import type { Catalogue } from '../catalogue';

export const prognosisMessages: Catalogue = {
  'prognosis.evidence-periods': {
    nl: '{count, plural, one {# periode} other {# perioden}} herkend ({where, select, columns {in kolommen} rows {in rijen} other {in de titel}})',
    en: '{count, plural, one {# period} other {# periods}} recognised ({where, select, columns {in columns} rows {in rows} other {in the title}})',
  },
  'prognosis.evidence-products': {
    nl: '{known} van {count} productregels herkend',
    en: '{known} of {count} product lines recognised',
  },
  'prognosis.evidence-formulas': {
    nl: '{count, plural, one {# totaal telt} other {# totalen tellen}} de gevonden cellen met een formule op',
    en: '{count, plural, one {# total adds} other {# totals add}} up the cells found by formula',
  },
  'prognosis.evidence-thousands': {
    nl: 'bedragen staan in duizenden euro’s',
    en: 'amounts are in thousands of euros',
  },
  'prognosis.evidence-measure': {
    nl: '{measure, select, amount {bedragen} volume {aantallen} clients {aantallen cliënten} other {tarieven}}: {from, select, words {dat staat in de koppen} format {dat blijkt uit de getalnotatie} other {dat staat nergens}}',
    en: '{measure, select, amount {amounts} volume {volumes} clients {numbers of clients} other {tariffs}}: {from, select, words {the headings say so} format {the number format shows it} other {nothing says so}}',
  },
  'prognosis.evidence-unlocked': {
    nl: '{count, plural, one {# cel is} other {# cellen zijn}} ontgrendeld op een beveiligd blad',
    en: '{count, plural, one {# cell is} other {# cells are}} unlocked on a protected sheet',
  },
  'prognosis.evidence-validated': {
    nl: '{count, plural, one {# cel heeft} other {# cellen hebben}} gegevensvalidatie',
    en: '{count, plural, one {# cell has} other {# cells have}} a data validation',
  },
  'prognosis.evidence-named': {
    nl: '{count, plural, one {# cel ligt} other {# cellen liggen}} in een bereik met een naam',
    en: '{count, plural, one {# cell lies} other {# cells lie}} in a named range',
  },
  'prognosis.evidence-coloured': {
    nl: '{count, plural, one {# cel heeft} other {# cellen hebben}} een invulkleur',
    en: '{count, plural, one {# cell has} other {# cells have}} a colour of input',
  },
  'prognosis.measure-asked': {
    nl: 'Blad {sheet}, {range}: er staat niet bij of dit bedragen of aantallen zijn, en er staan eenheden of tarieven naast. Deze cellen worden pas gevuld als u zegt wat ze zijn.',
    en: 'Sheet {sheet}, {range}: nothing says whether these are amounts or volumes, and there are units or tariffs beside them. These cells are only filled once you say what they are.',
  },
  'prognosis.cell-asked': {
    nl: 'Blad {sheet}, {cell}: of hier een bedrag of een aantal hoort is niet zeker; bevestig dat eerst.',
    en: 'Sheet {sheet}, {cell}: whether this takes an amount or a volume is uncertain; please confirm first.',
  },
  'prognosis.suggested-by-words': { nl: 'de woorden lijken erop', en: 'the words are alike' },
  'prognosis.suggested-by-figures': {
    nl: 'de regel heeft dezelfde bedragen in minstens drie maanden',
    en: 'the line holds the same amounts in at least three months',
  },
  'prognosis.suggested-as-last': {
    nl: 'het is het enige product van dit domein zonder regel',
    en: 'it is the only product of this domain without a line',
  },
  'prognosis.aliases-not-json': {
    nl: '{file} is geen geldige JSON en geen tabel met omschrijvingen.',
    en: '{file} is neither valid JSON nor a table of wordings.',
  },
  'prognosis.aliases-not-valid': {
    nl: 'De lijst van omschrijvingen is op {path} anders dan verwacht: {expected}.',
    en: 'The table of wordings differs at {path} from what was expected: {expected}.',
  },
  'prognosis.aliases-no-wording': {
    nl: 'Op deze regel staat geen omschrijving (wel “{found}”); verwacht: omschrijving;product.',
    en: 'This line has no wording (but “{found}”); expected: wording;product.',
  },
  'prognosis.aliases-two-products': {
    nl: '“{label}” staat er twee keer in, eerst als {first} en daarna als {second}.',
    en: '“{label}” stands there twice, first as {first} and then as {second}.',
  },
  'prognosis.profile-cell-differs': {
    nl: 'Blad {sheet}, {cell}: volgens het profiel hoort hier “{was}”, maar de koppen zeggen nu iets anders ({label}). Deze cel wordt niet gevuld.',
    en: 'Sheet {sheet}, {cell}: according to the profile this is “{was}”, but the headings now say something else ({label}). This cell is not filled.',
  },
  'prognosis.measure-assumed': {
    nl: 'Blad {sheet}, {range}: er staat niet bij of dit bedragen of aantallen zijn. Ze zijn als bedragen opgevat; klopt dat?',
    en: 'Sheet {sheet}, {range}: nothing says whether these are amounts or volumes. They were taken for amounts; is that right?',
  },
  'prognosis.label-ambiguous': {
    nl: 'Blad {sheet}, {cell}: “{label}” kan {candidates} zijn. Welk product is het?',
    en: 'Sheet {sheet}, {cell}: “{label}” may be {candidates}. Which product is it?',
  },
  'prognosis.label-unknown': {
    nl: 'Blad {sheet}, {cell}: “{label}” staat waar een product hoort, maar is niet herkend. Deze regel wordt niet gevuld.',
    en: 'Sheet {sheet}, {cell}: “{label}” stands where a product should, but was not recognised. This line is not filled.',
  },
  'prognosis.label-alike': {
    nl: 'Blad {sheet}, {cell}: “{label}” is opgevat als product {product}. Bevestig dat.',
    en: 'Sheet {sheet}, {cell}: “{label}” was taken for product {product}. Please confirm.',
  },
  'prognosis.other-year': {
    nl: 'Blad {sheet} heeft cellen over {year}; alleen {expected} wordt gebruikt.',
    en: 'Sheet {sheet} has cells about {year}; only {expected} is used.',
  },
  'prognosis.year-differs': {
    nl: 'De werkmap gaat over {found}, gevraagd is {expected}.',
    en: 'The workbook is about {found}, {expected} was asked for.',
  },
  'prognosis.table-foreign': {
    nl: 'Blad {sheet}, rij {row}: deze tabel is een begroting of vergelijking en blijft buiten beschouwing.',
    en: 'Sheet {sheet}, row {row}: this table is a budget or a comparison and is left out.',
  },
  'prognosis.sheet-without-table': {
    nl: 'Blad {sheet}: geen tabel met producten en perioden gevonden.',
    en: 'Sheet {sheet}: no table of products and periods found.',
  },
  'prognosis.sheet-hidden': {
    nl: 'Blad {sheet} is verborgen en bevat een tabel.',
    en: 'Sheet {sheet} is hidden and holds a table.',
  },
  'prognosis.nothing-found': {
    nl: '{file}: nergens een tabel met producten en perioden gevonden. Wijs aan waar de maanden en producten staan.',
    en: '{file}: no table of products and periods found anywhere. Point out where months and products are.',
  },
  'prognosis.no-cell-for-month': {
    nl: 'Product {product} ({domain}) heeft geen cel voor {month}.',
    en: 'Product {product} ({domain}) has no cell for {month}.',
  },
  'prognosis.no-cell-for-phase': {
    nl: 'Product {product} ({domain}) heeft voor {month} geen cel voor {phase, select, actual {realisatie} other {prognose}}.',
    en: 'Product {product} ({domain}) has no cell for {phase, select, actual {actuals} other {the forecast}} of {month}.',
  },
  'prognosis.no-amount-cells': {
    nl: 'Product {product} heeft wel cellen voor aantallen, maar niet voor bedragen.',
    en: 'Product {product} has cells for volumes but none for amounts.',
  },
  'prognosis.four-weeks': {
    nl: 'Blad {sheet}, rij {row}: deze tabel telt in perioden van weken (dertien van vier weken, of 4-4-5). Productie en prognose staan per maand; hoe ze over weken verdeeld moeten worden is niet te zeggen, dus de tabel wordt niet gevuld.',
    en: 'Sheet {sheet}, row {row}: this table counts in periods of weeks (thirteen of four weeks, or 4-4-5). Production and forecast are per month; how to spread them over weeks can’t be told, so the table is not filled.',
  },
  'prognosis.years-asked': {
    nl: 'Blad {sheet}, rij {row}: de maanden van deze tabel lopen door na december en nergens staat van welke jaren ze zijn. De tabel wordt niet gevuld; zet de jaren in de titel (2022/2023) of bij de maanden, of wijs ze aan.',
    en: 'Sheet {sheet}, row {row}: the months of this table go on after December and nothing says of which years they are. The table is not filled; put the years in the title (2022/2023) or beside the months, or point them out.',
  },
  'prognosis.client-needed': {
    nl: 'Product {product} ({domain}) heeft voor {month} {count, plural, one {een cel} other {# cellen}} per cliënt, maar de bron noemt bij dit bedrag geen cliënt.',
    en: 'Product {product} ({domain}) has {count, plural, one {a cell} other {# cells}} per client for {month}, but the source names no client with this amount.',
  },
  'prognosis.client-without-row': {
    nl: 'Product {product} ({domain}): in {month} is er productie van een cliënt die in de werkmap geen regel heeft.',
    en: 'Product {product} ({domain}): in {month} there is production of a client that has no line in the workbook.',
  },
  'prognosis.location-needed': {
    nl: 'Product {product} ({domain}) heeft voor {month} cellen per locatie ({locations}), maar de bron zegt niet bij welke locatie dit bedrag hoort.',
    en: 'Product {product} ({domain}) has cells per location for {month} ({locations}), but the source doesn’t say which location this amount belongs to.',
  },
  'prognosis.location-without-cells': {
    nl: 'Product {product} ({domain}): voor locatie {location} is er in {month} geen cel.',
    en: 'Product {product} ({domain}): there is no cell for location {location} in {month}.',
  },
  'prognosis.several-cells': {
    nl: 'Product {product} ({domain}) heeft voor {month} {count} cellen ({cells}); niet te zeggen in welke het bedrag hoort.',
    en: 'Product {product} ({domain}) has {count} cells for {month} ({cells}); there is no telling which one the amount belongs in.',
  },
  'prognosis.cell-is-formula': {
    nl: 'Blad {sheet}, {cell} is een formule en wordt niet overschreven.',
    en: 'Sheet {sheet}, {cell} is a formula and is not overwritten.',
  },
  'prognosis.cell-is-locked': {
    nl: 'Blad {sheet}, {cell} is vergrendeld op een beveiligd blad.',
    en: 'Sheet {sheet}, {cell} is locked on a protected sheet.',
  },
  'prognosis.formula-differs': {
    nl: 'Blad {sheet}, {cell}: de formule komt uit op {computed}, het bedrag is {wanted}.',
    en: 'Sheet {sheet}, {cell}: the formula comes to {computed}, the amount is {wanted}.',
  },
  'prognosis.typed-over': {
    nl: 'Blad {sheet}, {cell} is een getal tussen formules: waarschijnlijk overgetypt. De cel wordt niet gevuld.',
    en: 'Sheet {sheet}, {cell} is a number among formulas, probably typed over. The cell is not filled.',
  },
  'prognosis.text-in-cell': {
    nl: 'Blad {sheet}, {cell}: hier staat tekst (“{text}”) waar een getal hoort; niet overschreven.',
    en: 'Sheet {sheet}, {cell}: holds text (“{text}”) where a number should be; not overwritten.',
  },
  'prognosis.volume-not-filled': {
    nl: 'Product {product} ({domain}): het aantal van {month} past in geen cel ({reason}).',
    en: 'Product {product} ({domain}): the volume of {month} fits no cell ({reason}).',
  },
  'prognosis.volume-unknown': {
    nl: 'Blad {sheet}, {cell}: het aantal van product {product} in {month} is niet bekend; de cel blijft zoals zij is.',
    en: 'Sheet {sheet}, {cell}: the volume of product {product} in {month} is not known; the cell stays as it is.',
  },
  'prognosis.unit-differs': {
    nl: 'Blad {sheet}, {cell}: gevraagd wordt {expected}, product {product} is geteld in {found} ({quantity}). Hoe moet dat worden omgerekend?',
    en: 'Sheet {sheet}, {cell}: asks for {expected}, product {product} is counted in {found} ({quantity}). How should that be converted?',
  },
  'prognosis.clients-unknown': {
    nl: 'Blad {sheet}, {cell}: het aantal cliënten van product {product} is niet bekend; de cel blijft zoals zij is.',
    en: 'Sheet {sheet}, {cell}: the number of clients of product {product} is not known; the cell stays as it is.',
  },
  'prognosis.left-standing': {
    nl: 'Blad {sheet}, {cell}: “{label}” is niet herkend, de waarde {value} blijft staan.',
    en: 'Sheet {sheet}, {cell}: “{label}” was not recognised, the value {value} stays.',
  },
  'prognosis.phase-outdated': {
    nl: '{count, plural, one {# cel staat} other {# cellen staan}} onder de verkeerde kop (realisatie of prognose) voor peildatum {asOf}; wel gevuld.',
    en: '{count, plural, one {# cell stands} other {# cells stand}} under the wrong heading (actual or forecast) for as-of date {asOf}; filled all the same.',
  },
  'prognosis.provider-differs': {
    nl: 'Blad {sheet}, {cell}: er staat aanbieder “{found}”, de cijfers zijn van “{expected}”. Niet overschreven.',
    en: 'Sheet {sheet}, {cell}: names provider “{found}”, the figures are of “{expected}”. Not overwritten.',
  },
  'prognosis.as-of-differs': {
    nl: 'Blad {sheet}, {cell}: er staat peildatum “{found}”, de cijfers zijn van {expected}.',
    en: 'Sheet {sheet}, {cell}: gives as-of date “{found}”, the figures are as of {expected}.',
  },
  'prognosis.why-amount': {
    nl: 'Product {product}, {month}: {phases, select, actual {realisatie} forecast {prognose} other {realisatie en prognose}} {amount}',
    en: 'Product {product}, {month}: {phases, select, actual {actual} forecast {forecast} other {actual and forecast}} {amount}',
  },
  'prognosis.why-amount-thousands': {
    nl: 'Product {product}, {month}: {phases, select, actual {realisatie} forecast {prognose} other {realisatie en prognose}} {amount}, in duizenden',
    en: 'Product {product}, {month}: {phases, select, actual {actual} forecast {forecast} other {actual and forecast}} {amount}, in thousands',
  },
  'prognosis.why-volume': {
    nl: 'Product {product}, {month}: aantal volgens {phases, select, actual {realisatie} forecast {prognose} other {realisatie en prognose}}',
    en: 'Product {product}, {month}: volume by {phases, select, actual {actuals} forecast {forecast} other {actuals and forecast}}',
  },
  'prognosis.why-clients': {
    nl: 'Product {product}, {month}: aantal cliënten',
    en: 'Product {product}, {month}: number of clients',
  },
  'prognosis.why-tariff': {
    nl: 'Tarief van product {product}; de cel was leeg',
    en: 'Tariff of product {product}; the cell was empty',
  },
  'prognosis.why-zero': {
    nl: 'Product {product} heeft in {month} geen cijfer: 0, zodat er geen oude waarde blijft staan',
    en: 'Product {product} has no figure in {month}: 0, so that no old value stays',
  },
  'prognosis.why-cleared': {
    nl: 'Oude waarde van product {product}, {month}, aan de verkeerde kant van peildatum {asOf}: 0, anders telt de maand dubbel',
    en: 'Old value of product {product}, {month}, on the wrong side of as-of date {asOf}: 0, or the month would count twice',
  },
  'prognosis.why-as-of': {
    nl: 'Peildatum {asOf}; de cel was leeg',
    en: 'As-of date {asOf}; the cell was empty',
  },
  'prognosis.why-as-of-outdated': {
    nl: 'Peildatum {asOf} in plaats van {old}',
    en: 'As-of date {asOf} instead of {old}',
  },
  'prognosis.why-provider': { nl: 'Aanbieder; de cel was leeg', en: 'Provider; the cell was empty' },
  'prognosis.why-year': { nl: 'Jaar; de cel was leeg', en: 'Year; the cell was empty' },
  'prognosis.read-error-value': {
    nl: 'Blad {sheet}, {cell}: foutwaarde {found} in plaats van een getal.',
    en: 'Sheet {sheet}, {cell}: error value {found} instead of a number.',
  },
  'prognosis.read-text': {
    nl: 'Blad {sheet}, {cell}: “{found}” is geen getal en telt niet mee.',
    en: 'Sheet {sheet}, {cell}: “{found}” is not a number and does not count.',
  },
  'prognosis.read-text-number': {
    nl: 'Blad {sheet}, {cell}: “{found}” is tekst die op een getal lijkt; wel gelezen, maar formules in de werkmap slaan het over.',
    en: 'Sheet {sheet}, {cell}: “{found}” is text that looks like a number; read, but formulas in the workbook skip it.',
  },
  'prognosis.read-below-cent': {
    nl: 'Blad {sheet}, {cell}: {found} heeft delen van een cent en is op centen afgerond.',
    en: 'Sheet {sheet}, {cell}: {found} has fractions of a cent and was rounded to cents.',
  },
  'prognosis.total-differs': {
    nl: 'Blad {sheet}, {cell}: er staat {stated}, de cellen tellen op tot {recomputed}.',
    en: 'Sheet {sheet}, {cell}: states {stated}, the cells add up to {recomputed}.',
  },
  'prognosis.profile-not-valid': {
    nl: 'Het profiel is niet bruikbaar bij {path}: {expected}',
    en: 'The profile can’t be used at {path}: {expected}',
  },
  'prognosis.profile-sheet-missing': {
    nl: 'Blad {sheet} uit het profiel is er niet meer.',
    en: 'Sheet {sheet} of the profile is no longer there.',
  },
  'prognosis.profile-sheet-renamed': {
    nl: 'Blad {was} uit het profiel heet nu {sheet}.',
    en: 'Sheet {was} of the profile is now called {sheet}.',
  },
  'prognosis.profile-heading-missing': {
    nl: 'Blad {sheet}: de kop met {texts} uit het profiel is niet teruggevonden.',
    en: 'Sheet {sheet}: the heading with {texts} of the profile was not found.',
  },
  'prognosis.profile-column-missing': {
    nl: 'Blad {sheet}: de kolom “{heading}” (was kolom {was}) is niet teruggevonden of niet meer de enige.',
    en: 'Sheet {sheet}: the column “{heading}” (was column {was}) was not found or is no longer the only one.',
  },
  'prognosis.profile-row-missing': {
    nl: 'Blad {sheet}: de regel “{label}” (was rij {was}) is niet teruggevonden.',
    en: 'Sheet {sheet}: the line “{label}” (was row {was}) was not found.',
  },
  'prognosis.profile-row-ambiguous': {
    nl: 'Blad {sheet}: de regel “{label}” staat er nu {count} keer, in het profiel {expected} keer.',
    en: 'Sheet {sheet}: the line “{label}” now stands there {count} times, {expected} in the profile.',
  },
  'prognosis.profile-now-total': {
    nl: 'Blad {sheet}, {cell} is nu een totaal en wordt niet meer gevuld.',
    en: 'Sheet {sheet}, {cell} is now a total and is no longer filled.',
  },
  'prognosis.profile-new-line': {
    nl: 'Blad {sheet}, rij {row}: nieuwe regel “{label}” herkend en meegenomen.',
    en: 'Sheet {sheet}, row {row}: new line “{label}” recognised and included.',
  },
  'prognosis.profile-new-line-unknown': {
    nl: 'Blad {sheet}, rij {row}: nieuwe regel “{label}” is niet herkend.',
    en: 'Sheet {sheet}, row {row}: new line “{label}” was not recognised.',
  },
  'prognosis.earlier-forecast-kept': {
    nl: 'Blad {sheet}, {cell}: de eerdere prognose van {product} voor {month} ({value}) blijft staan; die maand is op de peildatum afgesloten en geen totaal telt deze cel bij de realisatie op.',
    en: 'Sheet {sheet}, {cell}: the earlier forecast of {product} for {month} ({value}) stays; that month was closed on the as-of date and no total adds this cell to the actuals.',
  },
};
