import type { ReactElement } from 'react';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { usePane } from '../context';
import { runOf } from '../state/months-actions';
import { Compare } from './Compare';
import { LogList } from './LogList';
import { SolvedNotes } from './SolvedNotes';
import { Snapshots } from './Snapshots';
import { StatusTable } from './StatusTable';
import { useMonthWords } from './words';

/** The last step: what is frozen, what changed since, how complete each month is, and what was done when. */
export function MonthsStep(): ReactElement {
  const { state, excel } = usePane();
  const { m, tell } = useMonthWords();
  const { months } = state;
  const outcome = runOf(state);
  const issues = [...months.logIssues, ...months.noteIssues];
  return (
    <>
      <p>{m('months.intro')}</p>
      {issues.length > 0 ? (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          <ul>
            {issues.map((issue, index) => (
              <li key={index}>{tell(issue)}</li>
            ))}
          </ul>
        </MessageBar>
      ) : null}
      <Snapshots outcome={outcome} />
      {excel ? null : <p className="muted">{m('months.save-to-keep')}</p>}
      <Compare outcome={outcome} />
      {outcome ? <StatusTable outcome={outcome} /> : <p className="muted">{m('months.read-first')}</p>}
      <SolvedNotes />
      <LogList />
    </>
  );
}
