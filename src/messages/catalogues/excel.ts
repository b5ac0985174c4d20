import type { Catalogue } from '../catalogue';

/** Working in the workbook that is open in Excel. */
export const excelMessages = {
  'excel.too-old': {
    nl: 'Deze Excel is te oud om in de werkmap te werken: {missing} ontbreekt. Nodig is Excel 2021, Microsoft 365, Excel op het web of Excel voor Mac vanaf 16.50. Werk Office bij, of open de werkmap in de werkbank in de browser.',
    en: 'This Excel is too old to work in the workbook: {missing} is missing. Excel 2021, Microsoft 365, Excel on the web or Excel for Mac from 16.50 is needed. Update Office, or open the workbook in the workbench in the browser.',
  },
  'excel.editing': {
    nl: 'In {file} wordt nog een cel bewerkt. Sluit die af met Enter of Esc en probeer het opnieuw.',
    en: 'A cell is still being edited in {file}. Finish with Enter or Esc and try again.',
  },
  'excel.denied': {
    nl: 'Excel staat deze wijziging in {file} niet toe: de werkmap of een werkblad is beveiligd of alleen-lezen. Hef de beveiliging op of bewaar een kopie, en probeer het opnieuw. Er is niets geschreven.',
    en: 'Excel doesn’t allow this change in {file}: the workbook or a worksheet is protected or read-only. Lift the protection or save a copy, and try again. Nothing was written.',
  },
  'excel.gone': {
    nl: 'Een werkblad of tabel van {file} is er niet meer: de werkmap is intussen gewijzigd. Lees opnieuw in.',
    en: 'A worksheet or table of {file} is no longer there: the workbook was changed meanwhile. Read again.',
  },
  'excel.session': {
    nl: 'De verbinding met Excel is verlopen. Vernieuw het taakvenster; wat in de werkmap staat blijft.',
    en: 'The connection with Excel has expired. Reload the task pane; what is in the workbook stays.',
  },
  'excel.busy': {
    nl: 'Excel is bezig en nam de opdracht voor {file} niet aan. Wacht even en probeer het opnieuw.',
    en: 'Excel is busy and didn’t take the request for {file}. Wait a moment and try again.',
  },
  'excel.too-big': {
    nl: 'Eén cel van {file} is te groot om met Excel uit te wisselen. Gebruik de werkbank in de browser voor deze werkmap.',
    en: 'One cell of {file} is too large to exchange with Excel. Use the workbench in the browser for this workbook.',
  },
  'excel.failed': {
    nl: 'Excel gaf een fout die niet verwacht werd bij {file} ({detail}). Bewaar de werkmap en probeer het opnieuw; helpt dat niet, gebruik dan de werkbank in de browser.',
    en: 'Excel gave an error that wasn’t expected on {file} ({detail}). Save the workbook and try again; if that doesn’t help, use the workbench in the browser.',
  },
  'excel.too-many-cells': {
    nl: '{file} heeft meer dan {limit} cellen in gebruik. Verwijder bladen of gegevens die niet nodig zijn, ook lege cellen met opmaak.',
    en: '{file} has more than {limit} cells in use. Remove sheets or data that aren’t needed, formatted blank cells included.',
  },
  'excel.half-written': {
    nl: 'Het schrijven naar {file} brak halverwege af en {count, plural, one {één cel kon niet worden teruggezet} other {# cellen konden niet worden teruggezet}}, de eerste is {cell}. Sluit de werkmap zonder op te slaan, of kies in Excel Ongedaan maken.',
    en: 'Writing to {file} broke off half-way and {count, plural, one {one cell couldn’t be put back} other {# cells couldn’t be put back}}, the first is {cell}. Close the workbook without saving, or choose Undo in Excel.',
  },
  'excel.undo-changed': {
    nl: '{count, plural, one {Eén cel is} other {# cellen zijn}} na het invullen gewijzigd ({cells}). Er is niets teruggedraaid; het terugdraaien van de rest kan, die cellen blijven dan zoals ze zijn.',
    en: '{count, plural, one {One cell was} other {# cells were}} changed after filling in ({cells}). Nothing was undone; the rest can be undone, those cells then stay as they are.',
  },
  'excel.refused-changed': {
    nl: '{sheet}!{cell} niet geschreven: {changed} is gewijzigd nadat de werkmap werd ingelezen. Lees opnieuw in.',
    en: '{sheet}!{cell} not written: {changed} was changed after the workbook was read. Read again.',
  },
  'excel.refused-password': {
    nl: 'Werkblad {sheet} is met een wachtwoord beveiligd. Hef de beveiliging in Excel op (Controleren, Beveiliging blad opheffen) en probeer het opnieuw.',
    en: 'Worksheet {sheet} is protected with a password. Lift the protection in Excel (Review, Unprotect Sheet) and try again.',
  },
  'excel.warning-manual': {
    nl: '{file} rekent alleen op verzoek (Formules, Berekeningsopties). Na het schrijven is één keer herberekend; de instelling is gebleven.',
    en: '{file} calculates only when asked (Formulas, Calculation Options). It was recalculated once after writing; the setting stayed.',
  },
  'excel.warning-unprotected': {
    nl: 'Werkblad {sheet} kon na het schrijven niet opnieuw worden beveiligd. Beveilig het zelf (Controleren, Blad beveiligen).',
    en: 'Worksheet {sheet} couldn’t be protected again after writing. Protect it yourself (Review, Protect Sheet).',
  },
  'excel.structure-protected': {
    nl: 'De structuur van {file} is beveiligd, er kunnen geen werkbladen bij. Hef dat op (Controleren, Werkmap beveiligen) of download het rapport als bestand.',
    en: 'The structure of {file} is protected, no worksheets can be added. Lift that (Review, Protect Workbook) or download the report as a file.',
  },
  'excel.memory-key': {
    nl: '‘{key}’ kan geen naam zijn van wat de werkmap onthoudt: verwacht zijn kleine letters, cijfers, punten en streepjes.',
    en: '‘{key}’ can’t name what the workbook remembers: expected are lower-case letters, digits, dots and dashes.',
  },
  'excel.memory-too-large': {
    nl: 'Niet bewaard in de werkmap: {key} is {length} tekens lang, het mogen er {limit} zijn. Verwijder oude momentopnamen of bewaar deze als bestand.',
    en: 'Not kept in the workbook: {key} is {length} characters long, {limit} are allowed. Remove old snapshots or save this one as a file.',
  },
  'excel.memory-private': {
    nl: 'Niet bewaard in de werkmap: in {place} staat een getal dat een burgerservicenummer kan zijn. In de werkmap komen geen cliëntgegevens; geef bijvoorbeeld het bestand een andere naam.',
    en: 'Not kept in the workbook: {place} holds a number that may be a citizen service number. No client data goes into the workbook; give the file another name, for instance.',
  },
  'excel.memory-changed': {
    nl: 'Niet bewaard in de werkmap: {key} is intussen elders gewijzigd, bijvoorbeeld in een tweede taakvenster. Open dit taakvenster opnieuw om verder te gaan met wat daar is bewaard.',
    en: 'Not kept in the workbook: {key} was changed elsewhere meanwhile, for instance in a second task pane. Reopen this task pane to go on with what was kept there.',
  },
} as const satisfies Catalogue;
