import type { CellWrite, GridCell, SheetGrid, WorkbookGrid } from '../core';
import { cellAt, firstCellFrom } from './cells';
import { memoryInMemory } from './keeping';
import type { WorkbookPort, WriteOptions, WriteOutcome } from './port';
import { findStaleFormulas } from './recalculation';
import { judgeWrites } from './refusals';

/**
 * A workbook that only exists as data, for tests and previews. It keeps to the same contract as a file;
 * a place without a cell counts as locked when its sheet is protected.
 * @example await openMemory(grid).write([{ sheet: 'Wmo', row: 6, col: 3, value: null }])
 */
export function openMemory(grid: WorkbookGrid): WorkbookPort {
  let present = grid;
  const earlier: WorkbookGrid[] = [];
  return {
    memory: memoryInMemory(),
    read: () => Promise.resolve(present),
    write(writes: readonly CellWrite[], options?: WriteOptions): Promise<WriteOutcome> {
      const sheets = present.sheets.map((sheet) => ({
        grid: sheet,
        arrays: [],
        isLocked: (row: number, col: number) => cellAt(sheet.cells, row, col)?.locked ?? true,
      }));
      const { accepted, refused, warnings } = judgeWrites(writes, sheets, options);
      if (accepted.length > 0) {
        earlier.push(present);
        present = withWrites(present, accepted);
      }
      return Promise.resolve({ written: accepted, refused, warnings });
    },
    undo(): Promise<boolean> {
      const previous = earlier.pop();
      if (!previous) return Promise.resolve(false);
      present = previous;
      return Promise.resolve(true);
    },
  };
}

function withWrites(grid: WorkbookGrid, writes: readonly CellWrite[]): WorkbookGrid {
  const stale = findStaleFormulas(grid, writes);
  return {
    ...grid,
    sheets: grid.sheets.map((sheet, index): SheetGrid => {
      const cells = [...sheet.cells];
      for (const write of writes) if (write.sheet === sheet.name) setValue(cells, write);
      for (const { row, col, value } of stale.filter((one) => one.sheet === index)) {
        const at = firstCellFrom(cells, row, col);
        const cell = cells[at];
        if (!cell) continue;
        cells[at] = { ...cell, value: value === null ? null : { kind: 'number', value: Number(value) } };
      }
      return {
        ...sheet,
        cells,
        rowCount: cells.reduce((most, cell) => Math.max(most, cell.row + 1), sheet.rowCount),
        colCount: cells.reduce((most, cell) => Math.max(most, cell.col + 1), sheet.colCount),
      };
    }),
  };
}

function setValue(cells: GridCell[], { row, col, value }: CellWrite): void {
  const at = firstCellFrom(cells, row, col);
  const existing = cellAt(cells, row, col);
  const isEmpty = value === null || (value.kind === 'text' && value.text === '');
  const content: GridCell['value'] = isEmpty
    ? null
    : value.kind === 'number'
      ? { kind: 'number', value: Number(value.text) }
      : { kind: 'text', value: value.text };
  if (existing) cells[at] = { ...existing, value: content };
  else if (!isEmpty) {
    const plain = { formula: null, format: null, locked: true, bold: false, fill: null };
    cells.splice(at, 0, { row, col, value: content, ...plain });
  }
}
