import { randomStream, streamOf } from './random';

/** Past months whose deviations are mixed into the simulated ones; a multiple of four. */
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
      const scale = 1 / Math.sqrt(squares);
      for (let path = 0, start = 0; path < paths; path++, start += WINDOW) {
        // Four sums side by side: one would wait for itself.
        let a = 0;
        let b = 0;
        let c = 0;
        let d = 0;
        for (let at = 0; at < used; at += 4) {
          a += (block[start + at] as number) * (past[at] as number);
          b += (block[start + at + 1] as number) * (past[at + 1] as number);
          c += (block[start + at + 2] as number) * (past[at + 2] as number);
          d += (block[start + at + 3] as number) * (past[at + 3] as number);
        }
        out[path] = (a + b + (c + d)) * scale;
      }
    },
  };
}
