import type { Allocation, IsoDate, Place } from '../../core';

/** A start (305) or stop (307) of care. */
export interface CareEvent {
  readonly kind: 'start' | 'stop';
  readonly domain: 'Wmo' | 'Jeugdwet';
  readonly municipality: string;
  readonly provider: string;
  /** Pseudonym. */
  readonly client: string;
  /** Number of the allocation; null for task-based care. */
  readonly number: string | null;
  readonly category: string | null;
  readonly product: string | null;
  readonly begin: IsoDate;
  /** Last day, for a stop. */
  readonly end: IsoDate | null;
  /** Reason of the stop, two digits; 20 is a temporary one. */
  readonly reason: string | null;
  /** The message takes an earlier one back. */
  readonly deleted: boolean;
  readonly place: Place;
}

/** A stop for this reason is temporary: it ends nothing. */
const TEMPORARY = '20';

const keyOf = (domain: string, municipality: string | null | undefined, number: string): string =>
  `${domain}|${municipality ?? ''}|${number.replace(/^0+(?=\d)/, '')}`;

/**
 * Allocations with the last day of care that stop messages name. A stop that is temporary, or that a later
 * message takes back, ends nothing; of several the last day holds. An allocation of a list without a
 * municipality takes the stop of its number in its domain, where there is only one.
 * @example withStops([], []).length // 0
 */
export function withStops(allocations: readonly Allocation[], events: readonly CareEvent[]): Allocation[] {
  const stops = new Map<string, Set<IsoDate>>();
  for (const { kind, domain, municipality, number, end, reason, deleted } of events) {
    if (kind !== 'stop' || number === null || end === null || reason === TEMPORARY) continue;
    for (const place of [municipality, '']) {
      const key = keyOf(domain, place, number);
      const days = stops.get(key) ?? new Set<IsoDate>();
      stops.set(key, days);
      if (deleted) days.delete(end);
      else days.add(end);
    }
  }
  return allocations.map((allocation) => {
    const { number, domain, municipality } = allocation;
    if (number === null) return allocation;
    const days = [...(stops.get(keyOf(domain, municipality, number)) ?? [])].sort();
    const last = days[days.length - 1];
    return last === undefined ? allocation : { ...allocation, stoppedOn: last };
  });
}
