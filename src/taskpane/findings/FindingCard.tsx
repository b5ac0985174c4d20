import type { ReactElement, ReactNode } from 'react';
import type { Finding, Place, Severity } from '../../core';
import { sayPlace, showMoney } from '../../messages';
import { useWords } from '../context';
import { cellOf } from '../sheet/index-sheet';
import { StepTree } from '../steps/StepTree';

/** The sentence that names findings of a severity. */
export const SEVERITY_NAMES = {
  violation: 'pane.severity.violation',
  warning: 'pane.severity.warning',
  notice: 'pane.severity.notice',
} as const satisfies Record<Severity, string>;

/** Shows a cell of the workbook with this name. */
export type ShowCell = (file: string, cell: NonNullable<ReturnType<typeof cellOf>>) => void;

/** Where findings are: in this workbook, unless they name another one. */
export interface Whereabouts {
  readonly file: string | null;
  readonly onShow: ShowCell;
}

/** One finding: what was found, by which rule, the way to its cell and its calculation. */
export function FindingCard({
  finding,
  at,
  children,
}: {
  readonly finding: Finding;
  readonly at: Whereabouts;
  /** What can be done with it. */
  readonly children: ReactNode;
}): ReactElement {
  const { t, tell, language } = useWords();
  const { location } = finding;
  // The workbook is on show beside the finding: the way to its cell says enough.
  const place = location && !linkTo(location, at) ? sayPlace(location, language) : '';
  return (
    <div className={`card finding is-${finding.severity}`}>
      <p>
        {finding.notChecked ? <strong>{t('pane.finding.not-checked')}: </strong> : null}
        {tell(finding.message)}
      </p>
      <p className="step-note">
        {finding.rule}
        {finding.amount === null ? '' : ` · ${showMoney(finding.amount, language)}`}
        {finding.source
          ? ` · ${t('pane.step.source', { document: finding.source.document, place: finding.source.place })}`
          : ''}
        {place === '' ? '' : ` · ${place}`}
      </p>
      <CellLink location={location} at={at} />
      {finding.steps.length > 0 ? (
        <details>
          <summary>{t('pane.domain.steps')}</summary>
          <StepTree steps={finding.steps} />
        </details>
      ) : null}
      {children}
    </div>
  );
}

interface Link {
  readonly place: string;
  follow(): void;
}

/** The way to the cell a place names; null when it names none, or no workbook it is in. */
function linkTo(location: Place, at: Whereabouts): Link | null {
  const file = location.file ?? at.file;
  if (!location.sheet || !location.cell || !file) return null;
  const cell = cellOf(location.sheet, location.cell);
  if (!cell) return null;
  return { place: `${location.sheet}!${location.cell}`, follow: () => at.onShow(file, cell) };
}

/** The way from a place to the cell in the workbook beside the pane. */
export function CellLink({
  location,
  at,
}: {
  readonly location: Place | null;
  readonly at: Whereabouts;
}): ReactElement | null {
  const { t } = useWords();
  const link = location && linkTo(location, at);
  if (!link) return null;
  return (
    <button type="button" className="link" onClick={() => link.follow()}>
      {t('pane.finding.show', { place: link.place })}
    </button>
  );
}
