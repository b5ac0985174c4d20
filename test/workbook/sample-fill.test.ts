import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read as readByOther } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { a1, inRange, type CellWrite, Decimal, parseRange } from '../../src/core';
import { openXlsx } from '../../src/workbook';

const samples = ['a', 'b', 'c'].flatMap((folder) => {
  const path = join(__dirname, '../../samples', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => join(path, name));
});

/** Every value another reader finds, as `sheet!cell` → raw value. */
function valuesByOther(bytes: Uint8Array): Map<string, unknown> {
  const book = readByOther(bytes, { type: 'array' });
  const found = new Map<string, unknown>();
  for (const name of book.SheetNames) {
    for (const [address, cell] of Object.entries(book.Sheets[name] ?? {})) {
      if (address.startsWith('!')) continue;
      const { t, v, w } = cell as { t: string; v?: unknown; w?: string };
      if (t !== 'z' && v !== undefined) found.set(`${name}!${address}`, t === 'e' ? w : v);
    }
  }
  return found;
}

async function valuesByUs(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const sheet of (await (await openXlsx(bytes, 'sample.xlsx')).read()).sheets) {
    for (const { row, col, value } of sheet.cells) {
      if (value) found.set(`${sheet.name}!${a1(row, col)}`, value.value);
    }
  }
  return found;
}

describe.each(samples)('sample %s', (path) => {
  const original = new Uint8Array(readFileSync(path));

  it('reads the same values as another reader', async () => {
    const values = await valuesByUs(original);
    expect(values.size).toBeGreaterThan(10);
    expect(values).toEqual(valuesByOther(original));
  });

  it('gives back the same bytes without writes and after undo', async () => {
    const port = await openXlsx(original, 'sample.xlsx');
    expect(Buffer.compare(await port.save(), original)).toBe(0);
    const sheet = (await port.read()).sheets[0]?.name ?? '';
    await port.write([{ sheet, row: 40, col: 40, value: { kind: 'text', text: 'x' } }]);
    expect(Buffer.compare(await port.save(), original)).not.toBe(0);
    expect(await port.undo()).toBe(true);
    expect(Buffer.compare(await port.save(), original)).toBe(0);
    expect(await port.undo()).toBe(false);
  });

  it('fills empty cells of the first sheet and leaves every other part as it was', async () => {
    const port = await openXlsx(original, 'sample.xlsx');
    const sheet = (await port.read()).sheets[0];
    if (!sheet) throw new Error('a sample has a sheet');
    const writes: CellWrite[] = [];
    for (let row = 0; row < sheet.rowCount + 2; row++) {
      for (let col = 0; col < sheet.colCount + 2; col++) {
        const text = `${row * 100 + col}.${(row + col) % 10}5`;
        const isTaken = sheet.cells.some((cell) => cell.row === row && cell.col === col);
        if (!isTaken && !sheet.merges.some((merge) => inRange(merge, row, col))) {
          writes.push({ sheet: sheet.name, row, col, value: { kind: 'number', text } });
        }
      }
    }
    const outcome = await port.write(writes);
    expect(outcome.refused).toEqual([]);
    const saved = await port.save();
    const before = unzipSync(original);
    const after = unzipSync(saved);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const text = (parts: Record<string, Uint8Array>, name: string): string =>
      strFromU8(parts[name] ?? new Uint8Array());
    const changed = Object.keys(before).filter((name) => text(before, name) !== text(after, name));
    expect(changed).toEqual(['xl/worksheets/sheet1.xml']);

    const expected = valuesByOther(original);
    for (const { row, col, value } of writes) {
      expected.set(`${sheet.name}!${a1(row, col)}`, Number(value?.text));
    }
    // Totals over written cells that never had a value get one: the exact sum of what is now in their cells.
    const found = valuesByOther(saved);
    const grid = await (await openXlsx(saved, 'sample.xlsx')).read();
    for (const cell of sheet.cells) {
      const range = /^SUM\(([A-Z]+\d+:[A-Z]+\d+)\)$/.exec(cell.formula ?? '')?.[1];
      const area = range === undefined ? null : parseRange(range);
      const key = `${sheet.name}!${a1(cell.row, cell.col)}`;
      if (!area || !found.has(key)) continue;
      const parts = grid.sheets[0]?.cells.filter((part) => inRange(area, part.row, part.col)) ?? [];
      const sum = parts.reduce(
        (all, { value }) => all.plus(value?.kind === 'number' ? value.value : 0),
        new Decimal(0),
      );
      expected.set(key, sum.toNumber());
    }
    expect(found).toEqual(expected);
    expect(await valuesByUs(saved)).toEqual(expected);
  });
});
