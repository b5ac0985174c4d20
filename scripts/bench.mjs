/**
 * `npm run bench [NAME…]`: runs the benchmarks in bench/ one after the other: every *.bench.ts bundled for
 * Node, every *.bench.mjs as it is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const folder = path.join(root, 'bench');
const wanted = process.argv.slice(2);
const present = existsSync(folder) ? readdirSync(folder) : [];
const namesOf = (ending) =>
  present
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .filter((name) => wanted.length === 0 || wanted.includes(name))
    .sort();
const ending = '.bench.ts';
const names = namesOf(ending);
const scripts = namesOf('.bench.mjs');

if (names.length + scripts.length === 0) {
  console.error(wanted.length === 0 ? 'No benchmarks in bench/.' : `No such benchmark: ${wanted.join(', ')}`);
  process.exit(1);
}

const webpack = require('webpack');
const base = require(path.join(root, 'webpack', 'cli.config.js'));
const built = path.join(root, 'dist', 'bench');
if (names.length > 0) {
  const stats = await new Promise((resolve, reject) => {
    webpack(
      {
        ...base,
        name: 'bench',
        entry: Object.fromEntries(names.map((name) => [name, path.join(folder, name + ending)])),
        output: { path: built, filename: '[name].js', clean: true },
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    );
  });
  if (stats.hasErrors()) {
    console.error(stats.toString({ preset: 'errors-only' }));
    process.exit(1);
  }
}

let failed = 0;
const programs = [
  ...names.map((name) => [name, path.join(built, `${name}.js`)]),
  ...scripts.map((name) => [name, path.join(folder, `${name}.bench.mjs`)]),
];
for (const [name, program] of programs) {
  console.log(`\n== ${name} ==`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', program], { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
