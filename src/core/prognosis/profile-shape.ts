import { z } from 'zod';
import type { Issue } from '../values/message';
import { correctionSchema } from './corrections/correction';

const rowSchema = z.strictObject({
  /** Where it stood, from 0; only a hint. */
  row: z.number().int().min(0),
  /** The label texts of the row, normalised. */
  key: z.string(),
  /** Which of the rows with this key, from 0, of how many. */
  nth: z.number().int().min(0),
  of: z.number().int().min(1),
});
const columnSchema = z.strictObject({
  col: z.number().int().min(0),
  key: z.string(),
  nth: z.number().int().min(0),
  of: z.number().int().min(1),
});
const blockSchema = z.strictObject({
  sheet: z.number().int().min(0),
  /** Texts of the heading rows, from top to bottom. */
  headings: z.array(z.array(z.string())),
  columns: z.array(columnSchema),
  labelColumns: z.array(columnSchema),
});
const slotSchema = z.strictObject({
  block: z.number().int().min(0),
  row: z.number().int().min(0),
  column: z.number().int().min(0),
  measure: z.enum(['amount', 'volume', 'clients', 'tariff']),
  label: z.string(),
  product: z.string().nullable(),
  from: z.number().int().min(1).max(12),
  until: z.number().int().min(1).max(12),
  /** Years after the layout's own year; mostly 0. */
  year: z.number().int().min(-5).max(5),
  domain: z.string().nullable(),
  phase: z.enum(['actual', 'forecast', 'any']),
  scale: z.union([z.literal(1), z.literal(1000)]),
  client: z.string().optional(),
  unit: z.string().optional(),
  location: z.string().optional(),
  /** Not filled before the user has said what it is. */
  asked: z.literal(true).optional(),
});
const profileSchema = z.strictObject({
  kind: z.literal('plafondwijzer-profile'),
  version: z.literal(1),
  file: z.string(),
  year: z.number().int().min(1990).max(2100),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      rows: z.array(rowSchema),
      /** First labels of all rows, to tell new lines from known ones. */
      seen: z.array(z.string()),
    }),
  ),
  blocks: z.array(blockSchema),
  slots: z.array(slotSchema),
  /** Confirmed wordings: normalised label → product. */
  aliases: z.record(z.string(), z.string()),
  /** What the user corrected, in the order in which it was said. */
  corrections: z.array(correctionSchema).optional(),
});

/**
 * What was recognised (and corrected by the user) in a workbook, in terms of its own texts rather than
 * addresses, so that it fits next month's copy. Plain JSON.
 */
export type Profile = z.infer<typeof profileSchema>;

/**
 * Reads a profile from JSON. Problems come back as issues with the path inside it, what was found and what was
 * expected; nothing is repaired.
 */
export function parseProfile(json: unknown): { profile: Profile } | { issues: Issue[] } {
  const result = profileSchema.safeParse(json);
  if (result.success) return { profile: result.data };
  return {
    issues: result.error.issues.map((issue): Issue => ({
      level: 'error',
      code: 'prognosis.profile-not-valid',
      place: { path: pathText(issue.path) },
      facts: { path: pathText(issue.path), expected: issue.message },
    })),
  };
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}
