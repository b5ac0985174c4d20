import { parentPort, workerData } from 'node:worker_threads';
import type { CheckBasis, SubmissionRequest } from '../../flow';
import { fromClonable, toClonable } from './clone';
import { checkWorkbook, type WorkbookToCheck } from './one-workbook';

/** One thread of a pool: takes a workbook, gives back what its check found, until it is stopped. */
const start = fromClonable(workerData) as {
  readonly basis: CheckBasis;
  readonly request: SubmissionRequest;
};
/** `domainOf` couldn't travel: it is worked out again from the products. */
const domains = new Map(start.basis.data.products.map(({ code, domain }) => [code, domain]));
const basis: CheckBasis = {
  ...start.basis,
  data: { ...start.basis.data, domainOf: (product) => domains.get(product) ?? null },
};

parentPort?.on('message', (workbook: WorkbookToCheck) => {
  void checkWorkbook(basis, start.request, workbook).then(
    (checked) => parentPort?.postMessage(toClonable(checked)),
    (error: unknown) => {
      // A defect of ours: told as such, by name only, because the message may quote data.
      parentPort?.postMessage({ defect: error instanceof Error ? error.name : typeof error });
    },
  );
});
