import { useState, type ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { showMoney } from '../../messages';
import { usePane } from '../context';
import { logWords } from './log-words';
import { Day } from './Day';
import { useMonthWords } from './words';

const AT_ONCE = 20;

/** What was imported, overridden, filled, undone and frozen, and when; latest first. */
export function LogList(): ReactElement {
  const { state } = usePane();
  const { m, language } = useMonthWords();
  const [shown, setShown] = useState(AT_ONCE);
  const { entries, dropped } = state.months.log;
  return (
    <section className="card" aria-label={m('months.log-title')}>
      <h3>{m('months.log-title')}</h3>
      {entries.length === 0 ? <p className="muted">{m('months.log-empty')}</p> : null}
      {entries.length > 0 ? (
        <ol className="months-list">
          {[...entries]
            .reverse()
            .slice(0, shown)
            .map((entry, index) => (
              <li key={entries.length - index}>
                <div>
                  <div className="step-note">
                    <Day day={entry.at} /> · {m('months.log-version', { version: entry.engine })}
                  </div>
                  {logWords(entry, language)}
                  {entry.what === 'import' ? ` ${entry.file}` : ''}
                  {'amount' in entry && entry.amount !== null
                    ? ` · ${showMoney(entry.amount, language)}`
                    : ''}
                  {entry.what === 'import' && entry.hash !== null ? (
                    <div className="step-note hash">SHA-256 {entry.hash}</div>
                  ) : null}
                </div>
              </li>
            ))}
        </ol>
      ) : null}
      {entries.length > shown ? (
        <DefaultButton
          text={m('months.log-more', { count: entries.length - shown })}
          onClick={() => setShown(shown + AT_ONCE)}
        />
      ) : null}
      {dropped > 0 ? <p className="muted">{m('months.log-dropped', { count: dropped })}</p> : null}
    </section>
  );
}
