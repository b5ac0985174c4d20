import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  CoreError,
  findRulebook,
  listRulebooks,
  numberOn,
  parameterOn,
  parameterStep,
  parseDate,
  parseRulebook,
  type Rulebook,
} from '../../../src/core';
import { say } from '../../../src/messages';

const rulebook = findRulebook('zutphen-2023');
type Json = Record<string, unknown>;
const copy = (): Json & { parameters: Json[]; rules: Json[] } => JSON.parse(JSON.stringify(rulebook));
const problems = (json: unknown): string[] => {
  const parsed = parseRulebook(json, 'eigen.json');
  return 'issues' in parsed ? parsed.issues.map((issue) => `${issue.code} ${issue.place.path ?? ''}`) : [];
};

describe('rulebooks', () => {
  it('every shipped rulebook is valid, and every parameter covers its whole validity without a gap', () => {
    const files = readdirSync(path.join(__dirname, '../../../src/core/rulebooks'));
    expect(
      listRulebooks()
        .map((book) => `${book.id}.json`)
        .sort(),
    ).toEqual(files.filter((file) => file.endsWith('.json')).sort());
    for (const book of listRulebooks()) {
      expect([book.id, problems(book)]).toEqual([book.id, []]);
      for (const parameter of book.parameters) {
        const spans = [...parameter.values].sort((a, b) => (a.from < b.from ? -1 : 1));
        expect([parameter.id, spans[0]?.from, spans.at(-1)?.until]).toEqual([
          parameter.id,
          book.validity.from,
          book.validity.until,
        ]);
      }
    }
  });

  it('zutphen-2023 has ZUT-01 to ZUT-12 and NAT-01 to NAT-05', () => {
    const ids = rulebook.rules.map((rule) => rule.id);
    const wanted = [...Array(12).keys()]
      .map((n) => `ZUT-${String(n + 1).padStart(2, '0')}`)
      .concat([...Array(5).keys()].map((n) => `NAT-0${n + 1}`));
    expect(ids).toEqual(expect.arrayContaining(wanted));
  });

  it('a parameter holds on its first and last day, not the day before or after', () => {
    const on = (day: string): string | null => parameterOn(rulebook, 'payable-above', parseDate(day)).text;
    expect([on('2023-01-01'), on('2023-12-31')]).toEqual(['nothing', 'nothing']);
    for (const day of ['2022-12-31', '2024-01-01']) expect(() => on(day)).toThrow(CoreError);
    expect(() => parameterOn(rulebook, 'no-such', parseDate('2023-06-01'))).toThrow(/parameter-unknown/);
    expect(() => numberOn(rulebook, 'payable-above', parseDate('2023-06-01'))).toThrow(
      /parameter-wrong-unit/,
    );
    expect(numberOn(rulebook, 'signal-threshold', parseDate('2023-06-01'))).toBeNull();
  });

  it('says why a parameter is assumed, in both languages', () => {
    const { assumed } = parameterStep(rulebook, 'exhaustion-spread', parseDate('2023-06-01'));
    if (!assumed) throw new Error('not assumed');
    expect(say(assumed, 'nl')).toContain('gelijk over zijn dagen verdeeld');
    expect(say(assumed, 'en')).toContain('evenly over its days');
  });

  it.each<[string, (json: ReturnType<typeof copy>) => unknown, string]>([
    ['a missing field', (json) => ({ ...json, title: undefined }), 'rulebook.expected-type-object title'],
    ['an unknown field', (json) => ({ ...json, tittle: 1 }), 'rulebook.unknown-key tittle'],
    [
      'a date that does not exist',
      (json) => ({ ...json, validity: { from: '2023-02-30', until: '2023-12-31' } }),
      'rulebook.expected-date validity.from',
    ],
    [
      'validity back to front',
      (json) => ({ ...json, validity: { from: '2023-12-31', until: '2023-01-01' } }),
      'rulebook.expected-validity-order validity',
    ],
    [
      'an unknown unit',
      (json) => (Object.assign(json.parameters[0] ?? {}, { unit: 'gulden' }), json),
      'rulebook.invalid parameters[0].unit',
    ],
    [
      'a double id',
      (json) => (Object.assign(json.parameters[1] ?? {}, { id: json.parameters[0]?.['id'] }), json),
      'rulebook.expected-unique-id parameters[1].id',
    ],
    [
      'an unlisted rule',
      (json) => (Object.assign(json.parameters[0] ?? {}, { rule: 'XYZ-99' }), json),
      'rulebook.expected-listed-rule parameters[0].rule',
    ],
    ['not an object', () => [], 'rulebook.expected-type-object '],
  ])('%s is told with its path', (_what, change, expected) => {
    expect(problems(change(copy()))).toContain(expected);
  });

  it('an overlap and a decimal comma are told with their path', () => {
    const json = copy();
    const first = json.parameters.find(
      (parameter) => parameter['id'] === 'next-year-growth',
    ) as unknown as Rulebook['parameters'][number];
    const value = first.values[0];
    if (!value) throw new Error('no value');
    Object.assign(first, { values: [{ ...value, value: '0,02' }, value] });
    const index = json.parameters.indexOf(first as unknown as Json);
    expect(problems(json)).toEqual(
      expect.arrayContaining([
        `rulebook.expected-decimal-text parameters[${index}].values[0].value`,
        expect.stringContaining(`rulebook.expected-no-overlap parameters[${index}].values[`),
      ]),
    );
  });

  it('a value for a sector and kind goes before one for everyone, whatever the order of conditions', () => {
    const json = copy();
    const growth = json.parameters.find((parameter) => parameter['id'] === 'next-year-growth') as unknown as {
      values: Record<string, unknown>[];
    };
    const [general] = growth.values;
    growth.values.push(
      { ...general, value: '0.01', when: { sector: 'GZ' } },
      { ...general, value: '0.02', when: { kind: 'new', sector: 'GZ' } },
    );
    const parsed = parseRulebook(json, 'eigen.json');
    if (!('rulebook' in parsed)) throw new Error('not valid');
    const value = (when: Record<string, string>): string | null =>
      parameterOn(parsed.rulebook, 'next-year-growth', parseDate('2023-06-01'), when).text;
    expect([
      value({}),
      value({ sector: 'V&V' }),
      value({ sector: 'GZ' }),
      value({ sector: 'GZ', kind: 'new' }),
    ]).toEqual(['0', '0', '0.01', '0.02']);
    growth.values.push({ ...general, value: '0.03', when: { sector: 'GZ', kind: 'new' } });
    expect(problems(json)).toHaveLength(1);
  });

  it('an unknown id names the ids there are', () => {
    expect(() => findRulebook('zutphen-1999')).toThrow(/zutphen-2023/);
  });
});
