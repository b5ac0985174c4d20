import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildWorkbenchIfStale } from '../fresh-build';
import { host, WORKBENCH } from './host';
import type { Served } from './launch';
import { readAndFill } from './steps';
import { ARTEFACTS, button, choose, demoIsThere, prepareBrowser, sample, type Watched } from './watched-page';

jest.setTimeout(180_000);

let folder: string;
let hosted: Served;

beforeAll(buildWorkbenchIfStale, 600_000);
const browser = prepareBrowser({ timeout: 30_000 });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plafondwijzer-offline-'));
  cpSync(WORKBENCH, join(folder, 'site'), { recursive: true });
  hosted = await host(join(folder, 'site'));
});

afterEach(async () => {
  await hosted.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<Watched> {
  const watched = await browser.watch(hosted.address);
  const { page } = watched;
  await demoIsThere(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  return watched;
}

/** Everything that is kept for use without a network, as paths. */
const kept = (page: Page): Promise<{ names: string[]; paths: string[] }> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, paths: requests.flat().map(({ url }) => new URL(url).pathname.slice(1)) };
  });

describe('without a network, after the first visit', () => {
  it('loads again and fills in the demonstration', async () => {
    const { page, errors, outside } = await open();
    await page.context().setOffline(true);
    await hosted.close();
    await page.reload();
    await demoIsThere(page);
    await readAndFill(page);
    expect(await page.locator('.pane').innerText()).toContain('3.130.829,17');
    expect(errors).toEqual([]);
    expect(outside).toEqual([]);
  });

  it('keeps the files of the site and nothing that a user opened', async () => {
    const { page } = await open();
    const listed = JSON.parse(
      /^self\.site=(\{.*\});/.exec(readFileSync(join(WORKBENCH, 'service-worker.js'), 'utf8'))?.[1] ?? '{}',
    ) as { files: string[] };
    expect(listed.files).toEqual(expect.arrayContaining(['index.html', 'demo/productie.csv']));
    const own = join(folder, 'mijn-productie.csv');
    writeFileSync(own, readFileSync(sample('a', 'productie.csv')));
    await page.reload();
    await demoIsThere(page);
    await choose(page, 'production', own);
    await readAndFill(page);
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
    await page.screenshot({ path: join(ARTEFACTS, 'new-version-1280.png') });
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
