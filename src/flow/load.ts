import {
  CareTable,
  CoreError,
  findRulebook,
  isIsoDate,
  listRulebooks,
  missingCeilingParameters,
  parseRulebook,
  yearOf,
  type Allocation,
  type CeilingEntry,
  type DeclarationTriangle,
  type IsoDate,
  type Issue,
  type Message,
  type Place,
  type Rulebook,
  type TariffEntry,
} from '../core';
import {
  foreignFormat,
  readAllocations,
  readCare,
  readCeilings,
  triangleOf,
  readTariffs,
  sampleOf,
  type InputFile,
  type IntakeOptions,
  type IntakeReceipt,
  type OpenGrid,
} from '../intake';
import { InputError, inputIssue, inputIssues } from './input-error';
import { ProductionFiles } from './production-files';
import type { Progress, RunInput } from './types';
import type { WlzData } from './wlz-data';

/** Everything that was read, before a provider or a workbook is chosen. */
export interface Loaded {
  readonly rulebook: Rulebook;
  readonly year: number;
  readonly asOf: IsoDate;
  readonly production: CareTable;
  readonly forecast: CareTable;
  /** Lines of the forecast that are still to be declared for months that are over. */
  readonly late: CareTable;
  readonly incomplete: NonNullable<RunInput['incomplete']>;
  /** Null when no file was given. */
  readonly ceilings: readonly CeilingEntry[] | null;
  readonly tariffs: readonly TariffEntry[] | null;
  readonly allocations: readonly Allocation[] | null;
  readonly receipts: readonly IntakeReceipt[];
  /** What a Wlz rulebook asks beside them; null or absent when it wasn’t given. */
  readonly wlz?: WlzData | null;
  /** Declared amounts by month of production and month of declaration; empty without messages. */
  readonly declared: DeclarationTriangle;
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
  const allocationFiles = await tellApart(input.allocations ?? []);
  const files = await openProduction(
    { ...input, production: [...input.production, ...allocationFiles.messages] },
    openGrid,
    progress,
  );
  const production = new CareTable();
  const forecast = new CareTable();
  const late = new CareTable();

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
        ...files.clientOptions,
      });
    } catch (error) {
      issues.push(...inputIssues(error, file.name));
      return null;
    }
  };

  const take = (receipt: IntakeReceipt | null): void => {
    if (!receipt) return;
    receipts.push(receipt);
  };
  for (const part of files.tables) {
    take(await attempt('production', part.file, (options) => files.read(part, production, options)));
  }
  for (const file of input.forecast) {
    const receipt = await attempt('forecast', file, (options) =>
      readCare(file, 'forecast', forecast, { ...options, late }),
    );
    take(receipt && withNotes(receipt, input.forecastNotes ?? []));
  }
  let ceilings: readonly CeilingEntry[] | null = null;
  if (input.ceilings) {
    const file = input.ceilings;
    const result = await attempt('ceilings', file, (options) => readCeilings(file, options));
    if (result) {
      receipts.push(result.receipt);
      ceilings = files.hideClients(result.entries);
    }
  }
  let tariffs: readonly TariffEntry[] | null = null;
  if (input.tariffs) {
    const file = input.tariffs;
    const result = await attempt('tariffs', file, (options) =>
      readTariffs(file, {
        ...options,
        ...(input.tariffMapping ? { tariffMapping: input.tariffMapping } : {}),
      }),
    );
    if (result) {
      receipts.push(result.receipt);
      tariffs = result.entries;
    }
  }
  const names = receipts.flatMap((receipt) => receipt.providers);
  files.know(ceilings, names, input.providerNames ?? new Map<string, string>(), input.provider);
  for (const part of files.messages) {
    const stage = allocationFiles.messages.includes(part.file) ? 'allocations' : 'production';
    take(await attempt(stage, part.file, (options) => files.read(part, production, options)));
  }
  // Allocations also come along in messages among the production files.
  let allocations: readonly Allocation[] | null = files.allocations.length > 0 ? files.allocations : null;
  for (const file of allocationFiles.tables) {
    const result = await attempt('allocations', file, (options) => readAllocations(file, options));
    if (!result) continue;
    receipts.push(result.receipt);
    allocations = [...(allocations ?? []), ...files.hideClients(result.entries)];
  }
  if ((input.allocations ?? []).length > 0) allocations ??= [];
  for (const receipt of receipts) {
    // Messages come per month and correct earlier years; other files are of the year they are given for.
    if (receipt.message || (receipt.kind !== 'production' && receipt.kind !== 'forecast')) continue;
    if (receipt.lines.read === 0 || receipt.years.has(input.year)) continue;
    if (isHistory(receipt, receipts, files.messages.length > 0, input.year)) continue;
    issues.push(
      inputIssue(
        'flow.wrong-year-in-file',
        { found: [...receipt.years.keys()].sort(), expected: input.year },
        { file: receipt.file },
      ),
    );
  }
  if (issues.length > 0) throw new InputError(issues);
  const ordered = inOrderOfKind(files.finish(receipts));
  return {
    ...{ rulebook, year: input.year, asOf: input.asOf, production, forecast, late },
    ...{ ceilings, tariffs, allocations, incomplete: input.incomplete ?? 'declared' },
    receipts: ordered,
    declared: triangleOf(ordered),
  };
}

/** A receipt that also says how its file came about. */
const withNotes = (receipt: IntakeReceipt, notes: readonly Message[]): IntakeReceipt => ({
  ...receipt,
  issues: [...notes.map((note): Issue => ({ ...note, level: 'notice', place: {} })), ...receipt.issues],
});

/** Allocation files that are messages (or zip files of them) are read with the messages; lists apart. */
async function tellApart(
  files: readonly InputFile[],
): Promise<{ readonly messages: readonly InputFile[]; readonly tables: readonly InputFile[] }> {
  const messages: InputFile[] = [];
  const tables: InputFile[] = [];
  for (const file of files) {
    const format = foreignFormat((await sampleOf(file)).bytes);
    const isMessage = format === 'xml' || (format === 'zip' && /\.zip$/i.test(file.name));
    (isMessage ? messages : tables).push(file);
  }
  return { messages, tables };
}

/** Looks at the production files; what can't be used shows when its turn comes. */
async function openProduction(
  input: RunInput,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<ProductionFiles> {
  try {
    return await ProductionFiles.open(input, openGrid, progress);
  } catch (error) {
    throw new InputError(inputIssues(error, input.production[0]?.name ?? ''));
  }
}

const KINDS: readonly IntakeReceipt['kind'][] = ['production', 'forecast'];

/** Receipts as people read them: production, forecast, then the rest as it was read. */
function inOrderOfKind(receipts: readonly IntakeReceipt[]): IntakeReceipt[] {
  const rank = ({ kind }: IntakeReceipt): number => {
    const at = KINDS.indexOf(kind);
    return at < 0 ? KINDS.length : at;
  };
  return receipts
    .map((receipt, index) => ({ receipt, index }))
    .sort((a, b) => rank(a.receipt) - rank(b.receipt) || a.index - b.index)
    .map(({ receipt }) => receipt);
}

/**
 * Production of earlier years beside that of the year itself (or beside messages, which come per month): what
 * a chance of an overrun rests on.
 */
const isHistory = (
  receipt: IntakeReceipt,
  all: readonly IntakeReceipt[],
  messages: boolean,
  year: number,
): boolean =>
  receipt.kind === 'production' &&
  [...receipt.years.keys()].every((found) => found < year) &&
  (messages || all.some((other) => other.kind === 'production' && other.years.has(year)));

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
