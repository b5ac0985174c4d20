import { useState, type ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { standingText, type ProductMonth } from '../../core';
import type { FillOutcome } from '../../flow';
import { showMoney, showMonth, showRatio, showShortMonth } from '../../messages';
import { usePane } from '../context';
import { useMonthWords } from './words';

const AT_ONCE = 30;

/** How complete each month of each product is: closed, incomplete with its share, or forecast. */
export function StatusTable({ outcome }: { readonly outcome: FillOutcome }): ReactElement | null {
  const { state } = usePane();
  const { m, tell, language } = useMonthWords();
  const [shown, setShown] = useState(AT_ONCE);
  const [prognosis] = outcome.prognoses;
  const years = prognosis?.productYears ?? [];
  const [first] = years;
  if (!first) return null;
  const byHand = new Set(
    state.forecast.use === 'calculated'
      ? state.forecast.overrides.map((one) => `${one.domain}|${one.product}|${one.month}`)
      : [],
  );
  const cell = (month: ProductMonth, key: string): ReactElement => {
    const own = byHand.has(`${key}|${month.month}`);
    const sign =
      month.status === 'closed'
        ? '●'
        : month.status === 'forecast'
          ? '○'
          : month.share === null
            ? '◐'
            : showRatio(month.share, language);
    const amount = showMoney((month.production + month.forecast) as ProductMonth['production'], language);
    const text = `${showMonth(month.month, language)}: ${tell(standingText(month))}, ${amount}${own ? `, ${m('months.by-hand')}` : ''}`;
    return (
      <td key={month.month} className={`standing ${month.status}${own ? ' by-hand' : ''}`} title={text}>
        <span aria-hidden="true">
          {sign}
          {own ? ' ✎' : ''}
        </span>
        <span className="visually-hidden">{text}</span>
      </td>
    );
  };
  return (
    <section className="card" aria-label={m('months.status-title')}>
      <h3>{m('months.status-title')}</h3>
      <p className="muted">
        ● {tell({ code: 'snapshots.status-closed', facts: {} })} · ◐{' '}
        {tell({ code: 'snapshots.status-incomplete', facts: {} })} · ○{' '}
        {tell({ code: 'snapshots.status-forecast', facts: {} })} · {m('months.share-legend')}
      </p>
      <div className="wide" role="region" tabIndex={0} aria-label={m('months.status-table')}>
        <table className="plain-table months-status">
          <thead>
            <tr>
              <th scope="col">{m('months.product')}</th>
              {first.months.map(({ month }) => (
                <th key={month} scope="col">
                  <abbr title={showMonth(month, language)}>{showShortMonth(month, language)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.slice(0, shown).map((year) => (
              <tr key={`${year.domain}|${year.product}|${year.unit ?? ''}`}>
                <th scope="row">
                  {year.domain} {year.product}
                  {year.unit === null ? '' : ` (${year.unit})`}
                </th>
                {year.months.map((month) => cell(month, `${year.domain}|${year.product}`))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {years.length > shown ? (
        <DefaultButton
          text={m('months.more-products', { count: years.length - shown })}
          onClick={() => setShown(shown + AT_ONCE)}
        />
      ) : null}
    </section>
  );
}
