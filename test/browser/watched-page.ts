import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, type CellObject } from '@e965/xlsx';
import type { BrowserContext, BrowserContextOptions, Download, Locator, Page } from 'playwright-core';
import type { Launched, Served } from './launch';

const ROOT = join(__dirname, '..', '..');

/** Screenshots are kept here, to be looked at. */
export const ARTEFACTS = join(ROOT, 'test-artefacts');

export const sample = (name: string, file: string): string => join(ROOT, 'samples', name, file);

export interface Expected {
  readonly domains: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly layouts: Readonly<Record<string, { readonly cells: Readonly<Record<string, string>> }>>;
}

export const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(sample(name, 'expected.json'), 'utf8')) as Expected;

/** What went wrong on a page or left this machine, seen from outside the page. */
export interface Watched {
  readonly page: Page;
  readonly outside: string[];
  readonly errors: string[];
}

/** Opens the workbench with the demonstration loaded. The context is added to `contexts`, to be closed. */
export async function openWorkbench(
  { browser }: Launched,
  { address }: Served,
  contexts: BrowserContext[],
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
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
  await page.goto(address);
  // The demonstration is there once its workbook is on show.
  await page.locator('[role=gridcell]').first().waitFor({ state: 'attached' });
  return { page, outside, errors };
}

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

export async function saved(
  page: Page,
  click: () => Promise<void>,
): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { download, bytes: readFileSync(await download.path()) };
}

/** A file on disk, or one that only the test has. */
type Chosen = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export async function choose(page: Page, role: string, file: Chosen): Promise<void> {
  await page.locator(`input[type=file][data-role=${role}]`).setInputFiles(file);
}

/** Chooses an option of one of Fabric's lists. */
export async function pick(page: Page, list: string, option: string): Promise<void> {
  // A list is called by its label and what is chosen in it.
  await page.getByRole('combobox', { name: new RegExp(`^${list}`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Every amount that belongs in the workbook, found there with another library, to the cent. */
export function expectCells(bytes: Buffer, cells: Readonly<Record<string, string>>): void {
  const workbook = read(bytes);
  const found: Record<string, string> = {};
  for (const place of Object.keys(cells)) {
    const [sheet = '', address = ''] = place.split('!');
    const cell = workbook.Sheets[sheet]?.[address] as CellObject | undefined;
    found[place] = typeof cell?.v === 'number' ? cell.v.toFixed(2) : String(cell?.v);
  }
  const expected = Object.fromEntries(
    Object.entries(cells).map(([place, text]) => [place, Number(text).toFixed(2)]),
  );
  expect(found).toEqual(expected);
}

/** Axe's findings on what is on screen; an empty list is clean. */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // Evaluated from outside the page, so that the policy against foreign scripts needs no hole.
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

/** Pixels that the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A message that reached the screen as its code: a sentence is missing somewhere. */
export async function rawCodes(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return text.match(/\b[a-z-]+\.[a-z][a-z.-]+ \{/g) ?? [];
}
