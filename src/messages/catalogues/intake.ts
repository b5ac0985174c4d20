import type { Catalogue } from '../catalogue';

export const intakeMessages: Catalogue = {
  'intake.empty': {
    nl: '{file} is leeg: verwacht een tabel met een kopregel.',
    en: '{file} is empty: expected a table with a header row.',
  },
  'intake.no-lines': {
    nl: '{file} heeft een kopregel maar geen enkele regel eronder.',
    en: '{file} has a header row but not a single line below it.',
  },
  'intake.all-rejected': {
    nl: 'Geen enkele regel van {file} kon worden gelezen: {count, plural, one {de enige regel is} other {alle # regels zijn}} afgekeurd.',
    en: 'Not one line of {file} could be read: {count, plural, one {the only line was} other {all # lines were}} rejected.',
  },
  'intake.binary': {
    nl: '{file} bevat op regel {line} nulbytes en is dus geen tekst; verwacht een CSV-bestand of een Excel-werkmap.',
    en: '{file} holds zero bytes on line {line}, so it is no text; expected a CSV file or an Excel workbook.',
  },
  'intake.line-too-long': {
    nl: 'Regel {line} van {file} is langer dan 1 MB; verwacht een CSV-bestand met een regel per record.',
    en: 'Line {line} of {file} is longer than 1 MB; expected a CSV file with one line per record.',
  },
  'intake.list-too-long': {
    nl: '{file} heeft meer dan {most, number} regels; dat is geen plafond- of tarievenlijst.',
    en: '{file} has more than {most, number} lines; that is no list of ceilings or tariffs.',
  },
  'intake.quote-not-closed': {
    nl: 'Het aanhalingsteken dat in {file} op regel {line} een veld opent, wordt niet gesloten. Verwacht een sluitend aanhalingsteken, of een dubbel aanhalingsteken binnen het veld.',
    en: 'The quote that opens a field on line {line} of {file} is not closed. Expected a closing quote, or doubled quotes inside the field.',
  },
  'intake.utf16-broken': {
    nl: '{file} begint als UTF-16 maar bevat tekens die dat niet zijn. Sla het bestand opnieuw op als CSV UTF-8.',
    en: '{file} begins as UTF-16 but holds characters that are not. Save it again as CSV UTF-8.',
  },
  'intake.not-csv': {
    nl: '{file} is geen CSV maar {format, select, zip {een zip-bestand of werkmap} ole {een oud Excel-bestand (.xls) of een versleutelde werkmap} pdf {een PDF} gzip {een gzip-bestand} rtf {een RTF-document} html {een HTML-pagina} xml {XML} json {JSON} other {{format}}}; verwacht een CSV-bestand met een kopregel.',
    en: '{file} is no CSV but {format, select, zip {a zip file or workbook} ole {an old Excel file (.xls) or an encrypted workbook} pdf {a PDF} gzip {a gzip file} rtf {an RTF document} html {an HTML page} xml {XML} json {JSON} other {{format}}}; expected a CSV file with a header row.',
  },
  'intake.wrong-kind': {
    nl: 'Dit is geen bestand met {expected, select, production {productie} forecast {een prognose} ceilings {plafonds} providers {aanbieders van een sector} space {contracteerruimte} allocations {toewijzingen} costs {kosten of sleutels per gemeente} rules {regels voor een berekening} other {tarieven}}: de kolommen ({headers}) zijn die van {looksLike, select, production {productie of prognose} ceilings {plafonds} providers {aanbieders van een sector} space {contracteerruimte} other {tarieven}}.',
    en: 'This is no file of {expected, select, production {production} forecast {a forecast} ceilings {ceilings} providers {providers of a sector} space {contracting space} allocations {allocations} costs {costs or keys per municipality} rules {lines for a calculation} other {tariffs}}: its columns ({headers}) are those of {looksLike, select, production {production or a forecast} ceilings {ceilings} providers {providers of a sector} space {contracting space} other {tariffs}}.',
  },
  'intake.header-missing': {
    nl: '{file} heeft geen kopregel: de eerste regels zijn gegevens. Verwacht een kopregel met kolommen zoals {expected}.',
    en: '{file} has no header row: its first lines are data. Expected a header row with columns such as {expected}.',
  },
  'intake.column-missing': {
    nl: 'Kolom {expected} ontbreekt. Gevonden kolommen: {headers}.',
    en: 'Column {expected} is missing. Columns found: {headers}.',
  },
  'intake.column-missing-guess': {
    nl: 'Kolom {expected} ontbreekt. Bedoelt u ‘{guess}’? Gevonden kolommen: {headers}.',
    en: 'Column {expected} is missing. Did you mean ‘{guess}’? Columns found: {headers}.',
  },
  'intake.column-twice': {
    nl: 'Meer dan één kolom staat voor {field}: {headers} (kolom {columns}). Verwacht er één; verwijder of hernoem de andere.',
    en: 'More than one column stands for {field}: {headers} (columns {columns}). Expected one; remove or rename the other.',
  },
  'intake.decimal-open': {
    nl: 'In kolom {column} van {file} is niet te zien of {example} ({where, select, line {regel {at}} other {{at}}}) een duizendtal is: geen enkele waarde toont welk teken het decimaalteken is. Kies decimale komma of punt, of lever bedragen met cijfers achter het decimaalteken.',
    en: 'Column {column} of {file} does not show whether {example} ({where, select, line {line {at}} other {{at}}}) is a thousand: no value shows which mark is the decimal one. Choose decimal comma or point, or supply amounts with decimals.',
  },
  'intake.decimal-contradiction': {
    nl: 'Kolom {column} spreekt zichzelf tegen: {first} ({where, select, line {regel {firstAt}} other {{firstAt}}}) en {second} ({where, select, line {regel {secondAt}} other {{secondAt}}}) kunnen niet hetzelfde decimaalteken hebben. Verbeter een van beide of kies het decimaalteken.',
    en: 'Column {column} contradicts itself: {first} ({where, select, line {line {firstAt}} other {{firstAt}}}) and {second} ({where, select, line {line {secondAt}} other {{secondAt}}}) can’t have the same decimal mark. Correct one of them or choose the decimal mark.',
  },
  'intake.decimal-from-other-column': {
    nl: 'Kolom {column} toont zelf niet of {example} een duizendtal is. Aangenomen dat het decimaalteken hetzelfde is als in kolom {other}: {mark, select, comma {een komma} other {een punt}}.',
    en: 'Column {column} does not itself show whether {example} is a thousand. Its decimal mark is taken to be that of column {other}: {mark, select, comma {a comma} other {a point}}.',
  },
  'intake.dates-month-first': {
    nl: 'Kolom {column} van {file} bevat een datum met de maand vooraan, terwijl {example} dan ook anders gelezen kan worden. Verwacht dag-maand-jaar of jaar-maand-dag.',
    en: 'Column {column} of {file} holds a date with its month first, and then {example} may be read either way. Expected day-month-year or year-month-day.',
  },
  'intake.sheet-unknown': {
    nl: '{file} heeft geen blad ‘{sheet}’; wel: {sheets}.',
    en: '{file} has no sheet ‘{sheet}’; it has: {sheets}.',
  },
  'intake.no-table': {
    nl: 'Geen enkel blad van {file} heeft een kopregel die past. Bekeken: {sheets}.',
    en: 'No sheet of {file} has a header row that fits. Looked at: {sheets}.',
  },
  'intake.total-out-of-range': {
    nl: 'De bedragen of aantallen in {file} tellen op tot meer dan er gerekend kan worden.',
    en: 'The amounts or volumes in {file} add up to more than can be calculated with.',
  },
  'intake.line-field-count': {
    nl: 'Regel met {found} velden, verwacht {expected}.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Line with {found} fields, expected {expected}.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-stray-quote': {
    nl: 'In kolom {column} staat tekst na het sluitende aanhalingsteken; verwacht een dubbel aanhalingsteken binnen het veld.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Column {column} has text after its closing quote; expected doubled quotes inside the field.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-error-cell': {
    nl: 'De cel in kolom {column} bevat de fout {found}.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The cell in column {column} holds the error {found}.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-blank': {
    nl: 'Kolom {column} is leeg.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Column {column} is blank.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-product-blank': {
    nl: 'Kolom {column} is leeg: een regel zonder product is niet te gebruiken.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Column {column} is blank: a line without a product can’t be used.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-domain-blank': {
    nl: 'Kolom {column} is leeg: verwacht Wmo, Jeugdwet of Wlz.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Column {column} is blank: expected Wmo, Jeugdwet or Wlz.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-domain-underivable': {
    nl: 'Er is geen kolom domein en uit product {product} volgt het domein niet.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'There is no domain column and product {product} does not show the domain.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-period-blank': {
    nl: 'Kolom {column} is leeg: verwacht een maand.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Column {column} is blank: expected a month.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-period-not-month': {
    nl: '{found} in kolom {column} is een periode maar geen maand; verwacht een maand zoals 2023-06.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is a period but no month; expected a month such as 2023-06.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-period-unreadable': {
    nl: '{found} in kolom {column} is geen maand; verwacht een maand zoals 2023-06 of een datum.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no month; expected a month such as 2023-06 or a date.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-age': {
    nl: '{found} in kolom {column} is geen ouderdom; verwacht hele maanden na afloop van de zorgmaand: 0, 1, 2 …{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no age; expected whole months since the month of care ended: 0, 1, 2 …{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-share': {
    nl: '{found} in kolom {column} is geen aandeel; verwacht een getal van 0 tot en met 1.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no share; expected a number from 0 to 1.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-amount-blank': {
    nl: 'Kolom {column} is leeg: een leeg bedrag is geen nul.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Column {column} is blank: a blank amount is not zero.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-amount-unreadable': {
    nl: '{found} in kolom {column} is geen bedrag.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no amount.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-amount-too-large': {
    nl: 'Het bedrag in kolom {column} is groter dan 10 biljoen euro.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The amount in column {column} is larger than 10 trillion euro.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-quantity-unreadable': {
    nl: '{found} in kolom {column} is geen aantal.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no volume.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-number-unreadable': {
    nl: '{found} in kolom {column} is geen getal.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no number.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-year-unreadable': {
    nl: '{found} in kolom {column} is geen jaar; verwacht een jaar zoals 2023.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no year; expected a year such as 2023.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-date-unreadable': {
    nl: '{found} in kolom {column} is geen datum; verwacht 31-12-2023 of 2023-12-31.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no date; expected 31-12-2023 or 2023-12-31.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.allocation-cents': {
    nl: 'Eenheid 83: het toegewezen aantal is gelezen als eurocenten, zoals in de toewijzingsberichten.',
    en: 'Unit 83: the allocated volume was read as eurocents, as in the allocation messages.',
  },
  'intake.line-form-unknown': {
    nl: '{found} in kolom {column} is geen financieringsvorm; verwacht inspanningsgericht of outputgericht.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no financing form; expected inspanningsgericht (effort-based) or outputgericht (output-based).{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-frequency-unknown': {
    nl: '{found} in kolom {column} is geen frequentie; verwacht totaal, dag, week of maand.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no frequency; expected total, day, week or month.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-not-negative': {
    nl: 'Gevonden: {found}. Verwacht een getal van 0 of hoger.',
    en: 'Found: {found}. Expected a number of 0 or higher.',
  },
  'intake.line-duration': {
    nl: 'De duur is {found}. Verwacht een aantal maanden van 1 of hoger.',
    en: 'The duration is {found}. Expected a number of months of 1 or higher.',
  },
  'intake.line-days': {
    nl: 'Het aantal dagen is {found}. Verwacht een heel getal van 1 tot en met 366, of niets.',
    en: 'The number of days is {found}. Expected a whole number from 1 to 366, or nothing.',
  },
  'intake.line-kind-unknown': {
    nl: '{found} in kolom {column} is geen soort; verwacht basis, casusbudget of ophoging.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no kind; expected base, case budget or raise.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-client-missing': {
    nl: 'Een casusbudget zonder client (kolom {column}) is niet te gebruiken.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'A case budget without a client (column {column}) can’t be used.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-lowering-positive': {
    nl: 'Een verlaging met een positief bedrag in kolom {column}: bedoeld is vast een negatief bedrag, maar dat staat er niet.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'A lowering with a positive amount in column {column}: a negative one is probably meant, but that is not what it says.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-tariff-missing': {
    nl: 'Kolom {column} is leeg: een regel zonder tarief is niet te gebruiken.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Column {column} is blank: a line without a tariff can’t be used.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-validity-reversed': {
    nl: 'De einddatum in kolom {column} ligt vóór de ingangsdatum.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The end date in column {column} lies before the start date.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.encoding-mixed': {
    nl: 'Het bestand mengt twee tekencoderingen: velden die geen geldige UTF-8 zijn, zijn als Windows-1252 gelezen. Controleer namen met accenten.',
    en: 'The file mixes two character encodings: fields that are no valid UTF-8 were read as Windows-1252. Check names with accents.',
  },
  'intake.total-differs': {
    nl: 'De {reach, select, part {subtotaalregel} other {totaalregel}} vermeldt {stated}, maar de regels tellen op tot {computed}: verschil {difference}.',
    en: 'The {reach, select, part {subtotal} other {total}} row states {stated}, but the lines add up to {computed}: difference {difference}.',
  },
  'intake.total-differs-unreadable': {
    nl: 'De {reach, select, part {subtotaalregel} other {totaalregel}} vermeldt {stated}, maar de leesbare regels tellen op tot {computed}: verschil {difference}. {unreadable, plural, one {Van # afgekeurde regel} other {Van # afgekeurde regels}} was het bedrag onleesbaar.',
    en: 'The {reach, select, part {subtotal} other {total}} row states {stated}, but the readable lines add up to {computed}: difference {difference}. Of {unreadable, plural, one {# rejected line} other {# rejected lines}} the amount could not be read.',
  },
  'intake.amounts-rounded': {
    nl: '{count, plural, one {# bedrag} other {# bedragen}} met meer dan twee decimalen is per regel half omhoog afgerond op hele centen; samen {difference} euro verschil.',
    en: '{count, plural, one {# amount} other {# amounts}} with more than two decimals rounded half up to whole cents per line; a difference of {difference} euro in all.',
  },
  'intake.volumes-rounded': {
    nl: '{count, plural, one {# aantal} other {# aantallen}} met meer dan vier decimalen is per regel half omhoog afgerond; samen {difference} verschil.',
    en: '{count, plural, one {# volume} other {# volumes}} with more than four decimals rounded half up per line; a difference of {difference} in all.',
  },
  'intake.amounts-unknown': {
    nl: 'Van {count, plural, one {# afgekeurde regel} other {# afgekeurde regels}} is het bedrag onleesbaar; dat zit in geen enkel totaal.',
    en: 'The amount of {count, plural, one {# rejected line} other {# rejected lines}} could not be read; it is in no total.',
  },
  'intake.rejected-list-cut': {
    nl: 'De lijst noemt de eerste {kept, number} van {count, number} afgekeurde regels; de tellingen en totalen gaan over alle.',
    en: 'The list names the first {kept, number} of {count, number} rejected lines; counts and totals cover all of them.',
  },
  'intake.domain-unknown': {
    nl: 'Domein ‘{domain}’ is geen Wmo, Jeugdwet of Wlz; het is overgenomen zoals het er staat.',
    en: 'Domain ‘{domain}’ is not Wmo, Jeugdwet or Wlz; it was kept as written.',
  },
  'intake.domains-unknown': {
    nl: 'In totaal {count} onbekende domeinen; alle zijn overgenomen zoals ze er staan.',
    en: '{count} unknown domains in all; each was kept as written.',
  },
  'intake.domain-derived': {
    nl: 'Het bestand heeft geen kolom domein. Van {count, plural, one {# regel} other {# regels}} is het domein afgeleid uit de landelijke productcode (categorie 01–18 Wmo, 31–38 en 40–55 Jeugdwet).',
    en: 'The file has no domain column. The domain of {count, plural, one {# line} other {# lines}} was derived from the national product code (categories 01–18 Wmo, 31–38 and 40–55 Jeugdwet).',
  },
  'intake.product-from-description': {
    nl: 'Het bestand heeft geen kolom met productcodes; de tekst in kolom {column} geldt als product.',
    en: 'The file has no column of product codes; the text in column {column} serves as the product.',
  },
  'intake.client-bsn': {
    nl: 'De clientnummers in kolom {column} lijken burgerservicenummers. Vervang ze door pseudoniemen voordat u het bestand deelt.',
    en: 'The client numbers in column {column} look like citizen service numbers. Replace them by pseudonyms before sharing the file.',
  },
  'intake.status-not-used': {
    nl: 'Kolom {column} kent {count} verschillende statussen; alle regels tellen mee, ongeacht hun status.',
    en: 'Column {column} has {count} different statuses; all lines count, whatever their status.',
  },
  'intake.status-share': {
    nl: 'Status ‘{status}’: {lines, plural, one {# regel} other {# regels}}, {amount}, meegeteld.',
    en: 'Status ‘{status}’: {lines, plural, one {# line} other {# lines}}, {amount}, counted.',
  },
  'intake.sheets-read': {
    nl: 'Meer dan één blad heeft een passende tabel; alle zijn gelezen en opgeteld: {sheets}.',
    en: 'More than one sheet has a table that fits; all were read and added up: {sheets}.',
  },
  'intake.sheet-not-read': {
    nl: 'Blad ‘{sheet}’ heeft ook een tabel, maar met andere kolommen; het is niet gelezen.',
    en: 'Sheet ‘{sheet}’ has a table too, but with other columns; it was not read.',
  },
  'intake.sheet-hidden-not-read': {
    nl: 'Verborgen blad ‘{sheet}’ heeft ook een passende tabel; het is niet gelezen. Kies het blad om het wel te lezen.',
    en: 'Hidden sheet ‘{sheet}’ has a table that fits too; it was not read. Choose the sheet to read it.',
  },
  'intake.rows-hidden': {
    nl: 'Blad ‘{sheet}’ heeft {count, plural, one {# verborgen rij} other {# verborgen rijen}} met gegevens; ze zijn meegelezen.',
    en: 'Sheet ‘{sheet}’ has {count, plural, one {# hidden row} other {# hidden rows}} with data; they were read too.',
  },
  'intake.kind-assumed-base': {
    nl: 'Het bestand heeft geen kolom soort; elke regel geldt als basisplafond.',
    en: 'The file has no kind column; every line counts as a base ceiling.',
  },
  'intake.date-outside-year': {
    nl: 'De datum in kolom {column} valt buiten het jaar {year} van de regel.',
    en: 'The date in column {column} falls outside the line’s year {year}.',
  },
  'intake.base-with-client': {
    nl: 'Een basisplafond met een client erbij: het is als gewoon basisplafond gelezen.',
    en: 'A base ceiling that names a client: it was read as an ordinary base ceiling.',
  },
  'intake.base-twice': {
    nl: 'Een tweede basisplafond voor {domain} {year} van dezelfde aanbieder {provider}; de twee tellen bij elkaar op.',
    en: 'A second base ceiling for {domain} {year} of the same provider {provider}; the two add up.',
  },
  'intake.tariffs-overlap': {
    nl: 'Product {product} heeft twee tarieven die op dezelfde dag gelden: op {where, select, line {regel {first} en regel {second}} other {{first} en {second}}}.',
    en: 'Product {product} has two tariffs that hold on the same day: on {where, select, line {lines {first} and {second}} other {{first} and {second}}}.',
  },
  'intake.tariffs-overlap-more': {
    nl: 'Nog {count, plural, one {# overlap} other {# overlappingen}} van tarieven.',
    en: '{count, plural, one {# more overlap} other {# more overlaps}} of tariffs.',
  },
  'intake.line-sector-unknown': {
    nl: '{found} in kolom {column} is geen Wlz-sector; verwacht V&V, GZ of GGZ.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no Wlz sector; expected V&V, GZ or GGZ.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-provider-kind-unknown': {
    nl: '{found} in kolom {column} is geen soort aanbieder; verwacht bestaand, nieuw, geïntegreerd of beschermd wonen.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no kind of provider; expected existing, new, integrated or sheltered living.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-space-kind-unknown': {
    nl: '{found} in kolom {column} is geen soort contracteerruimte; verwacht vastgesteld, herverdeling of meerzorg.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: '{found} in column {column} is no kind of contracting space; expected set, redistribution or extra care.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'intake.line-no-production': {
    nl: 'De regel heeft geen realisatie en geen jaarproductie; verwacht een van beide.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The line has no realisation and no year production; expected one of them.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
};
