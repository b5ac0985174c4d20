import { useMemo, useState, type ReactElement } from 'react';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { FocusZone, FocusZoneDirection } from 'office-ui-fabric-react/lib/FocusZone';
import { List } from 'office-ui-fabric-react/lib/List';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { absMoney, moneyValue, subtractMoney, ZERO, type Money } from '../../core';
import { showMoney } from '../../messages';
import type { OutlookCode } from '../../messages/catalogues/outlook';
import { usePane, useWords } from '../context';
import { productKey, type ForecastView, type ProductView } from './forecast-view';

const SORTS = {
  amount: 'outlook.sort.amount',
  unsure: 'outlook.sort.unsure',
  difference: 'outlook.sort.difference',
  hand: 'outlook.sort.hand',
  code: 'outlook.sort.code',
} as const satisfies Record<string, OutlookCode>;
type Sort = keyof typeof SORTS;
const isSort = (key: unknown): key is Sort => typeof key === 'string' && key in SORTS;

const handOf = ({ months }: ProductView): number => months.filter(({ overridden }) => overridden).length;
const widthOf = ({ range }: ProductView): Money => subtractMoney(range.high80, range.low80);
const distanceOf = ({ ownTotal, total }: ProductView): Money =>
  ownTotal === null ? ZERO : absMoney(subtractMoney(total, ownTotal));

const down = (a: Money, b: Money): number => (a === b ? 0 : a < b ? 1 : -1);
const byCode = (a: ProductView, b: ProductView): number =>
  a.product < b.product ? -1 : a.product > b.product ? 1 : a.provider < b.provider ? -1 : 1;

/** The products in the order asked for; equal ones by code. */
export function sortProducts(products: readonly ProductView[], sort: Sort): ProductView[] {
  const first = (a: ProductView, b: ProductView): number => {
    switch (sort) {
      case 'amount':
        return down(a.total, b.total);
      case 'unsure':
        return down(widthOf(a), widthOf(b));
      case 'difference':
        return down(distanceOf(a), distanceOf(b));
      case 'hand':
        return handOf(b) - handOf(a);
      case 'code':
        return 0;
    }
  };
  return [...products].sort((a, b) => first(a, b) || byCode(a, b));
}

/** Products whose code, description, domain or provider holds every word that was typed. */
export function findProducts(products: readonly ProductView[], typed: string): readonly ProductView[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return products;
  return products.filter((one) => {
    const text = `${one.product} ${one.description ?? ''} ${one.domain} ${one.provider}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** All products, to be searched and sorted; thousands of them, so only those in view are drawn. */
export function ProductList({ view }: { readonly view: ForecastView }): ReactElement {
  const { t, language } = useWords();
  const [typed, setTyped] = useState('');
  const [sort, setSort] = useState<Sort>('amount');
  const shown = useMemo(() => sortProducts(findProducts(view.products, typed), sort), [view, typed, sort]);
  const isFound = typed.trim() !== '';
  return (
    <section aria-label={t('outlook.products')}>
      <h3>{t('outlook.products')}</h3>
      <div className="fields">
        <TextField
          label={t('outlook.search')}
          value={typed}
          type="search"
          onChange={(_, text) => setTyped(text ?? '')}
        />
        <Dropdown
          label={t('outlook.sort')}
          selectedKey={sort}
          options={Object.entries(SORTS)
            .filter(([key]) => view.hasOwn || key !== 'difference')
            .map(([key, code]) => ({ key, text: t(code) }))}
          onChange={(_, option) => {
            if (isSort(option?.key)) setSort(option.key);
          }}
        />
      </div>
      <p className="muted" role="status">
        {t('outlook.found', { shown: shown.length, all: isFound ? view.products.length : 0 })}
      </p>
      {shown.length === 0 ? null : (
        <FocusZone direction={FocusZoneDirection.vertical} className="changes" data-is-scrollable="true">
          <List
            items={shown}
            role="group"
            aria-label={t('outlook.products')}
            version={[view, language, typed, sort]}
            onRenderCell={(product) => (product ? <ProductRow product={product} view={view} /> : null)}
          />
        </FocusZone>
      )}
    </section>
  );
}

function ProductRow({
  product,
  view,
}: {
  readonly product: ProductView;
  readonly view: ForecastView;
}): ReactElement {
  const { dispatch } = usePane();
  const { t, tell, language } = useWords();
  const hand = handOf(product);
  const marks = [
    tell({ code: `forecast.method.${product.method}`, facts: {} }),
    ...(product.chosen === null ? [] : [t('outlook.chosen')]),
    ...(product.treatment === 'excluded' ? [t('outlook.outside')] : []),
    ...(product.treatment === 'volume-raised' ? [t('outlook.raises')] : []),
    ...(hand === 0 ? [] : [t('outlook.hand-count', { count: hand })]),
  ];
  const isSeveral = view.levels.some((level) => level.level === 'domain');
  return (
    <button
      type="button"
      className="product-row"
      onClick={() => dispatch({ type: 'forecast', change: { what: 'open', product: productKey(product) } })}
    >
      <span className="name">
        <b>{product.product}</b> {product.description ?? ''}
      </span>
      <b className="amount">{showMoney(product.total, language)}</b>
      <span className="step-note">
        {isSeveral ? `${product.provider} · ` : ''}
        {product.domain} · {marks.join(' · ')}
      </span>
      <span className="step-note amount">
        {t('outlook.range', {
          low: moneyValue(product.range.low80),
          high: moneyValue(product.range.high80),
        })}
      </span>
    </button>
  );
}
