import { forecastYear, sumPaths, type CareRow } from '../../../../src/core';
import { sumPathsOfYear } from '../../../../src/core/forecast/forecast-year';
import { invented, request, rowsOf } from '../forecast-case';

const lines: CareRow[] = [
  ...rowsOf(invented(30, { noise: 0.1 }), '2021-01', { product: 'A' }),
  ...rowsOf(invented(4, { noise: 0.2, seed: 2 }), '2023-03', { product: 'B' }),
  ...rowsOf(invented(30, { noise: 0.1, seed: 3 }), '2021-01', { product: 'C', domain: 'Jeugdwet' }),
];

describe('the simulated months of a whole forecast', () => {
  it('are those of its products, to the last bit, with the same amounts', () => {
    const asked = request(lines, { paths: 500 });
    const whole = sumPathsOfYear(asked);
    const parts = sumPaths(forecastYear(asked), {});
    expect(whole.amounts).toEqual(parts.amounts);
    expect([...whole.values]).toEqual([...parts.values]);
  });
});
