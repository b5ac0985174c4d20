import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './rules-page';

/** The formatter widens table cells and turns marks of emphasis; what is said stays the same. */
const words = (text: string): string =>
  text.replace(/-{3,}/g, '---').replace(/\s+/g, ' ').replaceAll('\\_', '_');

test('docs/regels.md is what the register, the rulebooks and the golden cases say (node scripts/rules-page.mjs)', () => {
  const page = readFileSync(join(__dirname, '../../docs/regels.md'), 'utf8');
  expect(words(page)).toBe(words(rulesPage()));
});
