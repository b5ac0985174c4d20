/// <reference types="office-js" />
import type { CellValue, GridRange, Message } from '../../core';
import { batchesOf } from './address';
import { excelMessage, isTooBig, officeCode } from './host';
import type { Batch } from './read';

/** What is put into a cell: a number, a text, true or false, an error, or nothing. */
export interface Content {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly value: CellValue | null;
  /** The cell's number format; null is General. */
  readonly format: string | null;
}

/** A rectangle whose cells are all written; nothing in it is left to chance. */
interface Block {
  readonly sheet: string;
  readonly range: GridRange;
  readonly values: (string | number | boolean)[][];
  /** Cells formatted as text take a number only while they are not. */
  readonly asText: boolean;
  readonly weight: number;
}

/** Office's library splits larger ranges itself, into more requests than needed. */
const CELLS_PER_BLOCK = 1_500;
/** Request text per batch, in characters: far from the 5 MB of Excel on the web. */
const WEIGHT_PER_SYNC = 1_000_000;
/** What a block costs beside its values. */
const BLOCK_WEIGHT = 600;

/** A text goes in behind an apostrophe: Excel would take `02-2023` or `1e5` for a date or a number. */
function asTyped(value: CellValue | null): string | number | boolean {
  if (value === null) return '';
  if (value.kind === 'text') return value.value === '' ? '' : `'${value.value}`;
  return value.value;
}

const weightOf = (typed: string | number | boolean): number =>
  typeof typed === 'string' ? typed.length * 3 + 4 : 24;

/**
 * Rectangles that cover exactly the given cells: neighbours in a row join, and runs of the same columns in rows that
 * follow each other.
 */
export function blocksOf(contents: readonly Content[]): Block[] {
  const groups = new Map<string, { sheet: string; asText: boolean; cells: Content[] }>();
  for (const content of contents) {
    const asText = content.format === '@' && content.value !== null && content.value.kind !== 'text';
    const key = `${asText ? 1 : 0} ${content.sheet}`;
    const group = groups.get(key) ?? { sheet: content.sheet, asText, cells: [] };
    groups.set(key, group);
    group.cells.push(content);
  }
  return [...groups.values()].flatMap(({ sheet, asText, cells }) => {
    cells.sort((a, b) => a.row - b.row || a.col - b.col);
    const runs: { row: number; from: number; values: (string | number | boolean)[] }[] = [];
    for (const { row, col, value } of cells) {
      const last = runs.at(-1);
      const typed = asTyped(value);
      if (last && last.row === row && last.from + last.values.length === col) last.values.push(typed);
      else runs.push({ row, from: col, values: [typed] });
    }
    /** Open rectangles by their columns, to be continued by the next row. */
    const open = new Map<string, { top: number; from: number; rows: (string | number | boolean)[][] }>();
    const blocks: Block[] = [];
    const close = (key: string): void => {
      const block = open.get(key);
      if (!block) return;
      open.delete(key);
      const { top, from, rows } = block;
      const range = {
        top,
        left: from,
        bottom: top + rows.length - 1,
        right: from + (rows[0]?.length ?? 1) - 1,
      };
      const weight = rows.flat().reduce<number>((sum, typed) => sum + weightOf(typed), BLOCK_WEIGHT);
      blocks.push({ sheet, range, values: rows, asText, weight });
    };
    for (const run of runs.flatMap(shortened)) {
      const key = `${run.from} ${run.values.length}`;
      const block = open.get(key);
      if (block && block.top + block.rows.length === run.row) {
        const isFull = (block.rows.length + 1) * run.values.length > CELLS_PER_BLOCK;
        const isHeavy = run.values.some((typed) => weightOf(typed) > 1000);
        if (!isFull && !isHeavy) {
          block.rows.push(run.values);
          continue;
        }
      }
      close(key);
      open.set(key, { top: run.row, from: run.from, rows: [run.values] });
    }
    for (const key of [...open.keys()]) close(key);
    return blocks;
  });
}

/** Runs no longer than a block, in cells and in characters. */
function shortened<R extends { row: number; from: number; values: (string | number | boolean)[] }>(
  run: R,
): R[] {
  const parts: R[] = [];
  let at = 0;
  while (at < run.values.length) {
    let until = at;
    let weight = 0;
    while (until < run.values.length && until - at < CELLS_PER_BLOCK) {
      weight += weightOf(run.values[until] ?? '');
      if (weight > WEIGHT_PER_SYNC / 2 && until > at) break;
      until++;
    }
    parts.push({ ...run, from: run.from + at, values: run.values.slice(at, until) });
    at = until;
  }
  return parts;
}

/** Writes contents in batches of one sync each, with screen and calculation held still meanwhile. */
export async function writeContents(batch: Batch, contents: readonly Content[]): Promise<void> {
  const put = async (blocks: readonly Block[]): Promise<void> => {
    try {
      await batch(async (context) => {
        context.workbook.application.suspendScreenUpdatingUntilNextSync();
        context.workbook.application.suspendApiCalculationUntilNextSync();
        for (const { sheet, range, values, asText } of blocks) {
          const { top, left } = range;
          const area = context.workbook.worksheets
            .getItem(sheet)
            .getRangeByIndexes(top, left, values.length, values[0]?.length ?? 1);
          if (asText) area.numberFormat = values.map((row) => row.map(() => 'General'));
          area.values = values;
          if (asText) area.numberFormat = values.map((row) => row.map(() => '@'));
        }
        await context.sync();
      });
    } catch (error) {
      if (!isTooBig(error) || blocks.length < 2) throw error;
      const middle = blocks.length >> 1;
      await put(blocks.slice(0, middle));
      await put(blocks.slice(middle));
    }
  };
  for (const blocks of batchesOf(blocksOf(contents), ({ weight }) => weight, WEIGHT_PER_SYNC)) {
    await put(blocks);
  }
}

/** A sheet whose protection was lifted, with what brings it back. */
export interface Lifted {
  readonly sheet: string;
  readonly options: Excel.WorksheetProtectionOptions;
}

/** Lifts the protection of sheets one by one; those with a password can't be, and come back with the reason. */
export async function liftProtection(
  batch: Batch,
  sheets: readonly string[],
): Promise<{ lifted: Lifted[]; refused: ReadonlyMap<string, Message> }> {
  const lifted: Lifted[] = [];
  const refused = new Map<string, Message>();
  for (const sheet of sheets) {
    try {
      await batch(async (context) => {
        const { protection } = context.workbook.worksheets.getItem(sheet);
        protection.load('protected,options');
        await context.sync();
        if (!protection.protected) return;
        const { options } = protection;
        protection.unprotect();
        await context.sync();
        lifted.push({ sheet, options });
      });
    } catch (error) {
      const code = officeCode(error);
      if (code === null) throw error;
      refused.set(sheet, excelMessage('refused-password', { sheet }));
    }
  }
  return { lifted, refused };
}

/** Protects sheets again as they were. Returns those for which that failed. */
export async function restoreProtection(batch: Batch, lifted: readonly Lifted[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { sheet, options } of lifted) {
    try {
      await batch(async (context) => {
        context.workbook.worksheets.getItem(sheet).protection.protect(options);
        await context.sync();
      });
    } catch (error) {
      if (officeCode(error) === null) throw error;
      failed.push(sheet);
    }
  }
  return failed;
}

/** Recalculates what is due; for workbooks that only do so when asked. */
export const recalculate = (batch: Batch): Promise<void> =>
  batch(async (context) => {
    context.workbook.application.calculate('Recalculate');
    await context.sync();
  });
