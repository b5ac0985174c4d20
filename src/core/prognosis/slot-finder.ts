import type { Month } from '../values/date';
import { monthValue, type Message } from '../values/message';
import { sameDomain } from './domains';
import type { Figure } from './figures';
import { cellName } from './fill-plan';
import type { Layout, Slot } from './layout';
import { pushTo } from './multimap';
import { normaliseLabel } from './text';

const holds = (slot: Slot, month: Month): boolean => slot.period.from <= month && slot.period.until >= month;

const rivalKey = (slot: Slot): string =>
  [slot.product ?? '', slot.measure, slot.domain ?? '', slot.period.from, slot.period.until].join('\u0000');

/** Finds the cell of a layout that a figure belongs in. */
export class SlotFinder {
  private readonly rivals = new Map<string, Slot[]>();
  private readonly byProduct = new Map<string, Slot[]>();
  private readonly known = new Map<string, readonly Slot[]>();

  constructor(layout: Layout) {
    for (const slot of layout.slots) {
      if (slot.product === null || slot.measure === 'tariff') continue;
      pushTo(this.rivals, rivalKey(slot), slot);
      pushTo(this.byProduct, slot.product, slot);
    }
  }

  /** The slots of the same product, measure, domain and period, the slot itself included. */
  rivalsOf(slot: Slot): readonly Slot[] {
    return this.rivals.get(rivalKey(slot)) ?? [];
  }

  /** Whether the layout has any cell for the product and domain of a figure. */
  has(figure: Figure, measure: Slot['measure']): boolean {
    return this.slotsFor(figure, measure).length > 0;
  }

  private slotsFor(figure: Figure, measure: Slot['measure']): readonly Slot[] {
    const key = `${figure.product}\u0000${figure.domain}\u0000${measure}`;
    let found = this.known.get(key);
    if (!found) {
      const own = (this.byProduct.get(figure.product) ?? []).filter((slot) => slot.measure === measure);
      const exact = own.filter((slot) => slot.domain !== null && sameDomain(slot.domain, figure.domain));
      found = exact.length > 0 ? exact : own.filter((slot) => slot.domain === null);
      this.known.set(key, found);
    }
    return found;
  }

  /** The slots for the client and the location of a figure, or what it doesn't say. */
  private named(slots: readonly Slot[], figure: Figure, place: Message['facts']): readonly Slot[] | Message {
    let left = slots;
    if (figure.client === undefined) {
      left = slots.filter((slot) => slot.client === undefined);
      if (left.length === 0)
        return { code: 'prognosis.client-needed', facts: { ...place, count: slots.length } };
    } else {
      const client = normaliseLabel(figure.client);
      const own = slots.filter((slot) => slot.client !== undefined && normaliseLabel(slot.client) === client);
      left = own.length > 0 ? own : slots.filter((slot) => slot.client === undefined);
      if (left.length === 0) return { code: 'prognosis.client-without-row', facts: place };
    }
    const locations = [...new Set(left.flatMap((slot) => slot.location ?? []))];
    if (locations.length < 2 && (figure.location === undefined || locations.length === 0)) return left;
    if (figure.location === undefined) {
      const without = left.filter((slot) => slot.location === undefined);
      return without.length > 0
        ? without
        : { code: 'prognosis.location-needed', facts: { ...place, locations: locations.slice(0, 8) } };
    }
    const location = normaliseLabel(figure.location);
    const there = left.filter(
      (slot) => slot.location !== undefined && ` ${normaliseLabel(slot.location)} `.includes(` ${location} `),
    );
    if (there.length > 0) return there;
    const without = left.filter((slot) => slot.location === undefined);
    return without.length > 0
      ? without
      : { code: 'prognosis.location-without-cells', facts: { ...place, location: figure.location } };
  }

  /** The one slot for a figure, or why there is none. */
  choose(figure: Figure, measure: Slot['measure']): Slot | Message {
    const place = { product: figure.product, domain: figure.domain, month: monthValue(figure.month) };
    const inMonth = this.slotsFor(figure, measure).filter((slot) => holds(slot, figure.month));
    if (inMonth.length === 0) return { code: 'prognosis.no-cell-for-month', facts: place };
    const named = this.named(inMonth, figure, place);
    if ('code' in named) return named;
    let candidates = named;
    if (candidates.length > 1) {
      const phases = new Set(candidates.map((slot) => slot.phase));
      if (phases.size > 1) {
        const own = candidates.filter((slot) => slot.phase === figure.phase);
        candidates = own.length > 0 ? own : candidates.filter((slot) => slot.phase === 'any');
        if (candidates.length === 0) {
          return { code: 'prognosis.no-cell-for-phase', facts: { ...place, phase: figure.phase } };
        }
      }
    }
    if (candidates.length > 1) {
      const inputs = candidates.filter((slot) => slot.role === 'input');
      if (inputs.length === 1) candidates = inputs;
    }
    const [only] = candidates;
    if (!only || candidates.length > 1) {
      return {
        code: 'prognosis.several-cells',
        facts: { ...place, cells: candidates.slice(0, 6).map(cellName), count: candidates.length },
      };
    }
    return only;
  }
}
