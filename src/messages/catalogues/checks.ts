import type { Catalogue } from '../catalogue';

/** Findings. */
export const checksMessages: Catalogue = {
  'checks.no-ceilings-given': {
    nl: 'Niet gecontroleerd: er is geen plafondbestand gegeven, dus {domain} is niet aan een plafond getoetst.',
    en: 'Not checked: no ceilings file was given, so {domain} was not checked against a ceiling.',
  },
  'checks.no-ceiling': {
    nl: 'Niet gecontroleerd: voor {domain} staat geen basisplafond in het plafondbestand.',
    en: 'Not checked: the ceilings file has no base ceiling for {domain}.',
  },
  'checks.zero-ceiling': {
    nl: 'Het plafond {domain} is € 0,00, maar er telt {amount} mee. Bij een nulplafond is elke cliënt en elke productie een overtreding.',
    en: 'The ceiling {domain} is € 0.00, but {amount} counts. Under a zero ceiling any client and any production is a violation.',
  },
  'checks.overrun': {
    nl: 'Productie en prognose {domain} ({total}) komen {amount} boven het plafond dat eind van het jaar wordt verwacht ({ceiling}). Tegen het plafond van nu is de overschrijding {overrunNow}.',
    en: 'Production and forecast {domain} ({total}) end {amount} above the ceiling expected at year end ({ceiling}). Against the ceiling of now the overrun is {overrunNow}.',
  },
  'checks.overrun-before-raises': {
    nl: 'Productie en prognose {domain} ({total}) komen {amount} boven het plafond zoals bekend op {date} ({ceiling}). Verwachte ophogingen van {expected} dekken dat: eind van het jaar resteert {headroom}, maar zij staan nog niet vast.',
    en: 'Production and forecast {domain} ({total}) end {amount} above the ceiling as known on {date} ({ceiling}). Expected raises of {expected} cover that: at year end {headroom} is left, but they are not certain yet.',
  },
  'checks.production-over-ceiling': {
    nl: 'De productie {domain} tot en met {date} is alleen al {amount} hoger dan het plafond van die dag.',
    en: 'Production {domain} up to and including {date} by itself is {amount} above the ceiling of that day.',
  },
  'checks.not-raised': {
    nl: 'Het bereiken van het plafond {domain} verhoogt het niet; alleen per cliënt is een uitzondering mogelijk.',
    en: 'Reaching the ceiling {domain} doesn’t raise it; only an exception per client is possible.',
  },
  'checks.payable-above': {
    nl: 'Van de overschrijding {domain} van {overrun} is volgens het regelboek {payable} betaalbaar.',
    en: 'Of the overrun {domain} of {overrun}, {payable} is payable under the rulebook.',
  },
  'checks.payable-unknown': {
    nl: 'Niet gecontroleerd: welk deel van de overschrijding {domain} betaalbaar is, volgt uit toewijzingen die niet zijn ingelezen.',
    en: 'Not checked: which part of the overrun {domain} is payable follows from allocations that were not read.',
  },
  'checks.exhausted': {
    nl: 'Het plafond {domain} was op {date} al bereikt.',
    en: 'The ceiling {domain} had been reached on {date}.',
  },
  'checks.exhaustion': {
    nl: 'Het plafond {domain} wordt naar verwachting op {date} bereikt, gerekend met het plafond dat op die dag bekend is.',
    en: 'The ceiling {domain} is expected to be reached on {date}, against the ceiling as known on that day.',
  },
  'checks.signal': {
    nl: 'Van het plafond {domain} is {share} gebruikt; de signaalgrens is {threshold}. Een schriftelijk signaal is nodig.',
    en: '{share} of the ceiling {domain} is used; the signal threshold is {threshold}. A written signal is due.',
  },
  'checks.signal-overrun': {
    nl: 'Het plafond {domain} dreigt te worden overschreden ({share} gebruikt, signaalgrens {threshold}). Een schriftelijk signaal is nodig.',
    en: 'The ceiling {domain} threatens to be exceeded ({share} used, signal threshold {threshold}). A written signal is due.',
  },
  'checks.case-budgets': {
    nl: 'Casusbudgetten {domain}: toegekend {granted}, gebruikt {used}. Het ongebruikte deel ({unused}) is geen ruimte voor anderen en alles vervalt per 1 januari {year}.',
    en: 'Case budgets {domain}: granted {granted}, used {used}. The unused part ({unused}) is not room for others and all of it lapses on 1 January {year}.',
  },
  'checks.next-ceiling': {
    nl: 'Ongebruikte ruimte {domain} kan het plafond van {year} verlagen, naar schatting tot {amount}.',
    en: 'Unused room {domain} may lower the ceiling of {year}, by estimate to {amount}.',
  },
  'checks.no-guarantee': {
    nl: 'De resterende ruimte {domain} van {amount} is een maximum, geen toegezegde omzet.',
    en: 'The headroom {domain} of {amount} is a maximum, not promised turnover.',
  },
  'checks.scope-overrun': {
    nl: 'Het plafond {domain} voor {scope} ({ceiling}) wordt met {amount} overschreden: productie en prognose zijn {total}.',
    en: 'The ceiling {domain} for {scope} ({ceiling}) is exceeded by {amount}: production and forecast are {total}.',
  },
  'checks.scope-within': {
    nl: 'Het plafond {domain} voor {scope} ({ceiling}) heeft nog {amount} over: productie en prognose zijn {total}.',
    en: 'The ceiling {domain} for {scope} ({ceiling}) has {amount} left: production and forecast are {total}.',
  },
  'checks.scope-without-base': {
    nl: 'Niet gecontroleerd: voor {scope} in {domain} staat wel een ophoging of casusbudget maar geen basisplafond in het bestand.',
    en: 'Not checked: the file has a raise or case budget for {scope} in {domain}, but no base ceiling.',
  },
  'checks.without-allocation': {
    nl: '{lines, plural, one {# regel} other {# regels}} van product {product} ({domain}) voor samen {amount} zonder toewijzing: dat telt nooit als toegestaan.',
    en: '{lines, plural, one {# line} other {# lines}} of product {product} ({domain}), together {amount}, without an allocation: never counts as allowed.',
  },
  'checks.recognised-excluded': {
    nl: 'Product {product} “{description}” ({domain}) is aan de naam “{name}” herkend als uitgesloten en telt niet mee. Bevestig dit.',
    en: 'Product {product} “{description}” ({domain}) was recognised as excluded by the name “{name}” and doesn’t count. Please confirm.',
  },
  'checks.recognised-raised': {
    nl: 'Product {product} “{description}” ({domain}) is aan de naam “{name}” herkend als product waarvan de productie het plafond per kwartaal ophoogt. Bevestig dit.',
    en: 'Product {product} “{description}” ({domain}) was recognised by the name “{name}” as one whose production raises the ceiling each quarter. Please confirm.',
  },
  'checks.doubtful-product': {
    nl: 'Product {product} “{description}” ({domain}) noemt een uitgesloten of ophogend product, maar ontkennend. Het telt gewoon mee; controleer dit.',
    en: 'Product {product} “{description}” ({domain}) names an excluded or raising product, but negated. It counts as usual; please check.',
  },
  'checks.separate-domains': {
    nl: 'De overschrijding {over} ({amount}) wordt niet gedekt door ruimte in {under}: elk domein heeft een eigen plafond.',
    en: 'The overrun {over} ({amount}) is not covered by room in {under}: each domain has its own ceiling.',
  },
  'checks.no-other-providers': {
    nl: 'Niet gecontroleerd: welke andere aanbieders voor {domain} nog ruimte hebben; daarvoor zijn hun prognoses nodig.',
    en: 'Not checked: which other providers still have room for {domain}; that needs their prognoses.',
  },
  'checks.no-candidates': {
    nl: 'Geen andere ingelezen aanbieder met ruimte levert product {product} ({domain}). Kan hulp niet wachten, dan besluit de gemeente per cliënt.',
    en: 'No other provider that was read delivers product {product} ({domain}) and has room. If help can’t wait, the municipality decides per client.',
  },
  'checks.candidates': {
    nl: 'Andere aanbieders met ruimte voor product {product} ({domain}): {candidates}.',
    en: 'Other providers with room for product {product} ({domain}): {candidates}.',
  },
  'checks.no-allocation-dates': {
    nl: 'Niet gecontroleerd: hoeveel lopende toewijzingen op het plafond van {year} drukken; er zijn geen toewijzingen met begin- en einddatum ingelezen.',
    en: 'Not checked: how much running allocations weigh on the ceiling of {year}; no allocations with start and end dates were read.',
  },
  'checks.no-chance': {
    nl: 'Niet gecontroleerd: de kans op overschrijding; de prognose is overgenomen zoals gegeven en heeft geen bandbreedte.',
    en: 'Not checked: the chance of an overrun; the forecast was taken as given and has no range.',
  },
  'checks.incomplete-months': {
    nl: 'De laatste maanden ({months}, samen {amount}) kunnen nog onvolledig zijn. Gerekend is met {share} binnengekomen: er is niets bijgeschat.',
    en: 'The latest months ({months}, together {amount}) may still be incomplete. {share} is taken as received: nothing was added by estimate.',
  },
  'checks.left-out-other-year': {
    nl: '{amount} valt buiten {year} en telt niet mee.',
    en: '{amount} falls outside {year} and doesn’t count.',
  },
  'checks.left-out-after-as-of': {
    nl: 'Productie van {amount} ligt na de peildatum en telt niet mee; voor die maanden telt de prognose.',
    en: 'Production of {amount} lies after the as-of date and doesn’t count; for those months the forecast does.',
  },
  'checks.left-out-already-closed': {
    nl: 'Prognose van {amount} ligt in maanden die op de peildatum al zijn afgesloten en telt niet mee; voor die maanden telt de productie.',
    en: 'Forecast of {amount} lies in months already closed on the as-of date and doesn’t count; for those months production does.',
  },
  'checks.left-out-still-to-declare': {
    nl: 'Naar schatting moet nog {amount} gedeclareerd worden voor maanden die voorbij zijn. Dat telt niet mee: gerekend is met wat gedeclareerd is. Kies de schatting om het te laten meetellen.',
    en: 'An estimated {amount} is still to be declared for months that are over. It doesn’t count: what is declared does. Choose the estimate to let it count.',
  },
  'checks.late-counted': {
    nl: 'Voor {months} is {amount} meegeteld die naar schatting nog gedeclareerd wordt.',
    en: 'For {months} {amount} counts that is estimated to be declared yet.',
  },
  'checks.late-total': { nl: 'Nog te declareren', en: 'Still to declare' },
  'checks.late-part': { nl: '{domain}, {product}, {month}', en: '{domain}, {product}, {month}' },
  'checks.late-assumed': {
    nl: 'De prognose schat dit bedrag; het staat vast als de maand volledig gedeclareerd is.',
    en: 'The forecast estimates this amount; it is certain once the month is declared in full.',
  },
  'checks.left-out-covered-by-production': {
    nl: 'Van de prognose van de lopende maand is {amount} al geproduceerd; dat deel telt één keer.',
    en: 'Of the forecast of the running month {amount} was produced already; that part counts once.',
  },
  'checks.rejected-lines': {
    nl: '{file}: {count, plural, one {# regel is afgewezen} other {# regels zijn afgewezen}} (leesbaar bedrag samen {amount}). De cijfers zijn dus niet volledig.',
    en: '{file}: {count, plural, one {# line was rejected} other {# lines were rejected}} (readable amounts together {amount}). So the figures are not complete.',
  },
  'checks.stated-total': {
    nl: '{file}: de totaalregel zegt {stated}, de regels tellen op tot {read}.',
    en: '{file}: the total row says {stated}, the lines add up to {read}.',
  },
  'checks.formula-value-differs': {
    nl: 'In {cell} staat {stated}, maar de formule {formula} komt uit op {recomputed}: de werkmap is niet herrekend of de waarde is aangepast.',
    en: '{cell} states {stated}, but its formula {formula} comes to {recomputed}: the workbook was not recalculated or the value was altered.',
  },
  'checks.formulas-supplied': {
    nl: '{count, plural, one {# formule had geen bewaarde waarde en is herrekend} other {# formules hadden geen bewaarde waarde en zijn herrekend}}.',
    en: '{count, plural, one {# formula kept no value and was recomputed} other {# formulas kept no value and were recomputed}}.',
  },
  'checks.formulas-kept': {
    nl: '{count} van de {formulas} formules kunnen hier niet herrekend worden; daarvan is de bewaarde waarde gebruikt.',
    en: '{count} of {formulas} formulas can’t be recomputed here; their kept values were used.',
  },
  'checks.total-differs': {
    nl: 'Het totaal in {cell} is {stated}, de cellen erboven of ernaast tellen op tot {recomputed}.',
    en: 'The total in {cell} is {stated}, the cells it covers add up to {recomputed}.',
  },
  'checks.total-not-stated': {
    nl: 'Niet gecontroleerd: {count, plural, one {# totaalcel heeft} other {# totaalcellen hebben}} een formule zonder bewaarde uitkomst; open en bewaar de werkmap in Excel om ze te laten rekenen.',
    en: 'Not checked: {count, plural, one {# total cell has} other {# total cells have}} a formula without a stored result; open and save the workbook in Excel to have them calculated.',
  },
  'checks.declared-differs': {
    nl: 'Realisatie {product} {month}: de prognose zegt {stated}, gedeclareerd is {declared} (verschil {amount}).',
    en: 'Actuals {product} {month}: the prognosis says {stated}, declared is {declared} (difference {amount}).',
  },
  'checks.declared-missing': {
    nl: 'Product {product} ({domain}) is voor {amount} gedeclareerd, maar staat niet in de prognose.',
    en: 'Product {product} ({domain}) was declared for {amount}, but is not in the prognosis.',
  },
  'checks.no-production': {
    nl: 'Niet gecontroleerd: of de realisatie gelijk is aan wat is gedeclareerd; er is geen productiebestand gegeven.',
    en: 'Not checked: whether actuals equal what was declared; no production file was given.',
  },
  'checks.no-tariffs': {
    nl: 'Niet gecontroleerd: tarieven; er is geen tarievenlijst gegeven.',
    en: 'Not checked: tariffs; no tariff list was given.',
  },
  'checks.volume-times-tariff': {
    nl: '{product} {month}: {volume} × {tariff} is {expected}, de prognose zegt {stated}.',
    en: '{product} {month}: {volume} × {tariff} is {expected}, the prognosis says {stated}.',
  },
  'checks.tariff-above': {
    nl: 'Tarief {product} is {stated}, afgesproken is {agreed}.',
    en: 'Tariff {product} is {stated}, agreed is {agreed}.',
  },
  'checks.tariff-unknown': {
    nl: 'Niet gecontroleerd: product {product} staat niet in de tarievenlijst.',
    en: 'Not checked: product {product} is not in the tariff list.',
  },
  'checks.jump': {
    nl: '{product}: meer dan {factor} keer de mediaan van de afgesloten maanden ({median}) in {months}; het hoogst is {stated}.',
    en: '{product}: more than {factor} times the median of the closed months ({median}) in {months}; the highest is {stated}.',
  },
  'checks.unknown-product': {
    nl: 'Regel “{label}” is geen bekend product; het bedrag ({amount}) telt mee onder die naam.',
    en: 'Row “{label}” is not a known product; its amount ({amount}) counts under that name.',
  },
  'checks.linked-by-figures': {
    nl: '“{label}” is gekoppeld aan product {product}, omdat hun bedragen in ten minste drie maanden tot op de cent gelijk zijn en geen ander product dat heeft. Bevestig dit of geef een tarievenlijst.',
    en: '“{label}” was linked to product {product}, because their amounts are equal to the cent in at least three months and no other product’s are. Please confirm, or give a tariff list.',
  },
  'checks.fuzzy-product': {
    nl: '“{label}” is gelezen als product {product} op grond van gelijkenis. Bevestig dit.',
    en: '“{label}” was read as product {product} by likeness. Please confirm.',
  },
  'checks.wrong-year': {
    nl: 'De prognose is van {found}, gevraagd is {expected}.',
    en: 'The prognosis is for {found}, {expected} was asked for.',
  },
  'checks.wrong-provider': {
    nl: 'De prognose noemt aanbieder “{found}”, verwacht is “{expected}”.',
    en: 'The prognosis names provider “{found}”, “{expected}” was expected.',
  },
  'checks.same-twice': {
    nl: 'Dezelfde prognose is ook ingediend als {other}.',
    en: 'The same prognosis was also handed in as {other}.',
  },
  'checks.overlapping-production': {
    nl: 'Kwartaal- of jaarcel {cell} loopt over de peildatum heen; het deel na de peildatum is het bedrag min de productie tot dan toe, gelijk over de dagen verdeeld.',
    en: 'Quarter or year cell {cell} spans the as-of date; its part after it is the amount minus production so far, spread evenly over the days.',
  },
  'checks.amount-unknown': {
    nl: 'Niet gecontroleerd: {cell} (“{label}”) heeft een formule zonder bewaarde uitkomst; open en bewaar de werkmap in Excel.',
    en: 'Not checked: {cell} (“{label}”) has a formula without a stored result; open and save the workbook in Excel.',
  },
  'checks.observed-wrong-side': {
    nl: '“{label}” {month}: een bedrag in een kolom of rij voor {phase, select, actual {realisatie} other {prognose}} aan de verkeerde kant van de peildatum {asOf}.',
    en: '“{label}” {month}: an amount in a column or row for {phase, select, actual {actuals} other {forecast}} on the wrong side of the as-of date {asOf}.',
  },
  'checks.observed-negative-amount': {
    nl: '“{label}” {month}: negatief bedrag.',
    en: '“{label}” {month}: negative amount.',
  },
  'checks.observed-hidden-row': {
    nl: 'Verborgen rij met {count, plural, one {# bedrag} other {# bedragen}} die meetellen.',
    en: 'Hidden row with {count, plural, one {# amount} other {# amounts}} that count.',
  },
  'checks.observed-hidden-column': {
    nl: 'Verborgen kolom met {count, plural, one {# bedrag} other {# bedragen}} die meetellen.',
    en: 'Hidden column with {count, plural, one {# amount} other {# amounts}} that count.',
  },
  'checks.observed-hidden-sheet': {
    nl: 'Verborgen blad met {count, plural, one {# bedrag} other {# bedragen}} die meetellen.',
    en: 'Hidden sheet with {count, plural, one {# amount} other {# amounts}} that count.',
  },
  'checks.observed-hidden-format': {
    nl: '{count, plural, one {# bedrag dat meetelt heeft} other {# bedragen die meetellen hebben}} een getalnotatie die niets laat zien.',
    en: '{count, plural, one {# amount that counts has} other {# amounts that count have}} a number format that shows nothing.',
  },
  'checks.observed-hidden-colour': {
    nl: '{count, plural, one {# bedrag dat meetelt heeft} other {# bedragen die meetellen hebben}} de kleur van de achtergrond en {count, plural, one {is} other {zijn}} dus niet te zien.',
    en: '{count, plural, one {# amount that counts has} other {# amounts that count have}} the colour of the background, so that nobody sees {count, plural, one {it} other {them}}.',
  },
  'checks.observed-typed-over-formula': {
    nl: '“{label}”: een getypt getal waar de buurcellen een formule hebben.',
    en: '“{label}”: a typed number where the neighbouring cells have a formula.',
  },
  'checks.observed-total-typed': {
    nl: 'Totaal “{label}”: een getypt getal waar de andere totalen een formule hebben.',
    en: 'Total “{label}”: a typed number where the other totals have a formula.',
  },
  'checks.observed-text-number': {
    nl: '“{label}”: tekst die een getal lijkt (“{found}”); gelezen als getal, maar een formule telt dit niet mee.',
    en: '“{label}”: text that looks like a number (“{found}”); read as a number, but a formula doesn’t count it.',
  },
  'checks.observed-text-in-cell': {
    nl: '“{label}”: tekst (“{found}”) waar een getal hoort; niet meegeteld.',
    en: '“{label}”: text (“{found}”) where a number belongs; not counted.',
  },
  'checks.observed-error-value': {
    nl: '“{label}”: foutwaarde {found}; niet meegeteld.',
    en: '“{label}”: error value {found}; not counted.',
  },
  'checks.observed-duplicate-rows': {
    nl: '“{label}” staat er vaker in (ook bij {other}), met in {count, plural, one {# periode} other {# perioden}} een tweede bedrag; beide tellen mee.',
    en: '“{label}” is there more than once (also at {other}), with a second amount in {count, plural, one {# period} other {# periods}}; both count.',
  },
  'checks.observed-below-cent': {
    nl: '“{label}”: het bedrag {found} heeft delen van een cent; afgerond op hele centen.',
    en: '“{label}”: the amount {found} has fractions of a cent; rounded to whole cents.',
  },
};
