import type { Decimal, GridCell, WorkbookGrid } from '../core';
import { placeKey } from './cells';
import { Evaluation, type FormulaNode } from './recalculation';

/** A formula whose kept value isn't what it comes to. */
export interface FormulaDifference {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly formula: string;
  readonly kept: number;
  readonly recomputed: Decimal;
}

/** The workbook's own formulas, recomputed. */
export interface FormulaCheck {
  /** The workbook, with a value for each formula that kept none and could be computed. */
  readonly grid: WorkbookGrid;
  readonly formulas: number;
  /** Formulas without a kept value that were computed. */
  readonly supplied: number;
  readonly differing: readonly FormulaDifference[];
  /** Formulas that only a spreadsheet program can work out: their kept values are taken as they are. */
  readonly unknown: number;
}

/** A spreadsheet keeps 15 digits; sums of many cells may differ in the last of them. */
const RELATIVE = 1e-9;
const SMALLEST = 0.000_001;

/**
 * Recomputes every formula of a workbook from the cells it reads, and supplies values that a program left out
 * (openpyxl saves formulas without). Errors: none; what can't be computed is counted.
 * @example checkFormulas(workbook).differing.length // 0
 */
export function checkFormulas(grid: WorkbookGrid): FormulaCheck {
  const sheetIndex = new Map(grid.sheets.map((sheet, index) => [sheet.name.toLowerCase(), index]));
  const nodes: FormulaNode[] = [];
  const missing = grid.sheets.map(() => new Map<number, FormulaNode>());
  grid.sheets.forEach((sheet, index) => {
    for (const cell of sheet.cells) {
      if (cell.formula === null) continue;
      const node: FormulaNode = { sheet: index, cell, isStale: false, fresh: undefined, isRunning: false };
      nodes.push(node);
      if (cell.value === null) missing[index]?.set(placeKey(cell.row, cell.col), node);
    }
  });
  const evaluation = new Evaluation(
    grid,
    sheetIndex,
    grid.sheets.map(() => new Map()),
    missing,
  );
  const supplied = new Map<GridCell, number>();
  const differing: FormulaDifference[] = [];
  let unknown = 0;
  for (const node of nodes) {
    const { value } = node.cell;
    if (value !== null && value.kind !== 'number') {
      unknown += 1;
      continue;
    }
    const recomputed = value === null ? evaluation.fresh(node, 0) : evaluation.ofKept(node);
    if (recomputed === null) unknown += 1;
    else if (value === null) supplied.set(node.cell, recomputed.toNumber());
    else if (
      recomputed
        .minus(value.value)
        .abs()
        .greaterThan(Math.max(SMALLEST, Math.abs(value.value) * RELATIVE))
    ) {
      differing.push({
        sheet: grid.sheets[node.sheet]?.name ?? '',
        row: node.cell.row,
        col: node.cell.col,
        formula: node.cell.formula ?? '',
        kept: value.value,
        recomputed,
      });
    }
  }
  return {
    grid: supplied.size === 0 ? grid : withValues(grid, supplied),
    formulas: nodes.length,
    supplied: supplied.size,
    differing,
    unknown,
  };
}

function withValues(grid: WorkbookGrid, values: ReadonlyMap<GridCell, number>): WorkbookGrid {
  return {
    ...grid,
    sheets: grid.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        const value = values.get(cell);
        return value === undefined ? cell : { ...cell, value: { kind: 'number' as const, value } };
      }),
    })),
  };
}
