import type { Rulebook } from '../rulebook';
import { notChecked } from '../checks/finding';
import type { Finding } from '../checks/outcome';
import { ruleEntry } from './register';

/**
 * The active rules of a rulebook that a prognosis can’t show: each a finding that says so and by which command
 * it is worked out. Rules that were spoken of already are left out. Errors: none.
 * @example notInPrognosis(findRulebook('zwolle-2020'), new Set()).some((found) => found.rule === 'ZWO-04') // true
 * @example notInPrognosis(findRulebook('zutphen-2023'), new Set()).length // 0
 */
export function notInPrognosis(rulebook: Rulebook, spoken: ReadonlySet<string>): Finding[] {
  return rulebook.rules.flatMap(({ id, status }) => {
    const entry = ruleEntry(id);
    if (status !== 'active' || entry === null || entry.doors.check || spoken.has(id)) return [];
    const { commands, functions } = entry.doors;
    return [
      notChecked(rulebook, id, {
        code: commands.length > 0 ? 'finance.not-in-prognosis' : 'finance.not-in-prognosis-function',
        facts: {
          commands: commands.map((name) => `plafondwijzer ${name}`),
          functions: functions.map((name) => `ZORG.${name}`),
        },
      }),
    ];
  });
}
