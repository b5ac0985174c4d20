import {
  addMoney,
  baseAmount,
  clientFlowSource,
  countSource,
  choiceOn,
  CareTable,
  compareScenarios,
  dateOf,
  expectedCareLines,
  findRulebook,
  firstDay,
  forecastYear,
  isIsoDate,
  monthOf,
  numberOn,
  openRows,
  sumMoney,
  minMoney,
  moneyValue,
  openAllocations,
  parseScenarios,
  providerKey,
  scenarioBaseOf,
  scenarioChances,
  sensitivity,
  totalsOf,
  unknownCosts,
  yearOf,
  ZERO,
  type Allocation,
  type CareRow,
  type CountedCommitments,
  type Step,
  type CeilingEntry,
  type CompletionShare,
  type DeclarationRow,
  type ForecastOverride,
  type ForecastRequest,
  type ForecastResult,
  type IsoDate,
  type Issue,
  type Message,
  type Money,
  type ProductMethod,
  type Rulebook,
  type ScenarioChance,
  type ScenarioComparison,
  type ScenarioFile,
  type SensitivityRow,
  type TariffEntry,
  type TotalLine,
  type TotalsCeiling,
  type TotalsTreatment,
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

type TreatmentOf = (domain: string, product: string) => TotalsTreatment;

/** Where the rules for budget changes (IJS-06, IJS-11) stand, when no rulebook is given. */
const BUDGET_RULES = 'ijsselland-2015';

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

/** A forecast of one product that comes from something else than past months, with how each month came about. */
export interface SourceOutcome {
  readonly kind: 'client-flow' | 'counts';
  readonly provider: string;
  readonly domain: string;
  readonly product: string;
  readonly steps: readonly Step[];
}

/** What scenarios make of the forecast. */
export interface ScenarioOutcome {
  readonly comparison: ScenarioComparison;
  /** Per scenario, in the same order: chances per ceiling. */
  readonly chances: readonly (readonly ScenarioChance[])[];
  readonly sensitivity: readonly SensitivityRow[];
}

export interface ForecastRunOutcome {
  readonly year: number;
  readonly asOf: IsoDate;
  readonly rulebook: Rulebook | null;
  readonly result: ForecastResult;
  readonly totals: TotalLine;
  readonly scenarios: ScenarioOutcome | null;
  /** Descriptions of products, as far as a file gives one. */
  readonly describe: (product: string) => string | null;
  readonly notices: readonly Message[];
  /** Forecasts from client flow and counts, as far as there are any. */
  readonly sources: readonly SourceOutcome[];
  readonly receipts: readonly TableReceipt[];
}

/** What the user decides beside the files; goes before what a file says. */
export interface ForecastChoices {
  readonly method?: ForecastRequest['method'];
  readonly methods?: readonly ProductMethod[];
  readonly overrides?: readonly ForecastOverride[];
  /** Shares declared by age, where nothing better is known. */
  readonly completionShares?: readonly CompletionShare[];
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

/**
 * A forecast over files: production of all years there are, completed, extrapolated and added up, held
 * against ceilings, with scenarios beside it.
 * Errors: `InputError` when a file can’t be used, with the issues of all files.
 */
export async function runForecast(
  request: ForecastRunRequest,
  openGrid: OpenGrid,
  progress: Progress,
): Promise<ForecastRunOutcome> {
  return forecastFrom(await loadForecast(request, openGrid, progress), {}, progress);
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

/** The forecast of what was read, under these choices. Errors: none. */
export function forecastFrom(
  inputs: ForecastInputs,
  choices: ForecastChoices,
  progress: Progress,
): ForecastRunOutcome {
  const { year, asOf, rulebook, treatmentOf, scenarios } = inputs;
  const shares = [...inputs.shares, ...(choices.completionShares ?? [])];
  const overrides = [...inputs.overrides, ...(choices.overrides ?? [])];
  const result = forecastYear({
    year,
    asOf,
    lines: inputs.production.rows(),
    method: choices.method ?? inputs.method,
    methods: [...inputs.methods, ...(choices.methods ?? [])],
    ...(inputs.seed === null ? {} : { seed: inputs.seed }),
    ...(inputs.paths === null ? {} : { paths: inputs.paths }),
    ...(inputs.forecast.size === 0 ? {} : { ownForecast: inputs.forecast.rows() }),
    ...(shares.length === 0 ? {} : { completionShares: shares }),
    ...(inputs.declarations.length === 0 ? {} : { declarations: inputs.declarations }),
    ...(overrides.length === 0 ? {} : { overrides }),
    progress: (done, of) => progress.report('estimate', null, of === 0 ? null : done / of),
  });
  const totals = totalsOf({ result, ceilings: inputs.ceilings, treatmentOf });
  const undescribed = inputs.knowsProducts ? undescribedIn(result, inputs.describe) : [];
  return {
    year,
    asOf,
    rulebook,
    result,
    totals,
    scenarios: scenarios === null ? null : runScenarios(scenarios, { rulebook, result, totals }, treatmentOf),
    describe: inputs.describe,
    notices: [
      ...inputs.notices,
      ...result.notices,
      ...(undescribed.length === 0
        ? []
        : [
            {
              code: 'flow.forecast-not-described',
              facts: { count: undescribed.length, products: undescribed.slice(0, 5) },
            },
          ]),
    ],
    sources: inputs.sources,
    receipts: inputs.receipts,
  };
}

/** A source with its rows still in it. */
type FoundSource = SourceOutcome & { readonly rows: readonly CareRow[] };

/** Where the rules of client flow and of counts stand: those are theirs, whatever rulebook is used beside. */
const FLOW_RULES = 'achterhoek-2021';
const COUNT_RULES = 'ijsselland-2015';

/**
 * Forecasts from client flow and counts. Issue: a product that another source or the forecast file speaks of
 * as well; adding them up would count it twice.
 */
function sourcesOf(
  request: ForecastRunRequest,
  flows: readonly ClientFlowLine[],
  counts: readonly CountedCommitments[],
  forecast: CareTable,
): { readonly sources: readonly FoundSource[]; readonly issues: readonly Issue[] } {
  const { year } = request;
  const rules = findRulebook(COUNT_RULES);
  // The paper is of 2015 to 2017; for other years its way of counting is taken over (assumed, and said).
  const on = isIsoDate(rules.validity.until) ? rules.validity.until : dateOf(year, 12, 31);
  const daily = choiceOn(rules, 'daily-amount', on) === 'exact' ? 'exact' : 'cut';
  const days = numberOn(rules, 'count-days', on)?.toNumber() ?? null;
  const named = ({ provider, domain, product }: Omit<SourceOutcome, 'kind' | 'steps'>): string =>
    JSON.stringify([providerKey(provider), domain, product]);
  const sources = [
    ...flows.map((flow): FoundSource => {
      const { from, until } = flow;
      const known = { from: from ?? monthOf(year, 1), until: until ?? monthOf(year, 12) };
      return {
        ...clientFlowSource(findRulebook(FLOW_RULES), { ...flow, ...known }),
        ...{ kind: 'client-flow', provider: flow.provider, domain: flow.domain, product: flow.product },
      };
    }),
    ...counts.map((counted): FoundSource => ({
      ...countSource(rules, year, { ...counted, days: counted.days ?? days, daily }),
      ...{ kind: 'counts', provider: counted.provider, domain: counted.domain, product: counted.product },
    })),
  ];
  const taken = new Map<string, string>();
  for (const row of forecast.rows()) taken.set(named(row), 'forecast');
  const issues: Issue[] = [];
  for (const source of sources) {
    const key = named(source);
    const other = taken.get(key);
    // Several groups of clients of one product add up; another kind of source doesn’t.
    if (other !== undefined && !(other === 'client-flow' && source.kind === 'client-flow')) {
      const file = (source.kind === 'counts' ? request.counts : request.clientFlow)?.name ?? '';
      issues.push(
        inputIssue(
          'flow.forecast-two-sources',
          { product: source.product, domain: source.domain, other },
          { file },
        ),
      );
    }
    taken.set(key, source.kind);
  }
  return { sources, issues };
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

const undescribedIn = (result: ForecastResult, describe: (product: string) => string | null): string[] => [
  ...new Set(
    result.products.filter(({ product }) => describe(product) === null).map(({ product }) => product),
  ),
];

/**
 * Whole-domain ceilings of the year in dated parts. A case budget counts as far as its client used it up to
 * the as-of date; what the client will still use isn’t known by client.
 */
function ceilingsFor(
  entries: readonly CeilingEntry[],
  production: CareTable,
  treatmentOf: TreatmentOf,
  rulebook: Rulebook | null,
  year: number,
  asOf: IsoDate,
): TotalsCeiling[] {
  const own = entries.filter((entry) => entry.year === year && entry.scope.length === 0);
  const cases = own.filter((entry) => entry.kind === 'case-budget');
  const used =
    cases.length === 0 ? new Map<string, Money>() : usedByClient(production, treatmentOf, year, asOf);
  return own.map((entry): TotalsCeiling => {
    const start = dateOf(year, 1, 1);
    const amount =
      entry.kind === 'case-budget'
        ? minMoney(entry.amount, used.get(clientOf(entry.provider, entry.domain, entry.client)) ?? ZERO)
        : entry.kind === 'base' && rulebook !== null
          ? baseAmount(rulebook, entry).amount
          : entry.amount;
    // A base holds from the first day it is known for the year as a whole; what comes later comes on top.
    const from = entry.kind === 'base' ? start : (entry.from ?? start);
    return { provider: entry.provider, domain: entry.domain, parts: [{ from, amount }] };
  });
}

const clientOf = (provider: string, domain: string, client: string | null): string =>
  JSON.stringify([providerKey(provider), domain, (client ?? '').trim().toUpperCase()]);

function usedByClient(
  production: CareTable,
  treatmentOf: TreatmentOf,
  year: number,
  asOf: IsoDate,
): Map<string, Money> {
  const used = new Map<string, Money>();
  for (const row of production.rows()) {
    if (row.client === null || !row.month.startsWith(`${year}-`) || firstDay(row.month) > asOf) continue;
    if (treatmentOf(row.domain, row.product) !== 'counts') continue;
    const key = clientOf(row.provider, row.domain, row.client);
    used.set(key, addMoney(used.get(key) ?? ZERO, row.amount));
  }
  return used;
}

/** Scenarios and sensitivities on a forecast. Errors: none. */
export function runScenarios(
  file: ScenarioFile,
  { rulebook, result, totals }: Pick<ForecastRunOutcome, 'rulebook' | 'result' | 'totals'>,
  treatmentOf: TreatmentOf,
): ScenarioOutcome {
  const rules = rulebook ?? findRulebook(BUDGET_RULES);
  const base = scenarioBaseOf(result, totals, treatmentOf);
  const comparison = compareScenarios(base, file.scenarios, rules);
  return {
    comparison,
    chances: comparison.scenarios.map((scenario) => scenarioChances(result, scenario, treatmentOf)),
    sensitivity: sensitivity(base, file.knobs, rules, base.ceilings.length > 0 ? 'position' : 'total'),
  };
}

/** Whether a forecast of the running month is of the whole month or of what is still to come, by the rulebook. */
export function runningMonthOf(rulebook: Rulebook | null, year: number): 'whole-month' | 'remainder' {
  if (rulebook === null || !rulebook.parameters.some(({ id }) => id === 'running-month'))
    return 'whole-month';
  const choice = choiceOn(rulebook, 'running-month', dateOf(year, 12, 31));
  return choice === 'forecast-is-remainder' ? 'remainder' : 'whole-month';
}
