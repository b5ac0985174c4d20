import { useId, useRef, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { CAUSES, causeLabel, moneyValue, ZERO, type ComparedDomain, type SnapshotHead } from '../../core';
import type { FillOutcome } from '../../flow';
import { waterfallChart } from '../../charts';
import { say, showDate, showMoney, type Language } from '../../messages';
import { ChartFigure } from '../ChartFigure';
import { usePane } from '../context';
import { download, resultName, XLSX_TYPE } from '../download';
import { FileInput } from '../FileInput';
import { inputFile } from '../state/input-files';
import { BUDGET, NOW, startOf } from '../state/months-state';
import { Facts, type FactRow } from '../steps/Facts';
import { StepTree } from '../steps/StepTree';
import { ComparedProducts } from './ComparedProducts';
import { useMonthWords } from './words';

const nameOf = (head: SnapshotHead, language: Language): string =>
  [head.asOf === null ? head.id : showDate(head.asOf, language), head.note]
    .filter((part) => part !== '')
    .join(' · ');

/** Two states side by side: what to compare, and the difference by cause. */
export function Compare({ outcome }: { readonly outcome: FillOutcome | null }): ReactElement | null {
  const { state, dispatch, actions } = usePane();
  const { m, language, tell } = useMonthWords();
  const ids = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const { months } = state;
  const { heads, comparison, budget } = months;
  const start = startOf(months);
  const isBusy = state.busy !== null;
  const choose = (change: { readonly from?: string; readonly to?: string }): void =>
    dispatch({ type: 'months', change: { ...change, comparison: null } });
  const options = [...heads].reverse().map((head) => (
    <option key={head.id} value={head.id}>
      {nameOf(head, language)} ({head.id})
    </option>
  ));
  const end = outcome === null && months.to === NOW ? '' : months.to;
  const canCompare = start !== null && end !== '' && start !== end;
  const save = async (format: 'xlsx' | 'json'): Promise<void> => {
    const bytes = await actions.months.file(format);
    const stem = comparison?.after.file ?? 'plafondwijzer';
    const name = resultName(stem, m('months.file-suffix'), `.${format}`);
    if (bytes) download(bytes, name, format === 'xlsx' ? XLSX_TYPE : 'application/json');
  };
  return (
    <section className="card" aria-label={m('months.compare-title')}>
      <h3>{m('months.compare-title')}</h3>
      <div className="fields">
        <div>
          <label htmlFor={`${ids}from`}>{m('months.from')}</label>
          <select
            id={`${ids}from`}
            value={start ?? ''}
            onChange={(event) => choose({ from: event.currentTarget.value })}
          >
            {start === null ? <option value="">{m('months.choose')}</option> : null}
            {options}
            {budget ? <option value={BUDGET}>{m('months.budget', { file: budget.name })}</option> : null}
          </select>
        </div>
        <div>
          <label htmlFor={`${ids}to`}>{m('months.to')}</label>
          <select id={`${ids}to`} value={end} onChange={(event) => choose({ to: event.currentTarget.value })}>
            {outcome ? (
              <option value={NOW}>{m('months.now')}</option>
            ) : (
              <option value="">{m('months.choose')}</option>
            )}
            {options}
          </select>
        </div>
      </div>
      <div className="buttons">
        <PrimaryButton
          text={m('months.compare')}
          disabled={isBusy || !canCompare}
          onClick={() => void actions.months.compare()}
        />
        <DefaultButton
          text={m(budget ? 'months.other-budget' : 'months.choose-budget')}
          disabled={isBusy}
          onClick={() => chooser.current?.click()}
        />
        <FileInput
          chooser={chooser}
          role="budget"
          accept=".csv,.txt,.xlsx,.xlsm"
          onFiles={([file]) => {
            if (file) actions.months.setBudget(inputFile(file, file.name));
          }}
        />
      </div>
      {comparison ? (
        <>
          {comparison.domains.map((domain) => (
            <Domain key={domain.domain} domain={domain} />
          ))}
          {comparison.notices.map((notice, index) => (
            <p key={index} className="warning">
              {tell(notice)}
            </p>
          ))}
          <div className="buttons">
            <DefaultButton text={m('months.save-xlsx')} disabled={isBusy} onClick={() => void save('xlsx')} />
            <DefaultButton text={m('months.save-json')} disabled={isBusy} onClick={() => void save('json')} />
          </div>
        </>
      ) : (
        <p className="muted">
          {m(heads.length === 0 && !budget ? 'months.compare-later' : 'months.compare-hint')}
        </p>
      )}
    </section>
  );
}

function Domain({ domain }: { readonly domain: ComparedDomain }): ReactElement {
  const { m, t, tell, language } = useMonthWords();
  const causes = CAUSES.filter((cause) => domain.causes[cause] !== ZERO);
  const rows: FactRow[] = [
    [m('months.before'), moneyValue(domain.before)],
    ...causes.map((cause): FactRow => [tell(causeLabel(cause)), moneyValue(domain.causes[cause])]),
    [m('months.after'), moneyValue(domain.after), 'strong'],
    [m('months.difference'), moneyValue(domain.difference), 'strong'],
  ];
  const room = (label: string, amount: ComparedDomain['roomBefore']): FactRow[] =>
    amount === null ? [] : [[label, moneyValue(amount), amount < 0n ? 'bad' : undefined]];
  return (
    <div className="compared">
      <h4>{domain.domain}</h4>
      {domain.before === ZERO && domain.after === ZERO ? null : (
        <ChartFigure
          draw={(width) =>
            waterfallChart(
              {
                title: m('months.chart-title', { domain: domain.domain }),
                start: { label: m('months.before'), amount: domain.before },
                parts: causes.map((cause) => ({
                  label: say(causeLabel(cause), language),
                  amount: domain.causes[cause],
                })),
                end: { label: m('months.after'), amount: domain.after },
              },
              language,
              width,
            )
          }
        />
      )}
      <Facts rows={rows} />
      {domain.roomDifference === null ? null : (
        <Facts
          rows={[
            ...(domain.ceilingBefore === null
              ? []
              : ([[m('months.ceiling-before'), moneyValue(domain.ceilingBefore)]] satisfies FactRow[])),
            ...(domain.ceilingAfter === null
              ? []
              : ([[m('months.ceiling-after'), moneyValue(domain.ceilingAfter)]] satisfies FactRow[])),
            ...room(m('months.room-before'), domain.roomBefore),
            ...room(m('months.room-after'), domain.roomAfter),
          ]}
        />
      )}
      {domain.excludedBefore !== domain.excludedAfter ? (
        <p className="muted">
          {m('months.excluded', {
            before: showMoney(domain.excludedBefore, language),
            after: showMoney(domain.excludedAfter, language),
          })}
        </p>
      ) : null}
      {domain.notices.map((notice, index) => (
        <p key={index} className="muted">
          {tell(notice)}
        </p>
      ))}
      <ComparedProducts domain={domain} />
      <details>
        <summary>{t('pane.domain.steps')}</summary>
        <StepTree steps={domain.roomStep ? [domain.step, domain.roomStep] : [domain.step]} />
      </details>
    </div>
  );
}
