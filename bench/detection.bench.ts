import { buildCase } from '../test/corpus/build';
import { isPerfect, ratesOf, score, type Score } from '../test/corpus/score';
import { familyOf, freshSpecs, isHeldBack, SPECS } from '../test/corpus/specs';

/**
 * How right detection and filling are on the corpus of layouts. `tuned`: layouts that were looked at while
 * building; `held back`: layouts that never were; `seed`: layouts put together from a seed of which nothing is
 * in the corpus. `SEEDS=a,b` chooses other seeds, `LAYOUTS=n` how many layouts each gives; `DETECTION=all` lists every
 * tuned layout, `DETECTION=faults` those of the seeds that have a fault, `NOTES=n` as many notes with each.
 */
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)}%`;

const seeds = (process.env['SEEDS'] ?? '2027,utrecht,kraanvogel')
  .split(',')
  .map((seed) => seed.trim())
  .filter((seed) => seed !== '');
const count = Number(process.env['LAYOUTS'] ?? 100);
const wanted = process.env['DETECTION'] ?? '';
const notes = Number(process.env['NOTES'] ?? 0);

interface Scored {
  readonly group: string;
  readonly family: string;
  readonly score: Score;
}

const scored = (group: string, specs: typeof SPECS): Scored[] =>
  specs.map((spec) => {
    const one = buildCase(spec);
    return { group, family: familyOf(spec), score: score(one, one.aliases) };
  });

const groups: readonly (readonly [string, readonly Scored[]])[] = [
  [
    'tuned',
    scored(
      'tuned',
      SPECS.filter((spec) => !isHeldBack(spec)),
    ),
  ],
  ['held back', scored('held back', SPECS.filter(isHeldBack))],
  ...seeds.map((seed) => [`seed ${seed}`, scored(seed, freshSpecs(seed, count))] as const),
];

for (const [name, list] of groups) {
  const rates = ratesOf(list.map((one) => one.score));
  console.log(
    `${name.padEnd(16)} ${rates.layouts} layouts, ${rates.perfect} without any fault; ${rates.inputs} input cells: ` +
      `${percent(rates.right, rates.inputs)} right (${percent(rates.right - rates.rightlyAsked, rates.inputs)} without those that can’t be known and were asked), ` +
      `${percent(rates.asked, rates.inputs)} asked, ${percent(rates.wrong, rates.inputs)} wrong, ${percent(rates.missed, rates.inputs)} missed`,
  );
  console.log(
    `${' '.repeat(17)}wrongly taken for an input ${rates.taken}; formulas and totals overwritten ${rates.overwritten}, ` +
      `other cells written ${rates.strayed}; contents right ${rates.filledRight}, wrong ${rates.filledWrong}, not filled ${rates.notFilled}`,
  );
}

const fresh = groups.slice(2).flatMap(([, list]) => list);
for (const family of [...new Set(fresh.map((one) => one.family))].sort()) {
  const rates = ratesOf(fresh.filter((one) => one.family === family).map((one) => one.score));
  console.log(
    `  ${family.padEnd(62)} ${String(rates.layouts).padStart(4)} layouts, ${percent(rates.right, rates.inputs)} right, ` +
      `${percent(rates.asked, rates.inputs)} asked, ${percent(rates.wrong, rates.inputs)} wrong, ${percent(rates.missed, rates.inputs)} missed, ` +
      `taken ${rates.taken}, overwritten ${rates.overwritten}`,
  );
}

for (const [name, list] of groups) {
  if (name === 'held back' || (name !== 'tuned' && wanted !== 'faults')) continue;
  for (const { score: one } of list) {
    if (isPerfect(one) && wanted !== 'all') continue;
    console.log(
      `  ${one.id.padEnd(24)} ${one.right}/${one.inputs} right, asked ${one.asked}, wrong ${one.wrong}, missed ${one.missed}, ` +
        `taken ${one.taken}, contents wrong ${one.filledWrong}, not filled ${one.notFilled}`,
    );
    for (const note of one.notes.slice(0, notes)) console.log(`      ${note}`);
  }
}
if (groups.some(([, list]) => list.some(({ score: one }) => one.overwritten > 0 || one.difference !== 0n)))
  process.exitCode = 1;
