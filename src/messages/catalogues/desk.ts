import type { Catalogue } from '../catalogue';

/** The procurer's desk: overview of submissions, questions, rounds. */
export const deskMessages = {
  'desk.title': { nl: 'Ingezonden prognoses', en: 'Submitted prognoses' },
  'desk.headline': {
    nl: '{title}, {year}, peildatum {asOf}, ronde {round}: {checked} getoetst, {unreadable} onleesbaar, {missing} niet ontvangen.',
    en: '{title}, {year}, as of {asOf}, round {round}: {checked} checked, {unreadable} unreadable, {missing} not received.',
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
  'desk.ask.before': {
    nl: 'In de vorige ronde ging het om {amount}.',
    en: 'In the previous round this was {amount}.',
  },
  'desk.dossier-not-valid': {
    nl: 'dit is geen dossier dat deze versie kan lezen ({expected}).',
    en: 'this is not a dossier that this version can read ({expected}).',
  },
} as const satisfies Catalogue;
