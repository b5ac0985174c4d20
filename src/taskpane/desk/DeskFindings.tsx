import { useMemo, useState, type ReactElement } from 'react';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import {
  QUESTION_STATUSES,
  questionId,
  SEVERITIES,
  type DeskProvider,
  type Finding,
  type Question,
  type Severity,
} from '../../core';
import { showMoney } from '../../messages';
import { usePane } from '../context';
import { FindingCard, SEVERITY_NAMES, type Whereabouts } from '../findings/FindingCard';
import { NoteField, SmallChoice } from './NoteField';
import { useDeskWords } from './words';

const AT_ONCE = 30;

/** Findings of a submission, each with the question it became, its calculation and the way to its cell. */
export function DeskFindings({ entry }: { readonly entry: DeskProvider }): ReactElement {
  const { state } = usePane();
  const { t, d } = useDeskWords();
  const at = useWhereabouts(entry);
  const { severity } = state.desk.filter;
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(
    () => new Set(severity === null ? [] : SEVERITIES.filter((one) => one !== severity)),
  );
  const [limit, setLimit] = useState(AT_ONCE);
  const questions = useMemo(
    () => new Map(entry.questions.map((question) => [question.id, question])),
    [entry.questions],
  );
  const shown = SEVERITIES.filter((one) => !hidden.has(one)).flatMap((one) =>
    entry.findings.filter((finding) => finding.severity === one),
  );
  const gone = useMemo(() => {
    const here = new Set(entry.findings.map(questionId));
    return entry.questions.filter(({ id }) => !here.has(id));
  }, [entry.findings, entry.questions]);
  const toggle = (one: Severity): void => {
    const next = new Set(hidden);
    if (!next.delete(one)) next.add(one);
    setHidden(next);
  };
  const rest = shown.length - limit;
  return (
    <>
      <h3>{t('pane.findings', { count: entry.findings.length })}</h3>
      <div className="buttons" role="group" aria-label={d('submissions.findings.show')}>
        {SEVERITIES.map((one) => (
          <button
            key={one}
            type="button"
            className="plain chip"
            aria-pressed={!hidden.has(one)}
            onClick={() => toggle(one)}
          >
            {t(SEVERITY_NAMES[one])} ({entry.findings.filter((finding) => finding.severity === one).length})
          </button>
        ))}
      </div>
      {shown.slice(0, limit).map((finding, index) => (
        <FindingCard key={index} finding={finding} at={at}>
          <Asked entry={entry} finding={finding} question={questions.get(questionId(finding)) ?? null} />
        </FindingCard>
      ))}
      {rest > 0 ? (
        <DefaultButton
          text={t('pane.findings.more', { count: rest })}
          onClick={() => setLimit(limit + AT_ONCE)}
        />
      ) : null}
      {gone.length > 0 ? (
        <details>
          <summary>
            {d('submissions.gone')} ({gone.length})
          </summary>
          {gone.map((question) => (
            <QuestionCard key={question.id} entry={entry} question={question} />
          ))}
        </details>
      ) : null}
    </>
  );
}

/** The cells of a submission, shown in the workbook beside the pane. */
export function useWhereabouts(entry: DeskProvider): Whereabouts {
  const { actions } = usePane();
  return { file: entry.file, onShow: (file, cell) => void actions.desk.show(file, cell) };
}

/** The question a finding became, or the way to make it one. */
function Asked({
  entry,
  finding,
  question,
}: {
  readonly entry: DeskProvider;
  readonly finding: Finding;
  readonly question: Question | null;
}): ReactElement {
  const { actions } = usePane();
  const { d } = useDeskWords();
  return question ? (
    <QuestionFields entry={entry} question={question} />
  ) : (
    <button type="button" className="link" onClick={() => actions.desk.ask(entry, finding)}>
      {d('submissions.question.ask')}
    </button>
  );
}

/** A question whose finding isn't there any more. */
function QuestionCard({
  entry,
  question,
}: {
  readonly entry: DeskProvider;
  readonly question: Question;
}): ReactElement {
  const { tell } = useDeskWords();
  return (
    <div className="card finding">
      <p>{tell(question.message)}</p>
      <QuestionFields entry={entry} question={question} />
    </div>
  );
}

function QuestionFields({
  entry,
  question,
}: {
  readonly entry: DeskProvider;
  readonly question: Question;
}): ReactElement {
  const { actions } = usePane();
  const { d, tell, language } = useDeskWords();
  const change = (part: Parameters<typeof actions.desk.question>[2]): void =>
    actions.desk.question(entry, question.id, part);
  const hasWords = question.answer !== '' || question.note !== '';
  return (
    <div className="question">
      <SmallChoice
        label={d('submissions.question.status')}
        value={question.status}
        options={QUESTION_STATUSES.map((one) => [one, tell({ code: `desk.status.${one}`, facts: {} })])}
        onChange={(status) => change({ status })}
      />
      {question.before === null ? null : (
        <span className="step-note">
          {d('submissions.question.before', { amount: showMoney(question.before, language) })}
        </span>
      )}
      <details open={hasWords}>
        <summary>
          {d('submissions.question.answer')}, {d('submissions.note').toLowerCase()}
        </summary>
        <NoteField
          label={d('submissions.question.answer')}
          value={question.answer}
          onChange={(answer) => change({ answer })}
        />
        <NoteField
          label={d('submissions.note')}
          value={question.note}
          onChange={(note) => change({ note })}
        />
        <span className="step-note">{d('submissions.question', { id: question.id })}</span>
      </details>
    </div>
  );
}
