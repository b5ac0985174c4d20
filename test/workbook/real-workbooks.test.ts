import { read as readByOther } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { openXlsx } from '../../src/workbook';
import { realWorkbooks } from './real-workbooks';

const real = realWorkbooks();

it('there are real workbooks, with the charts and the styles of charts that Excel writes', () => {
  const parts = new Set(real.flatMap(([, bytes]) => Object.keys(unzipSync(bytes))));
  expect(real.length).toBeGreaterThan(10);
  for (const part of ['xl/charts/chart1.xml', 'xl/charts/style1.xml', 'xl/drawings/drawing1.xml'])
    expect(parts).toContain(part);
});

describe.each(real)('real workbook %s', (name, before) => {
  it('a fill changes the sheet with the written cells, every other part stays byte for byte', async () => {
    const port = await openXlsx(before, name);
    const [sheet] = (await port.read()).sheets;
    if (!sheet) throw new Error('a workbook has a sheet');
    const { written, refused } = await port.write(
      [0, 1, 2, 9].flatMap((row) =>
        [1, 2, 13].map((col) => ({
          sheet: sheet.name,
          row,
          col,
          value: { kind: 'number' as const, text: `${row * 100 + col}.05` },
        })),
      ),
    );
    expect([written.length, refused]).toEqual([12, []]);
    const after = await port.save();
    const [old, now] = [unzipSync(before), unzipSync(after)];
    expect(Object.keys(now)).toEqual(Object.keys(old));
    const changed = Object.keys(old).filter(
      (part) => Buffer.compare(Buffer.from(old[part] ?? []), Buffer.from(now[part] ?? [])) !== 0,
    );
    expect(changed.filter((part) => part.startsWith('xl/worksheets/'))).toHaveLength(1);
    expect(
      changed.filter((part) => !part.startsWith('xl/worksheets/') && part !== 'xl/workbook.xml'),
    ).toEqual([]);
    const own = changed.find((part) => part.startsWith('xl/worksheets/')) ?? '';
    // Around the rows nothing changes but the stated dimension.
    const around = (parts: Record<string, Uint8Array>): string =>
      strFromU8(parts[own] ?? new Uint8Array())
        .replace(/<dimension [^>]*>/, '')
        .replace(/<sheetData\/>|<sheetData>[\s\S]*<\/sheetData>/, '');
    expect(around(now)).toBe(around(old));
    const other = readByOther(after, { type: 'array' }).Sheets[sheet.name] ?? {};
    expect((other['B2'] as { v?: unknown } | undefined)?.v).toBe(101.05);
    expect((other['N10'] as { v?: unknown } | undefined)?.v).toBe(913.05);
  });
});
