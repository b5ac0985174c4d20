import { runningMonthOf } from '../../flow';
import {
  forecastTable,
  forecastToJson,
  forecastToText,
  toForecastWorkbook,
  type ForecastReport,
} from '../../report';
import type { Arguments } from '../arguments';
import { clientChoice, providerNames } from '../client-key';
import { openGridWith, type Engine } from '../engine';
import { UsageError } from '../failure';
import { displayNames, findFile, inputFile, readJson, type FoundFile } from '../input-files';
import { FORECAST_METHODS } from '../options';
import { planOutputs, writeOutputs } from '../output-files';
import { decimalChoice, findAll, findRulebookFile, refuseTwice, requireEnding } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { readDay, readYear } from '../values';
import { csvBytes } from './regional';
import { printResult } from './show-outcome';

/** Forecasts a year from production, held against ceilings, with scenarios beside it. */
export async function forecast(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language } = session;
  const year = readYear(found.texts.get('year') ?? '', '--year');
  const asOf = readDay(found.texts.get('as-of') ?? '', '--as-of');
  const method = FORECAST_METHODS.find((known) => known === found.texts.get('method')) ?? 'automatic';
  const seed = wholeNumber(found, 'seed', 0, 2 ** 31 - 1);
  const paths = wholeNumber(found, 'paths', 100, 100_000);
  const out = found.texts.get('out');
  if (out !== undefined) requireEnding(out, '--out', ['.csv', '.xlsx']);
  const typedRulebook = found.texts.get('rulebook');
  const rulebook =
    typedRulebook === undefined ? null : await findRulebookFile(typedRulebook, world.cwd, engine);
  const production = await findAll(found.files.get('production') ?? [], world.cwd);
  const own = await findAll(found.files.get('forecast') ?? [], world.cwd);
  refuseTwice(production, '--production');
  refuseTwice(own, '--forecast');
  const one = async (option: string): Promise<FoundFile | null> => {
    const typed = found.texts.get(option);
    return typed === undefined ? null : findFile(typed, world.cwd);
  };
  const ceilings = await one('ceilings');
  const tariffs = await one('tariffs');
  const allocations = await one('allocations');
  const clientFlow = await one('client-flow');
  const counts = await one('counts');
  const completion = await one('completion');
  const declarations = await one('declarations');
  const overrides = await one('overrides');
  const scenario = await one('scenario');
  const lists = [
    ...[ceilings, tariffs, allocations, clientFlow],
    ...[counts, completion, declarations, overrides],
  ].filter((file) => file !== null);
  const files = [...production, ...own, ...lists];
  const { clients, file: keyFile } = await clientChoice(found, world.cwd, world.env);
  const across = found.texts.get('across-months');
  const targets = planOutputs(
    out === undefined ? [] : [out],
    world.cwd,
    [
      ...files,
      ...(keyFile ? [keyFile] : []),
      ...(scenario ? [scenario] : []),
      ...(rulebook?.file ? [rulebook.file] : []),
    ],
    found.flags.has('force'),
  );
  const names = displayNames(files);
  const hashes = new Map<string, string>();
  const asInput = (file: FoundFile): ReturnType<typeof inputFile> =>
    inputFile(file, names.get(file) ?? file.typed, hashes);
  const maybe = (file: FoundFile | null): ReturnType<typeof inputFile> | null =>
    file === null ? null : asInput(file);
  const outcome = await engine.runForecast(
    {
      production: production.map(asInput),
      forecast: own.map(asInput),
      ceilings: maybe(ceilings),
      tariffs: maybe(tariffs),
      allocations: maybe(allocations),
      clientFlow: maybe(clientFlow),
      counts: maybe(counts),
      completion: maybe(completion),
      declarations: maybe(declarations),
      overrides: maybe(overrides),
      scenarios: scenario === null ? null : { file: scenario.typed, json: await readJson(scenario) },
      rulebook: rulebook?.rulebook ?? null,
      year,
      asOf,
      method,
      seed,
      paths,
      decimal: decimalChoice(found),
      clients,
      providerNames: providerNames(found),
      ...(across === undefined ? {} : { acrossMonths: across === 'end' ? 'end-month' : 'by-days' }),
    },
    openGridWith(engine),
    session.progress,
  );
  const report: ForecastReport = { ...outcome, hashes, engine: world.version };
  const running = runningMonthOf(outcome.rulebook, year);
  const [target] = targets;
  const text =
    session.format === 'json'
      ? `${JSON.stringify(forecastToJson(report, language), null, 2)}\n`
      : forecastToText(report, language, {
          width: Math.min(world.columns ?? 100, 200),
          color: world.outIsTerminal && (world.env['NO_COLOR'] ?? '') === '' && world.env['TERM'] !== 'dumb',
          months: found.flags.has('months'),
        });
  for (const { file, issues } of outcome.receipts) {
    for (const issue of issues) {
      // A line that was left out is never left unsaid.
      if (issue.level === 'rejected') session.problem({ ...issue, place: { file, ...issue.place } });
      else session.remark(issue);
    }
  }
  if (target !== undefined) {
    session.progress.report('report', null, null);
    const bytes = target.path.toLowerCase().endsWith('.xlsx')
      ? await toForecastWorkbook(report, running, language)
      : csvBytes(forecastTable(report, running, language));
    await writeOutputs([{ target, bytes }]);
  }
  await printResult(text, session);
  if (target !== undefined) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  return EXIT.fine;
}

function wholeNumber(found: Arguments, option: string, least: number, most: number): number | null {
  const typed = found.texts.get(option);
  if (typed === undefined) return null;
  const number = /^\d{1,10}$/.test(typed) ? Number(typed) : NaN;
  if (!(number >= least && number <= most)) {
    throw new UsageError({ code: 'cli.not-a-number', facts: { option: `--${option}`, typed, least, most } });
  }
  return number;
}
