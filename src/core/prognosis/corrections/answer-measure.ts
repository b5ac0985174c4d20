import { parseRange, type WorkbookGrid } from '../grid';
import type { Layout, Measure } from '../layout';
import type { Correction } from './correction';
import { pointAt } from './point-at';

/**
 * One answer for all cells of a layout of which nothing says what they ask for: the corrections that say it of each
 * place. None where nothing is asked. Errors: none.
 * @example answerMeasure(workbook, layout, 'amount').length // 0
 */
export function answerMeasure(workbook: WorkbookGrid, layout: Layout, measure: Measure): Correction[] {
  return layout.blocks.flatMap(({ sheet, groups }) =>
    (groups ?? []).flatMap((group): Correction[] => {
      const range = group.asked ? parseRange(group.range) : null;
      const at = range && pointAt(workbook, layout, sheet, range, 'cells');
      return at ? [{ at, say: { what: 'cells', measure } }] : [];
    }),
  );
}
