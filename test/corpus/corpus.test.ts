import { detectLayout, planFill } from '../../src/core/prognosis';
import { buildCase } from './build';
import { contextOf, ratesOf, score, sourceOf, type Score } from './score';
import { freshSpecs, isHeldBack, SPECS } from './specs';

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
    ['tuned', false, 0.995],
    ['held back', true, 0.99],
  ] as const)('is recognised: %s layouts', (_, held, floor) => {
    const rates = ratesOf(scoresOf(held));
    expect(rates.right / rates.inputs).toBeGreaterThan(floor);
  });

  it('is recognised: layouts of a seed that is in no corpus, with nothing else touched', () => {
    const rates = ratesOf(freshSpecs('2027', 60).map((spec) => score(buildCase(spec))));
    expect(rates.right / rates.inputs).toBeGreaterThan(0.99);
    expect([rates.taken, rates.overwritten, rates.strayed, rates.filledWrong]).toEqual([0, 0, 0, 0]);
  });

  it('asks about products in the provider’s own words, and guesses none', () => {
    const own = SPECS.filter((spec) => spec.labels === 'own').map((spec) => score(buildCase(spec)));
    expect(own.length).toBeGreaterThan(0);
    for (const { asked, inputs, right, wrong, filledWrong, difference } of own)
      expect([asked, right, wrong, filledWrong, difference]).toEqual([inputs, 0, 0, 0, 0n]);
  });

  it('rounds thousands only where asked, by at most half a unit per cell, and shows what that leaves out', () => {
    for (const spec of SPECS.filter(({ scale }) => scale !== undefined)) {
      const one = buildCase(spec);
      const layout = detectLayout(one.book, contextOf(one.aliases));
      const plan = planFill(layout, one.book, sourceOf(one), { thousandsPlaces: 0 });
      expect(plan.difference).toBe(0n);
      const cells = layout.slots.filter(({ measure }) => measure === 'amount').length;
      const rounded = plan.roundingTotal < 0n ? -plan.roundingTotal : plan.roundingTotal;
      expect(rounded <= BigInt(cells) * 50_000n).toBe(true);
    }
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
