import { randomStream, streamOf } from './random';

/** Past months whose deviations are mixed into the simulated ones; a multiple of `TOGETHER`. */
export const WINDOW = 36;

/**
 * The random weights that all products share. A simulated deviation is a mix of the product's own past
 * deviations with weights per past month that are the same for every product: products that rose and fell
 * together do so in the simulation, without a model of their correlation. For one product the mix is exactly
 * standard normal.
 */
export interface SharedNoise {
  readonly paths: number;
  /** Fills `out` with a standard normal deviation per path. `past[t]`: deviation `t` months before the end. */
  mix(row: number, past: Float64Array, out: Float64Array): void;
  /** A standard normal number per path that all products share, for the size of the deviations. */
  readonly common: Float64Array;
  /** A standard normal number per path for a named event, such as a group's completion of one month. */
  event(name: string): Float64Array;
}

/**
 * The weights of the last seed: they depend on nothing else, and making them takes longer than forecasting a
 * single product.
 */
let kept: { seed: number; paths: number; weights: Map<number, Float64Array> } | null = null;

/**
 * Noise for `paths` paths; a row per kind of deviation (a month ahead, the slope, the level, a season).
 * Source: the multiplier bootstrap; Mammen, Bootstrap and wild bootstrap for high dimensional linear models,
 * The Annals of Statistics 21 (1993).
 */
export function sharedNoise(seed: number, paths: number): SharedNoise {
  const normals = (stream: number, count: number): Float64Array => {
    const random = randomStream(seed, stream);
    const values = new Float64Array(count);
    for (let at = 0; at < count; at++) values[at] = random.normal();
    return values;
  };
  if (kept === null || kept.seed !== seed || kept.paths !== paths) kept = { seed, paths, weights: new Map() };
  const { weights } = kept;
  const events = new Map<string, Float64Array>();
  return {
    paths,
    common: normals(1, paths),
    event(name) {
      let found = events.get(name);
      if (!found) events.set(name, (found = normals(streamOf(name), paths)));
      return found;
    },
    mix(row, past, out) {
      let block = weights.get(row);
      if (!block) weights.set(row, (block = normals(1000 + row, paths * WINDOW)));
      let used = 0;
      let squares = 0;
      for (let at = 0; at < WINDOW; at++) {
        const value = past[at] as number;
        if (value !== 0) {
          used = at + 1;
          squares += value * value;
        }
      }
      if (squares === 0) {
        out.fill(0);
        return;
      }
      mixInto(block, past, used, 1 / Math.sqrt(squares), out);
    },
  };
}

/** Months of the past taken together in one run over all paths; `WINDOW` is a multiple of it. */
const TOGETHER = 12;
/** Four sums per path: one would wait for itself. */
let parts = new Float64Array(0);

/** Per path the sum of weight × deviation over the months in use. The order of adding is that of four sums side by side. */
function mixInto(
  block: Float64Array,
  past: Float64Array,
  used: number,
  scale: number,
  out: Float64Array,
): void {
  const paths = out.length;
  if (parts.length !== 4 * paths) parts = new Float64Array(4 * paths);
  parts.fill(0);
  const own = parts;
  for (let at = 0; at < used; at += TOGETHER) {
    // Held apart so that they are read once and not once per path.
    const [a0, b0, c0, d0] = four(past, at);
    const [a1, b1, c1, d1] = four(past, at + 4);
    const [a2, b2, c2, d2] = four(past, at + 8);
    for (let path = 0, w = at, k = 0; path < paths; path++, w += WINDOW, k += 4) {
      own[k] =
        (own[k] as number) +
        (block[w] as number) * a0 +
        (block[w + 4] as number) * a1 +
        (block[w + 8] as number) * a2;
      own[k + 1] =
        (own[k + 1] as number) +
        (block[w + 1] as number) * b0 +
        (block[w + 5] as number) * b1 +
        (block[w + 9] as number) * b2;
      own[k + 2] =
        (own[k + 2] as number) +
        (block[w + 2] as number) * c0 +
        (block[w + 6] as number) * c1 +
        (block[w + 10] as number) * c2;
      own[k + 3] =
        (own[k + 3] as number) +
        (block[w + 3] as number) * d0 +
        (block[w + 7] as number) * d1 +
        (block[w + 11] as number) * d2;
    }
  }
  for (let path = 0, k = 0; path < paths; path++, k += 4) {
    out[path] =
      ((own[k] as number) + (own[k + 1] as number) + ((own[k + 2] as number) + (own[k + 3] as number))) *
      scale;
  }
}

const four = (values: Float64Array, at: number): readonly [number, number, number, number] => [
  values[at] as number,
  values[at + 1] as number,
  values[at + 2] as number,
  values[at + 3] as number,
];
