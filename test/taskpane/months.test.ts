import { parseDate, parseMoney, type Finding } from '../../src/core';
import type { FillOutcome } from '../../src/flow';
import { memoryInMemory, type WorkbookMemory } from '../../src/workbook';
import type { Kept } from '../../src/workbook/keeping';
import { monthsEngine } from '../../src/taskpane/months/months-engine';
import type { Engine } from '../../src/taskpane/engine';
import { createMonthsActions, solvedNotes, type MonthsWork } from '../../src/taskpane/state/months-actions';
import type { State } from '../../src/taskpane/state/state';
import { emptyState } from '../../src/taskpane/state/state';
import { createStore, type Store } from '../../src/taskpane/state/store';
import { demo } from '../demo';
import { openGrid } from '../flow/sample-case';

let outcome: FillOutcome;
beforeAll(async () => {
  outcome = (await demo())['outcome'] as FillOutcome;
});

interface Pane {
  readonly store: Store;
  readonly months: MonthsWork;
  readonly memory: WorkbookMemory;
  readonly problems: string[];
}

/** A pane on a workbook whose memory may be shared with another pane. */
function paneOn(shared: Map<string, Kept>, filled = outcome): Pane {
  const memory = memoryInMemory(shared);
  const start: State = {
    ...emptyState('nl', 'zutphen-2023'),
    books: [
      {
        file: 'eigen.xlsx',
        port: {
          memory,
          read: () => Promise.reject(new Error('not read here')),
          write: () => Promise.reject(new Error('not written here')),
          undo: () => Promise.resolve(false),
        },
        grid: { file: 'eigen.xlsx', dateSystem: '1900', sheets: [], names: [] },
      },
    ],
    filled,
  };
  const store = createStore(start);
  const problems: string[] = [];
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const code = (error as { detail?: { code: string } }).detail?.code;
      if (code === undefined) throw error;
      problems.push(code);
    }
  };
  const engine = monthsEngine(openGrid, '1.2.3') as Engine;
  const months = createMonthsActions(
    {
      engine,
      dispatch: store.dispatch,
      state: store.get,
      working: (_, work) => attempt(() => work({ report: () => undefined, signal: null })),
      quietly: attempt,
      hashInputs: () => Promise.resolve(new Map([['productie.csv', 'ab'.repeat(32)]])),
    },
    () => '2023-07-05T09:30',
  );
  return { store, months, memory, problems };
}

const state = (pane: Pane): State['months'] => pane.store.get().months;
const kindsOf = (pane: Pane): string[] => state(pane).log.entries.map(({ what }) => what);

describe('month after month in the pane', () => {
  it('freezes with note and day, lists, compares with now to nothing, and removes', async () => {
    const shared = new Map<string, Kept>();
    const pane = paneOn(shared);
    await pane.months.open();
    await pane.months.freeze('voor de zomer 999990019');
    expect(state(pane).heads.map(({ id, note, takenAt }) => [id, note, takenAt])).toEqual([
      ['2023-06-30-1', 'voor de zomer •••••••••', '2023-07-05T09:30'],
    ]);
    expect(state(pane).isFrozen).toBe(true);
    await pane.months.compare();
    expect(state(pane).comparison?.total.difference).toBe(parseMoney('0.00'));
    await pane.months.freeze('');
    expect(state(pane).heads.map(({ id }) => id)).toEqual(['2023-06-30-1', '2023-06-30-2']);
    await pane.months.remove('2023-06-30-1');
    expect(state(pane).heads.map(({ id }) => id)).toEqual(['2023-06-30-2']);
    expect(kindsOf(pane)).toEqual(['freeze', 'freeze', 'removed']);
    // Another pane, or next month: all of it is there.
    const later = paneOn(shared);
    await later.months.open();
    expect([state(later).heads.length, kindsOf(later).length]).toEqual([1, 3]);
    expect(pane.problems).toEqual([]);
  });

  it('logs what a fill read and did, by which version, and its undoing', async () => {
    const pane = paneOn(new Map());
    await pane.months.open();
    await pane.months.filled(outcome, new Map([['productie.csv', 'ab'.repeat(32)]]));
    await pane.months.undone();
    const [first] = state(pane).log.entries;
    expect(first).toMatchObject({
      ...{ what: 'import', at: '2023-07-05T09:30', engine: '1.2.3' },
      ...{ file: 'productie.csv', hash: 'ab'.repeat(32) },
    });
    expect(kindsOf(pane).slice(-2)).toEqual(['fill', 'undo']);
  });

  it('two panes: the log of both is kept, and a snapshot never takes the place of another', async () => {
    const shared = new Map<string, Kept>();
    const [one, two] = [paneOn(shared), paneOn(shared)];
    await one.months.open();
    await two.months.open();
    await one.months.freeze('een');
    await two.months.freeze('twee');
    await one.months.undone();
    expect(state(one).log.entries.map((entry) => ('note' in entry ? entry.note : entry.what))).toEqual([
      ...['een', 'twee', 'undo'],
    ]);
    expect(state(two).heads.map(({ note }) => note)).toEqual(['een', 'twee']);
    expect([...one.problems, ...two.problems]).toEqual([]);
  });

  it('keeps notes through a refresh; two panes on one finding are not merged, but told', async () => {
    const shared = new Map<string, Kept>();
    const [one, two] = [paneOn(shared), paneOn(shared)];
    await one.months.open();
    await two.months.open();
    const [first, second] = outcome.prognoses[0]?.findings ?? [];
    if (!first || !second) throw new Error('no findings');
    await one.months.note(first, 'gebeld');
    // Another finding: both notes stay.
    await two.months.note(second, 'gemaild');
    expect(state(two).notes.map(({ text }) => text)).toEqual(['gebeld', 'gemaild']);
    // The same finding, which this pane saw without a note: theirs is not written over.
    const three = paneOn(shared);
    await three.months.open();
    await one.months.reload();
    await one.months.note(first, 'gebeld, twee keer');
    await three.months.note(first, 'iets anders');
    expect(three.problems).toEqual(['excel.memory-changed']);
    expect(state(three).notes.find(({ text }) => text.startsWith('gebeld'))?.text).toBe('gebeld, twee keer');
  });

  it('a note whose finding is gone stands under solved', async () => {
    const shared = new Map<string, Kept>();
    const pane = paneOn(shared);
    await pane.months.open();
    const [first] = outcome.prognoses[0]?.findings ?? [];
    await pane.months.note(first as Finding, 'gebeld');
    expect(solvedNotes(pane.store.get())).toEqual([]);
    const prognoses = outcome.prognoses.map((one) => ({ ...one, findings: [] }));
    const later = paneOn(shared, { ...outcome, prognoses, asOf: parseDate('2023-07-31') });
    await later.months.open();
    expect(solvedNotes(later.store.get()).map(({ text }) => text)).toEqual(['gebeld']);
    const report = later.months.report({ ...outcome, prognoses });
    expect(report.notes.map(({ isSolved }) => isSolved)).toEqual([true]);
  });

  it('leaves a damaged log and damaged notes alone, and says so', async () => {
    const shared = new Map<string, Kept>([
      ['log', { key: 'log', revision: 1, value: { kapot: true } }],
      ['notes', { key: 'notes', revision: 1, value: ['kapot'] }],
      ['snapshot-oud', { key: 'snapshot-oud', revision: 1, value: 'kapot' }],
    ]);
    const pane = paneOn(shared);
    await pane.months.open();
    expect(state(pane).logIssues[0]?.code).toBe('snapshots.log-not-valid');
    expect(state(pane).noteIssues[0]?.code).toBe('snapshots.notes-not-valid');
    expect(state(pane).damaged.map(({ id }) => id)).toEqual(['oud']);
    await pane.months.undone();
    await pane.months.note(outcome.prognoses[0]?.findings[0] as Finding, 'x');
    expect(shared.get('log')?.value).toEqual({ kapot: true });
    expect(shared.get('notes')?.value).toEqual(['kapot']);
    await pane.months.remove('oud');
    expect(shared.get('snapshot-oud')?.value).toBeNull();
  });
});
