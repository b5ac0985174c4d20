import { a1, isIsoDate, type CellWrite, type IsoDate, type Issue, type WorkbookGrid } from '../../core';
import { CATALOGUE, say } from '../../messages';
import { cumulativeFigures } from '../../charts';
import { cellAddress, type Progress, type RunInput, type RunOutcome } from '../../flow';
import type { InputFile } from '../../intake';
import { findOvertaken, type ReportSheets, type WorkbookPort } from '../../workbook';
import type { ExcelSide } from '../excel/excel-side';
import type { Engine, Hashes } from '../engine';
import { noteDefect } from '../robust/defects';
import {
  createForecastActions,
  forecastFilesOf,
  forecastNotesOf,
  type ForecastActions,
} from './forecast-actions';
import type { Action } from './reducer';
import { createDeskActions, isDesk, type DeskActions } from './desk-actions';
import { firstLineOf, guessRole, inputFile, readAll } from './input-files';
import { browserStorage } from './drafts';
import { createMonthsActions, type MonthsActions } from './months-actions';
import { recall, remember, type Remembered } from './remembered';
import { NO_FILES, resultOf, type Book, type FileRole, type State } from './state';

/** What the pane can do that takes time. Each ends in an action for the reducer; none of them throws. */
export interface Actions {
  loadDemo(): Promise<void>;
  addDropped(files: readonly InputFile[]): Promise<void>;
  addFiles(role: FileRole, files: readonly InputFile[]): Promise<void>;
  loadRulebook(file: InputFile): Promise<void>;
  /** Opens the workbooks of the task for the view beside the pane. */
  openBooks(): Promise<void>;
  /** Reads everything: the plan to look at, or for a submitted workbook the check itself. */
  read(): Promise<void>;
  /** The plan anew from what was read, after a correction or another choice about the format. */
  replan(): Promise<void>;
  fill(): Promise<void>;
  /** With `keepChanged` cells that somebody changed since stay as they are. */
  undo(options?: { readonly keepChanged: boolean }): Promise<void>;
  /** The bytes of the workbook as it is now; null for the workbook in Excel, which is saved there. */
  save(book?: Book): Promise<Uint8Array | null>;
  reportWorkbook(): Promise<Uint8Array | null>;
  reportJson(): Promise<string | null>;
  /** The report as one page that needs nothing else. */
  reportPage(): Promise<string | null>;
  readonly forecast: ForecastActions;
  readonly months: MonthsActions;
  /** Puts the report into the workbook in Excel. */
  reportSheets(): Promise<void>;
  /** Something small with Excel; what goes wrong is told like everything else. */
  withExcel(work: () => Promise<void>): Promise<void>;
  stop(): void;
  /** Many submissions at once. */
  readonly desk: DeskActions;
  /** Does again what went wrong last. */
  retry(): Promise<void>;
}

const DEMO: readonly (readonly [FileRole, string])[] = [
  ['prognosis', 'eigen-months-right.xlsx'],
  ['submitted', 'ingediend-months-right.xlsx'],
  ['production', 'productie.csv'],
  ['production', 'productie-2022.csv'],
  ['production', 'productie-2021.csv'],
  ['forecast', 'prognose.csv'],
  ['ceilings', 'plafonds.csv'],
  ['tariffs', 'tarieven.csv'],
];
const DEMO_SETTINGS = { rulebook: 'zutphen-2023', year: '2023', asOf: '30-06-2023' };

class Stopped extends Error {}

/** A file that should be JSON and isn't. */
class NotJson extends Error {
  constructor(readonly file: string) {
    super(file);
  }
}

/** The workbook changed since the changes were shown. */
class Overtaken extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
  }
}

async function readJson(file: InputFile): Promise<unknown> {
  const text = new TextDecoder().decode(await readAll(file));
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new NotJson(file.name);
    throw error;
  }
}

/** Something wrong that the pane itself sees. */
const problem = (code: string, facts: Issue['facts'] = {}, file?: string): Issue => ({
  code,
  facts,
  level: 'error',
  place: file === undefined ? {} : { file },
});

/**
 * A day as people type it here: day first, or the ISO way; null when it is neither or doesn't exist.
 * @example readDay('30-6-2023') // '2023-06-30'
 */
export function readDay(text: string): IsoDate | null {
  const dutch = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$/.exec(text);
  const iso = dutch
    ? `${dutch[3] ?? ''}-${(dutch[2] ?? '').padStart(2, '0')}-${(dutch[1] ?? '').padStart(2, '0')}`
    : text.trim();
  return isIsoDate(iso) ? iso : null;
}

/** What stands in the way of a run; empty when it can start. */
export function whatIsMissing(state: State): Issue[] {
  const problems: Issue[] = [];
  const { settings, files, task } = state;
  if (task === 'fill' && files.prognosis.length === 0) problems.push(problem('pane.missing.prognosis'));
  if (task === 'check' && files.submitted.length === 0) problems.push(problem('pane.missing.submitted'));
  if (task === 'fill' && files.production.length === 0) problems.push(problem('pane.missing.production'));
  if (!/^\d{4}$/.test(settings.year)) problems.push(problem('pane.missing.year', { found: settings.year }));
  if (readDay(settings.asOf) === null) {
    problems.push(problem('pane.missing.as-of', { found: settings.asOf }));
  }
  return problems;
}

const runInput = (state: State): RunInput => ({
  ...filesInput(state),
  forecast: forecastFilesOf(state),
  ...forecastNotesOf(state),
  incomplete: state.task === 'fill' ? state.forecast.incomplete : 'declared',
});

const filesInput = ({ settings, files }: State): RunInput => ({
  production: files.production,
  forecast: files.forecast,
  ceilings: files.ceilings[0] ?? null,
  tariffs: files.tariffs[0] ?? null,
  allocations: files.allocations,
  rulebook: settings.ownRulebook ?? { id: settings.rulebook },
  year: Number(settings.year),
  asOf: readDay(settings.asOf) ?? settings.asOf,
  provider: settings.provider.trim() === '' ? null : settings.provider.trim(),
  decimal: settings.decimal,
});

/** Files above this size are not hashed: that would hold them in memory whole. */
const HASH_LIMIT = 256 * 1024 * 1024;

/** SHA-256 of the input files, for the report; none where the browser offers no hashing. */
async function hashInputs(state: State): Promise<Hashes> {
  // What is open in Excel has no bytes to count.
  const hashes = new Map<string, string>();
  if (!globalThis.crypto?.subtle) return hashes;
  const { files, task } = state;
  const { prognosis, submitted, production, ceilings, tariffs, allocations } = files;
  const forecast = forecastFilesOf(state);
  const books = task === 'fill' ? prognosis : submitted;
  for (const file of [...books, ...production, ...forecast, ...ceilings, ...tariffs, ...allocations]) {
    if (file.size === 0 || (file.size ?? 0) > HASH_LIMIT) continue;
    const digest = await crypto.subtle.digest('SHA-256', (await readAll(file)) as BufferSource);
    hashes.set(
      file.name,
      [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    );
  }
  return hashes;
}

/** Ties the engine to the state. `fetchFile` gets the demonstration's files from our own address. */
export function createActions(
  engine: Engine,
  dispatch: (action: Action) => void,
  state: () => State,
  fetchFile: (path: string) => Promise<Blob>,
  excel: ExcelSide | null = null,
): Actions {
  let controller: AbortController | null = null;
  /** Counts how often everything was read: what was read last needs no second reading for another plan. */
  let readings = 0;
  /** The forecast changes without a reading: each of its files has a number of its own. */
  const numbers = new WeakMap<InputFile, number>();
  let lastNumber = 0;
  const numberOf = (file: InputFile): number => {
    const number = numbers.get(file) ?? (lastNumber += 1);
    numbers.set(file, number);
    return number;
  };
  let again: (() => Promise<void>) | null = null;

  /** Runs a piece of work with progress, and turns whatever goes wrong into problems to show. */
  async function working(stage: string, work: (progress: Progress) => Promise<void>): Promise<void> {
    const own = new AbortController();
    if (controller) {
      controller.abort();
      engine.interrupt?.();
    }
    controller = own;
    dispatch({ type: 'started', stage });
    // A moment to paint before the work takes the thread.
    await new Promise((resolve) => setTimeout(resolve, 0));
    let fileAtHand = '';
    const progress: Progress = {
      signal: own.signal,
      report(at, file, done) {
        fileAtHand = file ?? fileAtHand;
        if (!own.signal.aborted) dispatch({ type: 'progress', busy: { stage: at, file, done } });
      },
    };
    try {
      await work(progress);
    } catch (error) {
      if (own.signal.aborted || error instanceof Stopped) return;
      again = () => working(stage, work);
      dispatch({ type: 'failed', problems: problemsOf(error, fileAtHand) });
    } finally {
      if (controller === own) controller = null;
    }
  }

  function problemsOf(error: unknown, file: string): readonly Issue[] {
    if (error instanceof NotJson) return [problem('pane.problem.not-json', {}, error.file)];
    if (error instanceof Overtaken) return [error.issue];
    return engine.issuesOf(error, file) ?? [problem('pane.problem.defect', { name: noteDefect(error).name })];
  }

  /** A large workbook in Excel takes many requests: they can be followed, and stopped between two. */
  const readPort = (port: WorkbookPort, file: string, progress: Progress | null): Promise<WorkbookGrid> =>
    'save' in port || !progress
      ? port.read()
      : port.read({
          report: (done) => progress.report('workbook', file, done),
          signal: progress.signal,
        });

  async function openBook(file: InputFile, progress: Progress | null = null): Promise<Book> {
    const port: WorkbookPort = await (file === excel?.here ? excel.open() : engine.openWorkbook(file));
    return { file: file.name, port, grid: await readPort(port, file.name, progress) };
  }

  /** A rulebook that isn't shipped any more can't be chosen. */
  function known(remembered: Remembered | null): Remembered | null {
    const id = remembered?.settings.rulebook;
    if (!remembered || id === undefined || engine.rulebooks.some((book) => book.id === id)) return remembered;
    const { rulebook } = state().settings;
    return { ...remembered, settings: { ...remembered.settings, rulebook } };
  }

  /** A workbook that others work in is read again before anything is planned on it. */
  async function upToDate(book: Book, progress: Progress): Promise<Book> {
    if ('save' in book.port) return book;
    const now = { ...book, grid: await readPort(book.port, book.file, progress) };
    dispatch({ type: 'book-read', book: now });
    return now;
  }

  /** Refuses when the workbook is no longer the one the user looked at. */
  async function refuseOvertaken(
    book: Book,
    writes: readonly CellWrite[],
    progress: Progress,
  ): Promise<void> {
    if ('save' in book.port) return;
    const overtaken = findOvertaken(book.grid, await readPort(book.port, book.file, progress), writes);
    const [first] = overtaken;
    if (!first) return;
    const cell = `${first.change.sheet}!${a1(first.change.row, first.change.col)}`;
    throw new Overtaken(problem('pane.problem.overtaken', { cell, count: overtaken.length }, book.file));
  }

  async function openBooks(): Promise<void> {
    // Many submissions are opened one at a time, when they are asked for.
    if (isDesk(state())) return dispatch({ type: 'books', books: [] });
    await working('workbook', async (progress) => {
      const books = await ensureBooks(progress);
      dispatch({ type: 'books', books });
      const memory = state().task === 'fill' && !state().isDemo ? books[0]?.port.memory : undefined;
      await months.restore();
      if (memory) dispatch({ type: 'recalled', remembered: known(await recall(memory)) });
      await months.open();
      dispatch({ type: 'finished' });
    });
  }

  async function runCheck(progress: Progress): Promise<void> {
    const books = await ensureBooks(progress);
    if (books !== state().books) dispatch({ type: 'books', books });
    const { aliases } = state();
    const check = await engine.check(
      { ...runInput(state()), prognoses: books.map(({ file, port }) => ({ file, port })), aliases },
      progress,
    );
    if (progress.signal?.aborted) throw new Stopped();
    dispatch({ type: 'checked', check });
  }

  /** The workbooks of the run, opened if that hasn't been done (or didn't work out before). */
  async function ensureBooks(progress: Progress): Promise<readonly Book[]> {
    const { task, files, books } = state();
    const wanted = task === 'fill' ? files.prognosis : files.submitted;
    if (books.length === wanted.length) return books;
    const opened: Book[] = [];
    for (const file of wanted) {
      progress.report('workbook', file.name, null);
      opened.push(await openBook(file, progress));
    }
    return opened;
  }

  async function fillRequest(book: Book) {
    const { files, aliases, remembered, corrections, thousandsPlaces } = state();
    const [profile] = files.profile;
    return {
      ...runInput(state()),
      prognosis: { file: book.file, port: book.port },
      profile: profile
        ? { file: profile.name, json: await readJson(profile) }
        : remembered?.profile
          ? { file: book.file, json: remembered.profile }
          : null,
      aliases,
      inputsKey: `${readings} ${forecastFilesOf(state()).map(numberOf).join(' ')}`,
      ...(corrections === null ? {} : { corrections }),
      ...(thousandsPlaces === null ? {} : { thousandsPlaces }),
    };
  }

  const forecast = createForecastActions({
    ...{ engine, dispatch, state, working },
    missing: () => whatIsMissing(state()),
    run: () => filesInput(state()),
  });

  const months = createMonthsActions({
    ...{ engine, dispatch, state, working, hashInputs },
    storage: excel ? null : browserStorage(),
    recall: async (memory) => dispatch({ type: 'recalled', remembered: known(await recall(memory)) }),
    async quietly(work) {
      try {
        await work();
      } catch (error) {
        dispatch({ type: 'failed', problems: problemsOf(error, '') });
      }
    },
  });

  const desk = createDeskActions({
    engine,
    dispatch,
    state,
    working,
    runInput,
    hashInputs,
    openBook,
    openBooks,
    readJson,
    fetchFile,
  });

  const reportBytes = async (outcome: RunOutcome): Promise<Uint8Array> =>
    engine.toReportWorkbook(outcome, await hashInputs(state()), state().language, months.report(outcome));

  /** Plans the changes; `sameFiles` when the files are those of the last reading. */
  async function plan(progress: Progress, sameFiles: boolean): Promise<void> {
    if (!sameFiles) readings += 1;
    const books = await ensureBooks(progress);
    if (books !== state().books) dispatch({ type: 'books', books });
    const [opened] = books;
    if (!opened) return;
    if (!sameFiles) await forecast.ensure(progress);
    const book = await upToDate(opened, progress);
    const planned = await engine.fill({ ...(await fillRequest(book)), preview: true }, progress);
    if (progress.signal?.aborted) throw new Stopped();
    dispatch({ type: 'planned', plan: planned });
  }

  const shownBook = (): Book | null => state().books[state().shownBook] ?? null;

  return {
    desk,

    async loadDemo() {
      await working('demo', async () => {
        const files: Record<FileRole, readonly InputFile[]> = { ...NO_FILES };
        for (const [role, name] of DEMO) {
          files[role] = [...files[role], inputFile(await fetchFile(`demo/${name}`), name)];
        }
        dispatch({ type: 'demo', files, settings: DEMO_SETTINGS });
        dispatch({ type: 'desk', event: { what: 'dossier', name: null, dossier: null } });
        dispatch({ type: 'desk', event: { what: 'second-round', isThere: false } });
      });
      if (state().problems.length === 0) await openBooks();
    },

    openBooks,
    forecast,
    months,

    async addFiles(role, files) {
      if (files.length === 0) return;
      dispatch({ type: 'files-added', role, files });
      if (role === 'prognosis' || role === 'submitted') await openBooks();
    },

    async addDropped(files) {
      const { task } = state();
      const groups = new Map<FileRole, InputFile[]>();
      for (const file of files) {
        const role = guessRole(file.name, await firstLineOf(file), task);
        groups.set(role, [...(groups.get(role) ?? []), file]);
      }
      for (const [role, group] of groups) dispatch({ type: 'files-added', role, files: group });
      if (groups.has('prognosis') || groups.has('submitted')) await openBooks();
    },

    async loadRulebook(file) {
      await working('rulebook', async () => {
        const json = await readJson(file);
        dispatch({ type: 'settings', change: { ownRulebook: { file: file.name, json } } });
        dispatch({ type: 'finished' });
      });
    },

    async read() {
      const missing = whatIsMissing(state());
      if (missing.length > 0) {
        dispatch({ type: 'failed', problems: missing });
        return;
      }
      const { task } = state();
      await working('production', async (progress) => {
        if (isDesk(state())) return desk.check(progress);
        await (task === 'check' ? runCheck(progress) : plan(progress, false));
      });
    },

    async replan() {
      await working('detect', (progress) => plan(progress, true));
    },

    async fill() {
      const { plan, off } = state();
      const book = shownBook();
      if (!plan || !book) return;
      await working('fill', async (progress) => {
        const chosen = plan.plan.writes.filter((_, index) => !off.has(index));
        await refuseOvertaken(book, chosen, progress);
        const only = new Set(chosen.map(cellAddress));
        const filled = await engine.fill({ ...(await fillRequest(book)), only }, progress);
        dispatch({ type: 'filled', filled, book: { ...book, grid: await book.port.read() } });
        // Filled is filled: what can't be kept is told, and takes nothing back.
        const { memory } = book.port;
        if (memory && !state().isDemo) await remember(memory, state(), filled.profile);
        await months.filled(filled, await hashInputs(state()));
      });
    },

    async undo(options) {
      const book = shownBook();
      if (!book) return;
      await working('undo', async () => {
        await book.port.undo(options);
        dispatch({ type: 'undone', book: { ...book, grid: await book.port.read() } });
        await months.undone();
      });
    },

    async save(asked) {
      const book = asked ?? shownBook();
      if (!book) return null;
      let bytes: Uint8Array | null = null;
      await working('save', async () => {
        if ('save' in book.port) bytes = await book.port.save();
        dispatch({ type: 'finished' });
        dispatch({ type: 'saved', book });
      });
      return bytes;
    },

    async reportWorkbook() {
      const outcome = resultOf(state());
      let bytes: Uint8Array | null = null;
      if (!outcome) return bytes;
      await working('report', async () => {
        bytes = await reportBytes(outcome);
        dispatch({ type: 'finished' });
      });
      return bytes;
    },

    async reportJson() {
      const outcome = resultOf(state());
      let json: string | null = null;
      if (!outcome) return json;
      await working('report', async () => {
        json = await engine.toReportJson(outcome, await hashInputs(state()), state().language);
        dispatch({ type: 'finished' });
      });
      return json;
    },

    async reportPage() {
      const outcome = resultOf(state());
      let page: string | null = null;
      if (!outcome) return page;
      await working('report', async () => {
        page = (await engine.toReportPage?.(outcome, await hashInputs(state()), state().language)) ?? null;
        dispatch({ type: 'finished' });
      });
      return page;
    },

    async reportSheets() {
      const outcome = resultOf(state());
      if (!outcome || !excel) return;
      const { language } = state();
      await working('report', async () => {
        const report: ReportSheets = {
          bytes: await reportBytes(outcome),
          charts: outcome.prognoses.flatMap(({ domains }) =>
            domains.flatMap((domain) => cumulativeFigures(domain, outcome.year, language) ?? []),
          ),
          chartSheet: say({ code: 'pane.excel.chart-sheet', facts: {} }, language),
        };
        const sheets = await excel.addReport(report);
        dispatch({ type: 'reported', sheets });
      });
    },

    withExcel: (work) =>
      working('excel', async () => {
        await work();
        dispatch({ type: 'finished' });
      }),

    async retry() {
      await again?.();
    },

    stop() {
      controller?.abort();
      engine.interrupt?.();
      controller = null;
      dispatch({ type: 'stopped' });
    },
  };
}

/** The sentence code of a stage; stages without a sentence of their own share one. */
export const stageCode = (stage: string): string =>
  `pane.stage.${stage}` in CATALOGUE ? `pane.stage.${stage}` : 'pane.stage.other';
