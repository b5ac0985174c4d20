import type { ReactElement } from 'react';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import type { Message } from '../../core';
import { useWords } from '../context';

/** Submissions that could not be checked, each with why. */
export function UnusableFiles({
  files,
}: {
  readonly files: readonly { readonly file: string; readonly issues: readonly Message[] }[];
}): ReactElement {
  const { t, tell } = useWords();
  return (
    <>
      {files.map(({ file, issues }) => (
        <MessageBar key={file} messageBarType={MessageBarType.error} isMultiline>
          <strong>{t('pane.check.unusable', { file })}</strong>
          <ul>
            {issues.map((issue, index) => (
              <li key={index}>{tell(issue)}</li>
            ))}
          </ul>
        </MessageBar>
      ))}
    </>
  );
}
