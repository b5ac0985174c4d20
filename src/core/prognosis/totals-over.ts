import type { Layout, Slot } from './layout';
import { addTo } from './multimap';

/** Which totals of a layout add up which slots. */
export class TotalsOver {
  private readonly totalsOf = new Map<Slot, Set<number>>();

  constructor(layout: Layout) {
    layout.totals.forEach((total, at) => {
      for (const index of total.over) {
        const slot = layout.slots[index];
        if (slot) addTo(this.totalsOf, slot, at);
      }
    });
  }

  /** Whether one total adds up both slots. */
  addTogether(slot: Slot, other: Slot): boolean {
    const own = this.totalsOf.get(slot);
    if (!own) return false;
    return [...(this.totalsOf.get(other) ?? [])].some((at) => own.has(at));
  }
}
