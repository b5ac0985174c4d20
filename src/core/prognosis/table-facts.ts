import type { DomainIndex } from './domains';
import type { GridCell } from './grid';
import type { Measure } from './layout';
import type { PeriodPhrase } from './period-phrase';
import type { Field } from './phrase-words';
import type { Phase, Phrase } from './phrases';
import type { ProductFinding, ProductIndex } from './products';
import type { SheetView } from './sheet-view';

/** What recognition knows beforehand, ready for look-up. */
export interface Lexicon {
  readonly products: ProductIndex;
  readonly domains: DomainIndex;
  readonly year: number;
}

/** What a heading, a label or a title adds to the cells it stands for. */
export interface Facts {
  period: PeriodPhrase | null;
  year: number | null;
  phase: Phase | null;
  measure: Measure | null;
  scale: 1 | 1000 | null;
  domain: string | null;
  unit: string | null;
  /** Location, municipality or team, as worded. */
  location: string | null;
  total: boolean;
  foreign: boolean;
}

export interface ColumnHead extends Facts {
  readonly col: number;
  /** Heading texts from top to bottom, own and inherited. */
  readonly texts: readonly string[];
  readonly field: Field | null;
  /** Columns that have a heading cell of their own. */
  readonly own: boolean;
  product: ProductFinding | null;
  productLabel: string;
}

export type LabelKind =
  | 'product'
  | 'unit'
  | 'client'
  | 'domain'
  | 'period'
  | 'year'
  | 'status'
  | 'location'
  | 'measure'
  | 'ignored';

export interface RowFacts extends Facts {
  readonly row: number;
  readonly label: string;
  readonly labelCol: number;
  readonly product: ProductFinding | null;
  readonly client: string | null;
  /** Heads the rows below it: has no cells of its own. */
  group: boolean;
}

export interface Table {
  readonly view: SheetView;
  readonly bandTop: number;
  readonly bandBottom: number;
  readonly bodyBottom: number;
  readonly heads: readonly ColumnHead[];
  readonly labels: ReadonlyMap<number, LabelKind>;
  readonly title: Facts;
  readonly titleTexts: readonly string[];
  readonly rows: readonly RowFacts[];
  readonly hasColumnPeriods: boolean;
  readonly hasRowPeriods: boolean;
  /** Its months go on after December and nothing says of which years they are. */
  readonly lacksYears: boolean;
  /** Its periods are four weeks long, thirteen to the year. */
  readonly isFourWeekly: boolean;
}

/** Nothing said yet. */
export const noFacts = (): Facts => ({
  period: null,
  year: null,
  phase: null,
  measure: null,
  scale: null,
  domain: null,
  unit: null,
  location: null,
  total: false,
  foreign: false,
});

/** A cell with what it says on its own. */
export interface Annotated {
  readonly cell: GridCell;
  readonly phrase: Phrase | null;
  readonly period: PeriodPhrase | null;
  readonly isYear: boolean;
}

/** Whether a text names a location: `Gemeente Zutphen`, `Locatie Zuid`. */
export const isLocationText = (text: string): boolean =>
  /^\s*(?:gemeente|gem\.|locatie|vestiging|location|municipality|team|regio|afdeling)\s*:?\s+\p{L}/iu.test(
    text,
  );

/** Adds what a cell or a text says to what is known: the narrower period stays, later words replace earlier ones. */
export function mergeFacts(
  into: Facts,
  phrase: Phrase | null,
  item: Annotated | null,
  lexicon: Lexicon,
): void {
  if (item?.isYear) {
    const year = item.cell.value?.kind === 'number' ? item.cell.value.value : Number(phrase?.text ?? 0);
    into.year = year;
    into.period ??= { from: 1, until: 12, year, kind: 'year' };
    return;
  }
  const period = item?.period ?? phrase?.period ?? null;
  if (period) {
    const old = into.period;
    // `Realisatie 2022` below a month of 2023: beside the months of that year, not one of them.
    const isOtherYear = old !== null && period.year !== null && old.year !== null && period.year !== old.year;
    const narrower = !old || isOtherYear || period.until - period.from <= old.until - old.from;
    if (narrower) into.period = { ...period, year: period.year ?? old?.year ?? into.year };
    if (period.year !== null) into.year = period.year;
  } else if (phrase && phrase.years.length === 1) into.year = phrase.years[0] ?? into.year;
  if (!phrase) return;
  if (phrase.phase) into.phase = phrase.phase;
  if (phrase.measure) into.measure = phrase.measure;
  if (phrase.scale) into.scale = phrase.scale;
  if (phrase.unit) into.unit = phrase.unit;
  if (isLocationText(phrase.text)) into.location = phrase.text;
  if (phrase.total) into.total = true;
  if (phrase.foreign) into.foreign = true;
  if (phrase.rest.length > 0 || phrase.measure === null) {
    into.domain = lexicon.domains.mentioned(phrase.text) ?? into.domain;
  }
}
