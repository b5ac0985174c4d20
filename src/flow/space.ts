import {
  addMoney,
  CareTable,
  claimKey,
  CoreError,
  isIsoDate,
  isRefused,
  monthOfDate,
  monthValue,
  moneyValue,
  sectorFindings,
  SECTORS,
  simulateSector,
  yearOf,
  ZERO,
  type Finding,
  type IsoDate,
  type Issue,
  type Money,
  type Rulebook,
  type Sector,
  type SectorInput,
  type SectorProvider,
  type SectorSimulation,
  type SpaceEntry,
} from '../core';
import {
  readSectorProviders,
  readSectorSpace,
  type InputFile,
  type IntakeOptions,
  type IntakeReceipt,
  type OpenGrid,
  type SectorLine,
} from '../intake';
import { InputError, inputIssue, inputIssues } from './input-error';
import { loadRulebook } from './load';
import { ProductionFiles } from './production-files';
import type { Progress, RunInput } from './types';

/** A receipt of any of the files of a simulation. */
export type SpaceReceipt = IntakeReceipt | IntakeReceipt<'providers' | 'space'>;

export interface SpaceRequest {
  readonly providers: readonly InputFile[];
  /** A file of dated amounts, or amounts as typed. */
  readonly space: { readonly file: InputFile } | { readonly entries: readonly SpaceEntry[] };
  /** Production files, for providers whose line states no amounts. */
  readonly production: readonly InputFile[];
  readonly rulebook: RunInput['rulebook'];
  readonly asOf: string;
  readonly decimal: RunInput['decimal'];
  /** Names of providers by AGB code, for messages. */
  readonly providerNames?: NonNullable<RunInput['providerNames']>;
  /** As for `fill` and `check`. */
  readonly acrossMonths?: NonNullable<RunInput['acrossMonths']>;
}

export interface SectorOutcome {
  readonly input: SectorInput;
  readonly simulation: SectorSimulation;
  readonly findings: readonly Finding[];
}

export interface SpaceOutcome {
  readonly rulebook: Pick<Rulebook, 'id' | 'version' | 'title' | 'documents'>;
  readonly asOf: IsoDate;
  readonly sectors: readonly SectorOutcome[];
  readonly receipts: readonly SpaceReceipt[];
}

/**
 * Reads the files of a simulation and works out every sector in them. Refused as a whole (`InputError`) when
 * a line was rejected, a provider has production but no line, or a sector has no space: the shares of all
 * providers hang together, so that leaving one out would make every other share wrong.
 */
export async function runSpace(
  request: SpaceRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<SpaceOutcome> {
  const { asOf } = request;
  if (!isIsoDate(asOf)) throw new InputError([inputIssue('flow.as-of-not-a-date', { found: asOf })]);
  const rulebook = loadRulebook(request.rulebook, yearOf(asOf));
  if (!rulebook.domains.includes('Wlz')) {
    throw new InputError([
      inputIssue('wlz.rulebook-without-wlz', { rulebook: rulebook.id, found: rulebook.domains }),
    ]);
  }
  const read = await readAll(request, openGrid, progress);
  const issues: Issue[] = [...read.issues];
  if (issues.length > 0) throw new InputError(issues);
  const lines = withProduction(read.lines, read.production, asOf, issues);
  if (issues.length > 0) throw new InputError(issues);

  const sectors: SectorOutcome[] = [];
  for (const sector of SECTORS) {
    const providers = lines.filter((line) => line.sector === sector).map((line) => line.provider);
    if (providers.length === 0) {
      const unused = read.space.find((entry) => entry.sector === sector);
      if (unused) issues.push(inputIssue('wlz.no-providers', { sector }, unused.place));
      continue;
    }
    progress.report('check', sector, null);
    const input: SectorInput = {
      sector,
      asOf,
      space: read.space,
      extraCareEarmark: earmarkOn(read.extraCare, sector, asOf),
      providers,
    };
    const simulation = simulate(rulebook, input);
    if (isRefused(simulation)) issues.push(...simulation.issues);
    else sectors.push({ input, simulation, findings: sectorFindings(rulebook, input, simulation) });
  }
  if (issues.length > 0) throw new InputError(issues);
  const { id, version, title, documents } = rulebook;
  return { rulebook: { id, version, title, documents }, asOf, sectors, receipts: read.receipts };
}

/** A user's own rulebook may lack a parameter of the simulation: that is about input, not a defect. */
function simulate(rulebook: Rulebook, input: SectorInput): ReturnType<typeof simulateSector> {
  try {
    return simulateSector(rulebook, input);
  } catch (error) {
    if (error instanceof CoreError && 'parameter' in error.info) {
      return {
        issues: [
          inputIssue('wlz.parameter-missing', { rulebook: rulebook.id, parameter: error.info.parameter }),
        ],
      };
    }
    throw error;
  }
}

interface ExtraCare {
  readonly sector: Sector;
  readonly amount: Money;
  readonly from: IsoDate | null;
}

/** The last earmark known on the day; null when there is none. */
function earmarkOn(entries: readonly ExtraCare[], sector: Sector, asOf: IsoDate): Money | null {
  const known = entries
    .filter((entry) => entry.sector === sector && (entry.from ?? '') <= asOf)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return known.at(-1)?.amount ?? null;
}

interface ReadAll {
  readonly lines: readonly SectorLine[];
  readonly space: readonly SpaceEntry[];
  readonly extraCare: readonly ExtraCare[];
  readonly production: CareTable | null;
  readonly receipts: readonly SpaceReceipt[];
  readonly issues: readonly Issue[];
}

/** Lines that are left out because they were read before: nothing is missing. */
const COUNTED_BEFORE = new Set(['messages-in.line-delivered-before', 'messages-in.line-read-before']);

async function readAll(request: SpaceRequest, openGrid: OpenGrid, progress: Progress): Promise<ReadAll> {
  const issues: Issue[] = [];
  const receipts: SpaceReceipt[] = [];
  const attempt = async <T extends { readonly receipt: SpaceReceipt }>(
    stage: string,
    file: InputFile,
    read: (options: IntakeOptions) => Promise<T>,
  ): Promise<T | null> => {
    progress.report(stage, file.name, 0);
    try {
      const result = await read({
        openGrid,
        onProgress: (done, total) => progress.report(stage, file.name, total ? done / total : null),
        ...(progress.signal ? { signal: progress.signal } : {}),
        ...(request.decimal ? { decimal: request.decimal } : {}),
      });
      receipts.push(result.receipt);
      for (const { line, reason } of result.receipt.rejectedLines) {
        if (COUNTED_BEFORE.has(reason.code)) continue;
        issues.push({ level: 'error', ...reason, place: { file: file.name, line } });
      }
      return result;
    } catch (error) {
      issues.push(...inputIssues(error, file.name));
      return null;
    }
  };
  const lines: SectorLine[] = [];
  const fromProduction = request.production.length > 0;
  for (const file of request.providers) {
    const result = await attempt('providers', file, (options) =>
      readSectorProviders(file, options, !fromProduction),
    );
    lines.push(...(result?.entries ?? []));
  }
  const production = fromProduction ? new CareTable() : null;
  if (production) {
    const files = await ProductionFiles.open(request, openGrid, progress);
    const read = async (parts: ProductionFiles['tables']): Promise<void> => {
      for (const part of parts) {
        await attempt('production', part.file, async (options) => ({
          receipt: await files.read(part, production, options),
        }));
      }
    };
    await read(files.tables);
    // A message names its provider by code: with one code and one line that asks for production, that is the one.
    const done = new Set(
      receipts.flatMap(({ kind, providers }) => (kind === 'production' ? providers.map(claimKey) : [])),
    );
    const open = lines.flatMap(({ provider: { provider, realised, yearProduction } }) =>
      realised === null && yearProduction === null && !done.has(claimKey(provider)) ? [provider] : [],
    );
    files.know(null, open, request.providerNames ?? new Map<string, string>(), null);
    await read(files.messages);
  }
  let space: readonly SpaceEntry[] = [];
  let extraCare: readonly ExtraCare[] = [];
  if ('entries' in request.space) space = request.space.entries;
  else {
    const { file } = request.space;
    const result = await attempt('space', file, (options) => readSectorSpace(file, options));
    space = result?.entries ?? [];
    extraCare = result?.extraCare ?? [];
  }
  return { lines, space, extraCare, production, receipts, issues };
}

/**
 * Realisation from production files for the providers that state none, up to the as-of month. Every amount of
 * the production has to land on one line; what doesn't is an issue.
 */
function withProduction(
  lines: readonly SectorLine[],
  production: CareTable | null,
  asOf: IsoDate,
  issues: Issue[],
): readonly SectorLine[] {
  if (production === null) return lines;
  const realised = new Map<string, { name: string; amount: Money }>();
  for (const row of production.rows()) {
    if (yearOf(row.month) !== yearOf(asOf) || row.month > monthOfDate(asOf)) {
      issues.push(
        inputIssue('wlz.production-outside', {
          provider: row.provider,
          month: monthValue(row.month),
          amount: moneyValue(row.amount),
        }),
      );
      continue;
    }
    const key = claimKey(row.provider);
    const known = realised.get(key);
    realised.set(key, { name: row.provider, amount: addMoney(known?.amount ?? ZERO, row.amount) });
  }
  const used = new Set<string>();
  const result = lines.map((line): SectorLine => {
    const { provider } = line;
    const key = claimKey(provider.provider);
    const own = realised.get(key);
    const facts = { provider: provider.provider };
    if (!own) {
      if (provider.realised === null && provider.yearProduction === null) {
        issues.push(inputIssue('wlz.no-production', facts, provider.place));
      }
      return line;
    }
    if (used.has(key)) {
      issues.push(inputIssue('wlz.production-several-lines', facts, provider.place));
    } else if (provider.realised !== null || provider.yearProduction !== null) {
      issues.push(inputIssue('wlz.production-and-line', facts, provider.place));
    }
    used.add(key);
    return { ...line, provider: { ...provider, realised: own.amount } satisfies SectorProvider };
  });
  for (const [key, { name, amount }] of realised) {
    if (used.has(key)) continue;
    issues.push(inputIssue('wlz.production-without-line', { provider: name, amount: moneyValue(amount) }));
  }
  return result;
}
