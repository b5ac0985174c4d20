import type { Worker } from 'node:worker_threads';
import type { CareTable } from '../../core';
import { linesOf, workbookDefect, type CheckBasis } from '../../flow';
import { fromClonable, toClonable, type Texts } from './clone';
import type { Checked, WorkbookToCheck } from './one-workbook';

type Answer = Checked | { readonly defect: string };

/** What a thread is sent: a workbook to check after those before it, or the declared lines it asked for. */
export type ToWorker = { readonly workbook: WorkbookToCheck } | { readonly lines: CareTable };

/** Workbooks a thread has at a time: the next one lies ready while this thread is busy with one of its own. */
const AT_HAND = 2;

/** Workbooks one after another in a thread that is replaced when it breaks down. */
export class Lane {
  private worker: Worker | null = null;
  /** Sent and not answered yet; answers come in the order of sending. */
  private readonly sent: number[] = [];
  /** At hand when a thread broke down, each to be checked alone: answers on their way were lost with it. */
  private readonly suspects: number[] = [];
  private isAlone = false;
  private finish: () => void = () => undefined;

  constructor(
    private readonly begin: () => Worker,
    private readonly basis: CheckBasis,
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
    if (this.sent.length === 0) {
      const suspect = this.suspects.shift();
      this.isAlone = suspect !== undefined;
      if (suspect !== undefined) this.queue(suspect);
    }
    while (!this.isAlone && this.sent.length < AT_HAND) {
      const index = this.claim();
      if (index === null) break;
      this.queue(index);
    }
    if (this.sent.length === 0) {
      this.drop();
      this.finish();
    } else if (!this.worker) this.start();
  }

  /** A new thread, with what the one before it left. */
  private start(): void {
    const worker = this.begin();
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

  private queue(index: number): void {
    this.sent.push(index);
    if (this.worker) this.send(this.worker, index);
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
      this.blame(answer.defect);
      // Who knows what it left behind: those after it go to a new thread.
      this.drop();
    } else {
      const index = this.sent.shift();
      if (index !== undefined) this.take(index, answer);
    }
    this.goOn();
  }

  /** A thread that is gone: of several workbooks at hand nobody knows which one it broke down on. */
  private breakDown(defect: string): void {
    this.drop();
    if (this.sent.length > 1) this.suspects.push(...this.sent.splice(0));
    else this.blame(defect);
    this.goOn();
  }

  private blame(defect: string): void {
    const index = this.sent.shift();
    if (index === undefined) return;
    const issues = [workbookDefect(defect, this.workbooks[index]?.name ?? '')];
    this.take(index, { checked: { kind: 'unusable', issues }, hash: null });
  }

  /** Stops the thread, whatever it was doing. */
  drop(): void {
    const { worker } = this;
    this.worker = null;
    void worker?.terminate();
  }
}
