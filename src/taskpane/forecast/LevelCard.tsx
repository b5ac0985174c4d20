import type { ReactElement } from 'react';
import { dateValue, moneyValue, ratioValue, subtractMoney, ZERO } from '../../core';
import { useWords } from '../context';
import { Facts, type FactRow } from '../steps/Facts';
import type { AgainstView, ForecastView, LevelView } from './forecast-view';

/** A domain (of a provider) against its ceiling. */
export function LevelCard({
  level,
  view,
}: {
  readonly level: LevelView;
  readonly view: ForecastView;
}): ReactElement {
  const { t } = useWords();
  const { against } = level;
  const isSeveral = view.levels.some((other) => other.level === 'domain');
  const facts: FactRow[] = [
    [t('outlook.declared'), moneyValue(level.declared)],
    ...(level.stillToDeclare === ZERO
      ? []
      : ([[t('outlook.still-to-declare'), moneyValue(level.stillToDeclare)]] satisfies FactRow[])),
    [t('outlook.estimate'), moneyValue(level.amount), 'strong'],
    ...(level.excluded === ZERO
      ? []
      : ([[t('outlook.excluded'), moneyValue(level.excluded)]] satisfies FactRow[])),
    ...(level.ownTotal === null
      ? []
      : ([[t('outlook.own'), moneyValue(level.ownTotal)]] satisfies FactRow[])),
    ...(against === null ? [] : againstFacts(against, t)),
  ];
  return (
    <div className="card">
      <h4>
        {level.domain}
        {isSeveral && level.level === 'provider' ? ` · ${level.provider}` : ''}
      </h4>
      <Facts rows={facts} />
      <p className="muted">
        {t('outlook.range80')}{' '}
        <span className="amount">
          {t('outlook.range', { low: moneyValue(level.range.low80), high: moneyValue(level.range.high80) })}
        </span>
        <br />
        {t('outlook.range95')}{' '}
        <span className="amount">
          {t('outlook.range', { low: moneyValue(level.range.low95), high: moneyValue(level.range.high95) })}
        </span>
      </p>
      {against === null ? <p className="muted">{t('outlook.no-ceiling')}</p> : <UsedUp against={against} />}
    </div>
  );
}

function againstFacts(against: AgainstView, t: ReturnType<typeof useWords>['t']): FactRow[] {
  const isOver = against.overrun > ZERO;
  return [
    [t(against.ground === 'stated' ? 'outlook.ceiling' : 'outlook.ceiling.sum'), moneyValue(against.ceiling)],
    ...(against.utilisation === null || against.expectedUtilisation === null
      ? []
      : ([
          [t('outlook.utilisation.now'), ratioValue(against.utilisation.toDecimalPlaces(3))],
          [t('outlook.utilisation.end'), ratioValue(against.expectedUtilisation.toDecimalPlaces(3))],
        ] satisfies FactRow[])),
    isOver
      ? [t('outlook.overrun'), moneyValue(against.overrun), 'bad strong']
      : [t('outlook.headroom'), moneyValue(subtractMoney(against.ceiling, against.counting)), 'good strong'],
    [t('outlook.chance'), ratioValue(against.chance.toDecimalPlaces(2))],
    [
      t('outlook.used-up'),
      against.exhaustion.expected === null
        ? t('outlook.used-up.not')
        : dateValue(against.exhaustion.expected),
    ],
  ];
}

/** The spread of the day on which the ceiling is used up, where it may be used up at all. */
function UsedUp({ against }: { readonly against: AgainstView }): ReactElement | null {
  const { t } = useWords();
  const { early, late } = against.exhaustion;
  if (early === null) return null;
  return (
    <p className="muted">
      {t('outlook.used-up')}:{' '}
      {t('outlook.used-up.between', {
        early: dateValue(early),
        late: late === null ? t('outlook.used-up.late') : dateValue(late),
      })}
    </p>
  );
}
