import { spaceCut as cutOf } from '../../core';
import { moneyArgument, rulebookArgument, WLZ_STANDARD } from '../arguments';
import type { Explained } from '../cell';
import { rulebookStep } from '../domain-situation';
import { explainWorked } from '../worked-answer';

/**
 * Proportional cut of a Wlz sector whose extrapolated production exceeds its contracting space (ZK-13), as a fraction; 0 when it fits.
 * @customfunction SPACECUT
 * @param space The sector's space for care, in euro.
 * @param sectorProduction The sector's extrapolated production, in euro.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: Zilveren Kruis 2023.
 * @returns {number}
 */
export function spaceCut(space: unknown, sectorProduction: unknown, rulebook?: unknown[][]) {
  const book = rulebookArgument(rulebook, WLZ_STANDARD);
  const worked = cutOf(
    book,
    moneyArgument(space, 'space'),
    moneyArgument(sectorProduction, 'sectorProduction'),
  );
  return explainWorked(worked, (cut) => ({ kind: 'number', value: cut.toFixed() }), [
    rulebookStep(book),
  ]) satisfies Explained;
}
