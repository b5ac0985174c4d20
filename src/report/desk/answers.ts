import { QUESTION_STATUSES, type Answer, type QuestionStatus, type WorkbookGrid } from '../../core';
import { say } from '../../messages';

const LANGUAGES = ['nl', 'en'] as const;
const named = (text: string, code: string): boolean =>
  LANGUAGES.some(
    (language) => say({ code, facts: {} }, language).toLowerCase() === text.trim().toLowerCase(),
  );

const COLUMNS = {
  id: 'desk.column.id',
  provider: 'report.provider',
  answer: 'desk.column.answer',
  status: 'desk.column.status',
  note: 'desk.column.note',
} as const;

/**
 * The answers on the question lists of a workbook: any sheet with a heading for the question id and one for
 * the answer, in Dutch or English, in any order. Null: there is no such sheet.
 */
export function readAnswers(grid: WorkbookGrid): Answer[] | null {
  let found: Answer[] | null = null;
  for (const sheet of grid.sheets) {
    const rows = new Map<number, Map<number, string>>();
    for (const cell of sheet.cells) {
      const value = cell.value;
      if (value === null) continue;
      const row = rows.get(cell.row) ?? new Map<number, string>();
      row.set(cell.col, String(value.value));
      rows.set(cell.row, row);
    }
    const header = [...rows].find(([, cells]) => [...cells.values()].some((text) => named(text, COLUMNS.id)));
    if (!header) continue;
    const columnOf = (code: string): number | null =>
      [...header[1]].find(([, text]) => named(text, code))?.[0] ?? null;
    const id = columnOf(COLUMNS.id);
    const answer = columnOf(COLUMNS.answer);
    if (id === null || answer === null) continue;
    const provider = columnOf(COLUMNS.provider);
    const status = columnOf(COLUMNS.status);
    const note = columnOf(COLUMNS.note);
    found ??= [];
    for (const [row, cells] of rows) {
      const key = (cells.get(id) ?? '').trim();
      if (row <= header[0] || key === '') continue;
      const text = (column: number | null): string =>
        column === null ? '' : (cells.get(column) ?? '').trim();
      found.push({
        id: key,
        provider: text(provider),
        answer: text(answer),
        status: statusOf(text(status)),
        note: text(note),
      });
    }
  }
  return found;
}

const statusOf = (text: string): QuestionStatus | null =>
  QUESTION_STATUSES.find((status) => status === text.toLowerCase() || named(text, `desk.status.${status}`)) ??
  null;
