import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { formatMoney, type Money } from '../../src/core';
import type { OpenGrid, InputFile } from '../../src/intake';
import type { Progress, RunInput } from '../../src/flow';
import { openXlsx, type FilePort } from '../../src/workbook';

const ROOT = join(__dirname, '..', '..', 'samples');

/** What samples/<case>/expected.json says. */
export interface Expected {
  readonly provider: string;
  readonly domains: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly layouts: Readonly<
    Record<string, { readonly cells: Readonly<Record<string, string>>; readonly scale: number }>
  >;
}

export const CASES = [
  { name: 'a', layout: 'months-right' },
  { name: 'b', layout: 'months-down' },
  { name: 'c', layout: 'pairs' },
] as const;

export const samplePath = (name: string, file: string): string => join(ROOT, name, file);
export const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(samplePath(name, 'expected.json'), 'utf8')) as Expected;

export function inputFile(path: string): InputFile {
  return { name: basename(path), size: statSync(path).size, open: () => createReadStream(path) };
}

/** A file that is only in memory. */
export function textFile(name: string, text: string | Uint8Array): InputFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return {
    name,
    size: bytes.length,

    async *open() {
      yield bytes;
    },
  };
}

export const openGrid: OpenGrid = async (bytes, file) => (await openXlsx(bytes, file)).read();
export const silent: Progress = { report: () => undefined, signal: null };

export const openSample = (name: string, file: string): Promise<FilePort> =>
  openXlsx(new Uint8Array(readFileSync(samplePath(name, file))), file);

export function runInput(name: string, rest: Partial<RunInput> = {}): RunInput {
  return {
    production: [inputFile(samplePath(name, 'productie.csv'))],
    forecast: [inputFile(samplePath(name, 'prognose.csv'))],
    ceilings: inputFile(samplePath(name, 'plafonds.csv')),
    tariffs: inputFile(samplePath(name, 'tarieven.csv')),
    rulebook: { id: 'zutphen-2023' },
    year: 2023,
    asOf: '2023-06-30',
    provider: null,
    decimal: null,
    ...rest,
  };
}

export const text = (amount: Money | null | undefined): string | null =>
  amount === null || amount === undefined ? null : formatMoney(amount);
