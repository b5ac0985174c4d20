import { parseMoney, recompute, formatMoney, type DomainFigures } from '../../src/core';
import { runCheck, runFill } from '../../src/flow';
import {
  CASES,
  expectedOf,
  openGrid,
  openSample,
  runInput,
  silent,
  text,
  type Expected,
} from './sample-case';

/** The figures of a domain in the shape of expected.json. */
function shown(figures: DomainFigures | undefined): Record<string, string | null> {
  const ceiling = figures?.ceiling;
  return {
    production: text(figures?.production),
    forecast: text(figures?.forecast),
    excluded: text(figures?.excluded),
    total: text(figures?.total),
    base: text(ceiling?.base),
    raises: text(ceiling?.raises),
    expectedRaises: text(ceiling?.expectedRaises),
    caseBudgets: text(ceiling?.caseBudgets),
    effective: text(ceiling?.effective),
    effectiveYearEnd: text(ceiling?.effectiveYearEnd),
    overrun: text(figures?.overrun),
    headroom: text(figures?.headroom),
    overrunYearEnd: text(figures?.overrunYearEnd),
    headroomYearEnd: text(figures?.headroomYearEnd),
  };
}

const wanted = (expected: Expected, domain: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(expected.domains[domain] ?? {}).map(([name, amount]) => [
      name,
      formatMoney(parseMoney(amount)),
    ]),
  );

describe.each(CASES)('sample case $name', ({ name, layout }) => {
  const expected = expectedOf(name);
  const domains = Object.keys(expected.domains);

  it('fill: figures, every input cell, nothing lost', async () => {
    const port = await openSample(name, `eigen-${layout}.xlsx`);
    const outcome = await runFill(
      { ...runInput(name), prognosis: { file: `eigen-${layout}.xlsx`, port }, profile: null },
      openGrid,
      silent,
    );
    const [prognosis] = outcome.prognoses;
    expect(prognosis?.provider).toBe(expected.provider);
    for (const domain of domains) {
      expect(shown(prognosis?.domains.find((figures) => figures.domain === domain))).toEqual(
        wanted(expected, domain),
      );
    }
    const cells = new Map<string, string>();
    for (const sheet of (await port.read()).sheets) {
      for (const cell of sheet.cells) {
        if (cell.value?.kind === 'number')
          cells.set(`${sheet.name}!${address(cell.row, cell.col)}`, String(cell.value.value));
      }
    }
    const want = Object.entries(expected.layouts[layout]?.cells ?? {});
    expect(want.map(([cell]) => `${cell} ${Number(cells.get(cell))}`)).toEqual(
      want.map(([cell, amount]) => `${cell} ${Number(amount)}`),
    );
    expect(text(prognosis?.reconciliation.difference)).toBe('0.00');
    expect(prognosis?.reconciliation.unmapped).toEqual([]);
    expect(prognosis?.reconciliation.notFilled).toEqual([]);
    expect(prognosis?.reconciliation.filledTotal).toBe(prognosis?.reconciliation.sourceTotal);
    expect(outcome.refused).toEqual([]);
    for (const figures of prognosis?.domains ?? []) for (const step of figures.steps) recompute(step);
    for (const finding of prognosis?.findings ?? []) for (const step of finding.steps) recompute(step);
  });

  it.each([
    ['with the tariff list', {}],
    ['without tariff list and forecast file', { tariffs: null, forecast: [] }],
  ])('check %s: the same figures from the submitted workbook', async (_how, rest) => {
    const file = `ingediend-${layout}.xlsx`;
    const port = await openSample(name, file);
    const outcome = await runCheck(
      { ...runInput(name, { forecast: [], ...rest }), prognoses: [{ file, port }] },
      openGrid,
      silent,
    );
    const [prognosis] = outcome.prognoses;
    for (const domain of domains) {
      expect(shown(prognosis?.domains.find((figures) => figures.domain === domain))).toEqual(
        wanted(expected, domain),
      );
    }
    expect(prognosis?.findings.filter((finding) => finding.rule === 'CHK-02' && !finding.notChecked)).toEqual(
      [],
    );
    expect(text(prognosis?.reconciliation.difference)).toBe('0.00');
  });
});

function address(row: number, col: number): string {
  return `${col >= 26 ? String.fromCharCode(64 + Math.floor(col / 26)) : ''}${String.fromCharCode(65 + (col % 26))}${row + 1}`;
}
