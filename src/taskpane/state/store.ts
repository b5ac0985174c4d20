import { reduce, type Action } from './reducer';
import type { State } from './state';
import { keepUnsaved } from './unsaved';

/** The one place where the state lives; components subscribe to it. */
export interface Store {
  get(): State;
  dispatch(action: Action): void;
  /** Calls back after every change; returns how to stop that. */
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: State): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch(action) {
      const next = keepUnsaved(state, reduce(state, action));
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
