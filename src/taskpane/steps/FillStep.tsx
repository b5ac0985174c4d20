import { useMemo, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import {
  a1,
  isMonth,
  moneyValue,
  plannedLines,
  subtractMoney,
  sumMoney,
  ZERO,
  type Unplaced,
} from '../../core';
import { showMoney, showMonth } from '../../messages';
import { usePane, useWords } from '../context';
import { download, resultName, XLSX_TYPE } from '../download';
import { OfferFreeze } from '../months/OfferFreeze';
import { Facts, type FactRow } from './Facts';
import { Changes } from './fill/Changes';

/** Step 3: every change before it is made, the reconciliation to the cent, filling, undoing, saving. */
export function FillStep(): ReactElement | null {
  const { state, dispatch, actions, excel } = usePane();
  const { t, tell } = useWords();
  const { plan: outcome, filled, off } = state;
  const lines = useMemo(() => (outcome ? plannedLines(outcome.layout, outcome.plan.writes) : []), [outcome]);
  // What is switched off is not filled: the totals follow.
  const offTotal = useMemo(
    () => (off.size === 0 ? ZERO : sumMoney([...off].map((index) => lines[index]?.amount ?? ZERO))),
    [off, lines],
  );
  if (!outcome) return null;
  const { plan } = outcome;
  // Once filled, what was really written counts: refused and switched-off changes are in its lists.
  const reconciliation = (filled ?? outcome).prognoses[0]?.reconciliation;
  const totals: FactRow[] =
    filled && reconciliation
      ? [
          [t('pane.fill.source'), moneyValue(reconciliation.sourceTotal), 'strong'],
          [t('pane.fill.stands'), moneyValue(reconciliation.filledTotal)],
          [t('pane.fill.difference'), moneyValue(reconciliation.difference)],
        ]
      : [
          [t('pane.fill.source'), moneyValue(plan.sourceTotal), 'strong'],
          [t('pane.fill.filled'), moneyValue(subtractMoney(plan.filledTotal, offTotal))],
          ...(off.size === 0 ? [] : [[t('fill.deselected'), moneyValue(offTotal)] as const]),
          [t('pane.fill.not-filled'), moneyValue(plan.notFilledTotal)],
          [t('pane.fill.unmapped'), moneyValue(plan.unmappedTotal)],
          [t('pane.fill.rounding'), moneyValue(plan.roundingTotal)],
          [t('pane.fill.difference'), moneyValue(plan.difference)],
        ];
  const isBusy = state.busy !== null;
  const chosen = plan.writes.length - off.size;
  const book = state.books[state.shownBook];
  const save = async (): Promise<void> => {
    const bytes = await actions.save();
    if (bytes && book) download(bytes, resultName(book.file, t('pane.fill.suffix')), XLSX_TYPE);
  };
  return (
    <>
      <div className="card">
        <h3>{t('pane.fill.totals')}</h3>
        <Facts rows={totals} />
        {off.size > 0 && !filled ? (
          <p className="warning">{t('pane.fill.off', { count: off.size })}</p>
        ) : null}
      </div>
      <Rest title={t('pane.fill.not-filled')} rest={reconciliation?.notFilled ?? []} />
      <Rest title={t('pane.fill.unmapped')} rest={reconciliation?.unmapped ?? []} />
      {plan.remarks.length > 0 ? (
        <ul className="card">
          {plan.remarks.map((remark, index) => (
            <li key={index}>{tell(remark)}</li>
          ))}
        </ul>
      ) : null}
      {plan.unchanged.length > 0 ? (
        <p className="muted">{t('pane.fill.unchanged', { count: plan.unchanged.length })}</p>
      ) : null}
      {outcome.warnings.map((warning, index) => (
        <MessageBar key={index} messageBarType={MessageBarType.warning} isMultiline>
          {tell(warning)}
        </MessageBar>
      ))}
      {filled ? (
        <>
          <MessageBar
            messageBarType={filled.refused.length > 0 ? MessageBarType.warning : MessageBarType.success}
            isMultiline
          >
            {t(excel ? 'pane.excel.done' : 'pane.fill.done', {
              written: filled.written.length,
              refused: filled.refused.length,
            })}
          </MessageBar>
          {filled.refused.length > 0 ? (
            <ul className="card">
              {filled.refused.map(({ write, reason }) => (
                <li key={`${write.sheet} ${write.row} ${write.col}`}>
                  {write.sheet}!{a1(write.row, write.col)}: {tell(reason)}
                </li>
              ))}
            </ul>
          ) : null}
          {filled.warnings.map((warning, index) => (
            <MessageBar key={index} messageBarType={MessageBarType.warning} isMultiline>
              {tell(warning)}
            </MessageBar>
          ))}
          <div className="buttons">
            {excel ? null : (
              <PrimaryButton text={t('pane.fill.save')} onClick={() => void save()} disabled={isBusy} />
            )}
            <DefaultButton
              text={t('pane.fill.check')}
              onClick={() => dispatch({ type: 'step', step: 'check' })}
            />
            <DefaultButton text={t('pane.fill.undo')} onClick={() => void actions.undo()} disabled={isBusy} />
            {state.problems.some(({ code }) => code === 'excel.undo-changed') ? (
              <DefaultButton
                text={t('pane.excel.undo-rest')}
                onClick={() => void actions.undo({ keepChanged: true })}
                disabled={isBusy}
              />
            ) : null}
          </div>
          <OfferFreeze />
          {excel ? <p className="muted">{t('pane.excel.save-there')}</p> : null}
        </>
      ) : (
        <div className="buttons">
          <PrimaryButton
            text={t('pane.fill.go', { count: chosen })}
            onClick={() => void actions.fill()}
            disabled={isBusy || chosen === 0}
          />
        </div>
      )}
      <h3 id="changes">{t('pane.fill.changes')}</h3>
      {plan.writes.length === 0 ? <p>{t('pane.fill.none')}</p> : null}
      {plan.writes.length > 0 ? <Changes writes={plan.writes} lines={lines} /> : null}
    </>
  );
}

/** More lines than this with one reason fold into one: a year of history would hide the rest. */
const FOLDED = 6;

function Rest({
  title,
  rest,
}: {
  readonly title: string;
  readonly rest: readonly Unplaced[];
}): ReactElement | null {
  const { t, tell, language } = useWords();
  if (rest.length === 0) return null;
  const groups = new Map<string, Unplaced[]>();
  for (const one of rest) {
    const reason = tell(one.reason);
    const group = groups.get(reason);
    if (group) group.push(one);
    else groups.set(reason, [one]);
  }
  return (
    <div className="card">
      <h4>{title}</h4>
      {[...groups].map(([reason, group]) =>
        group.length > FOLDED ? (
          <details key={reason}>
            <summary>
              <span className="amount">
                {showMoney(sumMoney(group.map(({ amount }) => amount)), language)}
              </span>{' '}
              · {t('outlook.rest.lines', { count: group.length })}
              <div className="step-note">{reason}</div>
            </summary>
            <RestLines group={group} />
          </details>
        ) : (
          <RestLines key={reason} group={group} reason={reason} />
        ),
      )}
    </div>
  );
}

function RestLines({
  group,
  reason = null,
}: {
  readonly group: readonly Unplaced[];
  readonly reason?: string | null;
}): ReactElement {
  const { language } = useWords();
  return (
    <ul>
      {group.map((one, index) => (
        <li key={index}>
          <span className="amount">{showMoney(one.amount, language)}</span> · {one.domain} · {one.product}
          {one.month !== null && isMonth(one.month) ? ` · ${showMonth(one.month, language)}` : ''}
          {reason === null ? null : <div className="step-note">{reason}</div>}
        </li>
      ))}
    </ul>
  );
}
