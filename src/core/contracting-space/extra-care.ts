import {
  Decimal,
  maxMoney,
  minMoney,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  subtractMoney,
  ZERO,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { choiceOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { refused, worked, type Outcome, type Worked } from '../tariffs/worked';

export interface ExtraCare {
  readonly earmark: Money;
  /** Realised above the earmark. */
  readonly excess: Money;
  /** Of the excess: what the reservation for the unforeseen can pay at most. */
  readonly fromUnforeseen: Money;
  readonly uncovered: Money;
}

/**
 * ZK-17: the earmark for extra care: the 2021 volume × (1 + expected growth), rounded half up to cents.
 * @example formatMoney(extraCareEarmark(findRulebook('zilveren-kruis-wlz-2022'), parseMoney('1000000.00'), new Decimal('0.03')).value) // '1030000.00'
 */
export function extraCareEarmark(rulebook: Rulebook, volume2021: Money, growth: Decimal): Worked<Money> {
  const factor = growth.plus(1);
  const exact = moneyToDecimal(volume2021).times(factor);
  const value = roundToCents(exact);
  return worked(
    value,
    step({ code: 'wlz.extra-care-earmark', facts: {} }, moneyValue(value), {
      operator: 'round-cents',
      rule: 'ZK-17',
      source: ruleSource(rulebook, 'ZK-17'),
      parts: [
        step({ code: 'wlz.extra-care-grown', facts: {} }, quantityValue(exact, '€'), {
          operator: 'product',
          parts: [
            step({ code: 'wlz.extra-care-2021', facts: {} }, moneyValue(volume2021)),
            step({ code: 'steps.growth-factor', facts: {} }, ratioValue(factor), {
              operator: 'sum',
              parts: [
                step({ code: 'steps.one', facts: {} }, ratioValue(new Decimal(1))),
                step({ code: 'wlz.extra-care-growth', facts: {} }, ratioValue(growth)),
              ],
            }),
          ],
        }),
      ],
    }),
  );
}

/**
 * ZK-17: extra care against its own earmark; what exceeds it may be paid from what is left of the reservation
 * for the unforeseen (a possibility, not a right). The step is that of what stays uncovered.
 * Refused: negative amounts.
 */
export function extraCare(
  rulebook: Rulebook,
  earmark: Money,
  realised: Money,
  unforeseenLeft: Money,
  on: IsoDate,
): Outcome<ExtraCare> {
  const negative = [earmark, realised, unforeseenLeft].find((amount) => amount < 0n);
  if (negative !== undefined) return refused('wlz.extra-care-negative', { found: moneyValue(negative) });
  const source = ruleSource(rulebook, 'ZK-17');
  const given = (code: string, amount: Money): Step => step({ code, facts: {} }, moneyValue(amount));
  const over = subtractMoney(realised, earmark);
  const excess = maxMoney(ZERO, over);
  const excessStep = step({ code: 'wlz.extra-care-excess', facts: {} }, moneyValue(excess), {
    operator: 'max',
    rule: 'ZK-17',
    source,
    parts: [
      given('steps.nothing', ZERO),
      step({ code: 'wlz.extra-care-over', facts: {} }, moneyValue(over), {
        operator: 'difference',
        parts: [given('wlz.extra-care-realised', realised), given('wlz.extra-care-earmark', earmark)],
      }),
    ],
  });
  const allowed = choiceOn(rulebook, 'extra-care-from-unforeseen', on) === 'on';
  const parameter = parameterStep(rulebook, 'extra-care-from-unforeseen', on);
  const available = allowed ? unforeseenLeft : ZERO;
  const fromUnforeseen = minMoney(excess, available);
  const uncovered = subtractMoney(excess, fromUnforeseen);
  return worked(
    { earmark, excess, fromUnforeseen, uncovered },
    step({ code: 'wlz.extra-care-uncovered', facts: {} }, moneyValue(uncovered), {
      operator: 'difference',
      rule: 'ZK-17',
      source,
      parts: [
        excessStep,
        step({ code: 'wlz.extra-care-from-unforeseen', facts: {} }, moneyValue(fromUnforeseen), {
          operator: 'min',
          rule: 'ZK-17',
          source,
          assumed: parameter.assumed,
          parts: [excessStep, given('wlz.unforeseen-left', available)],
        }),
      ],
    }),
  );
}
