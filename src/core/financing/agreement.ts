import { dateOf, moneyValue, step, sumMoney, ZERO, type Step } from '../values';
import { choiceOn, groundOf, ruleFor, type Rulebook } from '../rulebook';
import { excessStep, sumStep } from '../region/shares';
import { finding } from '../checks/finding';
import type { DomainFigures, Finding } from '../checks/outcome';

/**
 * NAT-01: where a ceiling without a stated product holds for the whole agreement (`ceiling-scope`), all domains
 * together against their ceilings together, beside each domain by itself. Nothing is said for one domain only,
 * or when a domain has no ceiling (that is told there). Unit: euro, exact. Errors: `parameter-not-valid`.
 */
export function agreementFindings(
  rulebook: Rulebook,
  domains: readonly DomainFigures[],
  year: number,
): Finding[] {
  const on = dateOf(year, 12, 31);
  const rule = ruleFor(rulebook, 'scope');
  const known = rulebook.parameters.some(({ id }) => id === 'ceiling-scope');
  if (rule === null || !known || choiceOn(rulebook, 'ceiling-scope', on) !== 'agreement') return [];
  if (domains.length < 2 || domains.some(({ ceiling }) => ceiling === null)) return [];
  const ground = groundOf(rulebook, rule);
  const part = (code: string, domain: string, amount: DomainFigures['total']): Step =>
    step({ code, facts: { domain } }, moneyValue(amount));
  const total = sumStep(
    { code: 'finance.agreement-total', facts: {} },
    domains.map((figures) => part('steps.total', figures.domain, figures.total)),
    ground,
  );
  const ceiling = sumStep(
    { code: 'finance.agreement-ceiling', facts: {} },
    domains.map((figures) => part('steps.base', figures.domain, figures.ceiling?.effective ?? ZERO)),
    ground,
  );
  const over = excessStep({ code: 'finance.agreement-excess', facts: {} }, total.step, ceiling.step, ground);
  const exceeded = over.amount > ZERO;
  return [
    finding(
      rulebook,
      rule,
      exceeded ? 'violation' : 'notice',
      {
        code: exceeded ? 'finance.agreement-over' : 'finance.agreement-within',
        facts: {
          total: moneyValue(total.amount),
          ceiling: moneyValue(ceiling.amount),
          amount: moneyValue(sumMoney([over.amount])),
        },
      },
      { amount: over.amount, steps: [over.step] },
    ),
  ];
}
