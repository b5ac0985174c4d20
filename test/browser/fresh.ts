import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const ROOT = join(__dirname, '..', '..');
export const SITE = join(ROOT, 'dist', 'workbench');

function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const full = join(folder, entry.name);
    return Math.max(latest, entry.isDirectory() ? newest(full) : statSync(full).mtimeMs);
  }, 0);
}

/** Builds the workbench unless it is newer than its sources. */
export function buildWorkbenchIfStale(): void {
  const page = join(SITE, 'index.html');
  const changed = Math.max(...['src', 'webpack', 'samples'].map((folder) => newest(join(ROOT, folder))));
  if (existsSync(page) && statSync(page).mtimeMs >= changed) return;
  const webpack = join(ROOT, 'node_modules/webpack/bin/webpack.js');
  execFileSync(process.execPath, [webpack, '--mode', 'production', '--config-name', 'workbench'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // A file that came out the same is not written again; it is fresh all the same.
  const now = new Date();
  utimesSync(page, now, now);
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Hosted {
  readonly address: string;
  /** Stops answering, as a network that is gone; open connections are cut. */
  close(): Promise<void>;
}

/** A folder as any web server would host it. */
export async function host(folder: string): Promise<Hosted> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : decodeURIComponent(pathname)));
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
