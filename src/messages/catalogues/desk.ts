import type { Catalogue } from '../catalogue';

/** The procurer's desk: overview of submissions, questions, rounds. */
export const deskMessages = {
  'desk.title': { nl: 'Ingezonden prognoses', en: 'Submitted prognoses' },
  'desk.headline': {
    nl: '{title} (jaar {year}), peildatum {asOf}, ronde {round}: {checked} getoetst, {unreadable} onleesbaar, {missing} niet ontvangen.',
    en: '{title} (year {year}), as of {asOf}, round {round}: {checked} checked, {unreadable} unreadable, {missing} not received.',
  },
  'desk.sheet.overview': { nl: 'Overzicht', en: 'Overview' },
  'desk.sheet.findings': { nl: 'Te bespreken', en: 'To discuss' },
  'desk.sheet.questions': { nl: 'Vragen', en: 'Questions' },
  'desk.sheet.changes': { nl: 'Gewijzigd', en: 'Changed' },
  'desk.sheet.room': { nl: 'Ruimte per product', en: 'Room per product' },
  'desk.sheet.totals': { nl: 'Totaal per domein', en: 'Total per domain' },
  'desk.state.checked': { nl: 'getoetst', en: 'checked' },
  'desk.state.unreadable': { nl: 'onleesbaar', en: 'unreadable' },
  'desk.state.missing': { nl: 'niet ontvangen', en: 'not received' },
  'desk.review.received': { nl: 'ontvangen', en: 'received' },
  'desk.review.questions': { nl: 'vragen gesteld', en: 'questions asked' },
  'desk.review.approved': { nl: 'akkoord', en: 'approved' },
  'desk.status.open': { nl: 'open', en: 'open' },
  'desk.status.answered': { nl: 'beantwoord', en: 'answered' },
  'desk.status.accepted': { nl: 'akkoord', en: 'accepted' },
  'desk.status.solved': { nl: 'opgelost', en: 'solved' },
  'desk.status.withdrawn': { nl: 'ingetrokken', en: 'withdrawn' },
  'desk.provider-unknown': { nl: 'aanbieder onbekend', en: 'provider unknown' },
  'desk.unreadable': { nl: 'Onleesbaar', en: 'Unreadable' },
  'desk.per-provider': { nl: 'Per aanbieder', en: 'Per provider' },
  'desk.the-figures': { nl: 'De cijfers', en: 'The figures' },
  'desk.whole-year': { nl: 'hele jaar', en: 'whole year' },
  'desk.nobody-with-room': { nl: 'niemand met ruimte', en: 'nobody with room' },
  'desk.room-note': {
    nl: 'Resterende ruimte is één bedrag voor alle producten van een aanbieder in een domein: tel haar niet per product op.',
    en: 'Headroom is one amount for all products of a provider in a domain: don’t add it up over products.',
  },
  'desk.findings-count': {
    nl: '{count, plural, =0 {Geen overtredingen of waarschuwingen} one {# overtreding of waarschuwing} other {# overtredingen en waarschuwingen}}',
    en: '{count, plural, =0 {No violations or warnings} one {# violation or warning} other {# violations and warnings}}',
  },
  'desk.questions-count': {
    nl: '{count, plural, =0 {Geen open vragen} one {# open vraag} other {# open vragen}}',
    en: '{count, plural, =0 {No open questions} one {# open question} other {# open questions}}',
  },
  'desk.changes-count': {
    nl: '{count, plural, =0 {Geen cel gewijzigd sinds de vorige ronde} one {# cel gewijzigd sinds de vorige ronde} other {# cellen gewijzigd sinds de vorige ronde}}',
    en: '{count, plural, =0 {No cell changed since the previous round} one {# cell changed since the previous round} other {# cells changed since the previous round}}',
  },
  'desk.column.ceiling': { nl: 'Plafond nu', en: 'Ceiling now' },
  'desk.column.overrun': { nl: 'Overschrijding', en: 'Overrun' },
  'desk.column.overrun-year-end': { nl: 'Overschr. eind jaar', en: 'Overrun, year end' },
  'desk.column.total': { nl: 'Samen', en: 'Total' },
  'desk.column.violations': { nl: 'Overtr.', en: 'Viol.' },
  'desk.column.warnings': { nl: 'Waarsch.', en: 'Warn.' },
  'desk.column.questions-short': { nl: 'Vragen', en: 'Questions' },
  'desk.column.state': { nl: 'Stand', en: 'State' },
  'desk.column.not-checked': { nl: 'Niet getoetst', en: 'Not checked' },
  'desk.column.questions': { nl: 'Open vragen', en: 'Open questions' },
  'desk.column.declared-difference': { nl: 'Gedeclareerd min opgegeven', en: 'Declared less stated' },
  'desk.column.change': { nl: 'Verschil met vorige ronde', en: 'Change since previous round' },
  'desk.column.region-difference': {
    nl: 'Prognose min eigen raming regio',
    en: 'Forecast less region’s own',
  },
  'desk.column.review': { nl: 'Beoordeling', en: 'Review' },
  'desk.column.note': { nl: 'Notitie', en: 'Note' },
  'desk.column.id': { nl: 'Vraagnummer', en: 'Question id' },
  'desk.column.question': { nl: 'Vraag', en: 'Question' },
  'desk.column.cell': { nl: 'Cel', en: 'Cell' },
  'desk.column.amount': { nl: 'Bedrag', en: 'Amount' },
  'desk.column.answer': { nl: 'Antwoord', en: 'Answer' },
  'desk.column.status': { nl: 'Status', en: 'Status' },
  'desk.column.first-round': { nl: 'Sinds ronde', en: 'Since round' },
  'desk.column.last-round': { nl: 'Laatst in ronde', en: 'Last in round' },
  'desk.column.period': { nl: 'Periode', en: 'Period' },
  'desk.column.cell-before': { nl: 'Cel vorige ronde', en: 'Cell, previous round' },
  'desk.column.before': { nl: 'Vorige ronde', en: 'Previous round' },
  'desk.column.cell-after': { nl: 'Cel nu', en: 'Cell now' },
  'desk.column.after': { nl: 'Nu', en: 'Now' },
  'desk.column.full': { nl: 'Plafond bereikt', en: 'Ceiling reached' },
  'desk.column.with-room': { nl: 'Nog ruimte', en: 'Room left' },
  'desk.column.month': { nl: 'Maand', en: 'Month' },
  'desk.column.providers': { nl: 'Aanbieders', en: 'Providers' },
  'desk.column.used': { nl: 'Uitnutting', en: 'Utilisation' },
  'desk.letter.subject': {
    nl: 'Vragen bij de prognose {year} van {provider} (ronde {round})',
    en: 'Questions on the {year} prognosis of {provider} (round {round})',
  },
  'desk.letter.salutation': { nl: 'Beste collega,', en: 'Dear colleague,' },
  'desk.letter.opening': {
    nl: 'Wij hebben uw prognose “{file}” (peildatum {asOf}) bekeken en hebben {count, plural, one {één vraag} other {# vragen}}. Tussen haken staan de cel en het bedrag waar het om gaat.',
    en: 'We looked at your prognosis “{file}” (as of {asOf}) and have {count, plural, one {one question} other {# questions}}. The cell and the amount concerned are in brackets.',
  },
  'desk.letter.closing': {
    nl: 'Wilt u de vragen beantwoorden in de bijgevoegde lijst en, waar nodig, een aangepaste prognose sturen? Alvast bedankt.',
    en: 'Please answer the questions in the list attached and send a corrected prognosis where needed. Thank you.',
  },
  'desk.letter.how-to-answer': {
    nl: 'Vul de kolom Antwoord in en stuur dit bestand terug. Laat het vraagnummer staan: daaraan wordt uw antwoord herkend.',
    en: 'Fill in the column Answer and return this file. Leave the question id: it is how your answer is recognised.',
  },
  'desk.ask.general': {
    nl: 'Kunt u dit toelichten of aanpassen?',
    en: 'Can you explain or correct this?',
  },
  'desk.ask.rule': {
    nl: 'Wat is de oorzaak, en hoe brengt u dit binnen de afspraken?',
    en: 'What causes this, and how will you bring it within the agreement?',
  },
  'desk.ask.total': {
    nl: 'Welke van de twee is juist: het vermelde totaal of de som?',
    en: 'Which of the two is right: the stated total or the sum?',
  },
  'desk.ask.declared': {
    nl: 'Waarom wijkt uw realisatie af van wat is gedeclareerd?',
    en: 'Why do your actuals differ from what was declared?',
  },
  'desk.ask.volume': {
    nl: 'Klopt het aantal, het tarief of het bedrag niet?',
    en: 'Which is wrong: the volume, the tariff or the amount?',
  },
  'desk.ask.tariff': {
    nl: 'Op welke afspraak berust dit tarief?',
    en: 'Which agreement is this tariff based on?',
  },
  'desk.ask.months': {
    nl: 'Is dit realisatie of prognose?',
    en: 'Is this an actual or a forecast?',
  },
  'desk.ask.negative': {
    nl: 'Waarop is dit negatieve bedrag een correctie?',
    en: 'What does this negative amount correct?',
  },
  'desk.ask.jump': { nl: 'Wat verklaart deze sprong?', en: 'What explains this jump?' },
  'desk.ask.product': {
    nl: 'Welk product of welke productcode is dit?',
    en: 'Which product or product code is this?',
  },
  'desk.ask.hidden': {
    nl: 'Tellen deze verborgen bedragen mee?',
    en: 'Do these hidden amounts count?',
  },
  'desk.ask.typed-over': {
    nl: 'Is de formule met opzet door een getal vervangen?',
    en: 'Was the formula replaced by a number on purpose?',
  },
  'desk.ask.text': {
    nl: 'Kunt u hier een getal invullen in plaats van tekst?',
    en: 'Can you enter a number here instead of text?',
  },
  'desk.ask.error': {
    nl: 'Welk bedrag hoort hier te staan?',
    en: 'Which amount should be here?',
  },
  'desk.ask.twice': { nl: 'Welke van de twee geldt?', en: 'Which of the two holds?' },
  'desk.ask.year': {
    nl: 'Heeft u het juiste jaar gestuurd?',
    en: 'Did you send the right year?',
  },
  'desk.ask.provider': {
    nl: 'Namens welke aanbieder is deze prognose?',
    en: 'On behalf of which provider is this prognosis?',
  },
  'desk.ask.missing': {
    nl: 'Waarom ontbreekt dit product in de prognose?',
    en: 'Why is this product missing from the prognosis?',
  },
  'desk.ask.double': {
    nl: 'Welke van de dubbele regels telt?',
    en: 'Which of the double lines counts?',
  },
  'desk.ask.message': {
    nl: 'Kunt u nagaan wat er met dit bericht misging, en het zo nodig volledig opnieuw aanleveren?',
    en: 'Can you find out what went wrong with this message, and deliver it again in full if needed?',
  },
  'desk.ask.message-lines': {
    nl: 'Kunt u deze regels nakijken, en crediteren en opnieuw declareren wat niet juist is?',
    en: 'Can you check these lines, and credit and declare again what is not right?',
  },
  'desk.ask.before': {
    nl: 'In de vorige ronde ging het om {amount}.',
    en: 'In the previous round this was {amount}.',
  },
  'desk.sheet.across': { nl: 'Over aanbieders heen', en: 'Across providers' },
  'desk.across-missing': { nl: 'Niet te zeggen', en: 'Can’t be said' },
  'desk.section-running-out': {
    nl: 'Plafonds en lumpsums die opraken',
    en: 'Ceilings and lump sums running out',
  },
  'desk.section-sectors': { nl: 'Contracteerruimte per sector', en: 'Contracting space per sector' },
  'desk.section-sector-providers': {
    nl: 'Contracteerruimte per aanbieder',
    en: 'Contracting space per provider',
  },
  'desk.missing-offers': {
    nl: '{rule}, plafond gedeeld door offerte: geef een lijst met aanbieder, plafond (of omzet) en offerte.',
    en: '{rule}, ceiling divided by offer: give a list with provider, ceiling (or turnover) and offer.',
  },
  'desk.missing-open-end': {
    nl: '{rule}, openeindecontracten: geef een lijst met vorm, aanbieder, product en bedrag.',
    en: '{rule}, open-end contracts: give a list with form, provider, product and amount.',
  },
  'desk.missing-utilisation': {
    nl: '{rule}, uitnutting per gemeente en maand: geef een lijst met gemeente, periode, gedeclareerd, prognose en budget.',
    en: '{rule}, utilisation per municipality and month: give a list with municipality, period, declared, forecast and budget.',
  },
  'desk.missing-space': {
    nl: '{rule}, contracteerruimte per sector met korting en regime: geef de ruimte (sector, soort, bedrag, vanaf) en de aanbieders met hun productie.',
    en: '{rule}, contracting space per sector with cut and regime: give the space (sector, kind, amount, from) and the providers with their production.',
  },
  'desk.missing-ceilings': {
    nl: 'Wie nog ruimte heeft voor een product en wiens plafond opraakt: geef de plafonds.',
    en: 'Who has room for a product and whose ceiling runs out: give the ceilings.',
  },
  'desk.list-unknown': {
    nl: 'deze lijst past bij geen regel van het regelboek. Verwacht een van deze sets kolommen: {expected}.',
    en: 'this list fits no rule of the rulebook. Expected one of these sets of columns: {expected}.',
  },
  'desk.dossier-other-year': {
    nl: 'dit dossier gaat over {found}; gevraagd is {expected}. Gebruik een dossier per jaar.',
    en: 'this dossier is about {found}; asked for is {expected}. Use one dossier a year.',
  },
  'desk.workbook-defect': {
    nl: 'deze werkmap kon door een fout van ons niet worden getoetst ({name}). De andere zijn wel getoetst.',
    en: 'this workbook could not be checked because of a defect of ours ({name}). The others were checked.',
  },
  'desk.dossier-not-valid': {
    nl: 'dit is geen dossier dat deze versie kan lezen ({expected}).',
    en: 'this is not a dossier that this version can read ({expected}).',
  },
} as const satisfies Catalogue;
