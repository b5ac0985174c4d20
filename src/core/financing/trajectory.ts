import {
  Decimal,
  moneyToDecimal,
  moneyValue,
  parseMoney,
  quantityValue,
  roundToCents,
  step,
  subtractMoney,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { choiceOn, groundOf, type Rulebook } from '../rulebook';
import { productStep, roundedStep, sumStep } from '../region/shares';
import { givenAmount } from './effort-based';

/** What closed trajectories cost, are paid and leave. */
export interface TrajectoryResult {
  readonly costs: Money;
  readonly paid: Money;
  /** Paid minus cost: positive is a gain for the provider. */
  readonly result: Money;
  readonly steps: readonly Step[];
}

/**
 * ZWO-04: each closed trajectory is paid the average tariff, whatever it cost (parameter
 * `trajectory-tariff`; `cost` pays the cost itself).
 * Unit: euro, exact. Errors: `parameter-not-valid` outside the rulebook's validity.
 * @example formatMoney(trajectoryResult(findRulebook('zwolle-2020'), ['3200.00', '5900.00', '4100.00'].map(parseMoney), parseMoney('4500.00'), parseDate('2020-12-31')).result) // '300.00'
 */
export function trajectoryResult(
  rulebook: Rulebook,
  costs: readonly Money[],
  averageTariff: Money,
  on: IsoDate,
): TrajectoryResult {
  const ground = groundOf(rulebook, 'ZWO-04');
  const cost = sumStep(
    { code: 'region.trajectory-costs', facts: {} },
    costs.map((amount, index) => givenAmount('region.trajectory-cost', amount, { number: index + 1 })),
    ground,
  );
  const paid =
    choiceOn(rulebook, 'trajectory-tariff', on) === 'cost'
      ? cost
      : roundedStep(
          { code: 'region.trajectory-paid', facts: {} },
          productStep({ code: 'region.trajectories-times-tariff', facts: {} }, [
            step({ code: 'region.trajectories', facts: {} }, quantityValue(new Decimal(costs.length), null)),
            givenAmount('region.average-tariff', averageTariff),
          ]),
          ground,
        );
  const result = subtractMoney(paid.amount, cost.amount);
  return {
    costs: cost.amount,
    paid: paid.amount,
    result,
    steps: [
      step({ code: 'region.trajectory-result', facts: {} }, moneyValue(result), {
        operator: 'difference',
        parts: [paid.step, cost.step],
        ...ground,
      }),
    ],
  };
}

/**
 * The average tariff that trajectories of a known cost lead to, rounded half up to cents: for negotiating
 * next year's. Errors: none; of no trajectories it is 0.00.
 * @example formatMoney(averageTrajectoryCost([parseMoney('3200.00'), parseMoney('5900.01')])) // '4550.01'
 */
export function averageTrajectoryCost(costs: readonly Money[]): Money {
  if (costs.length === 0) return parseMoney('0.00');
  const total = costs.reduce((sum, cost) => sum.plus(moneyToDecimal(cost)), new Decimal(0));
  return roundToCents(total.dividedBy(costs.length));
}
