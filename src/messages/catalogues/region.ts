import type { Catalogue } from '../catalogue';

export const regionMessages: Catalogue = {
  'region.advance-advances': {
    nl: 'Voorschotten {party}',
    en: 'Advances {party}',
  },
  'region.advance-advance': {
    nl: 'Voorschot {reference}',
    en: 'Advance {reference}',
  },
  'region.advance-balance': {
    nl: 'Saldo {party}: voorschotten min terugbetalingen min facturen',
    en: 'Balance {party}: advances minus repayments minus invoices',
  },
  'region.advance-invoices': {
    nl: 'Facturen {party}',
    en: 'Invoices {party}',
  },
  'region.advance-invoice': {
    nl: 'Factuur {reference}',
    en: 'Invoice {reference}',
  },
  'region.advance-repayments': {
    nl: 'Terugbetalingen {party}',
    en: 'Repayments {party}',
  },
  'region.advance-repayment': {
    nl: 'Terugbetaling {reference}',
    en: 'Repayment {reference}',
  },
  'region.allocated-in-year': {
    nl: 'Deel van de toewijzingen {domain} dat in {year} valt',
    en: 'Part of the allocations {domain} that falls in {year}',
  },
  'region.allocated-over': {
    nl: 'Toegewezen boven het plafond',
    en: 'Allocated above the ceiling',
  },
  'region.allocation-amount': {
    nl: 'Bedrag van de toewijzing van {from} tot en met {until}',
    en: 'Amount of the allocation from {from} up to and including {until}',
  },
  'region.allocation-open': {
    nl: '{domain}: {count, plural, one {# toewijzing heeft} other {# toewijzingen hebben}} geen bedrag of einddatum; het deel per jaar is daarvan niet te bepalen.',
    en: '{domain}: {count, plural, one {# allocation has} other {# allocations have}} no amount or end date; their part per year can’t be told.',
  },
  'region.amount-times-share': {
    nl: 'Bedrag maal het deel van vorig jaar',
    en: 'Amount times the previous year’s share',
  },
  'region.amount-times-weight': {
    nl: 'Bedrag maal gewicht',
    en: 'Amount times weight',
  },
  'region.attributed-amount': {
    nl: 'Bedrag dat wordt toegerekend',
    en: 'Amount that is attributed',
  },
  'region.average-tariff': {
    nl: 'Gemiddeld tarief per traject',
    en: 'Average tariff per trajectory',
  },
  'region.balance': {
    nl: 'Betalingen en ontvangsten van alle gemeenten samen',
    en: 'Payments and receipts of all municipalities together',
  },
  'region.budget-all': {
    nl: 'Budget met alles wat onzeker is',
    en: 'Budget with everything uncertain',
  },
  'region.budget-base': {
    nl: 'Gepubliceerd budget',
    en: 'Published budget',
  },
  'region.budget-certain': {
    nl: 'Budget met wat zeker is',
    en: 'Budget with what is certain',
  },
  'region.budget-change': {
    nl: '{name}',
    en: '{name}',
  },
  'region.budget-highest': {
    nl: 'Hoogste budget: met alle onzekere toevoegingen',
    en: 'Highest budget: with all uncertain additions',
  },
  'region.budget-income': {
    nl: '{name} (opbrengst)',
    en: '{name} (income)',
  },
  'region.budget-lowest': {
    nl: 'Laagste budget: met alle onzekere uitnamen',
    en: 'Lowest budget: with all uncertain withdrawals',
  },
  'region.budget-used-up': {
    nl: 'Eerste dag waarop het budget van {municipality} wordt overschreden',
    en: 'First day on which the budget of {municipality} is exceeded',
  },
  'region.ceiling-of-year': {
    nl: 'Plafond {domain} {year}',
    en: 'Ceiling {domain} {year}',
  },
  'region.ceiling': {
    nl: 'Plafond',
    en: 'Ceiling',
  },
  'region.child-budget': {
    nl: 'Budget van het kind',
    en: 'The child’s budget',
  },
  'region.child-delivered': {
    nl: 'Geleverd tot nu toe',
    en: 'Delivered to date',
  },
  'region.child-expected': {
    nl: 'Verwacht tot het einde van het jaar',
    en: 'Expected up to year end',
  },
  'region.child-no-forecast': {
    nl: 'Zonder openstaande toewijzingen is niet te zeggen of de zorg binnen het budget van het kind past.',
    en: 'Without open allocations it can’t be told whether the care fits the child’s budget.',
  },
  'region.child-off': {
    nl: 'Op deze datum gold geen kindgericht budgetplafond; er is niet getoetst.',
    en: 'On this date no child-bound ceiling held; nothing was checked.',
  },
  'region.child-open': {
    nl: 'Openstaande toewijzingen tot het einde van het jaar',
    en: 'Open allocations up to year end',
  },
  'region.child-shortfall': {
    nl: 'Verwacht tekort op het budget van het kind',
    en: 'Expected shortfall on the child’s budget',
  },
  'region.child-warning': {
    nl: 'De zorg past naar verwachting niet binnen het budget van het kind: verwacht {expected}, budget {budget}, tekort {amount}. Meld dit nu aan de toegang.',
    en: 'The care is not expected to fit the child’s budget: expected {expected}, budget {budget}, shortfall {amount}. Tell the access team now.',
  },
  'region.client-above': {
    nl: 'Boven het budget van de cliënt',
    en: 'Above the client’s budget',
  },
  'region.client-budget': {
    nl: 'Budget van de cliënt',
    en: 'The client’s budget',
  },
  'region.client-left': {
    nl: 'Over van het budget van de cliënt',
    en: 'Left of the client’s budget',
  },
  'region.client-payable': {
    nl: 'Betaalbaar voor de cliënt',
    en: 'Payable for the client',
  },
  'region.client-spent': {
    nl: 'Besteed aan de cliënt',
    en: 'Spent on the client',
  },
  'region.column-amount': {
    nl: 'bedrag',
    en: 'amount',
  },
  'region.column-carries': {
    nl: 'draagt',
    en: 'carries',
  },
  'region.column-excess': {
    nl: 'te veel',
    en: 'too much',
  },
  'region.column-file': {
    nl: 'bestand',
    en: 'file',
  },
  'region.column-line': {
    nl: 'regel',
    en: 'line',
  },
  'region.column-municipality': {
    nl: 'gemeente',
    en: 'municipality',
  },
  'region.column-own': {
    nl: 'eigen kosten',
    en: 'own cost',
  },
  'region.column-pays': {
    nl: 'betaalt',
    en: 'pays',
  },
  'region.column-period': {
    nl: 'periode',
    en: 'period',
  },
  'region.column-product': {
    nl: 'product',
    en: 'product',
  },
  'region.column-reason': {
    nl: 'reden',
    en: 'reason',
  },
  'region.column-receives': {
    nl: 'ontvangt',
    en: 'receives',
  },
  'region.column-share': {
    nl: 'aandeel',
    en: 'share',
  },
  'region.column-volume': {
    nl: 'aantal',
    en: 'volume',
  },
  'region.commitments-times-days': {
    nl: 'Verplichtingen maal dagen van het jaar',
    en: 'Commitments times days of the year',
  },
  'region.commitments': {
    nl: 'Lopende verplichtingen op de teldatum',
    en: 'Running commitments on the count',
  },
  'region.count-days': {
    nl: 'Dagen waarop de verplichtingen slaan',
    en: 'Days that the commitments cover',
  },
  'region.crisis': {
    nl: 'Crisiszorg boven het plafond',
    en: 'Crisis care above the ceiling',
  },
  'region.current-year': {
    nl: 'Deel dat bij {year} hoort',
    en: 'Part that belongs to {year}',
  },
  'region.daily-cut': {
    nl: 'Dagbedrag, afgekapt op hele centen',
    en: 'Daily amount, cut to whole cents',
  },
  'region.daily-exact': {
    nl: 'Dagbedrag, exact',
    en: 'Daily amount, exact',
  },
  'region.daily-remainder': {
    nl: 'Wat onder de cent wegvalt',
    en: 'What falls away below the cent',
  },
  'region.daily-times-days': {
    nl: 'Dagbedrag maal dagen van het jaar',
    en: 'Daily amount times days of the year',
  },
  'region.day-parts': {
    nl: 'Dagdelen',
    en: 'Day-parts',
  },
  'region.days-in-year': {
    nl: 'Kalenderdagen in {year}',
    en: 'Calendar days in {year}',
  },
  'region.derive-both': {
    nl: '“{product}” staat zowel bij --exclude als bij --raise; een product telt op één manier.',
    en: '“{product}” is given with both --exclude and --raise; a product counts one way.',
  },
  'region.derive-cents': {
    nl: '{parameter}: “{found}” heeft meer dan twee decimalen; verwacht een bedrag in euro en centen, zoals 1500,00.',
    en: '{parameter}: “{found}” has more than two decimals; expected an amount in euro and cents, such as 1500.00.',
  },
  'region.derive-euro': {
    nl: '{parameter}: “{found}” is een bedrag in euro; verwacht {unit, select, ratio {een deel, zoals 0,7 of 70%} days {een aantal dagen} months {een aantal maanden} other {een getal}}.',
    en: '{parameter}: “{found}” is an amount in euro; expected {unit, select, ratio {a share, such as 0.7 or 70%} days {a number of days} months {a number of months} other {a number}}.',
  },
  'region.derive-id': {
    nl: '--id: “{found}” kan geen naam van een regelboek zijn; verwacht kleine letters, cijfers, punten en streepjes, zoals gemeente-2024.',
    en: '--id: “{found}” can’t be the name of a rulebook; expected small letters, digits, points and hyphens, such as gemeente-2024.',
  },
  'region.derive-no-value': {
    nl: '--set: “{found}” heeft geen waarde; verwacht parameter=waarde, zoals signal-threshold=70%.',
    en: '--set: “{found}” has no value; expected parameter=value, such as signal-threshold=70%.',
  },
  'region.derive-not-choice-nearest': {
    nl: '{parameter}: “{found}” kan niet; kies uit: {choices}. Bedoelde je “{nearest}”?',
    en: '{parameter}: “{found}” is not possible; choose from: {choices}. Did you mean “{nearest}”?',
  },
  'region.derive-not-choice': {
    nl: '{parameter}: “{found}” kan niet; kies uit: {choices}.',
    en: '{parameter}: “{found}” is not possible; choose from: {choices}.',
  },
  'region.derive-not-number': {
    nl: '{parameter}: “{found}” is geen eenduidig getal; verwacht {unit, select, euro {een bedrag, zoals 1500,00} ratio {een deel, zoals 0,7 of 70%} days {een aantal dagen} months {een aantal maanden} other {een getal}}.',
    en: '{parameter}: “{found}” is not one clear number; expected {unit, select, euro {an amount, such as 1500.00} ratio {a share, such as 0.7 or 70%} days {a number of days} months {a number of months} other {a number}}.',
  },
  'region.derive-not-switch': {
    nl: '{parameter}: “{found}” kan niet; verwacht aan (on) of uit (off).',
    en: '{parameter}: “{found}” is not possible; expected on or off.',
  },
  'region.derive-not-whole': {
    nl: '{parameter}: “{found}” is geen aantal {unit, select, days {dagen} other {maanden}}; verwacht een heel getal vanaf 0.',
    en: '{parameter}: “{found}” is not a number of {unit, select, days {days} other {months}}; expected a whole number from 0.',
  },
  'region.derive-percent': {
    nl: '{parameter}: “{found}” is een percentage; verwacht {unit, select, euro {een bedrag in euro, zoals 1500,00} days {een aantal dagen} months {een aantal maanden} other {een getal zonder procentteken}}.',
    en: '{parameter}: “{found}” is a percentage; expected {unit, select, euro {an amount in euro, such as 1500.00} days {a number of days} months {a number of months} other {a number without a percent sign}}.',
  },
  'region.derive-product-short': {
    nl: '“{found}” is te kort om een product aan te herkennen; geef een code of een woord uit de omschrijving.',
    en: '“{found}” is too short to recognise a product by; give a code or a word of its description.',
  },
  'region.derive-ratio-large': {
    nl: '{parameter}: “{found}” is als deel meer dan het geheel; verwacht een deel zoals 0,7 of een percentage. Bedoelde je {percentage}?',
    en: '{parameter}: “{found}” as a share is more than the whole; expected a share such as 0.7 or a percentage. Did you mean {percentage}?',
  },
  'region.derive-same-id': {
    nl: '--id: “{found}” is de naam van het regelboek waarvan je afleidt; geef je eigen regelboek een eigen naam.',
    en: '--id: “{found}” is the name of the rulebook you derive from; give your own rulebook a name of its own.',
  },
  'region.derive-twice': {
    nl: '{parameter} staat twee keer bij --set; één waarde is de bedoeling.',
    en: '{parameter} is given twice with --set; one value is meant.',
  },
  'region.derive-unknown-parameter-nearest': {
    nl: 'Het regelboek heeft geen parameter “{found}”. Bedoelde je “{nearest}”?',
    en: 'The rulebook has no parameter “{found}”. Did you mean “{nearest}”?',
  },
  'region.derive-unknown-parameter': {
    nl: 'Het regelboek heeft geen parameter “{found}”. Het heeft: {known}.',
    en: 'The rulebook has no parameter “{found}”. It has: {known}.',
  },
  'region.difference': {
    nl: 'Het eerste min het tweede',
    en: 'The first minus the second',
  },
  'region.domain-spending': {
    nl: 'Uitgaven {domain}',
    en: 'Spending {domain}',
  },
  'region.driver-clients': {
    nl: 'Cliënten',
    en: 'Clients',
  },
  'region.driver-forecast': {
    nl: 'Prognose uit aantal, duur, intensiteit en tarief, afgerond op centen',
    en: 'Forecast from number, duration, intensity and tariff, rounded to cents',
  },
  'region.driver-hours': {
    nl: 'Uren per maand',
    en: 'Hours per month',
  },
  'region.driver-months': {
    nl: 'Maanden per cliënt',
    en: 'Months per client',
  },
  'region.driver-product': {
    nl: 'Cliënten × maanden × uren × tarief',
    en: 'Clients × months × hours × tariff',
  },
  'region.effort-amount': {
    nl: 'Aantal × tarief, afgerond op centen',
    en: 'Volume × tariff, rounded to cents',
  },
  'region.emergency-budget': {
    nl: 'Budget voor noodsituaties',
    en: 'Budget for emergencies',
  },
  'region.emergency-left': {
    nl: 'Over van het budget voor noodsituaties',
    en: 'Left of the budget for emergencies',
  },
  'region.emergency-spent': {
    nl: 'Besteed aan noodsituaties',
    en: 'Spent on emergencies',
  },
  'region.emergency-uncovered': {
    nl: 'Noodsituaties zonder dekking',
    en: 'Emergencies without cover',
  },
  'region.equalise-balance': {
    nl: 'Betalingen en ontvangsten samen: {amount}; verevende kosten: {total}.',
    en: 'Payments and receipts together: {amount}; equalised cost: {total}.',
  },
  'region.equalise-title': {
    nl: 'Verevening {year}, {rulebook}',
    en: 'Equalisation {year}, {rulebook}',
  },
  'region.form-share-client-budget': {
    nl: 'Deel van {domain} via budget per cliënt',
    en: 'Share of {domain} through budget per client',
  },
  'region.form-share-output': {
    nl: 'Deel van {domain} via resultaat',
    en: 'Share of {domain} through output',
  },
  'region.form-share-population': {
    nl: 'Deel van {domain} via populatie',
    en: 'Share of {domain} through population',
  },
  'region.form-share-production': {
    nl: 'Deel van {domain} via productie',
    en: 'Share of {domain} through production',
  },
  'region.form-share-subsidy': {
    nl: 'Deel van {domain} via subsidie',
    en: 'Share of {domain} through subsidy',
  },
  'region.form-share-task': {
    nl: 'Deel van {domain} via taak (lumpsum)',
    en: 'Share of {domain} through task (lump sum)',
  },
  'region.form-share-unknown': {
    nl: 'Deel van {domain} via onbekende vorm',
    en: 'Share of {domain} through unknown form',
  },
  'region.form-spending': {
    nl: 'Uitgaven {domain} via deze vorm',
    en: 'Spending {domain} through this form',
  },
  'region.form-unknown': {
    nl: '{domain}: van {amount} is de bekostigingsvorm niet bekend; dat deel is apart getoond.',
    en: '{domain}: the financing form of {amount} is not known; that share is shown apart.',
  },
  'region.full-year-exact': {
    nl: 'Prognose voor het hele jaar, exact',
    en: 'Forecast for the whole year, exact',
  },
  'region.full-year': {
    nl: 'Prognose voor heel {year}, afgerond op centen',
    en: 'Forecast for the whole of {year}, rounded to cents',
  },
  'region.index-factor': {
    nl: 'Indexfactor',
    en: 'Index factor',
  },
  'region.index': {
    nl: 'Index',
    en: 'Index',
  },
  'region.key-negative': {
    nl: 'De sleutel van {municipality} is negatief; verwacht nul of meer.',
    en: 'The key of {municipality} is negative; zero or more is expected.',
  },
  'region.key': {
    nl: 'Verdeelsleutel {municipality}',
    en: 'Key {municipality}',
  },
  'region.liability': {
    nl: '{domain}: de overschrijding van {amount} is een verplichting van de gemeente: noodzakelijke zorg moet ook boven het plafond worden geleverd en betaald.',
    en: '{domain}: the overrun of {amount} is a liability of the municipality: necessary care must be given and paid for above the ceiling too.',
  },
  'region.lines-all': {
    nl: 'Alle regels samen ({count})',
    en: 'All lines together ({count})',
  },
  'region.lump-exceeded': {
    nl: '{provider}, {segment}: de lumpsum is op {date} op; {amount} heeft dit jaar geen dekking.',
    en: '{provider}, {segment}: the lump sum is used up on {date}; {amount} has no cover this year.',
  },
  'region.lump-lasts': {
    nl: 'De lumpsum is in {year} toereikend',
    en: 'The lump sum lasts throughout {year}',
  },
  'region.lump-left': {
    nl: 'Over van de lumpsum',
    en: 'Left of the lump sum',
  },
  'region.lump-spent': {
    nl: 'Uitgaven {provider}, {segment}, {year}',
    en: 'Spending {provider}, {segment}, {year}',
  },
  'region.lump-sum': {
    nl: 'Lumpsum {provider}, {segment}',
    en: 'Lump sum {provider}, {segment}',
  },
  'region.lump-uncovered': {
    nl: 'Uitgaven zonder dekking',
    en: 'Spending without cover',
  },
  'region.lump-used-up': {
    nl: 'Eerste dag in {year} waarop de lumpsum wordt overschreden',
    en: 'First day in {year} on which the lump sum is exceeded',
  },
  'region.main-own': {
    nl: 'Eigen productie',
    en: 'Own production',
  },
  'region.main-sub': {
    nl: 'Uitbesteed aan {provider}',
    en: 'Subcontracted to {provider}',
  },
  'region.main-tariff': {
    nl: 'Tarief van de hoofdaannemer',
    en: 'The main contractor’s tariff',
  },
  'region.main-total': {
    nl: 'Telt onder het plafond van {provider}',
    en: 'Counts under the ceiling of {provider}',
  },
  'region.match-list': {
    nl: 'Niet gekoppelde regels:',
    en: 'Lines not matched:',
  },
  'region.match-more': {
    nl: 'en nog {count, plural, one {# regel} other {# regels}}; --out schrijft ze allemaal.',
    en: 'and {count, plural, one {# more line} other {# more lines}}; --out writes them all.',
  },
  'region.match-title': {
    nl: 'Koppeling aan toewijzingen {year}, {rulebook}',
    en: 'Matching to allocations {year}, {rulebook}',
  },
  'region.match-total': {
    nl: 'Gekoppeld: {matched, plural, one {# regel} other {# regels}}, {matchedAmount}. Niet gekoppeld: {unmatched, plural, one {# regel} other {# regels}}, {unmatchedAmount}.',
    en: 'Matched: {matched, plural, one {# line} other {# lines}}, {matchedAmount}. Not matched: {unmatched, plural, one {# line} other {# lines}}, {unmatchedAmount}.',
  },
  'region.matched': {
    nl: 'Gekoppeld ({count, plural, one {# regel} other {# regels}})',
    en: 'Matched ({count, plural, one {# line} other {# lines}})',
  },
  'region.month-spent': {
    nl: 'Uitgaven {month}',
    en: 'Spending {month}',
  },
  'region.municipality-budget': {
    nl: 'Budget',
    en: 'Budget',
  },
  'region.municipality-declared': {
    nl: 'Gedeclareerd',
    en: 'Declared',
  },
  'region.municipality-forecast': {
    nl: 'Prognose',
    en: 'Forecast',
  },
  'region.municipality-total': {
    nl: 'Gedeclareerd en prognose {municipality}',
    en: 'Declared and forecast {municipality}',
  },
  'region.municipality-twice': {
    nl: '{municipality} staat er twee keer; verwacht is één regel per gemeente.',
    en: '{municipality} is there twice; one line per municipality is expected.',
  },
  'region.municipality-without-cost': {
    nl: '{municipality} heeft geen kosten in {file}; zonder die gemeente klopt elk aandeel niet.',
    en: '{municipality} has no cost in {file}; without that municipality every share is wrong.',
  },
  'region.municipality-without-key': {
    nl: '{municipality} heeft geen sleutel in {file}; verwacht een getal in de kolom sleutel.',
    en: '{municipality} has no key in {file}; expected a number in the column key.',
  },
  'region.no-budget': {
    nl: '{municipality}: er is geen budget, dus de uitputting is niet bepaald.',
    en: '{municipality}: there is no budget, so its utilisation was not worked out.',
  },
  'region.no-ceiling-for-year': {
    nl: '{domain} {year}: {amount} is toegewezen, maar er is geen plafond voor dat jaar om aan te toetsen.',
    en: '{domain} {year}: {amount} is allocated, but there is no ceiling for that year to check against.',
  },
  'region.no-offer': {
    nl: '{provider}: er is geen offerte, dus plafond en offerte zijn niet vergeleken.',
    en: '{provider}: there is no offer, so ceiling and offer were not compared.',
  },
  'region.no-positive-key': {
    nl: 'Geen enkele sleutel is groter dan nul; verwacht ten minste één.',
    en: 'No key is above zero; at least one is expected.',
  },
  'region.no-regional-budget': {
    nl: 'Voor {year} is geen regionaal budget bekend; de uitgaven van {amount} zijn niet getoetst.',
    en: 'No regional budget is known for {year}; the spending of {amount} was not checked.',
  },
  'region.no-solidarity': {
    nl: 'Regelboek {rulebook} zegt voor {year} niet welk deel wordt verevend; geef het met --solidarity (0 tot en met 1).',
    en: 'Rulebook {rulebook} doesn’t say for {year} which share is equalised; give it with --solidarity (0 to 1).',
  },
  'region.not-matched-double': {
    nl: '{count, plural, one {# regel} other {# regels}} ({amount}) niet gekoppeld: dubbele regel.',
    en: '{count, plural, one {# line} other {# lines}} ({amount}) not matched: double line.',
  },
  'region.not-matched-no-allocation': {
    nl: '{count, plural, one {# regel} other {# regels}} ({amount}) niet gekoppeld: er is geen toewijzing.',
    en: '{count, plural, one {# line} other {# lines}} ({amount}) not matched: there is no allocation.',
  },
  'region.not-matched-not-identifiable': {
    nl: '{count, plural, one {# regel} other {# regels}} ({amount}) niet gekoppeld: geen toewijzingsnummer en geen cliënt.',
    en: '{count, plural, one {# line} other {# lines}} ({amount}) not matched: no allocation number and no client.',
  },
  'region.not-matched-other-client': {
    nl: '{count, plural, one {# regel} other {# regels}} ({amount}) niet gekoppeld: de genoemde toewijzing is van een andere cliënt.',
    en: '{count, plural, one {# line} other {# lines}} ({amount}) not matched: the allocation named is of another client.',
  },
  'region.not-matched-other-provider': {
    nl: '{count, plural, one {# regel} other {# regels}} ({amount}) niet gekoppeld: de toewijzing is van een andere aanbieder.',
    en: '{count, plural, one {# line} other {# lines}} ({amount}) not matched: the allocation is of another provider.',
  },
  'region.not-matched-outside-period': {
    nl: '{count, plural, one {# regel} other {# regels}} ({amount}) niet gekoppeld: buiten de periode van de toewijzing.',
    en: '{count, plural, one {# line} other {# lines}} ({amount}) not matched: outside the allocation’s period.',
  },
  'region.not-matched-over-period': {
    nl: '{count, plural, one {# regel} other {# regels}} ({amount}) niet gekoppeld: meer dan in die maand mag.',
    en: '{count, plural, one {# line} other {# lines}} ({amount}) not matched: more than is allowed in that month.',
  },
  'region.not-matched-over-volume': {
    nl: '{count, plural, one {# regel} other {# regels}} ({amount}) niet gekoppeld: meer dan het toegewezen aantal of bedrag.',
    en: '{count, plural, one {# line} other {# lines}} ({amount}) not matched: more than the allocated volume or amount.',
  },
  'region.not-matched-wrong-product': {
    nl: '{count, plural, one {# regel} other {# regels}} ({amount}) niet gekoppeld: een ander product dan is toegewezen.',
    en: '{count, plural, one {# line} other {# lines}} ({amount}) not matched: another product than was allocated.',
  },
  'region.offer-deviation': {
    nl: 'Afstand van {provider} tot het gemiddelde',
    en: 'Distance of {provider} from the mean',
  },
  'region.offer-far': {
    nl: '{provider}: het plafond is {ratio} van de offerte, het gemiddelde is {mean}; dat is verder dan {limit} ervandaan.',
    en: '{provider}: the ceiling is {ratio} of the offer, the mean is {mean}; that is further away than {limit}.',
  },
  'region.offer-mean': {
    nl: 'Gemiddelde van de sector',
    en: 'The sector’s mean',
  },
  'region.offer-ratio': {
    nl: 'Plafond gedeeld door offerte, {provider}',
    en: 'Ceiling divided by offer, {provider}',
  },
  'region.other-year': {
    nl: '{municipality}: gevonden jaar {found}, verwacht {expected}.',
    en: '{municipality}: found year {found}, expected {expected}.',
  },
  'region.outside-year': {
    nl: '{municipality}: {amount} valt buiten {year} en is niet meegeteld.',
    en: '{municipality}: {amount} falls outside {year} and was not counted.',
  },
  'region.over-ceiling-given': {
    nl: 'Overschrijding van het plafond',
    en: 'Overrun of the ceiling',
  },
  'region.over-ceiling': {
    nl: 'Uitgaven boven het plafond',
    en: 'Spending above the ceiling',
  },
  'region.owed-above': {
    nl: '{amount} boven het plafond is een verplichting van de gemeente: noodzakelijke zorg moet worden geleverd en betaald.',
    en: '{amount} above the ceiling is a liability of the municipality: necessary care must be given and paid for.',
  },
  'region.own-cost': {
    nl: 'Eigen kosten {municipality}',
    en: 'Own cost {municipality}',
  },
  'region.own-income': {
    nl: 'Eigen opbrengsten {municipality}',
    en: 'Own income {municipality}',
  },
  'region.own-net': {
    nl: 'Eigen kosten min opbrengsten {municipality}',
    en: 'Own cost minus income {municipality}',
  },
  'region.own-times-solidarity': {
    nl: 'Eigen kosten maal het deel dat wordt verevend',
    en: 'Own cost times the share that is equalised',
  },
  'region.pass-through-low': {
    nl: '{subcontractor} krijgt {share} van het tarief ({passedOn} van {tariff}); ten minste {minimum} is een eerlijke prijs.',
    en: '{subcontractor} gets {share} of the tariff ({passedOn} of {tariff}); a fair price is at least {minimum}.',
  },
  'region.pass-through-no-share': {
    nl: '{subcontractor}: er is geen minimale doorbetaling bekend; of de prijs eerlijk is, is niet getoetst.',
    en: '{subcontractor}: no minimum pass-through is known; whether the price is fair was not checked.',
  },
  'region.pass-through-no-tariff': {
    nl: '{subcontractor}: het tarief van de hoofdaannemer is nul; de doorbetaling is niet getoetst.',
    en: '{subcontractor}: the main contractor’s tariff is zero; the pass-through was not checked.',
  },
  'region.pass-through': {
    nl: 'Deel van het tarief dat {subcontractor} krijgt',
    en: 'Share of the tariff that {subcontractor} gets',
  },
  'region.passed-on': {
    nl: 'Doorbetaald aan de onderaannemer',
    en: 'Passed on to the subcontractor',
  },
  'region.payable-candidates': {
    nl: 'Wat boven het plafond betaalbaar is',
    en: 'What is payable above the ceiling',
  },
  'region.payable-nothing': {
    nl: 'Boven het plafond is niets betaalbaar',
    en: 'Nothing is payable above the ceiling',
  },
  'region.payable-unknown': {
    nl: 'Wat boven het plafond betaalbaar is, is niet bekend',
    en: 'What is payable above the ceiling is not known',
  },
  'region.payable': {
    nl: 'Nog betaalbaar boven het plafond: het laagste van beide',
    en: 'Still payable above the ceiling: the lower of the two',
  },
  'region.payment': {
    nl: '{municipality} betaalt (positief) of ontvangt (negatief)',
    en: '{municipality} pays (positive) or receives (negative)',
  },
  'region.per-place': {
    nl: 'Bedrag per plek',
    en: 'Amount per place',
  },
  'region.places-above': {
    nl: 'Geproduceerd boven het subsidieplafond',
    en: 'Produced above the subsidy ceiling',
  },
  'region.places-produced': {
    nl: 'Geproduceerde plekken in euro, afgerond op centen',
    en: 'Produced places in euro, rounded to cents',
  },
  'region.places-times-amount': {
    nl: 'Plekken maal bedrag per plek',
    en: 'Places times amount per place',
  },
  'region.places': {
    nl: 'Plekken',
    en: 'Places',
  },
  'region.pooled': {
    nl: 'In de pot van {municipality}',
    en: 'In the pot from {municipality}',
  },
  'region.pot': {
    nl: 'Pot die wordt verdeeld',
    en: 'Pot that is divided',
  },
  'region.previous-by-share': {
    nl: 'Deel dat bij vorig jaar hoort, afgerond op centen',
    en: 'Part that belongs to the previous year, rounded to cents',
  },
  'region.previous-capped': {
    nl: 'Deel dat bij vorig jaar hoort, ten hoogste het afgesproken bedrag',
    en: 'Part that belongs to the previous year, at most the agreed amount',
  },
  'region.previous-share': {
    nl: 'Deel van trajecten die vorig jaar begonnen',
    en: 'Share of trajectories begun last year',
  },
  'region.provider-ceiling': {
    nl: 'Plafond',
    en: 'Ceiling',
  },
  'region.provider-offer': {
    nl: 'Offerte',
    en: 'Offer',
  },
  'region.reason-double': {
    nl: 'dubbele regel',
    en: 'double line',
  },
  'region.reason-no-allocation': {
    nl: 'er is geen toewijzing',
    en: 'there is no allocation',
  },
  'region.reason-not-identifiable': {
    nl: 'geen toewijzingsnummer en geen cliënt',
    en: 'no allocation number and no client',
  },
  'region.reason-other-client': {
    nl: 'de genoemde toewijzing is van een andere cliënt',
    en: 'the allocation named is of another client',
  },
  'region.reason-other-provider': {
    nl: 'de toewijzing is van een andere aanbieder',
    en: 'the allocation is of another provider',
  },
  'region.reason-outside-period': {
    nl: 'buiten de periode van de toewijzing',
    en: 'outside the allocation’s period',
  },
  'region.reason-over-period': {
    nl: 'meer dan in die maand mag',
    en: 'more than is allowed in that month',
  },
  'region.reason-over-volume': {
    nl: 'meer dan het toegewezen aantal of bedrag',
    en: 'more than the allocated volume or amount',
  },
  'region.reason-wrong-product': {
    nl: 'een ander product dan is toegewezen',
    en: 'another product than was allocated',
  },
  'region.reference-ceiling': {
    nl: 'Plafond uit referentieomzet, afgerond op centen',
    en: 'Ceiling from reference turnover, rounded to cents',
  },
  'region.reference-turnover': {
    nl: 'Referentieomzet',
    en: 'Reference turnover',
  },
  'region.refused-above': {
    nl: '{amount} boven het plafond wordt niet betaald.',
    en: '{amount} above the ceiling is not paid.',
  },
  'region.regional-budget': {
    nl: 'Regionaal budget',
    en: 'Regional budget',
  },
  'region.regional-exceeded': {
    nl: 'De aanbieders samen komen op {total}; het regionale budget is {budget}: {amount} te veel. Er zijn geen plafonds per aanbieder.',
    en: 'The providers together come to {total}; the regional budget is {budget}: {amount} too much. There are no provider ceilings.',
  },
  'region.regional-left': {
    nl: 'Over van het regionale budget',
    en: 'Left of the regional budget',
  },
  'region.regional-over': {
    nl: 'Boven het regionale budget',
    en: 'Above the regional budget',
  },
  'region.rounding-cent': {
    nl: 'Cent die de delen op het geheel laat uitkomen',
    en: 'Cent that makes the parts add up to the whole',
  },
  'region.segment-no-limit': {
    nl: '{lot}, {segment}: {count, plural, one {# aanbieder} other {# aanbieders}}; er is geen maximum of bandbreedte bekend, dus niet getoetst.',
    en: '{lot}, {segment}: {count, plural, one {# provider} other {# providers}}; no maximum or bandwidth is known, so not checked.',
  },
  'region.segment-provider': {
    nl: '{provider}',
    en: '{provider}',
  },
  'region.segment-too-few': {
    nl: '{lot}, {segment}: {count, plural, one {# aanbieder} other {# aanbieders}}, minder dan het minimum van {limit}.',
    en: '{lot}, {segment}: {count, plural, one {# provider} other {# providers}}, fewer than the minimum of {limit}.',
  },
  'region.segment-too-many': {
    nl: '{lot}, {segment}: {count, plural, one {# aanbieder} other {# aanbieders}}, meer dan het maximum van {limit}.',
    en: '{lot}, {segment}: {count, plural, one {# provider} other {# providers}}, more than the maximum of {limit}.',
  },
  'region.segment-total': {
    nl: 'Gecontracteerd in {lot}, {segment}',
    en: 'Contracted in {lot}, {segment}',
  },
  'region.severity-not-checked': {
    nl: 'Niet getoetst',
    en: 'Not checked',
  },
  'region.severity-notice': {
    nl: 'Melding',
    en: 'Notice',
  },
  'region.severity-violation': {
    nl: 'Overtreding',
    en: 'Violation',
  },
  'region.severity-warning': {
    nl: 'Waarschuwing',
    en: 'Warning',
  },
  'region.share-exact': {
    nl: 'Gedeeld door de som van de gewichten',
    en: 'Divided by the sum of the weights',
  },
  'region.share-of-pot': {
    nl: 'Deel van de pot voor {municipality}',
    en: 'Share of the pot for {municipality}',
  },
  'region.share-rounded': {
    nl: 'Deel, afgerond op centen',
    en: 'Share, rounded to cents',
  },
  'region.share': {
    nl: 'Deel {name}',
    en: 'Share {name}',
  },
  'region.solidarity-given': {
    nl: 'Opgegeven deel dat wordt verevend',
    en: 'Given share that is equalised',
  },
  'region.solidarity-range': {
    nl: 'Het deel dat wordt verevend ligt buiten 0 tot en met 1.',
    en: 'The share that is equalised is outside 0 to 1.',
  },
  'region.solidarity': {
    nl: 'Deel dat wordt verevend',
    en: 'Share that is equalised',
  },
  'region.specific-allocations': {
    nl: 'Specifieke toewijzingen boven het plafond',
    en: 'Specific allocations above the ceiling',
  },
  'region.spending-all': {
    nl: 'Uitgaven van alle aanbieders ({count})',
    en: 'Spending of all providers ({count})',
  },
  'region.spending-of': {
    nl: '{provider}',
    en: '{provider}',
  },
  'region.spending': {
    nl: 'Uitgaven',
    en: 'Spending',
  },
  'region.stay-above': {
    nl: 'Geleverd boven het vaste budget',
    en: 'Delivered above the fixed budget',
  },
  'region.stay-budget': {
    nl: 'Vast budget: afgesproken dagdelen × tarief, afgerond op centen',
    en: 'Fixed budget: agreed day-parts × tariff, rounded to cents',
  },
  'region.stay-delivered': {
    nl: 'Geleverde dagdelen × tarief, afgerond op centen',
    en: 'Delivered day-parts × tariff, rounded to cents',
  },
  'region.stay-left': {
    nl: 'Over van het vaste budget',
    en: 'Left of the fixed budget',
  },
  'region.subcontract-differs': {
    nl: '{main} en onderaannemer {sub} geven voor {product}, {month} een verschillend bedrag op: {amount} verschil. Geteld is de opgave van de hoofdaannemer.',
    en: '{main} and subcontractor {sub} state different amounts for {product}, {month}: a difference of {amount}. The main contractor’s statement is counted.',
  },
  'region.subsidy-ceiling': {
    nl: 'Subsidieplafond van de aanbieder',
    en: 'The provider’s subsidy ceiling',
  },
  'region.subsidy-per-year': {
    nl: 'Subsidie per jaar',
    en: 'Subsidy per year',
  },
  'region.subsidy-year': {
    nl: 'Subsidie {year} uit het contract vanaf {from}',
    en: 'Subsidy {year} of the contract from {from}',
  },
  'region.subsidy': {
    nl: 'Subsidie: het laagste van productie en subsidieplafond',
    en: 'Subsidy: the lower of production and subsidy ceiling',
  },
  'region.to-divide': {
    nl: 'Te verdelen bedrag',
    en: 'Amount to divide',
  },
  'region.trajectories-times-tariff': {
    nl: 'Trajecten maal gemiddeld tarief',
    en: 'Trajectories times average tariff',
  },
  'region.trajectories': {
    nl: 'Afgesloten trajecten',
    en: 'Closed trajectories',
  },
  'region.trajectory-costs': {
    nl: 'Kosten van de trajecten',
    en: 'Cost of the trajectories',
  },
  'region.trajectory-cost': {
    nl: 'Kosten van traject {number}',
    en: 'Cost of trajectory {number}',
  },
  'region.trajectory-paid': {
    nl: 'Betaald voor de trajecten',
    en: 'Paid for the trajectories',
  },
  'region.trajectory-result': {
    nl: 'Resultaat: betaald min kosten',
    en: 'Result: paid minus cost',
  },
  'region.transition-maximum': {
    nl: 'Afgesproken maximum',
    en: 'Agreed maximum',
  },
  'region.turnover-times-index': {
    nl: 'Referentieomzet maal indexfactor',
    en: 'Reference turnover times index factor',
  },
  'region.uncontracted-cost': {
    nl: 'Kosten van niet-gecontracteerde zorg',
    en: 'Cost of care without contract',
  },
  'region.uncontracted-off': {
    nl: 'Scenario niet-gecontracteerde zorg staat uit',
    en: 'Scenario care without contract is off',
  },
  'region.uncontracted-paid': {
    nl: 'Scenario: vergoeding van niet-gecontracteerde zorg, afgerond op centen',
    en: 'Scenario: payment for care without contract, rounded to cents',
  },
  'region.uncontracted-product': {
    nl: 'Kosten maal het deel dat wordt vergoed',
    en: 'Cost times the share that is paid',
  },
  'region.uncontracted-share': {
    nl: 'Deel dat wordt vergoed',
    en: 'Share that is paid',
  },
  'region.unmatched-all': {
    nl: 'Niet gekoppeld ({count, plural, one {# regel} other {# regels}})',
    en: 'Not matched ({count, plural, one {# line} other {# lines}})',
  },
  'region.unmatched-double': {
    nl: 'Niet gekoppeld, dubbele regel ({count, plural, one {# regel} other {# regels}})',
    en: 'Not matched, double line ({count, plural, one {# line} other {# lines}})',
  },
  'region.unmatched-no-allocation': {
    nl: 'Niet gekoppeld, er is geen toewijzing ({count, plural, one {# regel} other {# regels}})',
    en: 'Not matched, there is no allocation ({count, plural, one {# line} other {# lines}})',
  },
  'region.unmatched-not-identifiable': {
    nl: 'Niet gekoppeld, geen toewijzingsnummer en geen cliënt ({count, plural, one {# regel} other {# regels}})',
    en: 'Not matched, no allocation number and no client ({count, plural, one {# line} other {# lines}})',
  },
  'region.unmatched-other-client': {
    nl: 'Niet gekoppeld, de genoemde toewijzing is van een andere cliënt ({count, plural, one {# regel} other {# regels}})',
    en: 'Not matched, the allocation named is of another client ({count, plural, one {# line} other {# lines}})',
  },
  'region.unmatched-other-provider': {
    nl: 'Niet gekoppeld, de toewijzing is van een andere aanbieder ({count, plural, one {# regel} other {# regels}})',
    en: 'Not matched, the allocation is of another provider ({count, plural, one {# line} other {# lines}})',
  },
  'region.unmatched-outside-period': {
    nl: 'Niet gekoppeld, buiten de periode van de toewijzing ({count, plural, one {# regel} other {# regels}})',
    en: 'Not matched, outside the allocation’s period ({count, plural, one {# line} other {# lines}})',
  },
  'region.unmatched-over-period': {
    nl: 'Niet gekoppeld, meer dan in die maand mag ({count, plural, one {# regel} other {# regels}})',
    en: 'Not matched, more than is allowed in that month ({count, plural, one {# line} other {# lines}})',
  },
  'region.unmatched-over-volume': {
    nl: 'Niet gekoppeld, meer dan het toegewezen aantal of bedrag ({count, plural, one {# regel} other {# regels}})',
    en: 'Not matched, more than the allocated volume or amount ({count, plural, one {# line} other {# lines}})',
  },
  'region.unmatched-wrong-product': {
    nl: 'Niet gekoppeld, een ander product dan is toegewezen ({count, plural, one {# regel} other {# regels}})',
    en: 'Not matched, another product than was allocated ({count, plural, one {# line} other {# lines}})',
  },
  'region.utilisation': {
    nl: 'Uitputting {municipality}',
    en: 'Utilisation {municipality}',
  },
  'region.value': {
    nl: '{value}',
    en: '{value}',
  },
  'region.volume-not-comparable': {
    nl: 'Bij {count, plural, one {# regel} other {# regels}} ({amount}) is het aantal niet met de toewijzing te vergelijken: het ontbreekt of heeft een andere eenheid.',
    en: 'The volume of {count, plural, one {# line} other {# lines}} ({amount}) can’t be compared with the allocation: it is missing or in another unit.',
  },
  'region.volume-not-stated': {
    nl: '{count, plural, one {# toewijzing noemt} other {# toewijzingen noemen}} geen aantal en geen bedrag; of er te veel is geleverd, is daar niet getoetst.',
    en: '{count, plural, one {# allocation states} other {# allocations state}} neither volume nor amount; whether too much was delivered was not checked there.',
  },
  'region.weeks-in-year': {
    nl: 'Weken die in {year} beginnen',
    en: 'Weeks that begin in {year}',
  },
  'region.weights-total': {
    nl: 'Som van de gewichten',
    en: 'Sum of the weights',
  },
  'region.year-fits': {
    nl: '{domain} {year}: de toewijzingen ({total}) passen binnen het plafond van {ceiling}; {amount} over.',
    en: '{domain} {year}: the allocations ({total}) fit the ceiling of {ceiling}; {amount} left.',
  },
  'region.year-over': {
    nl: '{domain} {year}: de toewijzingen ({total}) gaan {amount} over het plafond van {ceiling}.',
    en: '{domain} {year}: the allocations ({total}) exceed the ceiling of {ceiling} by {amount}.',
  },
  'region.year-part': {
    nl: 'Deel dat in {year} valt',
    en: 'Part that falls in {year}',
  },
};
