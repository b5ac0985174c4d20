import type { Month } from '../values/date';
import { monthValue, moneyValue, quantityValue, type Fact, type Message } from '../values/message';
import { Decimal } from '../values/decimal';
import { roundToCents, sumMoney, type Money } from '../values/money';
import type { Figure, FigureSource } from './figures';
import { readProduct } from './formulas';
import { a1, type GridCell } from './grid';
import type { Slot } from './layout';
import { numberOf } from './numbers';
import { normaliseUnit } from './phrases';
import type { SheetView } from './sheet-view';

const MONTH_FACTS = new Map<Month, Fact>();

/** A month as a fact: one object per month, as every written cell has two. */
function monthFact(month: Month): Fact {
  let fact = MONTH_FACTS.get(month);
  if (fact === undefined) MONTH_FACTS.set(month, (fact = monthValue(month)));
  return fact;
}

/** Why a cell gets its value: the figures in it. */
export function whyOf(slot: Slot, figures: readonly Figure[], code: string): Message {
  const [only] = figures;
  const isOne = figures.length === 1 && only !== undefined;
  const phases = isOne ? only.phase : [...new Set(figures.map(({ phase }) => phase))].sort().join('+');
  const total = isOne ? only.amount : sumMoney(figures.map(({ amount }) => amount));
  return {
    code,
    facts: {
      product: slot.product ?? slot.label,
      month: monthFact(slot.period.from),
      until: monthFact(slot.period.until),
      phases,
      amount: moneyValue(total),
      count: figures.length,
    },
  };
}

/** Units that are certain multiples of one another: how many of the second go into one of the first. */
const FACTORS: Readonly<Record<string, readonly [number, number]>> = {
  'minuut>uur': [1, 60],
  'uur>minuut': [60, 1],
  'etmaal>dag': [1, 1],
  'dag>etmaal': [1, 1],
  'nacht>etmaal': [1, 1],
  'etmaal>nacht': [1, 1],
};

/**
 * By what a volume is multiplied and divided to come from one unit to another; null when no fixed number of one
 * makes the other (a `dagdeel` has no agreed number of hours).
 * @example unitFactor('uur', 'minuut') // [60, 1]
 */
export const unitFactor = (from: string, to: string): readonly [number, number] | null =>
  FACTORS[`${from}>${to}`] ?? null;

/** The volume for a cell, in the unit the layout states; a message when the units can't be reconciled. */
export function quantityFor(slot: Slot, figures: readonly Figure[]): { value: Decimal } | Message {
  let total = new Decimal(0);
  for (const figure of figures) {
    if (figure.quantity === null)
      return {
        code: 'prognosis.volume-unknown',
        facts: { product: figure.product, month: monthValue(figure.month) },
      };
    const from = figure.unit === null ? null : normaliseUnit(figure.unit);
    const to = slot.unit ?? null;
    let quantity = figure.quantity;
    if (from !== null && to !== null && from !== to) {
      const factor = unitFactor(from, to);
      if (factor) quantity = quantity.times(factor[0]).dividedBy(factor[1]);
      else
        return {
          code: 'prognosis.unit-differs',
          facts: {
            product: figure.product,
            found: from,
            expected: to,
            quantity: quantityValue(figure.quantity, figure.unit),
          },
        };
    }
    total = total.plus(quantity);
  }
  return { value: total };
}

/** The one tariff that the source has for a product; null for none or several. */
export function oneTariff(source: FigureSource, product: string): Decimal | null {
  const tariffs = new Set<string>();
  for (const figure of source.figures) {
    if (figure.product === product && figure.tariff) tariffs.add(figure.tariff.toFixed());
  }
  const [only] = tariffs;
  return tariffs.size === 1 && only !== undefined ? new Decimal(only) : null;
}

/** What `volume × tariff` in an amount cell will come to after filling, when its two cells are known. */
export function computedAmount(
  slot: Slot,
  cell: GridCell | undefined,
  views: ReadonlyMap<string, SheetView>,
  volumes: ReadonlyMap<string, Decimal>,
): Money | null {
  const formula = cell?.formula ?? null;
  const factors = formula === null ? null : readProduct(formula);
  if (!factors) return null;
  let product = new Decimal(1);
  for (const factor of factors) {
    const sheet = factor.sheet ?? slot.sheet;
    const { top, left } = factor.range;
    const written = volumes.get(`${sheet}!${a1(top, left)}`);
    const other = views.get(sheet)?.at(top, left);
    const value = written ?? ((other?.formula ?? null) === null ? numberOf(other) : null);
    if (value === null) return null;
    product = product.times(value);
  }
  return roundToCents(product.times(slot.scale));
}
