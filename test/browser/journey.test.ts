import { join } from 'node:path';
import { read } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { CASES, chooseCase, type CaseName } from './steps';
import {
  ARTEFACTS,
  axe,
  button,
  choose,
  expectCells,
  expectedOf,
  look as lookAt,
  pick,
  prepareWorkbench,
  rawCodes,
  sample,
  saved,
  tabTo,
} from './watched-page';

jest.setTimeout(300_000);

const { open } = prepareWorkbench();

const stepTo = async (page: Page, name: RegExp): Promise<void> => {
  await page.locator('.steps').getByRole('button', { name }).click();
};

interface Report {
  readonly prognoses: readonly {
    readonly domains: readonly {
      readonly domain: string;
      readonly total: string;
      readonly overrun: string;
    }[];
  }[];
}

function expectReport(bytes: Buffer, name: CaseName): void {
  const report = JSON.parse(bytes.toString('utf8')) as Report;
  const expected = expectedOf(name).domains;
  const domains = report.prognoses[0]?.domains ?? [];
  expect(domains.map(({ domain }) => domain).sort()).toEqual(Object.keys(expected).sort());
  for (const { domain, total, overrun } of domains) {
    expect(Number(total)).toBe(Number(expected[domain]?.['total']));
    expect(Number(overrun)).toBe(Number(expected[domain]?.['overrun']));
  }
}

describe.each([
  ['a', 1280, 'light', 'none'],
  ['b', 320, 'dark', 'none'],
  ['c', 1280, 'dark', 'none'],
  ['a', 320, 'light', 'none'],
  ['c', 1280, 'light', 'active'],
] as const)(
  'the whole journey: case %s, %i px, %s, forced colours %s',
  (name, width, colorScheme, forcedColors) => {
    it('ends with every cell and every figure right, each step readable for everyone', async () => {
      const { page, outside, errors } = await open({
        viewport: { width, height: 900 },
        colorScheme,
        forcedColors,
      });
      const look = async (step: string): Promise<void> => {
        const colours = forcedColors === 'active' ? 'contrast' : colorScheme;
        await lookAt(page, `journey-${name}-${width}-${colours}-${step}`);
        expect({ step, codes: await rawCodes(page) }).toEqual({ step, codes: [] });
      };
      await chooseCase(page, name);
      await look('1-data');
      await button(page, 'Lees in').click();
      await page.getByText('Wat er is gelezen').waitFor();
      await look('2-read');

      await stepTo(page, /Eigen format/);
      await button(page, 'Pas toe').waitFor();
      await look('3-format');
      await page
        .getByRole('button', { name: /^Selecteer .+![A-Z]+\d+:/ })
        .first()
        .click();
      await look('4-pointed');
      if (width === 320) await button(page, 'Stappen').click();

      await stepTo(page, /Invullen/);
      await button(page, /^Vul in/).waitFor();
      await look('5-preview');
      await button(page, /^Vul in/).click();
      await button(page, 'Ongedaan maken').waitFor();
      await look('6-filled');
      const workbook = await saved(page, 'Download de werkmap');
      expectCells(workbook.bytes, expectedOf(name).layouts[CASES[name].layout]?.cells ?? {});

      await stepTo(page, /Toets/);
      await button(page, 'Download het rapport').waitFor();
      await look('7-check');
      const summary = page.locator('.pane summary').first();
      await summary.click();
      await look('8-steps');
      expectReport((await saved(page, 'Download als JSON')).bytes, name);
      const sheet = await saved(page, 'Download het rapport');
      expect(read(sheet.bytes).SheetNames.length).toBeGreaterThan(1);
      const jump = page.locator('.finding .link').first();
      if ((await jump.count()) > 0) {
        const place = /(\S+)!([A-Z]+\d+)/.exec(await jump.innerText());
        await jump.click();
        expect(await page.locator('.workbook .cell-line strong').innerText()).toBe(
          `${place?.[1]}!${place?.[2]}`,
        );
        await look('9-cell');
      }
      expect(outside).toEqual([]);
      expect(errors).toEqual([]);

      // Next month: the filled workbook knows what it is.
      if (width === 320) await button(page, 'Stappen').click();
      await stepTo(page, /Gegevens/);
      await choose(page, 'prognosis', { name: 'volgende-maand.xlsx', mimeType: '', buffer: workbook.bytes });
      await page.getByText('Het format van de vorige keer').waitFor();
      await button(page, 'Lees in').click();
      await page
        .getByText(/Er is niets te wijzigen/)
        .first()
        .waitFor();
    });
  },
);

describe('the whole journey with the keyboard alone', () => {
  it('fills case b', async () => {
    const { page, errors } = await open();
    const press = (key: string): Promise<void> => page.keyboard.press(key);
    await tabTo(page, /^Begin leeg$/);
    await press('Enter');
    const files: readonly (readonly [RegExp, string])[] = [
      [/^Kies ….*: Eigen prognosewerkmap/, CASES.b.own],
      [/^Kies ….*: Productie/, 'productie.csv'],
      [/^Kies ….*: Prognose/, 'prognose.csv'],
      [/^Kies ….*: Plafonds/, 'plafonds.csv'],
      [/^Kies ….*: Tarieven/, 'tarieven.csv'],
    ];
    await tabTo(page, /^Jaar$/);
    await page.keyboard.type('2023');
    await tabTo(page, /^Peildatum$/);
    await page.keyboard.type('30-06-2023');
    // Listening all along, so that no chooser comes too early.
    page.on('filechooser', () => undefined);
    for (const [name, file] of files) {
      await tabTo(page, name);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Enter')]);
      await chooser.setFiles(sample('b', file));
      await page.locator('.file-row', { hasText: file }).first().waitFor();
    }
    await tabTo(page, /^Lees in$/);
    await press('Enter');
    await page.getByText('Wat er is gelezen').waitFor();
    await tabTo(page, /^\d\. Eigen format$/);
    await press('Enter');
    await button(page, 'Pas toe').waitFor();

    // Pointing: the grid takes the arrows, with Shift the selection grows.
    await tabTo(page, /^eigen-months-down\.xlsx, /);
    await press('Control+Home');
    await press('ArrowDown');
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await press(`Shift+${key}`);
    expect(await page.locator('.selected-range').innerText()).toContain('A2:B4: 6 cellen');
    await tabTo(page, /^Klopt, verder naar Invullen$/);
    await press('Enter');
    await tabTo(page, /^Vul in/);
    await press('Enter');
    await button(page, 'Ongedaan maken').waitFor();
    await tabTo(page, /^Download de werkmap$/);
    const { bytes } = await saved(page, () => press('Enter'));
    expectCells(bytes, expectedOf('b').layouts[CASES.b.layout]?.cells ?? {});
    await tabTo(page, /^Toets$/);
    await press('Enter');
    await button(page, 'Download het rapport').waitFor();
    await tabTo(page, /^Download als JSON$/);
    expectReport((await saved(page, () => press('Enter'))).bytes, 'b');
    expect(errors).toEqual([]);
  });
});

describe('correcting by pointing', () => {
  const toFormat = async (page: Page): Promise<void> => {
    await button(page, 'Lees in').click();
    await page.getByText('Wat er is gelezen').waitFor();
    await stepTo(page, /Eigen format/);
    await button(page, 'Pas toe').waitFor();
  };
  const drag = async (page: Page, from: string, to: string): Promise<void> => {
    await page.locator(`[id="cell-${from}"]`).hover();
    await page.mouse.down();
    await page.locator(`[id="cell-${to}"]`).hover();
    await page.mouse.up();
  };

  it('changes the plan at once, is marked, kept in the profile, and taken back', async () => {
    const { page, errors, outside } = await open();
    await toFormat(page);
    await drag(page, 'D7', 'F8');
    await page.getByText('Nu: 6 cellen').waitFor();
    expect(await page.getByLabel('Bereik').inputValue()).toBe('Wmo!D7:F8');
    await pick(page, 'Dit is', 'Hoort niet bij de prognose');
    await button(page, 'Pas toe').click();
    await page.getByText('Uw correcties').waitFor();
    await page.getByText('102 wijzigingen staan klaar').waitFor();
    expect(await page.locator('[id="cell-D7"]').getAttribute('class')).toContain('ignored');
    await page.screenshot({ path: join(ARTEFACTS, 'journey-corrected.png') });
    expect(await axe(page)).toEqual([]);

    // Two more: a row by its label, and a heading.
    await page.locator('[id="cell-A9"]').click();
    await page.getByText('Nu: 12 cellen').waitFor();
    await pick(page, 'Dit is', 'Wel lezen, niet invullen');
    await button(page, 'Pas toe').click();
    await page.getByText('90 wijzigingen staan klaar').waitFor();

    const profile = await saved(page, 'Bewaar als profiel');
    const json = JSON.parse(profile.bytes.toString('utf8')) as { corrections: unknown[] };
    expect(json.corrections).toHaveLength(2);

    await button(page, 'Neem terug: correctie 1').click();
    await page.getByText('96 wijzigingen staan klaar').waitFor();
    await button(page, 'Neem terug: correctie 1').click();
    await page.getByText('108 wijzigingen staan klaar').waitFor();

    // The profile that was saved brings both back.
    await stepTo(page, /Gegevens/);
    await choose(page, 'profile', profile.path);
    await toFormat(page);
    await page.getByText('90 wijzigingen staan klaar').waitFor();
    expect(await page.locator('.corrections > li').count()).toBe(2);
    await stepTo(page, /Invullen/);
    await button(page, /^Vul in/).waitFor();
    // What isn't filled stays in the reconciliation, to the cent.
    expect(await page.locator('.figures').first().innerText()).toMatch(/Onverklaard verschil\s+€\s0,00/);
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('takes a typed range, says when it is none, and finds months and products', async () => {
    const { page, errors } = await open();
    await toFormat(page);
    const range = page.getByLabel('Bereik');
    await range.fill('Nergens!A1');
    await page.getByText('Geen bereik van deze werkmap').waitFor();
    await range.fill('Jeugdwet!D7:O7');
    await range.press('Enter');
    await page.getByText('Nu: 12 cellen').waitFor();
    await pick(page, 'Dit is', 'Van maand …');
    await pick(page, 'Verloop', 'elke kolom de volgende');
    await page.screenshot({ path: join(ARTEFACTS, 'journey-period.png') });
    expect(await axe(page)).toEqual([]);
    await button(page, 'Pas toe').click();
    await page.getByText('januari 2023 – december 2023').first().waitFor();
    await page.getByText(/gaat over januari en de maanden erna, per kolom/).waitFor();
    expect(errors).toEqual([]);
  });

  it('shows only the changes that are asked for, and the totals follow', async () => {
    const { page } = await open();
    await toFormat(page);
    await stepTo(page, /Invullen/);
    await pick(page, 'Blad', 'Jeugdwet');
    await page.getByText('Deze 48 wijzigingen van de 108').waitFor();
    await button(page, 'Alleen deze').click();
    await button(page, 'Vul in (48 cellen)').waitFor();
    const figures = await page.locator('.figures').first().innerText();
    expect(figures).toContain('Bedrag van wat uit staat');
    await page.screenshot({ path: join(ARTEFACTS, 'journey-filtered.png') });
    expect(await axe(page)).toEqual([]);
  });

  it('takes over a list of names', async () => {
    const { page } = await open();
    await toFormat(page);
    await choose(page, 'aliases', {
      name: 'namen.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('omschrijving;product\r\n;02A03\r\n'),
    });
    await page.getByRole('alert').getByText('namen.csv').first().waitFor();
    const list = await saved(page, 'Bewaar de namenlijst');
    expect(list.bytes.toString('utf8')).toContain('omschrijving;product;voorstel;plaats');
    await choose(page, 'aliases', {
      name: 'namen.csv',
      mimeType: 'text/csv',
      buffer: list.bytes,
    });
    await page.getByText('108 wijzigingen staan klaar').waitFor();
  });
});
