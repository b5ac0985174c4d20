import { useEffect, useState, type ReactElement } from 'react';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { questionId, type Finding } from '../../core';
import { usePane } from '../context';
import { useMonthWords } from './words';

/** A note of the user with a finding: kept in the workbook as soon as the field is left, and there again next month. */
export function FindingNote({ finding }: { readonly finding: Finding }): ReactElement | null {
  const { state, actions } = usePane();
  const { m } = useMonthWords();
  const id = questionId(finding);
  const kept = state.months.notes.find((note) => note.id === id)?.text ?? '';
  const [text, setText] = useState(kept);
  useEffect(() => setText(kept), [kept]);
  if (state.task !== 'fill' || state.months.noteIssues.length > 0) return null;
  return (
    <details open={kept !== ''}>
      <summary>{m('months.note')}</summary>
      <TextField
        ariaLabel={m('months.note-with', { rule: finding.rule })}
        multiline
        autoAdjustHeight
        maxLength={2000}
        value={text}
        onChange={(_, typed) => setText(typed ?? '')}
        onBlur={() => void actions.months.note(finding, text)}
      />
    </details>
  );
}
