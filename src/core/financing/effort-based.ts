import { moneyValue, quantityValue, step, type Decimal, type Money, type Step } from '../values';
import { groundOf, type Rulebook } from '../rulebook';
import { productStep, roundedStep } from '../region/shares';

/** An amount and how it came about. */
export interface WorkedAmount {
  readonly amount: Money;
  readonly step: Step;
}

/**
 * ZWO-05, effort-based (P×Q): delivered volume times tariff, rounded half up to cents once.
 * Unit: the tariff is euro per unit of volume. Errors: none.
 * @example formatMoney(effortBased(findRulebook('zwolle-2020'), new Decimal('61.80'), new Decimal('17.75')).amount) // '1096.95'
 */
export function effortBased(rulebook: Rulebook, tariff: Decimal, volume: Decimal): WorkedAmount {
  return roundedStep(
    { code: 'region.effort-amount', facts: {} },
    productStep({ code: 'steps.volume-times-tariff-exact', facts: {} }, [
      step({ code: 'steps.volume', facts: {} }, quantityValue(volume, null)),
      step({ code: 'steps.tariff', facts: {} }, quantityValue(tariff, '€')),
    ]),
    groundOf(rulebook, 'ZWO-05'),
  );
}

/** An amount that is given. */
export const givenAmount = (code: string, amount: Money, facts: Step['label']['facts'] = {}): Step =>
  step({ code, facts }, moneyValue(amount));
