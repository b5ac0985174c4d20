import type { ProductGroup, Rulebook } from './schema';

/** How a product counts against a ceiling. */
export type Treatment = 'counts' | 'excluded' | 'volume-raised';

/** A product's treatment with its ground: which group of the rulebook, matched on code or on which name. */
export interface ProductTreatment {
  readonly treatment: Treatment;
  readonly group: ProductGroup | null;
  readonly by: 'code' | 'name' | null;
  readonly matched: string | null;
  /** A group's words are there but negated (`excl. SGGZ crisis`): counts, but should be looked at. */
  readonly doubtful: ProductGroup | null;
}

const NEGATIONS = new Set([
  'excl',
  'exclusief',
  'excluding',
  'geen',
  'niet',
  'zonder',
  'without',
  'no',
  'not',
  'non',
]);

/** Lower-case words without diacritics; hyphens, dots and other marks separate words. */
function words(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Where a word stands: as the beginning of one word, or of two written apart (`Werkt Mee`, `S-GGZ`). */
function positionOf(name: string, description: readonly string[]): number {
  return description.findIndex(
    (word, index) =>
      word.startsWith(name) ||
      (word.length < name.length && `${word}${description[index + 1] ?? ''}`.startsWith(name)),
  );
}

function matchName(name: string, description: readonly string[]): 'yes' | 'negated' | 'no' {
  const positions = words(name).map((word) => positionOf(word, description));
  if (positions.length === 0 || positions.some((position) => position < 0)) return 'no';
  const negated = positions.some((position) =>
    [1, 2].some((back) => NEGATIONS.has(description[position - back] ?? '')),
  );
  return negated ? 'negated' : 'yes';
}

/**
 * How a product counts under a rulebook. A code the rulebook lists decides; else the words of a group's
 * name must all stand in the description (source 000 names products, not codes). Never guesses by code.
 * @example treatmentOf(findRulebook('zutphen-2023'), '46G01', 'SGGZ crisiszorg', 'Jeugdwet').treatment // 'excluded'
 * @example treatmentOf(findRulebook('zutphen-2023'), '54002', 'SGGZ behandeling', 'Jeugdwet').treatment // 'counts'
 */
export function treatmentOf(
  rulebook: Rulebook,
  product: string,
  description: string | null,
  domain: string,
): ProductTreatment {
  const groups = rulebook.productGroups.filter(
    (group) => group.domains.length === 0 || group.domains.includes(domain),
  );
  const code = product.trim().toUpperCase();
  for (const group of groups) {
    const matched = group.codes.find((candidate) => candidate.trim().toUpperCase() === code);
    if (matched !== undefined) {
      return { treatment: group.treatment, group, by: 'code', matched, doubtful: null };
    }
  }
  // A product known by name only is its own description.
  const text = words(`${description ?? ''} ${description === null ? product : ''}`);
  let doubtful: ProductGroup | null = null;
  for (const group of groups) {
    for (const name of group.names) {
      const match = matchName(name, text);
      if (match === 'yes') {
        return { treatment: group.treatment, group, by: 'name', matched: name, doubtful: null };
      }
      if (match === 'negated') doubtful ??= group;
    }
  }
  return { treatment: 'counts', group: null, by: null, matched: null, doubtful };
}
