import type { ReactElement } from 'react';
import type { Value } from '../../core';
import { showValue } from '../../messages';
import { useWords } from '../context';

/** A label, what it is, and how it should stand out. */
export type FactRow = readonly [label: string, value: Value | string | null, look?: string | undefined];

/** Labels with their values, the values in a column on the right. An unknown value shows as a dash. */
export function Facts({ rows }: { readonly rows: readonly FactRow[] }): ReactElement {
  const { language } = useWords();
  return (
    <dl className="figures">
      {rows.map(([label, value, look]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt className={look === 'strong' ? 'strong' : undefined}>{label}</dt>
          <dd className={look}>
            {value === null ? '–' : typeof value === 'string' ? value : showValue(value, language)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
