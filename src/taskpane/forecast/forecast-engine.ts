import type { Issue, Message, Step } from '../../core';
import { parseScenarios } from '../../core';
import {
  forecastFrom,
  loadForecast,
  runningMonthOf,
  runScenarios,
  type ForecastChoices,
  type ForecastInputs,
  type ForecastRunOutcome,
  type ForecastRunRequest,
  type Progress,
} from '../../flow';
import type { OpenGrid } from '../../intake';
import { say, type Language } from '../../messages';
import { forecastTable } from '../../report';
import { viewOf, type ForecastView } from './forecast-view';
import { scenarioView, type ScenarioView } from './scenario-view';

/** A forecast that was worked out, as a file that `fill` reads, and what to say of it. */
export interface ForecastFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How it came about, for receipts and reports. */
  readonly note: Message;
}

/**
 * What the pane asks about forecasts. The last forecast stays with the engine: steps, files and scenarios are
 * about that one. Before there is one they throw `no-forecast`.
 */
export interface ForecastEngine {
  /** Reads the files and forecasts. Errors: those of the files (`issuesOf`). */
  forecast(request: ForecastRunRequest, choices: ForecastChoices, progress: Progress): Promise<ForecastView>;
  /** The same files under other choices. */
  forecastAgain(choices: ForecastChoices, progress: Progress): Promise<ForecastView>;
  /** How the year of a product (by its index) comes about, or one of its months (0 to 11). */
  forecastSteps(product: number, month: number | null): Promise<readonly Step[]>;
  forecastFile(language: Language): Promise<ForecastFile>;
  /** Scenarios as JSON, worked out on the forecast; or what is wrong with them. */
  forecastScenarios(
    json: unknown,
    file: string,
  ): Promise<ScenarioView | { readonly issues: readonly Issue[] }>;
}

/** A forecast engine over the flow. */
export function forecastEngine(openGrid: OpenGrid, version: string): ForecastEngine {
  let atHand: {
    readonly inputs: ForecastInputs;
    readonly outcome: ForecastRunOutcome;
    readonly choices: ForecastChoices;
  } | null = null;
  const current = (): NonNullable<typeof atHand> => {
    if (atHand === null) throw new Error('no-forecast');
    return atHand;
  };
  const work = (inputs: ForecastInputs, choices: ForecastChoices, progress: Progress): ForecastView => {
    const outcome = forecastFrom(inputs, choices, progress);
    atHand = { inputs, outcome, choices };
    return viewOf(inputs, outcome, choices.methods ?? []);
  };
  return {
    async forecast(request, choices, progress) {
      return work(await loadForecast(request, openGrid, progress), choices, progress);
    },
    forecastAgain: (choices, progress) => Promise.resolve(work(current().inputs, choices, progress)),
    forecastSteps(product, month) {
      const found = current().outcome.result.products[product];
      const of = month === null ? found : found?.months[month];
      return Promise.resolve(of ? [of.step] : []);
    },
    forecastFile(language) {
      const { outcome } = current();
      const rows = forecastTable(
        { ...outcome, hashes: new Map(), engine: version },
        runningMonthOf(outcome.rulebook, outcome.year),
        language,
      );
      const text = rows.map((row) => row.map(field).join(';')).join('\r\n');
      return Promise.resolve({
        name: say({ code: 'outlook.file-name', facts: { asOf: outcome.asOf } }, language),
        bytes: new TextEncoder().encode(`\ufeff${text}\r\n`),
        note: noteOf(outcome),
      });
    },
    forecastScenarios(json, file) {
      const { outcome, inputs } = current();
      const parsed = parseScenarios(json, file);
      if ('issues' in parsed) return Promise.resolve(parsed);
      return Promise.resolve(scenarioView(runScenarios(parsed.file, outcome, inputs.treatmentOf)));
    },
  };
}

const field = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Which methods, and how much was set by hand: what a report says of a calculated forecast. */
function noteOf({ result, asOf }: ForecastRunOutcome): Message {
  const counts = new Map<string, number>();
  for (const { method } of result.products) counts.set(method, (counts.get(method) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const byHand = result.products.reduce(
    (sum, { months }) => sum + months.filter((month) => month.overridden).length,
    0,
  );
  return {
    code: 'flow.forecast-calculated',
    facts: {
      asOf: { kind: 'date', value: asOf },
      products: result.products.length,
      method: { code: `forecast.method.${most?.[0] ?? 'none'}`, facts: {} },
      of: most?.[1] ?? 0,
      hand: byHand,
    },
  };
}
