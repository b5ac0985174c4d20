import { formatMoney, type Money, type Month } from '../values';

/** The document of the memory in which the log stands. */
export const LOG_KEY = 'log';

interface Happened {
  /** As the face's clock says: ISO date and time. */
  readonly at: string;
  /** Version of the program. */
  readonly engine: string;
}

/** Something that was done to the workbook. Holds no person and no client. */
export type LogEntry = Happened &
  (
    | {
        readonly what: 'import';
        readonly file: string;
        readonly kind: string;
        readonly hash: string | null;
        readonly lines: { readonly total: number; readonly read: number; readonly rejected: number };
        /** Read and rejected together. */
        readonly amount: Money;
      }
    | {
        readonly what: 'fill';
        readonly asOf: string;
        readonly cells: number;
        readonly refused: number;
        readonly amount: Money;
      }
    | { readonly what: 'undo' }
    | {
        readonly what: 'override';
        readonly domain: string;
        readonly product: string;
        readonly month: Month;
        /** Null: the override was taken away. */
        readonly amount: Money | null;
        readonly reason: string;
      }
    | { readonly what: 'freeze' | 'removed'; readonly id: string; readonly note: string }
    | { readonly what: 'note'; readonly rule: string; readonly text: string }
  );

/** What was done, oldest first. Of what became too long the oldest entries went; `dropped` says how many. */
export interface Log {
  readonly entries: readonly LogEntry[];
  readonly dropped: number;
}

export const NO_LOG: Log = { entries: [], dropped: 0 };

/** As many as stay well within what a memory takes, at a few hundred characters each. */
const MOST_ENTRIES = 1500;

/** The log with entries added at its end. */
export function addToLog(log: Log, entries: readonly LogEntry[]): Log {
  const all = [...log.entries, ...entries];
  const surplus = Math.max(0, all.length - MOST_ENTRIES);
  return { entries: all.slice(surplus), dropped: log.dropped + surplus };
}

/** The log as plain JSON, for the memory. */
export const logToJson = (log: Log): unknown => ({
  plafondwijzer: 'log',
  version: 1,
  dropped: log.dropped,
  entries: log.entries.map((one) =>
    'amount' in one ? { ...one, amount: one.amount === null ? null : formatMoney(one.amount) } : one,
  ),
});
