import { layoutToJson, layoutToText } from '../../report';
import type { Arguments } from '../arguments';
import type { Engine } from '../engine';
import { findFile, readBytes } from '../input-files';
import { planOutputs, writeOutputs } from '../output-files';
import { requireEnding } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { readDay, readYear } from '../values';
import { printResult } from './show-outcome';

/** Shows what detection sees in a workbook; `--save` writes it as a profile. */
export async function inspect(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language, format } = session;
  const typedDay = found.texts.get('as-of');
  const asOf = typedDay === undefined ? world.today() : readDay(typedDay, '--as-of');
  const typedYear = found.texts.get('year');
  const year = typedYear === undefined ? Number(asOf.slice(0, 4)) : readYear(typedYear, '--year');
  const save = found.texts.get('save');
  if (save !== undefined) requireEnding(save, '--save', ['.json']);
  const workbook = await findFile(found.operands[0] ?? '', world.cwd);
  const [target] = planOutputs(
    save === undefined ? [] : [save],
    world.cwd,
    [workbook],
    found.flags.has('force'),
  );
  const port = await engine.openXlsx(await readBytes(workbook), workbook.typed);
  const { layout, profile } = await engine.inspect({ file: workbook.typed, port }, { year, asOf });
  const rendered =
    format === 'json'
      ? `${JSON.stringify(layoutToJson(layout, language), null, 2)}\n`
      : layoutToText(layout, language, Math.min(world.columns ?? 80, 120));
  if (target !== undefined) {
    const bytes = new TextEncoder().encode(`${JSON.stringify(profile, null, 2)}\n`);
    await writeOutputs([{ target, bytes }]);
  }
  await printResult(rendered, session);
  if (typedYear === undefined && layout.year === null) {
    session.remark({ code: 'cli.year-assumed', facts: { year: String(year) } });
  }
  if (target !== undefined) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return EXIT.fine;
}
