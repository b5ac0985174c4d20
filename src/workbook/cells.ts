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

/** Visits the cells of a range that exist, in reading order. */
export function forCellsIn(
  cells: readonly GridCell[],
  range: GridRange,
  visit: (cell: GridCell, index: number) => void,
): void {
  let index = firstCellFrom(cells, range.top, range.left);
  // How far it was to the next row's part of the range: rows of a table are mostly alike.
  let jump = 0;
  for (let cell = cells[index]; cell && cell.row <= range.bottom; cell = cells[index]) {
    if (cell.col <= range.right) {
      if (cell.col >= range.left) visit(cell, index);
      index++;
      continue;
    }
    const row = cell.row + 1;
    const guess = cells[index + jump];
    if (guess?.row !== row || guess.col !== range.left)
      jump = Math.max(1, firstCellFrom(cells, row, range.left) - index);
    index += jump;
  }
}

/** One number for a place in a sheet. */
export const placeKey = (row: number, col: number): number => row * 16384 + col;
