import type { Catalogue } from '../catalogue';

/** The step about the own format: what was found, and correcting it by pointing. */
export const formatMessages = {
  'format.point': { nl: 'Corrigeer door aan te wijzen', en: 'Correct by pointing' },
  'format.point.how': {
    nl: 'Selecteer in de werkmap een bereik (slepen, of Shift met de pijltjes), of kies hieronder een adres. Zeg daarna wat het is.',
    en: 'Select a range in the workbook (drag, or Shift with the arrows), or choose an address below. Then say what it is.',
  },
  'format.point.how-excel': {
    nl: 'Selecteer een bereik in Excel, of kies hieronder een adres. Zeg daarna wat het is.',
    en: 'Select a range in Excel, or choose an address below. Then say what it is.',
  },
  'format.point.range': { nl: 'Bereik', en: 'Range' },
  'format.point.wrong': {
    nl: 'Geen bereik van deze werkmap. Verwacht: blad!A1:B2.',
    en: 'Not a range of this workbook. Expected: sheet!A1:B2.',
  },
  'format.point.go': { nl: 'Wijs aan in de werkmap', en: 'Point in the workbook' },
  'format.point.is': { nl: 'Dit is', en: 'This is' },
  'format.point.choose': { nl: 'Kies', en: 'Choose' },
  'format.point.for': { nl: 'Geldt voor', en: 'Holds for' },
  'format.point.product': { nl: 'Welk product', en: 'Which product' },
  'format.point.month': { nl: 'Vanaf', en: 'From' },
  'format.point.length': { nl: 'Duur', en: 'Length' },
  'format.point.along': { nl: 'Verloop', en: 'Running' },
  'format.point.apply': { nl: 'Pas toe', en: 'Apply' },

  'format.scope.cells': { nl: 'Deze cellen', en: 'These cells' },
  'format.scope.rows': { nl: 'Alles in deze rijen', en: 'Everything in these rows' },
  'format.scope.columns': { nl: 'Alles in deze kolommen', en: 'Everything in these columns' },
  'format.scope.sheet': { nl: 'Het hele blad {sheet}', en: 'The whole sheet {sheet}' },

  'format.group.asks': { nl: 'Wat er gevraagd wordt', en: 'What is asked for' },
  'format.group.place': { nl: 'Waar het over gaat', en: 'What it is about' },
  'format.group.phase': { nl: 'Realisatie of prognose', en: 'Actuals or forecast' },
  'format.group.money': { nl: 'Eenheid van de bedragen', en: 'Unit of the amounts' },
  'format.group.role': { nl: 'Niet invullen', en: 'Not to be filled' },
  'format.group.header': { nl: 'Kopgegeven', en: 'Header' },
  'format.is.amount': { nl: 'Bedragen', en: 'Amounts' },
  'format.is.volume': { nl: 'Aantallen', en: 'Volumes' },
  'format.is.clients': { nl: 'Cliënten', en: 'Clients' },
  'format.is.tariff': { nl: 'Tarieven', en: 'Tariffs' },
  'format.is.product': { nl: 'Van product …', en: 'Of product …' },
  'format.is.period': { nl: 'Van maand …', en: 'Of month …' },
  'format.is.actual': { nl: 'Realisatie', en: 'Actuals' },
  'format.is.forecast': { nl: 'Prognose', en: 'Forecast' },
  'format.is.any': { nl: 'Realisatie of prognose', en: 'Actuals or forecast' },
  'format.is.thousands': { nl: 'In duizenden euro’s', en: 'In thousands of euros' },
  'format.is.euros': { nl: 'In euro’s', en: 'In euros' },
  'format.is.ignored': { nl: 'Hoort niet bij de prognose', en: 'Not part of the prognosis' },
  'format.is.read-only': { nl: 'Wel lezen, niet invullen', en: 'Read, but don’t fill' },
  'format.is.total': { nl: 'Totaal of subtotaal', en: 'Total or subtotal' },
  'format.is.provider': { nl: 'Aanbieder', en: 'Provider' },
  'format.is.year': { nl: 'Jaar', en: 'Year' },
  'format.is.as-of': { nl: 'Peildatum', en: 'As-of date' },
  'format.is.domain': { nl: 'Domein', en: 'Domain' },

  'format.length.1': { nl: 'een maand', en: 'one month' },
  'format.length.3': { nl: 'een kwartaal', en: 'a quarter' },
  'format.length.6': { nl: 'een half jaar', en: 'half a year' },
  'format.length.12': { nl: 'een jaar', en: 'a year' },
  'format.along.none': { nl: 'overal dezelfde', en: 'the same everywhere' },
  'format.along.columns': { nl: 'elke kolom de volgende', en: 'each column the next' },
  'format.along.rows': { nl: 'elke rij de volgende', en: 'each row the next' },

  'format.measure.amount': { nl: 'bedragen', en: 'amounts' },
  'format.measure.volume': { nl: 'aantallen', en: 'volumes' },
  'format.measure.clients': { nl: 'cliënten', en: 'clients' },
  'format.measure.tariff': { nl: 'tarieven', en: 'tariffs' },
  'format.phase.actual': { nl: 'realisatie', en: 'actuals' },
  'format.phase.forecast': { nl: 'prognose', en: 'forecast' },
  'format.phase.any': { nl: 'realisatie of prognose', en: 'actuals or forecast' },

  'format.seen': { nl: 'Nu: {what}.', en: 'Now: {what}.' },
  'format.seen.nothing': {
    nl: 'Nu: hier is niets herkend.',
    en: 'Now: nothing was recognised here.',
  },
  'format.seen.cells': {
    nl: '{count, plural, one {één cel} other {# cellen}}',
    en: '{count, plural, one {one cell} other {# cells}}',
  },
  'format.seen.products': { nl: '{count} producten', en: '{count} products' },
  'format.seen.formulas': {
    nl: '{count, plural, one {één formule} other {# formules}}',
    en: '{count, plural, one {one formula} other {# formulas}}',
  },
  'format.seen.locked': { nl: '{count} beveiligd', en: '{count} protected' },
  'format.seen.kept': { nl: '{count} niet in te vullen', en: '{count} not to be filled' },
  'format.seen.totals': {
    nl: '{count, plural, one {één totaal} other {# totalen}}',
    en: '{count, plural, one {one total} other {# totals}}',
  },

  'format.questions': { nl: 'Eerst te beantwoorden', en: 'To be answered first' },
  'format.measure-question-all': {
    nl: 'Van {count} plaatsen is niet te zien wat er gevraagd wordt. Is het overal hetzelfde, antwoord dan hier.',
    en: 'Of {count} places it can’t be seen what is asked for. Where it is the same everywhere, answer here.',
  },
  'format.measure-question': {
    nl: 'Wat wordt gevraagd in {range}? Tot u het zegt, wordt daar niets ingevuld.',
    en: 'What is asked for in {range}? Until you say so nothing is filled in there.',
  },
  'format.look': { nl: 'Bekijk', en: 'Look' },
  'format.thousands': { nl: 'Bedragen × € 1.000', en: 'Amounts × € 1,000' },
  'format.thousands.exact': { nl: 'Exact, tot op de cent', en: 'Exact, to the cent' },
  'format.thousands.0': { nl: 'Afronden op hele duizenden', en: 'Round to whole thousands' },
  'format.thousands.1': { nl: 'Eén decimaal (honderden)', en: 'One decimal (hundreds)' },
  'format.thousands.2': { nl: 'Twee decimalen (tientallen)', en: 'Two decimals (tens)' },
  'format.thousands.3': { nl: 'Drie decimalen (hele euro’s)', en: 'Three decimals (whole euros)' },

  'format.corrections': { nl: 'Uw correcties', en: 'Your corrections' },
  'format.corrected': {
    nl: '{cells, plural, =0 {(verandert niets)} one {(één cel)} other {(# cellen)}}',
    en: '{cells, plural, =0 {(changes nothing)} one {(one cell)} other {(# cells)}}',
  },
  'format.take-back': { nl: 'Neem terug', en: 'Take back' },
  'format.take-back.named': { nl: 'Neem terug: correctie {number}', en: 'Take back: correction {number}' },
  'format.take-back.all': { nl: 'Neem alle correcties terug', en: 'Take back all corrections' },

  'format.found': { nl: 'Wat is herkend', en: 'What was recognised' },
  'format.place': {
    nl: 'Selecteer {place} {text}',
    en: 'Select {place} {text}',
  },
  'format.group.cells': {
    nl: '{inputs, plural, one {één invoercel} other {# invoercellen}}{formulas, plural, =0 {} one {, één formule} other {, # formules}}{locked, plural, =0 {} other {, # niet in te vullen}}',
    en: '{inputs, plural, one {one input cell} other {# input cells}}{formulas, plural, =0 {} one {, one formula} other {, # formulas}}{locked, plural, =0 {} other {, # not to be filled}}',
  },
  'format.periods': {
    nl: '{count, plural, one {Eén periode} other {# perioden}}',
    en: '{count, plural, one {One period} other {# periods}}',
  },
  'format.column': { nl: 'Kolom {name}', en: 'Column {name}' },
  'format.row': { nl: 'Rij {name}', en: 'Row {name}' },
  'format.headers': { nl: 'Kopgegevens', en: 'Headers' },
  'format.header.none': { nl: 'geen eigen cel gevonden', en: 'no cell of its own found' },
  'format.totals': {
    nl: '{count, plural, one {Eén totaal of subtotaal} other {# totalen en subtotalen}}',
    en: '{count, plural, one {One total or subtotal} other {# totals and subtotals}}',
  },
  'format.totals.of': {
    nl: '{cells, plural, one {één cel} other {# cellen}}, {formulas, plural, =0 {getypt} one {één formule} other {# formules}}',
    en: '{cells, plural, one {one cell} other {# cells}}, {formulas, plural, =0 {typed} one {one formula} other {# formulas}}',
  },
  'format.sheets': {
    nl: '{count, plural, one {Eén blad} other {# bladen}}',
    en: '{count, plural, one {One sheet} other {# sheets}}',
  },
  'format.sheet.used': { nl: 'gebruikt', en: 'used' },
  'format.sheet.none': { nl: 'geen tabel herkend', en: 'no table recognised' },
  'format.sheet.ignored': { nl: 'hoort niet bij de prognose', en: 'not part of the prognosis' },
  'format.sheet.ignore': { nl: 'Laat weg', en: 'Leave out' },
  'format.sheet.ignore.named': { nl: 'Laat weg: blad {sheet}', en: 'Leave out: sheet {sheet}' },

  'format.suggested': { nl: 'Voorstel:', en: 'Suggested:' },
  'format.aliases.load': { nl: 'Namenlijst inlezen …', en: 'Load list of names …' },
  'format.aliases.save': { nl: 'Bewaar de namenlijst', en: 'Save the list of names' },
  'format.aliases.suffix': { nl: 'namen', en: 'names' },

  'format.selected': {
    nl: '{range}: {cells, plural, one {één cel} other {# cellen}} geselecteerd',
    en: '{range}: {cells, plural, one {one cell} other {# cells}} selected',
  },
  'format.legend': { nl: 'Legenda', en: 'Legend' },
  'format.legend.header': { nl: 'Kopgegeven', en: 'Header' },
  'format.legend.ignored': { nl: 'Weggelaten', en: 'Left out' },
  'format.legend.corrected': { nl: 'Door u gecorrigeerd', en: 'Corrected by you' },
  'format.legend.measures': {
    nl: '# aantallen, c cliënten, t tarieven; verder bedragen',
    en: '# volumes, c clients, t tariffs; otherwise amounts',
  },
} as const satisfies Catalogue;

/** The codes of the format step's own sentences. */
export type FormatCode = keyof typeof formatMessages;
