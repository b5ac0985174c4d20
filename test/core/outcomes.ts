import { isRefused, parseRulebook, recompute, type Outcome, type Rulebook } from '../../src/core';
import { say } from '../../src/messages';

/** A value as the test writes it, or the codes of what is wrong. Every sentence has to exist, every step to add up. */
export function show<Value, Shown>(
  outcome: Outcome<Value>,
  shown: (value: Value) => Shown,
): Shown | string[] {
  if (isRefused(outcome)) {
    for (const issue of outcome.issues) expect(say(issue, 'nl')).not.toMatch(/^wlz\.|[{}]/);
    return outcome.issues.map((issue) => issue.code);
  }
  expect(recompute(outcome.step)).toBeGreaterThanOrEqual(0);
  return shown(outcome.value);
}

/** A rulebook with some parameters set otherwise. */
export function derived(book: Rulebook, values: Record<string, string | null>): Rulebook {
  const copy = JSON.parse(JSON.stringify(book)) as Rulebook;
  for (const parameter of copy.parameters) {
    if (!(parameter.id in values)) continue;
    for (const value of parameter.values) value.value = values[parameter.id] ?? null;
  }
  const parsed = parseRulebook(copy, 'eigen.json');
  if ('issues' in parsed) throw new Error(parsed.issues.map((issue) => say(issue, 'en')).join('\n'));
  return parsed.rulebook;
}
