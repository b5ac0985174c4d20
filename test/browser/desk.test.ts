import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { read } from '@e965/xlsx';
import { launch, serve, type Launched, type Served } from './launch';

const ARTEFACTS = join(__dirname, '..', '..', 'test-artefacts');

jest.setTimeout(240_000);

let launched: Launched;
let served: Served;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  mkdirSync(ARTEFACTS, { recursive: true });
  served = await serve({ build: true });
  launched = await launch();
}, 600_000);

afterAll(async () => {
  await launched?.close();
  served?.close();
});

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

interface Watched {
  readonly page: Page;
  readonly outside: string[];
  readonly errors: string[];
}

async function open(options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await launched.browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const outside: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'blob:' && protocol !== 'data:' && hostname !== 'localhost') outside.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(served.address);
  await page.locator('[role=gridcell]').first().waitFor({ state: 'attached' });
  return { page, outside, errors };
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

async function loadExample(page: Page): Promise<void> {
  await button(page, 'Toets een ingediende prognose').click();
  await button(page, 'Voorbeeld: dertig inzendingen').click();
  await page.getByText('30 werkmappen: toon de lijst').waitFor();
}

async function checkAll(page: Page): Promise<void> {
  await page.locator('.pane .buttons').getByRole('button', { name: 'Toets', exact: true }).click();
  await page.locator('.list').waitFor();
}

const rowOf = (page: Page, name: string) => page.locator('.list-body .list-row', { hasText: name });

async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  }
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await tool.run();
    return violations.map(
      ({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200) ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
    );
  });
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function saved(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

interface DeskJson {
  readonly desk: {
    readonly round: number;
    readonly providers: readonly {
      readonly provider: string;
      readonly state: string;
      readonly change: { readonly difference: string } | null;
      readonly note: string;
      readonly questions: readonly { readonly status: string; readonly note: string }[];
    }[];
  };
}
const jsonOf = (bytes: Buffer): DeskJson => JSON.parse(bytes.toString('utf8')) as DeskJson;

describe('an afternoon with thirty submissions', () => {
  it('checks, filters, sorts, leads to the cell, keeps reviews and takes the second round', async () => {
    const { page, outside, errors } = await open();
    await loadExample(page);
    await checkAll(page);
    await page.getByText('29 inzendingen, één onleesbaar, 4 niet ontvangen').waitFor();
    expect(await page.locator('.list').getAttribute('aria-rowcount')).toBe('36');

    // Filter and sort; the totals are those of what is shown.
    await page.getByRole('combobox', { name: 'Bevindingen' }).selectOption('violation');
    const some = await page.locator('.list-filter .shown').innerText();
    expect(Number(/^(\d+) van 34/.exec(some)?.[1])).toBeLessThan(25);
    await page.getByRole('columnheader', { name: 'Overschrijding' }).getByRole('button').click();
    expect(await page.locator('.list-body .list-row').first().innerText()).toContain('Olm');
    await page.getByLabel('Zoek aanbieder of bestand').fill('olm');
    await page.getByText('1 van 34 getoond').waitFor();
    const row = (await rowOf(page, 'Olm').locator('.at-overrun').innerText()).trim();
    expect((await page.locator('.list-foot').innerText()).includes(row)).toBe(true);
    await button(page, 'Wis filter').click();
    await page.getByRole('combobox', { name: 'Domein' }).selectOption('Wmo');
    await page.getByText('Bedragen van Wmo alleen').waitFor();
    await button(page, 'Wis filter').click();

    // Drill down to the cell in the workbook, and on.
    await rowOf(page, 'Ceder').click();
    await page.getByRole('heading', { name: 'Stichting Voorbeeld Ceder' }).waitFor();
    const jump = page.locator('.finding .link', { hasText: /^Toon .+![A-Z]+\d+/ }).first();
    const place = /Toon (.+)$/.exec(await jump.innerText())?.[1];
    await jump.click();
    await page.locator('.cell-line strong', { hasText: place ?? '?' }).waitFor();
    expect(await page.locator('.desk-tabs').innerText()).toContain('ceder-prognose-2023.xlsx');

    // Review: a status and notes.
    await page.locator('.pane').getByRole('combobox', { name: 'Beoordeling' }).selectOption('questions');
    await page.locator('.pane').getByLabel('Notitie', { exact: true }).first().fill('Gebeld op maandag.');
    await page.locator('.finding').first().getByRole('combobox', { name: 'Status' }).selectOption('accepted');
    await button(page, /^Inzendingen \(34\)/).click();
    expect(await rowOf(page, 'Ceder').locator('.at-review').innerText()).toContain('vragen gesteld');

    // The letter of another one.
    await rowOf(page, 'Eik').click();
    await button(page, 'Toon de brief').click();
    expect(await page.locator('.letter').inputValue()).toContain(
      'Vragen bij de prognose 2023 van Stichting Voorbeeld Eik',
    );
    const list = await saved(page, 'Download de vragenlijst');
    expect(read(list.bytes).SheetNames).toEqual(['Vragen']);

    await button(page, 'Terug naar het overzicht').click();
    const report = await saved(page, 'Rapport (xlsx)');
    expect(read(report.bytes).SheetNames.slice(0, 2)).toEqual(['Overzicht', 'Te bespreken']);
    const html = await saved(page, 'Rapport (html)');
    expect(html.bytes.toString('utf8')).toContain('Gebeld op maandag.');
    const json = jsonOf((await saved(page, 'Alles als JSON')).bytes);
    const ceder = json.desk.providers.find(({ provider }) => provider.endsWith('Ceder'));
    expect([ceder?.note, ceder?.questions[0]?.status]).toEqual(['Gebeld op maandag.', 'accepted']);
    const dossier = await saved(page, 'Bewaar het dossier');
    expect(dossier.name).toBe('2023-dossier.json');

    // The next round, on the dossier that was saved.
    await page
      .locator('.steps')
      .getByRole('button', { name: /Gegevens/ })
      .click();
    await button(page, 'Voorbeeld: tweede ronde').click();
    await button(page, 'Voorbeeld: tweede ronde').waitFor({ state: 'hidden' });
    await page
      .locator('input[type=file][data-role=dossier]')
      .setInputFiles({ name: 'dossier-ronde-1.json', mimeType: 'application/json', buffer: dossier.bytes });
    await page.getByText(/dossier-ronde-1\.json: één ronde/).waitFor();
    await checkAll(page);
    const second = jsonOf(await (async () => (await saved(page, 'Alles als JSON')).bytes)());
    expect(second.desk.round).toBe(2);
    const again = second.desk.providers.find(({ provider }) => provider.endsWith('Ceder'));
    expect(again).toMatchObject({ note: 'Gebeld op maandag.', change: { difference: '-1250.00' } });
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('stops when asked, and is ready to start again', async () => {
    const { page } = await open();
    await loadExample(page);
    await page.locator('.pane .buttons').getByRole('button', { name: 'Toets', exact: true }).click();
    await button(page, 'Stoppen').click();
    await page.getByText('Gestopt. Er is niets gewijzigd.').waitFor();
    expect(await page.locator('.list').count()).toBe(0);
    await checkAll(page);
  });

  it('can be done with the keyboard', async () => {
    const { page } = await open();
    await loadExample(page);
    await checkAll(page);
    await page.locator('.list').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = await page.locator('.list').getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-rowindex')).toBe('4');
    await page.keyboard.press('End');
    expect(await page.locator('.list-row.is-active').innerText()).toContain('niet ontvangen');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Stichting Voorbeeld Acacia/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Acacia');
  });

  it.each([
    ['light', 1440, 'none'],
    ['dark', 1440, 'none'],
    ['light', 320, 'none'],
    ['dark', 320, 'none'],
    ['dark', 1440, 'active'],
  ] as const)(
    'is accessible and fits: %s, %i px, forced colours %s',
    async (colorScheme, width, forcedColors) => {
      const { page } = await open({ viewport: { width, height: 900 }, colorScheme, forcedColors });
      const name = `${width}-${forcedColors === 'active' ? 'contrast' : colorScheme}`;
      const look = async (step: string): Promise<void> => {
        await page.screenshot({ path: join(ARTEFACTS, `desk-${step}-${name}.png`), fullPage: width === 320 });
        expect({ step, axe: await axe(page) }).toEqual({ step, axe: [] });
        expect({ step, overflow: await overflow(page) }).toEqual({ step, overflow: 0 });
      };
      await loadExample(page);
      await look('1-data');
      await checkAll(page);
      await look('2-list');
      await rowOf(page, 'Ceder').click();
      await page.getByRole('heading', { name: 'Stichting Voorbeeld Ceder' }).waitFor();
      await button(page, 'Toon de brief').click();
      for (const summary of await page.locator('.finding summary').all()) await summary.click();
      await look('3-submission');
      await page
        .locator('.finding .link', { hasText: /^Toon .+![A-Z]+\d+/ })
        .first()
        .click();
      await page.locator('.desk-view .grid').waitFor();
      await look('4-cell');
    },
  );
});
