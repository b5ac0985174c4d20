import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileProblem, systemCode } from './failure';
import type { FoundFile } from './input-files';

/** A place where a file will be written, checked beforehand. */
export interface OutputTarget {
  /** As typed. */
  readonly typed: string;
  readonly path: string;
  readonly overwrite: boolean;
}

export interface OutputFile {
  readonly target: OutputTarget;
  readonly bytes: Uint8Array;
}

/** The contents that there are, each with the target in the same place. */
export const asOutputs = (targets: readonly OutputTarget[], contents: readonly Uint8Array[]): OutputFile[] =>
  targets.flatMap((target, index) => {
    const bytes = contents[index];
    return bytes === undefined ? [] : [{ target, bytes }];
  });

const sameName = (a: string, b: string): boolean =>
  // Windows and macOS take Out.xlsx and out.xlsx for one file.
  process.platform === 'linux' ? a === b : a.toLowerCase() === b.toLowerCase();

/**
 * Checks every output before any work is done. Errors: `FileProblem` for a folder that isn't there, a
 * target that is a folder, an input (also through a link), the same as another output, or a file that
 * exists while `force` is off.
 */
export function planOutputs(
  typed: readonly string[],
  cwd: string,
  inputs: readonly FoundFile[],
  force: boolean,
): OutputTarget[] {
  const targets: OutputTarget[] = [];
  for (const name of typed) {
    const target = planOutput(name, cwd, inputs, force);
    const twin = targets.find((other) => sameName(other.path, target.path));
    if (twin) throw fileProblem('cli.output-twice', name, { other: twin.typed });
    targets.push(target);
  }
  return targets;
}

function folderOf(typed: string, full: string): string {
  try {
    const folder = realpathSync(path.dirname(full));
    if (statSync(folder).isDirectory()) return folder;
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
  throw fileProblem('cli.output-folder-missing', typed, { folder: path.dirname(full) });
}

function planOutput(typed: string, cwd: string, inputs: readonly FoundFile[], force: boolean): OutputTarget {
  const full = path.resolve(cwd, typed);
  const folder = folderOf(typed, full);
  const here = path.join(folder, path.basename(full));
  const found = statSync(here, { bigint: true, throwIfNoEntry: false });
  if (found === undefined) {
    // A link that leads nowhere would be replaced by a file: not what its owner meant.
    return { typed, path: here, overwrite: false };
  }
  if (found.isDirectory()) throw fileProblem('cli.output-is-folder', typed);
  const real = realpathSync(here);
  const input = inputs.find(
    (file) => sameName(file.realPath, real) || (file.device === found.dev && file.inode === found.ino),
  );
  if (input) throw fileProblem('cli.output-is-input', typed, { input: input.typed });
  if (!force) throw fileProblem('cli.output-exists', typed);
  return { typed, path: real, overwrite: true };
}

const beside = (file: string, kind: string): string =>
  path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.${kind}`);

function writeTemporary(output: OutputFile): string {
  const temporary = beside(output.target.path, 'tmp');
  const handle = openSync(temporary, 'wx');
  try {
    writeFileSync(handle, output.bytes);
    fsyncSync(handle);
  } catch (error) {
    closeSync(handle);
    rmSync(temporary, { force: true });
    throw error;
  }
  closeSync(handle);
  return temporary;
}

/**
 * Unlike a rename, a link never replaces a file that appeared in the meantime. False where the file system
 * has no links.
 */
function linkInPlace(temporary: string, target: OutputTarget): boolean {
  try {
    linkSync(temporary, target.path);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw fileProblem('cli.output-exists', target.typed);
    return false;
  }
  rmSync(temporary, { force: true });
  return true;
}

/** Puts the temporary file in place; what was there comes back by calling the returned undo. */
function putInPlace(temporary: string, target: OutputTarget): { undo(): void; keep(): void } {
  if (target.overwrite && existsSync(target.path)) {
    const old = beside(target.path, 'old');
    renameSync(target.path, old);
    try {
      renameSync(temporary, target.path);
    } catch (error) {
      renameSync(old, target.path);
      throw error;
    }
    return { undo: () => renameSync(old, target.path), keep: () => rmSync(old, { force: true }) };
  }
  if (!linkInPlace(temporary, target)) {
    if (existsSync(target.path)) throw fileProblem('cli.output-exists', target.typed);
    renameSync(temporary, target.path);
  }
  return { undo: () => rmSync(target.path, { force: true }), keep: () => undefined };
}

/** A temporary file beside its target that is filled piece by piece. */
export interface StreamedOutput {
  readonly target: OutputTarget;
  readonly temporary: string;
}

/**
 * Writes a stream to a temporary file beside its target, to disk. Nothing of it shows under the target's
 * name until `placeStreamed`. Errors: `FileProblem` naming the output; then nothing is left.
 */
export async function writeStreamed(
  target: OutputTarget,
  chunks: AsyncIterable<Uint8Array>,
): Promise<StreamedOutput> {
  const temporary = beside(target.path, 'tmp');
  let handle: number | null = null;
  try {
    handle = openSync(temporary, 'wx');
    for await (const chunk of chunks) writeSync(handle, chunk);
    fsyncSync(handle);
    closeSync(handle);
    return { target, temporary };
  } catch (error) {
    if (handle !== null) closeSync(handle);
    rmSync(temporary, { force: true });
    const code = systemCode(error);
    if (code === null) throw error;
    throw fileProblem('cli.output-failed', target.typed, { code });
  }
}

/** Throws streamed outputs away. */
export function dropStreamed(outputs: readonly StreamedOutput[]): void {
  for (const { temporary } of outputs) rmSync(temporary, { force: true });
}

/** Puts streamed outputs in place: all, or none and everything as it was. Errors: `FileProblem`. */
export function placeStreamed(outputs: readonly StreamedOutput[]): void {
  const placed: { undo(): void; keep(): void }[] = [];
  let current = '';
  try {
    for (const { target, temporary } of outputs) {
      current = target.typed;
      placed.push(putInPlace(temporary, target));
    }
  } catch (error) {
    for (const done of placed.reverse()) done.undo();
    dropStreamed(outputs);
    const code = systemCode(error);
    if (code === null) throw error;
    throw fileProblem('cli.output-failed', current, { code });
  }
  for (const done of placed) done.keep();
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes all outputs whole, or none: each to a temporary file beside its target, to disk, then into place.
 * Synchronous inside, with signals held, so that an interruption comes before or after, never between.
 * Errors: `FileProblem` naming the output that couldn't be written; then nothing is left and what was there
 * before is there again.
 */
export async function writeOutputs(outputs: readonly OutputFile[]): Promise<void> {
  let interrupted: NodeJS.Signals | null = null;
  const hold = (signal: NodeJS.Signals): void => {
    interrupted = signal;
  };
  for (const signal of SIGNALS) process.on(signal, hold);
  try {
    writeAll(outputs);
    await nextTurn();
  } finally {
    for (const signal of SIGNALS) process.off(signal, hold);
  }
  if (interrupted !== null) process.kill(process.pid, interrupted);
}

function writeAll(outputs: readonly OutputFile[]): void {
  const temporaries: string[] = [];
  const placed: { undo(): void; keep(): void }[] = [];
  let current = '';
  try {
    for (const output of outputs) {
      current = output.target.typed;
      temporaries.push(writeTemporary(output));
    }
    for (const [index, output] of outputs.entries()) {
      current = output.target.typed;
      placed.push(putInPlace(temporaries[index] ?? '', output.target));
    }
  } catch (error) {
    for (const done of placed.reverse()) done.undo();
    for (const temporary of temporaries) rmSync(temporary, { force: true });
    const code = systemCode(error);
    if (code === null) throw error;
    throw fileProblem(
      code === 'EBUSY' || code === 'EPERM' ? 'cli.output-in-use' : 'cli.output-failed',
      current,
      { code },
    );
  }
  for (const done of placed) done.keep();
}
