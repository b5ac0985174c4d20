import { useMemo, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { a1, Decimal, ratioValue, type BlockSummary, type ProductMatch } from '../../core';
import type { PaneCode } from '../../messages/catalogues/pane';
import { usePane, useWords } from '../context';
import { download, resultName } from '../download';
import type { FillOutcome } from '../../flow';
import { cellOf } from '../sheet/index-sheet';

const HOW: Readonly<Record<ProductMatch['how'], PaneCode>> = {
  code: 'pane.how.code',
  name: 'pane.how.name',
  'code-and-name': 'pane.how.code-and-name',
  fuzzy: 'pane.how.fuzzy',
  alias: 'pane.how.alias',
  figures: 'pane.how.figures',
  none: 'pane.how.none',
};
const ORIENTATION: Readonly<Record<BlockSummary['orientation'], PaneCode>> = {
  'months-right': 'pane.orientation.months-right',
  'months-down': 'pane.orientation.months-down',
  'long-list': 'pane.orientation.long-list',
};

/** Confidence as a whole percentage, for people. */
const surety = (confidence: number) => ratioValue(new Decimal(confidence).toDecimalPlaces(2));

/** Step 2: what was recognised in the own format, how sure that is, and what the user has to settle. */
export function FormatStep(): ReactElement | null {
  const { state, dispatch, actions } = usePane();
  const { t, tell } = useWords();
  const { plan } = state;
  if (!plan) return null;
  const { layout } = plan;
  return (
    <>
      <p>{t('pane.format.summary', { blocks: layout.blocks.length, cells: layout.slots.length })}</p>
      {layout.blocks.map((block) => (
        <Block key={`${block.sheet} ${block.range}`} block={block} />
      ))}
      {layout.blocks.length === 0 ? <p className="card">{t('pane.format.nothing')}</p> : null}
      {layout.remarks.length > 0 ? (
        <section aria-label={t('pane.format.remarks')}>
          <h3>{t('pane.format.remarks')}</h3>
          <ul className="card">
            {layout.remarks.map((remark, index) => (
              <li key={index}>{tell(remark)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <Products plan={plan} />
      <div className="buttons">
        <PrimaryButton
          text={t('pane.format.next')}
          onClick={() => dispatch({ type: 'step', step: 'fill' })}
        />
        {state.aliases.size > 0 ? (
          <DefaultButton
            text={t('pane.format.again')}
            onClick={() => void actions.read()}
            disabled={state.busy !== null}
          />
        ) : null}
        <DefaultButton
          text={t('pane.format.profile')}
          onClick={() =>
            download(
              `${JSON.stringify(plan.profile, null, 2)}\n`,
              resultName(layout.file, t('pane.format.profile.suffix'), '.json'),
              'application/json',
            )
          }
        />
      </div>
    </>
  );
}

function Block({ block }: { readonly block: BlockSummary }): ReactElement {
  const { dispatch } = usePane();
  const { t, tell } = useWords();
  return (
    <div className="card">
      <h3>
        <button
          type="button"
          className="link"
          onClick={() => {
            const cell = cellOf(block.sheet, block.range);
            if (cell) dispatch({ type: 'show-cell', cell, file: null, bring: true });
          }}
        >
          {block.sheet}!{block.range}
        </button>
      </h3>
      <p>
        {t(ORIENTATION[block.orientation])} ·{' '}
        {t('pane.format.block', { products: block.products, periods: block.periods })}
        {block.domain === null ? '' : ` · ${block.domain}`}
        {block.scale === 1000 ? ` · ${t('pane.format.thousands')}` : ''}
      </p>
      <p>{t('pane.format.confidence', { confidence: surety(block.confidence) })}</p>
      {block.evidence.length > 0 ? (
        <details>
          <summary>{t('pane.format.evidence')}</summary>
          <ul>
            {block.evidence.map((message, index) => (
              <li key={index}>{tell(message)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function Products({ plan }: { readonly plan: FillOutcome }): ReactElement {
  const { state, dispatch } = usePane();
  const { t } = useWords();
  const { products } = plan.layout;
  const isOpen = (match: ProductMatch): boolean =>
    match.product === null ||
    match.how === 'fuzzy' ||
    match.how === 'figures' ||
    state.aliases.has(match.label);
  const open = products.filter(isOpen);
  const matched = products.filter((match) => !isOpen(match));
  const known = useMemo(() => {
    const names = new Map<string, string>();
    for (const prognosis of plan.prognoses) {
      for (const domain of prognosis.domains) {
        for (const { product, description } of domain.products) {
          names.set(product, description === null ? product : `${product} – ${description}`);
        }
      }
    }
    for (const { product } of plan.layout.products) {
      if (product !== null && !names.has(product)) names.set(product, product);
    }
    return names;
  }, [plan]);
  return (
    <section aria-label={t('pane.format.products')}>
      <h3>{t('pane.format.products')}</h3>
      {open.map((match) => {
        const choices = [...new Set([...match.candidates, ...known.keys()])];
        return (
          <div className="card" key={`${match.sheet} ${match.row} ${match.col}`}>
            <ProductPlace match={match} />
            <Dropdown
              label={t('pane.format.choose', { label: match.label })}
              selectedKey={state.aliases.get(match.label) ?? match.product ?? ''}
              options={[
                { key: '', text: t('pane.format.no-product') },
                ...choices.map((product) => ({ key: product, text: known.get(product) ?? product })),
              ]}
              onChange={(_, option) =>
                dispatch({
                  type: 'alias',
                  label: match.label,
                  product: option && option.key !== '' ? String(option.key) : null,
                })
              }
            />
          </div>
        );
      })}
      <details className="card">
        <summary>{t('pane.format.matched', { count: matched.length })}</summary>
        <ul>
          {matched.map((match) => (
            <li key={`${match.sheet} ${match.row} ${match.col}`}>
              <ProductPlace match={match} /> → <strong>{match.product}</strong>{' '}
              <span className="muted">{t(HOW[match.how])}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function ProductPlace({ match }: { readonly match: ProductMatch }): ReactElement {
  const { dispatch } = usePane();
  const { sheet, row, col } = match;
  return (
    <>
      <button
        type="button"
        className="link"
        onClick={() => dispatch({ type: 'show-cell', cell: { sheet, row, col }, file: null, bring: true })}
      >
        {sheet}!{a1(row, col)}
      </button>{' '}
      {match.label}
    </>
  );
}
