import { useRef, useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { addMoney, providerKey, ratioValue, ZERO } from '../../core';
import { waterfallChart } from '../../charts';
import { showMoney } from '../../messages';
import { ChartFigure } from '../ChartFigure';
import { usePane, useWords } from '../context';
import { FileInput } from '../FileInput';
import { download } from '../download';
import { StepTree } from '../steps/StepTree';
import { AssumptionFields } from './AssumptionFields';
import type { ForecastView } from './forecast-view';
import {
  draftsFromJson,
  emptyAssumption,
  scenariosJson,
  wrongIn,
  type ScenarioDraft,
} from './scenario-draft';
import type { ScenarioView } from './scenario-view';

/** Scenarios beside the forecast: an editor, what they come to side by side, and what moves the result most. */
export function Scenarios({ view }: { readonly view: ForecastView }): ReactElement {
  const { state, dispatch, actions } = usePane();
  const { t, language } = useWords();
  const { drafts, scenarios } = state.forecast;
  const [isTried, setTried] = useState(false);
  const [isUnread, setUnread] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const isBusy = state.busy !== null;
  const domains = [...new Set(view.levels.map(({ domain }) => domain))];
  const providers = [...new Map(view.products.map(({ provider }) => [providerKey(provider), provider]))];
  const provider = providers.length === 1 ? (providers[0]?.[1] ?? '') : '';
  const set = (next: readonly ScenarioDraft[]): void =>
    dispatch({ type: 'forecast', change: { what: 'drafts', drafts: next } });
  const change = (at: number, draft: ScenarioDraft | null): void =>
    set(drafts.flatMap((old, index) => (index !== at ? [old] : draft === null ? [] : [draft])));
  const isWrong = drafts.some(
    ({ name, assumptions }) =>
      name.trim() === '' || assumptions.some((one) => wrongIn(one, language).length > 0),
  );
  const json = (): object =>
    scenariosJson(
      drafts,
      { provider, domains },
      {
        growth: (domain) => t('outlook.scenario.knob-growth', { domain }),
        tariff: (domain) => t('outlook.scenario.knob-tariff', { domain }),
      },
      language,
    );
  const whenRight = (work: () => void): void => {
    setTried(true);
    if (!isWrong) work();
  };
  const read = async (file: File): Promise<void> => {
    const found = draftsFromJson(await file.text(), language);
    setUnread(found === null);
    if (found !== null) set(found);
  };
  return (
    <details className="card">
      <summary>{t('outlook.scenarios')}</summary>
      <p className="muted">{t('outlook.scenarios.hint')}</p>
      {drafts.map((draft, at) => (
        <div key={at} className="scenario" role="group" aria-label={draft.name}>
          <TextField
            label={t('outlook.scenario.name')}
            value={draft.name}
            errorMessage={isTried && draft.name.trim() === '' ? t('outlook.scenario.name.wrong') : ''}
            onChange={(_, name) => change(at, { ...draft, name: name ?? '' })}
          />
          {draft.assumptions.map((assumption, place) => (
            <AssumptionFields
              key={place}
              draft={assumption}
              domains={domains}
              isTried={isTried}
              onChange={(next) =>
                change(at, {
                  ...draft,
                  assumptions: draft.assumptions.flatMap((old, index) =>
                    index !== place ? [old] : next === null ? [] : [next],
                  ),
                })
              }
            />
          ))}
          <div className="buttons">
            <DefaultButton
              text={t('outlook.scenario.add')}
              onClick={() =>
                change(at, {
                  ...draft,
                  assumptions: [...draft.assumptions, emptyAssumption('growth', domains[0] ?? '')],
                })
              }
            />
            <DefaultButton text={t('outlook.scenario.remove')} onClick={() => change(at, null)} />
          </div>
        </div>
      ))}
      <div className="buttons">
        <DefaultButton
          text={t('outlook.scenario.new')}
          onClick={() =>
            set([
              ...drafts,
              {
                name: t('outlook.scenario.numbered', { number: drafts.length + 1 }),
                assumptions: [emptyAssumption('growth', domains[0] ?? '')],
              },
            ])
          }
        />
        <PrimaryButton
          text={t('outlook.scenario.work-out')}
          disabled={isBusy}
          onClick={() => whenRight(() => void actions.forecast.scenarios(json()))}
        />
        <DefaultButton
          text={t('outlook.scenario.save')}
          disabled={drafts.length === 0}
          onClick={() =>
            whenRight(() =>
              download(`${JSON.stringify(json(), null, 2)}\n`, 'scenario.json', 'application/json'),
            )
          }
        />
        <DefaultButton text={t('outlook.scenario.open')} onClick={() => chooser.current?.click()} />
        <FileInput
          chooser={chooser}
          role="scenario"
          accept=".json"
          onFiles={([file]) => {
            if (file) void read(file);
          }}
        />
      </div>
      <p className="warning" role="status">
        {isUnread ? t('outlook.scenario.unread') : isTried && isWrong ? t('outlook.scenario.wrong') : ''}
      </p>
      {scenarios === null ? null : <Outcome found={scenarios} />}
    </details>
  );
}

function Outcome({ found }: { readonly found: ScenarioView }): ReactElement {
  const { t, tell, language } = useWords();
  const money = (amount: Parameters<typeof showMoney>[0] | null): string =>
    amount === null ? '–' : showMoney(amount, language);
  return (
    <>
      <h4>{t('outlook.scenario.beside')}</h4>
      <div className="wide" role="region" tabIndex={0} aria-label={t('outlook.scenario.beside')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('outlook.scenario')}</th>
              <th scope="col">{t('outlook.scenario.total')}</th>
              <th scope="col">{t('outlook.scenario.difference')}</th>
              <th scope="col">{t('outlook.scenario.position')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('outlook.scenario.base')}</th>
              <td className="amount">{money(found.baseTotal)}</td>
              <td className="amount">–</td>
              <td className="amount">{money(found.basePosition)}</td>
            </tr>
            {found.scenarios.map((one, at) => (
              <tr key={at}>
                <th scope="row">{one.name}</th>
                <td className="amount">{money(one.total)}</td>
                <td className="amount">{money(one.difference)}</td>
                <td className="amount">{money(one.position)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.scenarios.map((one, at) => (
        <section key={at} aria-label={one.name}>
          <h4>{one.name}</h4>
          <ul>
            {one.chances.map((chance) => (
              <li key={`${chance.domain} ${chance.provider}`}>
                {t('outlook.scenario.chance', {
                  domain: chance.domain === '' ? t('outlook.scenario.everything') : chance.domain,
                  ceiling: { kind: 'money', value: chance.ceiling },
                  chance: ratioValue(chance.chance.toDecimalPlaces(2)),
                })}
              </li>
            ))}
            {one.budgets.map((budget) => (
              <li key={budget.domain}>
                {t('outlook.scenario.budget', {
                  domain: budget.domain,
                  certain: { kind: 'money', value: budget.certain },
                  lowest: { kind: 'money', value: budget.lowest },
                  highest: { kind: 'money', value: budget.highest },
                })}
              </li>
            ))}
          </ul>
          {one.bridge.length === 0 ? (
            <p className="muted">{t('outlook.scenario.same')}</p>
          ) : (
            <ChartFigure draw={(width) => waterfall(one, found, width)} />
          )}
          <details>
            <summary>{t('pane.domain.steps')}</summary>
            <StepTree steps={one.steps} />
          </details>
        </section>
      ))}
      {found.sensitivity.length === 0 ? null : (
        <>
          <h4>{t('outlook.sensitivity')}</h4>
          <p className="muted">{t('outlook.sensitivity.hint')}</p>
          <div className="wide" role="region" tabIndex={0} aria-label={t('outlook.sensitivity')}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('outlook.sensitivity.what')}</th>
                  <th scope="col">{t('outlook.sensitivity.low')}</th>
                  <th scope="col">{t('outlook.sensitivity.high')}</th>
                </tr>
              </thead>
              <tbody>
                {found.sensitivity.map((row) => (
                  <tr key={row.name}>
                    <th scope="row">{row.name}</th>
                    <td className="amount">{money(row.low)}</td>
                    <td className="amount">{money(row.high)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );

  /** From base to scenario: total less ceilings where all care is under one, else the total, else the difference. */
  function waterfall(one: ScenarioView['scenarios'][number], all: ScenarioView, width: number) {
    const hasCeiling = one.bridge.some(({ part }) => part === 'ceiling');
    const start = all.basePosition ?? (hasCeiling ? ZERO : all.baseTotal);
    const what =
      all.basePosition !== null
        ? 'outlook.scenario.from-position'
        : hasCeiling
          ? 'outlook.scenario.from-nothing'
          : 'outlook.scenario.from-total';
    return waterfallChart(
      {
        title: t(what, { name: one.name }),
        start: { label: t('outlook.scenario.base'), amount: start },
        parts: one.bridge.map(({ part, amount }) => ({
          label: tell({ code: `bridge.part-${part}`, facts: {} }),
          amount,
        })),
        end: { label: one.name, amount: addMoney(start, one.bridgeDifference) },
      },
      language,
      width,
    );
  }
}
