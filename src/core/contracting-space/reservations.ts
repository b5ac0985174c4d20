import {
  Decimal,
  moneyToDecimal,
  moneyValue,
  quantityValue,
  roundToCents,
  step,
  subtractMoney,
  sumMoney,
  ZERO,
  type IsoDate,
  type Issue,
  type Money,
  type Step,
} from '../values';
import { numberOn, parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { notice, worked, type Worked } from '../tariffs/worked';

/** A contracting space divided in reservations and what is for care, NHC and NIC. */
export interface Reservations {
  readonly regional: Money;
  readonly unforeseen: Money;
  /** Earmarked for extra care (ZK-17); zero when none is given. */
  readonly extraCare: Money;
  readonly forCare: Money;
}

/**
 * ZK-10: reserves the shares for regional development and for the unforeseen, each rounded half up to cents;
 * with the earmark for extra care (ZK-17) off too, the rest is for care. The parts add up to the space exactly.
 * The step is that of the amount for care.
 * @example formatMoney(reserveSpace(findRulebook('zilveren-kruis-wlz-2022'), parseMoney('100000000.00'), parseDate('2022-09-01')).value.forCare) // '99600000.00'
 */
export function reserveSpace(
  rulebook: Rulebook,
  space: Money,
  on: IsoDate,
  earmark: Money | null = null,
  spaceStep: Step = step({ code: 'wlz.space-given', facts: {} }, moneyValue(space)),
): Worked<Reservations> {
  const notices: Issue[] = [];
  const source = ruleSource(rulebook, 'ZK-10');
  const reserve = (id: 'reserve-regional' | 'reserve-unforeseen'): { amount: Money; step: Step } => {
    const share = numberOn(rulebook, id, on);
    const parameter = parameterStep(rulebook, id, on);
    if (share === null) notices.push(notice('wlz.reservation-unknown', { parameter: id }));
    const exact = moneyToDecimal(space).times(share ?? new Decimal(0));
    const amount = roundToCents(exact);
    const label = { code: `wlz.reserved-${id.slice('reserve-'.length)}`, facts: {} };
    if (share === null) {
      return {
        amount,
        step: step(label, moneyValue(amount), { rule: 'ZK-10', source, assumed: parameter.assumed }),
      };
    }
    return {
      amount,
      step: step(label, moneyValue(amount), {
        operator: 'round-cents',
        rule: 'ZK-10',
        source,
        assumed: parameter.assumed,
        parts: [
          step({ code: 'wlz.share-of-space', facts: {} }, quantityValue(exact, '€'), {
            operator: 'product',
            parts: [step({ code: 'wlz.space-given', facts: {} }, moneyValue(space)), parameter],
          }),
        ],
      }),
    };
  };
  const regional = reserve('reserve-regional');
  const unforeseen = reserve('reserve-unforeseen');
  const extraCare = earmark ?? ZERO;
  const forCare = subtractMoney(space, sumMoney([regional.amount, unforeseen.amount, extraCare]));
  return worked(
    { regional: regional.amount, unforeseen: unforeseen.amount, extraCare, forCare },
    step({ code: 'wlz.for-care', facts: {} }, moneyValue(forCare), {
      operator: 'difference',
      rule: 'ZK-10',
      source,
      parts: [
        spaceStep,
        regional.step,
        unforeseen.step,
        ...(earmark === null
          ? []
          : [
              step({ code: 'wlz.extra-care-earmark', facts: {} }, moneyValue(earmark), {
                rule: 'ZK-17',
                source: ruleSource(rulebook, 'ZK-17'),
              }),
            ]),
      ],
    }),
    notices,
  );
}
