import { minMoney, moneyValue, step, ZERO, type IsoDate, type Money, type Step } from '../values';
import { choiceOn, groundOf, parameterStep, ruleFor, type Rulebook } from '../rulebook';
import { sumStep } from '../region/shares';
import { givenAmount } from './effort-based';

/** What counts above the ceiling, as far as known; null is not known. */
export interface AboveCeiling {
  readonly specificAllocations: Money | null;
  readonly crisis: Money | null;
}

/** The part of an overrun that is still payable. */
export interface PayableAbove {
  /** Null: data that the rulebook's choice needs is missing. */
  readonly amount: Money | null;
  readonly step: Step;
}

/**
 * NAT-03: what of an overrun is still payable, as the rulebook chooses (`payable-above`): nothing, specific
 * allocations, crisis, both, or all. Never more than the overrun itself.
 * Unit: euro, exact. Errors: `parameter-not-valid`.
 * @example formatMoney(payableAboveCeiling(findRulebook('wmo-contractstandaard-1.2'), parseMoney('100.00'), { specificAllocations: parseMoney('30.00'), crisis: parseMoney('20.00') }, parseDate('2026-12-31')).amount ?? parseMoney('0')) // '50.00'
 */
export function payableAboveCeiling(
  rulebook: Rulebook,
  overrun: Money,
  above: AboveCeiling,
  on: IsoDate,
): PayableAbove {
  const choice = choiceOn(rulebook, 'payable-above', on);
  const parameter = parameterStep(rulebook, 'payable-above', on);
  const ground = { ...groundOf(rulebook, ruleFor(rulebook, 'payable-above')), assumed: parameter.assumed };
  const whole = givenAmount('region.over-ceiling-given', overrun);
  if (overrun === ZERO || choice === 'nothing') {
    return {
      amount: ZERO,
      step: step({ code: 'region.payable-nothing', facts: {} }, moneyValue(ZERO), {
        operator: 'derived',
        parts: [whole, parameter],
        ...ground,
      }),
    };
  }
  const parts: (Step | null)[] = [];
  const add = (code: string, amount: Money | null): void => {
    parts.push(amount === null ? null : givenAmount(code, amount));
  };
  if (choice === 'all') parts.push(whole);
  if (choice === 'specific-allocations' || choice === 'specific-and-crisis') {
    add('region.specific-allocations', above.specificAllocations);
  }
  if (choice === 'crisis' || choice === 'specific-and-crisis') add('region.crisis', above.crisis);
  const known = parts.filter((part) => part !== null);
  if (known.length === 0 || known.length < parts.length) {
    return {
      amount: null,
      step: step({ code: 'region.payable-unknown', facts: {} }, moneyValue(ZERO), {
        operator: 'derived',
        parts: [whole, ...known, parameter],
        ...ground,
      }),
    };
  }
  const candidates = sumStep({ code: 'region.payable-candidates', facts: {} }, known);
  const amount = minMoney(overrun, candidates.amount);
  return {
    amount,
    step: step({ code: 'region.payable', facts: {} }, moneyValue(amount), {
      operator: 'min',
      parts: [whole, candidates.step],
      ...ground,
    }),
  };
}
