import type { ReactElement } from 'react';
import { moneyValue, monthValue } from '../../core';
import { usePane, useWords } from '../context';
import { productKey, type ForecastView } from './forecast-view';

/** Every amount set by hand, also those that find no product any more: none is lost out of sight. */
export function ByHand({ view }: { readonly view: ForecastView }): ReactElement | null {
  const { state, dispatch, actions } = usePane();
  const { t } = useWords();
  const { overrides } = state.forecast;
  if (overrides.length === 0) return null;
  const used = new Set(
    view.products.flatMap((product) =>
      product.months
        .filter((month) => month.overridden)
        .map((month) => `${productKey(product)} ${month.month}`),
    ),
  );
  return (
    <div className="card">
      <h4>{t('outlook.by-hand', { count: overrides.length })}</h4>
      <ul className="by-hand">
        {overrides.map((one) => {
          const key = productKey(one);
          const isUsed = used.has(`${key} ${one.month}`);
          const { product, month, amount, reason } = one;
          const facts = { product, month: monthValue(month), amount: moneyValue(amount), reason };
          return (
            <li key={`${key} ${month}`}>
              {t('outlook.by-hand.item', facts)}{' '}
              {isUsed ? (
                <button
                  type="button"
                  className="link"
                  aria-label={`${t('outlook.products')}: ${product}, ${month}`}
                  onClick={() => dispatch({ type: 'forecast', change: { what: 'open', product: key } })}
                >
                  {product}
                </button>
              ) : (
                <span className="warning">{t('outlook.by-hand.unused', { year: String(view.year) })}</span>
              )}{' '}
              <button
                type="button"
                className="link"
                disabled={state.busy !== null}
                aria-label={t('outlook.undo-of', { month: `${product} ${month}` })}
                onClick={() => void actions.forecast.change({ what: 'override-undone', override: one })}
              >
                {t('outlook.undo')}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
