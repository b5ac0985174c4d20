// Reading a production file: ours against pandas, each in a fresh process, on the same file in the same run.
//   node bench/run-intake.mjs [lines]
// The Python that has pandas: PYTHON, else /usr/bin/python3.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';
import { writeProduction } from './intake-file.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const lines = Number(process.argv[2] ?? 1_000_000);
const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
const RUNS = Number(process.env.BENCH_RUNS ?? 3);
const folder = mkdtempSync(join(tmpdir(), 'intake-bench-'));

function bundle() {
  return new Promise((resolve, reject) => {
    webpack(
      {
        mode: 'production',
        target: 'node20',
        entry: join(here, 'intake.ts'),
        output: { path: folder, filename: 'intake.cjs' },
        resolve: { extensions: ['.ts', '.js'] },
        module: { rules: [{ test: /\.ts$/, use: 'swc-loader', exclude: /node_modules/ }] },
        performance: false,
      },
      (error, stats) => {
        if (error) reject(error);
        else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')));
        else resolve(join(folder, 'intake.cjs'));
      },
    );
  });
}

/** The fastest of several runs, with the wall time of the whole process. */
function measure(command, args) {
  let best = null;
  for (let run = 0; run < RUNS; run++) {
    const begin = process.hrtime.bigint();
    const text = execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const wall = Number(process.hrtime.bigint() - begin) / 1e9;
    const result = { ...JSON.parse(text), wall };
    if (best === null || wall < best.wall) best = result;
  }
  return best;
}

function pandasAvailable() {
  try {
    execFileSync(PYTHON, ['-c', 'import pandas'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const cents = (text) => Number(text.replace('.', ''));
const seconds = (value) => `${value.toFixed(2)} s`;

let failed = false;
try {
  const program = await bundle();
  const peer = pandasAvailable();
  if (!peer) console.log(`pandas is not installed for ${PYTHON} (Debian: python3-pandas): no comparison.`);
  for (const euro of [false, true]) {
    const path = join(folder, 'productie.csv');
    const total = await writeProduction(path, lines, euro);
    const size = (statSync(path).size / 1e6).toFixed(0);
    console.log(`\n${lines} lines, ${size} MB, amounts ${euro ? 'with' : 'without'} euro sign`);
    const ours = measure(process.execPath, [program, path]);
    const right = BigInt(ours.total.replace('.', '')) === total && ours.lines.read === lines;
    console.log(
      `  ours    ${seconds(ours.wall)} wall (reading ${seconds(ours.readSeconds)}), ` +
        `${ours.peakMegabytes.toFixed(0)} MB peak, total ${ours.total}: ${right ? 'exact' : 'WRONG'}`,
    );
    failed ||= !right;
    if (peer) {
      const theirs = measure(PYTHON, [join(here, 'intake-pandas.py'), path, euro ? 'euro' : 'plain']);
      const sums = new Map(theirs.groups);
      const agree =
        sums.size === ours.groups.length &&
        ours.groups.every(([key, amount]) => {
          const [provider, domain, product, month] = key.split('|');
          const [year, number] = month.split('-');
          return sums.get([provider, domain, product, `${number}-${year}`].join('|')) === cents(amount);
        });
      console.log(
        `  pandas  ${seconds(theirs.wall)} wall (reading ${seconds(theirs.readSeconds)}), ` +
          `${theirs.peakMegabytes.toFixed(0)} MB peak, version ${theirs.version}; ` +
          `${ours.groups.length} group sums ${agree ? 'agree to the cent' : 'DIFFER'}`,
      );
      console.log(`  ratio   pandas ÷ ours: wall ${(theirs.wall / ours.wall).toFixed(2)}`);
      failed ||= !agree;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
