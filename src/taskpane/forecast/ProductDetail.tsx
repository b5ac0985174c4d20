import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { FORECAST_METHODS, moneyValue, type Step } from '../../core';
import { monthsChart } from '../../charts';
import { showRatio } from '../../messages';
import { ChartFigure } from '../ChartFigure';
import { usePane, useWords } from '../context';
import { Facts, type FactRow } from '../steps/Facts';
import { StepTree } from '../steps/StepTree';
import type { ForecastView, ProductView } from './forecast-view';
import { MonthRow } from './MonthRow';

/** One product: chart, months, method with its errors, overrides by hand. */
export function ProductDetail({
  product,
  view,
}: {
  readonly product: ProductView;
  readonly view: ForecastView;
}): ReactElement {
  const { state, dispatch } = usePane();
  const { t, tell, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = product.description === null ? product.product : `${product.product} ${product.description}`;
  const facts: FactRow[] = [
    [t('outlook.declared'), moneyValue(product.declared)],
    [t('outlook.estimate'), moneyValue(product.total), 'strong'],
    ...(product.ownTotal === null
      ? []
      : ([[t('outlook.own'), moneyValue(product.ownTotal)]] satisfies FactRow[])),
  ];
  return (
    <section aria-label={name}>
      <button
        type="button"
        className="link"
        onClick={() => dispatch({ type: 'forecast', change: { what: 'open', product: null } })}
      >
        ← {t('outlook.back')}
      </button>
      <h3 ref={heading} tabIndex={-1}>
        {name} <span className="muted">· {product.domain}</span>
      </h3>
      <div className="card">
        <Facts rows={facts} />
        <p className="muted">
          {t('outlook.range80')}{' '}
          <span className="amount">
            {t('outlook.range', {
              low: moneyValue(product.range.low80),
              high: moneyValue(product.range.high80),
            })}
          </span>
        </p>
      </div>
      <ChartFigure
        draw={(width) => monthsChart(product.months, t('outlook.chart', { product: name }), language, width)}
      />
      {product.notices.length > 0 ? (
        <MessageBar messageBarType={MessageBarType.warning} isMultiline>
          <ul>
            {product.notices.map((notice, index) => (
              <li key={index}>{tell(notice)}</li>
            ))}
          </ul>
        </MessageBar>
      ) : null}
      <MethodChoice product={product} view={view} />
      <h4>{t('outlook.months')}</h4>
      <ol className="months">
        {product.months.map((month, at) => (
          <MonthRow key={`${month.month} ${state.language}`} product={product} month={month} at={at} />
        ))}
      </ol>
      <AskedSteps
        key={`${product.index} ${String(product.total)}`}
        title={t('outlook.year-steps')}
        product={product.index}
        month={null}
      />
    </section>
  );
}

/** Steps that are asked for when they are unfolded: all of them together would be too much to carry. */
export function AskedSteps({
  title,
  of = null,
  product,
  month,
}: {
  readonly title: string;
  /** Said to screen readers only: what it is about. */
  readonly of?: string | null;
  readonly product: number;
  readonly month: number | null;
}): ReactElement {
  const { actions } = usePane();
  const [steps, setSteps] = useState<readonly Step[] | null>(null);
  const ask = async (): Promise<void> => setSteps(await actions.forecast.steps(product, month));
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open && steps === null) void ask();
      }}
    >
      <summary>
        {title}
        {of === null ? null : <span className="visually-hidden"> {of}</span>}
      </summary>
      {steps === null ? null : <StepTree steps={steps} />}
    </details>
  );
}

function MethodChoice({
  product,
  view,
}: {
  readonly product: ProductView;
  readonly view: ForecastView;
}): ReactElement {
  const { state, actions } = usePane();
  const { t, tell, language } = useWords();
  const rows = product.backtest;
  return (
    <div className="card">
      <Dropdown
        label={t('outlook.method')}
        selectedKey={product.chosen ?? 'automatic'}
        disabled={state.busy !== null}
        options={[
          { key: 'automatic', text: t('outlook.method.automatic') },
          ...FORECAST_METHODS.filter((method) => view.hasOwn || method !== 'own-forecast').map((method) => ({
            key: method,
            text: tell({ code: `forecast.method.${method}`, facts: {} }),
          })),
        ]}
        onChange={(_, option) => {
          const method = FORECAST_METHODS.find((known) => known === option?.key) ?? null;
          const { provider, domain, product: code } = product;
          void actions.forecast.change({
            what: 'method',
            product: { provider, domain, product: code },
            method,
          });
        }}
      />
      <p>{tell(product.reason)}</p>
      <details>
        <summary>{t('outlook.errors')}</summary>
        {rows.length === 0 ? (
          <p className="muted">{t('outlook.errors.none')}</p>
        ) : (
          <>
            <div className="wide" role="region" tabIndex={0} aria-label={t('outlook.errors')}>
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('outlook.errors.method')}</th>
                    <th scope="col">{t('outlook.errors.error')}</th>
                    <th scope="col">{t('outlook.errors.bias')}</th>
                    <th scope="col">{t('outlook.errors.months')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.method} className={row.chosen ? 'is-chosen' : undefined}>
                      <th scope="row">
                        {tell({ code: `forecast.method.${row.method}`, facts: {} })}
                        {row.chosen ? <span className="muted"> ({t('outlook.errors.chosen')})</span> : null}
                      </th>
                      <td className="amount">
                        {row.error === null ? '–' : showRatio(row.error.toDecimalPlaces(3), language)}
                      </td>
                      <td className="amount">
                        {row.bias === null
                          ? '–'
                          : `${row.bias.greaterThan(0) ? '+' : ''}${showRatio(row.bias.toDecimalPlaces(3), language)}`}
                      </td>
                      <td className="amount">{row.months}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p className="step-note">{t('outlook.errors.hint')}</p>
          </>
        )}
      </details>
    </div>
  );
}
