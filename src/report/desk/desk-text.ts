import { isAlarm, overviewOf, type Money } from '../../core';
import { showMoney, type Language } from '../../messages';
import { sayClean } from '../say-clean';
import { indented, printable, shorten, textTable, type TextRow } from '../text-lines';
import { wordsIn } from '../words';
import { headline } from './desk-workbook';
import type { DeskEntry, DeskReport } from './input';

/** The desk for a terminal: one line a provider, what is unreadable and why, totals. Ends with a line end. */
export function deskText(
  desk: DeskReport,
  language: Language,
  options: { readonly width: number; readonly color: boolean },
): string {
  const words = wordsIn(language);
  const bare = (amount: Money | null): string =>
    amount === null ? '–' : showMoney(amount, language).replace(/^€\u00a0/, '');
  const red = (text: string): string => (options.color ? `\u001b[31m${text}\u001b[0m` : text);
  const bold = (text: string): string => (options.color ? `\u001b[1m${text}\u001b[0m` : text);
  const nameOf = (entry: DeskEntry): string =>
    shorten(printable(entry.provider === '' ? (entry.file ?? '') : entry.provider), 32);
  const rows = desk.providers.map((entry): TextRow => {
    const row = overviewOf(entry);
    return {
      label: nameOf(entry),
      cells: [
        words(`desk.state.${entry.state}`),
        ...(entry.state === 'checked'
          ? [
              String(row.violations),
              String(row.warnings),
              String(row.openQuestions),
              bare(row.total),
              bare(row.ceiling),
              bare(row.overrun),
            ]
          : ['', '', '', '', '', '']),
      ],
      mark: entry.state !== 'checked' || isAlarm(row.overrun) ? 'alarm' : undefined,
    };
  });
  const header: TextRow = {
    label: words('report.provider'),
    cells: [
      words('desk.column.state'),
      words('desk.column.violations'),
      words('desk.column.warnings'),
      words('desk.column.questions-short'),
      words('desk.column.total'),
      words('desk.column.ceiling'),
      words('desk.column.overrun'),
    ],
    mark: 'strong',
  };
  const lines = [
    bold(words('desk.title')),
    ...indented(headline(desk, words, language), 0, options.width),
    '',
    ...textTable(header, rows, options.width, (line, row) =>
      row.mark === 'alarm' ? red(line) : row.mark === 'strong' ? bold(line) : line,
    ),
  ];
  const unreadable = desk.providers.filter((entry) => entry.state === 'unreadable');
  if (unreadable.length > 0) {
    lines.push('', bold(words('desk.unreadable')));
    for (const entry of unreadable) {
      for (const issue of entry.issues) {
        lines.push(...indented(`${entry.file ?? ''}: ${sayClean(issue, language)}`, 2, options.width));
      }
    }
  }
  if (desk.totals.length > 0) {
    lines.push('', bold(words('desk.sheet.totals')));
    lines.push(
      ...textTable(
        {
          label: words('report.domain'),
          cells: [
            words('desk.column.providers'),
            words('desk.column.total'),
            words('desk.column.ceiling'),
            words('desk.column.overrun'),
          ],
          mark: 'strong',
        },
        desk.totals.map((total) => ({
          label: total.domain,
          cells: [
            String(total.providers),
            bare(total.total),
            total.withCeiling === 0 ? '–' : bare(total.ceiling),
            total.withCeiling === 0 ? '–' : bare(total.overrun),
          ],
        })),
        options.width,
        (line, row) => (row.mark === 'strong' ? bold(line) : line),
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}
