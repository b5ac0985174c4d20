import { isRefused, step, textValue, type Outcome, type Step } from '../core';
import { CellProblem, type Answer, type Explained } from './cell';

/** Refusals that say the data or the rulebook has no answer; all others say that an argument is wrong. */
const NO_ANSWER: ReadonlySet<string> = new Set([
  'wlz.outside-rulebook',
  'wlz.percentage-unknown',
  'wlz.tariff-not-listed',
  'wlz.no-volume-ceiling',
]);

/**
 * A result of core as a cell's answer: its step first, then what a reader should know, then the context.
 * Errors: #N/A or #VALUE! with the first reason when core refuses.
 */
export function explainWorked<T>(
  outcome: Outcome<T>,
  answer: (value: T) => Answer,
  context: readonly Step[] = [],
): Explained {
  if (isRefused(outcome as object)) {
    const [issue] = (
      outcome as { readonly issues: readonly { code: string; facts: CellProblem['problem']['facts'] }[] }
    ).issues;
    const problem = { code: issue?.code ?? 'functions.defect', facts: issue?.facts ?? {} };
    throw new CellProblem(NO_ANSWER.has(problem.code) ? 'missing' : 'value', problem);
  }
  const { value, step: root, notices } = outcome as Exclude<Outcome<T>, { issues: unknown }>;
  return {
    value: answer(value),
    steps: [root, ...notices.map(({ code, facts }) => step({ code, facts }, textValue('–'))), ...context],
  };
}
