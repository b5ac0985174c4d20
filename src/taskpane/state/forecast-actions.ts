import { Decimal, type CompletionShare, type Issue, type Step } from '../../core';
import type { ForecastChoices, ForecastRunRequest, Progress, RunInput } from '../../flow';
import type { InputFile } from '../../intake';
import type { Language } from '../../messages';
import type { Engine } from '../engine';
import { readTypedPercentage } from '../forecast/typed-number';
import { inputFile } from './input-files';
import type { Action } from './reducer';
import { keptOf, type ForecastChange, type ForecastState, type Shares } from './forecast-state';
import type { State } from './state';

/** What the forecast step can do. Each ends in an action for the reducer; none of them throws. */
export interface ForecastActions {
  /** Reads the files and forecasts. */
  make(): Promise<void>;
  /** A decision of the user (method, override, share), kept and worked out. */
  change(change: ForecastChange): Promise<void>;
  /** Makes the forecast at hand the one that is filled in, or goes back to the file. */
  use(what: ForecastState['use']): Promise<void>;
  /** How an amount comes about; empty when the forecast was left meanwhile. */
  steps(product: number, month: number | null): Promise<readonly Step[]>;
  /** The calculated forecast as a file to keep. */
  file(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
  /** Works out scenarios given as JSON. */
  scenarios(json: object): Promise<void>;
}

/** A share declared by age as typed, as what the forecast takes; null when one can’t be used. */
export function sharesOf(shares: Shares, language: Language): CompletionShare[] | null {
  const found: CompletionShare[] = [];
  for (const [age, typed] of shares.entries()) {
    if (typed.trim() === '') continue;
    const share = readTypedPercentage(typed, language);
    if (share === null || share.lessThanOrEqualTo(0) || share.greaterThan(1)) return null;
    found.push({ domain: null, product: null, age, share });
  }
  // After the oldest age that was stated a month counts as complete.
  const last = found.at(-1);
  return last === undefined
    ? found
    : [...found, { domain: null, product: null, age: last.age + 1, share: new Decimal(1) }];
}

/** The forecast that is filled in: the calculated one, or the files that were chosen. */
export const forecastFilesOf = ({ forecast, files, task }: State): readonly InputFile[] =>
  task === 'fill' && forecast.use === 'calculated' && forecast.made !== null
    ? [forecast.made.file]
    : files.forecast;

/** What a run is told beside the forecast files; nothing where a file of the user’s own is used. */
export const forecastNotesOf = ({ forecast, task }: State): Pick<RunInput, 'forecastNotes'> =>
  task === 'fill' && forecast.use === 'calculated' && forecast.made !== null
    ? { forecastNotes: forecast.made.notes }
    : {};

const isDecision = ({ what }: ForecastChange): boolean =>
  what === 'method' || what === 'override' || what === 'override-undone' || what === 'shares';

/** Decisions that are kept and change no figure of the forecast itself. */
const isKeptOnly = ({ what }: ForecastChange): boolean => what === 'incomplete';

/** What `createActions` lends: its way of working, and the checks and request of a run. */
export interface Lent {
  readonly engine: Engine;
  readonly dispatch: (action: Action) => void;
  readonly state: () => State;
  working(stage: string, work: (progress: Progress) => Promise<void>): Promise<void>;
  missing(): readonly Issue[];
  run(): RunInput;
}

export interface ForecastActionsAndMore extends ForecastActions {
  /** Makes the calculated forecast anew when it is to be filled in and its files changed. */
  ensure(progress: Progress): Promise<void>;
}

/** Ties forecasts to the state. */
export function createForecastActions(lent: Lent): ForecastActionsAndMore {
  const { engine, dispatch, state, working } = lent;
  const change = (what: ForecastChange): void => dispatch({ type: 'forecast', change: what });

  function choices(): ForecastChoices {
    const { methods, overrides, shares } = state().forecast;
    return { methods, overrides, completionShares: sharesOf(shares, state().language) ?? [] };
  }

  async function make(progress: Progress): Promise<void> {
    const { files } = state();
    const { ceilings, tariffs, rulebook, year, asOf, decimal, production } = lent.run();
    const request: ForecastRunRequest = {
      ...{ production, forecast: files.forecast, ceilings, tariffs, rulebook, year, asOf, decimal },
      ...{ allocations: null, completion: null, declarations: null, overrides: null, scenarios: null },
      ...{ method: 'automatic', seed: null, paths: null },
    };
    const view = await engine.forecast(request, choices(), progress);
    if (!progress.signal?.aborted) change({ what: 'worked', view });
  }

  /** What the engine has at hand; when it was lost with its thread the forecast is made anew first. */
  async function atHand<Found>(progress: Progress, ask: () => Promise<Found | null>): Promise<Found | null> {
    const found = await ask();
    if (found !== null || progress.signal?.aborted) return found;
    await make(progress);
    return ask();
  }

  async function takeFile(progress: Progress): Promise<void> {
    const found = await atHand(progress, () => engine.forecastFile(state().language));
    if (found === null) return;
    const { name, bytes, notes } = found;
    const file = inputFile(new Blob([bytes as BlobPart], { type: 'text/csv' }), name);
    change({ what: 'made', made: { file, notes } });
  }

  /** Decisions are kept as soon as they are made: closing halfway loses none. */
  async function keep(): Promise<void> {
    const memory = state().isDemo ? undefined : state().books[0]?.port.memory;
    if (memory && state().task === 'fill') await memory.set('forecast', keptOf(state().forecast));
  }

  const asked = (): boolean => {
    const problems = lent.missing().filter(({ code }) => code !== 'pane.missing.prognosis');
    if (problems.length > 0) dispatch({ type: 'failed', problems });
    return problems.length === 0;
  };

  return {
    async make() {
      if (!asked()) return;
      await working('production', async (progress) => {
        await make(progress);
        dispatch({ type: 'finished' });
      });
    },

    async change(what) {
      change(what);
      if (isKeptOnly(what)) {
        await working('estimate', async () => {
          await keep();
          dispatch({ type: 'finished' });
        });
      }
      if (!isDecision(what)) return;
      const { view, use } = state().forecast;
      await working('estimate', async (progress) => {
        if (view !== null) {
          const again = await engine.forecastAgain(choices(), progress);
          if (again === null) await make(progress);
          else change({ what: 'worked', view: again });
          // What is filled in follows the decision.
          if (use === 'calculated') await takeFile(progress);
        }
        await keep();
        dispatch({ type: 'finished' });
      });
    },

    async use(what) {
      await working('estimate', async (progress) => {
        if (what === 'file') change({ what: 'use-file' });
        else {
          if (state().forecast.view === null) await make(progress);
          await takeFile(progress);
        }
        await keep();
        dispatch({ type: 'finished' });
      });
    },

    async ensure(progress) {
      const { use, made, view } = state().forecast;
      if (use !== 'calculated' || made !== null) return;
      if (view === null) await make(progress);
      if (!progress.signal?.aborted) await takeFile(progress);
    },

    async steps(product, month) {
      let steps: readonly Step[] = [];
      // Without the progress line: a step that unfolds needs none.
      try {
        steps = await engine.forecastSteps(product, month);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        dispatch({ type: 'failed', problems: engine.issuesOf(error, '') ?? [] });
      }
      return steps;
    },

    async file() {
      let made: { readonly name: string; readonly bytes: Uint8Array } | null = null;
      await working('estimate', async (progress) => {
        const found = await atHand(progress, () => engine.forecastFile(state().language));
        made = found && { name: found.name, bytes: found.bytes };
        dispatch({ type: 'finished' });
      });
      return made;
    },

    async scenarios(json) {
      await working('estimate', async (progress) => {
        const found = await atHand(progress, () => engine.forecastScenarios(json, 'scenario.json'));
        if (found === null) return;
        if ('issues' in found) {
          dispatch({ type: 'failed', problems: found.issues });
          return;
        }
        change({ what: 'scenarios', scenarios: found });
        dispatch({ type: 'finished' });
      });
    },
  };
}
