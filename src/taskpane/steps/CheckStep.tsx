import { useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import {
  dateValue,
  moneyValue,
  ratioValue,
  SEVERITIES,
  type DomainFigures,
  type Money,
  type PrognosisOutcome,
  type Severity,
} from '../../core';
import { contributionChart, cumulativeChart, utilisationChart } from '../../charts';
import { ChartFigure } from '../ChartFigure';
import { usePane, useWords } from '../context';
import { download, resultName, XLSX_TYPE } from '../download';
import { printPage } from '../print-page';
import { resultOf } from '../state/state';
import { FindingCard, SEVERITY_NAMES, type Whereabouts } from '../findings/FindingCard';
import { FindingNote } from '../months/FindingNote';
import { Facts, type FactRow } from './Facts';
import { StepTree } from './StepTree';

/** Step 4: the figures per domain, the findings, the calculation behind them, the report. */
export function CheckStep(): ReactElement | null {
  const { state, actions, excel } = usePane();
  const { t, tell, language } = useWords();
  const check = resultOf(state);
  if (!check) return null;
  const isBusy = state.busy !== null;
  const DownloadButton = excel ? DefaultButton : PrimaryButton;
  const stem = check.prognoses.length === 1 ? (check.prognoses[0]?.file ?? '') : 'plafondwijzer';
  const saveReport = async (): Promise<void> => {
    const bytes = await actions.reportWorkbook();
    if (bytes) download(bytes, resultName(stem, t('pane.check.suffix'), '.xlsx'), XLSX_TYPE);
  };
  const saveJson = async (): Promise<void> => {
    const json = await actions.reportJson();
    if (json !== null) download(json, resultName(stem, t('pane.check.suffix'), '.json'), 'application/json');
  };
  const savePage = async (): Promise<void> => {
    const page = await actions.reportPage();
    if (page !== null) download(page, resultName(stem, t('pane.check.suffix'), '.html'), 'text/html');
  };
  const print = async (): Promise<void> => {
    const page = await actions.reportPage();
    if (page !== null) printPage(page);
  };
  return (
    <>
      <p className="muted">{check.rulebook.title[language]}</p>
      <div className="buttons">
        {excel ? (
          <PrimaryButton
            text={t('pane.excel.report')}
            onClick={() => void actions.reportSheets()}
            disabled={isBusy}
          />
        ) : null}
        <DownloadButton text={t('pane.check.report')} onClick={() => void saveReport()} disabled={isBusy} />
        <DefaultButton text={t('ways.page')} disabled={isBusy} onClick={() => void savePage()} />
        <DefaultButton text={t('ways.print')} disabled={isBusy} onClick={() => void print()} />
        <DefaultButton text={t('pane.check.save-json')} disabled={isBusy} onClick={() => void saveJson()} />
      </div>
      {('unusable' in check ? check.unusable : []).map(({ file, issues }) => (
        <MessageBar key={file} messageBarType={MessageBarType.error} isMultiline>
          <strong>{t('pane.check.unusable', { file })}</strong>
          <ul>
            {issues.map((issue, index) => (
              <li key={index}>{tell(issue)}</li>
            ))}
          </ul>
        </MessageBar>
      ))}
      {check.prognoses.map((prognosis) => (
        <Prognosis key={prognosis.file} prognosis={prognosis} year={check.year} />
      ))}
    </>
  );
}

function Prognosis({
  prognosis,
  year,
}: {
  readonly prognosis: PrognosisOutcome;
  readonly year: number;
}): ReactElement {
  const { language } = useWords();
  return (
    <section aria-label={prognosis.file}>
      <h3>
        {prognosis.provider} <span className="muted">· {prognosis.file}</span>
      </h3>
      {prognosis.domains.length > 1 ? (
        <ChartFigure
          draw={(width) =>
            utilisationChart(
              prognosis.domains.map((figures) => ({ label: figures.domain, figures })),
              language,
              width,
            )
          }
        />
      ) : null}
      {prognosis.domains.map((domain) => (
        <Domain key={domain.domain} domain={domain} year={year} />
      ))}
      <Findings prognosis={prognosis} />
    </section>
  );
}

export function Domain({
  domain,
  year,
}: {
  readonly domain: DomainFigures;
  readonly year: number;
}): ReactElement {
  const { t, language } = useWords();
  const { ceiling } = domain;
  const contribution = contributionChart(domain, language);
  const room = (headroom: Money | null, overrun: Money | null, when: string): FactRow =>
    overrun !== null && overrun > 0n
      ? [`${t('pane.domain.overrun')} ${when}`, moneyValue(overrun), 'bad strong']
      : [
          `${t('pane.domain.headroom')} ${when}`,
          headroom === null ? null : moneyValue(headroom),
          'good strong',
        ];
  const now = t('pane.domain.now');
  const yearEnd = t('pane.domain.year-end');
  return (
    <div className="card">
      <h4>{domain.domain}</h4>
      <Facts
        rows={[
          [t('pane.domain.production'), moneyValue(domain.production)],
          [t('pane.domain.forecast'), moneyValue(domain.forecast)],
          [t('pane.domain.total'), moneyValue(domain.total), 'strong'],
          [t('pane.domain.excluded'), moneyValue(domain.excluded)],
          ...(ceiling
            ? ([
                [t('pane.domain.base'), moneyValue(ceiling.base)],
                [t('pane.domain.raises'), moneyValue(ceiling.raises)],
                [t('pane.domain.case-budgets'), moneyValue(ceiling.caseBudgets)],
                [t('pane.domain.effective'), moneyValue(ceiling.effective), 'strong'],
                [t('pane.domain.expected-raises'), moneyValue(ceiling.expectedRaises)],
                [t('pane.domain.effective-year-end'), moneyValue(ceiling.effectiveYearEnd), 'strong'],
              ] satisfies FactRow[])
            : []),
          room(domain.headroom, domain.overrun, now),
          room(domain.headroomYearEnd, domain.overrunYearEnd, yearEnd),
          ...(domain.payableAbove === null
            ? []
            : ([[t('pane.domain.payable'), moneyValue(domain.payableAbove)]] satisfies FactRow[])),
          [
            t('pane.domain.exhaustion'),
            domain.exhaustionDate === null
              ? t('pane.domain.not-exhausted')
              : dateValue(domain.exhaustionDate),
          ],
          ...(domain.overrunChance === null
            ? []
            : ([[t('pane.domain.chance'), ratioValue(domain.overrunChance)]] satisfies FactRow[])),
        ]}
      />
      {ceiling === null ? <p className="warning">{t('pane.domain.no-ceiling')}</p> : null}
      <ChartFigure draw={(width) => cumulativeChart(domain, year, language, [], width)} />
      {contribution ? (
        <ChartFigure draw={(width) => contributionChart(domain, language, width) ?? contribution} />
      ) : null}
      {domain.steps.length > 0 ? (
        <details>
          <summary>{t('pane.domain.steps')}</summary>
          <StepTree steps={domain.steps} />
        </details>
      ) : null}
    </div>
  );
}

const AT_ONCE = 50;

function Findings({ prognosis }: { readonly prognosis: PrognosisOutcome }): ReactElement {
  const { dispatch } = usePane();
  const { t } = useWords();
  const at: Whereabouts = {
    file: prognosis.file,
    onShow: (file, cell) => dispatch({ type: 'show-cell', cell, file, bring: true }),
  };
  const [shown, setShown] = useState<Readonly<Record<Severity, number>>>({
    violation: AT_ONCE,
    warning: AT_ONCE,
    notice: AT_ONCE,
  });
  return (
    <>
      <h3>{t('pane.findings', { count: prognosis.findings.length })}</h3>
      {SEVERITIES.map((severity) => {
        const findings = prognosis.findings.filter((finding) => finding.severity === severity);
        if (findings.length === 0) return null;
        const rest = findings.length - shown[severity];
        return (
          <section key={severity} aria-label={t(SEVERITY_NAMES[severity])}>
            <h4 className={severity}>
              {t(SEVERITY_NAMES[severity])} ({findings.length})
            </h4>
            {findings.slice(0, shown[severity]).map((finding, index) => (
              <FindingCard key={index} finding={finding} at={at}>
                <FindingNote finding={finding} />
              </FindingCard>
            ))}
            {rest > 0 ? (
              <DefaultButton
                text={t('pane.findings.more', { count: rest })}
                onClick={() => setShown({ ...shown, [severity]: shown[severity] + AT_ONCE })}
              />
            ) : null}
          </section>
        );
      })}
    </>
  );
}
