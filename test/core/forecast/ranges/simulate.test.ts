import fc from 'fast-check';
import { randomStream, streamOf } from '../../../../src/core/forecast/ranges/random';
import { sharedNoise, WINDOW } from '../../../../src/core/forecast/ranges/shared-noise';
import { quantile, rangeOfValues, yearOfPaths } from '../../../../src/core/forecast/ranges/quantiles';

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const product = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, at) => value * (b[at] as number));

describe('random streams', () => {
  it('depend on their seeds only', () => {
    const draw = (seed: number, stream: number): number[] => {
      const random = randomStream(seed, stream);
      return [random.uniform(), random.normal(), random.normal()];
    };
    expect(draw(3, 4)).toEqual(draw(3, 4));
    expect(draw(3, 4)).not.toEqual(draw(4, 3));
    expect(streamOf('a')).not.toBe(streamOf('b'));
  });

  it('are even between 0 and 1, and normal with mean 0 and variance 1', () => {
    const random = randomStream(11, 0);
    const normals = Float64Array.from({ length: 40000 }, () => random.normal());
    expect(Math.abs(mean(normals))).toBeLessThan(0.02);
    expect(Math.abs(mean(product(normals, normals)) - 1)).toBeLessThan(0.03);
    expect(mean(normals.map((value) => (Math.abs(value) > 1.96 ? 1 : 0)))).toBeCloseTo(0.05, 2);
    const uniforms = Float64Array.from({ length: 40000 }, () => random.uniform());
    expect(uniforms.every((value) => value > 0 && value < 1)).toBe(true);
    expect(mean(uniforms)).toBeCloseTo(0.5, 2);
  });
});

describe('noise that products share', () => {
  const paths = 8000;
  const noise = sharedNoise(5, paths);
  const past = (from: (at: number) => number): Float64Array =>
    Float64Array.from({ length: WINDOW }, (_, at) => from(at));
  const mix = (row: number, of: Float64Array): Float64Array => {
    const out = new Float64Array(paths);
    noise.mix(row, of, out);
    return out;
  };
  const random = randomStream(1, 1);
  const one = past(() => random.normal());
  const other = past(() => random.normal());

  it('is standard normal per product, whatever the size of its deviations', () => {
    const values = mix(
      3,
      past((at) => 1000 * (one[at] as number)),
    );
    expect(Math.abs(mean(values))).toBeLessThan(0.05);
    expect(Math.abs(mean(product(values, values)) - 1)).toBeLessThan(0.06);
  });

  it('has the correlation that the past deviations have', () => {
    const both = past((at) => (one[at] as number) + (other[at] as number));
    const dot = (a: Float64Array, b: Float64Array): number => mean(product(a, b));
    const expected = dot(one, both) / Math.sqrt(dot(one, one) * dot(both, both));
    expect(mean(product(mix(7, one), mix(7, both)))).toBeCloseTo(expected, 1);
    expect(
      mean(
        product(
          mix(7, one),
          mix(
            7,
            past((at) => -(one[at] as number)),
          ),
        ),
      ),
    ).toBeCloseTo(-1, 1);
  });

  it('is independent between months ahead, and 0 without deviations', () => {
    expect(Math.abs(mean(product(mix(7, one), mix(8, one))))).toBeLessThan(0.05);
    expect(mix(7, new Float64Array(WINDOW)).every((value) => value === 0)).toBe(true);
  });

  it('an event is the same for everyone who names it', () => {
    expect(noise.event('a')).toBe(noise.event('a'));
    expect(noise.event('a')[0]).not.toBe(noise.event('b')[0]);
  });
});

describe('ranges of simulated values', () => {
  it('quantiles lie between the two values they fall between', () => {
    const sorted = Float64Array.from([10, 20, 30]);
    expect([quantile(sorted, 0), quantile(sorted, 0.5), quantile(sorted, 0.75), quantile(sorted, 1)]).toEqual(
      [10, 20, 25, 30],
    );
  });

  it('a range holds the middle 80% and 95%', () => {
    const values = Float64Array.from({ length: 1001 }, (_, at) => 1000 - at);
    expect(rangeOfValues(values)).toEqual({ low80: 100n, high80: 900n, low95: 25n, high95: 975n });
  });

  it('a range is that of the sorted values, whatever their order and however many are the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1e9 })), {
          minLength: 1,
          maxLength: 300,
        }),
        (values) => {
          const sorted = Float64Array.from(values).sort();
          const at = (share: number): bigint => BigInt(Math.round(quantile(sorted, share)));
          expect(rangeOfValues(Float64Array.from(values))).toEqual({
            low80: at(0.1),
            high80: at(0.9),
            low95: at(0.025),
            high95: at(0.975),
          });
        },
      ),
    );
  });

  it('the year adds up path by path', () => {
    expect([...yearOfPaths(Float64Array.from([1, 2, 10, 20]), 2)]).toEqual([11, 22]);
  });
});
