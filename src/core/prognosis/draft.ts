import { monthOf } from '../values/date';
import type { Measure, PeriodSpan, Slot } from './layout';
import type { PeriodPhrase } from './period-phrase';
import type { Phase } from './phrases';
import type { Table } from './table-facts';

/** A cell with its meaning before it is known whether it is an input or a total. */
export interface Draft {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
  readonly measure: Measure;
  readonly label: string;
  readonly product: string | null;
  readonly period: PeriodSpan;
  readonly domain: string | null;
  phase: Phase | null;
  readonly scale: 1 | 1000;
  readonly client: string | null;
  readonly unit: string | null;
  location: string | null;
  /** What tells that it is an amount, a volume, clients or a tariff. */
  readonly measureFrom: 'words' | 'format' | 'nothing';
  /** Too uncertain to fill before the user has said what it is. */
  readonly asked: boolean;
  readonly table: number;
  readonly rowTotal: boolean;
  readonly colTotal: boolean;
  readonly hasProduct: boolean;
  readonly formula: string | null;
  isTotal: boolean;
  role: Slot['role'];
  /** Its number among the slots; -1 as long as it is none. */
  slot: number;
  /** The drafts that its formula adds up, when it does nothing else. */
  sources: readonly Draft[] | null;
  over: number[] | null;
}

/** A table and the index of its sheet. */
export interface TablePlace {
  readonly table: Table;
  readonly sheet: number;
}

const SPANS = new Map<number, PeriodSpan>();

/** The months of a year that a period stands for: the same object for the same months. */
export function spanOf(period: PeriodPhrase, year: number): PeriodSpan {
  const key = (year * 100 + period.from) * 100 + period.until;
  let known = SPANS.get(key);
  if (!known) {
    known = { from: monthOf(year, period.from), until: monthOf(year, period.until) };
    SPANS.set(key, known);
  }
  return known;
}

/** Whether the inner period lies within the outer one. */
export const contains = (outer: PeriodSpan, inner: PeriodSpan): boolean =>
  outer.from <= inner.from && outer.until >= inner.until;

/** Whether the outer period holds the inner one and more. */
export const isWider = (outer: PeriodSpan, inner: PeriodSpan): boolean =>
  contains(outer, inner) && (outer.from !== inner.from || outer.until !== inner.until);
