import type { ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { usePane } from '../context';
import { useMonthWords } from './words';

/** After a fill: the state of now can be frozen, to see next month what changed. */
export function OfferFreeze(): ReactElement {
  const { state, dispatch, actions } = usePane();
  const { m } = useMonthWords();
  if (state.months.isFrozen) return <p className="muted">{m('months.is-frozen')}</p>;
  return (
    <div className="card">
      <p>{m('months.offer')}</p>
      <div className="buttons">
        <DefaultButton
          text={m('months.freeze')}
          disabled={state.busy !== null}
          onClick={() => void actions.months.freeze('')}
        />
        <DefaultButton text={m('months.step')} onClick={() => dispatch({ type: 'step', step: 'months' })} />
      </div>
    </div>
  );
}
