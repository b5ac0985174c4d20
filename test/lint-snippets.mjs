/**
 * Lints snippets as if they stood in the files named: JSON in on standard input ([{file, code}]), JSON out
 * (a list of rule ids for each). In a process of its own, because the lint configuration is an ES module.
 */
import { ESLint } from 'eslint';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const eslint = new ESLint({
  cwd: root,
  // Only the border rules matter here; the typed rules want files that exist.
  ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-'),
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

const found = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  const messages = result?.messages ?? [];
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${file}: ${fatal.message}`);
  found.push(messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId ?? ''));
}
process.stdout.write(JSON.stringify(found));
