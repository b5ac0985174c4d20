import type { Message } from '../values/message';
import { a1 } from './grid';
import { pushTo } from './multimap';
import { columnKey, firstLabels, headingTexts, rowKey } from './profile-anchors';
import type { Profile } from './profile-shape';
import { readPhrase } from './phrases';
import type { SheetView } from './sheet-view';

/** The share of the texts of `a` that are in `b`, 0–1. */
const overlap = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 0) return 0;
  const other = new Set(b);
  return a.filter((text) => other.has(text)).length / a.length;
};

/** The sheets of a profile in the workbook: by name, else by their labels. Null for a sheet that is gone. */
export function matchSheets(
  profile: Pick<Profile, 'sheets'>,
  views: readonly SheetView[],
  remarks: Message[],
): (SheetView | null)[] {
  const free = new Set(views);
  const found = profile.sheets.map((sheet) => {
    const view = views.find((candidate) => candidate.name.toLowerCase() === sheet.name.toLowerCase()) ?? null;
    if (view) free.delete(view);
    return view;
  });
  return found.map((view, index) => {
    const sheet = profile.sheets[index];
    if (view || !sheet) return view;
    const scored = [...free]
      .map((candidate) => ({ candidate, score: overlap(sheet.seen, firstLabels(candidate)) }))
      .sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (best && best.score >= 0.6 && best.score - (second?.score ?? 0) > 0.05) {
      free.delete(best.candidate);
      remarks.push({
        code: 'prognosis.profile-sheet-renamed',
        facts: { was: sheet.name, sheet: best.candidate.name },
      });
      return best.candidate;
    }
    remarks.push({ code: 'prognosis.profile-sheet-missing', facts: { sheet: sheet.name } });
    return null;
  });
}

/** Where the columns of a block stand now. */
export interface FoundColumns {
  /** By index into the block's columns; null for a column that is gone. */
  readonly columns: readonly (number | null)[];
  readonly labelColumns: readonly number[];
  readonly headerRows: readonly number[];
  /** What to say of each column that is gone, by its index. */
  readonly missing: ReadonlyMap<number, Message>;
}

/** The columns of a block, found by their heading texts; null without its heading. */
export function matchColumns(
  block: Profile['blocks'][number],
  view: SheetView,
  usedHeadings: Set<string>,
  remarks: Message[],
): FoundColumns | null {
  const headerRows = matchHeadings(
    block.headings,
    view,
    usedHeadings,
    block.columns.map(({ col }) => col),
  );
  if (headerRows.length === 0) {
    remarks.push({
      code: 'prognosis.profile-heading-missing',
      facts: { sheet: view.name, texts: (block.headings[0] ?? []).slice(0, 6) },
    });
    return null;
  }
  const byKey = columnsByKey(view, headerRows);
  const columns = block.columns.map((column) => {
    const list = column.key === '' ? [] : (byKey.get(column.key) ?? []);
    if (list.length === column.of) return list[column.nth] ?? null;
    // Texts that also stand over other columns: the nearest ones in the same order.
    if (list.length > column.of && list.includes(column.col) && column.of === 1) return column.col;
    if (list.length > column.of && column.of > 1) return list[column.nth] ?? null;
    return null;
  });
  const missing = new Map<number, Message>();
  columns.forEach((col, index) => {
    const anchor = block.columns[index];
    if (col === null && anchor) {
      missing.set(index, {
        code: 'prognosis.profile-column-missing',
        facts: {
          sheet: view.name,
          heading: anchor.key.replaceAll(' | ', ' '),
          was: a1(0, anchor.col).replace(/\d+$/, ''),
        },
      });
    }
  });
  return { columns, labelColumns: labelColumnsOf(block, byKey), headerRows, missing };
}

function columnsByKey(view: SheetView, headerRows: readonly number[]): Map<string, number[]> {
  const byKey = new Map<string, number[]>();
  for (let col = 0; col < view.grid.colCount; col++) {
    // A column put in under a merged heading has no heading of its own.
    if (!headerRows.some((row) => view.text(view.at(row, col)) !== '')) continue;
    pushTo(byKey, columnKey(view, headerRows, col, false), col);
  }
  return byKey;
}

/** The rows of a sheet of the profile, found by their labels; null for a row that is gone or ambiguous. */
export function matchRows(
  sheet: Profile['sheets'][number],
  view: SheetView,
  blocks: readonly FoundColumns[],
  missing: Map<number, Message>,
): (number | null)[] {
  const labelSets = blocks.map((found) => found.labelColumns);
  const labelColumns = [...new Set(labelSets.flat())].sort((a, b) => a - b);
  const headings = new Set(blocks.flatMap((found) => found.headerRows));
  const lines = new Map<string, number[]>();
  const sets = labelSets.length > 1 ? labelSets : [labelColumns];
  for (const row of [...view.rows.keys()].sort((a, b) => a - b)) {
    if (headings.has(row)) continue;
    for (const key of new Set(sets.map((set) => rowKey(view, row, set))))
      if (key !== '') pushTo(lines, key, row);
  }
  return sheet.rows.map((anchor, index) => {
    const list = lines.get(anchor.key) ?? [];
    if (list.length === anchor.of) return list[anchor.nth] ?? null;
    const label = anchor.key.replaceAll(' | ', ' ');
    missing.set(
      index,
      list.length > 0
        ? {
            code: 'prognosis.profile-row-ambiguous',
            facts: { sheet: view.name, label, count: list.length, expected: anchor.of },
          }
        : {
            code: 'prognosis.profile-row-missing',
            facts: { sheet: view.name, label, was: anchor.row + 1 },
          },
    );
    return null;
  });
}

/**
 * The rows in which the heading texts stand now: those with most of the texts, each used once, or once for each
 * of several blocks beside each other.
 */
export function matchHeadings(
  headings: readonly (readonly string[])[],
  view: SheetView,
  used: Set<string>,
  columns: readonly number[] = [0],
): number[] {
  const keysOf = (row: number): string[] => columns.map((col) => `${view.name}\u0000${row}\u0000${col}`);
  const meaningful = (texts: readonly string[]): string[] =>
    texts.filter((text) => readPhrase(text).phase === null || readPhrase(text).period !== null);
  const rows: number[] = [];
  const all = [...view.rows.keys()].sort((a, b) => a - b);
  const now = new Map(all.map((row) => [row, headingTexts(view, row)]));
  // The heading with most texts anchors the others around it.
  const main = headings.reduce(
    (best, texts, index) =>
      meaningful(texts).length > meaningful(headings[best] ?? []).length ? index : best,
    0,
  );
  const wanted = headings[main] ?? [];
  const scored = all
    .filter((row) => !keysOf(row).some((key) => used.has(key)))
    .map((row) => ({ row, score: overlap(wanted, now.get(row) ?? []) }))
    .filter(({ score }) => score >= 0.5);
  const best = scored.reduce<{ row: number; score: number } | null>(
    (top, entry) => (top === null || entry.score > top.score ? entry : top),
    null,
  );
  if (!best) return [];
  for (const key of keysOf(best.row)) used.add(key);
  headings.forEach((_, index) => {
    const row = best.row + index - main;
    if (row >= 0) rows.push(row);
  });
  return rows;
}

/** Label columns may have moved: by their heading texts where they have them, else in step with the block. */
function labelColumnsOf(
  block: Profile['blocks'][number],
  byKey: ReadonlyMap<string, readonly number[]>,
): number[] {
  const shift = shiftOf(block, byKey);
  return block.labelColumns.flatMap((column) => {
    const list = column.key === '' ? [] : (byKey.get(column.key) ?? []);
    if (list.length === column.of) return list[column.nth] ?? [];
    return column.col + shift >= 0 ? column.col + shift : [];
  });
}

function shiftOf(block: Profile['blocks'][number], byKey: ReadonlyMap<string, readonly number[]>): number {
  for (const column of block.columns) {
    const first = column.of === 1 ? byKey.get(column.key)?.[0] : undefined;
    if (first !== undefined) return first - column.col;
  }
  return 0;
}
