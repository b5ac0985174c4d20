import { writeFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { serve } from './launch';
import { CASES, check, chooseAll, fillIn, readAndFill, readIn, toFill } from './steps';
import {
  button,
  choose,
  expectCells,
  expectedOf,
  look,
  prepareFolder,
  prepareWorkbench,
  rawCodes,
  sample,
  saved,
  tabTo,
  unfold,
  waysToLook,
} from './watched-page';

jest.setTimeout(180_000);

// Built and served by `npm start`, as a user does.
const { open } = prepareWorkbench({}, () => serve({ build: process.env['PLAFONDWIJZER_BUILT'] !== '1' }));
const inFolder = prepareFolder('browser');

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
    const workbook = await saved(page, 'Download de werkmap');
    expect(workbook.name).toBe('eigen-months-right-ingevuld.xlsx');
    expectCells(workbook.bytes, expected.layouts['months-right']?.cells ?? {});

    await check(page);
    const wmo = await page
      .locator('.card', { has: page.getByRole('heading', { name: 'Wmo' }) })
      .first()
      .innerText();
    expect(wmo).toContain('104.311,28');
    expect(wmo).toContain('89.919,82');
    expect(wmo).toContain('1.848.943,67');
    expect(await rawCodes(page)).toEqual([]);

    const json = await saved(page, 'Download als JSON');
    const report = JSON.parse(json.bytes.toString('utf8')) as {
      prognoses: { domains: { domain: string; total: string; overrun: string }[] }[];
    };
    for (const domain of report.prognoses[0]?.domains ?? []) {
      expect(Number(domain.total)).toBe(Number(expected.domains[domain.domain]?.['total']));
      expect(Number(domain.overrun)).toBe(Number(expected.domains[domain.domain]?.['overrun']));
    }
    expect(report.prognoses[0]?.domains).toHaveLength(2);

    const sheet = await saved(page, 'Download het rapport');
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
    await readAndFill(page);
    await button(page, 'Ongedaan maken').click();
    await button(page, /^Vul in/).waitFor();
    await fillIn(page);
    const { bytes } = await saved(page, 'Download de werkmap');
    expectCells(bytes, expectedOf('a').layouts['months-right']?.cells ?? {});
  });
});

describe.each(['b', 'c'] as const)('case %s, chosen from disk', (name) => {
  it('fills every cell as expected', async () => {
    const { page, outside } = await open();
    await button(page, 'Begin leeg').click();
    expect(await page.getByText('Demo', { exact: true }).count()).toBe(0);
    await chooseAll(page, name);
    await readAndFill(page);
    const { bytes } = await saved(page, 'Download de werkmap');
    expectCells(bytes, expectedOf(name).layouts[CASES[name].layout]?.cells ?? {});
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
    const broken = inFolder('kapot.xlsx');
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
    const extra = inFolder('extra.csv');
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

  it.each(waysToLook(1280))(
    'is accessible and fits: %s, %i px, forced colours %s',
    async (colorScheme, width, forcedColors) => {
      const { page } = await open({ viewport: { width, height: 900 }, colorScheme, forcedColors });
      const name = `${width}-${forcedColors === 'active' ? 'contrast' : colorScheme}`;
      await look(page, `1-data-${name}`);
      await page.locator('.rulebook > summary').click();
      await page.locator('.rulebook dt', { hasText: 'ZUT-09' }).first().waitFor();
      await look(page, `1-rulebook-${name}`);
      await page.locator('.rulebook > summary').click();
      await readIn(page);
      await look(page, `1-read-${name}`);
      await button(page, 'Verder naar Eigen format').click();
      await unfold(page.locator('.pane summary'));
      await look(page, `2-format-${name}`);
      await button(page, 'Klopt, verder naar Invullen').click();
      await button(page, /^Vul in/).waitFor();
      await look(page, `3-fill-${name}`);
      await fillIn(page);
      await look(page, `3-filled-${name}`);
      await check(page);
      await button(page, 'Download het rapport').waitFor();
      await page.locator('.pane summary').first().click();
      await look(page, `4-check-${name}`);
      if (width === 320) {
        await button(page, 'Werkmap').click();
        await look(page, `5-workbook-${name}`);
      }
    },
  );

  it('can be done with the keyboard alone', async () => {
    const { page } = await open();
    await tabTo(page, /eigen-months-right\.xlsx, Wmo/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.cell-line strong').innerText()).toBe('Wmo!B2');
    expect(await page.locator('[role=grid]').getAttribute('aria-activedescendant')).toBe('cell-B2');
    await tabTo(page, /^Lees in$/);
    await page.keyboard.press('Enter');
    await button(page, 'Verder naar Eigen format').waitFor();
    await tabTo(page, /^Verder naar Eigen format$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Klopt, verder naar Invullen$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Vul in/);
    await page.keyboard.press('Enter');
    await button(page, 'Ongedaan maken').waitFor();
    await tabTo(page, /^Toets$/);
    await page.keyboard.press('Enter');
    await button(page, 'Download het rapport').waitFor();
    await tabTo(page, /^Download het rapport$/);
  });
});
