import { fill } from './given';
import { TRAPS } from './provider-layouts-4';

/** Tables of the same products and months that hold something else than the prognosis. */
describe('look-alikes of a prognosis', () => {
  it.each(TRAPS.map((layout) => [layout.name, layout] as const))('%s', (_, one) => {
    expect(fill(one.book, one.source).cells).toEqual(one.expected);
  });
});
