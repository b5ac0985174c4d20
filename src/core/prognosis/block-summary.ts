import type { Message } from '../values/message';
import type { Draft } from './draft';
import { groupCells } from './cell-groups';
import { formatRange, type DefinedName } from './grid';
import type { BlockSummary, PeriodSpan, ProductMatch } from './layout';
import type { ColumnHead, RowFacts, Table } from './table-facts';

/** The labels of a table with the product each was matched to, once per label. */
export function productMatches(table: Table, sheet: string, own: readonly Draft[]): ProductMatch[] {
  const matches: ProductMatch[] = [];
  const rows = new Set(own.map((draft) => draft.row));
  const cols = new Set(own.map((draft) => draft.col));
  const seen = new Set<string>();
  const add = (
    row: number,
    col: number,
    label: string,
    source: RowFacts['product'] | ColumnHead['product'],
  ): void => {
    const key = `${label}|${source?.product ?? ''}`;
    if (!source || seen.has(key)) return;
    seen.add(key);
    matches.push({
      sheet,
      row,
      col,
      label,
      product: source.product,
      how: source.how,
      confidence: source.confidence,
      candidates: source.candidates,
    });
  };
  for (const row of table.rows)
    if (rows.has(row.row) && !row.total) add(row.row, row.labelCol, row.label, row.product);
  for (const head of table.heads)
    if (cols.has(head.col)) add(table.bandBottom, head.col, head.productLabel, head.product);
  return matches;
}

/** A table in a few words for the user, with the evidence and how certain it is. */
export function summarise(
  table: Table,
  own: readonly Draft[],
  sums: readonly Draft[],
  matches: readonly ProductMatch[],
  measureAssumed: boolean,
  scaleSource: Message | null,
  names: readonly DefinedName[] = [],
): BlockSummary {
  const evidence: Message[] = [];
  const known = matches.filter((match) => match.product !== null);
  // Equal periods are one object.
  const periods = new Set<PeriodSpan>();
  for (const { measure, period } of own) if (measure !== 'tariff') periods.add(period);
  const orientation: BlockSummary['orientation'] = table.hasColumnPeriods
    ? 'months-right'
    : table.hasRowPeriods && table.rows.some((row) => row.product !== null)
      ? 'long-list'
      : table.hasRowPeriods
        ? 'months-down'
        : 'months-right';
  evidence.push({
    code: 'prognosis.evidence-periods',
    facts: {
      count: periods.size,
      where: table.hasColumnPeriods ? 'columns' : table.hasRowPeriods ? 'rows' : 'title',
    },
  });
  evidence.push({
    code: 'prognosis.evidence-products',
    facts: { known: known.length, count: matches.length },
  });
  const formulaTotals = sums.filter((sum) => sum.formula !== null && (sum.over ?? []).length > 0).length;
  if (formulaTotals > 0)
    evidence.push({ code: 'prognosis.evidence-formulas', facts: { count: formulaTotals } });
  if (scaleSource) evidence.push(scaleSource);
  const certainty =
    known.length === 0
      ? 0
      : known.reduce((sum, match) => sum + match.confidence, 0) / Math.max(1, matches.length);
  const months = periods.size >= 12 ? 1 : periods.size >= 4 ? 0.9 : periods.size >= 2 ? 0.75 : 0.5;
  let confidence =
    0.45 * certainty + 0.35 * months + (formulaTotals > 0 ? 0.1 : 0.05) + (measureAssumed ? 0 : 0.1);
  confidence = Math.min(1, Math.round(confidence * 100) / 100);
  const domains = new Set(own.map((slot) => slot.domain));
  let [left, right, last] = [Number.MAX_SAFE_INTEGER, 0, 0];
  for (const drafts of [own, sums]) {
    for (const { row, col } of drafts) {
      if (col < left) left = col;
      if (col > right) right = col;
      if (row > last) last = row;
    }
  }
  const labelCols = [...table.labels.keys()];
  const min = (values: readonly number[]): number =>
    values.reduce((a, b) => Math.min(a, b), Number.MAX_SAFE_INTEGER);
  return {
    sheet: table.view.name,
    range: formatRange({
      top: table.bandTop,
      left: Math.min(left, min(labelCols)),
      bottom: last,
      right,
    }),
    orientation,
    domain: domains.size === 1 ? ([...domains][0] ?? null) : null,
    measures: [...new Set(own.map((slot) => slot.measure))],
    scale: own.some((slot) => slot.scale === 1000) ? 1000 : 1,
    products: new Set(matches.map((match) => match.product ?? match.label)).size,
    periods: periods.size,
    confidence,
    evidence,
    groups: groupCells(own, { view: table.view, names, matches }),
    headerRows: [table.bandTop, table.bandBottom],
    labelColumns: labelCols,
  };
}
