import type { DetectionContext, KnownProduct, ProductMatch } from './layout';
import { pushTo } from './multimap';
import { normaliseLabel, wordsOf } from './text';
import { Vocabulary } from './vocabulary';

/** What a label was taken for, without its place. */
export interface ProductFinding {
  readonly product: string | null;
  readonly how: ProductMatch['how'];
  readonly confidence: number;
  readonly candidates: readonly string[];
}

const NONE: ProductFinding = { product: null, how: 'none', confidence: 0, candidates: [] };

/** Wordings of the field that mean the same; each group is reduced to its first. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['begeleiding', 'bgl', 'bg', 'begel'],
  ['individueel', 'individuele', 'indiv', 'ind'],
  ['groep', 'groepsgewijs', 'gr', 'grp'],
  ['dagbesteding', 'dagopvang'],
  ['specialistisch', 'specialistische', 'specialist', 'specialistic'],
  ['ambulant', 'ambulante'],
  ['jeugdhulp', 'jh'],
  ['verblijf', 'vblf'],
  ['behandeling', 'beh'],
  ['huishoudelijk', 'huishoudelijke', 'huishouden'],
  ['hulp', 'ondersteuning'],
];
const SYNONYM_OF = new Map(
  SYNONYMS.flatMap((group) => group.map((word) => [word, group[0] ?? word] as const)),
);
const NOISE = new Set([
  'de',
  'het',
  'een',
  'en',
  'van',
  'voor',
  'per',
  'of',
  'in',
  'met',
  'the',
  'and',
  'bij',
]);

const meaning = (normalised: string): string[] =>
  wordsOf(normalised)
    .filter((word) => !NOISE.has(word))
    .map((word) => SYNONYM_OF.get(word) ?? word);

const plainCode = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

interface Entry {
  readonly product: KnownProduct;
  readonly words: readonly string[];
  readonly initials: string;
}

/** From where a confidence is enough to take a fuzzy match, and by how much it must beat the next. */
const FUZZY_ENOUGH = 0.74;
const FUZZY_MARGIN = 0.08;

/** Recognises products in labels, by code, name, confirmed wording or likeness. */
export class ProductIndex {
  private readonly byCode = new Map<string, KnownProduct[]>();
  /** By code without leading zeros, for codes that are numbers. */
  private readonly byNumber = new Map<string, KnownProduct[]>();
  private readonly byName = new Map<string, KnownProduct[]>();
  private readonly entries: Entry[] = [];
  private readonly weight = new Map<string, number>();
  private readonly cache = new Map<string, ProductFinding>();
  private readonly certainCache = new Map<string, string | null>();
  private readonly domains = new Map<string, string>();
  private readonly vocabulary = new Vocabulary();

  constructor(
    private readonly context: DetectionContext,
    private readonly sameDomain: (a: string, b: string) => boolean,
  ) {
    const frequency = new Map<string, number>();
    for (const product of context.products) {
      const code = plainCode(product.code);
      pushTo(this.byCode, code, product);
      if (/^\d+$/.test(code)) pushTo(this.byNumber, code.replace(/^0+/, ''), product);
      if (product.domain !== null) this.domains.set(product.code, product.domain);
      const name = product.description === null ? '' : normaliseLabel(product.description);
      if (name !== '') pushTo(this.byName, name, product);
      const words = meaning(name);
      if (words.length > 0) {
        const initials = words.map((word) => word[0] ?? '').join('');
        this.vocabulary.add(this.entries.length, words, initials);
        this.entries.push({ product, words, initials });
      }
      for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
    // A word that many products share says less about which one it is.
    for (const [word, count] of frequency) this.weight.set(word, 1 / (1 + Math.log(count)));
  }

  domainOf(code: string): string | null {
    return this.domains.get(code) ?? null;
  }

  /** Whether the text is (or starts or ends with) a known code or is exactly a known name: quick, no likeness. */
  certain(text: string): string | null {
    let known = this.certainCache.get(text);
    if (known === undefined) {
      known = this.findCertain(text);
      this.certainCache.set(text, known);
    }
    return known;
  }

  /** What a text says besides a product: its words without the code and the words of the name. */
  besides(text: string, code: string): string {
    const names = new Set<string>();
    for (const product of this.byCode.get(plainCode(code)) ?? [])
      for (const word of wordsOf(normaliseLabel(product.description ?? ''))) names.add(word);
    const rest = normaliseLabel(withoutCode(text, code));
    return wordsOf(rest)
      .filter((word) => !names.has(word))
      .join(' ');
  }

  private findCertain(text: string): string | null {
    const normalised = normaliseLabel(text);
    const alias = this.context.aliases.get(normalised);
    if (alias !== undefined) return alias;
    const names = this.byName.get(normalised);
    if (names) return names[0]?.code ?? null;
    return this.codeIn(text, null)?.code ?? null;
  }

  /**
   * The product a label stands for.
   * @param domain where the label stands, when known: decides between equal names.
   */
  match(label: string, domain: string | null): ProductFinding {
    const key = `${domain ?? ''}\u0000${label}`;
    const known = this.cache.get(key);
    if (known) return known;
    const finding = this.find(label, domain);
    this.cache.set(key, finding);
    return finding;
  }

  private inDomain(products: readonly KnownProduct[], domain: string | null): readonly KnownProduct[] {
    if (domain === null || products.length < 2) return products;
    const own = products.filter(
      (product) => product.domain !== null && this.sameDomain(product.domain, domain),
    );
    return own.length > 0 ? own : products;
  }

  /** A code among the words of the label: one word, or up to three joined (`45 A 04`). */
  private codeIn(label: string, domain: string | null): KnownProduct | null {
    const words = label
      .toUpperCase()
      .split(/[^A-Z0-9]+/)
      .filter((word) => word !== '');
    const whole = plainCode(label);
    const exact = this.byCode.get(whole);
    if (exact) return distinct(this.inDomain(exact, domain));
    const found = new Map<string, KnownProduct>();
    for (let at = 0; at < words.length; at++) {
      let joined = '';
      for (let length = 0; length < 3 && at + length < words.length; length++) {
        joined += words[at + length] ?? '';
        const products = this.byCode.get(joined);
        // A short bare number inside a text is a quantity sooner than a code.
        if (!products || (words.length > 1 && /^\d{1,3}$/.test(joined)) || !/\d/.test(joined)) continue;
        for (const product of this.inDomain(products, domain)) found.set(product.code, product);
      }
    }
    if (found.size === 1) return [...found.values()][0] ?? null;
    // Numbers lose their leading zeros in a spreadsheet.
    if (found.size === 0 && /^\d+$/.test(whole)) {
      const same = this.byNumber.get(whole.replace(/^0+/, '')) ?? [];
      return distinct(this.inDomain(same, domain));
    }
    return null;
  }

  private find(label: string, domain: string | null): ProductFinding {
    const normalised = normaliseLabel(label);
    if (normalised === '') return NONE;
    const alias = this.context.aliases.get(normalised);
    if (alias !== undefined) return { product: alias, how: 'alias', confidence: 1, candidates: [] };

    const byCode = this.codeIn(label, domain);
    const nameWords = byCode ? withoutCode(label, byCode.code) : label;
    const name = normaliseLabel(nameWords);
    const names = this.inDomain(this.byName.get(name) ?? this.byName.get(normalised) ?? [], domain);
    const codes = [...new Set(names.map((product) => product.code))];
    if (byCode) {
      if (name === '') return { product: byCode.code, how: 'code', confidence: 1, candidates: [] };
      if (codes.includes(byCode.code)) {
        return { product: byCode.code, how: 'code-and-name', confidence: 1, candidates: [] };
      }
      if (codes.length > 0) {
        // Code says one product, name exactly another: a person has to choose.
        return { product: null, how: 'none', confidence: 0.4, candidates: [byCode.code, ...codes] };
      }
      return { product: byCode.code, how: 'code', confidence: 0.95, candidates: [] };
    }
    if (codes.length === 1) {
      return { product: codes[0] ?? null, how: 'name', confidence: 0.98, candidates: [] };
    }
    if (codes.length > 1) return { product: null, how: 'none', confidence: 0.5, candidates: codes };
    return this.alike(normalised, domain);
  }

  /**
   * Products alike in words, best first, each with its score from 0 to 1; also those too little alike to be taken.
   * @param domain where the label stands, when known.
   */
  ranked(label: string, domain: string | null): readonly { readonly code: string; readonly score: number }[] {
    const best = new Map<string, number>();
    for (const { code, score } of this.scores(normaliseLabel(label), domain))
      if (score > (best.get(code) ?? 0)) best.set(code, round(score));
    return [...best].map(([code, score]) => ({ code, score }));
  }

  private scores(normalised: string, domain: string | null): { code: string; score: number }[] {
    const words = meaning(normalised);
    if (words.length === 0 || words.length > 16) return [];
    const scored: { code: string; score: number }[] = [];
    for (const index of this.vocabulary.near(words)) {
      const entry = this.entries[index];
      if (!entry) continue;
      let score = this.similarity(words, entry);
      if (score < 0.4) continue;
      const other = entry.product.domain;
      if (domain !== null && other !== null && !this.sameDomain(other, domain)) score *= 0.8;
      scored.push({ code: entry.product.code, score });
    }
    return scored.sort((a, b) => b.score - a.score);
  }

  private alike(normalised: string, domain: string | null): ProductFinding {
    const scored = this.scores(normalised, domain);
    const best = scored[0];
    if (!best) return NONE;
    const second = scored.find((other) => other.code !== best.code);
    const clear = best.score >= FUZZY_ENOUGH && best.score - (second?.score ?? 0) >= FUZZY_MARGIN;
    const candidates = [...new Set(scored.filter((other) => other.score >= 0.5).map((other) => other.code))];
    return clear
      ? {
          product: best.code,
          how: 'fuzzy',
          confidence: round(best.score),
          candidates: candidates.filter((code) => code !== best.code).slice(0, 3),
        }
      : {
          product: null,
          how: 'none',
          confidence: round(best.score * 0.5),
          candidates: candidates.slice(0, 4),
        };
  }

  private weightOf(word: string): number {
    return (this.weight.get(word) ?? 1) * Math.min(word.length, 8);
  }

  /** Weighted share of words that have a counterpart on the other side, both ways. */
  private similarity(words: readonly string[], entry: Entry): number {
    if (words.length === 1 && entry.words.length >= 2 && words[0] === entry.initials) return 0.85;
    const matchedTheirs = new Map<number, number>();
    let mine = 0;
    let mineTotal = 0;
    for (const word of words) {
      let best = 0;
      let bestAt = -1;
      entry.words.forEach((other, index) => {
        const alike = this.vocabulary.likeness(word, other);
        if (alike > best && alike > (matchedTheirs.get(index) ?? 0)) {
          best = alike;
          bestAt = index;
        }
      });
      const weight = bestAt >= 0 ? this.weightOf(entry.words[bestAt] ?? word) : this.weightOf(word);
      mineTotal += weight;
      mine += weight * best;
      if (bestAt >= 0) matchedTheirs.set(bestAt, best);
    }
    let theirs = 0;
    let theirsTotal = 0;
    entry.words.forEach((word, index) => {
      const weight = this.weightOf(word);
      theirsTotal += weight;
      theirs += weight * (matchedTheirs.get(index) ?? 0);
    });
    if (mineTotal === 0 || theirsTotal === 0) return 0;
    const a = mine / mineTotal;
    const b = theirs / theirsTotal;
    return a + b === 0 ? 0 : (2 * a * b) / (a + b);
  }
}

const round = (score: number): number => Math.round(score * 100) / 100;

function distinct(products: readonly KnownProduct[]): KnownProduct | null {
  return new Set(products.map((product) => product.code)).size === 1 ? (products[0] ?? null) : null;
}

/** A label without the code inside it, however that is punctuated. */
function withoutCode(label: string, code: string): string {
  const plain = plainCode(code);
  const first = /^[A-Za-z0-9]+/.exec(label)?.[0] ?? '';
  // A pattern for every label takes long; most start with the code as it is.
  if (!plain.startsWith('0') && first.toUpperCase() === plain) return ` ${label.slice(first.length)}`;
  const letters = [...plain].join('[^A-Za-z0-9]*');
  return label.replace(new RegExp(`(?<![A-Za-z0-9])0*${letters}(?![A-Za-z0-9])`, 'i'), ' ');
}
