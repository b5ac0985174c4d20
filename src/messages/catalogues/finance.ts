import type { Catalogue } from '../catalogue';

export const financeMessages: Catalogue = {
  'finance.absence-above': {
    nl: '{days} afwezigheidsdagen boven het maximum.',
    en: '{days} absence days above the maximum.',
  },
  'finance.agreement-without-day': {
    nl: 'Een afspraak vraagt een dag in de kolom “vanaf”: de dag waarop zij is gemaakt.',
    en: 'An agreement needs a day in the column “from”: the day on which it was made.',
  },
  'finance.budget-all': {
    nl: 'met alles wat onzeker is',
    en: 'with everything uncertain',
  },
  'finance.budget-base': {
    nl: 'basis',
    en: 'base',
  },
  'finance.budget-certain': {
    nl: 'met wat zeker is',
    en: 'with what is certain',
  },
  'finance.budget-highest': {
    nl: 'hoogste: alle onzekere toevoegingen',
    en: 'highest: all uncertain additions',
  },
  'finance.budget-lowest': {
    nl: 'laagste: alle onzekere uitnamen',
    en: 'lowest: all uncertain withdrawals',
  },
  'finance.budget-without-amount': {
    nl: '{name} heeft geen bedrag, en regelboek {rulebook} kent er voor dit jaar geen.',
    en: '{name} has no amount, and rulebook {rulebook} knows none for this year.',
  },
  'finance.budget-without-base': {
    nl: 'Geen enkele regel heeft soort “basis”: zonder basis is er geen budget.',
    en: 'No line is of the kind “base”: without a base there is no budget.',
  },
  'finance.client-above': {
    nl: 'Boven het budget van de cliënt: {amount}. De aanbieder kan niet meer uitgeven dan het budget.',
    en: 'Above the client’s budget: {amount}. The provider can’t spend more than the budget.',
  },
  'finance.column-above': {
    nl: 'erboven',
    en: 'above',
  },
  'finance.column-advances': {
    nl: 'voorschotten',
    en: 'advances',
  },
  'finance.column-agreed': {
    nl: 'afgesproken',
    en: 'agreed',
  },
  'finance.column-agreed-days': {
    nl: 'afgesproken dagen',
    en: 'agreed days',
  },
  'finance.column-allowed': {
    nl: 'toegestaan',
    en: 'allowed',
  },
  'finance.column-amount': {
    nl: 'bedrag',
    en: 'amount',
  },
  'finance.column-balance': {
    nl: 'saldo',
    en: 'balance',
  },
  'finance.column-client': {
    nl: 'cliënt nr.',
    en: 'client no.',
  },
  'finance.column-concern': {
    nl: 'concern',
    en: 'concern',
  },
  'finance.column-current': {
    nl: 'dit jaar',
    en: 'this year',
  },
  'finance.column-cut': {
    nl: 'korting',
    en: 'cut',
  },
  'finance.column-days': {
    nl: 'dagen',
    en: 'days',
  },
  'finance.column-declarable': {
    nl: 'te declareren',
    en: 'declarable',
  },
  'finance.column-declared': {
    nl: 'gedeclareerd',
    en: 'declared',
  },
  'finance.column-delivery': {
    nl: 'leveringsvorm',
    en: 'delivery form',
  },
  'finance.column-deviation': {
    nl: 'afwijking',
    en: 'deviation',
  },
  'finance.column-domain': {
    nl: 'domein',
    en: 'domain',
  },
  'finance.column-empty': {
    nl: 'lege dagen',
    en: 'empty days',
  },
  'finance.column-excess': {
    nl: 'te veel',
    en: 'excess',
  },
  'finance.column-financing': {
    nl: 'bekostiging',
    en: 'financing',
  },
  'finance.column-flows-back': {
    nl: 'vloeit terug',
    en: 'flows back',
  },
  'finance.column-forecast': {
    nl: 'prognose',
    en: 'forecast',
  },
  'finance.column-form': {
    nl: 'vorm',
    en: 'form',
  },
  'finance.column-from-unforeseen': {
    nl: 'uit onvoorzien',
    en: 'from unforeseen',
  },
  'finance.column-groups': {
    nl: 'groepen',
    en: 'groups',
  },
  'finance.column-invoices': {
    nl: 'facturen',
    en: 'invoices',
  },
  'finance.column-item': {
    nl: 'product of post',
    en: 'item',
  },
  'finance.column-left': {
    nl: 'over',
    en: 'left',
  },
  'finance.column-limit': {
    nl: 'plafond of budget',
    en: 'ceiling or budget',
  },
  'finance.column-main': {
    nl: 'hoofdaannemer',
    en: 'main contractor',
  },
  'finance.column-month': {
    nl: 'maand',
    en: 'month',
  },
  'finance.column-municipality': {
    nl: 'gemeente',
    en: 'municipality',
  },
  'finance.column-not-declarable': {
    nl: 'niet te declareren',
    en: 'not declarable',
  },
  'finance.column-offer': {
    nl: 'offerte',
    en: 'offer',
  },
  'finance.column-own': {
    nl: 'eigen',
    en: 'own',
  },
  'finance.column-paid': {
    nl: 'betaald',
    en: 'paid',
  },
  'finance.column-passed-on': {
    nl: 'doorbetaald',
    en: 'passed on',
  },
  'finance.column-payable': {
    nl: 'te betalen',
    en: 'payable',
  },
  'finance.column-payable-days': {
    nl: 'te betalen dagen',
    en: 'payable days',
  },
  'finance.column-peak': {
    nl: 'piekmaand',
    en: 'peak month',
  },
  'finance.column-peak-days': {
    nl: 'dagen piekmaand',
    en: 'days of peak',
  },
  'finance.column-percentage': {
    nl: 'percentage',
    en: 'percentage',
  },
  'finance.column-previous': {
    nl: 'vorig jaar',
    en: 'previous year',
  },
  'finance.column-provider': {
    nl: 'aanbieder',
    en: 'provider',
  },
  'finance.column-providers': {
    nl: 'aanbieders',
    en: 'providers',
  },
  'finance.column-quantity': {
    nl: 'aantal',
    en: 'quantity',
  },
  'finance.column-raise': {
    nl: 'verhoging',
    en: 'raise',
  },
  'finance.column-reference': {
    nl: 'op grond van omzet',
    en: 'from turnover',
  },
  'finance.column-region': {
    nl: 'regio',
    en: 'region',
  },
  'finance.column-regional': {
    nl: 'naar de regio',
    en: 'to the region',
  },
  'finance.column-result': {
    nl: 'resultaat',
    en: 'result',
  },
  'finance.column-section': {
    nl: 'tabel',
    en: 'table',
  },
  'finance.column-sector': {
    nl: 'sector',
    en: 'sector',
  },
  'finance.column-segment': {
    nl: 'segment',
    en: 'segment',
  },
  'finance.column-set-off': {
    nl: 'saldering',
    en: 'set-off',
  },
  'finance.column-share': {
    nl: 'aandeel',
    en: 'share',
  },
  'finance.column-spent': {
    nl: 'besteed',
    en: 'spent',
  },
  'finance.column-stays': {
    nl: 'blijft in sector',
    en: 'stays in sector',
  },
  'finance.column-subcontracted': {
    nl: 'onderaanneming',
    en: 'subcontracted',
  },
  'finance.column-subcontractor': {
    nl: 'onderaannemer',
    en: 'subcontractor',
  },
  'finance.column-supplement': {
    nl: 'toeslag',
    en: 'supplement',
  },
  'finance.column-tariff': {
    nl: 'tarief',
    en: 'tariff',
  },
  'finance.column-total': {
    nl: 'totaal',
    en: 'total',
  },
  'finance.column-uncovered': {
    nl: 'ongedekt',
    en: 'uncovered',
  },
  'finance.column-used-up': {
    nl: 'op vanaf',
    en: 'used up on',
  },
  'finance.column-with': {
    nl: 'met behandeling',
    en: 'with treatment',
  },
  'finance.crisis-agreement': {
    nl: '{provider} vraagt precies één regel zonder “vanaf”: de afspraak van het begin van het jaar.',
    en: '{provider} needs exactly one line without “from”: the agreement at the start of the year.',
  },
  'finance.date-not-valid': {
    nl: 'Een termijn begint op de eerste dag van een maand.',
    en: 'A term begins on the first day of a month.',
  },
  'finance.days-above': {
    nl: '{provider}: {days} dagen boven het volumeplafond; bij de nacalculatie vervalt {amount}.',
    en: '{provider}: {days} days above the volume ceiling; at the settlement {amount} is taken out.',
  },
  'finance.days-not-whole': {
    nl: '{found} is geen aantal dagen; verwacht een geheel getal vanaf 1.',
    en: '{found} is no number of days; expected a whole number from 1.',
  },
  'finance.differs-agreed': {
    nl: 'Regels die bij elkaar horen, noemen verschillende afgesproken aantallen.',
    en: 'Lines that belong together state different agreed numbers.',
  },
  'finance.differs-ceiling': {
    nl: 'Regels die bij elkaar horen, noemen verschillende plafonds of budgetten.',
    en: 'Lines that belong together state different ceilings or budgets.',
  },
  'finance.differs-tariff': {
    nl: 'Regels die bij elkaar horen, noemen verschillende tarieven.',
    en: 'Lines that belong together state different tariffs.',
  },
  'finance.drivers-total': {
    nl: 'Prognose uit cliënten, maanden en uren',
    en: 'Forecast from clients, months and hours',
  },
  'finance.effort-total': {
    nl: 'Aantal maal tarief, alle regels',
    en: 'Volume times tariff, all lines',
  },
  'finance.emergency-above': {
    nl: 'Noodsituaties boven hun eigen budget: {amount}.',
    en: 'Emergencies above their own budget: {amount}.',
  },
  'finance.extra-uncovered': {
    nl: 'Meerzorg {sector}: {amount} heeft geen dekking in het oormerk en de reservering.',
    en: 'Extra care {sector}: {amount} has no cover in the earmark and the reservation.',
  },
  'finance.financing-client-budget': {
    nl: 'budget per cliënt',
    en: 'budget per client',
  },
  'finance.financing-output': {
    nl: 'resultaat',
    en: 'output',
  },
  'finance.financing-population': {
    nl: 'populatie',
    en: 'population',
  },
  'finance.financing-production': {
    nl: 'productie',
    en: 'production',
  },
  'finance.financing-subsidy': {
    nl: 'subsidie',
    en: 'subsidy',
  },
  'finance.financing-task': {
    nl: 'taakgericht',
    en: 'task-based',
  },
  'finance.financing-unknown': {
    nl: 'niet bekend',
    en: 'not known',
  },
  'finance.findings': {
    nl: 'Bevindingen',
    en: 'Findings',
  },
  'finance.fixed': {
    nl: 'Vast bedrag',
    en: 'Fixed amount',
  },
  'finance.form-child-budget': {
    nl: 'budget per kind',
    en: 'budget per child',
  },
  'finance.form-client-budget': {
    nl: 'budget per cliënt',
    en: 'budget per client',
  },
  'finance.form-drivers': {
    nl: 'volumesturing (prognose)',
    en: 'volume drivers (forecast)',
  },
  'finance.form-effort': {
    nl: 'inspanning (P×Q)',
    en: 'effort-based (P×Q)',
  },
  'finance.form-emergency': {
    nl: 'noodsituaties',
    en: 'emergencies',
  },
  'finance.form-lump-sum': {
    nl: 'lumpsum',
    en: 'lump sum',
  },
  'finance.form-open-end': {
    nl: 'open einde',
    en: 'open end',
  },
  'finance.form-places': {
    nl: 'subsidie op plekken',
    en: 'subsidy on places',
  },
  'finance.form-population': {
    nl: 'populatie',
    en: 'population',
  },
  'finance.form-short-stay': {
    nl: 'dagdelen kortdurend verblijf',
    en: 'day-parts of short stay',
  },
  'finance.form-three-year': {
    nl: 'driejarige subsidie',
    en: 'three-year subsidy',
  },
  'finance.form-trajectory': {
    nl: 'traject',
    en: 'trajectory',
  },
  'finance.form-uncontracted': {
    nl: 'zonder contract',
    en: 'without a contract',
  },
  'finance.form-without-rule': {
    nl: 'Regelboek {rulebook} heeft geen regel voor “{form, select, effort {inspanning} trajectory {traject} clientbudget {budget per cliënt} childbudget {budget per kind} places {plekken} emergency {noodsituaties} shortstay {dagdelen} threeyear {driejarige subsidie} lumpsum {lumpsum} openend {open einde} drivers {volumesturing} uncontracted {zonder contract} other {populatie}}”; {amount} is niet getoetst.',
    en: 'Rulebook {rulebook} has no rule for “{form, select, effort {effort-based} trajectory {trajectory} clientbudget {budget per client} childbudget {budget per child} places {places} emergency {emergencies} shortstay {day-parts} threeyear {three-year subsidy} lumpsum {lump sum} openend {open end} drivers {drivers} uncontracted {without a contract} other {population}}”; {amount} is not checked.',
  },
  'finance.inhabitants': {
    nl: 'Inwoners',
    en: 'Inhabitants',
  },
  'finance.left': {
    nl: 'Over onder het plafond of budget',
    en: 'Left under the ceiling or budget',
  },
  'finance.line-misses': {
    nl: 'Een regel met vorm “{form, select, effort {inspanning} trajectory {traject} clientbudget {budget per cliënt} childbudget {budget per kind} places {plekken} emergency {noodsituaties} shortstay {dagdelen} threeyear {driejarige subsidie} lumpsum {lumpsum} openend {open einde} drivers {volumesturing} uncontracted {zonder contract} other {populatie}}” vraagt een waarde in de kolom {field, select, quantity {aantal} tariff {tarief} amount {bedrag} client {client} ceiling {plafond} agreed {afgesproken} from {vanaf} product {product} clients {clienten} months {maanden} other {uren}}.',
    en: 'A line of the form “{form, select, effort {effort-based} trajectory {trajectory} clientbudget {budget per client} childbudget {budget per child} places {places} emergency {emergencies} shortstay {day-parts} threeyear {three-year subsidy} lumpsum {lump sum} openend {open end} drivers {drivers} uncontracted {without a contract} other {population}}” needs a value in the column {field, select, quantity {quantity} tariff {tariff} amount {amount} client {client} ceiling {ceiling} agreed {agreed} from {from} product {product} clients {clients} months {months} other {hours}}.',
  },
  'finance.line-without-month': {
    nl: 'Deze regel heeft een bedrag en geen maand.',
    en: 'This line has an amount and no month.',
  },
  'finance.lump-missing': {
    nl: 'Bij deze aanbieder en dit segment staat geen lumpsum in de kolom plafond.',
    en: 'No lump sum stands in the column ceiling for this provider and segment.',
  },
  'finance.lump-other-year': {
    nl: '{provider}: {amount} ligt buiten {year} en telt niet mee in de lumpsum van dat jaar.',
    en: '{provider}: {amount} lies outside {year} and doesn’t count in the lump sum of that year.',
  },
  'finance.lump-without-month': {
    nl: 'Een bedrag bij een lumpsum vraagt een maand in de kolom periode: zonder maand is niet te zeggen wanneer de lumpsum op is.',
    en: 'An amount of a lump sum needs a month in the column period: without one it can’t be told when the lump sum is used up.',
  },
  'finance.month-above': {
    nl: '{provider}: {days} dagen in {month}, meer dan het volumeplafond voor die maand inhoudt ({implied}); meld het aan het zorgkantoor.',
    en: '{provider}: {days} days in {month}, more than the volume ceiling implies for that month ({implied}); tell the care office.',
  },
  'finance.no-components': {
    nl: '{product} heeft geen zorgcomponent; het tarief is niet te bepalen.',
    en: '{product} has no care component; its tariff can’t be told.',
  },
  'finance.nothing': {
    nl: 'geen',
    en: 'none',
  },
  'finance.offer-without-ceiling': {
    nl: 'Bij deze aanbieder staat geen plafond en geen omzet waaruit het volgt.',
    en: 'This provider has no ceiling and no turnover from which it follows.',
  },
  'finance.overproduction': {
    nl: 'Overproductie {provider}',
    en: 'Overproduction {provider}',
  },
  'finance.parameter-not-valid': {
    nl: 'Regelboek {rulebook} geldt niet op deze dag.',
    en: 'Rulebook {rulebook} doesn’t hold on this day.',
  },
  'finance.per-inhabitant': {
    nl: 'Bedrag per inwoner',
    en: 'Amount per inhabitant',
  },
  'finance.population': {
    nl: 'Inwoners maal bedrag per inwoner',
    en: 'Inhabitants times amount per inhabitant',
  },
  'finance.population-total': {
    nl: 'Populatiebekostiging',
    en: 'Population-based financing',
  },
  'finance.report-absence': {
    nl: 'Afwezigheidsdagen, {year} ({rulebook})',
    en: 'Absence days, {year} ({rulebook})',
  },
  'finance.report-advances': {
    nl: 'Voorschotten, {year} ({rulebook})',
    en: 'Advances, {year} ({rulebook})',
  },
  'finance.report-budget': {
    nl: 'Budget en scenario’s, {year} ({rulebook})',
    en: 'Budget and scenarios, {year} ({rulebook})',
  },
  'finance.report-commitments': {
    nl: 'Lopende verplichtingen naar het hele jaar, {year} ({rulebook})',
    en: 'Running commitments taken to the whole year, {year} ({rulebook})',
  },
  'finance.report-contractors': {
    nl: 'Per hoofdaannemer, {year} ({rulebook})',
    en: 'Per main contractor, {year} ({rulebook})',
  },
  'finance.report-crisis': {
    nl: 'Crisisplekken, {year} ({rulebook})',
    en: 'Crisis places, {year} ({rulebook})',
  },
  'finance.report-extra': {
    nl: 'Meerzorg, {year} ({rulebook})',
    en: 'Extra care, {year} ({rulebook})',
  },
  'finance.report-offers': {
    nl: 'Plafonds en offertes, {year} ({rulebook})',
    en: 'Ceilings and offers, {year} ({rulebook})',
  },
  'finance.report-regional': {
    nl: 'Regiogeld, {year} ({rulebook})',
    en: 'Regional money, {year} ({rulebook})',
  },
  'finance.report-settlement': {
    nl: 'Nacalculatie, {year} ({rulebook})',
    en: 'Final settlement, {year} ({rulebook})',
  },
  'finance.report-tariffs': {
    nl: 'Afgesproken tarieven, {year} ({rulebook})',
    en: 'Agreed tariffs, {year} ({rulebook})',
  },
  'finance.report-treatment': {
    nl: 'Dagen met behandeling, {year} ({rulebook})',
    en: 'Days with treatment, {year} ({rulebook})',
  },
  'finance.report-utilisation': {
    nl: 'Uitnutting per gemeente, {year} ({rulebook})',
    en: 'Utilisation per municipality, {year} ({rulebook})',
  },
  'finance.report-volume': {
    nl: 'Volumeplafond, {year} ({rulebook})',
    en: 'Volume ceiling, {year} ({rulebook})',
  },
  'finance.report-years': {
    nl: 'Toerekening aan jaren, {year} ({rulebook})',
    en: 'Attribution to years, {year} ({rulebook})',
  },
  'finance.rulebook-without-rules': {
    nl: 'Regelboek {rulebook} heeft geen van de regels {rules}; kies een regelboek dat ze wel heeft (“rulebook list”).',
    en: 'Rulebook {rulebook} has none of the rules {rules}; choose one that has them (“rulebook list”).',
  },
  'finance.section-absence': {
    nl: 'Afwezigheidsdagen',
    en: 'Absence days',
  },
  'finance.section-advances': {
    nl: 'Voorschotten',
    en: 'Advances',
  },
  'finance.section-budget': {
    nl: 'Budget en scenario’s',
    en: 'Budget and scenarios',
  },
  'finance.section-commitments': {
    nl: 'Lopende verplichtingen naar het hele jaar',
    en: 'Running commitments taken to the whole year',
  },
  'finance.section-contractors': {
    nl: 'Per hoofdaannemer',
    en: 'Per main contractor',
  },
  'finance.section-crisis': {
    nl: 'Crisisplekken',
    en: 'Crisis places',
  },
  'finance.section-days-out': {
    nl: 'Dagen die afvallen',
    en: 'Days taken out',
  },
  'finance.section-extra': {
    nl: 'Meerzorg',
    en: 'Extra care',
  },
  'finance.section-forms': {
    nl: 'Per bekostigingsvorm',
    en: 'Per financing form',
  },
  'finance.section-groups': {
    nl: 'Per aanbieder, product of cliënt',
    en: 'Per provider, product or client',
  },
  'finance.section-left-out': {
    nl: 'Dubbel gemeld, niet geteld',
    en: 'Told twice, not counted',
  },
  'finance.section-lots': {
    nl: 'Percelen',
    en: 'Lots',
  },
  'finance.section-offers': {
    nl: 'Plafonds en offertes',
    en: 'Ceilings and offers',
  },
  'finance.section-payments': {
    nl: 'Betaling per maand',
    en: 'Payment per month',
  },
  'finance.section-raises': {
    nl: 'Generieke verhoging',
    en: 'General raise',
  },
  'finance.section-regional': {
    nl: 'Regiogeld',
    en: 'Regional money',
  },
  'finance.section-segments': {
    nl: 'Segmenten',
    en: 'Segments',
  },
  'finance.section-settlement': {
    nl: 'Nacalculatie',
    en: 'Final settlement',
  },
  'finance.section-shares': {
    nl: 'Aandeel per bekostigingsvorm en domein',
    en: 'Share per financing form and domain',
  },
  'finance.section-subcontracts': {
    nl: 'Prijzen van onderaannemers',
    en: 'Prices of subcontractors',
  },
  'finance.section-supplements': {
    nl: 'Kwaliteitstoeslag',
    en: 'Quality supplement',
  },
  'finance.section-tariffs': {
    nl: 'Afgesproken tarieven',
    en: 'Agreed tariffs',
  },
  'finance.section-treatment': {
    nl: 'Dagen met behandeling',
    en: 'Days with treatment',
  },
  'finance.section-utilisation': {
    nl: 'Uitnutting per gemeente',
    en: 'Utilisation per municipality',
  },
  'finance.section-utilisation-months': {
    nl: 'Uitnutting per gemeente en maand, opgeteld',
    en: 'Utilisation per municipality and month, running total',
  },
  'finance.section-volume': {
    nl: 'Volumeplafond',
    en: 'Volume ceiling',
  },
  'finance.section-years': {
    nl: 'Toerekening aan jaren',
    en: 'Attribution to years',
  },
  'finance.set-off-room': {
    nl: 'Te salderen binnen concern {concern}',
    en: 'To set off within concern {concern}',
  },
  'finance.set-off-share': {
    nl: 'Deel van {provider} in de ruimte van het concern',
    en: 'Share of {provider} in the concern’s room',
  },
  'finance.settlement-set-off': {
    nl: 'Nacalculatie met saldering binnen het concern',
    en: 'Settlement with set-off within the concern',
  },
  'finance.share-out-of-range': {
    nl: '{found} is geen deel; verwacht 0 tot en met 1.',
    en: '{found} is no share; expected 0 to 1.',
  },
  'finance.stay-above': {
    nl: 'Boven de afgesproken dagdelen: {amount}.',
    en: 'Above the agreed day-parts: {amount}.',
  },
  'finance.subsidy-above': {
    nl: 'Boven het subsidieplafond: {amount}.',
    en: 'Above the subsidy ceiling: {amount}.',
  },
  'finance.subsidy-other-years': {
    nl: 'De subsidie loopt van {from} tot en met {until} en heeft in {year} geen jaar.',
    en: 'The subsidy runs from {from} up to and including {until} and has no year in {year}.',
  },
  'finance.subsidy-twice': {
    nl: 'Deze driejarige subsidie staat er meer dan één keer; verwacht één regel per aanbieder en product.',
    en: 'This three-year subsidy is there more than once; expected one line per provider and product.',
  },
  'finance.title': {
    nl: 'Bekostigingsvormen naast elkaar, {year} ({rulebook})',
    en: 'Financing forms side by side, {year} ({rulebook})',
  },
  'finance.treatment-excess': {
    nl: '{provider}, {form}: {days} dagen met behandeling boven het afgesproken aandeel; korting {amount}.',
    en: '{provider}, {form}: {days} days with treatment above the agreed share; cut {amount}.',
  },
  'finance.treatment-no-year': {
    nl: '{provider}, {form}: een regel met soort “jaar” ontbreekt.',
    en: '{provider}, {form}: a line of the kind “year” is missing.',
  },
  'finance.treatment-twice': {
    nl: '{provider}, {form}: deze regel staat er twee keer.',
    en: '{provider}, {form}: this line is there twice.',
  },
  'finance.uncontracted-off': {
    nl: 'Zorg zonder contract van {amount} is niet meegerekend: het scenario staat uit.',
    en: 'Care without a contract of {amount} is not counted: the scenario is off.',
  },
  'finance.word-unknown': {
    nl: '“{found}” is hier niet bekend; verwacht een van: {expected}.',
    en: '“{found}” is not known here; expected one of: {expected}.',
  },
  'finance.wlz-no-tariffs': {
    nl: 'Er is geen tarieflijst met zorgcomponent, NHC en NIC; gedeclareerde bedragen zijn niet met afgesproken tarieven vergeleken.',
    en: 'There is no tariff list with care component, NHC and NIC; declared amounts are not compared with agreed tariffs.',
  },
  'finance.wlz-no-sector': {
    nl: 'De hoofdsector van de aanbieder is niet bekend (--sector), en de tarieflijst noemt er geen of meer dan één; tarieven zijn niet getoetst.',
    en: 'The provider’s main sector is not known (--sector), and the tariff list names none or more than one; tariffs are not checked.',
  },
  'finance.wlz-sector-assumed': {
    nl: 'Hoofdsector {sector} aangenomen: de tarieflijst kent geen andere sector.',
    en: 'Main sector {sector} assumed: the tariff list knows no other.',
  },
  'finance.wlz-no-volumes': {
    nl: 'Bij {products} staat niet overal een aantal; die bedragen zijn niet met het afgesproken tarief vergeleken.',
    en: '{products} have no volume everywhere; those amounts are not compared with the agreed tariff.',
  },
  'finance.wlz-difference': {
    nl: '{product}: bedrag min aantal maal afgesproken tarief',
    en: '{product}: amount minus volume times agreed tariff',
  },
  'finance.wlz-stated': {
    nl: '{product}: gedeclareerd en geraamd',
    en: '{product}: declared and forecast',
  },
  'finance.wlz-agreed': {
    nl: '{product}: aantal maal afgesproken tarief',
    en: '{product}: volume times agreed tariff',
  },
  'finance.wlz-tariff-above': {
    nl: '{product}: {stated} is {amount} meer dan het aantal maal het afgesproken tarief ({agreed}).',
    en: '{product}: {stated} is {amount} more than the volume times the agreed tariff ({agreed}).',
  },
  'finance.wlz-tariff-below': {
    nl: '{product}: {stated} is {amount} minder dan het aantal maal het afgesproken tarief ({agreed}).',
    en: '{product}: {stated} is {amount} less than the volume times the agreed tariff ({agreed}).',
  },
  'finance.wlz-no-treatment': {
    nl: 'De tarieflijst zegt van geen enkel product of de dag behandeling bevat (kolommen leveringsvorm en behandeling); het behandelaandeel is niet getoetst.',
    en: 'The tariff list says of no product whether a day includes treatment (columns delivery form and treatment); the treatment share is not checked.',
  },
  'finance.wlz-no-reference': {
    nl: '{form}: {days} van {total} dagen met behandeling ({share}); de dagen van het referentiejaar (--treatment) ontbreken, dus niet getoetst.',
    en: '{form}: {days} of {total} days with treatment ({share}); the reference year’s days (--treatment) are missing, so not checked.',
  },
  'finance.wlz-treatment-above': {
    nl: '{form}: {days} van {total} dagen met behandeling ({share}); toegestaan {allowed}, {excess} te veel. Korting bij de herschikking: {amount}.',
    en: '{form}: {days} of {total} days with treatment ({share}); allowed {allowed}, {excess} too many. Cut at the reallocation: {amount}.',
  },
  'finance.wlz-treatment-within': {
    nl: '{form}: {days} van {total} dagen met behandeling ({share}); toegestaan {allowed}, {excess} te veel (korting {amount}).',
    en: '{form}: {days} of {total} days with treatment ({share}); allowed {allowed}, {excess} too many (cut {amount}).',
  },
  'finance.wlz-space-and-providers': {
    nl: '--sector-space en --providers horen bij elkaar: de ruimte wordt over alle aanbieders van de sector verdeeld.',
    en: '--sector-space and --providers belong together: the space is divided over all providers of the sector.',
  },
  'finance.wlz-no-space': {
    nl: 'Er is geen contracteerruimte met aanbieders gegeven (--sector-space, --providers); uitnutting, korting en herschikking van de sector zijn niet getoetst.',
    en: 'No contracting space with providers was given (--sector-space, --providers); the sector’s utilisation, cut and reallocation are not checked.',
  },
  'finance.wlz-not-in-space': {
    nl: '{provider} staat niet in het bestand met aanbieders; de herschikking is niet getoetst.',
    en: '{provider} is not in the file of providers; the reallocation is not checked.',
  },
  'finance.wlz-space-money': {
    nl: '{sector}: geld volgt klant. Productie {production}, afspraak na herschikking {agreement}, risico {risk}.',
    en: '{sector}: money follows the client. Production {production}, agreement after reallocation {agreement}, risk {risk}.',
  },
  'finance.wlz-space-volumes': {
    nl: '{sector}: de sector gaat over de marge, dus vaste volumeafspraken. Productie {production}, afspraak na herschikking {agreement}, risico {risk}.',
    en: '{sector}: the sector exceeds the margin, so fixed volume agreements. Production {production}, agreement after reallocation {agreement}, risk {risk}.',
  },
  'finance.wlz-above-reallocation': {
    nl: 'Productie en prognose samen zijn {total}; na de herschikking wordt hooguit {agreement} betaald: {amount} blijft onbetaald.',
    en: 'Production and forecast together are {total}; after the reallocation at most {agreement} is paid: {amount} stays unpaid.',
  },
  'finance.not-in-prognosis': {
    nl: 'Deze regel is aan een prognose niet te toetsen; hij wordt berekend met {commands}.',
    en: 'This rule can’t be checked on a prognosis; it is worked out with {commands}.',
  },
  'finance.not-in-prognosis-function': {
    nl: 'Deze regel is aan een prognose niet te toetsen; hij wordt berekend in Excel met {functions}.',
    en: 'This rule can’t be checked on a prognosis; it is worked out in Excel with {functions}.',
  },
  'finance.agreement-total': {
    nl: 'Alle domeinen samen',
    en: 'All domains together',
  },
  'finance.agreement-ceiling': {
    nl: 'Plafonds van alle domeinen samen',
    en: 'Ceilings of all domains together',
  },
  'finance.agreement-excess': {
    nl: 'Boven de plafonds samen',
    en: 'Above the ceilings together',
  },
  'finance.agreement-over': {
    nl: 'De hele overeenkomst komt op {total}, tegen plafonds van samen {ceiling}: {amount} te veel.',
    en: 'The whole agreement comes to {total}, against ceilings of {ceiling} together: {amount} too much.',
  },
  'finance.agreement-within': {
    nl: 'De hele overeenkomst komt op {total}, tegen plafonds van samen {ceiling}; {amount} te veel.',
    en: 'The whole agreement comes to {total}, against ceilings of {ceiling} together; {amount} too much.',
  },
};
