import { a1, type CellValue, type CellWrite, type GridCell, type WorkbookGrid } from '../../../src/core';
import { say } from '../../../src/messages';
import { openExcel, WorkbookError, type WorkbookPort } from '../../../src/workbook';
import { CONTRACT_WORKBOOK, describeWorkbookPort } from '../../contract/workbook-port.contract';
import { FakeExcel } from './fake-excel';
import { FakeWorkbook } from './fake-workbook';
import { loadLibrary } from './library';

describeWorkbookPort('Excel', (workbook) =>
  openExcel(loadLibrary(new FakeExcel(FakeWorkbook.from(workbook)))),
);

interface Opened {
  readonly book: FakeWorkbook;
  readonly excel: FakeExcel;
  readonly port: WorkbookPort;
}

async function open(grid: WorkbookGrid = CONTRACT_WORKBOOK): Promise<Opened> {
  const book = FakeWorkbook.from(grid);
  const excel = new FakeExcel(book);
  return { book, excel, port: await openExcel(loadLibrary(excel)) };
}

const number = (sheet: string, row: number, col: number, text: string): CellWrite => ({
  sheet,
  row,
  col,
  value: { kind: 'number', text },
});
const text = (sheet: string, row: number, col: number, content: string): CellWrite => ({
  sheet,
  row,
  col,
  value: { kind: 'text', text: content },
});

/** A sheet of plain cells. */
function gridOf(
  name: string,
  cells: readonly (Partial<GridCell> & { row: number; col: number })[],
): WorkbookGrid {
  const made = cells.map((cell): GridCell => ({
    value: null,
    formula: null,
    format: null,
    locked: true,
    bold: false,
    fill: null,
    ...cell,
  }));
  return {
    file: 'eigen.xlsx',
    dateSystem: '1900',
    names: [],
    sheets: [
      {
        name,
        visibility: 'visible',
        isProtected: false,
        rowCount: 0,
        colCount: 0,
        cells: made,
        merges: [],
        hiddenRows: new Set(),
        hiddenCols: new Set(),
        tables: [],
        validations: [],
        pivots: [],
      },
    ],
  };
}

const value = (content: string | number): CellValue =>
  typeof content === 'number' ? { kind: 'number', value: content } : { kind: 'text', value: content };

async function problemOf(work: Promise<unknown>): Promise<WorkbookError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  }
  throw new Error('nothing went wrong');
}

describe('the fake Excel keeps to the rules of Excel', () => {
  const run = (work: (context: Excel.RequestContext) => Promise<unknown>): Promise<unknown> =>
    loadLibrary(new FakeExcel(FakeWorkbook.from(CONTRACT_WORKBOOK))).run(work);

  it('has no property before it is loaded and synchronised', async () => {
    await expect(
      run(async (context) => {
        const range = context.workbook.worksheets.getItem('Wmo').getRange('A1');
        range.load('values');
        await Promise.resolve();
        return range.values as unknown;
      }),
    ).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });

  it('does not take an object of a batch that is over', async () => {
    const host = loadLibrary(new FakeExcel(FakeWorkbook.from(CONTRACT_WORKBOOK)));
    const range = await host.run(async (context) => {
      const found = context.workbook.worksheets.getItem('Wmo').getRange('A1');
      await context.sync();
      return found;
    });
    await expect(
      host.run(async (context) => {
        range.load('values');
        await context.sync();
        await range.context.sync();
      }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/Invalid/) as string });
  });

  it.each([
    [
      'an unknown sheet',
      'ItemNotFound',
      (book: Excel.Workbook) => book.worksheets.getItem('Wlz').load('name'),
    ],
    [
      'an array of another shape',
      'InvalidArgument',
      (book: Excel.Workbook) => {
        book.worksheets.getItem('Wmo').getRange('A1:B2').values = [[1, 2]];
      },
    ],
    [
      'a locked cell of a protected sheet',
      'AccessDenied',
      (book: Excel.Workbook) => {
        book.worksheets.getItem('Jeugd, wet').getRange('B2').values = [[1]];
      },
    ],
    [
      'a request of more than 5 MB',
      'RequestPayloadSizeLimitExceeded',
      (book: Excel.Workbook) => {
        book.worksheets.getItem('Wmo').getRange('H1').values = [['x'.repeat(5_300_000)]];
      },
    ],
    [
      'an answer of more than 5 MB',
      'ResponsePayloadSizeLimitExceeded',
      (book: Excel.Workbook) => book.worksheets.getItem('Wmo').getRange('A1:Z40000').load('values,formulas'),
    ],
  ])('refuses %s', async (_, code, work) => {
    await expect(
      run(async (context) => {
        work(context.workbook);
        await context.sync();
      }),
    ).rejects.toMatchObject({ code });
  });
});

describe('Excel adapter', () => {
  it('says which requirement sets are missing, and does nothing', async () => {
    const excel = new FakeExcel(FakeWorkbook.from(CONTRACT_WORKBOOK));
    const problem = await problemOf(openExcel(loadLibrary(excel, (version) => version <= 11)));
    expect(problem.detail).toEqual({
      code: 'excel.too-old',
      facts: { missing: ['ExcelApi 1.12', 'ExcelApi 1.13'] },
    });
    expect(say(problem.detail, 'nl')).toContain('ExcelApi 1.12');
    expect(excel.log).toEqual([]);
  });

  it.each(['02-2023', '1e5', '=1+1', '1,5', 'jan', 'WAAR', '#N/A', "'x", '-', '007'])(
    'writes the text %s as that text',
    async (content) => {
      const { book, port } = await open();
      await port.write([text('Wmo', 5, 1, content)]);
      expect(book.sheet('Wmo')?.at(5, 1)).toMatchObject({ value: value(content), formula: null });
      const cell = (await port.read()).sheets[0]?.cells.find(({ row, col }) => row === 5 && col === 1);
      expect(cell).toMatchObject({ value: value(content), formula: null });
    },
  );

  it('writes a number as a number into a cell formatted as text, and leaves the format', async () => {
    const { book, port } = await open(gridOf('Wmo', [{ row: 0, col: 0, format: '@' }]));
    await port.write([number('Wmo', 0, 0, '12.5')]);
    expect(book.sheet('Wmo')?.at(0, 0)).toMatchObject({ value: value(12.5), format: '@' });
    await port.undo();
    expect(book.sheet('Wmo')?.at(0, 0)).toMatchObject({ value: null, format: '@' });
  });

  it('holds screen and calculation still in every batch that writes', async () => {
    const { excel, port } = await open();
    await port.write([number('Wmo', 5, 0, '8'), number('Jeugd, wet', 1, 0, '9')]);
    const writing = excel.log.filter(({ calls }) => calls.includes('Range.values='));
    expect(writing).toHaveLength(1);
    expect(writing[0]?.calls.slice(0, 2)).toEqual([
      'Application.suspendScreenUpdatingUntilNextSync',
      'Application.suspendApiCalculationUntilNextSync',
    ]);
  });

  it('reads and writes 100,000 cells in requests that fit, with one sync each', async () => {
    const cells = Array.from({ length: 100_000 }, (_, index) => ({
      row: Math.floor(index / 20),
      col: index % 20,
      value: value(index % 20 === 0 ? `regel ${index}` : index / 100),
      format: '#,##0.00',
    }));
    const { book, excel, port } = await open(gridOf('Lijst', cells));
    const grid = await port.read();
    expect(grid.sheets[0]?.cells).toHaveLength(100_000);
    expect(grid.sheets[0]?.cells[99_999]).toMatchObject({ row: 4999, col: 19, value: value(999.99) });
    const reading = excel.log.length;
    expect(reading).toBeLessThan(30);
    const writes = cells.map(({ row, col }) => number('Lijst', row, col, `${row}.${col}`));
    const outcome = await port.write(writes);
    expect(outcome.refused).toEqual([]);
    expect(outcome.written).toHaveLength(100_000);
    const writing = excel.log.filter(({ calls }) => calls.includes('Range.values='));
    expect(writing.length).toBeLessThan(10);
    for (const { asked, answered } of excel.log) {
      expect(asked).toBeLessThan(2_500_000);
      expect(answered).toBeLessThan(2_500_000);
    }
    for (const { row, col } of [writes[0], writes[54_321], writes[99_999]].filter(
      (one) => one !== undefined,
    )) {
      expect(book.value('Lijst', row, col)).toBe(Number(`${row}.${col}`));
    }
    expect(await port.undo()).toBe(true);
    expect(book.value('Lijst', 4999, 19)).toBe(999.99);
  }, 120_000);

  it('says how far a reading is, and stops between two requests', async () => {
    const cells = Array.from({ length: 60_000 }, (_, index) => ({
      row: Math.floor(index / 20),
      col: index % 20,
      value: value(index),
    }));
    const { excel, port } = await open(gridOf('Lijst', cells));
    const told: number[] = [];
    await port.read({ report: (done) => void told.push(done) });
    expect(told.length).toBeGreaterThan(3);
    expect(told[0]).toBe(0);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(Math.max(...told)).toBeLessThan(1);
    const whole = excel.log.length;

    const controller = new AbortController();
    const stopped = port.read({
      signal: controller.signal,
      report: (done) => {
        if (done > 0.3) controller.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(excel.log.length - whole).toBeLessThan(whole - 2);
    // The next one starts anew.
    expect((await port.read()).sheets[0]?.cells).toHaveLength(60_000);
  });

  it('asks for less when an answer is too large', async () => {
    const cells = Array.from({ length: 400 }, (_, row) => ({
      row,
      col: 0,
      value: value('€'.repeat(12_000)),
    }));
    const { port } = await open(gridOf('Tekst', cells));
    const grid = await port.read();
    expect(grid.sheets[0]?.cells).toHaveLength(400);
    expect(grid.sheets[0]?.cells[399]?.value).toEqual(value('€'.repeat(12_000)));
  });

  it('reads spilled results as results of their formula, and doesn’t write into them', async () => {
    const { book, port } = await open(
      gridOf('Wmo', [
        { row: 0, col: 0, value: value(1), formula: 'SEQUENCE(2)' },
        { row: 1, col: 0, value: value(2) },
      ]),
    );
    const sheet = book.sheet('Wmo');
    sheet?.spills.push({ top: 0, left: 0, bottom: 1, right: 0 });
    const grid = await port.read();
    expect(grid.sheets[0]?.cells.map(({ formula }) => formula)).toEqual(['SEQUENCE(2)', 'SEQUENCE(2)']);
    const outcome = await port.write([number('Wmo', 1, 0, '5')]);
    expect(outcome.refused.map(({ reason }) => reason.code)).toEqual(['workbook.refused-array']);
  });

  it('reads more merged areas than Excel gives at once', async () => {
    const grid = gridOf('Wmo', [
      { row: 0, col: 0, value: value('kop') },
      { row: 1300, col: 1, value: value(1) },
    ]);
    const merges = Array.from({ length: 600 }, (_, index) => ({
      top: index * 2,
      left: 0,
      bottom: index * 2 + 1,
      right: 1,
    }));
    const { port } = await open({ ...grid, sheets: grid.sheets.map((sheet) => ({ ...sheet, merges })) });
    expect((await port.read()).sheets[0]?.merges).toEqual(merges);
  });

  it('treats the filter fields of a pivot table as part of it', async () => {
    const { book, port } = await open();
    const [pivot] = book.sheet('Tabel')?.pivots ?? [];
    if (pivot) pivot.filters = { top: 3, left: 0, bottom: 3, right: 1 };
    expect((await port.read()).sheets[2]?.pivots).toEqual([pivot?.range, pivot?.filters]);
    const outcome = await port.write([number('Tabel', 3, 1, '1')]);
    expect(outcome.refused.map(({ reason }) => reason.code)).toEqual(['workbook.refused-pivot']);
  });
});

describe('a workbook that changes meanwhile', () => {
  it('is noticed: the changed cell, its row and its column are not written, the rest is', async () => {
    const { book, port } = await open();
    await port.read();
    book.type('Wmo', 5, 0, value(70));
    const writes = [
      number('Wmo', 5, 0, '1'),
      number('Wmo', 5, 1, '2'),
      number('Wmo', 8, 0, '3'),
      number('Wmo', 8, 4, '4'),
      number('Jeugd, wet', 1, 0, '5'),
    ];
    const outcome = await port.write(writes);
    expect(outcome.written).toEqual([writes[3], writes[4]]);
    expect(outcome.refused.map(({ write, reason }) => [write, reason.code, reason.facts['changed']])).toEqual(
      writes.slice(0, 3).map((write) => [write, 'excel.refused-changed', 'A6']),
    );
    expect(book.value('Wmo', 5, 0)).toBe(70);
  });

  it('does not take results of formulas for changes, nor our own writes', async () => {
    const { port } = await open();
    await port.read();
    expect((await port.write([number('Wmo', 1, 1, '10')])).refused).toEqual([]);
    expect((await port.write([number('Wmo', 1, 1, '20'), number('Wmo', 1, 2, '5')])).refused).toEqual([]);
    await port.undo();
    expect((await port.write([number('Wmo', 1, 1, '30')])).refused).toEqual([]);
  });

  it('does not lose what somebody typed when undoing', async () => {
    const { book, port } = await open();
    await port.write([number('Wmo', 5, 0, '1'), number('Wmo', 5, 1, '2')]);
    book.type('Wmo', 5, 1, value(99));
    const problem = await problemOf(port.undo());
    expect(problem.detail).toMatchObject({
      code: 'excel.undo-changed',
      facts: { count: 1, cells: ['Wmo!B6'] },
    });
    expect([book.value('Wmo', 5, 0), book.value('Wmo', 5, 1)]).toEqual([1, 99]);
    expect(await port.undo({ keepChanged: true })).toBe(true);
    expect([book.value('Wmo', 5, 0), book.value('Wmo', 5, 1)]).toEqual([7, 99]);
    expect(await port.undo()).toBe(false);
  });

  it('refuses by name when the sheet is gone', async () => {
    const { book, port } = await open();
    await port.read();
    book.sheets = book.sheets.filter(({ name }) => name !== 'Jeugd, wet');
    const outcome = await port.write([number('Jeugd, wet', 1, 0, '1'), number('Wmo', 5, 0, '1')]);
    expect(outcome.refused.map(({ reason }) => reason.code)).toEqual(['workbook.refused-unknown-sheet']);
    expect(outcome.written).toHaveLength(1);
  });
});

describe('protected sheets', () => {
  const locked = number('Jeugd, wet', 1, 1, '4');

  it('are protected again with the same options', async () => {
    const { book, port } = await open();
    const sheet = book.sheet('Jeugd, wet');
    if (!sheet) throw new Error('no sheet');
    sheet.protectionOptions = { allowAutoFilter: true, selectionMode: 'Unlocked' };
    expect((await port.write([locked], { allowLocked: true })).written).toEqual([locked]);
    expect(sheet.isProtected).toBe(true);
    expect(sheet.protectionOptions).toEqual({ allowAutoFilter: true, selectionMode: 'Unlocked' });
    await port.undo();
    expect([sheet.isProtected, book.value('Jeugd, wet', 1, 1)]).toEqual([true, 2]);
  });

  it('stay as they are without being asked, or when only unlocked cells are written', async () => {
    const { excel, port } = await open();
    await port.write([locked]);
    await port.write([number('Jeugd, wet', 1, 0, '3')], { allowLocked: true });
    expect(excel.log.flatMap(({ calls }) => calls).filter((call) => /rotect/.test(call))).toEqual([]);
  });

  it('with a password refuse their locked cells by name, and the rest goes on', async () => {
    const { book, port } = await open();
    const sheet = book.sheet('Jeugd, wet');
    if (sheet) sheet.password = 'geheim';
    const rest = [number('Jeugd, wet', 1, 0, '3'), number('Wmo', 5, 0, '8')];
    const outcome = await port.write([locked, ...rest], { allowLocked: true });
    expect(outcome.refused.map(({ reason }) => reason)).toEqual([
      { code: 'excel.refused-password', facts: { sheet: 'Jeugd, wet' } },
    ]);
    expect(outcome.written).toEqual(rest);
    expect(sheet?.isProtected).toBe(true);
  });

  it('are protected again when writing fails, and nothing stays written', async () => {
    const { book, excel, port } = await open();
    let isArmed = true;
    excel.onRequest = () => {
      // Somebody protects the other sheet just before the writing.
      const sheet = book.sheet('Wmo');
      if (isArmed && sheet && !book.sheet('Jeugd, wet')?.isProtected) {
        sheet.isProtected = true;
        isArmed = false;
      }
    };
    const problem = await problemOf(port.write([locked, number('Wmo', 5, 0, '8')], { allowLocked: true }));
    expect(problem.detail.code).toBe('excel.denied');
    expect(book.sheet('Jeugd, wet')?.isProtected).toBe(true);
    expect([book.value('Jeugd, wet', 1, 1), book.value('Wmo', 5, 0)]).toEqual([2, 7]);
  });
});

describe('the way out', () => {
  it.each(['nl', 'en'] as const)('a cell being edited is said in a sentence (%s)', async (language) => {
    const { excel, port } = await open();
    await port.read();
    excel.isEditing = true;
    const { detail } = await problemOf(port.read());
    expect(detail.code).toBe('excel.editing');
    expect(say(detail, language)).toContain('contract.xlsx');
    excel.isEditing = false;
    expect((await port.read()).file).toBe('contract.xlsx');
  });

  it('puts back what was written when a later batch fails', async () => {
    const cells = Array.from({ length: 60_000 }, (_, index) => ({
      row: Math.floor(index / 10),
      col: index % 10,
      value: value(1),
    }));
    const { book, excel, port } = await open(gridOf('Lijst', cells));
    const sheet = book.sheet('Lijst');
    if (!sheet) throw new Error('no sheet');
    let batches = 0;
    // Protected for one request only: the second that writes.
    excel.onRequest = (request) => {
      const isWriting = request.includes('"Name":"Values"');
      if (isWriting) batches++;
      sheet.isProtected = isWriting && batches === 2;
    };
    const { detail } = await problemOf(
      port.write(cells.map(({ row, col }) => number('Lijst', row, col, '2'))),
    );
    expect(detail.code).toBe('excel.denied');
    expect(batches).toBeGreaterThan(2);
    expect([...sheet.cells.values()].filter((cell) => cell.value?.value !== 1)).toEqual([]);
    expect(await port.undo()).toBe(false);
  }, 60_000);

  it('recalculates a workbook that calculates only when asked, and says so', async () => {
    const { book, port } = await open();
    book.calculationMode = 'Manual';
    const outcome = await port.write([number('Wmo', 1, 1, '10.05')]);
    expect(outcome.warnings.map(({ code }) => code)).toContain('excel.warning-manual');
    expect(book.calculationMode).toBe('Manual');
    const cell = (await port.read()).sheets[0]?.cells.find(({ row, col }) => a1(row, col) === 'D2');
    expect(cell?.value).toEqual(value(10.15));
  });
});
