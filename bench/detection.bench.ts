import { buildCase } from '../test/corpus/build';
import { isPerfect, ratesOf, score, type Score } from '../test/corpus/score';
import { isHeldBack, SPECS } from '../test/corpus/specs';

/**
 * How right detection and filling are on the corpus of layouts. `tuned`: layouts that were looked at while
 * building; `held back`: layouts that never were. `DETECTION=all` lists every tuned layout.
 */
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)}%`;

const scores: { readonly held: boolean; readonly score: Score }[] = SPECS.map((spec) => {
  const one = buildCase(spec);
  return { held: isHeldBack(spec), score: score(one, one.aliases) };
});

for (const held of [false, true]) {
  const own = scores.filter((one) => one.held === held).map((one) => one.score);
  const rates = ratesOf(own);
  console.log(
    `${held ? 'held back' : 'tuned    '}  ${rates.layouts} layouts, ${rates.perfect} without any fault; ${rates.inputs} input cells: ` +
      `${percent(rates.right, rates.inputs)} right, ${percent(rates.asked, rates.inputs)} asked, ` +
      `${percent(rates.wrong, rates.inputs)} wrong, ${percent(rates.missed, rates.inputs)} missed`,
  );
  console.log(
    `           wrongly taken for an input ${rates.taken}; formulas and totals overwritten ${rates.overwritten}, ` +
      `other cells written ${rates.strayed}; contents right ${rates.filledRight}, wrong ${rates.filledWrong}, not filled ${rates.notFilled}`,
  );
}
for (const { held, score: one } of scores) {
  if (held || (isPerfect(one) && process.env['DETECTION'] !== 'all')) continue;
  console.log(
    `  ${one.id.padEnd(24)} ${one.right}/${one.inputs} right, asked ${one.asked}, wrong ${one.wrong}, missed ${one.missed}, ` +
      `taken ${one.taken}, contents wrong ${one.filledWrong}, not filled ${one.notFilled}`,
  );
  for (const note of one.notes.slice(0, Number(process.env['NOTES'] ?? 0))) console.log(`      ${note}`);
}
if (scores.some(({ score: one }) => one.overwritten > 0 || one.difference !== 0n)) process.exitCode = 1;
