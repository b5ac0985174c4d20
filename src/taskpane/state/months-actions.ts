import {
  addToLog,
  isIsoDate,
  LOG_KEY,
  logToJson,
  looksLikeBsn,
  nextSnapshotId,
  NOTES_KEY,
  notesToJson,
  partKey,
  questionId,
  snapshotKey,
  snapshotOfKey,
  writeNote,
  ZERO,
  type Finding,
  type ForecastOverride,
  type Issue,
  type LogEntry,
  type SnapshotOverride,
} from '../../core';
import type { FillOutcome, Progress, RunOutcome } from '../../flow';
import type { InputFile } from '../../intake';
import { say } from '../../messages';
import type { MonthsReport } from '../../report';
import type { Json, WorkbookError, WorkbookMemory } from '../../workbook';
import type { Engine, Hashes } from '../engine';
import type { KeptMonths, MonthSide } from '../months/months-engine';
import type { Action } from './reducer';
import { forgetDraft, keepDraft, readDraft, restoreDraft, type DraftStorage } from './drafts';
import { readAll } from './input-files';
import { choicesOf } from './remembered';
import { BUDGET, NOW, startOf, type MonthsChange } from './months-state';
import { resultOf, type State } from './state';

/** What the step “month after month” can do. None of them throws. */
export interface MonthsActions {
  /** Reads again what the workbook remembers; what another pane kept meanwhile shows. */
  reload(): Promise<void>;
  freeze(note: string): Promise<void>;
  remove(id: string): Promise<void>;
  compare(): Promise<void>;
  setBudget(file: InputFile | null): void;
  /** A file of the comparison on show; null when there is none. */
  file(format: 'xlsx' | 'json'): Promise<Uint8Array | null>;
  /** Keeps what was chosen, in the workbook and for a file in the browser too. */
  keepChoices(): Promise<void>;
  /** Forgets what the browser keeps of the file at hand. */
  forget(): Promise<void>;
  /** Keeps a note with a finding; an empty text takes it away. */
  note(finding: Finding, text: string): Promise<void>;
}

/** What the other actions need of these. */
export interface MonthsWork extends MonthsActions {
  /** Puts back what the browser keeps of a file that was opened again without having been saved. */
  restore(): Promise<void>;
  /** Reads what the workbook that was just opened remembers. */
  open(): Promise<void>;
  /** Adds to the log what a fill did, and from which files. */
  filled(outcome: FillOutcome, hashes: Hashes): Promise<void>;
  undone(): Promise<void>;
  /** What a report tells beside the run. */
  report(outcome: RunOutcome): MonthsReport;
}

export interface MonthsTools {
  readonly engine: Engine;
  dispatch(action: Action): void;
  state(): State;
  working(stage: string, work: (progress: Progress) => Promise<void>): Promise<void>;
  hashInputs(state: State): Promise<Hashes>;
  /** Null in Excel: there the workbook itself keeps everything at once. */
  readonly storage?: DraftStorage | null;
  /** Reads the choices again that the workbook remembers. */
  recall?(memory: WorkbookMemory): Promise<void>;
  /** Small work without a progress line; what goes wrong is told. */
  quietly(work: () => Promise<void>): Promise<void>;
}

/** What was worked out last: as filled in, or as planned. */
export const runOf = ({ filled, plan, task }: State): FillOutcome | null =>
  task === 'fill' ? (filled ?? plan) : null;

/** The clock of the machine to the minute, in its own time. */
function clock(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** A text without what passes for a client’s number: a file may be called after one. */
const withoutNumbers = (text: string): string =>
  text.replace(/(?<!\d)\d{9}(?!\d)/g, (digits) => (looksLikeBsn(digits) ? '•'.repeat(9) : digits));

const isChanged = (error: unknown): boolean =>
  error instanceof Error &&
  'detail' in error &&
  (error as WorkbookError).detail.code === 'excel.memory-changed';

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** Ties month after month to the state and to the memory of the workbook. */
export function createMonthsActions(tools: MonthsTools, now: () => string = clock): MonthsWork {
  const { engine, dispatch, state, working, quietly } = tools;
  const change = (months: MonthsChange): void => dispatch({ type: 'months', change: months });
  const memory = (): WorkbookMemory | null =>
    state().task === 'fill' ? (state().books[0]?.port.memory ?? null) : null;

  async function load(from: WorkbookMemory): Promise<KeptMonths> {
    const ids = (await from.keys()).flatMap((key) => snapshotOfKey(key) ?? []);
    const snapshots: { id: string; json: unknown }[] = [];
    for (const id of ids) snapshots.push({ id, json: await from.get(snapshotKey(id)) });
    const [log, notes] = [await from.get(LOG_KEY), await from.get(NOTES_KEY)];
    return engine.readMonths({ snapshots, log, notes });
  }

  async function reload(): Promise<void> {
    const from = memory();
    if (from) change(await load(from));
  }

  /**
   * Adds to the log. The log only grows, so what another pane added is taken along and nothing is written over. A
   * damaged log is left as it is.
   */
  async function log(...entries: readonly LogEntry[]): Promise<void> {
    const to = memory();
    if (!to || state().months.logIssues.length > 0 || entries.length === 0) return;
    const add = async (): Promise<void> => {
      const longer = addToLog(state().months.log, entries);
      await to.set(LOG_KEY, plain(logToJson(longer)));
      change({ log: longer });
    };
    try {
      await add();
    } catch (error) {
      if (!isChanged(error)) throw error;
      await reload();
      await add();
    }
  }

  const happened = (): { at: string; engine: string } => ({ at: now(), engine: state().months.engine });

  /** Own amounts that the forecast at hand really holds. */
  function overridesOf({ forecast }: State): SnapshotOverride[] {
    if (forecast.use !== 'calculated') return [];
    return forecast.overrides.map(({ domain, product, month, amount, reason }: ForecastOverride) => ({
      ...{ domain, product, month, amount },
      reason: withoutNumbers(reason),
    }));
  }

  /** Overrides that differ from what the log says last about that product and month. */
  function newOverrides(): LogEntry[] {
    const last = new Map<string, LogEntry & { readonly what: 'override' }>();
    for (const entry of state().months.log.entries) {
      if (entry.what === 'override') last.set(`${entry.domain}|${entry.product}|${entry.month}`, entry);
    }
    const present = new Map<string, SnapshotOverride>(
      overridesOf(state()).map((one) => [`${one.domain}|${one.product}|${one.month}`, one] as const),
    );
    const set = [...present].flatMap(([key, one]): LogEntry[] => {
      const known = last.get(key);
      const same = known?.amount === one.amount && known.reason === one.reason;
      return same ? [] : [{ ...happened(), what: 'override', ...one }];
    });
    const gone = [...last].flatMap(([key, one]): LogEntry[] =>
      present.has(key) || one.amount === null ? [] : [{ ...one, ...happened(), amount: null }],
    );
    return [...set, ...gone];
  }

  async function frozenSide(id: string): Promise<MonthSide> {
    const from = memory();
    const head = (await from?.get(snapshotKey(id))) ?? null;
    const count = state().months.heads.find((one) => one.id === id)?.parts ?? 0;
    const parts: unknown[] = [];
    for (let part = 1; part <= count; part++) parts.push((await from?.get(partKey(id, part))) ?? null);
    return { what: 'frozen', key: snapshotKey(id), head, parts };
  }

  async function sideOf(id: string): Promise<MonthSide | null> {
    const { months, settings } = state();
    if (id === BUDGET) {
      return months.budget && { what: 'budget', file: months.budget, decimal: settings.decimal };
    }
    if (id !== NOW) return frozenSide(id);
    const outcome = runOf(state());
    if (!outcome) return null;
    return { what: 'now', outcome, hashes: new Map(), label: labelOf(NOW, '') };
  }

  const labelOf = (id: string, note: string) => ({
    ...{ id, note: withoutNumbers(note.trim()), takenAt: now(), engine: state().months.engine },
    overrides: overridesOf(state()),
  });

  /** The hash of the workbook file of the task; null in Excel, for the demonstration and without hashing. */
  async function bookHash(): Promise<string | null> {
    const { files, task, isDemo } = state();
    const [file] = files.prognosis;
    if (!tools.storage || isDemo || task !== 'fill' || !file || !globalThis.crypto?.subtle) return null;
    const digest = await crypto.subtle.digest('SHA-256', (await readAll(file)) as BufferSource);
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** The choices as they were last kept, so that nothing is written when nothing changed. */
  let lastChoices: string | null = null;

  return {
    async restore() {
      lastChoices = null;
      const to = memory();
      const hash = await bookHash();
      const draft = tools.storage && hash !== null ? readDraft(tools.storage, hash) : null;
      if (!to || !draft) return;
      await restoreDraft(to, draft);
      change({ restored: draft.at });
    },

    async keepChoices() {
      const to = memory();
      const { settings, aliases, isDemo, busy } = state();
      if (!to || isDemo || busy !== null) return;
      await quietly(async () => {
        const choices = JSON.stringify(choicesOf({ settings, aliases }));
        // Before a year is chosen nothing was: what was remembered is left as it is.
        if (settings.year !== '' && choices !== lastChoices) {
          const isFirst = lastChoices === null;
          lastChoices = choices;
          const { remembered } = state();
          const same =
            isFirst &&
            remembered !== null &&
            choices ===
              JSON.stringify(
                choicesOf({ settings: { ...settings, ...remembered.settings }, aliases: remembered.aliases }),
              );
          if (!same) await to.set('settings', choicesOf({ settings, aliases }));
        }
        const hash = await bookHash();
        if (tools.storage && hash !== null && (await to.keys()).length > 0) {
          await keepDraft(tools.storage, hash, to, now());
        }
      });
    },

    async forget() {
      const hash = await bookHash();
      if (tools.storage && hash !== null) forgetDraft(tools.storage, hash);
      change({ restored: null });
      dispatch({ type: 'said', message: { code: 'months.said-forgotten', facts: {} } });
    },

    async open() {
      const from = memory();
      dispatch({ type: 'months', change: from ? await load(from) : {} });
    },

    reload: () =>
      working('workbook', async () => {
        const from = memory();
        if (from) await tools.recall?.(from);
        await reload();
        dispatch({ type: 'finished' });
      }),

    async freeze(note) {
      const outcome = runOf(state());
      const to = memory();
      if (!outcome || !to || !isIsoDate(outcome.asOf)) return;
      const { asOf } = outcome;
      await working('freeze', async () => {
        // What another pane froze meanwhile keeps its place.
        await reload();
        const taken = (await to.keys()).flatMap((key) => snapshotOfKey(key) ?? []);
        const id = nextSnapshotId(asOf, taken);
        const label = labelOf(id, note);
        const documents = await engine.freeze(outcome, await tools.hashInputs(state()), label);
        for (const { key, value } of documents) {
          await to.get(key);
          await to.set(key, plain(value));
        }
        await log({ ...happened(), what: 'freeze', id, note: label.note });
        await reload();
        change({ isFrozen: true });
        dispatch({ type: 'finished', said: { code: 'months.said-frozen', facts: {} } });
      });
    },

    async remove(id) {
      const from = memory();
      if (!from) return;
      await working('freeze', async () => {
        const note = state().months.heads.find((one) => one.id === id)?.note ?? '';
        const own = (await from.keys()).filter(
          (key) => key === snapshotKey(id) || key.startsWith(`${snapshotKey(id)}.p`),
        );
        // The first document last: until it is gone the rest can be found.
        for (const key of [...own].reverse()) {
          await from.get(key);
          await from.set(key, null);
        }
        await log({ ...happened(), what: 'removed', id, note });
        await reload();
        const { from: start, to } = state().months;
        change({
          comparison: null,
          from: start === id ? null : start,
          to: to === id ? NOW : to,
        });
        dispatch({ type: 'finished', said: { code: 'months.said-removed', facts: {} } });
      });
    },

    async compare() {
      const start = startOf(state().months);
      await working('compare', async (progress) => {
        const before = start === null ? null : await sideOf(start);
        const after = await sideOf(state().months.to);
        if (!before || !after) {
          const issue: Issue = { level: 'error', code: 'months.nothing-to-compare', facts: {}, place: {} };
          dispatch({ type: 'failed', problems: [issue] });
          return;
        }
        const comparison = await engine.compareMonths(before, after, progress);
        if (progress.signal?.aborted) return;
        change({ comparison });
        dispatch({ type: 'finished', said: { code: 'months.said-compared', facts: {} } });
      });
    },

    setBudget: (budget) =>
      change({ budget, comparison: null, ...(budget ? { from: BUDGET } : { from: null }) }),

    async file(format) {
      const { comparison } = state().months;
      let bytes: Uint8Array | null = null;
      if (!comparison) return bytes;
      await working('report', async () => {
        bytes = await engine.toComparison(comparison, format, state().language);
        dispatch({ type: 'finished' });
      });
      return bytes;
    },

    async note(finding, text) {
      const id = questionId(finding);
      const before = state().months.notes.find((note) => note.id === id)?.text ?? '';
      const clean = withoutNumbers(text.trim());
      if (clean === before || state().months.noteIssues.length > 0) return;
      const to = memory();
      const made = {
        ...{ id, rule: finding.rule, text: clean, at: now() },
        finding: withoutNumbers(say(finding.message, state().language)),
      };
      const write = async (): Promise<void> => {
        const notes = writeNote(state().months.notes, made);
        await to?.set(NOTES_KEY, plain(notesToJson(notes)));
        change({ notes });
      };
      await quietly(async () => {
        try {
          await write();
        } catch (error) {
          if (!isChanged(error)) throw error;
          // Another pane wrote notes meanwhile: they are taken along, but not one on this same finding.
          await reload();
          const theirs = state().months.notes.find((note) => note.id === id)?.text ?? '';
          if (theirs !== before) throw error;
          await write();
        }
        await log({ ...happened(), what: 'note', rule: finding.rule, text: clean });
        dispatch({ type: 'said', message: { code: 'months.said-noted', facts: {} } });
      });
    },

    async filled(outcome, hashes) {
      const [prognosis] = outcome.prognoses;
      change({ isFrozen: false, comparison: null });
      await log(
        ...outcome.receipts.map(({ file, kind, lines, amounts }): LogEntry => ({
          ...{ ...happened(), what: 'import', file: withoutNumbers(file), kind },
          hash: hashes.get(file) ?? null,
          lines: { total: lines.total, read: lines.read, rejected: lines.rejected },
          amount: amounts.file,
        })),
        ...newOverrides(),
        {
          ...{ ...happened(), what: 'fill', asOf: outcome.asOf },
          ...{ cells: outcome.written.length, refused: outcome.refused.length },
          amount: prognosis?.reconciliation.filledTotal ?? ZERO,
        },
      );
    },

    undone: () => log({ ...happened(), what: 'undo' }),

    report(outcome) {
      const { comparison, log: kept, notes } = state().months;
      const findings = new Set(outcome.prognoses.flatMap((one) => one.findings.map(questionId)));
      return {
        comparisons: comparison ? [comparison] : [],
        log: state().task === 'fill' ? kept : null,
        notes: notes.map((note) => ({ ...note, isSolved: !findings.has(note.id) })),
        overrides: overridesOf(state()),
      };
    },
  };
}

/** The notes whose finding is gone; none before anything was worked out. */
export function solvedNotes(state: State): readonly State['months']['notes'][number][] {
  const outcome = resultOf(state) ?? runOf(state);
  if (!outcome) return [];
  const present = new Set(outcome.prognoses.flatMap((one) => one.findings.map(questionId)));
  return state.months.notes.filter(({ id }) => !present.has(id));
}
