import { moneyValue, ratioValue, step, ZERO, type IsoDate, type Money, type Step } from '../values';
import { choiceOn, groundOf, numberOn, parameterStep, type Rulebook } from '../rulebook';
import { productStep, roundedStep } from '../region/shares';
import { givenAmount } from './effort-based';

/** What care without a contract would cost the municipality. */
export interface UncontractedCare {
  /** Whether the scenario is on; off, nothing is counted. */
  readonly on: boolean;
  readonly amount: Money;
  readonly step: Step;
}

/**
 * ACH-06: scenario in which care without a contract is paid for a share of its cost. Off unless the
 * rulebook (or `force`) turns it on: the claim in question 40 was not confirmed.
 * Unit: euro, rounded half up to cents once. Errors: `parameter-not-valid`.
 * @example formatMoney(uncontractedCare(findRulebook('achterhoek-2021'), parseMoney('1000.00'), parseDate('2021-12-31')).amount) // '0.00'
 * @example formatMoney(uncontractedCare(findRulebook('achterhoek-2021'), parseMoney('1000.00'), parseDate('2021-12-31'), true).amount) // '700.00'
 */
export function uncontractedCare(
  rulebook: Rulebook,
  cost: Money,
  on: IsoDate,
  force: boolean | null = null,
): UncontractedCare {
  const active = force ?? choiceOn(rulebook, 'uncontracted-care', on) === 'on';
  const share = numberOn(rulebook, 'uncontracted-share', on);
  const parameter = parameterStep(rulebook, 'uncontracted-share', on);
  const ground = { ...groundOf(rulebook, 'ACH-06'), assumed: parameter.assumed };
  if (!active || share === null) {
    return {
      on: false,
      amount: ZERO,
      step: step({ code: 'region.uncontracted-off', facts: {} }, moneyValue(ZERO), {
        operator: 'derived',
        parts: [parameterStep(rulebook, 'uncontracted-care', on)],
        ...ground,
      }),
    };
  }
  const worked = roundedStep(
    { code: 'region.uncontracted-paid', facts: {} },
    productStep({ code: 'region.uncontracted-product', facts: {} }, [
      givenAmount('region.uncontracted-cost', cost),
      step({ code: 'region.uncontracted-share', facts: {} }, ratioValue(share), {
        operator: 'sum',
        parts: [parameter],
      }),
    ]),
    ground,
  );
  return { on: true, ...worked };
}
