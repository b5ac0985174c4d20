import { ruleFor, type Rulebook } from '../rulebook';

/** The parameters that filling and checking against ceilings read from a rulebook. */
export const CEILING_PARAMETERS = [
  'quarter-closing-days',
  'overrun-before-raises',
  'case-budget-basis',
  'exhaustion-spread',
  'running-month',
  'next-year-growth',
  'signal-threshold',
  'payable-above',
  'pro-rata',
  'incomplete-months',
  'completion-share',
  'declared-tolerance',
  'volume-tariff-tolerance',
  'volume-tariff-share',
  'jump-factor',
] as const;

/**
 * Which of those a rulebook lacks: empty when prognoses can be checked against ceilings with it.
 * @example missingCeilingParameters(findRulebook('zutphen-2023')).length // 0
 */
export const missingCeilingParameters = (rulebook: Rulebook): string[] =>
  CEILING_PARAMETERS.filter(
    (id) => id !== 'next-year-growth' || ruleFor(rulebook, 'next-ceiling') !== null,
  ).filter((id) => !rulebook.parameters.some((parameter) => parameter.id === id));
