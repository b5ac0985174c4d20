import { join } from 'node:path';
import { Decimal } from '../../../src/core/values';
import { a1 } from '../../../src/core/prognosis/grid';
import { detectLayout, planFill } from '../../../src/core/prognosis';
import { gridFromFile } from './grid-from-xlsx';
import { readCase } from './sample-case';

const CASES = [
  ['a', 'months-right'],
  ['b', 'months-down'],
  ['c', 'pairs'],
] as const;

describe.each(CASES)('sample %s: %s', (name, layoutName) => {
  const folder = join(__dirname, '../../../samples', name);
  const { expected, source, context } = readCase(folder);
  const cells = expected.layouts[layoutName]?.cells ?? {};

  it('every input cell gets its amount, no other cell is planned, and all money is accounted for', () => {
    const workbook = gridFromFile(join(folder, `eigen-${layoutName}.xlsx`));
    const layout = detectLayout(workbook, context);
    const plan = planFill(layout, workbook, source);
    const planned = Object.fromEntries(
      [...plan.writes, ...plan.unchanged].map((write) => [
        `${write.sheet}!${a1(write.row, write.col)}`,
        new Decimal(write.value?.text ?? 'NaN').toFixed(),
      ]),
    );
    const wanted = Object.fromEntries(
      Object.entries(cells).map(([cell, text]) => [cell, new Decimal(text).toFixed()]),
    );
    expect(planned).toEqual(wanted);
    expect(plan.difference).toBe(0n);
    expect(plan.filledTotal).toBe(plan.sourceTotal);
    expect(plan.notFilled).toEqual([]);
    expect(plan.unmapped).toEqual([]);
    expect(layout.remarks).toEqual([]);
    expect(layout.provider).toBe(expected.provider);
    expect(layout.year).toBe(expected.year);
  });
});
