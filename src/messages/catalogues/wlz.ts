import type { Catalogue } from '../catalogue';

/** Wlz: tariffs, contracting space and its simulation. */
export const wlzMessages: Catalogue = {
  // Percentages (ZK-02 to ZK-08).
  'wlz.earlier-percentage': { nl: 'Eerder tariefpercentage', en: 'Earlier tariff percentage' },
  'wlz.coming-percentage': { nl: 'Komend tariefpercentage', en: 'Coming tariff percentage' },
  'wlz.way-between': { nl: 'Eerder min komend percentage', en: 'Earlier minus coming percentage' },
  'wlz.way-to-go': { nl: 'Verschil om te overbruggen', en: 'Difference to bridge' },
  'wlz.bridged-part': { nl: 'Overbrugd deel, niet afgerond', en: 'Bridged part, not rounded' },
  'wlz.general-raise': { nl: 'Generieke verhoging', en: 'General raise' },
  'wlz.bridged-percentage': {
    nl: 'Tariefpercentage met generieke verhoging',
    en: 'Tariff percentage with general raise',
  },
  'wlz.no-general-raise': {
    nl: 'Regelboek {rulebook} heeft geen generieke verhoging voor {sector}, {kind, select, existing {bestaand} new {nieuw} integrated {geïntegreerd} sheltered {beschermd wonen} other {{kind}}}; verwacht zijn een eerder en een komend percentage.',
    en: 'Rulebook {rulebook} has no general raise for {sector}, {kind, select, existing {existing} new {new} integrated {integrated} sheltered {sheltered living} other {{kind}}}; expected are an earlier and a coming percentage.',
  },
  'wlz.new-provider-percentage': {
    nl: 'Tariefpercentage nieuwe aanbieder: richttariefpercentage min de afslag',
    en: 'Tariff percentage of a new provider: guideline percentage less the deduction',
  },
  'wlz.percentage': {
    nl: 'Tariefpercentage {sector}, {kind, select, existing {bestaand} new {nieuw} integrated {geïntegreerd} sheltered {beschermd wonen} other {{kind}}}',
    en: 'Tariff percentage {sector}, {kind, select, existing {existing} new {new} integrated {integrated} sheltered {sheltered living} other {{kind}}}',
  },
  'wlz.percentage-negotiated': {
    nl: 'Overeengekomen lager percentage, grond: {ground, select, casemix {lichtere zorgzwaartemix} regionalcontribution {geen actieve regionale bijdrage} positiveresult {hoog positief resultaat} other {{ground}}}, kenmerk {reference}',
    en: 'Agreed lower percentage, ground: {ground, select, casemix {lighter case mix} regionalcontribution {no active regional contribution} positiveresult {high positive result} other {{ground}}}, reference {reference}',
  },
  'wlz.percentage-hardship': {
    nl: 'Percentage volgens de hardheidsclausule{ground}, kenmerk {reference}',
    en: 'Percentage under the hardship clause{ground}, reference {reference}',
  },
  'wlz.percentage-stated': {
    nl: 'Opgegeven percentage{ground}, kenmerk {reference}',
    en: 'Stated percentage{ground}, reference {reference}',
  },
  'wlz.hardship-requested': { nl: 'Verzoek ingediend op', en: 'Request made on' },
  'wlz.hardship-decided': { nl: 'Besluit genomen op', en: 'Decision taken on' },
  'wlz.sector-that-decides': {
    nl: 'Sector die het percentage bepaalt voor een prestatie uit {product}',
    en: 'Sector that decides the percentage of a product of {product}',
  },
  'wlz.percentage-wadden': {
    nl: 'Tariefpercentage met waddentoeslag',
    en: 'Tariff percentage with Wadden supplement',
  },
  'wlz.wadden': { nl: 'Aanvullend percentage Wadden', en: 'Additional Wadden percentage' },
  'wlz.wadden-factor': {
    nl: 'Één plus het aanvullende percentage',
    en: 'One plus the additional percentage',
  },
  'wlz.override-reference': {
    nl: 'Een afwijkend percentage ({kind, select, negotiated {onderhandeld} hardship {hardheidsclausule} other {opgegeven}}) heeft geen kenmerk; verwacht is waar de afspraak of het besluit is vastgelegd.',
    en: 'A percentage of its own ({kind, select, negotiated {negotiated} hardship {hardship clause} other {stated}}) has no reference; expected is where the agreement or decision is recorded.',
  },
  'wlz.override-ground': {
    nl: 'Grond “{found}” voor een lager percentage is er geen; verwacht een van: {expected}.',
    en: 'Ground “{found}” for a lower percentage is none; expected one of: {expected}.',
  },
  'wlz.percentage-out-of-range': {
    nl: 'Tariefpercentage {found} ligt niet tussen 0 en 1; verwacht een fractie, zoals 0.962 voor 96,2%.',
    en: 'Tariff percentage {found} isn’t between 0 and 1; expected a fraction, such as 0.962 for 96.2%.',
  },
  'wlz.negotiated-not-lower': {
    nl: 'Het onderhandelde percentage {found} is niet lager dan het percentage {standard} dat anders geldt; onderhandelen levert alleen een lager percentage op (hoger kan alleen met de hardheidsclausule).',
    en: 'The negotiated percentage {found} isn’t lower than the percentage {standard} that holds otherwise; a talk can only give a lower one (higher takes the hardship clause).',
  },
  'wlz.hardship-not-higher': {
    nl: 'Het percentage {found} volgens de hardheidsclausule is niet hoger dan het percentage {standard} dat anders geldt.',
    en: 'The percentage {found} under the hardship clause isn’t higher than the percentage {standard} that holds otherwise.',
  },
  'wlz.hardship-no-request': {
    nl: 'Voor de hardheidsclausule ontbreekt de datum van het verzoek.',
    en: 'The hardship clause misses the date of the request.',
  },
  'wlz.hardship-no-decision': {
    nl: 'Voor de hardheidsclausule ontbreekt de datum van het besluit; zonder besluit geldt het gewone percentage.',
    en: 'The hardship clause misses the date of the decision; without one the ordinary percentage holds.',
  },
  'wlz.hardship-too-late': {
    nl: 'Het verzoek om de hardheidsclausule van {found} is ongeldig: het moest er uiterlijk {expected} zijn.',
    en: 'The request under the hardship clause of {found} is invalid: it had to be there by {expected}.',
  },
  'wlz.hardship-decision-late': {
    nl: 'Het besluit over de hardheidsclausule is van {found}; verwacht uiterlijk {expected}.',
    en: 'The decision on the hardship clause is of {found}; expected by {expected}.',
  },
  'wlz.hardship-decided-before-request': {
    nl: 'Het besluit over de hardheidsclausule ({found}) is van voor het verzoek ({expected}).',
    en: 'The decision on the hardship clause ({found}) is from before the request ({expected}).',
  },
  'wlz.hardship-request-not-checked': {
    nl: 'Het regelboek kent geen uiterste datum voor een verzoek om de hardheidsclausule; de datum is niet getoetst.',
    en: 'The rulebook has no last day for a request under the hardship clause; the date isn’t checked.',
  },
  'wlz.stated-beside-standard': {
    nl: 'Een opgegeven percentage is alleen voor een regelboek dat er geen kent; hier geldt {standard}. Een afwijking is onderhandeld of volgens de hardheidsclausule.',
    en: 'A stated percentage is only for a rulebook that has none; here {standard} holds. An override is negotiated or under the hardship clause.',
  },
  'wlz.treatment-inclusive-unknown': {
    nl: 'Niet bekend is of de geïntegreerde aanbieder inclusief behandeling levert; zonder dat aanbod geldt het percentage niet.',
    en: 'It isn’t known whether the integrated provider delivers including treatment; without that the percentage doesn’t hold.',
  },
  'wlz.integrated-without-treatment': {
    nl: 'Een geïntegreerde aanbieder zonder aanbod inclusief behandeling komt niet in aanmerking voor het percentage; leg vast welk percentage geldt.',
    en: 'An integrated provider without treatment-inclusive supply does not qualify for the percentage; record which one holds.',
  },
  'wlz.kind-not-in-sector': {
    nl: 'Sector {sector} kent geen aanbieder “{kind, select, existing {bestaand} new {nieuw} integrated {geïntegreerd} sheltered {beschermd wonen} other {{kind}}}” met een percentage; verwacht een van: {expected}.',
    en: 'Sector {sector} has no provider of kind “{kind, select, existing {existing} new {new} integrated {integrated} sheltered {sheltered living} other {{kind}}}” with a percentage; expected one of: {expected}.',
  },
  'wlz.percentage-unknown': {
    nl: 'Regelboek {rulebook} kent geen tariefpercentage voor {sector}, {kind, select, existing {bestaand} new {nieuw} integrated {geïntegreerd} sheltered {beschermd wonen} other {{kind}}}. Geef het afgesproken percentage met kenmerk op, of leg het vast in een eigen regelboek.',
    en: 'Rulebook {rulebook} has no tariff percentage for {sector}, {kind, select, existing {existing} new {new} integrated {integrated} sheltered {sheltered living} other {{kind}}}. Give the agreed percentage with its reference, or record it in a rulebook of your own.',
  },
  'wlz.outside-rulebook': {
    nl: 'Regelboek {rulebook} geldt van {from} tot en met {until}; gevraagd is {found}.',
    en: 'Rulebook {rulebook} holds from {from} up to and including {until}; asked for is {found}.',
  },

  // Tariffs (ZK-01, ZK-09, ZK-18, ZK-24, ZK-25).
  'wlz.agreed-tariff': { nl: 'Afgesproken tarief op {date}', en: 'Agreed tariff on {date}' },
  'wlz.tariff-exact': {
    nl: 'Som van de componenten, niet afgerond',
    en: 'Sum of the components, not rounded',
  },
  'wlz.part-care': { nl: 'Zorgcomponent tegen het percentage', en: 'Care component at the percentage' },
  'wlz.part-quality': {
    nl: 'Kwaliteitstoeslag tegen het percentage',
    en: 'Quality supplement at the percentage',
  },
  'wlz.part-nhc': { nl: 'NHC, vergoed deel', en: 'NHC, paid part' },
  'wlz.part-nic': { nl: 'NIC, vergoed deel', en: 'NIC, paid part' },
  'wlz.part-nbf': { nl: 'NBF-component, vergoed deel', en: 'NBF component, paid part' },
  'wlz.component-care': { nl: 'Maximale zorgcomponent', en: 'Maximum care component' },
  'wlz.component-quality': { nl: 'Kwaliteitstoeslag', en: 'Quality supplement' },
  'wlz.component-nhc': { nl: 'NHC', en: 'NHC' },
  'wlz.component-nic': { nl: 'NIC', en: 'NIC' },
  'wlz.component-nbf': { nl: 'NBF-component', en: 'NBF component' },
  'wlz.component-negative': {
    nl: 'Een tariefcomponent is negatief ({found}); verwacht nul of meer.',
    en: 'A tariff component is negative ({found}); expected zero or more.',
  },
  'wlz.component-missing': {
    nl: 'De tarievenlijst heeft voor dit verblijfsproduct geen {component}; gerekend is met nul.',
    en: 'The tariff list has no {component} for this residential product; zero was used.',
  },
  'wlz.nbf-sector': {
    nl: 'De NBF-component hoort alleen bij V&V-prestaties, gevonden sector {sector}.',
    en: 'The NBF component belongs to V&V products only, found sector {sector}.',
  },
  'wlz.supplement-not-mpt': {
    nl: 'MPT kent geen kwaliteitstoeslag; die is niet meegerekend.',
    en: 'MPT has no quality supplement; it was left out.',
  },
  'wlz.tariff-not-listed': {
    nl: 'Product {product} heeft op {date} geen regel in de tarievenlijst.',
    en: 'Product {product} has no line in the tariff list on {date}.',
  },
  'wlz.tariff-listed-twice': {
    nl: 'Product {product} heeft op {date} meer dan één regel in de tarievenlijst ({lines}); verwacht er één.',
    en: 'Product {product} has more than one line in the tariff list on {date} ({lines}); expected one.',
  },
  'wlz.tariff-without-components': {
    nl: 'Product {product} heeft een totaaltarief zonder zorgcomponent, NHC en NIC; NHC en NIC worden voor 100% vergoed, dus op het totaal kan het percentage niet los. Geef de componenten.',
    en: 'Product {product} has a total tariff without care component, NHC and NIC; NHC and NIC are paid at 100%, so the percentage can’t be taken of the total. Give the components.',
  },
  'wlz.agreed-amount': { nl: 'Aantal tegen afgesproken tarief', en: 'Units at the agreed tariff' },
  'wlz.units-times-tariff': {
    nl: 'Tarief maal aantal, niet afgerond',
    en: 'Tariff times units, not rounded',
  },
  'wlz.tariff-agreed': {
    nl: 'Afgesproken tarief per eenheid, afgerond',
    en: 'Agreed tariff per unit, rounded',
  },
  'wlz.units': { nl: 'Aantal eenheden', en: 'Number of units' },
  'wlz.quality-supplement': { nl: 'Kwaliteitstoeslag, 100%', en: 'Quality supplement, 100%' },
  'wlz.quality-exact': {
    nl: 'Toeslag tegen het percentage, niet afgerond',
    en: 'Supplement at the percentage, not rounded',
  },
  'wlz.quality-paid': {
    nl: 'Kwaliteitstoeslag via het tarief',
    en: 'Quality supplement paid through the tariff',
  },
  'wlz.quality-regional': {
    nl: 'Rest van de kwaliteitstoeslag, voor regionale ontwikkeling V&V',
    en: 'Rest of the quality supplement, for regional development in V&V',
  },
  'wlz.no-quality-supplement': {
    nl: 'Geen kwaliteitstoeslag voor {sector} {form}, profiel {profile}; die is er voor V&V ZZP 4 tot en met 10 en VPT.',
    en: 'No quality supplement for {sector} {form}, profile {profile}; it is there for V&V ZZP 4 to 10 and VPT.',
  },
  'wlz.home-technology-form': {
    nl: 'Thuiszorgtechnologie is alleen binnen MPT te declareren, gevonden {form}.',
    en: 'Home technology can only be declared within MPT, found {form}.',
  },

  // Space, reservations, utilisation (ZK-10, ZK-12, ZK-23).
  'wlz.space': { nl: 'Contracteerruimte {sector} op {date}', en: 'Contracting space {sector} on {date}' },
  'wlz.space-set': { nl: 'Vastgesteld voor {sector}, vanaf {date}', en: 'Set for {sector}, from {date}' },
  'wlz.space-redistribution': {
    nl: 'Herverdelingsmiddelen {sector}, vanaf {date}',
    en: 'Redistribution money {sector}, from {date}',
  },
  'wlz.space-given': { nl: 'Contracteerruimte', en: 'Contracting space' },
  'wlz.no-space': {
    nl: 'Voor sector {sector} is op {date} geen contracteerruimte vastgesteld.',
    en: 'No contracting space is set for sector {sector} on {date}.',
  },
  'wlz.space-set-twice': {
    nl: 'De contracteerruimte van {sector} is op {date} twee keer vastgesteld; verwacht één bedrag (herverdelingsmiddelen hebben een eigen soort).',
    en: 'The contracting space of {sector} is set twice on {date}; expected one amount (redistribution money has a kind of its own).',
  },
  'wlz.space-negative': {
    nl: 'De contracteerruimte van {sector} komt uit op {found}; verwacht nul of meer.',
    en: 'The contracting space of {sector} comes to {found}; expected zero or more.',
  },
  'wlz.reserved-regional': {
    nl: 'Reservering regionale ontwikkeling',
    en: 'Reservation for regional development',
  },
  'wlz.reserved-unforeseen': { nl: 'Reservering onvoorzien', en: 'Reservation for the unforeseen' },
  'wlz.share-of-space': { nl: 'Deel van de ruimte, niet afgerond', en: 'Share of the space, not rounded' },
  'wlz.reservation-unknown': {
    nl: 'Het regelboek kent geen waarde voor {parameter}; er is niets gereserveerd.',
    en: 'The rulebook has no value for {parameter}; nothing is reserved.',
  },
  'wlz.for-care': { nl: 'Ruimte voor zorg, NHC en NIC', en: 'Space for care, NHC and NIC' },
  'wlz.realised': { nl: 'Gerealiseerd tot en met {date}', en: 'Realised up to and including {date}' },
  'wlz.backlog': { nl: 'Declaratieachterstand', en: 'Declaration backlog' },
  'wlz.realised-corrected': {
    nl: 'Realisatie, gecorrigeerd voor achterstand',
    en: 'Realisation, corrected for the backlog',
  },
  'wlz.realised-times-year': { nl: 'Realisatie maal het hele jaar', en: 'Realisation times the whole year' },
  'wlz.year-in-days': { nl: 'Dagen in het jaar', en: 'Days in the year' },
  'wlz.year-in-months': { nl: 'Maanden in het jaar', en: 'Months in the year' },
  'wlz.elapsed-days': { nl: 'Dagen tot en met de peildatum', en: 'Days up to and including the as-of date' },
  'wlz.elapsed-months': { nl: 'Afgesloten maanden', en: 'Closed months' },
  'wlz.extrapolated-exact': {
    nl: 'Doorgerekend naar het jaar, niet afgerond',
    en: 'Extrapolated to the year, not rounded',
  },
  'wlz.extrapolated': { nl: 'Geëxtrapoleerde productie {year}', en: 'Extrapolated production {year}' },
  'wlz.extrapolated-of': {
    nl: 'Geëxtrapoleerde productie {year} van {provider}',
    en: 'Extrapolated production {year} of {provider}',
  },
  'wlz.production-given': {
    nl: 'Opgegeven jaarproductie van {provider}',
    en: 'Stated year production of {provider}',
  },
  'wlz.production': { nl: 'Geëxtrapoleerde productie', en: 'Extrapolated production' },
  'wlz.production-of-sector': {
    nl: 'Betaalbare geëxtrapoleerde productie {sector}',
    en: 'Eligible extrapolated production {sector}',
  },
  'wlz.eligible': {
    nl: 'Productie zonder de korting voor behandeling',
    en: 'Production less the treatment cut',
  },
  'wlz.utilisation': { nl: 'Verwachte uitnutting', en: 'Expected utilisation' },
  'wlz.no-closed-month': {
    nl: 'Op {date} is nog geen maand afgesloten; met maanden is niet door te rekenen.',
    en: 'No month is closed on {date}; months can’t be extrapolated.',
  },
  'wlz.backlog-unknown': {
    nl: 'De declaratieachterstand is niet opgegeven; de realisatie is niet gecorrigeerd.',
    en: 'The declaration backlog isn’t given; the realisation isn’t corrected.',
  },
  'wlz.no-room': {
    nl: 'Er is geen ruimte om te verdelen: {found}.',
    en: 'There is no space to divide: {found}.',
  },

  // Cut, regime, reallocation, settlement (ZK-13, ZK-21, ZK-22).
  'wlz.covered': { nl: 'Ruimte gedeeld door productie', en: 'Space divided by production' },
  'wlz.cut': { nl: 'Procentuele korting', en: 'Proportional cut' },
  'wlz.no-cut': { nl: 'Geen korting: de productie past', en: 'No cut: the production fits' },
  'wlz.regime': {
    nl: '{regime, select, money {Geld volgt klant blijft: de korting is niet groter dan de marge} other {Vaste volumeafspraken: de korting is groter dan de marge}}',
    en: '{regime, select, money {Money goes on following the client: the cut isn’t above the margin} other {Fixed volume agreements: the cut is above the margin}}',
  },
  'wlz.reduction': { nl: 'Korting van de aanbieder', en: 'Cut of the provider' },
  'wlz.margin-of-production': {
    nl: 'Marge van de productie, niet afgerond',
    en: 'Margin of the production, not rounded',
  },
  'wlz.most-risk': { nl: 'Hooguit de marge van de productie', en: 'At most the margin of the production' },
  'wlz.risk': { nl: 'Risico tot de omzetting', en: 'Risk until the change' },
  'wlz.agreement': { nl: 'Herschikkingsafspraak {provider}', en: 'Reallocation agreement {provider}' },
  'wlz.agreement-given': { nl: 'Herschikkingsafspraak', en: 'Reallocation agreement' },
  'wlz.agreement-after-treatment': {
    nl: 'Herschikkingsafspraak na de korting voor behandeling',
    en: 'Reallocation agreement after the treatment cut',
  },
  'wlz.agreements-total': {
    nl: 'Som van de herschikkingsafspraken {sector}',
    en: 'Sum of the reallocation agreements {sector}',
  },
  'wlz.committed-full': { nl: 'Toezegging, in haar geheel', en: 'Commitment, in full' },
  'wlz.committed-share': { nl: 'Toezegging naar rato, afgerond', en: 'Commitment pro rata, rounded' },
  'wlz.crisis-full': { nl: 'Crisisafspraak, in haar geheel', en: 'Crisis agreement, in full' },
  'wlz.crisis-share': { nl: 'Crisisafspraak naar rato, afgerond', en: 'Crisis agreement pro rata, rounded' },
  'wlz.proportional-full': { nl: 'Overige productie, in haar geheel', en: 'Other production, in full' },
  'wlz.proportional-share': {
    nl: 'Overige productie naar rato, afgerond',
    en: 'Other production pro rata, rounded',
  },
  'wlz.share-exact': {
    nl: 'Aandeel in de resterende ruimte, niet afgerond',
    en: 'Share of the remaining space, not rounded',
  },
  'wlz.room-times-claim': {
    nl: 'Resterende ruimte maal eigen productie',
    en: 'Remaining space times own production',
  },
  'wlz.room-left': { nl: 'Resterende ruimte', en: 'Remaining space' },
  'wlz.own-claim': { nl: 'Eigen productie', en: 'Own production' },
  'wlz.all-claims': { nl: 'Productie van alle aanbieders', en: 'Production of all providers' },
  'wlz.share-closing': { nl: 'Aandeel, sluitend op de ruimte', en: 'Share, closing on the space' },
  'wlz.largest-remainder': {
    nl: 'Centverschil door afronding, zodat de afspraken optellen tot de ruimte (grootste rest eerst)',
    en: 'Cent difference by rounding, so that the agreements add up to the space (largest remainder first)',
  },
  'wlz.commitments-above-space': {
    nl: 'De toezeggingen ({committed}) passen niet in de ruimte ({space}).',
    en: 'The commitments ({committed}) don’t fit the space ({space}).',
  },
  'wlz.provider-twice': {
    nl: 'Aanbieder {provider} komt twee keer voor in dezelfde sector; verwacht één regel.',
    en: 'Provider {provider} is there twice in the same sector; expected one line.',
  },
  'wlz.amount-negative': {
    nl: 'Aanbieder {provider} heeft een negatief bedrag ({found}); verwacht nul of meer.',
    en: 'Provider {provider} has a negative amount ({found}); expected zero or more.',
  },
  'wlz.delivered': { nl: 'Geleverd tegen afgesproken tarief', en: 'Delivered at the agreed tariff' },
  'wlz.delivered-expected': {
    nl: 'Geleverd zoals geëxtrapoleerd (nog geen eindcijfer)',
    en: 'Delivered as extrapolated (no final figure yet)',
  },
  'wlz.settlement': {
    nl: 'Nacalculatie: het laagste van geleverd en afspraak',
    en: 'Settlement: the lower of delivered and agreement',
  },
  'wlz.paid-so-far': { nl: 'Betaald tot nu toe', en: 'Paid so far' },
  'wlz.balance': {
    nl: 'Nog te betalen (negatief: terug te betalen)',
    en: 'Still to be paid (negative: to be paid back)',
  },

  // Treatment share (ZK-14).
  'wlz.days-total': { nl: 'Alle dagen', en: 'All days' },
  'wlz.days-with': { nl: 'Dagen inclusief behandeling', en: 'Days including treatment' },
  'wlz.reference-with': {
    nl: 'Herschikking 2021: dagen inclusief behandeling',
    en: 'Reallocation 2021: days including treatment',
  },
  'wlz.reference-total': { nl: 'Herschikking 2021: alle dagen', en: 'Reallocation 2021: all days' },
  'wlz.days-times-reference': {
    nl: 'Alle dagen maal de dagen inclusief behandeling van 2021',
    en: 'All days times the days including treatment of 2021',
  },
  'wlz.days-allowed': {
    nl: 'Toegestane dagen inclusief behandeling',
    en: 'Allowed days including treatment',
  },
  'wlz.days-allowed-agreed': {
    nl: 'Toegestane dagen inclusief behandeling, volgens het afgesproken aandeel',
    en: 'Allowed days including treatment, by the agreed share',
  },
  'wlz.share-agreed': { nl: 'Afgesproken aandeel', en: 'Agreed share' },
  'wlz.days-over': {
    nl: 'Dagen inclusief behandeling min toegestaan',
    en: 'Days including treatment less allowed',
  },
  'wlz.days-excess': { nl: 'Dagen te veel', en: 'Excess days' },
  'wlz.tariff-with': { nl: 'Tarief inclusief behandeling', en: 'Tariff including treatment' },
  'wlz.tariff-without': { nl: 'Tarief exclusief behandeling', en: 'Tariff excluding treatment' },
  'wlz.tariff-difference': { nl: 'Tariefverschil per dag', en: 'Tariff difference per day' },
  'wlz.treatment-cut-exact': {
    nl: 'Dagen te veel maal bedrag per dag',
    en: 'Excess days times amount per day',
  },
  'wlz.treatment-cut': { nl: 'Korting voor behandeling', en: 'Treatment cut' },
  'wlz.treatment-cut-given': { nl: 'Korting voor behandeling', en: 'Treatment cut' },
  'wlz.treatment-days': {
    nl: '{found} dagen inclusief behandeling op {total} dagen kan niet; verwacht tussen nul en het totaal.',
    en: '{found} days including treatment of {total} days can’t be; expected between zero and the total.',
  },
  'wlz.treatment-no-reference': {
    nl: 'De herschikking 2021 heeft geen dagen; zonder dat aandeel of een afgesproken aandeel is er niets om aan te toetsen.',
    en: 'The 2021 reallocation has no days; without its share or an agreed one there is nothing to check against.',
  },
  'wlz.treatment-full-tariff': {
    nl: 'Het regelboek kort tegen het volle tarief; geef het tarief inclusief behandeling, niet alleen het verschil.',
    en: 'The rulebook cuts at the full tariff; give the tariff including treatment, not only the difference.',
  },
  'wlz.tariff-difference-negative': {
    nl: 'Het tarief inclusief behandeling is lager dan dat zonder (verschil {found}).',
    en: 'The tariff including treatment is lower than the one without (difference {found}).',
  },
  'wlz.share-out-of-range': {
    nl: 'Aandeel {found} ligt niet tussen 0 en 1.',
    en: 'Share {found} isn’t between 0 and 1.',
  },

  // Crisis places (ZK-15).
  'wlz.crisis-period': { nl: 'Dagen van {from} tot en met {until}', en: 'Days from {from} to {until}' },
  'wlz.crisis-places-agreed': {
    nl: 'Afgesproken plekken van {from} tot en met {until}',
    en: 'Places agreed from {from} to {until}',
  },
  'wlz.crisis-days': {
    nl: 'Kalenderdagen van {from} tot en met {until}',
    en: 'Calendar days from {from} to {until}',
  },
  'wlz.crisis-payable-days': { nl: 'Betaalbare dagen', en: 'Payable days' },
  'wlz.crisis-tariff': { nl: 'Tarief per dag', en: 'Tariff per day' },
  'wlz.crisis-payment-exact': { nl: 'Betaalbare dagen maal tarief', en: 'Payable days times tariff' },
  'wlz.crisis-payment': { nl: 'Vergoeding crisisplekken {year}', en: 'Payment for crisis places {year}' },
  'wlz.crisis-occupied-days': { nl: 'Bezette dagen', en: 'Occupied days' },
  'wlz.crisis-agreed-days': { nl: 'Dagen van de initiële afspraak', en: 'Days of the initial agreement' },
  'wlz.crisis-occupancy': { nl: 'Bezetting van het jaar', en: 'Occupancy of the year' },
  'wlz.crisis-places': {
    nl: 'Aantal crisisplekken {found} kan niet; verwacht een geheel getal van nul of meer.',
    en: 'Number of crisis places {found} can’t be; expected a whole number of zero or more.',
  },
  'wlz.crisis-no-places': {
    nl: 'Er zijn geen crisisplekken afgesproken.',
    en: 'No crisis places are agreed.',
  },
  'wlz.crisis-occupied': {
    nl: 'Bezette dagen {found} kan niet; verwacht nul of meer.',
    en: 'Occupied days {found} can’t be; expected zero or more.',
  },
  'wlz.crisis-change-year': {
    nl: 'Een wijziging op {date} valt buiten {year}.',
    en: 'A change on {date} is outside {year}.',
  },
  'wlz.crisis-change-twice': {
    nl: 'Op {date} staan twee wijzigingen.',
    en: 'There are two changes on {date}.',
  },
  'wlz.crisis-no-reallocation': {
    nl: 'Een wijziging per {date} vraagt de datum van de herschikking; daarvoor verandert de afspraak niet.',
    en: 'A change from {date} needs the date of the reallocation; the agreement doesn’t change before it.',
  },
  'wlz.crisis-backwards': {
    nl: 'Een wijziging per {date} zou met terugwerkende kracht gelden; zij kan op zijn vroegst ingaan op de herschikking van {expected}.',
    en: 'A change from {date} would hold backwards; it can start on the reallocation of {expected} at the earliest.',
  },
  'wlz.crisis-not-below': {
    nl: 'De bezetting is {found}, niet lager dan {expected}; dan blijft de afspraak en kan zij niet omlaag.',
    en: 'The occupancy is {found}, not under {expected}; then the agreement stays and can’t go down.',
  },
  'wlz.crisis-below': {
    nl: 'De bezetting is {found}, lager dan {expected}: bij de herschikking volgt in principe een lagere afspraak, vanaf dat moment.',
    en: 'The occupancy is {found}, under {expected}: at the reallocation a lower agreement follows in principle, from then on.',
  },
  'wlz.crisis-over-occupied': {
    nl: 'Er zijn {occupied} dagen bezet en {payable} betaalbaar; wat daarboven is, is niet vergoed.',
    en: '{occupied} days are occupied and {payable} payable; what is above isn’t paid.',
  },

  // Absence, extra care, regional money, reporting, subcontracting (ZK-11, ZK-16, ZK-17, ZK-19, ZK-20).
  'wlz.absence-all': { nl: 'Afwezigheidsdagen', en: 'Absence days' },
  'wlz.absence-declarable': { nl: 'Declarabele afwezigheidsdagen', en: 'Absence days that may be declared' },
  'wlz.absence-days': {
    nl: 'Afwezigheidsdagen {found} kan niet; verwacht een geheel aantal van nul of meer.',
    en: 'Absence days {found} can’t be; expected a whole number of zero or more.',
  },
  'wlz.parameter-off': {
    nl: 'Parameter {parameter} heeft in dit regelboek geen waarde.',
    en: 'Parameter {parameter} has no value in this rulebook.',
  },
  'wlz.extra-care-2021': { nl: 'Volume meerzorg 2021', en: 'Volume of extra care 2021' },
  'wlz.extra-care-growth': { nl: 'Verwachte groei', en: 'Expected growth' },
  'wlz.extra-care-grown': { nl: 'Volume met groei, niet afgerond', en: 'Volume with growth, not rounded' },
  'wlz.extra-care-earmark': { nl: 'Oormerk meerzorg', en: 'Earmark for extra care' },
  'wlz.extra-care-realised': { nl: 'Gerealiseerde meerzorg', en: 'Realised extra care' },
  'wlz.extra-care-over': { nl: 'Realisatie min oormerk', en: 'Realised less earmark' },
  'wlz.extra-care-excess': { nl: 'Meerzorg boven het oormerk', en: 'Extra care above the earmark' },
  'wlz.unforeseen-left': { nl: 'Beschikbaar uit onvoorzien', en: 'Available from the unforeseen' },
  'wlz.extra-care-from-unforeseen': {
    nl: 'Hooguit uit onvoorzien te betalen',
    en: 'Payable from the unforeseen at most',
  },
  'wlz.extra-care-uncovered': { nl: 'Meerzorg zonder dekking', en: 'Extra care without cover' },
  'wlz.extra-care-negative': {
    nl: 'Een bedrag voor meerzorg is negatief ({found}).',
    en: 'An amount for extra care is negative ({found}).',
  },
  'wlz.regional-budget': {
    nl: 'Regionaal geld {sector}, regio {region}',
    en: 'Regional money {sector}, region {region}',
  },
  'wlz.regional-agreement': { nl: 'Afspraak {provider} van {date}', en: 'Agreement {provider} of {date}' },
  'wlz.regional-asked': { nl: 'Som van de tijdige afspraken', en: 'Sum of the agreements in time' },
  'wlz.regional-agreed': {
    nl: 'Afgesproken, hooguit het regionale geld',
    en: 'Agreed, at most the regional money',
  },
  'wlz.regional-unused': {
    nl: 'Niet gebruikt {sector}, regio {region}',
    en: 'Unused {sector}, region {region}',
  },
  'wlz.regional-deadline-unknown': {
    nl: 'Voor dit jaar is geen uiterste datum voor regionale afspraken bekend; de datum is niet getoetst.',
    en: 'No last day for regional agreements is known for this year; the date isn’t checked.',
  },
  'wlz.regional-too-late': {
    nl: 'De regionale afspraak met {provider} is van {found}; die moest uiterlijk {expected} klaar zijn en telt niet.',
    en: 'The regional agreement with {provider} is of {found}; it had to be ready by {expected} and doesn’t count.',
  },
  'wlz.regional-no-budget': {
    nl: 'Voor {sector} in regio {region} is geen regionaal geld; de afspraak met {provider} heeft geen dekking.',
    en: 'There is no regional money for {sector} in region {region}; the agreement with {provider} has no cover.',
  },
  'wlz.regional-above': {
    nl: 'De afspraken voor {sector} in regio {region} ({found}) gaan boven het regionale geld ({expected}); geld van een andere regio telt niet.',
    en: 'The agreements for {sector} in region {region} ({found}) exceed the regional money ({expected}); money of another region doesn’t count.',
  },
  'wlz.regional-twice': {
    nl: 'Regionaal geld voor {sector}, regio {region} staat er twee keer.',
    en: 'Regional money for {sector}, region {region} is there twice.',
  },
  'wlz.regional-amounts': {
    nl: 'Regionaal geld voor {sector}, regio {region}: een bedrag is negatief, of het kwaliteitsdeel is groter dan het geheel.',
    en: 'Regional money for {sector}, region {region}: an amount is negative, or the quality part is more than the whole.',
  },
  'wlz.regional-division-per-region': {
    nl: 'Regionaal geld van {sector} is per regio verdeeld; er staat geen regio bij.',
    en: 'Regional money of {sector} is divided per region; no region is given.',
  },
  'wlz.regional-division-joint': {
    nl: 'Regionaal geld van {sector} is er voor alle regio’s samen; gevonden regio {region}.',
    en: 'Regional money of {sector} is for all regions together; found region {region}.',
  },
  'wlz.volume-earlier': { nl: 'Eerder volume', en: 'Earlier volume' },
  'wlz.volume-now': { nl: 'Volume nu', en: 'Volume now' },
  'wlz.volume-difference': { nl: 'Verschil in volume', en: 'Difference in volume' },
  'wlz.volume-change': { nl: 'Wijziging van het volume', en: 'Change of the volume' },
  'wlz.no-reporting-threshold': {
    nl: 'Er is geen grens ingesteld voor een substantiële wijziging (de bron geeft geen definitie); niet getoetst.',
    en: 'No threshold is set for a substantial change (the source has no definition); not checked.',
  },
  'wlz.no-earlier-volume': {
    nl: 'Er is geen eerder volume om mee te vergelijken.',
    en: 'There is no earlier volume to compare with.',
  },
  'wlz.subcontracted': {
    nl: 'Opgegeven productie via onderaannemers',
    en: 'Stated production through subcontractors',
  },
  'wlz.subcontracted-share': { nl: 'Aandeel via onderaannemers', en: 'Share through subcontractors' },
  'wlz.subcontracting-not-stated': {
    nl: 'De verwachte productie via onderaannemers is niet opgegeven; nul is ook een opgave.',
    en: 'The expected production through subcontractors isn’t stated; zero is a statement too.',
  },
  'wlz.subcontracting-amount': {
    nl: 'De productie via onderaannemers ({found}) ligt niet tussen nul en de productie ({expected}).',
    en: 'The production through subcontractors ({found}) isn’t between zero and the production ({expected}).',
  },

  // Volume ceiling 2024 (ZK24-02).
  'wlz.peak-month': { nl: 'Piekmaand, met {days} dagen', en: 'Peak month, with {days} days' },
  'wlz.peak-days': { nl: 'Gedeclareerde dagen in {month}', en: 'Declared days in {month}' },
  'wlz.year-days': { nl: 'Dagen in {year}', en: 'Days in {year}' },
  'wlz.peak-times-year': {
    nl: 'Dagen in de piekmaand maal dagen in het jaar',
    en: 'Days in the peak month times days in the year',
  },
  'wlz.peak-calendar-days': { nl: 'Kalenderdagen van {month}', en: 'Calendar days of {month}' },
  'wlz.volume-ceiling-exact': {
    nl: 'Volumeplafond in dagen, niet afgerond',
    en: 'Volume ceiling in days, not rounded',
  },
  'wlz.volume-ceiling': { nl: 'Volumeplafond {year} in dagen', en: 'Volume ceiling {year} in days' },
  'wlz.no-peak-month': {
    nl: 'Geen enkele maand valt in de periode waarin de piekmaand mag liggen.',
    en: 'No month lies in the period in which the peak month may fall.',
  },
  'wlz.no-volume-ceiling': {
    nl: 'Regelboek {rulebook} kent geen volumeplafond.',
    en: 'Rulebook {rulebook} has no volume ceiling.',
  },
  'wlz.days-negative': {
    nl: 'Aantal dagen {found} kan niet; verwacht nul of meer.',
    en: 'Number of days {found} can’t be; expected zero or more.',
  },
  'wlz.day-amount': { nl: 'Dagbedrag', en: 'Day amount' },
  'wlz.days-out-count': { nl: 'Dagen die afvallen', en: 'Days taken out' },
  'wlz.days-out-exact': { nl: 'Dagen maal dagbedrag', en: 'Days times day amount' },
  'wlz.days-out': { nl: 'Afgevallen dagen van {product}', en: 'Days taken out of {product}' },
  'wlz.days-out-total': {
    nl: 'Afgevallen boven het volumeplafond ({total} geleverd, plafond {ceiling})',
    en: 'Taken out above the volume ceiling ({total} delivered, ceiling {ceiling})',
  },

  // What the simulation of a sector finds.
  'wlz.finding-cut': {
    nl: 'Sector {sector}: de geëxtrapoleerde productie is {amount} meer dan de ruimte, een korting van {cut}. Dat is binnen de marge van {margin}: geld volgt klant blijft.',
    en: 'Sector {sector}: the extrapolated production is {amount} more than the space, a cut of {cut}. That is within the margin of {margin}: money goes on following the client.',
  },
  'wlz.finding-volume-agreements': {
    nl: 'Sector {sector}: de geëxtrapoleerde productie is {amount} meer dan de ruimte, een korting van {cut}. Dat is boven de marge van {margin}: geld volgt klant wordt omgezet in vaste volumeafspraken.',
    en: 'Sector {sector}: the extrapolated production is {amount} more than the space, a cut of {cut}. That is above the margin of {margin}: money follows the client changes into fixed volume agreements.',
  },
  'wlz.finding-own-cut': {
    nl: '{provider}: de korting van {amount} is meer dan het risico van hooguit {risk}, doordat anderen voorgaan (toezeggingen); de bron zegt niet wie het meerdere draagt.',
    en: '{provider}: the cut of {amount} is more than the risk of {risk} at most, since others come first (commitments); the source doesn’t say who bears the rest.',
  },
  'wlz.finding-must-report': {
    nl: '{provider}: het verwachte volume wijkt {change} af van wat eerder is opgegeven; dat moet gemeld worden.',
    en: '{provider}: the expected volume differs {change} from what was reported earlier; that must be reported.',
  },
  'wlz.finding-subcontracting-not-stated': {
    nl: '{provider}: de verwachte productie via onderaannemers (zzp’ers inbegrepen) is niet opgegeven; nul is ook een opgave.',
    en: '{provider}: the expected production through subcontractors (self-employed included) isn’t stated; zero is a statement too.',
  },
  'wlz.finding-subcontracting-amount': {
    nl: '{provider}: de productie via onderaannemers ({found}) ligt niet tussen nul en de productie ({expected}).',
    en: '{provider}: the production through subcontractors ({found}) isn’t between zero and the production ({expected}).',
  },
  'wlz.no-providers': {
    nl: 'Sector {sector} heeft geen aanbieders.',
    en: 'Sector {sector} has no providers.',
  },
  'wlz.no-production': {
    nl: 'Aanbieder {provider} heeft geen realisatie en geen jaarproductie; verwacht een van beide.',
    en: 'Provider {provider} has no realisation and no year production; expected one of them.',
  },
  'wlz.new-provider-estimate': {
    nl: '{provider} is nieuw: het volume hoort op een raming te rusten, maar er is alleen realisatie om door te rekenen.',
    en: '{provider} is new: its volume should rest on an estimate, but there is only realisation to extrapolate.',
  },
  'wlz.backlog-missing': {
    nl: 'Sector {sector}: van {count, plural, one {# aanbieder} other {# aanbieders}} is de declaratieachterstand niet bekend; de realisatie is daar niet gecorrigeerd.',
    en: 'Sector {sector}: the declaration backlog of {count, plural, one {# provider} other {# providers}} isn’t known; the realisation isn’t corrected there.',
  },
  'wlz.no-treatment-data': {
    nl: 'Sector {sector}: geen gegevens over dagen inclusief behandeling; niet getoetst.',
    en: 'Sector {sector}: no data on days including treatment; not checked.',
  },
  'wlz.no-crisis-data': {
    nl: 'Sector {sector}: geen gegevens over crisisplekken; niet getoetst.',
    en: 'Sector {sector}: no data on crisis places; not checked.',
  },
  'wlz.no-extra-care-data': {
    nl: 'Sector {sector}: geen oormerk voor meerzorg opgegeven; niet van de ruimte afgehaald en niet getoetst.',
    en: 'Sector {sector}: no earmark for extra care given; not taken off the space and not checked.',
  },
  'wlz.no-commitments': {
    nl: 'Sector {sector}: geen toezeggingen opgegeven; voorrang is niet getoetst.',
    en: 'Sector {sector}: no commitments given; priority isn’t checked.',
  },
  'wlz.settlement-expected': {
    nl: 'Sector {sector}: van {count, plural, one {# aanbieder} other {# aanbieders}} is nog niet bekend wat is geleverd; de nacalculatie gaat daar uit van de geëxtrapoleerde productie.',
    en: 'Sector {sector}: for {count, plural, one {# provider} other {# providers}} it isn’t known yet what was delivered; the settlement rests on the extrapolated production there.',
  },
  'wlz.no-earlier-volumes': {
    nl: 'Van {count, plural, one {# aanbieder} other {# aanbieders}} is geen eerdere opgave bekend; substantiële wijzigingen zijn daar niet getoetst.',
    en: 'For {count, plural, one {# provider} other {# providers}} no earlier report is known; substantial changes aren’t checked there.',
  },
  'wlz.no-subcontracting-data': {
    nl: 'Sector {sector}: geen opgave van productie via onderaannemers; niet getoetst.',
    en: 'Sector {sector}: no statement of production through subcontractors; not checked.',
  },
  'wlz.not-in-amounts': {
    nl: 'Sector {sector}: {rule, select, ZK01 {de tarieven achter de bedragen zijn} ZK09 {de kwaliteitstoeslag in de bedragen is} ZK16 {afwezigheidsdagen zijn} ZK18 {NBF- en waddentoeslag zijn} ZK19 {regionaal geld en de afspraken daarover zijn} ZK24 {thuiszorgtechnologie is} other {het volumeplafond in dagen is}} uit bedragen per aanbieder niet te toetsen.',
    en: 'Sector {sector}: {rule, select, ZK01 {the tariffs behind the amounts} ZK09 {the quality supplement in the amounts} ZK16 {absence days} ZK18 {NBF and Wadden supplements} ZK19 {regional money and its agreements} ZK24 {home technology} other {the volume ceiling in days}} can’t be checked from amounts per provider.',
  },

  // Reading the files of a simulation.
  'wlz.rulebook-without-wlz': {
    nl: 'Regelboek {rulebook} gaat niet over de Wlz maar over {found}; verwacht een Wlz-regelboek, zoals zilveren-kruis-wlz-2022.',
    en: 'Rulebook {rulebook} isn’t about Wlz but about {found}; expected a Wlz rulebook, such as zilveren-kruis-wlz-2022.',
  },
  'wlz.parameter-missing': {
    nl: 'Regelboek {rulebook} heeft parameter {parameter} niet (of niet als getal op deze dag); de simulatie heeft die nodig.',
    en: 'Rulebook {rulebook} lacks parameter {parameter} (or has no number for it on this day); the simulation needs it.',
  },
  'wlz.production-outside': {
    nl: 'Productie van {provider} in {month} ({amount}) valt buiten het jaar of na de peildatum.',
    en: 'Production of {provider} in {month} ({amount}) is outside the year or after the as-of date.',
  },
  'wlz.production-several-lines': {
    nl: 'Aanbieder {provider} heeft meer dan één regel; de productie is niet over sectoren te verdelen. Geef de realisatie per regel.',
    en: 'Provider {provider} has more than one line; its production can’t be divided over sectors. Give the realisation on each line.',
  },
  'wlz.production-and-line': {
    nl: 'Aanbieder {provider} heeft zowel productie in een productiebestand als een bedrag op zijn regel; verwacht een van beide.',
    en: 'Provider {provider} has production in a production file and an amount on its line; expected one of them.',
  },
  'wlz.production-without-line': {
    nl: 'Aanbieder {provider} heeft productie ({amount}) maar geen regel bij de aanbieders; de sector is niet bekend.',
    en: 'Provider {provider} has production ({amount}) but no line among the providers; its sector isn’t known.',
  },

  // The result of a simulation.
  'wlz.out-basis': {
    nl: 'Simulatie volgens {title} ({id}), peildatum {asOf}',
    en: 'Simulation under {title} ({id}), as of {asOf}',
  },
  'wlz.out-sector': { nl: 'Sector {sector}', en: 'Sector {sector}' },
  'wlz.out-csv-sector': { nl: 'sector', en: 'sector' },
  'wlz.out-euro': { nl: 'euro', en: 'euro' },
  'wlz.out-provider': { nl: 'aanbieder', en: 'provider' },
  'wlz.out-eligible': {
    nl: 'Waarvan betaalbaar (na korting behandeling)',
    en: 'Of which eligible (after treatment cut)',
  },
  'wlz.out-regime': { nl: 'Bekostiging', en: 'Funding' },
  'wlz.out-regime-money-follows-client': { nl: 'geld volgt klant', en: 'money follows client' },
  'wlz.out-regime-volume-agreements': { nl: 'vaste volumeafspraken', en: 'volume agreements' },
  'wlz.out-agreements': { nl: 'Herschikkingsafspraken', en: 'Reallocation agreements' },
  'wlz.out-unused': { nl: 'Niet gebruikte ruimte', en: 'Unused space' },
  'wlz.out-difference': { nl: 'Verschil (hoort 0,00 te zijn)', en: 'Difference (ought to be 0.00)' },
  'wlz.out-settlements': { nl: 'Nacalculatie', en: 'Settlement' },
  'wlz.out-column-production': { nl: 'productie', en: 'production' },
  'wlz.out-column-agreement': { nl: 'afspraak', en: 'agreement' },
  'wlz.out-column-reduction': { nl: 'korting', en: 'cut' },
  'wlz.out-column-risk': { nl: 'waarvan risico', en: 'of which risk' },
  'wlz.out-column-volume': { nl: 'minder volume', en: 'less volume' },
  'wlz.out-column-settlement': { nl: 'nacalculatie', en: 'settlement' },
  'wlz.out-column-balance': { nl: 'nog te betalen', en: 'still to pay' },
  'wlz.out-violation': { nl: 'overtreding', en: 'violation' },
  'wlz.out-warning': { nl: 'waarschuwing', en: 'warning' },
  'wlz.out-notice': { nl: 'opmerking', en: 'notice' },
  'wlz.out-not-checked': { nl: 'niet getoetst', en: 'not checked' },
  'wlz.out-source': { nl: 'bron {document}, {place}', en: 'source {document}, {place}' },
  'wlz.out-steps': { nl: 'Berekening', en: 'Calculation' },
};
