import { applyProfile, detectLayout, makeProfile, parseProfile, planFill } from '../../src/core/prognosis';
import { buildCase } from './build';
import { CHANGES, mutate } from './mutate';
import { contextOf, ratesOf, score, scoreOf, sourceOf, type Score } from './score';
import { isHeldBack, SPECS } from './specs';

/** Every layout drawn up by hand and a part of the mixed ones: the rest repeats them. */
const sampled = SPECS.filter((spec, at) => !isHeldBack(spec) && (!spec.id.startsWith('mix') || at % 5 === 0));

const known = sampled
  .map((spec) => buildCase(spec))
  .filter((one) => {
    const found = score(one, one.aliases);
    return found.inputs > 0 && found.right === found.inputs;
  })
  .map((one) => {
    const layout = detectLayout(one.book, contextOf(one.aliases));
    const parsed = parseProfile(JSON.parse(JSON.stringify(makeProfile(layout, one.book))));
    if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
    return { one, profile: parsed.profile };
  });

describe.each(CHANGES)('a profile on next month’s workbook: %s', (change) => {
  const results = known.map(({ one, profile }): { score: Score; told: boolean; id: string } => {
    const next = mutate(one, change);
    // Without the aliases: the profile remembers them.
    const layout = applyProfile(profile, next.book, contextOf());
    const source = sourceOf(next);
    const found = scoreOf(next, layout, planFill(layout, next.book, source), source.figures);
    return {
      id: one.spec.id,
      score: found,
      told: layout.remarks.some(({ code }) => code.startsWith('prognosis.profile-')),
    };
  });

  it('finds the cells again', () => {
    const rates = ratesOf(results.map((result) => result.score));
    expect(rates.right / rates.inputs).toBeGreaterThan(0.9);
  });

  it('takes no cell for another, overwrites nothing, loses no cent', () => {
    const bad = results.filter(
      ({ score: found }) =>
        found.wrong + found.taken + found.overwritten + found.strayed + found.filledWrong > 0 ||
        found.difference !== 0n,
    );
    expect(bad.map(({ id }) => id)).toEqual([]);
  });

  it('says what no longer fits', () => {
    const silent = results.filter(({ score: found, told }) => found.right < found.inputs && !told);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
