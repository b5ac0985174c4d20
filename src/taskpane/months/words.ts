import type { Fact } from '../../core';
import { useWords, type Words } from '../context';

/** The sentences of this step beside those of the pane. */
export interface MonthWords extends Words {
  m(code: `months.${string}`, facts?: Readonly<Record<string, Fact>>): string;
}

export function useMonthWords(): MonthWords {
  const words = useWords();
  return { ...words, m: (code, facts = {}) => words.tell({ code, facts }) };
}
