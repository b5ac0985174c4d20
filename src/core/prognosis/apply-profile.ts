import { monthOf } from '../values/date';
import type { Message } from '../values/message';
import { detectLayout } from './detect';
import { a1, type WorkbookGrid } from './grid';
import type { DetectionContext, Layout, Slot, TotalCell } from './layout';
import { matchColumns, matchRows, matchSheets } from './profile-match';
import type { Profile } from './profile-shape';
import { viewsOf, type SheetView } from './sheet-view';
import { normaliseLabel } from './text';

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
  const views = viewsOf(workbook);
  const year = fresh.year ?? context.year;
  const sheetOf = matchSheets(profile, views, remarks);
  const freshAt = new Map(fresh.slots.map((slot) => [cellKey(slot), slot]));

  const usedHeadings = new Set<string>();
  const columnsOf = profile.blocks.map((block) => {
    const view = sheetOf[block.sheet];
    return view ? matchColumns(block, view, usedHeadings, remarks) : null;
  });
  const rowsOf = profile.sheets.map((sheet, index) => {
    const view = sheetOf[index];
    const own = columnsOf.flatMap((found, at) =>
      profile.blocks[at]?.sheet === index && found ? [found] : [],
    );
    return view ? matchRows(sheet, view, own, remarks) : null;
  });

  const totalCells = new Set(fresh.totals.filter(({ formula }) => formula).map(cellKey));
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
    const key = cellKey({ sheet: view.name, row, col });
    const now = freshAt.get(key);
    const isTotal = totalCells.has(key);
    if (isTotal) {
      remarks.push({ code: 'prognosis.profile-now-total', facts: { sheet: view.name, cell: a1(row, col) } });
      continue;
    }
    taken.add(key);
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
  const isFree = (slot: Slot): boolean =>
    !taken.has(cellKey(slot)) && !takenRows.has(`${slot.sheet}\u0000${slot.row}`);
  slots.push(...newLines(fresh.slots.filter(isFree), views, seenOf, remarks));
  const indexOf = new Map(slots.map((slot, index) => [cellKey(slot), index]));
  const totals = fresh.totals.map((total): TotalCell => ({
    ...total,
    over: total.over.flatMap((index) => {
      const slot = fresh.slots[index];
      return slot ? (indexOf.get(cellKey(slot)) ?? []) : [];
    }),
  }));
  const headersOnly = fresh.remarks.filter((remark) => remark.code === 'prognosis.year-differs');
  return { ...fresh, slots, totals, remarks: [...remarks, ...headersOnly] };
}

const cellKey = ({ sheet, row, col }: { sheet: string; row: number; col: number }): string =>
  `${sheet}\u0000${row}\u0000${col}`;

/** Slots in rows whose labels the profile hasn't seen. */
function newLines(
  free: readonly Slot[],
  views: readonly SheetView[],
  seenOf: ReadonlyMap<string, ReadonlySet<string>>,
  remarks: Message[],
): Slot[] {
  const viewOf = new Map(views.map((view) => [view.name, view]));
  const newRows = new Set<string>();
  return free.filter((slot) => {
    const seen = seenOf.get(slot.sheet);
    const labels = (viewOf.get(slot.sheet)?.rows.get(slot.row) ?? [])
      .slice(0, 3)
      .flatMap((cell) => (cell.value?.kind === 'text' ? [normaliseLabel(cell.value.value)] : []));
    const isNew = seen !== undefined && labels.length > 0 && labels.some((label) => !seen.has(label));
    const rowId = `${slot.sheet}\u0000${slot.row}`;
    if (isNew && !newRows.has(rowId)) {
      newRows.add(rowId);
      remarks.push({
        code: slot.product === null ? 'prognosis.profile-new-line-unknown' : 'prognosis.profile-new-line',
        facts: { sheet: slot.sheet, row: slot.row + 1, label: slot.label },
      });
    }
    return isNew;
  });
}
