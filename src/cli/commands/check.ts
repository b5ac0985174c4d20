import type { Issue } from '../../core';
import type { PrognosisFile, UnusableFile } from '../../flow';
import { toReportWorkbook } from '../../report';
import type { Arguments } from '../arguments';
import { checkDesk, isDesk } from '../desk/check-desk';
import { openGridWith, type Engine } from '../engine';
import { issuesOf, UsageError } from '../failure';
import { readBytes } from '../input-files';
import { asOutputs, planOutputs, writeOutputs } from '../output-files';
import { prepareInput, requireEnding, type PreparedInput } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { snapshotBytes } from '../snapshot-file';
import { asReport, exitOf, pageBytes, printResult, renderOutcome } from './show-outcome';

/**
 * Checks one or more submitted workbooks. One that can't be used doesn't stop the others: it is told on
 * standard error, has no entry in the result, and makes the exit status 2.
 */
export async function check(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language } = session;
  const snapshot = found.texts.get('snapshot');
  if (await isDesk(found, world.cwd)) {
    if (snapshot !== undefined) throw new UsageError({ code: 'cli.snapshot-not-of-desk', facts: {} });
    return checkDesk(found, session, engine);
  }
  const report = found.texts.get('report');
  const page = found.texts.get('html');
  if (report !== undefined) requireEnding(report, '--report', ['.xlsx']);
  if (snapshot !== undefined) requireEnding(snapshot, '--snapshot', ['.json']);
  if (page !== undefined) requireEnding(page, '--html', ['.html', '.htm']);
  const input = await prepareInput(found, found.operands, world.cwd, engine, world.env);
  const targets = planOutputs(
    [report, page, snapshot].filter((typed) => typed !== undefined),
    world.cwd,
    input.files,
    found.flags.has('force'),
  );
  const { opened, unusable } = await openWorkbooks(input, session, engine);
  for (const { issues, file } of unusable) tell(issues, file, session);
  if (opened.length === 0) return EXIT.unusable;
  const outcome = await engine.runCheck(
    { ...input.run, prognoses: opened, profile: input.profile, aliases: input.aliases },
    openGridWith(engine),
    session.progress,
  );
  for (const { issues, file } of outcome.unusable) tell(issues, file, session);
  const leftOut = [...unusable, ...outcome.unusable];
  const shown = { ...asReport(outcome, input, world.version), unusable: leftOut };
  const rendered = renderOutcome(shown, session);
  if (targets.length > 0) {
    session.progress.report('report', null, null);
    const contents = [
      ...(report === undefined ? [] : [await toReportWorkbook(shown, language)]),
      ...(page === undefined ? [] : [pageBytes(shown, language)]),
      ...(snapshot === undefined ? [] : [snapshotBytes(outcome, input, world)]),
    ];
    await writeOutputs(asOutputs(targets, contents));
  }
  await printResult(rendered, session);
  for (const target of targets) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  if (leftOut.length === 0) return exitOf(outcome);
  session.problem({
    level: 'error',
    code: 'cli.workbooks-left-out',
    facts: { count: leftOut.length, total: input.workbooks.length },
    place: {},
  });
  return EXIT.unusable;
}

function tell(issues: readonly Issue[], file: string, session: Session): void {
  for (const issue of issues) session.problem({ ...issue, place: { file, ...issue.place } });
}

async function openWorkbooks(
  input: PreparedInput,
  session: Session,
  engine: Engine,
): Promise<{ readonly opened: readonly PrognosisFile[]; readonly unusable: readonly UnusableFile[] }> {
  const opened: PrognosisFile[] = [];
  const unusable: UnusableFile[] = [];
  for (const { found, name } of input.workbooks) {
    session.progress.report('workbook', name, null);
    try {
      opened.push({ file: name, port: await engine.openXlsx(await readBytes(found), name) });
    } catch (error) {
      const issues = issuesOf(error);
      if (issues === null) throw error;
      unusable.push({ file: name, issues });
    }
  }
  return { opened, unusable };
}
