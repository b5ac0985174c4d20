import { addMoney, moneyValue } from '../values';
import { ceilingRule, ruleFor, type Rulebook } from '../rulebook';
import type { CeilingEntry } from '../ceilings/ceiling-entry';
import { countDomain, type Counting, type ProductLookup } from '../ceilings/counting';
import { effectiveCeiling } from '../ceilings/effective-ceiling';
import type { Outlook } from '../forecast/outlook';
import { finding, notChecked } from './finding';
import type { DomainFigures, Finding } from './outcome';
import { ceilingFindings } from './ceiling-findings';
import { buildFigures } from './figures';
import { scopeFindings } from './scope-findings';

/** A domain worked out: the figures and what the rules find in them. */
export interface DomainEvaluation {
  readonly figures: DomainFigures;
  readonly findings: readonly Finding[];
}

/**
 * Works out one domain of one provider: counting production and forecast, ceiling, headroom and overrun now
 * and at year end, exhaustion date, and the findings of the ceiling rules, all with steps.
 * Unit: euro, exact. Errors: none; what can't be computed is null with a `notChecked` finding.
 */
export function evaluateDomain(
  rulebook: Rulebook,
  outlook: Outlook,
  domain: string,
  ceilings: readonly CeilingEntry[] | null,
  lookup: ProductLookup,
): DomainEvaluation {
  const { year, asOf } = outlook;
  const counting = countDomain(outlook, domain, lookup, rulebook);
  const own = ceilings?.filter((entry) => entry.domain === domain && entry.year === year) ?? [];
  const whole = own.filter((entry) => entry.scope.length === 0);
  const ceiling = effectiveCeiling(rulebook, whole, counting, year, asOf);
  const total = addMoney(counting.production, counting.forecast);
  const findings: Finding[] = [];

  const { figures, full } = buildFigures(rulebook, outlook, counting, whole, ceiling, total);
  if (ceiling === null) {
    findings.push(
      notChecked(rulebook, ceilingRule(rulebook, domain), {
        code: ceilings === null ? 'checks.no-ceilings-given' : 'checks.no-ceiling',
        facts: { domain },
      }),
    );
  } else {
    findings.push(...ceilingFindings(rulebook, outlook, counting, whole, ceiling, figures, full));
  }
  findings.push(...scopeFindings(rulebook, outlook, domain, own, lookup));
  findings.push(...allocationFindings(rulebook, outlook, domain, lookup));
  findings.push(...treatmentFindings(counting));
  return { figures, findings };
}

function allocationFindings(
  rulebook: Rulebook,
  outlook: Outlook,
  domain: string,
  lookup: ProductLookup,
): Finding[] {
  return outlook.unallocated
    .filter((entry) => entry.domain === domain)
    .filter((entry) => lookup(domain, entry.product).treatment.treatment !== 'excluded')
    .map((entry) =>
      finding(
        rulebook,
        ruleFor(rulebook, 'matching', domain) ?? ceilingRule(rulebook, domain),
        'violation',
        {
          code: 'checks.without-allocation',
          facts: { domain, product: entry.product, lines: entry.lines, amount: moneyValue(entry.amount) },
        },
        { amount: entry.amount },
      ),
    );
}

/** Products recognised by name are shown for confirmation; negated names are doubtful. */
function treatmentFindings(counting: Counting): Finding[] {
  const found: Finding[] = [];
  for (const product of counting.products) {
    const { group, by, matched, doubtful, treatment } = product.treatment;
    const facts = {
      domain: counting.domain,
      product: product.product,
      description: product.description ?? product.product,
      name: matched ?? '',
    };
    const amount = addMoney(product.production, product.forecast);
    if (group && by === 'name') {
      found.push(
        finding(
          null,
          group.rule,
          'notice',
          {
            code: treatment === 'excluded' ? 'checks.recognised-excluded' : 'checks.recognised-raised',
            facts,
          },
          { source: group.source, amount },
        ),
      );
    }
    if (doubtful) {
      found.push(
        finding(
          null,
          doubtful.rule,
          'warning',
          { code: 'checks.doubtful-product', facts },
          { source: doubtful.source, amount },
        ),
      );
    }
  }
  return found;
}
