import { spawnSync } from 'node:child_process';
import path from 'node:path';

interface Snippet {
  readonly file: string;
  readonly code: string;
}

/** The rules that object to each snippet, in one go: starting the linter takes most of the time. */
function lint(snippets: readonly Snippet[]): string[][] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(__dirname, 'lint-snippets.mjs')],
    { input: JSON.stringify(snippets), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[][];
}

const importing = (from: string): string => `import { thing } from '${from}';\nexport const it = thing;\n`;

const FORBIDDEN = [
  ['src/core/checks/x.ts', '../../workbook'],
  ['src/core/checks/x.ts', '../../messages'],
  ['src/core/checks/x.ts', '../../flow/types'],
  ['src/core/x.ts', '../cli/run'],
  ['src/core/x.ts', 'node:fs'],
  ['src/core/x.ts', 'fs'],
  ['src/core/x.ts', 'react'],
  ['src/messages/x.ts', '../flow'],
  ['src/messages/x.ts', '../report'],
  ['src/intake/csv/x.ts', '../../workbook'],
  ['src/intake/x.ts', '../messages'],
  ['src/workbook/xlsx/x.ts', '../../intake'],
  ['src/workbook/x.ts', '../flow'],
  ['src/report/x.ts', '../workbook'],
  ['src/report/x.ts', '../intake'],
  ['src/report/x.ts', '../flow'],
  ['src/flow/x.ts', '../report'],
  ['src/flow/x.ts', '../messages'],
  ['src/flow/x.ts', '../cli'],
  ['src/cli/x.ts', '../taskpane'],
  ['src/cli/commands/x.ts', '../../functions'],
  ['src/taskpane/x.tsx', '../cli'],
  ['src/taskpane/x.tsx', '../functions/tariff'],
  ['src/functions/x.ts', '../taskpane'],
  ['src/functions/x.ts', '../flow'],
  ['src/functions/x.ts', '../intake'],
  ['src/cli/x.ts', '../core/ceilings'],
  ['src/report/x.ts', '../core/values/money'],
  ['src/taskpane/x.tsx', '../core/index.ts'],
] as const;

const ALLOWED = [
  ['src/core/checks/x.ts', '../values'],
  ['src/core/x.ts', 'decimal.js'],
  ['src/core/x.ts', 'zod'],
  ['src/messages/x.ts', '../core'],
  ['src/intake/x.ts', '../core'],
  ['src/workbook/x.ts', 'fflate'],
  ['src/report/x.ts', '../messages'],
  ['src/report/x.ts', 'write-excel-file/universal'],
  ['src/flow/x.ts', '../intake'],
  ['src/flow/x.ts', '../workbook'],
  ['src/cli/x.ts', '../flow'],
  ['src/cli/commands/x.ts', '../../report'],
  ['src/taskpane/x.tsx', '../flow'],
  ['src/functions/x.ts', '../core'],
] as const;

const BANNED_IN_CORE = [
  ['the clock', 'export const now = new Date();'],
  ['the clock, as a call', 'export const now = Date.now();'],
  ['chance', 'export const dice = Math.random();'],
  ['the network', "export const got = fetch('https://example.org');"],
  ['binary fractions from text', "export const half = parseFloat('0.5');"],
  ['binary fractions from text, spelled out', "export const half = Number.parseFloat('0.5');"],
  ['the console', "console.log('x');"],
  ['the process', 'export const home = process.cwd();'],
  ['the page', 'export const title = document.title;'],
  ['a timer', 'setTimeout(() => undefined, 1);'],
  ['Excel', 'export const run = Excel.run;'],
] as const;

describe('borders between folders', () => {
  const objections = new Map<string, readonly string[]>();
  const keyOf = ({ file, code }: Snippet): string => `${file}\n${code}`;
  const inCore = (code: string): Snippet => ({ file: 'src/core/checks/x.ts', code });
  const clockInFace: Snippet = { file: 'src/cli/x.ts', code: 'export const now = new Date();' };

  beforeAll(() => {
    const snippets: Snippet[] = [
      ...[...FORBIDDEN, ...ALLOWED].map(([file, from]) => ({ file, code: importing(from) })),
      ...BANNED_IN_CORE.map(([, code]) => inCore(code)),
      clockInFace,
    ];
    lint(snippets).forEach((rules, index) => {
      const snippet = snippets[index];
      if (snippet) objections.set(keyOf(snippet), rules);
    });
  }, 60_000);

  test.each(FORBIDDEN)('%s may not import %s', (file, from) => {
    expect(objections.get(keyOf({ file, code: importing(from) }))).toEqual(['no-restricted-imports']);
  });

  test.each(ALLOWED)('%s may import %s', (file, from) => {
    expect(objections.get(keyOf({ file, code: importing(from) }))).toEqual([]);
  });

  test.each(BANNED_IN_CORE)('core may not use %s', (_what, code) => {
    const found = objections.get(keyOf(inCore(code))) ?? [];
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^no-restricted-(globals|properties)$/);
  });

  test('faces may use the clock', () => {
    expect(objections.get(keyOf(clockInFace))).toEqual([]);
  });
});
