import type { Message } from '../../values/message';
import type { WorkbookGrid } from '../grid';
import type { DetectionContext, Layout } from '../layout';
import { viewsOf } from '../sheet-view';
import type { Correction } from './correction';
import { Draftsman } from './draftsman';
import { findPlace } from './find-place';
import { rewrite } from './rewrite';

/**
 * A layout with what the user said about it, in the order in which it was said; of two that contradict each
 * other the later counts. A formula or locked cell stays one: a correction never makes it an input. What no
 * longer fits is in the layout's `corrections` and remarks.
 */
export function applyCorrections(
  layout: Layout,
  workbook: WorkbookGrid,
  context: DetectionContext,
  corrections: readonly Correction[],
): Layout {
  if (corrections.length === 0) return layout;
  const views = viewsOf(workbook);
  const draftsman = new Draftsman(layout, workbook, context);
  const applied = corrections.map((correction, index) => {
    const remarks: Message[] = [];
    const number = index + 1;
    const place = findPlace(correction, number, views, remarks);
    const cells = place ? draftsman.apply(correction.say, place, number, remarks) : 0;
    if (place && cells === 0 && remarks.length === 0) {
      remarks.push({
        code: 'corrections.no-cells',
        facts: { number, sheet: place.sheet, range: correction.at.range ?? '' },
      });
    }
    return { correction, cells, place, remarks };
  });
  return rewrite(draftsman, applied);
}
