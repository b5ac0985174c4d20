import type { Issue, Message } from '../core';

/** The command line itself can't be understood or carried out: exit 2, with a hint to the help. */
export class UsageError extends Error {
  constructor(readonly detail: Message) {
    super(detail.code);
    this.name = 'UsageError';
  }
}

/** A file given can't be used, or an output can't be written: exit 2. */
export class FileProblem extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map((issue) => issue.code).join(', '));
    this.name = 'FileProblem';
  }
}

/** A problem with one file or output, as one issue. */
export const fileProblem = (code: string, file: string, facts: Message['facts'] = {}): FileProblem =>
  new FileProblem([{ level: 'error', code, facts: { file, ...facts }, place: {} }]);

/** The system's error code, such as `ENOENT`; null for any other error. */
export const systemCode = (error: unknown): string | null =>
  typeof error === 'object' &&
  error !== null &&
  'syscall' in error &&
  'code' in error &&
  typeof error.code === 'string'
    ? error.code
    : null;

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'facts' in value;

/**
 * The issues an error carries when it says that input can't be used (of the flow, a reader, a workbook or
 * ours); null for anything else, which is then a defect. Looks at the shape, so that it doesn't depend on
 * which module threw it.
 */
export function issuesOf(error: unknown): readonly Issue[] | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('issues' in error && Array.isArray(error.issues) && error.issues.every(isMessage)) {
    return error.issues.map((issue: Message & Partial<Issue>) => ({
      level: issue.level ?? 'error',
      code: issue.code,
      facts: issue.facts,
      place: issue.place ?? {},
    }));
  }
  if ('detail' in error && isMessage(error.detail)) {
    return [{ level: 'error', code: error.detail.code, facts: error.detail.facts, place: {} }];
  }
  return null;
}
