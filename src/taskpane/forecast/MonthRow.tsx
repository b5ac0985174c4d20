import { useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { formatMoney, moneyValue, ratioValue } from '../../core';
import { showMoney, showMonth } from '../../messages';
import { usePane, useWords } from '../context';
import { AskedSteps } from './ProductDetail';
import type { MonthView, ProductView } from './forecast-view';
import { readTypedAmount } from './typed-number';

interface Row {
  readonly product: ProductView;
  readonly month: MonthView;
  /** Place in the year, from 0. */
  readonly at: number;
}

/** A month: its status, what is declared, the estimate with its range and why, and an override by hand. */
export function MonthRow({ product, month, at }: Row): ReactElement {
  const { state, actions } = usePane();
  const { t, language } = useWords();
  const [isEditing, setEditing] = useState(false);
  const name = showMonth(month.month, language);
  const status =
    month.status === 'incomplete'
      ? t('outlook.month.incomplete', {
          share: month.completion === null ? '–' : ratioValue(month.completion.toDecimalPlaces(3)),
        })
      : t(month.status === 'closed' ? 'outlook.month.closed' : 'outlook.month.forecast');
  const about = [
    status,
    ...(month.status === 'closed' || month.declared === 0n
      ? []
      : [t('outlook.month.declared', { amount: moneyValue(month.declared) })]),
    ...(month.low80 === month.high80
      ? []
      : [t('outlook.month.range', { low: moneyValue(month.low80), high: moneyValue(month.high80) })]),
    ...(month.own === null ? [] : [t('outlook.month.own', { amount: moneyValue(month.own) })]),
  ];
  const undo = (): void => {
    const { provider, domain, product: code } = product;
    void actions.forecast.change({
      what: 'override-undone',
      override: { provider, domain, product: code, month: month.month },
    });
  };
  return (
    <li className={`month is-${month.status}${month.overridden ? ' is-hand' : ''}`}>
      <div className="month-head">
        <span>{name}</span>
        <b className="amount">{showMoney(month.amount, language)}</b>
      </div>
      <div className="step-note">{about.join(' · ')}</div>
      {month.overridden && month.replaced !== null ? (
        <div className="hand-note">
          {t('outlook.month.hand', {
            replaced: moneyValue(month.replaced),
            reason: month.overrideReason ?? '',
          })}
        </div>
      ) : null}
      <div className="month-tools">
        <AskedSteps
          key={`${String(month.amount)} ${product.method}`}
          title={t('outlook.month.why')}
          of={name}
          product={product.index}
          month={at}
        />
        {isEditing ? null : (
          <span>
            <button
              type="button"
              className="link"
              aria-label={t('outlook.edit-of', { month: name })}
              disabled={state.busy !== null}
              onClick={() => setEditing(true)}
            >
              {t('outlook.edit')}
            </button>
            {month.overridden ? (
              <button
                type="button"
                className="link"
                aria-label={t('outlook.undo-of', { month: name })}
                disabled={state.busy !== null}
                onClick={undo}
              >
                {t('outlook.undo')}
              </button>
            ) : null}
          </span>
        )}
      </div>
      {isEditing ? <Edit {...{ product, month, at }} onDone={() => setEditing(false)} /> : null}
    </li>
  );
}

function Edit({ product, month, onDone }: Row & { onDone(): void }): ReactElement {
  const { actions } = usePane();
  const { t, language } = useWords();
  const point = formatMoney(month.amount);
  const [amount, setAmount] = useState(language === 'nl' ? point.replace('.', ',') : point);
  const [reason, setReason] = useState(month.overrideReason ?? '');
  const [isTried, setTried] = useState(false);
  const typed = readTypedAmount(amount, language);
  const save = (): void => {
    setTried(true);
    if (typed === null || reason.trim() === '') return;
    const { provider, domain, product: code } = product;
    onDone();
    void actions.forecast.change({
      what: 'override',
      override: { provider, domain, product: code, month: month.month, amount: typed, reason: reason.trim() },
    });
  };
  return (
    <form
      className="edit"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={t('outlook.amount')}
        value={amount}
        inputMode="decimal"
        autoFocus
        errorMessage={isTried && typed === null ? t('outlook.amount.wrong') : ''}
        onChange={(_, text) => setAmount(text ?? '')}
      />
      <TextField
        label={t('outlook.reason')}
        description={t('outlook.reason.hint')}
        value={reason}
        maxLength={200}
        errorMessage={isTried && reason.trim() === '' ? t('outlook.reason.wrong') : ''}
        onChange={(_, text) => setReason(text ?? '')}
      />
      <div className="buttons">
        <PrimaryButton text={t('outlook.save-amount')} type="submit" />
        <DefaultButton text={t('outlook.cancel')} onClick={onDone} />
      </div>
    </form>
  );
}
