import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runCheck, type PrognosisFile } from '../src/flow';
import type { InputFile } from '../src/intake';
import { checkFormulas, openXlsx } from '../src/workbook';

/** What is done with the submissions besides reading and checking them against what was declared. */
type Mode = 'declared' | 'ceilings' | 'formulas';

/**
 * What a procurer waits for: the submissions in a folder, each opened when it is its turn, checked against the
 * production beside them (`declared`), and against the ceilings with the chance of an overrun too (`ceilings`).
 * `formulas` only reads them and recomputes their own formulas, a part of every check.
 */
async function main(folder: string, mode: Mode): Promise<void> {
  if (mode === 'formulas') return formulas(folder);
  const begin = process.hrtime.bigint();
  const inputFile = (name: string): InputFile => ({
    name,
    size: statSync(join(folder, name)).size,
    open: () => createReadStream(join(folder, name), { highWaterMark: 1 << 18 }),
  });
  let cells = 0;
  const submission = (file: string): PrognosisFile => {
    const open = () => openXlsx(new Uint8Array(readFileSync(join(folder, file))), file);
    return {
      file,
      port: {
        read: async () => {
          const grid = await (await open()).read();
          cells += grid.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
          return grid;
        },
        write: async (writes, options) => (await open()).write(writes, options),
        undo: () => Promise.resolve(false),
      },
    };
  };
  const outcome = await runCheck(
    {
      production: [inputFile('productie.csv')],
      forecast: [],
      ceilings: mode === 'ceilings' ? inputFile('plafonds.csv') : null,
      tariffs: null,
      rulebook: { id: 'zutphen-2023' },
      year: 2023,
      asOf: '2023-06-30',
      provider: null,
      decimal: null,
      prognoses: readdirSync(folder)
        .filter((name) => /^prognose-\d+\.xlsx$/.test(name))
        .map(submission),
    },
    async (bytes, file) => (await openXlsx(bytes, file)).read(),
    { report: () => undefined, signal: null },
  );
  const differing = outcome.prognoses.filter(({ findings }) =>
    findings.some(({ rule }) => rule === 'CHK-02'),
  );
  const usage = process.resourceUsage();
  process.stdout.write(
    `${JSON.stringify({
      seconds: Number(process.hrtime.bigint() - begin) / 1e9,
      cells,
      checked: outcome.prognoses.length,
      unusable: outcome.unusable.length,
      differing: differing.length,
      cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
      peakMegabytes: usage.maxRSS / 1024,
    })}\n`,
  );
}

async function formulas(folder: string): Promise<void> {
  let [spent, count] = [0, 0];
  for (const name of readdirSync(folder).filter((file) => /^prognose-\d+\.xlsx$/.test(file))) {
    const grid = await (await openXlsx(new Uint8Array(readFileSync(join(folder, name))), name)).read();
    const before = process.cpuUsage();
    count += checkFormulas(grid).formulas;
    spent += process.cpuUsage(before).user / 1e6;
  }
  process.stdout.write(`${JSON.stringify({ formulas: count, formulasCpu: spent })}\n`);
}

void main(process.argv[2] ?? '', (process.argv[3] ?? 'ceilings') as Mode);
