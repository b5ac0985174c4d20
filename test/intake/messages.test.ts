import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { intakeMessages } from '../../src/messages/catalogues/intake';

const SOURCE = join(__dirname, '../../src/intake');

const usedCodes = new Set(
  readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap(
      (name) => readFileSync(join(SOURCE, name), 'utf8').match(/(?<=')intake\.[a-z0-9-]+(?=')/g) ?? [],
    ),
);

test('every code has its sentences, and every sentence its code', () => {
  expect([...usedCodes].sort()).toEqual(Object.keys(intakeMessages).sort());
});

interface Node {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
}

const LITERAL = 0;
const POUND = 7;

const factsOf = (nodes: readonly Node[]): string[] =>
  nodes.flatMap(({ type, value, options }) => [
    ...(type === LITERAL || type === POUND || value === undefined ? [] : [value]),
    ...Object.values(options ?? {}).flatMap((option) => factsOf(option.value)),
  ]);

test.each(Object.entries(intakeMessages))('%s uses the same facts in both languages', (_, { nl, en }) => {
  const facts = (text: string, language: string): string[] => [
    ...new Set(factsOf(new IntlMessageFormat(text, language).getAst() as readonly Node[]).sort()),
  ];
  expect(facts(nl, 'nl')).toEqual(facts(en, 'en'));
});
