import { buildCase } from './build';
import { ratesOf, score, type Score } from './score';
import { isHeldBack, SPECS } from './specs';

const scores = new Map<string, Score>(
  SPECS.map((spec) => {
    const one = buildCase(spec);
    return [spec.id, score(one, one.aliases)];
  }),
);
const scoresOf = (held: boolean): Score[] =>
  SPECS.filter((spec) => isHeldBack(spec) === held).flatMap((spec) => scores.get(spec.id) ?? []);

describe('the corpus of layouts', () => {
  it('has layouts of every kind, a third of them kept back, and is the same every time', () => {
    expect(SPECS.length).toBeGreaterThan(180);
    expect(new Set(SPECS.map(({ id }) => id)).size).toBe(SPECS.length);
    const held = SPECS.filter(isHeldBack).length;
    expect(held * 4).toBeGreaterThan(SPECS.length);
    const [first] = SPECS;
    if (first) expect(buildCase(first)).toEqual(buildCase(first));
  });

  it.each([
    ['tuned', false, 0.85],
    ['held back', true, 0.84],
  ] as const)('is recognised: %s layouts', (_, held, floor) => {
    const rates = ratesOf(scoresOf(held));
    expect(rates.right / rates.inputs).toBeGreaterThan(floor);
  });

  it('never has a formula or a total overwritten', () => {
    expect([...scores.values()].filter(({ overwritten }) => overwritten > 0).map(({ id }) => id)).toEqual([]);
  });

  it('loses no cent: filled + not filled + unmapped + rounding = source', () => {
    expect([...scores.values()].filter(({ difference }) => difference !== 0n).map(({ id }) => id)).toEqual(
      [],
    );
  });
});
