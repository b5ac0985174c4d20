import { parentPort, workerData } from 'node:worker_threads';
import type { CareTable } from '../../core';
import type { CheckBasis, SubmissionRequest } from '../../flow';
import { fromClonable, toClonable } from './clone';
import { checkWorkbook, type WorkbookToCheck } from './one-workbook';
import type { ToWorker } from './lane';

/** One thread of a pool: takes workbooks, gives back what their checks found, until it is stopped. */
const start = fromClonable(workerData) as {
  readonly basis: CheckBasis;
  readonly request: SubmissionRequest;
  readonly asksForLines: boolean;
};

/** Waits for the lines it asked for; one workbook at a time, so one answer at a time. */
let receive: ((part: CareTable) => void) | null = null;
const partOf = (provider: string): Promise<CareTable> =>
  new Promise((resolve) => {
    receive = resolve;
    parentPort?.postMessage({ linesOf: provider });
  });

/** `domainOf` couldn't travel: it is worked out again from the products. */
const domains = new Map(start.basis.data.products.map(({ code, domain }) => [code, domain]));
const basis: CheckBasis = {
  ...start.basis,
  data: { ...start.basis.data, domainOf: (product) => domains.get(product) ?? null },
  ...(start.asksForLines ? { partOf } : {}),
};

async function check(workbook: WorkbookToCheck): Promise<void> {
  try {
    parentPort?.postMessage(toClonable(await checkWorkbook(basis, start.request, workbook)));
  } catch (error) {
    // A defect of ours: told as such, by name only, because the message may quote data.
    parentPort?.postMessage({ defect: error instanceof Error ? error.name : typeof error });
  }
}

/** Workbooks wait for those before them, so that answers come in the order of asking. */
let before = Promise.resolve();
parentPort?.on('message', (message: unknown) => {
  const asked = fromClonable(message) as ToWorker;
  if ('workbook' in asked) before = before.then(() => check(asked.workbook));
  else receive?.(asked.lines);
});
