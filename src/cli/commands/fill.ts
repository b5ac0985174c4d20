import { toReportWorkbook } from '../../report';
import type { Arguments } from '../arguments';
import { openGridWith, type Engine } from '../engine';
import { readBytes } from '../input-files';
import { asOutputs, planOutputs, writeOutputs } from '../output-files';
import { measureChoice, prepareInput, requireEnding } from '../run-input';
import type { Exit, Session } from '../session';
import { snapshotBytes } from '../snapshot-file';
import { asReport, exitOf, pageBytes, printResult, renderOutcome } from './show-outcome';

/** Fills the provider's own workbook into a new file, checks it, and reports. */
export async function fill(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language } = session;
  const prognosis = found.texts.get('prognosis') ?? '';
  const out = found.texts.get('out') ?? '';
  const report = found.texts.get('report');
  const places = found.texts.get('thousands-places');
  requireEnding(out, '--out', ['.xlsx', '.xlsm']);
  const snapshot = found.texts.get('snapshot');
  const page = found.texts.get('html');
  if (report !== undefined) requireEnding(report, '--report', ['.xlsx']);
  if (snapshot !== undefined) requireEnding(snapshot, '--snapshot', ['.json']);
  if (page !== undefined) requireEnding(page, '--html', ['.html', '.htm']);
  const input = await prepareInput(found, [prognosis], world.cwd, engine, world.env);
  const targets = planOutputs(
    [out, report, page, snapshot].filter((typed) => typed !== undefined),
    world.cwd,
    input.files,
    found.flags.has('force'),
  );
  const [workbook] = input.workbooks;
  if (workbook === undefined) throw new Error('No workbook was prepared.');
  session.progress.report('workbook', workbook.name, null);
  const port = await engine.openXlsx(await readBytes(workbook.found), workbook.name);
  const outcome = await engine.runFill(
    {
      ...input.run,
      prognosis: { file: workbook.name, port },
      profile: input.profile,
      aliases: input.aliases,
      allowLocked: found.flags.has('allow-locked'),
      ...(places === undefined ? {} : { thousandsPlaces: Number(places) }),
      ...measureChoice(found),
    },
    openGridWith(engine),
    session.progress,
  );
  const shown = asReport(outcome, input, world.version);
  session.progress.report('report', null, null);
  const contents = [await port.save()];
  if (report !== undefined) contents.push(await toReportWorkbook(shown, language));
  if (page !== undefined) contents.push(pageBytes(shown, language));
  if (snapshot !== undefined) contents.push(snapshotBytes(outcome, input, world));
  const rendered = renderOutcome(shown, session);
  await writeOutputs(asOutputs(targets, contents));
  await printResult(rendered, session);
  for (const target of targets) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return exitOf(outcome);
}
