import type { ReactElement } from 'react';
import { usePane } from '../context';
import { WorkbookView } from '../sheet/SheetView';
import { SubmissionList } from './SubmissionList';
import { useDeskWords } from './words';

/** Beside the pane: the list of submissions, or the workbook of one of them. */
export function DeskView(): ReactElement {
  const { state, dispatch } = usePane();
  const { d } = useDeskWords();
  const { view, run } = state.desk;
  const [book] = state.books;
  const isBook = view === 'book' && book !== undefined;
  return (
    <div className="desk-view">
      <div className="desk-tabs" role="group" aria-label={d('submissions.view')}>
        <button
          type="button"
          className="plain"
          aria-pressed={!isBook}
          onClick={() => dispatch({ type: 'desk', event: { what: 'view', view: 'list' } })}
        >
          {d('submissions.view.list', { count: run?.providers.length ?? 0 })}
        </button>
        <button
          type="button"
          className="plain"
          aria-pressed={isBook}
          disabled={!book}
          onClick={() => dispatch({ type: 'desk', event: { what: 'view', view: 'book' } })}
        >
          {book ? d('submissions.view.book.named', { file: book.file }) : d('submissions.view.book')}
        </button>
      </div>
      {isBook ? <WorkbookView /> : <SubmissionList />}
    </div>
  );
}
