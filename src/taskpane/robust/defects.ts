import type { Issue } from '../../core';

/** A mistake of ours as it was seen. */
export interface Defect {
  readonly name: string;
  readonly stack: string;
}

const KEPT = 20;
const seen: Defect[] = [];

/** Keeps what is known of a mistake of ours, for a diagnosis. */
export function noteDefect(error: unknown): Defect {
  const defect =
    error instanceof Error
      ? { name: error.name, stack: error.stack ?? '' }
      : { name: typeof error, stack: '' };
  seen.push(defect);
  if (seen.length > KEPT) seen.shift();
  return defect;
}

/** The last mistakes that were seen, the oldest first. */
export const defects = (): readonly Defect[] => seen;

/** A mistake of ours as the pane tells it: by its kind, never with its text. */
export const defectProblem = ({ name }: Defect): Issue => ({
  level: 'error',
  code: 'pane.problem.defect',
  facts: { name },
  place: {},
});

/** Browsers report this as an error, and it is none: a chart was drawn again for its new room. */
const isNoise = (message: string): boolean => message.startsWith('ResizeObserver loop');

/** Calls back for mistakes that nothing else catches. */
export function watchDefects(page: Window, report: (defect: Defect) => void): void {
  page.addEventListener('error', (event) => {
    // An image or script that isn't there has no error; neither has one from another address.
    if (event.error === null || event.error === undefined || isNoise(event.message)) return;
    report(noteDefect(event.error));
  });
  page.addEventListener('unhandledrejection', (event) => report(noteDefect(event.reason)));
}
