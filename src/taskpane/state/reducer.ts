import type { Correction, GridRange, Issue, Message, PlannedWrite } from '../../core';
import type { Language } from '../../messages';
import type { CheckOutcome, FillOutcome } from '../../flow';
import type { InputFile } from '../../intake';
import {
  DEMO_FORECAST,
  recallInto,
  reduceForecast,
  withoutFigures,
  type ForecastChange,
} from './forecast-state';
import { reduceDesk, withoutRun, type DeskEvent } from '../desk/desk-state';
import { NO_MONTHS, type MonthsChange } from './months-state';
import type { Remembered } from './remembered';
import {
  canOpen,
  emptyState,
  MANY,
  NO_FILES,
  type Book,
  type Busy,
  type CellAt,
  type FileRole,
  type Files,
  type Settings,
  type State,
  type StepId,
  type Task,
} from './state';

/** Everything that can happen to the state. */
export type Action =
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'task'; readonly task: Task }
  | { readonly type: 'step'; readonly step: StepId }
  | { readonly type: 'step-if-open'; readonly step: StepId }
  | { readonly type: 'side'; readonly side: State['side'] }
  | { readonly type: 'settings'; readonly change: Partial<Settings> }
  | { readonly type: 'files-added'; readonly role: FileRole; readonly files: readonly InputFile[] }
  | { readonly type: 'file-removed'; readonly role: FileRole; readonly index: number }
  | { readonly type: 'demo'; readonly files: Files; readonly settings: Partial<Settings> }
  | { readonly type: 'emptied' }
  | { readonly type: 'forecast'; readonly change: ForecastChange }
  | { readonly type: 'alias'; readonly label: string; readonly product: string | null }
  | { readonly type: 'aliases'; readonly aliases: ReadonlyMap<string, string> }
  | { readonly type: 'corrections'; readonly corrections: readonly Correction[] }
  | { readonly type: 'thousands'; readonly places: number | null }
  | { readonly type: 'started'; readonly stage: string }
  | { readonly type: 'progress'; readonly busy: Busy }
  | { readonly type: 'failed'; readonly problems: readonly Issue[] }
  | { readonly type: 'stopped' }
  | { readonly type: 'finished'; readonly said?: Message }
  | { readonly type: 'months'; readonly change: MonthsChange }
  | { readonly type: 'saved'; readonly book: Book }
  | { readonly type: 'left-behind-gone' }
  | { readonly type: 'defect'; readonly problem: Issue }
  | { readonly type: 'problems-dismissed' }
  | { readonly type: 'books'; readonly books: readonly Book[] }
  | { readonly type: 'recalled'; readonly remembered: Remembered | null }
  | { readonly type: 'format-forgotten' }
  | { readonly type: 'book-read'; readonly book: Book }
  | { readonly type: 'reported'; readonly sheets: readonly string[] }
  | { readonly type: 'planned'; readonly plan: FillOutcome }
  | { readonly type: 'toggle-write'; readonly index: number }
  | { readonly type: 'toggle-all'; readonly on: boolean }
  | { readonly type: 'toggle-some'; readonly indexes: readonly number[]; readonly on: boolean }
  | {
      readonly type: 'select';
      readonly cell: CellAt;
      readonly range: GridRange;
      readonly bring: boolean;
    }
  | { readonly type: 'filled'; readonly filled: FillOutcome; readonly book: Book }
  | { readonly type: 'undone'; readonly book: Book }
  | { readonly type: 'checked'; readonly check: CheckOutcome }
  | { readonly type: 'desk'; readonly event: DeskEvent }
  | { readonly type: 'said'; readonly message: Message }
  | { readonly type: 'show-book'; readonly index: number }
  | {
      readonly type: 'show-cell';
      readonly cell: CellAt;
      readonly file: string | null;
      readonly bring: boolean;
    };

/** Results rest on the files and settings: when those change, they go. */
const withoutResults = (state: State): State => ({
  ...state,
  forecast: withoutFigures(state.forecast),
  plan: null,
  off: new Set(),
  filled: null,
  check: null,
  desk: withoutRun(state.desk),
  months: { ...state.months, comparison: null },
  problems: [],
  said: null,
});

/** An opened workbook goes with its file. */
const withoutBooks = (state: State, role: FileRole): State =>
  role === 'prognosis' || role === 'submitted'
    ? {
        ...state,
        books: [],
        shownBook: 0,
        cell: null,
        selection: null,
        remembered: null,
        corrections: null,
        months: NO_MONTHS,
      }
    : role === 'profile'
      ? { ...state, corrections: null }
      : state;

const replaceBook = (state: State, book: Book): readonly Book[] =>
  state.books.map((other) => (other.file === book.file ? book : other));

/**
 * The next state. Pure.
 * @example reduce(state, { type: 'step', step: 'fill' }).step // 'fill'
 */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'language':
      return { ...state, language: action.language };
    case 'task':
      return action.task === state.task
        ? state
        : {
            ...withoutResults(state),
            task: action.task,
            step: 'data',
            books: [],
            shownBook: 0,
            cell: null,
            months: NO_MONTHS,
          };
    case 'step':
      return { ...state, step: action.step, selection: null, problems: [], side: 'pane' };
    case 'step-if-open':
      return canOpen(state, action.step) ? reduce(state, { type: 'step', step: action.step }) : state;
    case 'side':
      return { ...state, side: action.side };
    case 'settings':
      return { ...withoutResults(state), settings: { ...state.settings, ...action.change } };
    case 'files-added': {
      const files = MANY.has(action.role)
        ? [
            ...state.files[action.role].filter((old) => action.files.every((file) => file.name !== old.name)),
            ...action.files,
          ]
        : action.files.slice(-1);
      return withoutBooks(
        { ...withoutResults(state), isDemo: false, files: { ...state.files, [action.role]: files } },
        action.role,
      );
    }
    case 'file-removed':
      return withoutBooks(
        {
          ...withoutResults(state),
          isDemo: false,
          files: {
            ...state.files,
            [action.role]: state.files[action.role].filter((_, index) => index !== action.index),
          },
        },
        action.role,
      );
    case 'demo':
      return {
        ...withoutResults(state),
        isDemo: true,
        forecast: DEMO_FORECAST,
        months: NO_MONTHS,
        step: 'data',
        books: [],
        shownBook: 0,
        cell: null,
        files: action.files,
        aliases: new Map(),
        corrections: null,
        remembered: null,
        settings: { ...state.settings, ownRulebook: null, provider: '', decimal: null, ...action.settings },
      };
    case 'emptied':
      return {
        ...emptyState(state.language, state.settings.rulebook),
        task: state.task,
        files: NO_FILES,
      };
    case 'forecast': {
      const forecast = reduceForecast(state.forecast, action.change);
      const isOther =
        forecast.use !== state.forecast.use ||
        forecast.made !== state.forecast.made ||
        forecast.incomplete !== state.forecast.incomplete;
      // What was planned rests on the forecast that was filled in.
      const rest = isOther ? withoutResults(state) : state;
      return { ...rest, forecast };
    }
    case 'alias': {
      const aliases = new Map(state.aliases);
      if (action.product === null) aliases.delete(action.label);
      else aliases.set(action.label, action.product);
      return { ...state, aliases };
    }
    case 'aliases':
      return { ...state, aliases: action.aliases };
    case 'corrections':
      return { ...state, corrections: action.corrections };
    case 'thousands':
      return { ...state, thousandsPlaces: action.places };
    case 'started':
      return { ...state, busy: { stage: action.stage, file: null, done: null }, problems: [], said: null };
    case 'progress':
      return state.busy === null ? state : { ...state, busy: action.busy };
    case 'failed':
      return { ...state, busy: null, problems: action.problems };
    case 'stopped':
      return { ...state, busy: null, said: { code: 'pane.said.stopped', facts: {} } };
    case 'finished':
      return { ...state, busy: null, ...(action.said ? { said: action.said } : {}) };
    case 'months':
      return { ...state, months: { ...state.months, ...action.change } };
    case 'saved':
      return action.book.port === state.leftBehind?.port
        ? { ...state, leftBehind: null }
        : { ...state, unsaved: 0 };
    case 'left-behind-gone':
      return { ...state, leftBehind: null };
    case 'defect':
      // Once is enough, however often it happens.
      return state.problems.some(({ code }) => code === action.problem.code)
        ? state
        : { ...state, problems: [...state.problems, action.problem] };
    case 'problems-dismissed':
      return { ...state, problems: [] };
    case 'books':
      return { ...state, books: action.books, shownBook: 0, cell: firstCell(action.books[0]) };
    case 'recalled': {
      const { remembered } = action;
      const { settings } = state;
      // What the user chose now goes before what was chosen last time.
      const isUntouched = settings.year === '' && settings.ownRulebook === null;
      return {
        ...state,
        remembered,
        settings: {
          ...settings,
          ...(isUntouched ? remembered?.settings : {}),
          asOf: settings.asOf,
        },
        aliases: new Map([...(remembered?.aliases ?? []), ...state.aliases]),
        forecast: recallInto(state.forecast, remembered?.forecast ?? null),
      };
    }
    case 'format-forgotten':
      return {
        ...withoutResults(state),
        corrections: null,
        remembered: state.remembered && { ...state.remembered, profile: null },
      };
    case 'book-read':
      return { ...state, books: replaceBook(state, action.book) };
    case 'reported':
      return {
        ...state,
        busy: null,
        said: { code: 'pane.said.reported', facts: { sheets: action.sheets } },
      };
    case 'planned':
      return {
        ...state,
        busy: null,
        plan: action.plan,
        off: stillOff(state, action.plan),
        filled: null,
        check: null,
        said: { code: 'pane.said.planned', facts: { changes: action.plan.plan.writes.length } },
      };
    case 'toggle-write': {
      const off = new Set(state.off);
      if (!off.delete(action.index)) off.add(action.index);
      return { ...state, off };
    }
    case 'toggle-all':
      return {
        ...state,
        off: new Set(action.on ? [] : (state.plan?.plan.writes.map((_, index) => index) ?? [])),
      };
    case 'toggle-some': {
      const off = new Set(state.off);
      for (const index of action.indexes) {
        if (action.on) off.delete(index);
        else off.add(index);
      }
      return { ...state, off };
    }
    case 'filled':
      return {
        ...state,
        busy: null,
        filled: action.filled,
        unsaved: state.unsaved + ('save' in action.book.port && action.filled.written.length > 0 ? 1 : 0),
        check: null,
        books: replaceBook(state, action.book),
        said: { code: 'pane.said.filled', facts: { written: action.filled.written.length } },
      };
    case 'undone':
      return {
        ...state,
        busy: null,
        filled: null,
        unsaved: Math.max(0, state.unsaved - 1),
        check: null,
        books: replaceBook(state, action.book),
        said: { code: 'pane.said.undone', facts: {} },
      };
    case 'checked': {
      const findings = action.check.prognoses.flatMap((prognosis) => prognosis.findings);
      return {
        ...state,
        busy: null,
        check: action.check,
        step: 'check',
        said: { code: 'pane.said.checked', facts: { findings: findings.length } },
      };
    }
    case 'desk':
      return withDesk(state, action.event);
    case 'said':
      return { ...state, said: action.message };
    case 'show-book':
      return { ...state, shownBook: action.index, cell: firstCell(state.books[action.index]) };
    case 'select':
      return {
        ...state,
        cell: action.cell,
        selection: action.range,
        side: action.bring ? 'workbook' : state.side,
      };
    case 'show-cell': {
      const named = state.books.findIndex((book) => book.file === action.file);
      return {
        ...state,
        cell: action.cell,
        selection: null,
        shownBook: named === -1 ? state.shownBook : named,
        side: action.bring ? 'workbook' : state.side,
      };
    }
  }
}

/** What happens on the desk, with what it changes around it. */
function withDesk(state: State, event: DeskEvent): State {
  const next = { ...state, desk: reduceDesk(state.desk, event) };
  switch (event.what) {
    case 'checked': {
      const count = (wanted: string): number =>
        event.run.providers.filter(({ state: received }) => received === wanted).length;
      return {
        ...next,
        busy: null,
        step: 'check',
        // On a narrow screen the list is what comes first.
        side: 'workbook',
        said: {
          code: 'submissions.said',
          facts: {
            checked: count('checked'),
            unreadable: count('unreadable'),
            missing: count('missing'),
          },
        },
      };
    }
    case 'choose':
      return event.index === null ? next : { ...next, step: 'check', side: 'pane' };
    case 'dossier':
      return { ...next, plan: null, check: null, step: state.step === 'check' ? 'data' : state.step };
    default:
      return next;
  }
}

/** Changes that were switched off stay off in a new plan, as long as they are the same. */
function stillOff({ plan, off }: State, next: FillOutcome): ReadonlySet<number> {
  if (!plan || off.size === 0) return new Set();
  const keyOf = ({ sheet, row, col, value }: PlannedWrite): string =>
    [sheet, row, col, value?.text ?? ''].join('\u0000');
  const was = new Set(plan.plan.writes.filter((_, index) => off.has(index)).map(keyOf));
  return new Set(next.plan.writes.flatMap((write, index) => (was.has(keyOf(write)) ? [index] : [])));
}

function firstCell(book: Book | undefined): CellAt | null {
  const sheet = book?.grid.sheets.find((one) => one.visibility === 'visible') ?? book?.grid.sheets[0];
  return sheet ? { sheet: sheet.name, row: 0, col: 0 } : null;
}
