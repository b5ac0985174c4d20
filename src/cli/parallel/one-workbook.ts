import { createHash } from 'node:crypto';
import type { Issue } from '../../core';
import { checkSubmission, type CheckBasis, type Submission, type SubmissionRequest } from '../../flow';
import { openXlsx } from '../../workbook';
import { issuesOf } from '../failure';
import { readBytes, type FoundFile } from '../input-files';

/** A workbook to check, and what to call it. */
export interface WorkbookToCheck {
  readonly found: FoundFile;
  readonly name: string;
}

export type Checked =
  | { readonly kind: 'checked'; readonly submission: Submission; readonly hash: string }
  | { readonly kind: 'unusable'; readonly issues: readonly Issue[] };

/**
 * Opens one workbook and checks it; the workbook is let go afterwards, so that a folder of any size needs the
 * room of one. What is wrong with the file comes back as issues.
 */
export async function checkWorkbook(
  basis: CheckBasis,
  request: SubmissionRequest,
  { found, name }: WorkbookToCheck,
): Promise<Checked> {
  try {
    const bytes = await readBytes(found);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const submission = await checkSubmission(basis, request, {
      file: name,
      port: await openXlsx(bytes, name),
    });
    return { kind: 'checked', submission, hash };
  } catch (error) {
    const issues = issuesOf(error);
    if (issues === null) throw error;
    return { kind: 'unusable', issues };
  }
}
