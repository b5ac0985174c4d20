import type { Rulebook } from '../rulebook';
import { findRule } from '../rulebook';
import type { Issue } from '../values';
import { refused } from './worked';
import type { DeliveryForm } from './wlz-terms';

/**
 * ZK-24: home technology is a product of its own, within MPT only. The issues with declaring it under a
 * delivery form; none when it may. A rulebook without the rule has nothing against it.
 * @example homeTechnologyIssues(findRulebook('zilveren-kruis-wlz-2022'), 'MPT') // []
 */
export function homeTechnologyIssues(rulebook: Rulebook, form: DeliveryForm): readonly Issue[] {
  if (form === 'MPT' || !findRule(rulebook, 'ZK-24')) return [];
  return refused('wlz.home-technology-form', { form }).issues;
}
