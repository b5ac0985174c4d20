import { useMemo, type ReactElement } from 'react';
import { formatRange } from '../../core';
import { selectionOf } from '../state/pointing';
import { usePane, useWords } from '../context';
import { markSheet } from '../sheet/index-sheet';
import { markText } from '../sheet/mark-text';

/** What is selected in Excel, and what it is taken for: in Excel the workbook itself is where a user points. */
export function Pointed(): ReactElement | null {
  const { state } = usePane();
  const { t } = useWords();
  const { cell, plan, filled, off } = state;
  const sheet = cell?.sheet ?? '';
  const marks = useMemo(
    () => markSheet(sheet, plan?.layout ?? null, filled ? null : plan, off),
    [sheet, plan, filled, off],
  );
  if (!cell) return null;
  const pointed = selectionOf(state);
  const address = pointed ? formatRange(pointed.range) : '';
  const mark = marks.get(address);
  return (
    <p className="cell-line" role="group" aria-label={t('pane.excel.pointed')}>
      <strong>
        {sheet}!{address}
      </strong>{' '}
      <span className="muted">{mark ? markText(mark, t) : ''}</span>
    </p>
  );
}
