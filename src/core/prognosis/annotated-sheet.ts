import type { GridCell } from './grid';
import { addTo } from './multimap';
import { findNumberedMonths } from './numbered-months';
import type { PeriodPhrase } from './period-phrase';
import type { SheetView } from './sheet-view';
import type { Annotated, Lexicon } from './table-facts';

/** The sheet with every cell read once, and the periods it has along rows and columns. */
export class AnnotatedSheet {
  readonly rows = new Map<number, Annotated[]>();
  readonly order: number[];
  /** Distinct periods along a row or a column. */
  readonly across = new Map<number, number>();
  readonly down = new Map<number, number>();
  /** First row with a heading for days or months, by column. */
  private readonly dateColumns = new Map<number, number>();
  /** Columns of keys: `K-1` below `Cliëntnummer` is a client, no quarter. */
  private readonly keyColumns = new Set<number>();
  /** Columns below a heading such as `Opmerkingen`. */
  private readonly remarkColumns = new Set<number>();
  private readonly numberPeriods: ReadonlyMap<GridCell, PeriodPhrase>;
  /** Rows and columns that count thirteen periods. */
  readonly fourWeekRows = new Set<number>();
  readonly fourWeekCols = new Set<number>();

  constructor(
    readonly view: SheetView,
    readonly lexicon: Lexicon,
  ) {
    this.numberPeriods = findNumberedMonths(view, lexicon);
    const across = new Map<number, Set<string>>();
    const down = new Map<number, Set<string>>();
    for (const [row, cells] of view.rows) {
      const list = cells.map((cell) => this.annotate(cell));
      this.rows.set(row, list);
      for (const { cell, period, phrase } of list) {
        if ((isThirteenth(cell) && this.followsTwelfth(cell)) || isWeekSpan(cell)) {
          this.fourWeekRows.add(cell.row);
          this.fourWeekCols.add(cell.col);
        }
        const field = phrase?.field ?? null;
        if (field === 'begin' || field === 'end' || field === 'period') {
          const first = this.dateColumns.get(cell.col);
          this.dateColumns.set(cell.col, first === undefined ? row : Math.min(first, row));
        }
        if (!period || period.kind === 'year') continue;
        const key = `${period.year ?? ''}:${period.from}-${period.until}`;
        addTo(across, row, key);
        addTo(down, cell.col, key);
      }
    }
    for (const [row, keys] of across) this.across.set(row, keys.size);
    for (const [col, keys] of down) this.down.set(col, keys.size);
    this.order = [...this.rows.keys()].sort((a, b) => a - b);
  }

  /** Whether a twelfth period stands before it, in its row or its column. */
  private followsTwelfth({ row, col }: GridCell): boolean {
    const isTwelfth = (cell: GridCell | undefined): boolean =>
      cell !== undefined &&
      (/12\s*$/.test(withoutWeeks(this.view.text(cell))) || this.numberPeriods.get(cell)?.until === 12);
    for (let back = 1; back <= 3; back++) {
      if (isTwelfth(this.view.at(row, col - back)) || isTwelfth(this.view.at(row - back, col))) return true;
    }
    return false;
  }

  private annotate(cell: GridCell): Annotated {
    const phrase = this.view.phrase(cell);
    let period = this.numberPeriods.get(cell) ?? null;
    const isKey = phrase !== null && this.keyColumns.has(cell.col) && KEY.test(phrase.text);
    // `Tarief per 1 juli gewijzigd` below `Toelichting` heads no column of July.
    const isRemark = phrase !== null && this.remarkColumns.has(cell.col) && phrase.rest.length > 0;
    if (
      !period &&
      !isKey &&
      !isRemark &&
      phrase?.period &&
      phrase.text.length <= 48 &&
      phrase.rest.length <= 1
    )
      period = phrase.period;
    const field = phrase?.field ?? null;
    if (field === 'client' || field === 'code') this.keyColumns.add(cell.col);
    else if (field !== null) this.keyColumns.delete(cell.col);
    if (field === 'remark') this.remarkColumns.add(cell.col);
    else if (field !== null) this.remarkColumns.delete(cell.col);
    const value = cell.value;
    const isYear =
      (value?.kind === 'number' &&
        Number.isInteger(value.value) &&
        value.value >= 1990 &&
        value.value <= 2100 &&
        phrase === null) ||
      (value?.kind === 'text' && /^(19|20)\d\d$/.test(value.value.trim()));
    return { cell, phrase, period, isYear };
  }

  /** A period that belongs to a column of periods rather than to a heading row. */
  isDownPeriod({ cell, period }: Annotated): boolean {
    if (!period || period.kind === 'year') return false;
    const down = this.down.get(cell.col) ?? 0;
    const across = this.across.get(cell.row) ?? 0;
    if (down >= 2 && down > across) return true;
    // One or two dates below a heading such as `Begindatum`: a list, however short.
    const named = this.dateColumns.get(cell.col);
    return across <= 2 && named !== undefined && named < cell.row;
  }

  isAcrossPeriod(item: Annotated): boolean {
    return item.period !== null && item.period.kind !== 'year' && !this.isDownPeriod(item);
  }

  certain(item: Annotated): string | null {
    return item.cell.value?.kind === 'text' ? this.lexicon.products.certain(item.cell.value.value) : null;
  }
}

/** A letter or two with a number, which may be a key as well as a period. */
const KEY = /^[A-Za-z]{1,2}[-_. ]?\d+$/;

/** `P13`, `periode 13`, or the number itself: a period that a year of months doesn't have. */
function isThirteenth({ value }: GridCell): boolean {
  if (value?.kind === 'number') return value.value === 13;
  return (
    value?.kind === 'text' &&
    /^\s*(?:p|per|pd|periode|period|4-?wekenperiode)?[\s.-]*13\s*$/i.test(withoutWeeks(value.value))
  );
}

/** A heading without what it says about the length of its period: `P13 (4 weken)`. */
const withoutWeeks = (text: string): string =>
  text.replace(/\([^)]*\)|\b(?:4|vier|four)[\s-]*(?:wk|weken|weeks)\b/gi, '').trim();

/** `wk 1-4`, `P3 (week 9 t/m 13)`: a period named by its weeks. */
const isWeekSpan = ({ value }: GridCell): boolean =>
  value?.kind === 'text' &&
  value.value.length <= 32 &&
  /\b(?:wk|wkn|week|weken|weeks)\.?\s*\d{1,2}\s*(?:-|–|—|t\/m|tm|tot en met|to|until)\s*(?:wk|week)?\s*\d{1,2}\b/i.test(
    value.value,
  );
