// The procurer's desk: 300 submissions of 5 sheets against 3 million declared lines, with report, page, dossier
// and question lists, by the command line as it is shipped; beside openpyxl, which only loads the same files.
// Smaller: BENCH_DESK=30 for so many providers, with lines in proportion.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasModule, PYTHON, seconds } from './compare.mjs';
import { writeInbox } from './desk-files.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, '..', 'dist', 'cli', 'plafondwijzer.js');
const providers = Number(process.env.BENCH_DESK ?? 300);
const lines = 10_000 * providers;
const threads = process.env.BENCH_THREADS;

if (!existsSync(program)) {
  console.error('The command line is not built: npm run build:cli.');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));

function ours() {
  const usage = join(folder, 'usage.json');
  const begin = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['--require', join(here, 'desk-usage.cjs'), program, 'check', 'inbox', '--rulebook', 'zutphen-2023'],
      ...['--year', '2023', '--as-of', '2023-06-30', '--production', 'gedeclareerd.csv'],
      ...['--ceilings', 'plafonds.csv', '--report', 'r.xlsx', '--html', 'r.html', '--dossier', 'd.json'],
      ...['--questions', 'vragen', '--format', 'json', '--quiet', '--force'],
      ...(threads ? ['--threads', threads] : []),
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30, env: { ...process.env, USAGE_FILE: usage } },
  );
  const wall = Number(process.hrtime.bigint() - begin) / 1e9;
  if (status !== 0 && status !== 1) throw new Error(`exit ${status}: ${stderr}`);
  const { desk } = JSON.parse(stdout);
  return { ...JSON.parse(readFileSync(usage, 'utf8')), wall, desk };
}

function theirs() {
  const begin = process.hrtime.bigint();
  const text = execFileSync(PYTHON, [join(here, 'desk-openpyxl.py'), join(folder, 'inbox')], {
    encoding: 'utf8',
  });
  return { ...JSON.parse(text), wall: Number(process.hrtime.bigint() - begin) / 1e9 };
}

const figures = ({ wall, cpu, peakMegabytes }) =>
  `${seconds(wall)} wall, ${seconds(cpu)} processor, ${peakMegabytes.toFixed(0)} MB peak`;

try {
  const sheets = 5;
  const names = writeInbox(folder, { providers, sheets, productsPerSheet: 40, lines });
  const megabytes = (statSync(join(folder, 'gedeclareerd.csv')).size / 1e6).toFixed(0);
  console.log(
    `${names.length} submissions of ${sheets} sheets, ${lines.toLocaleString('en')} declared lines (${megabytes} MB)`,
  );
  const own = ours();
  const checked = own.desk.providers.filter(({ state }) => state === 'checked');
  const differing = checked.filter(({ declaredDifference }) => declaredDifference !== '0.00');
  console.log(
    `  ours      ${figures(own)}: ${checked.length} checked, ${differing.length} differ from what was declared; ` +
      'report, page, dossier and question lists written',
  );
  if (hasModule('openpyxl')) {
    const peer = theirs();
    console.log(`  openpyxl  ${figures(peer)}: loads the submissions only, not the declared lines`);
    const ratio = (key) => (peer[key] / own[key]).toFixed(2);
    console.log(`  ratio     openpyxl / ours = ${ratio('wall')} wall, ${ratio('cpu')} processor`);
  } else console.log(`  openpyxl is not installed for ${PYTHON} (Debian: python3-openpyxl): no comparison.`);
  if (checked.length !== providers || differing.length !== Math.floor(providers / 10)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
