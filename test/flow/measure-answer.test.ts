import { planFill } from '../../src/core';
import { recogniseAnswered } from '../../src/flow/fill';
import { amountText, CONTEXT, cellsOf, MONTHS, sourceOf, volumeText, WMO } from '../core/prognosis/given';
import { bookOf, letters, sheetOf, type Spec } from '../core/prognosis/grid-builder';
import { JAN_DEC } from '../months';

/** Tabs that are alike, of which nothing says whether they ask for amounts or volumes. */
const book = bookOf(
  ...WMO.map((code, tab) =>
    sheetOf(`Team ${tab + 1}`, [
      ['Productcode', 'Eenheid', 'Tarief', ...JAN_DEC],
      [code, 'uur', 50, ...JAN_DEC.map((): Spec => null)],
    ]),
  ),
);

const cellsAt = (text: (code: string, month: number) => string): Record<string, string> =>
  Object.fromEntries(
    WMO.flatMap((code, tab) =>
      letters('D', 12).map((col, at) => [`Team ${tab + 1}!${col}2`, text(code, MONTHS[at] ?? 0)]),
    ),
  );

function fillWith(measure?: 'amount' | 'volume', profile: Parameters<typeof recogniseAnswered>[2] = null) {
  const found = recogniseAnswered(book, CONTEXT, profile, undefined, measure);
  const plan = planFill(found.layout, book, sourceOf(WMO));
  expect(plan.difference).toBe(0n);
  const codes = found.layout.remarks.map(({ code }) => code);
  return { ...found, plan, cells: cellsOf(plan), asked: codes.filter((code) => code.endsWith('-asked')) };
}

describe('one answer for cells of which nothing says what they ask for', () => {
  test('without it they stay unfilled and every cent is in what was not filled', () => {
    const { plan, asked } = fillWith();
    expect(asked).toHaveLength(WMO.length);
    expect(plan.writes).toEqual([]);
    expect(plan.notFilledTotal).toBe(plan.sourceTotal);
  });

  test('amounts go into every tab', () => {
    const { cells, asked, plan } = fillWith('amount');
    expect(asked).toEqual([]);
    expect(cells).toEqual(cellsAt((code, month) => amountText(code, month)));
    expect(plan.filledTotal).toBe(plan.sourceTotal);
  });

  test('volumes go into every tab, where their unit is that of the source', () => {
    const { cells, plan } = fillWith('volume');
    const hours = cellsAt((code, month) => volumeText(code, month));
    for (const [cell, text] of Object.entries(cells)) expect([cell, text]).toEqual([cell, hours[cell]]);
    expect(Object.keys(cells)).toHaveLength(2 * MONTHS.length);
    // The third product is delivered in another unit than its tab states.
    expect(plan.remarks.map(({ code }) => code)).toContain('prognosis.unit-differs');
  });

  test('the profile remembers it, and nothing is asked again', () => {
    const { profile } = fillWith('amount');
    const again = fillWith(undefined, profile);
    expect(again.asked).toEqual([]);
    expect(again.cells).toEqual(fillWith('amount').cells);
  });
});
