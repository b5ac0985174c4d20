import { useEffect, useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { ChoiceGroup } from 'office-ui-fabric-react/lib/ChoiceGroup';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { usePane, useWords } from '../context';
import { download } from '../download';
import { sharesOf } from '../state/forecast-actions';
import { INCOMPLETE_CHOICES } from '../state/forecast-state';
import { ByHand } from './ByHand';
import { LevelCard } from './LevelCard';
import { ProductDetail } from './ProductDetail';
import { ProductList } from './ProductList';
import { Scenarios } from './Scenarios';
import { productKey, type ForecastView } from './forecast-view';

/** Step 2: a forecast from production, what it makes of the ceilings, and the decisions of the user. */
export function ForecastStep(): ReactElement {
  const { state, actions } = usePane();
  const { t } = useWords();
  const { view, open } = state.forecast;
  const isBusy = state.busy !== null;
  // Whoever opens the step wants a forecast; what is missing for it is said.
  useEffect(() => {
    if (view === null && !isBusy) void actions.forecast.make();
    // Once, on opening.
  }, []);
  const product = view?.products.find((one) => productKey(one) === open);
  if (view !== null && product) return <ProductDetail product={product} view={view} />;
  return (
    <>
      <p className="muted">{t('outlook.intro')}</p>
      <Shares />
      {view === null ? (
        <div className="buttons">
          <PrimaryButton
            text={t('outlook.make')}
            disabled={isBusy}
            onClick={() => void actions.forecast.make()}
          />
        </div>
      ) : (
        <Overview view={view} />
      )}
    </>
  );
}

function Overview({ view }: { readonly view: ForecastView }): ReactElement {
  const { state, actions } = usePane();
  const { t, tell } = useWords();
  const isBusy = state.busy !== null;
  const save = async (): Promise<void> => {
    const file = await actions.forecast.file();
    if (file) download(file.bytes, file.name, 'text/csv;charset=utf-8');
  };
  return (
    <>
      <Use />
      <h3>{t('outlook.totals', { year: String(view.year) })}</h3>
      {view.levels.map((level) => (
        <LevelCard key={`${level.domain} ${level.provider}`} level={level} view={view} />
      ))}
      <ByHand view={view} />
      <ProductList view={view} />
      <Scenarios view={view} />
      <div className="buttons">
        <DefaultButton text={t('outlook.save')} disabled={isBusy} onClick={() => void save()} />
        <DefaultButton
          text={t('outlook.again')}
          disabled={isBusy}
          onClick={() => void actions.forecast.make()}
        />
      </div>
      <details>
        <summary>{t('outlook.notices', { count: view.notices.length })}</summary>
        <ul className="card">
          {view.notices.map((notice, index) => (
            <li key={index}>{tell(notice)}</li>
          ))}
          <li>
            {t('outlook.methods')}:{' '}
            {view.methods
              .map(({ method, products }) =>
                t('outlook.methods.item', {
                  method: { code: `forecast.method.${method}`, facts: {} },
                  products,
                }),
              )
              .join(' · ')}
          </li>
        </ul>
      </details>
    </>
  );
}

/** Which forecast is filled in: the file, or this one. Never both. */
function Use(): ReactElement {
  const { state, dispatch, actions } = usePane();
  const { t } = useWords();
  const { use, made } = state.forecast;
  const isBusy = state.busy !== null;
  const files = state.files.forecast.map(({ name }) => name);
  const isCalculated = use === 'calculated';
  const goOn = async (): Promise<void> => {
    if (state.plan === null) await actions.read();
    dispatch({ type: 'step-if-open', step: 'format' });
  };
  return (
    <div className="card">
      <ChoiceGroup
        label={t('outlook.use')}
        selectedKey={use}
        disabled={isBusy}
        options={[
          {
            key: 'file',
            text: files.length === 0 ? t('outlook.use.none') : t('outlook.use.file', { files }),
          },
          { key: 'calculated', text: t('outlook.use.calculated') },
        ]}
        onChange={(_, option) => {
          if (option?.key === 'file' || option?.key === 'calculated') void actions.forecast.use(option.key);
        }}
      />
      <Dropdown
        label={t('outlook.incomplete')}
        selectedKey={state.forecast.incomplete}
        disabled={isBusy}
        options={INCOMPLETE_CHOICES.map((key) => ({ key, text: t(`outlook.incomplete.${key}`) }))}
        onChange={(_, option) => {
          const incomplete = INCOMPLETE_CHOICES.find((choice) => choice === option?.key);
          if (incomplete) void actions.forecast.change({ what: 'incomplete', incomplete });
        }}
      />
      <p className="muted use-line">
        {isCalculated
          ? t('outlook.use.is', { file: made?.file.name ?? '' })
          : files.length === 0
            ? t('outlook.use.is-none')
            : t('outlook.use.is-file', { files })}
      </p>
      <div className="buttons">
        {isCalculated ? (
          <PrimaryButton text={t('outlook.next')} disabled={isBusy} onClick={() => void goOn()} />
        ) : (
          <>
            <PrimaryButton
              text={t('outlook.use.now')}
              disabled={isBusy}
              onClick={() => void actions.forecast.use('calculated')}
            />
            <DefaultButton text={t('outlook.next')} disabled={isBusy} onClick={() => void goOn()} />
          </>
        )}
      </div>
    </div>
  );
}

/** How much of the last months is declared, as far as no file says so. */
function Shares(): ReactElement {
  const { state, actions } = usePane();
  const { t, language } = useWords();
  const { shares } = state.forecast;
  const [typed, setTyped] = useState(shares);
  useEffect(() => setTyped(shares), [shares]);
  const wrong = (text: string): boolean => sharesOf([text], language) === null;
  const isSame = typed.every((text, age) => text === shares[age]);
  const known = shares.filter((share) => share.trim() !== '');
  return (
    <details className="card">
      <summary>
        {t('outlook.shares')}{' '}
        {known.length === 0 ? null : (
          <span className="muted">
            {t('outlook.shares.known', { shares: known.map((share) => `${share}%`) })}
          </span>
        )}
      </summary>
      <p className="muted">{t('outlook.shares.hint')}</p>
      <div className="fields">
        {typed.map((text, age) => (
          <TextField
            key={age}
            label={t('outlook.shares.age', { age })}
            inputMode="decimal"
            value={text}
            errorMessage={wrong(text) ? t('outlook.shares.wrong') : ''}
            onChange={(_, value) => setTyped(typed.map((old, at) => (at === age ? (value ?? '') : old)))}
          />
        ))}
      </div>
      <div className="buttons">
        <DefaultButton
          text={t('outlook.shares.apply')}
          disabled={isSame || typed.some(wrong) || state.busy !== null}
          onClick={() => void actions.forecast.change({ what: 'shares', shares: typed })}
        />
      </div>
    </details>
  );
}
