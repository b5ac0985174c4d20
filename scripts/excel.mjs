/**
 * `npm run excel`: builds the add-in, serves it on https://localhost:3000 and puts its manifest where this
 * system's Excel looks for it, by the ways Microsoft documents; or says which step is left.
 *   --stop     takes the manifest away again
 *   --no-build serves what is built
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const site = path.join(root, 'dist', 'addin');
const manifest = path.join(root, 'manifest.xml');
const id = /<Id>([^<]+)<\/Id>/.exec(readFileSync(manifest, 'utf8'))[1];
const options = new Set(process.argv.slice(2));

/** Windows: a developer add-in is a value under this key. */
const KEY = 'HKCU\\SOFTWARE\\Microsoft\\Office\\16.0\\WEF\\Developer';
/** Mac: Excel reads manifests from this folder. */
const WEF = path.join(homedir(), 'Library/Containers/com.microsoft.Excel/Data/Documents/wef');
const macManifest = path.join(WEF, 'plafondwijzer.manifest.xml');

function register() {
  if (process.platform === 'win32') {
    execFileSync('reg', ['add', KEY, '/v', id, '/t', 'REG_SZ', '/d', manifest, '/f'], { stdio: 'ignore' });
    return 'Start Excel opnieuw: Plafondwijzer staat in het lint. (Restart Excel: Plafondwijzer is in the ribbon.)';
  }
  if (process.platform === 'darwin') {
    mkdirSync(WEF, { recursive: true });
    copyFileSync(manifest, macManifest);
    return 'Start Excel opnieuw en kies Invoegen > Invoegtoepassingen > Plafondwijzer. (Restart Excel; Insert > Add-ins.)';
  }
  return `Op dit systeem is geen Excel. In Excel op het web: Start > Invoegtoepassingen > Meer > Mijn invoegtoepassing
uploaden, en kies ${path.relative(process.cwd(), manifest)}. (Excel on the web: Home > Add-ins > More > Upload My Add-in.)`;
}

function unregister() {
  if (process.platform === 'win32') {
    spawnSync('reg', ['delete', KEY, '/v', id, '/f'], { stdio: 'ignore' });
  } else if (process.platform === 'darwin') rmSync(macManifest, { force: true });
  console.log('Plafondwijzer is afgemeld bij Excel. (Removed from Excel.)');
}

/** A certificate for localhost: PLAFONDWIJZER_CERT and _KEY, or those that office-addin-dev-certs made. */
function certificate() {
  const folder = path.join(homedir(), '.office-addin-dev-certs');
  const cert = process.env.PLAFONDWIJZER_CERT ?? path.join(folder, 'localhost.crt');
  const key = process.env.PLAFONDWIJZER_KEY ?? path.join(folder, 'localhost.key');
  if (existsSync(cert) && existsSync(key)) return { cert: readFileSync(cert), key: readFileSync(key) };
  console.error(`Excel vraagt https met een vertrouwd certificaat voor localhost. Eén keer nodig:
  npx office-addin-dev-certs install
of geef er een met PLAFONDWIJZER_CERT en PLAFONDWIJZER_KEY. (Excel needs a trusted certificate for localhost.)`);
  return null;
}

function build() {
  const webpack = require.resolve('webpack/bin/webpack.js');
  const { status } = spawnSync(
    process.execPath,
    [webpack, '--mode', 'production', '--config-name', 'functions', '--config-name', 'taskpane'],
    { cwd: root, stdio: 'inherit' },
  );
  return status === 0;
}

function serve({ cert, key }) {
  const files = require('sirv')(site, { dev: true, etag: true });
  const server = createServer({ cert, key }, (request, response) => {
    files(request, response, () => {
      response.writeHead(404);
      response.end();
    });
  });
  server.on('error', (error) => {
    console.error(`https://localhost:3000: ${error.message}`);
    process.exitCode = 1;
  });
  server.listen(3000, 'localhost', () => {
    console.log('https://localhost:3000 (stop: Ctrl+C)');
    console.log(register());
  });
}

if (options.has('--stop')) unregister();
else if (!options.has('--no-build') && !build()) process.exitCode = 1;
else {
  const secure = certificate();
  if (secure) serve(secure);
  else process.exitCode = 2;
}
