import type { IsoDate } from '../values/date';
import type { Place } from '../values/message';
import type { Money } from '../values/money';

/**
 * One line of a ceilings file. `base` is the ceiling itself, `case-budget` room for one client (ZUT-04),
 * `adjustment` a dated raise or lowering by decision (ZUT-07, file word `ophoging`).
 */
export interface CeilingEntry {
  readonly provider: string;
  readonly domain: string;
  readonly year: number;
  readonly kind: 'base' | 'case-budget' | 'adjustment';
  /** The client of a case budget. */
  readonly client: string | null;
  readonly amount: Money;
  /** First day it holds; null is the first day of the year. */
  readonly from: IsoDate | null;
  /**
   * NAT-01: the products or product categories this ceiling is for; empty is the whole domain. Lines of a
   * scoped ceiling also count under every other ceiling whose scope they fall in.
   */
  readonly scope: readonly string[];
  readonly place: Place;
}
