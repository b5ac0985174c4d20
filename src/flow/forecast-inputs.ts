import {
  CareTable,
  expectedCareLines,
  findRulebook,
  isIsoDate,
  openRows,
  sumMoney,
  moneyValue,
  openAllocations,
  parseScenarios,
  unknownCosts,
  yearOf,
  type Allocation,
  type CountedCommitments,
  type CeilingEntry,
  type CompletionShare,
  type DeclarationRow,
  type ForecastOverride,
  type ForecastRequest,
  type IsoDate,
  type Issue,
  type Message,
  type ProductMethod,
  type Rulebook,
  type ScenarioFile,
  type TariffEntry,
  type TotalsCeiling,
} from '../core';
import {
  readAllocations,
  readCare,
  readClientFlows,
  readCounts,
  readCeilings,
  readCompletion,
  readDeclarations,
  readOverrides,
  readTariffs,
  triangleOf,
  type ClientFlowLine,
  type InputFile,
  type IntakeOptions,
  type IntakeReceipt,
  type OpenGrid,
  type TableReceipt,
} from '../intake';
import { InputError, inputIssue, inputIssues } from './input-error';
import { loadRulebook } from './load';
import { ProductionFiles } from './production-files';
import { knowProducts, productsInData } from './products';
import type { Progress, RunInput } from './types';
import { sourcesOf, type SourceOutcome } from './forecast-sources';
import { ceilingsFor, type TreatmentOf } from './forecast-ceilings';

/** How allocations are valued, when no rulebook is given. */
const ALLOCATION_RULES = 'wmo-contractstandaard-1.2';

export interface ForecastRunRequest {
  /** Production over as many years as there are. */
  readonly production: readonly InputFile[];
  /** The user’s own forecast. */
  readonly forecast: readonly InputFile[];
  readonly ceilings: InputFile | null;
  readonly tariffs: InputFile | null;
  /** Open allocations: what they are expected to cost is the forecast of the months ahead. */
  readonly allocations: InputFile | null;
  /** Clients in and out, how long and how much care each gets (ACH-04): the forecast of its products. */
  readonly clientFlow?: InputFile | null;
  /** Running commitments that were counted (IJS-03): the forecast of their products. */
  readonly counts?: InputFile | null;
  readonly completion: InputFile | null;
  readonly declarations: InputFile | null;
  readonly overrides: InputFile | null;
  /** Parsed JSON with its file name. */
  readonly scenarios: { readonly file: string; readonly json: unknown } | null;
  /** Says which products are excluded or raise a ceiling; null: everything counts. */
  readonly rulebook: RunInput['rulebook'] | null;
  readonly year: number;
  readonly asOf: string;
  readonly method: ForecastRequest['method'];
  readonly seed: number | null;
  readonly paths: number | null;
  readonly decimal: 'comma' | 'point' | null;
  /** As for `fill` and `check`: how clients are named, providers by AGB code, lines over the end of a month. */
  readonly clients?: NonNullable<RunInput['clients']>;
  readonly providerNames?: NonNullable<RunInput['providerNames']>;
  readonly acrossMonths?: NonNullable<RunInput['acrossMonths']>;
}

/** Everything a forecast rests on, read once: other choices are worked out on it without reading again. */
export interface ForecastInputs {
  readonly year: number;
  readonly asOf: IsoDate;
  readonly rulebook: Rulebook | null;
  /** Without clients. */
  readonly production: CareTable;
  readonly forecast: CareTable;
  /** Of the year, in dated parts. */
  readonly ceilings: readonly TotalsCeiling[];
  readonly shares: readonly CompletionShare[];
  readonly declarations: readonly DeclarationRow[];
  readonly overrides: readonly ForecastOverride[];
  readonly scenarios: ScenarioFile | null;
  readonly treatmentOf: TreatmentOf;
  readonly describe: (product: string) => string | null;
  /** Whether a rulebook knows products, so that one without a description is worth a word. */
  readonly knowsProducts: boolean;
  readonly method: ForecastRequest['method'];
  /** Products whose forecast comes from a source of their own. */
  readonly methods: readonly ProductMethod[];
  readonly sources: readonly SourceOutcome[];
  readonly seed: number | null;
  readonly paths: number | null;
  readonly notices: readonly Message[];
  readonly receipts: readonly TableReceipt[];
}

/** Reads the files of a forecast. Errors: as `runForecast`. */
export async function loadForecast(
  request: ForecastRunRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<ForecastInputs> {
  const { year, asOf } = request;
  if (!isIsoDate(asOf)) throw new InputError([inputIssue('flow.as-of-not-a-date', { found: asOf })]);
  const rulebook = request.rulebook === null ? null : loadRulebook(request.rulebook, year);
  const issues: Issue[] = [];
  const receipts: TableReceipt[] = [];
  const attempt = async <T>(
    stage: string,
    file: InputFile | null,
    read: (file: InputFile, options: IntakeOptions) => Promise<T>,
  ): Promise<T | null> => {
    if (file === null) return null;
    progress.report(stage, file.name, 0);
    try {
      return await read(file, {
        openGrid,
        onProgress: (done, total) => progress.report(stage, file.name, total ? done / total : null),
        ...(progress.signal ? { signal: progress.signal } : {}),
        ...(request.decimal ? { decimal: request.decimal } : {}),
      });
    } catch (error) {
      issues.push(...inputIssues(error, file.name));
      return null;
    }
  };
  const list = async <Entry>(
    stage: string,
    file: InputFile | null,
    read: (
      file: InputFile,
      options: IntakeOptions,
    ) => Promise<{ readonly entries: readonly Entry[]; readonly receipt: TableReceipt }>,
  ): Promise<readonly Entry[] | null> => {
    const found = await attempt(stage, file, read);
    if (found === null) return null;
    receipts.push(found.receipt);
    return found.entries;
  };

  const production = new CareTable();
  const forecast = new CareTable();
  const files = await openProduction(request, openGrid, progress);
  const taken: IntakeReceipt[] = [];
  const takeProduction = async (parts: ProductionFiles['tables']): Promise<void> => {
    for (const part of parts) {
      const receipt = await attempt('production', part.file, (_, options) =>
        files.read(part, production, options),
      );
      if (receipt) taken.push(receipt);
    }
  };
  await takeProduction(files.tables);
  for (const file of request.forecast) {
    const receipt = await attempt('forecast', file, (one, options) =>
      readCare(one, 'forecast', forecast, { ...options, ...files.clientOptions }),
    );
    if (receipt) receipts.push(receipt);
  }
  const stated = await list<CeilingEntry>('ceilings', request.ceilings, readCeilings);
  const ceilings = stated === null ? null : files.hideClients(stated);
  const named = taken.flatMap((receipt) => receipt.providers);
  files.know(ceilings, named, request.providerNames ?? new Map<string, string>(), null);
  await takeProduction(files.messages);
  const finished = files.finish(taken);
  receipts.unshift(...finished);
  const tariffs = await list<TariffEntry>('tariffs', request.tariffs, readTariffs);
  const allocations = await list<Allocation>('allocations', request.allocations, readAllocations);
  const shares = await list<CompletionShare>('forecast', request.completion, readCompletion);
  const given = await list<DeclarationRow>('forecast', request.declarations, readDeclarations);
  // Messages say themselves when what was declared; a list that is given takes their place.
  const declarations =
    given ??
    triangleOf(finished).cells.map(
      ({ provider, domain, product, origin, declared, amount }): DeclarationRow => ({
        provider,
        domain,
        product,
        origin,
        declaredIn: declared,
        amount,
      }),
    );
  const overrides = await list<ForecastOverride>('forecast', request.overrides, readOverrides);
  const scenarios =
    request.scenarios === null ? null : parseScenarios(request.scenarios.json, request.scenarios.file);
  if (scenarios !== null && 'issues' in scenarios) issues.push(...scenarios.issues);
  const flows = await list<ClientFlowLine>('forecast', request.clientFlow ?? null, readClientFlows);
  const counts = await list<CountedCommitments>('forecast', request.counts ?? null, readCounts);
  const found = sourcesOf(request, flows ?? [], counts ?? [], forecast);
  issues.push(...found.issues);
  if (issues.length > 0) throw new InputError(issues);

  const notices: Message[] = [];
  for (const { rows, kind } of found.sources) {
    for (const row of openRows({ rows, steps: [] }, asOf)) {
      if (yearOf(row.month) === year) forecast.add({ ...row, volume: null, cents: Number(row.amount) });
    }
    const months = openRows({ rows, steps: [] }, asOf).filter((row) => yearOf(row.month) === year);
    const [first] = rows;
    notices.push({
      code: `flow.forecast-${kind}`,
      facts: {
        product: first?.product ?? '',
        months: months.length,
        amount: moneyValue(sumMoney(months.map((row) => row.amount))),
      },
    });
  }
  if (allocations !== null) {
    const open = openAllocations({
      rulebook: rulebook ?? findRulebook(ALLOCATION_RULES),
      allocations,
      tariffs,
      production: () => production.rows(),
      year,
      asOf,
    });
    for (const line of expectedCareLines(open)) if (yearOf(line.month) === year) forecast.add(line);
    notices.push({
      code: 'flow.forecast-allocations',
      facts: { count: open.open.length, amount: moneyValue(open.amount) },
    });
    notices.push(...unknownCosts(open.open).map(({ reason }) => reason));
  }
  const data = productsInData(tariffs, [production, forecast]);
  const products = rulebook === null ? null : knowProducts(rulebook, data, null);
  const treatmentOf: TreatmentOf = (domain, product) =>
    products === null ? 'counts' : products.lookup(domain, product).treatment.treatment;
  return {
    year,
    asOf,
    rulebook,
    production: production.withoutClients(),
    forecast,
    ceilings: ceilingsFor(ceilings ?? [], production, treatmentOf, rulebook, year, asOf),
    shares: shares ?? [],
    declarations,
    overrides: overrides ?? [],
    scenarios: scenarios === null || 'issues' in scenarios ? null : scenarios.file,
    treatmentOf,
    describe: (product) => products?.describe(product) ?? data.descriptions.get(product) ?? null,
    knowsProducts: products !== null,
    // Whoever gives allocations means them to be the forecast, unless a method is asked for.
    method: allocations !== null && request.method === 'automatic' ? 'own-forecast' : request.method,
    // Only these: products that no source speaks of keep their own method.
    methods:
      request.method === 'automatic'
        ? found.sources.map(({ provider, domain, product }) => ({
            ...{ provider, domain, product },
            method: 'own-forecast' as const,
          }))
        : [],
    sources: found.sources.map(({ kind, provider, domain, product, steps }) => ({
      ...{ kind, provider, domain, product, steps },
    })),
    seed: request.seed,
    paths: request.paths,
    notices: [
      ...notices,
      ...(ceilings !== null && rulebook === null ? [{ code: 'flow.forecast-all-counts', facts: {} }] : []),
    ],
    receipts,
  };
}

async function openProduction(
  request: ForecastRunRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<ProductionFiles> {
  try {
    return await ProductionFiles.open(request, openGrid, progress);
  } catch (error) {
    throw new InputError(inputIssues(error, request.production[0]?.name ?? ''));
  }
}
