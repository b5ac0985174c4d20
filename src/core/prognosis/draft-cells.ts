import type { Message } from '../values/message';
import { spanOf, type Draft } from './draft';
import { measureByFormulas } from './formula-measure';
import { inRange, type GridCell } from './grid';
import type { DetectionContext, Measure } from './layout';
import type { PeriodPhrase } from './period-phrase';
import type { SheetView } from './sheet-view';
import type { Lexicon, Table } from './table-facts';

/** What holds for a table from outside it. */
export interface TableContext {
  readonly lexicon: Lexicon;
  readonly context: DetectionContext;
  readonly stated: number | null;
  readonly coverScale: 1 | 1000 | null;
  readonly coverDomain: string | null;
  readonly headerDomain: string | null;
  readonly titlePhase: boolean;
  readonly pivots: SheetView['grid']['pivots'];
}

/** What drafting a table found besides its cells. */
export interface TableNote {
  readonly measureAssumed: boolean;
  readonly foreign: boolean;
  readonly otherYears: ReadonlySet<number>;
  readonly scaleSource: Message | null;
  /** Not drafted: its periods are no months. */
  readonly isFourWeekly: boolean;
  /** Not drafted: its months are of years that nothing names. */
  readonly lacksYears: boolean;
}

/** Adds a draft for every cell of a table that has a product or is a total: which measure, period, phase and scale. */
export function draftTable(
  drafts: Draft[],
  table: Table,
  sheet: number,
  index: number,
  given: TableContext,
): TableNote {
  const { context } = given;
  const otherYears = new Set<number>();
  let foreign = table.title.foreign;
  let measureAssumed = false;
  const evidence =
    measureByFormulas(table) ??
    formatEvidence(table) ??
    (isAboutMoney(table, given.coverScale) ? 'amount' : null);
  const baseYear = table.title.year ?? given.stated ?? context.year;
  const productColumns = table.heads.some(
    (head) => (head.product?.product ?? null) !== null || (head.product !== null && !hasProductLabels(table)),
  );
  const anyMeasure =
    table.heads.some((head) => head.measure === 'amount' || head.measure === 'volume') ||
    table.rows.some((row) => row.measure !== null);
  // Beside units or tariffs, figures that nothing calls amounts may as well be volumes.
  const countsUnits =
    table.heads.some((head) => head.measure === 'tariff') || [...table.labels.values()].includes('unit');
  const bigTitleScale = table.title.scale ?? given.coverScale;
  // Where rows or columns say which phase they are, what says none (a quarter total) is not of the title's.
  const saysPhases =
    table.heads.some((head) => head.phase !== null) || table.rows.some((row) => row.phase !== null);
  const titlePhase = given.titlePhase && !saysPhases ? table.title.phase : null;
  const { isFourWeekly, lacksYears } = table;
  if (table.title.foreign || isFourWeekly || lacksYears)
    return { measureAssumed, foreign, otherYears, scaleSource: null, isFourWeekly, lacksYears };
  const hasPeriods =
    table.hasColumnPeriods || table.hasRowPeriods || table.rows.some((row) => row.period !== null);
  for (const row of table.rows) {
    if (row.group) continue;
    if (row.foreign) {
      foreign = true;
      continue;
    }
    for (const head of table.heads) {
      if (head.foreign) continue;
      if (table.view.isCovered(row.row, head.col)) continue;
      if (given.pivots.some((pivot) => inRange(pivot, row.row, head.col))) continue;
      const cell = table.view.at(row.row, head.col);
      const product = row.product ?? (productColumns ? head.product : null);
      const isTotal =
        row.total ||
        head.total ||
        (productColumns &&
          head.product === null &&
          row.product === null &&
          !head.total &&
          head.measure !== null);
      const hasProduct = product !== null;
      if (!hasProduct && !isTotal) continue;
      const measure =
        row.measure ?? (head.measure === 'tariff' ? 'tariff' : head.measure) ?? table.title.measure;
      let colTotal = head.total;
      let period: PeriodPhrase | null = head.period;
      if (period && row.period && period.kind === 'year')
        period = { ...row.period, year: period.year ?? row.period.year };
      period ??= row.period;
      if (period?.kind === 'year' && hasPeriods && head.period?.kind === 'year' && !row.period)
        colTotal = true;
      let isYearWide = false;
      if (!period) {
        if (hasPeriods) {
          // In a table of months a column without a month is a tariff, or adds up the year.
          if (head.measure === 'tariff' || row.measure === 'tariff') isYearWide = true;
          else if (head.total || row.total || head.measure !== null || head.phase !== null)
            colTotal = colTotal || !row.total || head.total;
          else continue;
        } else if (table.title.period && head.measure !== 'tariff') period = table.title.period;
        else if (
          head.measure === null &&
          row.measure === null &&
          head.phase === null &&
          head.total === false &&
          !(productColumns && hasProduct)
        )
          continue;
        else isYearWide = true;
        period ??= { from: 1, until: 12, year: null, kind: 'year' };
      }
      const year = period.year ?? head.year ?? row.year ?? baseYear;
      if (year !== context.year) otherYears.add(year);
      if (year !== context.year && (given.stated === context.year || hasContextYear(table, context.year)))
        continue;
      let sure = measure;
      const measureFrom = measure !== null ? 'words' : evidence !== null ? 'format' : 'nothing';
      if (sure === null) {
        sure = evidence;
        if (sure === null) {
          sure = 'amount';
          if (!anyMeasure) measureAssumed = true;
        }
      }
      // A heading with nothing but a month beside real measures: the year's other columns say what it is.
      const scale = row.scale ?? head.scale ?? bigTitleScale ?? 1;
      drafts.push({
        sheet,
        row: row.row,
        col: head.col,
        measure: sure,
        label: row.product === null && product !== null ? head.productLabel : row.label,
        product: product?.product ?? null,
        period: spanOf(period, year),
        domain: row.domain ?? head.domain ?? given.headerDomain ?? table.title.domain ?? given.coverDomain,
        phase: row.phase ?? head.phase ?? titlePhase,
        scale: sure === 'amount' && scale === 1000 && !showsThousands(cell, table) ? 1000 : 1,
        client: row.client,
        unit: row.unit ?? head.unit,
        measureFrom,
        asked: measureFrom === 'nothing' && !anyMeasure && countsUnits,
        location: row.location ?? head.location ?? table.title.location,
        table: index,
        rowTotal:
          row.total || (productColumns && row.product === null && head.product === null && !row.total),
        colTotal: colTotal || (isTotal && !row.total),
        hasProduct,
        formula: cell?.formula ?? null,
        isTotal: false,
        role: 'input',
        slot: -1,
        sources: null,
        over: null,
      });
      void isYearWide;
    }
  }
  const scaleSource: Message | null =
    bigTitleScale === 1000 ? { code: 'prognosis.evidence-thousands', facts: {} } : null;
  return { measureAssumed, foreign, otherYears, scaleSource, isFourWeekly, lacksYears };
}

/**
 * Whether a table without a word for its measure can only hold amounts: a scale in euro is stated, a ceiling or
 * budget in euro stands beside it, or a total adds up products that are counted in different units.
 */
function isAboutMoney(table: Table, coverScale: 1 | 1000 | null): boolean {
  if (table.title.scale !== null || coverScale !== null) return true;
  if (table.heads.some((head) => head.foreign && /plafond|budget|begrot|ceiling/i.test(head.texts.join(' '))))
    return true;
  const units = new Set(table.rows.flatMap((row) => (row.total || row.unit === null ? [] : [row.unit])));
  return units.size > 1 && table.rows.some((row) => row.total && row.product === null);
}

const hasProductLabels = (table: Table): boolean => table.rows.some((row) => row.product !== null);

function hasContextYear(table: Table, year: number): boolean {
  return (
    table.heads.some((head) => head.period?.year === year || head.year === year) ||
    table.rows.some((row) => row.period?.year === year || row.year === year)
  );
}

/** A format that leaves out thousands (`#,##0,`) shows whole euros as thousands: the cell holds euros. */
function showsThousands(cell: GridCell | undefined, table: Table): boolean {
  const format = cell?.format ?? null;
  void table;
  return format !== null && /[0#],+(?:[^0-9#.]|$)/.test(format.replace(/"[^"]*"/g, ''));
}

/** The measure that number formats point to. */
function formatEvidence(table: Table): Measure | null {
  if (!table.view.hasFormats) return null;
  let money = 0;
  let other = 0;
  for (const row of table.rows) {
    for (const head of table.heads) {
      const format = table.view.at(row.row, head.col)?.format;
      if (format === null || format === undefined) continue;
      if (/€|eur|_-\[\$|\[\$[€]/i.test(format)) money += 1;
      else if (/0/.test(format)) other += 1;
    }
    if (money + other > 200) break;
  }
  return money > 0 && money * 2 >= other ? 'amount' : null;
}
