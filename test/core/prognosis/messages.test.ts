import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prognosisMessages } from '../../../src/messages/catalogues/prognosis';

it('every message code of the prognosis area has its sentence, and no sentence is left over', () => {
  const folder = join(__dirname, '../../../src/core/prognosis');
  const used = new Set(
    readdirSync(folder, { withFileTypes: true }).flatMap((file) =>
      file.isDirectory()
        ? []
        : [...readFileSync(join(folder, file.name), 'utf8').matchAll(/'(prognosis\.[a-z-]+)'/g)].map(
            (match) => match[1] ?? '',
          ),
    ),
  );
  expect([...used].sort()).toEqual(Object.keys(prognosisMessages).sort());
});
