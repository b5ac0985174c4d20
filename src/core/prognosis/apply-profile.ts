import { monthOf } from '../values/date';
import type { Message } from '../values/message';
import { detectLayout } from './detect';
import { a1, type WorkbookGrid } from './grid';
import type { DetectionContext, Layout, Slot, TotalCell } from './layout';
import { pushTo } from './multimap';
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
  const byMeaning = meaningsOf(fresh.slots);
  const freshAt = new Map(fresh.slots.map((slot) => [cellKey(slot), slot]));

  const headingRemarks: Message[] = [];
  const usedHeadings = new Set<string>();
  const columnsOf = profile.blocks.map((block) => {
    const view = sheetOf[block.sheet];
    return view ? matchColumns(block, view, usedHeadings, headingRemarks) : null;
  });
  const missingRows = profile.sheets.map(() => new Map<number, Message>());
  const rowsOf = profile.sheets.map((sheet, index) => {
    const view = sheetOf[index];
    const own = columnsOf.flatMap((found, at) =>
      profile.blocks[at]?.sheet === index && found ? [found] : [],
    );
    return view ? matchRows(sheet, view, own, missingRows[index] ?? new Map()) : null;
  });

  const totalCells = new Set(fresh.totals.filter(({ formula }) => formula).map(cellKey));
  const slots: Slot[] = [];
  const lost = new Set<Message>();
  const taken = new Set<string>();
  const takenRows = new Set<string>();
  for (const known of profile.slots) {
    const block = profile.blocks[known.block];
    const view = block ? sheetOf[block.sheet] : null;
    if (!view || !block) continue;
    let col = columnsOf[known.block]?.columns[known.column] ?? null;
    let row = rowsOf[block.sheet]?.[known.row] ?? null;
    // Where its texts have changed or lead to a cell of another meaning, the cell of the same meaning is it.
    const there =
      row === null || col === null ? undefined : freshAt.get(cellKey({ sheet: view.name, row, col }));
    if (row === null || col === null || (there && !agrees(there, known, year))) {
      const same = byMeaning(known, view.name, year);
      if (same) ({ row, col } = same);
      else if (there && row !== null && col !== null && contradicts(there, known, year)) {
        remarks.push({
          code: 'prognosis.profile-cell-differs',
          facts: { sheet: view.name, cell: a1(row, col), was: known.label, label: there.label },
        });
        continue;
      } else if (row === null || col === null) {
        const gone = columnsOf[known.block]?.missing.get(known.column);
        const goneRow = missingRows[block.sheet]?.get(known.row);
        if (gone) lost.add(gone);
        if (goneRow) lost.add(goneRow);
        if (!columnsOf[known.block]) for (const remark of headingRemarks) lost.add(remark);
        continue;
      }
    }
    const cell = view.at(row, col);
    const role: Slot['role'] =
      (cell?.formula ?? null) !== null ? 'formula' : view.isLocked(row, col) ? 'locked' : 'input';
    const key = cellKey({ sheet: view.name, row, col });
    const now = freshAt.get(key);
    const isTotal = totalCells.has(key);
    if (taken.has(key)) continue;
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
      ...(known.location === undefined ? {} : { location: known.location }),
      ...(known.asked === undefined ? {} : { asked: known.asked }),
      ...(known.unit === undefined ? {} : { unit: known.unit }),
      ...(now?.block === undefined ? {} : { block: now.block }),
    });
  }
  remarks.push(...lost);
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

type KnownSlot = Profile['slots'][number];

const periodOf = (known: KnownSlot, year: number): Slot['period'] => ({
  from: monthOf(year + known.year, known.from),
  until: monthOf(year + known.year, known.until),
});

const nameOf = (slot: { product: string | null; label: string }): string =>
  slot.product ?? normaliseLabel(slot.label);

/** Whether a recognised cell asks for what the profile knows it for. */
function agrees(slot: Slot, known: KnownSlot, year: number): boolean {
  return !contradicts(slot, known, year) && slot.measure === known.measure;
}

/** Another period, or another product under another label: a product or measure corrected by the user is neither. */
function contradicts(slot: Slot, known: KnownSlot, year: number): boolean {
  const { from, until } = periodOf(known, year);
  if (known.measure !== 'tariff' && (slot.period.from !== from || slot.period.until !== until)) return true;
  return (
    slot.product !== null &&
    known.product !== null &&
    slot.product !== known.product &&
    normaliseLabel(slot.label) !== normaliseLabel(known.label)
  );
}

/** Finds the one recognised cell of a sheet with the meaning of a profile's cell. */
function meaningsOf(slots: readonly Slot[]): (known: KnownSlot, sheet: string, year: number) => Slot | null {
  const byKey = new Map<string, Slot[]>();
  const keyOf = (
    sheet: string,
    slot: { measure: string; product: string | null; label: string; client?: string | undefined },
    { from, until }: Slot['period'],
  ): string => [sheet, slot.measure, nameOf(slot), from, until, slot.client ?? ''].join('\u0000');
  for (const slot of slots) pushTo(byKey, keyOf(slot.sheet, slot, slot.period), slot);
  return (known, sheet, year) => {
    let found = byKey.get(keyOf(sheet, known, periodOf(known, year))) ?? [];
    // One cell is left of a pair: only when it doesn't say that it is the other one.
    const isOther = ({ phase }: Slot): boolean =>
      phase !== known.phase && phase !== 'any' && known.phase !== 'any';
    if (found.length > 1) found = found.filter((slot) => slot.phase === known.phase);
    else found = found.filter((slot) => !isOther(slot));
    if (found.length > 1) found = found.filter((slot) => slot.location === known.location);
    return found.length === 1 ? (found[0] ?? null) : null;
  };
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
