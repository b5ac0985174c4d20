import {
  addMoney,
  dateOf,
  dateValue,
  moneyValue,
  monthsOfYear,
  monthValue,
  step,
  sumMoney,
  textValue,
  ZERO,
  type IsoDate,
  type Money,
  type Month,
  type Step,
} from '../values';
import { choiceOn, groundOf, parameterStep, type Rulebook } from '../rulebook';
import { finding } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { exhaustionDate } from '../ceilings/exhaustion';
import { excessStep, sumStep } from '../region/shares';
import { givenAmount } from './effort-based';

/** A lump sum for one provider and segment beside its spending. */
export interface LumpSum {
  readonly spent: Money;
  readonly left: Money;
  /** First day on which cumulative spending exceeds the lump sum; null when it isn't this year. */
  readonly usedUpOn: IsoDate | null;
  /** Spending of the year above the lump sum: without cover. */
  readonly uncovered: Money;
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
}

/**
 * ACH-01: when a lump sum is used up, and the amount that then has no cover. Months are spread over their
 * days as the rulebook says (`exhaustion-spread`). Exactly used up is not exceeded: no date.
 * Unit: euro, exact. Errors: `parameter-not-valid`.
 * @example lumpSum(findRulebook('achterhoek-2021'), 'aanbieder', 'hoog complex', 2021, parseMoney('30.00'), new Map([[parseMonth('2021-01'), parseMoney('31.00')]])).usedUpOn // '2021-01-31'
 */
export function lumpSum(
  rulebook: Rulebook,
  provider: string,
  segment: string,
  year: number,
  amount: Money,
  byMonth: ReadonlyMap<Month, Money>,
): LumpSum {
  const on = dateOf(year, 12, 31);
  const ground = groundOf(rulebook, 'ACH-01');
  const months = monthsOfYear(year);
  const spread = choiceOn(rulebook, 'exhaustion-spread', on) === 'last-day' ? 'last-day' : 'even-over-days';
  const usedUpOn = exhaustionDate(
    year,
    new Map(months.map((month) => [month, { production: byMonth.get(month) ?? ZERO, forecast: ZERO }])),
    { parts: [{ from: dateOf(year, 1, 1), amount }], cases: [] },
    spread,
  );
  const spent = sumStep(
    { code: 'region.lump-spent', facts: { provider, segment, year: String(year) } },
    months.map((month) =>
      givenAmount('region.month-spent', byMonth.get(month) ?? ZERO, { month: monthValue(month) }),
    ),
    ground,
  );
  const sumGiven = givenAmount('region.lump-sum', amount, { provider, segment });
  const uncovered = excessStep({ code: 'region.lump-uncovered', facts: {} }, spent.step, sumGiven, ground);
  const left = excessStep({ code: 'region.lump-left', facts: {} }, sumGiven, spent.step, ground);
  const dateStep = step(
    { code: usedUpOn === null ? 'region.lump-lasts' : 'region.lump-used-up', facts: { year: String(year) } },
    usedUpOn === null ? textValue('–') : dateValue(usedUpOn),
    {
      operator: 'derived',
      ...ground,
      assumed: parameterStep(rulebook, 'exhaustion-spread', on).assumed,
      parts: [sumGiven, spent.step],
    },
  );
  const steps = [uncovered.step, left.step, dateStep];
  const findings =
    usedUpOn === null
      ? []
      : [
          finding(
            rulebook,
            'ACH-01',
            uncovered.amount > ZERO ? 'violation' : 'warning',
            {
              code: 'region.lump-exceeded',
              facts: {
                provider,
                segment,
                date: dateValue(usedUpOn),
                amount: moneyValue(uncovered.amount),
              },
            },
            { amount: uncovered.amount, steps },
          ),
        ];
  return {
    spent: spent.amount,
    left: left.amount,
    usedUpOn,
    uncovered: uncovered.amount,
    steps,
    findings,
  };
}

/** Months outside the year are no part of its lump sum: what they hold, so that nothing is dropped unseen. */
export function outsideYear(year: number, byMonth: ReadonlyMap<Month, Money>): Money {
  const own = new Set<string>(monthsOfYear(year));
  return sumMoney(
    [...byMonth].filter(([month]) => !own.has(month)).map(([, amount]) => addMoney(ZERO, amount)),
  );
}
