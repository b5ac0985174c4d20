/// <reference types="office-js" />
import type { Message } from '../../core';
import { WorkbookError } from '../port';

/** What the adapter needs of Office: a way to run a batch, and what this Excel can do. */
export interface ExcelHost {
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  isSetSupported(set: string, version: string): boolean;
}

/**
 * Requirement sets this folder uses, with what they are for. 1.13 is the youngest: Excel 2021, Microsoft 365, Excel
 * on the web, Excel 16.50 on Mac.
 */
export const REQUIREMENTS: readonly (readonly [set: string, version: string])[] = [
  ['ExcelApi', '1.9'], // properties of cells at once, validations, screen updating
  ['ExcelApi', '1.12'], // spilled results
  ['ExcelApi', '1.13'], // merged cells
];

const message = (code: string, facts: Message['facts']): Message => ({ code: `excel.${code}`, facts });

export const excelMessage = message;

export const excelProblem = (code: string, facts: Message['facts']): WorkbookError =>
  new WorkbookError(message(code, facts));

/**
 * The requirement sets this Excel lacks, such as `ExcelApi 1.13`; empty when everything is there.
 * @example missingRequirements({ isSetSupported: () => true }).length // 0
 */
export const missingRequirements = (host: Pick<ExcelHost, 'isSetSupported'>): string[] =>
  REQUIREMENTS.filter(([set, version]) => !host.isSetSupported(set, version)).map(
    ([set, version]) => `${set} ${version}`,
  );

/** The code of an error of Office's library; null for anything else. */
export function officeCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('debugInfo' in error)) {
    return null;
  }
  return typeof error.code === 'string' ? error.code : null;
}

export const isTooBig = (error: unknown): boolean =>
  /^(Request|Response)PayloadSizeLimitExceeded$/.test(officeCode(error) ?? '');

/** Codes of Office's library that have a sentence of their own. */
const KNOWN: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: 'editing',
  AccessDenied: 'denied',
  ItemNotFound: 'gone',
  InvalidOrTimedOutSession: 'session',
  ActivityLimitReached: 'busy',
  ServerBusy: 'busy',
  RequestAborted: 'busy',
  RequestPayloadSizeLimitExceeded: 'too-big',
  ResponsePayloadSizeLimitExceeded: 'too-big',
};

/** An error of Office's library as a sentence; everything else is given back as it is. */
export function asProblem(error: unknown, file: string): unknown {
  const code = officeCode(error);
  if (code === null) return error;
  const problem = excelProblem(KNOWN[code] ?? 'failed', { file, detail: code });
  problem.cause = error;
  return problem;
}
