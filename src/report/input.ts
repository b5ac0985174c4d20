import type {
  CellWrite,
  FollowedNote,
  Issue,
  LocalText,
  Log,
  Message,
  Money,
  PlannedWrite,
  PrognosisOutcome,
  SnapshotComparison,
  SnapshotOverride,
} from '../core';

/** What was read from one input file, and what wasn't: a receipt of `intake` fits this shape. */
export interface ReadReceipt {
  readonly file: string;
  /** `production`, `forecast`, `ceilings`, `tariffs` or `allocations`. */
  readonly kind: string;
  /** What the file was recognised as, such as `csv`. */
  readonly format: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: 'comma' | 'point' | null;
  /** Columns recognised: how the file calls them and what they were taken for. */
  readonly columns: readonly { readonly header: string; readonly field: string }[];
  readonly ignoredColumns: readonly string[];
  readonly lines: {
    readonly total: number;
    readonly read: number;
    readonly rejected: number;
    readonly skipped: number;
    readonly amountUnknown: number;
  };
  readonly amounts: {
    readonly read: Money;
    readonly rejected: Money;
    readonly file: Money;
    readonly stated: Money | null;
  };
  readonly issues: readonly Issue[];
  /** The first of them; `lines.rejected` counts all. */
  readonly rejectedLines: readonly {
    readonly line: number;
    readonly reason: Message;
    readonly amount: Money | null;
  }[];
}

/** Changes to the workbook, made and refused. */
export interface FillReport {
  readonly written: readonly PlannedWrite[];
  readonly refused: readonly { readonly write: CellWrite; readonly reason: Message }[];
  readonly warnings: readonly Message[];
}

/** What a workbook remembers from month to month, for the report. */
export interface MonthsReport {
  readonly comparisons: readonly SnapshotComparison[];
  readonly log: Log | null;
  readonly notes: readonly FollowedNote[];
  /** Amounts that the user put in the place of a forecast. */
  readonly overrides: readonly SnapshotOverride[];
}

/** All that a report tells: the outcome of a run, of a check or (with its changes) of a fill. */
export interface ReportOutcome extends Partial<FillReport> {
  readonly rulebook: { readonly id: string; readonly version: string; readonly title: LocalText };
  readonly year: number;
  readonly asOf: string;
  readonly prognoses: readonly PrognosisOutcome[];
  readonly receipts: readonly ReadReceipt[];
  /** Workbooks that could not be used, with the reasons; they have no entry in `prognoses`. */
  readonly unusable?: readonly { readonly file: string; readonly issues: readonly Issue[] }[];
  /** Version of the engine that computed this. */
  readonly engine?: string;
  /** SHA-256 of input files by name, where taken. */
  readonly hashes?: ReadonlyMap<string, string>;
  /** Titles of the documents that sources refer to, by their number. */
  readonly documents?: Readonly<Record<string, string>>;
  /** What the workbook remembers beside this run. */
  readonly remembered?: MonthsReport;
}

/** The changes of a fill; null for an outcome that has none to tell. */
export const changesOf = (outcome: ReportOutcome): FillReport | null =>
  outcome.written === undefined
    ? null
    : { written: outcome.written, refused: outcome.refused ?? [], warnings: outcome.warnings ?? [] };

/** A tariff list has prices, not amounts: adding those up means nothing. */
export const hasAmounts = (receipt: ReadReceipt): boolean => receipt.kind !== 'tariffs';

/** Remarks on the file itself; rejected lines are listed apart. */
export const remarksOn = (receipt: ReadReceipt): Issue[] =>
  receipt.issues.filter((issue) => issue.level !== 'rejected');
