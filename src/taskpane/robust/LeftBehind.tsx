import type { ReactElement } from 'react';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { usePane, useWords } from '../context';
import { download, resultName, XLSX_TYPE } from '../download';

/** A workbook that was filled in and exchanged for another before it was downloaded can still be had. */
export function LeftBehind(): ReactElement | null {
  const { state, dispatch, actions } = usePane();
  const { t } = useWords();
  const { leftBehind: book } = state;
  if (!book) return null;
  const save = async (): Promise<void> => {
    const bytes = await actions.save(book);
    if (bytes) download(bytes, resultName(book.file, t('pane.fill.suffix')), XLSX_TYPE);
  };
  return (
    <MessageBar messageBarType={MessageBarType.warning} isMultiline>
      {t('ways.left-behind', { file: book.file })}
      <div className="ways">
        <button type="button" className="link" onClick={() => void save()}>
          {t('pane.fill.save')}
        </button>
        <button type="button" className="link" onClick={() => dispatch({ type: 'left-behind-gone' })}>
          {t('ways.left-behind-drop')}
        </button>
      </div>
    </MessageBar>
  );
}
