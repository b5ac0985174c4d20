import type { Page } from 'playwright-core';
import { button, choose, sample } from './watched-page';

/** The prognosis of each sample, and the name of its layout in what is expected. */
export const CASES = {
  a: { own: 'eigen-months-right.xlsx', layout: 'months-right' },
  b: { own: 'eigen-months-down.xlsx', layout: 'months-down' },
  c: { own: 'eigen-pairs.xlsx', layout: 'pairs' },
} as const;
export type CaseName = keyof typeof CASES;

/** The files of a sample but its prognosis; another production file may take the place of its own. */
export async function chooseData(
  page: Page,
  name: CaseName,
  production: string = sample(name, 'productie.csv'),
): Promise<void> {
  await choose(page, 'production', production);
  await choose(page, 'forecast', sample(name, 'prognose.csv'));
  await choose(page, 'ceilings', sample(name, 'plafonds.csv'));
  await choose(page, 'tariffs', sample(name, 'tarieven.csv'));
}

export async function typePeriod(page: Page): Promise<void> {
  await page.getByLabel('Jaar', { exact: true }).fill('2023');
  await page.getByLabel('Peildatum', { exact: true }).fill('30-6-2023');
}

/** All that a sample is chosen with: its files and its period. */
export async function chooseAll(page: Page, name: CaseName, production?: string): Promise<void> {
  await choose(page, 'prognosis', sample(name, CASES[name].own));
  await chooseData(page, name, production);
  await typePeriod(page);
}

/** A sample from disk, in an emptied pane. */
export async function chooseCase(page: Page, name: CaseName, production?: string): Promise<void> {
  await button(page, 'Begin leeg').click();
  await chooseAll(page, name, production);
}

export async function readIn(page: Page): Promise<void> {
  await button(page, 'Lees in').click();
  await button(page, 'Verder naar Eigen format').waitFor();
}

export async function toFill(page: Page): Promise<void> {
  await button(page, 'Verder naar Eigen format').click();
  await button(page, 'Klopt, verder naar Invullen').click();
  await button(page, /^Vul in/).waitFor();
}

export async function fillIn(page: Page): Promise<void> {
  await button(page, /^Vul in/).click();
  await button(page, 'Ongedaan maken').waitFor();
}

/** From chosen files to a filled workbook. */
export async function readAndFill(page: Page): Promise<void> {
  await readIn(page);
  await toFill(page);
  await fillIn(page);
}

/** The button below the pane, not the step above it. */
export const check = (page: Page): Promise<void> =>
  page.locator('.pane .buttons').getByRole('button', { name: 'Toets', exact: true }).click();
