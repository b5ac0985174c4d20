import { useEffect, useRef, useState, type ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { isOpenQuestion, moneyValue, REVIEW_STATUSES, type DeskProvider } from '../../core';
import { showMoney } from '../../messages';
import { usePane } from '../context';
import { download, XLSX_TYPE } from '../download';
import { Domain } from '../steps/CheckStep';
import { Facts, type FactRow } from '../steps/Facts';
import { CellLink } from '../findings/FindingCard';
import { DeskFindings, useWhereabouts } from './DeskFindings';
import { shownRows } from './desk-state';
import { NoteField, SmallChoice } from './NoteField';
import { useDeskWords } from './words';

/** One submission: its figures, what changed, its findings and questions, the letter. */
export function SubmissionDetail({
  entry,
  year,
}: {
  readonly entry: DeskProvider;
  readonly year: number;
}): ReactElement {
  const { state, actions } = usePane();
  const { d, tell } = useDeskWords();
  const heading = useRef<HTMLHeadingElement>(null);
  // A submission is announced by moving the focus to its heading.
  useEffect(() => heading.current?.focus(), []);
  const { file } = entry;
  return (
    <>
      <Position />
      <h3 ref={heading} tabIndex={-1}>
        {entry.provider === '' ? tell({ code: 'desk.provider-unknown', facts: {} }) : entry.provider}
      </h3>
      {file === null ? (
        <p>{d('submissions.missing')}</p>
      ) : (
        <p className="muted">
          {file}{' '}
          {entry.state === 'checked' ? (
            <button
              type="button"
              className="link"
              disabled={state.busy !== null}
              onClick={() => void actions.desk.show(file, null)}
            >
              {d('submissions.open-book')}
            </button>
          ) : null}
        </p>
      )}
      {entry.state === 'unreadable' ? (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          <ul>
            {entry.issues.map((issue, index) => (
              <li key={index}>{tell(issue)}</li>
            ))}
          </ul>
        </MessageBar>
      ) : (
        <div className="card">
          <SmallChoice
            label={d('submissions.review')}
            value={entry.review}
            options={REVIEW_STATUSES.map((one) => [one, tell({ code: `desk.review.${one}`, facts: {} })])}
            onChange={(review) => actions.desk.review(entry, { review })}
          />
          <NoteField
            label={d('submissions.note')}
            hint={d('submissions.note.own')}
            value={entry.note}
            onChange={(note) => actions.desk.review(entry, { note })}
          />
        </div>
      )}
      {entry.state === 'checked' ? (
        <>
          <Beside entry={entry} />
          <Changes entry={entry} />
          <Letter entry={entry} />
          <DeskFindings entry={entry} />
          {entry.domains.map((domain) => (
            <Domain key={domain.domain} domain={domain} year={year} />
          ))}
        </>
      ) : null}
    </>
  );
}

/** Where in the list this is, and the way to its neighbours there. */
function Position(): ReactElement {
  const { state, dispatch } = usePane();
  const { d } = useDeskWords();
  const rows = shownRows(state.desk);
  const at = rows.findIndex(({ index }) => index === state.desk.chosen);
  const choose = (index: number | null): void => {
    dispatch({ type: 'desk', event: { what: 'choose', index } });
    if (index === null) dispatch({ type: 'side', side: 'workbook' });
  };
  const to = (position: number): number | null => rows[position]?.index ?? null;
  const [before, after] = at === -1 ? [null, null] : [to(at - 1), to(at + 1)];
  return (
    <div className="position">
      <button type="button" className="link" onClick={() => choose(null)}>
        {d('submissions.back')}
      </button>
      <span className="around">
        <button
          type="button"
          className="link"
          disabled={before === null}
          onClick={() => before !== null && choose(before)}
        >
          {d('submissions.previous')}
        </button>
        {at === -1 ? null : (
          <span className="muted">{d('submissions.position', { at: at + 1, count: rows.length })}</span>
        )}
        <button
          type="button"
          className="link"
          disabled={after === null}
          onClick={() => after !== null && choose(after)}
        >
          {d('submissions.next')}
        </button>
      </span>
    </div>
  );
}

/** Beside what was declared, and beside the region's own forecast. */
function Beside({ entry }: { readonly entry: DeskProvider }): ReactElement | null {
  const { d } = useDeskWords();
  const rows: FactRow[] = [
    ...(entry.declaredDifference === null
      ? []
      : ([[d('submissions.declared'), moneyValue(entry.declaredDifference), 'strong']] satisfies FactRow[])),
    ...entry.region.flatMap(({ domain, submitted, region, difference }): FactRow[] => [
      [d('submissions.region.submitted', { domain }), moneyValue(submitted)],
      [d('submissions.region.own', { domain }), moneyValue(region)],
      [d('submissions.region.difference', { domain }), moneyValue(difference), 'strong'],
    ]),
  ];
  if (rows.length === 0) return null;
  return (
    <div className="card">
      {entry.region.length > 0 ? <h4>{d('submissions.region')}</h4> : null}
      <Facts rows={rows} />
    </div>
  );
}

const CELLS_AT_ONCE = 40;

/** Cell by cell what changed since the round before. */
function Changes({ entry }: { readonly entry: DeskProvider }): ReactElement | null {
  const { t, d, language } = useDeskWords();
  const at = useWhereabouts(entry);
  const [limit, setLimit] = useState(CELLS_AT_ONCE);
  const { change } = entry;
  if (change === null) return null;
  const money = (side: { readonly amount: bigint } | null): string =>
    side === null ? '–' : showMoney(side.amount as Parameters<typeof showMoney>[0], language);
  const rest = change.changed.length - limit;
  return (
    <div className="card">
      <p>
        {d('submissions.changed', {
          file: entry.previousFile ?? '',
          difference: showMoney(change.difference, language),
        })}
      </p>
      <details>
        <summary>{d('submissions.changed.cells', { count: change.changed.length })}</summary>
        <ul>
          {change.changed.slice(0, limit).map((cell, index) => (
            <li key={index}>
              {d('submissions.changed.cell', {
                product: cell.product,
                period: cell.period,
                before: money(cell.before),
                after: money(cell.after),
              })}{' '}
              {cell.after ? (
                <CellLink at={at} location={{ sheet: cell.after.sheet, cell: cell.after.cell }} />
              ) : (
                <span className="muted">
                  {d('submissions.changed.gone', {
                    cell: `${cell.before?.sheet ?? ''}!${cell.before?.cell ?? ''}`,
                  })}
                </span>
              )}
            </li>
          ))}
        </ul>
        {rest > 0 ? (
          <DefaultButton
            text={t('pane.findings.more', { count: rest })}
            onClick={() => setLimit(limit + CELLS_AT_ONCE)}
          />
        ) : null}
      </details>
    </div>
  );
}

/** The open questions as a letter to copy, and as a list to fill in. */
function Letter({ entry }: { readonly entry: DeskProvider }): ReactElement {
  const { state, dispatch, actions } = usePane();
  const { d } = useDeskWords();
  const [text, setText] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const count = entry.questions.filter(isOpenQuestion).length;
  // The letter follows the questions: what is shown goes when those change.
  useEffect(() => setText(null), [entry.questions, state.language]);
  const stem = (entry.provider || entry.file || '').replace(/[^\p{L}\p{N} ._-]+/gu, ' ').trim();
  const read = async (): Promise<string | null> => {
    const bytes = await actions.desk.makeFor(entry, 'letter');
    return bytes && new TextDecoder().decode(bytes);
  };
  const copy = async (): Promise<void> => {
    const letter = await read();
    if (letter === null) return;
    try {
      await navigator.clipboard.writeText(letter);
      dispatch({ type: 'said', message: { code: 'submissions.letter.copied', facts: {} } });
    } catch (error) {
      // Without leave for the clipboard the letter is shown, selected, to be copied by hand.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      setText(letter);
      setTimeout(() => field.current?.select(), 0);
    }
  };
  return (
    <div className="card">
      <h4>{d('submissions.letter')}</h4>
      {count === 0 ? (
        <p className="muted">{d('submissions.letter.none')}</p>
      ) : (
        <>
          <div className="buttons">
            <DefaultButton text={d('submissions.letter.copy')} onClick={() => void copy()} />
            <DefaultButton
              text={d('submissions.letter.show')}
              onClick={() => void read().then((letter) => setText(letter))}
            />
            <DefaultButton
              text={d('submissions.letter.download')}
              onClick={() =>
                void read().then(
                  (letter) => letter && download(letter, `${stem}.txt`, 'text/plain;charset=utf-8'),
                )
              }
            />
            <DefaultButton
              text={d('submissions.letter.list')}
              onClick={() =>
                void actions.desk
                  .makeFor(entry, 'questions')
                  .then((bytes) => bytes && download(bytes, `${stem}.xlsx`, XLSX_TYPE))
              }
            />
          </div>
          {text === null ? null : (
            <textarea
              ref={field}
              className="letter"
              readOnly
              rows={14}
              aria-label={d('submissions.letter.text')}
              value={text}
            />
          )}
        </>
      )}
    </div>
  );
}
