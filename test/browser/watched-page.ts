import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, type CellObject } from '@e965/xlsx';
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { buildWorkbenchIfStale } from '../fresh-build';
import { launch, serve, type Launched, type Served } from './launch';

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

export interface PageOptions extends BrowserContextOptions {
  /** How long a step may take, in milliseconds. */
  readonly timeout?: number;
  /** What happens to the page before it goes anywhere. */
  readonly before?: (page: Page) => Promise<unknown>;
}

interface NewPage {
  /** An empty page in a context of its own, which closes after the test. */
  newPage(options?: PageOptions): Promise<Page>;
}

export interface PreparedBrowser extends NewPage {
  /** A page that is watched from before it goes to the address. */
  watch(address: string, options?: PageOptions): Promise<Watched>;
}

/** One browser for the tests of a file; `defaults` hold for every page that says nothing else. */
export function prepareBrowser(defaults: PageOptions = {}): PreparedBrowser {
  let launched: Launched | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    mkdirSync(ARTEFACTS, { recursive: true });
    launched = await launch();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => launched?.close());

  const newPage = async (options: PageOptions = {}): Promise<Page> => {
    if (!launched) throw new Error('The browser starts with the tests');
    const { timeout = 20_000, before, ...context } = { ...defaults, ...options };
    const opened = await launched.browser.newContext({ viewport: { width: 1280, height: 900 }, ...context });
    contexts.push(opened);
    const page = await opened.newPage();
    page.setDefaultTimeout(timeout);
    await before?.(page);
    return page;
  };
  return {
    newPage,
    async watch(address, options) {
      const page = await newPage(options);
      const outside: string[] = [];
      const errors: string[] = [];
      // Of the context: what workers ask for too.
      page.context().on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol !== 'blob:' && protocol !== 'data:' && hostname !== 'localhost')
          outside.push(request.url());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(address);
      return { page, outside, errors };
    },
  };
}

/** The demonstration is there once its workbook is on show. */
export const demoIsThere = (page: Page): Promise<void> =>
  page.locator('[role=gridcell]').first().waitFor({ state: 'attached' });

export interface PreparedWorkbench extends NewPage {
  /** The workbench with the demonstration loaded. */
  open(options?: PageOptions): Promise<Watched>;
}

/** The workbench, no older than its sources, and a browser for the tests of a file. */
export function prepareWorkbench(
  defaults: PageOptions = {},
  site: () => Promise<Served> = () => serve({ build: false }),
): PreparedWorkbench {
  let served: Served | undefined;
  beforeAll(async () => {
    buildWorkbenchIfStale();
    served = await site();
  }, 600_000);
  const browser = prepareBrowser(defaults);
  afterAll(() => served?.close());
  return {
    newPage: browser.newPage,
    async open(options) {
      if (!served) throw new Error('The workbench starts with the tests');
      const watched = await browser.watch(served.address, options);
      await demoIsThere(watched.page);
      return watched;
    },
  };
}

/** A folder for the files of a test, gone when they are done. */
export function prepareFolder(name: string): (file: string) => string {
  let folder: string | undefined;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), `plafondwijzer-${name}-`));
  });
  afterAll(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  return (file) => {
    if (!folder) throw new Error('The folder is there with the tests');
    return join(folder, file);
  };
}

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

export interface Saved {
  readonly name: string;
  /** Where the browser keeps it until the page closes. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** What the page saves when something is done, or when the button with this name is pressed. */
export async function saved(page: Page, by: string | RegExp | (() => Promise<void>)): Promise<Saved> {
  const act = typeof by === 'function' ? by : () => button(page, by).click();
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bytes: readFileSync(path) };
}

/** A file on disk, or one that only the test has. */
type Chosen = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export const choose = (page: Page, role: string, file: Chosen): Promise<void> =>
  page.locator(`input[type=file][data-role=${role}]`).setInputFiles(file);

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

/** Keeps a picture of what is on screen, which must be accessible and no wider than its window. */
export async function look(page: Page, name: string): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {};
  await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), fullPage: width === 320 });
  expect({ name, axe: await axe(page) }).toEqual({ name, axe: [] });
  expect({ name, overflow: await overflow(page) }).toEqual({ name, overflow: 0 });
}

/** Opens all that folds open. From the last to the first: what opens may hold more of them. */
export async function unfold(summaries: Locator): Promise<void> {
  for (const summary of (await summaries.all()).reverse()) await summary.click();
}

/** How a page is looked at: colours, width in pixels, forced colours. */
export const waysToLook = (
  wide: number,
): readonly (readonly ['light' | 'dark', number, 'none' | 'active'])[] => [
  ['light', wide, 'none'],
  ['dark', wide, 'none'],
  ['light', 320, 'none'],
  ['dark', 320, 'none'],
  ['dark', wide, 'active'],
];

/** Tabs to the control with this name, seeing the focus all the way. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 160; press++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return { name: '', isVisible: true };
      const box = element.getBoundingClientRect();
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return {
        name:
          element.getAttribute('aria-label') ??
          (labels.map((label) => label.innerText).join(' ') || element.innerText),
        isVisible: element === document.body || (box.width > 0 && box.height > 0),
      };
    });
    expect(at).toMatchObject({ isVisible: true });
    if (name.test(at.name)) return;
  }
  throw new Error(`${name} can't be reached with Tab`);
}

/** A message that reached the screen as its code: a sentence is missing somewhere. */
export async function rawCodes(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return text.match(/\b[a-z-]+\.[a-z][a-z.-]+ \{/g) ?? [];
}
