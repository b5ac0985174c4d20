import type { Message } from '../../values/message';
import { a1, columnLetters, parseRange } from '../grid';
import { matchHeadings, matchSheets } from '../profile-match';
import type { SheetView } from '../sheet-view';
import type { Correction, CorrectionPlace } from './correction';
import { columnsByKey, placesOf, rowsByKey } from './row-texts';

/** Where a correction holds now: rows and columns in the order in which they were pointed at; null means all. */
export interface FoundPlace {
  readonly sheet: string;
  readonly rows: readonly (number | null)[] | null;
  readonly columns: readonly (number | null)[] | null;
}

/** Finds the place of a correction in this copy of the workbook; what is no longer there is said in `remarks`. */
export function findPlace(
  correction: Correction,
  number: number,
  views: readonly SheetView[],
  remarks: Message[],
): FoundPlace | null {
  const { at } = correction;
  const [view] = matchSheets({ sheets: [{ name: at.sheet, rows: [], seen: at.seen }] }, views, []);
  if (!view) {
    remarks.push({ code: 'corrections.sheet-missing', facts: { number, sheet: at.sheet } });
    return null;
  }
  if (at.scope === 'sheet' || at.range === null) return { sheet: view.name, rows: null, columns: null };
  if (at.table) return inTable(at, at.table, number, view, remarks);
  return byText(at, number, view, remarks);
}

function inTable(
  at: CorrectionPlace,
  table: NonNullable<CorrectionPlace['table']>,
  number: number,
  view: SheetView,
  remarks: Message[],
): FoundPlace | null {
  const headerRows = matchHeadings(table.headings, view, new Set());
  if (headerRows.length === 0) {
    remarks.push({
      code: 'corrections.heading-missing',
      facts: { number, sheet: view.name, texts: (table.headings[0] ?? []).slice(0, 6) },
    });
    return null;
  }
  const byColumn = columnsByKey(view, headerRows);
  const columnOf = (anchor: { key: string; nth: number; of: number; col: number }): number | null => {
    if (anchor.key === '') return anchor.col;
    const list = byColumn.get(anchor.key) ?? [];
    return list.length === anchor.of ? (list[anchor.nth] ?? null) : null;
  };
  const columns = table.columns.map((anchor) => {
    const col = columnOf(anchor);
    if (col === null) {
      remarks.push({
        code: 'corrections.column-missing',
        facts: {
          number,
          sheet: view.name,
          heading: anchor.key.replaceAll(' | ', ' '),
          was: columnLetters(anchor.col),
        },
      });
    }
    return col;
  });
  const labelColumns = table.labelColumns.map((anchor) => columnOf(anchor) ?? anchor.col);
  const byRow = rowsByKey(view, labelColumns, headerRows);
  const rows = table.rows.map((anchor) => {
    if (anchor.key === '') return anchor.row;
    const list = byRow.get(anchor.key) ?? [];
    const row = list.length === anchor.of ? list[anchor.nth] : undefined;
    if (row !== undefined) return row + anchor.below;
    remarks.push({
      code: list.length === 0 ? 'corrections.row-missing' : 'corrections.row-ambiguous',
      facts: {
        number,
        sheet: view.name,
        label: anchor.key.replaceAll(' | ', ' '),
        ...(list.length === 0 ? { was: anchor.row + 1 } : { count: list.length, expected: anchor.of }),
      },
    });
    return null;
  });
  return {
    sheet: view.name,
    rows: at.scope === 'columns' ? null : rows,
    columns: at.scope === 'rows' ? null : columns,
  };
}

function byText(at: CorrectionPlace, number: number, view: SheetView, remarks: Message[]): FoundPlace | null {
  const range = parseRange(at.range ?? '');
  if (!range) return null;
  let [top, left] = [range.top, range.left];
  if (at.beside) {
    const places = placesOf(view, at.beside.key);
    const place = places.length === at.beside.of ? places[at.beside.nth] : undefined;
    if (!place) {
      remarks.push({
        code: 'corrections.text-missing',
        facts: { number, sheet: view.name, text: at.beside.key, was: at.range ?? '' },
      });
      return null;
    }
    top = place.row + at.beside.down;
    left = place.col + at.beside.right;
  }
  const numbersFrom = (from: number, length: number): number[] =>
    Array.from({ length }, (_, index) => from + index);
  return {
    sheet: view.name,
    rows: at.scope === 'columns' ? null : numbersFrom(top, range.bottom - range.top + 1),
    columns: at.scope === 'rows' ? null : numbersFrom(left, range.right - range.left + 1),
  };
}

/** The cells of a place as a range for showing. */
export function rangeOfPlace(place: FoundPlace | null): string | null {
  if (!place?.rows && !place?.columns) return null;
  const span = (list: readonly (number | null)[] | null): readonly [number, number] | null => {
    const known = list?.flatMap((one) => one ?? []) ?? [];
    return known.length === 0 ? null : [Math.min(...known), Math.max(...known)];
  };
  const rows = span(place.rows);
  const columns = span(place.columns);
  if (!rows && !columns) return null;
  const [top, bottom] = rows ?? [0, 0];
  const [left, right] = columns ?? [0, 0];
  const first = a1(top, left);
  const last = a1(bottom, right);
  return first === last ? first : `${first}:${last}`;
}
