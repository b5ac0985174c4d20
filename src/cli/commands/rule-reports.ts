import {
  REGION_REPORTS,
  runFinance,
  runRegionReport,
  runWlzReport,
  WLZ_REPORTS,
  type RuleReport,
  type RuleReportRequest,
} from '../../flow';
import { unknownName, type Arguments } from '../arguments';
import { openGridWith, type Engine } from '../engine';
import { UsageError } from '../failure';
import { asInputs, findFile } from '../input-files';
import { planOutputs, writeOutputs } from '../output-files';
import { ruleReportCsv, ruleReportJson, ruleReportText } from '../rule-report';
import { decimalChoice, findAll, findRulebookFile, refuseTwice, requireEnding } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { readDay, readYear } from '../values';
import { printResult } from './show-outcome';

type Work = (request: RuleReportRequest, engine: Engine) => Promise<RuleReport>;

/** Reads what all three commands share, works the report out, and prints and writes it. */
async function report(
  found: Arguments,
  session: Session,
  engine: Engine,
  second: 'subcontracts' | 'mains' | null,
  work: Work,
): Promise<Exit> {
  const { world, language } = session;
  const year = readYear(found.texts.get('year') ?? '', '--year');
  const day = found.texts.get('as-of');
  const asOf = day === undefined ? null : readDay(day, '--as-of');
  const out = found.texts.get('out');
  if (out !== undefined) requireEnding(out, '--out', ['.csv', '.json']);
  const rulebook = await findRulebookFile(found.texts.get('rulebook') ?? '', world.cwd, engine);
  const lines = await findAll(found.files.get('lines') ?? [], world.cwd);
  refuseTwice(lines, '--lines');
  const typed = second === null ? undefined : found.texts.get(second);
  const other = typed === undefined ? null : await findFile(typed, world.cwd);
  const files = [...lines, ...(other ? [other] : [])];
  const [target] = planOutputs(
    out === undefined ? [] : [out],
    world.cwd,
    [...files, ...(rulebook.file ? [rulebook.file] : [])],
    found.flags.has('force'),
  );
  const asInput = asInputs(files);
  const result = await work(
    {
      lines: lines.map(asInput),
      second: other === null ? null : asInput(other),
      rulebook: rulebook.rulebook,
      year,
      asOf,
      decimal: decimalChoice(found),
    },
    engine,
  );
  for (const { issues } of result.receipts) {
    for (const issue of issues) if (issue.level === 'notice') session.remark(issue);
  }
  const json = `${JSON.stringify(ruleReportJson(result, language, world.version), null, 2)}\n`;
  if (target !== undefined) {
    const bytes = target.path.toLowerCase().endsWith('.json')
      ? new TextEncoder().encode(json)
      : ruleReportCsv(result, language);
    await writeOutputs([{ target, bytes }]);
  }
  await printResult(
    session.format === 'json' ? json : ruleReportText(result, language, found.flags.has('steps')),
    session,
  );
  if (target !== undefined) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return result.findings.some(({ severity }) => severity === 'violation') ? EXIT.violations : EXIT.fine;
}

/** Financing forms side by side. */
export const finance = (found: Arguments, session: Session, engine: Engine): Promise<Exit> => {
  const typed = found.texts.get('uncontracted');
  const uncontracted = typed === undefined ? null : typed === 'on';
  return report(found, session, engine, 'subcontracts', (request) =>
    runFinance({ ...request, uncontracted }, openGridWith(engine), session.progress),
  );
};

/** The part of a command that names one of its reports. */
function nameOf<Name extends string>(found: Arguments, known: readonly Name[], code: string): Name {
  const [typed = ''] = found.operands;
  const name = known.find((one) => one === typed);
  if (name === undefined) throw unknownName(code, typed, known);
  return name;
}

/** One of the region’s reports. */
export const region = (found: Arguments, session: Session, engine: Engine): Promise<Exit> => {
  const name = nameOf(found, REGION_REPORTS, 'cli.unknown-report');
  if (name === 'contractors' && !found.texts.has('mains')) {
    throw new UsageError({
      code: 'cli.option-missing',
      facts: { command: 'region contractors', options: ['--mains'], count: 1 },
    });
  }
  return report(found, session, engine, 'mains', (request) =>
    runRegionReport(name, request, openGridWith(engine), session.progress),
  );
};

/** One of the Wlz reports. */
export const wlz = (found: Arguments, session: Session, engine: Engine): Promise<Exit> => {
  const name = nameOf(found, WLZ_REPORTS, 'cli.unknown-report');
  return report(found, session, engine, null, (request) =>
    runWlzReport(name, request, openGridWith(engine), session.progress),
  );
};
