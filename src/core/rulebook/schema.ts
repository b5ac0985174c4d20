import * as z from 'zod/mini';
import { isIsoDate, type IsoDate } from '../values/date';

/**
 * The shape of a rulebook file, shipped or a user's own: plain JSON. Every parameter carries value, unit,
 * validity and source, and says in `assumed` why where the source leaves it open. `custom` issues carry a
 * message code in `params` so that they can be told in both languages.
 */
const word = z.string().check(z.minLength(1));

const both = z.strictObject({ nl: word, en: word });

/** The check makes the text a day; only the type doesn't follow from it by itself. */
const day = z
  .string()
  .check(z.refine((text) => isIsoDate(text), { params: { expected: 'date' } })) as unknown as z.ZodMiniType<
  IsoDate,
  string
>;

const identifier = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]*$/));

const ruleId = z.string().check(z.regex(/^[A-Z][A-Z0-9]*-[0-9]{2}[a-z]?$/));

const source = z.strictObject({ document: word, place: word });

const validity = z
  .strictObject({ from: day, until: day })
  .check(z.refine((span) => span.from <= span.until, { params: { expected: 'validity-order' } }));

export const UNITS = ['euro', 'ratio', 'days', 'months', 'choice', 'factor', 'switch', 'date'] as const;

/** What a rule does when a workbook is checked, so that a finding cites the purchaser's own rule. */
export const ROLES = [
  'ceiling',
  'zero-ceiling',
  'year-end',
  'case-budget',
  'other-providers',
  'excluded',
  'not-raised',
  'raise',
  'next-ceiling',
  'separate-domains',
  'no-guarantee',
  'liability',
  'matching',
  'scope',
  'signal',
  'payable-above',
  'pro-rata',
  'lag',
] as const;
export type Role = (typeof ROLES)[number];

/** A rule for every domain, one per domain, or null: this rulebook has no such rule. */
const roleRule = z.optional(z.nullable(z.union([ruleId, z.record(word, ruleId)])));

const roles = z.strictObject(
  Object.fromEntries(ROLES.map((role) => [role, roleRule])) as Record<Role, typeof roleRule>,
);

const parameterValue = z.strictObject({
  /** Decimal text for numbers, a word for `choice`, `on`/`off` for `switch`, a day for `date`; null: off or unknown. */
  value: z.nullable(z.string()),
  /** For whom this value is, such as `{ "sector": "V&V", "kind": "existing" }`; absent: for everyone. */
  when: z.optional(z.record(identifier, word)),
  from: day,
  until: day,
  source,
  assumed: z.nullable(both),
});

/** Conditions in one spelling, so that the order in which they are written doesn't matter. */
export const whenKey = (when: Readonly<Record<string, string>> | undefined): string =>
  Object.entries(when ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

const NUMBER = /^-?\d+(\.\d+)?$/;

const parameter = z
  .strictObject({
    id: identifier,
    rule: ruleId,
    unit: z.enum(UNITS),
    description: both,
    /** The words a `choice` may take. */
    choices: z.optional(z.array(identifier).check(z.minLength(2))),
    values: z.array(parameterValue).check(z.minLength(1)),
  })
  .check(
    z.superRefine((entry, context) => {
      entry.values.forEach((value, index) => {
        const fail = (expected: string, key: string): void => {
          context.addIssue({ code: 'custom', path: ['values', index, key], params: { expected } });
        };
        if (value.from > value.until) fail('validity-order', 'until');
        const text = value.value;
        if (text === null) return;
        if (entry.unit === 'date') {
          if (!isIsoDate(text)) fail('date', 'value');
        } else if (entry.unit === 'switch' && text !== 'on' && text !== 'off') fail('on-or-off', 'value');
        else if (entry.unit === 'choice' && !(entry.choices ?? []).includes(text))
          fail('one-of-choices', 'value');
        else if (entry.unit !== 'switch' && entry.unit !== 'choice' && !NUMBER.test(text)) {
          fail('decimal-text', 'value');
        }
      });
      const sorted = entry.values
        .map((value, index) => ({ ...value, index }))
        .sort((a, b) => (a.from < b.from ? -1 : 1));
      const lastOf = new Map<string, (typeof sorted)[number]>();
      sorted.forEach((value) => {
        const whom = whenKey(value.when);
        const previous = lastOf.get(whom);
        lastOf.set(whom, value);
        if (previous && value.from <= previous.until) {
          context.addIssue({
            code: 'custom',
            path: ['values', value.index, 'from'],
            params: { expected: 'no-overlap' },
          });
        }
      });
      if (entry.unit === 'choice' && !entry.choices) {
        context.addIssue({ code: 'custom', path: ['choices'], params: { expected: 'choices' } });
      }
    }),
  );

const productGroup = z
  .strictObject({
    id: identifier,
    rule: ruleId,
    treatment: z.enum(['excluded', 'volume-raised']),
    description: both,
    /** Every word of a name must stand in the product's description. */
    names: z.array(z.string().check(z.minLength(2))),
    /** Codes a derived rulebook may list beside the names. */
    codes: z.array(word),
    domains: z.array(word),
    source,
    assumed: z.nullable(both),
  })
  .check(
    z.refine((group) => group.names.length + group.codes.length > 0, {
      params: { expected: 'names-or-codes' },
    }),
  );

const rule = z.strictObject({
  id: ruleId,
  text: both,
  source,
  /** `active`: computed or checked. `information`: guides the reader, nothing to compute. */
  status: z.enum(['active', 'information']),
});

function unique<T>(items: readonly T[], key: (item: T) => string): number {
  const seen = new Set<string>();
  return items.findIndex((item) => {
    const id = key(item);
    if (seen.has(id)) return true;
    seen.add(id);
    return false;
  });
}

export const rulebookSchema = z
  .strictObject({
    schema: z.literal(1),
    id: identifier,
    version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
    title: both,
    purchaser: word,
    validity,
    domains: z.array(word).check(z.minLength(1)),
    documents: z.record(word, word),
    rules: z.array(rule).check(z.minLength(1)),
    parameters: z.array(parameter),
    productGroups: z.array(productGroup),
    /** Which rule plays which role; absent: the usual ids (`roles.ts`). */
    roles: z.optional(roles),
    /** The rulebook this one was derived from. */
    basedOn: z.optional(z.strictObject({ id: identifier, version: word })),
  })
  .check(
    z.superRefine((book, context) => {
      const fail = (path: (string | number)[], expected: string): void => {
        context.addIssue({ code: 'custom', path, params: { expected } });
      };
      const lists = [
        ['rules', unique(book.rules, (item) => item.id)],
        ['parameters', unique(book.parameters, (item) => item.id)],
        ['productGroups', unique(book.productGroups, (item) => item.id)],
      ] as const;
      for (const [list, index] of lists) if (index >= 0) fail([list, index, 'id'], 'unique-id');
      const rules = new Set(book.rules.map((item) => item.id));
      const cite = (path: (string | number)[], cited: { document: string }): void => {
        if (!(cited.document in book.documents)) fail([...path, 'source', 'document'], 'listed-document');
      };
      for (const [role, stated] of Object.entries(book.roles ?? {})) {
        const named = typeof stated === 'string' ? [stated] : Object.values(stated ?? {});
        if (named.some((id) => !rules.has(id))) fail(['roles', role], 'listed-rule');
      }
      book.rules.forEach((item, index) => cite(['rules', index], item.source));
      book.parameters.forEach((item, index) => {
        if (!rules.has(item.rule)) fail(['parameters', index, 'rule'], 'listed-rule');
        item.values.forEach((value, at) => cite(['parameters', index, 'values', at], value.source));
      });
      book.productGroups.forEach((item, index) => {
        if (!rules.has(item.rule)) fail(['productGroups', index, 'rule'], 'listed-rule');
        cite(['productGroups', index], item.source);
      });
    }),
  );

/** A rulebook as in its file. */
export type Rulebook = z.infer<typeof rulebookSchema>;
export type RulebookParameter = Rulebook['parameters'][number];
export type ProductGroup = Rulebook['productGroups'][number];
