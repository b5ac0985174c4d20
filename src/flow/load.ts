import {
  CareTable,
  CoreError,
  findRulebook,
  isIsoDate,
  listRulebooks,
  missingCeilingParameters,
  parseRulebook,
  yearOf,
  type CeilingEntry,
  type IsoDate,
  type Issue,
  type Place,
  type Rulebook,
  type TariffEntry,
} from '../core';
import {
  readCare,
  readCeilings,
  readTariffs,
  type InputFile,
  type IntakeOptions,
  type IntakeReceipt,
  type OpenGrid,
} from '../intake';
import { InputError, inputIssue, inputIssues } from './input-error';
import type { Progress, RunInput } from './types';
import type { WlzData } from './wlz-data';

/** Everything that was read, before a provider or a workbook is chosen. */
export interface Loaded {
  readonly rulebook: Rulebook;
  readonly year: number;
  readonly asOf: IsoDate;
  readonly production: CareTable;
  readonly forecast: CareTable;
  /** Null when no file was given. */
  readonly ceilings: readonly CeilingEntry[] | null;
  readonly tariffs: readonly TariffEntry[] | null;
  readonly receipts: readonly IntakeReceipt[];
  /** What a Wlz rulebook asks beside them; null or absent when it wasn’t given. */
  readonly wlz?: WlzData | null;
}

/** The rulebook of a run. Issues: unknown id, invalid file, another year. */
export function loadRulebook(choice: RunInput['rulebook'], year: number): Rulebook {
  let rulebook: Rulebook;
  if ('id' in choice) {
    try {
      rulebook = findRulebook(choice.id);
    } catch (error) {
      if (!(error instanceof CoreError) || error.code !== 'rulebook-unknown') throw error;
      const known = listRulebooks().map((book) => book.id);
      throw new InputError([inputIssue('rulebook.unknown-id', { found: choice.id, known })]);
    }
  } else {
    const parsed = parseRulebook(choice.json, choice.file);
    if ('issues' in parsed) throw new InputError(parsed.issues);
    rulebook = parsed.rulebook;
  }
  const { from, until } = rulebook.validity;
  if (!isIsoDate(from) || !isIsoDate(until) || year < yearOf(from) || year > yearOf(until)) {
    throw new InputError([
      inputIssue(
        'rulebook.wrong-year',
        { rulebook: rulebook.id, from, until, year },
        'file' in choice ? { file: choice.file } : {},
      ),
    ]);
  }
  return rulebook;
}

/**
 * Reads all files of a run, each in one streaming pass. Issues of all files are collected before giving up,
 * so that the user sees them at once.
 */
export async function loadInputs(input: RunInput, openGrid: OpenGrid, progress: Progress): Promise<Loaded> {
  const rulebook = loadRulebook(input.rulebook, input.year);
  const missing = missingCeilingParameters(rulebook);
  if (missing.length > 0) {
    const fitting = listRulebooks()
      .filter((book) => missingCeilingParameters(book).length === 0)
      .map((book) => book.id);
    throw new InputError([
      inputIssue(
        'rulebook.no-ceilings',
        { rulebook: rulebook.id, missing, fitting },
        'file' in input.rulebook ? { file: input.rulebook.file } : {},
      ),
    ]);
  }
  if (!isIsoDate(input.asOf)) {
    throw new InputError([inputIssue('flow.as-of-not-a-date', { found: input.asOf })]);
  }
  const issues: Issue[] = [];
  const receipts: IntakeReceipt[] = [];
  const production = new CareTable();
  const forecast = new CareTable();

  const attempt = async <T>(
    stage: string,
    file: InputFile,
    read: (options: IntakeOptions) => Promise<T>,
  ): Promise<T | null> => {
    progress.report(stage, file.name, 0);
    try {
      return await read({
        openGrid,
        onProgress: (done, total) => progress.report(stage, file.name, total ? done / total : null),
        ...(progress.signal ? { signal: progress.signal } : {}),
        ...(input.decimal ? { decimal: input.decimal } : {}),
      });
    } catch (error) {
      issues.push(...inputIssues(error, file.name));
      return null;
    }
  };

  const care = [
    ...input.production.map((file) => ({ file, kind: 'production' as const, into: production })),
    ...input.forecast.map((file) => ({ file, kind: 'forecast' as const, into: forecast })),
  ];
  for (const { file, kind, into } of care) {
    const receipt = await attempt(kind, file, (options) => readCare(file, kind, into, options));
    if (!receipt) continue;
    receipts.push(receipt);
    if (receipt.lines.read > 0 && !receipt.years.has(input.year)) {
      issues.push(
        inputIssue(
          'flow.wrong-year-in-file',
          { found: [...receipt.years.keys()].sort(), expected: input.year },
          { file: file.name },
        ),
      );
    }
  }
  let ceilings: readonly CeilingEntry[] | null = null;
  if (input.ceilings) {
    const file = input.ceilings;
    const result = await attempt('ceilings', file, (options) => readCeilings(file, options));
    if (result) {
      receipts.push(result.receipt);
      ceilings = result.entries;
    }
  }
  let tariffs: readonly TariffEntry[] | null = null;
  if (input.tariffs) {
    const file = input.tariffs;
    const result = await attempt('tariffs', file, (options) => readTariffs(file, options));
    if (result) {
      receipts.push(result.receipt);
      tariffs = result.entries;
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return { rulebook, year: input.year, asOf: input.asOf, production, forecast, ceilings, tariffs, receipts };
}

/** Where a provider or product first stands in the production and forecast files. */
export function firstPlace(
  loaded: Pick<Loaded, 'receipts'>,
  what: 'firstProviders' | 'firstProducts',
  name: string,
): Place | null {
  for (const receipt of loaded.receipts) {
    const place = receipt[what]?.get(name);
    if (place) return place;
  }
  return null;
}
