import type { State } from '../state/state';
import { wouldLose } from '../state/unsaved';

/** Has the browser ask before the page is left with work that would be lost. */
export function warnBeforeLeaving(page: Window, state: () => State): void {
  page.addEventListener('beforeunload', (event) => {
    if (!wouldLose(state())) return;
    event.preventDefault();
    // What older browsers go by; the sentence shown is the browser's own.
    event.returnValue = true;
  });
}
