import { a1, dateFromSerial, type GridCell, type Issue, type SheetGrid, type WorkbookGrid } from '../core';
import { IntakeError, type TableKind } from './contract';
import { headerErrors, headerScore, readHeader, type Header } from './fields';
import { plainNumber } from './number-text';
import { BROKEN, EXACT, RecordView } from './record';
import type { TableSink, TableSource } from './source';
import type { Tally } from './tally';

/** The header stands within these first rows of a sheet. */
const HEADER_ROWS = 50;

interface Table {
  readonly sheet: SheetGrid;
  readonly header: Header;
  readonly headerRow: number;
  readonly score: number;
}

/** Whether a number format shows a date: a day, month or year code outside quotes, brackets and escapes. */
export function isDateFormat(format: string | null): boolean {
  if (format === null) return false;
  const [first = ''] = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  const codes = first.toLowerCase();
  return /[dyj]/.test(codes) || /m{3,}/.test(codes) || /^m+$/.test(codes);
}

/** Serial numbers from 1990 to 2199: what a number in a period column must be when it isn't `202306`. */
const FIRST_SERIAL = 32874;
const LAST_SERIAL = 109574;

/**
 * The text of a cell as a file line would have it: numbers as plain decimals with a point, dates as ISO
 * dates. In a column of periods or dates a plain number in the range of dates is a date too.
 */
function cellText(
  cell: GridCell,
  dateSystem: '1900' | '1904',
  datesHere: boolean,
): { text: string; mark: number } {
  const { value } = cell;
  if (value === null) return { text: '', mark: 0 };
  switch (value.kind) {
    case 'text':
      return { text: value.value, mark: 0 };
    case 'boolean':
      return { text: value.value ? 'TRUE' : 'FALSE', mark: 0 };
    case 'error':
      return { text: value.value, mark: BROKEN };
    case 'number': {
      const serial = value.value >= FIRST_SERIAL && value.value <= LAST_SERIAL;
      if (datesHere && (isDateFormat(cell.format) || serial)) {
        const day = dateFromSerial(value.value, dateSystem);
        if (day !== null) return { text: day, mark: 0 };
      }
      return { text: plainNumber(value.value), mark: EXACT };
    }
  }
}

/** The cells of a sheet by row, in column order. */
function rowsOf(sheet: SheetGrid): Map<number, GridCell[]> {
  const rows = new Map<number, GridCell[]>();
  for (const cell of sheet.cells) {
    if (cell.value === null) continue;
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}

/**
 * The tables of a workbook: every visible sheet whose best row among the first ones reads as a complete
 * header. Errors: `IntakeError` when there is none.
 */
export class SheetSource implements TableSource {
  readonly format = 'xlsx';
  readonly delimiter = null;
  readonly header: Header;
  private readonly decoder = new TextDecoder();

  private constructor(
    private readonly grid: WorkbookGrid,
    private readonly tables: readonly Table[],
    private readonly notices: readonly Issue[],
    header: Header,
  ) {
    this.header = header;
  }

  static open(grid: WorkbookGrid, file: string, kind: TableKind, sheetName: string | undefined): SheetSource {
    const refuse = (code: string, facts: Issue['facts']): IntakeError =>
      new IntakeError([{ level: 'error', code, facts: { file, ...facts }, place: { file } }]);
    const named = grid.sheets.filter((sheet) => sheet.name === sheetName);
    if (sheetName !== undefined && named.length === 0) {
      throw refuse('intake.sheet-unknown', {
        sheet: sheetName,
        sheets: grid.sheets.map((sheet) => sheet.name),
      });
    }
    const candidates =
      sheetName !== undefined ? named : grid.sheets.filter((sheet) => sheet.visibility === 'visible');
    const found = candidates.flatMap((sheet) => findHeader(sheet, kind) ?? []);
    const [best] = [...found].sort((a, b) => b.score - a.score);
    if (!best) throw refuse('intake.no-table', { sheets: candidates.map((sheet) => sheet.name) });
    const place = { file, sheet: best.sheet.name, cell: a1(best.headerRow, 0) };
    const errors = headerErrors(kind, best.header, place);
    if (errors.length > 0) throw new IntakeError(errors);

    const usable = found.filter((table) => headerErrors(kind, table.header, place).length === 0);
    const fields = (table: Table): string => [...table.header.at.keys()].sort().join();
    const tables = usable.filter((table) => fields(table) === fields(best));
    const notices: Issue[] = [];
    const notice = (code: string, facts: Issue['facts'], sheet: string): void => {
      notices.push({ level: 'notice', code, facts, place: { file, sheet } });
    };
    if (tables.length > 1) {
      notice('intake.sheets-read', { sheets: tables.map((table) => table.sheet.name) }, best.sheet.name);
    }
    for (const sheet of grid.sheets) {
      if (tables.some((table) => table.sheet === sheet)) continue;
      if (sheetName !== undefined || sheet.cells.length === 0) continue;
      const looksLikeOne = findHeader(sheet, kind);
      if (looksLikeOne && headerErrors(kind, looksLikeOne.header, place).length === 0) {
        notice(
          sheet.visibility === 'visible' ? 'intake.sheet-not-read' : 'intake.sheet-hidden-not-read',
          { sheet: sheet.name },
          sheet.name,
        );
      }
    }
    for (const { sheet, headerRow } of tables) {
      const rows = rowsOf(sheet);
      const hidden = [...sheet.hiddenRows].filter((row) => row > headerRow && rows.has(row)).length;
      if (hidden > 0) notice('intake.rows-hidden', { count: hidden, sheet: sheet.name }, sheet.name);
    }
    return new SheetSource(grid, tables, notices, best.header);
  }

  encoding(): null {
    return null;
  }

  text(bytes: Uint8Array, start: number, end: number): string {
    return this.decoder.decode(bytes.subarray(start, end));
  }

  async scan(sink: TableSink, tally: Tally | null): Promise<void> {
    const encoder = new TextEncoder();
    const view = new RecordView();
    let bytes = new Uint8Array(4096);
    for (const { sheet, header, headerRow } of this.tables) {
      sink.begin(header, (line, column) => ({
        file: this.grid.file,
        sheet: sheet.name,
        cell: a1(line - 1, Math.max(0, column ?? 0)),
      }));
      const dateColumns = new Set(
        [header.at.get('period'), header.at.get('from'), header.at.get('until')].filter(
          (at) => at !== undefined,
        ),
      );
      const rows = rowsOf(sheet);
      for (let row = 0; row < sheet.rowCount; row++) {
        const cells = rows.get(row) ?? [];
        if (row <= headerRow || cells.length === 0) {
          if (tally) {
            tally.total++;
            tally.skipped++;
          }
          continue;
        }
        view.clear();
        view.line = row + 1;
        let at = 0;
        const byColumn = new Map(cells.map((cell) => [cell.col, cell]));
        for (let col = 0; col < header.headers.length; col++) {
          const cell = byColumn.get(col);
          const { text, mark } = cell
            ? cellText(cell, this.grid.dateSystem, dateColumns.has(col))
            : { text: '', mark: 0 };
          if (at + text.length * 3 > bytes.length) {
            const bigger = new Uint8Array((at + text.length * 3) * 2);
            bigger.set(bytes);
            bytes = bigger;
          }
          const end = at + encoder.encodeInto(text, bytes.subarray(at)).written;
          view.put(at, end, mark);
          at = end;
        }
        view.bytes = bytes;
        if (sink.record(view)) return;
      }
    }
    if (tally) tally.addNotices(this.notices);
  }
}

function findHeader(sheet: SheetGrid, kind: TableKind): Table | null {
  let best: Table | null = null;
  const rows = rowsOf(sheet);
  for (let row = 0; row < Math.min(HEADER_ROWS, sheet.rowCount); row++) {
    const cells = rows.get(row);
    if (!cells) continue;
    const headers: string[] = [];
    for (const cell of cells) {
      while (headers.length < cell.col) headers.push('');
      headers[cell.col] = cell.value?.kind === 'text' ? cell.value.value : '';
    }
    const header = readHeader(kind, headers);
    const score = headerScore(kind, header);
    if (score >= 2 && (best === null || score > best.score)) {
      best = { sheet, header, headerRow: row, score };
    }
  }
  return best;
}
