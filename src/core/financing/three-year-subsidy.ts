import {
  addDays,
  addMonths,
  CoreError,
  dateValue,
  firstDay,
  moneyValue,
  monthOfDate,
  step,
  sumMoney,
  yearOf,
  ZERO,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { choiceOn, groundOf, numberOn, parameterStep, type Rulebook } from '../rulebook';
import { givenAmount } from './effort-based';

/** A subsidy contract for a term of years. */
export interface TermSubsidy {
  readonly from: IsoDate;
  /** Last day of the term. */
  readonly until: IsoDate;
  readonly years: readonly { readonly year: number; readonly amount: Money; readonly step: Step }[];
  /** Over the whole term. */
  readonly total: Money;
}

/**
 * ZWO-06: a subsidy contract of three years from the first of a month (parameter `three-year-term`), the
 * same amount each contract year, or one for each when a list is given (**assumed**: the text only says ‘three-year subsidy contract’). Contract
 * year n is named after the calendar year in which it begins.
 * Unit: euro, exact. Errors: `date-not-valid` for another first day; `parameter-not-valid` when the
 * contract begins outside the rulebook's validity.
 * @example threeYearSubsidy(findRulebook('zwolle-2020'), parseDate('2020-01-01'), parseMoney('250000.00')).until // '2022-12-31'
 */
export function threeYearSubsidy(
  rulebook: Rulebook,
  from: IsoDate,
  perYear: Money | readonly Money[],
): TermSubsidy {
  if (!from.endsWith('-01')) throw new CoreError('date-not-valid', { text: from });
  const months = numberOn(rulebook, 'three-year-term', from)?.toNumber() ?? 0;
  const start = monthOfDate(from);
  const end = addMonths(start, months);
  const until = addDays(firstDay(end), -1);
  const fixed = choiceOn(rulebook, 'three-year-division', from) === 'fixed-per-year';
  const count = Math.ceil(months / 12);
  const assumed = parameterStep(rulebook, 'three-year-division', from).assumed;
  const years = Array.from({ length: count }, (_, index) => {
    const year = yearOf(addMonths(start, index * 12));
    const amount = typeof perYear === 'bigint' ? perYear : (perYear[index] ?? ZERO);
    return {
      year,
      amount,
      step: step(
        { code: 'region.subsidy-year', facts: { year: String(year), from: dateValue(from) } },
        moneyValue(amount),
        {
          operator: 'sum',
          parts: [givenAmount('region.subsidy-per-year', amount)],
          ...groundOf(rulebook, 'ZWO-06'),
          assumed: fixed ? assumed : null,
        },
      ),
    };
  });
  return {
    from,
    until,
    years,
    total: sumMoney(years.map((year) => year.amount)),
  };
}
