import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './rules-page';

/** The formatter widens table cells and turns marks of emphasis; what is said stays the same. */
const words = (text: string): string =>
  text.replace(/-{3,}/g, '---').replace(/\s+/g, ' ').replaceAll('\\_', '_');

test('docs/regels.md is what the register, the rulebooks and the golden cases say (node scripts/rules-page.mjs)', () => {
  const page = words(readFileSync(join(__dirname, '../../docs/regels.md'), 'utf8'));
  const wanted = words(rulesPage());
  // Only the first difference is shown, not the whole page twice.
  const at = [...wanted].findIndex((letter, index) => page[index] !== letter);
  const from = Math.max(0, at - 60);
  expect(at < 0 ? '' : page.slice(from, at + 60)).toBe(at < 0 ? '' : wanted.slice(from, at + 60));
  expect(page.length).toBe(wanted.length);
});
