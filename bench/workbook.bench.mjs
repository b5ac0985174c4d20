// Workbooks against openpyxl, which only loads and saves the same files: a large prognosis detected, filled and
// saved; the submissions of a hundred providers checked; one long sheet.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, hasModule, PYTHON, RUNS, seconds } from './compare.mjs';
import { writeLarge, writeSubmissions } from './workbook-files.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'workbook-bench-'));
const saved = join(folder, 'saved');
const hasPeer = hasModule('openpyxl');
const openpyxl = join(here, 'workbook-openpyxl.py');
const program = join(here, '..', 'dist', 'cli', 'plafondwijzer.js');

function timed(command, args) {
  const begin = process.hrtime.bigint();
  const text = execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { ...JSON.parse(text), wall: Number(process.hrtime.bigint() - begin) / 1e9 };
}

function keepFastest(best, who, result) {
  if (best[who] === undefined || result.wall < best[who].wall) best[who] = result;
}

/** The fastest of several runs of each, taken in turns: both meet the same company on the machine. */
function race(entry, args, paths, runs) {
  const best = {};
  for (let run = 0; run < runs; run++) {
    keepFastest(best, 'ours', timed(process.execPath, [entry, ...args]));
    if (hasPeer) keepFastest(best, 'theirs', timed(PYTHON, [openpyxl, saved, ...paths]));
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

function large(entry, title, sheets, productsPerSheet, runs) {
  const path = join(folder, 'groot.xlsx');
  writeLarge(path, sheets, productsPerSheet);
  const result = race(entry, [path, join(saved, 'ours.xlsx')], [path], runs);
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

/** What a procurer types: the command line as it is shipped, over a folder, with its threads. */
function checkFolder(inbox, more, timed = true) {
  const usage = join(folder, 'usage.json');
  const begin = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['--require', join(here, 'desk-usage.cjs'), program, 'check', inbox, '--rulebook', 'zutphen-2023'],
      ...['--year', '2023', '--as-of', '2023-06-30', '--production', join(folder, 'productie.csv')],
      ...['--quiet', ...(timed ? [] : ['--format', 'json']), ...more],
    ],
    { encoding: 'utf8', maxBuffer: 1 << 30, env: { ...process.env, USAGE_FILE: usage } },
  );
  const wall = Number(process.hrtime.bigint() - begin) / 1e9;
  if (status !== 0 && status !== 1) throw new Error(`exit ${status}: ${stderr}`);
  if (timed) return { ...JSON.parse(readFileSync(usage, 'utf8')), wall };
  const checked = JSON.parse(stdout).desk.providers.filter(({ state }) => state === 'checked');
  const differing = checked.filter(({ declaredDifference }) => declaredDifference !== '0.00');
  return { checked: checked.length, differing: differing.length };
}

function submissions(formulas) {
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  const { names, lines, cells } = writeSubmissions(inbox, folder, 100, 5, 60);
  const paths = names.map((name) => join(inbox, name));
  const ceilings = ['--ceilings', join(folder, 'plafonds.csv')];
  const best = {};
  for (let run = 0; run < RUNS; run++) {
    keepFastest(best, 'ours', checkFolder(inbox, []));
    keepFastest(best, 'double', checkFolder(inbox, ['--threads', '2']));
    if (hasPeer) keepFastest(best, 'theirs', timed(PYTHON, [openpyxl, saved, ...paths]));
  }
  const { double } = best;
  const found = checkFolder(inbox, [], false);
  console.log(`${names.length} submissions of 5 sheets: ${cells} cells, ${lines} lines of production`);
  tell(best, `${found.checked} checked, ${found.differing} differ from what was declared, table printed`);
  console.log(`  on two threads: ${seconds(double.wall)} wall, ${seconds(double.cpu)} processor`);
  // A ceiling adds the chance of an overrun: a thousand simulated years of every product.
  const whole = checkFolder(inbox, ceilings);
  console.log(
    `  with ceilings and the chance of an overrun: ${seconds(whole.wall)} wall, ${seconds(whole.cpu)} processor`,
  );
  const own = timed(process.execPath, [formulas, inbox]);
  console.log(
    `  of which their own formulas recomputed: ${own.formulas} in ${seconds(own.formulasCpu)} processor`,
  );
  if (found.checked !== 100 || found.differing !== 10) process.exitCode = 1;
}

if (!existsSync(program)) {
  console.error('The command line is not built: npm run build:cli.');
  process.exit(1);
}

try {
  mkdirSync(saved);
  const fill = await bundle(join(here, 'workbook.ts'), folder, 'workbook');
  const formulas = await bundle(join(here, 'workbook-formulas.ts'), folder, 'formulas');
  large(fill, '40 sheets of 330 products', 40, 330, RUNS);
  submissions(formulas);
  large(fill, 'One sheet of 100,000 products', 1, 100_000, 1);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
