import { read, utils, write } from '@e965/xlsx';
import { JAN_DEC as MONTHS } from '../months';
import { chooseCase } from './steps';
import { axe, button, choose, look, prepareWorkbench, rawCodes, saved } from './watched-page';

jest.setTimeout(300_000);

const { open } = prepareWorkbench();

const PRODUCTS = ['02A03', '02A05', '07A11', '07W01', '04A04', '45A04', '45A55', '44A09', '46G01'];
const TABS = 3;

/** Tabs that are alike, of which nothing says whether they ask for amounts or volumes. */
function workbook(): Buffer {
  const book = utils.book_new();
  for (let tab = 0; tab < TABS; tab++) {
    const own = PRODUCTS.filter((_, at) => at % TABS === tab);
    const rows = [
      ['Productcode', 'Eenheid', 'Tarief', ...MONTHS],
      ...own.map((code) => [code, 'uur', 50, ...MONTHS.map(() => null)]),
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { sheetStubs: true }), `Team ${tab + 1}`);
  }
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

describe('the same question of many tabs', () => {
  it('is answered at once', async () => {
    const { page, errors } = await open({ viewport: { width: 320, height: 900 } });
    await chooseCase(page, 'a');
    await choose(page, 'prognosis', { name: 'teams.xlsx', mimeType: '', buffer: workbook() });
    await button(page, 'Lees in').click();
    await page.getByText('Wat er is gelezen').waitFor();
    await page
      .locator('.steps')
      .getByRole('button', { name: /Eigen format/ })
      .click();
    const all = page.getByRole('group', { name: /Van 3 plaatsen/ });
    await all.waitFor();
    expect(await page.getByRole('group', { name: /Wat wordt gevraagd in/ }).count()).toBe(TABS);
    await look(page, 'questions-320-light');
    expect(await rawCodes(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);

    await all.getByRole('button', { name: 'Bedragen' }).click();
    await all.waitFor({ state: 'detached' });
    expect(await page.getByRole('group', { name: /Wat wordt gevraagd in/ }).count()).toBe(0);
    await page
      .locator('.steps')
      .getByRole('button', { name: /Invullen/ })
      .click();
    await button(page, /^Vul in/).click();
    await button(page, 'Ongedaan maken').waitFor();
    const { bytes } = await saved(page, 'Download de werkmap');
    const filled = read(bytes);
    for (const name of filled.SheetNames) {
      const sheet = filled.Sheets[name];
      const values = ['D', 'O'].map((col) => (sheet?.[`${col}2`] as { v?: unknown } | undefined)?.v);
      expect([name, values.map((value) => typeof value)]).toEqual([name, ['number', 'number']]);
    }
    expect(errors).toEqual([]);
  });
});
