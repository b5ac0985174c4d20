/** What users have today, to compare with. Plain numbers in, plain numbers out. */

/** Year to date ÷ k, for every month ahead; without months of the year the last three. */
export function yearToDate(values: readonly number[], monthsOfYear: number, ahead: number): number[] {
  const count = monthsOfYear > 0 ? monthsOfYear : 3;
  const months = values.slice(-count);
  return new Array<number>(ahead).fill(months.reduce((sum, value) => sum + value, 0) / months.length);
}

/**
 * Additive Holt-Winters with a season of twelve, as the worksheet function FORECAST.ETS uses (AAA); the three
 * parameters by least squares over a grid with refinement. Its exact optimisation isn't published.
 */
export function holtWinters(values: readonly number[], ahead: number): number[] {
  if (values.length < 24) return yearToDate(values, Math.min(12, values.length), ahead);
  let best: { squares: number; at: readonly number[]; forecast: number[] } | null = null;
  const attempt = (alpha: number, beta: number, gamma: number): void => {
    const found = run(values, alpha, beta, gamma, ahead);
    if (!best || found.squares < best.squares) best = { ...found, at: [alpha, beta, gamma] };
  };
  for (const alpha of [0.05, 0.15, 0.3, 0.5, 0.8]) {
    for (const beta of [0.001, 0.02, 0.1, 0.3]) {
      for (const gamma of [0.001, 0.05, 0.15, 0.4]) attempt(alpha, beta, gamma);
    }
  }
  const start = (best as { at: readonly number[] } | null)?.at ?? [0.3, 0.02, 0.05];
  const [a = 0.3, b = 0.02, g = 0.05] = start;
  for (const alpha of [a * 0.7, a, Math.min(0.99, a * 1.3)]) {
    for (const beta of [b * 0.5, b, Math.min(0.99, b * 1.5)]) {
      for (const gamma of [g * 0.5, g, Math.min(0.99, g * 1.5)]) attempt(alpha, beta, gamma);
    }
  }
  return (best as { forecast: number[] } | null)?.forecast ?? [];
}

function run(
  values: readonly number[],
  alpha: number,
  beta: number,
  gamma: number,
  ahead: number,
): { squares: number; forecast: number[] } {
  const mean = (from: number): number =>
    values.slice(from, from + 12).reduce((sum, value) => sum + value, 0) / 12;
  let level = mean(0);
  let trend = (mean(12) - mean(0)) / 12;
  const season = values.slice(0, 12).map((value) => value - level);
  let squares = 0;
  values.forEach((value, at) => {
    const month = at % 12;
    const seasonal = season[month] as number;
    const error = value - (level + trend + seasonal);
    if (at >= 12) squares += error * error;
    const before = level;
    level = alpha * (value - seasonal) + (1 - alpha) * (level + trend);
    trend = beta * (level - before) + (1 - beta) * trend;
    season[month] = gamma * (value - level) + (1 - gamma) * seasonal;
  });
  const forecast = Array.from({ length: ahead }, (_, at) =>
    Math.max(0, level + (at + 1) * trend + (season[(values.length + at) % 12] as number)),
  );
  return { squares, forecast };
}
