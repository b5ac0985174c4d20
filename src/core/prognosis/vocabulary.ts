import { pushTo } from './multimap';
import { wordSimilarity } from './text';

/** From where two words count as alike enough to look at a product name. */
const ALIKE = 0.6;

/** The words of all product names, and which names a label’s words come near. */
export class Vocabulary {
  /** Names by each of their words, and by their initials. */
  private readonly namesByWord = new Map<string, number[]>();
  private readonly namesByInitials = new Map<string, number[]>();
  /** Words other than numbers: only an equal number is alike. */
  private words: readonly string[] | null = null;
  private readonly nearWords = new Map<string, readonly string[]>();
  private readonly likenesses = new Map<string, Map<string, number>>();

  /** Adds the name with a number, by its words. */
  add(name: number, words: readonly string[], initials: string): void {
    for (const word of new Set(words)) pushTo(this.namesByWord, word, name);
    pushTo(this.namesByInitials, initials, name);
    this.words = null;
  }

  /** The names that have a word like one of these, or that the first abbreviates by initials; in order. */
  near(words: readonly string[]): readonly number[] {
    const lists = words.flatMap((word) =>
      this.wordsLike(word).map((other) => this.namesByWord.get(other) ?? []),
    );
    const [first] = words;
    if (first !== undefined) lists.push(this.namesByInitials.get(first) ?? []);
    const [only] = lists;
    if (lists.length === 1 && only) return only;
    const found = new Set<number>();
    for (const list of lists) for (const name of list) found.add(name);
    return [...found].sort((a, b) => a - b);
  }

  /** How alike a word of a label and one of a product name are, 0–1. */
  likeness(word: string, other: string): number {
    let known = this.likenesses.get(word);
    if (!known) this.likenesses.set(word, (known = new Map()));
    let alike = known.get(other);
    if (alike === undefined) known.set(other, (alike = wordSimilarity(word, other)));
    return alike;
  }

  private wordsLike(word: string): readonly string[] {
    let near = this.nearWords.get(word);
    if (!near) {
      near = isNumber(word)
        ? this.namesByWord.has(word)
          ? [word]
          : []
        : this.plainWords().filter((other) => wordSimilarity(word, other) >= ALIKE);
      this.nearWords.set(word, near);
    }
    return near;
  }

  private plainWords(): readonly string[] {
    this.words ??= [...this.namesByWord.keys()].filter((word) => !isNumber(word));
    return this.words;
  }
}

const isNumber = (word: string): boolean => /^\d+$/.test(word);
