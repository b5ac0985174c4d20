import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Issue } from '../../core';
import {
  submissionRequest,
  type CheckBasis,
  type CheckRequest,
  type Progress,
  type Submission,
  type SubmissionRequest,
  type UnusableFile,
} from '../../flow';
import { fromClonable, toClonable } from './clone';
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
    if (checked?.kind === 'checked') {
      submissions.push(checked.submission);
      hashes.set(file, checked.hash);
    } else unusable.push({ file, issues: checked?.issues ?? [defect('', file)] });
  });
  return { submissions, unusable, hashes };
}

const defect = (name: string, file: string): Issue => ({
  level: 'error',
  code: 'cli.workbook-defect',
  facts: { name },
  place: { file },
});

type Answer =
  Checked | { readonly kind: 'defect'; readonly name: string; readonly issues: readonly Issue[] | null };

async function inThreads(
  basis: CheckBasis,
  request: SubmissionRequest,
  workbooks: readonly WorkbookToCheck[],
  threads: number,
  take: (index: number, checked: Checked) => void,
): Promise<void> {
  const workerData = toClonable({ basis, request });
  let next = 0;
  /** One lane: workbooks one after another, in a thread that is replaced when it breaks down. */
  const lane = async (): Promise<void> => {
    let worker = new Worker(PROGRAM, { workerData });
    try {
      for (;;) {
        const index = next++;
        const workbook = workbooks[index];
        if (workbook === undefined) return;
        const answer = await ask(worker, workbook);
        if (answer.kind === 'defect') {
          take(index, { kind: 'unusable', issues: answer.issues ?? [defect(answer.name, workbook.name)] });
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

function ask(worker: Worker, workbook: WorkbookToCheck): Promise<Answer> {
  return new Promise((resolve) => {
    const finish = (answer: Answer): void => {
      worker.removeAllListeners();
      resolve(answer);
    };
    worker.once('message', (message: unknown) => finish(fromClonable(message) as Answer));
    worker.once('error', (error: Error) => finish({ kind: 'defect', name: error.name, issues: null }));
    worker.once('exit', () => finish({ kind: 'defect', name: 'exit', issues: null }));
    worker.postMessage(workbook);
  });
}
