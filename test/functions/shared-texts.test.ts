import { listRulebooks } from '../../src/core';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const { tableCode, nameOf } = require('../../webpack/shared-texts.js') as {
  tableCode: () => string;
  nameOf: (file: string) => string;
};

test('the rulebooks in the functions file are equal to their JSON', () => {
  const names = listRulebooks().map(({ id }) => nameOf(`${id}.json`));
  const code = tableCode().replaceAll('export const ', 'const ');
  // Our own build code, run as the built file would run it.
  const made = new Function(`${code};return [${names.join(',')}];`) as () => unknown[];
  expect(made()).toEqual(listRulebooks());
});
