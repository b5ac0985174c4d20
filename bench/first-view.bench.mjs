/**
 * How soon the workbench shows after a cold start of the page (nothing cached), beside a peer in the same run: the same
 * libraries (React and Fluent) with a page that only shows a button. Needs the built workbench (`npm run build:web`).
 */
import { execFile } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const site = join(root, 'dist', 'workbench');
const ROUNDS = 7;
if (!existsSync(join(site, 'index.html'))) {
  console.error('The workbench is not built: npm run build:web');
  process.exit(1);
}

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'plafondwijzer-first-view-'));

async function buildPeer() {
  const webpack = require('webpack');
  const base = require(join(root, 'webpack', 'workbench.config.js'));
  const entry = join(folder, 'peer.tsx');
  writeFileSync(
    entry,
    `import { createRoot } from 'react-dom/client';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
createRoot(document.getElementById('root')!).render(
  <ThemeProvider><h1 id="there">Peer</h1><DefaultButton text="Button" /></ThemeProvider>,
);`,
  );
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><head><title>Peer</title></head><body><div id="root"></div><script src="peer.js"></script></body></html>',
  );
  await new Promise((resolve, reject) => {
    webpack(
      {
        ...base,
        name: 'peer',
        mode: 'production',
        context: root,
        entry: { peer: entry },
        output: { path: folder, filename: '[name].js' },
        resolve: { ...base.resolve, modules: [join(root, 'node_modules')] },
        plugins: [],
        optimization: {},
        devtool: false,
        performance: false,
      },
      (error, stats) => {
        if (error ?? stats.hasErrors()) reject(error ?? new Error(stats.toString('errors-only')));
        else resolve(undefined);
      },
    );
  });
}

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

async function host(files) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(files, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://localhost:${server.address().port}/`, server };
}

async function launch() {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(root, 'test', 'browser', 'chromium-path.mjs'),
  ]);
  const { path, folder: unpacked, env } = JSON.parse(stdout);
  const browser = await chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    env: { ...process.env, ...env },
  });
  return {
    browser,
    end: () => browser.close().then(() => rmSync(unpacked, { recursive: true, force: true })),
  };
}

/** Milliseconds until the first contentful paint and until an element is there, each in a fresh context. */
async function measure(browser, address, selector) {
  const paints = [];
  const there = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(address);
    await page.locator(selector).first().waitFor({ state: 'attached' });
    const [paint, now] = await page.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now(),
      performance.now(),
    ]);
    paints.push(paint);
    there.push(now);
    await context.close();
  }
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  return { paint: median(paints), there: median(there) };
}

await buildPeer();
const { browser, end } = await launch();
const [own, peer] = [await host(site), await host(folder)];
try {
  const rows = [
    ['React and Fluent with one button (peer)', await measure(browser, peer.address, '#there')],
    ['workbench: first view', await measure(browser, own.address, '.steps')],
    ['workbench: demonstration on screen', await measure(browser, own.address, '[role=gridcell]')],
  ];
  console.log(`median of ${ROUNDS}, nothing cached`.padEnd(44), 'first paint', '  there');
  for (const [name, { paint, there }] of rows) {
    console.log(name.padEnd(44), `${paint.toFixed(0)} ms`.padStart(11), `${there.toFixed(0)} ms`.padStart(8));
  }
} finally {
  await end();
  for (const { server } of [own, peer]) server.close();
  rmSync(folder, { recursive: true, force: true });
}
