import { listRulebooks, missingCeilingParameters } from '../core';
import { inputIssue, inputIssues } from '../flow';
import type { Engine } from './engine';

/** What of the engine answers at once, also where the engine itself works in a thread of its own. */
export const engineLocal: Pick<Engine, 'rulebooks' | 'issuesOf'> = {
  rulebooks: listRulebooks().filter((book) => missingCeilingParameters(book).length === 0),
  issuesOf(error, file) {
    if (error instanceof Error && error.name === 'AbortError') return [inputIssue('flow.cancelled', {})];
    try {
      return inputIssues(error, file);
    } catch {
      // It is none of the errors that are about input.
      return null;
    }
  },
};
