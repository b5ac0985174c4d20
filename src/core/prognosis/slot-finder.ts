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
  readonly product: string;
  readonly domain: string;
  readonly cells: Readonly<Record<FilledMeasure, readonly number[]>>;
}

/** A slot with its number. */
interface Numbered extends Slot {
  readonly at: number;
}

/** Finds the cell of a layout that a figure belongs in. Slots go by their number in `Layout.slots`. */
export class SlotFinder {
  private readonly slots: readonly Slot[];
  private readonly byProduct: ReadonlyMap<string, number[]>;
  private readonly rivals = new Map<string, ReadonlyMap<string, readonly Slot[]>>();
  private readonly places = new Map<string, Map<string, Places>>();
  private readonly clients = new Map<string, string>();
  /** Of the figure asked for last: figures of a product mostly follow one another. */
  private last: Places | null = null;

  constructor({ slots }: Layout) {
    this.slots = slots;
    this.byProduct = groupBy(slots.keys(), (at) => {
      const slot = slots[at];
      return slot === undefined || slot.measure === 'tariff' ? null : slot.product;
    });
  }

  /** The slots of the same product, measure, domain and period, the slot itself included. */
  rivalsOf(slot: Slot): readonly Slot[] {
    if (slot.product === null) return [];
    let known = this.rivals.get(slot.product);
    if (!known) {
      const lists = new Map<string, Slot[]>();
      for (const at of this.byProduct.get(slot.product) ?? []) {
        const other = this.slots[at];
        if (other) pushTo(lists, rivalKey(other), other);
      }
      this.rivals.set(slot.product, (known = lists));
    }
    return known.get(rivalKey(slot)) ?? [];
  }

  /** Whether the layout has any cell for the product and domain of a figure. */
  has(figure: Figure, measure: FilledMeasure): boolean {
    return this.placesFor(figure).cells[measure].length > 0;
  }

  private placesFor({ product, domain }: Figure): Places {
    const { last } = this;
    if (last?.product === product && last.domain === domain) return last;
    let byDomain = this.places.get(product);
    if (!byDomain) this.places.set(product, (byDomain = new Map()));
    let places = byDomain.get(domain);
    if (!places) {
      const own = this.byProduct.get(product) ?? [];
      const of = (measure: FilledMeasure): readonly number[] => {
        const exact: number[] = [];
        const unstated: number[] = [];
        for (const at of own) {
          const slot = this.slots[at];
          if (slot?.measure !== measure) continue;
          if (slot.domain === null) unstated.push(at);
          else if (sameDomain(slot.domain, domain)) exact.push(at);
        }
        return exact.length > 0 ? exact : unstated;
      };
      const cells = { amount: of('amount'), volume: of('volume'), clients: of('clients') };
      byDomain.set(domain, (places = { product, domain, cells }));
    }
    this.last = places;
    return places;
  }

  /** The slots for the client and the location of a figure, or what it doesn't say. */
  private named(
    slots: readonly Numbered[],
    figure: Figure,
    place: Message['facts'],
  ): readonly Numbered[] | Message {
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

  /** The number of the one slot for a figure, or why there is none. */
  choose(figure: Figure, measure: FilledMeasure): number | Message {
    const cells = this.placesFor(figure).cells[measure];
    let count = 0;
    let single = -1;
    for (const at of cells) {
      const slot = this.slots[at];
      if (!slot || !holds(slot, figure.month)) continue;
      count += 1;
      single = at;
    }
    const only = this.slots[single];
    if (count === 1 && only?.client === undefined && only?.location === undefined) return single;
    return this.chooseAmong(cells, figure);
  }

  private chooseAmong(cells: readonly number[], figure: Figure): number | Message {
    const inMonth = cells.flatMap((at): Numbered[] => {
      const slot = this.slots[at];
      return slot && holds(slot, figure.month) ? [{ ...slot, at }] : [];
    });
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
    return only.at;
  }
}
