/**
 * `npm test`: types, lint, format, build and all tests. Every step runs, also after one that failed; the
 * last line counts tests and steps together.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const tool = (...parts) => path.join(root, 'node_modules', ...parts);

const STEPS = [
  { name: 'Types', tool: tool('typescript', 'bin', 'tsc'), args: ['--noEmit'] },
  {
    name: 'Types of core, without Node or DOM',
    tool: tool('typescript', 'bin', 'tsc'),
    args: ['--noEmit', '-p', 'tsconfig.core.json'],
  },
  { name: 'Lint', tool: tool('eslint', 'bin', 'eslint.js'), args: ['.', '--max-warnings', '0'] },
  { name: 'Format', tool: tool('prettier', 'bin', 'prettier.cjs'), args: ['--check', '.'] },
  // The tests of the command line and the browser tests use what this builds.
  { name: 'Build', tool: tool('webpack', 'bin', 'webpack.js'), args: ['--mode', 'production'] },
];

const heading = (name) => console.log(`\n== ${name} ==`);

function runNode(args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error) console.error(error.message);
  return status === 0;
}

let passed = 0;
let failed = 0;
let skipped = 0;
const failures = [];

for (const step of STEPS) {
  heading(step.name);
  if (existsSync(step.tool) && runNode([step.tool, ...step.args])) passed += 1;
  else {
    if (!existsSync(step.tool)) console.error(`${step.tool} is missing: npm install`);
    failed += 1;
    failures.push(step.name);
  }
}

heading('Tests');
const folder = mkdtempSync(path.join(tmpdir(), 'plafondwijzer-test-'));
const output = path.join(folder, 'jest.json');
const fine = runNode([
  tool('jest', 'bin', 'jest.js'),
  '--json',
  `--outputFile=${output}`,
  ...process.argv.slice(2),
]);
let counts = null;
try {
  counts = JSON.parse(readFileSync(output, 'utf8'));
} catch (error) {
  console.error(`No test counts: ${error.message}`);
}
rmSync(folder, { recursive: true, force: true });
if (counts === null) {
  failed += 1;
  failures.push('Tests');
} else {
  // A suite that could not run has no tests to count: it counts as one failure.
  const broken = counts.numRuntimeErrorTestSuites + counts.numFailedTests;
  passed += counts.numPassedTests;
  failed += fine ? broken : Math.max(1, broken);
  skipped += counts.numPendingTests + counts.numTodoTests;
  if (!fine) failures.push('Tests');
}

console.log(failures.length === 0 ? '' : `\nFailed: ${failures.join(', ')}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
