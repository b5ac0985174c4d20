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
} as const satisfies Catalogue;
