import type { GridCell } from './grid';
import { addTo, pushTo } from './multimap';
import type { PeriodPhrase } from './period-phrase';
import type { SheetView } from './sheet-view';
import type { Lexicon } from './table-facts';

/** Whether some row or column has at least three different months in words or dates. */
function hasWrittenPeriods(view: SheetView): boolean {
  const lines = new Map<string, Set<string>>();
  for (const cells of view.rows.values()) {
    for (const cell of cells) {
      const phrase = view.phrase(cell);
      const period = phrase?.period ?? null;
      if (!phrase || !period || period.kind === 'year' || phrase.rest.length > 1) continue;
      const key = `${period.year ?? ''}:${period.from}-${period.until}`;
      for (const line of [`r${cell.row}`, `c${cell.col}`]) {
        addTo(lines, line, key);
        if ((lines.get(line)?.size ?? 0) >= 3) return true;
      }
    }
  }
  return false;
}

/** Twelve cells beside each other with the first letters of the months. */
function findInitials(view: SheetView, found: Map<GridCell, PeriodPhrase>): void {
  const letterOf = ({ value }: GridCell): string =>
    value?.kind === 'text' && value.value.trim().length === 1 ? value.value.trim().toLowerCase() : ' ';
  for (const cells of view.rows.values()) {
    const start = cells.findIndex((cell) => letterOf(cell) === 'j');
    const run = start < 0 ? [] : cells.slice(start, start + 12);
    if (run.map(letterOf).join('') !== 'jfmamjjasond') continue;
    run.forEach((cell, at) => {
      found.set(cell, { from: at + 1, until: at + 1, year: null, kind: 'month' });
    });
  }
}

/** Numbers such as 202301, 202302 … that follow one another as months do, three and more in a row or a column. */
function findYearMonths(view: SheetView, found: Map<GridCell, PeriodPhrase>): void {
  const lines = new Map<string, GridCell[]>();
  for (const cells of view.rows.values()) {
    for (const cell of cells) {
      const { value } = cell;
      if (value?.kind !== 'number' || !Number.isInteger(value.value)) continue;
      const month = value.value % 100;
      if (value.value < 199001 || value.value > 210012 || month < 1 || month > 12) continue;
      pushTo(lines, `r${cell.row}`, cell);
      pushTo(lines, `c${cell.col}`, cell);
    }
  }
  const numberOf = ({ value }: GridCell): number => (value?.kind === 'number' ? value.value : 0);
  for (const cells of lines.values()) {
    let run: GridCell[] = [];
    const flush = (): void => {
      if (run.length >= 3)
        for (const cell of run) {
          const month = numberOf(cell) % 100;
          found.set(cell, {
            from: month,
            until: month,
            year: Math.floor(numberOf(cell) / 100),
            kind: 'month',
          });
        }
      run = [];
    };
    for (const cell of cells) {
      const before = run[run.length - 1];
      const last = before ? numberOf(before) : 0;
      const next = last % 100 === 12 ? last + 89 : last + 1;
      if (before && numberOf(cell) !== next) flush();
      run.push(cell);
    }
    flush();
  }
}

/** Whole numbers 1, 2, 3 … that stand for months: twelve in a row, or three and more beside the word. */
export function findNumberedMonths(view: SheetView, lexicon: Lexicon): ReadonlyMap<GridCell, PeriodPhrase> {
  const found = new Map<GridCell, PeriodPhrase>();
  const small = (cell: GridCell): number | null => {
    const value = cell.value;
    if (value?.kind === 'text') {
      return /^\s*(?:0?[1-9]|1[0-2])\s*$/.test(value.value) ? Number(value.value) : null;
    }
    if (value?.kind !== 'number' || !Number.isInteger(value.value)) return null;
    return value.value >= 1 && value.value <= 12 ? value.value : null;
  };
  findYearMonths(view, found);
  findInitials(view, found);
  const hasRealPeriods = hasWrittenPeriods(view) || found.size > 0;
  const accept = (run: readonly GridCell[], named: boolean): void => {
    // Where months are written out elsewhere, a run of numbers is just numbers.
    if (run.length < 3 || (!named && (run.length < 12 || hasRealPeriods))) return;
    for (const cell of run) {
      const month = small(cell);
      if (month !== null) {
        found.set(cell, { from: month, until: month, year: null, kind: 'month' });
      }
    }
  };
  const monthWord = (cells: readonly GridCell[] | undefined): boolean =>
    (cells ?? []).some((cell) => {
      const phrase = view.phrase(cell);
      return (
        phrase !== null &&
        phrase.text.length <= 40 &&
        /\b(maand|maanden|periode|month|months|period|mnd)\b/.test(phrase.normalised)
      );
    });
  const columns = new Map<number, GridCell[]>();
  for (const [row, cells] of view.rows) {
    let run: GridCell[] = [];
    const flush = (): void => {
      if (run.length >= 3) {
        const isProductRow = cells.some(
          (cell) => cell.value?.kind === 'text' && lexicon.products.certain(cell.value.value) !== null,
        );
        if (!isProductRow) accept(run, monthWord(cells) || monthWord(view.rows.get(row - 1)));
      }
      run = [];
    };
    let expected = 0;
    for (const cell of cells) {
      const value = small(cell);
      if (value === null) {
        if (cell.value?.kind === 'number') flush();
        continue;
      }
      pushTo(columns, cell.col, cell);
      if (value !== expected) flush();
      run.push(cell);
      expected = value + 1;
    }
    flush();
  }
  for (const cells of columns.values()) {
    cells.sort((a, b) => a.row - b.row);
    let run: GridCell[] = [];
    const flush = (): void => {
      const first = run[0];
      if (first && run.length >= 3) {
        const above = [1, 2].flatMap((up) => view.at(first.row - up, first.col) ?? []);
        accept(run, monthWord(above));
      }
      run = [];
    };
    let expected = 0;
    let previousRow = -2;
    for (const cell of cells) {
      const value = small(cell);
      if (value !== expected || cell.row > previousRow + 2) flush();
      run.push(cell);
      expected = (value ?? 0) + 1;
      previousRow = cell.row;
    }
    flush();
  }
  return found;
}
