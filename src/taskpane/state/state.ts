import type { Correction, GridRange, Issue, Message, WorkbookGrid } from '../../core';
import type { Language } from '../../messages';
import type { CheckOutcome, FillOutcome } from '../../flow';
import type { InputFile } from '../../intake';
import type { FilePort, WorkbookPort } from '../../workbook';
import { NO_FORECAST, type ForecastState } from './forecast-state';
import { NO_MONTHS, type MonthsState } from './months-state';
import { NO_DESK, type DeskState } from '../desk/desk-state';
import type { Remembered } from './remembered';

/** Fill the own prognosis, or check one that somebody else filled. */
export type Task = 'fill' | 'check';
export type StepId = 'data' | 'forecast' | 'format' | 'fill' | 'check' | 'months';

/** What a file is for. */
export type FileRole =
  'prognosis' | 'submitted' | 'production' | 'forecast' | 'ceilings' | 'tariffs' | 'allocations' | 'profile';

/** Roles that take more than one file. */
export const MANY: ReadonlySet<FileRole> = new Set<FileRole>([
  'submitted',
  'production',
  'forecast',
  'allocations',
]);

export type Files = Readonly<Record<FileRole, readonly InputFile[]>>;

export interface Settings {
  /** A shipped rulebook's id; ignored while an own one is loaded. */
  readonly rulebook: string;
  readonly ownRulebook: { readonly file: string; readonly json: unknown } | null;
  /** As typed; checked when a run starts. */
  readonly year: string;
  readonly asOf: string;
  readonly provider: string;
  readonly decimal: 'comma' | 'point' | null;
}

/** An opened workbook with what is in it now. */
export interface Book {
  readonly file: string;
  /** A file can be saved; the workbook in Excel is saved there. */
  readonly port: WorkbookPort | FilePort;
  readonly grid: WorkbookGrid;
}

export interface CellAt {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
}

/** What is going on, for the progress line. */
export interface Busy {
  readonly stage: string;
  readonly file: string | null;
  /** 0–1; null while it isn't known. */
  readonly done: number | null;
}

/** Everything the pane knows. Changed by the reducer only. */
export interface State {
  readonly language: Language;
  readonly task: Task;
  readonly step: StepId;
  /** The files are those of the demonstration. */
  readonly isDemo: boolean;
  readonly settings: Settings;
  readonly files: Files;
  /** Product chosen by the user for a label of the workbook that wasn't recognised. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What the user corrected about the format; null: what the profile says. */
  readonly corrections: readonly Correction[] | null;
  /** Decimals for amounts in thousands; null: exact. */
  readonly thousandsPlaces: number | null;
  /** What the opened workbook remembers of last time. */
  readonly remembered: Remembered | null;
  readonly books: readonly Book[];
  /** Name of the sheet on show, and the cell with the focus ring. */
  readonly shownBook: number;
  readonly cell: CellAt | null;
  /** What is selected on the sheet of `cell`; null: that cell alone. */
  readonly selection: GridRange | null;
  /** On narrow screens either the pane or the workbook is on show. */
  readonly side: 'pane' | 'workbook';
  readonly busy: Busy | null;
  readonly problems: readonly Issue[];
  /** What was worked out and decided in the forecast step. */
  readonly forecast: ForecastState;
  /** What the workbook remembers from month to month. */
  readonly months: MonthsState;
  readonly plan: FillOutcome | null;
  /** Indexes of planned writes that the user switched off. */
  readonly off: ReadonlySet<number>;
  /** What filling did, with the figures and findings of the filled workbook. */
  readonly filled: FillOutcome | null;
  /** How often cells were filled in that aren't in a downloaded file; in Excel the workbook itself has them. */
  readonly unsaved: number;
  /** A workbook that was filled in and exchanged for another before it was downloaded. */
  readonly leftBehind: Book | null;
  readonly check: CheckOutcome | null;
  /** Many submissions at once. */
  readonly desk: DeskState;
  /** A short sentence for screen readers and the status line. */
  readonly said: Message | null;
}

export const NO_FILES: Files = {
  prognosis: [],
  submitted: [],
  production: [],
  forecast: [],
  ceilings: [],
  tariffs: [],
  allocations: [],
  profile: [],
};

/** The state before anything was chosen. */
export function emptyState(language: Language, rulebook: string): State {
  return {
    language,
    task: 'fill',
    step: 'data',
    isDemo: false,
    settings: { rulebook, ownRulebook: null, year: '', asOf: '', provider: '', decimal: null },
    files: NO_FILES,
    aliases: new Map(),
    corrections: null,
    thousandsPlaces: null,
    remembered: null,
    books: [],
    shownBook: 0,
    cell: null,
    selection: null,
    side: 'pane',
    busy: null,
    problems: [],
    forecast: NO_FORECAST,
    months: NO_MONTHS,
    plan: null,
    off: new Set(),
    filled: null,
    unsaved: 0,
    leftBehind: null,
    check: null,
    desk: NO_DESK,
    said: null,
  };
}

/** The steps of a task, in the order in which they are done. */
export const stepsOf = (task: Task): readonly StepId[] =>
  task === 'fill' ? ['data', 'forecast', 'format', 'fill', 'check', 'months'] : ['data', 'check'];

/** Whether a step has something to show. */
export function canOpen(state: State, step: StepId): boolean {
  switch (step) {
    case 'data':
      return true;
    case 'forecast':
      return state.files.production.length > 0;
    case 'format':
    case 'fill':
      return state.plan !== null;
    case 'months':
      return state.books.length > 0;
    case 'check':
      return resultOf(state) !== null || state.desk.run !== null;
  }
}

/** The outcome that the last step is about: of the filled workbook, or of the submitted ones. */
export const resultOf = (state: State): FillOutcome | CheckOutcome | null =>
  state.task === 'fill' ? state.filled : state.check;
