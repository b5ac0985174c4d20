import { moneyValue, step, subtractMoney, type Money, type Step } from '../values';
import { groundOf, type Rulebook } from '../rulebook';
import { givenAmount } from '../financing/effort-based';
import { sumStep } from './shares';

/** Money in advance, or what it is settled against. */
export interface AdvanceEntry {
  /** The provider; or the municipality, for advances that municipalities pay to the joint organisation. */
  readonly party: string;
  readonly kind: 'advance' | 'repayment' | 'invoice';
  /** Positive. */
  readonly amount: Money;
  readonly reference: string;
}

export interface AdvanceBalance {
  readonly party: string;
  readonly advances: Money;
  readonly invoices: Money;
  /** Advances − repayments − invoices: positive is still to be settled, negative still to be paid. */
  readonly balance: Money;
  readonly step: Step;
}

/**
 * IJS-09: advances settled against invoices, per party in order of name.
 * Unit: euro, exact. Errors: none.
 * @example advanceBalances(findRulebook('ijsselland-2015'), [{ party: 'a', kind: 'advance', amount: parseMoney('100.00'), reference: '1' }, { party: 'a', kind: 'invoice', amount: parseMoney('70.00'), reference: '2' }]).map((one) => formatMoney(one.balance)) // ['30.00']
 */
export function advanceBalances(rulebook: Rulebook, entries: readonly AdvanceEntry[]): AdvanceBalance[] {
  const parties = [...new Set(entries.map(({ party }) => party))].sort();
  return parties.map((party) => {
    const total = (kind: AdvanceEntry['kind']): ReturnType<typeof sumStep> =>
      sumStep(
        { code: `region.advance-${kind}s`, facts: { party } },
        entries
          .filter((entry) => entry.party === party && entry.kind === kind)
          .map((entry) =>
            givenAmount(`region.advance-${kind}`, entry.amount, { reference: entry.reference }),
          ),
      );
    const [advances, repayments, invoices] = [total('advance'), total('repayment'), total('invoice')];
    const balance = subtractMoney(subtractMoney(advances.amount, repayments.amount), invoices.amount);
    return {
      party,
      advances: advances.amount,
      invoices: invoices.amount,
      balance,
      step: step({ code: 'region.advance-balance', facts: { party } }, moneyValue(balance), {
        operator: 'difference',
        parts: [advances.step, repayments.step, invoices.step],
        ...groundOf(rulebook, 'IJS-09'),
      }),
    };
  });
}
