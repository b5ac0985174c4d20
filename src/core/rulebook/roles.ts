import { ruleSource } from './rulebook';
import { ROLES, type Role, type Rulebook } from './schema';
import type { Source } from '../values/step';

/**
 * The rules that play a role when the rulebook doesn't say: the first of them that it lists. Ids of the
 * first rulebook this product knew; other purchasers say their own under `roles`.
 */
const USUAL: Readonly<Record<Role, readonly string[]>> = {
  ceiling: ['ZUT-02'],
  'zero-ceiling': ['ZUT-01'],
  'year-end': ['ZUT-03'],
  'case-budget': ['ZUT-04'],
  'other-providers': ['ZUT-05'],
  excluded: ['ZUT-06'],
  'not-raised': ['ZUT-07'],
  raise: ['ZUT-09'],
  'next-ceiling': ['ZUT-10'],
  'separate-domains': ['ZUT-11'],
  'no-guarantee': ['ZUT-12'],
  liability: [],
  matching: ['IJS-08', 'ZUT-02'],
  scope: ['NAT-01'],
  signal: ['NAT-02'],
  'payable-above': ['NAT-03'],
  'pro-rata': ['NAT-04'],
  lag: ['NAT-05'],
};

/** The rule cited for a ceiling when a rulebook has none of its own: our own check, not a purchaser’s. */
export const OWN_CEILING_RULE = 'CHK-30';

export { ROLES, type Role };

/**
 * The rule of this rulebook that plays a role, so that a finding cites the rule of its own purchaser. Null:
 * the rulebook has no such rule, and nothing is said about it.
 * @example ruleFor(findRulebook('zutphen-2023'), 'ceiling') // 'ZUT-02'
 * @example ruleFor(findRulebook('achterhoek-2021'), 'ceiling') // 'ACH-01'
 * @example ruleFor(findRulebook('achterhoek-2021'), 'next-ceiling') // null
 */
export function ruleFor(rulebook: Rulebook, role: Role, domain: string | null = null): string | null {
  const stated = rulebook.roles?.[role];
  if (stated === undefined) {
    return USUAL[role].find((id) => rulebook.rules.some((rule) => rule.id === id)) ?? null;
  }
  if (stated === null || typeof stated === 'string') return stated;
  return domain === null ? (Object.values(stated)[0] ?? null) : (stated[domain] ?? null);
}

/** The rule of the ceiling itself; `CHK-30` when the rulebook has none. */
export const ceilingRule = (rulebook: Rulebook, domain: string | null = null): string =>
  ruleFor(rulebook, 'ceiling', domain) ?? OWN_CEILING_RULE;

/** Rule and source of a step, when the rulebook has that rule; otherwise neither. */
export function groundOf(
  rulebook: Rulebook,
  rule: string | null,
): { readonly rule: string | null; readonly source: Source | null } {
  const source = rule === null ? null : ruleSource(rulebook, rule);
  return source === null ? { rule: null, source: null } : { rule, source };
}
