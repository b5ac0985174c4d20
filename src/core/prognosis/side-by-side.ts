import { AnnotatedSheet } from './annotated-sheet';
import { findBands, type Band } from './heading-bands';
import { SheetView } from './sheet-view';
import { sheetWide } from './titles';

/** Columns of a sheet that form a table of their own, read apart from the others. */
export interface SheetPart {
  readonly sheet: AnnotatedSheet;
  readonly bands: readonly Band[];
  /** What stands above the other parts and holds for this one as well. */
  readonly titles: readonly string[];
}

/**
 * Tables beside each other whose headings stand on different rows can't be read row by row. They are told apart
 * by an empty column between them and by label columns of their own; null when the sheet has no such tables.
 */
export function splitBeside(sheet: AnnotatedSheet, bands: readonly Band[]): readonly SheetPart[] | null {
  const runs = columnRuns(sheet);
  if (runs.length < 2 || bands.length === 0) return null;
  const groups: Run[] = [];
  for (const run of runs) {
    const last = groups[groups.length - 1];
    if (last && !hasLabels(sheet, run)) groups[groups.length - 1] = { left: last.left, right: run.right };
    else groups.push(run);
  }
  if (groups.length < 2) return null;
  const parts = groups.map(({ left, right }) => {
    const { grid, dateSystem } = sheet.view;
    const view = new SheetView(
      {
        ...grid,
        cells: grid.cells.filter(({ col }) => col >= left && col <= right),
        merges: grid.merges.filter((merge) => merge.left >= left && merge.left <= right),
      },
      dateSystem,
    );
    const own = new AnnotatedSheet(view, sheet.lexicon);
    return { sheet: own, bands: findBands(own) };
  });
  const withTables = parts.filter((part) => part.bands.length > 0);
  const rowsOf = (part: (typeof parts)[number]): string => part.bands.map(({ bottom }) => bottom).join(',');
  if (withTables.length < 2 || new Set(withTables.map(rowsOf)).size < 2) return null;
  const first = withTables.reduce((row, part) => Math.min(row, part.bands[0]?.top ?? row), Infinity);
  return withTables.map((part) => {
    const top = part.bands[0]?.top ?? 0;
    const own = textsAbove(part.sheet, top);
    const others = parts.filter((other) => other !== part).flatMap((other) => textsAbove(other.sheet, first));
    return { ...part, titles: sheetWide(others, sheet.lexicon, own) };
  });
}

interface Run {
  readonly left: number;
  readonly right: number;
}

/** Columns with content, in runs that an empty column separates. */
function columnRuns(sheet: AnnotatedSheet): Run[] {
  const used = new Set<number>();
  for (const items of sheet.rows.values()) for (const { cell } of items) used.add(cell.col);
  const runs: Run[] = [];
  for (const col of [...used].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && col === last.right + 1) runs[runs.length - 1] = { left: last.left, right: col };
    else runs.push({ left: col, right: col });
  }
  return runs;
}

/** Whether one of the columns lists products or periods. */
function hasLabels(sheet: AnnotatedSheet, { left, right }: Run): boolean {
  const products = new Map<number, Set<string>>();
  for (const items of sheet.rows.values()) {
    for (const item of items) {
      const { col } = item.cell;
      if (col < left || col > right) continue;
      if (sheet.isDownPeriod(item) && (sheet.down.get(col) ?? 0) >= 3) return true;
      const product = sheet.certain(item);
      if (product === null) continue;
      const own = products.get(col) ?? new Set();
      if (own.add(product).size >= 2) return true;
      products.set(col, own);
    }
  }
  return false;
}

function textsAbove(sheet: AnnotatedSheet, top: number): string[] {
  return sheet.order
    .filter((row) => row < top)
    .flatMap((row) => (sheet.rows.get(row) ?? []).map(({ cell }) => sheet.view.text(cell)))
    .filter((text) => text !== '');
}
