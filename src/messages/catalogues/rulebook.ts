import type { Catalogue } from '../catalogue';

const expected = (nl: string, en: string): Catalogue[string] => ({
  nl: `gevonden {found}, verwacht ${nl}.`,
  en: `found {found}, expected ${en}.`,
});

export const rulebookMessages: Catalogue = {
  'rulebook.invalid': expected('{expected}', '{expected}'),
  'rulebook.unknown-key': {
    nl: 'onbekend veld “{key}”; verwacht is een veld uit de beschrijving van het regelboek.',
    en: 'unknown field “{key}”; expected a field from the description of a rulebook.',
  },
  'rulebook.expected-type-string': expected('een tekst', 'a text'),
  'rulebook.expected-type-number': expected('een getal', 'a number'),
  'rulebook.expected-type-array': expected('een lijst, tussen [ en ]', 'a list, between [ and ]'),
  'rulebook.expected-type-object': expected('een object met velden', 'an object with fields'),
  'rulebook.expected-type-record': expected(
    'een object met namen en teksten',
    'an object of names and texts',
  ),
  'rulebook.expected-form': expected(
    'een tekst van de vorm {pattern}, zoals {example}',
    'a text of the form {pattern}, such as {example}',
  ),
  'rulebook.expected-date': expected('een bestaande datum als JJJJ-MM-DD', 'an existing date as YYYY-MM-DD'),
  'rulebook.expected-validity-order': expected(
    'een einddatum op of na de begindatum',
    'an end date on or after the start date',
  ),
  'rulebook.expected-on-or-off': expected('“on” of “off”', '“on” or “off”'),
  'rulebook.expected-one-of-choices': expected(
    'een van de woorden in choices',
    'one of the words in choices',
  ),
  'rulebook.expected-decimal-text': expected(
    'een getal als tekst met een punt, zoals “0.962”',
    'a number as text with a point, such as “0.962”',
  ),
  'rulebook.expected-no-overlap': expected(
    'een begindatum na het einde van de vorige waarde',
    'a start date after the end of the previous value',
  ),
  'rulebook.expected-choices': expected('een lijst met toegestane woorden', 'a list of allowed words'),
  'rulebook.expected-names-or-codes': expected('ten minste één naam of code', 'at least one name or code'),
  'rulebook.expected-unique-id': expected('een id dat nog niet is gebruikt', 'an id that isn’t used yet'),
  'rulebook.expected-listed-document': expected(
    'een document dat in documents staat',
    'a document listed in documents',
  ),
  'rulebook.expected-listed-rule': expected('een regel die in rules staat', 'a rule listed in rules'),
  'rulebook.expected-other': expected('een andere waarde', 'another value'),
  'rulebook.unknown-id': {
    nl: 'Regelboek “{found}” bestaat niet. Verwacht een van: {known}, of een eigen bestand (.json).',
    en: 'Rulebook “{found}” doesn’t exist. Expected one of: {known}, or a file of your own (.json).',
  },
  'rulebook.wrong-year': {
    nl: 'Regelboek {rulebook} geldt van {from} tot en met {until}; gevraagd is jaar {year}.',
    en: 'Rulebook {rulebook} holds from {from} up to and including {until}; year {year} was asked for.',
  },
  'rulebook.no-ceilings': {
    nl: 'Met regelboek {rulebook} kan een prognose niet aan een plafond worden getoetst: het heeft geen {missing}. Verwacht een van: {fitting}, of een eigen regelboek met die parameters.',
    en: 'A prognosis can’t be checked against a ceiling with rulebook {rulebook}: it lacks {missing}. Expected one of: {fitting}, or a rulebook of your own with those parameters.',
  },
};
