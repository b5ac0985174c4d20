import { z } from 'zod';
import { isMonth, parseMoney, type Issue } from '../values';
import { NO_LOG, type Log, type LogEntry } from './log';
import { money, month } from './snapshot-shape';

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
