import {
  addMoney,
  dateOf,
  dateValue,
  dayNumber,
  daysInYear,
  Decimal,
  lastDay,
  moneyToDecimal,
  moneyValue,
  monthNumber,
  monthOfDate,
  proportion,
  quantityValue,
  ratioValue,
  step,
  yearOf,
  ZERO,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { choiceOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { notice, refused, worked, type Outcome } from '../tariffs/worked';

/**
 * ZK-12: year production extrapolated from what is realised up to and including a day, with the declaration
 * backlog (delivered, not declared yet) added first. Rounded half up to cents once.
 * `backlog` null: not known, nothing is added and a notice says so.
 * @example formatMoney(extrapolateYear(findRulebook('zilveren-kruis-wlz-2022'), parseMoney('181.00'), null, parseDate('2022-06-30')).value) // '365.00'
 */
export function extrapolateYear(
  rulebook: Rulebook,
  realised: Money,
  backlog: Money | null,
  asOf: IsoDate,
): Outcome<Money> {
  const year = yearOf(asOf);
  const basis = parameterStep(rulebook, 'extrapolation-basis', asOf);
  const byMonths = choiceOn(rulebook, 'extrapolation-basis', asOf) === 'months';
  const closed = asOf === lastDay(monthOfDate(asOf)) ? monthNumber(asOf) : monthNumber(asOf) - 1;
  if (byMonths && closed === 0) return refused('wlz.no-closed-month', { date: dateValue(asOf) });
  const elapsed = new Decimal(byMonths ? closed : dayNumber(asOf) - dayNumber(dateOf(year, 1, 1)) + 1);
  const whole = new Decimal(byMonths ? 12 : daysInYear(year));
  const known = addMoney(realised, backlog ?? ZERO);
  const unit = byMonths ? 'months' : 'days';
  const knownStep = step({ code: 'wlz.realised-corrected', facts: {} }, moneyValue(known), {
    operator: 'sum',
    rule: 'ZK-12',
    parts: [
      step({ code: 'wlz.realised', facts: { date: dateValue(asOf) } }, moneyValue(realised)),
      ...(backlog === null ? [] : [step({ code: 'wlz.backlog', facts: {} }, moneyValue(backlog))]),
    ],
  });
  const extrapolated = proportion({
    amount: knownStep,
    part: step({ code: `wlz.year-in-${unit}`, facts: {} }, quantityValue(whole, null)),
    whole: step({ code: `wlz.elapsed-${unit}`, facts: {} }, quantityValue(elapsed, null)),
    label: { code: 'wlz.extrapolated', facts: { year: String(year) } },
    exactly: { code: 'wlz.extrapolated-exact', facts: {} },
    product: { code: 'wlz.realised-times-year', facts: {} },
    ground: { rule: 'ZK-12', source: ruleSource(rulebook, 'ZK-12'), assumed: basis.assumed },
  });
  return worked(
    extrapolated.amount,
    extrapolated.step,
    backlog === null ? [notice('wlz.backlog-unknown')] : [],
  );
}

/**
 * ZK-12: expected utilisation of a space: extrapolated production ÷ space. Ratio. Refused for no space.
 * @example spaceUtilisation(findRulebook('zilveren-kruis-wlz-2022'), parseMoney('50.00'), parseMoney('200.00')).value.toFixed() // '0.25'
 */
export function spaceUtilisation(
  rulebook: Rulebook,
  production: Money,
  space: Money,
  parts: { readonly production?: Step; readonly space?: Step } = {},
): Outcome<Decimal> {
  if (space <= 0n) return refused('wlz.no-room', { found: moneyValue(space) });
  const value = moneyToDecimal(production).dividedBy(moneyToDecimal(space));
  return worked(
    value,
    step({ code: 'wlz.utilisation', facts: {} }, ratioValue(value), {
      operator: 'quotient',
      rule: 'ZK-12',
      source: ruleSource(rulebook, 'ZK-12'),
      parts: [
        parts.production ?? step({ code: 'wlz.production', facts: {} }, moneyValue(production)),
        parts.space ?? step({ code: 'wlz.for-care', facts: {} }, moneyValue(space)),
      ],
    }),
  );
}
