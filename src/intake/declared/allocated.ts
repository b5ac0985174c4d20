import type { IsoDate, Money, Place } from '../../core';

/** One allocated product of an allocation message (301), as it stands there. */
export interface AllocatedProduct {
  readonly domain: 'Wmo' | 'Jeugdwet';
  /** Municipality, four digits. */
  readonly municipality: string;
  /** AGB code or, where known, name. */
  readonly provider: string;
  /** Pseudonym. */
  readonly client: string;
  readonly number: string;
  /** Category of two characters; null for a generic allocation. */
  readonly category: string | null;
  readonly product: string | null;
  /** When it was decided, day and time `HH:MM:SS`: the latest version of a number holds. */
  readonly decided: IsoDate;
  readonly decidedAt: string;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  /** Reason of change, two digits. */
  readonly reason: string | null;
  /** Whole units; null where the message gives a budget or nothing. Unit 83 is in whole cents, as `budget`. */
  readonly volume: number | null;
  /** Code of the unit: 01, 04, 14, 16, 82, 83 or 84. */
  readonly unit: string | null;
  readonly frequency: 'total' | 'day' | 'week' | 'month' | null;
  readonly budget: Money | null;
  readonly place: Place;
}

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

/**
 * The allocations that hold: of each number the version decided last, without those that were deleted
 * (reason 13, ending on the day they begin). A version read later but decided earlier changes nothing.
 */
export function currentAllocations(versions: Iterable<AllocatedProduct>): AllocatedProduct[] {
  const latest = new Map<string, AllocatedProduct>();
  for (const version of versions) {
    const key = `${version.domain}|${version.municipality}|${version.number}`;
    const known = latest.get(key);
    if (!known || decidedBefore(known, version)) latest.set(key, version);
  }
  return [...latest.values()].filter((version) => !isDeleted(version));
}

const decidedBefore = (a: AllocatedProduct, b: AllocatedProduct): boolean =>
  a.decided < b.decided || (a.decided === b.decided && a.decidedAt <= b.decidedAt);

const isDeleted = (version: AllocatedProduct): boolean =>
  (version.reason === '13' || version.reason === '01') && version.until === version.from;
