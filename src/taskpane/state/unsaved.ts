import type { State } from './state';

/**
 * The next state, in which a workbook that was filled in and not downloaded is kept when another took its place:
 * nothing that was filled in is lost because somebody chose another file. Pure.
 * @example keepUnsaved(state, state) === state // true
 */
export function keepUnsaved(before: State, after: State): State {
  if (before === after || before.unsaved === 0) return after;
  const [book] = before.books;
  if (!book || after.books.some(({ port }) => port === book.port)) return after;
  return { ...after, unsaved: 0, leftBehind: before.isDemo ? after.leftBehind : book };
}

/**
 * Whether closing the page would lose something: cells filled in a workbook that wasn't downloaded since. The
 * demonstration is nobody's work.
 */
export const wouldLose = ({ unsaved, leftBehind, isDemo }: State): boolean =>
  leftBehind !== null || (unsaved > 0 && !isDemo);
