import { z } from 'zod';
import { monthOf } from '../values/date';
import type { Issue, Message } from '../values/message';
import { detectLayout } from './detect';
import { a1, type WorkbookGrid } from './grid';
import type { BlockSummary, DetectionContext, Layout, Slot, TotalCell } from './layout';
import { readPhrase } from './phrases';
import { SheetView } from './sheet-view';
import { normaliseLabel } from './text';

const rowSchema = z.strictObject({
  /** Where it stood, from 0; only a hint. */
  row: z.number().int().min(0),
  /** The label texts of the row, normalised. */
  key: z.string(),
  /** Which of the rows with this key, from 0, of how many. */
  nth: z.number().int().min(0),
  of: z.number().int().min(1),
});
const columnSchema = z.strictObject({
  col: z.number().int().min(0),
  key: z.string(),
  nth: z.number().int().min(0),
  of: z.number().int().min(1),
});
const blockSchema = z.strictObject({
  sheet: z.number().int().min(0),
  /** Texts of the heading rows, from top to bottom. */
  headings: z.array(z.array(z.string())),
  columns: z.array(columnSchema),
  labelColumns: z.array(columnSchema),
});
const slotSchema = z.strictObject({
  block: z.number().int().min(0),
  row: z.number().int().min(0),
  column: z.number().int().min(0),
  measure: z.enum(['amount', 'volume', 'clients', 'tariff']),
  label: z.string(),
  product: z.string().nullable(),
  from: z.number().int().min(1).max(12),
  until: z.number().int().min(1).max(12),
  /** Years after the layout's own year; mostly 0. */
  year: z.number().int().min(-5).max(5),
  domain: z.string().nullable(),
  phase: z.enum(['actual', 'forecast', 'any']),
  scale: z.union([z.literal(1), z.literal(1000)]),
  client: z.string().optional(),
  unit: z.string().optional(),
});
const profileSchema = z.strictObject({
  kind: z.literal('plafondwijzer-profile'),
  version: z.literal(1),
  file: z.string(),
  year: z.number().int().min(1990).max(2100),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      rows: z.array(rowSchema),
      /** First labels of all rows, to tell new lines from known ones. */
      seen: z.array(z.string()),
    }),
  ),
  blocks: z.array(blockSchema),
  slots: z.array(slotSchema),
  /** Confirmed wordings: normalised label → product. */
  aliases: z.record(z.string(), z.string()),
});

/**
 * What was recognised (and corrected by the user) in a workbook, in terms of its own texts rather than
 * addresses, so that it fits next month's copy. Plain JSON.
 */
export type Profile = z.infer<typeof profileSchema>;

interface Frame {
  readonly headerRows: readonly number[];
  readonly labelColumns: readonly number[];
}

function frameOf(block: BlockSummary | undefined, view: SheetView, slots: readonly Slot[]): Frame {
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
function columnKey(view: SheetView, headerRows: readonly number[], col: number, withPhase: boolean): string {
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

function rowKey(view: SheetView, row: number, labelColumns: readonly number[]): string {
  const texts = labelColumns
    .map((col) => normaliseLabel(view.text(view.at(row, col))))
    .filter((text) => text !== '');
  return texts.join(' | ');
}

const headingTexts = (view: SheetView, row: number): string[] =>
  (view.rows.get(row) ?? []).map((cell) => normaliseLabel(view.text(cell))).filter((text) => text !== '');

function firstLabels(view: SheetView): string[] {
  const labels = new Set<string>();
  for (const cells of view.rows.values()) {
    for (const cell of cells.slice(0, 3)) {
      if (cell.value?.kind === 'text') labels.add(normaliseLabel(cell.value.value));
    }
  }
  return [...labels];
}

/** Gives every item its number among the items with the same key. */
function numbered<T extends { key: string }>(items: readonly T[]): (T & { nth: number; of: number })[] {
  const counts = new Map<string, number>();
  const withNth = items.map((item) => {
    const nth = counts.get(item.key) ?? 0;
    counts.set(item.key, nth + 1);
    return { ...item, nth };
  });
  return withNth.map((item) => ({ ...item, of: counts.get(item.key) ?? 1 }));
}

/**
 * A profile of a layout, recognised or corrected, to be applied to later copies of the workbook.
 * @example makeProfile(layout, workbook).kind // 'plafondwijzer-profile'
 */
export function makeProfile(layout: Layout, workbook: WorkbookGrid): Profile {
  const views = new Map(
    workbook.sheets.map((sheet) => [sheet.name, new SheetView(sheet, workbook.dateSystem)]),
  );
  const year = layout.year ?? Number(layout.slots[0]?.period.from.slice(0, 4) ?? 2000);
  const groups = new Map<string, Slot[]>();
  for (const slot of layout.slots) {
    const key = `${slot.sheet}\u0000${slot.block ?? ''}`;
    const list = groups.get(key);
    if (list) list.push(slot);
    else groups.set(key, [slot]);
  }
  const sheetNames = [...new Set(layout.slots.map((slot) => slot.sheet))];
  const rowFrames = new Map<string, Map<number, readonly number[]>>();
  const blocks: Profile['blocks'] = [];
  const pending: { slot: Slot; block: number; column: number }[] = [];
  for (const slots of groups.values()) {
    const [first] = slots;
    const view = first && views.get(first.sheet);
    if (!first || !view) continue;
    const frame = frameOf(first.block === undefined ? undefined : layout.blocks[first.block], view, slots);
    const cols = [...new Set(slots.map((slot) => slot.col))].sort((a, b) => a - b);
    const columns = columnAnchors(view, frame.headerRows, cols);
    const rows = rowFrames.get(first.sheet) ?? new Map<number, readonly number[]>();
    for (const slot of slots) if (!rows.has(slot.row)) rows.set(slot.row, frame.labelColumns);
    rowFrames.set(first.sheet, rows);
    blocks.push({
      sheet: sheetNames.indexOf(first.sheet),
      headings: frame.headerRows.map((row) => headingTexts(view, row)),
      columns,
      labelColumns: columnAnchors(view, frame.headerRows, frame.labelColumns),
    });
    for (const slot of slots)
      pending.push({ slot, block: blocks.length - 1, column: cols.indexOf(slot.col) });
  }
  const rowIndex = new Map<string, number>();
  const sheets = sheetNames.map((name) => {
    const view = views.get(name);
    const frames = [...(rowFrames.get(name) ?? new Map<number, readonly number[]>())].sort(
      ([a], [b]) => a - b,
    );
    const rows = view
      ? numbered(frames.map(([row, labelColumns]) => ({ row, key: rowKey(view, row, labelColumns) })))
      : [];
    rows.forEach(({ row }, index) => rowIndex.set(`${name}\u0000${row}`, index));
    return { name, rows, seen: view ? firstLabels(view) : [] };
  });
  const aliases: Record<string, string> = {};
  for (const match of layout.products) {
    const key = normaliseLabel(match.label);
    if (match.product === null || key === '') continue;
    aliases[key] = key in aliases && aliases[key] !== match.product ? '' : match.product;
  }
  return {
    kind: 'plafondwijzer-profile',
    version: 1,
    file: workbook.file,
    year,
    sheets,
    blocks,
    slots: pending.map(({ slot, block, column }) => ({
      block,
      row: rowIndex.get(`${slot.sheet}\u0000${slot.row}`) ?? 0,
      column,
      measure: slot.measure,
      label: slot.label,
      product: slot.product,
      from: Number(slot.period.from.slice(5)),
      until: Number(slot.period.until.slice(5)),
      year: Number(slot.period.from.slice(0, 4)) - year,
      domain: slot.domain,
      phase: slot.phase,
      scale: slot.scale,
      ...(slot.client === undefined ? {} : { client: slot.client }),
      ...(slot.unit === undefined ? {} : { unit: slot.unit }),
    })),
    // A wording that stands for two products (in two domains) is no alias.
    aliases: Object.fromEntries(Object.entries(aliases).filter(([, product]) => product !== '')),
  };
}

/** Columns by their heading texts; phases only count where nothing else tells columns apart. */
function columnAnchors(
  view: SheetView,
  headerRows: readonly number[],
  cols: readonly number[],
): Profile['blocks'][number]['columns'] {
  return numbered(cols.map((col) => ({ col, key: columnKey(view, headerRows, col, false) })));
}

/**
 * Reads a profile from JSON. Problems come back as issues with the path inside it, what was found and what was
 * expected; nothing is repaired.
 */
export function parseProfile(json: unknown): { profile: Profile } | { issues: Issue[] } {
  const result = profileSchema.safeParse(json);
  if (result.success) return { profile: result.data };
  return {
    issues: result.error.issues.map((issue): Issue => ({
      level: 'error',
      code: 'prognosis.profile-not-valid',
      place: { path: pathText(issue.path) },
      facts: { path: pathText(issue.path), expected: issue.message },
    })),
  };
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}

const overlap = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 0) return 0;
  const other = new Set(b);
  return a.filter((text) => other.has(text)).length / a.length;
};

/**
 * The layout of a workbook by its profile, without questions: rows and columns are found by their texts, so
 * inserted rows and columns, moved and renamed sheets don't matter. What no longer fits is said in `remarks`,
 * and new lines that are recognised with certainty are added with a remark.
 */
export function applyProfile(profile: Profile, workbook: WorkbookGrid, context: DetectionContext): Layout {
  const fresh = detectLayout(workbook, {
    ...context,
    aliases: new Map([...Object.entries(profile.aliases), ...context.aliases]),
  });
  const remarks: Message[] = [];
  const views = workbook.sheets.map((sheet) => new SheetView(sheet, workbook.dateSystem));
  const year = fresh.year ?? context.year;
  const sheetOf = matchSheets(profile, views, remarks);
  const freshAt = new Map(
    fresh.slots.map((slot) => [`${slot.sheet}\u0000${slot.row}\u0000${slot.col}`, slot]),
  );

  // Columns of every block.
  const usedHeadings = new Set<string>();
  const columnsOf = profile.blocks.map((block) => {
    const view = sheetOf[block.sheet];
    if (!view) return null;
    const headerRows = matchHeadings(block.headings, view, usedHeadings);
    if (headerRows.length === 0) {
      remarks.push({
        code: 'prognosis.profile-heading-missing',
        facts: { sheet: view.name, texts: (block.headings[0] ?? []).slice(0, 6) },
      });
      return null;
    }
    const lastCol = view.grid.colCount;
    const candidates = new Map<string, number[]>();
    for (let col = 0; col < lastCol; col++) {
      const key = columnKey(view, headerRows, col, false);
      if (key === '') continue;
      const list = candidates.get(key);
      if (list) list.push(col);
      else candidates.set(key, [col]);
    }
    const columns = block.columns.map((column) => {
      const list = candidates.get(column.key) ?? [];
      if (list.length === column.of) return list[column.nth] ?? null;
      // Texts that also stand over other columns: the nearest ones in the same order.
      if (list.length > column.of && list.includes(column.col) && column.of === 1) return column.col;
      if (list.length > column.of && column.of > 1) return list[column.nth] ?? null;
      return null;
    });
    columns.forEach((col, index) => {
      const anchor = block.columns[index];
      if (col === null && anchor) {
        remarks.push({
          code: 'prognosis.profile-column-missing',
          facts: {
            sheet: view.name,
            heading: anchor.key.replaceAll(' | ', ' '),
            was: a1(0, anchor.col).replace(/\d+$/, ''),
          },
        });
      }
    });
    return { columns, labelColumns: labelColumnsOf(block, headerRows, view), headerRows };
  });

  // Rows of every sheet, by their labels in the blocks that use them.
  const rowsOf = profile.sheets.map((sheet, index) => {
    const view = sheetOf[index];
    if (!view) return null;
    const labelSets = profile.blocks.flatMap((block, at) =>
      block.sheet === index && columnsOf[at] ? [columnsOf[at].labelColumns] : [],
    );
    const labelColumns = [...new Set(labelSets.flat())].sort((a, b) => a - b);
    const headings = new Set(
      columnsOf.flatMap((found, at) =>
        profile.blocks[at]?.sheet === index && found ? found.headerRows : [],
      ),
    );
    const lines = new Map<string, number[]>();
    const all = [...view.rows.keys()].sort((a, b) => a - b);
    const sets = labelSets.length > 1 ? labelSets : [labelColumns];
    for (const row of all) {
      if (headings.has(row)) continue;
      for (const key of new Set(sets.map((set) => rowKey(view, row, set)))) {
        if (key === '') continue;
        const list = lines.get(key);
        if (list) list.push(row);
        else lines.set(key, [row]);
      }
    }
    return sheet.rows.map((anchor) => {
      const list = lines.get(anchor.key) ?? [];
      if (list.length === anchor.of) return list[anchor.nth] ?? null;
      if (list.length > 0) {
        remarks.push({
          code: 'prognosis.profile-row-ambiguous',
          facts: {
            sheet: view.name,
            label: anchor.key.replaceAll(' | ', ' '),
            count: list.length,
            expected: anchor.of,
          },
        });
        return null;
      }
      remarks.push({
        code: 'prognosis.profile-row-missing',
        facts: { sheet: view.name, label: anchor.key.replaceAll(' | ', ' '), was: anchor.row + 1 },
      });
      return null;
    });
  });

  const totalCells = new Set(
    fresh.totals
      .filter(({ formula }) => formula)
      .map(({ sheet, row, col }) => `${sheet}\u0000${row}\u0000${col}`),
  );
  const slots: Slot[] = [];
  const taken = new Set<string>();
  const takenRows = new Set<string>();
  for (const known of profile.slots) {
    const block = profile.blocks[known.block];
    const view = block ? sheetOf[block.sheet] : null;
    const col = columnsOf[known.block]?.columns[known.column] ?? null;
    const row = block ? (rowsOf[block.sheet]?.[known.row] ?? null) : null;
    if (!view || col === null || row === null) continue;
    const cell = view.at(row, col);
    const role: Slot['role'] =
      (cell?.formula ?? null) !== null ? 'formula' : view.isLocked(row, col) ? 'locked' : 'input';
    const now = freshAt.get(`${view.name}\u0000${row}\u0000${col}`);
    const isTotal = totalCells.has(`${view.name}\u0000${row}\u0000${col}`);
    if (isTotal) {
      remarks.push({ code: 'prognosis.profile-now-total', facts: { sheet: view.name, cell: a1(row, col) } });
      continue;
    }
    taken.add(`${view.name}\u0000${row}\u0000${col}`);
    takenRows.add(`${view.name}\u0000${row}`);
    slots.push({
      sheet: view.name,
      row,
      col,
      measure: known.measure,
      label: known.label,
      product: known.product ?? now?.product ?? null,
      period: {
        from: monthOf(year + known.year, known.from),
        until: monthOf(year + known.year, known.until),
      },
      domain: known.domain,
      phase: now?.phase ?? known.phase,
      scale: known.scale,
      role,
      ...(known.client === undefined ? {} : { client: known.client }),
      ...(known.unit === undefined ? {} : { unit: known.unit }),
      ...(now?.block === undefined ? {} : { block: now.block }),
    });
  }
  const seenOf = new Map(
    profile.sheets.flatMap((sheet, index) => {
      const view = sheetOf[index];
      return view ? [[view.name, new Set(sheet.seen)] as const] : [];
    }),
  );
  const viewOf = new Map(views.map((view) => [view.name, view]));
  const newRows = new Set<string>();
  for (const slot of fresh.slots) {
    const rowId = `${slot.sheet}\u0000${slot.row}`;
    if (taken.has(`${rowId}\u0000${slot.col}`) || takenRows.has(rowId)) continue;
    const seen = seenOf.get(slot.sheet);
    const view = viewOf.get(slot.sheet);
    const labels = (view?.rows.get(slot.row) ?? [])
      .slice(0, 3)
      .flatMap((cell) => (cell.value?.kind === 'text' ? [normaliseLabel(cell.value.value)] : []));
    const isNew = seen !== undefined && labels.length > 0 && labels.some((label) => !seen.has(label));
    if (!isNew) continue;
    slots.push(slot);
    if (!newRows.has(rowId)) {
      newRows.add(rowId);
      remarks.push({
        code: slot.product === null ? 'prognosis.profile-new-line-unknown' : 'prognosis.profile-new-line',
        facts: { sheet: slot.sheet, row: slot.row + 1, label: slot.label },
      });
    }
  }
  const indexOf = new Map(
    slots.map((slot, index) => [`${slot.sheet}\u0000${slot.row}\u0000${slot.col}`, index]),
  );
  const totals = fresh.totals.map((total): TotalCell => ({
    ...total,
    over: total.over.flatMap((index) => {
      const slot = fresh.slots[index];
      return slot ? (indexOf.get(`${slot.sheet}\u0000${slot.row}\u0000${slot.col}`) ?? []) : [];
    }),
  }));
  const headersOnly = fresh.remarks.filter((remark) => remark.code === 'prognosis.year-differs');
  return { ...fresh, slots, totals, remarks: [...remarks, ...headersOnly] };
}

function matchSheets(
  profile: Profile,
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

/** The rows in which the heading texts stand now: those with most of the texts, each used once. */
function matchHeadings(
  headings: readonly (readonly string[])[],
  view: SheetView,
  used: Set<string>,
): number[] {
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
    .filter((row) => !used.has(`${view.name}\u0000${row}`))
    .map((row) => ({ row, score: overlap(wanted, now.get(row) ?? []) }))
    .filter(({ score }) => score >= 0.5);
  const best = scored.reduce<{ row: number; score: number } | null>(
    (top, entry) => (top === null || entry.score > top.score ? entry : top),
    null,
  );
  if (!best) return [];
  used.add(`${view.name}\u0000${best.row}`);
  headings.forEach((_, index) => {
    const row = best.row + index - main;
    if (row >= 0) rows.push(row);
  });
  return rows;
}

/** Label columns may have moved: by their heading texts where they have them, else in step with the block. */
function labelColumnsOf(
  block: Profile['blocks'][number],
  headerRows: readonly number[],
  view: SheetView,
): number[] {
  const shift = shiftOf(block, headerRows, view);
  const byKey = new Map<string, number[]>();
  for (let col = 0; col < view.grid.colCount; col++) {
    const key = columnKey(view, headerRows, col, false);
    const list = byKey.get(key);
    if (list) list.push(col);
    else byKey.set(key, [col]);
  }
  return block.labelColumns.flatMap((column) => {
    const list = column.key === '' ? [] : (byKey.get(column.key) ?? []);
    if (list.length === column.of) return list[column.nth] ?? [];
    return column.col + shift >= 0 ? column.col + shift : [];
  });
}

function shiftOf(block: Profile['blocks'][number], headerRows: readonly number[], view: SheetView): number {
  for (const column of block.columns) {
    if (column.of !== 1) continue;
    for (let col = 0; col < view.grid.colCount; col++) {
      if (columnKey(view, headerRows, col, false) === column.key) return col - column.col;
    }
  }
  return 0;
}
