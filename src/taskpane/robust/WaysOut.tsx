import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import type { Issue } from '../../core';
import { usePane, useWords } from '../context';
import { useDiagnosis } from './use-diagnosis';
import { waysOut, type WayOut } from './ways-out';

/** The buttons under a problem. */
export function WaysOut({ problem }: { readonly problem: Issue }): ReactElement {
  const { state, dispatch, actions } = usePane();
  const { t } = useWords();
  const saveDiagnosis = useDiagnosis();
  /** On the screen before the browser asks for a file or moves the focus: both want the press of the button. */
  const showData = (): void => flushSync(() => dispatch({ type: 'step', step: 'data' }));
  const go = (way: WayOut): void => {
    switch (way.what) {
      case 'choose':
        showData();
        document.querySelector<HTMLInputElement>(`input[type=file][data-role="${way.role}"]`)?.click();
        return;
      case 'field':
        showData();
        document.querySelector<HTMLInputElement>(`input[data-field="${way.field}"]`)?.focus();
        return;
      case 'provider':
        dispatch({ type: 'settings', change: { provider: way.provider } });
        void actions.read();
        return;
      case 'rulebook':
        dispatch({ type: 'settings', change: { rulebook: way.rulebook, ownRulebook: null } });
        void actions.read();
        return;
      case 'to-data':
        showData();
        return;
      case 'read':
        showData();
        void actions.read();
        return;
      case 'retry':
        void actions.retry();
        return;
      case 'reload':
        window.location.reload();
        return;
      case 'diagnosis':
        saveDiagnosis();
        return;
    }
  };
  const label = (way: WayOut): string => {
    switch (way.what) {
      case 'choose':
        return t(way.isFirst ? 'ways.choose-first' : 'ways.choose');
      case 'field':
        return t('ways.to-field');
      case 'provider':
        return t('ways.provider', { provider: way.provider });
      case 'rulebook':
        return t('ways.rulebook', { rulebook: way.rulebook });
      case 'to-data':
        return t('ways.to-data');
      case 'read':
        return t('ways.read');
      case 'retry':
        return t('ways.retry');
      case 'reload':
        return t('ways.reload');
      case 'diagnosis':
        return t('ways.diagnosis');
    }
  };
  const ways = waysOut(problem, state);
  return (
    <div className="ways">
      {ways.map((way, index) => (
        <button key={index} type="button" className="link" onClick={() => go(way)}>
          {label(way)}
        </button>
      ))}
      {ways.some(({ what }) => what === 'diagnosis') ? (
        <p className="step-note">{t('ways.diagnosis-what')}</p>
      ) : null}
    </div>
  );
}
