import type { CeilingEntry } from '../ceilings/ceiling-entry';

const KINDS: ReadonlyMap<string, CeilingEntry['kind'] | 'lowering'> = new Map(
  (
    [
      ['base', 'basis base basisplafond basisbudget baseceiling plafond budgetplafond ceiling'],
      ['case-budget', 'casusbudget casebudget casus bovenbudget bovenbudgetakkoord'],
      ['adjustment', 'ophoging raise adjustment verhoging bijstelling increase'],
      ['lowering', 'verlaging lowering decrease'],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word): [string, typeof kind] => [word, kind])),
);

/**
 * What the kind column of a ceilings table means, or null. A lowering is an adjustment that must be negative.
 * @example ceilingKind('Casus-budget') // 'case-budget'
 */
export const ceilingKind = (word: string): CeilingEntry['kind'] | 'lowering' | null =>
  KINDS.get(word.toLowerCase().replace(/[^a-z]/g, '')) ?? null;
