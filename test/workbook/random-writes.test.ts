import { read as readByOther } from '@e965/xlsx';
import * as fc from 'fast-check';
import { a1, type CellWrite, type GridCell, type WorkbookGrid } from '../../src/core';
import { openMemory, openXlsx } from '../../src/workbook';
import { xlsxOf } from './package-builder';

const constant = fc.oneof(
  fc.integer({ min: -100000, max: 100000 }).map((cents) => ({ kind: 'number' as const, value: cents / 100 })),
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => text !== '' && !text.includes('\r'))
    .map((text) => ({ kind: 'text' as const, value: text })),
  fc.boolean().map((value) => ({ kind: 'boolean' as const, value })),
  fc.constant(null),
);

const place = fc.record({ row: fc.nat(12), col: fc.nat(8) });

const cells = fc
  .uniqueArray(fc.tuple(place, constant, fc.boolean()), {
    selector: ([{ row, col }]) => row * 100 + col,
    maxLength: 40,
  })
  .map((list) =>
    list
      .map(([{ row, col }, value, bold]): GridCell => ({
        row,
        col,
        value,
        formula: null,
        format: bold ? '0.00' : null,
        locked: true,
        bold,
        fill: null,
      }))
      .sort((a, b) => a.row - b.row || a.col - b.col),
  );

const writes = fc.uniqueArray(
  fc.record({
    sheet: fc.constant('S'),
    row: fc.nat(14),
    col: fc.nat(10),
    value: fc.oneof(
      fc
        .integer({ min: -1e9, max: 1e9 })
        .map((cents) => ({ kind: 'number' as const, text: (cents / 100).toFixed(2) })),
      fc.string({ unit: 'binary', maxLength: 12 }).map((text) => ({ kind: 'text' as const, text })),
      fc.constant(null),
    ),
  }),
  { selector: ({ row, col }) => row * 100 + col, maxLength: 25 },
);

/** A sum over everything, so that recalculation takes part; its cached value is what the sheet holds. */
function gridOf(list: readonly GridCell[]): WorkbookGrid {
  const total = list.reduce(
    (sum, { value }) => sum + (value?.kind === 'number' ? Math.round(value.value * 100) : 0),
    0,
  );
  const sum: GridCell = {
    row: 20,
    col: 0,
    value: { kind: 'number', value: total / 100 },
    formula: 'SUM(A1:K15)',
    format: null,
    locked: true,
    bold: false,
    fill: null,
  };
  const all = [...list, sum];
  const sheet = {
    name: 'S',
    visibility: 'visible' as const,
    isProtected: false,
    rowCount: 21,
    colCount: Math.max(...all.map(({ col }) => col + 1)),
    cells: all,
    merges: [],
    hiddenRows: new Set<number>(),
    hiddenCols: new Set<number>(),
    tables: [],
    validations: [],
    pivots: [],
  };
  return { file: 'model.xlsx', dateSystem: '1900', sheets: [sheet], names: [] };
}

const shown = (grid: WorkbookGrid): Record<string, unknown> =>
  Object.fromEntries(
    (grid.sheets[0]?.cells ?? []).map((cell) => [
      a1(cell.row, cell.col),
      [cell.value, cell.format, cell.bold],
    ]),
  );

describe('random writes', () => {
  it('read back as written, leave all else, and agree with the memory adapter and another reader', async () => {
    await fc.assert(
      fc.asyncProperty(cells, writes, writes, async (list, first, second) => {
        const model = gridOf(list);
        const original = xlsxOf(model);
        const port = await openXlsx(original, 'model.xlsx');
        const memory = openMemory(model);
        const expected = shown(model);
        expect(shown(await port.read())).toEqual(expected);
        for (const batch of [first, second]) {
          expect((await port.write(batch)).refused).toEqual([]);
          await memory.write(batch);
          for (const write of batch) apply(expected, write);
        }
        const total = Object.entries(expected).reduce((sum, [address, entry]) => {
          const [value] = entry as [GridCell['value']];
          return address !== 'A21' && value?.kind === 'number' ? sum + Math.round(value.value * 100) : sum;
        }, 0);
        expected.A21 = [{ kind: 'number', value: total / 100 }, null, false];
        const saved = await port.save();
        expect(shown(await port.read())).toEqual(expected);
        expect(shown(await (await openXlsx(saved, 'model.xlsx')).read())).toEqual(expected);
        expect(shown(await memory.read())).toEqual(expected);

        const other = readByOther(saved, { type: 'array' }).Sheets.S ?? {};
        const numbers = Object.entries(expected).filter(
          ([, entry]) => (entry as [GridCell['value']])[0]?.kind === 'number',
        );
        for (const [address, entry] of numbers) {
          expect((other[address] as { v: unknown } | undefined)?.v).toBe(
            (entry as [{ value: unknown }])[0].value,
          );
        }
        await port.undo();
        await port.undo();
        expect(Buffer.compare(await port.save(), original)).toBe(0);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

function apply(expected: Record<string, unknown>, { row, col, value }: CellWrite): void {
  const address = a1(row, col);
  const present = expected[address] as unknown[] | undefined;
  const isEmpty = value === null || (value.kind === 'text' && value.text === '');
  if (isEmpty && !present) return;
  const content = isEmpty
    ? null
    : value.kind === 'number'
      ? { kind: 'number', value: Number(value.text) }
      : { kind: 'text', value: value.text };
  expected[address] = [content, present?.[1] ?? null, present?.[2] ?? false];
}
