import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listRulebooks, ROLES, ruleFor } from '../../../src/core';
import { RULE_REGISTER } from '../../../src/core/rules/register';
import { EDGES, goldenCases, validityCases, type Edge } from '../../golden/rules/case';

const CORE = join(__dirname, '../../../src/core');

/** Fewest golden cases of a rule that something is worked out for. */
const LEAST = 4;

const rulebooks = listRulebooks();
const rules = new Map(rulebooks.flatMap((book) => book.rules.map((rule) => [rule.id, rule] as const)));
const cases = goldenCases();
const validities = validityCases();

/** The text of a function of a file, up to the next declaration on the outer level. */
function bodyOf(file: string, name: string): string | null {
  const text = readFileSync(join(CORE, file), 'utf8');
  const start = new RegExp(`^(?:export )?(?:async )?(?:function\\*? |const )${name}\\b`, 'm').exec(text);
  if (!start) return null;
  const rest = text.slice(start.index + 1);
  const next = /^(?:export |function |const |interface |type |class |\/\*\*)/m.exec(rest);
  return text.slice(start.index, next ? start.index + 1 + next.index : undefined);
}

describe('the register of rules', () => {
  it('has every rule of every shipped rulebook once, and no other', () => {
    const listed = RULE_REGISTER.map(({ id }) => id);
    expect([...listed].sort()).toEqual([...rules.keys()].sort());
  });

  it.each(RULE_REGISTER.map((entry) => [entry.id, entry] as const))(
    '%s is worked out where the register says',
    (id, { code }) => {
      const active = rules.get(id)?.status === 'active';
      expect(code.length > 0).toBe(active);
      let cited = !active;
      for (const { file, name, role } of code) {
        const body = bodyOf(file, name);
        if (body === null) throw new Error(`${file} has no ${name}`);
        const text = readFileSync(join(CORE, file), 'utf8');
        if (role === undefined) {
          cited ||= text.includes(id);
          continue;
        }
        expect(ROLES).toContain(role);
        expect(body).toContain(`'${role}'`);
        const played = rulebooks.some((book) =>
          [null, ...book.domains].some((domain) => ruleFor(book, role, domain) === id),
        );
        expect([file, role, played]).toEqual([file, role, true]);
        cited = true;
      }
      // A group of products carries its rule in the rulebook itself.
      const inData = rulebooks.some((book) => book.productGroups.some((group) => group.rule === id));
      expect(cited || inData).toBe(true);
    },
  );

  it.each(RULE_REGISTER.filter(({ code }) => code.length > 0).map((entry) => [entry.id, entry] as const))(
    '%s has its golden cases',
    (id, { threshold }) => {
      const own = cases.filter(({ rule }) => rule === id);
      expect(own.length).toBeGreaterThanOrEqual(LEAST);
      const edges = new Set(own.map(({ edge }) => edge));
      const wanted: readonly Edge[] = threshold ? ['below', 'at', 'above'] : [];
      expect(wanted.filter((edge) => !edges.has(edge))).toEqual([]);
      for (const { edge } of own) expect(EDGES).toContain(edge);
    },
  );

  it('has no golden case or validity of an unknown rule', () => {
    const unknown = [...cases, ...validities].filter(({ rule }) => !rules.has(rule));
    expect(unknown.map(({ rule }) => rule)).toEqual([]);
  });

  it('is of no other shape than a door can be', () => {
    for (const { doors } of RULE_REGISTER) {
      for (const name of doors.functions) expect(name).toMatch(/^[A-Z]+$/);
      for (const name of doors.commands) expect(name).toMatch(/^[a-z]+$/);
    }
  });
});
