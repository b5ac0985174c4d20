import type { Fact } from '../../core';
import type { SubmissionsCode } from '../../messages/catalogues/submissions';
import { useWords, type Words } from '../context';

/** The sentences of the list of submissions beside those of the pane. */
export function useDeskWords(): Words & {
  d(code: SubmissionsCode, facts?: Readonly<Record<string, Fact>>): string;
} {
  const words = useWords();
  return { ...words, d: (code, facts = {}) => words.tell({ code, facts }) };
}
