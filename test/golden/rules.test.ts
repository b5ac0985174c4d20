import {
  CoreError,
  deriveRulebook,
  findRulebook,
  formatMoney,
  listRulebooks,
  parameterOn,
  parseDate,
  addDays,
  recompute,
  type Rulebook,
  type Step,
} from '../../src/core';
import { CALLS } from './rules/calls';
import { EDGES, goldenCases, validityCases, type GoldenCase, type JsonObject } from './rules/case';
import { attempt } from './rules/calls/values';

const cases = goldenCases();
const validities = validityCases();

function bookOf({ book, set }: Pick<GoldenCase, 'book' | 'set'>): Rulebook {
  const base = findRulebook(book);
  if (set === undefined) return base;
  const derived = deriveRulebook(base, {
    id: 'eigen',
    set,
    exclude: [],
    raise: [],
    year: null,
    purchaser: null,
  });
  if (!('rulebook' in derived)) throw new Error(JSON.stringify(derived.issues));
  return derived.rulebook;
}

function valueOf({ value }: Step): string {
  switch (value.kind) {
    case 'money':
      return formatMoney(value.value);
    case 'quantity':
    case 'ratio':
      return value.value.toFixed();
    default:
      return value.value;
  }
}

const flat = (steps: readonly Step[]): Step[] => steps.flatMap((step) => [step, ...flat(step.parts)]);

describe('golden cases, worked out by hand', () => {
  it.each(cases.map((one) => [`${one.rule} (${one.book}, ${one.edge}): ${one.case}`, one] as const))(
    '%s',
    (_, one) => {
      const call = CALLS[one.call];
      if (!call) throw new Error(`No call ${one.call}`);
      const rulebook = bookOf(one);
      const answer = attempt(() => call(rulebook, one.in, one.rule));
      const asked: JsonObject = Object.fromEntries(
        Object.keys(one.out).map((key) => [key, answer.out[key] ?? null]),
      );
      expect(asked).toEqual(one.out);
      for (const step of answer.steps) recompute(step);
      const all = flat(answer.steps);
      const values = all.map(valueOf);
      expect((one.steps ?? []).filter((value) => !values.includes(value))).toEqual([]);
      // A case that lists steps shows that they, or what was found with them, cite the rule.
      const found = Array.isArray(answer.out['findings']) && answer.out['findings'].length > 0;
      if (one.steps !== undefined && !found) expect(all.map(({ rule }) => rule)).toContain(one.rule);
    },
  );

  it('are complete: a known edge, arithmetic, and something that is compared', () => {
    for (const one of cases) {
      expect(EDGES).toContain(one.edge);
      expect(one.hand.length).toBeGreaterThan(1);
      expect(Object.keys(one.out).length).toBeGreaterThan(0);
      expect(one.in).toBeDefined();
    }
    const titles = cases.map(({ rule, book, set, edge, case: title }) =>
      JSON.stringify([rule, book, set, edge, title]),
    );
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

describe('validity of every parameter: day before, first day, last day, day after', () => {
  const on = (
    book: string,
    parameter: string,
    day: string,
    when: Readonly<Record<string, string>>,
  ): string | null | undefined => {
    try {
      return parameterOn(findRulebook(book), parameter, parseDate(day), when).text;
    } catch (error) {
      if (error instanceof CoreError && error.code === 'parameter-not-valid') return undefined;
      throw error;
    }
  };

  it.each(
    validities.map(
      (one) =>
        [`${one.rule} ${one.book} ${one.parameter} ${Object.values(one.when ?? {}).join(' ')}`, one] as const,
    ),
  )('%s', (_, { book, parameter, when = {}, from, until, value, before, after }) => {
    expect([
      on(book, parameter, addDays(parseDate(from), -1), when),
      on(book, parameter, from, when),
      on(book, parameter, until, when),
      on(book, parameter, addDays(parseDate(until), 1), when),
    ]).toEqual([before, value, value, after]);
  });

  it('covers every value of every parameter of every shipped rulebook', () => {
    const key = (book: string, parameter: string, rule: string, from: string, when: unknown): string =>
      JSON.stringify([book, rule, parameter, from, Object.entries((when ?? {}) as object).sort()]);
    const listed = validities.map(({ book, parameter, rule, from, when }) =>
      key(book, parameter, rule, from, when),
    );
    const shipped = listRulebooks().flatMap((book) =>
      book.parameters.flatMap((parameter) =>
        parameter.values.map(({ from, when }) => key(book.id, parameter.id, parameter.rule, from, when)),
      ),
    );
    expect(shipped.filter((one) => !listed.includes(one))).toEqual([]);
    expect(listed.filter((one) => !shipped.includes(one))).toEqual([]);
  });
});
