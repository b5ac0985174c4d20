import { existsSync } from 'node:fs';
import path from 'node:path';
import { HyperFormula } from 'hyperformula';
import {
  AS_OF,
  DOMAINS,
  loadFunctions,
  provider,
  PROVIDERS,
  tables,
  type CellFunction,
} from './functions-site';

/**
 * 10,000 different OVERRUN cells over a 10,000-row table against the same figures from SUMIFS formulas in
 * HyperFormula (a sample of the cells; BENCH_PEER_CELLS=10000 for all, which takes minutes), and what one TARIFF costs. Every OVERRUN gets arrays of its own, as Excel hands them over.
 */
const ROWS = 10_000;
/** SUMIFS takes tens of milliseconds a cell, so the peer works out every so many of the cells. */
const PEER_CELLS = Number(process.env['BENCH_PEER_CELLS'] ?? 500);
const site = path.resolve('dist', 'addin', 'functions.js');

const seconds = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e9;
const copyOf = (table: readonly unknown[][]): unknown[][] => table.map((row) => row.slice());

const seldom = Math.max(1, Math.floor(10_000 / PEER_CELLS));

interface Question {
  readonly provider: string;
  readonly domain: string;
  readonly asOf: string;
}

const questions: Question[] = AS_OF.flatMap((asOf) =>
  DOMAINS.flatMap((domain) =>
    Array.from({ length: PROVIDERS }, (_, number) => ({ provider: provider(number), domain, asOf })),
  ),
);

/** The questions that the peer answers too: spread over all. */
const sample = questions.flatMap((question, index) => (index % seldom === 0 ? [{ question, index }] : []));

function ours(
  overrun: CellFunction,
  production: unknown[][],
  ceilings: unknown[][],
): { time: number; copying: number; results: number[] } {
  const results: number[] = [];
  let copying = 0;
  const from = process.hrtime.bigint();
  for (const { provider: name, domain, asOf } of questions) {
    const start = process.hrtime.bigint();
    const own = copyOf(production);
    const ownCeilings = copyOf(ceilings);
    copying += seconds(start);
    results.push(Number(overrun(domain, 2023, ownCeilings, own, null, asOf, name, null, null)));
  }
  return { time: seconds(from) - copying, copying, results };
}

/** `SUMIFS(amount; provider; domain; month <= as-of) − SUMIFS(ceiling; provider; domain)`, at least 0. */
function native(
  production: unknown[][],
  ceilings: unknown[][],
): { build: number; time: number; results: number[] } {
  const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86400000 + 25569;
  const sheet = HyperFormula.buildFromSheets(
    { Productie: production as never, Plafonds: ceilings as never, Cellen: [] },
    { licenseKey: 'gpl-v3', useColumnIndex: false },
  );
  const id = sheet.getSheetId('Cellen') ?? 0;
  const formulas = sample.map(({ question: { provider: name, domain, asOf } }) => [
    name,
    domain,
    serial(asOf),
  ]);
  const cells = formulas.map((row, index) => {
    const at = index + 1;
    const rows = production.length;
    return [
      row[0],
      row[1],
      row[2],
      `=MAX(0,ROUND(SUMIFS(Productie!$F$2:$F$${rows},Productie!$A$2:$A$${rows},A${at},Productie!$B$2:$B$${rows},B${at},Productie!$E$2:$E$${rows},"<="&C${at})-SUMIFS(Plafonds!$E$2:$E$${ceilings.length},Plafonds!$A$2:$A$${ceilings.length},A${at},Plafonds!$B$2:$B$${ceilings.length},B${at}),2))`,
    ];
  });
  const start = process.hrtime.bigint();
  sheet.setSheetContent(id, cells as never);
  const build = seconds(start);
  const results = sample.map((_, row) => Number(sheet.getCellValue({ sheet: id, row, col: 3 })));
  // Recalculation as a sheet knows it: one cell of the table changes, and everything that hangs on it.
  const table = sheet.getSheetId('Productie') ?? 0;
  const from = process.hrtime.bigint();
  sheet.setCellContents({ sheet: table, row: 1, col: 5 }, [[Number(production[1]?.[5]) + 1]]);
  const time = seconds(from);
  sheet.destroy();
  return { build, time, results };
}

function tariffCost(tariff: CellFunction): { first: number; each: number } {
  const list: unknown[][] = [['product', 'omschrijving', 'tarief', 'vanaf', 'tot']];
  for (let row = 0; row < 200; row++)
    list.push([`P${row}`, 'Product', 10 + row / 100, '2023-01-01', '2023-12-31']);
  const start = process.hrtime.bigint();
  tariff('P7', '2023-06-30', copyOf(list), null, null, null);
  const first = seconds(start);
  const calls = 5000;
  let copying = 0;
  const from = process.hrtime.bigint();
  for (let call = 0; call < calls; call++) {
    const at = process.hrtime.bigint();
    const own = copyOf(list);
    copying += seconds(at);
    tariff(`P${call % 200}`, '2023-06-30', own, null, null, null);
  }
  return { first, each: (seconds(from) - copying) / calls };
}

function main(): void {
  if (!existsSync(site)) throw new Error('dist/addin is not built: npm run build:addin');
  const functions = loadFunctions(site);
  const overrun = functions.get('OVERRUN');
  const tariff = functions.get('TARIFF');
  if (!overrun || !tariff) throw new Error('functions missing');
  const { production, ceilings } = tables(ROWS);

  const peer = native(production, ceilings);
  const first = ours(overrun, production, ceilings);
  // One cell of the table changes: everything is asked again of a table that was never seen.
  const changed = copyOf(production);
  const line = changed[1];
  if (line) line[5] = Number(line[5]) + 1;
  const again = ours(overrun, changed, ceilings);
  const known = ours(overrun, changed, ceilings);

  const differing = sample.filter(({ index }, row) => first.results[index] !== peer.results[row]).length;
  const perCell = (time: number, cells: number): string => `${((time / cells) * 1e6).toFixed(0)} µs per cell`;
  const report = (name: string, time: number, cells: number): void =>
    console.log(`${name.padEnd(42)} ${time.toFixed(2)} s for ${cells} cells, ${perCell(time, cells)}`);
  console.log(`table of ${ROWS} rows, ${ceilings.length - 1} ceilings`);
  report('HyperFormula SUMIFS, first calculation', peer.build, sample.length);
  report('HyperFormula SUMIFS, recalculation', peer.time, sample.length);
  report('ZORG.OVERRUN, first calculation', first.time, questions.length);
  report('ZORG.OVERRUN, changed table', again.time, questions.length);
  report('ZORG.OVERRUN, unchanged table', known.time, questions.length);
  console.log(`(making the arrays, not counted: ${first.copying.toFixed(2)} s)`);
  console.log(`figures that differ from SUMIFS: ${differing} of ${sample.length}`);
  const ratio = (time: number, cells: number, other: number): string =>
    (time / cells / (other / sample.length)).toFixed(3);
  console.log(
    `ratio per cell, ZORG.OVERRUN to SUMIFS: first ${ratio(first.time, questions.length, peer.build)}, ` +
      `changed table ${ratio(again.time, questions.length, peer.time)}`,
  );
  const { first: cold, each } = tariffCost(tariff);
  console.log(
    `ZORG.TARIFF over 200 tariffs: first ${(cold * 1e3).toFixed(2)} ms, then ${(each * 1e6).toFixed(1)} µs a call`,
  );
  if (differing > 0) process.exitCode = 1;
}

main();
