import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { dossierText, readDossier, takeAnswers, type Dossier } from '../../core';
import {
  buildDesk,
  concludeCheck,
  dossierMismatch,
  InputError,
  prepareCheck,
  readRegionLists,
  rememberedProfiles,
} from '../../flow';
import {
  deskPage,
  deskText,
  deskToJson,
  deskWorkbook,
  questionLetter,
  questionWorkbook,
  readAnswers,
  type DeskReport,
} from '../../report';
import type { Arguments } from '../arguments';
import { openGridWith, type Engine } from '../engine';
import { fileProblem, FileProblem, UsageError } from '../failure';
import { findFile, readBytes, readJson } from '../input-files';
import { planOutputs, writeOutputs, type OutputFile, type OutputTarget } from '../output-files';
import { checkMany, usefulThreads } from '../parallel/check-many';
import { findAll, prepareInput, requireEnding, type PreparedInput } from '../run-input';
import { EXIT, type Exit, type Session } from '../session';
import { asReport, exitOf, printResult } from '../commands/show-outcome';
import { folderContents, isFolder } from './folder';

const DESK_OPTIONS = ['dossier', 'questions'] as const;
const DESK_FILES = ['answers', 'lists'] as const;

/** Whether a check is about a desk of submissions: a folder, or something only a desk has is asked for. */
export async function isDesk(found: Arguments, cwd: string): Promise<boolean> {
  if (DESK_OPTIONS.some((option) => found.texts.has(option))) return true;
  if (DESK_FILES.some((option) => found.files.has(option))) return true;
  // One workbook with a page is a page about that workbook.
  if (found.texts.has('html') && found.operands.length !== 1) return true;
  for (const typed of found.operands) if (await isFolder(typed, cwd)) return true;
  return false;
}

/**
 * Checks a folder of submissions: side by side over the processors, with what is remembered of earlier rounds,
 * and everything a procurer needs as one result. A workbook that can't be used is on the list of providers as
 * unreadable and makes the exit status 2, as in any check; the others are checked all the same.
 */
export async function checkDesk(found: Arguments, session: Session, engine: Engine): Promise<Exit> {
  const { world, language } = session;
  const { cwd } = world;
  const report = found.texts.get('report');
  const page = found.texts.get('html');
  const dossierFile = found.texts.get('dossier');
  const questions = found.texts.get('questions');
  const answerFiles = found.files.get('answers') ?? [];
  if (report !== undefined) requireEnding(report, '--report', ['.xlsx']);
  if (page !== undefined) requireEnding(page, '--html', ['.html', '.htm']);
  if (dossierFile !== undefined) requireEnding(dossierFile, '--dossier', ['.json']);
  if (answerFiles.length > 0 && dossierFile === undefined) {
    throw new UsageError({ code: 'cli.answers-need-dossier', facts: {} });
  }
  const threads = threadsOf(found);

  const { books, others } = await submissionsOf(found, cwd, [report, page, questions, ...answerFiles]);
  const input = await prepareInput(found, books, cwd, engine);
  const force = found.flags.has('force');
  const targets = planOutputs(
    [report, page].filter((typed) => typed !== undefined),
    cwd,
    input.files,
    force,
  );
  // A dossier is read and written again: replacing it is what it is for.
  const [dossierTarget] = dossierFile === undefined ? [] : planOutputs([dossierFile], cwd, input.files, true);
  if (questions !== undefined) planFolder(questions, cwd);

  let dossier = dossierFile === undefined ? null : await openDossier(dossierFile, cwd, input);
  if (dossier !== null && answerFiles.length > 0) {
    dossier = await withAnswers(dossier, answerFiles, session, engine);
  }
  const request = {
    ...input.run,
    prognoses: [],
    profile: input.profile,
    aliases: input.aliases,
    profiles: rememberedProfiles(dossier),
  };
  const basis = await prepareCheck(request, openGridWith(engine), session.progress);
  const lists = await readRegionLists(input.lists, input.run, openGridWith(engine), session.progress);
  const { submissions, unusable, hashes } = await checkMany(
    basis,
    request,
    input.workbooks,
    threads ?? usefulThreads(availableParallelism(), basis),
    session.progress,
  );
  if (submissions.length === 0) throw new InputError(unusable.flatMap(({ issues }) => issues));
  const outcome = concludeCheck(basis, submissions, unusable);
  const built = buildDesk({
    check: outcome,
    loaded: basis.loaded,
    hasProduction: input.run.production.length > 0,
    hasForecast: input.run.forecast.length > 0,
    dossier,
    hashes,
    lists,
  });
  const desk: DeskReport = { ...built, check: { ...asReport(outcome, input, world.version), unusable } };

  session.progress.report('report', null, null);
  const rendered = render(desk, session);
  const outputs: OutputFile[] = [];
  for (const target of targets) {
    const bytes =
      target.typed === report ? await deskWorkbook(desk, language) : utf8(deskPage(desk, language));
    outputs.push({ target, bytes });
  }
  if (dossierTarget) {
    outputs.push({
      target: dossierTarget,
      bytes: utf8(dossierText(built.dossier)),
    });
  }
  if (questions !== undefined) outputs.push(...(await questionFiles(desk, questions, session, input, force)));
  await writeOutputs(outputs);
  await printResult(rendered, session);
  for (const { target } of outputs) session.remark({ code: 'cli.written', facts: { file: target.typed } });
  if (others.length > 0) {
    session.remark({
      code: 'cli.folder-others',
      facts: { count: others.length, files: others.slice(0, 5).map((file) => path.basename(file)) },
    });
  }
  for (const { file, issues } of unusable) {
    for (const issue of issues) session.problem({ ...issue, place: { file, ...issue.place } });
  }
  return unusable.length > 0 ? EXIT.unusable : exitOf(outcome);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Null: as many as are worth it. */
function threadsOf(found: Arguments): number | null {
  const typed = found.texts.get('threads');
  if (typed === undefined) return null;
  if (!/^[1-9]\d?$/.test(typed)) throw new UsageError({ code: 'cli.threads', facts: { typed } });
  return Number(typed);
}

/** Workbooks typed one by one and those of folders. */
async function submissionsOf(
  found: Arguments,
  cwd: string,
  ours: readonly (string | undefined)[],
): Promise<{ readonly books: readonly string[]; readonly others: readonly string[] }> {
  const leave = new Set(ours.flatMap((typed) => (typed === undefined ? [] : [path.resolve(cwd, typed)])));
  // What is read as data isn't a submission, also when it lies in the same folder.
  for (const option of ['production', 'forecast', 'lists', 'providers', 'allocations']) {
    for (const typed of found.files.get(option) ?? []) leave.add(path.resolve(cwd, typed));
  }
  for (const option of ['ceilings', 'tariffs', 'profile', 'dossier', 'rulebook', 'sector-space']) {
    const typed = found.texts.get(option);
    if (typed !== undefined) leave.add(path.resolve(cwd, typed));
  }
  const books: string[] = [];
  const others: string[] = [];
  for (const typed of found.operands) {
    if (!(await isFolder(typed, cwd))) {
      books.push(typed);
      continue;
    }
    const contents = await folderContents(typed, cwd, leave);
    books.push(...contents.workbooks);
    others.push(...contents.others);
  }
  return { books, others };
}

/** Errors: `FileProblem` when the folder for question lists is a file, or its own folder isn't there. */
function planFolder(typed: string, cwd: string): void {
  const full = path.resolve(cwd, typed);
  if (!existsSync(path.dirname(full))) {
    throw fileProblem('cli.output-folder-missing', typed, { folder: path.dirname(full) });
  }
}

/** The dossier of earlier rounds; null for the first. Errors: `FileProblem` for another rulebook or year. */
async function openDossier(typed: string, cwd: string, input: PreparedInput): Promise<Dossier | null> {
  if (!existsSync(path.resolve(cwd, typed))) return null;
  const file = await findFile(typed, cwd);
  const read = readDossier(await readJson(file), typed);
  if ('issues' in read) throw new FileProblem(read.issues);
  const mismatch = dossierMismatch(read.dossier, input.run.year, typed);
  if (mismatch) throw new FileProblem([mismatch]);
  return read.dossier;
}

async function withAnswers(
  dossier: Dossier,
  typed: readonly string[],
  session: Session,
  engine: Engine,
): Promise<Dossier> {
  let known = dossier;
  for (const file of await findAll(typed, session.world.cwd)) {
    const port = await engine.openXlsx(await readBytes(file), file.typed);
    const answers = readAnswers(await port.read());
    if (answers === null) throw fileProblem('cli.no-answers', file.typed);
    const result = takeAnswers(known, answers);
    known = result.dossier;
    session.remark({ code: 'cli.answers-taken', facts: { file: file.typed, count: result.taken } });
    if (result.unknown.length > 0) {
      session.problem({
        level: 'notice',
        code: 'cli.answers-unknown',
        facts: { count: result.unknown.length, ids: result.unknown.slice(0, 5) },
        place: { file: file.typed },
      });
    }
  }
  return known;
}

function render(desk: DeskReport, session: Session): string {
  const { world, language, format } = session;
  if (format === 'json') return `${JSON.stringify(deskToJson(desk, language), null, 2)}\n`;
  const color = world.outIsTerminal && (world.env['NO_COLOR'] ?? '') === '' && world.env['TERM'] !== 'dumb';
  return deskText(desk, language, { width: Math.min(world.columns ?? 120, 160), color });
}

/** A file name that every system takes. */
const fileName = (provider: string): string =>
  provider
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80) || 'aanbieder';

/** A letter and a list to fill in for each provider with open questions. */
async function questionFiles(
  desk: DeskReport,
  folder: string,
  session: Session,
  input: PreparedInput,
  force: boolean,
): Promise<OutputFile[]> {
  const { language, world } = session;
  const wanted: { typed: string; bytes: Uint8Array }[] = [];
  const names = new Set<string>();
  for (const entry of desk.providers) {
    const letter = questionLetter(desk, entry, language);
    const list = await questionWorkbook(desk, entry, language);
    if (letter === null || list === null) continue;
    let name = fileName(entry.provider);
    for (let number = 2; names.has(name.toLowerCase()); number++)
      name = `${fileName(entry.provider)} ${number}`;
    names.add(name.toLowerCase());
    wanted.push(
      { typed: path.join(folder, `${name}.txt`), bytes: utf8(letter) },
      { typed: path.join(folder, `${name}.xlsx`), bytes: list },
    );
  }
  if (wanted.length === 0) return [];
  mkdirSync(path.resolve(world.cwd, folder), { recursive: true });
  const targets: OutputTarget[] = planOutputs(
    wanted.map(({ typed }) => typed),
    world.cwd,
    input.files,
    force,
  );
  return targets.map((target, index) => ({ target, bytes: wanted[index]?.bytes ?? new Uint8Array() }));
}
