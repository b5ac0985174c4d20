import { useCallback, useLayoutEffect, useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { overviewTotals, type NumberedRow, type OverviewColumn } from '../../core';
import { useInSight } from '../in-sight';
import { usePane } from '../context';
import { COLUMNS, LIST_WIDTH, showCell } from './columns';
import { shownRows } from './desk-state';
import { ListFilter } from './ListFilter';
import { useDeskWords } from './words';

const HEAD = 46;
const ROW = 40;
/** On a narrow screen a row is a card of so many lines. */
const CARD = 186;
const NARROW = 620;
const OVERSCAN = 6;

/** What a card shows; the rest is in the submission itself. */
const ON_CARD: readonly OverviewColumn[] = ['total', 'ceiling', 'overrun', 'region', 'change'];

/** All submissions, a row each; only the rows in sight are drawn, so that hundreds scroll as well as ten. */
export function SubmissionList(): ReactElement {
  const { state, dispatch } = usePane();
  const { d, tell, language } = useDeskWords();
  const { desk } = state;
  const { box, seen, measure } = useInSight();
  const { run, filter, order, active } = desk;
  const rows = useMemo(() => shownRows({ ...desk, run, filter, order }), [run, filter, order]);
  const totals = useMemo(() => overviewTotals(rows.map(({ row }) => row)), [rows]);
  const say = useCallback((code: string) => tell({ code, facts: {} }), [tell]);

  const isNarrow = seen.width < NARROW;
  const height = isNarrow ? CARD : ROW;
  const head = isNarrow ? 0 : HEAD;
  const at = Math.max(
    0,
    rows.findIndex(({ index }) => index === active),
  );
  // The row with the keyboard's attention is brought into sight, clear of headings and totals.
  const moved = useRef(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !moved.current) return;
    moved.current = false;
    const top = head + at * height;
    if (top - head < element.scrollTop) element.scrollTop = top - head;
    else if (top + 2 * height > element.scrollTop + element.clientHeight)
      element.scrollTop = top + 2 * height - element.clientHeight;
  }, [at, height, head]);

  const go = (to: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!row) return;
    moved.current = true;
    dispatch({ type: 'desk', event: { what: 'active', index: row.index } });
  };
  const choose = (index: number): void => dispatch({ type: 'desk', event: { what: 'choose', index } });
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(seen.height / height) - 2);
    const moves: Readonly<Record<string, number>> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      PageUp: at - page,
      PageDown: at + page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = moves[event.key];
    const row = rows[at];
    if (to !== undefined) go(to);
    else if ((event.key === 'Enter' || event.key === ' ') && row) choose(row.index);
    else return;
    event.preventDefault();
  };

  const first = Math.max(0, Math.floor((seen.top - head) / height) - OVERSCAN);
  const last = Math.min(rows.length - 1, Math.ceil((seen.top + seen.height) / height) + OVERSCAN);
  const drawn: number[] = [];
  for (let index = first; index <= last; index++) drawn.push(index);
  if (rows.length > 0 && (at < first || at > last)) drawn.push(at);
  const width = isNarrow ? undefined : LIST_WIDTH;
  const activeRow = rows[at];

  return (
    <section className="submissions" aria-label={d('submissions.list')}>
      <ListFilter shown={rows.length} hasHeadings={!isNarrow} />
      <div
        ref={box}
        className={isNarrow ? 'list is-narrow' : 'list'}
        role="grid"
        tabIndex={0}
        aria-label={`${d('submissions.list')}. ${d('submissions.list.how')}`}
        aria-rowcount={rows.length + 2}
        aria-colcount={COLUMNS.length}
        aria-readonly="true"
        aria-activedescendant={activeRow ? `submission-${activeRow.index}` : undefined}
        onScroll={measure}
        onKeyDown={onKey}
      >
        <div className="list-body" role="rowgroup" style={{ width, height: head + rows.length * height }}>
          <HeadRow isHidden={isNarrow} />
          {drawn.map((position) => {
            const one = rows[position];
            if (!one) return null;
            return (
              <Row
                key={one.index}
                one={one}
                position={position}
                top={head + position * height}
                height={height}
                isNarrow={isNarrow}
                isActive={position === at}
                isChosen={one.index === desk.chosen}
                onChoose={choose}
              />
            );
          })}
        </div>
        {rows.length === 0 ? <p className="empty">{d('submissions.list.none')}</p> : null}
        <div className="list-foot" role="rowgroup" style={{ width }}>
          <div role="row" aria-rowindex={rows.length + 2} className="list-row">
            {COLUMNS.map(({ column, width: wide, isNumber }) => {
              const isWord = column === 'state' || column === 'review' || column === 'chance';
              const shown =
                column === 'provider'
                  ? { text: d('submissions.totals'), look: 'strong' }
                  : isWord
                    ? { text: '', look: '' }
                    : showCell(totals, column, language, say);
              const isLeft = isNarrow && (isWord || !['provider', 'total', 'overrun'].includes(column));
              return (
                <div
                  key={column}
                  role="gridcell"
                  className={`list-cell ${isNumber ? 'num' : ''} ${shown.look} ${isLeft ? 'visually-hidden' : ''}`}
                  style={isNarrow ? undefined : { width: wide }}
                >
                  {isNarrow && column !== 'provider' && shown.text !== '' ? (
                    <span className="label">{say(`submissions.column.${column}`)} </span>
                  ) : null}
                  {shown.text}
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </section>
  );
}

function HeadRow({ isHidden }: { readonly isHidden: boolean }): ReactElement {
  const { state, dispatch } = usePane();
  const { tell } = useDeskWords();
  const { order } = state.desk;
  const sort = (column: OverviewColumn): void => {
    // Names first from the beginning, figures first from the largest; then the other way; then not at all.
    const start = column !== 'provider';
    const next =
      order?.column !== column
        ? { column, descending: start }
        : order.descending === start
          ? { column, descending: !start }
          : null;
    dispatch({ type: 'desk', event: { what: 'order', order: next } });
  };
  return (
    <div role="row" aria-rowindex={1} className={isHidden ? 'visually-hidden' : 'list-head'}>
      {COLUMNS.map(({ column, width, isNumber }) => {
        const isSorted = order?.column === column;
        const label = tell({ code: `submissions.column.${column}`, facts: {} });
        return (
          <div
            key={column}
            role="columnheader"
            aria-sort={isSorted ? (order.descending ? 'descending' : 'ascending') : 'none'}
            className={isNumber ? 'list-cell num' : 'list-cell'}
            style={{ width }}
          >
            {isHidden ? (
              label
            ) : (
              <button type="button" className="plain" onClick={() => sort(column)}>
                {label}
                <span aria-hidden="true">{isSorted ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}

function Row({
  one: { row, index },
  position,
  top,
  height,
  isNarrow,
  isActive,
  isChosen,
  onChoose,
}: {
  readonly one: NumberedRow;
  readonly position: number;
  readonly top: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  onChoose(index: number): void;
}): ReactElement {
  const { tell, language } = useDeskWords();
  const say = (code: string): string => tell({ code, facts: {} });
  return (
    <div
      id={`submission-${index}`}
      role="row"
      aria-rowindex={position + 2}
      aria-selected={isChosen}
      className={`list-row ${isActive ? 'is-active' : ''} ${isChosen ? 'is-chosen' : ''} is-${row.state}`}
      style={{
        position: 'absolute',
        top,
        height,
        ...(isNarrow ? { left: 0, right: 0 } : { width: LIST_WIDTH }),
      }}
      onClick={() => onChoose(index)}
    >
      {COLUMNS.map(({ column, width, isNumber }) => {
        const shown = showCell(row, column, language, say);
        const isCount = ['violations', 'warnings', 'notices'].includes(column);
        const isUnknown = isNarrow && row.state !== 'checked' && (isNumber || column === 'review');
        const isOn = column === 'provider' || column === 'state' || isCount || ON_CARD.includes(column);
        const isLeft = isNarrow && (!isOn || isUnknown);
        return (
          <div
            key={column}
            role="gridcell"
            className={`list-cell at-${column} ${isNumber ? 'num' : ''} ${shown.look} ${isLeft ? 'visually-hidden' : ''}`}
            style={isNarrow ? undefined : { width }}
          >
            {column === 'provider' ? (
              <>
                <span className="strong">
                  {row.provider === '' ? say('desk.provider-unknown') : row.provider}
                </span>
                <span className="muted small">{row.file ?? ''}</span>
              </>
            ) : (
              <>
                {isNarrow && column !== 'state' ? (
                  <span className="label">{say(`submissions.column.${column}`)} </span>
                ) : null}
                {shown.text}
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}
