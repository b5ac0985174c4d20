import type { ReactElement } from 'react';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { sayPlace } from '../messages';
import { usePane, useWords } from './context';
import { WaysOut } from './robust/WaysOut';

/** What stood in the way, each as a sentence with its place; the user can close it. */
export function Problems(): ReactElement {
  const { state, dispatch, actions } = usePane();
  const { t, tell, language } = useWords();
  return (
    <div>
      {state.problems.length > 0 ? (
        <MessageBar
          messageBarType={MessageBarType.error}
          isMultiline
          dismissButtonAriaLabel={t('pane.close')}
          onDismiss={() => dispatch({ type: 'problems-dismissed' })}
        >
          <ul>
            {state.problems.map((problem, index) => {
              const place = sayPlace(problem.place, language);
              return (
                <li key={index}>
                  {place === '' ? null : <strong>{place}: </strong>}
                  {tell(problem)}
                  <WaysOut problem={problem} />
                </li>
              );
            })}
          </ul>
          {state.problems.some(({ code }) => code === 'excel.memory-changed') ? (
            <button type="button" className="link" onClick={() => void actions.months.reload()}>
              {tell({ code: 'months.reload', facts: {} })}
            </button>
          ) : null}
        </MessageBar>
      ) : null}
    </div>
  );
}
