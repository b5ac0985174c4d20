import type { DetectionContext } from './layout';
import { normaliseLabel, wordsOf } from './text';

/** Names by which the laws go; the first is the usual one. */
const GROUPS: readonly (readonly string[])[] = [
  ['wmo', 'wmo2015', 'maatschappelijke ondersteuning'],
  ['jeugdwet', 'jeugd', 'jw', 'jeugdzorg', 'jeugdhulp', 'youth', 'youth act'],
  ['wlz', 'langdurige zorg'],
  ['zvw', 'zorgverzekeringswet'],
];
const USUAL = ['Wmo', 'Jeugdwet', 'Wlz', 'Zvw'];

function groupOf(normalised: string): number {
  return GROUPS.findIndex((group) => group.includes(normalised));
}

const nameOf = (name: string): { name: string; normalised: string; group: number } => {
  const normalised = normaliseLabel(name);
  return { name, normalised, group: groupOf(normalised) };
};

/** The domains that can be meant, and how texts mention them. */
export class DomainIndex {
  private readonly names: { readonly name: string; readonly normalised: string; readonly group: number }[];
  private readonly words: ReadonlySet<string>;

  constructor(context: DetectionContext) {
    const names = new Set(context.domains);
    for (const product of context.products) if (product.domain !== null) names.add(product.domain);
    this.names = [...names].map(nameOf);
    // Without any known domain the laws themselves go by their usual names.
    USUAL.forEach((usual, group) => {
      if (!this.names.some((name) => name.group === group)) this.names.push(nameOf(usual));
    });
    this.words = new Set(this.names.flatMap(({ normalised }) => wordsOf(normalised)));
  }

  readonly same = (a: string, b: string): boolean => sameDomain(a, b);

  /** The domain a text mentions as words of its own, or null for none or several. */
  mentioned(text: string): string | null {
    const normalised = normaliseLabel(text);
    const padded = ` ${normalised} `;
    const found = new Set<string>();
    for (const { name, normalised: own } of this.names) {
      if (own !== '' && padded.includes(` ${own} `)) found.add(name);
    }
    if (found.size > 1) {
      // `Jeugd GGZ` also mentions `Jeugd`: the longest name that holds the others is meant.
      const sorted = [...found].sort((a, b) => b.length - a.length);
      const longest = normaliseLabel(sorted[0] ?? '');
      if (sorted.every((name) => ` ${longest} `.includes(` ${normaliseLabel(name)} `)))
        return sorted[0] ?? null;
      return null;
    }
    if (found.size === 1) return [...found][0] ?? null;
    for (const { name, group } of this.names) {
      if (GROUPS[group]?.some((word) => padded.includes(` ${word} `))) found.add(name);
    }
    return found.size === 1 ? ([...found][0] ?? null) : null;
  }

  /** Words of a text that are about the domain, so that what is left can be judged. */
  isDomainWord(word: string): boolean {
    return groupOf(word) >= 0 || this.words.has(word);
  }
}

/** Whether two names stand for one domain: the same words, or names of the same law. */
export function sameDomain(a: string, b: string): boolean {
  const [x, y] = [normaliseLabel(a), normaliseLabel(b)];
  if (x === y) return true;
  const group = groupOf(x);
  return group >= 0 && group === groupOf(y);
}
