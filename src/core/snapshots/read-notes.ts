import { z } from 'zod';
import type { Issue } from '../values';
import type { FindingNote } from './notes';

const shape = z.strictObject({
  plafondwijzer: z.literal('notes'),
  version: z.literal(1),
  notes: z.array(
    z.strictObject({
      id: z.string().min(1),
      rule: z.string(),
      finding: z.string(),
      text: z.string(),
      at: z.string(),
    }),
  ),
});

/** Reads the notes. Issues name the path of what is damaged; nothing of it is used, or written over. */
export function readNotes(
  json: unknown,
): { readonly notes: readonly FindingNote[] } | { readonly issues: readonly Issue[] } {
  if (json === null || json === undefined) return { notes: [] };
  const parsed = shape.safeParse(json);
  if (parsed.success) return { notes: parsed.data.notes };
  return {
    issues: parsed.error.issues.slice(0, 3).map((issue): Issue => ({
      level: 'error',
      code: 'snapshots.notes-not-valid',
      facts: { expected: issue.message },
      place: { path: issue.path.map(String).join('.') },
    })),
  };
}
