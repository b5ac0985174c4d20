import type { Decimal } from '../values';
import {
  moneyToDecimal,
  moneyValue,
  quantityValue,
  roundToCents,
  step,
  subtractMoney,
  ZERO,
  type Message,
  type Money,
  type Step,
} from '../values';
import type { BridgePart, OtherReason } from './parts';
import type { Pool, ProductPools } from './pools';

/** Volume of a pool for as far as it is known; `assumed` where a part of it rests on a price found elsewhere. */
export interface Volume {
  readonly quantity: Decimal;
  readonly assumed: boolean;
}

/**
 * The whole volume behind a pool's amount, or null. Rows without a volume get one only where `fill` says so:
 * their amount at the price of the rows of the same side that state one.
 */
export function volumeOf(pool: Pool, fill: Pool | null): Volume | null {
  const open = subtractMoney(pool.amount, pool.priced);
  if (open === ZERO) return { quantity: pool.quantity, assumed: false };
  if (fill === null) return null;
  const known = [pool, fill].find(({ priced, quantity }) => priced > ZERO && quantity.greaterThan(0));
  if (known === undefined) return null;
  const extra = moneyToDecimal(open).times(known.quantity).dividedBy(moneyToDecimal(known.priced));
  return { quantity: pool.quantity.plus(extra), assumed: true };
}

/** Volumes of a product that can be compared: same unit, not negative, none missing. */
export type Comparable =
  | { readonly before: Volume; readonly after: Volume; readonly reason: null }
  | { readonly reason: OtherReason };

export function comparable(
  pools: { readonly before: Pool; readonly after: Pool },
  fill: { readonly before: Pool; readonly after: Pool } | null,
  units: number,
): Comparable {
  if (units > 1) return { reason: 'unit-differs' };
  const before = volumeOf(pools.before, fill?.before ?? null);
  const after = volumeOf(pools.after, fill?.after ?? null);
  if (before === null || after === null) return { reason: 'no-volume' };
  const sides = [
    [before, pools.before],
    [after, pools.after],
  ] as const;
  for (const [{ quantity }, { amount }] of sides) {
    // A volume without an amount has a price of 0; an amount without a volume has none.
    if (quantity.lessThan(0) || (quantity.isZero() && amount !== ZERO)) {
      return { reason: amount !== ZERO && quantity.isZero() ? 'no-volume' : 'volume-not-positive' };
    }
  }
  return { before, after, reason: null };
}

const amountStep = (side: 'before' | 'after', value: Money): Step =>
  step({ code: 'bridge.step-amount', facts: { side } }, moneyValue(value));

const volumeStep = (side: 'before' | 'after', volume: Volume, unit: string | null): Step =>
  step({ code: 'bridge.step-volume', facts: { side } }, quantityValue(volume.quantity, unit), {
    assumed: volume.assumed ? { code: 'bridge.volume-at-known-price', facts: {} } : null,
  });

/** A part of the difference: its amount and how it comes about. */
export interface Part {
  readonly part: BridgePart;
  readonly amount: Money;
  readonly step: Step;
}

export const partLabel = (part: BridgePart): Message => ({ code: `bridge.part-${part}`, facts: {} });

/**
 * Price: the new amount less the new volume at the old price, rounded half up to cents. Null where there is
 * no old price or no new volume, so that no price changed.
 */
export function pricePart(
  before: { readonly amount: Money; readonly volume: Volume },
  after: { readonly amount: Money; readonly volume: Volume },
  unit: string | null,
): Part | null {
  if (before.volume.quantity.isZero() || after.volume.quantity.isZero()) return null;
  const oldPrice = moneyToDecimal(before.amount).dividedBy(before.volume.quantity);
  const atOldPrice = after.volume.quantity.times(oldPrice);
  const exact = moneyToDecimal(after.amount).minus(atOldPrice);
  const amount = roundToCents(exact);
  return {
    part: 'price',
    amount,
    step: step(partLabel('price'), moneyValue(amount), {
      operator: 'round-cents',
      parts: [
        step({ code: 'bridge.step-price-exact', facts: {} }, quantityValue(exact, '€'), {
          operator: 'difference',
          parts: [
            amountStep('after', after.amount),
            step({ code: 'bridge.step-at-old-price', facts: {} }, quantityValue(atOldPrice, '€'), {
              operator: 'product',
              parts: [
                volumeStep('after', after.volume, unit),
                step({ code: 'bridge.step-old-price', facts: {} }, quantityValue(oldPrice, '€'), {
                  operator: 'quotient',
                  parts: [amountStep('before', before.amount), volumeStep('before', before.volume, unit)],
                }),
              ],
            }),
          ],
        }),
      ],
    }),
  };
}

/** Volume of all products in one unit of a provider and domain, on either side. */
export interface GroupVolume {
  readonly before: Decimal;
  readonly after: Decimal;
  /** Number of products it consists of. */
  readonly products: number;
}

/**
 * Volume: what the product would cost more if it grew exactly as fast as all volume in its unit, at old
 * prices; rounded half up to cents.
 */
export function volumePart(amountBefore: Money, group: GroupVolume, unit: string | null): Part | null {
  if (group.before.isZero() || amountBefore === ZERO) return null;
  const growth = group.after.dividedBy(group.before);
  const grown = moneyToDecimal(amountBefore).times(growth);
  const exact = grown.minus(moneyToDecimal(amountBefore));
  const amount = roundToCents(exact);
  const groupStep = (side: 'before' | 'after'): Step =>
    step(
      { code: 'bridge.step-group-volume', facts: { side, products: group.products } },
      quantityValue(group[side], unit),
    );
  return {
    part: 'volume',
    amount,
    step: step(partLabel('volume'), moneyValue(amount), {
      operator: 'round-cents',
      parts: [
        step({ code: 'bridge.step-volume-exact', facts: {} }, quantityValue(exact, '€'), {
          operator: 'difference',
          parts: [
            step({ code: 'bridge.step-grown', facts: {} }, quantityValue(grown, '€'), {
              operator: 'product',
              parts: [
                amountStep('before', amountBefore),
                step({ code: 'bridge.step-growth', facts: {} }, quantityValue(growth, null), {
                  operator: 'quotient',
                  parts: [groupStep('after'), groupStep('before')],
                }),
              ],
            }),
            amountStep('before', amountBefore),
          ],
        }),
      ],
    }),
  };
}

/** What is left of a difference after the parts named: exact by construction, and said to be so. */
export function remainderPart(
  part: BridgePart,
  sides: { readonly before: Money; readonly after: Money },
  taken: readonly Part[],
  label: Message = partLabel(part),
): Part {
  const whole = subtractMoney(sides.after, sides.before);
  const amount = taken.reduce((left, other) => subtractMoney(left, other.amount), whole);
  return {
    part,
    amount,
    step: step(label, moneyValue(amount), {
      operator: 'difference',
      parts: [
        step({ code: 'bridge.step-difference', facts: {} }, moneyValue(whole), {
          operator: 'difference',
          parts: [amountStep('after', sides.after), amountStep('before', sides.before)],
        }),
        ...taken.map((other) => step(partLabel(other.part), moneyValue(other.amount))),
      ],
    }),
  };
}

/** New and left clients of a product, as parts. */
export function clientParts(pools: ProductPools): Part[] {
  const parts: Part[] = [];
  if (pools.newClients.size > 0) {
    const facts = { count: pools.newClients.size };
    parts.push({
      part: 'new',
      amount: pools.newAmount,
      step: step({ code: 'bridge.step-new-clients', facts }, moneyValue(pools.newAmount)),
    });
  }
  if (pools.leftClients.size > 0) {
    const facts = { count: pools.leftClients.size };
    const amount = subtractMoney(ZERO, pools.leftAmount);
    parts.push({
      part: 'left',
      amount,
      step: step({ code: 'bridge.step-left-clients', facts }, moneyValue(amount)),
    });
  }
  return parts;
}
