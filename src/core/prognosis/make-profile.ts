import { monthNumber, yearOf } from '../values/date';
import type { WorkbookGrid } from './grid';
import type { Layout, Slot } from './layout';
import { pushTo } from './multimap';
import { columnAnchors, firstLabels, frameOf, headingTexts, numbered, rowKey } from './profile-anchors';
import type { Profile } from './profile-shape';
import { viewsByName } from './sheet-view';
import { normaliseLabel } from './text';

/**
 * A profile of a layout, recognised or corrected, to be applied to later copies of the workbook.
 * @example makeProfile(layout, workbook).kind // 'plafondwijzer-profile'
 */
export function makeProfile(layout: Layout, workbook: WorkbookGrid): Profile {
  const views = viewsByName(workbook);
  const year = layout.year ?? Number(layout.slots[0]?.period.from.slice(0, 4) ?? 2000);
  const groups = new Map<string, Slot[]>();
  for (const slot of layout.slots) pushTo(groups, `${slot.sheet}\u0000${slot.block ?? ''}`, slot);
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
    const columnOf = new Map(cols.map((col, index) => [col, index]));
    for (const slot of slots)
      pending.push({ slot, block: blocks.length - 1, column: columnOf.get(slot.col) ?? -1 });
  }
  const rowIndex = new Map<string, Map<number, number>>();
  const sheets = sheetNames.map((name) => {
    const view = views.get(name);
    const frames = [...(rowFrames.get(name) ?? new Map<number, readonly number[]>())].sort(
      ([a], [b]) => a - b,
    );
    const rows = view
      ? numbered(frames.map(([row, labelColumns]) => ({ row, key: rowKey(view, row, labelColumns) })))
      : [];
    rowIndex.set(name, new Map(rows.map(({ row }, index) => [row, index])));
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
    slots: pending.map(({ slot, block, column }) =>
      remembered(slot, block, rowIndex.get(slot.sheet)?.get(slot.row) ?? 0, column, year),
    ),
    // A wording that stands for two products (in two domains) is no alias.
    aliases: Object.fromEntries(Object.entries(aliases).filter(([, product]) => product !== '')),
  };
}

/** A slot as a profile keeps it. What it lacks is absent. */
function remembered(
  slot: Slot,
  block: number,
  row: number,
  column: number,
  year: number,
): Profile['slots'][number] {
  const { period, measure, label, product, domain, phase, scale } = slot;
  const kept: Profile['slots'][number] = {
    block,
    row,
    column,
    measure,
    label,
    product,
    from: monthNumber(period.from),
    until: monthNumber(period.until),
    year: yearOf(period.from) - year,
    domain,
    phase,
    scale,
  };
  if (slot.client !== undefined) kept.client = slot.client;
  if (slot.location !== undefined) kept.location = slot.location;
  if (slot.asked === true) kept.asked = true;
  if (slot.unit !== undefined) kept.unit = slot.unit;
  return kept;
}
