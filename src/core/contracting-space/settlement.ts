import { minMoney, moneyValue, step, subtractMoney, type Money, type Step } from '../values';
import { ruleSource, type Rulebook } from '../rulebook';
import { worked, type Worked } from '../tariffs/worked';

/**
 * ZK-22: final settlement = the lower of what was delivered at the agreed tariff and the reallocation
 * agreement. Unit: euro, exact.
 * @example formatMoney(settle(findRulebook('zilveren-kruis-wlz-2022'), parseMoney('8350000.00'), parseMoney('8300000.00')).value) // '8300000.00'
 */
export function settle(
  rulebook: Rulebook,
  delivered: Money,
  agreement: Money,
  parts: { readonly delivered?: Step; readonly agreement?: Step } = {},
): Worked<Money> {
  const value = minMoney(delivered, agreement);
  return worked(
    value,
    step({ code: 'wlz.settlement', facts: {} }, moneyValue(value), {
      operator: 'min',
      rule: 'ZK-22',
      source: ruleSource(rulebook, 'ZK-22'),
      parts: [
        parts.delivered ?? step({ code: 'wlz.delivered', facts: {} }, moneyValue(delivered)),
        parts.agreement ?? step({ code: 'wlz.agreement-given', facts: {} }, moneyValue(agreement)),
      ],
    }),
  );
}

/** What is still to be paid on a settlement; negative is to be paid back. */
export function settlementBalance(settlement: Money, paid: Money): Worked<Money> {
  const value = subtractMoney(settlement, paid);
  return worked(
    value,
    step({ code: 'wlz.balance', facts: {} }, moneyValue(value), {
      operator: 'difference',
      rule: 'ZK-22',
      parts: [
        step({ code: 'wlz.settlement', facts: {} }, moneyValue(settlement)),
        step({ code: 'wlz.paid-so-far', facts: {} }, moneyValue(paid)),
      ],
    }),
  );
}
