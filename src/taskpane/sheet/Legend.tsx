import type { ReactElement } from 'react';
import { usePane, useWords } from '../context';

/** What the colours, patterns and signs in the sheet mean; only those that occur. */
export function Legend(): ReactElement {
  const { t } = useWords();
  const { state } = usePane();
  const layout = state.task === 'fill' ? state.plan?.layout : undefined;
  const phases = new Set(layout?.slots.map((slot) => slot.phase));
  const corrections = layout?.corrections ?? [];
  const signs: readonly (readonly [name: string, text: string, isShown: boolean])[] = [
    ['actual', t('pane.legend.actual'), !layout || phases.has('actual')],
    ['forecast', t('pane.legend.forecast'), !layout || phases.has('forecast')],
    ['any', t('pane.legend.any'), phases.has('any')],
    ['total', t('pane.legend.formula'), true],
    ['header-mark', t('format.legend.header'), (layout?.headers.length ?? 0) > 0],
    [
      'ignored',
      t('format.legend.ignored'),
      corrections.some(({ correction }) => correction.say.what === 'ignored'),
    ],
    [
      'kept',
      t('format.is.read-only'),
      corrections.some(({ correction }) => correction.say.what === 'read-only'),
    ],
    ['corrected', t('format.legend.corrected'), corrections.length > 0],
    ['planned', t('pane.legend.planned'), true],
  ];
  return (
    <div className="legend" role="group" aria-label={t('format.legend')}>
      {signs
        .filter(([, , isShown]) => isShown)
        .map(([name, text]) => (
          <span key={name}>
            <i className={name} />
            {text}
          </span>
        ))}
      {layout?.slots.some((slot) => slot.measure !== 'amount') ? (
        <span>{t('format.legend.measures')}</span>
      ) : null}
    </div>
  );
}
