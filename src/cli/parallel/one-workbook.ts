import { createHash } from 'node:crypto';
import { checkOne, type CheckBasis, type CheckedWorkbook, type SubmissionRequest } from '../../flow';
import { openXlsx } from '../../workbook';
import { issuesOf } from '../failure';
import { readBytes, type FoundFile } from '../input-files';

/** A workbook to check, and what to call it. */
export interface WorkbookToCheck {
  readonly found: FoundFile;
  readonly name: string;
}

export interface Checked {
  readonly checked: CheckedWorkbook;
  /** SHA-256 of the file; null where it couldn't be read. */
  readonly hash: string | null;
}

/**
 * Opens one workbook and checks it; the workbook is let go afterwards, so that a folder of any size needs the
 * room of one. What is wrong with the file, or with us, comes back as issues.
 */
export async function checkWorkbook(
  basis: CheckBasis,
  request: SubmissionRequest,
  { found, name }: WorkbookToCheck,
): Promise<Checked> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(found);
  } catch (error) {
    const issues = issuesOf(error);
    if (issues === null) throw error;
    return { checked: { kind: 'unusable', issues }, hash: null };
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { checked: await checkOne(basis, request, name, () => openXlsx(bytes, name)), hash };
}
