import {
  Decimal,
  minMoney,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  ratioValue,
  roundToCents,
  step,
  textValue,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { findRule, numberOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { worked, type Worked } from '../tariffs/worked';

/** `money-follows-client`: volumes paid as delivered. `volume-agreements`: fixed volumes per provider. */
export type Regime = 'money-follows-client' | 'volume-agreements';

/** The rule that holds the margin: ZK24-01 where the rulebook has it, else ZK-13. */
export const marginRule = (rulebook: Rulebook): string =>
  findRule(rulebook, 'ZK24-01') ? 'ZK24-01' : 'ZK-13';

const ONE = new Decimal(1);
const NONE = new Decimal(0);

/**
 * ZK-13: the proportional cut of a sector whose extrapolated production exceeds its space for care:
 * 1 − space ÷ production, 0 when it fits. Ratio, not rounded.
 * @example spaceCut(findRulebook('zilveren-kruis-wlz-2022'), parseMoney('98.00'), parseMoney('100.00')).value.toFixed() // '0.02'
 */
export function spaceCut(
  rulebook: Rulebook,
  space: Money,
  production: Money,
  parts: { readonly space?: Step; readonly production?: Step } = {},
): Worked<Decimal> {
  const source = ruleSource(rulebook, 'ZK-13');
  const spaceStep = parts.space ?? step({ code: 'wlz.for-care', facts: {} }, moneyValue(space));
  const productionStep =
    parts.production ?? step({ code: 'wlz.production', facts: {} }, moneyValue(production));
  if (production <= space || production <= 0n) {
    return worked(
      NONE,
      step({ code: 'wlz.no-cut', facts: {} }, ratioValue(NONE), {
        operator: 'derived',
        rule: 'ZK-13',
        source,
        parts: [spaceStep, productionStep],
      }),
    );
  }
  const covered = moneyToDecimal(space).dividedBy(moneyToDecimal(production));
  const cut = ONE.minus(covered);
  return worked(
    cut,
    step({ code: 'wlz.cut', facts: {} }, ratioValue(cut), {
      operator: 'difference',
      rule: 'ZK-13',
      source,
      parts: [
        step({ code: 'steps.one', facts: {} }, ratioValue(ONE)),
        step({ code: 'wlz.covered', facts: {} }, ratioValue(covered), {
          operator: 'quotient',
          parts: [spaceStep, productionStep],
        }),
      ],
    }),
  );
}

/**
 * ZK-13 (ZK24-01): money follows the client while the cut is at most the margin; above it fixed volume
 * agreements. Decided on the amounts (production − space against margin × production), so without rounding.
 * @example regimeOf(findRulebook('zilveren-kruis-wlz-2022'), parseMoney('98.00'), parseMoney('100.00'), parseDate('2022-09-01')).value // 'money-follows-client'
 * @example regimeOf(findRulebook('zilveren-kruis-wlz-2024'), parseMoney('98.00'), parseMoney('100.00'), parseDate('2024-09-01')).value // 'volume-agreements'
 */
export function regimeOf(
  rulebook: Rulebook,
  space: Money,
  production: Money,
  on: IsoDate,
  cutStep: Step = spaceCut(rulebook, space, production).step,
): Worked<Regime> {
  const margin = numberOn(rulebook, 'margin', on) ?? NONE;
  const over = moneyToDecimal(production).minus(moneyToDecimal(space));
  const regime: Regime =
    over.greaterThan(0) && over.greaterThan(moneyToDecimal(production).times(margin))
      ? 'volume-agreements'
      : 'money-follows-client';
  const rule = marginRule(rulebook);
  return worked(
    regime,
    step(
      { code: 'wlz.regime', facts: { regime: regime === 'volume-agreements' ? 'volumes' : 'money' } },
      textValue(regime),
      {
        operator: 'derived',
        rule,
        source: ruleSource(rulebook, rule),
        parts: [cutStep, parameterStep(rulebook, 'margin', on)],
      },
    ),
  );
}

/**
 * ZK-13: what a provider risks at most before money-follows-client is given up: the margin × its extrapolated
 * production (rounded half up to cents), or its cut when that is less. `reduction` is its cut in euro.
 * @example formatMoney(riskBeforeChange(findRulebook('zilveren-kruis-wlz-2022'), parseMoney('8400000.00'), parseMoney('197647.06'), parseDate('2022-09-01')).value) // '168000.00'
 */
export function riskBeforeChange(
  rulebook: Rulebook,
  production: Money,
  reduction: Money,
  on: IsoDate,
): Worked<Money> {
  const margin = numberOn(rulebook, 'margin', on) ?? NONE;
  const exact = moneyToDecimal(production).times(margin);
  const most = roundToCents(exact);
  const value = minMoney(reduction, most);
  const rule = marginRule(rulebook);
  return worked(
    value,
    step({ code: 'wlz.risk', facts: {} }, moneyValue(value), {
      operator: 'min',
      rule,
      source: ruleSource(rulebook, rule),
      parts: [
        step({ code: 'wlz.reduction', facts: {} }, moneyValue(reduction)),
        step({ code: 'wlz.most-risk', facts: {} }, moneyValue(most), {
          operator: 'round-cents',
          parts: [
            step({ code: 'wlz.margin-of-production', facts: {} }, quantityValue(exact, '€'), {
              operator: 'product',
              parts: [
                step({ code: 'wlz.production', facts: {} }, moneyValue(production)),
                parameterStep(rulebook, 'margin', on),
              ],
            }),
          ],
        }),
      ],
    }),
  );
}
