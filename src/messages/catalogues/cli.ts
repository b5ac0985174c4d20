import type { Catalogue } from '../catalogue';

export const cliMessages: Catalogue = {
  // What the command line itself can be wrong about.
  'cli.unknown-command': {
    nl: 'Onbekende opdracht “{typed}”.',
    en: 'Unknown command “{typed}”.',
  },
  'cli.unknown-command-nearest': {
    nl: 'Onbekende opdracht “{typed}”. Bedoelde je “{nearest}”?',
    en: 'Unknown command “{typed}”. Did you mean “{nearest}”?',
  },
  'cli.unknown-general-option': {
    nl: 'Verwacht eerst een opdracht, gevonden “{typed}”.',
    en: 'Expected a command first, found “{typed}”.',
  },
  'cli.unknown-general-option-nearest': {
    nl: 'Verwacht eerst een opdracht, gevonden “{typed}”. Bedoelde je “{nearest}”?',
    en: 'Expected a command first, found “{typed}”. Did you mean “{nearest}”?',
  },
  'cli.unknown-option': {
    nl: '“{command}” kent geen optie {typed}.',
    en: '“{command}” has no option {typed}.',
  },
  'cli.unknown-option-nearest': {
    nl: '“{command}” kent geen optie {typed}. Bedoelde je {nearest}?',
    en: '“{command}” has no option {typed}. Did you mean {nearest}?',
  },
  'cli.unknown-rulebook': {
    nl: 'Er is geen regelboek “{typed}”. “plafondwijzer rulebook list” toont wat er is; een eigen regelboek is een JSON-bestand.',
    en: 'There is no rulebook “{typed}”. “plafondwijzer rulebook list” shows what there is; one of your own is a JSON file.',
  },
  'cli.unknown-rulebook-nearest': {
    nl: 'Er is geen regelboek “{typed}”. Bedoelde je “{nearest}”?',
    en: 'There is no rulebook “{typed}”. Did you mean “{nearest}”?',
  },
  'cli.unknown-rulebook-command': {
    nl: '“rulebook” kent geen “{typed}”; wel list, show, validate en derive.',
    en: '“rulebook” has no “{typed}”; it has list, show, validate and derive.',
  },
  'cli.unknown-rulebook-command-nearest': {
    nl: '“rulebook” kent geen “{typed}”. Bedoelde je “{nearest}”?',
    en: '“rulebook” has no “{typed}”. Did you mean “{nearest}”?',
  },
  'cli.option-needs-value': { nl: '{option} vraagt een waarde.', en: '{option} needs a value.' },
  'cli.option-takes-no-value': { nl: '{option} heeft geen waarde.', en: '{option} takes no value.' },
  'cli.option-twice': {
    nl: '{option} staat er twee keer; één keer is de bedoeling.',
    en: '{option} is given twice; once is meant.',
  },
  'cli.option-choice': {
    nl: '{option} kan niet “{typed}” zijn; kies uit: {choices}.',
    en: '{option} can’t be “{typed}”; choose from: {choices}.',
  },
  'cli.option-missing': {
    nl: '“{command}” mist {count, plural, one {de optie} other {de opties}} {options}.',
    en: '“{command}” misses the {count, plural, one {option} other {options}} {options}.',
  },
  'cli.operand-missing': {
    nl: '“{command}” weet niet waarvoor: er staat geen bestand of onderdeel achter.',
    en: '“{command}” has nothing to work on: no file or part follows it.',
  },
  'cli.surplus-operand': {
    nl: '“{typed}” hoort hier niet; bestanden staan achter hun optie.',
    en: '“{typed}” doesn’t belong here; files follow their option.',
  },
  'cli.rulebook-missing': {
    nl: 'Welk regelboek? Geef een naam of een bestand.',
    en: 'Which rulebook? Give a name or a file.',
  },
  'cli.not-a-date': {
    nl: '{option}: “{typed}” is geen datum. Verwacht: 30-06-2023 of 2023-06-30.',
    en: '{option}: “{typed}” is not a date. Expected: 2023-06-30 or 30-06-2023.',
  },
  'cli.not-a-year': {
    nl: '{option}: “{typed}” is geen jaar. Verwacht vier cijfers, 2000 tot en met 2100.',
    en: '{option}: “{typed}” is not a year. Expected four digits, 2000 to 2100.',
  },
  'cli.space-sector': {
    nl: '--space: “{typed}” begint niet met een sector; verwacht V&V, GZ of GGZ, zoals "V&V=100000000".',
    en: '--space: “{typed}” doesn’t start with a sector; expected V&V, GZ or GGZ, such as "V&V=100000000".',
  },
  'cli.space-amount': {
    nl: '--space: het bedrag in “{typed}” is niet (op één manier) te lezen; verwacht nul of meer met hooguit twee decimalen, zoals 100000000 of 100.000.000,00.',
    en: '--space: the amount in “{typed}” can’t be read (in one way); expected zero or more with at most two decimals, such as 100000000 or 100,000,000.00.',
  },
  'cli.see-help': { nl: 'Uitleg: {command}', en: 'Help: {command}' },

  // Files in.
  'cli.input-missing': {
    nl: 'Bestand “{file}” is er niet.',
    en: 'There is no file “{file}”.',
  },
  'cli.input-is-folder': {
    nl: '“{file}” is een map; verwacht een bestand.',
    en: '“{file}” is a folder; expected a file.',
  },
  'cli.input-unreadable': {
    nl: 'Bestand “{file}” kan niet gelezen worden ({code}).',
    en: 'File “{file}” can’t be read ({code}).',
  },
  'cli.pattern-without-files': {
    nl: 'Geen enkel bestand past bij “{file}”.',
    en: 'No file matches “{file}”.',
  },
  'cli.input-twice': {
    nl: '“{file}” staat twee keer bij {option}; de bedragen zouden dubbel tellen.',
    en: '“{file}” is given twice with {option}; its amounts would count double.',
  },
  'cli.not-json': {
    nl: 'Bestand “{file}” is geen geldige JSON: {reason}',
    en: 'File “{file}” is not valid JSON: {reason}',
  },
  'cli.workbooks-left-out': {
    nl: '{count, plural, one {# van de {total} werkmappen is} other {# van de {total} werkmappen zijn}} niet te gebruiken en staan niet in de uitkomst.',
    en: '{count, plural, one {# of the {total} workbooks} other {# of the {total} workbooks}} can’t be used and have no place in the result.',
  },

  // Files out.
  'cli.output-folder-missing': {
    nl: 'De map voor “{file}” is er niet: {folder}',
    en: 'The folder for “{file}” doesn’t exist: {folder}',
  },
  'cli.output-is-folder': {
    nl: '“{file}” is een map; verwacht de naam van een bestand om te schrijven.',
    en: '“{file}” is a folder; expected the name of a file to write.',
  },
  'cli.output-is-input': {
    nl: '“{file}” is hetzelfde bestand als de invoer “{input}”; invoer wordt nooit overschreven. Kies een andere naam.',
    en: '“{file}” is the same file as the input “{input}”; an input is never overwritten. Choose another name.',
  },
  'cli.output-exists': {
    nl: '“{file}” bestaat al. Kies een andere naam, of overschrijf met --force.',
    en: '“{file}” exists already. Choose another name, or overwrite with --force.',
  },
  'cli.output-twice': {
    nl: '“{file}” en “{other}” zijn hetzelfde bestand; elke uitvoer heeft een eigen naam nodig.',
    en: '“{file}” and “{other}” are the same file; every output needs a name of its own.',
  },
  'cli.output-in-use': {
    nl: '“{file}” kan niet geschreven worden ({code}). Staat het open in een ander programma? Er is niets veranderd.',
    en: '“{file}” can’t be written ({code}). Is it open in another program? Nothing was changed.',
  },
  'cli.output-failed': {
    nl: '“{file}” kan niet geschreven worden ({code}). Er is niets veranderd.',
    en: '“{file}” can’t be written ({code}). Nothing was changed.',
  },
  'cli.output-ending': {
    nl: '{option}: “{typed}” moet eindigen op {endings}.',
    en: '{option}: “{typed}” has to end in {endings}.',
  },
  'cli.written': { nl: 'Geschreven: {file}', en: 'Written: {file}' },
  'cli.no-product-list': {
    nl: 'Zonder productlijst (--tariffs) is niet na te gaan welke producten de regels bedoelen.',
    en: 'Without a product list (--tariffs) it can’t be told which products the lines mean.',
  },
  'cli.year-assumed': {
    nl: 'De werkmap noemt geen jaar; aangenomen is {year}. Geef het jaar met --year.',
    en: 'The workbook names no year; {year} is assumed. Give the year with --year.',
  },

  'cli.defect': {
    nl: 'Er ging iets mis dat aan Plafondwijzer {version} ligt, niet aan je bestanden ({error}). Er is niets geschreven. Meld het aan de makers, met de opdracht die je gaf.',
    en: 'Something went wrong that is the fault of Plafondwijzer {version}, not of your files ({error}). Nothing was written. Please report it to the makers, with the command you gave.',
  },
  'cli.defect-debug': {
    nl: 'Met PLAFONDWIJZER_DEBUG=1 staan de details erbij; kijk na of er geen cliëntgegevens in staan voor je ze deelt.',
    en: 'With PLAFONDWIJZER_DEBUG=1 the details are shown; make sure they hold no client data before you share them.',
  },

  'cli.stage.production': { nl: 'Productie lezen', en: 'Reading production' },
  'cli.stage.forecast': { nl: 'Prognose lezen', en: 'Reading forecast' },
  'cli.stage.ceilings': { nl: 'Plafonds lezen', en: 'Reading ceilings' },
  'cli.stage.tariffs': { nl: 'Tarieven lezen', en: 'Reading tariffs' },
  'cli.stage.workbook': { nl: 'Werkmap lezen', en: 'Reading workbook' },
  'cli.stage.fill': { nl: 'Werkmap invullen', en: 'Filling workbook' },
  'cli.stage.allocations': { nl: 'Toewijzingen lezen', en: 'Reading allocations' },
  'cli.stage.anonymise': { nl: 'Anonimiseren', en: 'Anonymising' },
  'cli.stage.check': { nl: 'Toetsen', en: 'Checking' },
  'cli.stage.report': { nl: 'Rapport maken', en: 'Making report' },

  // rulebook show and list.
  'cli.span': { nl: '{from} t/m {until}', en: '{from} to {until}' },
  'cli.rulebook-purchaser': { nl: 'Inkoper: {purchaser}', en: 'Purchaser: {purchaser}' },
  'cli.rulebook-rules': { nl: 'Regels', en: 'Rules' },
  'cli.rulebook-information': { nl: 'ter informatie', en: 'for information' },
  'cli.rulebook-parameters': { nl: 'Parameters', en: 'Parameters' },
  'cli.rulebook-no-value': { nl: 'uit', en: 'off' },
  'cli.rulebook-products': { nl: 'Bijzondere producten', en: 'Special products' },
  'cli.rulebook-documents': { nl: 'Bronnen', en: 'Sources' },
  'cli.rulebook-source': { nl: 'bron {document}, {place}', en: 'source {document}, {place}' },
  'cli.rulebook-assumed': { nl: 'Aanname: {reason}', en: 'Assumption: {reason}' },
  'cli.rulebook-valid': {
    nl: '{file}: geldig regelboek “{id}”.',
    en: '{file}: valid rulebook “{id}”.',
  },
  'cli.treatment.excluded': { nl: 'buiten het plafond', en: 'outside the ceiling' },
  'cli.treatment.volume-raised': { nl: 'hoogt het plafond op', en: 'raises the ceiling' },

  // Help.
  'cli.help.title': {
    nl: 'Plafondwijzer: vult de eigen prognosewerkmap van een zorgaanbieder en toetst die aan het budgetplafond.',
    en: 'Plafondwijzer: fills a care provider’s own prognosis workbook and checks it against the budget ceiling.',
  },
  'cli.help.usage': { nl: 'Gebruik', en: 'Usage' },
  'cli.help.commands': { nl: 'Opdrachten', en: 'Commands' },
  'cli.help.options': { nl: 'Opties', en: 'Options' },
  'cli.help.exit': { nl: 'Afsluitcode', en: 'Exit status' },
  'cli.exit.0': { nl: 'in orde', en: 'fine' },
  'cli.exit.1': { nl: 'overtredingen gevonden', en: 'violations found' },
  'cli.exit.2': {
    nl: 'de opdracht of de invoer is niet bruikbaar; de melding zegt waarom',
    en: 'the command or the input can’t be used; the message says why',
  },
  'cli.exit.3': { nl: 'een fout van Plafondwijzer zelf', en: 'a defect of Plafondwijzer itself' },

  'cli.command.fill': {
    nl: 'Vult productie en prognose in de eigen werkmap, schrijft die als nieuw bestand en toetst het resultaat.',
    en: 'Fills production and forecast into your own workbook, writes it as a new file and checks the result.',
  },
  'cli.command.check': {
    nl: 'Toetst ingediende prognosewerkmappen aan plafond, regels en werkelijke productie.',
    en: 'Checks submitted prognosis workbooks against ceiling, rules and actual production.',
  },
  'cli.command.inspect': {
    nl: 'Toont wat in een werkmap herkend wordt: tabellen, producten, maanden, totalen.',
    en: 'Shows what is recognised in a workbook: tables, products, months, totals.',
  },
  'cli.command.space': {
    nl: 'Simuleert de contracteerruimte van een Wlz-sector over aanbieders: van extrapolatie via herschikking naar nacalculatie.',
    en: 'Simulates the contracting space of a Wlz sector over providers: from extrapolation by reallocation to settlement.',
  },
  'cli.command.rulebook': {
    nl: 'Regelboeken: list (wat er is), show NAAM|BESTAND (inhoud), validate BESTAND… (nakijken), derive NAAM|BESTAND (eigen regelboek maken).',
    en: 'Rulebooks: list (what there is), show NAME|FILE (contents), validate FILE… (verify), derive NAME|FILE (make one of your own).',
  },

  'cli.value.command': { nl: 'OPDRACHT', en: 'COMMAND' },
  'cli.value.subcommand': { nl: 'list|show|validate|derive', en: 'list|show|validate|derive' },
  'cli.value.file': { nl: 'BESTAND', en: 'FILE' },
  'cli.value.workbook': { nl: 'WERKMAP.xlsx', en: 'WORKBOOK.xlsx' },
  'cli.value.profile': { nl: 'PROFIEL.json', en: 'PROFILE.json' },
  'cli.value.aliases': { nl: 'NAMEN.csv', en: 'NAMES.csv' },
  'cli.value.rulebook': { nl: 'NAAM|BESTAND', en: 'NAME|FILE' },
  'cli.value.year': { nl: 'JAAR', en: 'YEAR' },
  'cli.value.date': { nl: 'DATUM', en: 'DATE' },
  'cli.value.space': { nl: 'BESTAND|SECTOR=BEDRAG', en: 'FILE|SECTOR=AMOUNT' },
  'cli.value.table': { nl: 'TABEL.csv|.json', en: 'TABLE.csv|.json' },
  'cli.value.name': { nl: 'NAAM', en: 'NAME' },
  'cli.value.agb': { nl: 'AGB=NAAM', en: 'AGB=NAME' },
  'cli.value.key': { nl: 'SLEUTELBESTAND', en: 'KEYFILE' },

  'cli.option.prognosis': { nl: 'de eigen werkmap die ingevuld wordt', en: 'your own workbook to fill' },
  'cli.option.production': {
    nl: 'productiebestanden (CSV of Excel), een of meer',
    en: 'production files (CSV or Excel), one or more',
  },
  'cli.option.incomplete': {
    nl: 'maanden die voorbij zijn en nog niet volledig gedeclareerd: wat gedeclareerd is (declared, standaard), met de regels “nog te declareren” uit --forecast meegeteld (estimate), of die ook in de cellen (estimate-in-cells)',
    en: 'months that are over and not declared in full: what is declared (declared, the default), with the lines “still to declare” of --forecast counted (estimate), or those in the cells too (estimate-in-cells)',
  },
  'cli.option.forecast': {
    nl: 'prognosebestanden (CSV of Excel), een of meer',
    en: 'forecast files (CSV or Excel), one or more',
  },
  'cli.option.ceilings': {
    nl: 'plafonds, casusbudgetten en ophogingen',
    en: 'ceilings, case budgets and raises',
  },
  'cli.option.tariffs': { nl: 'tarieven- of productlijst', en: 'tariff or product list' },
  'cli.option.profile': {
    nl: 'eerder vastgelegde herkenning van de werkmap',
    en: 'recognition of the workbook recorded earlier',
  },
  'cli.option.aliases': {
    nl: 'eigen namen van producten: omschrijving;product',
    en: 'own names of products: wording;product',
  },
  'cli.option.save-mapping': {
    nl: 'schrijf wat de kolommen van een tarievenlijst zijn (JSON), om te verbeteren en de volgende keer met --tariff-mapping mee te geven',
    en: 'write what the columns of a tariff list are (JSON), to correct and to give with --tariff-mapping the next time',
  },
  'cli.option.save-aliases': {
    nl: 'schrijf de namen in de werkmap met voorstellen, om aan te vullen',
    en: 'write the names in the workbook with suggestions, to be completed',
  },
  'cli.option.provider': {
    nl: 'de aanbieder, als de bestanden er meer dan een bevatten',
    en: 'the provider, when the files hold more than one',
  },
  'cli.option.agb': {
    nl: 'welke AGB-code in berichten van welke aanbieder is, zoals 12345678="Stichting Voorbeeld"',
    en: 'which AGB code in messages is of which provider, such as 12345678="Stichting Voorbeeld"',
  },
  'cli.option.key': {
    nl: 'sleutel voor de pseudoniemen van cliënten (anders PLAFONDWIJZER_KEY, anders een eenmalige)',
    en: 'key of the pseudonyms of clients (else PLAFONDWIJZER_KEY, else one for this run)',
  },
  'cli.option.keep-client-numbers': {
    nl: 'laat eigen cliëntnummers van de aanbieder staan; een BSN nooit',
    en: 'leave the provider’s own client numbers as they are; never a citizen service number',
  },
  'cli.option.across-months': {
    nl: 'gedeclareerde regels over een maandgrens: naar dagen verdelen (days) of op de laatste maand (end)',
    en: 'declared lines over the end of a month: divide by days (days) or book on the last month (end)',
  },
  'cli.agb-unreadable': {
    nl: '--agb {typed} is niet te lezen; verwacht een AGB-code van acht cijfers, een is-teken en een naam, zoals 12345678="Stichting Voorbeeld".',
    en: '--agb {typed} can’t be read; expected an AGB code of eight digits, an equals sign and a name, such as 12345678="Stichting Voorbeeld".',
  },
  'cli.option.decimal': {
    nl: 'decimaalteken waar een kolom dat open laat',
    en: 'decimal mark where a column leaves it open',
  },
  'cli.option.rulebook': {
    nl: 'naam van een meegeleverd regelboek of een eigen JSON-bestand',
    en: 'name of a shipped rulebook or a JSON file of your own',
  },
  'cli.option.year': { nl: 'jaar van het plafond', en: 'year of the ceiling' },
  'cli.option.as-of': {
    nl: 'peildatum: 30-06-2023 of 2023-06-30',
    en: 'as-of date: 2023-06-30 or 30-06-2023',
  },
  'cli.option.out': {
    nl: 'het resultaat (bij fill de ingevulde werkmap), een nieuw bestand',
    en: 'the result (for fill the filled workbook), a new file',
  },
  'cli.option.providers': {
    nl: 'aanbieders per sector (CSV of Excel), een of meer bestanden',
    en: 'providers per sector (CSV or Excel), one or more files',
  },
  'cli.option.space': {
    nl: 'contracteerruimte: een bestand met bedragen en datums, of V&V=100000000 per sector',
    en: 'contracting space: a file of amounts and dates, or V&V=100000000 per sector',
  },
  'cli.option.steps': {
    nl: 'toon bij elke aanbieder de stappen van de berekening',
    en: 'show the steps of the calculation for each provider',
  },
  'cli.option.report': {
    nl: 'rapport met elke stap van de berekening',
    en: 'report with every step of the calculation',
  },
  'cli.option.html': {
    nl: 'schrijf de uitkomst als pagina om te lezen of af te drukken; bij meer inzendingen hun overzicht',
    en: 'write the outcome as a page to read or print; of more submissions their overview',
  },
  'cli.option.dossier': {
    nl: 'onthoud vragen, antwoorden en cellen per aanbieder voor de volgende ronde',
    en: 'remember questions, answers and cells per provider for the next round',
  },
  'cli.option.questions': {
    nl: 'map voor een vragenbrief en -lijst per aanbieder',
    en: 'folder for a letter and list of questions per provider',
  },
  'cli.option.answers': {
    nl: 'ingevulde vragenlijsten (bij --dossier)',
    en: 'question lists that were filled in (with --dossier)',
  },
  'cli.option.threads': {
    nl: 'aantal processorkernen; zonder opgave zoveel als loont',
    en: 'number of processor cores; as many as pay off unless given',
  },
  'cli.value.folder': { nl: 'MAP', en: 'FOLDER' },
  'cli.value.page': { nl: 'PAGINA', en: 'PAGE' },
  'cli.value.dossier': { nl: 'DOSSIER', en: 'DOSSIER' },
  'cli.folder-without-workbooks': {
    nl: 'in de map {file} staat geen werkmap (xlsx of xlsm).',
    en: 'the folder {file} has no workbook (xlsx or xlsm).',
  },
  'cli.folder-others': {
    nl: '{count, plural, one {Niet als inzending gelezen: {files}.} other {Niet als inzending gelezen (#): {files} …}}',
    en: '{count, plural, one {Not read as a submission: {files}.} other {Not read as submissions (#): {files} …}}',
  },
  'cli.answers-need-dossier': {
    nl: '--answers vraagt ook --dossier: daarin staan de vragen waar de antwoorden bij horen.',
    en: '--answers also needs --dossier: it holds the questions that the answers belong to.',
  },
  'cli.threads': {
    nl: '--threads vraagt een getal van 1 tot 99; gevonden: {typed}.',
    en: '--threads takes a number from 1 to 99; found: {typed}.',
  },
  'cli.no-answers': {
    nl: '{file}: geen blad met de koppen Vraagnummer en Antwoord gevonden.',
    en: '{file}: no sheet with the headings Question id and Answer found.',
  },
  'cli.answers-taken': {
    nl: '{file}: {count, plural, one {# vraag} other {# vragen}} bijgewerkt.',
    en: '{file}: {count, plural, one {# question} other {# questions}} updated.',
  },
  'cli.answers-unknown': {
    nl: '{count, plural, one {# vraagnummer staat} other {# vraagnummers staan}} niet in het dossier en is niet overgenomen: {ids}.',
    en: '{count, plural, one {# question id is} other {# question ids are}} not in the dossier and was not taken over: {ids}.',
  },
  'cli.option.allow-locked': {
    nl: 'vul ook vergrendelde cellen van beveiligde bladen',
    en: 'fill locked cells of protected sheets too',
  },
  'cli.option.thousands-places': {
    nl: 'rond bedragen × € 1.000 af op zoveel decimalen; zonder: exact tot de cent',
    en: 'round amounts × € 1,000 to this many decimals; without: exact to the cent',
  },
  'cli.option.measure': {
    nl: 'wat er hoort in cellen waarvan de werkmap niet zegt of zij bedragen of aantallen vragen; zonder: niets',
    en: 'what goes into cells of which the workbook doesn’t say whether they take amounts or volumes; without: nothing',
  },
  'cli.option.save': { nl: 'schrijf de herkenning als profiel', en: 'write the recognition as a profile' },
  'cli.option.force': {
    nl: 'overschrijf een eerdere uitvoer (nooit invoer)',
    en: 'overwrite an earlier output (never an input)',
  },
  'cli.option.format': {
    nl: 'vorm van het resultaat op standaarduitvoer',
    en: 'form of the result on standard output',
  },
  'cli.option.lang': { nl: 'taal; zonder opgave Nederlands', en: 'language; Dutch unless given' },
  'cli.option.quiet': {
    nl: 'geen voortgang en geen opmerkingen, alleen het resultaat',
    en: 'no progress and no remarks, only the result',
  },
  'cli.option.help': { nl: 'deze uitleg', en: 'this help' },

  'cli.notes.fill': {
    nl: 'Alleen invoercellen worden geschreven. Uitvoer wordt in zijn geheel geschreven of niet.',
    en: 'Only input cells are written. Outputs are written whole or not at all.',
  },
  'cli.notes.check': {
    nl: 'Zet de werkmappen vooraan: wat achter --production of --forecast staat, hoort tot de volgende optie daarbij (of zet er -- tussen). Een onbruikbare werkmap houdt de andere niet tegen, maar geeft afsluitcode 2.',
    en: 'Put the workbooks first: what follows --production or --forecast belongs to it up to the next option (or put -- between). A workbook that can’t be used doesn’t stop the others, but makes the exit status 2.',
  },
  'cli.notes.inspect': {
    nl: 'Kijk de herkenning na voordat je met een profiel invult.',
    en: 'Look the recognition over before you fill with a profile.',
  },
  'cli.notes.space': {
    nl: 'Kolommen van --providers: aanbieder, sector en realisatie of jaarproductie; verder soort, achterstand, toezegging, crisis, behandelkorting, geleverd, betaald, onderaanneming, gemeld. Zet SECTOR=BEDRAG met & tussen aanhalingstekens. Een regel die niet te lezen is, houdt de simulatie tegen: de aandelen hangen van elkaar af.',
    en: 'Columns of --providers: provider, sector and realised or year production; further kind, backlog, commitment, crisis, treatment cut, delivered, paid, subcontracted, reported. Quote SECTOR=AMOUNT when it has an &. A line that can’t be read stops the simulation: the shares depend on each other.',
  },
  'cli.notes.rulebook': {
    nl: 'Een eigen regelboek heeft dezelfde vorm als een meegeleverd: “rulebook show NAAM --format json” geeft een voorbeeld.',
    en: 'A rulebook of your own has the same form as a shipped one: “rulebook show NAME --format json” gives an example.',
  },
  'cli.not-a-share': {
    nl: '{option}: “{typed}” is geen deel. Verwacht 0 tot en met 1, zoals 0,5 of 50%.',
    en: '{option}: “{typed}” is not a share. Expected 0 to 1, such as 0.5 or 50%.',
  },
  'cli.only-with-derive': {
    nl: '{option} hoort bij “rulebook derive”, niet bij “{command}”.',
    en: '{option} belongs to “rulebook derive”, not to “{command}”.',
  },
  'cli.rulebook-derived': {
    nl: '{file}: regelboek “{id}”, gemaakt op basis van “{base}”.',
    en: '{file}: rulebook “{id}”, made from “{base}”.',
  },
  'cli.command.equalise': {
    nl: 'Verevent de kosten van gemeenten in een regio naar hun sleutel; de betalingen zijn samen precies nul.',
    en: 'Equalises the costs of a region’s municipalities by their keys; the payments add up to exactly zero.',
  },
  'cli.command.allocations': {
    nl: 'Raamt wat open toewijzingen dit en volgend jaar kosten, per maand, en toetst beide jaren aan het plafond.',
    en: 'Estimates what open allocations cost this year and next, per month, and checks both years against the ceiling.',
  },
  'cli.notes.allocations': {
    nl: 'Toewijzingen als csv, Excel of WMO301/JW301 (ook in een zip). Met --production wordt de verzilvering geleerd uit afgeronde maanden; met --tariffs worden aantallen bedragen. --out geeft de maanden als csv, in de vorm van een prognosebestand.',
    en: 'Allocations as CSV, Excel or WMO301/JW301 (also in a zip). With --production the realisation share is learnt from mature months; with --tariffs volumes become amounts. --out gives the months as CSV, in the form of a forecast file.',
  },
  'cli.command.capacity': {
    nl: 'Toont welke aanbieders nog ruimte hebben voor een nieuwe cliënt: nu, aan het eind van het jaar, en vanaf wanneer.',
    en: 'Shows which providers still have room for a new client: now, at year end, and from when.',
  },
  'cli.notes.capacity': {
    nl: 'Geef --cost (bedrag per jaar) of --volume (zoals “3 uur per week”, met --tariffs). Wat nog komt telt mee volgens --forecast, anders volgens --allocations. Een aanbieder met plafond nul neemt niemand aan.',
    en: 'Give --cost (amount per year) or --volume (such as “3 uur per week”, with --tariffs). What is to come counts by --forecast, else by --allocations. A provider with ceiling zero takes nobody.',
  },
  'cli.option.tariff-mapping': {
    nl: 'wat de kolommen van de tarievenlijst zijn (JSON)',
    en: 'what the columns of the tariff list are (JSON)',
  },
  'cli.value.mapping': { nl: 'KOLOMMEN.json', en: 'COLUMNS.json' },
  'cli.option.product': { nl: 'product van de nieuwe cliënt', en: 'product of the new client' },
  'cli.option.from': { nl: 'eerste dag van de zorg', en: 'first day of the care' },
  'cli.option.until': { nl: 'laatste dag van de zorg', en: 'last day of the care' },
  'cli.option.cost': { nl: 'verwachte kosten per jaar', en: 'expected cost per year' },
  'cli.option.volume': {
    nl: 'verwacht aantal, zoals “3 uur per week”',
    en: 'expected volume, such as “3 uur per week”',
  },
  'cli.option.domain': { nl: 'domein van de cliënt', en: 'domain of the client' },
  'cli.value.amount': { nl: 'BEDRAG', en: 'AMOUNT' },
  'cli.value.volume': { nl: 'AANTAL', en: 'VOLUME' },
  'cli.command.anonymise': {
    nl: 'Vervangt in bestanden die gedeeld worden de nummers van cliënten door pseudoniemen en maakt namen, geboortedata, adressen en vrije tekst leeg.',
    en: 'Replaces client numbers by pseudonyms in files that are to be shared, and blanks names, dates of birth, addresses and free text.',
  },
  'cli.notes.anonymise': {
    nl: 'Leest csv, Excel, AW319 en iWmo/iJw-berichten. Met dezelfde sleutel krijgt een nummer in elk bestand hetzelfde pseudoniem, zodat koppelen mogelijk blijft; bestaat het sleutelbestand nog niet, dan wordt het gemaakt. Zonder --out komt NAAM.anoniem.EXT naast het bestand. Afsluitcode 1: er kunnen herkenbare gegevens zijn achtergebleven.',
    en: 'Reads CSV, Excel, AW319 and iWmo/iJw messages. Under the same key a number gets the same pseudonym in every file, so that joining stays possible; a key file that isn’t there yet is made. Without --out NAME.anoniem.EXT comes beside the file. Exit status 1: recognisable data may remain.',
  },
  'cli.option.folder': { nl: 'map voor de uitvoer', en: 'folder for the outputs' },
  'cli.option.keep': {
    nl: 'kolommen of elementen die blijven zoals ze zijn',
    en: 'columns or elements that stay as they are',
  },
  'cli.option.hide': {
    nl: 'kolommen of elementen die ook leeg moeten',
    en: 'columns or elements to blank as well',
  },
  'cli.command.match': {
    nl: 'Koppelt elke productieregel aan een toewijzing en toont met de reden wat niet past.',
    en: 'Matches every production line to an allocation and shows what doesn’t match, with the reason.',
  },
  'cli.notes.equalise': {
    nl: 'Het kostenbestand heeft de kolommen gemeente en kosten, en eventueel opbrengst en sleutel; met --keys staat de sleutel in een eigen bestand.',
    en: 'The costs file has the columns municipality and cost, and possibly income and key; with --keys the key is in a file of its own.',
  },
  'cli.notes.match': {
    nl: 'Met --ceilings wordt ook getoetst of doorlopende toewijzingen in dit en volgend jaar passen. Afsluitcode 1: er zijn regels die niet passen.',
    en: 'With --ceilings it is also checked whether running allocations fit this year and the next. Exit status 1: some lines don’t match.',
  },
  'cli.option.costs': {
    nl: 'kosten per gemeente (CSV of Excel)',
    en: 'cost per municipality (CSV or Excel)',
  },
  'cli.option.keys': { nl: 'verdeelsleutel per gemeente', en: 'key per municipality' },
  'cli.option.solidarity': {
    nl: 'deel dat wordt verevend, in plaats van dat van het regelboek',
    en: 'share that is equalised, instead of the rulebook’s',
  },
  'cli.option.allocations': {
    nl: 'toewijzingen (CSV of Excel)',
    en: 'allocations (CSV or Excel)',
  },
  'cli.option.set': {
    nl: 'derive: waarde van een parameter, een of meer',
    en: 'derive: value of a parameter, one or more',
  },
  'cli.option.exclude': {
    nl: 'derive: product dat niet meetelt, naam of code',
    en: 'derive: product that doesn’t count, name or code',
  },
  'cli.option.raise': {
    nl: 'derive: product dat het plafond ophoogt, naam of code',
    en: 'derive: product that raises the ceiling, name or code',
  },
  'cli.option.id': { nl: 'derive: naam van het eigen regelboek', en: 'derive: name of your own rulebook' },
  'cli.option.purchaser': {
    nl: 'derive: inkoper, zoals de gemeente',
    en: 'derive: purchaser, such as the municipality',
  },
  'cli.value.column': { nl: 'KOLOM', en: 'COLUMN' },
  'cli.value.share': { nl: 'DEEL', en: 'SHARE' },
  'cli.value.setting': { nl: 'PARAMETER=WAARDE', en: 'PARAMETER=VALUE' },
  'cli.value.product': { nl: 'PRODUCT', en: 'PRODUCT' },
  'cli.command.finance': {
    nl: 'Zet bekostigingsvormen naast elkaar: elke regel naar de regel van zijn vorm, met totalen, aandelen en wat erboven ligt.',
    en: 'Puts financing forms side by side: every line by the rule of its form, with totals, shares and what lies above.',
  },
  'cli.notes.finance': {
    nl: 'Kolommen van --lines: vorm (pxq, traject, clientbudget, kindbudget, plekken, nood, dagdelen, driejarig, lumpsum, openeinde, populatie, volumesturing, zondercontract), aanbieder, domein, product, segment, client, periode, aantal, tarief, bedrag, afgesproken, plafond, openstaand, vanaf, clienten, maanden, uren. Welke een vorm nodig heeft, staat in docs/rules-region.md. Kolommen van --subcontracts: aanbieder, onderaannemer, product, tarief, doorbetaald. Zonder --as-of geldt 31 december. Afsluitcode 1: iets ligt boven wat mag.',
    en: 'Columns of --lines: form (pxq, trajectory, client budget, child budget, places, emergency, short stay, three-year, lump sum, open end, population, drivers, uncontracted), provider, domain, product, segment, client, period, quantity, tariff, amount, agreed, ceiling, open, from, clients, months, hours. Which of them a form needs is in docs/rules-region.md. Columns of --subcontracts: provider, subcontractor, product, tariff, passed on. Without --as-of 31 December holds. Exit status 1: something lies above what is allowed.',
  },
  'cli.command.region': {
    nl: 'Maakt een overzicht van een regio: offertes, lopende verplichtingen, hoofdaannemers, budget, uitnutting, voorschotten of jaartoerekening.',
    en: 'Makes one of a region’s reports: offers, commitments, contractors, budget, utilisation, advances or years.',
  },
  'cli.notes.region': {
    nl: 'De kolommen van elk overzicht staan in docs/rules-region.md, met een voorbeeld in samples/region. “contractors” vraagt ook --mains (onderaannemer; hoofdaannemer).',
    en: 'The columns of each report are in docs/rules-region.md, with an example in samples/region. “contractors” also needs --mains (subcontractor; main).',
  },
  'cli.command.wlz': {
    nl: 'Maakt een Wlz-overzicht: afgesproken tarieven, behandelaandeel, crisisplekken, afwezigheidsdagen, meerzorg, regiogeld, volumeplafond of nacalculatie.',
    en: 'Makes a Wlz report: agreed tariffs, treatment share, crisis places, absence days, extra care, regional money, volume ceiling or settlement.',
  },
  'cli.notes.wlz': {
    nl: 'De kolommen van elk overzicht staan in docs/rules-wlz.md, met een voorbeeld in samples/wlz. Afsluitcode 1: iets ligt boven wat mag.',
    en: 'The columns of each report are in docs/rules-wlz.md, with an example in samples/wlz. Exit status 1: something lies above what is allowed.',
  },
  'cli.option.lists': {
    nl: 'lijsten van de regio, herkend aan hun kolommen: uitnutting per gemeente, offertes, regels per bekostigingsvorm, contracteerruimte met aanbieders',
    en: 'lists of the region, recognised by their columns: utilisation per municipality, offers, lines per financing form, contracting space with providers',
  },
  'cli.option.lines': {
    nl: 'de regels van het overzicht (CSV of Excel)',
    en: 'the lines of the report (CSV or Excel)',
  },
  'cli.option.subcontracts': {
    nl: 'wat aan onderaannemers wordt doorbetaald',
    en: 'what is passed on to subcontractors',
  },
  'cli.option.mains': {
    nl: 'van elke onderaannemer de hoofdaannemer',
    en: 'the main contractor of each subcontractor',
  },
  'cli.option.uncontracted': {
    nl: 'reken zorg zonder contract mee, of niet',
    en: 'count care without a contract, or not',
  },
  'cli.value.region-report': {
    nl: 'offers|commitments|contractors|budget|utilisation|advances|years',
    en: 'offers|commitments|contractors|budget|utilisation|advances|years',
  },
  'cli.value.wlz-report': {
    nl: 'tariffs|treatment|crisis|absence|extra|regional|volume|settlement',
    en: 'tariffs|treatment|crisis|absence|extra|regional|volume|settlement',
  },
  'cli.unknown-report': {
    nl: 'Er is geen overzicht “{typed}”; zie --help voor de namen.',
    en: 'There is no report “{typed}”; see --help for the names.',
  },
  'cli.unknown-report-nearest': {
    nl: 'Er is geen overzicht “{typed}”. Bedoelde je “{nearest}”?',
    en: 'There is no report “{typed}”. Did you mean “{nearest}”?',
  },
  'cli.option.sector': { nl: 'Wlz: hoofdsector van de aanbieder', en: 'Wlz: the provider’s main sector' },
  'cli.option.kind': { nl: 'Wlz: soort aanbieder', en: 'Wlz: kind of provider' },
  'cli.option.treatment': {
    nl: 'Wlz: dagen met en zonder behandeling van het referentiejaar',
    en: 'Wlz: days with and without treatment of the reference year',
  },
  'cli.option.sector-space': {
    nl: 'Wlz: contracteerruimte per sector, samen met --providers',
    en: 'Wlz: contracting space per sector, together with --providers',
  },
  'cli.role.ceiling': { nl: 'plafond', en: 'ceiling' },
  'cli.role.zero-ceiling': { nl: 'nulplafond', en: 'zero ceiling' },
  'cli.role.year-end': { nl: 'jaargrens', en: 'year end' },
  'cli.role.case-budget': { nl: 'casusbudget', en: 'case budget' },
  'cli.role.other-providers': { nl: 'andere aanbieders', en: 'other providers' },
  'cli.role.excluded': { nl: 'buiten het plafond', en: 'outside the ceiling' },
  'cli.role.not-raised': { nl: 'niet verhoogd', en: 'not raised' },
  'cli.role.raise': { nl: 'ophoging', en: 'raise' },
  'cli.role.next-ceiling': { nl: 'plafond volgend jaar', en: 'next year’s ceiling' },
  'cli.role.separate-domains': { nl: 'domeinen apart', en: 'domains apart' },
  'cli.role.no-guarantee': { nl: 'geen omzetgarantie', en: 'no guaranteed turnover' },
  'cli.role.liability': { nl: 'verplichting boven het plafond', en: 'liability above the ceiling' },
  'cli.role.matching': { nl: 'koppelen aan toewijzingen', en: 'matching to allocations' },
  'cli.role.scope': { nl: 'bereik van een plafond', en: 'scope of a ceiling' },
  'cli.role.signal': { nl: 'signaal', en: 'signal' },
  'cli.role.payable-above': { nl: 'betaalbaar boven het plafond', en: 'payable above the ceiling' },
  'cli.role.pro-rata': { nl: 'naar rato', en: 'pro rata' },
  'cli.role.lag': { nl: 'onvolledige maanden', en: 'incomplete months' },
  'cli.rulebook-roles': { nl: 'Welke regel doet wat', en: 'Which rule does what' },
  'cli.rulebook-doors': { nl: 'Waar elke regel wordt toegepast', en: 'Where each rule is applied' },
  'cli.value.number': { nl: 'GETAL', en: 'NUMBER' },
  'cli.value.forecast-table': { nl: 'PROGNOSE.csv|.xlsx', en: 'FORECAST.csv|.xlsx' },
  'cli.value.scenario': { nl: 'SCENARIO.json', en: 'SCENARIO.json' },
  'cli.not-a-number': {
    nl: '{option}: “{typed}” is geen getal van {least} tot en met {most}.',
    en: '{option}: “{typed}” is not a number from {least} to {most}.',
  },
  'cli.stage.estimate': { nl: 'Prognose berekenen', en: 'Working out the forecast' },
  'cli.option.method': {
    nl: 'hoe de komende maanden worden geschat; zonder keuze kiest een proef op het eigen verleden',
    en: 'how the months ahead are estimated; left out, a trial on the own past chooses',
  },
  'cli.option.client-flow': {
    nl: 'cliëntstroom per product (clienten;nieuw per maand;duur;intensiteit;tarief): de prognose van die producten',
    en: 'client flow per product (clients;new per month;duration;intensity;tariff): the forecast of those products',
  },
  'cli.option.counts': {
    nl: 'getelde lopende verplichtingen (domein;product;bedrag;dagen): de prognose van die producten',
    en: 'running commitments as counted (domain;product;amount;days): the forecast of those products',
  },
  'cli.option.completion': {
    nl: 'hoe compleet maanden zijn naar ouderdom (domein;product;ouderdom;aandeel)',
    en: 'how complete months are by age (domain;product;age;share)',
  },
  'cli.option.declarations': {
    nl: 'wat wanneer is gedeclareerd (…;periode;gedeclareerd in;bedrag): daaruit volgt de volledigheid zelf',
    en: 'what was declared when (…;period;declared in;amount): completeness then follows by itself',
  },
  'cli.option.overrides': {
    nl: 'maanden die met de hand zijn gezet (aanbieder;domein;product;periode;bedrag;reden); blijven bij elke verversing staan',
    en: 'months set by hand (provider;domain;product;period;amount;reason); they stay at every refresh',
  },
  'cli.option.scenario': {
    nl: 'scenario’s en gevoeligheden naast de prognose',
    en: 'scenarios and sensitivities beside the forecast',
  },
  'cli.option.seed': {
    nl: 'begin van de simulatie: zelfde getal, zelfde bandbreedtes',
    en: 'start of the simulation: same number, same ranges',
  },
  'cli.option.paths': {
    nl: 'aantal gesimuleerde verlopen, standaard 1000',
    en: 'number of simulated paths, 1000 when left out',
  },
  'cli.option.months': { nl: 'toon de maanden van elk product', en: 'show the months of every product' },
  'cli.command.forecast': {
    nl: 'Maakt een prognose van het jaar uit productie: per product en maand, met bandbreedte, kans op overschrijding en scenario’s.',
    en: 'Forecasts the year from production: per product and month, with ranges, chance of overrun and scenarios.',
  },
  'cli.notes.forecast': {
    nl: 'Geef productie over zoveel jaren als er zijn. --out schrijft de prognose zoals fill en check haar met --forecast weer inlezen. Zie docs/voorspellen.md.',
    en: 'Give production over as many years as there are. --out writes the forecast as fill and check read it again with --forecast. See docs/voorspellen.md.',
  },
  'cli.command.compare': {
    nl: 'Vergelijkt twee vastgelegde standen, of een stand met een begroting, en verdeelt het verschil tot op de cent over oorzaken.',
    en: 'Compares two frozen states, or a state with a budget, and divides the difference over its causes to the cent.',
  },
  'cli.notes.compare': {
    nl: 'Een stand is een JSON-bestand dat fill of check met --snapshot schrijft; een begroting is een CSV of werkmap met aanbieder, domein, product, periode en bedrag. Eerst de stand van toen, dan die van nu. Bij meer aanbieders worden gelijke aanbieders vergeleken; --provider kiest er een.',
    en: 'A state is a JSON file that fill or check writes with --snapshot; a budget is a CSV or workbook with provider, domain, product, period and amount. First the state of then, after it that of now. With several providers equal ones are compared; --provider chooses one.',
  },
  'cli.option.snapshot': {
    nl: 'leg de uitkomst vast, om later met compare te vergelijken',
    en: 'freeze the outcome, to compare it later with compare',
  },
  'cli.value.snapshot': { nl: 'STAND.json', en: 'STATE.json' },
  'cli.value.snapshot-or-budget': { nl: 'STAND.json|BEGROTING', en: 'STATE.json|BUDGET' },
  'cli.snapshot-not-of-desk': {
    nl: '--snapshot gaat niet samen met een map of dossier: daar onthoudt het dossier wat er was.',
    en: '--snapshot doesn’t go with a folder or dossier: there the dossier remembers what was.',
  },
  'cli.compare-two': {
    nl: 'compare vergelijkt precies twee bestanden; gevonden: {found}.',
    en: 'compare compares exactly two files; found: {found}.',
  },
  'cli.compare-two-budgets': {
    nl: 'minstens een van de twee bestanden moet een vastgelegde stand (JSON) zijn.',
    en: 'at least one of the two files must be a frozen state (JSON).',
  },
  'cli.compare-nobody': {
    nl: 'de twee kanten hebben geen aanbieder gemeen. Eerst: {before}. Nu: {after}.',
    en: 'the two sides have no provider in common. Before: {before}. Now: {after}.',
  },
  'cli.compare-left-out': {
    nl: 'Alleen aan één kant en niet vergeleken: {providers}.',
    en: 'On one side only and not compared: {providers}.',
  },
  'cli.compare-budget-left-out': {
    nl: '{file}: {amount} van andere jaren en {others} van andere aanbieders telt niet mee; {rejected, plural, =0 {geen regels} one {# regel} other {# regels}} afgewezen.',
    en: '{file}: {amount} of other years and {others} of other providers isn’t counted; {rejected, plural, =0 {no lines} one {# line} other {# lines}} rejected.',
  },
};
