import { distance } from 'fastest-levenshtein';
import {
  canonicalHeader,
  columnLetters,
  isCompleteHeader as isComplete,
  normaliseHeader,
  readHeader,
  REQUIRED_FIELDS as REQUIRED,
  wordsOfTable as wordsOf,
  type Field,
  type Header,
  type Issue,
  type Place,
} from '../core';
import type { ReadColumn, TableKind } from './contract';

export {
  canonicalHeader,
  canonicalHeaders,
  headerScore,
  normaliseHeader,
  NUMBER_FIELDS,
  readHeader,
  type Field,
  type Header,
} from '../core';

export function readColumns(kind: TableKind, header: Header): ReadColumn[] {
  return header.headers.flatMap((text, index) => {
    const field = header.fields[index];
    return field
      ? [{ header: text.trim(), field: canonicalHeader(kind, field), column: columnLetters(index) }]
      : [];
  });
}

export const ignoredColumns = (header: Header): string[] =>
  header.headers.flatMap((text, index) =>
    header.fields[index] === null && text.trim() !== '' ? [text.trim()] : [],
  );

const KINDS: readonly TableKind[] = ['production', 'ceilings', 'tariffs'];

/**
 * What makes a header row unusable: two columns for one field, or required columns that are missing, with
 * the headers found, what was expected and the nearest guess; or a file of another kind altogether.
 */
export function headerErrors(kind: TableKind, header: Header, place: Place): Issue[] {
  const errors: Issue[] = [];
  const found = header.headers.map((text) => text.trim()).filter((text) => text !== '');
  if (!isComplete(kind, header)) {
    const other = KINDS.find(
      (candidate) =>
        candidate !== kind &&
        !(candidate === 'production' && kind === 'forecast') &&
        isComplete(candidate, readHeader(candidate, header.headers)),
    );
    if (other) {
      return [
        {
          level: 'error',
          code: 'intake.wrong-kind',
          facts: { expected: kind, looksLike: other, headers: found },
          place,
        },
      ];
    }
    for (const group of REQUIRED[kind]) {
      if (group.some((field) => header.at.has(field))) continue;
      const guess = nearest(kind, header, group);
      errors.push({
        level: 'error',
        code: guess === null ? 'intake.column-missing' : 'intake.column-missing-guess',
        facts: {
          expected: group.map((field) => canonicalHeader(kind, field)).join(' / '),
          headers: found,
          ...(guess === null ? {} : { guess }),
        },
        place,
      });
    }
  }
  for (const [field, first] of header.at) {
    const claims = header.headers.filter((_, index) => header.fields[index] === field);
    if (claims.length < 2) continue;
    errors.push({
      level: 'error',
      code: 'intake.column-twice',
      facts: {
        field: canonicalHeader(kind, field),
        headers: claims.map((text) => text.trim()),
        columns: header.fields.flatMap((other, index) => (other === field ? [columnLetters(index)] : [])),
      },
      place: { ...place, column: columnLetters(first) },
    });
  }
  return errors;
}

/** The unused header that looks most like one of the fields: at most a third of its letters differ. */
function nearest(kind: TableKind, header: Header, group: readonly Field[]): string | null {
  let best: { text: string; share: number } | null = null;
  for (const [index, text] of header.headers.entries()) {
    if (header.fields[index] !== null) continue;
    const plain = normaliseHeader(text);
    if (plain.length < 3) continue;
    for (const [word, field] of wordsOf(kind)) {
      if (!group.includes(field)) continue;
      const share = plain.includes(word) && word.length > 3 ? 0.3 : distance(plain, word) / word.length;
      if (share <= 1 / 3 && (best === null || share < best.share)) best = { text: text.trim(), share };
    }
  }
  return best?.text ?? null;
}
