import { moneyValue, type Question } from '../../core';
import type { Language } from '../../messages';
import { sayClean } from '../say-clean';
import type { Words } from '../words';

/** What is asked about a finding, by rule; every other rule gets the general question. */
const ASKS: Readonly<Record<string, string>> = {
  'CHK-01': 'total',
  'CHK-02': 'declared',
  'CHK-03': 'volume',
  'CHK-04': 'tariff',
  'CHK-05': 'months',
  'CHK-06': 'negative',
  'CHK-07': 'jump',
  'CHK-08': 'product',
  'CHK-09': 'hidden',
  'CHK-10': 'typed-over',
  'CHK-11': 'text',
  'CHK-12': 'error',
  'CHK-13': 'twice',
  'CHK-14': 'year',
  'CHK-15': 'provider',
  'CHK-16': 'missing',
  'CHK-17': 'double',
  'CHK-25': 'message',
  'CHK-26': 'message-lines',
};

/**
 * A finding as a question in plain words: what was found, and what the provider is asked to do about it.
 * Where the amount changed since the round before, that is said.
 */
export function questionText(question: Question, words: Words, language: Language): string {
  const ask = ASKS[question.rule];
  const what = /^CHK-/.test(question.rule) ? `desk.ask.${ask ?? 'general'}` : 'desk.ask.rule';
  return [
    sayClean(question.message, language),
    words(what),
    ...(question.before === null ? [] : [words('desk.ask.before', { amount: moneyValue(question.before) })]),
  ].join(' ');
}

/** Cell of a question, such as `Wmo!D7`; empty when it is about the whole. */
export const questionPlace = (question: Question): string =>
  [question.location?.sheet, question.location?.cell].filter((part) => part !== undefined).join('!');
