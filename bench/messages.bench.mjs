// Reading declaration messages: ours against Python's fastest common ways, each in a fresh process, on the same
// file in the same run. AW319 against pandas (read_fwf, and lines cut with slices), WMO323 against expat.
// Medians of several rounds (BENCH_RUNS, 3), in wall time and in processor time: on a busy machine the latter
// is the one to look at.
//   node bench/messages.bench.mjs [lines]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, hasModule, PYTHON, RUNS, seconds } from './compare.mjs';
import { writeAw319, writeDeclaration } from './messages-file.mjs';
import { inRounds } from './rounds.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const lines = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'messages-bench-'));
const cents = (text) => Number(text.replace('.', ''));

let failed = false;
const show = (name, result, more) =>
  console.log(
    `  ${name.padEnd(12)} ${seconds(result.wall)} wall, ${seconds(result.cpuSeconds)} processor, ${result.peakMegabytes.toFixed(0)} MB peak${more}`,
  );

/** Memory that a message of any size may take. */
const MOST_MEGABYTES = 300;

function compare(program, path, total, peers) {
  const [ours, ...others] = inRounds(
    [
      { command: process.execPath, args: [program, path] },
      ...peers.map(({ command }) => ({ command: PYTHON, args: command })),
    ],
    RUNS,
  );
  const right = cents(ours.total) === total && ours.lines.read === lines;
  const fits = ours.peakMegabytes <= MOST_MEGABYTES;
  show(
    'ours',
    ours,
    ` (${fits ? 'at most' : 'MORE THAN'} ${MOST_MEGABYTES}), total ${ours.total}: ${right ? 'exact' : 'WRONG'}`,
  );
  failed ||= !right || !fits;
  for (const [index, theirs] of others.entries()) {
    const { name, least } = peers[index];
    const sums = new Map(theirs.groups);
    const agree =
      sums.size === ours.groups.length &&
      ours.groups.every(([key, amount]) => sums.get(key) === cents(amount));
    show(name, theirs, `, version ${theirs.version}; ${sums.size} sums ${agree ? 'agree' : 'DIFFER'}`);
    console.log(
      `  ratio        ${name} ÷ ours: wall ${(theirs.wall / ours.wall).toFixed(2)}, processor ${(theirs.cpuSeconds / ours.cpuSeconds).toFixed(2)} (goal ${least}), memory ${(theirs.peakMegabytes / ours.peakMegabytes).toFixed(2)}`,
    );
    failed ||= !agree;
  }
}

try {
  const program = await bundle(join(here, 'messages.ts'), folder, 'messages');
  const path = join(folder, 'bericht');
  const size = () => `${(statSync(path).size / 1e6).toFixed(0)} MB`;

  let total = await writeAw319(path, lines);
  console.log(`\nAW319, ${lines} lines, ${size()}`);
  const pandas = hasModule('pandas');
  if (!pandas)
    console.log(`  pandas is not installed for ${PYTHON} (Debian: python3-pandas): no comparison.`);
  const script = join(here, 'messages-pandas.py');
  compare(
    program,
    path,
    total,
    pandas
      ? [
          { name: 'read_fwf', command: [script, path, 'fwf'], least: 5 },
          { name: 'slices', command: [script, path, 'slices'], least: 5 },
        ]
      : [],
  );

  total = await writeDeclaration(path, lines);
  console.log(`\nWMO323, ${lines} lines, ${size()}`);
  const expat = hasModule('xml.etree.ElementTree');
  if (!expat) console.log(`  There is no Python at ${PYTHON}: no comparison.`);
  compare(
    program,
    path,
    total,
    expat ? [{ name: 'iterparse', command: [join(here, 'messages-expat.py'), path], least: 1.5 }] : [],
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
