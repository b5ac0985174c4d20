/**
 * `npm run bench [NAME…]`: bundles every bench/*.bench.ts for Node and runs them one after the other.
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
const ending = '.bench.ts';
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

if (names.length === 0) {
  console.error(wanted.length === 0 ? 'No benchmarks in bench/.' : `No such benchmark: ${wanted.join(', ')}`);
  process.exit(1);
}

const webpack = require('webpack');
const base = require(path.join(root, 'webpack', 'cli.config.js'));
const built = path.join(root, 'dist', 'bench');
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

let failed = 0;
for (const name of names) {
  console.log(`\n== ${name} ==`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', path.join(built, `${name}.js`)], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
