import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellWrite, SheetGrid, WorkbookGrid } from '../../../src/core';
import { InputError, type FillRequest, type Progress } from '../../../src/flow';
import type { InputFile } from '../../../src/intake';
import type { FilePort } from '../../../src/workbook';
import { engine as engineHere, type Engine } from '../../../src/taskpane/engine';
import { inputFile } from '../../../src/taskpane/state/input-files';
import { createRemoteEngine, type EngineThread } from '../../../src/taskpane/worker/remote-engine';
import { serveEngine, spaced } from '../../../src/taskpane/worker/thread';
import { endpoints } from './clone';

const sample = (file: string): InputFile =>
  inputFile(new Blob([readFileSync(join(__dirname, '..', '..', '..', 'samples', 'a', file))]), file);

const { rulebooks, issuesOf } = engineHere;
const local = { rulebooks, issuesOf };

/** A thread that isn't one: the same messages, with the engine in this process. */
function thread(engine: Engine): EngineThread & { readonly isEnded: () => boolean } {
  const { ends, cut } = endpoints();
  let isEnded = false;
  serveEngine(engine, ends[1], () => performance.now());
  return {
    endpoint: ends[0],
    onFailure: () => undefined,
    terminate() {
      isEnded = true;
      cut();
    },
    isEnded: () => isEnded,
  };
}

function apart(engine: Engine = engineHere, graceMs = 30, inThread = () => engine) {
  const threads: ReturnType<typeof thread>[] = [];
  const remote = createRemoteEngine({
    start() {
      const started = thread(inThread());
      threads.push(started);
      return started;
    },
    here: () => Promise.reject(new Error('not here')),
    local,
    graceMs,
  });
  return { remote, threads };
}

const quiet: Progress = { report: () => undefined, signal: null };
const request = (port: FilePort): FillRequest => ({
  prognosis: { file: 'eigen-months-right.xlsx', port },
  production: [sample('productie.csv')],
  forecast: [sample('prognose.csv')],
  ceilings: sample('plafonds.csv'),
  tariffs: sample('tarieven.csv'),
  rulebook: { id: 'zutphen-2023' },
  year: 2023,
  asOf: '2023-06-30',
  provider: null,
  decimal: null,
  profile: null,
});
const openHere = async (): Promise<FilePort> =>
  (await engineHere.openWorkbook(sample('eigen-months-right.xlsx'))) as FilePort;
const at = (grid: WorkbookGrid, row: number, col: number): unknown =>
  grid.sheets[0]?.cells.find((cell) => cell.row === row && cell.col === col)?.value ?? null;
const write = (row: number, text: string): CellWrite => ({
  sheet: 'Wmo',
  row,
  col: 3,
  value: { kind: 'number', text },
});

describe('the engine in a thread of its own', () => {
  it('fills, checks and reports exactly as the engine itself does', async () => {
    const { remote } = apart();
    const [port, own] = [
      (await remote.openWorkbook(sample('eigen-months-right.xlsx'))) as FilePort,
      await openHere(),
    ];
    expect('save' in port).toBe(true);
    const stages: string[] = [];
    const progress: Progress = { ...quiet, report: (stage) => void stages.push(stage) };
    const [filled, expected] = [
      await remote.fill(request(port), progress),
      await engineHere.fill(request(own), quiet),
    ];
    expect(filled).toEqual(expected);
    expect(stages).toContain('fill');
    expect(await port.save()).toEqual(await own.save());
    const hashes = new Map([['productie.csv', 'abc']]);
    expect(await remote.toReportJson(filled, hashes, 'nl')).toBe(
      await engineHere.toReportJson(expected, hashes, 'nl'),
    );
    expect(await port.undo()).toBe(true);
    expect(await port.read()).toEqual(await (await openHere()).read());
    const check = await remote.check({ ...request(port), prognoses: [{ file: 'a.xlsx', port }] }, quiet);
    expect(check.prognoses).toHaveLength(1);
  });

  it('keeps what the workbook remembers', async () => {
    const { remote } = apart();
    const port = await remote.openWorkbook(sample('eigen-months-right.xlsx'));
    await port.memory?.set('settings', { year: '2023' });
    expect(await port.memory?.get('settings')).toEqual({ year: '2023' });
  });

  it('says what is wrong with the input as the engine itself does', async () => {
    const { remote } = apart();
    const broken = inputFile(new Blob(['no workbook']), 'kapot.xlsx');
    const error: unknown = await remote.openWorkbook(broken).catch((caught: unknown) => caught);
    const expected: unknown = await engineHere.openWorkbook(broken).catch((caught: unknown) => caught);
    expect(remote.issuesOf(error, 'kapot.xlsx')).toEqual(engineHere.issuesOf(expected, 'kapot.xlsx'));
    expect(remote.issuesOf(error, 'kapot.xlsx')).toHaveLength(1);
    const port = (await remote.openWorkbook(sample('eigen-months-right.xlsx'))) as FilePort;
    const wrong = remote.fill({ ...request(port), year: 1999 }, quiet);
    await expect(wrong).rejects.toBeInstanceOf(InputError);
  });

  it('fills a workbook that stays on this side, as the one in Excel does', async () => {
    const { remote } = apart();
    const own = await openHere();
    const asked: string[] = [];
    const inExcel: FilePort = {
      read: () => (asked.push('read'), own.read()),
      write: (...args) => (asked.push('write'), own.write(...args)),
      undo: () => own.undo(),
      save: () => own.save(),
    };
    const filled = await remote.fill(request(inExcel), quiet);
    expect(asked).toEqual(['read', 'write', 'read']);
    expect(filled.written).toHaveLength(108);
    expect(at(await own.read(), 6, 3)).not.toBeNull();
  });

  it('lets a table in Excel be read from the thread', async () => {
    const { remote } = apart();
    const port = (await remote.openWorkbook(sample('eigen-months-right.xlsx'))) as FilePort;
    const cells = [
      ['product', 'omschrijving', 'eenheid', 'tarief', 'vanaf', 'tot'],
      ['02A03', 'Begeleiding', 'uur', '61,80', '2023-01-01', ''],
    ].flatMap((texts, row) =>
      texts.map((value, col) => ({
        ...{ row, col, value: { kind: 'text' as const, value }, formula: null, format: null },
        ...{ locked: false, bold: false, fill: null },
      })),
    );
    const sheet: SheetGrid = {
      ...{
        name: 'T',
        visibility: 'visible' as const,
        isProtected: false,
        rowCount: 2,
        colCount: 6,
        cells,
        merges: [],
      },
      ...{
        hiddenRows: new Set<number>(),
        hiddenCols: new Set<number>(),
        tables: [],
        validations: [],
        pivots: [],
      },
    };
    const tariffs: InputFile = {
      name: 'tabel',
      size: 0,
      async *open() {},
      grid: () => Promise.resolve({ file: 'tabel', dateSystem: '1900', names: [], sheets: [sheet] }),
    };
    const filled = await remote.fill({ ...request(port), tariffs, preview: true }, quiet);
    expect(filled.receipts.find(({ kind }) => kind === 'tariffs')?.lines.read).toBe(1);
  });

  it('does the work here where no thread can be had', async () => {
    const none = createRemoteEngine({
      start: () => null,
      here: () => Promise.resolve(engineHere),
      local,
    });
    expect(none.isApart()).toBeNull();
    const port = (await none.openWorkbook(sample('eigen-months-right.xlsx'))) as FilePort;
    expect((await none.fill(request(port), quiet)).written).toHaveLength(108);
    expect(none.isApart()).toBe(false);
  });

  it.each([
    ['fails to load', (report: (event: unknown) => void) => setTimeout(report, 0, 'error')],
    ['never answers', () => undefined],
  ])('does the work here when the thread %s', async (_name, onFailure) => {
    const remote = createRemoteEngine({
      start: () => ({ endpoint: endpoints().ends[0], onFailure, terminate: () => undefined }),
      here: () => Promise.resolve(engineHere),
      local,
      startMs: 20,
    });
    expect(await remote.openWorkbook(sample('eigen-months-right.xlsx'))).toHaveProperty('read');
    expect(remote.isApart()).toBe(false);
  });
});

describe('stopping', () => {
  const forever = new Promise<never>(() => undefined);

  it('lets work that listens stop by itself', async () => {
    const { remote, threads } = apart({
      ...engineHere,
      fill: (_request, { signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(new InputError([])));
        }),
    });
    const port = (await remote.openWorkbook(sample('eigen-months-right.xlsx'))) as FilePort;
    const controller = new AbortController();
    const work = remote.fill(request(port), { ...quiet, signal: controller.signal });
    const rejected = expect(work).rejects.toBeInstanceOf(InputError);
    await port.read();
    controller.abort();
    remote.interrupt();
    await rejected;
    await port.read();
    expect(threads).toHaveLength(1);
    expect(threads[0]?.isEnded()).toBe(false);
  });

  it('ends the thread of work that does not, and keeps what was filled in before', async () => {
    const { remote, threads } = apart({ ...engineHere, check: () => forever });
    const port = (await remote.openWorkbook(sample('eigen-months-right.xlsx'))) as FilePort;
    const other = (await remote.openWorkbook(sample('ingediend-months-right.xlsx'))) as FilePort;
    await remote.fill(request(port), quiet);
    await port.write([write(6, '1')]);
    await port.write([write(6, '2')]);
    await port.undo();
    await port.memory?.set('settings', { year: '2023' });
    const [before, beside] = [await port.read(), await other.read()];
    const work = remote.check({ ...request(port), prognoses: [{ file: 'a.xlsx', port }] }, quiet);
    const rejected = expect(work).rejects.toMatchObject({ name: 'AbortError' });
    remote.interrupt();
    // Asked for at once: waits for the new thread.
    const after = port.read();
    await rejected;
    expect(await after).toEqual(before);
    expect(at(before, 6, 3)).toEqual({ kind: 'number', value: 1 });
    expect(await other.read()).toEqual(beside);
    expect(await port.memory?.get('settings')).toEqual({ year: '2023' });
    expect(threads.map((one) => one.isEnded())).toEqual([true, false]);
    // Three fills can still be taken back, the last first.
    expect([await port.undo(), await port.undo(), await port.undo()]).toEqual([true, true, false]);
    expect(at(await port.read(), 6, 3)).toBeNull();
  });

  it('undoes with the thread what the stopped work itself had changed', async () => {
    const { remote } = apart({
      ...engineHere,
      fill: async ({ prognosis }) => {
        await prognosis.port.write([write(6, '9')]);
        return forever;
      },
    });
    const port = (await remote.openWorkbook(sample('eigen-months-right.xlsx'))) as FilePort;
    await port.write([write(7, '5')]);
    const work = remote.fill(request(port), quiet);
    const rejected = expect(work).rejects.toMatchObject({ name: 'AbortError' });
    await port.read();
    remote.interrupt();
    await rejected;
    const grid = await port.read();
    expect([at(grid, 6, 3), at(grid, 7, 3)]).toEqual([null, { kind: 'number', value: 5 }]);
  });

  it('never ends work that has begun to change the workbook in Excel', async () => {
    let finish = (): void => undefined;
    const own = await openHere();
    const { remote, threads } = apart({
      ...engineHere,
      fill: async (input, progress) => {
        const filled = await engineHere.fill(input, progress);
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return filled;
      },
    });
    let written = (): void => undefined;
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const inExcel: FilePort = {
      read: () => own.read(),
      undo: () => own.undo(),
      save: () => own.save(),
      write: async (...args) => {
        const outcome = await own.write(...args);
        written();
        return outcome;
      },
    };
    const work = remote.fill(request(inExcel), quiet);
    await isWritten;
    remote.interrupt();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(threads[0]?.isEnded()).toBe(false);
    finish();
    expect((await work).written).toHaveLength(108);
  });

  it('tells a new thread of the forecast that was made, with its last choices', async () => {
    const told: string[][] = [];
    const { remote } = apart(engineHere, 30, () => {
      const own: string[] = [];
      told.push(own);
      const note = (name: string) => () => {
        own.push(name);
        return Promise.resolve({} as never);
      };
      return {
        ...engineHere,
        forecast: note('forecast'),
        forecastAgain: (choices) => note(`again ${JSON.stringify(choices)}`)(),
        forecastSteps: note('steps'),
        check: () => forever,
      };
    });
    await remote.forecast({} as never, {} as never, { ...quiet, signal: new AbortController().signal });
    await remote.forecastAgain({ first: 1 } as never, quiet);
    await remote.forecastAgain({ last: 2 } as never, quiet);
    const work = remote.check({} as never, quiet);
    const rejected = expect(work).rejects.toMatchObject({ name: 'AbortError' });
    remote.interrupt();
    await rejected;
    await remote.forecastSteps(0, null);
    expect(told[1]).toEqual(['forecast', 'again {"last":2}', 'steps']);
  });

  it('opens a workbook again though its file is gone', async () => {
    const { remote } = apart({ ...engineHere, check: () => forever });
    const bytes = readFileSync(join(__dirname, '..', '..', '..', 'samples', 'a', 'eigen-months-right.xlsx'));
    const blob = new Blob([bytes]);
    const file = inputFile(blob, 'eigen.xlsx');
    const port = await remote.openWorkbook(file);
    const before = await port.read();
    const gone = (): never => {
      throw new DOMException('gone', 'NotReadableError');
    };
    Object.assign(blob, { stream: gone, arrayBuffer: gone });
    const work = remote.check({ ...request(port as FilePort), prognoses: [] }, quiet);
    const rejected = expect(work).rejects.toMatchObject({ name: 'AbortError' });
    remote.interrupt();
    await rejected;
    expect(await port.read()).toEqual(before);
  });
});

describe('progress', () => {
  it('comes as often as an eye can follow, and at once for another stage or file', () => {
    const told: unknown[] = [];
    let now = 0;
    const report = spaced(
      (...args) => void told.push(args),
      () => now,
    );
    report('production', 'a.csv', 0);
    now = 10;
    report('production', 'a.csv', 0.1);
    report('production', 'b.csv', 0);
    now = 100;
    report('production', 'b.csv', 0.5);
    expect(told).toEqual([
      ['production', 'a.csv', 0],
      ['production', 'b.csv', 0],
      ['production', 'b.csv', 0.5],
    ]);
  });
});
