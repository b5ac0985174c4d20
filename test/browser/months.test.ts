import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { secondMonth, SECOND_AS_OF } from '../flow/second-month';
import { fillIn } from './steps';
import {
  ARTEFACTS,
  axe,
  button,
  choose,
  overflow,
  prepareFolder,
  prepareWorkbench,
  saved,
} from './watched-page';

jest.setTimeout(240_000);

const { open } = prepareWorkbench();
const inFolder = prepareFolder('months');

const step = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('navigation', { name: 'Stappen' }).getByRole('button', { name });

/** Reads what was chosen and fills it in. */
async function readAndFill(page: Page): Promise<void> {
  await step(page, /Gegevens/).click();
  await button(page, 'Lees in').click();
  await button(page, /^Verder naar/)
    .first()
    .waitFor();
  await step(page, /Invullen/).click();
  await fillIn(page);
}

const plain = (text: string | null): string => (text ?? '').replace(/\u00a0/g, ' ');

/** A first month filled in and frozen, with a note on a finding; then the files of a month later, filled in too. */
async function twoMonths(page: Page): Promise<void> {
  await readAndFill(page);
  await button(page, 'Leg deze stand vast').click();
  await page.getByText('De stand van nu is vastgelegd.').first().waitFor();
  await step(page, /Toets/).click();
  const finding = page.locator('.finding').first();
  await finding.getByText('Notitie', { exact: true }).click();
  await finding.getByRole('textbox').fill('Gebeld met de gemeente.');
  await finding.getByRole('textbox').blur();
  await page.getByText('De notitie is bewaard.').waitFor();
  await step(page, /Gegevens/).click();
  const production = inFolder('productie.csv');
  writeFileSync(production, secondMonth());
  await choose(page, 'production', production);
  const asOf = page.getByLabel('Peildatum');
  await asOf.fill(SECOND_AS_OF);
  await asOf.blur();
  await readAndFill(page);
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

    expect(read((await saved(page, 'Vergelijking als werkmap')).bytes).SheetNames).toEqual([
      'Vergelijking',
      'Vergelijking stappen',
    ]);
    await step(page, /Toets/).click();
    const report = await saved(page, () =>
      button(page, /rapport/i)
        .first()
        .click(),
    );
    const book = read(report.bytes);
    expect(book.SheetNames).toEqual(
      expect.arrayContaining(['Status per maand', 'Vergelijking', 'Notities', 'Logboek']),
    );

    // Saved, opened again: what was frozen is there, and comes with nobody's name.
    await step(page, /Invullen/).click();
    const { bytes } = await saved(page, () => button(page, 'Download de werkmap').first().click());
    await step(page, /Gegevens/).click();
    await choose(page, 'prognosis', { name: 'bewaard.xlsx', mimeType: '', buffer: bytes });
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
    expect(await overflow(page)).toBe(0);
    const tall = await page.locator('.pane').evaluate((pane) => pane.scrollHeight);
    await page.setViewportSize({ width: options.viewport.width, height: Math.min(6000, tall + 200) });
    await page.screenshot({ path: join(ARTEFACTS, `months-${name}.png`), fullPage: true });
  });

  it('works with the keyboard alone', async () => {
    const { page } = await open();
    await readAndFill(page);
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
