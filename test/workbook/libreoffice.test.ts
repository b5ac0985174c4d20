import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import {
  a1,
  Decimal,
  detectLayout,
  parseDate,
  planFill,
  roundToCents,
  type DetectionContext,
  type Figure,
  type FigureSource,
  type WorkbookGrid,
} from '../../src/core';
import { monthOf } from '../../src/core/values';
import { openXlsx } from '../../src/workbook';
import { readCase } from '../core/prognosis/sample-case';
import { officeSource } from './office-source';
import { buildPackage, MAIN } from './package-builder';
import { CODES, PRODUCERS } from './producers';
import { realWorkbooks } from './real-workbooks';
import { findOffice, reopen, type OfficeFile } from './soffice';

/**
 * Filled workbooks of every producer, opened in LibreOffice with all formulas worked out again: it opens each, finds
 * every written value, and comes to the totals that the core comes to and that the file states.
 */
interface Known {
  readonly context: DetectionContext;
  readonly source: FigureSource;
}

const asOf = parseDate('2023-06-30');
const plain: Known = {
  context: {
    year: 2023,
    asOf,
    products: CODES.map((code) => ({ code, description: null, domain: 'Wmo', unit: 'uur' })),
    providers: [],
    domains: ['Wmo'],
    aliases: new Map(),
  },
  source: {
    provider: 'X',
    year: 2023,
    asOf,
    figures: CODES.flatMap((product, at) =>
      Array.from({ length: 12 }, (_, index): Figure => ({
        domain: 'Wmo',
        product,
        month: monthOf(2023, index + 1),
        phase: index < 6 ? 'actual' : 'forecast',
        amount: roundToCents(new Decimal(`${(at + 1) * 1000 + index + 1}.05`)),
        quantity: null,
        unit: null,
        clients: null,
      })),
    ),
  },
};

const SAMPLES = [
  ['a', 'eigen-months-right.xlsx'],
  ['b', 'eigen-months-down.xlsx'],
  ['c', 'eigen-pairs.xlsx'],
] as const;
const samples = SAMPLES.map(([name, file]) => {
  const folder = join(__dirname, '../../samples', name);
  const { context, source } = readCase(folder);
  return {
    name: `sample ${name}`,
    bytes: new Uint8Array(readFileSync(join(folder, file))),
    known: { context, source },
  };
});

interface Filled {
  readonly name: string;
  readonly file: OfficeFile;
  readonly written: readonly { readonly place: string; readonly text: string }[];
  /** Totals of the layout: the place of each and what the cells it adds up come to. */
  readonly totals: readonly { readonly place: string; readonly sum: Decimal }[];
  readonly after: WorkbookGrid;
  /** Parts that aren't as they were, besides sheets and the workbook's calculation settings. */
  readonly changed: readonly string[];
}

function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (part) =>
      !part.includes('worksheets/') &&
      part !== 'xl/workbook.xml' &&
      Buffer.compare(Buffer.from(old[part] ?? []), Buffer.from(now[part] ?? [])) !== 0,
  );
}

/** A total that states another value than it has: when it is put right, formulas were worked out again. */
const stale = (): Uint8Array =>
  buildPackage({
    sheets: {
      Blad: `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1+1</f><v>99</v></c></row></sheetData></worksheet>`,
    },
  });

const endingOf = (name: string): 'xlsx' | 'xlsm' => (/macro/.test(name) ? 'xlsm' : 'xlsx');

async function fill(name: string, bytes: Uint8Array, known: Known): Promise<Filled> {
  const port = await openXlsx(bytes, `${name}.xlsx`);
  const grid = await port.read();
  const layout = detectLayout(grid, known.context);
  const { writes } = planFill(layout, grid, known.source);
  const { written } = await port.write(writes);
  const saved = await port.save();
  const after = await (await openXlsx(saved, `${name}.xlsx`)).read();
  const numbers = numbersOf(after);
  return {
    name,
    file: { name, ending: endingOf(name), bytes: saved },
    written: written.map(({ sheet, row, col, value }) => ({
      place: `${sheet}!${a1(row, col)}`,
      text: value?.text ?? '',
    })),
    totals: layout.totals
      .filter(({ formula, over }) => formula && over.length > 0)
      .map(({ sheet, row, col, over }) => ({
        place: `${sheet}!${a1(row, col)}`,
        sum: over.reduce((sum, index) => {
          const slot = layout.slots[index];
          return sum.plus(slot ? (numbers.get(`${slot.sheet}!${a1(slot.row, slot.col)}`) ?? 0) : 0);
        }, new Decimal(0)),
      })),
    after,
    changed: changedParts(bytes, saved),
  };
}

/** A workbook without a prognosis: some numbers beside what it holds. */
async function fillReal(name: string, bytes: Uint8Array): Promise<Filled> {
  const port = await openXlsx(bytes, name);
  const [sheet] = (await port.read()).sheets;
  const { written } = await port.write(
    [0, 1, 2].map((row) => ({
      sheet: sheet?.name ?? '',
      row,
      col: 2,
      value: { kind: 'number' as const, text: `${row + 1}.25` },
    })),
  );
  const saved = await port.save();
  return {
    name,
    file: { name, ending: 'xlsx', bytes: saved },
    written: written.map(({ sheet: own, row, col, value }) => ({
      place: `${own}!${a1(row, col)}`,
      text: value?.text ?? '',
    })),
    totals: [],
    after: await (await openXlsx(saved, name)).read(),
    changed: changedParts(bytes, saved),
  };
}

function numbersOf(grid: WorkbookGrid): Map<string, number> {
  const found = new Map<string, number>();
  for (const sheet of grid.sheets)
    for (const { row, col, value } of sheet.cells)
      if (value?.kind === 'number') found.set(`${sheet.name}!${a1(row, col)}`, value.value);
  return found;
}

const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const STALE = 'stale';
const office = findOffice();
if ('reason' in office) console.warn(`Not run: filled workbooks opened in LibreOffice. ${office.reason}`);

(('program' in office ? describe : describe.skip) as typeof describe)(
  'filled workbooks in LibreOffice',
  () => {
    const filled: Filled[] = [];
    /** Workbooks that LibreOffice doesn't open before they are filled: 7.4 knows no large archives. */
    const unknown: string[] = [];
    let reopened: ReadonlyMap<string, WorkbookGrid> = new Map();
    let said = '';

    beforeAll(async () => {
      if (!('program' in office)) return;
      const originals = await Promise.all(
        PRODUCERS.map(async ([name, make]): Promise<OfficeFile> => ({
          name,
          ending: endingOf(name),
          bytes: await make(),
        })),
      );
      // LibreOffice as a producer: it writes our workbooks, and one with a chart, a pivot and the like, in its own way.
      const drafts: OfficeFile[] = [
        {
          name: 'LibreOffice itself, chart, pivot, comment, validation',
          ending: 'fods',
          bytes: officeSource(),
        },
        ...samples.map(({ name, bytes }) => ({
          name: `${name} saved by LibreOffice`,
          ending: 'xlsx' as const,
          bytes,
        })),
        ...originals.map((file) => ({ ...file, name: `${file.name}, saved by LibreOffice` })),
      ];
      const own = await reopen(office.program, drafts);
      said = own.said;
      unknown.push(
        ...originals
          .map(({ name }) => name)
          .filter((name) => !own.written.has(`${name}, saved by LibreOffice`)),
      );
      expect(own.written.size + unknown.length).toBe(drafts.length);
      for (const { name, bytes } of originals)
        if (!unknown.includes(name)) filled.push(await fill(name, bytes, plain));
      for (const { name, bytes, known } of samples) filled.push(await fill(name, bytes, known));
      for (const [name, bytes] of own.written) {
        const sample = samples.find((one) => name.startsWith(one.name));
        filled.push(await fill(name, bytes, sample?.known ?? plain));
      }
      for (const [name, bytes] of realWorkbooks()) filled.push(await fillReal(name, bytes));
      const outcome = await reopen(office.program, [
        ...filled.map(({ file }) => file),
        { name: STALE, ending: 'xlsx', bytes: stale() },
      ]);
      said += outcome.said;
      const grids = new Map<string, WorkbookGrid>();
      for (const [name, bytes] of outcome.written)
        grids.set(name, await (await openXlsx(bytes, `${name}.xlsx`)).read());
      reopened = grids;
    }, 300_000);

    it('open without an error, all of them', () => {
      expect(filled.length).toBeGreaterThan(35);
      expect(unknown.filter((name) => name !== 'Excel, large archive format')).toEqual([]);
      expect({
        missing: filled.filter(({ name }) => !reopened.has(name)).map(({ name }) => name),
        said,
      }).toEqual({
        missing: [],
        said,
      });
    });

    it('are worked out again: a total that states something else is put right', () => {
      const grid = reopened.get(STALE);
      expect(grid && numbersOf(grid).get('Blad!B1')).toBe(3);
    });

    it('are as they were in every part but the filled sheets and the calculation settings', () => {
      expect(
        filled.filter(({ changed }) => changed.length > 0).map(({ name, changed }) => [name, changed]),
      ).toEqual([]);
    });

    it('keep every sheet', () => {
      for (const { name, after } of filled)
        expect([name, reopened.get(name)?.sheets.map((sheet) => sheet.name)]).toEqual([
          name,
          after.sheets.map((sheet) => sheet.name),
        ]);
    });

    it('hold every written value', () => {
      for (const { name, written } of filled) {
        const numbers = numbersOf(
          reopened.get(name) ?? { file: '', dateSystem: '1900', sheets: [], names: [] },
        );
        expect([name, written.length > 0]).toEqual([name, true]);
        const wrong = written.filter(({ place, text }) => !near(numbers.get(place) ?? NaN, Number(text)));
        expect([name, wrong]).toEqual([name, []]);
      }
    });

    it('come to the totals that the core comes to', () => {
      let compared = 0;
      for (const { name, totals } of filled) {
        const grid = reopened.get(name);
        const numbers = grid ? numbersOf(grid) : new Map<string, number>();
        const wrong = totals.flatMap(({ place, sum }) => {
          compared += 1;
          const there = numbers.get(place);
          return there !== undefined && near(there, sum.toNumber())
            ? []
            : [`${place}: ${there} for ${sum.toFixed()}`];
        });
        expect([name, wrong]).toEqual([name, []]);
      }
      expect(compared).toBeGreaterThan(300);
    });

    it('state the results of formulas that LibreOffice comes to as well', () => {
      let compared = 0;
      for (const { name, after } of filled) {
        const grid = reopened.get(name);
        const values = new Map<string, (typeof after)['sheets'][number]['cells'][number]['value']>(
          (grid?.sheets ?? []).flatMap((sheet) =>
            sheet.cells.map((cell) => [`${sheet.name}!${a1(cell.row, cell.col)}`, cell.value] as const),
          ),
        );
        const wrong = after.sheets.flatMap((sheet) =>
          sheet.cells.flatMap(({ row, col, formula, value }) => {
            if (formula === null) return [];
            const place = `${sheet.name}!${a1(row, col)}`;
            const there = values.get(place) ?? null;
            if (there?.kind === 'error' && value?.kind !== 'error')
              return [`${place} =${formula}: ${there.value}`];
            if (value === null) return [];
            compared += 1;
            const same =
              value.kind === 'number'
                ? there?.kind === 'number' && near(there.value, value.value)
                : there?.value === value.value;
            return same ? [] : [`${place} =${formula}: ${String(there?.value)} for ${String(value.value)}`];
          }),
        );
        expect([name, wrong]).toEqual([name, []]);
      }
      expect(compared).toBeGreaterThan(100);
    });
  },
);
