import type { Json, WorkbookMemory } from '../../workbook';

/** Where drafts are kept: the browser’s own storage on this machine. A test gives another. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What was decided about a workbook file that wasn’t saved yet, under the hash of that file. */
export interface Draft {
  readonly at: string;
  /** Documents of the workbook’s memory, by key. They hold no client: the memory refuses those. */
  readonly documents: Readonly<Record<string, Json>>;
}

const PREFIX = 'plafondwijzer.draft.';
const MOST_DRAFTS = 10;
/** Above this many characters frozen states stay out: the browser keeps about five million in all. */
const MOST_LENGTH = 2_000_000;

/** The browser’s storage, or null where it is switched off. */
export function browserStorage(): DraftStorage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Draft).at === 'string' &&
  typeof (value as Draft).documents === 'object' &&
  (value as Draft).documents !== null;

/** The draft of a file, or null when there is none that can be read. */
export function readDraft(storage: DraftStorage, hash: string): Draft | null {
  const text = storage.getItem(PREFIX + hash);
  if (text === null) return null;
  try {
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) ? draft : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Forgets the draft of a file. */
export const forgetDraft = (storage: DraftStorage, hash: string): void => storage.removeItem(PREFIX + hash);

/** Puts the documents of a draft into the memory of the file that was opened again. */
export async function restoreDraft(memory: WorkbookMemory, draft: Draft): Promise<void> {
  for (const [key, value] of Object.entries(draft.documents)) {
    const present = await memory.get(key);
    if (JSON.stringify(present) !== JSON.stringify(value)) await memory.set(key, value);
  }
}

/**
 * Keeps what the memory holds now. The oldest drafts make place. False when the browser keeps no more: the workbook
 * itself has it all, once it is saved.
 */
export async function keepDraft(
  storage: DraftStorage,
  hash: string,
  memory: WorkbookMemory,
  at: string,
): Promise<boolean> {
  const documents: Record<string, Json> = {};
  for (const key of await memory.keys()) documents[key] = await memory.get(key);
  let text = JSON.stringify({ at, documents } satisfies Draft);
  if (text.length > MOST_LENGTH) {
    const small = Object.entries(documents).filter(([key]) => !key.startsWith('snapshot-'));
    text = JSON.stringify({ at, documents: Object.fromEntries(small) } satisfies Draft);
  }
  try {
    storage.setItem(PREFIX + hash, text);
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
  dropOldest(storage);
  return true;
}

function dropOldest(storage: DraftStorage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
    (key): key is string => key?.startsWith(PREFIX) === true,
  );
  const byAge = keys
    .map((key) => ({ key, at: readDraft(storage, key.slice(PREFIX.length))?.at ?? '' }))
    .sort((a, b) => a.at.localeCompare(b.at));
  for (const { key } of byAge.slice(0, Math.max(0, byAge.length - MOST_DRAFTS))) storage.removeItem(key);
}
