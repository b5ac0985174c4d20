import { AnnotatedSheet } from './annotated-sheet';
import { placeBookYear } from './book-year';
import { nameHead, pairQuantities, readHeads } from './column-heads';
import { findBands, type Band } from './heading-bands';
import { splitBeside } from './side-by-side';
import { columnStats, isScaleOnly, labelKind, type ColumnStats } from './label-columns';
import { isInstructionName } from './phrases';
import type { SheetView } from './sheet-view';
import { normaliseLabel } from './text';
import type { ColumnHead, LabelKind, Lexicon, Table } from './table-facts';
import { readRows } from './table-rows';
import {
  cornerMeasure,
  cornerProduct,
  cornerTexts,
  isAboutClients,
  sheetWide,
  titleFacts,
  titleProduct,
  titlesAbove,
} from './titles';

/**
 * All tables of a sheet: headings, label columns and rows with what they say.
 * @param extra texts that hold for the whole sheet (its name, the workbook's cover).
 */
export function findTables(view: SheetView, lexicon: Lexicon): Table[] {
  const sheet = new AnnotatedSheet(view, lexicon);
  const bands = findBands(sheet);
  const parts = splitBeside(sheet, bands);
  if (parts === null) return tablesOf(sheet, bands, []);
  return parts.flatMap((part) => tablesOf(part.sheet, part.bands, part.titles));
}

function tablesOf(sheet: AnnotatedSheet, bands: readonly Band[], above: readonly string[]): Table[] {
  const { view, lexicon } = sheet;
  const tables: Table[] = [];
  const lastRow = sheet.order[sheet.order.length - 1] ?? -1;
  let carried: string[] = [...above];
  const spread = new Map<string, readonly PlacedText[]>();
  bands.forEach((band, index) => {
    const next = bands[index + 1];
    const bodyTop = band.bottom + 1;
    let bodyBottom = next
      ? next.top - 1
      : Math.max(lastRow, ...view.grid.tables.map((table) => table.range.bottom), bodyTop - 1);
    // Titles right above the next heading belong to the next table.
    let nextTitles: string[] = [];
    if (next) {
      const found = titlesAbove(sheet, next.top, bodyTop);
      nextTitles = found.texts;
      bodyBottom = found.bodyBottom;
    }
    if (index === 0) {
      for (const row of sheet.order) {
        if (row >= band.top) break;
        const items = sheet.rows.get(row) ?? [];
        const texts = items.map((item) => view.text(item.cell)).filter((text) => text !== '');
        // A label with its value beside it is one title: `Domein | Wmo`.
        if (texts.length > 0) carried.push(texts.join(' '));
        if (texts.length > 1)
          spread.set(
            texts.join(' '),
            items.map((item) => ({ col: item.cell.col, text: view.text(item.cell) })),
          );
      }
    }
    const titles = carried;
    const cols = new Set<number>();
    for (let row = band.top; row <= band.bottom; row++)
      for (const item of sheet.rows.get(row) ?? []) cols.add(item.cell.col);
    const stats = columnStats(sheet, bodyTop, bodyBottom);
    for (const col of stats.keys()) cols.add(col);
    for (let row = band.top; row <= band.bottom; row++) {
      for (const col of [...cols]) {
        const merge = view.merge(row, col);
        if (merge) for (let c = merge.left; c <= merge.right && c - merge.left < 400; c++) cols.add(c);
      }
    }
    const lastCol = Math.max(...cols);
    const heads = readHeads(sheet, band, lastCol);
    tables.push(...makeTables(sheet, band, bodyTop, bodyBottom, heads, stats, titles, spread));
    carried = nextTitles.length > 0 ? [...sheetWide(titles, lexicon, nextTitles), ...nextTitles] : carried;
  });
  return tables;
}

/** A text of a title line and its column. */
interface PlacedText {
  readonly col: number;
  readonly text: string;
}

/** The part of a title line above a table; the whole line when nothing of it stands there or beside it. */
function titleWithin(line: string, parts: readonly PlacedText[], left: number, right: number): string {
  const own = parts.filter(({ col }) => col >= left && col < right);
  return own.length === 0 ? line : own.map(({ text }) => text).join(' ');
}

/** A column of texts after an empty column, before months that begin again: the labels of a next table. */
function startsAgain(
  col: number,
  cols: readonly number[],
  headOf: ReadonlyMap<number, ColumnHead>,
  firstMeaning: number | undefined,
): boolean {
  if (firstMeaning === undefined || col <= firstMeaning || cols.includes(col - 1)) return false;
  if ((headOf.get(col)?.field ?? null) !== null) return false;
  const first = headOf.get(firstMeaning)?.period ?? null;
  const next = cols.find((other) => other > col && (headOf.get(other)?.period ?? null) !== null);
  const again = next === undefined ? null : (headOf.get(next)?.period ?? null);
  return (
    first !== null &&
    again !== null &&
    first.kind !== 'year' &&
    first.from === again.from &&
    first.until === again.until
  );
}

function makeTables(
  sheet: AnnotatedSheet,
  band: Band,
  bodyTop: number,
  bodyBottom: number,
  heads: readonly ColumnHead[],
  stats: ReadonlyMap<number, ColumnStats>,
  allTitles: readonly string[],
  spread: ReadonlyMap<string, readonly PlacedText[]>,
): Table[] {
  const { view, lexicon } = sheet;
  const headOf = new Map(heads.map((head) => [head.col, head]));
  const cols = [...new Set([...heads.map((head) => head.col), ...stats.keys()])].sort((a, b) => a - b);
  // A column without a heading of meaning, left of the first that has one, can only be a label.
  const firstMeaning = heads.find(
    (head) =>
      head.field === null &&
      !isScaleOnly(head) &&
      (head.period !== null || head.measure !== null || head.phase !== null),
  )?.col;
  const rightmostLabel = (firstMeaning ?? (cols[0] ?? 0) + 1) - 1;
  const groups: { cols: number[]; labels: Map<number, LabelKind> }[] = [];
  let group: { cols: number[]; labels: Map<number, LabelKind> } = { cols: [], labels: new Map() };
  let values = 0;
  for (const col of cols) {
    const head = headOf.get(col);
    const own = labelKind(head, stats.get(col), sheet, col, rightmostLabel);
    const stat = stats.get(col);
    const hasTexts = stat !== undefined && stat.texts > stat.numbers;
    const again =
      (own === 'ignored' || own === null) && hasTexts && startsAgain(col, cols, headOf, firstMeaning);
    const kind = again ? 'product' : own;
    const splits =
      values > 0 &&
      (kind === 'product' || kind === 'period') &&
      (again ||
        [...group.labels.entries()].some(
          ([other, otherKind]) =>
            otherKind === kind &&
            (kind === 'period' || (headOf.get(other)?.field ?? null) === (head?.field ?? null)),
        ));
    if (splits) {
      groups.push(group);
      group = { cols: [], labels: new Map() };
      values = 0;
    }
    group.cols.push(col);
    if (kind !== null) group.labels.set(col, kind);
    else if (head && head.measure !== 'tariff') values += 1;
  }
  groups.push(group);

  return groups.flatMap(({ cols: own, labels }, index) => {
    const left = index === 0 ? 0 : (own[0] ?? 0);
    const right = groups[index + 1]?.cols[0] ?? Infinity;
    const titles = [
      ...allTitles.map((text) => titleWithin(text, spread.get(text) ?? [], left, right)),
      ...cornerTexts(sheet, band, heads, own),
    ];
    const hasColumnPeriods = own.some((col) => {
      const period = labels.has(col) ? null : (headOf.get(col)?.period ?? null);
      return period !== null && period.kind !== 'year';
    });
    const columnPeriods = own.filter(
      (col) => !labels.has(col) && headOf.get(col)?.period && headOf.get(col)?.period?.kind !== 'year',
    ).length;
    if (columnPeriods >= 2) {
      for (const [col, kind] of labels)
        if (kind === 'period' && (headOf.get(col)?.field ?? null) !== 'period') labels.set(col, 'ignored');
    }
    const hasRowPeriods = [...labels.values()].includes('period');
    const hasProducts = [...labels.values()].includes('product');
    const title = titleFacts([view.name, ...titles], lexicon);
    if (isInstructionName(normaliseLabel(view.name))) title.foreign = true;
    if (title.measure === null && hasProducts && ![...labels.values()].includes('client'))
      title.measure = [view.name, ...titles].some(isAboutClients) ? 'clients' : null;
    title.measure = cornerMeasure(sheet, band, own, labels) ?? title.measure;
    const tableHeads = own.flatMap((col) => {
      const head = headOf.get(col);
      return head && !labels.has(col) ? [head] : [];
    });
    if (hasRowPeriods || !hasProducts) {
      for (const head of tableHeads) nameHead(head, sheet, title);
      pairQuantities(tableHeads);
    }
    const titled = tableHeads.some((head) => head.product !== null)
      ? null
      : titleProduct(
          [view.name, ...titles, ...cornerProduct(sheet, band, own, labels)],
          title.domain,
          lexicon,
        );
    if (tableHeads.length === 0) return [];
    const years = [view.name, ...titles];
    const isPlaced = placeBookYear(tableHeads, years);
    const rows = readRows({
      sheet,
      top: bodyTop,
      bottom: bodyBottom,
      cols: own,
      labels,
      headOf,
      heads: tableHeads,
      title,
      hasColumnPeriods,
      hasRowPeriods,
      titled,
    });
    return [
      {
        view,
        bandTop: band.top,
        bandBottom: band.bottom,
        bodyBottom,
        heads: tableHeads,
        labels,
        title,
        titleTexts: titles,
        rows,
        hasColumnPeriods,
        hasRowPeriods,
        lacksYears: !isPlaced || (hasRowPeriods && !placeBookYear(rows, years)),
        isFourWeekly:
          [...sheet.fourWeekRows].some((row) => row >= band.top && row <= band.bottom) ||
          own.some((col) => labels.get(col) === 'period' && sheet.fourWeekCols.has(col)),
      },
    ];
  });
}
