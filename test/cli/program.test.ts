import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read } from '@e965/xlsx';
import type { ReportJson } from '../../src/report';

const ROOT = path.resolve(__dirname, '../..');
const PROGRAM = path.join(ROOT, 'bin', 'plafondwijzer.js');

if (!existsSync(path.join(ROOT, 'dist', 'cli', 'plafondwijzer.js'))) {
  throw new Error('The command line is not built: npm run build:cli (npm test does it).');
}

interface Expected {
  readonly year: number;
  readonly asOf: string;
  readonly provider: string;
  readonly domains: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly layouts: Readonly<Record<string, { readonly cells: Readonly<Record<string, string>> }>>;
}

const run = (args: readonly string[], cwd = ROOT) =>
  spawnSync(process.execPath, [PROGRAM, ...args], { cwd, encoding: 'utf8' });

const CASES = [
  ['a', 'eigen-months-right.xlsx', 'ingediend-months-right.xlsx', 'months-right'],
  ['b', 'eigen-months-down.xlsx', 'ingediend-months-down.xlsx', 'months-down'],
  ['c', 'eigen-pairs.xlsx', 'ingediend-pairs.xlsx', 'pairs'],
] as const;

const twoDigits = (amount: string): string => Number(amount).toFixed(2);

/** Figures of the sample's answer, by the names of the JSON. */
function figures(json: ReportJson): Record<string, Record<string, string | null>> {
  return Object.fromEntries(
    (json.prognoses[0]?.domains ?? []).map((domain) => [
      domain.domain,
      {
        production: domain.production,
        forecast: domain.forecast,
        excluded: domain.excluded,
        total: domain.total,
        ...domain.ceiling,
        overrun: domain.overrun,
        headroom: domain.headroom,
        overrunYearEnd: domain.overrunYearEnd,
        headroomYearEnd: domain.headroomYearEnd,
      },
    ]),
  );
}

const answer = (expected: Expected): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(expected.domains).map(([domain, amounts]) => [
      domain,
      Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, twoDigits(amount)])),
    ]),
  );

describe('the built program', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'plafondwijzer-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  describe.each(CASES)('sample %s', (name, own, submitted, layout) => {
    const sample = path.join(ROOT, 'samples', name);
    const expected = JSON.parse(readFileSync(path.join(sample, 'expected.json'), 'utf8')) as Expected;
    const rules = ['--rulebook', 'zutphen-2023', '--year', '2023', '--as-of', '30-06-2023'];
    const lists = ['--ceilings', 'plafonds.csv', '--tariffs', 'tarieven.csv'];

    test('fill gives the figures and the cells of the answer', () => {
      const out = path.join(folder, 'uit.xlsx');
      const report = path.join(folder, 'rapport.xlsx');
      const { status, stdout, stderr } = run(
        [
          ...['fill', '--prognosis', own, '--production', 'productie.csv', '--forecast', 'prognose.csv'],
          ...[...lists, ...rules, '--out', out, '--report', report, '--format', 'json'],
        ],
        sample,
      );
      expect(stderr.split('\n').filter((line) => !line.startsWith('Geschreven: '))).toEqual(['']);
      const json = JSON.parse(stdout) as ReportJson;
      expect(json.prognoses[0]?.provider).toBe(expected.provider);
      expect(figures(json)).toEqual(answer(expected));
      const { reconciliation } = json.prognoses[0] ?? {};
      expect(reconciliation).toMatchObject({ difference: '0.00', unmapped: [], notFilled: [] });
      const violations = json.prognoses[0]?.findings.some((finding) => finding.severity === 'violation');
      expect(status).toBe(violations ? 1 : 0);
      const book = read(readFileSync(out));
      for (const [address, amount] of Object.entries(expected.layouts[layout]?.cells ?? {})) {
        const [sheet = '', cell = ''] = address.split('!');
        const found = book.Sheets[sheet]?.[cell] as { v?: unknown } | undefined;
        expect([address, Number(found?.v)]).toEqual([address, Number(amount)]);
      }
      expect(readdirSync(folder).sort()).toEqual(['rapport.xlsx', 'uit.xlsx']);
      const clients = [...readFileSync(path.join(sample, 'productie.csv'), 'latin1').matchAll(/;(C\d{5});/g)];
      expect(clients.length).toBeGreaterThan(0);
      const told = stdout + JSON.stringify(read(readFileSync(report)).Sheets);
      for (const [, client = ''] of clients) expect(told).not.toContain(client);
    });

    test('check of the submitted workbook gives the same figures', () => {
      const { status, stdout } = run(
        ['check', submitted, '--production', 'productie.csv', ...lists, ...rules, '--format', 'json'],
        sample,
      );
      expect([0, 1]).toContain(status);
      expect(figures(JSON.parse(stdout) as ReportJson)).toEqual(answer(expected));
    });

    test('inspect says what it sees, and its profile fills without questions', () => {
      const profile = path.join(folder, 'profiel.json');
      const seen = run(['inspect', own, '--tariffs', 'tarieven.csv', '--save', profile], sample);
      expect([seen.status, seen.stdout === '']).toEqual([0, false]);
      expect(seen.stdout).not.toMatch(/(report|prognosis)\.[a-z]/);
      const { stdout } = run(
        [
          ...['fill', '--prognosis', own, '--production', 'productie.csv', '--forecast', 'prognose.csv'],
          ...[
            ...lists,
            ...rules,
            '--profile',
            profile,
            '--out',
            path.join(folder, 'u.xlsx'),
            '--format',
            'json',
          ],
        ],
        sample,
      );
      expect(figures(JSON.parse(stdout) as ReportJson)).toEqual(answer(expected));
    });
  });

  test('a file that is no workbook gives status 2 and names the file', () => {
    const csv = path.join(ROOT, 'samples', 'a', 'productie.csv');
    const { status, stdout, stderr } = run([
      ...['check', csv, '--rulebook', 'zutphen-2023', '--year', '2023', '--as-of', '2023-06-30'],
    ]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('productie.csv');
    expect(stderr).not.toMatch(/ {4}at |workbook\./);
  });

  test('a reader that stops early is no problem', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'rulebook', 'show', 'zutphen-2023', '--format', 'json']);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdout.destroy();
    const status = await new Promise((resolve) => {
      child.on('close', resolve);
    });
    expect([status, err]).toEqual([0, '']);
  });

  test('version is that of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(run(['--version']).stdout).toBe(`${version}\n`);
  });
});
