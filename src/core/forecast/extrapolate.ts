import {
  addMoney,
  Decimal,
  lastDay,
  moneyToDecimal,
  moneyValue,
  monthOf,
  monthsOfYear,
  monthValue,
  quantityValue,
  roundToCents,
  step,
  sumMoney,
  ZERO,
  type IsoDate,
  type Money,
  type Month,
  type Step,
} from '../values';
import type { CareRow } from '../production/care-table';
import { providerKey } from '../production/provider';
import { statusOf, type MonthStatus } from './outlook';

/**
 * How months that aren't closed are estimated from those that are. `average`: the mean of all closed months
 * of the year. `since-start`: the mean since the product's first month with production. `last-3`: the mean
 * of the last three closed months, fewer when there are fewer. No seasons, no growth, no backlog.
 */
export type ExtrapolationMethod = 'average' | 'since-start' | 'last-3';

export interface EstimatedMonth {
  readonly month: Month;
  readonly status: MonthStatus;
  /** closed: as produced. Otherwise: the estimate for the whole month. */
  readonly amount: Money;
}

/** One product of one provider over the twelve months of a year. */
export interface ProductEstimate {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly months: readonly EstimatedMonth[];
  readonly total: Money;
  /** The year's total: closed months and the months that are estimated, each a part. */
  readonly step: Step;
}

/**
 * Running average: closed months as produced, every other month of the year the mean of the closed months
 * that the method names, rounded half up to cents per month. Production outside the closed months of the
 * year takes no part.
 * Unit: euro. Errors: none; empty when no month of the year is closed.
 */
export function extrapolate(
  rows: Iterable<CareRow>,
  year: number,
  asOf: IsoDate,
  method: ExtrapolationMethod,
): ProductEstimate[] {
  const closed = monthsOfYear(year).filter((month) => lastDay(month) <= asOf);
  if (closed.length === 0) return [];
  const inClosed = new Set<Month>(closed);
  const groups = new Map<
    string,
    { provider: string; domain: string; product: string; byMonth: Map<Month, Money> }
  >();
  for (const row of rows) {
    if (!inClosed.has(row.month)) continue;
    const key = JSON.stringify([providerKey(row.provider), row.domain, row.product]);
    let group = groups.get(key);
    if (!group) {
      const { provider, domain, product } = row;
      groups.set(key, (group = { provider, domain, product, byMonth: new Map() }));
    }
    group.byMonth.set(row.month, addMoney(group.byMonth.get(row.month) ?? ZERO, row.amount));
  }
  return [...groups.values()].map((group) =>
    estimate(group, year, asOf, basis(closed, group.byMonth, method)),
  );
}

/** The closed months that the mean is taken of. */
function basis(
  closed: readonly Month[],
  byMonth: ReadonlyMap<Month, Money>,
  method: ExtrapolationMethod,
): readonly Month[] {
  switch (method) {
    case 'average':
      return closed;
    case 'last-3':
      return closed.slice(-3);
    case 'since-start': {
      const first = closed.findIndex((month) => (byMonth.get(month) ?? ZERO) !== ZERO);
      return first < 0 ? closed : closed.slice(first);
    }
  }
}

function estimate(
  group: { provider: string; domain: string; product: string; byMonth: ReadonlyMap<Month, Money> },
  year: number,
  asOf: IsoDate,
  months: readonly Month[],
): ProductEstimate {
  const { provider, domain, product, byMonth } = group;
  const of = (month: Month): Money => byMonth.get(month) ?? ZERO;
  const monthStep = (month: Month): Step =>
    step({ code: 'steps.month-produced', facts: { month: monthValue(month) } }, moneyValue(of(month)));
  const sum = sumMoney(months.map(of));
  const count = new Decimal(months.length);
  const exact = moneyToDecimal(sum).dividedBy(count);
  const mean = roundToCents(exact);
  const meanStep = step({ code: 'steps.month-mean', facts: { product } }, moneyValue(mean), {
    operator: 'round-cents',
    parts: [
      step({ code: 'steps.month-mean-exact', facts: {} }, quantityValue(exact, '€'), {
        operator: 'quotient',
        parts: [
          step({ code: 'steps.months-produced', facts: {} }, moneyValue(sum), {
            operator: 'sum',
            parts: months.map(monthStep),
          }),
          step({ code: 'steps.months-counted', facts: {} }, quantityValue(count, null)),
        ],
      }),
    ],
  });
  const all = monthsOfYear(year).map((month): EstimatedMonth => {
    const status = statusOf(month, asOf);
    return { month, status, amount: status === 'closed' ? of(month) : mean };
  });
  const total = sumMoney(all.map((month) => month.amount));
  const open = all.filter((month) => month.status !== 'closed');
  const openTotal = sumMoney(open.map((month) => month.amount));
  const factor = new Decimal(open.length);
  return {
    provider,
    domain,
    product,
    months: all,
    total,
    step: step({ code: 'steps.year-estimate', facts: { domain, product, year } }, moneyValue(total), {
      operator: 'sum',
      parts: [
        ...all.filter((month) => month.status === 'closed').map((month) => monthStep(month.month)),
        step({ code: 'steps.months-estimated', facts: {} }, moneyValue(openTotal), {
          operator: 'product',
          parts: [meanStep, step({ code: 'steps.months-open', facts: {} }, quantityValue(factor, null))],
        }),
      ],
    }),
  };
}

/**
 * The last month of a year in which there is production, or null. What stands behind an as-of date that
 * nobody stated.
 */
export function lastMonthOfProduction(rows: Iterable<CareRow>, year: number): Month | null {
  const first = monthOf(year, 1);
  const last = monthOf(year, 12);
  let found: Month | null = null;
  for (const { month } of rows) {
    if (month >= first && month <= last && (found === null || month > found)) found = month;
  }
  return found;
}
