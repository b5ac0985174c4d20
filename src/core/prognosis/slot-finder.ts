import type { Month } from '../values/date';
import { monthValue, type Message } from '../values/message';
import { sameDomain } from './domains';
import type { Figure } from './figures';
import { cellName } from './fill-plan';
import type { Layout, Slot } from './layout';
import { groupBy, pushTo } from './multimap';
import { normaliseLabel } from './text';

/** What figures are put into; tariffs are not filled from them. */
export type FilledMeasure = 'amount' | 'volume' | 'clients';

const holds = (slot: Slot, month: Month): boolean => slot.period.from <= month && slot.period.until >= month;

/** A location's name without the word that says it is one. */
const bareLocation = (name: string): string =>
  normaliseLabel(name).replace(/^(?:gemeente|gem|locatie|vestiging|location|municipality) (?=\S)/, '');

const rivalKey = ({ measure, domain, period }: Slot): string =>
  `${measure}${period.from}${period.until}${domain ?? ''}`;

/** The cells of a product in a domain, by what they ask for. */
interface Places {
  readonly all: Readonly<Record<FilledMeasure, readonly Slot[]>>;
  readonly inMonth: Readonly<Record<FilledMeasure, Map<Month, readonly Slot[]>>>;
}

/** Finds the cell of a layout that a figure belongs in. */
export class SlotFinder {
  private readonly byProduct: ReadonlyMap<string, Slot[]>;
  private readonly rivals = new Map<string, ReadonlyMap<string, readonly Slot[]>>();
  private readonly places = new Map<string, Map<string, Places>>();
  private readonly clients = new Map<string, string>();

  constructor(layout: Layout) {
    this.byProduct = groupBy(layout.slots, (slot) => (slot.measure === 'tariff' ? null : slot.product));
  }

  /** The slots of the same product, measure, domain and period, the slot itself included. */
  rivalsOf(slot: Slot): readonly Slot[] {
    if (slot.product === null) return [];
    let known = this.rivals.get(slot.product);
    if (!known) {
      const lists = new Map<string, Slot[]>();
      for (const other of this.byProduct.get(slot.product) ?? []) pushTo(lists, rivalKey(other), other);
      this.rivals.set(slot.product, (known = lists));
    }
    return known.get(rivalKey(slot)) ?? [];
  }

  /** Whether the layout has any cell for the product and domain of a figure. */
  has(figure: Figure, measure: FilledMeasure): boolean {
    return this.placesFor(figure).all[measure].length > 0;
  }

  private placesFor({ product, domain }: Figure): Places {
    let byDomain = this.places.get(product);
    if (!byDomain) this.places.set(product, (byDomain = new Map()));
    let places = byDomain.get(domain);
    if (!places) {
      const own = this.byProduct.get(product) ?? [];
      const of = (measure: FilledMeasure): readonly Slot[] => {
        const asked = own.filter((slot) => slot.measure === measure);
        const exact = asked.filter((slot) => slot.domain !== null && sameDomain(slot.domain, domain));
        return exact.length > 0 ? exact : asked.filter((slot) => slot.domain === null);
      };
      const all = { amount: of('amount'), volume: of('volume'), clients: of('clients') };
      const inMonth = { amount: new Map(), volume: new Map(), clients: new Map() };
      byDomain.set(domain, (places = { all, inMonth }));
    }
    return places;
  }

  private inMonth(figure: Figure, measure: FilledMeasure): readonly Slot[] {
    const places = this.placesFor(figure);
    const inMonth = places.inMonth[measure];
    let found = inMonth.get(figure.month);
    if (!found) {
      found = places.all[measure].filter((slot) => holds(slot, figure.month));
      inMonth.set(figure.month, found);
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
      const client = this.clientKey(figure.client);
      const own = slots.filter((slot) => slot.client !== undefined && this.clientKey(slot.client) === client);
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
    const location = bareLocation(figure.location);
    const at = left.filter((slot) => slot.location !== undefined && bareLocation(slot.location) === location);
    if (at.length > 0) return at;
    const there = left.filter(
      (slot) => slot.location !== undefined && ` ${bareLocation(slot.location)} `.includes(` ${location} `),
    );
    if (there.length > 0) return there;
    const without = left.filter((slot) => slot.location === undefined);
    return without.length > 0
      ? without
      : { code: 'prognosis.location-without-cells', facts: { ...place, location: figure.location } };
  }

  private clientKey(name: string): string {
    let key = this.clients.get(name);
    if (key === undefined) this.clients.set(name, (key = normaliseLabel(name)));
    return key;
  }

  /** The one slot for a figure, or why there is none. */
  choose(figure: Figure, measure: FilledMeasure): Slot | Message {
    const inMonth = this.inMonth(figure, measure);
    const [single] = inMonth;
    const isPlain = single?.client === undefined && single?.location === undefined;
    if (inMonth.length === 1 && single && isPlain) return single;
    const place = { product: figure.product, domain: figure.domain, month: monthValue(figure.month) };
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
