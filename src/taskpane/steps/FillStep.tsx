import type { ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Checkbox } from 'office-ui-fabric-react/lib/Checkbox';
import { FocusZone, FocusZoneDirection } from 'office-ui-fabric-react/lib/FocusZone';
import { List } from 'office-ui-fabric-react/lib/List';
import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { a1, isMonth, moneyValue, type PlannedWrite, type Unplaced } from '../../core';
import { showMoney, showMonth } from '../../messages';
import { usePane, useWords } from '../context';
import { download, resultName, XLSX_TYPE } from '../download';
import { OfferFreeze } from '../months/OfferFreeze';
import { Facts, type FactRow } from './Facts';

/** Step 3: every change before it is made, the reconciliation to the cent, filling, undoing, saving. */
export function FillStep(): ReactElement | null {
  const { state, dispatch, actions, excel } = usePane();
  const { t, tell } = useWords();
  const { plan: outcome, filled, off } = state;
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
          [t('pane.fill.filled'), moneyValue(plan.filledTotal)],
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
      {plan.writes.length > 0 && !filled ? (
        <Checkbox
          label={t('pane.fill.all', { count: plan.writes.length })}
          checked={off.size === 0}
          indeterminate={off.size > 0 && chosen > 0}
          onChange={() => dispatch({ type: 'toggle-all', on: off.size > 0 })}
        />
      ) : null}
      {plan.writes.length > 0 ? <Changes writes={plan.writes} /> : null}
    </>
  );
}

function Changes({ writes }: { readonly writes: readonly PlannedWrite[] }): ReactElement {
  const { state } = usePane();
  const { t, language } = useWords();
  return (
    <FocusZone direction={FocusZoneDirection.vertical} className="changes" data-is-scrollable="true">
      <List
        items={writes as PlannedWrite[]}
        role="group"
        aria-label={t('pane.fill.changes')}
        version={[state.off, state.filled, language]}
        onRenderCell={(write, index) =>
          write && index !== undefined ? <Change write={write} index={index} /> : null
        }
      />
    </FocusZone>
  );
}

function Change({ write, index }: { readonly write: PlannedWrite; readonly index: number }): ReactElement {
  const { state, dispatch } = usePane();
  const { t, tell, language } = useWords();
  const address = `${write.sheet}!${a1(write.row, write.col)}`;
  const value = write.value === null ? t('pane.fill.emptied') : showText(write.value, language);
  return (
    <div className="change">
      <Checkbox
        ariaLabel={t('pane.fill.toggle', { cell: address, value })}
        checked={!state.off.has(index)}
        disabled={state.filled !== null}
        onChange={() => dispatch({ type: 'toggle-write', index })}
      />
      <div className="what">
        <button
          type="button"
          className="link"
          onClick={() =>
            dispatch({
              type: 'show-cell',
              cell: { sheet: write.sheet, row: write.row, col: write.col },
              file: null,
              bring: true,
            })
          }
        >
          {address}
        </button>{' '}
        <span className="muted">{write.old ?? t('pane.fill.empty')}</span> → <b className="amount">{value}</b>
        <div className="step-note">{tell(write.why)}</div>
      </div>
    </div>
  );
}

/** A planned value as people write it; the text itself is exact and is only punctuated, in cents at least. */
function showText(value: NonNullable<PlannedWrite['value']>, language: 'nl' | 'en'): string {
  if (value.kind === 'text') return value.text;
  const [whole = '', fraction] = value.text.split('.');
  const [mark, point] = language === 'nl' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, mark);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction.padEnd(2, '0')}`;
}

function Rest({
  title,
  rest,
}: {
  readonly title: string;
  readonly rest: readonly Unplaced[];
}): ReactElement | null {
  const { tell, language } = useWords();
  if (rest.length === 0) return null;
  return (
    <div className="card">
      <h4>{title}</h4>
      <ul>
        {rest.map((one, index) => (
          <li key={index}>
            <span className="amount">{showMoney(one.amount, language)}</span> · {one.domain} · {one.product}
            {one.month !== null && isMonth(one.month) ? ` · ${showMonth(one.month, language)}` : ''}
            <div className="step-note">{tell(one.reason)}</div>
          </li>
        ))}
      </ul>
    </div>
  );
}
