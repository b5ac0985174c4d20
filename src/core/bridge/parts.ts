import { addMoney, ZERO, type Message, type Money, type Month, type Step } from '../values';
import type { CareRow } from '../production/care-table';

/**
 * What a difference is attributed to, in this order.
 * `price`: the change of price at the new volume. `volume`: the change of the total volume of products in the
 * same unit, at old prices and in old proportions. `mix`: the change of those proportions, at old prices.
 * `lag`: months that were over on both sides and still changed, but for price: late declarations and
 * corrections. `new`, `left`: clients that only the after, only the before side names. `ceiling`: a changed
 * ceiling. `other`: what can't be attributed because volumes are missing; never hidden in another part.
 */
export const BRIDGE_PARTS = ['price', 'volume', 'mix', 'lag', 'new', 'left', 'ceiling', 'other'] as const;
export type BridgePart = (typeof BRIDGE_PARTS)[number];

/** Euro per part; each in whole cents, together exactly the difference. */
export type BridgeAmounts = Readonly<Record<BridgePart, Money>>;

/** What the bridge needs to know of a line of care. */
export type BridgeRow = Pick<
  CareRow,
  'provider' | 'domain' | 'product' | 'client' | 'month' | 'unit' | 'quantity' | 'amount'
>;

/** One side of the comparison: a forecast, a budget, a snapshot, a year. */
export interface BridgeSide {
  readonly rows: Iterable<BridgeRow>;
  /** Whether a month was over on this side: its amounts are declared production, late lines still to come. */
  readonly isActual: (month: Month) => boolean;
  /** Effective ceilings. Given on either side, the bridge is about total minus ceiling. */
  readonly ceilings?: readonly {
    readonly provider: string;
    readonly domain: string;
    readonly amount: Money;
  }[];
}

/** Why an amount stands under `other`. */
export type OtherReason = 'no-volume' | 'unit-differs' | 'volume-not-positive';

export interface BridgeLine {
  readonly provider: string;
  readonly domain: string;
  /** Null: the ceiling of this provider and domain. */
  readonly product: string | null;
  /** The amount on either side; for a ceiling line the ceiling as a negative amount. */
  readonly before: Money;
  readonly after: Money;
  readonly difference: Money;
  readonly parts: BridgeAmounts;
  readonly otherReason: OtherReason | null;
  readonly newClients: number;
  readonly leftClients: number;
  readonly step: Step;
}

export interface Bridge {
  /** In order of first appearance, ceilings after the products of all providers. */
  readonly lines: readonly BridgeLine[];
  readonly before: Money;
  readonly after: Money;
  readonly difference: Money;
  readonly parts: BridgeAmounts;
  readonly notices: readonly Message[];
  /** The difference as the sum of its parts, each the sum over the lines. */
  readonly step: Step;
}

export const NO_AMOUNTS: BridgeAmounts = {
  price: ZERO,
  volume: ZERO,
  mix: ZERO,
  lag: ZERO,
  new: ZERO,
  left: ZERO,
  ceiling: ZERO,
  other: ZERO,
};

/** Part by part; the sum of differences is the difference of sums. */
export function addAmounts(a: BridgeAmounts, b: BridgeAmounts): BridgeAmounts {
  const sum = { ...a };
  for (const part of BRIDGE_PARTS) sum[part] = addMoney(a[part], b[part]);
  return sum;
}
