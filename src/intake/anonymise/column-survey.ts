import { looksLikeBsn, totalWord } from '../../core';
import { bsnIn } from './cover';
import { meaningOfHeader, type HeaderMeaning, type PrivateKind } from './private-field';
import type { AnonymiseChoices } from './report';

/** What a column will be treated as, and why. */
export interface ColumnPlan {
  readonly header: string;
  readonly meaning: HeaderMeaning | 'kept';
  readonly by: 'name' | 'content' | 'choice';
}

/** From so many values on, half of them passing the eleven-test is no accident in any column. */
const ENOUGH = 8;
/** More different clients than this are not remembered one by one. */
const MOST_KNOWN = 3_000_000;

const fold = (text: string): string => text.trim().toLowerCase();

/** Looks at all values of a column before anything is decided. */
export class ColumnSurvey {
  filled = 0;
  private bsnLike = 0;
  /** Values with words, in a column that nothing is known of. */
  texts = 0;
  private readonly found = new Set<number>();
  private readonly meaning: HeaderMeaning | 'kept';
  private readonly chosen: boolean;

  constructor(
    readonly header: string,
    choices: AnonymiseChoices,
  ) {
    const own = fold(header);
    const kept = choices.keep.some((name) => fold(name) === own);
    const hidden = choices.hide.some((name) => fold(name) === own);
    this.chosen = kept || hidden;
    this.meaning = kept ? 'kept' : hidden ? 'free-text' : meaningOfHeader(header);
  }

  look(value: string): void {
    const text = value.trim();
    if (text === '') return;
    this.filled++;
    const nine = bsnIn(text);
    if (nine !== null) {
      this.bsnLike++;
      if (this.found.size < MOST_KNOWN) this.found.add(Number(nine));
    } else if (this.meaning === 'unknown' && /\p{L}{2}/u.test(text)) this.texts++;
  }

  plan(): ColumnPlan {
    const { header, meaning, chosen, filled, bsnLike } = this;
    if (chosen) return { header, meaning, by: 'choice' };
    const most = filled > 0 && bsnLike * 2 >= filled;
    if (meaning === 'unknown' && most) return { header, meaning: 'identifier', by: 'content' };
    if (meaning === 'harmless' && most && bsnLike >= ENOUGH) {
      return { header, meaning: 'identifier', by: 'content' };
    }
    return { header, meaning, by: 'name' };
  }

  /** In a harmless column: values that look like service numbers, too few to be sure. */
  get suspicious(): number {
    const most = this.filled > 0 && this.bsnLike * 2 >= this.filled;
    return this.meaning === 'harmless' && most && this.bsnLike < ENOUGH ? this.bsnLike : 0;
  }

  /** Adds the service numbers of an identifier column to those that are known. */
  addTo(known: Set<number>): void {
    for (const number of this.found) known.add(number);
  }
}

export const isPrivate = (meaning: HeaderMeaning | 'kept'): meaning is PrivateKind =>
  meaning !== 'harmless' && meaning !== 'unknown' && meaning !== 'kept';

/** A value of an identifier column that names nobody: the header once more, or a total. */
export const namesNobody = (value: string, header: string): boolean =>
  fold(value) === fold(header) || totalWord(value) === 'bare';

/** How well a row of texts serves as header row; 0: not at all. */
export function headerRowScore(texts: readonly string[]): number {
  const filled = texts.filter((text) => text.trim() !== '');
  if (filled.length === 0 || filled.some((text) => looksLikeBsn(text.trim()))) return 0;
  const known = filled.filter((text) => meaningOfHeader(text) !== 'unknown').length;
  // A row of data may hold a word that is also a header; most of a header row is known.
  return known * 3 >= filled.length || known >= 3 ? known : 0;
}
