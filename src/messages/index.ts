import { IntlMessageFormat } from 'intl-messageformat';
import type { Fact, Message, Place } from '../core';
import type { Catalogue, Language } from './catalogue';
import { chartsMessages } from './catalogues/charts';
import { allocationsMessages } from './catalogues/allocations';
import { anonymiseMessages } from './catalogues/anonymise';
import { bridgeMessages } from './catalogues/bridge';
import { checksMessages } from './catalogues/checks';
import { cliMessages } from './catalogues/cli';
import { correctionsMessages } from './catalogues/corrections';
import { fillMessages } from './catalogues/fill';
import { financeMessages } from './catalogues/finance';
import { excelMessages } from './catalogues/excel';
import { deskMessages } from './catalogues/desk';
import { flowMessages } from './catalogues/flow';
import { forecastMessages } from './catalogues/forecast';
import { formatMessages } from './catalogues/format';
import { functionsMessages } from './catalogues/functions';
import { intakeMessages } from './catalogues/intake';
import { messagesInMessages } from './catalogues/messages-in';
import { outlookMessages } from './catalogues/outlook';
import { monthsMessages } from './catalogues/months';
import { paneMessages } from './catalogues/pane';
import { prognosisMessages } from './catalogues/prognosis';
import { regionMessages } from './catalogues/region';
import { reportMessages } from './catalogues/report';
import { rulebookMessages } from './catalogues/rulebook';
import { scenariosMessages } from './catalogues/scenarios';
import { snapshotsMessages } from './catalogues/snapshots';
import { stepsMessages } from './catalogues/steps';
import { submissionsMessages } from './catalogues/submissions';
import { tariffsMessages } from './catalogues/tariffs';
import { totalsMessages } from './catalogues/totals';
import { waysMessages } from './catalogues/ways';
import { wlzMessages } from './catalogues/wlz';
import { workbookMessages } from './catalogues/workbook';
import { showFact } from './format';

export type { Catalogue, Language } from './catalogue';
export * from './format';

/** All sentences of the product. A code belongs to one area, named by its prefix. */
export const CATALOGUE: Catalogue = {
  ...chartsMessages,
  ...allocationsMessages,
  ...anonymiseMessages,
  ...bridgeMessages,
  ...checksMessages,
  ...cliMessages,
  ...correctionsMessages,
  ...fillMessages,
  ...financeMessages,
  ...excelMessages,
  ...deskMessages,
  ...flowMessages,
  ...forecastMessages,
  ...formatMessages,
  ...functionsMessages,
  ...intakeMessages,
  ...messagesInMessages,
  ...outlookMessages,
  ...monthsMessages,
  ...paneMessages,
  ...prognosisMessages,
  ...regionMessages,
  ...reportMessages,
  ...rulebookMessages,
  ...scenariosMessages,
  ...snapshotsMessages,
  ...stepsMessages,
  ...submissionsMessages,
  ...tariffsMessages,
  ...totalsMessages,
  ...waysMessages,
  ...wlzMessages,
  ...workbookMessages,
};

const isMessage = (fact: Fact): fact is Message => typeof fact === 'object' && 'code' in fact;

const formats = new Map<string, IntlMessageFormat>();

/**
 * The sentence of a message. A code without a sentence shows as the code with its facts (a test keeps that
 * from shipping); it never throws, because it is also the way errors are told.
 * @example say({ code: 'report.no-findings', facts: {} }, 'nl') // 'Geen bevindingen.'
 */
export function say(message: Message, language: Language): string {
  const text = CATALOGUE[message.code]?.[language];
  const facts: Record<string, string | number> = {};
  for (const [name, fact] of Object.entries(message.facts)) {
    facts[name] = isMessage(fact) ? say(fact, language) : showFact(fact, language);
  }
  if (text === undefined) return `${message.code} ${JSON.stringify(facts)}`;
  const key = `${language} ${message.code}`;
  try {
    let format = formats.get(key);
    if (!format) {
      format = new IntlMessageFormat(text, language);
      formats.set(key, format);
    }
    return String(format.format(facts));
  } catch {
    return `${message.code} ${JSON.stringify(facts)}`;
  }
}

/**
 * Where something is, for people.
 * @example sayPlace({ file: 'productie.csv', line: 17 }, 'nl') // 'productie.csv, regel 17'
 */
export function sayPlace(place: Place, language: Language): string {
  const words = language === 'nl' ? { line: 'regel', column: 'kolom' } : { line: 'line', column: 'column' };
  const cell =
    place.cell === undefined ? undefined : place.sheet ? `${place.sheet}!${place.cell}` : place.cell;
  return [
    place.file,
    cell ?? place.sheet,
    place.line === undefined ? undefined : `${words.line} ${place.line}`,
    place.column === undefined ? undefined : `${words.column} ${place.column}`,
    place.path,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}
