import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

function newest(file: string): number {
  const found = statSync(file);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((name) => newest(join(file, name))));
}

interface Build {
  /** Names of webpack configurations. */
  readonly configurations: readonly string[];
  /** What it makes and what that is made of, as paths from the root. */
  readonly made: readonly string[];
  readonly sources: readonly string[];
}

/** Builds when nothing is built or a source is newer: `npm test` has built already, a single test run may not. */
function buildIfStale({ configurations, made, sources }: Build): void {
  const files = made.map((file) => join(ROOT, file));
  const changed = Math.max(...sources.map((source) => newest(join(ROOT, source))));
  if (files.every((file) => existsSync(file) && statSync(file).mtimeMs >= changed)) return;
  execFileSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/webpack/bin/webpack.js'),
      '--mode',
      'production',
      ...configurations.flatMap((name) => ['--config-name', name]),
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  // A file that came out the same is not written again; it is fresh all the same.
  const now = new Date();
  for (const file of files) utimesSync(file, now, now);
}

export const buildWorkbenchIfStale = (): void =>
  buildIfStale({
    configurations: ['workbench'],
    made: ['dist/workbench/index.html'],
    sources: ['src', 'webpack', 'samples'],
  });

/** The functions and the task pane. */
export const buildAddinIfStale = (): void =>
  buildIfStale({
    configurations: ['functions', 'taskpane'],
    made: ['dist/addin/functions.js', 'dist/addin/taskpane.html'],
    sources: ['src', 'docs/functions', 'webpack', 'assets/ribbon', 'manifest.xml'],
  });
