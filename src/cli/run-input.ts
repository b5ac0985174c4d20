import type { Aliases, Measure } from '../core';

import { parseTariffMapping, type InputFile } from '../intake';
import type { ProfileFile, RunInput } from '../flow';
import { readAliases } from './aliases';
import { unknownName, type Arguments } from './arguments';
import { clientChoice, providerNames } from './client-key';
import type { Engine } from './engine';
import { fileProblem, FileProblem, UsageError } from './failure';
import { displayNames, expandPattern, findFile, inputFile, readJson, type FoundFile } from './input-files';
import { UNSTATED } from './options';
import { readDay, readYear } from './values';

/** The inputs that fill and check share, found on disk and ready for the flow. */
export interface PreparedInput {
  readonly run: RunInput;
  readonly profile: ProfileFile | null;
  /** Confirmed wordings, from the user's own table. */
  readonly aliases: Aliases;
  /** Workbooks, in the order given. */
  readonly workbooks: readonly { readonly found: FoundFile; readonly name: string }[];
  /** Lists of the region, for a desk of submissions. */
  readonly lists: readonly InputFile[];
  /** Everything read, so that no output lands on it. */
  readonly files: readonly FoundFile[];
  /** SHA-256 by display name, filled in while files are read. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Titles of the rulebook's source documents. */
  readonly documents: Readonly<Record<string, string>>;
}

/** Every file that was typed, patterns expanded. */
export async function findAll(typed: readonly string[], cwd: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const pattern of typed) {
    for (const file of await expandPattern(pattern, cwd)) found.push(await findFile(file, cwd));
  }
  return found;
}

/** The same file twice in one list would count its amounts twice. */
export function refuseTwice(files: readonly FoundFile[], option: string): void {
  const seen = new Set<string>();
  for (const file of files) {
    if (seen.has(file.realPath)) throw fileProblem('cli.input-twice', file.typed, { option });
    seen.add(file.realPath);
  }
}

/** A shipped rulebook by id, or a file of the user's own, validated. */
export async function findRulebookFile(
  typed: string,
  cwd: string,
  engine: Engine,
): Promise<{
  rulebook: RunInput['rulebook'];
  file: FoundFile | null;
  documents: PreparedInput['documents'];
}> {
  const shipped = engine.listRulebooks();
  const known = shipped.find((rulebook) => rulebook.id === typed);
  if (known) return { rulebook: { id: typed }, file: null, documents: known.documents };
  if (!/[\\/]|\.json$/i.test(typed)) {
    throw unknownName(
      'cli.unknown-rulebook',
      typed,
      shipped.map((rulebook) => rulebook.id),
    );
  }
  const file = await findFile(typed, cwd);
  const json = await readJson(file);
  const parsed = engine.parseRulebook(json, typed);
  if ('issues' in parsed) throw new FileProblem(parsed.issues);
  return { rulebook: { file: typed, json }, file, documents: parsed.rulebook.documents };
}

/**
 * Finds every input and reads what the run needs to know beforehand. Errors: `UsageError` for a value that
 * can't be understood, `FileProblem` for a file that can't be used.
 */
export async function prepareInput(
  found: Arguments,
  workbooks: readonly string[],
  cwd: string,
  engine: Engine,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<PreparedInput> {
  const year = readYear(found.texts.get('year') ?? '', '--year');
  const asOf = readDay(found.texts.get('as-of') ?? '', '--as-of');
  const rulebook = await findRulebookFile(found.texts.get('rulebook') ?? '', cwd, engine);
  const books = await findAll(workbooks, cwd);
  const production = await findAll(found.files.get('production') ?? [], cwd);
  const forecast = await findAll(found.files.get('forecast') ?? [], cwd);
  refuseTwice(production, '--production');
  refuseTwice(forecast, '--forecast');
  const one = async (option: string): Promise<FoundFile | null> => {
    const typed = found.texts.get(option);
    return typed === undefined ? null : findFile(typed, cwd);
  };
  const allocations = await findAll(found.files.get('allocations') ?? [], cwd);
  refuseTwice(allocations, '--allocations');
  const ceilings = await one('ceilings');
  const tariffs = await one('tariffs');
  const profile = await one('profile');
  const treatment = await one('treatment');
  const space = await one('sector-space');
  const providers = await findAll(found.files.get('providers') ?? [], cwd);
  refuseTwice(providers, '--providers');
  const lists = await findAll(found.files.get('lists') ?? [], cwd);
  refuseTwice(lists, '--lists');
  const aliases = await one('aliases');
  const mappingFile = await one('tariff-mapping');
  const mapping =
    mappingFile === null ? null : parseTariffMapping(await readJson(mappingFile), mappingFile.typed);
  const data = [
    ...production,
    ...forecast,
    ...allocations,
    ...(ceilings ? [ceilings] : []),
    ...(tariffs ? [tariffs] : []),
    ...(treatment ? [treatment] : []),
    ...(space ? [space] : []),
    ...providers,
    ...lists,
  ];
  const names = displayNames([...books, ...data]);
  const hashes = new Map<string, string>();
  const asInput = (file: FoundFile): InputFile => inputFile(file, names.get(file) ?? file.typed, hashes);
  const decimal = found.texts.get('decimal');
  const { clients, file: keyFile } = await clientChoice(found, cwd, env);
  const across = found.texts.get('across-months');
  const incomplete = found.texts.get('incomplete');
  return {
    run: {
      production: production.map(asInput),
      forecast: forecast.map(asInput),
      ceilings: ceilings === null ? null : asInput(ceilings),
      tariffs: tariffs === null ? null : asInput(tariffs),
      allocations: allocations.map(asInput),
      ...(mapping === null ? {} : { tariffMapping: mapping }),
      rulebook: rulebook.rulebook,
      year,
      asOf,
      provider: found.texts.get('provider') ?? null,
      decimal: decimal === 'comma' || decimal === 'point' ? decimal : null,
      wlz: {
        sector: found.texts.get('sector') ?? null,
        kind: found.texts.get('kind') ?? null,
        treatment: treatment === null ? null : asInput(treatment),
        space: space === null ? null : asInput(space),
        providers: providers.map(asInput),
      },
      clients,
      providerNames: providerNames(found),
      ...(incomplete === 'estimate' || incomplete === 'estimate-in-cells' ? { incomplete } : {}),
      ...(across === undefined ? {} : { acrossMonths: across === 'end' ? 'end-month' : 'by-days' }),
    },
    profile: profile === null ? null : { file: profile.typed, json: await readJson(profile) },
    aliases: aliases === null ? new Map() : (await readAliases(aliases)).aliases,
    lists: lists.map(asInput),
    workbooks: books.map((book) => ({ found: book, name: names.get(book) ?? book.typed })),
    files: [
      ...books,
      ...data,
      ...(profile === null ? [] : [profile]),
      ...(aliases === null ? [] : [aliases]),
      ...(mappingFile === null ? [] : [mappingFile]),
      ...(keyFile === null ? [] : [keyFile]),
      ...(rulebook.file === null ? [] : [rulebook.file]),
    ],
    hashes,
    documents: rulebook.documents,
  };
}

/** The decimal mark asked for. */
export function decimalChoice(found: Arguments): 'comma' | 'point' | null {
  const decimal = found.texts.get('decimal');
  return decimal === 'comma' || decimal === 'point' ? decimal : null;
}

/** What `--measure` says of cells of which the workbook doesn’t say it; nothing without. */
export function measureChoice(found: Arguments): { readonly measure?: Measure } {
  const measure = UNSTATED.find((one) => one === found.texts.get('measure'));
  return measure === undefined ? {} : { measure };
}

/** A workbook is written as xlsx, whatever it is called; another ending would mislead. Errors: `UsageError`. */
export function requireEnding(typed: string, option: string, endings: readonly string[]): void {
  if (!endings.some((ending) => typed.toLowerCase().endsWith(ending))) {
    throw new UsageError({ code: 'cli.output-ending', facts: { option, typed, endings } });
  }
}
