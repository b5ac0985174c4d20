import type { CellObject } from 'write-excel-file/universal';
import type { Source } from '../../core';
import type { Language } from '../../messages';
import type { ReportOutcome } from '../input';
import { column, type Column } from '../sheet-cells';
import type { Words } from '../words';

export interface Context {
  readonly language: Language;
  readonly words: Words;
  readonly outcome: ReportOutcome;
  /** Rows of calculation at most. */
  readonly mostSteps: number;
}

/** Wide enough for the longest file name, within reason. */
export const fileColumn = (words: Words, outcome: ReportOutcome): Column => {
  const names = [...outcome.prognoses, ...outcome.receipts, ...(outcome.unusable ?? [])];
  const longest = Math.max(0, ...names.map(({ file }) => file.length));
  return column(words, 'report.file', Math.min(44, Math.max(16, longest + 2)));
};

export const sourceText = (source: Source | null): string =>
  source === null ? '' : `${source.document}, ${source.place}`;

export const RED: CellObject = { textColor: '#C00000', fontWeight: 'bold' };
