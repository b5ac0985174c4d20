// What the benchmarks share: bundling a TypeScript entry for Node, and the fastest of several fresh processes.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import webpack from 'webpack';

/** The Python that has the peers (Debian: python3-pandas, python3-openpyxl). */
export const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
export const RUNS = Number(process.env.BENCH_RUNS ?? 3);

/** Bundles a TypeScript entry into `folder` and gives the path of the program. */
export function bundle(entry, folder, name) {
  return new Promise((resolve, reject) => {
    webpack(
      {
        mode: 'production',
        target: 'node20',
        entry,
        output: { path: folder, filename: `${name}.cjs` },
        resolve: { extensions: ['.ts', '.js'] },
        module: {
          rules: [
            { test: /\.ts$/, use: 'swc-loader', exclude: /node_modules/ },
            // As the workbench is bundled: only what is used.
            { test: /src[\\/].*\.ts$/, sideEffects: false },
          ],
        },
        performance: false,
      },
      (error, stats) => {
        if (error) reject(error);
        else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')));
        else resolve(join(folder, `${name}.cjs`));
      },
    );
  });
}

/** The fastest of several runs, with the wall time of the whole process; the program prints JSON. */
export function measure(command, args) {
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

/** Whether the Python peer has a module. */
export function hasModule(module) {
  try {
    execFileSync(PYTHON, ['-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export const seconds = (value) => `${value.toFixed(2)} s`;
