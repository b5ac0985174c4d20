import { looksLikeBsn, type Message } from '../core';
import { WorkbookError } from './port';
import { attributeOf, parseTree } from './xlsx/xml';

/** What can be kept: plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * What the workbook remembers for next month: small JSON documents by key (`profile`, `settings`, `log`,
 * `snapshot-2023-06`), kept in the workbook itself and travelling with it. Nothing is kept that looks like a client.
 * Contract (one suite for all adapters): what was set is what is got, now and after saving and opening; a document that
 * another pane changed since it was got is not overwritten (`excel.memory-changed`).
 */
export interface WorkbookMemory {
  /** Keys of the documents that are there, in alphabetical order. */
  keys(): Promise<readonly string[]>;
  /** The document, or null when there is none. */
  get(key: string): Promise<Json>;
  /** Keeps a document, or with null forgets it. Errors: `WorkbookError` with `excel.memory-*`. */
  set(key: string, value: Json): Promise<void>;
}

/** The namespace of our documents among a workbook's custom XML parts. */
export const MEMORY_NAMESPACE = 'urn:plafondwijzer:memory:1';

/** A document with the number of times it was set, by which two panes notice each other. */
export interface Kept {
  readonly key: string;
  readonly revision: number;
  /** Null when it was forgotten: a file's part stays, empty. */
  readonly value: Json;
}

/** A megabyte of text: a year of snapshots fits, a production file doesn't. */
const MAX_LENGTH = 1_000_000;

const KEY = /^[a-z0-9][a-z0-9.-]{0,63}$/;

const problem = (code: string, facts: Message['facts']): WorkbookError =>
  new WorkbookError({ code: `excel.memory-${code}`, facts });

/** XML text of a document. JSON has an escape for what XML can't hold. */
export function toXml({ key, revision, value }: Kept): string {
  const json = value === null ? '' : JSON.stringify(value);
  const text = json
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<document xmlns="${MEMORY_NAMESPACE}" key="${key}" revision="${revision}">${text}</document>`
  );
}

/** The document in an XML part, or null when the part isn't one of ours or can't be read. */
export function fromXml(xml: string): Kept | null {
  if (!xml.includes(MEMORY_NAMESPACE)) return null;
  try {
    const root = parseTree(xml, '', '');
    const key = attributeOf(root, 'key');
    const revision = Number(attributeOf(root, 'revision'));
    if (root.uri !== MEMORY_NAMESPACE || root.local !== 'document' || key === null) return null;
    if (!KEY.test(key) || !Number.isSafeInteger(revision)) return null;
    const value: Json = root.text.trim() === '' ? null : (JSON.parse(root.text) as Json);
    return { key, revision, value };
  } catch (error) {
    // Somebody edited the part by hand: it is as if it weren't there, and will be written anew.
    if (error instanceof WorkbookError || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Refuses what may not be kept: odd keys, too much of it, and anything that looks like a client's number. */
export function checkKept(key: string, value: Json): void {
  if (!KEY.test(key)) throw problem('key', { key });
  const length = JSON.stringify(value).length;
  if (length > MAX_LENGTH) throw problem('too-large', { key, length, limit: MAX_LENGTH });
  const place = findClient(value, key);
  if (place !== null) throw problem('private', { key, place });
}

/** Where in a document a text or number could be a citizen service number; null when nowhere. */
function findClient(value: Json, path: string): string | null {
  if (typeof value === 'string' || typeof value === 'number') {
    const runs = String(value).match(/(?<![0-9A-Za-z.,])\d{9}(?![0-9A-Za-z]|[.,]\d)/g) ?? [];
    return runs.some(looksLikeBsn) ? path : null;
  }
  if (value === null || typeof value === 'boolean') return null;
  for (const [name, part] of Object.entries(value)) {
    // The name itself may be the number: then it isn't shown.
    if (findClient(name, '') !== null) return path;
    const found = findClient(part as Json, `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

/** Where an adapter keeps documents. */
export interface Keep {
  /** Every document of ours that is there now. */
  load(): Promise<readonly Kept[]>;
  /** Puts one in the place of the one with its key. */
  store(kept: Kept): Promise<void>;
}

/** A memory over a place to keep documents: the rules are the same everywhere. */
export function memoryOver(keep: Keep): WorkbookMemory {
  /** Revisions as this pane last saw them. */
  const seen = new Map<string, number>();
  const find = async (key: string): Promise<Kept | null> =>
    (await keep.load()).find((kept) => kept.key === key) ?? null;
  return {
    async keys() {
      const kept = await keep.load();
      return kept
        .filter(({ value }) => value !== null)
        .map(({ key }) => key)
        .sort();
    },
    async get(key) {
      const kept = await find(key);
      seen.set(key, kept?.revision ?? 0);
      return kept?.value ?? null;
    },
    async set(key, value) {
      checkKept(key, value);
      const present = (await find(key))?.revision ?? 0;
      if (present !== (seen.get(key) ?? 0)) throw problem('changed', { key });
      // What comes out is what would come out after saving: no undefined, no shared objects.
      const plain = JSON.parse(JSON.stringify(value)) as Json;
      await keep.store({ key, revision: present + 1, value: plain });
      seen.set(key, present + 1);
    },
  };
}

/** A memory that lasts as long as the page. `shared` lets two panes look at one workbook. */
export function memoryInMemory(shared: Map<string, Kept> = new Map()): WorkbookMemory {
  return memoryOver({
    load: () => Promise.resolve([...shared.values()]),
    store: (kept) => {
      shared.set(kept.key, kept);
      return Promise.resolve();
    },
  });
}
