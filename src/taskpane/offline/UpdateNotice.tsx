import { useSyncExternalStore, type ReactElement } from 'react';
import { useWords } from '../context';
import type { Updates } from './updates';

/** Says that a newer version is ready. It lies over the page, so that nothing moves. */
export function UpdateNotice({ updates }: { readonly updates: Updates }): ReactElement {
  const { t } = useWords();
  const isReady = useSyncExternalStore(updates.subscribe, updates.get);
  return (
    <div className="update-notice" role="status">
      {isReady ? (
        <div className="card">
          <span>{t('ways.update-ready')}</span>
          <button type="button" className="link" onClick={updates.apply}>
            {t('ways.update-reload')}
          </button>
          <button type="button" className="link" onClick={updates.dismiss}>
            {t('ways.update-later')}
          </button>
        </div>
      ) : null}
    </div>
  );
}
