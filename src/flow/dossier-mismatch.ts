import type { Dossier, Issue } from '../core';
import { inputIssue } from './input-error';

/** The dossier doesn't belong to the run: null when it does. */
export const dossierMismatch = (dossier: Dossier, year: number, file: string): Issue | null =>
  dossier.year === year
    ? null
    : inputIssue(
        'desk.dossier-other-year',
        { found: String(dossier.year), expected: String(year) },
        { file },
      );
