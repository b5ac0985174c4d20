import type { Language } from '../messages';
import { changesOf, type ReportOutcome } from './input';
import { workbookOf, type TableSheet } from './sheet-cells';
import { comparisonSheet, comparisonSteps, logSheet, notesSheet, statusSheet } from './months-sheets';
import { wordsIn } from './words';
import type { Context } from './sheets/context';
import { summarySheet, buildUpSheet } from './sheets/summary';
import { findingsSheet, calculationSheet } from './sheets/findings';
import { productsSheet, monthsSheet, reconciliationSheet } from './sheets/amounts';
import { inputSheet, changesSheet } from './sheets/input';
import { assumptionsSheet, sourcesSheet } from './sheets/assumptions';

/** What the workbook remembers from month to month: comparisons, notes, log. */
function rememberedSheets({ words, language, outcome }: Context): TableSheet[] {
  const { remembered } = outcome;
  if (!remembered) return [];
  const { comparisons, log, notes } = remembered;
  return [
    ...(comparisons.length === 0
      ? []
      : [comparisonSheet(comparisons, words, language), comparisonSteps(comparisons, words, language)]),
    ...(notes.length === 0 ? [] : [notesSheet(notes, words)]),
    ...(log === null || log.entries.length === 0 ? [] : [logSheet(log, words, language)]),
  ];
}

/** The sheets of a report on an outcome, in reading order. */
export function reportSheets(outcome: ReportOutcome, language: Language, mostSteps = Infinity): TableSheet[] {
  const context: Context = { language, words: wordsIn(language), outcome, mostSteps };
  const fill = changesOf(outcome);
  return [
    summarySheet(context),
    buildUpSheet(context),
    findingsSheet(context),
    calculationSheet(context),
    productsSheet(context),
    monthsSheet(context),
    ...(outcome.prognoses.some(({ productYears }) => productYears !== undefined)
      ? [statusSheet(outcome, outcome.remembered?.overrides ?? [], context.words, language)]
      : []),
    reconciliationSheet(context),
    inputSheet(context),
    assumptionsSheet(context),
    ...(outcome.documents === undefined ? [] : [sourcesSheet(context)]),
    ...(fill === null ? [] : [changesSheet(context, fill)]),
    ...rememberedSheets(context),
  ];
}

/**
 * The outcome as a new xlsx workbook: summary, findings, every calculation step, products, months,
 * reconciliation, input files, assumptions, and after a fill the changed cells. Amounts are numbers, dates
 * are dates; nothing in it is a formula.
 * @example (await toReportWorkbook(outcome, 'nl'))[0] // 80
 */
export const toReportWorkbook = (outcome: ReportOutcome, language: Language): Promise<Uint8Array> =>
  workbookOf(reportSheets(outcome, language), { isProtected: true });
