import type { ReactElement } from 'react';
import { describeCorrection, placeOfCorrection, type Layout } from '../../../core';
import { usePane, useWords } from '../../context';
import { takeBack } from '../../state/format-actions';
import { Place } from './Place';

/** What the user said so far, each with its way back. */
export function Corrections({ layout }: { readonly layout: Layout }): ReactElement | null {
  const pane = usePane();
  const { t, tell } = useWords();
  const { corrections } = layout;
  if (!corrections || corrections.length === 0) return null;
  const isBusy = pane.state.busy !== null;
  return (
    <section className="card" aria-label={t('format.corrections')}>
      <h3>{t('format.corrections')}</h3>
      <ol className="corrections">
        {corrections.map(({ correction, cells, sheet, range, remarks }, index) => {
          const place = placeOfCorrection(correction);
          const said = describeCorrection(correction).map(tell).join(', ');
          return (
            <li key={index}>
              <div>
                {index + 1}.{' '}
                {sheet !== null && range !== null ? (
                  <Place sheet={sheet} range={range} text={place} />
                ) : (
                  <strong>{place}</strong>
                )}{' '}
                {said}{' '}
                <span className={cells === 0 ? 'warning' : 'muted'}>{t('format.corrected', { cells })}</span>
                {remarks.map((remark, at) => (
                  <div className="step-note" key={at}>
                    {tell(remark)}
                  </div>
                ))}
              </div>
              <button
                type="button"
                className="link"
                disabled={isBusy}
                aria-label={t('format.take-back.named', { number: index + 1 })}
                onClick={() => void takeBack(pane, index)}
              >
                {t('format.take-back')}
              </button>
            </li>
          );
        })}
      </ol>
      {corrections.length > 1 ? (
        <button type="button" className="link" disabled={isBusy} onClick={() => void takeBack(pane, null)}>
          {t('format.take-back.all')}
        </button>
      ) : null}
    </section>
  );
}
