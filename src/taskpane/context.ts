import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Fact, Message } from '../core';
import { say, type Language } from '../messages';
import type { OutlookCode } from '../messages/catalogues/outlook';
import type { FillCode } from '../messages/catalogues/fill';
import type { FormatCode } from '../messages/catalogues/format';
import type { PaneCode } from '../messages/catalogues/pane';
import type { WaysCode } from '../messages/catalogues/ways';
import type { Actions } from './state/actions';
import type { Action } from './state/reducer';
import type { State } from './state/state';
import type { Store } from './state/store';
import type { Engine } from './engine';
import type { ExcelSide } from './excel/excel-side';

/** What every component can reach. */
export interface Pane {
  readonly store: Store;
  readonly actions: Actions;
  readonly engine: Engine;
  /** Null in the workbench. */
  readonly excel: ExcelSide | null;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane & { readonly state: State; dispatch(action: Action): void } {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('PaneContext is missing');
  const state = useSyncExternalStore(pane.store.subscribe, pane.store.get);
  return { ...pane, state, dispatch: pane.store.dispatch };
}

/** The sentences in the language of the moment. */
export interface Words {
  readonly language: Language;
  /** A sentence of the pane itself. */
  t(
    code: PaneCode | OutlookCode | FormatCode | FillCode | WaysCode,
    facts?: Readonly<Record<string, Fact>>,
  ): string;
  /** A sentence that came with a result. */
  tell(message: Message): string;
}

export function useWords(): Words {
  const { state } = usePane();
  const { language } = state;
  return {
    language,
    t: (code, facts = {}) => say({ code, facts }, language),
    tell: (message) => say(message, language),
  };
}
