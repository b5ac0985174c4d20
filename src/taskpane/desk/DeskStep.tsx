import { useEffect, useRef, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { moneyValue } from '../../core';
import type { DeskRun } from '../../flow';
import { isFigure, sectionHeader, shownCell } from '../../report/section';
import { usePane } from '../context';
import { download, XLSX_TYPE } from '../download';
import { FileInput } from '../FileInput';
import { inputFiles } from '../state/input-files';
import { Facts } from '../steps/Facts';
import type { DeskFile } from './desk-engine';
import { SubmissionDetail } from './SubmissionDetail';
import { useDeskWords } from './words';

const FILES: readonly (readonly [file: DeskFile, name: string, type: string])[] = [
  ['workbook', 'inzendingen.xlsx', XLSX_TYPE],
  ['page', 'inzendingen.html', 'text/html;charset=utf-8'],
  ['json', 'inzendingen.json', 'application/json'],
  ['dossier', 'dossier.json', 'application/json'],
];

/** The check of many submissions: all of them together, or the one chosen in the list. */
export function DeskStep(): ReactElement | null {
  const { state } = usePane();
  const { desk } = state;
  useUnsavedWarning(desk.isUnsaved && !state.isDemo);
  if (!desk.run) return null;
  const entry = desk.chosen === null ? undefined : desk.run.providers[desk.chosen];
  return entry ? (
    <SubmissionDetail key={desk.chosen} entry={entry} year={desk.run.check.year} />
  ) : (
    <Together />
  );
}

/** The browser asks before reviews are lost that no file holds. */
function useUnsavedWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}

function Together(): ReactElement | null {
  const { state, actions } = usePane();
  const { t, d, tell, language } = useDeskWords();
  const chooser = useRef<HTMLInputElement>(null);
  const { run, isUnsaved } = state.desk;
  if (!run) return null;
  const isBusy = state.busy !== null;
  const save = async (file: DeskFile, name: string, type: string): Promise<void> => {
    const bytes = await actions.desk.make(file);
    if (bytes) download(bytes, `${run.check.year}-${name}`, type);
  };
  return (
    <>
      <p className="muted">
        {run.check.rulebook.title[language]} · {d('submissions.round', { round: run.round })}
      </p>
      <p>{d('submissions.choose')}</p>
      <div className="buttons">
        {FILES.map(([file, name, type]) => {
          const Button = file === 'dossier' ? PrimaryButton : DefaultButton;
          return (
            <Button
              key={file}
              text={tell({ code: `submissions.save.${file}`, facts: {} })}
              disabled={isBusy}
              onClick={() => void save(file, name, type)}
            />
          );
        })}
        <DefaultButton
          text={d('submissions.answers')}
          disabled={isBusy}
          onClick={() => chooser.current?.click()}
        />
        <FileInput
          chooser={chooser}
          role="answers"
          accept=".xlsx,.xlsm"
          isMany
          onFiles={(files) => void actions.desk.loadAnswers(inputFiles(files))}
        />
      </div>
      {isUnsaved ? <p className="step-note">{d('submissions.dossier.unsaved')}</p> : null}
      <h3>{d('submissions.totals-per-domain')}</h3>
      {run.totals.map((total) => (
        <div className="card" key={total.domain}>
          <h4>{total.domain}</h4>
          <Facts
            rows={[
              [tell({ code: 'desk.column.providers', facts: {} }), String(total.providers)],
              [t('pane.domain.production'), moneyValue(total.production)],
              [t('pane.domain.forecast'), moneyValue(total.forecast)],
              [t('pane.domain.total'), moneyValue(total.total), 'strong'],
              [t('pane.domain.effective'), total.withCeiling === 0 ? null : moneyValue(total.ceiling)],
              [
                `${t('pane.domain.overrun')} ${t('pane.domain.now')}`,
                total.withCeiling === 0 ? null : moneyValue(total.overrun),
                total.overrun > 0n ? 'bad strong' : undefined,
              ],
              [
                `${t('pane.domain.overrun')} ${t('pane.domain.year-end')}`,
                total.withCeiling === 0 ? null : moneyValue(total.overrunYearEnd),
                total.overrunYearEnd > 0n ? 'bad strong' : undefined,
              ],
            ]}
          />
        </div>
      ))}
      <Across across={run.across} />
      {run.check.unusable.map(({ file, issues }) => (
        <MessageBar key={file} messageBarType={MessageBarType.error} isMultiline>
          <strong>{t('pane.check.unusable', { file })}</strong>
          <ul>
            {issues.map((issue, index) => (
              <li key={index}>{tell(issue)}</li>
            ))}
          </ul>
        </MessageBar>
      ))}
    </>
  );
}

/** What the rulebook says over providers together, and what it can't say for lack of a list. */
function Across({ across }: { readonly across: DeskRun['across'] }): ReactElement | null {
  const { tell, language } = useDeskWords();
  const { sections, findings, missing } = across;
  if (sections.length + findings.length + missing.length === 0) return null;
  return (
    <>
      <h3>{tell({ code: 'desk.sheet.across', facts: {} })}</h3>
      {sections.map((section) => (
        <details key={section.id}>
          <summary>
            {tell(section.title)} ({section.rows.length})
          </summary>
          <div className="section-table" tabIndex={0} role="region" aria-label={tell(section.title)}>
            <table>
              <thead>
                <tr>
                  {sectionHeader(section.columns, language).map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {section.rows.map((row, index) => (
                  <tr key={index}>
                    {section.columns.map((column, at) => {
                      const cell = row.cells[at] ?? null;
                      return (
                        <td key={column} className={isFigure(cell) ? 'num' : undefined}>
                          {shownCell(cell, language)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
      {findings.map((finding, index) => (
        <div key={index} className={`card finding is-${finding.severity}`}>
          <p>{tell(finding.message)}</p>
          <p className="step-note">{finding.rule}</p>
        </div>
      ))}
      {missing.map((message, index) => (
        <p key={index} className="step-note">
          {tell({ code: 'desk.across-missing', facts: {} })}: {tell(message)}
        </p>
      ))}
    </>
  );
}
