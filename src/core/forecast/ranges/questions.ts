import {
  addDays,
  dateFromDayNumber,
  dayNumber,
  daysInMonth,
  Decimal,
  firstDay,
  moneyFromCents,
  moneyValue,
  monthsOfYear,
  quantityValue,
  ratioValue,
  step,
  sumMoney,
  ZERO,
  type IsoDate,
  type Money,
  type Month,
} from '../../values';
import { providerKey } from '../../production/provider';
import { exhaustionDate } from '../../ceilings';
import type {
  ExhaustionDistribution,
  ForecastCeiling,
  ForecastFilter,
  ForecastResult,
  OverrunChance,
  PathSums,
  ProductForecast,
  SubtotalRange,
} from '../forecast-result';
import { rangeOfValues, yearOfPaths } from './quantiles';

/** The products of a forecast that a filter takes. */
export function productsOf(result: ForecastResult, filter: ForecastFilter): ProductForecast[] {
  if (typeof filter === 'function') return result.products.filter(filter);
  const provider = filter.provider === undefined ? null : providerKey(filter.provider);
  return result.products.filter(
    (product) =>
      (provider === null || providerKey(product.provider) === provider) &&
      (filter.domain === undefined || product.domain === filter.domain) &&
      (filter.product === undefined || product.product === filter.product),
  );
}

/**
 * Sums of the simulated months of the products that the filter takes: path by path, so that what products
 * have in common stays in the sum. `weight` (1 when left out) scales a product's month, for scenarios; the
 * estimates are then rounded half up to cents per product and month.
 * Unit: cents. Errors: none; no products give sums of 0.
 */
export function sumPaths(
  result: ForecastResult,
  filter: ForecastFilter,
  weight?: (product: ProductForecast, month: number) => number,
): PathSums {
  const { count } = result.paths;
  const chosen = productsOf(result, filter);
  // All products were added up while they were simulated, in this order: no need to simulate them once more.
  const whole = weight || chosen.length !== result.products.length ? undefined : result.paths.all;
  const values = whole ?? new Float64Array(12 * count);
  const amounts = new Array<Money>(12).fill(ZERO);
  for (const product of chosen) {
    const paths = whole ? null : result.paths.of(product.index);
    for (let month = 0; month < 12; month++) {
      const factor = weight ? weight(product, month) : 1;
      const amount = product.months[month]?.amount ?? ZERO;
      const scaled = factor === 1 ? amount : moneyFromCents(Math.round(Number(amount) * factor));
      amounts[month] = sumMoney([amounts[month] ?? ZERO, scaled]);
      for (let at = month * count; paths && at < (month + 1) * count; at++) {
        values[at] = (values[at] as number) + factor * (paths[at] as number);
      }
    }
  }
  return { year: result.year, count, values, amounts };
}

const sumsOf = (source: ForecastResult | PathSums, filter: ForecastFilter): PathSums =>
  'products' in source ? sumPaths(source, filter) : source;

/**
 * Amounts and ranges of a subtotal, per month and for the year. The total is the exact sum; the range comes
 * from the sums of the paths. Given path sums, the filter is not used.
 */
export function rangeOf(source: ForecastResult | PathSums, filter: ForecastFilter = {}): SubtotalRange {
  const sums = sumsOf(source, filter);
  const { count, values } = sums;
  return {
    total: sumMoney(sums.amounts),
    range: rangeOfValues(yearOfPaths(values, count)),
    months: monthsOfYear(sums.year).map((month, at) => ({
      month,
      amount: sums.amounts[at] ?? ZERO,
      ...rangeOfValues(values.slice(at * count, (at + 1) * count)),
    })),
  };
}

const share = (part: number, of: number): Decimal => new Decimal((part / of).toFixed(3));
const wholeCents = (value: number): Money => moneyFromCents(Math.round(value));

/** What a ceiling amounts to at the end of the year. */
function yearEnd(ceiling: ForecastCeiling, year: number): Money {
  if (typeof ceiling === 'bigint') return ceiling;
  const last = `${year}-12-31`;
  return sumMoney(ceiling.filter((part) => part.from <= last).map((part) => part.amount));
}

/**
 * The chance that the year's total exceeds a ceiling: the share of simulated paths that end above it. With
 * amounts that come on top during the year, the ceiling at year end counts.
 */
export function chanceOfOverrun(
  source: ForecastResult | PathSums,
  filter: ForecastFilter,
  ceiling: ForecastCeiling,
): OverrunChance {
  const sums = sumsOf(source, filter);
  const amount = yearEnd(ceiling, sums.year);
  const limit = Number(amount);
  let above = 0;
  let over = 0;
  // Half a cent: sums of binary numbers may differ from whole cents by a hair.
  for (const total of yearOfPaths(sums.values, sums.count)) {
    if (total > limit + 0.5) {
      above++;
      over += total - limit;
    }
  }
  const chance = share(above, sums.count);
  return {
    chance,
    paths: sums.count,
    above,
    expectedOverrun: wholeCents(over / sums.count),
    meanOverrunWhenOver: above === 0 ? null : wholeCents(over / above),
    step: step({ code: 'forecast.chance-of-overrun', facts: { year: sums.year } }, ratioValue(chance), {
      operator: 'round-to',
      parts: [
        step(
          { code: 'forecast.share-of-paths', facts: {} },
          ratioValue(new Decimal(above).dividedBy(sums.count)),
          {
            operator: 'quotient',
            parts: [
              step(
                { code: 'forecast.paths-above', facts: { ceiling: moneyValue(amount) } },
                quantityValue(new Decimal(above), null),
              ),
              step({ code: 'forecast.paths', facts: {} }, quantityValue(new Decimal(sums.count), null)),
            ],
          },
        ),
        step({ code: 'forecast.thousandth', facts: {} }, ratioValue(new Decimal('0.001'))),
      ],
    }),
  };
}

/**
 * When a ceiling is used up: the chance per month and days before which that happens in 10, 50 and 90 of a
 * hundred paths. A month's amount is spread evenly over its days (assumed), as for `exhaustionDate`.
 */
export function exhaustionDistribution(
  source: ForecastResult | PathSums,
  filter: ForecastFilter,
  ceiling: ForecastCeiling,
): ExhaustionDistribution {
  const sums = sumsOf(source, filter);
  const { count, values, year } = sums;
  const months = monthsOfYear(year);
  const parts =
    typeof ceiling === 'bigint' ? [{ from: firstDay(months[0] as Month), amount: ceiling }] : ceiling;
  const rooms = roomsOf(months, parts);
  const days = new Float64Array(count);
  const counts = new Array<number>(12).fill(0);
  for (let path = 0; path < count; path++) {
    const day = dayOfExhaustion(months, rooms, (month) => values[month * count + path] as number);
    days[path] = day === null ? Infinity : day.day;
    if (day !== null) counts[day.month] = (counts[day.month] as number) + 1;
  }
  days.sort();
  const dayAt = (part: number): IsoDate | null => {
    const day = days[Math.min(count - 1, Math.max(0, Math.ceil(part * count) - 1))] as number;
    return day === Infinity ? null : dateFromDayNumber(day);
  };
  const used = counts.reduce((sum, number) => sum + number, 0);
  return {
    months: months.map((month, at) => ({ month, chance: share(counts[at] as number, count) })),
    never: share(count - used, count),
    expected: exhaustionDate(
      year,
      new Map(months.map((month, at) => [month, { production: sums.amounts[at] ?? ZERO, forecast: ZERO }])),
      { parts, cases: [] },
    ),
    early: dayAt(0.1),
    median: dayAt(0.5),
    late: dayAt(0.9),
  };
}

interface Room {
  /** Day number of the first day of the month. */
  readonly first: number;
  /** Ceiling in cents at each day of the month. */
  readonly byDay: readonly number[];
}

function roomsOf(
  months: readonly Month[],
  parts: readonly { readonly from: IsoDate; readonly amount: Money }[],
): Room[] {
  return months.map((month) => {
    const first = firstDay(month);
    const byDay = Array.from({ length: daysInMonth(month) }, (_, day) => {
      const date = addDays(first, day);
      return Number(sumMoney(parts.filter((part) => part.from <= date).map((part) => part.amount)));
    });
    return { first: dayNumber(first), byDay };
  });
}

function dayOfExhaustion(
  months: readonly Month[],
  rooms: readonly Room[],
  amountOf: (month: number) => number,
): { day: number; month: number } | null {
  let before = 0;
  for (let month = 0; month < months.length; month++) {
    const { first, byDay } = rooms[month] as Room;
    const amount = amountOf(month);
    const after = before + amount;
    // Only a month that could cross is looked at by day.
    if (Math.max(before, after) + 0.5 > Math.min(...byDay)) {
      for (let day = 0; day < byDay.length; day++) {
        const reached = before + (amount * (day + 1)) / byDay.length;
        if (reached > (byDay[day] as number) + 0.5) return { day: first + day, month };
      }
    }
    before = after;
  }
  return null;
}
