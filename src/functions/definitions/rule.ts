import { findRule, step, textValue, type Rulebook } from '../../core';
import { at, isOmitted, rulebookArgument, shippedRulebooks, textArgument } from '../arguments';
import { missing, type Explained } from '../cell';
import { rulebookStep } from '../domain-situation';

/**
 * Text and source of a rule, side by side.
 * @customfunction RULE
 * @param id Id of the rule, such as ZUT-02.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: the latest shipped one that has the rule.
 * @returns {unknown[][]}
 */
export function rule(id: unknown, rulebook?: unknown[][]) {
  const wanted = textArgument(id, 'id').toUpperCase();
  const books: readonly Rulebook[] = isOmitted(rulebook)
    ? [...shippedRulebooks().values()].sort((a, b) => (a.validity.until < b.validity.until ? 1 : -1))
    : [rulebookArgument(rulebook, '')];
  const book = books.find((candidate) => findRule(candidate, wanted) !== null);
  const found = book && findRule(book, wanted);
  if (!book || !found) {
    throw missing('functions.rule-unknown', {
      ...at('id'),
      found: wanted,
      books: books.map((candidate) => candidate.id),
    });
  }
  const { document, place } = found.source;
  const label = { code: 'functions.text', facts: { text: found.text } };
  const source = `${document}, ${place}: ${book.documents[document] ?? ''}`;
  return {
    value: [
      [
        { kind: 'message', value: label },
        { kind: 'text', value: source },
      ],
    ],
    steps: [step(label, textValue(found.id), { rule: found.id, source: found.source }), rulebookStep(book)],
  } satisfies Explained;
}
