// Reading a production file: ours against pandas, each in a fresh process, on the same file in the same run.
//   node bench/intake.bench.mjs [lines]
// The Python that has pandas: PYTHON, else /usr/bin/python3.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, hasModule, measure, PYTHON, seconds } from './compare.mjs';
import { writeProduction } from './intake-file.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const lines = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'intake-bench-'));

const cents = (text) => Number(text.replace('.', ''));

let failed = false;
try {
  const program = await bundle(join(here, 'intake.ts'), folder, 'intake');
  const peer = hasModule('pandas');
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
