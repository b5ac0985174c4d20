import { createHash } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import { access, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { InputFile } from '../intake';
import { fileProblem, systemCode } from './failure';
import { fileChunks } from './file-chunks';

/** A file the user named, found to be there and readable. */
export interface FoundFile {
  /** As typed. */
  readonly typed: string;
  readonly path: string;
  /** With symbolic links followed. */
  readonly realPath: string;
  readonly size: number;
  readonly device: bigint;
  readonly inode: bigint;
}

async function statOf(file: string): Promise<BigIntStats | null> {
  try {
    return await stat(file, { bigint: true });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

/** Errors: `FileProblem` when there is no such file, it is a folder, or it may not be read. */
export async function findFile(typed: string, cwd: string): Promise<FoundFile> {
  const full = path.resolve(cwd, typed);
  try {
    const found = await statOf(full);
    if (found === null) throw fileProblem('cli.input-missing', typed);
    if (found.isDirectory()) throw fileProblem('cli.input-is-folder', typed);
    await access(full, constants.R_OK);
    return {
      typed,
      path: full,
      realPath: await realpath(full),
      size: Number(found.size),
      device: found.dev,
      inode: found.ino,
    };
  } catch (error) {
    const code = systemCode(error);
    if (code !== null) throw fileProblem('cli.input-unreadable', typed, { code });
    throw error;
  }
}

const asPattern = (name: string): RegExp =>
  new RegExp(
    `^${name
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    'i',
  );

/**
 * Files for `*` and `?` in the last part of a path, in order of name: not every shell expands them.
 * A name without them, or that exists as it is, stays as it is. Errors: `FileProblem` when nothing matches.
 */
export async function expandPattern(typed: string, cwd: string): Promise<string[]> {
  const name = path.basename(typed);
  if (!/[*?]/.test(name) || (await statOf(path.resolve(cwd, typed))) !== null) return [typed];
  const folder = path.dirname(typed);
  let entries: string[];
  try {
    entries = await readdir(path.resolve(cwd, folder));
  } catch (error) {
    throw fileProblem('cli.input-unreadable', typed, { code: systemCode(error) ?? '' });
  }
  const pattern = asPattern(name);
  // Excel's lock files (~$name.xlsx) and hidden files are nobody's input.
  const matches = entries.filter((entry) => pattern.test(entry) && !/^(~\$|\.)/.test(entry)).sort();
  if (matches.length === 0) throw fileProblem('cli.pattern-without-files', typed);
  return matches.map((entry) => (folder === '.' ? entry : path.join(folder, entry)));
}

/**
 * Short names for reports: the file name without its folder, or the path as typed where two files share
 * that name.
 */
export function displayNames(files: readonly FoundFile[]): ReadonlyMap<FoundFile, string> {
  const paths = new Map<string, Set<string>>();
  for (const file of files) {
    const base = path.basename(file.path);
    paths.set(base, (paths.get(base) ?? new Set()).add(file.path));
  }
  return new Map(
    files.map((file) => {
      const base = path.basename(file.path);
      return [file, (paths.get(base)?.size ?? 1) > 1 ? file.typed : base];
    }),
  );
}

/** The same chunks; the SHA-256 of them lands in `hashes` once they have been read to the end. */
async function* hashing(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  hashes: Map<string, string>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  hashes.set(name, hash.digest('hex'));
}

/**
 * A file as the readers take it; its SHA-256 lands in `hashes` once it has been read to the end. So does that of
 * every file in a zip under its own name (`berichten.zip/mei.xml`): it is the same as when it comes loose.
 */
export function inputFile(file: FoundFile, name: string, hashes: Map<string, string>): InputFile {
  return {
    name,
    size: file.size,
    async *open(fleeting = false): AsyncIterable<Uint8Array> {
      try {
        yield* hashing(fileChunks(file.path, fleeting), name, hashes);
      } catch (error) {
        const code = systemCode(error);
        if (code !== null) throw fileProblem('cli.input-unreadable', file.typed, { code });
        throw error;
      }
    },
    alongside: (inner, chunks) => hashing(chunks, inner, hashes),
  };
}

/** All bytes of a file. Errors: `FileProblem`. */
export async function readBytes(file: FoundFile): Promise<Uint8Array> {
  try {
    const bytes = await readFile(file.path);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    throw fileProblem('cli.input-unreadable', file.typed, { code: systemCode(error) ?? '' });
  }
}

/** A JSON document. Errors: `FileProblem` that says where it stops being JSON. */
export async function readJson(file: FoundFile): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(file)).replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw fileProblem('cli.not-json', file.typed, { reason: error instanceof Error ? error.message : '' });
  }
}
