import { addMoney, moneyValue, step, subtractMoney, sumMoney, ZERO, type Money, type Step } from '../values';
import { groundOf, ruleFor, type Rulebook } from '../rulebook';
import type { CeilingEntry } from '../ceilings/ceiling-entry';
import type { ProductLookup } from '../ceilings/counting';
import { nextCeiling } from '../ceilings/next-ceiling';
import { sameProvider } from '../production/provider';
import { excessStep } from '../region/shares';
import { finding, notChecked } from '../checks/finding';
import type { DomainFigures, Finding } from '../checks/outcome';
import { unknownCosts, yearStep, type OpenAllocation, type OpenAllocations } from './open-cost';

/** The open allocations of one provider and domain that count under its ceiling. */
export function countingAllocations(
  open: OpenAllocations,
  provider: string,
  domain: string,
  lookup: ProductLookup,
): OpenAllocation[] {
  return open.open.filter(
    ({ allocation }) =>
      allocation.domain === domain &&
      sameProvider(allocation.provider, provider) &&
      (allocation.product === '' || lookup(domain, allocation.product).treatment.treatment !== 'excluded'),
  );
}

/**
 * ZUT-03: whether production of the closed months and the open allocations together fit this year's ceiling,
 * and whether what runs on fits next year's: the one in the ceilings file, else the one that can be expected
 * (ZUT-10). What can't be valued, or has no ceiling, is `notChecked`. Nothing is said when the rulebook has
 * no such rule. Errors: none.
 */
export function yearEndFindings(
  rulebook: Rulebook,
  open: OpenAllocations,
  provider: string,
  figures: DomainFigures,
  ceilings: readonly CeilingEntry[] | null,
  lookup: ProductLookup,
): Finding[] {
  const { domain } = figures;
  const rule = ruleFor(rulebook, 'year-end', domain);
  if (rule === null) return [];
  const ground = groundOf(rulebook, rule);
  const own = countingAllocations(open, provider, domain, lookup);
  const found: Finding[] = [];
  for (const { reason, count, first } of unknownCosts(own)) {
    found.push({
      ...notChecked(rulebook, rule, { code: 'allocations.not-valued', facts: { domain, count, reason } }),
      location: first.place,
    });
  }
  const assumed = own.filter((one) => one.priceAssumed).length;
  if (assumed > 0) {
    found.push(
      finding(rulebook, rule, 'notice', {
        code: 'allocations.price-assumed',
        facts: { domain, count: assumed },
      }),
    );
  }
  const openEnded = own.filter((one) => one.openEnded).length;
  if (openEnded > 0) {
    found.push(
      finding(rulebook, rule, 'notice', {
        code: 'allocations.open-ended',
        facts: { domain, count: openEnded, year: String(open.year + 1) },
      }),
    );
  }
  const thisYear = yearStep(
    own,
    open.year,
    { code: 'allocations.open-in-year', facts: { domain, year: String(open.year) } },
    ground,
  );
  const closed = sumMoney(
    figures.months
      .filter(({ status, month }) => status === 'closed' || `${month}-01` < open.first)
      .map(({ production }) => production),
  );
  const total = step(
    { code: 'allocations.year-total', facts: { domain, year: String(open.year) } },
    moneyValue(addMoney(closed, thisYear.amount)),
    {
      operator: 'sum',
      ...ground,
      parts: [
        step({ code: 'allocations.closed-production', facts: { domain } }, moneyValue(closed)),
        thisYear.step,
      ],
    },
  );
  const ceilingNow = figures.ceiling?.effectiveYearEnd ?? null;
  found.push(
    against(
      rulebook,
      rule,
      domain,
      open.year,
      total,
      ceilingNow === null ? null : ceilingStep(domain, open.year, ceilingNow),
    ),
  );
  const next = yearStep(
    own,
    open.year + 1,
    { code: 'allocations.open-in-year', facts: { domain, year: String(open.year + 1) } },
    ground,
  );
  found.push(
    against(
      rulebook,
      rule,
      domain,
      open.year + 1,
      next.step,
      nextYearCeiling(rulebook, figures, total, ceilings, open.year),
    ),
  );
  return found;
}

const amountOf = (part: Step): Money => (part.value.kind === 'money' ? part.value.value : ZERO);

const ceilingStep = (domain: string, year: number, amount: Money): Step =>
  step({ code: 'allocations.ceiling-of-year', facts: { domain, year: String(year) } }, moneyValue(amount));

/** Next year's ceiling: stated, or else the expected one; null when neither can be told. */
export function nextYearCeiling(
  rulebook: Rulebook,
  figures: Pick<DomainFigures, 'domain' | 'ceiling'>,
  total: Step,
  ceilings: readonly CeilingEntry[] | null,
  year: number,
): Step | null {
  const { domain, ceiling } = figures;
  const stated = (ceilings ?? []).filter(
    (entry) =>
      entry.kind === 'base' && entry.year === year + 1 && entry.domain === domain && entry.scope.length === 0,
  );
  if (stated.length > 0) {
    return ceilingStep(domain, year + 1, sumMoney(stated.map(({ amount }) => amount)));
  }
  if (ceiling === null || ruleFor(rulebook, 'next-ceiling', domain) === null) return null;
  if (!rulebook.parameters.some(({ id }) => id === 'next-year-growth')) return null;
  return nextCeiling(rulebook, ceiling.effectiveYearEnd, amountOf(total), year).step;
}

function against(
  rulebook: Rulebook,
  rule: string,
  domain: string,
  year: number,
  total: Step,
  ceiling: Step | null,
): Finding {
  const facts = { domain, year: String(year), total: moneyValue(amountOf(total)) };
  if (ceiling === null) {
    return {
      ...notChecked(rulebook, rule, { code: 'allocations.no-ceiling', facts }),
      amount: amountOf(total),
      steps: [total],
    };
  }
  const over = excessStep(
    { code: 'allocations.over-ceiling', facts: { domain, year: String(year) } },
    total,
    ceiling,
    {
      rule,
    },
  );
  const excess = over.amount > ZERO;
  const expected = ceiling.label.code !== 'allocations.ceiling-of-year';
  return finding(
    rulebook,
    rule,
    excess ? 'warning' : 'notice',
    {
      code: excess ? 'allocations.year-over' : 'allocations.year-fits',
      facts: {
        ...facts,
        ceiling: moneyValue(amountOf(ceiling)),
        kind: expected ? 'expected' : 'known',
        amount: moneyValue(excess ? over.amount : subtractMoney(amountOf(ceiling), amountOf(total))),
      },
    },
    { amount: excess ? over.amount : amountOf(total), steps: [over.step] },
  );
}
