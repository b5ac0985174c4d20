import {
  a1,
  dateOf,
  parseA1,
  parseRange,
  serialFromDate,
  type CellValue,
  type GridCell,
  type GridRange,
} from '../../core';
import { firstCellFrom } from '../cells';
import { REPORT_PROPERTY } from '../port';
import { moveFormula, tokenise, type FormulaToken } from '../formula';
import { PlainCellReader } from './plain-cell';
import { problem } from './problem';
import { readStringItem } from './strings';
import { PLAIN_STYLE, type CellStyle } from './styles';
import { isTrue, unescapeText, XmlScanner } from './xml';

/** What the cells of a sheet need from the rest of the workbook. */
export interface SheetContext {
  readonly file: string;
  readonly part: string;
  readonly sheet: string;
  readonly strings: readonly CellValue[];
  readonly styles: readonly CellStyle[];
  readonly dateSystem: '1900' | '1904';
  /** Cells the sheet may still have before the workbook is refused as too big to work with. */
  readonly cellLimit: number;
}

/** A sheet part as read, before tables and pivots (parts of their own) are added. */
export interface SheetContent {
  readonly cells: readonly GridCell[];
  readonly rowCount: number;
  readonly colCount: number;
  readonly isProtected: boolean;
  /** Marked by us in Excel as a sheet of a report (a custom property of the sheet). */
  readonly isReport: boolean;
  readonly merges: readonly GridRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenCols: ReadonlySet<number>;
  readonly validations: readonly GridRange[];
  /** Areas of array formulas and data tables, cells that aren't in the file included. */
  readonly arrays: readonly GridRange[];
  readonly columns: readonly ColumnStyle[];
  /** The rows the file has, with their own style when they have one. */
  readonly rows: ReadonlyMap<number, number | null>;
}

export interface ColumnStyle {
  readonly from: number;
  readonly until: number;
  readonly style: number;
}

interface SharedMember {
  readonly index: number;
  readonly id: string;
}

interface SharedMaster {
  readonly row: number;
  readonly col: number;
  readonly text: string;
  readonly tokens: readonly FormulaToken[];
}

/** Characters of shared formulas written out in one sheet; no real workbook comes near. */
const FORMULA_LIMIT = 200_000_000;
/** Cells looked at for arrays that lie over one another; in a sound sheet every cell is in one at most. */
const MEMBER_LIMIT = 20_000_000;

/** Place of the cell that just started as `row * 16384 + col`; the next one when it isn't stated. */
export function cellPlace(scanner: XmlScanner, row: number, nextCol: number): number {
  const place = scanner.cellReference();
  if (place === -2) throw scanner.malformed(scanner.start, 'reference');
  return place === -1 ? row * 16384 + nextCol : place;
}

export function rowPosition(reference: string | null, next: number, scanner: XmlScanner): number {
  if (reference === null) return next;
  const row = Number(reference) - 1;
  if (!Number.isInteger(row) || row < 0 || row > 1048575) throw scanner.malformed(scanner.start, 'reference');
  return row;
}

/** Reads a worksheet part in one pass. Errors: `WorkbookError` for malformed XML or contradicting cells. */
export function readSheet(text: string, context: SheetContext): SheetContent {
  const scanner = new XmlScanner(text, context.file, context.part);
  const cells: GridCell[] = [];
  const merges: GridRange[] = [];
  const validations: GridRange[] = [];
  const arrays: { range: GridRange; formula: string }[] = [];
  const hiddenRows = new Set<number>();
  const hiddenCols = new Set<number>();
  const columns: ColumnStyle[] = [];
  const rows = new Map<number, number | null>();
  let hasData = false;
  let expanded = 0;
  const masters = new Map<string, SharedMaster>();
  const members: SharedMember[] = [];
  let isProtected = false;
  let isReport = false;
  let inOrder = true;
  let row = -1;
  let lastPlace = -1;
  let rowCount = 0;
  let colCount = 0;
  let root = true;

  const readCell = (nextCol: number): number => {
    if (cells.length >= context.cellLimit) throw problem('too-many-cells', { file: context.file });
    const place = cellPlace(scanner, row, nextCol);
    const cellRow = Math.floor(place / 16384);
    const cellCol = place % 16384;
    const styleIndex = scanner.attribute('s');
    const type = scanner.attribute('t');
    const style = styleIndex === null ? (context.styles[0] ?? PLAIN_STYLE) : styleAt(styleIndex, context);
    let formula: string | null = null;
    let value: CellValue | null = null;
    const only = scanner.onlyValue();
    if (only !== null) value = valueOf(type, only, false, cellRow, cellCol, context);
    else if (!scanner.isEmpty) {
      const level = scanner.depth - 1;
      for (;;) {
        const token = scanner.next();
        if (token === 'end' && scanner.depth === level) break;
        if (token !== 'start') continue;
        if (!scanner.isMain) {
          scanner.skip();
        } else if (scanner.local === 'v') {
          value = valueOf(type, scanner.contents(), formula !== null, cellRow, cellCol, context);
        } else if (scanner.local === 'is') {
          value = { kind: 'text', value: readStringItem(scanner) };
        } else if (scanner.local === 'f') {
          formula = readFormula({ row: cellRow, col: cellCol });
        } else scanner.skip();
      }
    }
    add(cellRow, cellCol, value, formula, style);
    return cellCol;
  };

  const add = (
    cellRow: number,
    cellCol: number,
    value: CellValue | null,
    formula: string | null,
    style: CellStyle,
  ): void => {
    const place = cellRow * 16384 + cellCol;
    if (place <= lastPlace) inOrder = false;
    lastPlace = place;
    if (cellRow >= rowCount) rowCount = cellRow + 1;
    if (cellCol >= colCount) colCount = cellCol + 1;
    const cell: GridCell = {
      row: cellRow,
      col: cellCol,
      value,
      formula,
      format: style.format,
      locked: style.locked,
      bold: style.bold,
      fill: style.fill,
    };
    cells.push(style.concealed ? { ...cell, concealed: true } : cell);
  };

  const plain = new PlainCellReader(text);
  /** Reads the cells from here on that are nothing but a place and a value; gives the last one's column. */
  const readPlainCells = (before: number): number => {
    let col = before;
    for (let at = scanner.plainPosition(); at >= 0;) {
      const end = plain.read(at);
      if (end < 0) break;
      if (cells.length >= context.cellLimit) throw problem('too-many-cells', { file: context.file });
      const style = context.styles[plain.style < 0 ? 0 : plain.style] ?? PLAIN_STYLE;
      add(plain.row, plain.col, plainValue(), null, style);
      col = plain.col;
      scanner.passTo((at = end));
    }
    return col;
  };
  const plainValue = (): CellValue | null => {
    const { kind, number, valueStart, valueEnd } = plain;
    if (kind === 'other') return null;
    if (kind === 'number' && number === number) return { kind: 'number', value: number };
    const shared = kind === 'shared' ? context.strings[number] : undefined;
    if (shared) return shared;
    const type = kind === 'shared' ? 's' : kind === 'text' ? 'str' : null;
    return valueOf(type, scanner.decoded(valueStart, valueEnd), false, plain.row, plain.col, context);
  };

  const readFormula = (place: { row: number; col: number }): string => {
    const type = scanner.attribute('t');
    const area = scanner.attribute('ref');
    const id = scanner.attribute('si');
    const inputs = [scanner.attribute('r1'), scanner.attribute('r2')].filter((one) => one !== null);
    const written = unescapeText(scanner.contents());
    const range = area === null ? null : parseRange(area);
    if (type === 'shared' && id !== null) {
      if (written === '') members.push({ index: cells.length, id });
      else if (!masters.has(id)) masters.set(id, { ...place, text: written, tokens: tokenise(written) });
      return written;
    }
    const formula = type === 'dataTable' ? `TABLE(${inputs.join(',')})` : written;
    if (type === 'array' || type === 'dataTable') {
      arrays.push({
        range: range ?? { top: place.row, left: place.col, bottom: place.row, right: place.col },
        formula,
      });
    }
    return formula;
  };

  const readRows = (): void => {
    if (scanner.isEmpty) return;
    const level = scanner.depth - 1;
    let col = -1;
    for (;;) {
      if (row >= 0) col = readPlainCells(col);
      const token = scanner.next();
      if (token === 'end') {
        if (scanner.depth === level) return;
        continue;
      }
      if (token !== 'start') continue;
      if (scanner.isMain && scanner.local === 'c') {
        col = readCell(col + 1);
      } else if (scanner.isMain && scanner.local === 'row') {
        row = rowPosition(scanner.attribute('r'), row + 1, scanner);
        col = -1;
        const style = isTrue(scanner.attribute('customFormat')) ? scanner.attribute('s') : null;
        if (!rows.has(row)) rows.set(row, style === null ? null : Number(style));
        if (isTrue(scanner.attribute('hidden')) || isZero(scanner.attribute('ht'))) hiddenRows.add(row);
      } else scanner.skip();
    }
  };

  for (let token = scanner.next(); token !== 'eof'; token = scanner.next()) {
    if (token !== 'start') continue;
    if (root) {
      if (!scanner.isMain || scanner.local !== 'worksheet') throw scanner.malformed(scanner.start, 'root');
      root = false;
      continue;
    }
    if (!scanner.isMain) {
      scanner.skip();
      continue;
    }
    switch (scanner.local) {
      case 'sheetData':
        if (hasData) throw scanner.malformed(scanner.start, 'cells');
        hasData = true;
        readRows();
        break;
      case 'sheetProtection':
        isProtected = isTrue(scanner.attribute('sheet'));
        break;
      case 'customPr':
        isReport ||= scanner.attribute('name') === REPORT_PROPERTY;
        break;
      case 'col': {
        const from = Number(scanner.attribute('min')) - 1;
        const until = Math.min(Number(scanner.attribute('max')) - 1, 16383);
        if (!(from >= 0 && until >= from)) break;
        if (isTrue(scanner.attribute('hidden')) || isZero(scanner.attribute('width'))) {
          expanded += until - from + 1;
          if (expanded > 4 * 16384) throw scanner.malformed(scanner.start, 'reference');
          for (let col = from; col <= until; col++) hiddenCols.add(col);
        }
        const style = scanner.attribute('style');
        if (style !== null) columns.push({ from, until, style: Number(style) });
        break;
      }
      case 'mergeCell':
        addRanges(merges, scanner.attribute('ref'));
        break;
      case 'dataValidation':
        addRanges(validations, scanner.attribute('sqref'));
        scanner.skip();
        break;
      case 'cols':
      case 'customProperties':
      case 'mergeCells':
      case 'dataValidations':
        break;
      default:
        scanner.skip();
    }
  }

  let formulaLength = 0;
  if (!hasData) throw scanner.malformed(text.length, 'cells');
  for (const member of members) {
    const cell = cells[member.index];
    const master = masters.get(member.id);
    if (!cell || !master) continue;
    formulaLength += master.text.length;
    if (formulaLength > FORMULA_LIMIT)
      throw problem('part-too-big', { file: context.file, part: context.part });
    const formula = moveFormula(master.tokens, cell.row - master.row, cell.col - master.col);
    cells[member.index] = { ...cell, formula };
  }
  if (!inOrder) cells.sort((a, b) => a.row - b.row || a.col - b.col);
  if (!inOrder) checkNoCellTwice(cells, context);
  markArrayMembers(cells, arrays, scanner);
  return {
    cells,
    rowCount,
    colCount,
    isProtected,
    isReport,
    merges,
    hiddenRows,
    hiddenCols,
    validations,
    arrays: arrays.map(({ range }) => range),
    columns,
    rows,
  };
}

const isZero = (size: string | null): boolean => size !== null && Number(size) === 0;

function addRanges(ranges: GridRange[], references: string | null): void {
  for (const reference of (references ?? '').split(/\s+/)) {
    const range = reference === '' ? null : (parseRange(reference) ?? parseWholeRange(reference));
    if (range) ranges.push(range);
  }
}

/** Whole columns (`B:D`) and rows (`3:5`), as validations and the like may state. */
function parseWholeRange(text: string): GridRange | null {
  const [from = '', until = from] = text.replace(/\$/g, '').split(':');
  const columns = [parseA1(`${from}1`), parseA1(`${until}1`)];
  const rows = [parseA1(`A${from}`), parseA1(`A${until}`)];
  if (columns[0] && columns[1]) {
    return { top: 0, left: columns[0].col, bottom: 1048575, right: columns[1].col };
  }
  return rows[0] && rows[1] ? { top: rows[0].row, left: 0, bottom: rows[1].row, right: 16383 } : null;
}

function styleAt(index: string, context: SheetContext): CellStyle {
  return context.styles[Number(index)] ?? PLAIN_STYLE;
}

function checkNoCellTwice(cells: readonly GridCell[], context: SheetContext): void {
  for (let i = 1; i < cells.length; i++) {
    const cell = cells[i];
    if (cell && cells[i - 1]?.row === cell.row && cells[i - 1]?.col === cell.col) {
      throw problem('cell-twice', { file: context.file, sheet: context.sheet, cell: a1(cell.row, cell.col) });
    }
  }
}

function markArrayMembers(
  cells: GridCell[],
  arrays: readonly { range: GridRange; formula: string }[],
  scanner: XmlScanner,
): void {
  let visited = 0;
  for (const { range, formula } of arrays) {
    if (range.top === range.bottom && range.left === range.right) continue;
    for (let row = range.top; row <= range.bottom; row++) {
      let index = firstCellFrom(cells, row, range.left);
      const first = cells[index];
      if (!first) break;
      // Rows without cells are passed over in one go.
      if (first.row > row) row = first.row - 1;
      for (let cell = cells[index]; cell?.row === row && cell.col <= range.right; cell = cells[++index]) {
        if (cell.formula === null || cell.formula === '') cells[index] = { ...cell, formula };
        if (++visited > MEMBER_LIMIT) throw scanner.malformed(scanner.start, 'reference');
      }
      if (++visited > MEMBER_LIMIT) throw scanner.malformed(scanner.start, 'reference');
    }
  }
}

const TRUE: CellValue = { kind: 'boolean', value: true };
const FALSE: CellValue = { kind: 'boolean', value: false };

function valueOf(
  type: string | null,
  text: string,
  isFormula: boolean,
  row: number,
  col: number,
  context: SheetContext,
): CellValue | null {
  switch (type) {
    case 's': {
      if (text.trim() === '') return null;
      const shared = context.strings[Number(text)];
      if (shared) return shared;
      throw problem('string-missing', {
        file: context.file,
        sheet: context.sheet,
        cell: a1(row, col),
        index: text,
        count: context.strings.length,
      });
    }
    case 'str':
    case 'inlineStr':
      return text === '' && !isFormula ? null : { kind: 'text', value: unescapeText(text) };
    case 'b':
      return text.trim() === '' ? null : isTrue(text.trim()) ? TRUE : FALSE;
    case 'e':
      return text.trim() === '' ? null : { kind: 'error', value: text.trim() };
    case 'd':
      return dateValue(text.trim(), context.dateSystem);
    default: {
      const value = Number(text);
      if (value === 0 && text.trim() === '') return null;
      // Not a number after all: shown as it stands rather than dropped.
      return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'text', value: text };
    }
  }
}

/** An ISO date or date and time as a serial number of the workbook's calendar. */
function dateValue(text: string, dateSystem: '1900' | '1904'): CellValue | null {
  if (text === '') return null;
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/.exec(text);
  if (!match) return { kind: 'text', value: text };
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0] = match;
  try {
    const serial = serialFromDate(dateOf(Number(year), Number(month), Number(day)), dateSystem);
    const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86400;
    return { kind: 'number', value: serial + time };
  } catch {
    // A day that doesn't exist: shown as it stands.
    return { kind: 'text', value: text };
  }
}

/** The style index a cell gets that isn't in the file: that of its row, else of its column, else none. */
export function styleOfPlace(content: SheetContent, row: number, col: number): number | null {
  const ofRow = content.rows.get(row) ?? null;
  return ofRow ?? content.columns.find(({ from, until }) => col >= from && col <= until)?.style ?? null;
}
