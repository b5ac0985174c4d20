import {
  compareSnapshots,
  NO_LOG,
  readLog,
  readNotes,
  readSnapshot,
  readSnapshotHead,
  snapshotDocuments,
  type FindingNote,
  type Issue,
  type KeptDocument,
  type Log,
  type Snapshot,
  type SnapshotComparison,
  type SnapshotHead,
} from '../../core';
import {
  InputError,
  readBudget,
  snapshotsOf,
  type Progress,
  type RunOutcome,
  type SnapshotLabel,
} from '../../flow';
import type { InputFile, OpenGrid } from '../../intake';
import type { Language } from '../../messages';
import { comparisonToJson, toComparisonWorkbook } from '../../report';

/** What a workbook's memory holds from month to month, as far as it can be read. */
export interface KeptMonths {
  /** Version of the program, for the log. */
  readonly engine: string;
  readonly heads: readonly SnapshotHead[];
  /** Documents that can't be used, with what is wrong with them. */
  readonly damaged: readonly { readonly id: string; readonly issues: readonly Issue[] }[];
  readonly log: Log;
  /** What is wrong with the log; then nothing is added to it. */
  readonly logIssues: readonly Issue[];
  readonly notes: readonly FindingNote[];
  readonly noteIssues: readonly Issue[];
}

/** One side of a comparison: frozen documents, the run of now, or a budget. */
export type MonthSide =
  | {
      readonly what: 'frozen';
      readonly key: string;
      readonly head: unknown;
      readonly parts: readonly unknown[];
    }
  | {
      readonly what: 'now';
      readonly outcome: RunOutcome;
      readonly hashes: ReadonlyMap<string, string>;
      readonly label: SnapshotLabel;
    }
  | { readonly what: 'budget'; readonly file: InputFile; readonly decimal: 'comma' | 'point' | null };

/** What the step “month after month” asks of the engine. */
export interface MonthsEngine {
  readMonths(kept: {
    readonly snapshots: readonly { readonly id: string; readonly json: unknown }[];
    readonly log: unknown;
    readonly notes: unknown;
  }): KeptMonths | Promise<KeptMonths>;
  /** The documents of a snapshot of the first prognosis of a run. */
  freeze(
    outcome: RunOutcome,
    hashes: ReadonlyMap<string, string>,
    label: SnapshotLabel,
  ): readonly KeptDocument[] | Promise<readonly KeptDocument[]>;
  compareMonths(before: MonthSide, after: MonthSide, progress: Progress): Promise<SnapshotComparison>;
  toComparison(
    comparison: SnapshotComparison,
    format: 'xlsx' | 'json',
    language: Language,
  ): Promise<Uint8Array>;
}

/** The functions of core, flow and report as the pane asks for them. */
export function monthsEngine(openGrid: OpenGrid, version: string): MonthsEngine {
  const fixed = (side: Exclude<MonthSide, { what: 'budget' }>): Snapshot => {
    if (side.what === 'now') {
      const [snapshot] = snapshotsOf(side.outcome, side.hashes, side.label);
      if (!snapshot) throw new Error('a run without figures per month');
      return snapshot;
    }
    const read = readSnapshot(side.head, side.parts, side.key);
    if ('issues' in read) throw new InputError(read.issues);
    return read.snapshot;
  };
  return {
    readMonths({ snapshots, log, notes }) {
      const heads: SnapshotHead[] = [];
      const damaged: { id: string; issues: readonly Issue[] }[] = [];
      for (const { id, json } of snapshots) {
        const read = readSnapshotHead(json, id);
        if ('head' in read) heads.push(read.head);
        else damaged.push({ id, issues: read.issues });
      }
      const readLogbook = readLog(log);
      const readNotebook = readNotes(notes);
      return {
        engine: version,
        heads,
        damaged,
        log: 'log' in readLogbook ? readLogbook.log : NO_LOG,
        logIssues: 'issues' in readLogbook ? readLogbook.issues : [],
        notes: 'notes' in readNotebook ? readNotebook.notes : [],
        noteIssues: 'issues' in readNotebook ? readNotebook.issues : [],
      };
    },
    freeze(outcome, hashes, label) {
      const [snapshot] = snapshotsOf(outcome, hashes, label);
      return snapshot ? snapshotDocuments(snapshot) : [];
    },
    async compareMonths(before, after, progress) {
      const known = {
        before: before.what === 'budget' ? null : fixed(before),
        after: after.what === 'budget' ? null : fixed(after),
      };
      const budgetFor = async (side: MonthSide, other: Snapshot | null): Promise<Snapshot> => {
        if (side.what !== 'budget' || other === null) throw new Error('two budgets');
        const { provider, year } = other;
        const { snapshot } = await readBudget(
          side.file,
          { provider, year, decimal: side.decimal },
          openGrid,
          progress,
        );
        return snapshot;
      };
      return compareSnapshots(
        known.before ?? (await budgetFor(before, known.after)),
        known.after ?? (await budgetFor(after, known.before)),
      );
    },
    async toComparison(comparison, format, language) {
      if (format === 'xlsx') return toComparisonWorkbook([comparison], language);
      const json = { version: 1, comparisons: [comparisonToJson(comparison, language)] };
      return new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
    },
  };
}
