import type { Issue, Message, Step } from '../../core';
import { moneyValue, monthValue, parseScenarios, ZERO } from '../../core';
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
  readonly notes: readonly Message[];
}

/**
 * What the pane asks about forecasts. The last forecast stays with the engine: steps, files and scenarios are
 * about that one. Without one (the thread was ended meanwhile) they answer null, and it is made anew.
 */
export interface ForecastEngine {
  /** Reads the files and forecasts. Errors: those of the files (`issuesOf`). */
  forecast(request: ForecastRunRequest, choices: ForecastChoices, progress: Progress): Promise<ForecastView>;
  /** The same files under other choices. */
  forecastAgain(choices: ForecastChoices, progress: Progress): Promise<ForecastView | null>;
  /** How the year of a product (by its index) comes about, or one of its months (0 to 11). */
  forecastSteps(product: number, month: number | null): Promise<readonly Step[]>;
  forecastFile(language: Language): Promise<ForecastFile | null>;
  /** Scenarios as JSON, worked out on the forecast; or what is wrong with them. */
  forecastScenarios(
    json: unknown,
    file: string,
  ): Promise<ScenarioView | { readonly issues: readonly Issue[] } | null>;
}

/** A forecast engine over the flow. */
export function forecastEngine(openGrid: OpenGrid, version: string): ForecastEngine {
  let atHand: {
    readonly inputs: ForecastInputs;
    readonly outcome: ForecastRunOutcome;
    readonly choices: ForecastChoices;
  } | null = null;
  const work = (inputs: ForecastInputs, choices: ForecastChoices, progress: Progress): ForecastView => {
    const outcome = forecastFrom(inputs, choices, progress);
    atHand = { inputs, outcome, choices };
    return viewOf(inputs, outcome, choices.methods ?? []);
  };
  return {
    async forecast(request, choices, progress) {
      return work(await loadForecast(request, openGrid, progress), choices, progress);
    },
    forecastAgain: (choices, progress) =>
      Promise.resolve(atHand === null ? null : work(atHand.inputs, choices, progress)),
    forecastSteps(product, month) {
      const found = atHand?.outcome.result.products[product];
      const of = month === null ? found : found?.months[month];
      return Promise.resolve(of ? [of.step] : []);
    },
    forecastFile(language) {
      if (atHand === null) return Promise.resolve(null);
      const { outcome } = atHand;
      const rows = forecastTable(
        { ...outcome, hashes: new Map(), engine: version },
        runningMonthOf(outcome.rulebook, outcome.year),
        language,
      );
      const text = rows.map((row) => row.map(field).join(';')).join('\r\n');
      return Promise.resolve({
        name: say({ code: 'outlook.file-name', facts: { asOf: outcome.asOf } }, language),
        bytes: new TextEncoder().encode(`\ufeff${text}\r\n`),
        notes: notesOf(outcome),
      });
    },
    forecastScenarios(json, file) {
      if (atHand === null) return Promise.resolve(null);
      const { outcome, inputs } = atHand;
      const parsed = parseScenarios(json, file);
      if ('issues' in parsed) return Promise.resolve(parsed);
      return Promise.resolve(scenarioView(runScenarios(parsed.file, outcome, inputs.treatmentOf)));
    },
  };
}

const field = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Which methods, and what was set by hand and why: what a report says of a calculated forecast. */
function notesOf({ result, asOf }: ForecastRunOutcome): Message[] {
  const counts = new Map<string, number>();
  for (const { method } of result.products) counts.set(method, (counts.get(method) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const byHand = result.products.flatMap(({ domain, product, months }) =>
    months
      .filter((month) => month.overridden)
      .map(({ month, amount, replaced, overrideReason }): Message => ({
        code: 'flow.forecast-by-hand',
        facts: {
          ...{ domain, product, month: monthValue(month), amount: moneyValue(amount) },
          replaced: moneyValue(replaced ?? ZERO),
          reason: overrideReason ?? '',
        },
      })),
  );
  const whole: Message = {
    code: 'flow.forecast-calculated',
    facts: {
      asOf: { kind: 'date', value: asOf },
      products: result.products.length,
      method: { code: `forecast.method.${most?.[0] ?? 'none'}`, facts: {} },
      of: most?.[1] ?? 0,
      hand: byHand.length,
    },
  };
  return [whole, ...byHand];
}
