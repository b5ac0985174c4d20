/** `node scripts/rules-page.mjs`: writes docs/regels.md from the register of rules, the rulebooks and the golden cases. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const { transformSync } = require('@swc/core');
const prettier = require('prettier');

require.extensions['.ts'] = (module, file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  module._compile(code, file);
};

const { rulesPage } = require(path.join(root, 'test', 'golden', 'rules-page.ts'));
const page = path.join(root, 'docs', 'regels.md');
writeFileSync(
  page,
  await prettier.format(rulesPage(), { ...(await prettier.resolveConfig(page)), filepath: page }),
);
console.log('docs/regels.md');
