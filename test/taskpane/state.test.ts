import { parseMoney, type Issue } from '../../src/core';
import type { CheckOutcome, FillOutcome, FillRequest } from '../../src/flow';
import type { InputFile, IntakeReceipt } from '../../src/intake';
import type { FilePort } from '../../src/workbook';
import type { Engine } from '../../src/taskpane/engine';
import { createActions, readDay, whatIsMissing } from '../../src/taskpane/state/actions';
import { guessRole, inputFile, readAll } from '../../src/taskpane/state/input-files';
import { reduce } from '../../src/taskpane/state/reducer';
import { rejectedCsv } from '../../src/taskpane/state/rejected-csv';
import { canOpen, emptyState, type State } from '../../src/taskpane/state/state';
import { createStore, type Store } from '../../src/taskpane/state/store';
import { noForecast, noMonths } from './forecast-stub';

const file = (name: string, content = 'x'): InputFile => inputFile(new Blob([content]), name);
const start = emptyState('nl', 'zutphen-2023');

const write = (row: number) => ({
  sheet: 'Wmo',
  row,
  col: 3,
  value: { kind: 'number' as const, text: '10.50' },
  old: null,
  why: { code: 'x', facts: {} },
});
const outcome = (rows: readonly number[]): FillOutcome =>
  ({ plan: { writes: rows.map(write) }, written: rows.map(write), prognoses: [] }) as unknown as FillOutcome;

describe('the state', () => {
  it('drops results when a file or setting changes, because they rest on it', () => {
    const read = reduce(start, { type: 'planned', plan: outcome([6, 7]) });
    expect(canOpen(read, 'fill')).toBe(true);
    for (const next of [
      reduce(read, { type: 'settings', change: { year: '2024' } }),
      reduce(read, { type: 'files-added', role: 'forecast', files: [file('p.csv')] }),
      reduce(
        { ...read, files: { ...read.files, tariffs: [file('t.csv')] } },
        { type: 'file-removed', role: 'tariffs', index: 0 },
      ),
    ]) {
      expect(next.plan).toBeNull();
      expect(canOpen(next, 'fill')).toBe(false);
    }
  });

  it('takes many production files, a file of the same name once, and one file of the other kinds', () => {
    const add = (state: State, role: 'production' | 'ceilings', ...names: string[]): State =>
      reduce(state, { type: 'files-added', role, files: names.map((name) => file(name)) });
    let state = add(start, 'production', 'a.csv', 'b.csv');
    state = add(state, 'production', 'a.csv');
    expect(state.files.production.map(({ name }) => name)).toEqual(['b.csv', 'a.csv']);
    state = add(add(state, 'ceilings', '1.csv'), 'ceilings', '2.csv');
    expect(state.files.ceilings.map(({ name }) => name)).toEqual(['2.csv']);
  });

  it('switches changes off and on one by one and all at once', () => {
    let state = reduce(start, { type: 'planned', plan: outcome([6, 7, 8]) });
    state = reduce(state, { type: 'toggle-write', index: 1 });
    expect([...state.off]).toEqual([1]);
    state = reduce(state, { type: 'toggle-write', index: 1 });
    expect(state.off.size).toBe(0);
    state = reduce(state, { type: 'toggle-all', on: false });
    expect([...state.off]).toEqual([0, 1, 2]);
    expect(reduce(state, { type: 'toggle-all', on: true }).off.size).toBe(0);
  });

  it('ignores progress that comes after the work ended', () => {
    const busy = { stage: 'production', file: null, done: 0.5 };
    expect(reduce(start, { type: 'progress', busy })).toBe(start);
  });

  it('keeps language, rulebook and task when starting empty', () => {
    const used: State = { ...start, language: 'en', task: 'check', isDemo: true };
    const empty = reduce(used, { type: 'emptied' });
    expect(empty).toMatchObject({ language: 'en', task: 'check', isDemo: false });
    expect(empty.settings.rulebook).toBe('zutphen-2023');
  });
});

describe('what files are for', () => {
  it.each([
    ['plafonds.csv', 'aanbieder;domein;jaar;soort;client;bedrag;vanaf', 'fill', 'ceilings'],
    ['lijst.csv', 'aanbieder;domein;jaar;soort;client;bedrag;vanaf', 'fill', 'ceilings'],
    ['tarieven.csv', 'product;omschrijving;eenheid;tarief;vanaf;tot', 'fill', 'tariffs'],
    ['x.csv', 'product;omschrijving;eenheid;tarief;vanaf;tot', 'fill', 'tariffs'],
    ['prognose.csv', 'aanbieder;domein;product;periode;bedrag', 'fill', 'forecast'],
    ['export.csv', 'aanbieder;domein;product;client;periode;bedrag', 'fill', 'production'],
    ['AW319.xml', '', 'fill', 'production'],
    ['WMO301.xml', '', 'fill', 'allocations'],
    ['toewijzingen 2023.csv', '', 'check', 'allocations'],
    ['Prognose 2023.xlsx', '', 'fill', 'prognosis'],
    ['Prognose 2023.xlsx', '', 'check', 'submitted'],
    ['Productie.xlsx', '', 'fill', 'production'],
    ['profiel.json', '', 'fill', 'profile'],
  ] as const)('%s with %j in %s is %s', (name, header, task, role) => {
    expect(guessRole(name, header, task)).toBe(role);
  });

  it('reads a file whole, more than once', async () => {
    const big = file('big.csv', 'é'.repeat(200_000));
    expect((await readAll(big)).length).toBe(400_000);
    expect((await readAll(big)).length).toBe(400_000);
  });
});

describe('readDay', () => {
  it.each([
    ['30-06-2023', '2023-06-30'],
    ['30/6/2023', '2023-06-30'],
    ['2023-06-30', '2023-06-30'],
    ['31-06-2023', null],
    ['06-30-2023', null],
    ['', null],
  ])('%j is %j', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});

describe('rejected lines as CSV', () => {
  const receipt = (reason: string): IntakeReceipt =>
    ({
      file: 'productie.csv',
      rejectedLines: [{ line: 17, reason: { code: reason, facts: {} }, amount: parseMoney('-1234.50') }],
    }) as unknown as IntakeReceipt;

  it('has the amount in the notation of the language', () => {
    expect(rejectedCsv(receipt('r'), 'nl')).toContain('"productie.csv";17;-1234,50;"r {}"');
    expect(rejectedCsv(receipt('r'), 'en')).toContain('"productie.csv";17;-1234.50;"r {}"');
  });

  it('never starts a formula in the spreadsheet that opens it, and doubles quotes', () => {
    expect(rejectedCsv(receipt('=HYPERLINK("x")'), 'nl')).toContain(`"'=HYPERLINK(""x"") {}"`);
  });
});

describe('the actions', () => {
  class Wrong extends Error {}

  function setUp(change: Partial<Engine> = {}) {
    const asked: FillRequest[] = [];
    const engine: Engine = {
      ...noForecast,
      ...noMonths,
      rulebooks: [],
      openWorkbook: async ({ name, ...rest }) => {
        const bytes = await readAll({ name, ...rest });
        if (bytes.length < 2) return Promise.reject(new Wrong());
        const port = {
          save: () => Promise.resolve(bytes),
          read: () => Promise.resolve({ file: name, dateSystem: '1900', sheets: [], names: [] }),
        };
        return Promise.resolve(port as unknown as FilePort);
      },
      fill: (request) => {
        asked.push(request);
        return Promise.resolve(outcome([6, 7]));
      },
      check: () => Promise.resolve({ prognoses: [], unusable: [] } as unknown as CheckOutcome),
      checkDesk: () => Promise.reject(new Error('no desk here')),
      toDeskFile: () => Promise.resolve(null),
      readAnswers: () => Promise.resolve(null),
      toReportWorkbook: () => Promise.resolve(new Uint8Array()),
      toReportJson: () => '{}',
      issuesOf: (error, name): readonly Issue[] | null =>
        error instanceof Wrong ? [{ level: 'error', code: 'no', facts: {}, place: { file: name } }] : null,
      ...change,
    };
    const store: Store = createStore({
      ...start,
      settings: { ...start.settings, year: '2023', asOf: '30-06-2023' },
      files: { ...start.files, prognosis: [file('own.xlsx', 'whole')], production: [file('p.csv')] },
    });
    const offline = (): Promise<Blob> => Promise.reject(new Error('offline'));
    return { store, asked, actions: createActions(engine, store.dispatch, store.get, offline) };
  }

  it('plan first, and then write the chosen changes only', async () => {
    const { store, actions, asked } = setUp();
    await actions.read();
    expect(asked[0]).toMatchObject({ preview: true, year: 2023, asOf: '2023-06-30', provider: null });
    expect(store.get().plan?.plan.writes).toHaveLength(2);
    store.dispatch({ type: 'toggle-write', index: 0 });
    await actions.fill();
    expect(asked[1]?.preview).toBeUndefined();
    expect([...(asked[1]?.only ?? [])]).toEqual(['Wmo!D8']);
    expect(store.get().filled).not.toBeNull();
    expect(store.get().busy).toBeNull();
  });

  it('show what is wrong with the input, with the file it is about', async () => {
    const { store, actions } = setUp();
    await actions.addFiles('prognosis', [file('broken.xlsx', '')]);
    expect(store.get().problems).toEqual([
      { level: 'error', code: 'no', facts: {}, place: { file: 'broken.xlsx' } },
    ]);
    expect(store.get().busy).toBeNull();
  });

  it('call anything else a defect of ours, by its kind and not with its text', async () => {
    const { store, actions } = setUp({ fill: () => Promise.reject(new TypeError('secret 999912345')) });
    await actions.read();
    expect(store.get().problems).toMatchObject([
      { code: 'pane.problem.defect', facts: { name: 'TypeError' } },
    ]);
    expect(JSON.stringify(store.get().problems)).not.toContain('secret');
  });

  it('leave the state as it was when stopped', async () => {
    const { store, actions } = setUp({
      fill: (_request, progress) =>
        new Promise((resolve) => {
          progress.signal?.addEventListener('abort', () => resolve(outcome([6])));
          actions.stop();
        }),
    });
    await actions.read();
    expect(store.get()).toMatchObject({ plan: null, busy: null, problems: [] });
    expect(store.get().said?.code).toBe('pane.said.stopped');
  });

  it('say what is missing before they start', () => {
    expect(whatIsMissing(start).map(({ code }) => code)).toEqual([
      'pane.missing.prognosis',
      'pane.missing.production',
      'pane.missing.year',
      'pane.missing.as-of',
    ]);
  });
});
