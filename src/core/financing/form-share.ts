import {
  Decimal,
  moneyToDecimal,
  moneyValue,
  ratioValue,
  step,
  sumMoney,
  ZERO,
  type Money,
  type Step,
} from '../values';
import { groundOf, type Rulebook } from '../rulebook';
import { notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { givenAmount } from './effort-based';

/** The financing forms that the report tells apart. */
export const FINANCING_FORMS = [
  'production',
  'output',
  'population',
  'task',
  'subsidy',
  'client-budget',
] as const;
export type FinancingForm = (typeof FINANCING_FORMS)[number];

export interface FormSpending {
  readonly domain: string;
  /** Null: not known. */
  readonly form: FinancingForm | null;
  readonly amount: Money;
}

export interface FormShare {
  readonly domain: string;
  readonly form: FinancingForm | null;
  readonly amount: Money;
  /** 0–1 of the domain's spending, exact to 60 digits; null when the domain spends nothing. */
  readonly share: Decimal | null;
  readonly step: Step;
}

/**
 * ZWO-09: which share of spending runs through each financing form, per domain. Spending whose form isn't
 * known is a share of its own and a finding, so that the shares always cover everything.
 * Errors: none.
 * @example formShares(findRulebook('zwolle-2020'), [{ domain: 'Wmo', form: 'output', amount: parseMoney('75.00') }, { domain: 'Wmo', form: 'subsidy', amount: parseMoney('25.00') }]).shares.map((share) => share.share?.toFixed()) // ['0.75', '0.25']
 */
export function formShares(
  rulebook: Rulebook,
  spending: readonly FormSpending[],
): { readonly shares: readonly FormShare[]; readonly findings: readonly Finding[] } {
  const ground = groundOf(rulebook, 'ZWO-09');
  const domains = [...new Set(spending.map(({ domain }) => domain))].sort();
  const findings: Finding[] = [];
  const shares = domains.flatMap((domain) => {
    const own = spending.filter((entry) => entry.domain === domain);
    const total = sumMoney(own.map(({ amount }) => amount));
    const forms: (FinancingForm | null)[] = FINANCING_FORMS.filter((form) =>
      own.some((entry) => entry.form === form),
    );
    if (own.some((entry) => entry.form === null)) forms.push(null);
    return forms.map((form): FormShare => {
      const amount = sumMoney(own.filter((entry) => entry.form === form).map((entry) => entry.amount));
      if (form === null) {
        findings.push({
          ...notChecked(rulebook, 'ZWO-09', {
            code: 'region.form-unknown',
            facts: { domain, amount: moneyValue(amount) },
          }),
          amount,
        });
      }
      const share = total === ZERO ? null : moneyToDecimal(amount).dividedBy(moneyToDecimal(total));
      const label = { code: `region.form-share-${form ?? 'unknown'}`, facts: { domain } };
      return {
        domain,
        form,
        amount,
        share,
        step:
          share === null
            ? step(label, ratioValue(new Decimal(0)), { operator: 'derived' })
            : step(label, ratioValue(share), {
                operator: 'quotient',
                parts: [
                  givenAmount('region.form-spending', amount, { domain }),
                  givenAmount('region.domain-spending', total, { domain }),
                ],
                ...ground,
              }),
      };
    });
  });
  return { shares, findings };
}
