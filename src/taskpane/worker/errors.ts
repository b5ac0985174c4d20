import { CoreError, type CoreErrors, type Issue, type Message } from '../../core';
import { InputError } from '../../flow';
import { IntakeError } from '../../intake';
import { WorkbookError } from '../../workbook';

/** An error as plain data: structured clone would keep only its message. */
export type PlainError =
  | { readonly is: 'input' | 'intake'; readonly issues: readonly Issue[] }
  | { readonly is: 'workbook'; readonly detail: Message }
  | { readonly is: 'core'; readonly code: keyof CoreErrors; readonly info: CoreErrors[keyof CoreErrors] }
  | { readonly is: 'other'; readonly name: string; readonly message: string; readonly stack: string };

/**
 * An error as plain data.
 * @example plainError(new TypeError('x')).is // 'other'
 */
export function plainError(error: unknown): PlainError {
  if (error instanceof InputError) return { is: 'input', issues: error.issues };
  if (error instanceof IntakeError) return { is: 'intake', issues: error.issues };
  if (error instanceof WorkbookError) return { is: 'workbook', detail: error.detail };
  if (error instanceof CoreError) return { is: 'core', code: error.code, info: error.info };
  if (error instanceof Error || error instanceof DOMException) {
    return { is: 'other', name: error.name, message: error.message, stack: error.stack ?? '' };
  }
  return { is: 'other', name: 'Error', message: String(error), stack: '' };
}

/**
 * The error again, of its own kind: what is said about an error depends on that.
 * @example revivedError({ is: 'input', issues: [] }) instanceof InputError // true
 */
export function revivedError(plain: PlainError): Error {
  switch (plain.is) {
    case 'input':
      return new InputError(plain.issues);
    case 'intake':
      return new IntakeError(plain.issues);
    case 'workbook':
      return new WorkbookError(plain.detail);
    case 'core':
      return new CoreError(plain.code, plain.info);
    case 'other': {
      const error = new Error(plain.message);
      error.name = plain.name;
      if (plain.stack !== '') error.stack = plain.stack;
      return error;
    }
  }
}

/** The work was stopped because the user asked for it. */
export function stoppedError(): Error {
  const error = new Error('stopped');
  error.name = 'AbortError';
  return error;
}
