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
  for (const slot of layout.slots) {
    const key = `${slot.sheet}\u0000${slot.block ?? ''}`;
    pushTo(groups, key, slot);
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
      ...(slot.location === undefined ? {} : { location: slot.location }),
      ...(slot.asked === true ? { asked: true as const } : {}),
      ...(slot.unit === undefined ? {} : { unit: slot.unit }),
    })),
    // A wording that stands for two products (in two domains) is no alias.
    aliases: Object.fromEntries(Object.entries(aliases).filter(([, product]) => product !== '')),
  };
}
