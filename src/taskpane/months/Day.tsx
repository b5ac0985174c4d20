import type { ReactElement } from 'react';
import { isIsoDate } from '../../core';
import { showDate } from '../../messages';
import { useWords } from '../context';

/** A day, with the time where there is one; a dash when it isn't known. */
export function Day({ day }: { readonly day: string | null }): ReactElement {
  const { language } = useWords();
  if (day === null) return <>–</>;
  const date = day.slice(0, 10);
  const time = day.slice(11, 16);
  const text = isIsoDate(date) ? showDate(date, language) : date;
  return <time dateTime={day}>{time === '' ? text : `${text} ${time}`}</time>;
}
