import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CareTable } from '../../core';
import {
  linesOf,
  submissionRequest,
  withoutLines,
  workbookDefect,
  type CheckBasis,
  type CheckRequest,
  type Progress,
  type Submission,
  type SubmissionRequest,
  type UnusableFile,
} from '../../flow';
import { fromClonable, toClonable, type Texts } from './clone';
import { checkWorkbook, type Checked, type WorkbookToCheck } from './one-workbook';

export interface ManyChecked {
  readonly submissions: readonly Submission[];
  readonly unusable: readonly UnusableFile[];
  /** SHA-256 of the workbooks by name. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** Fewer than this aren't worth a second thread, which has to be given all the data first. */
const WORTH_THREADS = 6;

/** The thread's program, beside this one; absent where the source runs without having been built. */
const PROGRAM = path.join(__dirname, 'check-worker.js');

/**
 * Checks workbooks side by side on `threads` processors, in the order given. A workbook that can't be used,
 * or on which we fail, never stops the others. The same outcome whatever the number of threads.
 */
export async function checkMany(
  basis: CheckBasis,
  input: CheckRequest,
  workbooks: readonly WorkbookToCheck[],
  threads: number,
  progress: Progress,
): Promise<ManyChecked> {
  const request = submissionRequest(input);
  const results = new Array<Checked | undefined>(workbooks.length);
  let done = 0;
  const take = (index: number, checked: Checked): void => {
    results[index] = checked;
    done += 1;
    progress.report('check', workbooks[index]?.name ?? null, done / workbooks.length);
  };
  const count = Math.min(threads, Math.floor(workbooks.length / (WORTH_THREADS / 2)));
  if (count > 1 && workbooks.length >= WORTH_THREADS && existsSync(PROGRAM)) {
    await inThreads(basis, request, workbooks, count, take);
  } else {
    for (const [index, workbook] of workbooks.entries()) {
      take(index, await checkWorkbook(basis, request, workbook));
    }
  }
  const submissions: Submission[] = [];
  const unusable: UnusableFile[] = [];
  const hashes = new Map<string, string>();
  results.forEach((checked, index) => {
    const file = workbooks[index]?.name ?? '';
    if (checked?.hash) hashes.set(file, checked.hash);
    if (checked?.checked.kind === 'checked') submissions.push(checked.checked.submission);
    else unusable.push({ file, issues: checked?.checked.issues ?? [workbookDefect('', file)] });
  });
  return { submissions, unusable, hashes };
}

type Answer = Checked | { readonly defect: string };

/** What a thread is sent: its next workbook, or the declared lines it asked for. */
export type ToWorker = { readonly workbook: WorkbookToCheck } | { readonly lines: CareTable };

async function inThreads(
  basis: CheckBasis,
  request: SubmissionRequest,
  workbooks: readonly WorkbookToCheck[],
  threads: number,
  take: (index: number, checked: Checked) => void,
): Promise<void> {
  // A thread gets the lines of the provider at hand when it knows whose workbook it is, not those of everybody.
  const light = withoutLines(basis);
  const workerData = toClonable({ basis: light ?? basis, request, asksForLines: light !== null });
  const texts: Texts = new Map();
  let next = 0;
  /** One lane: workbooks one after another, in a thread that is replaced when it breaks down. */
  const lane = async (): Promise<void> => {
    let worker = new Worker(PROGRAM, { workerData });
    try {
      for (;;) {
        const index = next++;
        const workbook = workbooks[index];
        if (workbook === undefined) return;
        const answer = await ask(basis, worker, workbook, texts);
        if ('defect' in answer) {
          const issues = [workbookDefect(answer.defect, workbook.name)];
          take(index, { checked: { kind: 'unusable', issues }, hash: null });
          await worker.terminate();
          worker = new Worker(PROGRAM, { workerData });
        } else take(index, answer);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, lane));
}

function ask(basis: CheckBasis, worker: Worker, workbook: WorkbookToCheck, texts: Texts): Promise<Answer> {
  return new Promise((resolve) => {
    // Only our own listeners come off again: the thread keeps listeners of itself among them.
    const finish = (answer: Answer): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      resolve(answer);
    };
    const send = (message: ToWorker): void => worker.postMessage(toClonable(message));
    const onMessage = (message: unknown): void => {
      const answer = fromClonable(message, texts) as Answer | { readonly linesOf: string };
      if ('linesOf' in answer) send({ lines: linesOf(basis, answer.linesOf) });
      else finish(answer);
    };
    const onError = (error: Error): void => finish({ defect: error.name });
    const onExit = (): void => finish({ defect: 'exit' });
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    send({ workbook });
  });
}
