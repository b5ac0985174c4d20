import { z } from 'zod';
import { formatMoney, isMonth, parseMoney, type Issue, type Money, type Month } from '../values';
import { money, month } from './snapshot-shape';

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

const count = z.number().int().nonnegative();
const happened = { at: z.string().min(1), engine: z.string() };
const entry = z.discriminatedUnion('what', [
  z.strictObject({
    ...happened,
    what: z.literal('import'),
    file: z.string(),
    kind: z.string(),
    hash: z.string().nullable(),
    lines: z.strictObject({ total: count, read: count, rejected: count }),
    amount: money,
  }),
  z.strictObject({
    ...happened,
    what: z.literal('fill'),
    asOf: z.string(),
    cells: count,
    refused: count,
    amount: money,
  }),
  z.strictObject({ ...happened, what: z.literal('undo') }),
  z.strictObject({
    ...happened,
    what: z.literal('override'),
    domain: z.string(),
    product: z.string(),
    month,
    amount: money.nullable(),
    reason: z.string(),
  }),
  z.strictObject({ ...happened, what: z.literal('freeze'), id: z.string(), note: z.string() }),
  z.strictObject({ ...happened, what: z.literal('removed'), id: z.string(), note: z.string() }),
  z.strictObject({ ...happened, what: z.literal('note'), rule: z.string(), text: z.string() }),
]);
const shape = z.strictObject({
  plafondwijzer: z.literal('log'),
  version: z.literal(1),
  dropped: count,
  entries: z.array(entry),
});

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

/** Reads the log. Issues name the path of what is damaged; nothing of a damaged log is used, or written over. */
export function readLog(json: unknown): { readonly log: Log } | { readonly issues: readonly Issue[] } {
  if (json === null || json === undefined) return { log: NO_LOG };
  const parsed = shape.safeParse(json);
  if (!parsed.success) {
    return {
      issues: parsed.error.issues.slice(0, 3).map((issue): Issue => ({
        level: 'error',
        code: 'snapshots.log-not-valid',
        facts: { expected: issue.message },
        place: { path: issue.path.map(String).join('.') },
      })),
    };
  }
  return {
    log: {
      dropped: parsed.data.dropped,
      entries: parsed.data.entries.flatMap((one): LogEntry[] => {
        if (one.what === 'override') {
          if (!isMonth(one.month)) return [];
          return [{ ...one, month: one.month, amount: one.amount === null ? null : parseMoney(one.amount) }];
        }
        if (one.what === 'import' || one.what === 'fill') return [{ ...one, amount: parseMoney(one.amount) }];
        return [one];
      }),
    },
  };
}
