import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '../src/core';
import * as messages from '../src/messages';
import { demo } from './demo';

/** Every `@example expression // answer` in the doc comments is run: the answer must be what comes out. */
const ROOTS = ['src/core', 'src/messages', 'src/intake', 'src/workbook', 'src/report', 'src/flow'];

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return files(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

interface Example {
  readonly file: string;
  readonly where: string;
  readonly expression: string;
  readonly answer: string;
}

const examples: Example[] = ROOTS.flatMap((root) => files(join(__dirname, '..', root))).flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      const match = /^\s*(?:\/\*)?\*\s*@example (.+?) \/\/ (.+?)(?:\s*\*\/)?$/.exec(text);
      return match
        ? [
            {
              file,
              where: `${file.slice(file.indexOf('src/'))}:${index + 1}`,
              expression: match[1] ?? '',
              answer: match[2] ?? '',
            },
          ]
        : [];
    }),
);

/** What an example may use: core, the messages, and everything its own file exports. */
function scopeOf(file: string): Record<string, unknown> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return { ...fixture, ...core, ...messages, ...(require(file) as Record<string, unknown>) };
}

type Body = (...values: unknown[]) => Promise<unknown>;
const AsyncFunction = (async () => undefined).constructor as new (...parts: string[]) => Body;

async function run(code: string, scope: Record<string, unknown>): Promise<unknown> {
  const names = Object.keys(scope).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
  // The examples are our own source text, run in a test only.
  return new AsyncFunction(...names, `return (${code});`)(...names.map((name) => scope[name]));
}

let fixture: Record<string, unknown> = {};
beforeAll(async () => {
  fixture = await demo();
});

describe('examples in doc comments', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  it.each(examples.map((example) => [example.where, example] as const))(
    '%s',
    async (_where, { file, expression, answer }) => {
      const scope = scopeOf(file);
      // The amount notation uses a no-break space after €, which a comment shows as a plain one.
      const plain = (value: unknown): unknown =>
        typeof value === 'string' ? value.replace(/\u00a0/g, ' ') : value;
      expect(plain(await run(expression, scope))).toEqual(await run(answer, scope));
    },
  );
});
