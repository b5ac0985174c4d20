import { contains, isWider, type Draft, type TablePlace } from './draft';
import { readFormula, type FormulaReference } from './formulas';
import type { WorkbookGrid } from './grid';
import { pushTo } from './multimap';
import type { SheetView } from './sheet-view';
import { totalsByWords } from './worded-totals';

/** Rows of one reference that are looked at. */
const MAX_ROWS = 20000;

/**
 * Decides which drafts are totals, which formulas and which inputs. Slots come in the order of the drafts,
 * totals in reading order; of drafts for one cell the first counts.
 */
export function settle(
  drafts: readonly Draft[],
  views: readonly SheetView[],
  workbook: WorkbookGrid,
  tables: readonly TablePlace[],
): { slots: Draft[]; totals: Draft[] } {
  const cells = new DraftCells(workbook);
  const all = drafts.filter((draft) => cells.add(draft));
  for (const draft of all) {
    if (draft.rowTotal || draft.colTotal) draft.isTotal = true;
    if (draft.formula !== null) markSum(draft, cells);
  }
  releaseLoneTotals(all, cells);
  markWiderPeriods(all, tables);

  const slots: Draft[] = [];
  const totals: Draft[] = [];
  for (const draft of all) {
    if (draft.isTotal) {
      totals.push(draft);
      continue;
    }
    if (draft.formula !== null) draft.role = 'formula';
    else if (views[draft.sheet]?.isLocked(draft.row, draft.col)) draft.role = 'locked';
    draft.slot = slots.length;
    slots.push(draft);
  }
  totals.sort((a, b) => a.sheet - b.sheet || a.row - b.row || a.col - b.col);
  const byWords = totalsByWords(totals, slots);
  for (const total of totals) {
    if (total.sources) total.over = expand(total, new Set());
    else total.over = total.formula === null ? byWords(total) : [];
  }
  return { slots, totals };
}

/** Drafts by their place. */
class DraftCells {
  private readonly sheets: Map<number, Draft[]>[];
  private readonly sheetIndex: ReadonlyMap<string, number>;

  constructor(workbook: WorkbookGrid) {
    this.sheets = workbook.sheets.map(() => new Map());
    this.sheetIndex = new Map(workbook.sheets.map((sheet, index) => [sheet.name.toLowerCase(), index]));
  }

  /** False when there is a draft for the cell already. */
  add(draft: Draft): boolean {
    const rows = this.sheets[draft.sheet];
    const row = rows?.get(draft.row);
    if (!row) {
      rows?.set(draft.row, [draft]);
      return true;
    }
    // Tables deliver their cells from left to right.
    const last = row[row.length - 1];
    if (last && last.col >= draft.col && row.some((other) => other.col === draft.col)) return false;
    row.push(draft);
    return true;
  }

  inRow(sheet: number, row: number): readonly Draft[] {
    return this.sheets[sheet]?.get(row) ?? [];
  }

  /** The other drafts that references reach; null when one of them reaches none. */
  reached(draft: Draft, references: readonly FormulaReference[]): Draft[] | null {
    const found: Draft[] = [];
    for (const { sheet: name, range } of references) {
      const sheet = name === null ? draft.sheet : this.sheetIndex.get(name.toLowerCase());
      if (sheet === undefined) return null;
      const before = found.length;
      const bottom = Math.min(range.bottom, range.top + MAX_ROWS);
      for (let row = range.top; row <= bottom; row++) {
        for (const other of this.inRow(sheet, row)) {
          if (other.col >= range.left && other.col <= range.right && other !== draft) found.push(other);
        }
      }
      if (found.length === before) return null;
    }
    return found;
  }
}

/** A formula that does nothing but add up drafts of its own measure is a total of them. */
function markSum(draft: Draft, cells: DraftCells): void {
  const { additive, references } = readFormula(draft.formula ?? '');
  const found = additive ? cells.reached(draft, references) : null;
  if (!found || found.length === 0 || found.some((other) => other.measure !== draft.measure)) return;
  draft.isTotal = true;
  draft.sources = found;
}

/** A total by its heading only, in a row without any leaf of that measure: a column `Totaal` beside nothing. */
function releaseLoneTotals(all: readonly Draft[], cells: DraftCells): void {
  const lone = all.filter(
    (draft) =>
      draft.isTotal &&
      !draft.rowTotal &&
      draft.formula === null &&
      draft.hasProduct &&
      !cells
        .inRow(draft.sheet, draft.row)
        .some(
          (other) =>
            !other.isTotal &&
            other.table === draft.table &&
            other.measure === draft.measure &&
            other.client === draft.client,
        ),
  );
  if (lone.length === 0) return;
  const key = ({ table, product, label, measure }: Draft): string =>
    `${table}|${product ?? ''}|${measure}|${label}`;
  const rivals = new Map<string, Draft[]>();
  for (const draft of all) pushTo(rivals, key(draft), draft);
  for (const draft of lone) {
    const others = (rivals.get(key(draft)) ?? []).some(
      (other) =>
        other !== draft &&
        !other.isTotal &&
        other.product === draft.product &&
        contains(draft.period, other.period),
    );
    if (!others) draft.isTotal = false;
  }
}

/** A longer period that holds shorter ones of the same product adds them up, formula or not. */
function markWiderPeriods(all: readonly Draft[], tables: readonly TablePlace[]): void {
  const groups = new Map<string, Draft[]>();
  let present: Draft[][] = [];
  let last: Draft | null = null;
  for (const draft of all) {
    if (draft.isTotal || draft.measure === 'tariff') continue;
    if (tables[draft.table]?.table.hasRowPeriods) {
      const { table, label, product, measure, client, domain } = draft;
      pushTo(groups, [table, label, product ?? '', measure, client ?? '', domain ?? ''].join('|'), draft);
      continue;
    }
    // Periods side by side: a group never goes beyond its row.
    if (last?.row !== draft.row || last.table !== draft.table) {
      present.forEach(markWider);
      present = [];
    }
    last = draft;
    const group = present.find(([first]) => first !== undefined && isSameLine(first, draft));
    if (group) group.push(draft);
    else present.push([draft]);
  }
  present.forEach(markWider);
  for (const group of groups.values()) markWider(group);
}

const isSameLine = (a: Draft, b: Draft): boolean =>
  a.label === b.label &&
  a.measure === b.measure &&
  (a.product ?? '') === (b.product ?? '') &&
  (a.client ?? '') === (b.client ?? '') &&
  (a.domain ?? '') === (b.domain ?? '');

function markWider(group: readonly Draft[]): void {
  const [first] = group;
  if (!first || group.length === 1) return;
  // What the group has: each period with each phase once.
  const kinds: Draft[] = [];
  for (const draft of group) {
    if (!kinds.some(({ period, phase }) => period === draft.period && phase === draft.phase))
      kinds.push(draft);
  }
  const several = kinds.some(({ period }) => period !== first.period);
  const has = ({ period }: Draft, phase: Draft['phase']): boolean =>
    kinds.some((kind) => kind.period === period && kind.phase === phase);
  for (const draft of group) {
    if (
      several &&
      draft.period.from !== draft.period.until &&
      kinds.some(
        ({ period, phase }) =>
          isWider(draft.period, period) && (draft.phase === null || phase === null || draft.phase === phase),
      )
    )
      draft.isTotal = true;
    // Beside `realisatie` and `prognose` of one period, a third column without a phase is their sum.
    else if (draft.phase === null && has(draft, 'actual') && has(draft, 'forecast')) draft.isTotal = true;
  }
}

/** The slots that a formula comes down to, through totals of totals. */
function expand(total: Draft, expanding: Set<Draft>): number[] {
  if (total.over) return total.over;
  if (!total.sources || expanding.has(total)) return [];
  expanding.add(total);
  const over: number[] = [];
  for (const part of total.sources) {
    if (part.slot >= 0) over.push(part.slot);
    else for (const index of expand(part, expanding)) over.push(index);
  }
  expanding.delete(total);
  total.over = over;
  return over;
}
