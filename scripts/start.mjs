/**
 * Builds the browser workbench, serves it on this machine only and opens a browser when there is a screen.
 * Options: --no-build (serve what is there), --no-open. PORT chooses the first port to try (0: any free one).
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const site = join(root, 'dist', 'workbench');
const options = new Set(process.argv.slice(2));
const HOST = '127.0.0.1';

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

function build() {
  const webpack = createRequire(import.meta.url).resolve('webpack-cli/bin/cli.js');
  console.log('De werkbank wordt gebouwd … / Building the workbench …');
  const result = spawnSync(
    process.execPath,
    [webpack, '--mode', 'production', '--config-name', 'workbench'],
    { cwd: root, stdio: 'inherit' },
  );
  if (result.status !== 0) {
    console.error('Bouwen is niet gelukt; zie hierboven. / The build failed; see above.');
    process.exit(1);
  }
}

function listen(server, port, triesLeft) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && triesLeft > 0) {
        resolve(listen(server, port + 1, triesLeft - 1));
      } else reject(error);
    });
    server.listen(port, HOST, () => resolve(server.address().port));
  });
}

function openBrowser(address) {
  const hasScreen =
    process.platform === 'win32' ||
    process.platform === 'darwin' ||
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!hasScreen || process.env.CI || options.has('--no-open')) return;
  const [command, args] =
    process.platform === 'win32'
      ? ['cmd', ['/c', 'start', '""', address]]
      : process.platform === 'darwin'
        ? ['open', [address]]
        : ['xdg-open', [address]];
  // Opening is a courtesy: the address is on the screen when it doesn't work.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

if (!options.has('--no-build')) build();
if (!existsSync(join(site, 'index.html'))) {
  console.error(`Niets om te tonen in ${site}. / Nothing to serve in ${site}.`);
  process.exit(1);
}

const serve = sirv(site, {
  etag: true,
  setHeaders(response, path) {
    const isHashed = /\.[0-9a-f]{10}\.\w+$/.test(path);
    response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  },
});

const server = createServer((request, response) => {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  serve(request, response, () => {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end('404');
  });
});

const wanted = Number(process.env.PORT ?? '3000');
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  console.error(
    `PORT=${process.env.PORT} is geen poortnummer. / PORT=${process.env.PORT} is not a port number.`,
  );
  process.exit(2);
}
const port = await listen(server, wanted, wanted === 0 ? 0 : 50);
const address = `http://localhost:${port}/`;
console.log(`Plafondwijzer staat klaar op ${address} (stoppen: Ctrl+C)`);
console.log(`Plafondwijzer is ready at ${address} (stop: Ctrl+C)`);
openBrowser(address);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
