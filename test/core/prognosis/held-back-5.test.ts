import { fill } from './given';
import { FIRST } from './provider-layouts';
import { SECOND } from './provider-layouts-2';

/** A fifth round of layouts, as controllers of providers make them; again run first against the mechanism as it was. */
describe('held-back layouts, fifth round', () => {
  it.each([...FIRST, ...SECOND].map((layout) => [layout.name, layout] as const))('%s', (_, one) => {
    const { cells, layout } = fill(one.book, one.source);
    expect(cells).toEqual(one.expected);
    if (one.remark !== undefined) expect(layout.remarks.map(({ code }) => code)).toContain(one.remark);
  });

  it('no total or formula is ever written', () => {
    for (const one of [...FIRST, ...SECOND]) {
      const { plan, layout } = fill(one.book, one.source);
      const totals = new Set(layout.totals.map(({ sheet, row, col }) => `${sheet}!${row}:${col}`));
      expect(plan.writes.filter(({ sheet, row, col }) => totals.has(`${sheet}!${row}:${col}`))).toEqual([]);
    }
  });
});
