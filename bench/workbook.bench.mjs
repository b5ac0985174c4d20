// Workbooks against openpyxl, which only loads and saves the same files: a large prognosis detected, filled and
// saved; the submissions of a hundred providers checked; one long sheet.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, hasModule, PYTHON, RUNS, seconds } from './compare.mjs';
import { writeLarge, writeSubmissions } from './workbook-files.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-'));
const saved = join(folder, 'saved');
const hasPeer = hasModule('openpyxl');

function timed(command, args) {
  const begin = process.hrtime.bigint();
  const text = execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { ...JSON.parse(text), wall: Number(process.hrtime.bigint() - begin) / 1e9 };
}

/** The fastest of several runs of each, taken in turns: both meet the same company on the machine. */
function race(program, args, paths, runs, withPeer = hasPeer) {
  const best = {};
  const keep = (who, result) => {
    if (best[who] === undefined || result.wall < best[who].wall) best[who] = result;
  };
  for (let run = 0; run < runs; run++) {
    keep('ours', timed(process.execPath, [program, ...args]));
    if (withPeer) keep('theirs', timed(PYTHON, [join(here, 'workbook-openpyxl.py'), saved, ...paths]));
  }
  return best;
}

function tell({ ours, theirs }, what) {
  const figures = ({ wall, cpu, peakMegabytes }) =>
    `${seconds(wall)} wall, ${seconds(cpu)} processor, ${peakMegabytes.toFixed(0)} MB peak`;
  console.log(`  ours      ${figures(ours)}: ${what}`);
  if (!theirs) {
    console.log(`  openpyxl is not installed for ${PYTHON} (Debian: python3-openpyxl): no comparison.`);
    return;
  }
  console.log(`  openpyxl  ${figures(theirs)}: load and save only`);
  const ratio = (key) => (theirs[key] / ours[key]).toFixed(2);
  console.log(`  ratio     openpyxl / ours = ${ratio('wall')} wall, ${ratio('cpu')} processor`);
}

function large(program, title, sheets, productsPerSheet, runs) {
  const path = join(folder, 'groot.xlsx');
  writeLarge(path, sheets, productsPerSheet);
  const result = race(program, [path, join(saved, 'ours.xlsx')], [path], runs);
  const { ours } = result;
  console.log(`${title}: ${ours.cells} cells, ${(statSync(path).size / 1e6).toFixed(1)} MB`);
  tell(
    result,
    `open ${seconds(ours.opened)}, detect ${seconds(ours.detected)}, fill ${seconds(ours.filled)}, ` +
      `save ${seconds(ours.saved)}; ${ours.slots} cells recognised, ${ours.written} written, ${ours.refused} refused`,
  );
  if (ours.written !== sheets * productsPerSheet * 12 || ours.refused > 0 || ours.difference !== '0')
    process.exitCode = 1;
}

function submissions(program) {
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  const { names, lines } = writeSubmissions(inbox, 100, 5, 60);
  const paths = names.map((name) => join(inbox, name));
  const result = race(program, [inbox, 'declared'], paths, RUNS);
  const { ours } = result;
  console.log(`${names.length} submissions of 5 sheets: ${ours.cells} cells, ${lines} lines of production`);
  tell(result, `${ours.checked} checked, ${ours.differing} differ from what was declared`);
  // A ceiling adds the chance of an overrun: a thousand simulated years of every product.
  const { ours: whole } = race(program, [inbox, 'ceilings'], paths, 1, false);
  console.log(
    `  with ceilings and the chance of an overrun: ${seconds(whole.wall)} wall, ${seconds(whole.cpu)} processor`,
  );
  const own = timed(process.execPath, [program, inbox, 'formulas']);
  console.log(
    `  of which their own formulas recomputed: ${own.formulas} in ${seconds(own.formulasCpu)} processor`,
  );
  for (const one of [ours, whole]) if (one.checked !== 100 || one.differing !== 10) process.exitCode = 1;
}

try {
  mkdirSync(saved);
  const fill = await bundle(join(here, 'workbook.ts'), folder, 'workbook');
  const check = await bundle(join(here, 'workbook-submissions.ts'), folder, 'submissions');
  large(fill, '40 sheets of 330 products', 40, 330, RUNS);
  submissions(check);
  large(fill, 'One sheet of 100,000 products', 1, 100_000, 1);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
