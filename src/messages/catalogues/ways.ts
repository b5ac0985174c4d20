import type { Catalogue } from '../catalogue';

/** Ways out: of a problem, of a page that failed, of an older version; and the page to print. */
export const waysMessages = {
  'ways.choose': { nl: 'Kies een ander bestand …', en: 'Choose another file …' },
  'ways.choose-first': { nl: 'Kies het bestand …', en: 'Choose the file …' },
  'ways.to-data': { nl: 'Naar Gegevens', en: 'To Data' },
  'ways.to-field': { nl: 'Naar het veld', en: 'To the field' },
  'ways.provider': { nl: 'Ga verder met {provider}', en: 'Go on with {provider}' },
  'ways.rulebook': { nl: 'Neem {rulebook}', en: 'Take {rulebook}' },
  'ways.read': { nl: 'Lees opnieuw in', en: 'Read again' },
  'ways.retry': { nl: 'Probeer het opnieuw', en: 'Try again' },
  'ways.reload': { nl: 'Vernieuw het paneel', en: 'Reload the pane' },
  'ways.diagnosis': { nl: 'Download de diagnose', en: 'Download the diagnosis' },
  'ways.diagnosis-what': {
    nl: 'De diagnose bevat de versie, de stap en de plaats in het programma waar het misging. Er staan geen bestandsnamen, bedragen, aanbieders of cliënten in.',
    en: 'The diagnosis holds the version, the step and the place in the program where it went wrong. There are no file names, amounts, providers or clients in it.',
  },
  'ways.crashed': {
    nl: 'Het paneel kan dit niet tonen door een fout in Plafondwijzer zelf. Uw bestanden en werkmappen zijn niet gewijzigd; wat al was ingevuld kunt u hieronder nog downloaden.',
    en: 'The pane can’t show this because of a mistake in Plafondwijzer itself. Your files and workbooks were not changed; what was filled in already can still be downloaded below.',
  },
  'ways.crashed-in-excel': {
    nl: 'Het paneel kan dit niet tonen door een fout in Plafondwijzer zelf. Wat in de werkmap staat blijft staan.',
    en: 'The pane can’t show this because of a mistake in Plafondwijzer itself. What is in the workbook stays.',
  },
  'ways.left-behind': {
    nl: '{file} is ingevuld maar nog niet gedownload. Het staat nog klaar, ook al is er nu een andere werkmap gekozen.',
    en: '{file} was filled in but not downloaded yet. It is still at hand, though another workbook was chosen now.',
  },
  'ways.left-behind-drop': { nl: 'Niet nodig', en: 'Not needed' },
  'ways.show-again': { nl: 'Terug naar Gegevens', en: 'Back to Data' },
  'ways.update-ready': {
    nl: 'Er staat een nieuwe versie klaar.',
    en: 'A new version is ready.',
  },
  'ways.update-reload': { nl: 'Herladen', en: 'Reload' },
  'ways.update-later': { nl: 'Later', en: 'Later' },
  'ways.page': { nl: 'Download als pagina', en: 'Download as a page' },
  'ways.print': { nl: 'Afdrukken', en: 'Print' },
} as const satisfies Catalogue;

/** The codes of these sentences. */
export type WaysCode = keyof typeof waysMessages;
