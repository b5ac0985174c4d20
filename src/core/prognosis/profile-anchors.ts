import type { BlockSummary, Slot } from './layout';
import { readPhrase } from './phrases';
import type { Profile } from './profile-shape';
import type { SheetView } from './sheet-view';
import { normaliseLabel } from './text';

/** Where the texts stand by which the rows and columns of a block are known. */
export interface Frame {
  readonly headerRows: readonly number[];
  readonly labelColumns: readonly number[];
}

/** The heading rows and label columns of a block, or of slots that a user pointed at. */
export function frameOf(block: BlockSummary | undefined, view: SheetView, slots: readonly Slot[]): Frame {
  if (block?.headerRows && block.labelColumns) {
    const [top, bottom] = block.headerRows;
    return { headerRows: range(top, bottom), labelColumns: block.labelColumns };
  }
  // Slots that a user pointed at: headings are the texts right above, labels those to the left.
  const first = slots.reduce((row, slot) => Math.min(row, slot.row), Number.MAX_SAFE_INTEGER);
  const left = slots.reduce((col, slot) => Math.min(col, slot.col), Number.MAX_SAFE_INTEGER);
  const headerRows: number[] = [];
  for (let row = first - 1; row >= 0 && headerRows.length < 3; row--) {
    if ((view.rows.get(row) ?? []).some((cell) => cell.col >= left)) headerRows.unshift(row);
    else if (headerRows.length > 0) break;
  }
  return { headerRows, labelColumns: range(0, left - 1) };
}

const range = (from: number, until: number): number[] =>
  until < from ? [] : Array.from({ length: until - from + 1 }, (_, index) => from + index);

/** The texts over a column; a merged or spread heading counts for all columns under it. */
export function columnKey(
  view: SheetView,
  headerRows: readonly number[],
  col: number,
  withPhase: boolean,
): string {
  const parts: string[] = [];
  headerRows.forEach((row, index) => {
    let text = '';
    const merge = view.merge(row, col);
    if (merge) text = view.text(view.at(merge.top, merge.left));
    else {
      text = view.text(view.at(row, col));
      const below = headerRows.slice(index + 1).some((lower) => view.text(view.at(lower, col)) !== '');
      for (let left = col - 1; text === '' && below && left >= 0 && col - left < 60; left--) {
        if (view.merge(row, left)) break;
        text = view.text(view.at(row, left));
      }
    }
    if (text === '') return;
    const phrase = readPhrase(text);
    const onlyPhase =
      phrase.rest.length === 0 &&
      phrase.period === null &&
      phrase.measure === null &&
      !phrase.total &&
      (phrase.phase !== null || phrase.bothPhases);
    if (onlyPhase && !withPhase) return;
    parts.push(normaliseLabel(text));
  });
  return parts.join(' | ');
}

/** The label texts of a row. */
export function rowKey(view: SheetView, row: number, labelColumns: readonly number[]): string {
  const texts = labelColumns
    .map((col) => normaliseLabel(view.text(view.at(row, col))))
    .filter((text) => text !== '');
  return texts.join(' | ');
}

/** The texts of a heading row. */
export const headingTexts = (view: SheetView, row: number): string[] =>
  (view.rows.get(row) ?? []).map((cell) => normaliseLabel(view.text(cell))).filter((text) => text !== '');

/** The first texts of every row: what a sheet is known by. */
export function firstLabels(view: SheetView): string[] {
  const labels = new Set<string>();
  for (const cells of view.rows.values()) {
    for (const cell of cells.slice(0, 3)) {
      if (cell.value?.kind === 'text') labels.add(normaliseLabel(cell.value.value));
    }
  }
  return [...labels];
}

/** Gives every item its number among the items with the same key. */
export function numbered<T extends { key: string }>(
  items: readonly T[],
): (T & { nth: number; of: number })[] {
  const counts = new Map<string, number>();
  const withNth = items.map((item) => {
    const nth = counts.get(item.key) ?? 0;
    counts.set(item.key, nth + 1);
    return { ...item, nth };
  });
  return withNth.map((item) => ({ ...item, of: counts.get(item.key) ?? 1 }));
}

/** Columns by their heading texts; phases only count where nothing else tells columns apart. */
export function columnAnchors(
  view: SheetView,
  headerRows: readonly number[],
  cols: readonly number[],
): Profile['blocks'][number]['columns'] {
  return numbered(cols.map((col) => ({ col, key: columnKey(view, headerRows, col, false) })));
}
