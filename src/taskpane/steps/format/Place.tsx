import type { ReactElement } from 'react';
import { formatRange, parseRange, type GridRange } from '../../../core';
import { usePane, useWords } from '../../context';

/** An address that leads to its cells: they are selected, ready to be corrected. */
export function Place({
  sheet,
  range,
  text,
}: {
  readonly sheet: string;
  readonly range: string | GridRange;
  readonly text?: string;
}): ReactElement {
  const { dispatch } = usePane();
  const { t } = useWords();
  const found = typeof range === 'string' ? parseRange(range) : range;
  const address = `${sheet}!${typeof range === 'string' ? range : formatRange(range)}`;
  return (
    <button
      type="button"
      className="link"
      aria-label={t('format.place', { place: address, text: text ?? '' })}
      onClick={() => {
        if (found)
          dispatch({
            type: 'select',
            cell: { sheet, row: found.top, col: found.left },
            range: found,
            bring: true,
          });
      }}
    >
      {text ?? address}
    </button>
  );
}
