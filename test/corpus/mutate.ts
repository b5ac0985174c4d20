import { columnLetters, parseA1, type GridRange, type SheetGrid } from '../../src/core/prognosis/grid';
import type { Case } from './build';
import type { Truth } from './shapes';
import { Dice, YEAR } from './words';
import { JAN_DEC, JANUARI_DECEMBER } from '../months';

/** What may have happened to a workbook since last month. */
export type Change = 'rows' | 'columns' | 'sheets-moved' | 'sheets-renamed' | 'months-renamed';

export const CHANGES: readonly Change[] = [
  'rows',
  'columns',
  'sheets-moved',
  'sheets-renamed',
  'months-renamed',
];

/** The case with one change made to it, its truth along with it. */
export function mutate(one: Case, change: Change): Case {
  const dice = new Dice(`${one.spec.id} ${change}`);
  switch (change) {
    case 'rows':
      return insert(one, dice, 'row');
    case 'columns':
      return insert(one, dice, 'col');
    case 'sheets-moved':
      return { ...one, book: { ...one.book, sheets: [...one.book.sheets].reverse() } };
    case 'sheets-renamed':
      return rename(one);
    case 'months-renamed':
      return rewordMonths(one);
  }
}

type Axis = 'row' | 'col';

/** An empty row or column before a place within or before the tables of every sheet. */
function insert(one: Case, dice: Dice, axis: Axis): Case {
  const at = new Map<string, number>();
  const sheets = one.book.sheets.map((sheet): SheetGrid => {
    const size = axis === 'row' ? sheet.rowCount : sheet.colCount;
    const place = dice.below(Math.max(1, size));
    at.set(sheet.name, place);
    const moved = (index: number): number => (index >= place ? index + 1 : index);
    const range = (old: GridRange): GridRange =>
      axis === 'row'
        ? { ...old, top: moved(old.top), bottom: moved(old.bottom) }
        : { ...old, left: moved(old.left), right: moved(old.right) };
    return {
      ...sheet,
      rowCount: sheet.rowCount + (axis === 'row' ? 1 : 0),
      colCount: sheet.colCount + (axis === 'col' ? 1 : 0),
      cells: sheet.cells.map((cell) => ({
        ...cell,
        [axis]: moved(cell[axis]),
        formula: cell.formula === null ? null : shiftFormula(cell.formula, axis, place),
      })),
      merges: sheet.merges.map(range),
      validations: sheet.validations.map(range),
    };
  });
  const truth = one.truth.map((cell): Truth => {
    const place = at.get(cell.sheet) ?? 0;
    return cell[axis] >= place ? { ...cell, [axis]: cell[axis] + 1 } : cell;
  });
  return { ...one, book: { ...one.book, sheets }, truth };
}

function shiftFormula(formula: string, axis: Axis, place: number): string {
  return formula.replace(/\$?[A-Z]{1,3}\$?\d+/g, (address) => {
    const cell = parseA1(address);
    if (!cell) return address;
    const moved = { ...cell, [axis]: cell[axis] >= place ? cell[axis] + 1 : cell[axis] };
    return `${columnLetters(moved.col)}${moved.row + 1}`;
  });
}

function rename(one: Case): Case {
  const named = (sheet: string): string => `${sheet.slice(0, 24)} (v2)`;
  return {
    ...one,
    book: {
      ...one.book,
      sheets: one.book.sheets.map((sheet) => ({ ...sheet, name: named(sheet.name) })),
    },
    truth: one.truth.map((cell) => ({ ...cell, sheet: named(cell.sheet) })),
  };
}

const WORDS: readonly (readonly [RegExp, string])[] = JAN_DEC.map(
  (short, at) => [short, JANUARI_DECEMBER[at] ?? ''] as const,
)
  .filter(([short, long]) => short !== long)
  .map(([short, long]) => [new RegExp(`^${short}\\b\\.?`, 'i'), long] as const);

/** Months written out, or with the year beside them: `jan` → `januari 2023`, `P01` → `P01 2023`. */
function rewordMonths(one: Case): Case {
  const reworded = (text: string): string => {
    for (const [short, long] of WORDS) if (short.test(text)) return text.replace(short, long);
    if (/^(?:P|maand )\d+$/.test(text)) return `${text} ${YEAR}`;
    return text;
  };
  return {
    ...one,
    book: {
      ...one.book,
      sheets: one.book.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) =>
          cell.value?.kind === 'text'
            ? { ...cell, value: { kind: 'text' as const, value: reworded(cell.value.value) } }
            : cell,
        ),
      })),
    },
  };
}
