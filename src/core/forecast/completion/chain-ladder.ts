/**
 * Run-off triangle: per origin month what was declared in total after 0, 1, 2 … months. Rows may differ in
 * length; the row of the youngest origin is usually the shortest.
 */
export type Triangle = readonly (readonly number[])[];

/**
 * How the variance of the last development, which is seen only once, is estimated. `mack`: the smallest of
 * its two neighbours and their extrapolation. `log-linear`: on the line through the logarithms of the others.
 */
export type LastSigma = 'mack' | 'log-linear';

export interface LadderOrigin {
  /** Number of developments seen, less one: the age of the origin. */
  readonly age: number;
  readonly latest: number;
  readonly ultimate: number;
  /** Still to be declared: ultimate less latest. */
  readonly outstanding: number;
  /** Standard error of the ultimate. */
  readonly error: number;
}

export interface ChainLadder {
  /** From each development to the next. */
  readonly factors: readonly number[];
  readonly sigmas: readonly number[];
  /** What each factor rests on: the sum of the amounts before it. */
  readonly bases: readonly number[];
  /** Per age: the factor from that age to the end. */
  readonly toUltimate: readonly number[];
  readonly origins: readonly LadderOrigin[];
  readonly outstanding: number;
  /** Standard error of the sum of the ultimates, what the origins have in common included. */
  readonly error: number;
}

/**
 * Volume-weighted chain ladder with the distribution-free standard errors of Mack, per origin and in total.
 * A development whose amounts before it add up to nothing has factor 1.
 * Unit: that of the triangle. Errors: none; an empty triangle gives no origins.
 * Source: Mack, Distribution-free calculation of the standard error of chain ladder reserve estimates, ASTIN
 * Bulletin 23 (1993).
 * @example chainLadder([[100, 150], [80]]).origins[1]?.ultimate // 120
 */
export function chainLadder(triangle: Triangle, lastSigma: LastSigma = 'mack'): ChainLadder {
  const width = triangle.reduce((most, row) => Math.max(most, row.length), 0);
  const factors: number[] = [];
  const variances: (number | null)[] = [];
  const bases: number[] = [];
  for (let age = 0; age + 1 < width; age++) {
    const rows = triangle.filter((row) => row.length > age + 1);
    const base = rows.reduce((sum, row) => sum + (row[age] as number), 0);
    const next = rows.reduce((sum, row) => sum + (row[age + 1] as number), 0);
    const factor = base > 0 && next > 0 ? next / base : 1;
    let squares = 0;
    let counted = 0;
    for (const row of rows) {
      const from = row[age] as number;
      if (!(from > 0)) continue;
      counted++;
      squares += from * ((row[age + 1] as number) / from - factor) ** 2;
    }
    factors.push(factor);
    bases.push(base);
    variances.push(counted > 1 ? squares / (counted - 1) : null);
  }
  const squaredSigmas = completeSigmas(variances, lastSigma);

  const toUltimate = new Array<number>(width).fill(1);
  for (let age = width - 2; age >= 0; age--) {
    toUltimate[age] = (toUltimate[age + 1] as number) * (factors[age] as number);
  }

  const origins: LadderOrigin[] = triangle
    .filter((row) => row.length > 0)
    .map((row) => {
      const age = row.length - 1;
      const latest = row[age] as number;
      const ultimate = latest * (toUltimate[age] as number);
      const relative = relativeVariance({ factors, bases, squaredSigmas }, age, latest);
      return {
        age,
        latest,
        ultimate,
        outstanding: ultimate - latest,
        error: Math.abs(ultimate) * Math.sqrt(relative),
      };
    });

  // What two origins share: the estimated factors from the age of the older on.
  let mse = 0;
  origins.forEach((origin, at) => {
    mse += origin.error ** 2;
    for (const other of origins.slice(at + 1)) {
      const from = Math.max(origin.age, other.age);
      let common = 0;
      for (let age = from; age + 1 < width; age++) {
        const base = bases[age] as number;
        if (base > 0) common += (2 * (squaredSigmas[age] as number)) / (factors[age] as number) ** 2 / base;
      }
      mse += origin.ultimate * other.ultimate * common;
    }
  });
  return {
    factors,
    sigmas: squaredSigmas.map(Math.sqrt),
    bases,
    toUltimate,
    origins,
    outstanding: origins.reduce((sum, origin) => sum + origin.outstanding, 0),
    error: Math.sqrt(Math.max(0, mse)),
  };
}

/** Mack's variance of an ultimate, as a share of its square. */
function relativeVariance(
  ladder: {
    readonly factors: readonly number[];
    readonly bases: readonly number[];
    readonly squaredSigmas: readonly number[];
  },
  age: number,
  latest: number,
): number {
  let projected = latest;
  let relative = 0;
  for (let at = age; at < ladder.factors.length; at++) {
    const factor = ladder.factors[at] as number;
    const base = ladder.bases[at] as number;
    const share = (projected > 0 ? 1 / projected : 0) + (base > 0 ? 1 / base : 0);
    relative += ((ladder.squaredSigmas[at] as number) / (factor * factor)) * share;
    projected *= factor;
  }
  return relative;
}

/**
 * Standard error of the final amount as a share of it, for an amount of that age outside the triangle's own
 * origins, such as one product of a group.
 */
export const relativeError = (ladder: ChainLadder, age: number, latest: number): number =>
  Math.sqrt(
    relativeVariance({ ...ladder, squaredSigmas: ladder.sigmas.map((sigma) => sigma * sigma) }, age, latest),
  );

/** Fills in the variances that a single observation can't give. */
function completeSigmas(variances: readonly (number | null)[], rule: LastSigma): number[] {
  const filled: number[] = [];
  const known = variances.flatMap((variance, age) =>
    variance !== null && variance > 0 ? [{ age, log: Math.log(Math.sqrt(variance)) }] : [],
  );
  variances.forEach((variance, age) => {
    if (variance !== null) {
      filled.push(variance);
      return;
    }
    const before = filled[age - 1];
    const earlier = filled[age - 2];
    if (before === undefined) filled.push(0);
    else if (rule === 'log-linear' && known.length > 1) filled.push(Math.exp(2 * lineAt(known, age)));
    else if (earlier === undefined || earlier <= 0) filled.push(before);
    else filled.push(Math.min((before * before) / earlier, Math.min(earlier, before)));
  });
  return filled;
}

function lineAt(points: readonly { age: number; log: number }[], age: number): number {
  const mean = (of: (point: { age: number; log: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const middle = mean((point) => point.age);
  const level = mean((point) => point.log);
  const top = points.reduce((sum, point) => sum + (point.age - middle) * (point.log - level), 0);
  const bottom = points.reduce((sum, point) => sum + (point.age - middle) ** 2, 0);
  return level + (top / bottom) * (age - middle);
}
