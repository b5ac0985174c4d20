import {
  choiceOn,
  compareScenarios,
  dateOf,
  findRulebook,
  forecastYear,
  scenarioBaseOf,
  scenarioChances,
  sensitivity,
  totalsOf,
  type CompletionShare,
  type ForecastOverride,
  type ForecastRequest,
  type ForecastResult,
  type IsoDate,
  type Message,
  type ProductMethod,
  type Rulebook,
  type ScenarioChance,
  type ScenarioComparison,
  type ScenarioFile,
  type SensitivityRow,
  type TotalLine,
} from '../core';
import type { OpenGrid, TableReceipt } from '../intake';
import type { Progress } from './types';
import { loadForecast, type ForecastRunRequest, type ForecastInputs } from './forecast-inputs';
import type { SourceOutcome } from './forecast-sources';
import type { TreatmentOf } from './forecast-ceilings';

/** Where the rules for budget changes (IJS-06, IJS-11) stand, when no rulebook is given. */
const BUDGET_RULES = 'ijsselland-2015';

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

const undescribedIn = (result: ForecastResult, describe: (product: string) => string | null): string[] => [
  ...new Set(
    result.products.filter(({ product }) => describe(product) === null).map(({ product }) => product),
  ),
];

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
