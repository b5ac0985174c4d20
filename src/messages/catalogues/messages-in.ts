import type { Catalogue } from '../catalogue';

/** Messages of the standards (AW319, iWmo, iJw) as they are read. */
export const messagesInMessages: Catalogue = {
  'messages-in.key-empty': {
    nl: 'De sleutel voor de pseudoniemen is leeg: verwacht een zin van minstens 12 tekens of 64 hexadecimale cijfers.',
    en: 'The key for the pseudonyms is empty: expected a sentence of at least 12 characters or 64 hexadecimal digits.',
  },
  'messages-in.key-too-short': {
    nl: 'De sleutel voor de pseudoniemen is korter dan 12 tekens en dus te raden: verwacht een zin van minstens 12 tekens of 64 hexadecimale cijfers.',
    en: 'The key for the pseudonyms is shorter than 12 characters, so it can be guessed: expected a sentence of at least 12 characters or 64 hexadecimal digits.',
  },
  'messages-in.ei-other': {
    nl: '{file} is {code, select, 428 {een AW319 voor wijkverpleging of eerstelijnsverblijf (428), dus geen Wlz} 430 {een AW319 voor zintuiglijk gehandicaptenzorg (430), dus geen Wlz} 188 {een AW320 (188), het antwoord op een AW319; dat wordt niet gelezen} other {een EI-bericht met code {code}}}; verwacht AW319 met code 187 (Wlz).',
    en: '{file} is {code, select, 428 {an AW319 for community nursing or first-line stay (428), so not Wlz} 430 {an AW319 for sensory impairment care (430), so not Wlz} 188 {an AW320 (188), the answer to an AW319, which is not read} other {an EI message with code {code}}}; expected AW319 with code 187 (Wlz).',
  },
  'messages-in.other-release': {
    nl: '{file} is {name}; die uitgave wordt niet gelezen. Verwacht {expected}.',
    en: '{file} is {name}; that release is not read. Expected {expected}.',
  },
  'messages-in.other-message': {
    nl: '{file} is {name}; dat soort bericht wordt niet gelezen. Verwacht 301, 305, 307, 323 of 325 (release 3.2).',
    en: '{file} is {name}; that kind of message is not read. Expected 301, 305, 307, 323 or 325 (release 3.2).',
  },
  'messages-in.xml-other': {
    nl: '{file} is XML met als eerste element {root}, en geen bericht van de iStandaarden. Verwacht WMO323 of JW323 release 3.2.',
    en: '{file} is XML with {root} as its first element, and no message of the iStandaarden. Expected WMO323 or JW323 release 3.2.',
  },
  'messages-in.header-differs': {
    nl: 'De kop van {file} spreekt de rest tegen: berichtcode en versie zijn {found}, en bij {name} hoort {expected}.',
    en: 'The header of {file} contradicts the rest: message code and version are {found}, and {name} has {expected}.',
  },
  'messages-in.xml-unusable': {
    nl: '{file} is niet te lezen: {reason, select, cut_off {het bestand is afgekapt} not_well_formed {de XML klopt hier niet (tags die niet sluiten of verkeerde tekens)} doctype {het bevat een DOCTYPE, en die wordt geweigerd} entity {het gebruikt een entiteit die XML zelf niet kent, en die wordt geweigerd} character {het bevat een teken dat in XML niet mag} prefix {het gebruikt een voorvoegsel zonder namespace} stray_text {er staat tekst tussen de elementen} too_deep {de elementen zijn dieper genest dan in enig bericht} too_long {een element of tag is langer dan 64 kB} other {{reason}}}. Het stopt voordat er een regel is.',
    en: '{file} can’t be read: {reason, select, cut_off {the file is cut off} not_well_formed {the XML is not sound here (tags that do not close, or wrong characters)} doctype {it holds a DOCTYPE, which is refused} entity {it uses an entity that XML itself does not know, which is refused} character {it holds a character that XML does not allow} prefix {it uses a prefix without a namespace} stray_text {there is text between the elements} too_deep {its elements nest deeper than in any message} too_long {an element or tag is longer than 64 kB} other {{reason}}}. It ends before there is a line.',
  },
  'messages-in.xml-empty': {
    nl: '{file} is {name}, maar bevat geen gegevens op de plaats waar ze horen.',
    en: '{file} is {name}, but holds no data where they belong.',
  },
  'messages-in.xml-encoding': {
    nl: '{file} zegt dat het in {found} is geschreven. Verwacht UTF-8, UTF-16, ISO-8859-1 of Windows-1252.',
    en: '{file} says that it is written in {found}. Expected UTF-8, UTF-16, ISO-8859-1 or Windows-1252.',
  },
  'messages-in.no-allocations': {
    nl: '{file} bevat declaraties en geen toewijzingen; geef het met --production.',
    en: '{file} holds declarations and no allocations; give it with --production.',
  },
  'messages-in.list-too-long': {
    nl: '{file} heeft meer regels dan in één keer naast toewijzingen gelegd kunnen worden ({most, number}).',
    en: '{file} has more lines than can be matched to allocations in one go ({most, number}).',
  },
  'messages-in.zip-truncated': {
    nl: '{file} is geen heel zip-bestand: de inhoudsopgave ontbreekt of is afgekapt.',
    en: '{file} is no whole zip file: its table of contents is missing or cut off.',
  },
  'messages-in.zip-too-large': {
    nl: '{file} is te groot of heeft te veel bestanden om als zip te lezen (hoogstens {limit} MB ingepakt). Pak het uit en geef de bestanden zelf.',
    en: '{file} is too large or holds too many files to be read as a zip (at most {limit} MB packed). Unpack it and give the files themselves.',
  },
  'messages-in.zip-corrupt': {
    nl: '{file} is in de zip beschadigd: de inhoud past niet bij wat de zip erover zegt.',
    en: '{file} is damaged inside the zip: its content doesn’t fit what the zip says of it.',
  },
  'messages-in.zip-encrypted': {
    nl: '{file} is in de zip met een wachtwoord beveiligd. Pak het eerst uit.',
    en: '{file} is protected with a password inside the zip. Unpack it first.',
  },
  'messages-in.zip-method': {
    nl: '{file} is ingepakt op een manier die niet wordt gelezen (methode {method}). Pak het eerst uit.',
    en: '{file} is packed in a way that is not read (method {method}). Unpack it first.',
  },
  'messages-in.zip-nested': {
    nl: '{file} is een zip in een zip. Pak de buitenste eerst uit.',
    en: '{file} is a zip inside a zip. Unpack the outer one first.',
  },
  'messages-in.zip-empty': {
    nl: '{file} is een zip zonder bestanden.',
    en: '{file} is a zip without files.',
  },
  'messages-in.not-read': {
    nl: '{name} wordt niet gelezen: het bevat geen productie en geen toewijzingen.',
    en: '{name} is not read: it holds no production and no allocations.',
  },
  'messages-in.test-message': {
    nl: 'Dit is een testbericht (soort T): geen regel ervan telt als productie.',
    en: 'This is a test message (kind T): none of its lines counts as production.',
  },
  'messages-in.other-currency': {
    nl: 'De valuta is geen EUR: geen regel telt mee.',
    en: 'The currency is not EUR: no line counts.',
  },
  'messages-in.delivered-before': {
    nl: 'Declaratie {number} is al gelezen in {earlier}: dit is dezelfde nog eens, en die telt niet weer mee.',
    en: 'Declaration {number} has been read already in {earlier}: this is the same one again, and doesn’t count twice.',
  },
  'messages-in.delivered-again': {
    nl: 'Declaratie {number} stond ook in {earlier}, dat niet tot het einde gelezen kon worden. Alleen regels die daar niet in stonden tellen hier mee.',
    en: 'Declaration {number} was in {earlier} too, which could not be read to its end. Only lines that were not in it count here.',
  },
  'messages-in.period-unreadable': {
    nl: 'De declaratieperiode ontbreekt of is geen periode; late regels zijn daardoor niet te herkennen.',
    en: 'The declaration period is missing or no period; late lines can’t be told.',
  },
  'messages-in.period-no-month': {
    nl: 'De declaratieperiode loopt van {from} tot en met {until}; verwacht precies een kalendermaand.',
    en: 'The declaration period runs from {from} to {until}; expected exactly one calendar month.',
  },
  'messages-in.payee-missing': {
    nl: 'De AGB-code van wie betaald wordt ontbreekt of klopt niet.',
    en: 'The AGB code of who is paid is missing or wrong.',
  },
  'messages-in.cut-off': {
    nl: 'Het sluitrecord (99) ontbreekt: het bestand is afgekapt. Wat er staat is gelezen; aantallen en totaal zijn niet te controleren.',
    en: 'The closing record (99) is missing: the file is cut off. What is there has been read; counts and total can’t be verified.',
  },
  'messages-in.xml-broken': {
    nl: 'Vanaf hier is het bericht niet te lezen: {reason, select, cut_off {het bestand is afgekapt} not_well_formed {de XML klopt hier niet (tags die niet sluiten of verkeerde tekens)} doctype {het bevat een DOCTYPE, en die wordt geweigerd} entity {het gebruikt een entiteit die XML zelf niet kent, en die wordt geweigerd} character {het bevat een teken dat in XML niet mag} prefix {het gebruikt een voorvoegsel zonder namespace} stray_text {er staat tekst tussen de elementen} too_deep {de elementen zijn dieper genest dan in enig bericht} too_long {een element of tag is langer dan 64 kB} other {{reason}}}. Wat ervoor staat is gelezen; de rest ontbreekt in de productie.',
    en: 'From here on the message can’t be read: {reason, select, cut_off {the file is cut off} not_well_formed {the XML is not sound here (tags that do not close, or wrong characters)} doctype {it holds a DOCTYPE, which is refused} entity {it uses an entity that XML itself does not know, which is refused} character {it holds a character that XML does not allow} prefix {it uses a prefix without a namespace} stray_text {there is text between the elements} too_deep {its elements nest deeper than in any message} too_long {an element or tag is longer than 64 kB} other {{reason}}}. What comes before has been read; the rest is missing from production.',
  },
  'messages-in.xml-foreign-bytes': {
    nl: 'Het bericht bevat tekens die geen {encoding} zijn. De gelezen velden zijn gewone letters en cijfers en hebben er geen last van.',
    en: 'The message holds characters that are no {encoding}. The fields that are read are plain letters and digits and don’t suffer from it.',
  },
  'messages-in.total-differs': {
    nl: 'Het bericht noemt als totaal {stated}, de regels tellen op tot {found}: verschil {difference}.',
    en: 'The message states a total of {stated}, its lines add up to {found}: a difference of {difference}.',
  },
  'messages-in.closing-total-missing': {
    nl: 'Het bericht noemt geen leesbaar totaal; de som van de regels is niet te controleren.',
    en: 'The message states no readable total; the sum of its lines can’t be verified.',
  },
  'messages-in.closing-clients': {
    nl: 'Het sluitrecord noemt {stated} verzekerdenrecords (02); gevonden {found}.',
    en: 'The closing record states {stated} client records (02); found {found}.',
  },
  'messages-in.closing-debtors': {
    nl: 'Het sluitrecord noemt {stated} debiteurrecords (03); gevonden {found}.',
    en: 'The closing record states {stated} debtor records (03); found {found}.',
  },
  'messages-in.closing-lines': {
    nl: 'Het sluitrecord noemt {stated} prestatierecords (04); gevonden {found}.',
    en: 'The closing record states {stated} declared lines (04); found {found}.',
  },
  'messages-in.closing-comments': {
    nl: 'Het sluitrecord noemt {stated} commentaarrecords (98); gevonden {found}.',
    en: 'The closing record states {stated} comment records (98); found {found}.',
  },
  'messages-in.closing-details': {
    nl: 'Het sluitrecord noemt {stated} detailrecords in totaal; gevonden {found}.',
    en: 'The closing record states {stated} detail records in all; found {found}.',
  },
  'messages-in.second-head': {
    nl: 'Na het eerste bericht begint een tweede (record 01). Geef elk bericht als eigen bestand.',
    en: 'After the first message a second one begins (record 01). Give each message as a file of its own.',
  },
  'messages-in.record-short': {
    nl: 'Record van {length} tekens, verwacht 310; gelezen alsof de rest spaties is.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'Record of {length} characters, expected 310; read as if the rest were spaces.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.sequence': {
    nl: 'De volgnummers van de detailrecords lopen niet door: hier wordt {expected} verwacht.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'The sequence numbers of the detail records don’t run on: {expected} is expected here.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.comment-astray': {
    nl: 'Commentaarrecord (98) zonder record waar het bij hoort.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'Comment record (98) without a record it belongs to.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.bsn-wrong': {
    nl: 'Een BSN heeft geen negen cijfers of doorstaat de elfproef niet.{count, plural, one {} other { Zo zijn er # cliënten.}}',
    en: 'A citizen service number doesn’t have nine digits or fails the eleven-test.{count, plural, one {} other { There are # such clients.}}',
  },
  'messages-in.test-numbers': {
    nl: '{count, plural, one {# cliënt heeft} other {# cliënten hebben}} een BSN uit de testreeks (999900006 en hoger), naast cliënten met een echt BSN.',
    en: '{count, plural, one {# client has} other {# clients have}} a citizen service number of the test range (999900006 and up), beside clients with a real one.',
  },
  'messages-in.reference-missing': {
    nl: 'Een regel heeft geen referentienummer; dubbele regels en correcties zijn dan niet te herkennen.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A line has no reference number; doubles and corrections can’t be told then.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.reference-twice': {
    nl: 'Een referentienummer komt twee keer voor, op regels die verschillen. Beide tellen mee.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A reference number occurs twice, on lines that differ. Both count.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.credit-without-earlier': {
    nl: 'Een creditregel noemt niet welke regel hij terugneemt.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A credit line doesn’t say which line it takes back.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.debit-with-earlier': {
    nl: 'Een debetregel noemt een eerdere regel; dat hoort alleen bij credit.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A debit line names an earlier line; only credits should.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.credited-twice': {
    nl: 'Dezelfde debetregel wordt nog eens gecrediteerd.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'The same debit line is credited once more.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.credit-of-own-file': {
    nl: 'Een creditregel neemt een debetregel uit dezelfde declaratie terug.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A credit line takes back a debit line of the same declaration.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.credit-differs': {
    nl: 'Een creditregel is niet gelijk aan de regel die hij terugneemt.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A credit line isn’t the same as the line it takes back.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.credit-other-period': {
    nl: 'Een creditregel heeft een andere periode dan de regel die hij terugneemt; hij is geboekt op de periode van die regel.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A credit line has another period than the line it takes back; it has been booked on the period of that line.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.unmatched-credits': {
    nl: '{count, plural, one {# creditregel neemt} other {# creditregels nemen}} een regel terug die in geen van de bestanden staat ({amount}). Ze tellen wel mee.',
    en: '{count, plural, one {# credit line takes} other {# credit lines take}} back a line that is in none of the files ({amount}). They do count.',
  },
  'messages-in.declared-twice': {
    nl: '{count, plural, one {# regel is} other {# regels zijn}} nog eens gedeclareerd: zelfde cliënt, toewijzing, product en periode, zonder dat de eerste is gecrediteerd. Beide tellen mee.',
    en: '{count, plural, one {# line has} other {# lines have}} been declared once more: same client, allocation, product and period, without the first being credited. Both count.',
  },
  'messages-in.late-lines': {
    nl: '{count, plural, one {# regel gaat} other {# regels gaan}} over een eerdere maand dan de declaratiemaand ({amount}); geboekt op de maand van levering.',
    en: '{count, plural, one {# line is} other {# lines are}} over an earlier month than the month of declaration ({amount}); booked on the month of delivery.',
  },
  'messages-in.after-period': {
    nl: 'Een regel gaat over dagen na de declaratieperiode.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A line is over days after the declaration period.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.across-months': {
    nl: 'Een regel loopt over een maandgrens; bedrag en aantal zijn naar dagen over de maanden verdeeld (aanname).{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A line runs over the end of a month; its amount and volume have been divided over the months by days (assumed).{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.across-months-end': {
    nl: 'Een regel loopt over een maandgrens; hij is geboekt op de maand waarin hij eindigt.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A line runs over the end of a month; it has been booked on the month in which it ends.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.product-period': {
    nl: 'De productperiode van een regel ligt niet binnen één kalendermaand.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'The product period of a line doesn’t lie within one calendar month.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.amount-not-tariff': {
    nl: 'Het bedrag van een regel volgt niet uit aantal en tarief. Het gedeclareerde bedrag telt.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'The amount of a line doesn’t follow from volume and tariff. The declared amount counts.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.amount-not-volume': {
    nl: 'Bij eenheid 83 (euro) is het bedrag niet gelijk aan het volume. Het gedeclareerde bedrag telt.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'With unit 83 (euro) the amount doesn’t equal the volume. The declared amount counts.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.tariff-missing': {
    nl: 'Een regel noemt geen tarief, terwijl de eenheid er een vraagt.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A line names no tariff, while its unit asks for one.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.tariff-not-expected': {
    nl: 'Een regel in euro’s (eenheid 83) noemt een tarief.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A line in euros (unit 83) names a tariff.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.part-declared': {
    nl: 'Berekend bedrag en declaratiebedrag verschillen; het declaratiebedrag telt.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'Calculated and declared amount differ; the declared one counts.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.more-days': {
    nl: 'Een regel telt meer dagen dan er in de periode zijn.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A line counts more days than its period has.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.other-list': {
    nl: 'Een regel komt uit een andere prestatiecodelijst dan die van de Wlz (055) of de regionale (990).{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A line is of another list of service codes than that of the Wlz (055) or the regional one (990).{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.unit-unknown': {
    nl: 'Eenheid {unit} staat niet in de lijst; het aantal blijft in die eenheid staan.',
    en: 'Unit {unit} is not in the list; the volume stays in that unit.',
  },
  'messages-in.category-unknown': {
    nl: 'Een productcategorie hoort niet bij het domein van het bericht.{count, plural, one {} other { Zo zijn er # producten.}}',
    en: 'A product category doesn’t belong to the domain of the message.{count, plural, one {} other { There are # such products.}}',
  },
  'messages-in.category-other': {
    nl: 'Product {code} begint niet met de categorie waaronder het staat.{count, plural, one {} other { Zo zijn er # producten.}}',
    en: 'Product {code} doesn’t begin with the category it stands under.{count, plural, one {} other { There are # such products.}}',
  },
  'messages-in.answered': {
    nl: 'Antwoord in {answer}: toegekend {approved}, afgekeurd {refused} ({lines, plural, one {# regel} other {# regels}}).',
    en: 'Answer in {answer}: approved {approved}, refused {refused} ({lines, plural, one {# line} other {# lines}}).',
  },
  'messages-in.answer-other-total': {
    nl: 'Het antwoord in {answer} gaat uit van {submitted} ingediend; de declaratie noemt {stated}.',
    en: 'The answer in {answer} goes by {submitted} submitted; the declaration states {stated}.',
  },
  'messages-in.answer-other-granted': {
    nl: 'Het antwoord in {answer} kent {granted} toe; de niet afgekeurde regels tellen op tot {read}.',
    en: 'The answer in {answer} grants {granted}; the lines that were not refused add up to {read}.',
  },
  'messages-in.answer-refused-differs': {
    nl: 'Ingediend min toegekend is {difference}; de afgekeurde regels tellen op tot {refused}.',
    en: 'Submitted less granted is {difference}; the refused lines add up to {refused}.',
  },
  'messages-in.answer-again': {
    nl: 'Op declaratie {number} was er al een antwoord in {earlier}; het laatste geldt.',
    en: 'There was an answer to declaration {number} already in {earlier}; the later one holds.',
  },
  'messages-in.answer-line-unnamed': {
    nl: 'Een afgekeurde regel noemt geen referentienummer en is dus niet te vinden in de declaratie.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A refused line names no reference number, so it can’t be found in the declaration.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.answer-without-declaration': {
    nl: 'De declaratie waarop dit antwoord gaat, zit niet bij de bestanden.',
    en: 'The declaration that this answers is in none of the files.',
  },
  'messages-in.allocation-twice': {
    nl: 'Een toewijzingsnummer komt twee keer voor in dit bericht.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'An allocation number occurs twice in this message.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.allocation-no-product': {
    nl: 'Een toewijzing noemt geen product en ook geen budget.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'An allocation names no product, and no budget either.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.allocation-no-volume': {
    nl: 'Een toewijzing noemt een productcode maar geen omvang.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'An allocation names a product code but no volume.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.allocation-both': {
    nl: 'Een toewijzing noemt zowel een omvang als een budget.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'An allocation names both a volume and a budget.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.allocation-no-end': {
    nl: 'Een toewijzing per week of met een budget heeft geen einddatum.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'An allocation per week or with a budget has no end date.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.allocation-per-day': {
    nl: 'Een toewijzing is per dag, in een eenheid die dat niet toelaat.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'An allocation is per day, in a unit that doesn’t allow it.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.allocation-not-deleted': {
    nl: 'Een toewijzing heeft reden 13 (verwijderd) maar eindigt niet op de dag waarop zij begint; zij blijft staan.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'An allocation has reason 13 (deleted) but doesn’t end on the day it begins; it stays.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.allocation-cents': {
    nl: 'Een toewijzing in euro’s is minder dan € 10,00: het volume is in centen, controleer of dat zo bedoeld is.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'An allocation in euros is less than € 10.00: the volume is in cents, check whether that is meant.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.event-unnamed': {
    nl: 'Een start of stop noemt geen toewijzing en geen product.{count, plural, one {} other { Zo zijn er # regels.}}',
    en: 'A start or stop names no allocation and no product.{count, plural, one {} other { There are # such lines.}}',
  },
  'messages-in.line-long': {
    nl: 'Record van {length} tekens, verwacht 310.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Record of {length} characters, expected 310.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-after-closing': {
    nl: 'Record na het sluitrecord (99).{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Record after the closing record (99).{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.record-unknown': {
    nl: 'Record {found} komt in AW319 1.4 niet voor; verwacht 02, 04, 98 of 99.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Record {found} doesn’t occur in AW319 1.4; expected 02, 04, 98 or 99.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-without-client': {
    nl: 'Prestatierecord (04) zonder verzekerdenrecord (02) ervoor.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Declared line (04) without a client record (02) before it.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-other-client': {
    nl: 'BSN, UZOVI-nummer of verzekerdennummer is anders dan in het verzekerdenrecord (02) erboven.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Citizen service number, UZOVI or insured number differs from the client record (02) above it.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-amount': {
    nl: 'Het bedrag of de aanduiding debet/credit ontbreekt of klopt niet; verwacht hele eurocenten en D of C.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The amount or its debit/credit mark is missing or wrong; expected whole eurocents and D or C.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-dates': {
    nl: 'Begin- of einddatum ontbreekt of bestaat niet.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'A begin or end date is missing or doesn’t exist.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-dates-reversed': {
    nl: 'De einddatum ligt voor de begindatum.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The end date lies before the begin date.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-product': {
    nl: 'De productcode ontbreekt of is te lang.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The product code is missing or too long.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-volume': {
    nl: 'Het aantal of de frequentie ontbreekt of is geen geheel getal.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The volume or frequency is missing or no whole number.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-unit': {
    nl: 'De eenheid ontbreekt of staat niet in de lijst.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The unit is missing or not in the list.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-element-twice': {
    nl: 'Een element dat één keer mag voorkomen staat er twee keer.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'An element that may stand once stands twice.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-test': {
    nl: 'Regel van een testbericht.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Line of a test message.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-currency': {
    nl: 'Regel in een andere valuta dan euro.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Line in another currency than the euro.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-delivered-before': {
    nl: 'Declaratie {number} is al gelezen in {earlier}.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Declaration {number} has been read already in {earlier}.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-read-before': {
    nl: 'Een regel met dit referentienummer is al gelezen in {earlier}.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'A line with this reference number has been read already in {earlier}.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-reference-twice': {
    nl: 'Het referentienummer staat al eerder in dit bericht.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The reference number stands earlier in this message.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.line-refused': {
    nl: 'Afgekeurd door de gemeente met code {code} in {answer}.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'Refused by the municipality with code {code} in {answer}.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.allocation-number': {
    nl: 'Het toewijzingsnummer ontbreekt of is geen nummer.{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The allocation number is missing or no number.{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
  'messages-in.event-status': {
    nl: 'De status van de aanlevering is geen 1 (eerste) of 3 (verwijderen).{others, plural, =0 {} one { Nog # regel met dezelfde reden.} other { Nog # regels met dezelfde reden.}}',
    en: 'The status of delivery is no 1 (first) or 3 (delete).{others, plural, =0 {} one { # more line for the same reason.} other { # more lines for the same reason.}}',
  },
};
