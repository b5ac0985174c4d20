import {
  dateOf,
  dateValue,
  moneyValue,
  step,
  sumMoney,
  yearOf,
  type IsoDate,
  type Money,
  type Place,
  type Step,
} from '../values';
import { ruleSource, type Rulebook } from '../rulebook';
import { refused, worked, type Outcome } from '../tariffs/worked';
import type { Sector } from '../tariffs/wlz-terms';

/**
 * One decision on a sector's contracting space. `set`: the space as set from that day, in place of what was
 * before. `redistribution`: money added to it from that day.
 */
export interface SpaceEntry {
  readonly sector: Sector;
  readonly kind: 'set' | 'redistribution';
  readonly amount: Money;
  /** Null: the first day of the year. */
  readonly from: IsoDate | null;
  readonly place: Place;
}

/**
 * ZK-23: a sector's contracting space as it holds on a day: the last amount set by then, plus redistribution
 * money from that moment on. Later decisions don't count yet.
 * Unit: euro, exact. Refused: no space set by then, two set on the same day, or less than nothing left.
 */
export function spaceOn(
  rulebook: Rulebook,
  entries: readonly SpaceEntry[],
  sector: Sector,
  on: IsoDate,
): Outcome<Money> {
  const start = (entry: SpaceEntry): IsoDate => entry.from ?? dateOf(yearOf(on), 1, 1);
  const known = entries.filter((entry) => entry.sector === sector && start(entry) <= on);
  const sets = known.filter((entry) => entry.kind === 'set');
  const last = sets.reduce<SpaceEntry | null>(
    (latest, entry) => (latest === null || start(entry) > start(latest) ? entry : latest),
    null,
  );
  if (last === null) return refused('wlz.no-space', { sector, date: dateValue(on) });
  const twin = sets.find((entry) => entry !== last && start(entry) === start(last));
  if (twin) {
    return refused('wlz.space-set-twice', { sector, date: dateValue(start(last)) }, twin.place);
  }
  const added = known.filter((entry) => entry.kind === 'redistribution' && start(entry) >= start(last));
  const part = (entry: SpaceEntry): Step =>
    step(
      { code: `wlz.space-${entry.kind}`, facts: { sector, date: dateValue(start(entry)) } },
      moneyValue(entry.amount),
      { place: entry.place },
    );
  const space = sumMoney([last, ...added].map((entry) => entry.amount));
  if (space < 0n) return refused('wlz.space-negative', { sector, found: moneyValue(space) }, last.place);
  return worked(
    space,
    step({ code: 'wlz.space', facts: { sector, date: dateValue(on) } }, moneyValue(space), {
      operator: 'sum',
      rule: 'ZK-23',
      source: ruleSource(rulebook, 'ZK-23'),
      parts: [last, ...added].map(part),
    }),
  );
}
