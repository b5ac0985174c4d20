import type { FindingNote, Issue, Log, SnapshotComparison, SnapshotHead } from '../../core';
import type { InputFile } from '../../intake';

/** What a comparison runs between: a frozen state by its id, the run of now, or a budget. */
export const NOW = 'now';
export const BUDGET = 'budget';

/** What the workbook remembers from month to month, and what is compared. */
export interface MonthsState {
  /** Version of the program, as the log says it. */
  readonly engine: string;
  readonly heads: readonly SnapshotHead[];
  readonly damaged: readonly { readonly id: string; readonly issues: readonly Issue[] }[];
  readonly log: Log;
  /** What is wrong with the log; then it is left alone. */
  readonly logIssues: readonly Issue[];
  readonly notes: readonly FindingNote[];
  readonly noteIssues: readonly Issue[];
  /** Null: not chosen yet; then the latest frozen state. */
  readonly from: string | null;
  readonly to: string;
  readonly budget: InputFile | null;
  readonly comparison: SnapshotComparison | null;
  /** When what was put back from the browser was kept; null when nothing was. */
  readonly restored: string | null;
  /** Whether the state of now was frozen already. */
  readonly isFrozen: boolean;
}

export const NO_MONTHS: MonthsState = {
  engine: '',
  heads: [],
  damaged: [],
  log: { entries: [], dropped: 0 },
  logIssues: [],
  notes: [],
  noteIssues: [],
  from: null,
  to: NOW,
  budget: null,
  comparison: null,
  restored: null,
  isFrozen: false,
};

export type MonthsChange = Partial<MonthsState>;

/** The side a comparison starts from: what was chosen, or else the latest frozen state. */
export const startOf = ({ from, heads }: MonthsState): string | null =>
  from ?? heads[heads.length - 1]?.id ?? null;
