import {
  detectLayout,
  planFill,
  type DetectionContext,
  type Figure,
  type FigureSource,
  type FillPlan,
  type Layout,
  type Slot,
} from '../../src/core/prognosis';
import { a1 } from '../../src/core/prognosis/grid';
import { normaliseLabel } from '../../src/core/prognosis/text';
import {
  Decimal,
  isMonth,
  moneyFromCents,
  moneyToDecimal,
  parseDate,
  sumMoney,
  type Month,
} from '../../src/core/values';
import type { Case } from './build';
import { unitIn } from './canvas';
import type { Meaning, Truth } from './shapes';
import { hash, LOCATIONS, productOf, PRODUCTS, PROVIDER, YEAR } from './words';

export interface Score {
  readonly id: string;
  /** Input cells of the truth. */
  readonly inputs: number;
  /** Recognised with the right meaning; or asked about, where nothing in the layout says what it is. */
  readonly right: number;
  /** Part of `right`: cells of which nothing in the layout says what they are, and that were asked about. */
  readonly rightlyAsked: number;
  /** Not taken, or taken without a product, and a question about it was raised. */
  readonly asked: number;
  /** Recognised with a wrong meaning. */
  readonly wrong: number;
  /** Neither recognised nor asked about. */
  readonly missed: number;
  /** Cells taken for inputs that are none. */
  readonly taken: number;
  /** Planned writes to formulas and totals: never allowed. */
  readonly overwritten: number;
  /** Planned writes to other cells that are no inputs, such as last year's figures. */
  readonly strayed: number;
  /** Input cells that would get another content than they should. */
  readonly filledWrong: number;
  readonly filledRight: number;
  /** Input cells that should get a figure and don't. */
  readonly notFilled: number;
  readonly difference: bigint;
  readonly notes: readonly string[];
}

const monthOf = (month: number): Month => {
  const text = `${YEAR}-${String(month).padStart(2, '0')}`;
  if (!isMonth(text)) throw new Error(text);
  return text;
};

export type SourceFigure = Figure & { readonly location?: string };

/** Production until June and forecast from July on; every figure has an amount of its own. */
export function sourceOf(one: Case): FigureSource & { readonly figures: readonly SourceFigure[] } {
  const dims = [...one.spec.rows, ...one.spec.cols, ...(one.spec.blocks ?? []), ...(one.spec.sheets ?? [])];
  const byClient = dims.includes('client');
  const byLocation = dims.includes('location');
  const figures = one.products.flatMap((code) =>
    Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => {
      const clients = byClient ? (one.clientsOf.get(code) ?? []) : [null];
      const locations = byLocation ? LOCATIONS : [null];
      return clients.flatMap((client) =>
        locations.map((location): SourceFigure => {
          const key = hash(`${code} ${month} ${client ?? ''} ${location ?? ''}`);
          return {
            domain: productOf(code).domain,
            product: code,
            month: monthOf(month),
            phase: month <= 6 ? 'actual' : 'forecast',
            amount: moneyFromCents(100_000 + (key % 9_000_000)),
            quantity: new Decimal(10 + (key % 500)).plus('0.5'),
            unit: productOf(code).unit,
            clients: 1 + (key % 40),
            ...(client === null ? {} : { client }),
            ...(location === null ? {} : { location }),
          };
        }),
      );
    }),
  );
  return { provider: PROVIDER, year: YEAR, asOf: parseDate('2023-06-30'), figures };
}

export const contextOf = (aliases: ReadonlyMap<string, string> = new Map()): DetectionContext => ({
  year: YEAR,
  asOf: '2023-06-30',
  products: PRODUCTS.map(({ code, description, domain, unit }) => ({ code, description, domain, unit })),
  providers: [PROVIDER],
  domains: ['Wmo', 'Jeugdwet', 'Wlz'],
  aliases: new Map([...aliases].map(([label, code]) => [normaliseLabel(label), code])),
});

const FACTORS: Readonly<Record<string, readonly [number, number]>> = {
  'uur>minuut': [60, 1],
  'minuut>uur': [1, 60],
  'etmaal>dag': [1, 1],
  'dag>etmaal': [1, 1],
};

/** What a cell should hold after filling; null when no figure is for it. */
export function expectedText(meaning: Meaning, one: Case, figures: readonly SourceFigure[]): string | null {
  if (meaning.measure === 'tariff') return null;
  const own = figures.filter(
    (figure) =>
      figure.product === meaning.product &&
      figure.month >= meaning.from &&
      figure.month <= meaning.until &&
      (!splitsPhase(one) || figure.phase === meaning.phase) &&
      (meaning.client === null || figure.client === meaning.client) &&
      (meaning.location === null || figure.location === meaning.location),
  );
  if (own.length === 0) return null;
  if (meaning.measure === 'amount')
    return moneyToDecimal(sumMoney(own.map((figure) => figure.amount)))
      .dividedBy(meaning.scale)
      .toFixed();
  if (meaning.measure === 'clients')
    return meaning.from === meaning.until && own.length === 1 ? String(own[0]?.clients ?? '') : null;
  const from = productOf(meaning.product).unit;
  const to = one.spec.unitPlace === undefined ? from : unitIn(one.spec, meaning.product);
  const [times, by] = from === to ? [1, 1] : (FACTORS[`${from}>${to}`] ?? [1, 1]);
  return own
    .reduce((sum, figure) => sum.plus(figure.quantity ?? 0), new Decimal(0))
    .times(times)
    .dividedBy(by)
    .toFixed();
}

/** Whether realisation and forecast have cells of their own for the same month. */
export const splitsPhase = ({ spec }: Case): boolean =>
  [...spec.rows, ...spec.cols, ...(spec.blocks ?? []), ...(spec.sheets ?? [])].includes('phase');

/**
 * Whether a reader could not tell amounts from volumes: units or tariffs beside the cells, and no word, format,
 * scale, budget or total over different units that decides it.
 */
function saysNoMeasure({ spec, products }: Case, meaning: Meaning): boolean {
  const extras = spec.extras ?? [];
  const counts = extras.includes('unit') || extras.includes('tariff') || spec.unitPlace !== undefined;
  const isPlain = spec.bare === true || spec.format === 'plain';
  const dims = [...spec.rows, ...spec.cols, ...(spec.blocks ?? []), ...(spec.sheets ?? [])];
  if (
    !counts ||
    !isPlain ||
    dims.includes('measure') ||
    spec.scale !== undefined ||
    extras.includes('budget')
  )
    return false;
  const apart = [...(spec.sheets ?? []), ...(spec.blocks ?? [])].includes('domain');
  const together = products.filter((code) => !apart || productOf(code).domain === meaning.domain);
  const units = new Set(together.map((code) => productOf(code).unit));
  return !(units.size > 1 && (spec.totals ?? []).length > 0);
}

function differences(slot: Slot, meaning: Meaning): string[] {
  const found: string[] = [];
  const compare = (what: string, a: unknown, b: unknown): void => {
    if (a !== b) found.push(`${what} ${String(a)} for ${String(b)}`);
  };
  compare('product', slot.product, meaning.product);
  compare('measure', slot.measure, meaning.measure);
  if (meaning.measure !== 'tariff') {
    compare('from', slot.period.from, meaning.from);
    compare('until', slot.period.until, meaning.until);
    if (meaning.phase !== 'any') compare('phase', slot.phase, meaning.phase);
    else if (slot.phase !== 'any') compare('phase', slot.phase, 'any');
  }
  compare('scale', slot.scale, meaning.scale);
  if (slot.domain !== null) compare('domain', slot.domain, meaning.domain);
  if (meaning.client !== null) compare('client', slot.client, meaning.client);
  if (meaning.unit !== null) compare('unit', slot.unit, meaning.unit);
  if (meaning.location !== null && slot.location !== undefined && !slot.location.includes(meaning.location))
    found.push(`location ${slot.location} for ${meaning.location}`);
  return found;
}

/** Detects and plans a layout and holds both against its truth. */
export function score(one: Case, aliases: ReadonlyMap<string, string> = new Map(), given?: Layout): Score {
  const context = contextOf(aliases);
  const layout = given ?? detectLayout(one.book, context);
  const source = sourceOf(one);
  const plan = planFill(layout, one.book, source);
  return scoreOf(one, layout, plan, source.figures);
}

export function scoreOf(one: Case, layout: Layout, plan: FillPlan, figures: readonly SourceFigure[]): Score {
  const keyOf = (cell: { sheet: string; row: number; col: number }): string =>
    `${cell.sheet}!${a1(cell.row, cell.col)}`;
  const truth = new Map<string, Truth>(one.truth.map((cell) => [keyOf(cell), cell]));
  const slots = new Map(layout.slots.map((slot) => [keyOf(slot), slot]));
  const asks = layout.remarks.some(({ code }) => /four-week|table-asked|cells-asked/.test(code));
  const notes: string[] = [];
  const note = (text: string): void => {
    if (notes.length < 8) notes.push(text);
  };
  let [right, rightlyAsked, asked, wrong, missed, taken] = [0, 0, 0, 0, 0, 0];
  const inputs = one.truth.filter((cell) => cell.role === 'input' && cell.meaning !== null);
  for (const cell of inputs) {
    const slot = slots.get(keyOf(cell));
    if (!slot || !cell.meaning) {
      if (asks) asked += 1;
      else {
        missed += 1;
        note(`${keyOf(cell)} missed`);
      }
      continue;
    }
    if (slot.asked === true && saysNoMeasure(one, cell.meaning)) {
      right += 1;
      rightlyAsked += 1;
      continue;
    }
    if (slot.product === null || slot.asked === true) {
      asked += 1;
      note(`${keyOf(cell)} asked (${slot.label})`);
      continue;
    }
    const different = differences(slot, cell.meaning);
    if (slot.role !== 'input') different.push(`role ${slot.role}`);
    if (different.length === 0) right += 1;
    else {
      wrong += 1;
      note(`${keyOf(cell)} ${different.join(', ')}`);
    }
  }
  for (const slot of layout.slots) {
    if (slot.role !== 'input' || slot.asked === true || slot.product === null) continue;
    const cell = truth.get(keyOf(slot));
    if (cell?.role !== 'input') {
      taken += 1;
      note(
        `${keyOf(slot)} taken for an input (${cell?.role ?? 'label'}): ${slot.measure} ${slot.label} ${slot.period.from}`,
      );
    }
  }
  const headers = new Set(layout.headers.map(keyOf));
  const written = new Map<string, string>();
  let [overwritten, strayed] = [0, 0];
  for (const write of [...plan.writes, ...plan.unchanged]) {
    const key = keyOf(write);
    if (headers.has(key)) continue;
    const role = truth.get(key)?.role ?? 'label';
    if (role !== 'input') {
      if (role === 'total' || role === 'formula') overwritten += 1;
      else strayed += 1;
      note(`${key} OVERWRITTEN (${role})`);
    } else
      written.set(
        key,
        write.value?.kind === 'number' ? new Decimal(write.value.text).toFixed() : (write.value?.text ?? ''),
      );
  }
  let [filledRight, filledWrong, notFilled] = [0, 0, 0];
  for (const cell of inputs) {
    if (!cell.meaning || cell.meaning.measure === 'tariff') continue;
    const expected = expectedText(cell.meaning, one, figures);
    const got = written.get(keyOf(cell)) ?? null;
    if (expected === null) {
      if (got !== null && got !== '0') {
        filledWrong += 1;
        note(`${keyOf(cell)} filled ${got} for nothing`);
      }
    } else if (got === null) {
      if (!saysNoMeasure(one, cell.meaning)) notFilled += 1;
    } else if (got === expected) filledRight += 1;
    else {
      filledWrong += 1;
      note(`${keyOf(cell)} filled ${got} for ${expected}`);
    }
  }
  return {
    id: one.spec.id,
    inputs: inputs.length,
    right,
    rightlyAsked,
    asked,
    wrong,
    missed,
    taken,
    overwritten,
    strayed,
    filledRight,
    filledWrong,
    notFilled,
    difference: plan.difference,
    notes,
  };
}

/** Sums over layouts. */
export interface Rates {
  readonly layouts: number;
  /** Layouts in which every input cell is right and nothing else is touched. */
  readonly perfect: number;
  readonly inputs: number;
  readonly right: number;
  readonly rightlyAsked: number;
  readonly asked: number;
  readonly wrong: number;
  readonly missed: number;
  readonly taken: number;
  readonly overwritten: number;
  readonly strayed: number;
  readonly filledRight: number;
  readonly filledWrong: number;
  readonly notFilled: number;
}

/** Whether nothing at all is wrong with a layout. */
export const isPerfect = (one: Score): boolean =>
  one.right === one.inputs &&
  one.taken + one.overwritten + one.strayed + one.filledWrong + one.notFilled === 0 &&
  one.difference === 0n;

export function ratesOf(scores: readonly Score[]): Rates {
  const sum = (pick: (one: Score) => number): number => scores.reduce((all, one) => all + pick(one), 0);
  return {
    layouts: scores.length,
    perfect: scores.filter(isPerfect).length,
    inputs: sum((one) => one.inputs),
    right: sum((one) => one.right),
    rightlyAsked: sum((one) => one.rightlyAsked),
    asked: sum((one) => one.asked),
    wrong: sum((one) => one.wrong),
    missed: sum((one) => one.missed),
    taken: sum((one) => one.taken),
    overwritten: sum((one) => one.overwritten),
    strayed: sum((one) => one.strayed),
    filledRight: sum((one) => one.filledRight),
    filledWrong: sum((one) => one.filledWrong),
    notFilled: sum((one) => one.notFilled),
  };
}
