import { formatMoney, type ReportRow, type ReportSection, type Value } from '../core';
import { say, showValue, type Language } from '../messages';

/** A figure, a sentence or nothing, as a row of a section holds it. */
export type SectionCell = ReportRow['cells'][number];

export const isMessageCell = (cell: Exclude<SectionCell, null>): cell is Exclude<SectionCell, null | Value> =>
  'code' in cell;

/** The headings of a section in the reader's language. */
export const sectionHeader = (columns: readonly string[], language: Language): string[] =>
  columns.map((column) => say({ code: `finance.column-${column}`, facts: {} }, language));

/** A cell as people read it. */
export function shownCell(cell: SectionCell, language: Language): string {
  if (cell === null) return '';
  return isMessageCell(cell) ? say(cell, language) : showValue(cell, language);
}

/** Amounts with two digits, ratios as fractions, days ISO; words in the reader’s language. */
export function plainCell(cell: SectionCell, language: Language): string | null {
  if (cell === null) return null;
  if (isMessageCell(cell)) return say(cell, language);
  switch (cell.kind) {
    case 'money':
      return formatMoney(cell.value);
    case 'quantity':
    case 'ratio':
      return cell.value.toFixed();
    default:
      return cell.value;
  }
}

/** A row as data, by column name. */
export const plainRow = (
  section: Pick<ReportSection, 'columns'>,
  row: ReportRow,
  language: Language,
): Record<string, string | null> =>
  Object.fromEntries(
    section.columns.map((column, index) => [column, plainCell(row.cells[index] ?? null, language)]),
  );

/** Whether a cell holds a figure, which stands to the right; an empty cell doesn't say otherwise. */
export const isFigure = (cell: SectionCell): boolean =>
  cell === null || (!isMessageCell(cell) && cell.kind !== 'text' && cell.kind !== 'date');
