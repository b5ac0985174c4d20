import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const ROOT = join(__dirname, '..', '..');

/** Nothing that a page of ours needs, and nothing that calls home by itself. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

export interface Launched {
  readonly browser: Browser;
  close(): Promise<void>;
}

interface Unpacked {
  readonly path: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

async function launchUnpacked(): Promise<Launched> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'chromium-path.mjs')]);
  const { path, folder, env } = JSON.parse(stdout) as Unpacked;
  const browser = await chromium.launch({
    executablePath: path,
    args: ARGUMENTS,
    env: { ...process.env, ...env },
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const launchWith = async (options: { executablePath: string } | { channel: string }): Promise<Launched> => {
  const browser = await chromium.launch({ ...options, args: ARGUMENTS });
  return { browser, close: () => browser.close() };
};

/**
 * A Chromium: the one that PLAFONDWIJZER_CHROME names, else the one among the test dependencies (Linux x64), else
 * an installed Chrome or Edge. When none starts this says what to do; tests are never silently left out.
 */
export async function launch(): Promise<Launched> {
  const named = process.env['PLAFONDWIJZER_CHROME'];
  const ways: readonly (readonly [string, () => Promise<Launched>])[] = named
    ? [[`PLAFONDWIJZER_CHROME=${named}`, () => launchWith({ executablePath: named })]]
    : [
        ...(process.platform === 'linux' && process.arch === 'x64'
          ? ([['@sparticuz/chromium', launchUnpacked]] as const)
          : []),
        ['installed Chrome', () => launchWith({ channel: 'chrome' })],
        ['installed Edge', () => launchWith({ channel: 'msedge' })],
      ];
  const failures: string[] = [];
  for (const [name, start] of ways) {
    try {
      return await start();
    } catch (error) {
      failures.push(
        `${name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      );
    }
  }
  throw new Error(
    `No browser could be started. Install Google Chrome or Microsoft Edge, or set PLAFONDWIJZER_CHROME to the ` +
      `path of a Chromium.\n${failures.join('\n')}`,
  );
}

/** A site that answers on this machine. */
export interface Served {
  readonly address: string;
  close(): void | Promise<void>;
}

/** Starts the workbench as a user does (scripts/start.mjs), on any free port. */
export function serve(options: { readonly build: boolean }): Promise<Served> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(
      process.execPath,
      [join(ROOT, 'scripts', 'start.mjs'), '--no-open', ...(options.build ? [] : ['--no-build'])],
      { cwd: ROOT, env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const address = /http:\/\/localhost:\d+\//.exec(said)?.[0];
      if (address) resolve({ address, close: () => void child.kill() });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', (code) => reject(new Error(`The workbench stopped with status ${code}:\n${said}`)));
  });
}
