import {
  a1,
  parseRange,
  type GridCell,
  type GridRange,
  type Layout,
  type Measure,
  type SheetGrid,
} from '../../core';
import type { FillOutcome } from '../../flow';

/** What a cell means to the pane, for its colour and its spoken description. */
export interface CellMark {
  readonly phase: 'actual' | 'forecast' | 'any' | null;
  readonly role: 'input' | 'formula' | 'locked' | 'kept' | 'total' | 'header' | 'ignored' | null;
  /** What it asks for; null for what asks for nothing. */
  readonly measure?: Measure | null;
  /** A correction of the user is about it. */
  readonly corrected?: boolean;
  /** A change is planned for this cell. */
  readonly planned: boolean;
}

/** A sheet made ready for fast look-up while it is scrolled. */
export interface SheetIndex {
  readonly sheet: SheetGrid;
  readonly rows: number;
  readonly cols: number;
  cell(row: number, col: number): GridCell | null;
  /** The merge this cell is in. */
  merge(row: number, col: number): GridRange | null;
  /** Left edges of the columns in pixels, one more than there are columns. */
  readonly edges: readonly number[];
}

const key = (row: number, col: number): number => row * 16384 + col;

const MIN_WIDTH = 44;
const MAX_WIDTH = 240;
const CHAR = 7.2;

/** Indexes a sheet. `show` formats a cell, so that columns get the width of what is seen. */
export function indexSheet(sheet: SheetGrid, show: (cell: GridCell) => string): SheetIndex {
  const cells = new Map<number, GridCell>();
  const cols = Math.max(sheet.colCount + 1, 8);
  const rows = Math.max(sheet.rowCount + 2, 20);
  const widths = new Array<number>(cols).fill(64);
  const merged = new Map<number, GridRange>();
  for (const range of sheet.merges) {
    const area = (range.bottom - range.top + 1) * (range.right - range.left + 1);
    if (area > 10_000) continue;
    for (let row = range.top; row <= range.bottom; row++) {
      for (let col = range.left; col <= range.right; col++) merged.set(key(row, col), range);
    }
  }
  const measured = new Array<number>(cols).fill(0);
  for (const cell of sheet.cells) {
    cells.set(key(cell.row, cell.col), cell);
    // The first hundreds of rows decide the widths; a long text in the first column of a title row doesn't.
    if (cell.row > 400 || cell.col >= cols || cell.value === null || merged.has(key(cell.row, cell.col)))
      continue;
    const isTitle = cell.row === 0 && cell.value.kind === 'text';
    if (isTitle) continue;
    // A cut-off number is a wrong number: those get room for their widest digits, in bold too.
    const room = cell.value.kind === 'number' ? CHAR * (cell.bold ? 1.25 : 1.1) : CHAR;
    measured[cell.col] = Math.max(measured[cell.col] ?? 0, show(cell).length * room + 14);
  }
  const edges = [0];
  for (let col = 0; col < cols; col++) {
    const content = measured[col] ?? 0;
    const width = content === 0 ? (widths[col] ?? 64) : Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, content));
    edges.push((edges[col] ?? 0) + Math.round(width));
  }
  return {
    sheet,
    rows,
    cols,
    edges,
    cell: (row, col) => cells.get(key(row, col)) ?? null,
    merge: (row, col) => merged.get(key(row, col)) ?? null,
  };
}

/** The meaning of the cells of one sheet, by A1 address. */
export function markSheet(
  sheet: string,
  layout: Layout | null,
  plan: FillOutcome | null,
  off: ReadonlySet<number>,
): ReadonlyMap<string, CellMark> {
  const marks = new Map<string, CellMark>();
  if (!layout) return marks;
  for (const slot of layout.slots) {
    if (slot.sheet !== sheet) continue;
    marks.set(a1(slot.row, slot.col), {
      phase: slot.phase,
      role: slot.kept === true ? 'kept' : slot.role,
      measure: slot.measure,
      planned: false,
    });
  }
  for (const total of layout.totals) {
    if (total.sheet !== sheet) continue;
    marks.set(a1(total.row, total.col), { phase: null, role: 'total', planned: false });
  }
  for (const header of layout.headers) {
    if (header.sheet !== sheet) continue;
    marks.set(a1(header.row, header.col), { phase: null, role: 'header', planned: false });
  }
  markCorrections(marks, sheet, layout);
  plan?.plan.writes.forEach((write, index) => {
    if (write.sheet !== sheet || off.has(index)) return;
    const address = a1(write.row, write.col);
    const known = marks.get(address);
    marks.set(address, { ...(known ?? { phase: null, role: null }), planned: true });
  });
  return marks;
}

/** Cells of a correction that are marked one by one; a larger one shows in its list. */
const MOST_MARKED = 20_000;

/** What the user left out, and what else was corrected. */
function markCorrections(marks: Map<string, CellMark>, sheet: string, layout: Layout): void {
  for (const { correction, sheet: own, range } of layout.corrections ?? []) {
    const area =
      own === sheet && range !== null && correction.at.scope === 'cells' ? parseRange(range) : null;
    if (!area || (area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST_MARKED) continue;
    const isLeftOut = correction.say.what === 'ignored';
    for (let row = area.top; row <= area.bottom; row++) {
      for (let col = area.left; col <= area.right; col++) {
        const address = a1(row, col);
        const known = marks.get(address);
        if (known) marks.set(address, { ...known, corrected: true });
        else if (isLeftOut)
          marks.set(address, { phase: null, role: 'ignored', corrected: true, planned: false });
      }
    }
  }
}

/** The first cell of an A1 address or range, with its sheet, or null. */
export function cellOf(sheet: string, address: string): { sheet: string; row: number; col: number } | null {
  const range = parseRange(address.includes('!') ? address.slice(address.lastIndexOf('!') + 1) : address);
  return range ? { sheet, row: range.top, col: range.left } : null;
}
