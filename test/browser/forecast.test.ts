import { read, type CellObject } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { parseScenarios } from '../../src/core';
import { check } from './steps';
import {
  button,
  choose,
  look,
  pick,
  prepareWorkbench,
  rawCodes,
  saved,
  tabTo,
  waysToLook,
} from './watched-page';

jest.setTimeout(180_000);

const { open } = prepareWorkbench();

async function toForecast(page: Page): Promise<void> {
  await button(page, 'Naar de prognose').click();
  await page.getByRole('heading', { name: 'Producten' }).waitFor();
}

async function openProduct(page: Page, code: string): Promise<void> {
  await page.locator('.product-row', { hasText: code }).click();
  await page.getByRole('heading', { name: new RegExp(`^${code}`) }).waitFor();
}

describe('the forecast step', () => {
  it('forecasts, takes an amount by hand, and fills it in: the cell has it to the cent', async () => {
    const { page, outside, errors } = await open();
    await toForecast(page);
    const wmo = await page
      .locator('.card', { has: page.getByRole('heading', { name: 'Wmo' }) })
      .first()
      .innerText();
    expect(wmo).toContain('1.583.121,47');
    expect(wmo).toMatch(/Nog te declareren/);
    expect(await rawCodes(page)).toEqual([]);

    await openProduct(page, '02A03');
    await page.locator('.month.is-incomplete').first().waitFor();
    await page.locator('.month', { hasText: 'juni 2023' }).locator('summary').first().click();
    await page.locator('.step-tree', { hasText: 'Bornhuetter-Ferguson' }).first().waitFor();
    expect(await rawCodes(page)).toEqual([]);

    await button(page, 'Zet met de hand: november 2023').click();
    await page.getByLabel('Bedrag van de hele maand').fill('4.321,09');
    await button(page, 'Bewaar').click();
    await page.getByText('Zeg waarom').waitFor();
    await page.getByLabel('Reden').fill('locatie dicht');
    await button(page, 'Bewaar').click();
    await page.locator('.month.is-hand', { hasText: 'locatie dicht' }).waitFor();
    expect(await page.locator('.month.is-hand').innerText()).toContain('4.321,09');

    await button(page, /Terug naar alle producten/).click();
    await page.getByText('Met de hand gezet (1)').waitFor();
    await button(page, 'Gebruik deze prognose').click();
    await page.getByText('Deze prognose wordt ingevuld').waitFor();
    await button(page, 'Verder naar Eigen format').click();
    await button(page, 'Klopt, verder naar Invullen').click();
    await button(page, /^Vul in/).click();
    await button(page, 'Ongedaan maken').waitFor();
    const workbook = read((await saved(page, 'Download de werkmap')).bytes);
    const amounts = workbook.SheetNames.flatMap((name) =>
      Object.values(workbook.Sheets[name] ?? {}).flatMap((cell: unknown) => {
        const value = (cell as CellObject | undefined)?.v;
        return typeof value === 'number' ? [value.toFixed(2)] : [];
      }),
    );
    expect(amounts).toContain('4321.09');

    await check(page);
    const report = await saved(page, 'Download als JSON');
    const json = JSON.parse(report.bytes.toString('utf8')) as {
      prognoses: { reconciliation: { difference: string } }[];
      receipts?: { file: string }[];
    };
    expect(json.prognoses[0]?.reconciliation.difference).toBe('0.00');
    expect(JSON.stringify(json)).toContain('berekende-prognose-2023-06-30.csv');
    expect(JSON.stringify(json)).toContain('Reden: locatie dicht');
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('keeps an amount by hand when a file is read anew, and takes it back', async () => {
    const { page } = await open();
    await toForecast(page);
    await openProduct(page, '45A04');
    await button(page, 'Zet met de hand: oktober 2023').click();
    await page.getByLabel('Bedrag van de hele maand').fill('999');
    await page.getByLabel('Reden').fill('vakantie');
    await page.keyboard.press('Enter');
    await page.locator('.month.is-hand').waitFor();
    await button(page, /Terug naar alle producten/).click();
    await button(page, 'Lees de bestanden opnieuw').click();
    await page.getByText('Met de hand gezet (1)').waitFor();
    await openProduct(page, '45A04');
    await button(page, 'Haal weg: oktober 2023').click();
    await page.locator('.month.is-hand').waitFor({ state: 'detached' });
  });

  it('shows another method when one is chosen, with the errors of all', async () => {
    const { page } = await open();
    await toForecast(page);
    await openProduct(page, '45A55');
    await pick(page, 'Methode', 'lopend gemiddelde');
    await page.getByText('Gekozen door de gebruiker: lopend gemiddelde').waitFor();
    await page.getByText('Hoe goed had elke methode').click();
    expect(await page.locator('.plain-table tbody tr').count()).toBeGreaterThan(3);
  });

  it('finds products by a part of their name', async () => {
    const { page } = await open();
    await toForecast(page);
    await page.getByLabel('Zoek een product').fill('jeugd ambulant');
    await page.getByText(/^2 producten van 9/).waitFor();
    await page.getByLabel('Zoek een product').fill('bestaat niet');
    await page.getByText('Geen product gevonden').waitFor();
  });

  it('works out scenarios, explains the difference, and saves what the command line reads', async () => {
    const { page, errors } = await open();
    await toForecast(page);
    await page.getByText('Wat als? Scenario’s').click();
    await button(page, 'Nieuw scenario').click();
    await button(page, 'Reken door').click();
    await page.getByText('Vul eerst aan').waitFor();
    await page.getByLabel('Percentage').fill('5');
    await button(page, 'Nog een veronderstelling').click();
    await page.getByRole('combobox', { name: 'Veronderstelling' }).nth(1).click();
    await page.getByRole('option', { name: 'Nieuw plafond' }).click();
    await page.getByLabel('Plafond (€)').fill('850.000,00');
    await button(page, 'Reken door').click();
    await page.getByText('Wat beweegt de uitkomst het meest?').waitFor();
    expect(await page.locator('.pane').innerText()).toContain('850.000,00');
    expect(await rawCodes(page)).toEqual([]);
    const scenario = await saved(page, 'Bewaar als JSON');
    const json: unknown = JSON.parse(scenario.bytes.toString('utf8'));
    expect('file' in parseScenarios(json, 'scenario.json')).toBe(true);
    await button(page, 'Verwijder het scenario').click();
    await choose(page, 'scenario', scenario.path);
    expect(await page.getByLabel('Percentage').inputValue()).toBe('5');
    expect(errors).toEqual([]);
  });

  it.each(waysToLook(1280))(
    'is accessible and fits: %s, %i px, forced colours %s',
    async (colorScheme, width, forcedColors) => {
      const { page } = await open({ viewport: { width, height: 900 }, colorScheme, forcedColors });
      const name = `${width}-${forcedColors === 'active' ? 'contrast' : colorScheme}`;
      await toForecast(page);
      await look(page, `forecast-1-totals-${name}`);
      await page.getByRole('heading', { name: 'Producten' }).scrollIntoViewIfNeeded();
      await page.locator('.product-row').last().scrollIntoViewIfNeeded();
      await look(page, `forecast-2-products-${name}`);
      await page.getByText('Wat als? Scenario’s').click();
      await button(page, 'Nieuw scenario').click();
      await page.getByLabel('Percentage').fill('5');
      await button(page, 'Reken door').click();
      await page.getByText('Wat beweegt de uitkomst het meest?').waitFor();
      await page.getByText('Naast elkaar').scrollIntoViewIfNeeded();
      await look(page, `forecast-5-scenarios-${name}`);
      await openProduct(page, '02A03');
      await look(page, `forecast-3-product-${name}`);
      await page.getByText('Hoe goed had elke methode').click();
      await page.locator('.month', { hasText: 'juni 2023' }).locator('summary').first().click();
      await page.locator('.step-tree').first().waitFor();
      await page
        .locator('.month', { hasText: 'juni 2023' })
        .locator('summary')
        .first()
        .scrollIntoViewIfNeeded();
      await button(page, 'Zet met de hand: juli 2023').click();
      await look(page, `forecast-4-months-${name}`);
    },
  );

  it('can be done with the keyboard alone', async () => {
    const { page } = await open();
    await tabTo(page, /^Naar de prognose$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Producten' }).waitFor();
    await tabTo(page, /^04A04/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^04A04/ }).waitFor();
    await tabTo(page, /^Zet met de hand: augustus 2023$/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('100');
    await page.keyboard.press('Tab');
    await page.keyboard.type('verbouwing');
    await page.keyboard.press('Enter');
    await page.locator('.month.is-hand', { hasText: 'verbouwing' }).waitFor();
  });
});
