import { addMonths, CareTable, forecastYear, parseDate, parseMonth } from '../src/core';
import { accuracyOf, average, coverageOf, ours, sheet, yearTotals, type Accuracy } from './forecast-metrics';
import { LAGS, lagErrors, type LagResult } from './forecast-lag';
import { inventSeries, readM3 } from './forecast-series';

/**
 * `npm run bench:forecast -- --m3 FILE`: acceptance of the forecasts on the monthly series of the M3
 * competition, beside what users have today, and the speed of 5,000 products. Without a file: a small
 * invented set, for which no targets hold.
 */
const HOW_TO_GET = `No --m3 FILE: this run uses a small invented set, for which no targets hold.
The M3 monthly series are the data object M3 of the R package Mcomp. In R:
  install.packages("Mcomp"); library(Mcomp)
  monthly <- subset(M3, 12)
  line <- function(s) paste(s$sn, s$sn, s$type,
    sprintf("%d-%02d", start(s$x)[1], start(s$x)[2]), s$n, s$h, gsub(",", "", s$description),
    paste(s$x, collapse = " "), paste(s$xx, collapse = " "), sep = ",")
  writeLines(c("series,id,type,start,n,h,description,history,future", sapply(monthly, line)), "m3_monthly.csv")
then: npm run bench:forecast -- --m3 m3_monthly.csv`;

let failures = 0;
const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)}%`;

function row(
  name: string,
  measured: string,
  others: readonly string[],
  target: string,
  met: boolean | null,
): void {
  const verdict = met === null ? '' : met ? 'pass' : 'FAIL';
  if (met === false) failures++;
  console.log(
    `${name.padEnd(40)} ${measured.padStart(14)} ${others.map((text) => text.padStart(16)).join('')} ${target.padStart(18)} ${verdict}`,
  );
}

const seconds = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e9;

function main(): void {
  const given = process.argv.indexOf('--m3');
  const file = given >= 0 ? process.argv[given + 1] : undefined;
  const onlySpeed = process.argv.includes('--speed');
  if (!onlySpeed) {
    if (!file) console.log(HOW_TO_GET);
    const series = file ? readM3(file) : inventSeries(60);
    const holds = file !== undefined;
    acceptance(series, holds);
    lateDeclarations(series);
  }
  speed(process.argv.includes('--quick') || (!file && !onlySpeed) ? 500 : 5000);
  if (failures > 0) process.exitCode = 1;
}

function acceptance(series: ReturnType<typeof readM3>, holds: boolean): void {
  console.log(`\n${series.length} series`);
  const line = (found: Accuracy): string => `${found.smape.toFixed(2)} / ${found.mase.toFixed(3)}`;
  row('', 'Plafondwijzer', ['YTD / k x 12', 'Holt-Winters'], 'target', null);
  for (const [name, keep, ahead, most] of [
    ['all months, 18 ahead, sMAPE / MASE', 0, 18, [13.7, 0.86]],
    ['last 36 months, 6 ahead', 36, 6, null],
    ['last 24 months, 6 ahead', 24, 6, [13.15, 0.725]],
    ['last 18 months, 6 ahead', 18, 6, null],
    ['last 12 months, 6 ahead', 12, 6, null],
  ] as const) {
    const found = accuracyOf(series, name, ours('automatic'), keep, ahead);
    const others = [average, sheet].map((other) => line(accuracyOf(series, name, other, keep, ahead)));
    const met = most === null || !holds ? null : found.smape <= most[0] && found.mase <= most[1];
    row(name, line(found), others, most ? `<= ${most[0]} / ${most[1]}` : '', met);
  }
  for (const method of [
    'theta-damped',
    'theta',
    'damped',
    'level',
    'seasonal-naive',
    'running-average',
  ] as const) {
    const found = [0, 24].map((keep) =>
      line(accuracyOf(series, method, ours(method), keep, keep === 0 ? 18 : 6)),
    );
    console.log(`  ${method.padEnd(38)} all, 18 ahead ${found[0] ?? ''}; last 24, 6 ahead ${found[1] ?? ''}`);
  }
  for (const [name, keep, ahead] of [
    ['all months', 0, 18],
    ['last 36 months', 36, 6],
    ['last 24 months', 24, 6],
    ['last 18 months', 18, 6],
    ['last 12 months', 12, 6],
  ] as const) {
    const found = coverageOf(series, keep, ahead, 1000);
    const text = `${percent(found.sum80)} / ${percent(found.sum95)}`;
    const judged = keep === 24 && holds;
    const met = found.sum80 >= 0.78 && found.sum80 <= 0.86 && found.sum95 >= 0.93 && found.sum95 <= 0.97;
    row(
      `six-month sum in 80 / 95% range, ${name}`,
      text,
      [`month ${percent(found.month80, 0)}`, percent(found.month95, 0)],
      judged ? '78-86 / 93-97%' : '',
      judged ? met : null,
    );
  }
  for (const months of [3, 6, 9]) {
    const found = yearTotals(series, months, 1000);
    row(
      `year total after ${months} months, mean error`,
      percent(found.errors.ours, 2),
      [percent(found.errors.ytd, 2), percent(found.errors.sheet, 2)],
      months === 6 ? '<= 3.8%' : '',
      months === 6 && holds ? found.errors.ours <= 0.038 : null,
    );
    row(
      `  bias; year total in 80 / 95% range`,
      percent(found.bias, 2),
      [percent(found.covered80), percent(found.covered95)],
      '',
      null,
    );
    row(
      `  Brier of ceilings 95, 100, 105, 110%`,
      found.brier.ours.toFixed(4),
      [found.brier.ytd.toFixed(4), found.brier.sheet.toFixed(4)],
      months === 6 ? '<= 0.070' : '',
      months === 6 && holds ? found.brier.ours <= 0.07 : null,
    );
    const reliability = found.reliability
      .map(({ said, came, cases }) => `${percent(said, 0)} > ${percent(came, 0)} (${cases})`)
      .join('  ');
    console.log(`  said > came true: ${reliability}`);
  }
}

/** The year total after six months when declarations come late; a part of the series is enough. */
function lateDeclarations(series: ReturnType<typeof readM3>): void {
  const part = series.filter((_, at) => at % 4 === 0);
  console.log(
    `\nlate declarations, ${part.length} series: error of the year total after 6 months; in 80 / 95% range`,
  );
  const text = ({ error, covered80, covered95 }: LagResult): string =>
    `${percent(error)} ${percent(covered80, 0)}/${percent(covered95, 0)}`;
  console.log(
    `${''.padEnd(32)}${['ignored', 'chain ladder', 'Benktander', 'BF (default)'].map((name) => name.padStart(16)).join('')}`,
  );
  for (const { name, shares } of LAGS) {
    for (const concentration of [200, 25]) {
      const found = lagErrors(part, shares, concentration);
      const columns = [
        found.ignored,
        found['chain-ladder'],
        found.benktander,
        found['bornhuetter-ferguson'],
      ].map((one) => text(one).padStart(16));
      console.log(
        `${`${name}, ${concentration === 200 ? 'stable' : 'erratic'}`.padEnd(32)}${columns.join('')}`,
      );
    }
  }
}

/** 5,000 products of 60 months, with 1,000 paths each. */
function speed(products: number): void {
  const series = inventSeries(products, 42);
  const table = new CareTable();
  const first = parseMonth('2019-01');
  series.forEach(({ history, future }, at) => {
    [...history, ...future].forEach((value, month) => {
      table.add({
        provider: `Aanbieder ${at % 40}`,
        domain: at % 2 === 0 ? 'Wmo' : 'Jeugdwet',
        product: `P${at}`,
        client: null,
        month: addMonths(first, month),
        unit: null,
        allocated: 'unknown',
        volume: null,
        cents: Math.round(value * 100),
      });
    });
  });
  const from = process.hrtime.bigint();
  const result = forecastYear({
    year: 2024,
    asOf: parseDate('2023-12-31'),
    lines: table.rows(),
    method: 'automatic',
    paths: 1000,
  });
  const took = seconds(from);
  const begin = process.hrtime.bigint();
  let sum = 0;
  for (const one of series.slice(0, products)) sum += holtWintersOnce(one.history, one.future);
  const peer = seconds(begin);
  console.log(
    `\n${products} products x 60 months, 12 months ahead, 1,000 paths, backtest of every product, one core`,
  );
  row(
    'forecast with ranges',
    `${took.toFixed(1)} s`,
    ['', `${peer.toFixed(1)} s`],
    products === 5000 ? '<= 60 s' : '',
    products === 5000 ? took <= 60 : null,
  );
  console.log(
    `  ${((took / products) * 1000).toFixed(2)} ms per product; total ${result.total > 0n ? 'above' : 'not above'} 0; ` +
      `peer: Holt-Winters point forecast only, ${((peer / products) * 1000).toFixed(2)} ms (${sum > 0 ? 'done' : 'nothing'})`,
  );
}

function holtWintersOnce(history: readonly number[], future: readonly number[]): number {
  const found = sheet([...history, ...future], parseMonth('2019-01'), 12);
  return found.length;
}

main();
