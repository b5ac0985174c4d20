import { ruleSource, type Rulebook } from '../rulebook';
import type { Finding, Severity } from './outcome';

/** A check that could not run, with the reason. */
export function notChecked(rulebook: Rulebook, rule: string, message: Finding['message']): Finding {
  return finding(rulebook, rule, 'notice', message, { notChecked: true });
}

/** A finding with the rule's own source from the rulebook unless told otherwise. */
export function finding(
  rulebook: Rulebook | null,
  rule: string,
  severity: Severity,
  message: Finding['message'],
  rest: Partial<Pick<Finding, 'amount' | 'location' | 'source' | 'steps' | 'notChecked'>> = {},
): Finding {
  return {
    rule,
    severity,
    notChecked: rest.notChecked ?? false,
    message,
    amount: rest.amount ?? null,
    location: rest.location ?? null,
    source: rest.source ?? (rulebook ? ruleSource(rulebook, rule) : null),
    steps: rest.steps ?? [],
  };
}
