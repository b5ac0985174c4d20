import { addMoney, dateOf, moneyValue, ZERO } from '../values';
import { ceilingRule, ruleFor, type Rulebook } from '../rulebook';
import type { CeilingEntry } from '../ceilings/ceiling-entry';
import { countDomain, type ProductLookup } from '../ceilings/counting';
import { effectiveCeiling } from '../ceilings/effective-ceiling';
import type { Outlook } from '../forecast/outlook';
import { readSector } from '../tariffs/wlz-terms';
import { finding, notChecked } from './finding';
import type { Finding } from './outcome';
import { growsLater } from './ceiling-findings';
import { buildFigures } from './figures';

const ceilingScopeKey = (entry: CeilingEntry): string => [...entry.scope].sort().join(' + ');

/** Whether a product falls under a scope entry: its code, category (leading digits), Wlz sector, or a word of its name. */
function inScope(
  product: string,
  { description, sector }: Pick<ReturnType<ProductLookup>, 'description' | 'sector'>,
  scope: readonly string[],
): boolean {
  const code = product.toUpperCase();
  const name = (description ?? product).toLowerCase();
  return scope.some((part) => {
    const text = part.trim();
    if (/^\d{2}$/.test(text)) return code.startsWith(text);
    const asked = sector ? readSector(text) : null;
    if (asked !== null) return asked === sector;
    return code === text.toUpperCase() || name.includes(text.toLowerCase());
  });
}

/** NAT-01: ceilings for products or categories, each checked by itself over the lines in its scope. */
export function scopeFindings(
  rulebook: Rulebook,
  outlook: Outlook,
  domain: string,
  entries: readonly CeilingEntry[],
  lookup: ProductLookup,
): Finding[] {
  const scopes = new Map<string, CeilingEntry[]>();
  for (const entry of entries) {
    if (entry.scope.length === 0) continue;
    const key = ceilingScopeKey(entry);
    scopes.set(key, [...(scopes.get(key) ?? []), entry]);
  }
  const found: Finding[] = [];
  const rule = ruleFor(rulebook, 'scope', domain) ?? ceilingRule(rulebook, domain);
  for (const [scope, own] of scopes) {
    const parts = own[0]?.scope ?? [];
    const within: Outlook = {
      ...outlook,
      entries: outlook.entries.filter((entry) =>
        inScope(entry.product, lookup(entry.domain, entry.product), parts),
      ),
    };
    const counting = countDomain(within, domain, lookup, rulebook);
    const ceiling = effectiveCeiling(rulebook, own, counting, outlook.year, outlook.asOf);
    if (!ceiling) {
      found.push(notChecked(rulebook, rule, { code: 'checks.scope-without-base', facts: { domain, scope } }));
      continue;
    }
    const total = addMoney(counting.production, counting.forecast);
    const { figures } = buildFigures(rulebook, within, counting, own, ceiling, total);
    const overrun = figures.overrun ?? ZERO;
    found.push(
      finding(
        rulebook,
        rule,
        overrun > ZERO
          ? growsLater(rulebook, dateOf(outlook.year, 12, 31))
            ? 'warning'
            : 'violation'
          : 'notice',
        {
          code: overrun > ZERO ? 'checks.scope-overrun' : 'checks.scope-within',
          facts: {
            domain,
            scope,
            amount: moneyValue(overrun > ZERO ? overrun : (figures.headroom ?? ZERO)),
            total: moneyValue(total),
            ceiling: moneyValue(ceiling.effective),
          },
        },
        {
          amount: overrun > ZERO ? overrun : figures.headroom,
          location: own[0]?.place ?? null,
          steps: figures.steps,
        },
      ),
    );
  }
  return found;
}
