import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { secondMonth, SECOND_AS_OF } from '../flow/second-month';
import { launch, serve, type Launched, type Served } from './launch';

const ARTEFACTS = join(__dirname, '..', '..', 'test-artefacts');

jest.setTimeout(240_000);

let launched: Launched;
let served: Served;
let folder: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  mkdirSync(ARTEFACTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'plafondwijzer-months-'));
  writeFileSync(join(folder, 'productie.csv'), secondMonth());
  served = await serve({ build: true });
  launched = await launch();
});

afterAll(async () => {
  await launched?.close();
  served?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; errors: string[] }> {
  const context = await launched.browser.newContext({
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(served.address);
  await page.locator('[role=gridcell]').first().waitFor({ state: 'attached' });
  return { page, errors };
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

const step = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Stappen' }).getByRole('button', { name });

/** Reads what was chosen and fills it in. */
async function fillIn(page: Page): Promise<void> {
  await step(page, /Gegevens/).click();
  await button(page, 'Lees in').click();
  await button(page, /^Verder naar/)
    .first()
    .waitFor();
  await step(page, /Invullen/).click();
  await button(page, /^Vul in/).click();
  await button(page, 'Ongedaan maken').waitFor();
}

async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  }
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await tool.run();
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} ${nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`)
          .join('\n')}`,
    );
  });
}

const plain = (text: string | null): string => (text ?? '').replace(/\u00a0/g, ' ');

/** A first month filled in and frozen, with a note on a finding; then the files of a month later, filled in too. */
async function twoMonths(page: Page): Promise<void> {
  await fillIn(page);
  await button(page, 'Leg deze stand vast').click();
  await page.getByText('De stand van nu is vastgelegd.').first().waitFor();
  await step(page, /Toets/).click();
  const finding = page.locator('.finding').first();
  await finding.getByText('Notitie', { exact: true }).click();
  await finding.getByRole('textbox').fill('Gebeld met de gemeente.');
  await finding.getByRole('textbox').blur();
  await page.getByText('De notitie is bewaard.').waitFor();
  await step(page, /Gegevens/).click();
  await page.locator('input[type=file][data-role=production]').setInputFiles(join(folder, 'productie.csv'));
  const asOf = page.getByLabel('Peildatum');
  await asOf.fill(SECOND_AS_OF);
  await asOf.blur();
  await fillIn(page);
}

describe('month after month in the workbench', () => {
  it('freezes, fills a month later, compares by cause to the cent, keeps the note and the log', async () => {
    const { page, errors } = await open();
    await twoMonths(page);
    await step(page, /Toets/).click();
    await page.locator('.finding textarea').first().waitFor();
    const notes = await page
      .locator('.finding textarea')
      .evaluateAll((all) =>
        all.map((area) => (area as HTMLTextAreaElement).value).filter((text) => text !== ''),
      );
    const kept = notes.includes('Gebeld met de gemeente.');
    await step(page, /Maand na maand/).click();
    // The finding is there still with its note, or it is gone and its note stands under solved.
    if (!kept) await page.getByText('Gebeld met de gemeente.').waitFor();
    await button(page, 'Vergelijk').click();
    const compared = page.locator('.compared').first();
    await compared.waitFor();
    const text = plain(await page.locator('section[aria-label="Wat veranderde"]').textContent());
    expect(text).toContain('Late declaraties');
    expect(text).toContain('€ 84,70');
    expect(text).toContain('€ 423,50');
    expect(await compared.locator('svg').count()).toBeGreaterThan(0);
    const log = plain(await page.locator('section[aria-label="Logboek"]').textContent());
    expect(log.match(/Ingevuld met peildatum/g)).toHaveLength(2);
    expect(log).toContain('productie.csv');
    expect(log).toContain('SHA-256');
    expect(log).toContain('Vastgelegd: 2023-06-30-1');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Vergelijking als werkmap').click(),
    ]);
    expect(read(readFileSync(await download.path())).SheetNames).toEqual([
      'Vergelijking',
      'Vergelijking stappen',
    ]);
    await step(page, /Toets/).click();
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      button(page, /rapport/i)
        .first()
        .click(),
    ]);
    const book = read(readFileSync(await report.path()));
    expect(book.SheetNames).toEqual(
      expect.arrayContaining(['Status per maand', 'Vergelijking', 'Notities', 'Logboek']),
    );

    // Saved, opened again: what was frozen is there, and comes with nobody's name.
    await step(page, /Invullen/).click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Download de werkmap').first().click(),
    ]);
    const path = join(folder, 'bewaard.xlsx');
    await saved.saveAs(path);
    await step(page, /Gegevens/).click();
    await page.locator('input[type=file][data-role=prognosis]').setInputFiles(path);
    await step(page, /Maand na maand/).click();
    await page.locator('section[aria-label="Vastgelegde standen"] li').first().waitFor();
    const again = plain(await page.locator('section[aria-label="Logboek"]').textContent());
    expect(again.match(/Ingevuld met peildatum/g)).toHaveLength(2);

    // A frozen state can go.
    await button(page, 'Verwijderen: vastgelegde stand 2023-06-30-1').click();
    await page.getByText('Er is nog niets vastgelegd.').waitFor();
    expect(errors).toEqual([]);
  });

  it.each([
    ['320-light', { viewport: { width: 320, height: 800 }, colorScheme: 'light' }],
    ['320-dark', { viewport: { width: 320, height: 800 }, colorScheme: 'dark' }],
    ['1280-light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
    ['1280-dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ] as const)('%s: accessible, nothing wider than the screen, screenshots', async (name, options) => {
    const { page } = await open(options);
    await twoMonths(page);
    await step(page, /Maand na maand/).click();
    await button(page, 'Vergelijk').click();
    await page.locator('.compared').first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      options.viewport.width,
    );
    const tall = await page.locator('.pane').evaluate((pane) => pane.scrollHeight);
    await page.setViewportSize({ width: options.viewport.width, height: Math.min(6000, tall + 200) });
    await page.screenshot({ path: join(ARTEFACTS, `months-${name}.png`), fullPage: true });
  });

  it('works with the keyboard alone', async () => {
    const { page } = await open();
    await fillIn(page);
    await step(page, /Maand na maand/).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Maand na maand' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Maand na maand');
    await page.keyboard.press('Tab');
    await page.keyboard.type('voor de vakantie');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('De stand van nu is vastgelegd.').waitFor();
    const frozen = plain(await page.locator('section[aria-label="Vastgelegde standen"]').textContent());
    expect(frozen).toContain('voor de vakantie');
  });
});
