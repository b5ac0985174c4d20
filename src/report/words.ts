import type { Fact, Message } from '../core';
import { say, type Language } from '../messages';

/** Says fixed words of the report, such as headings, in one language. */
export type Words = (code: string, facts?: Readonly<Record<string, Fact>>) => string;

export const wordsIn =
  (language: Language): Words =>
  (code, facts = {}) =>
    say({ code, facts } satisfies Message, language);

/**
 * A word for one of a known set of codes, or the code itself where a reader brings a newer one.
 * @example wordFor('report.role', 'production', KNOWN_ROLES, wordsIn('nl')) // 'productie'
 */
export function wordFor(area: string, code: string, known: readonly string[], words: Words): string {
  return known.includes(code) ? words(`${area}.${code}`) : code;
}

export const KNOWN_ROLES = [
  'production',
  'forecast',
  'ceilings',
  'tariffs',
  'allocations',
  'prognosis',
] as const;
