import { monthOf, type Month } from '../values/date';
import type { Measure, PeriodSpan, Slot } from './layout';
import type { PeriodPhrase } from './period-phrase';
import type { Phase } from './phrases';
import type { Table } from './table-facts';

/** A cell with its meaning before it is known whether it is an input or a total. */
export interface Draft {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
  measure: Measure;
  readonly label: string;
  readonly product: string | null;
  readonly period: PeriodSpan;
  readonly domain: string | null;
  phase: Phase | null;
  readonly scale: 1 | 1000;
  readonly client: string | null;
  readonly unit: string | null;
  location: string | null;
  readonly table: number;
  readonly rowTotal: boolean;
  readonly colTotal: boolean;
  readonly hasProduct: boolean;
  readonly formula: string | null;
  over: number[] | null;
}

/** A draft that turned out to be no total. */
export type DraftSlot = Draft & { role: Slot['role'] };

/** A table and the index of its sheet. */
export interface TablePlace {
  readonly table: Table;
  readonly sheet: number;
}

const MONTH_CACHE = new Map<number, Month>();

function monthAt(year: number, month: number): Month {
  const key = year * 100 + month;
  let known = MONTH_CACHE.get(key);
  if (known === undefined) {
    known = monthOf(year, month);
    MONTH_CACHE.set(key, known);
  }
  return known;
}

/** The months of a year that a period stands for. */
export const spanOf = (period: PeriodPhrase, year: number): PeriodSpan => ({
  from: monthAt(year, period.from),
  until: monthAt(year, period.until),
});

/** Whether the inner period lies within the outer one. */
export const contains = (outer: PeriodSpan, inner: PeriodSpan): boolean =>
  outer.from <= inner.from && outer.until >= inner.until;

/** Whether the outer period holds the inner one and more. */
export const isWider = (outer: PeriodSpan, inner: PeriodSpan): boolean =>
  contains(outer, inner) && (outer.from !== inner.from || outer.until !== inner.until);
