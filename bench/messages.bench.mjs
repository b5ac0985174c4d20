// Reading declaration messages: ours against Python's fastest common ways, each in a fresh process, on the same
// file in the same run. AW319 against pandas (read_fwf, and lines cut with slices), WMO323 against expat.
//   node bench/messages.bench.mjs [lines]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, hasModule, measure, PYTHON, seconds } from './compare.mjs';
import { writeAw319, writeDeclaration } from './messages-file.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const lines = Number(process.argv[2] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'messages-bench-'));
const cents = (text) => Number(text.replace('.', ''));

let failed = false;
const show = (name, result, more) =>
  console.log(
    `  ${name.padEnd(12)} ${seconds(result.wall)} wall (reading ${seconds(result.readSeconds)}), ${result.peakMegabytes.toFixed(0)} MB peak${more}`,
  );

function compare(program, path, total, peers) {
  const ours = measure(process.execPath, [program, path]);
  const right = cents(ours.total) === total && ours.lines.read === lines;
  show('ours', ours, `, total ${ours.total}: ${right ? 'exact' : 'WRONG'}`);
  failed ||= !right;
  for (const { name, command, least } of peers) {
    const theirs = measure(PYTHON, command);
    const sums = new Map(theirs.groups);
    const agree =
      sums.size === ours.groups.length &&
      ours.groups.every(([key, amount]) => sums.get(key) === cents(amount));
    const ratio = theirs.wall / ours.wall;
    show(name, theirs, `, version ${theirs.version}; ${sums.size} sums ${agree ? 'agree' : 'DIFFER'}`);
    console.log(
      `  ratio        ${name} ÷ ours: ${ratio.toFixed(2)} (goal ${least}), memory ${(theirs.peakMegabytes / ours.peakMegabytes).toFixed(2)}`,
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
