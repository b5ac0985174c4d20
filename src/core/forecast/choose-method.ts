import type { Message } from '../values';
import { ratioValue } from '../values';
import type { BacktestRow, ForecastMethod, ForecastRequest } from './forecast-result';
import { backtest } from './methods/backtest';
import { canFit, recommendedMethod, type FitInput } from './methods/fit';
import type { PreparedSeries } from './series/prepare';
import type { Money } from '../values';

export interface MethodChoice {
  readonly method: ForecastMethod;
  readonly reason: Message;
  readonly backtest: readonly BacktestRow[];
  readonly notices: readonly Message[];
}

/** A method's name, as a sentence of its own. */
export const methodName = (method: ForecastMethod): Message => ({
  code: `forecast.method.${method}`,
  facts: {},
});

/**
 * Picks the method of one product and says why. With `compares` the methods are also tried on the past when
 * one is wanted, so that the user sees what the choice costs.
 */
export function chooseMethod(
  wanted: ForecastRequest['method'],
  series: PreparedSeries,
  own: ReadonlyMap<number, Money>,
  input: FitInput,
  compares = false,
): MethodChoice {
  const months = series.values.length;
  const plain = (
    method: ForecastMethod,
    reason: Message,
    notices: readonly Message[] = [],
  ): MethodChoice => ({
    method,
    reason,
    backtest: [],
    notices,
  });
  if (wanted !== 'automatic' && canFit(wanted, input) && series.state === 'regular') {
    const reason = { code: 'forecast.reason-wanted', facts: { method: methodName(wanted) } };
    if (!compares) return plain(wanted, reason);
    const { rows } = backtest({ values: series.values, first: series.first, own });
    return {
      ...plain(wanted, reason),
      backtest: rows.map((row) => ({ ...row, chosen: row.method === wanted })),
    };
  }
  if (series.state !== 'regular') {
    if (input.own !== null) {
      return plain('own-forecast', { code: `forecast.reason-own-${series.state}`, facts: {} });
    }
    return plain('none', { code: `forecast.reason-${series.state}`, facts: {} });
  }
  const recommended = recommendedMethod(months);
  if (wanted !== 'automatic') {
    const facts = { wanted: methodName(wanted), method: methodName(recommended), months };
    return plain(
      recommended,
      { code: 'forecast.reason-recommended', facts: { method: facts.method, months } },
      [{ code: 'forecast.method-not-possible', facts }],
    );
  }
  const tested = backtest({ values: series.values, first: series.first, own });
  const standard = tested.rows.find((row) => row.method === tested.recommended);
  const best = tested.rows.find((row) => row.method === tested.method);
  if (tested.method === tested.recommended || !standard?.error || !best?.error) {
    return {
      method: tested.recommended,
      reason: {
        code: 'forecast.reason-recommended',
        facts: { method: methodName(tested.recommended), months },
      },
      backtest: tested.rows,
      notices: [],
    };
  }
  return {
    method: tested.method,
    reason: {
      code: 'forecast.reason-backtest',
      facts: {
        method: methodName(tested.method),
        error: ratioValue(best.error),
        standard: methodName(tested.recommended),
        standardError: ratioValue(standard.error),
        months: best.months,
      },
    },
    backtest: tested.rows,
    notices: [],
  };
}
