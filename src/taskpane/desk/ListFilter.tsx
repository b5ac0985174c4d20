import type { ReactElement } from 'react';
import {
  domainsOnDesk,
  EVERYTHING,
  RECEIVED_STATES,
  REVIEW_STATUSES,
  SEVERITIES,
  type OverviewColumn,
  type OverviewFilter,
} from '../../core';
import { usePane } from '../context';
import { COLUMNS } from './columns';
import { useDeskWords } from './words';

/** What of the list is shown, and in which order. */
export function ListFilter({
  shown,
  hasHeadings,
}: {
  readonly shown: number;
  /** The headings of the columns sort; else there is a choice here. */
  readonly hasHeadings: boolean;
}): ReactElement {
  const { state, dispatch } = usePane();
  const { d, tell } = useDeskWords();
  const { filter, order, run } = state.desk;
  const providers = run?.providers ?? [];
  const change = (part: Partial<OverviewFilter>): void =>
    dispatch({ type: 'desk', event: { what: 'filter', change: part } });
  const say = (code: string): string => tell({ code, facts: {} });
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(EVERYTHING);
  return (
    <div className="list-filter" role="group" aria-label={d('submissions.filter')}>
      <label>
        <span>{d('submissions.filter.text')}</span>
        <input type="search" value={filter.text} onChange={(event) => change({ text: event.target.value })} />
      </label>
      <Choice
        label={d('submissions.filter.severity')}
        value={filter.severity}
        options={SEVERITIES.map((one) => [one, say(`submissions.filter.${one}`)])}
        onChange={(severity) => change({ severity })}
      />
      <Choice
        label={d('submissions.filter.domain')}
        value={filter.domain}
        options={domainsOnDesk(providers).map((one) => [one, one])}
        onChange={(domain) => change({ domain })}
      />
      <Choice
        label={d('submissions.filter.state')}
        value={filter.state}
        options={RECEIVED_STATES.map((one) => [one, say(`desk.state.${one}`)])}
        onChange={(received) => change({ state: received })}
      />
      <Choice
        label={d('submissions.filter.review')}
        value={filter.review}
        options={REVIEW_STATUSES.map((one) => [one, say(`desk.review.${one}`)])}
        onChange={(review) => change({ review })}
      />
      {hasHeadings ? null : (
        <>
          <Choice
            label={d('submissions.sort')}
            none={d('submissions.sort.none')}
            value={order?.column ?? null}
            options={COLUMNS.map(({ column }) => [column, say(`submissions.column.${column}`)])}
            onChange={(column: OverviewColumn | null) =>
              dispatch({
                type: 'desk',
                event: {
                  what: 'order',
                  order: column && { column, descending: order?.descending ?? column !== 'provider' },
                },
              })
            }
          />
          {order ? (
            <button
              type="button"
              className="link"
              onClick={() =>
                dispatch({
                  type: 'desk',
                  event: { what: 'order', order: { ...order, descending: !order.descending } },
                })
              }
            >
              {d(order.descending ? 'submissions.sort.down' : 'submissions.sort.up')}
            </button>
          ) : null}
        </>
      )}
      <span className="shown" role="status">
        {d('submissions.shown', { shown, all: providers.length })}
        {filter.domain === null ? '' : ` ${d('submissions.domain-note', { domain: filter.domain })}`}
      </span>
      {isFiltered ? (
        <button type="button" className="link" onClick={() => change(EVERYTHING)}>
          {d('submissions.filter.clear')}
        </button>
      ) : null}
    </div>
  );
}

function Choice<T extends string>({
  label,
  none,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly none?: string;
  readonly value: T | null;
  readonly options: readonly (readonly [value: T, text: string])[];
  onChange(value: T | null): void;
}): ReactElement {
  const { d } = useDeskWords();
  return (
    <label>
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={(event) => onChange(options.find(([one]) => one === event.target.value)?.[0] ?? null)}
      >
        <option value="">{none ?? d('submissions.filter.all')}</option>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
