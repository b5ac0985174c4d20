import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import {
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
import { toClonable, type Texts } from './clone';
import { Lane } from './lane';
import { checkWorkbook, type Checked, type WorkbookToCheck } from './one-workbook';

export interface ManyChecked {
  readonly submissions: readonly Submission[];
  readonly unusable: readonly UnusableFile[];
  /** SHA-256 of the workbooks by name. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** Fewer than this aren't worth a second thread, which has to be given all the data first. */
const WORTH_THREADS = 6;

/**
 * How many threads to check with on so many processors. Of two the second is kept busy by what this thread leaves to
 * others (compiling, clearing up): another thread with all the data only pays where the chance of an overrun is
 * simulated, which is most of the work and leaves nothing to clear up.
 */
export const usefulThreads = (processors: number, { loaded }: CheckBasis): number =>
  processors > 2 || loaded.ceilings !== null ? processors : 1;

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

/**
 * Up to so many declared lines every thread gets them all; with more it asks for those of the provider at hand when
 * it knows whose workbook it is.
 */
const FEW_LINES = 500_000;

/** This thread checks along with the others: what it finds itself needn't be handed over. */
async function inThreads(
  basis: CheckBasis,
  request: SubmissionRequest,
  workbooks: readonly WorkbookToCheck[],
  threads: number,
  take: (index: number, checked: Checked) => void,
): Promise<void> {
  const { production, forecast } = basis.loaded;
  const light = production.size + forecast.size > FEW_LINES ? withoutLines(basis) : null;
  const workerData = toClonable({ basis: light ?? basis, request, asksForLines: light !== null });
  const texts: Texts = new Map();
  let next = 0;
  const claim = (): number | null => (next < workbooks.length ? next++ : null);
  const lanes = Array.from(
    { length: threads - 1 },
    () => new Lane(() => new Worker(PROGRAM, { workerData }), basis, workbooks, texts, claim, take),
  );
  try {
    const others = lanes.map((lane) => lane.run());
    for (let index = claim(); index !== null; index = claim()) {
      const workbook = workbooks[index];
      if (workbook) take(index, await checkWorkbook(basis, request, workbook));
      // What the other threads have sent in the meantime comes first.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(others);
  } finally {
    for (const lane of lanes) lane.drop();
  }
}
