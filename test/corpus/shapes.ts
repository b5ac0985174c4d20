import type { Measure } from '../../src/core/prognosis/layout';
import type { Month } from '../../src/core/values';

/** What a table of a prognosis is laid out along. */
export type Dim = 'domain' | 'location' | 'product' | 'client' | 'period' | 'phase' | 'measure';

export type MonthStyle =
  | 'abbr'
  | 'full'
  | 'upper'
  | 'abbr-year'
  | 'full-year'
  | 'iso'
  | 'numeric'
  | 'date'
  | 'P'
  | 'maand'
  | 'number'
  | 'english'
  | 'misspelt'
  | 'M'
  | 'compact'
  | 'last-day'
  | 'dotted';
export type PeriodKind =
  'month' | 'quarter' | 'half' | 'year' | 'four-weeks' | 'shifted' | 'two-years' | 'actuals-then-quarters';
export type PeriodTotal = 'quarter' | 'half' | 'year' | 'ytd' | 'cumulative' | 'rest';
export type LabelStyle =
  | 'code'
  | 'name'
  | 'code-name'
  | 'name-code'
  | 'columns'
  | 'abbr'
  | 'misspelt'
  | 'own'
  | 'english'
  | 'synonym';
export type Extra =
  | 'percentage'
  | 'budget'
  | 'last-year'
  | 'difference'
  | 'tariff'
  | 'remark'
  | 'dates'
  | 'average'
  | 'unit'
  | 'empty';

/**
 * One layout, described by how its dimensions lie on sheets, blocks, rows and columns and by how things are
 * worded. Everything left out takes the plain form.
 */
export interface Spec {
  readonly id: string;
  /** Another draw of the same dimensions: products, fillings and order differ. Absent in the corpus itself. */
  readonly seed?: string;
  readonly sheets?: readonly Dim[];
  readonly blocks?: readonly Dim[];
  readonly rows: readonly Dim[];
  readonly cols: readonly Dim[];
  readonly domains?: readonly string[];
  readonly products?: number;
  readonly measures?: readonly Measure[];
  /** Amounts are `volume × tariff` formulas. */
  readonly pq?: boolean;
  readonly months?: MonthStyle;
  readonly periods?: PeriodKind;
  /** Totals along the periods. */
  readonly periodTotals?: readonly PeriodTotal[];
  /** Dimensions after which a total stands (rows or columns), and over everything. */
  readonly totals?: readonly (Dim | 'all')[];
  readonly totalsAbove?: boolean;
  readonly totalFormula?: 'sum' | 'subtotal' | 'plus' | 'typed';
  readonly totalWord?: string;
  readonly rowStyle?: 'columns' | 'once' | 'merged' | 'outline' | 'joined';
  readonly colStyle?: 'once' | 'merged' | 'repeated' | 'joined';
  readonly labels?: LabelStyle;
  readonly words?: 'dutch' | 'english' | 'short' | 'odd';
  /** A heading row that only says which months are realised. */
  readonly phaseHead?: 'each' | 'once' | 'merged' | 'in-month';
  readonly blockPlacing?: 'below' | 'beside' | 'beside-lower';
  readonly gaps?: 'rows' | 'columns' | 'both';
  readonly scale?: 'title' | 'heading' | 'cover' | 'domain-title' | 'measure';
  /** Units in which the layout wants volumes, when not those of the product. */
  readonly unit?: 'minutes' | 'hours' | 'days' | 'day-parts';
  readonly unitPlace?: 'column' | 'measure' | 'title';
  readonly contents?: 'empty' | 'zero' | 'old' | 'dash';
  readonly format?: 'euro' | 'plain' | 'accounting';
  readonly protect?: boolean;
  readonly validations?: boolean;
  readonly names?: boolean;
  readonly extras?: readonly Extra[];
  readonly head?: 'none' | 'title' | 'full' | 'logo' | 'cover';
  readonly hidden?: 'lists' | 'copy' | 'rows' | 'columns';
  readonly notes?: 'below' | 'legend' | 'cells' | 'both';
  readonly bare?: boolean;
  /** Rows and columns before everything. */
  readonly offset?: readonly [number, number];
  readonly dateSystem?: '1900' | '1904';
}

export interface Meaning {
  readonly product: string;
  readonly domain: string;
  readonly measure: Measure;
  readonly from: Month;
  readonly until: Month;
  readonly phase: 'actual' | 'forecast' | 'any';
  readonly scale: 1 | 1000;
  readonly unit: string | null;
  readonly client: string | null;
  readonly location: string | null;
}

export type TruthRole = 'input' | 'total' | 'formula' | 'other';

/** What a cell of a corpus workbook really is; cells without an entry are headings, labels and notes. */
export interface Truth {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly role: TruthRole;
  readonly meaning: Meaning | null;
}
