import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { parseA1 } from '../../src/core';
import { openXlsx } from '../../src/workbook';
import { buildAddinIfStale } from '../fresh-build';
import { FakeExcel } from '../workbook/excel/fake-excel';
import { FakeWorkbook } from '../workbook/excel/fake-workbook';
import { putExcelBehind, type OfficeSetting } from './excel-page';
import { ADDIN, host } from './host';
import type { Served } from './launch';
import { check, chooseData, fillIn, readAndFill, readIn, toFill, typePeriod } from './steps';
import { axe, button, expectedOf, look, prepareBrowser, sample, unfold, type Watched } from './watched-page';

const OWN = 'eigen-months-right.xlsx';
const EXPECTED = expectedOf('a').layouts['months-right']?.cells;

jest.setTimeout(180_000);

let site: Served;
beforeAll(async () => {
  buildAddinIfStale();
  site = await host(ADDIN);
}, 600_000);
// A service worker would answer before the stand-in for Excel does.
const browser = prepareBrowser({ viewport: { width: 320, height: 900 }, serviceWorkers: 'block' });
afterAll(() => site?.close());

interface InExcel extends Watched {
  readonly book: FakeWorkbook;
  readonly excel: FakeExcel;
}

async function open(setting: OfficeSetting = {}): Promise<InExcel> {
  const bytes = new Uint8Array(readFileSync(sample('a', OWN)));
  const book = FakeWorkbook.from(await (await openXlsx(bytes, OWN)).read());
  const excel = new FakeExcel(book);
  const watched = await browser.watch(`${site.address}taskpane.html`, {
    before: (page) => putExcelBehind(page, excel, setting),
  });
  return { ...watched, book, excel };
}

async function giveData(page: Page): Promise<void> {
  await page.getByText(`Deze werkmap: ${OWN}`).waitFor();
  await chooseData(page, 'a');
  await typePeriod(page);
}

async function toPreview(page: Page): Promise<void> {
  await readIn(page);
  await toFill(page);
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
    await look(page, 'excel-1-data-320');
    await toPreview(page);
    expect(await page.locator('.figures').innerText()).toContain('3.130.829,17');
    await look(page, 'excel-2-fill-320');
    await fillIn(page);
    expect(found(book)).toEqual(expected());
    await look(page, 'excel-3-filled-320');

    await check(page);
    const wmo = page.locator('.card', { has: page.getByRole('heading', { name: 'Wmo' }) }).first();
    expect(await wmo.innerText()).toContain('104.311,28');
    await look(page, 'excel-4-check-320');

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
    await toPreview(page);
    await fillIn(page);
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
    await toPreview(page);
    book.type('Wmo', 6, 3, { kind: 'number', value: 1 });
    await button(page, /^Vul in/).click();
    await page.getByRole('alert').getByText('Wmo!D7').waitFor();
    expect(Object.values(found(book)).filter((value) => value !== 'null')).toEqual(['1.00']);
    // The way out.
    await button(page, /Gegevens/).click();
    await readAndFill(page);
    expect(found(book)).toEqual(expected());
  });

  it('shows in Excel the cell a finding is about, and in the pane the cell that is selected in Excel', async () => {
    const { page, book } = await open();
    await giveData(page);
    await readIn(page);
    book.selection = { sheet: 'Wmo', range: { top: 6, left: 3, bottom: 6, right: 3 } };
    await page.evaluate(() => (window as unknown as { selectInExcel(): void }).selectInExcel());
    await page
      .locator('.cell-line', { hasText: 'Wmo!D7' })
      .getByText('realisatie', { exact: false })
      .waitFor();
    await button(page, 'Verder naar Eigen format').click();
    await unfold(page.locator('.pane summary'));
    const jump = page.locator('.pane .link', { hasText: /[A-Z]+\d+/ }).first();
    await jump.click();
    await page.waitForTimeout(300);
    expect(book.selection).not.toEqual({ sheet: 'Wmo', range: { top: 6, left: 3, bottom: 6, right: 3 } });
  });

  it('remembers in the workbook what next month needs', async () => {
    const { page, book } = await open();
    await giveData(page);
    await toPreview(page);
    await fillIn(page);
    // Remembering follows on filling, without keeping the user: it may come a moment later.
    const kept = (): (string | undefined)[] =>
      book.xmlParts.map(({ xml }) => /key="([^"]*)"/.exec(xml)?.[1]).sort();
    for (let tries = 0; tries < 100 && kept().length < 4; tries++) await page.waitForTimeout(100);
    expect(kept()).toEqual(['forecast', 'log', 'profile', 'settings']);
    await page.reload();
    await page.getByText('Het format van de vorige keer').waitFor();
    expect(await page.getByLabel('Jaar').inputValue()).toBe('2023');
    expect(await page.getByLabel('Peildatum').inputValue()).toBe('');
    await chooseData(page, 'a');
    await page.getByLabel('Peildatum').fill('30-6-2023');
    await readIn(page);
    // Nothing is left to change: everything stands where the kept format says.
    await page.getByText('Er is niets te wijzigen.').waitFor();
    expect(found(book)).toEqual(expected());
  });

  it('follows the theme and the language of Office', async () => {
    const { page } = await open({ language: 'en-US', background: '#1f1f1f' });
    await page.getByText('This workbook: eigen-months-right.xlsx').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await look(page, 'excel-dark-320');
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
    await toPreview(editing.page);
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
