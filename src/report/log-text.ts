import { isIsoDate, type LogEntry } from '../core';
import { showDate, showMonth, type Language } from '../messages';
import { KNOWN_ROLES, wordFor, wordsIn } from './words';

/** What an entry of the log says beside its day and kind. */
export function logText(entry: LogEntry, language: Language): string {
  const words = wordsIn(language);
  switch (entry.what) {
    case 'import':
      return words('report.log-import', {
        role: wordFor('report.role', entry.kind, KNOWN_ROLES, words),
        read: entry.lines.read,
        rejected: entry.lines.rejected,
        total: entry.lines.total,
      });
    case 'fill':
      return words('report.log-fill', {
        asOf: isIsoDate(entry.asOf) ? showDate(entry.asOf, language) : entry.asOf,
        cells: entry.cells,
        refused: entry.refused,
      });
    case 'undo':
      return words('report.log-undo');
    case 'override':
      return words('report.log-override', {
        product: `${entry.domain} ${entry.product}`,
        month: showMonth(entry.month, language),
        kind: entry.amount === null ? 'gone' : 'set',
        reason: entry.reason,
      });
    case 'freeze':
    case 'removed':
      return words(`report.log-${entry.what}`, {
        id: entry.id,
        note: entry.note === '' ? 'none' : 'some',
        text: entry.note,
      });
    case 'note':
      return words('report.log-note', {
        rule: entry.rule,
        kind: entry.text === '' ? 'gone' : 'set',
        text: entry.text,
      });
  }
}
