import {
  Decimal,
  maxMoney,
  minMoney,
  moneyToDecimal,
  moneyValue,
  step,
  subtractMoney,
  sumMoney,
  ZERO,
  type IsoDate,
  type Money,
  type Step,
} from '../values';
import { parameterStep, ruleSource, type Rulebook } from '../rulebook';
import { parameterIfValid } from '../tariffs/parameter-if-valid';
import { divideByWeights } from '../region/shares';
import { settle } from './settlement';

/** A provider at the final settlement of a sector. */
export interface SettlementMember {
  readonly provider: string;
  /** Providers of one concern may set off; null or blank stands alone. */
  readonly concern: string | null;
  readonly delivered: Money;
  readonly agreement: Money;
}

export interface MemberSettlement {
  readonly provider: string;
  readonly concern: string | null;
  /** The lower of delivered and agreed. */
  readonly own: Money;
  /** Of its overproduction: what underproduction within the concern covers. */
  readonly setOff: Money;
  readonly settlement: Money;
  readonly step: Step;
}

/**
 * ZK-22 with set-off: each provider is paid the lower of delivered and agreed; where the rulebook allows it
 * (`concern-set-off`, from 2024) overproduction of one provider is paid from what another of the same concern
 * left of its agreement. The covered amount is divided over the overproducers in proportion, in whole cents
 * that add up; a concern is never paid more than its agreements together, nor more than it delivered.
 * Unit: euro, exact. In the order given; that order changes no amount.
 * @example settleConcerns(findRulebook('zilveren-kruis-wlz-2024'), [{ provider: 'a', concern: 'x', delivered: parseMoney('110.00'), agreement: parseMoney('100.00') }, { provider: 'b', concern: 'x', delivered: parseMoney('94.00'), agreement: parseMoney('100.00') }], parseDate('2024-12-31')).map((one) => formatMoney(one.settlement)) // ['106.00', '94.00']
 */
export function settleConcerns(
  rulebook: Rulebook,
  members: readonly SettlementMember[],
  on: IsoDate,
): MemberSettlement[] {
  const source = ruleSource(rulebook, 'ZK-22');
  const parameter = parameterIfValid(rulebook, 'concern-set-off', on);
  const allowed = parameter?.text === 'on';
  const result = members.map((member): MemberSettlement => {
    const own = settle(rulebook, member.delivered, member.agreement);
    return {
      provider: member.provider,
      concern: member.concern,
      own: own.value,
      setOff: ZERO,
      settlement: own.value,
      step: own.step,
    };
  });
  const keyOf = ({ concern }: SettlementMember): string => (concern ?? '').trim().toLowerCase();
  for (const key of allowed ? new Set(members.map(keyOf)) : []) {
    if (key === '') continue;
    const group = members
      .map((member, index) => ({ member, index }))
      .filter(({ member }) => keyOf(member) === key);
    const over = group.map(({ member, index }) => ({
      index,
      provider: member.provider,
      amount: maxMoney(ZERO, subtractMoney(member.delivered, member.agreement)),
    }));
    const room = sumMoney(
      group.map(({ member }) => maxMoney(ZERO, subtractMoney(member.agreement, member.delivered))),
    );
    const excess = sumMoney(over.map(({ amount }) => amount));
    const covered = minMoney(room, excess);
    if (covered === ZERO) continue;
    const shares = divideByWeights(
      covered,
      over.map(({ provider, amount }) => ({
        name: provider,
        weight: new Decimal(moneyToDecimal(amount)),
        label: { code: 'finance.set-off-share', facts: { provider } },
        weightLabel: { code: 'finance.overproduction', facts: { provider } },
      })),
      { code: 'finance.set-off-room', facts: { concern: members[group[0]?.index ?? 0]?.concern ?? '' } },
    );
    over.forEach(({ index }, at) => {
      const base = result[index];
      const share = shares[at];
      if (!base || !share || share.amount === ZERO) return;
      const settlement = sumMoney([base.own, share.amount]);
      result[index] = {
        ...base,
        setOff: share.amount,
        settlement,
        step: step({ code: 'finance.settlement-set-off', facts: {} }, moneyValue(settlement), {
          operator: 'sum',
          rule: 'ZK-22',
          source,
          assumed: parameterStep(rulebook, 'concern-set-off', on).assumed,
          parts: [base.step, { ...share.step, rule: 'ZK-22', source }],
        }),
      };
    });
  }
  return result;
}
