import type { Decimal } from '../values';
import {
  CoreError,
  moneyValue,
  monthsOfYear,
  monthValue,
  quantityValue,
  roundToCents,
  step,
  ZERO,
  type IsoDate,
  type Money,
  type Month,
  type Step,
} from '../values';
import { groundOf, type Rulebook } from '../rulebook';
import type { CareRow } from '../production/care-table';
import { spreadOverMonths, statusOf } from '../forecast/outlook';
import { extrapolateCount } from '../region/full-year-forecast';

/** A forecast made from something else than past months: rows for `ownForecast`, and how each comes about. */
export interface ForecastSource {
  readonly rows: readonly CareRow[];
  /** One per row, in the same order. */
  readonly steps: readonly Step[];
}

interface SourceProduct {
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
}

/** What moves the number of clients of a product and what each of them costs (ACH-04). */
export interface ClientFlow extends SourceProduct {
  /** Clients in care at the start of the first month. */
  readonly clients: Decimal;
  readonly from: Month;
  readonly until: Month;
  readonly newPerMonth: Decimal;
  /** Months a client stays on average: of those in care at the start of a month, one in so many leaves. */
  readonly duration: Decimal;
  /** Volume per client and month. */
  readonly intensity: Decimal;
  /** Euro per unit. */
  readonly tariff: Decimal;
}

/**
 * ACH-04 month by month: clients in care × volume per client and month × tariff, rounded half up to cents per
 * month. Of the clients at the start of a month one in `duration` leaves, then the new ones come in; who comes
 * in counts for the whole month (assumed: the source has yearly averages only).
 * Errors: `ratio-out-of-range` for a duration below one month or a negative number.
 */
export function clientFlowSource(rulebook: Rulebook, flow: ClientFlow): ForecastSource {
  const numbers = [flow.clients, flow.newPerMonth, flow.intensity, flow.tariff];
  if (flow.duration.lessThan(1) || numbers.some((number) => number.lessThan(0))) {
    throw new CoreError('ratio-out-of-range', { text: flow.duration.toString() });
  }
  const rows: CareRow[] = [];
  const steps: Step[] = [];
  let clients = flow.clients;
  for (const month of monthsBetween(flow.from, flow.until)) {
    const start = clients;
    // Four digits of a client are enough; unrounded they would grow without end.
    const leaving = start.dividedBy(flow.duration).toDecimalPlaces(4);
    clients = start.minus(leaving).plus(flow.newPerMonth);
    const quantity = clients.times(flow.intensity);
    const exact = quantity.times(flow.tariff);
    const amount = roundToCents(exact);
    rows.push(rowOf(flow, month, amount, quantity));
    const number = (code: string, value: Decimal, unit: string | null = null): Step =>
      step({ code, facts: {} }, quantityValue(value, unit));
    steps.push(
      step(
        { code: 'scenarios.flow-month', facts: { product: flow.product, month: monthValue(month) } },
        moneyValue(amount),
        {
          operator: 'round-cents',
          ...groundOf(rulebook, 'ACH-04'),
          assumed: { code: 'scenarios.flow-assumed', facts: {} },
          parts: [
            step({ code: 'scenarios.cell-exact', facts: {} }, quantityValue(exact, '€'), {
              operator: 'product',
              parts: [
                step({ code: 'scenarios.flow-clients', facts: {} }, quantityValue(clients, null), {
                  operator: 'sum',
                  parts: [
                    step(
                      { code: 'scenarios.flow-staying', facts: {} },
                      quantityValue(start.minus(leaving), null),
                      {
                        operator: 'difference',
                        parts: [
                          number('scenarios.flow-start', start),
                          number('scenarios.flow-leaving', leaving),
                        ],
                      },
                    ),
                    number('scenarios.flow-new', flow.newPerMonth),
                  ],
                }),
                number('scenarios.intake-quantity', flow.intensity),
                number('scenarios.intake-tariff', flow.tariff, '€'),
              ],
            }),
          ],
        },
      ),
    );
  }
  return { rows, steps };
}

/** Running commitments counted on a day (IJS-03). */
export interface CountedCommitments extends SourceProduct {
  readonly amount: Money;
  /** Days that the commitments cover; null: the rulebook's. */
  readonly days: number | null;
  /** Whether the daily amount is cut to cents; absent: as the rulebook says for the year. */
  readonly daily?: 'cut' | 'exact';
}

/**
 * IJS-03: commitments taken to the whole year, spread over its months by their days, so that the months are
 * exactly the year. Errors: as `extrapolateCount`.
 */
export function countSource(rulebook: Rulebook, year: number, counted: CountedCommitments): ForecastSource {
  const whole = extrapolateCount(rulebook, counted.amount, year, counted.days, counted.daily ?? null);
  const months = monthsOfYear(year);
  const shares = spreadOverMonths(whole.forecast, months);
  const rows = months.map((month, at) => rowOf(counted, month, shares[at] ?? ZERO, null));
  const [root] = whole.steps;
  return {
    rows,
    steps: months.map((month, at) =>
      step(
        { code: 'scenarios.count-month', facts: { product: counted.product, month: monthValue(month) } },
        moneyValue(shares[at] ?? ZERO),
        { operator: 'derived', parts: root ? [root] : [], ...groundOf(rulebook, 'IJS-03') },
      ),
    ),
  };
}

/** The rows of a source for months that aren't over yet: what is declared stands. */
export const openRows = (source: ForecastSource, asOf: IsoDate): CareRow[] =>
  source.rows.filter((row) => statusOf(row.month, asOf) !== 'closed');

const rowOf = (
  { provider, domain, product }: SourceProduct,
  month: Month,
  amount: Money,
  quantity: Decimal | null,
): CareRow => ({
  provider,
  domain,
  product,
  client: null,
  month,
  unit: null,
  allocated: 'unknown',
  quantity,
  amount,
  lines: 1,
});

function monthsBetween(from: Month, until: Month): Month[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => monthsOfYear(first + at))
    .flat()
    .filter((month) => month >= from && month <= until);
}
