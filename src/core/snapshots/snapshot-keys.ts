/** A document of a memory, with its key. Plain JSON. */
export interface KeptDocument {
  readonly key: string;
  readonly value: unknown;
}

export const snapshotKey = (id: string): string => `snapshot-${id}`;
export const partKey = (id: string, part: number): string => `snapshot-${id}.p${part}`;

/** The snapshot that a key of the memory stands for; null for other documents, and for the parts of a snapshot. */
export const snapshotOfKey = (key: string): string | null =>
  /^snapshot-([a-z0-9][a-z0-9-]*)$/.exec(key)?.[1] ?? null;
