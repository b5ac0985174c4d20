/** Seasonal indices of a monthly series, shrunk towards no season. */
export interface SeasonalIndices {
  /** Twelve indices with mean 1, by position in the series: month `t` has `index[t % 12]`. */
  readonly index: readonly number[];
  /** Weight of "no season", from 0 (indices as found) to 1 (no season). */
  readonly shrinkage: number;
  /** Variance of one index as found: what is noise in it. */
  readonly noise: number;
}

export const NO_SEASON: SeasonalIndices = { index: new Array<number>(12).fill(1), shrinkage: 1, noise: 0 };

const MONTHS = 12;
/** Seasons move slowly: chosen on the M3 monthly series, where 0.7 to 0.95 all do better than 1. */
const WEIGHT_OF_YEAR_BEFORE = 0.85;

/**
 * Classical multiplicative indices (ratio to the 2×12 centred average, a year back weighing 0.85 of the year
 * after it), shrunk to 1 by the James-Stein rule for seasonal factors: the larger the noise is beside the
 * spread of the indices, the more is shrunk away. No test decides whether there is a season. Needs 24 months
 * and a positive centred average; otherwise there is no season.
 * Source: Miller and Williams, Shrinkage estimators of time series seasonal factors and their effect on
 * forecasting accuracy, International Journal of Forecasting 19 (2003).
 * @example seasonalIndices(new Array(36).fill(5)).index[0] // 1
 */
export function seasonalIndices(values: ArrayLike<number>): SeasonalIndices {
  const count = values.length;
  if (count < 2 * MONTHS) return NO_SEASON;
  const centred = centredAverage(values);
  if (!centred.every((average) => average > 0)) return NO_SEASON;

  const weights = new Array<number>(MONTHS).fill(0);
  const squaredWeights = new Array<number>(MONTHS).fill(0);
  const sums = new Array<number>(MONTHS).fill(0);
  const squares = new Array<number>(MONTHS).fill(0);
  centred.forEach((average, at) => {
    const month = (at + 6) % MONTHS;
    const ratio = (values[at + 6] as number) / average;
    const weight = WEIGHT_OF_YEAR_BEFORE ** ((centred.length - 1 - at) / MONTHS);
    weights[month] = (weights[month] as number) + weight;
    squaredWeights[month] = (squaredWeights[month] as number) + weight * weight;
    sums[month] = (sums[month] as number) + weight * ratio;
    squares[month] = (squares[month] as number) + weight * ratio * ratio;
  });
  const means = sums.map((sum, month) => sum / (weights[month] as number));
  const overall = means.reduce((sum, mean) => sum + mean, 0) / MONTHS;
  if (!(overall > 0)) return NO_SEASON;
  const found = means.map((mean) => mean / overall);

  // How many equally weighted ratios stand behind an index.
  let perMonth = 0;
  let within = 0;
  let freedom = 0;
  means.forEach((mean, month) => {
    const weight = weights[month] as number;
    const squared = squaredWeights[month] as number;
    perMonth += (weight * weight) / squared / MONTHS;
    within += (squares[month] as number) - weight * mean * mean;
    freedom += weight - squared / weight;
  });
  const repeated = centred.length - MONTHS;
  const noise = (repeated >= 6 ? Math.max(0, within) / freedom : growthNoise(values, centred)) / perMonth;
  const spread = found.reduce((sum, index) => sum + (index - 1) ** 2, 0) / 11;
  if (!(spread > 1e-12)) return { ...NO_SEASON, noise };
  const shrinkage = Math.min(1, ((9 / 11) * noise) / spread);
  return {
    index: found.map((index) => shrinkage + (1 - shrinkage) * index),
    shrinkage,
    noise,
  };
}

/** 2×12 centred average of the months from the seventh to the seventh from the end. */
function centredAverage(values: ArrayLike<number>): number[] {
  const averages: number[] = [];
  for (let at = 6; at + 6 < values.length; at++) {
    let sum = ((values[at - 6] as number) + (values[at + 6] as number)) / 2;
    for (let offset = -5; offset <= 5; offset++) sum += values[at + offset] as number;
    averages.push(sum / MONTHS);
  }
  return averages;
}

/**
 * With hardly any repeated ratio, noise comes from how the growth on a year earlier jumps from month to
 * month: a jump holds the noise of four months.
 */
function growthNoise(values: ArrayLike<number>, centred: readonly number[]): number {
  const level = centred.reduce((sum, average) => sum + average, 0) / centred.length;
  let sum = 0;
  let count = 0;
  let before: number | null = null;
  for (let at = MONTHS; at < values.length; at++) {
    const now = values[at] as number;
    const then = values[at - MONTHS] as number;
    const growth = now > 0 && then > 0 ? Math.log(now / then) : (now - then) / level;
    if (before !== null) {
      sum += (growth - before) ** 2;
      count++;
    }
    before = growth;
  }
  return count === 0 ? 0 : sum / count / 4;
}
