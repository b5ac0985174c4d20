import type { AnnotatedSheet } from './annotated-sheet';
import type { GridCell } from './grid';
import type { Field } from './phrase-words';
import type { Phrase } from './phrases';
import type { Annotated } from './table-facts';
import { isPlaceholder } from './text';

/** Rows that together form the heading of a table, both included. */
export interface Band {
  top: number;
  bottom: number;
}

/** A dash or `n.v.t.` where a figure will come: no heading. */
const isWaiting = ({ value }: GridCell): boolean => value?.kind === 'text' && isPlaceholder(value.value);

const isPlainNumber = (cell: GridCell): boolean => cell.value?.kind === 'number';

const PRODUCT_FIELDS: readonly Field[] = ['product', 'code', 'description'];

/** A text that says only what kind of thing stands below or beside it. */
function isHeadingWord(phrase: Phrase | null): boolean {
  return (
    phrase !== null &&
    phrase.text.length <= 60 &&
    phrase.rest.length === 0 &&
    (phrase.field !== null || phrase.measure !== null || phrase.phase !== null || phrase.total)
  );
}

function isHeaderRow(sheet: AnnotatedSheet, row: number): boolean {
  const items = sheet.rows.get(row) ?? [];
  const down = items.some((item) => sheet.isDownPeriod(item));
  const across = items.filter((item) => sheet.isAcrossPeriod(item)).length;
  const distinctAcross = sheet.across.get(row) ?? 0;
  if (down) return false;
  const products = new Set(items.flatMap((item) => sheet.certain(item) ?? []));
  if (across >= 2 && distinctAcross >= 2) return true;
  if (across >= 2 && products.size === 0) return true;
  if (products.size >= 2) return !standsUnderLabels(sheet, items);
  if (products.size > 0) return false;
  const words = items.filter((item) => isHeadingWord(item.phrase));
  const fields = words.flatMap((item) => item.phrase?.field ?? []);
  const periods = items.filter((item) => item.period !== null || item.isYear).length;
  if (
    fields.some((field) => PRODUCT_FIELDS.includes(field) || field === 'client') &&
    words.length + periods >= 2
  ) {
    return true;
  }
  const measures = words.filter((item) => (item.phrase?.measure ?? null) !== null);
  if (fields.includes('period') && words.length >= 2 && (measures.length > 0 || words.length >= 3))
    return true;
  // Only texts right above a column of months, or a word for month above month numbers.
  const below = nextRow(sheet, row, 2);
  if (below !== null) {
    const first = sheet.rows.get(below)?.find((item) => sheet.isDownPeriod(item));
    const goesOn = (sheet.rows.get(row - 1) ?? []).some((item) => sheet.isDownPeriod(item));
    if (first && !goesOn && !isWithinMonths(sheet, row, first)) {
      const right = items.filter((item) => item.cell.col > first.cell.col && !isWaiting(item.cell));
      if (right.length > 0 && right.every((item) => item.cell.value?.kind === 'text' || item.isYear)) {
        const alone = right.length === 1 && items.length === 1 && below > row + 1;
        return !alone;
      }
    }
    const belowItems = sheet.rows.get(below) ?? [];
    const isInBody = goesOnBelow(sheet, row, measures);
    if (measures.length >= 2 && !isInBody && belowItems.some((item) => sheet.certain(item) !== null))
      return true;
    const period = words.find((item) => item.phrase?.field === 'period');
    const under = period && sheet.view.at(below, period.cell.col)?.value;
    if (
      period &&
      items.length >= 2 &&
      under?.kind === 'number' &&
      Number.isInteger(under.value) &&
      under.value >= 1 &&
      under.value <= 12
    ) {
      return true;
    }
  }
  return false;
}

/** A row between a month and a later one without an empty line: `aantal` and `bedrag` of the month above. */
function isWithinMonths(sheet: AnnotatedSheet, row: number, next: Annotated): boolean {
  const isLater = (month: Annotated): boolean => {
    const [a, b] = [month.period, next.period];
    if (!a || !b) return false;
    const years = a.year === null || b.year === null ? 0 : b.year - a.year;
    // A quarter below its last month goes on too.
    return years > 0 || (years === 0 && (b.until > a.until || (b.until === a.until && b.from < a.from)));
  };
  for (let above = row - 1; sheet.rows.has(above); above--) {
    const month = sheet.rows.get(above)?.find((item) => item.cell.col === next.cell.col);
    if (month) return sheet.isDownPeriod(month) && isLater(month);
  }
  return false;
}

/** Whether measures are labels of a row: a product or measures of the same kind stand right above them. */
function goesOnBelow(sheet: AnnotatedSheet, row: number, measures: readonly Annotated[]): boolean {
  const above = sheet.rows.get(row - 1) ?? [];
  if (above.some((item) => sheet.certain(item) !== null)) return true;
  return measures.every(({ cell }) =>
    above.some(
      (item) => item.cell.col === cell.col && (item.phrase?.measure ?? item.phrase?.unit ?? null) !== null,
    ),
  );
}

/** Products of two tables side by side: each stands under a heading such as `Code` or under another product. */
function standsUnderLabels(sheet: AnnotatedSheet, items: readonly Annotated[]): boolean {
  if (standsBesideMonths(sheet, items)) return true;
  const under = items.filter((item) => {
    const product = sheet.certain(item);
    if (product === null) return false;
    const above = aboveOf(sheet, item, product);
    if (!above) return false;
    if (sheet.certain(above) !== null) return true;
    const field = above.phrase?.field ?? null;
    return above.phrase?.total === true || (field !== null && PRODUCT_FIELDS.includes(field));
  });
  return under.length >= 2;
}

/**
 * Products below a heading of months, none of them in a column of a month: they are lines of the tables below it,
 * beside each other or not.
 */
function standsBesideMonths(sheet: AnnotatedSheet, items: readonly Annotated[]): boolean {
  const row = items[0]?.cell.row ?? 0;
  for (let above = row - 1; above >= Math.max(0, row - 200); above--) {
    const others = sheet.rows.get(above);
    if (!others) continue;
    if (others.some((other) => sheet.isDownPeriod(other))) return false;
    if ((sheet.across.get(above) ?? 0) < 3) continue;
    const months = new Set(others.flatMap(({ cell, period }) => (period ? [cell.col] : [])));
    return items.every((item) => sheet.certain(item) === null || !months.has(item.cell.col));
  }
  return false;
}

/**
 * What a product stands under in its column: past rows that repeat it or say nothing there, such as the
 * `prognose` of a product above. Empty rows and rows of months end the table that it could belong to.
 */
function aboveOf(sheet: AnnotatedSheet, item: Annotated, product: string): Annotated | null {
  for (let row = item.cell.row - 1; row >= 0 && row >= item.cell.row - 12; row--) {
    const items = sheet.rows.get(row);
    if (!items || items.some((other) => sheet.isDownPeriod(other))) return null;
    const above = items.find(({ cell }) => cell.col === item.cell.col);
    if (above && sheet.certain(above) !== product) return above;
  }
  return null;
}

function nextRow(sheet: AnnotatedSheet, row: number, within: number): number | null {
  for (let below = row + 1; below <= row + within; below++) {
    if (sheet.rows.has(below)) return below;
  }
  return null;
}

/** A row of nothing but phases or measures over columns of values. */
function headsColumns(sheet: AnnotatedSheet, row: number, firstValueCol: number): boolean {
  const items = (sheet.rows.get(row) ?? []).filter(({ phrase }) => phrase?.scale !== 1000);
  return (
    items.length >= 2 &&
    items.every(
      ({ cell, phrase }) =>
        cell.col >= firstValueCol &&
        phrase !== null &&
        phrase.rest.length === 0 &&
        (phrase.phase !== null || phrase.measure !== null),
    )
  );
}

/** A row next to a heading row that adds to it: phases, measures, years, groups. */
function addsToHeading(sheet: AnnotatedSheet, row: number, firstValueCol: number, above: boolean): boolean {
  const items = sheet.rows.get(row);
  if (!items || items.length === 0) return false;
  if (items.some((item) => sheet.isDownPeriod(item))) return false;
  const numbers = items.filter((item) => isPlainNumber(item.cell) && item.phrase === null && !item.isYear);
  if (numbers.length > 0 || items.some((item) => item.cell.value?.kind === 'error')) return false;
  const lexicon = sheet.lexicon;
  const says = (item: Annotated): boolean =>
    item.isYear ||
    item.period !== null ||
    (item.phrase !== null &&
      item.phrase.rest.every((word) => lexicon.domains.isDomainWord(word)) &&
      (isHeadingWord(item.phrase) ||
        item.phrase.foreign ||
        item.phrase.bothPhases ||
        item.phrase.unit !== null ||
        item.phrase.scale !== null ||
        lexicon.domains.mentioned(item.phrase.text) !== null ||
        /^[rpafwq]$/.test(item.phrase.normalised)));
  const right = items.filter((item) => item.cell.col >= firstValueCol);
  if (right.length === 0) return false;
  const products = items.filter((item) => sheet.certain(item) !== null);
  if (!above) return products.length === 0 && right.length >= 2 && right.every(says);
  if (right.some(says)) return right.filter(says).length * 2 >= right.length || right.length >= 3;
  // Unknown group names spread over several columns.
  const spans = right.filter((item) => {
    const merge = sheet.view.merge(item.cell.row, item.cell.col);
    return merge !== undefined && merge.right > merge.left && merge.left >= firstValueCol;
  });
  const labels = items.filter((item) => item.cell.col < firstValueCol && item.phrase?.scale !== 1000);
  return spans.length >= 2 || (right.length >= 2 && labels.length === 0 && products.length === 0);
}

/** The headings of a sheet from top to bottom, each with the rows above and below that add to it. */
export function findBands(sheet: AnnotatedSheet): Band[] {
  const bands: Band[] = [];
  for (const row of sheet.order) {
    if (!isHeaderRow(sheet, row)) continue;
    const last = bands[bands.length - 1];
    if (last && row <= last.bottom + 1) {
      last.bottom = row;
      continue;
    }
    bands.push({ top: row, bottom: row });
  }
  bands.forEach((band, index) => {
    const valueCol = firstValueCol(sheet, band);
    const floor = (bands[index - 1]?.bottom ?? -1) + 1;
    for (let up = band.top - 1; up >= floor && band.bottom - up < 5; up--) {
      // One empty row within a heading: what stands above it must say phases or measures of columns.
      if (!sheet.rows.has(up) && headsColumns(sheet, up - 1, valueCol) && up - 1 >= floor) continue;
      if (!addsToHeading(sheet, up, valueCol, true)) break;
      band.top = up;
    }
    const ceiling = bands[index + 1]?.top ?? Number.MAX_SAFE_INTEGER;
    for (let down = band.bottom + 1; down < ceiling && down - band.top < 5; down++) {
      if (!addsToHeading(sheet, down, valueCol, false)) break;
      band.bottom = down;
    }
  });
  return bands;
}

/** The first column of a heading that isn't a heading of labels. */
function firstValueCol(sheet: AnnotatedSheet, band: Band): number {
  let first = Number.MAX_SAFE_INTEGER;
  let leftmost = Number.MAX_SAFE_INTEGER;
  for (let row = band.top; row <= band.bottom; row++) {
    for (const item of sheet.rows.get(row) ?? []) {
      leftmost = Math.min(leftmost, item.cell.col);
      if (item.phrase?.field && !item.period) continue;
      if (item.period !== null || item.isYear || item.phrase?.measure || item.phrase?.phase) {
        first = Math.min(first, item.cell.col);
      }
    }
  }
  return first === Number.MAX_SAFE_INTEGER ? leftmost + 1 : first;
}
