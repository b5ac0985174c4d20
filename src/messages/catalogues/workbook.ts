import type { Catalogue } from '../catalogue';

export const workbookMessages: Catalogue = {
  'workbook.empty-file': {
    nl: '{file} is leeg (0 bytes). Verwacht: een Excel-werkmap (.xlsx of .xlsm).',
    en: '{file} is empty (0 bytes). Expected: an Excel workbook (.xlsx or .xlsm).',
  },
  'workbook.not-a-workbook': {
    nl: '{file} is geen Excel-werkmap maar {kind, select, pdf {een pdf-bestand} html {een webpagina (html)} xml {een xml-bestand} text {een tekstbestand, zoals csv} image {een afbeelding} gzip {een gzip-bestand} opendocument {een OpenDocument-bestand (ods)} word {een Word-document} powerpoint {een PowerPoint-presentatie} zip {een ander zip-bestand} other {iets anders}}, ook al zegt de naam wat anders. Verwacht: een werkmap die in Excel als .xlsx of .xlsm is opgeslagen.',
    en: '{file} is not an Excel workbook but {kind, select, pdf {a PDF file} html {a web page (HTML)} xml {an XML file} text {a text file, such as CSV} image {an image} gzip {a gzip file} opendocument {an OpenDocument file (ODS)} word {a Word document} powerpoint {a PowerPoint presentation} zip {another zip file} other {something else}}, whatever its name says. Expected: a workbook saved by Excel as .xlsx or .xlsm.',
  },
  'workbook.encrypted': {
    nl: '{file} is met een wachtwoord versleuteld en kan niet gelezen worden. Verwijder het wachtwoord in Excel (Bestand, Info, Werkmap beveiligen) en sla het bestand opnieuw op.',
    en: '{file} is encrypted with a password and can’t be read. Remove the password in Excel (File, Info, Protect Workbook) and save the file again.',
  },
  'workbook.legacy-xls': {
    nl: '{file} is een werkmap in de oude Excel-indeling (.xls). Verwacht: .xlsx of .xlsm. Open het bestand in Excel en sla het op als .xlsx.',
    en: '{file} is a workbook in the old Excel format (.xls). Expected: .xlsx or .xlsm. Open the file in Excel and save it as .xlsx.',
  },
  'workbook.binary-xlsb': {
    nl: '{file} is een binaire Excel-werkmap (.xlsb). Verwacht: .xlsx of .xlsm. Open het bestand in Excel en sla het op als .xlsx.',
    en: '{file} is a binary Excel workbook (.xlsb). Expected: .xlsx or .xlsm. Open the file in Excel and save it as .xlsx.',
  },
  'workbook.zip-truncated': {
    nl: '{file} is afgebroken: het einde van het bestand ontbreekt. Haal of kopieer het bestand opnieuw.',
    en: '{file} is cut off: the end of the file is missing. Download or copy the file again.',
  },
  'workbook.zip-corrupt': {
    nl: '{file} is beschadigd{entry, select, none {} other {: onderdeel ‘{entry}’ kan niet uitgepakt worden}}. Haal het bestand opnieuw op, of open het in Excel en sla het opnieuw op.',
    en: '{file} is damaged{entry, select, none {} other {: part ‘{entry}’ can’t be unpacked}}. Get the file again, or open it in Excel and save it again.',
  },
  'workbook.zip-crc': {
    nl: '{file} is beschadigd: de inhoud van onderdeel ‘{entry}’ klopt niet met het controlegetal in het bestand. Haal het bestand opnieuw op.',
    en: '{file} is damaged: the contents of part ‘{entry}’ don’t match the checksum in the file. Get the file again.',
  },
  'workbook.zip-duplicate': {
    nl: '{file} bevat onderdeel ‘{entry}’ twee keer; niet vast te stellen is welk het ware is. Open het bestand in Excel en sla het opnieuw op.',
    en: '{file} contains part ‘{entry}’ twice; there is no telling which one counts. Open the file in Excel and save it again.',
  },
  'workbook.zip-overlap': {
    nl: '{file} is beschadigd of misleidend: onderdeel ‘{entry}’ loopt door in een ander onderdeel.',
    en: '{file} is damaged or deceptive: part ‘{entry}’ runs into another part.',
  },
  'workbook.zip-method': {
    nl: '{file}: onderdeel ‘{entry}’ is ingepakt op een manier die Excel niet gebruikt (methode {method}). Open het bestand in Excel en sla het opnieuw op.',
    en: '{file}: part ‘{entry}’ is packed in a way Excel doesn’t use (method {method}). Open the file in Excel and save it again.',
  },
  'workbook.zip-ratio': {
    nl: '{file}: onderdeel ‘{entry}’ zou bij uitpakken meer dan {limit} keer zo groot worden. Zo’n bestand wordt voor de veiligheid niet geopend.',
    en: '{file}: part ‘{entry}’ would become more than {limit} times as big when unpacked. For safety such a file isn’t opened.',
  },
  'workbook.zip-size-lies': {
    nl: '{file}: onderdeel ‘{entry}’ is uitgepakt groter dan het bestand zelf zegt. Zo’n bestand wordt voor de veiligheid niet geopend.',
    en: '{file}: part ‘{entry}’ unpacks to more than the file itself says. For safety such a file isn’t opened.',
  },
  'workbook.too-big': {
    nl: '{file} is uitgepakt groter dan de grens van {limit} MB. Verwijder bladen of gegevens die niet nodig zijn.',
    en: '{file} unpacks to more than the limit of {limit} MB. Remove sheets or data that aren’t needed.',
  },
  'workbook.too-many-cells': {
    nl: '{file} heeft meer cellen dan verwerkt kunnen worden. Verwijder bladen of gegevens die niet nodig zijn, ook lege cellen met opmaak.',
    en: '{file} has more cells than can be handled. Remove sheets or data that aren’t needed, formatted blank cells included.',
  },
  'workbook.part-too-big': {
    nl: '{file}: onderdeel ‘{part}’ is veel groter dan in een gewone werkmap. Zo’n bestand wordt voor de veiligheid niet geopend.',
    en: '{file}: part ‘{part}’ is far bigger than in an ordinary workbook. For safety such a file isn’t opened.',
  },
  'workbook.no-workbook-part': {
    nl: '{file} is een Office-pakket zonder werkmap erin. Open het bestand in Excel en sla het opnieuw op.',
    en: '{file} is an Office package without a workbook in it. Open the file in Excel and save it again.',
  },
  'workbook.no-sheets': {
    nl: '{file} heeft geen werkbladen. Verwacht: minstens één werkblad met cellen.',
    en: '{file} has no worksheets. Expected: at least one worksheet with cells.',
  },
  'workbook.sheet-missing': {
    nl: '{file} noemt werkblad ‘{sheet}’, maar de inhoud daarvan zit niet in het bestand. Open het bestand in Excel en sla het opnieuw op.',
    en: '{file} names worksheet ‘{sheet}’, but its contents aren’t in the file. Open the file in Excel and save it again.',
  },
  'workbook.part-missing': {
    nl: '{file} is onvolledig: onderdeel ‘{part}’ ontbreekt. Open het bestand in Excel en sla het opnieuw op.',
    en: '{file} is incomplete: part ‘{part}’ is missing. Open the file in Excel and save it again.',
  },
  'workbook.xml-malformed': {
    nl: '{file} is beschadigd: onderdeel ‘{part}’, regel {line}, teken {column}: {what, select, ends {de tekst houdt te vroeg op} nesting {een element wordt anders gesloten dan geopend} entity {een verwijzing die niet bestaat} reference {een rij- of celadres dat niet bestaat} root {dit is geen werkblad} cells {verwacht: precies één blok met celgegevens} depth {te diep genest} other {geen geldige XML}}. Open het bestand in Excel en sla het opnieuw op.',
    en: '{file} is damaged: part ‘{part}’, line {line}, character {column}: {what, select, ends {the text ends too early} nesting {an element is closed differently than it was opened} entity {a reference that doesn’t exist} reference {a row or cell address that doesn’t exist} root {this is not a worksheet} cells {expected exactly one block of cell data} depth {nested too deeply} other {not valid XML}}. Open the file in Excel and save it again.',
  },
  'workbook.doctype': {
    nl: '{file}: onderdeel ‘{part}’ bevat een documenttype-definitie (DOCTYPE). Die hoort niet in een werkmap; voor de veiligheid wordt het bestand niet geopend.',
    en: '{file}: part ‘{part}’ contains a document type definition (DOCTYPE). That doesn’t belong in a workbook; for safety the file isn’t opened.',
  },
  'workbook.encoding': {
    nl: '{file}: onderdeel ‘{part}’ is geen geldige tekst in de codering {encoding}. Verwacht: UTF-8 of UTF-16. Open het bestand in Excel en sla het opnieuw op.',
    en: '{file}: part ‘{part}’ isn’t valid text in encoding {encoding}. Expected: UTF-8 or UTF-16. Open the file in Excel and save it again.',
  },
  'workbook.cell-twice': {
    nl: '{file}: cel {sheet}!{cell} staat twee keer in het bestand; niet vast te stellen is welke waarde geldt. Open het bestand in Excel en sla het opnieuw op.',
    en: '{file}: cell {sheet}!{cell} is in the file twice; there is no telling which value counts. Open the file in Excel and save it again.',
  },
  'workbook.string-missing': {
    nl: '{file}: cel {sheet}!{cell} verwijst naar gedeelde tekst {index}, maar het bestand heeft er maar {count, number}. Open het bestand in Excel en sla het opnieuw op.',
    en: '{file}: cell {sheet}!{cell} refers to shared text {index}, but the file has only {count, number}. Open the file in Excel and save it again.',
  },
  'workbook.unreadable': {
    nl: '{file} kan niet als werkmap gelezen worden. Open het bestand in Excel en sla het opnieuw op als .xlsx.',
    en: '{file} can’t be read as a workbook. Open the file in Excel and save it again as .xlsx.',
  },
  'workbook.refused-unknown-sheet': {
    nl: 'Niet geschreven: de werkmap heeft geen werkblad ‘{sheet}’. Wel: {known}.',
    en: 'Not written: the workbook has no worksheet ‘{sheet}’. It has: {known}.',
  },
  'workbook.refused-out-of-range': {
    nl: 'Niet geschreven: rij {row}, kolom {column} valt buiten werkblad ‘{sheet}’ (1.048.576 rijen, 16.384 kolommen).',
    en: 'Not written: row {row}, column {column} lies outside worksheet ‘{sheet}’ (1,048,576 rows, 16,384 columns).',
  },
  'workbook.refused-not-a-number': {
    nl: '{sheet}!{cell} niet geschreven: ‘{text}’ is geen getal dat een cel kan bevatten. Verwacht: cijfers met een punt, zoals 1234.56.',
    en: '{sheet}!{cell} not written: ‘{text}’ is not a number a cell can hold. Expected: digits with a point, such as 1234.56.',
  },
  'workbook.refused-text-too-long': {
    nl: '{sheet}!{cell} niet geschreven: de tekst telt {length, number} tekens, een cel kan er {limit, number} bevatten.',
    en: '{sheet}!{cell} not written: the text has {length, number} characters, a cell can hold {limit, number}.',
  },
  'workbook.refused-twice': {
    nl: '{sheet}!{cell} niet nog eens geschreven: deze cel krijgt in dezelfde opdracht al een waarde.',
    en: '{sheet}!{cell} not written again: this cell already gets a value in the same batch.',
  },
  'workbook.refused-formula': {
    nl: '{sheet}!{cell} niet geschreven: daar staat een formule ({formula}). Alleen invoercellen worden gevuld.',
    en: '{sheet}!{cell} not written: it holds a formula ({formula}). Only input cells are filled.',
  },
  'workbook.refused-array': {
    nl: '{sheet}!{cell} niet geschreven: de cel hoort bij de matrixformule of gegevenstabel in {range}.',
    en: '{sheet}!{cell} not written: the cell belongs to the array formula or data table in {range}.',
  },
  'workbook.refused-merged': {
    nl: '{sheet}!{cell} niet geschreven: de cel is samengevoegd in {range}; alleen {anchor} kan een waarde hebben.',
    en: '{sheet}!{cell} not written: the cell is merged into {range}; only {anchor} can hold a value.',
  },
  'workbook.refused-table-header': {
    nl: '{sheet}!{cell} niet geschreven: dit is de kopregel van tabel {table}.',
    en: '{sheet}!{cell} not written: this is the header row of table {table}.',
  },
  'workbook.refused-table-totals': {
    nl: '{sheet}!{cell} niet geschreven: dit is de totaalrij van tabel {table}.',
    en: '{sheet}!{cell} not written: this is the totals row of table {table}.',
  },
  'workbook.refused-pivot': {
    nl: '{sheet}!{cell} niet geschreven: de cel ligt in een draaitabel ({range}).',
    en: '{sheet}!{cell} not written: the cell lies in a pivot table ({range}).',
  },
  'workbook.refused-locked': {
    nl: '{sheet}!{cell} niet geschreven: het werkblad is beveiligd en de cel is vergrendeld.',
    en: '{sheet}!{cell} not written: the worksheet is protected and the cell is locked.',
  },
  'workbook.warning-precision': {
    nl: '{sheet}!{cell}: een spreadsheet kan {text} niet tot op de cent bewaren (15 cijfers); in de werkmap wordt het afgerond.',
    en: '{sheet}!{cell}: a spreadsheet can’t keep {text} to the cent (15 digits); the workbook rounds it.',
  },
  'workbook.warning-signature': {
    nl: '{file} heeft een digitale handtekening. Die is na het vullen niet meer geldig; laat zo nodig opnieuw tekenen.',
    en: '{file} has a digital signature. It no longer holds after filling; have it signed again where needed.',
  },
  'workbook.warning-pivots': {
    nl: '{file} heeft draaitabellen. Die tonen de oude gegevens tot ze in Excel vernieuwd worden (Gegevens, Alles vernieuwen).',
    en: '{file} has pivot tables. They show the old data until they are refreshed in Excel (Data, Refresh All).',
  },
  'workbook.warning-recalculation': {
    nl: '{file}: {count, plural, one {één formule toont} other {# formules tonen}} pas een uitkomst na herberekening. Excel en LibreOffice doen dat bij openen; in de beveiligde weergave blijven ze leeg.',
    en: '{file}: {count, plural, one {one formula shows} other {# formulas show}} a result only after recalculation. Excel and LibreOffice do so on opening; in Protected View they stay blank.',
  },
};
