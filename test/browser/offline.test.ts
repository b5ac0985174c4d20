import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { buildWorkbenchIfStale, host, SITE, type Hosted } from './fresh';
import { launch, type Launched } from './launch';

const ROOT = join(__dirname, '..', '..');

jest.setTimeout(180_000);

let launched: Launched;
let folder: string;
let context: BrowserContext;
let hosted: Hosted;

beforeAll(async () => {
  buildWorkbenchIfStale();
  launched = await launch();
}, 600_000);

afterAll(async () => {
  await launched?.close();
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plafondwijzer-offline-'));
  cpSync(SITE, join(folder, 'site'), { recursive: true });
  hosted = await host(join(folder, 'site'));
  context = await launched.browser.newContext({ viewport: { width: 1280, height: 900 } });
});

afterEach(async () => {
  await context.close();
  await hosted.close();
  rmSync(folder, { recursive: true, force: true });
});

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

const demoIsThere = (page: Page): Promise<void> =>
  page.locator('[role=gridcell]').first().waitFor({ state: 'attached' });

async function open(): Promise<{ page: Page; errors: string[]; outside: string[] }> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const errors: string[] = [];
  const outside: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'blob:' && protocol !== 'data:' && hostname !== 'localhost') outside.push(request.url());
  });
  await page.goto(hosted.address);
  await demoIsThere(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  return { page, errors, outside };
}

/** Everything that is kept for use without a network, as paths. */
const kept = (page: Page): Promise<{ names: string[]; paths: string[] }> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, paths: requests.flat().map(({ url }) => new URL(url).pathname.slice(1)) };
  });

async function fillDemo(page: Page): Promise<void> {
  await button(page, 'Lees in').click();
  await button(page, 'Verder naar Eigen format').click();
  await button(page, 'Klopt, verder naar Invullen').click();
  await button(page, /^Vul in/).click();
  await button(page, 'Ongedaan maken').waitFor();
}

describe('without a network, after the first visit', () => {
  it('loads again and fills in the demonstration', async () => {
    const { page, errors, outside } = await open();
    await context.setOffline(true);
    await hosted.close();
    await page.reload();
    await demoIsThere(page);
    await fillDemo(page);
    expect(await page.locator('.pane').innerText()).toContain('3.130.829,17');
    expect(errors).toEqual([]);
    expect(outside).toEqual([]);
  });

  it('keeps the files of the site and nothing that a user opened', async () => {
    const { page } = await open();
    const listed = JSON.parse(
      /^self\.site=(\{.*\});/.exec(readFileSync(join(SITE, 'service-worker.js'), 'utf8'))?.[1] ?? '{}',
    ) as { files: string[] };
    expect(listed.files).toEqual(expect.arrayContaining(['index.html', 'demo/productie.csv']));
    const own = join(folder, 'mijn-productie.csv');
    writeFileSync(own, readFileSync(join(ROOT, 'samples', 'a', 'productie.csv')));
    await page.reload();
    await demoIsThere(page);
    await page.locator('input[type=file][data-role=production]').setInputFiles(own);
    await fillDemo(page);
    const { names, paths } = await kept(page);
    expect(names).toHaveLength(1);
    expect([...paths].sort()).toEqual([...listed.files].sort());
  });

  it('says that a new version is ready, and has it after reloading; the old one is gone', async () => {
    const { page, errors } = await open();
    // The very first visit installs, and has no older version to replace.
    expect(await button(page, 'Herladen').count()).toBe(0);
    await page.reload();
    await demoIsThere(page);
    const [before] = (await kept(page)).names;
    const script = join(folder, 'site', 'service-worker.js');
    writeFileSync(
      script,
      readFileSync(script, 'utf8').replace(/"version":"[0-9a-f]+"/, '"version":"0123456789abcdef"'),
    );
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await page.getByText('Er staat een nieuwe versie klaar.').waitFor();
    mkdirSync(join(ROOT, 'test-artefacts'), { recursive: true });
    await page.screenshot({ path: join(ROOT, 'test-artefacts', 'new-version-1280.png') });
    await Promise.all([page.waitForEvent('load'), button(page, 'Herladen').click()]);
    await demoIsThere(page);
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    const [after] = (await kept(page)).names;
    expect(after).toContain('0123456789abcdef');
    expect(after).not.toBe(before);
    expect(await button(page, 'Herladen').count()).toBe(0);
    expect(errors).toEqual([]);
  });
});
