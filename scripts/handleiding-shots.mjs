/**
 * Makes the pictures of the user guide (docs/beelden) from the built workbench with its demonstration data:
 * `npm run build:web`, then `node scripts/handleiding-shots.mjs`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'docs', 'beelden');
mkdirSync(folder, { recursive: true });

function findChromium() {
  const named = process.env.PLAFONDWIJZER_CHROME;
  if (named) return { path: named, env: {} };
  const found = execFileSync(process.execPath, [join(root, 'test', 'browser', 'chromium-path.mjs')]);
  return JSON.parse(found.toString('utf8'));
}

const serve = () =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), '--no-open', '--no-build'], {
      cwd: root,
      env: { ...process.env, PORT: '0' },
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk.toString('utf8');
      const address = /http:\/\/localhost:\d+\//.exec(said)?.[0];
      if (address) resolve({ child, address });
    });
    child.on('exit', (code) => reject(new Error(`The workbench stopped with status ${code}.`)));
  });

const { path, env } = findChromium();
const { child, address } = await serve();
const browser = await chromium.launch({
  executablePath: path,
  args: ['--no-sandbox', '--disable-gpu'],
  env: { ...process.env, ...env },
});
try {
  const page = await browser.newPage({
    viewport: { width: 1180, height: 700 },
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  page.setDefaultTimeout(30_000);
  const button = (name) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const step = (name) => page.locator('.steps').getByRole('button', { name }).click();
  const shoot = async (name) => {
    // Nothing of the mouse in the picture.
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    console.log(name);
  };
  const toTop = () => page.locator('.pane').evaluate((pane) => pane.scrollTo(0, 0));
  const toText = (text) =>
    page
      .getByText(text)
      .first()
      .evaluate((found) => found.scrollIntoView());

  await page.goto(address);
  await page.locator('[role=gridcell]').first().waitFor({ state: 'attached' });
  await shoot('gegevens');
  await button('Lees in').click();
  await page.getByText('Wat er is gelezen').waitFor();
  await toText('Wat er is gelezen');
  await shoot('ingelezen');
  await toTop();

  await step(/Eigen format/);
  await button('Pas toe').waitFor();
  await shoot('eigen-format');
  await page.locator('[id="cell-D7"]').hover();
  await page.mouse.down();
  await page.locator('[id="cell-F8"]').hover();
  await page.mouse.up();
  await page.getByRole('combobox', { name: /^Dit is/ }).click();
  await page.getByRole('option', { name: 'Hoort niet bij de prognose' }).click();
  await button('Pas toe').click();
  await page.getByText('Uw correcties').waitFor();
  await toTop();
  await shoot('corrigeren');
  await button('Neem terug: correctie 1').click();
  await page.getByText('108 wijzigingen staan klaar').waitFor();

  await step(/Invullen/);
  await button(/^Vul in/).waitFor();
  await toTop();
  await shoot('invullen');
  await button(/^Vul in/).click();
  await button('Ongedaan maken').waitFor();
  await step(/Toets/);
  await button('Download het rapport').waitFor();
  await toTop();
  await shoot('toets');
  await toText('Zo is het berekend');
  await page.locator('.pane summary', { hasText: 'Zo is het berekend' }).first().click();
  await shoot('berekening');

  await step(/Gegevens/);
  await button('Toets een ingediende prognose').click();
  await page.locator('.sheet-tabs', { hasText: 'ingediend' }).waitFor();
  await page.locator('.buttons').getByRole('button', { name: 'Toets', exact: true }).click();
  await button('Download het rapport').waitFor();
  const finding = page.locator('.finding .link').first();
  await finding.click();
  await page
    .locator('.finding')
    .first()
    .evaluate((found) => found.scrollIntoView());
  await shoot('ingediend');
} finally {
  await browser.close();
  child.kill();
}
