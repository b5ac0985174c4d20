import { parseRange, type WorkbookGrid } from '../grid';
import type { CellGroup, Layout, Measure } from '../layout';
import type { Correction } from './correction';
import { pointAt } from './point-at';

/** Cells of a layout of which nothing says what they ask for. */
export interface AskedCells {
  readonly sheet: string;
  readonly group: CellGroup;
}

/**
 * The cells whose measure has to be said before they are filled, table by table. Errors: none.
 * @example askedCells(layout).length // 0
 */
export const askedCells = (layout: Layout): AskedCells[] =>
  layout.blocks.flatMap(({ sheet, groups }) =>
    (groups ?? []).filter((group) => group.asked).map((group) => ({ sheet, group })),
  );

/**
 * One answer for all of them, or for those given: the corrections that say it of each place. Errors: none.
 * @example answerMeasure(workbook, layout, 'amount').length // 0
 */
export function answerMeasure(
  workbook: WorkbookGrid,
  layout: Layout,
  measure: Measure,
  asked: readonly AskedCells[] = askedCells(layout),
): Correction[] {
  return asked.flatMap(({ sheet, group }): Correction[] => {
    const range = parseRange(group.range);
    const at = range && pointAt(workbook, layout, sheet, range, 'cells');
    return at ? [{ at, say: { what: 'cells', measure } }] : [];
  });
}
