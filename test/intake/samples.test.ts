import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMoney, CareTable, formatMoney, ZERO, type Money } from '../../src/core';
import { readCare, readCeilings, readTariffs, type InputFile } from '../../src/intake';
import { bytesFile } from './bytes-file';

const sample = (folder: string, name: string): InputFile =>
  bytesFile(name, readFileSync(join(__dirname, '../../samples', folder, name)));

const domainTotal = (table: CareTable, domain: string): Money => {
  let sum: Money = ZERO;
  for (const row of table.rows()) if (row.domain === domain) sum = addMoney(sum, row.amount);
  return sum;
};

describe.each(['a', 'b', 'c'])('sample case %s', (folder) => {
  const expected = JSON.parse(
    readFileSync(join(__dirname, '../../samples', folder, 'expected.json'), 'utf8'),
  ) as {
    provider: string;
    domains: Record<string, { production: string; forecast: string; excluded: string; base: string }>;
  };

  it('reads production to the cent, with its total row', async () => {
    const table = new CareTable();
    const receipt = await readCare(sample(folder, 'productie.csv'), 'production', table);
    expect(receipt).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      decimal: 'comma',
      providers: [expected.provider],
      issues: [],
      lines: { rejected: 0, skipped: 2 },
    });
    expect(receipt.amounts.stated).toBe(receipt.amounts.read);
    expect(receipt.amounts.file).toBe(receipt.amounts.read);
    expect(receipt.lines.total).toBe(receipt.lines.read + 2);
  });

  it('reads the forecast, and both together per domain give the expected figures', async () => {
    const production = new CareTable();
    const forecast = new CareTable();
    await readCare(sample(folder, 'productie.csv'), 'production', production);
    const receipt = await readCare(sample(folder, 'prognose.csv'), 'forecast', forecast);
    expect(receipt).toMatchObject({ encoding: 'utf-8', issues: [], lines: { rejected: 0, skipped: 1 } });
    for (const [domain, figures] of Object.entries(expected.domains)) {
      const total = addMoney(domainTotal(production, domain), domainTotal(forecast, domain));
      const stated = [figures.production, figures.forecast, figures.excluded]
        .map((text) => BigInt(Math.round(Number(text) * 100)))
        .reduce((a, b) => a + b, 0n);
      expect(total).toBe(stated);
    }
  });

  it('reads ceilings and tariffs', async () => {
    const { entries } = await readCeilings(sample(folder, 'plafonds.csv'));
    expect(entries).toHaveLength(3);
    for (const [domain, figures] of Object.entries(expected.domains)) {
      const base = entries.find((entry) => entry.kind === 'base' && entry.domain === domain);
      expect(base && formatMoney(base.amount)).toBe(figures.base);
    }
    expect(entries[2]).toMatchObject({ kind: 'case-budget', from: '2023-02-15', year: 2023 });
    const tariffs = await readTariffs(sample(folder, 'tarieven.csv'));
    expect(tariffs.receipt.issues).toEqual([]);
    expect(tariffs.entries[0]).toMatchObject({ from: '2023-01-01', until: '2023-12-31' });
    expect(tariffs.entries[0]?.tariff?.toFixed(2)).toMatch(/^\d+\.\d\d$/);
  });
});
