import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Workbooks that a package ships and that Excel itself saved (2007 on Windows, 2016 on a Mac), with charts of
 * eight kinds. The package is there for these files only; nothing of it is run.
 */
export function realWorkbooks(): readonly (readonly [name: string, bytes: Uint8Array])[] {
  const folder = join(dirname(require.resolve('xlsx-chart/package.json')), 'template');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.xlsx'))
    .map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))] as const);
}
