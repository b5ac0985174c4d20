import { a1 } from '../core';

/** Address of a cell as the user sees it; also the key of a planned change in `FillRequest.only`. */
export const cellAddress = (cell: { sheet: string; row: number; col: number }): string =>
  `${cell.sheet}!${a1(cell.row, cell.col)}`;
