import type { Fact, Issue } from '../../core';
import { listRulebooks } from '../../core';
import type { FileRole, State } from '../state/state';

/** What one press of a button can do about a problem. */
export type WayOut =
  | { readonly what: 'choose'; readonly role: FileRole; readonly isFirst: boolean }
  | { readonly what: 'field'; readonly field: 'year' | 'as-of' }
  | { readonly what: 'provider'; readonly provider: string }
  | { readonly what: 'rulebook'; readonly rulebook: string }
  | { readonly what: 'to-data' | 'read' | 'retry' | 'reload' | 'diagnosis' };

const MISSING: Readonly<Record<string, FileRole>> = {
  'pane.missing.prognosis': 'prognosis',
  'pane.missing.submitted': 'submitted',
  'pane.missing.production': 'production',
};
const FIELDS: Readonly<Record<string, 'year' | 'as-of'>> = {
  'pane.missing.year': 'year',
  'flow.wrong-year-in-workbook': 'year',
  'rulebook.wrong-year': 'year',
  'pane.missing.as-of': 'as-of',
  'flow.as-of-not-a-date': 'as-of',
};
/** The workbook is no longer what was read: reading again solves it. */
const OVERTAKEN: ReadonlySet<string> = new Set([
  'pane.problem.overtaken',
  'excel.gone',
  'excel.refused-changed',
]);
/** Only a new pane can go on. */
const BROKEN_OFF: ReadonlySet<string> = new Set(['excel.session', 'excel.memory-changed']);
/** More than this many buttons is no help. */
const MOST_NAMES = 5;

const names = (fact: Fact | undefined): readonly string[] =>
  Array.isArray(fact)
    ? fact.filter((one): one is string => typeof one === 'string').slice(0, MOST_NAMES)
    : [];

/** What a file with this name is for in this task; null when it is none of the files chosen. */
function roleOf(file: string | undefined, { files }: State): FileRole | null {
  const roles = Object.keys(files) as FileRole[];
  return roles.find((role) => files[role].some(({ name }) => name === file)) ?? null;
}

/**
 * What can be done about a problem by pressing a button: at least one thing, the likeliest first. The sentence of the
 * problem itself says what is wrong.
 * @example waysOut({ code: 'pane.missing.year', facts: {}, level: 'error', place: {} }, state)[0] // { what: 'field', field: 'year' }
 */
export function waysOut(problem: Issue, state: State): readonly WayOut[] {
  const { code, facts, place } = problem;
  if (code === 'pane.problem.defect') return [{ what: 'retry' }, { what: 'diagnosis' }];
  const missing = MISSING[code];
  if (missing) return [{ what: 'choose', role: missing, isFirst: true }];
  const field = FIELDS[code];
  if (field) return [{ what: 'field', field }];
  if (/^flow\.(two-providers|provider-)/.test(code)) {
    const known = names(facts['known'] ?? facts['found']);
    return [...known.map((provider): WayOut => ({ what: 'provider', provider })), { what: 'to-data' }];
  }
  if (code === 'rulebook.no-ceilings' || code === 'rulebook.unknown-id') {
    const fitting = names(facts['fitting'] ?? facts['known']).filter((id) =>
      listRulebooks().some((book) => book.id === id),
    );
    return [...fitting.map((rulebook): WayOut => ({ what: 'rulebook', rulebook })), { what: 'to-data' }];
  }
  if (OVERTAKEN.has(code)) return [{ what: 'read' }];
  if (BROKEN_OFF.has(code)) return [{ what: 'reload' }];
  const role = roleOf(place.file, state);
  // In Excel the workbook itself can't be exchanged for another: what is wrong there is put right there.
  if (role !== null && !code.startsWith('excel.')) {
    return [{ what: 'choose', role, isFirst: false }, { what: 'retry' }];
  }
  return state.step === 'data' ? [{ what: 'retry' }] : [{ what: 'retry' }, { what: 'to-data' }];
}
