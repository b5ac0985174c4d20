import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { Locator, Page } from 'playwright-core';
import { JAN_DEC } from '../months';
import { host, WORKBENCH } from './host';
import { check, chooseCase, readAndFill } from './steps';
import {
  ARTEFACTS,
  axe,
  button,
  choose,
  overflow,
  prepareFolder,
  prepareWorkbench,
  sample,
  saved,
} from './watched-page';

jest.setTimeout(240_000);

// As any web server hosts it.
const workbench = prepareWorkbench({ serviceWorkers: 'block', timeout: 60_000 }, () => host(WORKBENCH));
const inFolder = prepareFolder('worker');

const stop = (page: Page): Locator => page.locator('.status').getByRole('button');

async function giveData(page: Page, production?: string): Promise<void> {
  await chooseCase(page, 'a', production);
  await stop(page).waitFor({ state: 'detached' });
}

/** A million lines of the products of the sample, each of a cent. */
function million(): string {
  const file = inFolder('miljoen.csv');
  const months = ['01', '02', '03', '04', '05', '06'].map((month) => `2023-${month}`);
  const line = (index: number): string =>
    `Stichting Voorbeeld 11;Wmo;02A03;C${index % 5000};${months[index % 6] ?? ''};1,00;uur;0,01;T${index % 7000}`;
  const lines = ['aanbieder;domein;product;client;periode;aantal;eenheid;bedrag;toewijzing'];
  for (let index = 0; index < 1_000_000; index++) lines.push(line(index));
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** Forty sheets with a prognosis each. */
function fortySheets(): string {
  const file = inFolder('veertig.xlsx');
  const book = utils.book_new();
  for (let sheet = 1; sheet <= 40; sheet++) {
    const rows: (string | number | null)[][] = [
      ['Prognose', 2023, 'Stichting Voorbeeld 11'],
      ['Code', 'Product', ...JAN_DEC, 'Totaal'],
    ];
    for (let row = 0; row < 250; row++) {
      rows.push([
        `${String(row).padStart(2, '0')}A${sheet}`,
        `Begeleiding ${row}`,
        ...JAN_DEC.map((_, at) => at * row),
      ]);
    }
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), `Wmo ${sheet}`);
  }
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return file;
}

/** Counts what the page paints from now on. */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = { frames: 0 };
    Object.assign(window, { seen });
    const next = (): void => {
      seen.frames += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
const frames = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { seen: { frames: number } }).seen.frames);

/** Presses a button of the page itself and says whether its effect was there while the work still went on. */
async function answersDuringWork(page: Page): Promise<{ language: string; busy: boolean }> {
  await button(page, 'English').click();
  return page.evaluate(() => ({
    language: document.documentElement.lang,
    busy: document.querySelector('.status button') !== null,
  }));
}

describe('the engine in a worker', () => {
  it('leaves the page to the user while a million lines are read, and can be stopped', async () => {
    const { page, errors } = await workbench.open();
    await giveData(page, million());
    expect(page.workers()).toHaveLength(1);
    await watchFrames(page);
    await button(page, 'Lees in').click();
    await stop(page).waitFor();
    expect(await answersDuringWork(page)).toEqual({ language: 'en', busy: true });
    await button(page, 'Read').or(button(page, 'On to Own format')).first().waitFor();
    await button(page, 'On to Own format').waitFor();
    expect(await frames(page)).toBeGreaterThan(20);
    const receipt = page.locator('.card', { hasText: 'miljoen.csv · ' }).first();
    expect(await receipt.innerText()).toMatch(/Lines read\s+1000000/);
    expect(await receipt.innerText()).toContain('10,000.00');

    await button(page, 'Read').click();
    await stop(page).click();
    await page.getByText('Stopped. Nothing was changed.').waitFor();
    // Whatever became of the worker, the page goes on with a small file.
    await page
      .getByRole('button', { name: /^Verwijder|^Remove/ })
      .and(page.locator('[aria-label*="miljoen"]'))
      .click();
    await choose(page, 'production', sample('a', 'productie.csv'));
    await button(page, 'Read').click();
    await button(page, 'On to Own format').waitFor();
    expect(errors).toEqual([]);
  });

  it('leaves the page to the user while forty sheets are opened and recognised', async () => {
    const { page, errors } = await workbench.open();
    const book = fortySheets();
    await giveData(page);
    await watchFrames(page);
    await choose(page, 'prognosis', book);
    await stop(page).waitFor();
    expect(await answersDuringWork(page)).toEqual({ language: 'en', busy: true });
    await stop(page).waitFor({ state: 'detached' });
    await button(page, 'Nederlands').click();
    await button(page, 'Lees in').click();
    await stop(page).waitFor();
    expect(await answersDuringWork(page)).toEqual({ language: 'en', busy: true });
    await stop(page).waitFor({ state: 'detached' });
    expect(await frames(page)).toBeGreaterThan(20);
    expect(errors).toEqual([]);
  });

  it('is done without where there are no workers', async () => {
    const { page, errors } = await workbench.open({
      before: (at) => at.addInitScript(() => void Reflect.deleteProperty(window, 'Worker')),
    });
    await readAndFill(page);
    expect(page.workers()).toHaveLength(0);
    expect(await page.locator('.pane').innerText()).toContain('3.130.829,17');
    expect(errors).toEqual([]);
  });

  it('is done without where a worker may not be started', async () => {
    const { page } = await workbench.open({
      before: (at) =>
        at.addInitScript(() => {
          Object.assign(window, {
            Worker: class {
              constructor() {
                throw new DOMException('not here', 'SecurityError');
              }
            },
          });
        }),
    });
    await readAndFill(page);
    expect(await page.locator('.pane').innerText()).toContain('3.130.829,17');
  });
});

describe('the first view', () => {
  it('does not move, and needs no engine', async () => {
    const asked: string[] = [];
    const watchShifts = (): void => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          };
          if (!hadRecentInput) shifts.push(value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    };
    const { page } = await workbench.open({
      serviceWorkers: 'allow',
      before: async (at) => {
        at.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
        await at.addInitScript(watchShifts);
      },
    });
    await page.waitForTimeout(500);
    const moved = await page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
    );
    expect(moved).toBeLessThan(0.01);
    // Before the page shows it asks for its style and two scripts; the engine comes with the worker.
    const html = readFileSync(join(WORKBENCH, 'index.html'), 'utf8');
    const scripts = [...html.matchAll(/<script[^>]* src=([^ >]+)/g)].map((match) => match[1]);
    expect(scripts).toHaveLength(2);
    expect(asked.slice(0, 5)).toEqual(expect.arrayContaining(scripts));
  });
});

describe('nothing is lost', () => {
  it('asks before the page is closed with cells that were not downloaded, and not after', async () => {
    const { page } = await workbench.open();
    await giveData(page);
    await readAndFill(page);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    await page.waitForTimeout(300);
    expect(asked).toEqual(['beforeunload']);
    await saved(page, 'Download de werkmap');
    await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
    expect(asked).toEqual(['beforeunload']);
  });

  it('keeps a filled workbook at hand when another one is chosen', async () => {
    const { page } = await workbench.open();
    await giveData(page);
    await readAndFill(page);
    await page.getByRole('button', { name: /Gegevens/ }).click();
    await choose(page, 'prognosis', sample('b', 'eigen-months-down.xlsx'));
    await page.getByText('is ingevuld maar nog niet gedownload').waitFor();
    await page.screenshot({ path: join(ARTEFACTS, 'left-behind-1280.png') });
    expect((await saved(page, 'Download de werkmap')).name).toBe('eigen-months-right-ingevuld.xlsx');
    await page.getByText('is ingevuld maar nog niet gedownload').waitFor({ state: 'detached' });
  });

  it('offers a way out with every problem', async () => {
    const { page } = await workbench.open();
    const broken = inFolder('kapot.xlsx');
    writeFileSync(broken, 'PK\u0003\u0004 this is no workbook');
    await choose(page, 'prognosis', broken);
    const alert = page.getByRole('alert');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      alert.getByRole('button', { name: 'Kies een ander bestand …' }).click(),
    ]);
    await chooser.setFiles(sample('a', 'eigen-months-right.xlsx'));
    await page.locator('.sheet-tabs', { hasText: 'eigen-months-right.xlsx' }).waitFor();
    expect(await alert.count()).toBe(0);
  });

  it('leaves a page with a diagnosis after a mistake of ours', async () => {
    const { page } = await workbench.open();
    // A mistake that nothing catches, with something in its text that may not get out.
    await page.evaluate(() => {
      setTimeout(() => {
        throw new RangeError('999900006 Stichting Geheim');
      });
    });
    await page.getByText('Hier ging iets mis in Plafondwijzer zelf').waitFor();
    const diagnosis = (await saved(page, 'Download de diagnose')).bytes.toString('utf8');
    expect(diagnosis).toContain('RangeError');
    expect(diagnosis).not.toMatch(/999900006|Geheim|productie\.csv|Voorbeeld/);
  });
});

describe('the page to print', () => {
  it.each(['nl', 'en'] as const)(
    'prints everything, with nothing of the pane around it (%s)',
    async (language) => {
      const { page, errors } = await workbench.open({
        before: (at) =>
          at.addInitScript(() => {
            // Stays as it is while the test looks at it.
            window.print = () => undefined;
          }),
      });
      await readAndFill(page);
      await check(page);
      await button(page, 'Download het rapport').waitFor();
      if (language === 'en') await button(page, 'English').click();
      await button(page, language === 'nl' ? 'Afdrukken' : 'Print').click();
      await page.locator('.print-page').waitFor({ state: 'attached' });
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.app').isVisible()).toBe(false);
      const text = await page.locator('.print-page h1 ~ section').first().innerText();
      expect(text).toContain(language === 'nl' ? '1.848.943,67' : '1,848,943.67');
      expect(text).toContain(language === 'nl' ? '104.311,28' : '104,311.28');
      await page.screenshot({ path: join(ARTEFACTS, `print-${language}.png`), fullPage: true });
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      expect(await page.locator('.print-page').count()).toBe(0);

      const asPage = await saved(page, language === 'nl' ? 'Download als pagina' : 'Download as a page');
      const file = inFolder(`pagina-${language}.html`);
      writeFileSync(file, asPage.bytes);
      for (const colorScheme of ['light', 'dark'] as const) {
        const reader = await workbench.newPage({ colorScheme, viewport: { width: 800, height: 900 } });
        await reader.goto(`file://${file}`);
        await reader.screenshot({
          path: join(ARTEFACTS, `page-${language}-${colorScheme}.png`),
          fullPage: true,
        });
        expect(await axe(reader)).toEqual([]);
        expect(await overflow(reader)).toBe(0);
      }
      expect(errors).toEqual([]);
    },
  );
});
