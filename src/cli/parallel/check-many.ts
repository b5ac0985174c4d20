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

type Answer = Checked | { readonly defect: string };

/** What a thread is sent: a workbook to check after those before it, or the declared lines it asked for. */
export type ToWorker = { readonly workbook: WorkbookToCheck } | { readonly lines: CareTable };

/** Workbooks a thread has at a time: the next one lies ready while this thread is busy with one of its own. */
const AT_HAND = 2;

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
    () => new Lane(basis, workerData, workbooks, texts, claim, take),
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

/** Workbooks one after another in a thread that is replaced when it breaks down. */
class Lane {
  private worker: Worker | null = null;
  /** Sent and not answered yet; answers come in the order of sending. */
  private readonly sent: number[] = [];
  private finish: () => void = () => undefined;

  constructor(
    private readonly basis: CheckBasis,
    private readonly workerData: unknown,
    private readonly workbooks: readonly WorkbookToCheck[],
    private readonly texts: Texts,
    private readonly claim: () => number | null,
    private readonly take: (index: number, checked: Checked) => void,
  ) {}

  /** Resolves when there is nothing left to claim and everything sent is answered. */
  run(): Promise<void> {
    return new Promise((resolve) => {
      this.finish = resolve;
      this.goOn();
    });
  }

  private goOn(): void {
    while (this.sent.length < AT_HAND) {
      const index = this.claim();
      if (index === null) break;
      this.sent.push(index);
      if (this.worker) this.send(this.worker, index);
    }
    if (this.sent.length === 0) {
      this.drop();
      this.finish();
    } else if (!this.worker) this.start();
  }

  /** A new thread, with what the one before it left. */
  private start(): void {
    const worker = new Worker(PROGRAM, { workerData: this.workerData });
    this.worker = worker;
    worker.on('message', (message: unknown) => {
      if (worker === this.worker) this.answer(worker, message);
    });
    // A thread that was let go has nothing to say any more.
    worker.on('error', (error: Error) => {
      if (worker === this.worker) this.breakDown(error.name);
    });
    worker.on('exit', () => {
      if (worker === this.worker) this.breakDown('exit');
    });
    for (const index of this.sent) this.send(worker, index);
  }

  private send(worker: Worker, index: number): void {
    const workbook = this.workbooks[index];
    if (workbook) worker.postMessage(toClonable({ workbook } satisfies ToWorker));
  }

  private answer(worker: Worker, message: unknown): void {
    const answer = fromClonable(message, this.texts) as Answer | { readonly linesOf: string };
    if ('linesOf' in answer) {
      worker.postMessage(toClonable({ lines: linesOf(this.basis, answer.linesOf) } satisfies ToWorker));
      return;
    }
    if ('defect' in answer) {
      this.breakDown(answer.defect);
      return;
    }
    const index = this.sent.shift();
    if (index !== undefined) this.take(index, answer);
    this.goOn();
  }

  /** The workbook at hand gets the blame; those after it go to a new thread. */
  private breakDown(defect: string): void {
    const index = this.sent.shift();
    if (index !== undefined) {
      const issues = [workbookDefect(defect, this.workbooks[index]?.name ?? '')];
      this.take(index, { checked: { kind: 'unusable', issues }, hash: null });
    }
    this.drop();
    this.goOn();
  }

  /** Stops the thread, whatever it was doing. */
  drop(): void {
    const { worker } = this;
    this.worker = null;
    void worker?.terminate();
  }
}
