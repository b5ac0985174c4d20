import { canonicalHeaders, formatMoney, subtractMoney, ZERO, type Money, type Month } from '../core';
import { say, type Language } from '../messages';
import type { ForecastReport } from './forecast-input';

/** Status of a line of a forecast that is written out. */
export type ForecastRowStatus = 'forecast' | 'override' | 'still-to-declare';

/** A line of the canonical forecast: one product in one month. */
export interface ForecastRow {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly month: Month;
  readonly amount: Money;
  readonly status: ForecastRowStatus;
  /** The user’s words with an amount set by hand. */
  readonly reason: string;
}

/**
 * What a forecast adds to production: the months ahead, and what is still to be declared of months that are
 * over. With the production declared so far it is exactly the year’s total. `running` says whether the month
 * at hand is written whole (its production is taken off by whoever reads it) or as what is still to come.
 */
export function forecastRows(
  report: Pick<ForecastReport, 'result'>,
  running: 'whole-month' | 'remainder',
): ForecastRow[] {
  return report.result.products.flatMap(({ provider, domain, product, months }) =>
    months.flatMap((month): ForecastRow[] => {
      const over = month.status !== 'forecast';
      const amount =
        over || running === 'remainder' ? subtractMoney(month.amount, month.declared) : month.amount;
      if (amount === ZERO && (over || !month.overridden)) return [];
      const status = month.overridden ? 'override' : over ? 'still-to-declare' : 'forecast';
      return [
        { provider, domain, product, month: month.month, amount, status, reason: month.overrideReason ?? '' },
      ];
    }),
  );
}

/** The rows of the canonical file, its header first; amounts with a decimal comma. */
export function forecastTable(
  report: ForecastReport,
  running: 'whole-month' | 'remainder',
  language: Language,
): string[][] {
  const headers = ['provider', 'domain', 'product', 'client', 'period', 'quantity', 'unit', 'amount'];
  const known = canonicalHeaders('forecast');
  const words = new Map(headers.map((field, at) => [field, known[at] ?? field]));
  return [
    [
      ...headers.map((field) => words.get(field) ?? field),
      'toewijzing',
      'status',
      say({ code: 'totals.column-reason', facts: {} }, language),
    ],
    ...forecastRows(report, running).map((row) => [
      row.provider,
      row.domain,
      row.product,
      '',
      row.month,
      '',
      '',
      formatMoney(row.amount).replace('.', ','),
      '',
      say({ code: `totals.status-${row.status}`, facts: {} }, language),
      row.reason,
    ]),
  ];
}
