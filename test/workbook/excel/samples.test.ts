import { a1, parseA1, type WorkbookGrid } from '../../../src/core';
import { runFill } from '../../../src/flow';
import { openExcel } from '../../../src/workbook';
import { CASES, expectedOf, openGrid, openSample, runInput, silent, text } from '../../flow/sample-case';
import { FakeExcel } from './fake-excel';
import { FakeWorkbook } from './fake-workbook';
import { loadLibrary } from './library';

/** What somebody or we put into the cells, by place. */
const constants = (grid: WorkbookGrid): Record<string, unknown> =>
  Object.fromEntries(
    grid.sheets.flatMap((sheet) =>
      sheet.cells
        .filter(({ formula, value }) => formula === null && value !== null)
        .map(({ row, col, value }) => [`${sheet.name}!${a1(row, col)}`, value?.value]),
    ),
  );

describe.each(CASES)('sample case $name in Excel', ({ name, layout }) => {
  it('every input cell as expected, every other cell as in the file, and the same after undo', async () => {
    const file = `eigen-${layout}.xlsx`;
    const expected = expectedOf(name);
    const asFile = await openSample(name, file);
    const book = FakeWorkbook.from(await asFile.read());
    const port = await openExcel(loadLibrary(new FakeExcel(book)));
    const run = (own: typeof port): ReturnType<typeof runFill> =>
      runFill({ ...runInput(name), prognosis: { file, port: own }, profile: null }, openGrid, silent);
    const before = await port.read();

    const outcome = await run(port);
    const inFile = await run(asFile);
    expect(outcome.refused).toEqual([]);
    expect(text(outcome.prognoses[0]?.reconciliation.difference)).toBe('0.00');

    // Straight from the model of the fake, without the adapter.
    const cells = Object.entries(expected.layouts[layout]?.cells ?? {});
    expect(cells.length).toBeGreaterThan(20);
    for (const [place, amount] of cells) {
      const [sheet = '', address = ''] = place.split('!');
      const at = parseA1(address);
      expect([place, book.value(sheet, at?.row ?? -1, at?.col ?? -1)]).toEqual([place, Number(amount)]);
    }
    expect(outcome.prognoses[0]?.domains).toEqual(inFile.prognoses[0]?.domains);
    expect(outcome.layout.slots).toEqual(inFile.layout.slots);

    expect(constants(await port.read())).toEqual(constants(await asFile.read()));

    await port.undo();
    expect(await port.read()).toEqual(before);
  });
});
