import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read as readByOther } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { a1, Decimal, detectLayout, parseDate, planFill, roundToCents, type Figure } from '../../src/core';
import { monthOf } from '../../src/core/values';
import { openXlsx } from '../../src/workbook';
import { CODES, PRODUCERS } from './producers';

const asOf = parseDate('2023-06-30');
const amountOf = (product: number, month: number): string => `${(product + 1) * 1000 + month}.05`;
const figures: Figure[] = CODES.flatMap((product, at) =>
  Array.from({ length: 12 }, (_, index): Figure => ({
    domain: 'Wmo',
    product,
    month: monthOf(2023, index + 1),
    phase: index < 6 ? 'actual' : 'forecast',
    amount: roundToCents(new Decimal(amountOf(at, index + 1))),
    quantity: null,
    unit: null,
    clients: null,
  })),
);
const total = (product: number): number => 12 * (product + 1) * 1000 + 78 + 12 * 0.05;

/** The sheet part with the content of some cells taken out: what must be the same before and after. */
const without = (xml: string, cells: ReadonlySet<string>): string =>
  xml.replace(
    /<(\w+:)?c\b[^>]*?\br="([A-Z]+\d+)"[^>]*?(?:\/>|>[\s\S]*?<\/\1?c>)/g,
    (cell, _prefix: string | undefined, address: string) => (cells.has(address) ? `[${address}]` : cell),
  );

/** Values of sheet `Wmo` by address: by another reader where it knows the archive format. */
async function valuesOf(bytes: Uint8Array): Promise<(address: string) => unknown> {
  // SheetJS doesn't read the large archive format (zip64).
  if (Buffer.from(bytes).includes(Buffer.from([0x50, 0x4b, 6, 6]))) {
    const [sheet] = (await (await openXlsx(bytes, 'na.xlsx')).read()).sheets;
    return (address) => sheet?.cells.find(({ row, col }) => a1(row, col) === address)?.value?.value;
  }
  const sheet = readByOther(bytes, { type: 'array' }).Sheets['Wmo'] ?? {};
  return (address) => (sheet[address] as { v?: unknown } | undefined)?.v;
}

describe.each(PRODUCERS)('filling a workbook by %s', (name, make) => {
  const run = async (): Promise<{
    before: Uint8Array;
    after: Uint8Array;
    written: readonly string[];
    refused: number;
    difference: bigint;
    targets: ReadonlySet<string>;
  }> => {
    const before = await make();
    const port = await openXlsx(before, 'eigen.xlsx');
    const grid = await port.read();
    const layout = detectLayout(grid, {
      year: 2023,
      asOf,
      products: CODES.map((code) => ({ code, description: null, domain: 'Wmo', unit: 'uur' })),
      providers: [],
      domains: ['Wmo'],
      aliases: new Map(),
    });
    const plan = planFill(layout, grid, { provider: 'X', year: 2023, asOf, figures });
    const outcome = await port.write(plan.writes);
    const after = await port.save();
    return {
      before,
      after,
      written: outcome.written.map(({ row, col }) => a1(row, col)),
      refused: outcome.refused.length,
      difference: plan.difference,
      targets: new Set(outcome.written.map(({ sheet }) => sheet)),
    };
  };

  it('changes the part of the filled sheet and the calculation settings, every other part byte for byte', async () => {
    const { before, after, written, refused, difference, targets } = await run();
    expect([written.length, refused, difference, [...targets]]).toEqual([36, 0, 0n, ['Wmo']]);
    const [old, now] = [unzipSync(before), unzipSync(after)];
    expect(Object.keys(now)).toEqual(Object.keys(old));
    const changed = Object.keys(old).filter(
      (part) => Buffer.compare(Buffer.from(old[part] ?? []), Buffer.from(now[part] ?? [])) !== 0,
    );
    const sheet = changed.find((part) => part.includes('worksheets/')) ?? '';
    expect(changed.filter((part) => part !== sheet && part !== 'xl/workbook.xml')).toEqual([]);
    // In the sheet nothing but written cells and the totals over them.
    const sums = ['N2', 'N3', 'N4', ...Array.from({ length: 13 }, (_, at) => a1(4, at + 1))];
    const cells = new Set([...written, ...sums]);
    // A stated dimension that is too small is widened.
    const text = (parts: Record<string, Uint8Array>): string =>
      strFromU8(parts[sheet] ?? new Uint8Array()).replace(/<dimension [^>]*>/, '');
    expect(without(text(now), cells)).toBe(without(text(old), cells));
    // In the workbook part nothing but the calculation settings.
    const settings = (parts: Record<string, Uint8Array>): string =>
      strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).replace(/<(\w+:)?calcPr[^>]*\/>/, '');
    expect(settings(now)).toBe(settings(old));
  });

  it('holds the figures and the new totals for another reader too', async () => {
    const { after } = await run();
    const value = await valuesOf(after);
    expect([value('B2'), value('M4')]).toEqual([1001.05, 3012.05]);
    const stated = value('N2');
    // openpyxl and SheetJS left the formulas without a value; then they stay without one.
    if (stated !== undefined && stated !== '' && stated !== 0)
      expect(Number(stated)).toBeCloseTo(total(0), 6);
    const folder = process.env['LOSSLESS_OUT'];
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, `${name.replace(/\W+/g, '-')}.${/macro/.test(name) ? 'xlsm' : 'xlsx'}`),
        after,
      );
    }
  });
});
