// A 40-sheet prognosis of about 200,000 cells: ours opens, detects, fills and saves; openpyxl only loads and saves.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, hasModule, measure, PYTHON, seconds } from './compare.mjs';

const XLSX = createRequire(import.meta.url)('@e965/xlsx');
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-'));
const MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

/** 40 sheets, 330 products each, a year total a row and a total row, deterministic figures. */
function generate(path) {
  const book = XLSX.utils.book_new();
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let sheet = 0; sheet < 40; sheet++) {
    const rows = [
      [`Prognose ${sheet % 2 ? 'Jeugdwet' : 'Wmo'} 2023, locatie ${sheet + 1}`],
      ['Aanbieder', 'Stichting Voorbeeld'],
      [],
      ['Productcode', 'Omschrijving', 'Eenheid', ...MONTHS, 'Totaal'],
    ];
    for (let row = 0; row < 330; row++) {
      const code = `P${String(10000 + sheet * 330 + row)}`;
      const amounts = MONTHS.map(() => Math.round(random() * 1e6) / 100);
      const at = rows.length + 1;
      rows.push([
        code,
        `Zorgproduct ${code.slice(1)}`,
        'uur',
        ...amounts,
        { t: 'n', f: `SUM(D${at}:O${at})` },
      ]);
    }
    const last = rows.length;
    rows.push([
      'Totaal',
      null,
      null,
      ...[...'DEFGHIJKLMNOP'].map((col) => ({ t: 'n', f: `SUM(${col}5:${col}${last})` })),
    ]);
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), `Loc ${sheet + 1}`);
  }
  writeFileSync(path, XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}

try {
  const path = join(folder, 'groot.xlsx');
  generate(path);
  const program = await bundle(join(here, 'workbook.ts'), folder, 'workbook');
  const ours = measure(process.execPath, [program, path, join(folder, 'ours.xlsx')]);
  console.log(`${ours.cells} cells in 40 sheets, ${(statSync(path).size / 1e6).toFixed(1)} MB`);
  console.log(
    `  ours      ${seconds(ours.wall)} wall: open ${seconds(ours.opened)}, detect ${seconds(ours.detected)}, ` +
      `fill ${seconds(ours.filled)}, save ${seconds(ours.saved)}; ${ours.slots} cells recognised, ${ours.written} written, ` +
      `${ours.refused} refused; ${ours.peakMegabytes.toFixed(0)} MB peak`,
  );
  if (hasModule('openpyxl')) {
    const theirs = measure(PYTHON, [join(here, 'workbook-openpyxl.py'), path, join(folder, 'theirs.xlsx')]);
    console.log(
      `  openpyxl  ${seconds(theirs.wall)} wall, load and save only; ${theirs.peakMegabytes.toFixed(0)} MB peak`,
    );
    console.log(`  ratio     openpyxl / ours = ${(theirs.wall / ours.wall).toFixed(2)}`);
  } else {
    console.log(`  openpyxl is not installed for ${PYTHON} (Debian: python3-openpyxl): no comparison.`);
  }
  if (ours.written === 0 || ours.refused > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
