import { randomStream, streamOf } from './random';

/** Past months whose deviations are mixed into the simulated ones. */
export const WINDOW = 48;

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
 * Noise for `paths` paths and `rows` kinds of deviation (a month ahead, the slope, the level, a season).
 * Source: the multiplier bootstrap; Mammen, Bootstrap and wild bootstrap for high dimensional linear models,
 * The Annals of Statistics 21 (1993).
 */
export function sharedNoise(seed: number, paths: number, rows: number): SharedNoise {
  const weights: (Float64Array | undefined)[] = new Array<Float64Array | undefined>(rows);
  const normals = (stream: number, count: number): Float64Array => {
    const random = randomStream(seed, stream);
    return Float64Array.from({ length: count }, () => random.normal());
  };
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
      const block = (weights[row] ??= normals(1000 + row, paths * WINDOW));
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
        let sum = 0;
        for (let at = 0; at < used; at++) sum += (block[start + at] as number) * (past[at] as number);
        out[path] = sum * scale;
      }
    },
  };
}
