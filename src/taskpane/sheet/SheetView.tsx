import { useCallback, useLayoutEffect, useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { a1, columnLetters, formatRange, inRange, type GridCell, type GridRange } from '../../core';
import { useInSight } from '../in-sight';
import { usePane, useWords } from '../context';
import type { Book } from '../state/state';
import { formatCell } from './format-cell';
import { Legend } from './Legend';
import { markText } from './mark-text';
import { indexSheet, markSheet, type CellMark, type SheetIndex } from './index-sheet';

const ROW = 24;
const HEAD = 48;
const OVERSCAN = 4;

/** The opened workbook: sheets as tabs, cells in a grid that only draws what is in sight. */
export function WorkbookView(): ReactElement {
  const { state, dispatch } = usePane();
  const { t } = useWords();
  const book = state.books[state.shownBook];
  if (!book) {
    return (
      <section className="workbook" aria-label={t('pane.sheet.title')}>
        <p className="empty">{t('pane.sheet.empty')}</p>
      </section>
    );
  }
  const sheetName = state.cell?.sheet ?? book.grid.sheets[0]?.name ?? '';
  const show = (sheet: string): void =>
    dispatch({ type: 'show-cell', cell: { sheet, row: 0, col: 0 }, file: book.file, bring: false });
  return (
    <section className="workbook" aria-label={t('pane.sheet.title')}>
      <div className="sheet-tabs">
        {state.books.length > 1 ? (
          <select
            className="file"
            aria-label={t('pane.sheet.book')}
            value={state.shownBook}
            onChange={(event) => dispatch({ type: 'show-book', index: Number(event.target.value) })}
          >
            {state.books.map((one, index) => (
              <option key={one.file} value={index}>
                {one.file}
              </option>
            ))}
          </select>
        ) : (
          <span className="file">{book.file}</span>
        )}
        {book.grid.sheets.map((sheet) => (
          <button
            key={sheet.name}
            type="button"
            className="plain"
            aria-current={sheet.name === sheetName ? 'true' : undefined}
            onClick={() => show(sheet.name)}
          >
            {sheet.visibility === 'visible' ? sheet.name : `${sheet.name} (${t('pane.sheet.hidden')})`}
          </button>
        ))}
      </div>
      <SheetGridView key={`${book.file} ${sheetName}`} book={book} sheetName={sheetName} />
      <Legend />
    </section>
  );
}

function SheetGridView({
  book,
  sheetName,
}: {
  readonly book: Book;
  readonly sheetName: string;
}): ReactElement {
  const { state, dispatch } = usePane();
  const { t, language } = useWords();
  const dragging = useRef(false);
  const { box, seen, measure } = useInSight();
  const system = book.grid.dateSystem;
  const showCell = useCallback(
    (cell: GridCell) => formatCell(cell.value, cell.format, system, language),
    [system, language],
  );
  const sheet = book.grid.sheets.find((one) => one.name === sheetName);
  const index = useMemo(() => (sheet ? indexSheet(sheet, showCell) : null), [sheet, showCell]);
  const marks = useMemo(() => {
    const plan = state.plan && state.task === 'fill' ? state.plan : null;
    return markSheet(sheetName, plan?.layout ?? null, state.filled ? null : plan, state.off);
  }, [sheetName, state.plan, state.task, state.filled, state.off]);
  const written = useMemo(
    () =>
      new Set(
        state.task === 'fill'
          ? (state.filled?.written ?? [])
              .filter((write) => write.sheet === sheetName)
              .map((write) => a1(write.row, write.col))
          : [],
      ),
    [state.filled, state.task, sheetName],
  );

  const active = state.cell?.sheet === sheetName ? state.cell : null;
  // The active cell is brought into sight, clear of the headings.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !active || !index) return;
    const top = active.row * ROW;
    const left = index.edges[active.col] ?? 0;
    const right = index.edges[active.col + 1] ?? left;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + 2 * ROW > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + 2 * ROW - element.clientHeight + 4;
    }
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (right + HEAD > element.scrollLeft + element.clientWidth) {
      element.scrollLeft = right + HEAD - element.clientWidth + 4;
    }
  }, [active, index]);

  if (!index || !sheet) return <p className="empty">{t('pane.sheet.empty')}</p>;

  const within = (row: number, col: number): { row: number; col: number } => ({
    row: Math.max(0, Math.min(index.rows - 1, row)),
    col: Math.max(0, Math.min(index.cols - 1, col)),
  });
  const go = (row: number, col: number): void =>
    dispatch({
      type: 'show-cell',
      cell: { sheet: sheetName, ...within(row, col) },
      file: book.file,
      bring: false,
    });
  const anchor = active ?? { row: 0, col: 0 };
  const selected: GridRange = (active ? state.selection : null) ?? rangeBetween(anchor, anchor);
  /** The corner of the selection that moves: the one across from the active cell. */
  const corner = {
    row: anchor.row === selected.top ? selected.bottom : selected.top,
    col: anchor.col === selected.left ? selected.right : selected.left,
  };
  const select = (range: GridRange, cell: { row: number; col: number }): void =>
    dispatch({
      type: 'select',
      cell: { sheet: sheetName, row: cell.row, col: cell.col },
      range: withMerges(range, sheet.merges),
      bring: false,
    });
  const stretch = (row: number, col: number): void => select(rangeBetween(anchor, within(row, col)), anchor);
  const pick = (row: number, col: number, isStretched: boolean): void =>
    isStretched ? stretch(row, col) : go(row, col);
  const lastUsed = { row: Math.max(0, sheet.rowCount - 1), col: Math.max(0, sheet.colCount - 1) };

  const onKey = (event: KeyboardEvent): void => {
    const at = event.shiftKey ? corner : anchor;
    const page = Math.max(1, Math.floor(seen.height / ROW) - 2);
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [at.row - 1, at.col],
      ArrowDown: [at.row + 1, at.col],
      ArrowLeft: [at.row, at.col - 1],
      ArrowRight: [at.row, at.col + 1],
      PageUp: [at.row - page, at.col],
      PageDown: [at.row + page, at.col],
      Home: [event.ctrlKey ? 0 : at.row, 0],
      End: [event.ctrlKey ? index.rows - 1 : at.row, index.cols - 1],
    };
    const move = moves[event.key];
    if (event.altKey || event.metaKey) return;
    if (event.key === 'a' && event.ctrlKey) {
      event.preventDefault();
      select({ top: 0, left: 0, bottom: lastUsed.row, right: lastUsed.col }, { row: 0, col: 0 });
    } else if (event.key === ' ' && event.shiftKey) {
      event.preventDefault();
      select({ ...selected, left: 0, right: lastUsed.col }, { row: anchor.row, col: 0 });
    } else if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      select({ ...selected, top: 0, bottom: lastUsed.row }, { row: 0, col: anchor.col });
    } else if (move) {
      event.preventDefault();
      pick(move[0], move[1], event.shiftKey);
    }
  };

  const firstRow = Math.max(0, Math.floor(seen.top / ROW) - OVERSCAN);
  const lastRow = Math.min(index.rows - 1, Math.ceil((seen.top + seen.height) / ROW) + OVERSCAN);
  let firstCol = 0;
  while (firstCol < index.cols - 1 && (index.edges[firstCol + 1] ?? 0) < seen.left) firstCol++;
  let lastCol = firstCol;
  while (lastCol < index.cols - 1 && (index.edges[lastCol] ?? 0) < seen.left + seen.width) lastCol++;

  const rows: number[] = [];
  for (let row = firstRow; row <= lastRow; row++) rows.push(row);
  if (active && (active.row < firstRow || active.row > lastRow)) rows.push(active.row);
  const cols: number[] = [];
  for (let col = Math.max(0, firstCol - 1); col <= lastCol; col++) cols.push(col);
  if (active && !cols.includes(active.col)) cols.push(active.col);

  const width = HEAD + (index.edges[index.cols] ?? 0);
  const activeCell = active ? index.cell(active.row, active.col) : null;
  const activeMark = active ? marks.get(a1(active.row, active.col)) : undefined;
  return (
    <div style={{ display: 'grid', gridTemplateRows: '1fr auto', minHeight: 0, minWidth: 0 }}>
      <div
        ref={box}
        className="grid"
        role="grid"
        tabIndex={0}
        aria-label={`${book.file}, ${sheetName}`}
        aria-rowcount={index.rows + 1}
        aria-colcount={index.cols + 1}
        aria-readonly="true"
        aria-multiselectable="true"
        aria-activedescendant={active ? `cell-${a1(active.row, active.col)}` : undefined}
        onScroll={measure}
        onKeyDown={onKey}
        onMouseUp={() => {
          dragging.current = false;
        }}
        onMouseLeave={() => {
          dragging.current = false;
        }}
      >
        <div className="canvas" role="rowgroup" style={{ width, height: (index.rows + 1) * ROW }}>
          <div className="head-row" role="row" aria-rowindex={1} style={{ width }}>
            <div className="corner" role="columnheader" aria-colindex={1}>
              <span className="visually-hidden">{t('pane.sheet.rows')}</span>
            </div>
            {cols.map((col) => (
              <div
                key={col}
                role="columnheader"
                aria-colindex={col + 2}
                className={`col-head${sheet.hiddenCols.has(col) ? ' is-hidden-line' : ''}`}
                title={sheet.hiddenCols.has(col) ? t('pane.sheet.hidden-col') : undefined}
                onMouseDown={() =>
                  select({ top: 0, left: col, bottom: lastUsed.row, right: col }, { row: 0, col })
                }
                style={{ top: 0, left: HEAD + (index.edges[col] ?? 0), width: widthOf(index, col, col) }}
              >
                {columnLetters(col)}
              </div>
            ))}
          </div>
          {rows.map((row) => (
            <div
              key={row}
              role="row"
              aria-rowindex={row + 2}
              className="row"
              style={{ top: (row + 1) * ROW, width }}
            >
              <div
                className={`row-head${sheet.hiddenRows.has(row) ? ' is-hidden-line' : ''}`}
                role="rowheader"
                aria-colindex={1}
                title={sheet.hiddenRows.has(row) ? t('pane.sheet.hidden-row') : undefined}
                onMouseDown={() =>
                  select({ top: row, left: 0, bottom: row, right: lastUsed.col }, { row, col: 0 })
                }
              >
                {row + 1}
              </div>
              {cols.map((col) => {
                const merge = index.merge(row, col);
                if (merge && !(merge.top === row && merge.left === col)) return null;
                return (
                  <Cell
                    key={col}
                    index={index}
                    row={row}
                    col={col}
                    merge={merge}
                    text={textOf(index.cell(row, col), showCell)}
                    mark={marks.get(a1(row, col))}
                    isWritten={written.has(a1(row, col))}
                    isActive={active?.row === row && active.col === col}
                    isSelected={active !== null && inRange(selected, row, col)}
                    onPick={(isStretched) => {
                      dragging.current = true;
                      pick(row, col, isStretched);
                    }}
                    onOver={() => {
                      if (dragging.current) stretch(row, col);
                    }}
                  />
                );
              })}
            </div>
          ))}
        </div>
      </div>
      <div className="cell-line">
        {active && state.selection && cellsIn(selected) > 1 ? (
          <span className="selected-range">
            {t('format.selected', { range: formatRange(selected), cells: cellsIn(selected) })}{' '}
          </span>
        ) : null}
        {active ? (
          <>
            <strong>
              {sheetName}!{a1(active.row, active.col)}
            </strong>{' '}
            {activeCell && activeCell.formula !== null ? (
              <code>={activeCell.formula}</code>
            ) : (
              textOf(activeCell, showCell)
            )}{' '}
            <span className="muted">{activeMark ? markText(activeMark, t) : ''}</span>
          </>
        ) : null}
      </div>
    </div>
  );
}

const cellsIn = (range: GridRange): number => (range.bottom - range.top + 1) * (range.right - range.left + 1);

const rangeBetween = (
  a: { readonly row: number; readonly col: number },
  b: { readonly row: number; readonly col: number },
): GridRange => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.col, b.col),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.col, b.col),
});

/** A selection never cuts through a merged cell. */
function withMerges(range: GridRange, merges: readonly GridRange[]): GridRange {
  let found = range;
  for (const merge of merges) {
    const meets =
      merge.top <= found.bottom &&
      merge.bottom >= found.top &&
      merge.left <= found.right &&
      merge.right >= found.left;
    if (!meets) continue;
    found = rangeBetween(
      { row: Math.min(found.top, merge.top), col: Math.min(found.left, merge.left) },
      { row: Math.max(found.bottom, merge.bottom), col: Math.max(found.right, merge.right) },
    );
  }
  return found;
}

const textOf = (cell: GridCell | null, show: (cell: GridCell) => string): string => (cell ? show(cell) : '');

function widthOf(index: SheetIndex, from: number, until: number): number {
  return (index.edges[until + 1] ?? 0) - (index.edges[from] ?? 0);
}

const MEASURE_SIGNS = { volume: '#', clients: 'c', tariff: 't' } as const;

interface CellProps {
  readonly index: SheetIndex;
  readonly row: number;
  readonly col: number;
  readonly merge: GridRange | null;
  readonly text: string;
  readonly mark: CellMark | undefined;
  readonly isWritten: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  onPick(isStretched: boolean): void;
  onOver(): void;
}

function Cell(props: CellProps): ReactElement {
  const { index, row, col, merge, text, mark, isWritten, isActive, isSelected, onPick, onOver } = props;
  const cell = index.cell(row, col);
  const isNumber = cell?.value?.kind === 'number';
  const isFormula = cell !== null && cell.formula !== null;
  const names = ['cell'];
  if (isNumber || cell?.value?.kind === 'boolean') names.push('num');
  if (cell?.bold) names.push('bold');
  if (mark?.role === 'total' || isFormula) names.push('total');
  else if (mark?.phase) names.push(mark.phase);
  if (mark?.role === 'header') names.push('header-mark');
  if (mark?.role === 'ignored') names.push('ignored');
  if (mark?.role === 'kept') names.push('kept');
  if (mark?.corrected) names.push('corrected');
  if (isFormula) names.push('formula');
  if (mark?.planned) names.push('planned');
  if (isWritten) names.push('written');
  if (isSelected && !isActive) names.push('selected');
  if (isActive) names.push('active');
  // A long text runs on over empty neighbours, as in a spreadsheet.
  const spills = cell?.value?.kind === 'text' && !merge && !index.cell(row, col + 1)?.value && !mark?.planned;
  if (spills) names.push('spill');
  return (
    <div
      id={`cell-${a1(row, col)}`}
      role="gridcell"
      aria-colindex={col + 2}
      aria-selected={isSelected}
      data-measure={mark?.measure && mark.measure !== 'amount' ? MEASURE_SIGNS[mark.measure] : undefined}
      aria-colspan={merge ? merge.right - merge.left + 1 : undefined}
      aria-rowspan={merge ? merge.bottom - merge.top + 1 : undefined}
      className={names.join(' ')}
      style={{
        left: HEAD + (index.edges[col] ?? 0),
        width: widthOf(index, col, merge?.right ?? col),
        ...(merge && merge.bottom > merge.top
          ? { height: (merge.bottom - merge.top + 1) * ROW, zIndex: 1 }
          : {}),
      }}
      onMouseDown={(event) => onPick(event.shiftKey)}
      onMouseEnter={onOver}
    >
      {text === '' && isFormula ? 'ƒ' : text}
    </div>
  );
}
