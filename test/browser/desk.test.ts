import type { Locator, Page } from 'playwright-core';
import { read } from '@e965/xlsx';
import { check } from './steps';
import { button, choose, look, prepareWorkbench, saved, unfold, waysToLook } from './watched-page';

jest.setTimeout(240_000);

const { open } = prepareWorkbench({ viewport: { width: 1440, height: 900 }, timeout: 30_000 });

async function loadExample(page: Page): Promise<void> {
  await button(page, 'Toets een ingediende prognose').click();
  await button(page, 'Voorbeeld: dertig inzendingen').click();
  await page.getByText('30 werkmappen: toon de lijst').waitFor();
}

async function checkAll(page: Page): Promise<void> {
  await check(page);
  await page.locator('.list').waitFor();
}

const rowOf = (page: Page, name: string): Locator => page.locator('.list-body .list-row', { hasText: name });

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
    await choose(page, 'dossier', {
      name: 'dossier-ronde-1.json',
      mimeType: 'application/json',
      buffer: dossier.bytes,
    });
    await page.getByText(/dossier-ronde-1\.json: één ronde/).waitFor();
    await checkAll(page);
    const second = jsonOf((await saved(page, 'Alles als JSON')).bytes);
    expect(second.desk.round).toBe(2);
    const again = second.desk.providers.find(({ provider }) => provider.endsWith('Ceder'));
    expect(again).toMatchObject({ note: 'Gebeld op maandag.', change: { difference: '-1250.00' } });
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('stops when asked, and is ready to start again', async () => {
    const { page } = await open();
    await loadExample(page);
    await check(page);
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

  it.each(waysToLook(1440))(
    'is accessible and fits: %s, %i px, forced colours %s',
    async (colorScheme, width, forcedColors) => {
      const { page } = await open({ viewport: { width, height: 900 }, colorScheme, forcedColors });
      const name = `${width}-${forcedColors === 'active' ? 'contrast' : colorScheme}`;
      await loadExample(page);
      await look(page, `desk-1-data-${name}`);
      await checkAll(page);
      await look(page, `desk-2-list-${name}`);
      await rowOf(page, 'Ceder').click();
      await page.getByRole('heading', { name: 'Stichting Voorbeeld Ceder' }).waitFor();
      await button(page, 'Toon de brief').click();
      await unfold(page.locator('.finding summary'));
      await look(page, `desk-3-submission-${name}`);
      await page
        .locator('.finding .link', { hasText: /^Toon .+![A-Z]+\d+/ })
        .first()
        .click();
      await page.locator('.desk-view .grid').waitFor();
      await look(page, `desk-4-cell-${name}`);
    },
  );
});
