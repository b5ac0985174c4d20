import type { ForecastEngine } from '../../src/taskpane/forecast/forecast-engine';

const never = (): Promise<never> => Promise.reject(new Error('not asked for here'));

/** An engine without forecasts, for tests about other things. */
export const noForecast: ForecastEngine = {
  forecast: never,
  forecastAgain: never,
  forecastSteps: never,
  forecastFile: never,
  forecastScenarios: never,
};
