import type { Layout, Slot } from './layout';
import { addTo } from './multimap';

/** Which formulas of a layout add up which slots. */
export class TotalsOver {
  /** Made when it is first asked for: most layouts never need it. */
  private totalsOf: ReadonlyMap<Slot, ReadonlySet<number>> | null = null;

  constructor(private readonly layout: Layout) {}

  /** Whether one formula adds up both slots. */
  addTogether(slot: Slot, other: Slot): boolean {
    this.totalsOf ??= this.gather();
    const own = this.totalsOf.get(slot);
    if (!own) return false;
    return [...(this.totalsOf.get(other) ?? [])].some((at) => own.has(at));
  }

  private gather(): Map<Slot, Set<number>> {
    const totalsOf = new Map<Slot, Set<number>>();
    this.layout.totals.forEach((total, at) => {
      // A total in words only adds nothing up by itself.
      if (!total.formula) return;
      for (const index of total.over) {
        const slot = this.layout.slots[index];
        if (slot) addTo(totalsOf, slot, at);
      }
    });
    return totalsOf;
  }
}
