import fc from 'fast-check';
import {
  chainLadder,
  relativeError,
  type Triangle,
} from '../../../../src/core/forecast/completion/chain-ladder';

const rows = (text: string): Triangle =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(',').map(Number));

/** Taylor and Ashe (1983), as in table 1 of Mack (1993). */
const TAYLOR_ASHE = rows(`
  357848,1124788,1735330,2218270,2745596,3319994,3466336,3606286,3833515,3901463
  352118,1236139,2170033,3353322,3799067,4120063,4647867,4914039,5339085
  290507,1292306,2218525,3235179,3985995,4132918,4628910,4909315
  310608,1418858,2195047,3757447,4029929,4381982,4588268
  443160,1136350,2128333,2897821,3402672,3873311
  396132,1333217,2180715,2985752,3691712
  440832,1288463,2419861,3483130
  359480,1421128,2864498
  376686,1363294
  344014`);

/** Reinsurance Association of America, Historical Loss Development (1991), p. 96. */
const RAA = rows(`
  5012,8269,10907,11805,13539,16181,18009,18608,18662,18834
  106,4285,5396,10666,13782,15599,15496,16169,16704
  3410,8992,13873,16141,18735,22214,22863,23466
  5655,11555,15766,21266,23425,26083,27067
  1092,9565,15836,22169,25955,26180
  1513,6445,11702,12935,15852
  557,4020,10946,12314
  1351,6947,13112
  3133,5395
  2063`);

const whole = (values: readonly number[]): number[] => values.map((value) => Math.round(value));
const outstanding = (triangle: Triangle): number[] =>
  whole(chainLadder(triangle).origins.map((origin) => origin.outstanding));
const errors = (triangle: Triangle, rule: 'mack' | 'log-linear'): number[] =>
  whole(chainLadder(triangle, rule).origins.map((origin) => origin.error));

describe('NAT-05 chain ladder with Mack standard errors', () => {
  it('Taylor-Ashe: the printed factors and sigmas', () => {
    const { factors, sigmas } = chainLadder(TAYLOR_ASHE);
    expect(factors.map((factor) => factor.toFixed(6))).toEqual(
      '3.490607 1.747333 1.457413 1.173852 1.103824 1.086269 1.053874 1.076555 1.017725'.split(' '),
    );
    expect(sigmas.map((sigma) => sigma.toFixed(4))).toEqual(
      '400.3503 194.2598 204.8541 123.2189 117.1807 90.4753 21.1333 33.8728 21.1333'.split(' '),
    );
    expect(chainLadder(TAYLOR_ASHE, 'log-linear').sigmas[8]?.toFixed(4)).toBe('20.0982');
  });

  it('Taylor-Ashe: reserves and standard errors per origin and in total', () => {
    expect(outstanding(TAYLOR_ASHE)).toEqual([
      0, 94634, 469511, 709638, 984889, 1419459, 2177641, 3920301, 4278972, 4625811,
    ]);
    expect(errors(TAYLOR_ASHE, 'mack')).toEqual([
      0, 75535, 121699, 133549, 261406, 411010, 558317, 875328, 971258, 1363155,
    ]);
    expect(errors(TAYLOR_ASHE, 'log-linear')).toEqual([
      0, 71835, 119474, 131573, 260530, 410407, 557796, 874882, 970960, 1362981,
    ]);
    const mack = chainLadder(TAYLOR_ASHE);
    expect([Math.round(mack.outstanding), Math.round(mack.error)]).toEqual([18680856, 2447095]);
    expect(Math.round(chainLadder(TAYLOR_ASHE, 'log-linear').error)).toBe(2441364);
  });

  it('the total error holds what origins have in common: more than the origins on their own', () => {
    const { origins, error } = chainLadder(TAYLOR_ASHE);
    const apart = Math.sqrt(origins.reduce((sum, origin) => sum + origin.error ** 2, 0));
    expect(Math.round(apart)).toBe(2038397);
    expect(error).toBeGreaterThan(apart);
  });

  it('RAA: factors, sigmas, reserves and errors by both rules', () => {
    const mack = chainLadder(RAA);
    expect(mack.factors.map((factor) => factor.toFixed(6))).toEqual(
      '2.999359 1.623523 1.270888 1.171675 1.113385 1.041935 1.033264 1.016936 1.009217'.split(' '),
    );
    expect(mack.sigmas.map((sigma) => sigma.toFixed(4))).toEqual(
      '166.9835 33.2945 26.2953 7.8250 10.9288 6.3890 1.1591 2.8077 1.1591'.split(' '),
    );
    expect(outstanding(RAA)).toEqual([0, 154, 617, 1636, 2747, 3649, 5435, 10907, 10650, 16339]);
    expect(errors(RAA, 'mack')).toEqual([0, 206, 623, 747, 1469, 2002, 2209, 5358, 6333, 24566]);
    expect(errors(RAA, 'log-linear')).toEqual([0, 143, 592, 713, 1452, 1995, 2204, 5354, 6332, 24566]);
    expect([Math.round(mack.outstanding), Math.round(mack.error)]).toEqual([52135, 26909]);
    expect(chainLadder(RAA, 'log-linear').error.toFixed(2)).toBe('26880.74');
  });

  it('an amount of an origin’s own age and size has the origin’s own error', () => {
    const mack = chainLadder(TAYLOR_ASHE);
    const origin = mack.origins[9];
    expect(relativeError(mack, 0, 344014) * (origin?.ultimate ?? 0)).toBeCloseTo(origin?.error ?? 0, 4);
  });

  it('nothing declared at all gives factors of 1 and no error', () => {
    const { factors, outstanding: open, error } = chainLadder([[0, 0, 0], [0, 0], [0]]);
    expect([factors, open, error]).toEqual([[1, 1], 0, 0]);
    expect(chainLadder([]).origins).toEqual([]);
  });

  it('never gives anything that is not a number, and an exact pattern has no error', () => {
    const cell = fc.integer({ min: -500, max: 100000 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 8 }), (triangle) => {
        for (const rule of ['mack', 'log-linear'] as const) {
          const found = chainLadder(triangle, rule);
          expect(Number.isFinite(found.error)).toBe(true);
          expect(found.origins.every((origin) => Number.isFinite(origin.ultimate + origin.error))).toBe(true);
        }
      }),
    );
    const exact = [1000, 2000, 4000, 800].map((size, at) =>
      [0.5, 0.8, 0.9, 1].slice(0, 4 - at).map((share) => size * share),
    );
    const found = chainLadder(exact);
    expect(whole(found.origins.map((origin) => origin.ultimate))).toEqual([1000, 2000, 4000, 800]);
    expect(found.error).toBeLessThan(1e-6);
  });
});
