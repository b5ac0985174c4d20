/** A smoothed series: where it stands after its last value, and what it got wrong on the way. */
export interface Smoothed {
  readonly alpha: number;
  /** Smoothing of the trend; 0 without one. */
  readonly beta: number;
  /** Damping of the trend; 1 without one. */
  readonly phi: number;
  readonly level: number;
  readonly trend: number;
  readonly squares: number;
}

/**
 * Simple exponential smoothing: alpha by least squares of the one-step errors, the level before the first
 * value solved exactly for each alpha.
 * Source: Brown (1959); Gardner, Exponential smoothing: the state of the art, Journal of Forecasting 4 (1985).
 * @example smoothLevel([5, 5, 5, 5]).level.toFixed(6) // '5.000000'
 */
export function smoothLevel(values: ArrayLike<number>): Smoothed {
  const fit = (alpha: number): Smoothed => levelFit(values, alpha);
  if (values.length < 3) return fit(values.length === 0 ? 1 : 0.5);
  let low = 0.01;
  let high = 0.99;
  // The sum of squares can have two valleys: a coarse look first, then golden section.
  let best = fit(low);
  for (let step = 1; step <= 10; step++) {
    const tried = fit(Math.min(0.99, low + step * 0.098));
    if (tried.squares < best.squares) best = tried;
  }
  low = Math.max(0.01, best.alpha - 0.098);
  high = Math.min(0.99, best.alpha + 0.098);
  const ratio = 0.6180339887498949;
  let a = fit(high - ratio * (high - low));
  let b = fit(low + ratio * (high - low));
  for (let step = 0; step < 10; step++) {
    if (a.squares <= b.squares) {
      high = b.alpha;
      b = a;
      a = fit(high - ratio * (high - low));
    } else {
      low = a.alpha;
      a = b;
      b = fit(low + ratio * (high - low));
    }
  }
  const found = a.squares <= b.squares ? a : b;
  return found.squares < best.squares ? found : best;
}

function levelFit(values: ArrayLike<number>, alpha: number): Smoothed {
  const count = values.length;
  // error(t) = free(t) - keep^t × start: the start that minimises the squares is a regression through 0.
  const keep = 1 - alpha;
  let free = 0;
  let power = 1;
  let top = 0;
  let bottom = 0;
  let squares = 0;
  for (let at = 0; at < count; at++) {
    const error = (values[at] as number) - free;
    top += power * error;
    bottom += power * power;
    squares += error * error;
    free += alpha * error;
    power *= keep;
  }
  const start = bottom > 0 ? top / bottom : 0;
  return {
    alpha,
    beta: 0,
    phi: 1,
    level: free + power * start,
    trend: 0,
    squares: Math.max(0, squares - start * top),
  };
}

const ALPHAS = [0.02, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9];
const BETAS = [0.01, 0.05, 0.15, 0.4];
const PHIS = [0.8, 0.9, 0.95, 0.98];

/**
 * Damped trend: level and trend smoothed, the trend fading by `phi` each month ahead. The three parameters
 * by least squares of the one-step errors (a grid, then steps that halve), the level and trend before the
 * first value solved exactly for each.
 * Source: Gardner and McKenzie, Forecasting trends in time series, Management Science 31 (1985).
 * @example smoothTrend([5, 5, 5, 5, 5]).level.toFixed(6) // '5.000000'
 */
export function smoothTrend(values: ArrayLike<number>): Smoothed {
  if (values.length < 5) return smoothLevel(values);
  let best = trendFit(values, 0.5, 0.05, 0.9);
  const attempt = (alpha: number, beta: number, phi: number): boolean => {
    const tried = trendFit(values, alpha, beta, phi);
    if (!(tried.squares < best.squares)) return false;
    best = tried;
    return true;
  };
  for (const alpha of ALPHAS) {
    for (const beta of BETAS) {
      if (beta <= alpha) for (const phi of PHIS) attempt(alpha, beta, phi);
    }
  }
  let steps = [0.08, 0.04, 0.03];
  for (let round = 0; round < 5; round++) {
    for (let move = 0; move < 4; move++) {
      const { alpha, beta, phi } = best;
      const [a, b, p] = steps as [number, number, number];
      const moved = [
        attempt(Math.min(0.99, alpha + a), beta, phi) || attempt(Math.max(0.01, alpha - a), beta, phi),
        attempt(best.alpha, Math.min(best.alpha, beta + b), best.phi) ||
          attempt(best.alpha, Math.max(0.001, beta - b), best.phi),
        attempt(best.alpha, best.beta, Math.min(0.98, phi + p)) ||
          attempt(best.alpha, best.beta, Math.max(0.8, phi - p)),
      ];
      if (!moved.some(Boolean)) break;
    }
    steps = steps.map((step) => step / 2);
  }
  return best;
}

function trendFit(values: ArrayLike<number>, alpha: number, beta: number, phi: number): Smoothed {
  const count = values.length;
  // Three runs in one: the state from zero, and what a level or a trend of 1 at the start leaves of itself.
  let level = 0;
  let trend = 0;
  let levelL = 1;
  let trendL = 0;
  let levelT = 0;
  let trendT = 1;
  let ll = 0;
  let lt = 0;
  let tt = 0;
  let le = 0;
  let te = 0;
  let squares = 0;
  for (let at = 0; at < count; at++) {
    const ahead = level + phi * trend;
    const error = (values[at] as number) - ahead;
    const aheadL = levelL + phi * trendL;
    const aheadT = levelT + phi * trendT;
    ll += aheadL * aheadL;
    lt += aheadL * aheadT;
    tt += aheadT * aheadT;
    le += aheadL * error;
    te += aheadT * error;
    squares += error * error;
    level = ahead + alpha * error;
    trend = phi * trend + beta * error;
    levelL = aheadL * (1 - alpha);
    trendL = phi * trendL - beta * aheadL;
    levelT = aheadT * (1 - alpha);
    trendT = phi * trendT - beta * aheadT;
  }
  const determinant = ll * tt - lt * lt;
  const usable = determinant > 1e-9 * ll * tt;
  const startLevel = usable ? (le * tt - te * lt) / determinant : ll > 0 ? le / ll : 0;
  const startTrend = usable ? (te * ll - le * lt) / determinant : 0;
  return {
    alpha,
    beta,
    phi,
    level: level + levelL * startLevel + levelT * startTrend,
    trend: trend + trendL * startLevel + trendT * startTrend,
    squares: Math.max(0, squares - startLevel * le - startTrend * te),
  };
}
