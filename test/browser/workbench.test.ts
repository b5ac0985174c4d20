import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, type CellObject } from '@e965/xlsx';
import type { BrowserContext, BrowserContextOptions, Download, Page } from 'playwright-core';
import { launch, serve, type Launched, type Served } from './launch';

const ROOT = join(__dirname, '..', '..');
const sample = (name: string, file: string): string => join(ROOT, 'samples', name, file);
const ARTEFACTS = join(ROOT, 'test-artefacts');

interface Expected {
  readonly domains: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly layouts: Readonly<Record<string, { readonly cells: Readonly<Record<string, string>> }>>;
}
const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(sample(name, 'expected.json'), 'utf8')) as Expected;

jest.setTimeout(180_000);

let launched: Launched;
let served: Served;
let folder: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  mkdirSync(ARTEFACTS, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'plafondwijzer-browser-'));
  served = await serve({ build: true });
  launched = await launch();
});

afterAll(async () => {
  await launched?.close();
  served?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** What went wrong on a page or left this machine, seen from outside the page. */
interface Watched {
  readonly page: Page;
  readonly outside: string[];
  readonly errors: string[];
}

async function open(options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await launched.browser.newContext({
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
  await page.goto(served.address);
  // The demonstration is there once its workbook is on show.
  await page.locator('[role=gridcell]').first().waitFor({ state: 'attached' });
  return { page, outside, errors };
}

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

async function readIn(page: Page): Promise<void> {
  await button(page, 'Lees in').click();
  await button(page, 'Verder naar Eigen format').waitFor();
}

async function toFill(page: Page): Promise<void> {
  await button(page, 'Verder naar Eigen format').click();
  await button(page, 'Klopt, verder naar Invullen').click();
  await button(page, /^Vul in/).waitFor();
}

async function fillIn(page: Page): Promise<void> {
  await button(page, /^Vul in/).click();
  await button(page, 'Ongedaan maken').waitFor();
}

async function saved(page: Page, click: () => Promise<void>): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { download, bytes: readFileSync(await download.path()) };
}

const choose = (page: Page, role: string, ...files: string[]): Promise<void> =>
  page.locator(`input[type=file][data-role=${role}]`).setInputFiles(files);

/** Every amount that belongs in the workbook, found there with another library, to the cent. */
function expectCells(bytes: Buffer, cells: Readonly<Record<string, string>>): void {
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

/** Axe's serious findings on what is on screen; an empty list is clean. */
async function axe(page: Page): Promise<string[]> {
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

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A message that reached the screen as its code: a sentence is missing somewhere. */
async function rawCodes(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return (
    text.match(/\b(pane|intake|workbook|prognosis|checks|steps|flow|report|rulebook)\.[a-z][a-z-]+ \{/g) ?? []
  );
}

describe('the whole job on the demonstration', () => {
  it('reads, fills, checks and saves; every cell as expected; nothing asked of other addresses', async () => {
    const { page, outside, errors } = await open();
    const expected = expectedOf('a');
    await page.getByText('Demo', { exact: true }).waitFor();

    await readIn(page);
    const receipt = page.locator('.card', { hasText: 'productie.csv · Productie' });
    await expect(receipt.innerText()).resolves.toContain('Regels afgewezen');

    await button(page, 'Verder naar Eigen format').click();
    await page.getByText('2 tabellen herkend').waitFor();
    await button(page, 'Klopt, verder naar Invullen').click();
    await page.getByText('Alle 108 wijzigingen').waitFor();
    expect(await page.locator('.figures').innerText()).toContain('3.130.829,17');
    expect(await rawCodes(page)).toEqual([]);

    await fillIn(page);
    const workbook = await saved(page, () => button(page, 'Download de werkmap').click());
    expect(workbook.download.suggestedFilename()).toBe('eigen-months-right-ingevuld.xlsx');
    expectCells(workbook.bytes, expected.layouts['months-right']?.cells ?? {});

    await page.locator('.pane').getByRole('button', { name: 'Toets', exact: true }).click();
    const wmo = await page
      .locator('.card', { has: page.getByRole('heading', { name: 'Wmo' }) })
      .first()
      .innerText();
    expect(wmo).toContain('104.311,28');
    expect(wmo).toContain('89.919,82');
    expect(wmo).toContain('1.848.943,67');
    expect(await rawCodes(page)).toEqual([]);

    const json = await saved(page, () => button(page, 'Download als JSON').click());
    const report = JSON.parse(json.bytes.toString('utf8')) as {
      prognoses: { domains: { domain: string; total: string; overrun: string }[] }[];
    };
    for (const domain of report.prognoses[0]?.domains ?? []) {
      expect(Number(domain.total)).toBe(Number(expected.domains[domain.domain]?.['total']));
      expect(Number(domain.overrun)).toBe(Number(expected.domains[domain.domain]?.['overrun']));
    }
    expect(report.prognoses[0]?.domains).toHaveLength(2);

    const sheet = await saved(page, () => button(page, 'Download het rapport').click());
    expect(read(sheet.bytes).SheetNames.length).toBeGreaterThan(1);

    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('fills only the changes that are ticked, and undoes them', async () => {
    const { page } = await open();
    await readIn(page);
    await toFill(page);
    // Fabric draws its own box over the real one; the keyboard reaches the real one.
    await page.getByRole('checkbox', { name: /^Wmo!D7 wordt/ }).press('Space');
    await page.getByText('Eén wijziging staat uit').waitFor();
    await button(page, 'Vul in (107 cellen)').click();
    await button(page, 'Ongedaan maken').waitFor();
    const cell = page.locator('[id="cell-E7"]');
    expect(await cell.innerText()).toBe('€\u00a09.146,40'.replace('\u00a0', ' '));
    expect(await page.locator('[id="cell-D7"]').innerText()).toBe('');
    // What was left out stays in the reconciliation.
    expect(await page.locator('.pane').innerText()).toContain('5.778,30');

    await button(page, 'Ongedaan maken').click();
    await page.getByText('Het invullen is teruggedraaid.').waitFor();
    expect(await cell.innerText()).toBe('');
    await button(page, /^Vul in/).waitFor();
  });

  it('fills the same again after an undo', async () => {
    const { page } = await open();
    await readIn(page);
    await toFill(page);
    await fillIn(page);
    await button(page, 'Ongedaan maken').click();
    await button(page, /^Vul in/).waitFor();
    await fillIn(page);
    const { bytes } = await saved(page, () => button(page, 'Download de werkmap').click());
    expectCells(bytes, expectedOf('a').layouts['months-right']?.cells ?? {});
  });
});

describe.each([
  ['b', 'eigen-months-down.xlsx', 'months-down'],
  ['c', 'eigen-pairs.xlsx', 'pairs'],
])('case %s, chosen from disk', (name, own, layout) => {
  it('fills every cell as expected', async () => {
    const { page, outside } = await open();
    await button(page, 'Begin leeg').click();
    expect(await page.getByText('Demo', { exact: true }).count()).toBe(0);
    await choose(page, 'prognosis', sample(name, own));
    await choose(page, 'production', sample(name, 'productie.csv'));
    await choose(page, 'forecast', sample(name, 'prognose.csv'));
    await choose(page, 'ceilings', sample(name, 'plafonds.csv'));
    await choose(page, 'tariffs', sample(name, 'tarieven.csv'));
    await page.getByLabel('Jaar').fill('2023');
    await page.getByLabel('Peildatum').fill('30-6-2023');
    await readIn(page);
    await toFill(page);
    await fillIn(page);
    const { bytes } = await saved(page, () => button(page, 'Download de werkmap').click());
    expectCells(bytes, expectedOf(name).layouts[layout]?.cells ?? {});
    expect(outside).toEqual([]);
  });
});

describe('a submitted prognosis', () => {
  it('is checked without filling, and a finding leads to its cell', async () => {
    const { page, errors } = await open();
    await button(page, 'Toets een ingediende prognose').click();
    await page.locator('.sheet-tabs', { hasText: 'ingediend-months-right.xlsx' }).waitFor();
    await page.locator('.buttons').getByRole('button', { name: 'Toets', exact: true }).click();
    await button(page, 'Download het rapport').waitFor();
    expect(await rawCodes(page)).toEqual([]);
    expect(await page.locator('.pane').innerText()).toContain('Stichting Voorbeeld 11');
    const jump = page.locator('.finding .link').first();
    const place = /(\S+)!([A-Z]+\d+)/.exec(await jump.innerText());
    await jump.click();
    expect(await page.locator('.cell-line strong').innerText()).toBe(`${place?.[1]}!${place?.[2]}`);
    expect(errors).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it('says that a file is no workbook, with its name and without a stack trace', async () => {
    const { page } = await open();
    const broken = join(folder, 'kapot.xlsx');
    writeFileSync(broken, 'PK\u0003\u0004 this is no workbook');
    await choose(page, 'prognosis', broken);
    const alert = page.getByRole('alert');
    await alert.getByText('kapot.xlsx').first().waitFor();
    const text = await alert.innerText();
    expect(text).not.toMatch(/\bat \S+:\d+|Error:|undefined/);
    expect(await rawCodes(page)).toEqual([]);
    // The way out: another file, and the message goes.
    await choose(page, 'prognosis', sample('a', 'eigen-months-right.xlsx'));
    await page.locator('.sheet-tabs', { hasText: 'eigen-months-right.xlsx' }).waitFor();
    expect(await alert.count()).toBe(0);
  });

  it('names everything that is missing at once', async () => {
    const { page } = await open();
    await button(page, 'Begin leeg').click();
    await button(page, 'Lees in').click();
    const alert = page.getByRole('alert').filter({ hasText: 'prognosewerkmap' });
    await alert.waitFor();
    const text = await alert.innerText();
    for (const part of ['prognosewerkmap', 'productiebestand', 'jaar', 'peildatum'])
      expect(text).toContain(part);
  });

  it('offers the rejected lines as CSV', async () => {
    const { page } = await open();
    const extra = join(folder, 'extra.csv');
    writeFileSync(
      extra,
      'aanbieder;domein;product;client;periode;aantal;eenheid;bedrag;toewijzing\n' +
        'Stichting Voorbeeld 11;Wmo;02A03;C1;2023-01;1,00;uur;61,80;T1\n' +
        'Stichting Voorbeeld 11;Wmo;02A03;C1;2023-13;1,00;uur;61,80;T1\n',
    );
    await choose(page, 'production', extra);
    await readIn(page);
    const { bytes } = await saved(page, () => button(page, 'Download de afgewezen regels').first().click());
    expect(bytes.toString('utf8')).toMatch(/^\ufeffbestand;regel;bedrag;reden\r\n"extra\.csv";3;61,80;"/);
  });
});

describe('for everyone', () => {
  it('speaks English when asked, with the language of the page set', async () => {
    const { page } = await open();
    await button(page, 'English').click();
    await button(page, 'Read').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await button(page, 'Read').click();
    await button(page, 'On to Own format').click();
    await button(page, 'Right, on to Fill in').click();
    expect(await page.locator('.figures').innerText()).toContain('3,130,829.17');
    expect(await rawCodes(page)).toEqual([]);
  });

  it.each([
    ['light', 1280, 'none'],
    ['dark', 1280, 'none'],
    ['light', 320, 'none'],
    ['dark', 320, 'none'],
    ['dark', 1280, 'active'],
  ] as const)(
    'is accessible and fits: %s, %i px, forced colours %s',
    async (colorScheme, width, forcedColors) => {
      const { page } = await open({ viewport: { width, height: 900 }, colorScheme, forcedColors });
      const name = `${width}-${forcedColors === 'active' ? 'contrast' : colorScheme}`;
      const look = async (step: string): Promise<void> => {
        await page.screenshot({ path: join(ARTEFACTS, `${step}-${name}.png`), fullPage: width === 320 });
        expect({ step, axe: await axe(page) }).toEqual({ step, axe: [] });
        expect({ step, overflow: await overflow(page) }).toEqual({ step, overflow: 0 });
      };
      await look('1-data');
      await page.locator('.rulebook > summary').click();
      await page.locator('.rulebook dt', { hasText: 'ZUT-09' }).first().waitFor();
      await look('1-rulebook');
      await page.locator('.rulebook > summary').click();
      await readIn(page);
      await look('1-read');
      await button(page, 'Verder naar Eigen format').click();
      for (const summary of await page.locator('.pane summary').all()) await summary.click();
      await look('2-format');
      await button(page, 'Klopt, verder naar Invullen').click();
      await button(page, /^Vul in/).waitFor();
      await look('3-fill');
      await fillIn(page);
      await look('3-filled');
      await page.locator('.pane .buttons').getByRole('button', { name: 'Toets', exact: true }).click();
      await button(page, 'Download het rapport').waitFor();
      await page.locator('.pane summary').first().click();
      await look('4-check');
      if (width === 320) {
        await button(page, 'Werkmap').click();
        await look('5-workbook');
      }
    },
  );

  it('can be done with the keyboard alone', async () => {
    const { page } = await open();
    /** Tabs to the control with this name, seeing the focus all the way. */
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let press = 0; press < 80; press++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const element = document.activeElement;
          if (!(element instanceof HTMLElement)) return { name: '', isVisible: true };
          const box = element.getBoundingClientRect();
          return {
            name: element.getAttribute('aria-label') ?? element.innerText,
            isVisible: element === document.body || (box.width > 0 && box.height > 0),
          };
        });
        expect(at).toMatchObject({ isVisible: true });
        if (name.test(at.name)) return;
      }
      throw new Error(`${name} can't be reached with Tab`);
    };
    await tabTo(/eigen-months-right\.xlsx, Wmo/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.cell-line strong').innerText()).toBe('Wmo!B2');
    expect(await page.locator('[role=grid]').getAttribute('aria-activedescendant')).toBe('cell-B2');
    await tabTo(/^Lees in$/);
    await page.keyboard.press('Enter');
    await button(page, 'Verder naar Eigen format').waitFor();
    await tabTo(/^Verder naar Eigen format$/);
    await page.keyboard.press('Enter');
    await tabTo(/^Klopt, verder naar Invullen$/);
    await page.keyboard.press('Enter');
    await tabTo(/^Vul in/);
    await page.keyboard.press('Enter');
    await button(page, 'Ongedaan maken').waitFor();
    await tabTo(/^Toets$/);
    await page.keyboard.press('Enter');
    await button(page, 'Download het rapport').waitFor();
    await tabTo(/^Download het rapport$/);
  });
});
