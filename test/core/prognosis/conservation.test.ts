import fc from 'fast-check';
import { Decimal, moneyFromCents, monthOf, sumMoney } from '../../../src/core/values';
import { detectLayout, planFill, type Figure } from '../../../src/core/prognosis';
import { bookOf, sheetOf, type Spec } from './grid-builder';
import { CONTEXT, PRODUCTS, sourceOf } from './given';
import { JAN_DEC } from '../../months';

const figures = fc.uniqueArray(
  fc.record({
    product: fc.constantFrom(...PRODUCTS.map(({ code }) => code), 'XX99'),
    domain: fc.constantFrom('Wmo', 'Jeugdwet'),
    month: fc.integer({ min: 1, max: 12 }),
    phase: fc.constantFrom<Figure['phase']>('actual', 'forecast'),
    cents: fc.integer({ min: -1_000_000, max: 100_000_000 }),
  }),
  { selector: ({ product, domain, month, phase }) => `${product}${domain}${month}${phase}`, maxLength: 60 },
);

const layouts = fc.record({
  heads: fc.constantFrom<Spec[]>(
    [...JAN_DEC],
    JAN_DEC.slice(0, 7),
    ['Q1', 'Q2', 'Q3', 'Q4', 'Totaal'],
    ['H1', 'H2'],
    JAN_DEC.flatMap((name) => [`${name} realisatie`, `${name} prognose`]),
    JAN_DEC.flatMap((name) => [`${name} aantal`, `${name} bedrag`]),
    ['realisatie t/m juni', 'prognose juli t/m december', 'totaal'],
  ),
  title: fc.constantFrom('Prognose 2023', 'Prognose 2023 x € 1.000', 'Bedragen in duizenden euro'),
  rows: fc.subarray([...PRODUCTS.map(({ code }) => code), 'Onbekende zorg', '02A03'], { minLength: 1 }),
  locked: fc.boolean(),
});

describe('conservation of money', () => {
  it('every cent of the source is in a cell, not filled, or unmapped, in any layout', () => {
    fc.assert(
      fc.property(figures, layouts, (list, { heads, title, rows, locked }) => {
        const source = sourceOf(
          [],
          list.map((entry): Figure => ({
            domain: entry.domain,
            product: entry.product,
            month: monthOf(2023, entry.month),
            phase: entry.phase,
            amount: moneyFromCents(entry.cents),
            quantity: new Decimal(entry.cents).dividedBy(100),
            unit: 'uur',
            clients: null,
          })),
        );
        const book = bookOf(
          sheetOf('Blad', [[title], [], ['Product', ...heads], ...rows.map((row) => [row, 17])], {
            isProtected: locked,
          }),
        );
        const plan = planFill(detectLayout(book, CONTEXT), book, source);
        expect(plan.difference).toBe(0n);
        const inCells =
          plan.filledTotal +
          sumMoney(plan.notFilled.map(({ amount }) => amount)) +
          sumMoney(plan.unmapped.map(({ amount }) => amount));
        expect(inCells).toBe(sumMoney(source.figures.map(({ amount }) => amount)));
        if (locked) expect(plan.writes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
