import type { z } from 'zod';
import { parseDate, type IsoDate } from '../values/date';
import { Decimal } from '../values/decimal';
import { CoreError } from '../values/error';
import {
  dateValue,
  moneyValue,
  quantityValue,
  ratioValue,
  textValue,
  type Issue,
  type LocalText,
  type Value,
} from '../values/message';
import { roundToCents } from '../values/money';
import { step, type Source, type Step } from '../values/step';
import { rulebookSchema, type Rulebook, type RulebookParameter } from './schema';

/**
 * Reads a rulebook from parsed JSON. Everything wrong is told at once, each with the path in the file, what
 * was found and what was expected.
 * @example 'rulebook' in parseRulebook({}, 'eigen.json') // false
 */
export function parseRulebook(
  json: unknown,
  file: string,
): { readonly rulebook: Rulebook } | { readonly issues: readonly Issue[] } {
  const result = rulebookSchema.safeParse(json);
  if (result.success) return { rulebook: result.data };
  return { issues: result.error.issues.flatMap((issue) => toIssues(issue, json, file)) };
}

const TYPES: ReadonlySet<string> = new Set(['string', 'number', 'array', 'object', 'record']);

/** An example of what a field with a fixed form may hold. */
const EXAMPLES: readonly (readonly [RegExp, string])[] = [
  [/version$/, '1.0.0'],
  [/(^|\.)rule$|rules\[\d+\]\.id$/, 'ZUT-02'],
];

function toIssues(issue: z.core.$ZodIssue, json: unknown, file: string): Issue[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const at = (parts: readonly (string | number)[], found: string, expected: string): Issue => ({
    level: 'error',
    code: 'rulebook.invalid',
    place: { file, path: showPath(parts) },
    facts: { found, expected },
  });
  const found = describe(valueAt(json, path));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        level: 'error',
        code: 'rulebook.unknown-key',
        place: { file, path: showPath([...path, key]) },
        facts: { key },
      }));
    case 'invalid_type':
      return TYPES.has(issue.expected)
        ? [
            {
              level: 'error',
              code: `rulebook.expected-type-${issue.expected}`,
              place: { file, path: showPath(path) },
              facts: { found },
            },
          ]
        : [at(path, found, issue.expected)];
    case 'invalid_value':
      return [at(path, found, issue.values.map((value) => JSON.stringify(value)).join(' | '))];
    case 'invalid_format':
      return [
        {
          level: 'error',
          code: 'rulebook.expected-form',
          place: { file, path: showPath(path) },
          facts: {
            found,
            pattern: 'pattern' in issue && issue.pattern ? issue.pattern : issue.format,
            example: EXAMPLES.find(([name]) => name.test(showPath(path)))?.[1] ?? 'zutphen-2023',
          },
        },
      ];
    case 'too_small':
      return [at(path, found, `≥ ${String(issue.minimum)}`)];
    case 'custom': {
      const expected: unknown = issue.params?.['expected'];
      return [
        {
          level: 'error',
          code: `rulebook.expected-${typeof expected === 'string' ? expected : 'other'}`,
          place: { file, path: showPath(path) },
          facts: { found },
        },
      ];
    }
    default:
      return [at(path, found, issue.code)];
  }
}

function valueAt(json: unknown, path: readonly (string | number)[]): unknown {
  let value: unknown = json;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

function describe(value: unknown): string {
  if (value === undefined) return '–';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function showPath(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

/** A parameter's value as it holds on a day, with its ground. `text` null: off, or not known. */
export interface ParameterOn {
  readonly parameter: RulebookParameter;
  readonly text: string | null;
  readonly source: Source;
  /** Why it is assumed, where the source is silent. */
  readonly assumed: LocalText | null;
}

/** For whom a parameter is asked: sector, kind and the like. */
export type When = Readonly<Record<string, string>>;

/**
 * The value of a parameter on a day, for whoever `when` says: the value with the most conditions that all
 * hold; one without conditions is for everyone. No fall-back to an expired value.
 * Errors: `parameter-unknown`, `parameter-not-valid`.
 */
export function parameterOn(rulebook: Rulebook, id: string, on: IsoDate, when: When = {}): ParameterOn {
  const parameter = rulebook.parameters.find((candidate) => candidate.id === id);
  if (!parameter) throw new CoreError('parameter-unknown', { rulebook: rulebook.id, parameter: id });
  const [value] = parameter.values
    .filter((candidate) => candidate.from <= on && on <= candidate.until)
    .filter((candidate) =>
      Object.entries(candidate.when ?? {}).every(([name, asked]) => when[name] === asked),
    )
    .sort((a, b) => Object.keys(b.when ?? {}).length - Object.keys(a.when ?? {}).length);
  if (!value) throw new CoreError('parameter-not-valid', { rulebook: rulebook.id, parameter: id, on });
  return { parameter, text: value.value, source: value.source, assumed: value.assumed };
}

const NOT_NUMBERS: ReadonlySet<RulebookParameter['unit']> = new Set(['choice', 'switch', 'date']);

/** A numeric parameter, null when it is off. Errors: as `parameterOn`, `parameter-wrong-unit`. */
export function numberOn(rulebook: Rulebook, id: string, on: IsoDate, when: When = {}): Decimal | null {
  const found = parameterOn(rulebook, id, on, when);
  if (NOT_NUMBERS.has(found.parameter.unit)) {
    throw new CoreError('parameter-wrong-unit', {
      rulebook: rulebook.id,
      parameter: id,
      found: found.parameter.unit,
      expected: 'number',
    });
  }
  return found.text === null ? null : new Decimal(found.text);
}

/** A parameter that is a word; null when off. */
export const choiceOn = (rulebook: Rulebook, id: string, on: IsoDate, when: When = {}): string | null =>
  parameterOn(rulebook, id, on, when).text;

/** A parameter that is a day; null when off. Errors: as `parameterOn`, `parameter-wrong-unit`. */
export function dateOn(rulebook: Rulebook, id: string, on: IsoDate, when: When = {}): IsoDate | null {
  const { parameter, text } = parameterOn(rulebook, id, on, when);
  if (parameter.unit !== 'date') {
    throw new CoreError('parameter-wrong-unit', {
      rulebook: rulebook.id,
      parameter: id,
      found: parameter.unit,
      expected: 'date',
    });
  }
  return text === null ? null : parseDate(text);
}

/** A parameter as a step of a calculation: its value, rule, source, and the reason when it is assumed. */
export function parameterStep(rulebook: Rulebook, id: string, on: IsoDate, when: When = {}): Step {
  const { parameter, text, source, assumed } = parameterOn(rulebook, id, on, when);
  return step(
    { code: 'steps.parameter', facts: { description: parameter.description } },
    parameterValue(parameter, text),
    {
      operator: 'parameter',
      rule: parameter.rule,
      source,
      assumed: assumed ? { code: 'steps.assumed', facts: { reason: assumed, parameter: id } } : null,
    },
  );
}

function parameterValue(parameter: RulebookParameter, text: string | null): Value {
  if (text === null) return textValue('–');
  switch (parameter.unit) {
    case 'euro':
      return moneyValue(roundToCents(new Decimal(text)));
    case 'ratio':
      return ratioValue(new Decimal(text));
    case 'days':
    case 'months':
    case 'factor':
      return quantityValue(new Decimal(text), null);
    case 'date':
      return dateValue(parseDate(text));
    case 'choice':
    case 'switch':
      return textValue(text);
  }
}

/** A rule of the rulebook by its id, or null. */
export const findRule = (rulebook: Rulebook, id: string): Rulebook['rules'][number] | null =>
  rulebook.rules.find((rule) => rule.id === id) ?? null;

/** The source of a rule, or null when the rulebook doesn't have the rule. */
export const ruleSource = (rulebook: Rulebook, id: string): Source | null =>
  findRule(rulebook, id)?.source ?? null;
