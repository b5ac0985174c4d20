import { Decimal, ratioValue, step, type IsoDate } from '../values';
import { numberOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { worked, type Worked } from './worked';

/**
 * ZK-04: percentage of a provider without an earlier contract: the guideline percentage less a number of
 * percentage points. Unit: ratio, exact. Errors: `parameter-unknown` for a rulebook without the rule.
 * @example newProviderPercentage(findRulebook('zilveren-kruis-wlz-2023'), parseDate('2023-01-01')).value.toFixed() // '0.938'
 */
export function newProviderPercentage(rulebook: Rulebook, on: IsoDate): Worked<Decimal> {
  const guideline = numberOn(rulebook, 'guideline-percentage', on) ?? new Decimal(0);
  const deduction = numberOn(rulebook, 'new-provider-deduction', on) ?? new Decimal(0);
  const value = guideline.minus(deduction);
  return worked(
    value,
    step({ code: 'wlz.new-provider-percentage', facts: {} }, ratioValue(value), {
      operator: 'difference',
      rule: 'ZK-04',
      source: ruleSource(rulebook, 'ZK-04'),
      parts: [
        parameterStep(rulebook, 'guideline-percentage', on),
        parameterStep(rulebook, 'new-provider-deduction', on),
      ],
    }),
  );
}
