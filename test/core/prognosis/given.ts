import {
  Decimal,
  moneyFromCents,
  moneyToDecimal,
  monthOf,
  parseDate,
  type Money,
} from '../../../src/core/values';
import { a1, type WorkbookGrid } from '../../../src/core/prognosis/grid';
import type { DetectionContext, KnownProduct, Layout } from '../../../src/core/prognosis/layout';
import {
  detectLayout,
  planFill,
  type Figure,
  type FigureSource,
  type FillPlan,
} from '../../../src/core/prognosis';
import { letters } from './grid-builder';

export const PRODUCTS: readonly KnownProduct[] = [
  { code: '02A03', description: 'Begeleiding individueel', domain: 'Wmo', unit: 'uur' },
  { code: '02A05', description: 'Begeleiding individueel specialistisch', domain: 'Wmo', unit: 'uur' },
  { code: '07A11', description: 'Dagbesteding ouderen', domain: 'Wmo', unit: 'dagdeel' },
  { code: '45A04', description: 'Ambulante jeugdhulp individueel', domain: 'Jeugdwet', unit: 'uur' },
  { code: '44A09', description: 'Gezinshuis', domain: 'Jeugdwet', unit: 'etmaal' },
];
export const WMO = ['02A03', '02A05', '07A11'] as const;
export const JEUGD = ['45A04', '44A09'] as const;

export const CONTEXT: DetectionContext = {
  year: 2023,
  asOf: '2023-06-30',
  products: PRODUCTS,
  providers: ['Stichting Voorbeeld 21'],
  domains: ['Wmo', 'Jeugdwet'],
  aliases: new Map(),
};

/** Every product and month has an amount of its own, so that a wrong cell can't hide. */
export const centsOf = (product: string, month: number): number => {
  const at = PRODUCTS.findIndex((known) => known.code === product);
  return (at + 1) * 1_000_003 + month * 10_007 + at * month;
};
export const amountOf = (product: string, ...months: number[]): Money =>
  moneyFromCents(months.reduce((sum, month) => sum + centsOf(product, month), 0));
export const amountText = (product: string, ...months: number[]): string =>
  moneyToDecimal(amountOf(product, ...months)).toFixed();
export const volumeOf = (product: string, month: number): Decimal =>
  new Decimal(PRODUCTS.findIndex((known) => known.code === product) * 100 + month).plus('0.25');
export const volumeText = (product: string, ...months: number[]): string =>
  months.reduce((sum, month) => sum.plus(volumeOf(product, month)), new Decimal(0)).toFixed();

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export function sourceOf(
  products: readonly string[] = PRODUCTS.map(({ code }) => code),
  more: readonly Figure[] = [],
): FigureSource {
  const figures = products.flatMap((product) =>
    MONTHS.map((month): Figure => ({
      domain: PRODUCTS.find(({ code }) => code === product)?.domain ?? 'Wmo',
      product,
      month: monthOf(2023, month),
      phase: month <= 6 ? 'actual' : 'forecast',
      amount: amountOf(product, month),
      quantity: volumeOf(product, month),
      unit: PRODUCTS.find(({ code }) => code === product)?.unit ?? null,
      clients: month + 3,
    })),
  );
  return {
    provider: 'Stichting Voorbeeld 21',
    year: 2023,
    asOf: parseDate('2023-06-30'),
    figures: [...figures, ...more],
  };
}

export interface Outcome {
  readonly layout: Layout;
  readonly plan: FillPlan;
  /** Every planned or already right cell: `Sheet!A1` → exact text. */
  readonly cells: Readonly<Record<string, string>>;
}

export function cellsOf(plan: FillPlan): Record<string, string> {
  return Object.fromEntries(
    [...plan.writes, ...plan.unchanged].map((write) => [
      `${write.sheet}!${a1(write.row, write.col)}`,
      write.value?.kind === 'number' ? new Decimal(write.value.text).toFixed() : (write.value?.text ?? ''),
    ]),
  );
}

/** Detects and plans, and holds what must hold for any layout: no formula written, all money accounted for. */
export function fill(
  book: WorkbookGrid,
  source: FigureSource = sourceOf(),
  context: DetectionContext = CONTEXT,
): Outcome {
  const layout = detectLayout(book, context);
  const plan = planFill(layout, book, source);
  expect(plan.difference).toBe(0n);
  for (const write of [...plan.writes, ...plan.unchanged]) {
    const sheet = book.sheets.find(({ name }) => name === write.sheet);
    const cell = sheet?.cells.find(({ row, col }) => row === write.row && col === write.col);
    expect(cell?.formula ?? null).toBeNull();
  }
  const keys = [...plan.writes, ...plan.unchanged].map(
    (write) => `${write.sheet}!${a1(write.row, write.col)}`,
  );
  expect(new Set(keys).size).toBe(keys.length);
  return { layout, plan, cells: cellsOf(plan) };
}

export const nameOf = (code: string): string =>
  PRODUCTS.find((product) => product.code === code)?.description ?? '';

export const blanks = (count: number): null[] => Array.from({ length: count }, () => null);

/** The amounts of products in rows from `top` (1-based), from `left` on with the month that stands in each column. */
export const amountsRight = (
  sheet: string,
  products: readonly string[],
  top: number,
  left: string,
  months: readonly number[] = MONTHS,
): Record<string, string> =>
  Object.fromEntries(
    products.flatMap((product, row) =>
      letters(left, months.length).map((letter, at) => [
        `${sheet}!${letter}${top + row}`,
        amountText(product, months[at] ?? 0),
      ]),
    ),
  );
