import { isAlarm, type OverviewColumn, type OverviewRow, type OverviewTotals } from '../../core';
import { showMoney, showRatio, type Language } from '../../messages';

/** A column of the list: how wide, and what stands in it. */
export interface ListColumn {
  readonly column: OverviewColumn;
  readonly width: number;
  readonly isNumber: boolean;
}

const amount = (column: OverviewColumn, width = 118): ListColumn => ({ column, width, isNumber: true });
const count = (column: OverviewColumn, width = 78): ListColumn => ({ column, width, isNumber: true });

/** In reading order: who, how it stands, money, findings, differences, how far the procurer is. */
export const COLUMNS: readonly ListColumn[] = [
  { column: 'provider', width: 232, isNumber: false },
  { column: 'state', width: 112, isNumber: false },
  count('violations'),
  count('warnings', 88),
  count('notices'),
  amount('total'),
  amount('ceiling'),
  amount('overrun', 122),
  amount('overrunYearEnd', 148),
  count('chance', 72),
  amount('declared', 190),
  amount('change', 150),
  amount('region', 142),
  count('openQuestions', 112),
  { column: 'review', width: 132, isNumber: false },
];

export const LIST_WIDTH = COLUMNS.reduce((width, column) => width + column.width, 0);

/** Columns in which an amount above zero asks for attention. */
const ALARMING: ReadonlySet<OverviewColumn> = new Set(['overrun', 'overrunYearEnd']);

export interface ShownCell {
  readonly text: string;
  readonly look: string;
}

/** What a column shows of a row; what isn't known shows as a dash, never as 0. */
export function showCell(
  row: OverviewRow | OverviewTotals,
  column: OverviewColumn,
  language: Language,
  say: (code: string) => string,
): ShownCell {
  const value = column in row ? (row as OverviewRow)[column] : null;
  if (column === 'state') {
    const { state } = row as OverviewRow;
    return { text: say(`desk.state.${state}`), look: state === 'checked' ? '' : 'bad' };
  }
  if (column === 'review') return { text: say(`desk.review.${(row as OverviewRow).review}`), look: '' };
  if (value === null) return { text: '–', look: 'muted' };
  if (typeof value === 'bigint')
    return {
      text: showMoney(value, language),
      look: ALARMING.has(column) && isAlarm(value) ? 'bad strong' : '',
    };
  if (typeof value === 'number') {
    const look = value === 0 ? 'muted' : column === 'violations' ? 'bad strong' : '';
    return { text: String(value), look };
  }
  return { text: typeof value === 'string' ? value : showRatio(value, language), look: '' };
}
