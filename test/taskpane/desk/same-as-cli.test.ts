import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDossier, type Dossier } from '../../../src/core';
import type { DeskRun } from '../../../src/flow';
import type { InputFile } from '../../../src/intake';
import { engine } from '../../../src/taskpane/engine';

const ROOT = path.resolve(__dirname, '../../..');
const PROGRAM = path.join(ROOT, 'bin', 'plafondwijzer.js');

if (!existsSync(path.join(ROOT, 'dist', 'cli', 'check-worker.js'))) {
  throw new Error('The command line is not built: npm run build:cli (npm test does it).');
}

let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);
const text = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? new Uint8Array());
const input = (...names: string[]): InputFile => ({
  name: names.at(-1) ?? '',
  size: statSync(at(...names)).size,
  open: () => createReadStream(at(...names)),
});

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plafondwijzer-same-'));
  execFileSync(process.execPath, [path.join(ROOT, 'scripts', 'desk-demo.mjs'), folder]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DATA = [
  'gedeclareerd-2023.csv',
  'gedeclareerd-2022.csv',
  'raming-regio.csv',
  'plafonds.csv',
  'tarieven.csv',
];

function onTheCommandLine(round: string): {
  readonly out: string;
  readonly dossier: string;
  readonly err: string;
} {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...[PROGRAM, 'check', round, '--rulebook', 'zutphen-2023', '--year', '2023', '--as-of', '2023-06-30'],
      ...['--production', 'gedeclareerd-2023.csv', 'gedeclareerd-2022.csv', '--forecast', 'raming-regio.csv'],
      ...['--ceilings', 'plafonds.csv', '--tariffs', 'tarieven.csv', '--dossier', 'dossier.json'],
      ...['--format', 'json', '--threads', '1', '--quiet'],
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return { out: stdout, err: stderr, dossier: readFileSync(at('dossier.json'), 'utf8') };
}

const inTheWorkbench = (round: string, dossier: Dossier | null): Promise<DeskRun> =>
  engine.checkDesk(
    {
      production: [input('gedeclareerd-2023.csv'), input('gedeclareerd-2022.csv')],
      forecast: [input('raming-regio.csv')],
      ceilings: input('plafonds.csv'),
      tariffs: input('tarieven.csv'),
      rulebook: { id: 'zutphen-2023' },
      year: 2023,
      asOf: '2023-06-30',
      provider: null,
      decimal: null,
      submissions: readdirSync(at(round))
        .sort((a, b) => (a < b ? -1 : 1))
        .map((name) => input(round, name)),
      lists: [],
      dossier,
    },
    { report: () => undefined, signal: null },
  );

describe('the list of submissions and the command line', () => {
  it('come to the same JSON and the same dossier, in the first round and the next', async () => {
    const hashes = new Map(
      DATA.map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(at(name)))
          .digest('hex'),
      ]),
    );
    let dossier: Dossier | null = null;
    for (const round of ['ronde-1', 'ronde-2']) {
      const there = onTheCommandLine(round);
      const here = await inTheWorkbench(round, dossier);
      expect(here.providers.length).toBeGreaterThan(30);
      expect(text(await engine.toDeskFile(here, hashes, 'json', 'nl'))).toBe(there.out);
      const kept = text(await engine.toDeskFile(here, hashes, 'dossier', 'nl'));
      expect(kept).toBe(there.dossier);
      const read = readDossier(JSON.parse(kept), 'dossier.json');
      if ('issues' in read) throw new Error(JSON.stringify(read.issues));
      ({ dossier } = read);
    }
  }, 120_000);
});
