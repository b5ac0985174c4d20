import {
  canonicalHeader,
  Decimal,
  evidenceOf,
  exact,
  headerScore,
  isCompleteHeader,
  monthOfDate,
  plainNumber,
  readHeader,
  readNumber,
  readPeriod,
  roundToCents,
  showable,
  totalWord,
  type DecimalMark,
  type Field,
  type Header,
  type IsoDate,
  type Money,
  type Month,
  type TableKind,
} from '../core';
import { at, dayOf, shown } from './arguments';
import { wrong, type Cell, type CellProblem } from './cell';
import { errorCode, isBlank, isEmpty, toRange } from './range';

/** The header stands within these first rows: a title may come before it. */
const HEADER_ROWS = 20;

/** Serial numbers a period cell may hold when it is a date (1990–2199 in the 1900 system and the 1904 one). */
const FIRST_SERIAL = 31412;

const LARGEST = new Decimal('1e13');

/** The tables that functions take. */
export type CellTableKind = Extract<TableKind, 'production' | 'forecast' | 'ceilings' | 'tariffs'>;

/** A month column of a table that has its months side by side. */
interface MonthColumn {
  readonly month: Month;
  readonly col: number;
}

const fold = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

function headerText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number' && cell >= FIRST_SERIAL) return dayOf(cell) ?? plainNumber(cell);
  return typeof cell === 'number' && cell !== 0 ? plainNumber(cell) : '';
}

/**
 * A range read as a table: its header recognised in Dutch or English in any column order, its rows one by
 * one. Blank rows and total rows are passed over; anything else that can't be read is an error that names
 * the row, what was found and what was expected, because a cell has no list of rejected lines.
 */
export class Table {
  readonly header: Header;
  readonly months: readonly MonthColumn[];
  private readonly headerRow: number;
  private readonly marks = new Map<number, DecimalMark | null>();
  /** Row at hand, from 0. */
  private row = 0;
  private cells: readonly Cell[] = [];

  constructor(
    private readonly range: readonly (readonly Cell[])[],
    private readonly rows: number,
    readonly kind: CellTableKind,
    /** Name of the argument, for messages. */
    readonly argument: string,
  ) {
    const found = this.findHeader();
    this.header = found.header;
    this.headerRow = found.row;
    this.months = found.months;
    this.refuseDoubles();
  }

  private findHeader(): { header: Header; row: number; months: readonly MonthColumn[] } {
    let best: { header: Header; row: number; score: number } | null = null;
    for (let row = 0; row < Math.min(HEADER_ROWS, this.rows); row++) {
      const header = readHeader(this.kind, (this.range[row] ?? []).map(headerText));
      const score = headerScore(this.kind, header);
      if (header.at.size > 0 && (best === null || score > best.score)) best = { header, row, score };
    }
    if (best !== null) {
      if (isCompleteHeader(this.kind, best.header)) return { ...best, months: [] };
      if (this.kind === 'tariffs' && best.header.at.has('product') && best.header.at.has('description')) {
        // A product list without tariffs says what products are: enough where only that is asked.
        return { ...best, months: [] };
      }
      const months = this.monthColumns(best.header);
      if (months.length > 0) return { ...best, months };
    }
    const texts = (best?.header.headers ?? (this.range[0] ?? []).map(headerText)).map(fold);
    throw wrong('functions.header-expected', {
      ...at(this.argument),
      found: shortList(texts.filter((text) => text !== '').map(showable)),
      expected: EXPECTED[this.kind].map((field) => canonicalHeader(this.kind, field)),
    });
  }

  /** Products down, months to the right: the other usual shape of production and forecast. */
  private monthColumns(header: Header): MonthColumn[] {
    const care = this.kind === 'production' || this.kind === 'forecast';
    if (!care || header.at.has('period') || !(header.at.has('product') || header.at.has('description')))
      return [];
    return header.headers.flatMap((text, col) => {
      const month = header.fields[col] === null ? readPeriod(text).month : null;
      return month === null ? [] : [{ month, col }];
    });
  }

  private refuseDoubles(): void {
    for (const [field, first] of this.header.at) {
      const second = this.header.fields.findIndex((other, col) => other === field && col > first);
      if (second >= 0) {
        throw wrong('functions.column-twice', {
          ...at(this.argument),
          first: fold(this.header.headers[first] ?? ''),
          second: fold(this.header.headers[second] ?? ''),
        });
      }
    }
  }

  /** Calls `read` for every line: not for blank rows, and not for total rows. */
  forEach(read: () => void): void {
    for (this.row = this.headerRow + 1; this.row < this.rows; this.row++) {
      this.cells = this.range[this.row] ?? [];
      if (this.isBlankRow() || this.isTotalRow()) continue;
      read();
    }
  }

  private isBlankRow(): boolean {
    for (const col of this.header.at.values()) if (!isBlank(this.cells[col])) return false;
    for (const { col } of this.months) if (!isBlank(this.cells[col])) return false;
    return true;
  }

  private isTotalRow(): boolean {
    for (const field of ['provider', 'domain', 'product', 'client', 'period'] as const) {
      const col = this.header.at.get(field);
      if (col === undefined) continue;
      const cell = this.cells[col];
      if (typeof cell !== 'string') continue;
      const word = totalWord(cell);
      if (word === 'bare' || (word === 'phrase' && this.lacksKey())) return true;
    }
    return false;
  }

  private lacksKey(): boolean {
    const key = this.kind === 'ceilings' ? 'year' : this.months.length > 0 ? 'domain' : 'period';
    const col = this.header.at.get(key) ?? this.header.at.get('product');
    return col !== undefined && isBlank(this.cells[col]);
  }

  /** Row of the range, from 1. */
  get line(): number {
    return this.row + 1;
  }

  has(field: Field): boolean {
    return this.header.at.has(field);
  }

  private cell(field: Field): Cell {
    const col = this.header.at.get(field);
    if (col === undefined) return '';
    const cell = this.cells[col];
    const code = errorCode(cell);
    if (code !== null) throw this.refuse('functions.cell-is-error', col, { found: code });
    return cell;
  }

  private refuse(
    code: string,
    col: number,
    facts: Record<string, string | readonly string[]> = {},
  ): CellProblem {
    return wrong(code, {
      ...at(this.argument),
      row: String(this.line),
      column: fold(this.header.headers[col] ?? ''),
      ...facts,
    });
  }

  /** What a field's cell holds, as a message shows it. */
  private found(field: Field): string {
    return shown(this.cell(field));
  }

  problem(code: string, field: Field): CellProblem {
    return this.refuse(code, this.header.at.get(field) ?? 0, { found: this.found(field) });
  }

  /** Text of a field; an empty cell is ''. Codes that Excel took for numbers become their digits again. */
  text(field: Field): string {
    const cell = this.cell(field);
    if (isBlank(cell)) return '';
    return typeof cell === 'number' ? plainNumber(cell) : fold(String(cell as string | boolean));
  }

  /** Text that must be there. */
  required(field: Field): string {
    const text = this.text(field);
    if (text === '') throw this.problem('functions.cell-blank', field);
    return text;
  }

  /** The month of a line. */
  period(): Month {
    const cell = this.cell('period');
    if (isBlank(cell)) throw this.problem('functions.cell-blank', 'period');
    const month =
      typeof cell === 'number' && cell < 190001
        ? monthOfSerial(cell)
        : readPeriod(typeof cell === 'number' ? plainNumber(cell) : String(cell)).month;
    if (month === null) throw this.problem('functions.cell-no-month', 'period');
    return month;
  }

  /** A day, or null for an empty cell. */
  day(field: Field): IsoDate | null {
    const cell = this.cell(field);
    if (isBlank(cell)) return null;
    const day = dayOf(cell);
    if (day === null) throw this.problem('functions.cell-no-date', field);
    return day;
  }

  year(field: Field): number {
    const text = this.text(field);
    if (!/^(?:19|20|21)\d{2}$/.test(text)) throw this.problem('functions.cell-no-year', field);
    return Number(text);
  }

  /** An exact number, or null for an empty cell. */
  decimal(field: Field): Decimal | null {
    const col = this.header.at.get(field);
    return col === undefined ? null : this.decimalAt(col);
  }

  /** An amount in whole cents; more decimals are rounded half up per line, as the file reader does. */
  amount(): Money {
    const col = this.header.at.get('amount') ?? 0;
    const amount = this.decimalAt(col);
    if (amount === null) throw this.refuse('functions.cell-blank', col, { found: '–' });
    return this.toMoney(amount, col);
  }

  /** The amount of a month column; an empty cell of such a grid is no amount. */
  amountAt(col: number): Money | null {
    const code = errorCode(this.cells[col]);
    if (code !== null) throw this.refuse('functions.cell-is-error', col, { found: code });
    const amount = this.decimalAt(col);
    return amount === null ? null : this.toMoney(amount, col);
  }

  private toMoney(amount: Decimal, col: number): Money {
    if (amount.abs().greaterThan(LARGEST)) {
      throw this.refuse('functions.cell-too-large', col, { found: amount.toFixed() });
    }
    return roundToCents(amount);
  }

  private decimalAt(col: number): Decimal | null {
    const cell = this.cells[col];
    const code = errorCode(cell);
    if (code !== null) throw this.refuse('functions.cell-is-error', col, { found: code });
    if (isEmpty(cell)) return null;
    if (typeof cell === 'number' && Number.isFinite(cell)) return new Decimal(plainNumber(cell));
    const number = typeof cell === 'string' ? readNumber(cell) : null;
    if (typeof cell === 'string' && fold(cell) === '') return null;
    if (!number) throw this.refuse('functions.cell-no-number', col, { found: shown(cell) });
    const evidence = evidenceOf(number);
    const mark = evidence === 'either' ? 'point' : this.markOf(col);
    const digits = mark === 'comma' ? number.comma : mark === 'point' ? number.point : null;
    if (!digits) {
      throw this.refuse(
        mark === null ? 'functions.cell-number-open' : 'functions.cell-number-contradicts',
        col,
        { found: fold(String(cell)) },
      );
    }
    return exact(digits, number.negative);
  }

  /**
   * The decimal mark of the texts in a column, decided on all of them; null when none decides. Numbers typed
   * as numbers have no notation.
   */
  private markOf(col: number): DecimalMark | null {
    let mark = this.marks.get(col);
    if (mark === undefined) {
      mark = null;
      for (let row = this.headerRow + 1; row < this.rows && mark === null; row++) {
        const cell = this.range[row]?.[col];
        const number = typeof cell === 'string' ? readNumber(cell) : null;
        const evidence = number ? evidenceOf(number) : 'either';
        if (evidence === 'comma' || evidence === 'point') mark = evidence;
      }
      this.marks.set(col, mark);
    }
    return mark;
  }
}

/** What messages say is expected of a header. */
const EXPECTED: Record<CellTableKind, readonly Field[]> = {
  production: ['domain', 'product', 'period', 'amount'],
  forecast: ['domain', 'product', 'period', 'amount'],
  ceilings: ['domain', 'year', 'kind', 'amount'],
  tariffs: ['product', 'description', 'tariff'],
};

/** At most so many words of a list in a sentence: Excel shows about 255 characters. */
export const shortList = (texts: readonly string[], most = 6): readonly string[] =>
  texts.length > most ? [...texts.slice(0, most), '…'] : texts.length === 0 ? ['–'] : texts;

function monthOfSerial(cell: number): Month | null {
  const day = cell >= FIRST_SERIAL ? dayOf(cell) : null;
  return day === null ? null : monthOfDate(day);
}

/** Whether an argument has anything in it at all. */
export function isEmptyTable(argument: Cell): boolean {
  if (!Array.isArray(argument)) return isBlank(argument);
  return toRange(argument).every((row) => row.every(isBlank));
}
