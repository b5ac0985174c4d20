import type { GridCell, GridRange } from '../core';

/** Index of the first cell at or after a place; cells are in reading order. */
export function firstCellFrom(cells: readonly GridCell[], row: number, col: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const cell = cells[middle];
    if (cell && (cell.row < row || (cell.row === row && cell.col < col))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The cell at a place, or null when the sheet has none there. */
export function cellAt(cells: readonly GridCell[], row: number, col: number): GridCell | null {
  const cell = cells[firstCellFrom(cells, row, col)];
  return cell && cell.row === row && cell.col === col ? cell : null;
}

/** The cells of a range that exist, in reading order. */
export function* cellsIn(cells: readonly GridCell[], range: GridRange): Generator<GridCell> {
  let index = firstCellFrom(cells, range.top, range.left);
  for (let cell = cells[index]; cell && cell.row <= range.bottom; cell = cells[index]) {
    if (cell.col > range.right) {
      const skipped = firstCellFrom(cells, cell.row + 1, range.left);
      index = skipped > index ? skipped : index + 1;
    } else {
      if (cell.col >= range.left) yield cell;
      index++;
    }
  }
}

/** One number for a place in a sheet. */
export const placeKey = (row: number, col: number): number => row * 16384 + col;
