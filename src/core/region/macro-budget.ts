import { ZERO, type Money, type Step } from '../values';
import { groundOf, type Rulebook } from '../rulebook';
import { givenAmount } from '../financing/effort-based';
import { sumStep } from './shares';

/** A named change of a budget: an addition, a withdrawal (negative) or income that is part of it (IJS-11). */
export interface BudgetChange {
  readonly name: string;
  readonly amount: Money;
  readonly certain: boolean;
  readonly kind: 'change' | 'income';
}

export interface MacroBudget {
  readonly base: Money;
  /** Base with what is certain. */
  readonly certain: Money;
  /** Certain, with every uncertain withdrawal and no uncertain addition. */
  readonly lowest: Money;
  /** Certain, with every uncertain addition and no uncertain withdrawal. */
  readonly highest: Money;
  /** Certain, with everything uncertain. */
  readonly withAll: Money;
  readonly steps: readonly Step[];
}

/**
 * IJS-06 and IJS-11: a budget with named additions, withdrawals and income, certain and uncertain ones never
 * mixed: the certain budget, and how low and how high the uncertain ones can take it.
 * Unit: euro, exact. Errors: none.
 * @example formatMoney(macroBudget(findRulebook('ijsselland-2015'), parseMoney('100.00'), [{ name: 'groei', amount: parseMoney('5.00'), certain: true, kind: 'change' }, { name: 'uitname', amount: parseMoney('-8.00'), certain: false, kind: 'change' }]).lowest) // '97.00'
 */
export function macroBudget(rulebook: Rulebook, base: Money, changes: readonly BudgetChange[]): MacroBudget {
  const ground = groundOf(rulebook, 'IJS-06');
  const stepOf = (change: BudgetChange): Step => ({
    ...givenAmount(
      change.kind === 'income' ? 'region.budget-income' : 'region.budget-change',
      change.amount,
      {
        name: change.name,
      },
    ),
    ...groundOf(rulebook, change.kind === 'income' ? 'IJS-11' : 'IJS-06'),
  });
  const open = changes.filter(({ certain }) => !certain);
  const certain = sumStep(
    { code: 'region.budget-certain', facts: {} },
    [givenAmount('region.budget-base', base), ...changes.filter((change) => change.certain).map(stepOf)],
    ground,
  );
  const scenario = (code: string, chosen: readonly BudgetChange[]): ReturnType<typeof sumStep> =>
    sumStep({ code, facts: {} }, [certain.step, ...chosen.map(stepOf)], ground);
  const lowest = scenario(
    'region.budget-lowest',
    open.filter(({ amount }) => amount < ZERO),
  );
  const highest = scenario(
    'region.budget-highest',
    open.filter(({ amount }) => amount > ZERO),
  );
  const withAll = scenario('region.budget-all', open);
  return {
    base,
    certain: certain.amount,
    lowest: lowest.amount,
    highest: highest.amount,
    withAll: withAll.amount,
    steps: [certain.step, lowest.step, highest.step, withAll.step],
  };
}
