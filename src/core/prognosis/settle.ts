import { contains, isWider, type Draft, type DraftSlot, type TablePlace } from './draft';
import { readFormula } from './formulas';
import type { WorkbookGrid } from './grid';
import type { Slot } from './layout';
import type { SheetView } from './sheet-view';
import { normaliseLabel } from './text';

const keyOf = (sheet: number, row: number, col: number): string => `${sheet}:${row}:${col}`;

/** Decides which drafts are totals, which formulas and which inputs. */
export function settle(
  drafts: readonly Draft[],
  views: readonly SheetView[],
  workbook: WorkbookGrid,
  tables: readonly TablePlace[],
): { slots: DraftSlot[]; totals: Draft[] } {
  const byCell = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = keyOf(draft.sheet, draft.row, draft.col);
    if (!byCell.has(key)) byCell.set(key, draft);
  }
  const all = [...byCell.values()];
  const sheetIndex = new Map(workbook.sheets.map((sheet, index) => [sheet.name.toLowerCase(), index]));
  const byRow = new Map<string, Draft[]>();
  for (const draft of all) {
    const key = `${draft.sheet}:${draft.row}`;
    const list = byRow.get(key);
    if (list) list.push(draft);
    else byRow.set(key, [draft]);
  }
  const inReach = (draft: Draft): { found: Draft[]; missed: boolean } => {
    const found: Draft[] = [];
    let missed = false;
    for (const reference of readFormula(draft.formula ?? '').references) {
      const sheet = reference.sheet === null ? draft.sheet : sheetIndex.get(reference.sheet.toLowerCase());
      if (sheet === undefined) {
        missed = true;
        continue;
      }
      const before = found.length;
      for (
        let row = reference.range.top;
        row <= Math.min(reference.range.bottom, reference.range.top + 20000);
        row++
      ) {
        for (const other of byRow.get(`${sheet}:${row}`) ?? []) {
          if (other.col >= reference.range.left && other.col <= reference.range.right && other !== draft)
            found.push(other);
        }
      }
      if (found.length === before) missed = true;
    }
    return { found, missed };
  };

  const isTotal = new Set<Draft>();
  const sources = new Map<Draft, Draft[]>();
  for (const draft of all) {
    if (draft.rowTotal || draft.colTotal) isTotal.add(draft);
    if (draft.formula === null) continue;
    const shape = readFormula(draft.formula);
    if (!shape.additive) continue;
    const { found, missed } = inReach(draft);
    const same = found.filter((other) => other.measure === draft.measure);
    if (same.length > 0 && !missed && same.length === found.length) {
      isTotal.add(draft);
      sources.set(draft, same);
    }
  }
  // A total by its heading only, in a row without any leaf of that measure: a column `Totaal` beside nothing.
  const leafKey = (draft: Draft): string =>
    `${draft.table}|${draft.row}|${draft.measure}|${draft.client ?? ''}`;
  const leavesInRow = new Map<string, number>();
  for (const draft of all) {
    if (!isTotal.has(draft)) leavesInRow.set(leafKey(draft), (leavesInRow.get(leafKey(draft)) ?? 0) + 1);
  }
  for (const draft of [...isTotal]) {
    if (draft.rowTotal || draft.formula !== null || !draft.hasProduct) continue;
    if ((leavesInRow.get(leafKey(draft)) ?? 0) === 0) {
      const others = all.some(
        (other) =>
          other.table === draft.table &&
          other.product === draft.product &&
          other.label === draft.label &&
          other !== draft &&
          !isTotal.has(other) &&
          other.measure === draft.measure &&
          contains(draft.period, other.period),
      );
      if (!others) isTotal.delete(draft);
    }
  }
  // A longer period that holds shorter ones of the same product adds them up, formula or not.
  const groups = new Map<string, Draft[]>();
  for (const draft of all) {
    if (isTotal.has(draft) || draft.measure === 'tariff') continue;
    const key = `${draft.table}|${draft.label}|${draft.product ?? ''}|${draft.measure}|${draft.client ?? ''}|${draft.domain ?? ''}|${draft.row * (tables[draft.table]?.table.hasRowPeriods ? 0 : 1)}`;
    const list = groups.get(key);
    if (list) list.push(draft);
    else groups.set(key, [draft]);
  }
  for (const group of groups.values()) {
    const spans = new Set(group.map((draft) => `${draft.period.from}${draft.period.until}`));
    if (spans.size > 1) {
      for (const draft of group) {
        if (draft.period.from === draft.period.until) continue;
        const parts = group.filter(
          (other) =>
            isWider(draft.period, other.period) &&
            (draft.phase === null || other.phase === null || draft.phase === other.phase),
        );
        if (parts.length > 0) isTotal.add(draft);
      }
    }
    const first = group[0];
    if (!first) continue;
    // Beside `realisatie` and `prognose` of one period, a third column without a phase is their sum.
    for (const draft of group) {
      if (draft.phase !== null || isTotal.has(draft)) continue;
      const same = group.filter(
        (other) => other.period.from === draft.period.from && other.period.until === draft.period.until,
      );
      if (same.some((other) => other.phase === 'actual') && same.some((other) => other.phase === 'forecast'))
        isTotal.add(draft);
    }
  }

  const slots: DraftSlot[] = [];
  const slotIndex = new Map<Draft, number>();
  for (const draft of all) {
    if (isTotal.has(draft)) continue;
    const view = views[draft.sheet];
    const role: Slot['role'] =
      draft.formula !== null ? 'formula' : view?.isLocked(draft.row, draft.col) ? 'locked' : 'input';
    slotIndex.set(draft, slots.length);
    slots.push(Object.assign(draft, { role }));
  }
  const totals = [...isTotal].sort((a, b) => a.sheet - b.sheet || a.row - b.row || a.col - b.col);
  const expanding = new Set<Draft>();
  const expand = (draft: Draft): number[] => {
    if (draft.over) return draft.over;
    const direct = sources.get(draft);
    if (!direct || expanding.has(draft)) return [];
    expanding.add(draft);
    const over: number[] = [];
    for (const part of direct) {
      const index = slotIndex.get(part);
      if (index !== undefined) over.push(index);
      else over.push(...expand(part));
    }
    expanding.delete(draft);
    draft.over = over;
    return over;
  };
  const byTable = new Map<number, Draft[]>();
  for (const slot of slots) {
    const list = byTable.get(slot.table);
    if (list) list.push(slot);
    else byTable.set(slot.table, [slot]);
  }
  for (const total of totals) {
    if (sources.has(total)) expand(total);
    else if (total.formula === null)
      total.over = byWords(total, totals, byTable.get(total.table) ?? [], slotIndex);
    else total.over = [];
  }
  return { slots, totals };
}

/** What a total without formula says to add up: its row, or the rows above it since the previous total. */
function byWords(
  total: Draft,
  totals: readonly Draft[],
  leaves: readonly Draft[],
  slotIndex: ReadonlyMap<Draft, number>,
): number[] {
  const same = leaves.filter(
    (leaf) =>
      leaf.measure === total.measure &&
      contains(total.period, leaf.period) &&
      (total.phase === null || leaf.phase === null || leaf.phase === total.phase),
  );
  let parts: Draft[];
  if (total.rowTotal) {
    const isGrand = !/\bsub/.test(normaliseLabel(total.label));
    const previous = totals
      .filter(
        (other) =>
          other.rowTotal && other.table === total.table && other.col === total.col && other.row < total.row,
      )
      .reduce((row, other) => Math.max(row, other.row), -1);
    const above = same.filter(
      (leaf) => leaf.row < total.row && (!total.hasProduct || leaf.product === total.product),
    );
    const own = above.filter((leaf) => leaf.row > previous);
    parts = own.length > 0 && (!isGrand || previous < 0) ? own : isGrand && own.length === 0 ? above : own;
    if (isGrand && previous >= 0 && own.length > 0) parts = own;
    if (!total.colTotal && total.period)
      parts = parts.filter((leaf) => leaf.col === total.col || leaf.period.from === total.period.from);
    if (parts.length > 0 && !total.colTotal) {
      const column = parts.filter((leaf) => leaf.col === total.col);
      if (column.length > 0) parts = column;
    }
  } else parts = same.filter((leaf) => leaf.row === total.row);
  return parts.flatMap((part) => slotIndex.get(part) ?? []);
}
