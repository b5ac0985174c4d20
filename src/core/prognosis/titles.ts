import type { AnnotatedSheet } from './annotated-sheet';
import type { Band } from './heading-bands';
import { isForeignTitle, isOtherTable, readPhrase } from './phrases';
import type { ProductFinding } from './products';
import type { SheetView } from './sheet-view';
import type { Measure } from './layout';
import {
  isLocationText,
  noFacts,
  type ColumnHead,
  type Facts,
  type LabelKind,
  type Lexicon,
} from './table-facts';

/** What the titles of a table say about all its cells. */
export function titleFacts(texts: readonly string[], lexicon: Lexicon): Facts {
  const facts = noFacts();
  let isOther = false;
  for (const [index, text] of texts.entries()) {
    const phrase = readPhrase(text);
    const other = phrase.rest.filter((word) => !lexicon.domains.isDomainWord(word));
    if (phrase.scale !== null) facts.scale = phrase.scale;
    if (isLocationText(text)) facts.location = text;
    facts.domain = lexicon.domains.mentioned(text) ?? facts.domain;
    // The nearest title that says what its table is counts: `Prognose` on a sheet `Begroting`.
    // `FTE 12,5` or `Begroting 500.000` above a table states a figure: it is no title.
    const isStated = /\d{2,}|\d[.,]\d/.test(text.replace(/\b20\d\d\b/g, ''));
    const isNear = index === 0 || index >= texts.length - 2;
    if (isNear && !isStated && isOtherTable(phrase)) isOther = true;
    if (!isStated && (isOther || (isForeignTitle(phrase) && !isOtherTable(phrase)))) facts.foreign = true;
    else if (phrase.phase !== null || phrase.bothPhases) facts.foreign = isOther;
    if (other.length === 0 && phrase.phase) facts.phase = phrase.phase;
    else if (phrase.phase && other.length <= 1) facts.phase = phrase.phase;
    else if (phrase.bothPhases) facts.phase = null;
    // A sentence that explains mentions units and amounts without saying that these are what the table holds.
    const isProse = text.length > 60 && other.length >= 4;
    const isCount = phrase.measure === 'clients' && !/\b(aantal|aantallen|number)\b/.test(phrase.normalised);
    // `Tarieven per maand` is about tariffs; a tariff that is mentioned beside other things isn't.
    const isMention = phrase.measure === 'tariff' && (other.length > 0 || phrase.phase !== null);
    if (phrase.measure && !isMention && !isCount && !isProse) facts.measure = phrase.measure;
    if (phrase.years.length > 0 && !isAsOfText(phrase.normalised)) {
      facts.year = phrase.years.includes(lexicon.year) ? lexicon.year : (phrase.years[0] ?? null);
    }
    if (
      phrase.period &&
      phrase.period.kind !== 'year' &&
      other.length <= 2 &&
      !isAsOfText(phrase.normalised)
    ) {
      facts.period = phrase.period;
    }
  }
  return facts;
}

/** A title that says nothing but `Cliënten`: over products and months it is what they count. */
export function isAboutClients(text: string): boolean {
  const { measure, rest, years } = readPhrase(text);
  return measure === 'clients' && rest.length === 0 && years.length <= 1;
}

/** Texts about a day, not about a year or a month. */
function isAsOfText(normalised: string): boolean {
  return /\b(peildatum|stand per|per datum|as of|asof|datum|date|versie|version|bijgewerkt|aangemaakt|afgedrukt|print)\b/.test(
    normalised,
  );
}

/**
 * Title lines between a table and the next heading. A run of lines counts when an empty line or a total stands
 * above it; a second run further up only when it names a domain, a year or a scale.
 */
export function titlesAbove(
  sheet: AnnotatedSheet,
  headingTop: number,
  bodyTop: number,
): { texts: string[]; bodyBottom: number } {
  const { view, lexicon } = sheet;
  const texts: string[] = [];
  let bodyBottom = headingTop - 1;
  let row = headingTop - 1;
  while (row >= bodyTop) {
    while (row >= bodyTop && !sheet.rows.has(row)) row -= 1;
    bodyBottom = row;
    const run: string[] = [];
    let names = false;
    while (row >= bodyTop) {
      const items = sheet.rows.get(row);
      if (!items) break;
      const isLone = items.length === 1;
      const isTitle =
        items.length <= 3 &&
        items.every((item) => item.cell.value?.kind === 'text' || item.isYear || item.phrase !== null) &&
        (isLone || items.every((item) => sheet.certain(item) === null)) &&
        !items.some((item) => item.phrase?.total === true && item.phrase.rest.length === 0) &&
        (isLone || !items.some((item) => sheet.isDownPeriod(item)));
      if (!isTitle) break;
      for (const item of items) {
        const text = view.text(item.cell);
        const phrase = item.phrase;
        if (
          lexicon.domains.mentioned(text) !== null ||
          (phrase && (phrase.scale !== null || phrase.years.length > 0))
        ) {
          names = true;
        }
      }
      run.unshift(...items.map((item) => view.text(item.cell)));
      row -= 1;
    }
    const above = sheet.rows.get(row);
    const isClosed =
      row >= bodyTop &&
      (above === undefined ||
        above.some((item) => item.phrase?.total === true) ||
        above.some((item) => sheet.isDownPeriod(item)));
    if (run.length === 0 || !isClosed || (texts.length > 0 && !names)) break;
    texts.unshift(...run);
    bodyBottom = row;
    if (above !== undefined) break;
  }
  return { texts, bodyBottom };
}

/** Texts in the heading's own label columns that say something about the whole table. */
export function cornerTexts(
  sheet: AnnotatedSheet,
  band: Band,
  heads: readonly ColumnHead[],
  cols: readonly number[],
): string[] {
  const own = new Set(cols);
  const corner = heads.find((head) => own.has(head.col))?.col;
  const texts: string[] = [];
  for (let row = band.top; row <= band.bottom; row++) {
    const first = (sheet.rows.get(row) ?? []).find(({ cell }) => own.has(cell.col));
    if (!first?.phrase || first.phrase.field !== null || first.period) continue;
    const isCorner = first.cell.col === corner;
    const domain = sheet.lexicon.domains.mentioned(first.phrase.text);
    if (isCorner && (first.phrase.scale !== null || domain !== null)) texts.push(first.phrase.text);
  }
  return texts;
}

/**
 * The measure that stands over the products themselves, `UREN | jan | feb`: it is that of all months beside them.
 */
export function cornerMeasure(
  sheet: AnnotatedSheet,
  band: Band,
  cols: readonly number[],
  labels: ReadonlyMap<number, LabelKind>,
): Measure | null {
  const label = cols.find((col) => labels.get(col) === 'product');
  const item = sheet.rows.get(band.bottom)?.find(({ cell }) => cell.col === label);
  const phrase = item?.phrase ?? null;
  if (!phrase || phrase.rest.length > 0 || phrase.field !== null || phrase.total || phrase.foreign)
    return null;
  return phrase.scale === null ? phrase.measure : null;
}

/** The product that stands over the labels of a block, `Begeleiding (02A03) | jan | feb`: all its rows are of it. */
export function cornerProduct(
  sheet: AnnotatedSheet,
  band: Band,
  cols: readonly number[],
  labels: ReadonlyMap<number, LabelKind>,
): string[] {
  const label = cols.find((col) => labels.get(col) === 'product' || labels.get(col) === 'measure');
  const item = sheet.rows.get(band.bottom)?.find(({ cell }) => cell.col === label);
  return item && sheet.certain(item) !== null ? [sheet.view.text(item.cell)] : [];
}

/** What titles of an earlier block keep saying for the next: not its phase, measure or month. */
export function sheetWide(titles: readonly string[], lexicon: Lexicon, own: readonly string[]): string[] {
  const hasDomain = own.some((text) => lexicon.domains.mentioned(text) !== null);
  return titles.flatMap((text) => {
    const phrase = readPhrase(text);
    const domain = hasDomain ? null : lexicon.domains.mentioned(text);
    const kept = [phrase.scale === 1000 ? 'x € 1.000' : '', domain ?? '', ...phrase.years.map(String)];
    const line = kept.filter((part) => part !== '').join(' ');
    return line === '' ? [] : [line];
  });
}

/** The one product that a table's titles name, nearest title first. */
export function titleProduct(
  titles: readonly string[],
  domain: string | null,
  lexicon: Lexicon,
): { label: string; finding: ProductFinding } | null {
  for (const text of [...titles].reverse()) {
    const finding = lexicon.products.match(text, domain);
    if (finding.product !== null && finding.how !== 'fuzzy') return { label: text, finding };
  }
  return null;
}

/** Texts of a sheet without any table, such as a cover: for what they say about the workbook. */
export function sheetTexts(view: SheetView): string[] {
  const texts: string[] = [];
  for (const [row, cells] of view.rows) {
    if (row > 60) continue;
    const line = cells.map((cell) => view.text(cell)).filter((text) => text !== '');
    if (line.length > 0) texts.push(line.join(' '));
  }
  return texts;
}
