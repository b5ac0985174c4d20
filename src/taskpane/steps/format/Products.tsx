import { useRef, type ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { a1, writeAliases, type AliasQuestion, type ProductMatch } from '../../../core';
import type { FillOutcome } from '../../../flow';
import type { PaneCode } from '../../../messages/catalogues/pane';
import { usePane, useWords } from '../../context';
import { download, resultName } from '../../download';
import { choose, chosenFor, loadAliases } from '../../state/format-actions';
import { FileInput } from '../../FileInput';
import { inputFile } from '../../state/input-files';
import { surety } from './Block';
import { Place } from './Place';
import { showValue } from '../../../messages';

const HOW: Readonly<Record<ProductMatch['how'], PaneCode>> = {
  code: 'pane.how.code',
  name: 'pane.how.name',
  'code-and-name': 'pane.how.code-and-name',
  fuzzy: 'pane.how.fuzzy',
  alias: 'pane.how.alias',
  figures: 'pane.how.figures',
  none: 'pane.how.none',
};

/** The lines that need a product, with suggestions; those that were recognised; the table of wordings as a file. */
export function Products({
  plan,
  products,
}: {
  readonly plan: FillOutcome;
  readonly products: ReadonlyMap<string, string>;
}): ReactElement {
  const pane = usePane();
  const { state } = pane;
  const { t } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const { layout } = plan;
  const isOpen = (match: ProductMatch): boolean =>
    match.product === null ||
    match.how === 'fuzzy' ||
    match.how === 'figures' ||
    chosenFor(state.aliases, match.label) !== undefined;
  const open = layout.products.filter(isOpen);
  const matched = layout.products.filter((match) => !isOpen(match));
  const questionAt = new Map((plan.questions ?? []).map((one) => [`${one.sheet}!${one.cell}`, one]));
  return (
    <section aria-label={t('pane.format.products')}>
      <h3>{t('pane.format.products')}</h3>
      {open.map((match) => (
        <OpenLabel
          key={`${match.sheet} ${match.row} ${match.col}`}
          match={match}
          question={questionAt.get(`${match.sheet}!${a1(match.row, match.col)}`)}
          products={products}
        />
      ))}
      <details className="card">
        <summary>{t('pane.format.matched', { count: matched.length })}</summary>
        <ul>
          {matched.map((match) => (
            <li key={`${match.sheet} ${match.row} ${match.col}`}>
              <Place sheet={match.sheet} range={a1(match.row, match.col)} /> {match.label} →{' '}
              <strong>{match.product}</strong> <span className="muted">{t(HOW[match.how])}</span>
            </li>
          ))}
        </ul>
      </details>
      <FileInput
        chooser={chooser}
        role="aliases"
        accept=".csv,.txt,.json"
        onFiles={([file]) => {
          if (file) void loadAliases(pane, inputFile(file, file.name));
        }}
      />
      <div className="buttons">
        <DefaultButton
          text={t('format.aliases.load')}
          disabled={state.busy !== null}
          onClick={() => chooser.current?.click()}
        />
        <DefaultButton
          text={t('format.aliases.save')}
          onClick={() =>
            download(
              writeAliases(layout, plan.questions ?? []),
              resultName(layout.file, t('format.aliases.suffix'), '.csv'),
              'text/csv;charset=utf-8',
            )
          }
        />
      </div>
    </section>
  );
}

function OpenLabel({
  match,
  question,
  products,
}: {
  readonly match: ProductMatch;
  readonly question: AliasQuestion | undefined;
  readonly products: ReadonlyMap<string, string>;
}): ReactElement {
  const pane = usePane();
  const { t, tell, language } = useWords();
  const suggested = question?.suggestions ?? [];
  const names = [
    ...new Set([...suggested.map(({ product }) => product), ...match.candidates, ...products.keys()]),
  ];
  const chosen = chosenFor(pane.state.aliases, match.label);
  return (
    <div className="card">
      <Place sheet={match.sheet} range={a1(match.row, match.col)} /> {match.label}
      <Dropdown
        label={t('pane.format.choose', { label: match.label })}
        selectedKey={chosen ?? match.product ?? ''}
        disabled={pane.state.busy !== null}
        options={[
          { key: '', text: t('pane.format.no-product') },
          ...names.map((product) => ({ key: product, text: products.get(product) ?? product })),
        ]}
        onChange={(_, option) =>
          void choose(pane, match.label, option && option.key !== '' ? String(option.key) : null)
        }
      />
      {chosen === undefined && suggested.length > 0 ? (
        <div className="suggestions">
          <span className="muted">{t('format.suggested')}</span>
          {suggested.slice(0, 3).map(({ product, description, confidence, reason }) => (
            <DefaultButton
              key={product}
              text={description === null ? product : `${product} ${description}`}
              secondaryText={tell(reason)}
              ariaLabel={`${product} ${description ?? ''}, ${tell(reason)}, ${showValue(surety(confidence), language)}`}
              title={`${tell(reason)}, ${showValue(surety(confidence), language)}`}
              disabled={pane.state.busy !== null}
              onClick={() => void choose(pane, match.label, product)}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}
