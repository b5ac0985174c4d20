import type { ForecastEngine } from '../../src/taskpane/forecast/forecast-engine';
import type { MonthsEngine } from '../../src/taskpane/months/months-engine';

const never = (): Promise<never> => Promise.reject(new Error('not asked for here'));

/** An engine without forecasts, for tests about other things. */
export const noForecast: ForecastEngine = {
  forecast: never,
  forecastAgain: never,
  forecastSteps: never,
  forecastFile: never,
  forecastScenarios: never,
};

/** An engine whose workbooks remember nothing from month to month. */
export const noMonths: MonthsEngine = {
  readMonths: () => ({
    ...{ engine: '0.0.0', heads: [], damaged: [], log: { entries: [], dropped: 0 }, logIssues: [] },
    ...{ notes: [], noteIssues: [] },
  }),
  freeze: never,
  compareMonths: never,
  toComparison: never,
};
