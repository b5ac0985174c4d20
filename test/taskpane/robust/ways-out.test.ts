import type { Issue } from '../../../src/core';
import { CATALOGUE } from '../../../src/messages';
import { inputFile } from '../../../src/taskpane/state/input-files';
import { emptyState, type Book, type State } from '../../../src/taskpane/state/state';
import { reduce } from '../../../src/taskpane/state/reducer';
import { createStore } from '../../../src/taskpane/state/store';
import { keepUnsaved, wouldLose } from '../../../src/taskpane/state/unsaved';
import { diagnosisOf, placesOf } from '../../../src/taskpane/robust/diagnosis';
import { waysOut } from '../../../src/taskpane/robust/ways-out';

const start = emptyState('nl', 'zutphen-2023');
const file = (name: string) => inputFile(new Blob(['x']), name);
const issue = (code: string, facts: Issue['facts'] = {}, place: Issue['place'] = {}): Issue => ({
  ...{ level: 'error', code, facts, place },
});

describe('ways out of a problem', () => {
  const codes = Object.keys(CATALOGUE).filter((code) =>
    /^(pane\.(problem|missing)|flow|intake|workbook|excel|rulebook|prognosis)\./.test(code),
  );
  it.each(codes)('%s has at least one', (code) => {
    for (const state of [start, { ...start, step: 'fill' as const }]) {
      expect(waysOut(issue(code), state).length).toBeGreaterThan(0);
    }
  });

  const withFile: State = { ...start, files: { ...start.files, tariffs: [file('tarieven.csv')] } };

  it.each([
    [
      issue('intake.header-missing', {}, { file: 'tarieven.csv' }),
      { what: 'choose', role: 'tariffs', isFirst: false },
    ],
    [issue('pane.missing.production'), { what: 'choose', role: 'production', isFirst: true }],
    [issue('pane.missing.as-of', { found: 'x' }), { what: 'field', field: 'as-of' }],
    [issue('flow.two-providers', { found: ['Een', 'Twee'] }), { what: 'provider', provider: 'Een' }],
    [
      issue('rulebook.no-ceilings', { fitting: ['zutphen-2022', 'gone'] }),
      { what: 'rulebook', rulebook: 'zutphen-2022' },
    ],
    [issue('pane.problem.overtaken'), { what: 'read' }],
    [issue('excel.session'), { what: 'reload' }],
    [issue('excel.busy', {}, { file: 'tarieven.csv' }), { what: 'retry' }],
    [issue('pane.problem.defect', { name: 'TypeError' }), { what: 'retry' }],
  ])('the likeliest first: %j', (problem, way) => {
    expect(waysOut(problem, withFile)[0]).toEqual(way);
  });

  it('offers a rulebook only when it is there', () => {
    const ways = waysOut(issue('rulebook.no-ceilings', { fitting: ['gone'] }), start);
    expect(ways).toEqual([{ what: 'to-data' }]);
  });
});

describe('a diagnosis', () => {
  it('tells where in the program, and nothing of what was in the files', () => {
    const state: State = {
      ...start,
      settings: { ...start.settings, provider: 'Stichting Geheim', year: '2023' },
      files: { ...start.files, production: [file('Geheim 999900006.csv')] },
      aliases: new Map([['Geheim', '02A03']]),
      problems: [issue('pane.problem.defect', { name: 'TypeError' }, { file: 'Geheim.xlsx' })],
    };
    const stack = [
      'TypeError: no such client 999900006',
      'of Stichting Geheim',
      '    at read (http://localhost:3000/workbench.0123456789.js:2:345)',
      '    at async Object.fill (http://localhost:3000/8.js:1:9)',
      '    at http://localhost:3000/8.js:1:10',
      'run@http://localhost:3000/safari.js:5:6',
    ].join('\n');
    const around = { version: '1', at: '2026-01-01', browser: 'b', isInExcel: false };
    const told = JSON.stringify(diagnosisOf(state, [{ name: 'TypeError', stack }], around));
    expect(told).not.toMatch(/Geheim|999900006/);
    expect(told).toContain('read workbench.0123456789.js:2:345');
    expect(placesOf(stack)).toHaveLength(4);
    expect(told).toContain('"kind":"csv"');
  });
});

describe('what was filled in and not downloaded', () => {
  const port = { save: () => Promise.resolve(new Uint8Array()) } as unknown as Book['port'];
  const book = (name: string, of: Book['port']): Book => ({
    ...{ file: name, port: of, grid: { file: name, dateSystem: '1900', names: [], sheets: [] } },
  });
  const filled = { written: [1], prognoses: [] } as never;
  const opened: State = {
    ...start,
    files: { ...start.files, prognosis: [file('own.xlsx')] },
    books: [book('own.xlsx', port)],
  };

  it('counts until it is downloaded or undone', () => {
    const [own] = opened.books;
    if (!own) throw new Error('no book');
    const once = reduce(opened, { type: 'filled', filled, book: own });
    const twice = reduce(once, { type: 'filled', filled, book: own });
    expect([wouldLose(opened), wouldLose(once), wouldLose(twice)]).toEqual([false, true, true]);
    const undone = reduce(twice, { type: 'undone', book: own });
    expect([wouldLose(undone), wouldLose(reduce(undone, { type: 'undone', book: own }))]).toEqual([
      true,
      false,
    ]);
    expect(wouldLose(reduce(twice, { type: 'saved', book: own }))).toBe(false);
    expect(wouldLose({ ...once, isDemo: true })).toBe(false);
  });

  it('is kept when another workbook, task or start takes its place', () => {
    const [own] = opened.books;
    if (!own) throw new Error('no book');
    for (const action of [
      { type: 'files-added', role: 'prognosis', files: [file('other.xlsx')] },
      { type: 'task', task: 'check' },
      { type: 'emptied' },
    ] as const) {
      const store = createStore(opened);
      store.dispatch({ type: 'filled', filled, book: own });
      store.dispatch(action);
      expect(store.get().leftBehind?.file).toBe('own.xlsx');
      expect(wouldLose(store.get())).toBe(true);
      store.dispatch({ type: 'saved', book: own });
      expect(wouldLose(store.get())).toBe(false);
    }
  });

  it('is nothing for a workbook in Excel, which has it already', () => {
    const inExcel = book('Map1', {} as Book['port']);
    const state = reduce({ ...opened, books: [inExcel] }, { type: 'filled', filled, book: inExcel });
    expect(wouldLose(keepUnsaved(opened, state))).toBe(false);
  });
});
