import { useEffect, type ReactElement } from 'react';
import { MessageBar } from 'office-ui-fabric-react/lib/MessageBar';
import { usePane } from '../context';
import { Day } from './Day';
import { useMonthWords } from './words';

/** Long enough for somebody to finish typing. */
const PAUSE = 800;

/**
 * Keeps what was chosen as soon as it is known, so that closing halfway loses nothing; and says so when it was put
 * back, with a way to forget it.
 */
export function Draft(): ReactElement | null {
  const { state, actions } = usePane();
  const { m } = useMonthWords();
  const { settings, aliases, months, forecast } = state;
  useEffect(() => {
    const timer = setTimeout(() => void actions.months.keepChoices(), PAUSE);
    return () => clearTimeout(timer);
  }, [
    actions,
    settings,
    aliases,
    months.notes,
    months.log,
    forecast.methods,
    forecast.overrides,
    forecast.shares,
  ]);
  if (months.restored === null) return null;
  return (
    <MessageBar>
      {m('months.restored')} (<Day day={months.restored} />
      ).{' '}
      <button type="button" className="link" onClick={() => void actions.months.forget()}>
        {m('months.forget')}
      </button>
    </MessageBar>
  );
}
