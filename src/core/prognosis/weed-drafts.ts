import type { Draft } from './draft';
import type { DetectionContext } from './layout';
import { groupBy } from './multimap';
import type { SheetView } from './sheet-view';

/**
 * Leaves out what the workbook as a whole shows to be something else: figures of other years beside those of
 * the year asked for, and lists of tariffs on hidden sheets. A phase that all months of a measure share, before
 * and after the as-of date alike, tells nothing apart (`geleverde eenheden`) and is dropped.
 */
export function weedDrafts(
  drafts: readonly Draft[],
  views: readonly SheetView[],
  context: DetectionContext,
): readonly Draft[] {
  const isAsked = (draft: Draft): boolean => Number(draft.period.from.slice(0, 4)) === context.year;
  const hasAsked = drafts.some(isAsked);
  const tariffsOnly = new Set<number>();
  const byTable = groupBy(drafts, (draft) => draft.table);
  for (const [table, own] of byTable) {
    const isHidden = views[own[0]?.sheet ?? -1]?.grid.visibility !== 'visible';
    if (isHidden && own.every((draft) => draft.measure === 'tariff')) tariffsOnly.add(table);
  }
  const kept = drafts.filter((draft) => (!hasAsked || isAsked(draft)) && !tariffsOnly.has(draft.table));
  dropIdlePhases(kept, context);
  return kept;
}

function dropIdlePhases(drafts: readonly Draft[], context: DetectionContext): void {
  const month = context.asOf.slice(0, 7);
  const byMeasure = groupBy(drafts, (draft) => (draft.rowTotal || draft.colTotal ? null : draft.measure));
  for (const own of byMeasure.values()) {
    const phases = new Set(own.map((draft) => draft.phase));
    const [only] = phases;
    if (phases.size !== 1 || only === null || only === undefined) continue;
    const isWrong = own.some((draft) =>
      only === 'actual' ? draft.period.from > month : draft.period.until < month,
    );
    if (isWrong) for (const draft of own) draft.phase = null;
  }
}
