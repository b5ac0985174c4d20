import { read as readByOther } from '@e965/xlsx';
import { HyperFormula, type CellValue as HyperValue } from 'hyperformula';
import {
  a1,
  inRange,
  parseA1,
  type CellValue,
  type GridCell,
  type GridRange,
  type SheetGrid,
  type WorkbookGrid,
} from '../../../src/core';

/** An error as Excel answers it. */
export class ExcelFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface FakeCell {
  value: CellValue | null;
  formula: string | null;
  format: string;
  locked: boolean;
  bold: boolean;
  fill: string | null;
  /** Colour of the letters. */
  letters: string;
}

export interface FakeChart {
  name: string;
  kind: string;
  source: string;
  title: string;
}

/** Excel's row and column limits in one key. */
const key = (row: number, col: number): number => row * 16384 + col;

export const textOfRange = ({ top, left, bottom, right }: GridRange): string =>
  top === bottom && left === right ? a1(top, left) : `${a1(top, left)}:${a1(bottom, right)}`;

let sheetCount = 0;

/** A worksheet as Excel keeps it. */
export class FakeSheet {
  readonly id = `{00000000-0001-0000-0000-${String(++sheetCount).padStart(12, '0')}}`;
  readonly cells = new Map<number, FakeCell>();
  merges: GridRange[] = [];
  hiddenRows = new Set<number>();
  hiddenCols = new Set<number>();
  tables: { name: string; range: GridRange; showHeaders: boolean; showTotals: boolean }[] = [];
  validations: GridRange[] = [];
  pivots: { name: string; range: GridRange; filters: GridRange | null }[] = [];
  spills: GridRange[] = [];
  charts: FakeChart[] = [];
  properties = new Map<string, string>();
  isProtected = false;
  password = '';
  protectionOptions: Record<string, unknown> = { selectionMode: 'Normal', allowAutoFilter: false };
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  names: { name: string; refersTo: string }[] = [];
  tabColor = '';

  constructor(public name: string) {}

  at(row: number, col: number): FakeCell | undefined {
    return this.cells.get(key(row, col));
  }

  make(row: number, col: number): FakeCell {
    const found = this.at(row, col);
    if (found) return found;
    const made: FakeCell = {
      value: null,
      formula: null,
      format: 'General',
      locked: true,
      bold: false,
      fill: null,
      letters: '000000',
    };
    this.cells.set(key(row, col), made);
    return made;
  }

  /** The used range as Excel counts it: contents, and formats unless only values are asked for. */
  used(valuesOnly: boolean): GridRange | null {
    const rows: number[] = [];
    const cols: number[] = [];
    for (const [place, cell] of this.cells) {
      const isFilled = cell.value !== null || cell.formula !== null;
      const hasLook = cell.format !== 'General' || cell.bold || cell.fill !== null || !cell.locked;
      if (!isFilled && (valuesOnly || !hasLook)) continue;
      rows.push(Math.floor(place / 16384));
      cols.push(place % 16384);
    }
    if (rows.length === 0) return null;
    const ends = (list: number[]): [number, number] => [
      list.reduce((least, one) => Math.min(least, one)),
      list.reduce((most, one) => Math.max(most, one)),
    ];
    const [top, bottom] = ends(rows);
    const [left, right] = ends(cols);
    return { top, left, bottom, right };
  }

  address(range: GridRange): string {
    const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(this.name)
      ? this.name
      : `'${this.name.replace(/'/g, "''")}'`;
    return `${name}!${textOfRange(range)}`;
  }
}

/** What Excel makes of a string that is put into a cell as if it were typed. */
function typed(text: string, format: string): { value: CellValue | null; formula?: string } {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: { kind: 'text', value: text.slice(1) } };
  if (format === '@') return { value: { kind: 'text', value: text } };
  if (text.startsWith('=')) return { value: null, formula: text.slice(1) };
  if (/^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)$/.test(text)) {
    return { value: { kind: 'error', value: text } };
  }
  if (/^(TRUE|FALSE|WAAR|ONWAAR)$/i.test(text)) {
    return { value: { kind: 'boolean', value: /^(TRUE|WAAR)$/i.test(text) } };
  }
  const plain = text.trim().replace(/^[€$]\s*/, '');
  if (/^[-+]?(\d+([.,]\d+)*|\d*[.,]\d+)(e[-+]?\d+)?%?$/i.test(plain)) {
    return { value: { kind: 'number', value: Number(plain.replace(/[%]/g, '').replace(',', '.')) } };
  }
  if (
    /^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$/.test(plain) ||
    /^(\d{1,2}[- ])?(jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*([- ]\d{2,4})?$/i.test(
      plain,
    )
  ) {
    return { value: { kind: 'number', value: 45000 } };
  }
  return { value: { kind: 'text', value: text } };
}

const fromHyper = (value: HyperValue): CellValue | null => {
  if (value === null) return null;
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'string') return { kind: 'text', value };
  return { kind: 'error', value: value.value };
};

/** A workbook as Excel keeps it, with recalculation by an engine that isn't ours. */
export class FakeWorkbook {
  sheets: FakeSheet[] = [];
  names: { name: string; refersTo: string }[] = [];
  xmlParts: { id: string; namespace: string; xml: string }[] = [];
  calculationMode: 'Automatic' | 'Manual' = 'Automatic';
  isStructureProtected = false;
  activeSheet = '';
  selection: { sheet: string; range: GridRange } | null = null;
  private engine: HyperFormula | null = null;
  private hasFormulas: boolean | null = null;
  private isDirty = false;

  constructor(
    readonly file: string,
    readonly dateSystem: '1900' | '1904' = '1900',
  ) {}

  static from(grid: WorkbookGrid): FakeWorkbook {
    const book = new FakeWorkbook(grid.file, grid.dateSystem);
    book.names = grid.names.map((name) => ({ ...name }));
    book.sheets = grid.sheets.map(sheetFrom);
    book.activeSheet = book.sheets[0]?.name ?? '';
    book.calculateUnknown();
    return book;
  }

  /** On opening Excel calculates the formulas that came without a result. */
  private calculateUnknown(): void {
    const unknown = this.sheets.flatMap((sheet) =>
      [...sheet.cells].flatMap(([place, cell]) =>
        cell.formula !== null && cell.value === null ? [{ sheet, place, cell }] : [],
      ),
    );
    if (unknown.length === 0) return;
    this.begin();
    this.engine?.resumeEvaluation();
    for (const { sheet, place, cell } of unknown) {
      const id = this.engine?.getSheetId(sheet.name) ?? 0;
      const at = { sheet: id, row: Math.floor(place / 16384), col: place % 16384 };
      cell.value = fromHyper(this.engine?.getCellValue(at) ?? null);
    }
    this.engine?.suspendEvaluation();
  }

  sheet(nameOrId: string): FakeSheet | null {
    return (
      this.sheets.find(({ id, name }) => id === nameOrId || name.toLowerCase() === nameOrId.toLowerCase()) ??
      null
    );
  }

  /** Puts values in as Excel does: null leaves alone, text is typed, locked cells refuse. */
  put(sheet: FakeSheet, range: GridRange, values: unknown): void {
    each(range, values, (row, col, value) => {
      if (value === null) return;
      this.refuseLocked(sheet, row, col);
      if (sheet.merges.some((merge) => inRange(merge, row, col) && (merge.top !== row || merge.left !== col)))
        return;
      if (sheet.pivots.some((pivot) => inRange(pivot.range, row, col))) {
        throw new ExcelFault('InvalidOperation', 'We can’t make this change inside a PivotTable.');
      }
      const cell = sheet.make(row, col);
      const { value: content, formula } =
        typeof value === 'number'
          ? cell.format === '@'
            ? { value: { kind: 'text', value: String(value) } as CellValue, formula: undefined }
            : { value: { kind: 'number', value } as CellValue, formula: undefined }
          : typeof value === 'boolean'
            ? { value: { kind: 'boolean', value } as CellValue, formula: undefined }
            : typed(String(value), cell.format);
      this.begin();
      cell.value = content;
      cell.formula = formula ?? null;
      if (formula !== undefined) this.hasFormulas = true;
      this.note(sheet, row, col, cell);
    });
  }

  putFormats(sheet: FakeSheet, range: GridRange, formats: unknown): void {
    each(range, formats, (row, col, format) => {
      if (format === null) return;
      this.refuseLocked(sheet, row, col);
      sheet.make(row, col).format = String(format);
    });
  }

  refuseLocked(sheet: FakeSheet, row: number, col: number): void {
    if (sheet.isProtected && (sheet.at(row, col)?.locked ?? true)) {
      throw new ExcelFault('AccessDenied', 'The worksheet is protected.');
    }
  }

  /** A user who types into the workbook while the pane is open. */
  type(sheetName: string, row: number, col: number, value: CellValue | null): void {
    const sheet = this.sheet(sheetName);
    if (!sheet) throw new Error(`no sheet ${sheetName}`);
    this.begin();
    const cell = sheet.make(row, col);
    cell.value = value;
    cell.formula = null;
    this.note(sheet, row, col, cell);
    this.calculate(false);
  }

  /** Sheets of another file at the end, under another name where theirs is taken. Returns their ids. */
  insert(base64: string): string[] {
    if (this.isStructureProtected) throw new ExcelFault('AccessDenied', 'The workbook is protected.');
    const source = readByOther(Buffer.from(base64, 'base64'));
    const made = source.SheetNames.map((wanted) => {
      let name = wanted;
      for (let count = 2; this.sheet(name); count++) name = `${wanted.slice(0, 26)} (${count})`;
      const sheet = new FakeSheet(name);
      for (const [address, cell] of Object.entries(source.Sheets[wanted] ?? {})) {
        const at = address.startsWith('!') ? null : parseA1(address);
        const { v } = cell as { v?: unknown };
        if (!at || v === undefined) continue;
        sheet.make(at.row, at.col).value =
          typeof v === 'number' ? { kind: 'number', value: v } : { kind: 'text', value: String(v) };
      }
      this.sheets.push(sheet);
      return sheet;
    });
    this.reshaped();
    return made.map(({ id }) => id);
  }

  private begin(): void {
    if (this.engine) return;
    this.hasFormulas ??= this.sheets.some((sheet) =>
      [...sheet.cells.values()].some(({ formula }) => formula !== null),
    );
    if (!this.hasFormulas) return;
    const sheets = Object.fromEntries(this.sheets.map((sheet) => [sheet.name, matrixOf(sheet)]));
    this.engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' });
    this.engine.suspendEvaluation();
  }

  private note(sheet: FakeSheet, row: number, col: number, cell: FakeCell): void {
    this.isDirty = true;
    const id = this.engine?.getSheetId(sheet.name);
    if (id === undefined) return;
    this.engine?.setCellContents({ sheet: id, row, col }, contentsOf(cell));
  }

  /** Recalculates when that is due; `isAsked` also in workbooks that only do so when asked. */
  calculate(isAsked: boolean): void {
    if (!this.engine || !this.isDirty || (this.calculationMode === 'Manual' && !isAsked)) return;
    this.isDirty = false;
    for (const change of this.engine.resumeEvaluation()) {
      if (!('address' in change)) continue;
      const { sheet, row, col } = change.address;
      const cell = this.sheet(this.engine.getSheetName(sheet) ?? '')?.at(row, col);
      if (cell && cell.formula !== null) cell.value = fromHyper(change.newValue);
    }
    this.engine.suspendEvaluation();
  }

  /** Another shape of the workbook: the engine starts afresh when next needed. */
  reshaped(): void {
    this.engine = null;
    this.hasFormulas = null;
  }

  /** The workbook as plain data, read straight from the model. */
  value(sheet: string, row: number, col: number): unknown {
    return this.sheet(sheet)?.at(row, col)?.value?.value ?? null;
  }
}

/** Whether values have the shape of a range; a single value fills it. Excel refuses anything else. */
function each(
  { top, left, bottom, right }: GridRange,
  values: unknown,
  use: (row: number, col: number, value: unknown) => void,
): void {
  const rows = Array.isArray(values) ? (values as unknown[]) : null;
  const fits =
    rows === null ||
    (rows.length === bottom - top + 1 &&
      rows.every((row) => Array.isArray(row) && row.length === right - left + 1));
  if (!fits) {
    throw new ExcelFault(
      'InvalidArgument',
      'The number of rows or columns in the input array doesn’t match the size or dimensions of the range.',
    );
  }
  for (let row = top; row <= bottom; row++) {
    for (let col = left; col <= right; col++) {
      const line = rows?.[row - top] as unknown[] | undefined;
      use(row, col, rows === null ? values : line?.[col - left]);
    }
  }
}

function contentsOf({ value, formula }: FakeCell): string | number | boolean | null {
  if (formula !== null) return `=${formula}`;
  if (value === null) return null;
  if (value.kind === 'number' || value.kind === 'boolean') return value.value;
  return value.kind === 'error' ? `=${value.value}` : `'${value.value}`;
}

function matrixOf(sheet: FakeSheet): (string | number | boolean | null)[][] {
  const rows: (string | number | boolean | null)[][] = [];
  for (const [place, cell] of sheet.cells) {
    const contents = contentsOf(cell);
    if (contents === null) continue;
    const row = (rows[Math.floor(place / 16384)] ??= []);
    row[place % 16384] = contents;
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null));
}

function sheetFrom(grid: SheetGrid): FakeSheet {
  const sheet = new FakeSheet(grid.name);
  for (const cell of grid.cells) Object.assign(sheet.make(cell.row, cell.col), look(cell));
  sheet.merges = [...grid.merges];
  sheet.hiddenRows = new Set(grid.hiddenRows);
  sheet.hiddenCols = new Set(grid.hiddenCols);
  sheet.validations = [...grid.validations];
  sheet.tables = grid.tables.map(({ name, range, headerRows, totalsRows }) => ({
    name,
    range,
    showHeaders: headerRows > 0,
    showTotals: totalsRows > 0,
  }));
  sheet.pivots = grid.pivots.map((range, index) => ({
    name: `Draaitabel${index + 1}`,
    range,
    filters: null,
  }));
  sheet.isProtected = grid.isProtected;
  sheet.visibility =
    grid.visibility === 'visible' ? 'Visible' : grid.visibility === 'hidden' ? 'Hidden' : 'VeryHidden';
  return sheet;
}

const look = ({ value, formula, format, locked, bold, fill, concealed }: GridCell): FakeCell => ({
  value,
  formula,
  format: format ?? 'General',
  locked,
  bold,
  fill,
  letters: concealed === true ? (fill ?? 'FFFFFF') : '000000',
});
