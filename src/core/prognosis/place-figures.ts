import type { Month } from '../values/date';
import type { Message } from '../values/message';
import { addMoney, ZERO, type Money } from '../values/money';
import { sameDomain } from './domains';
import type { Figure } from './figures';
import { missed, type NotFilled, type Unmapped } from './fill-plan';
import type { Layout, Slot } from './layout';
import type { FilledMeasure, SlotFinder } from './slot-finder';

/** Figures by the cell they belong in, and what became of the others. */
export interface Placement {
  /** The figures of each slot, in the order of `Layout.slots`; null for a slot without any. */
  readonly figuresOf: readonly (readonly Figure[] | null)[];
  readonly notFilled: readonly NotFilled[];
  readonly unmapped: readonly Unmapped[];
  /** Product, measure and month (`openKey`) of figures that found no cell: no zero may stand for them. */
  readonly open: ReadonlySet<string>;
  /** Volumes that no single cell can take. */
  readonly remarks: readonly Message[];
}

/** Key of `Placement.open`. */
export const openKey = (product: string, measure: Slot['measure'], month: Month): string =>
  `${product}\u0000${measure}\u0000${month}`;

/** Gives every figure its cells; an amount without a cell is not filled or, without a line at all, unmapped. */
export function placeFigures(layout: Layout, figures: readonly Figure[], finder: SlotFinder): Placement {
  const figuresOf: (Figure[] | null)[] = layout.slots.map(() => null);
  const notFilled: NotFilled[] = [];
  const unmapped = new Map<string, OpenProduct>();
  const volumeProblems = new Map<string, Message>();
  const open = new Set<string>();
  const place = (figure: Figure, measure: FilledMeasure): void => {
    if (!finder.has(figure, measure)) {
      if (measure === 'amount')
        notFilled.push(
          missed(figure, { code: 'prognosis.no-amount-cells', facts: { product: figure.product } }),
        );
      return;
    }
    const slot = finder.choose(figure, measure);
    if (typeof slot === 'number') {
      const known = figuresOf[slot];
      if (known) known.push(figure);
      else figuresOf[slot] = [figure];
      return;
    }
    open.add(openKey(figure.product, measure, figure.month));
    if (measure === 'amount') notFilled.push(missed(figure, slot));
    else if (measure === 'volume' && figure.quantity !== null && !figure.quantity.isZero())
      volumeProblems.set(JSON.stringify(slot), slot);
  };
  for (const figure of figures) {
    if (!finder.has(figure, 'amount') && !finder.has(figure, 'volume')) {
      addUnmapped(unmapped, figure);
      continue;
    }
    place(figure, 'amount');
    place(figure, 'volume');
    place(figure, 'clients');
  }
  return {
    figuresOf,
    open,
    notFilled,
    unmapped: [...unmapped.values()].map((entry): Unmapped => ({
      ...entry,
      months: [...entry.months].sort(),
      candidates: candidatesFor(layout, entry.product, entry.domain),
    })),
    remarks: [...volumeProblems.values()].map((problem) => ({
      code: 'prognosis.volume-not-filled',
      facts: { reason: problem.code, ...problem.facts },
    })),
  };
}

interface OpenProduct {
  readonly domain: string;
  readonly product: string;
  amount: Money;
  readonly months: Set<Month>;
}

function addUnmapped(unmapped: Map<string, OpenProduct>, figure: Figure): void {
  const key = `${figure.domain}\u0000${figure.product}`;
  let entry = unmapped.get(key);
  if (!entry) {
    entry = { domain: figure.domain, product: figure.product, amount: ZERO, months: new Set() };
    unmapped.set(key, entry);
  }
  entry.amount = addMoney(entry.amount, figure.amount);
  entry.months.add(figure.month);
}

/** Labels without a product that a product of the source might belong to, best first. */
function candidatesFor(layout: Layout, product: string, domain: string): string[] {
  const open = layout.products.filter((match) => match.product === null);
  const named = open.filter((match) => match.candidates.includes(product)).map((match) => match.label);
  const inDomain = new Set(
    layout.slots
      .filter((slot) => slot.product === null && (slot.domain === null || sameDomain(slot.domain, domain)))
      .map((slot) => slot.label),
  );
  const rest = open.map((match) => match.label).filter((label) => inDomain.has(label));
  return [...new Set([...named, ...rest])].slice(0, 8);
}
