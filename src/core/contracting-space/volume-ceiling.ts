import {
  daysInMonth,
  daysInYear,
  Decimal,
  firstDay,
  lastDay,
  moneyToDecimal,
  moneyValue,
  monthValue,
  quantityValue,
  roundToCents,
  step,
  sumMoney,
  type IsoDate,
  type Money,
  type Month,
  type Place,
  type Step,
} from '../values';
import { choiceOn, dateOn, findRule, numberOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { refused, worked, type Outcome } from '../tariffs/worked';

/** Declared residential days of a month; crisis, VV9B and VV10 left out, mutation days included. */
export interface MonthDays {
  readonly month: Month;
  readonly days: Decimal;
}

/** Delivered residential days at one day amount. */
export interface DeliveredDays {
  readonly product: string;
  readonly days: Decimal;
  readonly dayAmount: Money;
  readonly place?: Place;
}

/** Days taken out of one line. */
export interface DaysOut {
  readonly product: string;
  readonly days: Decimal;
  readonly amount: Money;
}

/**
 * ZK24-02: the peak month: the one with most declared days (or most per calendar day, rulebook's choice)
 * within the period the rulebook names. On a tie the one that gives the highest ceiling. Refused when no
 * month lies within the period.
 */
export function peakMonth(rulebook: Rulebook, months: readonly MonthDays[], on: IsoDate): Outcome<MonthDays> {
  const first = dateOn(rulebook, 'volume-ceiling-first', on);
  const last = dateOn(rulebook, 'volume-ceiling-last', on);
  const inside = months.filter(
    ({ month }) => (first === null || firstDay(month) >= first) && (last === null || lastDay(month) <= last),
  );
  const perDay = ({ month, days }: MonthDays): Decimal => days.dividedBy(daysInMonth(month));
  const byDay = choiceOn(rulebook, 'volume-ceiling-peak', on) === 'most-days-per-calendar-day';
  const better = (a: MonthDays, b: MonthDays): boolean => {
    if (!byDay && !a.days.equals(b.days)) return a.days.greaterThan(b.days);
    const rate = perDay(a).comparedTo(perDay(b));
    return rate === 0 ? a.month < b.month : rate > 0;
  };
  const peak = inside.reduce<MonthDays | null>(
    (best, entry) => (best === null || better(entry, best) ? entry : best),
    null,
  );
  if (peak === null) return refused('wlz.no-peak-month');
  const parameter = parameterStep(rulebook, 'volume-ceiling-peak', on);
  return worked(
    peak,
    step(
      { code: 'wlz.peak-month', facts: { days: quantityValue(peak.days, null) } },
      monthValue(peak.month),
      {
        operator: 'derived',
        rule: 'ZK24-02',
        source: ruleSource(rulebook, 'ZK24-02'),
        assumed: parameter.assumed,
        parts: [parameter],
      },
    ),
  );
}

/**
 * ZK24-02: volume ceiling = declared days in the peak month ÷ its calendar days × days in the year, rounded
 * half up as the rulebook says. Unit: days. Refused: a rulebook without the rule, negative days.
 * @example volumeCeiling(findRulebook('zilveren-kruis-wlz-2024'), new Decimal(3150), parseMonth('2022-05'), 2024, parseDate('2024-12-31')).value.toFixed() // '37190.32'
 */
export function volumeCeiling(
  rulebook: Rulebook,
  peakDays: Decimal,
  peak: Month,
  year: number,
  on: IsoDate,
): Outcome<Decimal> {
  if (!findRule(rulebook, 'ZK24-02')) return refused('wlz.no-volume-ceiling', { rulebook: rulebook.id });
  if (peakDays.isNegative()) return refused('wlz.days-negative', { found: peakDays.toFixed() });
  const source = ruleSource(rulebook, 'ZK24-02');
  const given = (code: string, value: Decimal): Step =>
    step({ code, facts: { month: monthValue(peak), year: String(year) } }, quantityValue(value, null));
  const yearDays = new Decimal(daysInYear(year));
  const monthDays = new Decimal(daysInMonth(peak));
  const product = peakDays.times(yearDays);
  const exact = product.dividedBy(monthDays);
  const exactStep = step({ code: 'wlz.volume-ceiling-exact', facts: {} }, quantityValue(exact, null), {
    operator: 'quotient',
    rule: 'ZK24-02',
    source,
    parts: [
      step({ code: 'wlz.peak-times-year', facts: {} }, quantityValue(product, null), {
        operator: 'product',
        parts: [given('wlz.peak-days', peakDays), given('wlz.year-days', yearDays)],
      }),
      given('wlz.peak-calendar-days', monthDays),
    ],
  });
  const unit = numberOn(rulebook, 'volume-ceiling-rounding', on);
  if (unit === null) return worked(exact, exactStep);
  const value = exact.dividedBy(unit).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(unit);
  const parameter = parameterStep(rulebook, 'volume-ceiling-rounding', on);
  return worked(
    value,
    step({ code: 'wlz.volume-ceiling', facts: { year: String(year) } }, quantityValue(value, null), {
      operator: 'round-to',
      rule: 'ZK24-02',
      source,
      assumed: parameter.assumed,
      parts: [exactStep, parameter],
    }),
  );
}

/**
 * ZK24-02: the days above a volume ceiling, those with the lowest day amount first (equal amounts: product
 * code order). Each line's amount is rounded half up to cents. The step is that of the total amount taken out.
 */
export function daysAboveCeiling(
  rulebook: Rulebook,
  delivered: readonly DeliveredDays[],
  ceiling: Decimal,
): Outcome<readonly DaysOut[]> {
  const negative = delivered.find((line) => line.days.isNegative());
  if (negative) return refused('wlz.days-negative', { found: negative.days.toFixed() }, negative.place ?? {});
  const total = delivered.reduce((sum, line) => sum.plus(line.days), new Decimal(0));
  let left = Decimal.max(0, total.minus(ceiling));
  const source = ruleSource(rulebook, 'ZK24-02');
  const out: DaysOut[] = [];
  const parts: Step[] = [];
  const order = [...delivered].sort((a, b) => {
    if (a.dayAmount !== b.dayAmount) return a.dayAmount < b.dayAmount ? -1 : 1;
    return a.product < b.product ? -1 : a.product > b.product ? 1 : 0;
  });
  for (const line of order) {
    if (left.isZero()) break;
    const days = Decimal.min(left, line.days);
    if (days.isZero()) continue;
    left = left.minus(days);
    const exact = days.times(moneyToDecimal(line.dayAmount));
    const amount = roundToCents(exact);
    out.push({ product: line.product, days, amount });
    parts.push(
      step({ code: 'wlz.days-out', facts: { product: line.product } }, moneyValue(amount), {
        operator: 'round-cents',
        place: line.place ?? null,
        parts: [
          step({ code: 'wlz.days-out-exact', facts: {} }, quantityValue(exact, '€'), {
            operator: 'product',
            parts: [
              step({ code: 'wlz.days-out-count', facts: {} }, quantityValue(days, null)),
              step({ code: 'wlz.day-amount', facts: {} }, moneyValue(line.dayAmount)),
            ],
          }),
        ],
      }),
    );
  }
  return worked(
    out,
    step(
      {
        code: 'wlz.days-out-total',
        facts: { ceiling: quantityValue(ceiling, null), total: quantityValue(total, null) },
      },
      moneyValue(sumMoney(out.map((line) => line.amount))),
      { operator: 'sum', rule: 'ZK24-02', source, parts },
    ),
  );
}
