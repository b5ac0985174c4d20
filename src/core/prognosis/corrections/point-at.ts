import { formatRange, parseRange, type GridRange, type WorkbookGrid } from '../grid';
import type { BlockSummary, Layout } from '../layout';
import { columnKey, firstLabels, headingTexts, rowKey } from '../profile-anchors';
import { viewsByName, type SheetView } from '../sheet-view';
import { normaliseLabel } from '../text';
import type { CorrectionPlace } from './correction';
import { columnsByKey, placesOf, rowsByKey } from './row-texts';

type Scope = CorrectionPlace['scope'];
type Table = NonNullable<CorrectionPlace['table']>;

/** Labels by which a sheet is known again. */
const MOST_LABELS = 60;

const numbers = (from: number, until: number): number[] =>
  until < from ? [] : Array.from({ length: until - from + 1 }, (_, index) => from + index);

const overlaps = (a: GridRange, b: GridRange): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** The recognised table that a range lies in or touches, if any. */
export function blockAt(layout: Layout, sheet: string, range: GridRange): BlockSummary | null {
  return (
    layout.blocks.find((block) => {
      const whole = block.sheet === sheet ? parseRange(block.range) : null;
      return whole !== null && overlaps(whole, range);
    }) ?? null
  );
}

/**
 * What a user most likely means by pointing: a label stands for its row, a heading for its column, other cells
 * for themselves.
 */
export function scopeOf(layout: Layout, sheet: string, range: GridRange): Scope {
  const block = blockAt(layout, sheet, range);
  if (!block?.headerRows || !block.labelColumns) return 'cells';
  const [top, bottom] = block.headerRows;
  if (range.top >= top && range.bottom <= bottom) return 'columns';
  const labels = new Set(block.labelColumns);
  return numbers(range.left, range.right).every((col) => labels.has(col)) ? 'rows' : 'cells';
}

/**
 * A place in a workbook as a correction keeps it: by the labels of its rows and the headings of its columns in a
 * table, by a text near it elsewhere, and by its address in any case. The range is cut down to what the sheet
 * holds. Null when the sheet isn't there.
 */
export function pointAt(
  workbook: WorkbookGrid,
  layout: Layout,
  sheet: string,
  pointed: GridRange | null,
  scope: Scope,
): CorrectionPlace | null {
  const view = viewsByName(workbook).get(sheet);
  if (!view) return null;
  const seen = firstLabels(view).slice(0, MOST_LABELS);
  if (scope === 'sheet' || pointed === null)
    return { scope: 'sheet', sheet, seen, range: null, table: null, beside: null };
  const range: GridRange = {
    ...pointed,
    bottom: Math.max(pointed.top, Math.min(pointed.bottom, view.grid.rowCount - 1)),
    right: Math.max(pointed.left, Math.min(pointed.right, view.grid.colCount - 1)),
  };
  const block = blockAt(layout, sheet, range);
  const isOne = range.top === range.bottom && range.left === range.right;
  const frame = block?.headerRows && block.labelColumns ? frameOf(block) : isOne ? null : around(view, range);
  const table = frame ? tableAt(view, range, scope, frame) : null;
  return {
    scope,
    sheet,
    seen,
    range: formatRange(range),
    table,
    beside: table ? null : besideText(view, range),
  };
}

interface Frame {
  readonly headerRows: readonly number[];
  readonly labelColumns: readonly number[];
}

function frameOf({ headerRows, labelColumns }: BlockSummary): Frame {
  const [top, bottom] = headerRows ?? [0, -1];
  return { headerRows: numbers(top, bottom), labelColumns: labelColumns ?? [] };
}

/** Of cells that nothing was recognised in: the texts right above and to the left. Null where one is missing. */
function around(view: SheetView, range: GridRange): Frame | null {
  const headerRows: number[] = [];
  for (let row = range.top - 1; row >= 0 && headerRows.length < 3; row--) {
    const texts = (view.rows.get(row) ?? []).filter(
      (cell) => cell.col >= range.left && cell.col <= range.right && view.text(cell) !== '',
    );
    if (texts.length > 0) headerRows.unshift(row);
    else if (headerRows.length > 0) break;
  }
  const labelColumns = numbers(0, range.left - 1).filter((col) =>
    numbers(range.top, Math.min(range.bottom, range.top + 200)).some(
      (row) => view.at(row, col)?.value?.kind === 'text',
    ),
  );
  return headerRows.length > 0 && labelColumns.length > 0 ? { headerRows, labelColumns } : null;
}

function tableAt(view: SheetView, range: GridRange, scope: Scope, frame: Frame): Table {
  const { headerRows, labelColumns } = frame;
  const headings = new Set(headerRows);
  const byKey = columnsByKey(view, headerRows);
  const columnAnchor = (col: number): Table['columns'][number] => {
    const key = columnKey(view, headerRows, col, false);
    const list = byKey.get(key) ?? [col];
    return { col, key, nth: Math.max(0, list.indexOf(col)), of: list.length };
  };
  const rows =
    scope === 'columns' ? [] : numbers(range.top, range.bottom).filter((row) => !headings.has(row));
  const rowLists = rowsByKey(view, labelColumns, headerRows);
  return {
    headings: headerRows.map((row) => headingTexts(view, row)),
    labelColumns: labelColumns.map(columnAnchor),
    rows: rows.map((row) => rowAnchor(view, row, labelColumns, headings, rowLists)),
    columns: scope === 'rows' ? [] : numbers(range.left, range.right).map(columnAnchor),
  };
}

function rowAnchor(
  view: SheetView,
  row: number,
  labelColumns: readonly number[],
  headings: ReadonlySet<number>,
  lists: ReadonlyMap<string, readonly number[]>,
): Table['rows'][number] {
  for (let above = row; above >= 0 && row - above < 50 && !headings.has(above); above--) {
    const key = rowKey(view, above, labelColumns);
    if (key === '') continue;
    const list = lists.get(key) ?? [above];
    return { row, key, nth: Math.max(0, list.indexOf(above)), of: list.length, below: row - above };
  }
  return { row, key: '', nth: 0, of: 1, below: 0 };
}

/** The nearest text to the left of a range, else right above it. */
function besideText(view: SheetView, range: GridRange): CorrectionPlace['beside'] {
  const textAt = (row: number, col: number): string => {
    const value = view.at(row, col)?.value;
    return value?.kind === 'text' ? normaliseLabel(value.value) : '';
  };
  const found = (row: number, col: number): CorrectionPlace['beside'] => {
    const key = textAt(row, col);
    if (key === '') return null;
    const places = placesOf(view, key);
    const nth = places.findIndex((place) => place.row === row && place.col === col);
    return {
      key,
      nth: Math.max(0, nth),
      of: Math.max(1, places.length),
      down: range.top - row,
      right: range.left - col,
    };
  };
  for (let col = range.left - 1; col >= 0; col--) {
    const text = found(range.top, col);
    if (text) return text;
  }
  for (let row = range.top - 1; row >= Math.max(0, range.top - 3); row--) {
    const text = found(row, range.left);
    if (text) return text;
  }
  return null;
}
