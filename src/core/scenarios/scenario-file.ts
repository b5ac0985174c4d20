import * as z from 'zod/mini';
import { Decimal, isMonth, parseMoney, type Issue, type Month } from '../values';
import type { Assumption, Knob, Scenario } from './scenario';

const name = z.string().check(z.minLength(1));
const decimal = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));
const money = z.string().check(z.regex(/^-?\d+(\.\d{1,2})?$/));
const month = z.string().check(z.refine((text) => isMonth(text)));
const optionalMonth = z.optional(z.nullable(month));
const scopeName = z.optional(z.nullable(name));

const scope = {
  provider: scopeName,
  domain: scopeName,
  product: scopeName,
  from: optionalMonth,
  until: optionalMonth,
};

const assumption = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('growth'), rate: decimal, ...scope }),
  z.strictObject({ kind: z.literal('tariff'), rate: decimal, ...scope }),
  z.strictObject({
    kind: z.literal('intake'),
    provider: z.optional(z.string()),
    domain: name,
    product: name,
    from: optionalMonth,
    until: optionalMonth,
    clientsPerMonth: decimal,
    monthsInCare: z.int().check(z.positive()),
    quantityPerMonth: decimal,
    tariff: decimal,
  }),
  z.strictObject({
    kind: z.literal('ceiling'),
    provider: z.optional(z.string()),
    domain: name,
    amount: money,
  }),
  z.strictObject({
    kind: z.enum(['budget', 'contribution']),
    domain: name,
    name,
    amount: money,
    certain: z.boolean(),
  }),
]);

const file = z.strictObject({
  version: z.literal(1),
  scenarios: z.array(z.strictObject({ name, assumptions: z.array(assumption) })),
  sensitivity: z.optional(
    z.array(z.strictObject({ name, low: z.array(assumption), high: z.array(assumption) })),
  ),
});

/** Scenarios and knobs as a user writes them: JSON, numbers as decimal text, rates as fractions. */
export interface ScenarioFile {
  readonly scenarios: readonly Scenario[];
  readonly knobs: readonly Knob[];
}

const monthOrNull = (text: string | null | undefined): Month | null =>
  text !== undefined && text !== null && isMonth(text) ? text : null;

function toAssumption(read: z.infer<typeof assumption>): Assumption {
  switch (read.kind) {
    case 'growth':
    case 'tariff':
      return {
        kind: read.kind,
        rate: new Decimal(read.rate),
        provider: read.provider ?? null,
        domain: read.domain ?? null,
        product: read.product ?? null,
        from: monthOrNull(read.from),
        until: monthOrNull(read.until),
      };
    case 'intake':
      return {
        ...read,
        provider: read.provider ?? '',
        from: monthOrNull(read.from),
        until: monthOrNull(read.until),
        clientsPerMonth: new Decimal(read.clientsPerMonth),
        quantityPerMonth: new Decimal(read.quantityPerMonth),
        tariff: new Decimal(read.tariff),
      };
    case 'ceiling':
      return { ...read, provider: read.provider ?? '', amount: parseMoney(read.amount) };
    case 'budget':
    case 'contribution':
      return { ...read, amount: parseMoney(read.amount) };
  }
}

/**
 * Scenarios from parsed JSON. Everything wrong is told at once, each with the path in the file.
 * @example 'issues' in parseScenarios({ version: 1, scenarios: [{ name: 'x', assumptions: [{ kind: 'groei' }] }] }, 'scenario.json') // true
 */
export function parseScenarios(
  json: unknown,
  fileName: string,
): { readonly file: ScenarioFile } | { readonly issues: readonly Issue[] } {
  const result = file.safeParse(json);
  if (!result.success) {
    return {
      issues: result.error.issues.map((issue) => ({
        level: 'error',
        code: 'scenarios.not-valid',
        place: { file: fileName, path: pathOf(issue.path) },
        facts: { found: found(json, issue.path) },
      })),
    };
  }
  const { scenarios, sensitivity } = result.data;
  const all = (list: readonly z.infer<typeof assumption>[]): Assumption[] => list.map(toAssumption);
  return {
    file: {
      scenarios: scenarios.map((entry) => ({ name: entry.name, assumptions: all(entry.assumptions) })),
      knobs: (sensitivity ?? []).map((knob) => ({
        name: knob.name,
        low: all(knob.low),
        high: all(knob.high),
      })),
    },
  };
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );

/** What stands at the path, in short. */
function found(json: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = json;
  for (const part of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined;
  if (at === undefined) return '–';
  const text = typeof at === 'string' ? at : JSON.stringify(at);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
