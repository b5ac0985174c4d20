import { Decimal } from '../values/decimal';
import { roundToCents, type Money } from '../values/money';
import type { Layout, Measure, PlannedWrite, Slot } from './layout';

/** What a planned change is about. */
export interface PlannedLine {
  /** Product, or the label of the line where none is known; null for a header cell. */
  readonly product: string | null;
  readonly measure: Measure | null;
  /** In euros, whatever unit the cell is in; null for anything but an amount. */
  readonly amount: Money | null;
}

/**
 * What each planned change is about, in the order of the plan: to filter a preview by and to follow its totals.
 * Amounts are what would stand in the cell, × 1.000 where the layout is in thousands, rounded half up to cents.
 */
export function plannedLines(layout: Layout, writes: readonly PlannedWrite[]): PlannedLine[] {
  const keyOf = ({ sheet, row, col }: { sheet: string; row: number; col: number }): string =>
    `${sheet}\u0000${row}\u0000${col}`;
  const slots = new Map<string, Slot>(layout.slots.map((slot) => [keyOf(slot), slot]));
  return writes.map((write): PlannedLine => {
    const slot = slots.get(keyOf(write));
    if (!slot) return { product: null, measure: null, amount: null };
    return {
      product: slot.product ?? slot.label,
      measure: slot.measure,
      amount:
        slot.measure === 'amount' && write.value?.kind === 'number'
          ? roundToCents(new Decimal(write.value.text).times(slot.scale))
          : null,
    };
  });
}
