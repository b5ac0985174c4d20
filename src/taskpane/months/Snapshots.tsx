import { useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { moneyValue, sumMoney, type SnapshotHead } from '../../core';
import type { FillOutcome } from '../../flow';
import { showMoney } from '../../messages';
import { usePane } from '../context';
import { Day } from './Day';
import { useMonthWords } from './words';

/** Freezing the state of now, and the states that are frozen. */
export function Snapshots({ outcome }: { readonly outcome: FillOutcome | null }): ReactElement {
  const { state, actions } = usePane();
  const { m, tell } = useMonthWords();
  const [note, setNote] = useState('');
  const { heads, damaged, isFrozen } = state.months;
  const isBusy = state.busy !== null;
  const freeze = async (): Promise<void> => {
    await actions.months.freeze(note);
    setNote('');
  };
  return (
    <section className="card" aria-label={m('months.frozen')}>
      <h3>{m('months.frozen')}</h3>
      {outcome ? (
        <>
          <TextField
            label={m('months.note-label')}
            value={note}
            maxLength={200}
            onChange={(_, text) => setNote(text ?? '')}
          />
          <div className="buttons">
            <PrimaryButton text={m('months.freeze')} disabled={isBusy} onClick={() => void freeze()} />
          </div>
          {isFrozen ? <p className="muted">{m('months.is-frozen')}</p> : null}
        </>
      ) : null}
      {heads.length === 0 ? <p className="muted">{m('months.none-frozen')}</p> : null}
      {heads.length > 0 ? (
        <ul className="months-list">
          {[...heads].reverse().map((head) => (
            <Frozen key={head.id} head={head} isBusy={isBusy} />
          ))}
        </ul>
      ) : null}
      {damaged.map(({ id, issues }) => (
        <div key={id} className="warning">
          <p>
            {id}: {issues.map((issue) => tell(issue)).join(' ')}
          </p>
          <DefaultButton
            text={m('months.remove')}
            ariaLabel={m('months.remove-one', { id })}
            disabled={isBusy}
            onClick={() => void actions.months.remove(id)}
          />
        </div>
      ))}
    </section>
  );
}

function Frozen({ head, isBusy }: { readonly head: SnapshotHead; readonly isBusy: boolean }): ReactElement {
  const { actions } = usePane();
  const { m, language } = useMonthWords();
  const total = sumMoney(head.domains.map((domain) => domain.total));
  return (
    <li>
      <div>
        <strong>
          {m('months.as-of')} <Day day={head.asOf} />
        </strong>
        {head.note === '' ? null : <span> · {head.note}</span>}
        <div className="step-note">
          {m('months.frozen-on')} <Day day={head.takenAt} /> · {showMoney(total, language)} ·{' '}
          {m('months.findings', {
            violations: head.findings.violation,
            warnings: head.findings.warning,
          })}
        </div>
        <details>
          <summary>{m('months.frozen-detail')}</summary>
          <ul>
            {head.domains.map((domain) => (
              <li key={domain.domain}>
                {m('months.domain-line', {
                  domain: domain.domain,
                  total: moneyValue(domain.total),
                  ceiling: domain.ceiling ? moneyValue(domain.ceiling.effectiveYearEnd) : '–',
                })}
              </li>
            ))}
            {head.sources.map((source) => (
              <li key={source.file}>
                {m('months.source-line', {
                  file: source.file,
                  read: source.lines.read,
                  rejected: source.lines.rejected,
                  hash: source.hash ?? '–',
                })}
              </li>
            ))}
          </ul>
        </details>
      </div>
      <DefaultButton
        text={m('months.remove')}
        ariaLabel={m('months.remove-one', { id: head.id })}
        disabled={isBusy}
        onClick={() => void actions.months.remove(head.id)}
      />
    </li>
  );
}
