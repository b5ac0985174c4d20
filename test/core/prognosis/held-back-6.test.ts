import { fill } from './given';
import { THIRD } from './provider-layouts-3';

/** A sixth round of layouts, made after the fifth was mended; run first against the mechanism as it was then. */
describe('held-back layouts, sixth round', () => {
  it.each(THIRD.map((layout) => [layout.name, layout] as const))('%s', (_, one) => {
    expect(fill(one.book, one.source).cells).toEqual(one.expected);
  });
});
