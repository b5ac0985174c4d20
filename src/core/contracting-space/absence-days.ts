import { Decimal, quantityValue, step, type IsoDate } from '../values';
import { numberOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { refused, worked, type Outcome } from '../tariffs/worked';

export interface AbsenceDays {
  readonly declarable: Decimal;
  readonly notDeclarable: Decimal;
}

/**
 * ZK-16: of the absence days of one client in specialist crisis care, those that may be declared (91 at
 * most) and those that may not. The step is that of the declarable days.
 * @example absenceDays(findRulebook('zilveren-kruis-wlz-2022'), new Decimal(92), parseDate('2022-05-01')).value.notDeclarable.toFixed() // '1'
 */
export function absenceDays(rulebook: Rulebook, days: Decimal, on: IsoDate): Outcome<AbsenceDays> {
  if (days.isNegative() || !days.isInteger()) return refused('wlz.absence-days', { found: days.toFixed() });
  const most = numberOn(rulebook, 'absence-days', on);
  if (most === null) return refused('wlz.parameter-off', { parameter: 'absence-days' });
  const declarable = Decimal.min(days, most);
  return worked(
    { declarable, notDeclarable: days.minus(declarable) },
    step({ code: 'wlz.absence-declarable', facts: {} }, quantityValue(declarable, null), {
      operator: 'min',
      rule: 'ZK-16',
      source: ruleSource(rulebook, 'ZK-16'),
      parts: [
        step({ code: 'wlz.absence-all', facts: {} }, quantityValue(days, null)),
        parameterStep(rulebook, 'absence-days', on),
      ],
    }),
  );
}
