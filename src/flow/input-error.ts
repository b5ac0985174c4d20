import { CoreError, type Issue } from '../core';
import { IntakeError } from '../intake';
import { WorkbookError } from '../workbook';

/** The input can't be used. Every issue says where, what was found and what was expected. */
export class InputError extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map((issue) => issue.code).join(', '));
    this.name = 'InputError';
  }
}

/**
 * The issues behind an error that is about input; anything else is a defect of ours and goes on as it is.
 */
export function inputIssues(error: unknown, file: string): readonly Issue[] {
  if (error instanceof InputError || error instanceof IntakeError) return error.issues;
  if (error instanceof WorkbookError) {
    return [{ level: 'error', place: { file }, code: error.detail.code, facts: error.detail.facts }];
  }
  if (error instanceof CoreError && error.code === 'money-out-of-range') {
    return [{ level: 'error', place: { file }, code: 'flow.amounts-too-large', facts: {} }];
  }
  throw error;
}

/** One error issue. */
export const inputIssue = (code: string, facts: Issue['facts'], place: Issue['place'] = {}): Issue => ({
  level: 'error',
  code,
  facts,
  place,
});
