import { readFileSync } from 'node:fs';
import {
  CareTable,
  detectLayout,
  planFill,
  readPrognosis,
  type Decimal,
  type Figure,
  type IsoDate,
  type TariffEntry,
} from '../src/core';
import { runFill } from '../src/flow';
import { readTariffs } from '../src/intake';
import { openGrid, inputFile, openSample, runInput, samplePath, silent } from './flow/sample-case';

/**
 * What the examples in doc comments may name: sample case a, read and worked out.
 * `workbook`, `context`, `layout`, `source` (figures to fill), `plan`, `outcome`, `reading` of the submitted
 * workbook, `figures` to link by, `bytes` of the empty one, and the files `production`, `ceilings`, `tariffs`.
 */
export async function demo(): Promise<Record<string, unknown>> {
  const empty = 'eigen-months-right.xlsx';
  const submitted = 'ingediend-months-right.xlsx';
  const port = await openSample('a', empty);
  const workbook = await port.read();
  const { entries } = await readTariffs(inputFile(samplePath('a', 'tarieven.csv')));
  const context = {
    year: 2023,
    asOf: '2023-06-30',
    products: entries.map(({ product, description, unit }: TariffEntry) => ({
      code: product,
      description,
      domain: null,
      unit,
    })),
    providers: ['Stichting Voorbeeld 11'],
    domains: ['Wmo', 'Jeugdwet'],
    aliases: new Map<string, string>(),
  };
  const layout = detectLayout(workbook, context);
  const outcome = await runFill(
    { ...runInput('a'), prognosis: { file: empty, port: await openSample('a', empty) }, profile: null },
    openGrid,
    silent,
  );
  const filled = await (await openSample('a', submitted)).read();
  // The same workbook read by somebody who doesn't know the products: only figures can link them.
  const strange = detectLayout(filled, { ...context, products: [] });
  const reading = readPrognosis(strange, filled);
  const figures: Figure[] = readPrognosis(detectLayout(filled, context), filled)
    .values.filter((value) => value.slot.measure === 'amount' && value.slot.period.from <= '2023-06')
    .map((value) => ({
      domain: value.slot.domain ?? '',
      product: `X-${value.slot.product ?? ''}`,
      month: value.slot.period.from,
      phase: 'actual' as const,
      amount: value.amount ?? (0n as Figure['amount']),
      quantity: null as Decimal | null,
      unit: null,
      clients: null,
    }));
  const source = { provider: 'Stichting Voorbeeld 11', year: 2023, asOf: '2023-06-30' as IsoDate, figures };
  return {
    workbook,
    context,
    layout,
    source,
    outcome,
    figures,
    reading,
    filled,
    plan: planFill(layout, workbook, source),
    table: new CareTable(),
    bytes: new Uint8Array(readFileSync(samplePath('a', empty))),
    production: inputFile(samplePath('a', 'productie.csv')),
    ceilings: inputFile(samplePath('a', 'plafonds.csv')),
    tariffs: inputFile(samplePath('a', 'tarieven.csv')),
  };
}
