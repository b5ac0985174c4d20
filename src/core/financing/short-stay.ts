import { quantityValue, step, type Decimal, type Money, type Step } from '../values';
import { groundOf, type Rulebook } from '../rulebook';
import { excessStep, productStep, roundedStep } from '../region/shares';

/** A resident's short-stay budget beside what was delivered. */
export interface ShortStay {
  readonly budget: Money;
  readonly delivered: Money;
  readonly above: Money;
  readonly left: Money;
  readonly steps: readonly Step[];
}

/**
 * ZWO-03: fixed budget per resident = agreed day-parts × tariff; delivered day-parts count at the same
 * tariff. Each amount is rounded half up to cents once. Unit: day-parts, euro. Errors: none.
 * @example formatMoney(shortStay(findRulebook('zwolle-2020'), new Decimal(40), new Decimal(38), new Decimal('42.35')).left) // '84.70'
 */
export function shortStay(
  rulebook: Rulebook,
  agreed: Decimal,
  delivered: Decimal,
  tariff: Decimal,
): ShortStay {
  const ground = groundOf(rulebook, 'ZWO-03');
  const amountOf = (code: string, volume: Decimal): { amount: Money; step: Step } =>
    roundedStep(
      { code, facts: {} },
      productStep({ code: 'steps.volume-times-tariff-exact', facts: {} }, [
        step({ code: 'region.day-parts', facts: {} }, quantityValue(volume, null)),
        step({ code: 'steps.tariff', facts: {} }, quantityValue(tariff, '€')),
      ]),
      ground,
    );
  const budget = amountOf('region.stay-budget', agreed);
  const used = amountOf('region.stay-delivered', delivered);
  const above = excessStep({ code: 'region.stay-above', facts: {} }, used.step, budget.step, ground);
  const left = excessStep({ code: 'region.stay-left', facts: {} }, budget.step, used.step, ground);
  return {
    budget: budget.amount,
    delivered: used.amount,
    above: above.amount,
    left: left.amount,
    steps: [above.step, left.step],
  };
}
