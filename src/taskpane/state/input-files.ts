import type { InputFile } from '../../intake';
import type { FileRole } from './state';

async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

const blobs = new WeakMap<InputFile, Blob>();

/** A file chosen or dropped by the user, or fetched from our own address, as the engine takes it. */
export function inputFile(blob: Blob, name: string): InputFile {
  const file: InputFile = { name, size: blob.size, open: () => chunksOf(blob) };
  blobs.set(file, blob);
  return file;
}

/** Chosen files, under their own names. */
export const inputFiles = (files: readonly File[]): InputFile[] =>
  files.map((file) => inputFile(file, file.name));

/** What is behind a file of `inputFile`: it crosses to another thread without being read. Null for any other. */
export const blobOf = (file: InputFile): Blob | null => blobs.get(file) ?? null;

/** The whole content of a file. */
export async function readAll(file: InputFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

const CEILINGS = /plafond|ceiling|budget/;
const TARIFFS = /tarie[fv]|tariff/;
const FORECAST = /prognos|forecast|verwacht/;
const ALLOCATIONS = /toewijz|allocation|(?:wmo|jw)30[15]/;
const PRODUCTION = /produc|realisat|declarat|factu/;

/**
 * What a file is most likely for, from its name and the first line of a text file. The user sees the choice
 * and can change it.
 * @example guessRole('plafonds.csv', 'aanbieder;domein;jaar;soort;client;bedrag;vanaf', 'fill') // 'ceilings'
 */
export function guessRole(name: string, firstLine: string, task: 'fill' | 'check'): FileRole {
  const lower = name.toLowerCase();
  const header = firstLine.toLowerCase();
  if (lower.endsWith('.json')) return 'profile';
  if (ALLOCATIONS.test(lower)) return 'allocations';
  if (/\.xls[xm]$/.test(lower)) {
    if (CEILINGS.test(lower)) return 'ceilings';
    if (TARIFFS.test(lower)) return 'tariffs';
    if (PRODUCTION.test(lower) && !FORECAST.test(lower)) return 'production';
    return task === 'check' ? 'submitted' : 'prognosis';
  }
  if (/\bsoort\b/.test(header) && /\bbedrag\b/.test(header) && /\bjaar\b/.test(header)) return 'ceilings';
  if (/\btarief\b|zorgcomponent/.test(header) && !/\bperiode\b/.test(header)) return 'tariffs';
  if (CEILINGS.test(lower)) return 'ceilings';
  if (TARIFFS.test(lower)) return 'tariffs';
  if (FORECAST.test(lower)) return 'forecast';
  return 'production';
}

/** The first line of a text file, for `guessRole`; empty for anything else. */
export async function firstLineOf(file: InputFile): Promise<string> {
  if (!/\.(csv|txt|tsv)$/i.test(file.name)) return '';
  for await (const chunk of file.open()) {
    const text = new TextDecoder('windows-1252').decode(chunk.subarray(0, 4096));
    return text.split(/\r?\n/, 1)[0] ?? '';
  }
  return '';
}
