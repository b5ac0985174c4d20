import type { Catalogue } from '../catalogue';

/** Covering identifiers in files that are to be shared. */
export const anonymiseMessages: Catalogue = {
  'anonymise.one-out': {
    nl: '--out is voor één bestand en gaat niet samen met --folder; gevonden: {count, plural, one {# bestand} other {# bestanden}}. Geef voor meer bestanden --folder met een map.',
    en: '--out is for one file and doesn’t go with --folder; found: {count, plural, one {# file} other {# files}}. For more files give --folder with a folder.',
  },
  'anonymise.key-for-once': {
    nl: 'Zonder --key is voor deze keer een sleutel gemaakt en niet bewaard: pseudoniemen van een andere keer zijn hiermee niet te vergelijken. Met --key BESTAND wordt de sleutel gemaakt en bewaard.',
    en: 'Without --key a key was made for this time and not kept: pseudonyms of another time can’t be compared with these. With --key FILE the key is made and kept.',
  },
  'anonymise.key-made': {
    nl: 'Er was nog geen sleutel in “{file}”; er is er een gemaakt en daar bewaard. Deel dat bestand niet mee: wie de sleutel heeft, kan nagaan welk nummer bij welk pseudoniem hoort.',
    en: 'There was no key in “{file}” yet; one was made and kept there. Don’t share that file: whoever has the key can find out which number goes with which pseudonym.',
  },
  'anonymise.key-unusable': {
    nl: 'De sleutel in “{file}” is niet te gebruiken: {reason}',
    en: 'The key in “{file}” can’t be used: {reason}',
  },
  'anonymise.empty': { nl: 'Bestand “{file}” is leeg.', en: 'File “{file}” is empty.' },
  'anonymise.unknown-message': {
    nl: '“{file}” is een bericht met vaste posities (berichtcode {code}) waarvan de velden hier niet bekend zijn; verwacht AW319 versie 1.4. Er is niets geschreven.',
    en: '“{file}” is a message with fixed positions (message code {code}) whose fields aren’t known here; expected AW319 version 1.4. Nothing was written.',
  },
  'anonymise.unknown-format': {
    nl: '“{file}” is geen tabel, werkmap of bericht ({format}); zulke bestanden worden niet geanonimiseerd. Er is niets geschreven.',
    en: '“{file}” is no table, workbook or message ({format}); such files aren’t anonymised. Nothing was written.',
  },
  'anonymise.record-too-long': {
    nl: 'Vanaf regel {line} komt er geen eind aan de regel; waarschijnlijk staat er een aanhalingsteken dat niet wordt gesloten. Er is niets geschreven.',
    en: 'From line {line} on the line doesn’t end; there is probably a quotation mark that is never closed. Nothing was written.',
  },
  'anonymise.xml-doctype': {
    nl: 'Het bericht bevat een DOCTYPE; dat hoort niet in deze berichten en wordt niet verwerkt. Er is niets geschreven.',
    en: 'The message has a DOCTYPE; that doesn’t belong in these messages and isn’t processed. Nothing was written.',
  },
  'anonymise.xml-broken': {
    nl: 'De XML klopt niet: een element wordt niet gesloten of breekt af. Er is niets geschreven.',
    en: 'The XML is broken: an element isn’t closed or breaks off. Nothing was written.',
  },

  // The result.
  'anonymise.file': {
    nl: '{file} → {out} ({format, select, aw319 {AW319} xml {bericht} xlsx {werkmap} other {tabel}}; {records, plural, one {# regel} other {# regels}}, {clients, plural, one {# cliënt} other {# cliënten}})',
    en: '{file} → {out} ({format, select, aw319 {AW319} xml {message} xlsx {workbook} other {table}}; {records, plural, one {# line} other {# lines}}, {clients, plural, one {# client} other {# clients}})',
  },
  'anonymise.field-pseudonym': {
    nl: '{name}: {count, plural, one {# waarde} other {# waarden}} vervangen door een pseudoniem{by, select, content { (herkend aan de elfproef)} other {}}',
    en: '{name}: {count, plural, one {# value} other {# values}} replaced by a pseudonym{by, select, content { (recognised by the eleven-test)} other {}}',
  },
  'anonymise.field-blanked': {
    nl: '{name} ({kind, select, name {naam} address {adres} contact {contactgegeven} freetext {vrije tekst} other {geboortedatum}}): {count, plural, one {# waarde} other {# waarden}} leeggemaakt{by, select, choice { (gekozen)} other {}}',
    en: '{name} ({kind, select, name {name} address {address} contact {contact} freetext {free text} other {date of birth}}): {count, plural, one {# value} other {# values}} blanked{by, select, choice { (chosen)} other {}}',
  },
  'anonymise.field-replaced': {
    nl: '{name} ({kind, select, name {naam} address {adres} contact {contactgegeven} freetext {vrije tekst} other {geboortedatum}}): {count, plural, one {# waarde} other {# waarden}} vervangen door een vaste waarde',
    en: '{name} ({kind, select, name {name} address {address} contact {contact} freetext {free text} other {date of birth}}): {count, plural, one {# value} other {# values}} replaced by a fixed value',
  },
  'anonymise.elsewhere': {
    nl: '{name}: {count, plural, one {# nummer} other {# nummers}} van cliënten op andere plaatsen vervangen',
    en: '{name}: {count, plural, one {# client number} other {# client numbers}} in other places replaced',
  },
  'anonymise.nothing-remains': {
    nl: 'Er zijn geen gegevens gevonden waaraan een cliënt nog te herkennen is.',
    en: 'Nothing was found by which a client can still be recognised.',
  },
  'anonymise.may-remain': {
    nl: 'Er kunnen nog herkenbare gegevens in staan; bekijk het bestand voor het gedeeld wordt:',
    en: 'Recognisable data may remain; look at the file before it is shared:',
  },
  'anonymise.remains-unrecognised-text': {
    nl: 'kolom “{what}” is niet herkend en niet veranderd: {count, plural, one {# waarde} other {# waarden}} met tekst. Met --hide wordt de kolom leeggemaakt, met --keep bevestigd.',
    en: 'column “{what}” was not recognised and not changed: {count, plural, one {# value} other {# values}} with text. --hide blanks the column, --keep confirms it.',
  },
  'anonymise.remains-bsn-like': {
    nl: 'kolom “{what}” bevat {count, plural, one {# waarde die} other {# waarden die}} een BSN {count, plural, one {kan} other {kunnen}} zijn en {count, plural, one {is} other {zijn}} niet veranderd',
    en: 'column “{what}” has {count, plural, one {# value that} other {# values that}} may be a service number and {count, plural, one {was} other {were}} not changed',
  },
  'anonymise.remains-no-header': {
    nl: 'geen kolomkoppen gevonden; {count, plural, one {# kolom is} other {# kolommen zijn}} alleen op inhoud beoordeeld',
    en: 'no column headers found; {count, plural, one {# column was} other {# columns were}} judged by content only',
  },
  'anonymise.remains-formula': {
    nl: '{count, plural, one {# cel} other {# cellen}} van “{what}” {count, plural, one {heeft} other {hebben}} een formule of {count, plural, one {is} other {zijn}} niet te beschrijven en {count, plural, one {bleef} other {bleven}} staan',
    en: '{count, plural, one {# cell} other {# cells}} of “{what}” {count, plural, one {holds} other {hold}} a formula or can’t be written and {count, plural, one {was} other {were}} left',
  },
  'anonymise.remains-record': {
    nl: '{count, plural, one {# regel heeft} other {# regels hebben}} een onbekend of te lang record; alleen bekende nummers zijn daarin vervangen',
    en: '{count, plural, one {# line has} other {# lines have}} an unknown or too long record; only known numbers were replaced in it',
  },
  'anonymise.remains-part': {
    nl: '{count, plural, one {een onderdeel} other {# onderdelen}} waarvan de inhoud niet bekend is: {what}',
    en: '{count, plural, one {a part} other {# parts}} whose content isn’t known: {what}',
  },
  'anonymise.remains-preamble': {
    nl: '{count, plural, one {# regel} other {# regels}} boven de kolomkoppen {count, plural, one {bleef} other {bleven}} staan',
    en: '{count, plural, one {# line} other {# lines}} above the headers {count, plural, one {was} other {were}} left',
  },
  'anonymise.remains-kept-by-choice': {
    nl: '“{what}” is op verzoek niet veranderd ({count, plural, one {# waarde} other {# waarden}})',
    en: '“{what}” was left by choice ({count, plural, one {# value} other {# values}})',
  },

  // Fields of the Wlz declaration.
  'anonymise.aw319-0203': { nl: '0203 burgerservicenummer', en: '0203 citizen service number' },
  'anonymise.aw319-0205': { nl: '0205 verzekerdennummer', en: '0205 insured number' },
  'anonymise.aw319-0206': { nl: '0206 patiëntnummer', en: '0206 patient number' },
  'anonymise.aw319-0207': { nl: '0207 geboortedatum', en: '0207 date of birth' },
  'anonymise.aw319-0210': { nl: '0210 naam', en: '0210 name' },
  'anonymise.aw319-0211': { nl: '0211 voorvoegsel', en: '0211 prefix' },
  'anonymise.aw319-0213': { nl: '0213 naam (02)', en: '0213 name (02)' },
  'anonymise.aw319-0214': { nl: '0214 voorvoegsel (02)', en: '0214 prefix (02)' },
  'anonymise.aw319-0215': { nl: '0215 voorletters', en: '0215 initials' },
  'anonymise.aw319-0217': { nl: '0217 postcode', en: '0217 postal code' },
  'anonymise.aw319-0218': { nl: '0218 postcode buitenland', en: '0218 foreign postal code' },
  'anonymise.aw319-0219': { nl: '0219 huisnummer', en: '0219 house number' },
  'anonymise.aw319-0220': { nl: '0220 huisnummertoevoeging', en: '0220 house number suffix' },
  'anonymise.aw319-0222': { nl: '0222 debiteurnummer', en: '0222 debtor number' },
  'anonymise.aw319-0225': {
    nl: '0225 cliëntnummer indicatieorgaan',
    en: '0225 client number of the indication body',
  },
  'anonymise.aw319-0403': { nl: '0403 burgerservicenummer', en: '0403 citizen service number' },
  'anonymise.aw319-0405': { nl: '0405 verzekerdennummer', en: '0405 insured number' },
  'anonymise.aw319-0409': {
    nl: '0409 cliëntnummer indicatieorgaan',
    en: '0409 client number of the indication body',
  },
  'anonymise.aw319-9804': { nl: '9804 vrije tekst', en: '9804 free text' },
};
