import { crisisPayment as paymentOf, type IsoDate } from '../../core';
import {
  at,
  dayOf,
  moneyArgument,
  numberArgument,
  optionalDate,
  rulebookArgument,
  shown,
  yearArgument,
} from '../arguments';
import { wrong, type Cell, type Explained } from '../cell';
import { rulebookStep } from '../domain-situation';
import { isBlank, toRange } from '../range';
import { isEmptyTable } from '../table';
import { explainWorked } from '../worked-answer';

/**
 * What crisis places are paid in a year (ZK-15), in euro: occupied days and empty days up to the agreement, with lower agreements from the reallocation on.
 * @customfunction CRISISPAYMENT
 * @param year Calendar year, such as 2022.
 * @param places Places agreed for the whole year.
 * @param dayTariff Tariff per day, in euro.
 * @param occupiedDays Occupied days in the year, realised or expected.
 * @param reallocation Day of the reallocation. Left out: there is none yet.
 * @param changes Range of two columns: first day, number of places from that day on.
 * @param rulebook Id of a rulebook, or the JSON of an own one. Left out: Zilveren Kruis of that year.
 * @returns {number}
 */
export function crisisPayment(
  year: unknown,
  places: unknown,
  dayTariff: unknown,
  occupiedDays: unknown,
  reallocation?: unknown,
  changes?: unknown[][],
  rulebook?: unknown[][],
) {
  const of = yearArgument(year, 'year');
  const book = rulebookArgument(rulebook, `zilveren-kruis-wlz-${of}`);
  const worked = paymentOf(book, {
    year: of,
    places: numberArgument(places, 'places').toNumber(),
    dayTariff: moneyArgument(dayTariff, 'dayTariff'),
    occupiedDays: numberArgument(occupiedDays, 'occupiedDays'),
    reallocation: optionalDate(reallocation, 'reallocation'),
    changes: changesOf(changes),
  });
  return explainWorked(worked, ({ payment }) => ({ kind: 'money', value: payment }), [
    rulebookStep(book),
  ]) satisfies Explained;
}

/** Rows of a day and a number of places; a row of headings may come first. */
function changesOf(argument: Cell): { from: IsoDate; places: number }[] {
  if (isEmptyTable(argument)) return [];
  return toRange(argument).flatMap((row, index) => {
    if (row.every(isBlank)) return [];
    const from = dayOf(row[0]);
    if (from === null && index === 0 && typeof row[0] === 'string' && typeof row[1] === 'string') return [];
    if (from === null) {
      throw wrong('functions.change-row', { ...at('changes'), row: String(index + 1), found: shown(row[0]) });
    }
    return [{ from, places: numberArgument(row[1], 'changes').toNumber() }];
  });
}
