/**
 * Runs after `npm install` in a clone: builds the command line, so that `npx plafondwijzer` works at once.
 * Never makes an install fail: without the build tools it says what to do.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const later = (why) =>
  console.error(
    `plafondwijzer: de opdrachtregel is niet gebouwd (${why}). Later: npm install && npm run build:cli`,
  );

function load(name) {
  try {
    return require(name);
  } catch (error) {
    if (error?.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

async function build() {
  if (!existsSync(path.join(root, 'src', 'cli', 'main.ts'))) return;
  const webpack = load('webpack');
  if (webpack === null || load('swc-loader') === null) {
    if (!existsSync(path.join(root, 'dist', 'cli', 'plafondwijzer.js'))) later('zonder devDependencies');
    return;
  }
  const config = require(path.join(root, 'webpack', 'cli.config.js'));
  const stats = await new Promise((resolve, reject) => {
    webpack(config, (error, result) => (error ? reject(error) : resolve(result)));
  });
  if (stats.hasErrors()) {
    console.error(stats.toString({ preset: 'errors-only' }));
    later('de bouw mislukte');
  }
}

try {
  await build();
} catch (error) {
  later(error instanceof Error ? error.message : String(error));
}
