import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { parseA1 } from '../../src/core';
import { openXlsx } from '../../src/workbook';
import { buildIfStale } from '../functions/excel-host';
import { FakeExcel } from '../workbook/excel/fake-excel';
import { FakeWorkbook } from '../workbook/excel/fake-workbook';
import { putExcelBehind, serveAddin, type OfficeSetting, type Site } from './excel-page';
import { launch, type Launched } from './launch';

const ROOT = join(__dirname, '..', '..');
const sample = (file: string): string => join(ROOT, 'samples', 'a', file);
const ARTEFACTS = join(ROOT, 'test-artefacts');
const EXPECTED = (
  JSON.parse(readFileSync(sample('expected.json'), 'utf8')) as {
    layouts: Record<string, { cells: Record<string, string> }>;
  }
).layouts['months-right']?.cells;

jest.setTimeout(180_000);

let launched: Launched;
let site: Site;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  mkdirSync(ARTEFACTS, { recursive: true });
  buildIfStale();
  site = await serveAddin();
  launched = await launch();
}, 600_000);

afterAll(async () => {
  await launched?.close();
  site?.close();
});

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

interface InExcel {
  readonly page: Page;
  readonly book: FakeWorkbook;
  readonly excel: FakeExcel;
  readonly outside: string[];
  readonly errors: string[];
}

async function open(setting: OfficeSetting = {}, options: BrowserContextOptions = {}): Promise<InExcel> {
  const bytes = new Uint8Array(readFileSync(sample('eigen-months-right.xlsx')));
  const book = FakeWorkbook.from(await (await openXlsx(bytes, 'eigen-months-right.xlsx')).read());
  const excel = new FakeExcel(book);
  const context = await launched.browser.newContext({
    viewport: { width: 320, height: 900 },
    // A service worker would answer before the stand-in for Excel does.
    serviceWorkers: 'block',
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
  await putExcelBehind(page, excel, setting);
  await page.goto(`${site.address}taskpane.html`);
  return { page, book, excel, outside, errors };
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

const choose = (page: Page, role: string, file: string): Promise<void> =>
  page.locator(`input[type=file][data-role=${role}]`).setInputFiles(sample(file));

async function giveData(page: Page): Promise<void> {
  await page.getByText('Deze werkmap: eigen-months-right.xlsx').waitFor();
  await choose(page, 'production', 'productie.csv');
  await choose(page, 'forecast', 'prognose.csv');
  await choose(page, 'ceilings', 'plafonds.csv');
  await choose(page, 'tariffs', 'tarieven.csv');
  await page.getByLabel('Jaar').fill('2023');
  await page.getByLabel('Peildatum').fill('30-6-2023');
}

async function toFill(page: Page): Promise<void> {
  await button(page, 'Lees in').click();
  await button(page, 'Verder naar Eigen format').click();
  await button(page, 'Klopt, verder naar Invullen').click();
  await button(page, /^Vul in/).waitFor();
}

async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  }
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await tool.run();
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200) ?? ''}`);
  });
}

/** What is in the workbook in the cells that were to be filled. */
const found = (book: FakeWorkbook): Record<string, string> =>
  Object.fromEntries(
    Object.keys(EXPECTED ?? {}).map((place) => {
      const [sheet = '', address = ''] = place.split('!');
      const at = parseA1(address);
      const value = book.value(sheet, at?.row ?? -1, at?.col ?? -1);
      return [place, typeof value === 'number' ? value.toFixed(2) : String(value)];
    }),
  );
const expected = (): Record<string, string> =>
  Object.fromEntries(Object.entries(EXPECTED ?? {}).map(([place, text]) => [place, Number(text).toFixed(2)]));

describe('the task pane in Excel', () => {
  it('opens, fills the workbook, checks it and puts the report into it', async () => {
    const { page, book, outside, errors } = await open();
    await giveData(page);
    const look = async (step: string): Promise<void> => {
      await page.screenshot({ path: join(ARTEFACTS, `excel-${step}-320.png`), fullPage: true });
      expect({ step, axe: await axe(page) }).toEqual({ step, axe: [] });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ step, overflow }).toEqual({ step, overflow: 0 });
    };
    await look('1-data');
    await toFill(page);
    expect(await page.locator('.figures').innerText()).toContain('3.130.829,17');
    await look('2-fill');
    await button(page, /^Vul in/).click();
    await button(page, 'Ongedaan maken').waitFor();
    expect(found(book)).toEqual(expected());
    await look('3-filled');

    await page.locator('.pane').getByRole('button', { name: 'Toets', exact: true }).click();
    const wmo = page.locator('.card', { has: page.getByRole('heading', { name: 'Wmo' }) }).first();
    expect(await wmo.innerText()).toContain('104.311,28');
    await look('4-check');

    const before = book.sheets.map(({ name }) => name);
    await button(page, 'Zet het rapport in de werkmap').click();
    await page.getByText(/^Het rapport staat in de werkmap/).waitFor();
    const added = book.sheets.slice(before.length);
    expect(added.length).toBeGreaterThan(2);
    expect(added.at(-1)?.charts).toHaveLength(2);
    await button(page, 'Zet het rapport in de werkmap').click();
    await page.getByText(/^Het rapport wordt/).waitFor({ state: 'hidden' });
    await page.getByText(/^Het rapport staat in de werkmap/).waitFor();
    expect(book.sheets.map(({ name }) => name)).toEqual([...before, ...added.map(({ name }) => name)]);
    expect(book.sheets.slice(before.length)).not.toEqual(added);
    expect(found(book)).toEqual(expected());
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('undoes, and asks before it leaves out what somebody typed since', async () => {
    const { page, book } = await open();
    await giveData(page);
    await toFill(page);
    await button(page, /^Vul in/).click();
    await button(page, 'Ongedaan maken').waitFor();
    book.type('Wmo', 6, 3, { kind: 'number', value: 1 });
    await button(page, 'Ongedaan maken').click();
    await page.getByRole('alert').getByText('Wmo!D7').waitFor();
    expect(book.value('Wmo', 6, 4)).not.toBeNull();
    await button(page, 'Draai de rest terug').click();
    await page.getByText('Het invullen is teruggedraaid.').waitFor();
    expect([book.value('Wmo', 6, 3), book.value('Wmo', 6, 4)]).toEqual([1, null]);
  });

  it('fills nothing when the workbook changed after the changes were shown', async () => {
    const { page, book } = await open();
    await giveData(page);
    await toFill(page);
    book.type('Wmo', 6, 3, { kind: 'number', value: 1 });
    await button(page, /^Vul in/).click();
    await page.getByRole('alert').getByText('Wmo!D7').waitFor();
    expect(Object.values(found(book)).filter((value) => value !== 'null')).toEqual(['1.00']);
    // The way out.
    await button(page, /Gegevens/).click();
    await button(page, 'Lees in').click();
    await button(page, 'Verder naar Eigen format').click();
    await button(page, 'Klopt, verder naar Invullen').click();
    await button(page, /^Vul in/).click();
    await button(page, 'Ongedaan maken').waitFor();
    expect(found(book)).toEqual(expected());
  });

  it('shows in Excel the cell a finding is about, and in the pane the cell that is selected in Excel', async () => {
    const { page, book } = await open();
    await giveData(page);
    await button(page, 'Lees in').click();
    await button(page, 'Verder naar Eigen format').waitFor();
    book.selection = { sheet: 'Wmo', range: { top: 6, left: 3, bottom: 6, right: 3 } };
    await page.evaluate(() => (window as unknown as { selectInExcel(): void }).selectInExcel());
    await page
      .locator('.cell-line', { hasText: 'Wmo!D7' })
      .getByText('realisatie', { exact: false })
      .waitFor();
    await button(page, 'Verder naar Eigen format').click();
    for (const summary of await page.locator('.pane summary').all()) await summary.click();
    const jump = page.locator('.pane .link', { hasText: /[A-Z]+\d+/ }).first();
    await jump.click();
    await page.waitForTimeout(300);
    expect(book.selection).not.toEqual({ sheet: 'Wmo', range: { top: 6, left: 3, bottom: 6, right: 3 } });
  });

  it('remembers in the workbook what next month needs', async () => {
    const { page, book } = await open();
    await giveData(page);
    await toFill(page);
    await button(page, /^Vul in/).click();
    await button(page, 'Ongedaan maken').waitFor();
    // Remembering follows on filling, without keeping the user: it may come a moment later.
    const kept = (): (string | undefined)[] =>
      book.xmlParts.map(({ xml }) => /key="([^"]*)"/.exec(xml)?.[1]).sort();
    for (let tries = 0; tries < 100 && kept().length < 4; tries++) await page.waitForTimeout(100);
    expect(kept()).toEqual(['forecast', 'log', 'profile', 'settings']);
    await page.reload();
    await page.getByText('Het format van de vorige keer').waitFor();
    expect(await page.getByLabel('Jaar').inputValue()).toBe('2023');
    expect(await page.getByLabel('Peildatum').inputValue()).toBe('');
    await choose(page, 'production', 'productie.csv');
    await choose(page, 'forecast', 'prognose.csv');
    await choose(page, 'ceilings', 'plafonds.csv');
    await choose(page, 'tariffs', 'tarieven.csv');
    await page.getByLabel('Peildatum').fill('30-6-2023');
    await button(page, 'Lees in').click();
    await button(page, 'Verder naar Eigen format').waitFor();
    // Nothing is left to change: everything stands where the kept format says.
    await page.getByText('Er is niets te wijzigen.').waitFor();
    expect(found(book)).toEqual(expected());
  });

  it('follows the theme and the language of Office', async () => {
    const { page } = await open({ language: 'en-US', background: '#1f1f1f' });
    await page.getByText('This workbook: eigen-months-right.xlsx').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: join(ARTEFACTS, 'excel-dark-320.png'), fullPage: true });
  });

  it('says what is wrong and lets the user try again: outside Excel, too old an Excel, a cell being edited', async () => {
    const outside = await open({ host: null });
    await outside.page.getByText('Dit taakvenster hoort in Excel').waitFor();
    expect(await axe(outside.page)).toEqual([]);
    const old = await open({ version: 12 });
    await old.page.getByRole('alert').getByText('ExcelApi 1.13').waitFor();
    const editing = await open();
    await editing.page.getByText('Deze werkmap:').waitFor();
    await giveData(editing.page);
    editing.excel.isEditing = true;
    await button(editing.page, 'Lees in').click();
    await editing.page.getByRole('alert').getByText('Enter of Esc').waitFor();
    editing.excel.isEditing = false;
    await toFill(editing.page);
  });

  it('recalculates from the ribbon', async () => {
    const { page, excel } = await open();
    await page.getByText('Deze werkmap:').waitFor();
    await page.evaluate(
      () =>
        new Promise<void>((resolve) =>
          (
            window as unknown as { ribbon: { recalculate(event: { completed(): void }): void } }
          ).ribbon.recalculate({ completed: resolve }),
        ),
    );
    expect(excel.log.flatMap(({ calls }) => calls)).toContain('Application.calculate');
  });
});
