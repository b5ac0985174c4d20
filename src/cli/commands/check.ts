import type { Issue } from '../../core';
import type { PrognosisFile, RunOutcome } from '../../flow';
import { toReportWorkbook } from '../../report';
import type { Arguments } from '../arguments';
import type { Engine } from '../engine';
import { issuesOf } from '../failure';
import { readBytes } from '../input-files';
import { planOutputs, writeOutputs } from '../output-files';
import { prepareInput, requireEnding, type PreparedInput } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { asReport, exitOf, printOutcome } from './show-outcome';

/**
 * Checks one or more submitted workbooks. One that can't be used doesn't stop the others: it is told on
 * standard error, has no entry in the result, and makes the exit status 2.
 */
export async function check(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language } = session;
  const report = found.texts.get('report');
  if (report !== undefined) requireEnding(report, '--report', ['.xlsx']);
  const input = await prepareInput(found, found.operands, world.cwd, engine);
  const targets = planOutputs(
    report === undefined ? [] : [report],
    world.cwd,
    input.files,
    found.flags.has('force'),
  );
  const opened = await openWorkbooks(input, session, engine);
  const checked = await checkUsable(opened, input, session, engine);
  if (checked === null) return EXIT.unusable;
  const shown = asReport(checked.outcome, input, world.version);
  const [target] = targets;
  if (target !== undefined) {
    session.progress.report('report', null, null);
    await writeOutputs([{ target, bytes: await toReportWorkbook(shown, language) }]);
  }
  await printOutcome(shown, session);
  if (target !== undefined) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  const left = input.workbooks.length - checked.used;
  if (left === 0) return exitOf(checked.outcome);
  session.problem({
    level: 'error',
    code: 'cli.workbooks-left-out',
    facts: { count: left, total: input.workbooks.length },
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
): Promise<PrognosisFile[]> {
  const opened: PrognosisFile[] = [];
  for (const { found, name } of input.workbooks) {
    session.progress.report('workbook', name, null);
    try {
      opened.push({ file: name, port: await engine.openXlsx(await readBytes(found), name) });
    } catch (error) {
      const issues = issuesOf(error);
      if (issues === null) throw error;
      tell(issues, name, session);
    }
  }
  return opened;
}

/** Runs the check; workbooks it can't use are told and left out, and the others tried again. */
async function checkUsable(
  opened: readonly PrognosisFile[],
  input: PreparedInput,
  session: Session,
  engine: Engine,
): Promise<{ readonly outcome: RunOutcome; readonly used: number } | null> {
  let usable = [...opened];
  while (usable.length > 0) {
    try {
      const outcome = await engine.runCheck(
        { ...input.run, prognoses: usable, profile: input.profile },
        async (bytes, file) => (await engine.openXlsx(bytes, file)).read(),
        session.progress,
      );
      return { outcome, used: usable.length };
    } catch (error) {
      const issues = issuesOf(error);
      if (issues === null) throw error;
      const blamed = new Set(issues.map((issue) => issue.place.file));
      const rest = usable.filter((prognosis) => !blamed.has(prognosis.file));
      // Issues with other inputs (a production file, the ceilings) concern every workbook.
      if (rest.length === usable.length || !issues.every((issue) => isOneOf(issue, usable))) throw error;
      for (const issue of issues) session.problem(issue);
      usable = rest;
    }
  }
  return null;
}

const isOneOf = (issue: Issue, prognoses: readonly PrognosisFile[]): boolean =>
  prognoses.some((prognosis) => prognosis.file === issue.place.file);
