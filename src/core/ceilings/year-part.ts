import {
  addDays,
  CoreError,
  dateOf,
  dateValue,
  dayNumber,
  Decimal,
  moneyValue,
  step,
  subtractMoney,
  yearOf,
  ZERO,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { choiceOn, groundOf, parameterStep, ruleFor, type Rulebook } from '../rulebook';
import { divideByWeights, excessStep, sumStep } from '../region/shares';
import { finding, notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';

/** The part of an allocation that falls in one year. */
export interface YearPart {
  readonly year: number;
  readonly amount: Money;
  readonly step: Step;
}

/**
 * ZUT-03: the part of an allocation's amount per calendar year, from its first to its last day. Divided by
 * calendar days, or by weeks that belong to the year in which they begin (parameter `allocation-spread`).
 * The parts are whole cents and add up to the amount exactly.
 * Errors: `dates-reversed`; `parameter-unknown` when the rulebook doesn't say how to divide.
 * @example yearParts(findRulebook('zutphen-2023'), parseMoney('7300.00'), parseDate('2023-07-02'), parseDate('2024-06-30')).map((part) => [part.year, formatMoney(part.amount)]) // [[2023, '3660.00'], [2024, '3640.00']]
 */
export function yearParts(rulebook: Rulebook, amount: Money, from: IsoDate, until: IsoDate): YearPart[] {
  if (until < from) throw new CoreError('dates-reversed', { from, until });
  // The parameter of the rulebook's own year: the allocation may begin before or end after it.
  const on = rulebook.validity.until as IsoDate;
  const byWeeks = choiceOn(rulebook, 'allocation-spread', on) === 'weeks';
  const years: { year: number; weight: Decimal }[] = [];
  for (let year = yearOf(from); year <= yearOf(until); year++) {
    const first = year === yearOf(from) ? from : dateOf(year, 1, 1);
    const last = year === yearOf(until) ? until : dateOf(year, 12, 31);
    years.push({ year, weight: new Decimal(byWeeks ? weeksBegun(from, first, last) : daysOf(first, last)) });
  }
  const parameter = parameterStep(rulebook, 'allocation-spread', on);
  const shares = divideByWeights(
    amount,
    years.map(({ year, weight }) => ({
      name: String(year),
      weight,
      label: { code: 'region.year-part', facts: { year: String(year) } },
      weightLabel: {
        code: byWeeks ? 'region.weeks-in-year' : 'region.days-in-year',
        facts: { year: String(year) },
      },
    })),
    { code: 'region.allocation-amount', facts: { from: dateValue(from), until: dateValue(until) } },
  );
  return years.map(({ year }, index) => {
    const share = shares[index];
    return {
      year,
      amount: share?.amount ?? ZERO,
      step: {
        ...(share?.step ??
          step({ code: 'region.year-part', facts: { year: String(year) } }, moneyValue(ZERO))),
        ...groundOf(rulebook, ruleFor(rulebook, 'year-end')),
        assumed: parameter.assumed,
      },
    };
  });
}

/**
 * The part of an allocation in one year; zero outside its span.
 * @example formatMoney(yearPart(findRulebook('zutphen-2023'), parseMoney('100.00'), parseDate('2023-12-31'), parseDate('2024-01-01'), 2024).amount) // '50.00'
 */
export function yearPart(
  rulebook: Rulebook,
  amount: Money,
  from: IsoDate,
  until: IsoDate,
  year: number,
): { readonly amount: Money; readonly step: Step } {
  const found = yearParts(rulebook, amount, from, until).find((part) => part.year === year);
  if (found) return found;
  return {
    amount: ZERO,
    step: step({ code: 'region.year-part', facts: { year: String(year) } }, moneyValue(ZERO), {
      ...groundOf(rulebook, ruleFor(rulebook, 'year-end')),
      operator: 'derived',
    }),
  };
}

const daysOf = (first: IsoDate, last: IsoDate): number => dayNumber(last) - dayNumber(first) + 1;

/** Seven-day weeks counted from the allocation's first day, that begin in the span. */
function weeksBegun(start: IsoDate, first: IsoDate, last: IsoDate): number {
  const before = (day: IsoDate): number => Math.max(0, Math.ceil((dayNumber(day) - dayNumber(start)) / 7));
  return before(addDays(last, 1)) - before(first);
}

/** An allocation as far as its weight on ceilings goes. */
export interface AllocationWeight {
  readonly domain: string;
  readonly amount: Money | null;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/**
 * ZUT-03: what running allocations weigh on this year's and next year's ceiling, and whether both fit. An
 * allocation without amount or end date, or a year without a ceiling, is `not checked`. Nothing is said
 * when the rulebook has no such rule.
 */
export function allocationYearFindings(
  rulebook: Rulebook,
  allocations: readonly AllocationWeight[],
  domain: string,
  year: number,
  ceilingOf: (year: number) => Money | null,
): Finding[] {
  const rule = ruleFor(rulebook, 'year-end', domain);
  if (rule === null) return [];
  const own = allocations.filter((allocation) => allocation.domain === domain);
  const found: Finding[] = [];
  const open = own.filter((allocation) => allocation.amount === null || allocation.until === null);
  if (open.length > 0) {
    found.push(
      notChecked(rulebook, rule, { code: 'region.allocation-open', facts: { domain, count: open.length } }),
    );
  }
  for (const asked of [year, year + 1]) {
    const parts = own.flatMap(({ amount, from, until }) =>
      amount === null || until === null ? [] : [yearPart(rulebook, amount, from, until, asked).step],
    );
    const total = sumStep(
      { code: 'region.allocated-in-year', facts: { domain, year: String(asked) } },
      parts,
      {
        rule,
      },
    );
    const ceiling = ceilingOf(asked);
    if (ceiling === null) {
      found.push({
        ...notChecked(rulebook, rule, {
          code: 'region.no-ceiling-for-year',
          facts: { domain, year: String(asked), amount: moneyValue(total.amount) },
        }),
        amount: total.amount,
        steps: [total.step],
      });
      continue;
    }
    const ceilingStep = step(
      { code: 'region.ceiling-of-year', facts: { domain, year: String(asked) } },
      moneyValue(ceiling),
    );
    const over = excessStep({ code: 'region.allocated-over', facts: {} }, total.step, ceilingStep, { rule });
    const excess = over.amount > ZERO;
    found.push(
      finding(
        rulebook,
        rule,
        excess ? 'warning' : 'notice',
        {
          code: excess ? 'region.year-over' : 'region.year-fits',
          facts: {
            domain,
            year: String(asked),
            total: moneyValue(total.amount),
            ceiling: moneyValue(ceiling),
            amount: moneyValue(excess ? over.amount : subtractMoney(ceiling, total.amount)),
          },
        },
        { amount: excess ? over.amount : total.amount, steps: [over.step] },
      ),
    );
  }
  return found;
}
