import { minMoney, moneyValue, quantityValue, step, type Decimal, type Money, type Step } from '../values';
import { groundOf, type Rulebook } from '../rulebook';
import { excessStep, productStep, roundedStep } from '../region/shares';
import { givenAmount } from './effort-based';

/** Subsidy on produced places under a provider's subsidy ceiling. */
export interface PlacesSubsidy {
  readonly produced: Money;
  readonly subsidy: Money;
  /** Produced above the ceiling: not covered by it. */
  readonly above: Money;
  readonly steps: readonly Step[];
}

/**
 * ZWO-01: subsidy = the lower of places × amount per place and the provider's subsidy ceiling. Emergencies
 * have a budget of their own: ask it apart (`emergencyBudget`), it never fills room here.
 * Unit: places may be fractions of a year (place-months ÷ 12, place-days ÷ days of the year); euro, rounded
 * half up to cents once. Errors: none.
 * @example formatMoney(placesSubsidy(findRulebook('zwolle-2020'), new Decimal(12), new Decimal('45000'), parseMoney('500000.00')).above) // '40000.00'
 */
export function placesSubsidy(
  rulebook: Rulebook,
  places: Decimal,
  perPlace: Decimal,
  ceiling: Money,
): PlacesSubsidy {
  const ground = groundOf(rulebook, 'ZWO-01');
  const produced = roundedStep(
    { code: 'region.places-produced', facts: {} },
    productStep({ code: 'region.places-times-amount', facts: {} }, [
      step({ code: 'region.places', facts: {} }, quantityValue(places, null)),
      step({ code: 'region.per-place', facts: {} }, quantityValue(perPlace, '€')),
    ]),
    ground,
  );
  const ceilingStep = givenAmount('region.subsidy-ceiling', ceiling);
  const subsidy = minMoney(produced.amount, ceiling);
  const above = excessStep({ code: 'region.places-above', facts: {} }, produced.step, ceilingStep, ground);
  return {
    produced: produced.amount,
    subsidy,
    above: above.amount,
    steps: [
      step({ code: 'region.subsidy', facts: {} }, moneyValue(subsidy), {
        operator: 'min',
        parts: [produced.step, ceilingStep],
        ...ground,
      }),
      above.step,
    ],
  };
}

/**
 * ZWO-01: what emergencies use of their separate budget, and what has no cover there.
 * @example formatMoney(emergencyBudget(findRulebook('zwolle-2020'), parseMoney('100.00'), parseMoney('100.01')).uncovered) // '0.01'
 */
export function emergencyBudget(
  rulebook: Rulebook,
  budget: Money,
  spent: Money,
): { readonly left: Money; readonly uncovered: Money; readonly steps: readonly Step[] } {
  const ground = groundOf(rulebook, 'ZWO-01');
  const budgetStep = givenAmount('region.emergency-budget', budget);
  const spentStep = givenAmount('region.emergency-spent', spent);
  const uncovered = excessStep(
    { code: 'region.emergency-uncovered', facts: {} },
    spentStep,
    budgetStep,
    ground,
  );
  const left = excessStep({ code: 'region.emergency-left', facts: {} }, budgetStep, spentStep, ground);
  return { left: left.amount, uncovered: uncovered.amount, steps: [uncovered.step, left.step] };
}
