import type { Message } from '../values/message';
import type { Draft } from './draft';
import { formatRange, inRange, parseRange, type DefinedName, type GridRange } from './grid';
import type { CellGroup, ProductMatch } from './layout';
import type { SheetView } from './sheet-view';

/** What a table's cells can be judged by, besides their texts. */
export interface GroupContext {
  readonly view: SheetView;
  readonly names: readonly DefinedName[];
  readonly matches: readonly ProductMatch[];
}

/**
 * The cells of a table by measure and phase. How sure their meaning is follows from what says it: words of the
 * headings, number formats, products recognised by code or by likeness. That they are inputs is confirmed by
 * unlocked cells on a protected sheet, data validations, a name for their range and a colour of their own.
 */
export function groupCells(own: readonly Draft[], given: GroupContext): CellGroup[] {
  const groups = new Map<string, Draft[]>();
  let last: Draft | null = null;
  let group: Draft[] = [];
  for (const draft of own) {
    if (draft.measure !== last?.measure || draft.phase !== last.phase) {
      const key = `${draft.measure}|${draft.phase ?? 'any'}`;
      group = groups.get(key) ?? [];
      if (group.length === 0) groups.set(key, group);
    }
    group.push(draft);
    last = draft;
  }
  const sureness = new Map(given.matches.map((match) => [match.label, match.confidence]));
  return [...groups.values()].map((drafts) => describe(drafts, given, sureness));
}

/** Up to this many cells of a group are looked at for evidence of input. */
const SAMPLE = 400;

function describe(
  drafts: readonly Draft[],
  { view, names }: GroupContext,
  sureness: ReadonlyMap<string, number>,
): CellGroup {
  const [first] = drafts;
  if (!first) throw new RangeError('a group has cells');
  const inputs = drafts.filter((draft) => draft.role === 'input');
  const sample = inputs.slice(0, SAMPLE);
  const shareOf = (holds: (draft: Draft) => boolean): number =>
    sample.length === 0 ? 0 : sample.filter(holds).length / sample.length;
  const evidence: Message[] = [
    { code: 'prognosis.evidence-measure', facts: { measure: first.measure, from: first.measureFrom } },
  ];
  const confirm = (share: number, code: string): number => {
    if (share < 0.9) return 0;
    evidence.push({ code, facts: { count: inputs.length } });
    return 1;
  };
  const ranges = names.flatMap((name) => rangeOn(name, view.name) ?? []);
  const confirmations =
    (view.grid.isProtected
      ? confirm(
          shareOf(() => true),
          'prognosis.evidence-unlocked',
        )
      : 0) +
    confirm(
      shareOf((draft) => view.grid.validations.some((range) => inRange(range, draft.row, draft.col))),
      'prognosis.evidence-validated',
    ) +
    confirm(
      shareOf((draft) => ranges.some((range) => inRange(range, draft.row, draft.col))),
      'prognosis.evidence-named',
    ) +
    confirm(
      shareOf((draft) => (view.at(draft.row, draft.col)?.fill ?? null) !== null),
      'prognosis.evidence-coloured',
    );
  let sum = 0;
  let last: Draft | null = null;
  let sure = 0;
  for (const draft of drafts) {
    if (draft.label !== last?.label || draft.product !== last.product)
      sure = sureness.get(draft.label) ?? (draft.product === null ? 0 : 1);
    sum += sure;
    last = draft;
  }
  const product = sum / drafts.length;
  const measure = first.asked ? 0.4 : { words: 1, format: 0.95, nothing: 0.75 }[first.measureFrom];
  const confidence = Math.min(1, product * measure + 0.02 * confirmations);
  return {
    measure: first.measure,
    phase: first.phase ?? 'any',
    range: formatRange(around(drafts)),
    inputs: inputs.length,
    formulas: drafts.filter((draft) => draft.role === 'formula').length,
    locked: drafts.filter((draft) => draft.role === 'locked').length,
    confidence: Math.round(confidence * 100) / 100,
    evidence,
    asked: drafts.some((draft) => draft.asked),
  };
}

function around(drafts: readonly Draft[]): GridRange {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const { row, col } of drafts) {
    top = Math.min(top, row);
    left = Math.min(left, col);
    bottom = Math.max(bottom, row);
    right = Math.max(right, col);
  }
  return { top, left, bottom, right };
}

/** The range of a name on a sheet; null when it lies elsewhere or is no plain range. */
function rangeOn({ refersTo }: DefinedName, sheet: string): GridRange | null {
  const match = /^='?([^'!]+)'?!(.+)$|^'?([^'!]+)'?!(.+)$/.exec(refersTo);
  const name = match?.[1] ?? match?.[3];
  const range = match?.[2] ?? match?.[4];
  return name !== undefined && range !== undefined && name === sheet ? parseRange(range) : null;
}
