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
 * HyperFormula, and what one TARIFF costs. Every OVERRUN gets arrays of its own, as Excel hands them over.
 */
const ROWS = 10_000;
const site = path.resolve('dist', 'addin', 'functions.js');

const seconds = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e9;
const copyOf = (table: readonly unknown[][]): unknown[][] => table.map((row) => row.slice());

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
  const formulas = questions.map(({ provider: name, domain, asOf }) => [name, domain, serial(asOf), '']);
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
  // Recalculation as a sheet knows it: one cell of the table changes, and everything that hangs on it.
  const table = sheet.getSheetId('Productie') ?? 0;
  const amount = Number(production[1]?.[5]);
  sheet.setCellContents({ sheet: table, row: 1, col: 5 }, [[amount + 1]]);
  const from = process.hrtime.bigint();
  sheet.setCellContents({ sheet: table, row: 1, col: 5 }, [[amount]]);
  const time = seconds(from);
  const results = questions.map((_, row) => Number(sheet.getCellValue({ sheet: id, row, col: 3 })));
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
  ours(overrun, changed, ceilings);
  if (line) line[5] = Number(line[5]) - 1;
  const again = ours(overrun, changed, ceilings);

  const differing = first.results.filter((result, index) => result !== peer.results[index]).length;
  const micro = (time: number): string => `${((time / questions.length) * 1e6).toFixed(0)} µs per cell`;
  console.log(`${questions.length} OVERRUN cells, table of ${ROWS} rows, ${ceilings.length - 1} ceilings`);
  console.log(`figures that differ from SUMIFS: ${differing}`);
  console.log(`HyperFormula, first calculation   ${peer.build.toFixed(2)} s  ${micro(peer.build)}`);
  console.log(`HyperFormula, recalculation       ${peer.time.toFixed(2)} s  ${micro(peer.time)}`);
  console.log(`ZORG.OVERRUN, first calculation   ${first.time.toFixed(2)} s  ${micro(first.time)}`);
  console.log(`ZORG.OVERRUN, unchanged table     ${again.time.toFixed(2)} s  ${micro(again.time)}`);
  console.log(`(making the arrays, not counted   ${first.copying.toFixed(2)} s)`);
  console.log(`ratio to HyperFormula, first calculation: ${(first.time / peer.build).toFixed(2)}`);
  const { first: cold, each } = tariffCost(tariff);
  console.log(
    `ZORG.TARIFF over 200 tariffs: first ${(cold * 1e3).toFixed(2)} ms, then ${(each * 1e6).toFixed(1)} µs a call`,
  );
  if (differing > 0) process.exitCode = 1;
}

main();
