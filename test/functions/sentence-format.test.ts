import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat as Whole } from 'intl-messageformat';
import { IntlMessageFormat as Small } from '../../src/functions/sentence-format';
import { CATALOGUE } from '../../src/messages';

/** Facts to say a sentence with: every option of a choice, several counts, ordinary text and numbers. */
function valuesOf(elements: readonly MessageFormatElement[], into: Map<string, Set<string | number>>): void {
  const of = (name: string): Set<string | number> => {
    const known = into.get(name) ?? new Set();
    into.set(name, known);
    return known;
  };
  for (const element of elements) {
    switch (element.type) {
      case TYPE.argument:
      case TYPE.date:
      case TYPE.time:
        if (of(element.value).size === 0) of(element.value).add('tekst {met} # haken');
        break;
      case TYPE.number:
        [0, 7, 1234567].forEach((count) => of(element.value).add(count));
        break;
      case TYPE.plural:
        of(element.value).delete('tekst {met} # haken');
        [0, 1, 2, 1234].forEach((count) => of(element.value).add(count));
        Object.values(element.options).forEach((option) => valuesOf(option.value, into));
        break;
      case TYPE.select:
        Object.entries(element.options).forEach(([key, option]) => {
          of(element.value).add(key);
          valuesOf(option.value, into);
        });
        of(element.value).add('geen-van-deze');
        break;
      default:
        break;
    }
  }
}

/** One set of facts per value of each fact, the other facts at their first value. */
function factsOf(text: string): Record<string, string | number>[] {
  const values = new Map<string, Set<string | number>>();
  valuesOf(parse(text), values);
  const first = Object.fromEntries([...values].map(([name, set]) => [name, [...set][0] ?? '']));
  return [
    first,
    ...[...values].flatMap(([name, set]) => [...set].map((value) => ({ ...first, [name]: value }))),
  ];
}

describe('sentences in a cell', () => {
  test.each(['nl', 'en'] as const)('%s: every sentence as intl-messageformat says it', (language) => {
    let said = 0;
    for (const sentence of Object.values(CATALOGUE)) {
      const text = sentence[language];
      const [whole, small] = [new Whole(text, language), new Small(text, language)];
      for (const facts of factsOf(text)) {
        expect(small.format(facts)).toBe(String(whole.format(facts)));
        said++;
      }
    }
    expect(said).toBeGreaterThan(2000);
  });

  test('a fact that is missing and a pattern that is broken are errors, as there', () => {
    expect(() => new Small('{naam}', 'nl').format({})).toThrow('no fact');
    expect(() => new Small('{naam', 'nl')).toThrow('expected');
    expect(() => new Small('{dag, date}', 'nl')).toThrow('expected');
    expect(() => new Small('naam}', 'nl')).toThrow('}');
  });
});
