import { providerKey, type Dossier, type Issue } from '../core';
import type { InputFile, OpenGrid } from '../intake';
import type { WorkbookPort } from '../workbook';
import {
  checkSubmission,
  concludeCheck,
  prepareCheck,
  submissionRequest,
  type CheckBasis,
  type Submission,
  type SubmissionRequest,
} from './check';
import { buildDesk, type DeskOutcome } from './desk';
import { InputError, inputIssue, inputIssues } from './input-error';
import type { CheckRequest, Progress, RunInput, UnusableFile } from './types';

/** Submissions to check as files, opened one at a time. */
export interface DeskRequest extends RunInput {
  readonly submissions: readonly InputFile[];
  readonly aliases?: ReadonlyMap<string, string>;
  /** What was kept of earlier rounds. */
  readonly dossier: Dossier | null;
}

/** What a desk needs of the outside world. */
export interface DeskWays {
  readonly openGrid: OpenGrid;
  openWorkbook(bytes: Uint8Array, file: string): Promise<WorkbookPort>;
  /** SHA-256 in hexadecimal digits. */
  hash(bytes: Uint8Array): string;
  /** Between submissions: a moment for whoever else uses this thread. */
  pause?(): Promise<void>;
}

/** A desk with the SHA-256 of each submission. */
export interface DeskRun extends DeskOutcome {
  readonly hashes: ReadonlyMap<string, string>;
}

/** What became of one workbook. */
export type CheckedWorkbook =
  | { readonly kind: 'checked'; readonly submission: Submission }
  | { readonly kind: 'unusable'; readonly issues: readonly Issue[] };

/**
 * Checks one opened workbook. What is wrong with the file, and also a defect of ours, comes back as issues:
 * one workbook never stops the others.
 */
export async function checkOne(
  basis: CheckBasis,
  request: SubmissionRequest,
  file: string,
  open: () => Promise<WorkbookPort>,
): Promise<CheckedWorkbook> {
  try {
    const submission = await checkSubmission(basis, request, { file, port: await open() });
    return { kind: 'checked', submission };
  } catch (error) {
    return { kind: 'unusable', issues: workbookIssues(error, file) };
  }
}

/** What is wrong with a workbook, or that we failed on it: by the kind of the failure, for its text may quote data. */
export function workbookIssues(error: unknown, file: string): readonly Issue[] {
  try {
    return inputIssues(error, file);
  } catch (defect) {
    return [workbookDefect(defect instanceof Error ? defect.name : typeof defect, file)];
  }
}

/** A workbook on which we failed, as an issue. */
export const workbookDefect = (name: string, file: string): Issue =>
  inputIssue('desk.workbook-defect', { name }, { file });

/** The profiles that a dossier remembers, as a check takes them. */
export const rememberedProfiles = (dossier: Dossier | null): ReadonlyMap<string, unknown> =>
  new Map(
    (dossier?.providers ?? [])
      .filter(({ profile }) => profile !== null)
      .map((kept) => [providerKey(kept.provider), kept.profile]),
  );

async function bytesOf(file: InputFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.open()) {
    chunks.push(chunk);
    length += chunk.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * A desk of submissions, from their files to what a procurer needs. Each workbook is opened when it is its
 * turn and let go after, so that a folder of any size needs the room of one. Issues, as `InputError`: the
 * shared files can't be used, none of the workbooks can, or it was stopped.
 */
export async function runDesk(request: DeskRequest, ways: DeskWays, progress: Progress): Promise<DeskRun> {
  const { submissions: files, dossier } = request;
  const check: CheckRequest = {
    ...request,
    prognoses: [],
    profile: null,
    profiles: rememberedProfiles(dossier),
  };
  const basis = await prepareCheck(check, ways.openGrid, progress);
  const own = submissionRequest(check);
  const submissions: Submission[] = [];
  const unusable: UnusableFile[] = [];
  const hashes = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    progress.report('check', file.name, index / files.length);
    await ways.pause?.();
    if (progress.signal?.aborted) throw new InputError([inputIssue('flow.cancelled', {})]);
    const checked = await checkOne(basis, own, file.name, async () => {
      const bytes = await bytesOf(file);
      hashes.set(file.name, ways.hash(bytes));
      return ways.openWorkbook(bytes, file.name);
    });
    if (checked.kind === 'checked') submissions.push(checked.submission);
    else unusable.push({ file: file.name, issues: checked.issues });
  }
  if (submissions.length === 0) throw new InputError(unusable.flatMap(({ issues }) => issues));
  const desk = buildDesk({
    check: concludeCheck(basis, submissions, unusable),
    loaded: basis.loaded,
    hasProduction: request.production.length > 0,
    hasForecast: request.forecast.length > 0,
    dossier,
    hashes,
  });
  return { ...desk, hashes };
}
