import {
  askAbout,
  NOTHING_ACROSS,
  readDossier,
  reviewProvider,
  reviewQuestion,
  takeAnswers,
  type DeskProvider,
  type Finding,
  type Issue,
  type QuestionStatus,
  type ReviewStatus,
} from '../../core';
import {
  deskName,
  dossierMismatch,
  InputError,
  type DeskRun,
  type Progress,
  type RunInput,
} from '../../flow';
import type { InputFile } from '../../intake';
import type { DeskFile } from '../desk/desk-engine';
import type { Gathered } from '../desk/dropped-files';
import type { Engine, Hashes } from '../engine';
import type { Action } from './reducer';
import { firstLineOf, guessRole, inputFile } from './input-files';
import { NO_FILES, type Book, type CellAt, type FileRole, type State } from './state';

/** What the list of submissions can do that takes time, or changes what is kept. None of them throws. */
export interface DeskActions {
  /** The example of thirty submissions: its first or its second round. */
  loadDemo(round: 1 | 2): Promise<void>;
  /** Files chosen or dropped, those in folders too. */
  add(gathered: Gathered): Promise<void>;
  loadDossier(file: InputFile): Promise<void>;
  loadAnswers(files: readonly InputFile[]): Promise<void>;
  /** Checks all submissions, one after another. */
  check(progress: Progress): Promise<void>;
  /** Opens the workbook of a submission in place of the one that is open, with a cell in sight. */
  show(file: string, cell: CellAt | null): Promise<void>;
  /** A file to save; null when it couldn't be made. */
  make(file: DeskFile): Promise<Uint8Array | null>;
  /** A file about one submission. */
  makeFor(entry: DeskProvider, file: 'letter' | 'questions'): Promise<Uint8Array | null>;
  review(entry: DeskProvider, change: { readonly review?: ReviewStatus; readonly note?: string }): void;
  question(
    entry: DeskProvider,
    id: string,
    change: { readonly status?: QuestionStatus; readonly answer?: string; readonly note?: string },
  ): void;
  ask(entry: DeskProvider, finding: Finding): void;
}

/** What they need of the other actions. */
export interface DeskTools {
  readonly engine: Engine;
  dispatch(action: Action): void;
  state(): State;
  working(stage: string, work: (progress: Progress) => Promise<void>): Promise<void>;
  runInput(state: State): RunInput;
  hashInputs(state: State): Promise<Hashes>;
  openBook(file: InputFile): Promise<Book>;
  openBooks(): Promise<void>;
  readJson(file: InputFile): Promise<unknown>;
  fetchFile(path: string): Promise<Blob>;
}

interface DemoIndex {
  readonly settings: { readonly rulebook: string; readonly year: string; readonly asOf: string };
  readonly files: readonly { readonly role: FileRole; readonly file: string }[];
  readonly rounds: readonly (readonly string[])[];
}

const DEMO = 'demo/inzendingen/';

/** Whether this is about a desk: many submissions, or one with what was kept of earlier rounds. */
export const isDesk = ({ task, files, desk }: State): boolean =>
  task === 'check' && (files.submitted.length > 1 || (files.submitted.length > 0 && desk.dossier !== null));

export function createDeskActions(tools: DeskTools): DeskActions {
  const { engine, dispatch, state, working } = tools;
  const wrong = (issues: readonly Issue[]): void => dispatch({ type: 'failed', problems: issues });

  /** The desk as it is made into a file; nothing on it, nothing to make. */
  async function made(desk: DeskRun, hashes: Hashes, file: DeskFile): Promise<Uint8Array | null> {
    let bytes: Uint8Array | null = null;
    await working('report', async () => {
      bytes = await engine.toDeskFile(desk, hashes, file, state().language);
      dispatch({ type: 'finished' });
    });
    return bytes;
  }

  return {
    async loadDemo(round) {
      await working('demo', async (progress) => {
        const fetched = async (file: string): Promise<InputFile> =>
          inputFile(await tools.fetchFile(`${DEMO}${file}`), file.split('/').at(-1) ?? file);
        const index = JSON.parse(await (await tools.fetchFile(`${DEMO}index.json`)).text()) as DemoIndex;
        const files: Record<FileRole, readonly InputFile[]> = { ...NO_FILES };
        for (const { role, file } of index.files) files[role] = [...files[role], await fetched(file)];
        files.submitted = await Promise.all((index.rounds[round - 1] ?? []).map(fetched));
        if (progress.signal?.aborted) return;
        dispatch({ type: 'task', task: 'check' });
        dispatch({ type: 'demo', files, settings: index.settings });
        if (round === 1) dispatch({ type: 'desk', event: { what: 'dossier', name: null, dossier: null } });
        dispatch({ type: 'desk', event: { what: 'second-round', isThere: round === 1 } });
        dispatch({ type: 'finished' });
      });
    },

    async add({ inFolders, loose, others }) {
      const { task } = state();
      const groups = new Map<FileRole, InputFile[]>();
      const dossiers: InputFile[] = [];
      const take = (role: FileRole, file: InputFile): void => {
        groups.set(role, [...(groups.get(role) ?? []), file]);
      };
      for (const [files, isFolder] of [
        [inFolders, true],
        [loose, false],
      ] as const) {
        for (const file of files) {
          const isBook = /\.xls[xm]$/i.test(file.name);
          if (task === 'check' && /\.json$/i.test(file.name)) dossiers.push(file);
          else if (task === 'check' && isFolder && isBook) take('submitted', file);
          else take(guessRole(file.name, await firstLineOf(file), task), file);
        }
      }
      for (const [role, files] of groups) dispatch({ type: 'files-added', role, files });
      if (groups.has('prognosis') || groups.has('submitted')) await tools.openBooks();
      for (const file of dossiers) await this.loadDossier(file);
      if (others.length > 0) {
        dispatch({
          type: 'said',
          message: {
            code: 'submissions.not-read',
            facts: { count: others.length, files: others.slice(0, 5) },
          },
        });
      }
    },

    async loadDossier(file) {
      await working('dossier', async () => {
        const read = readDossier(await tools.readJson(file), file.name);
        if ('issues' in read) throw new InputError(read.issues);
        dispatch({ type: 'desk', event: { what: 'dossier', name: file.name, dossier: read.dossier } });
        dispatch({ type: 'books', books: [] });
        dispatch({ type: 'finished' });
      });
    },

    async loadAnswers(files) {
      const { dossier } = state().desk;
      if (!dossier) return;
      await working('dossier', async () => {
        let known = dossier.content;
        let taken = 0;
        const unknown: string[] = [];
        for (const file of files) {
          const answers = await engine.readAnswers(file);
          if (answers === null) {
            throw new InputError([
              { level: 'error', code: 'submissions.no-answers', facts: {}, place: { file: file.name } },
            ]);
          }
          const result = takeAnswers(known, answers);
          known = result.dossier;
          taken += result.taken;
          unknown.push(...result.unknown);
        }
        dispatch({ type: 'desk', event: { what: 'reviewed', dossier: known } });
        dispatch({ type: 'finished' });
        dispatch({
          type: 'said',
          message: {
            code: 'submissions.answers.taken',
            facts: { count: taken, unknown: unknown.length, ids: unknown.slice(0, 5) },
          },
        });
      });
    },

    async check(progress) {
      const now = state();
      const input = tools.runInput(now);
      const dossier = now.desk.dossier;
      const mismatch = dossier && dossierMismatch(dossier.content, input.year, dossier.name ?? '');
      if (mismatch) return wrong([mismatch]);
      const run = await engine.checkDesk(
        {
          ...input,
          submissions: now.files.submitted,
          lists: now.desk.lists,
          aliases: now.aliases,
          dossier: dossier?.content ?? null,
        },
        progress,
      );
      if (progress.signal?.aborted) return;
      dispatch({ type: 'books', books: [] });
      dispatch({ type: 'desk', event: { what: 'checked', run } });
    },

    async show(file, cell) {
      const open = (): boolean => state().books.some((book) => book.file === file);
      if (!open()) {
        const input = state().files.submitted.find((one) => one.name === file);
        if (!input) return;
        await working('workbook', async (progress) => {
          progress.report('workbook', file, null);
          const book = await tools.openBook(input);
          // One workbook at a time: the one before is let go.
          dispatch({ type: 'books', books: [book] });
          dispatch({ type: 'finished' });
        });
        if (!open()) return;
      }
      dispatch({ type: 'desk', event: { what: 'view', view: 'book' } });
      if (cell) dispatch({ type: 'show-cell', cell, file, bring: true });
      else dispatch({ type: 'side', side: 'workbook' });
    },

    async make(file) {
      const { run } = state().desk;
      if (!run) return null;
      const needsHashes = file === 'workbook' || file === 'json' || file === 'page';
      const bytes = await made(
        run,
        needsHashes ? await tools.hashInputs(state()) : new Map<string, string>(),
        file,
      );
      if (bytes && file === 'dossier')
        dispatch({ type: 'desk', event: { what: 'saved', dossier: run.dossier } });
      return bytes;
    },

    async makeFor(entry, file) {
      const { run } = state().desk;
      if (!run) return null;
      // The rest of the desk has no part in it and needn't travel.
      const slim: DeskRun = {
        ...run,
        providers: [entry],
        room: [],
        totals: [],
        across: NOTHING_ACROSS,
        check: { ...run.check, prognoses: [], details: [], receipts: [] },
        dossier: { ...run.dossier, providers: [] },
      };
      return engine.toDeskFile(slim, new Map<string, string>(), file, state().language);
    },

    review(entry, change) {
      const { dossier } = state().desk;
      if (!dossier) return;
      const next = reviewProvider(dossier.content, deskName(entry), change);
      dispatch({ type: 'desk', event: { what: 'reviewed', dossier: next } });
    },

    question(entry, id, change) {
      const { dossier } = state().desk;
      if (!dossier) return;
      const next = reviewQuestion(dossier.content, deskName(entry), id, change);
      dispatch({ type: 'desk', event: { what: 'reviewed', dossier: next } });
    },

    ask(entry, finding) {
      const { dossier, run } = state().desk;
      if (!dossier || !run) return;
      const next = askAbout(dossier.content, deskName(entry), finding, run.round);
      dispatch({ type: 'desk', event: { what: 'reviewed', dossier: next } });
    },
  };
}
