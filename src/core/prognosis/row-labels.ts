import type { AnnotatedSheet } from './annotated-sheet';
import { normaliseUnit, type Phrase } from './phrases';
import {
  mergeFacts,
  noFacts,
  type Annotated,
  type ColumnHead,
  type Facts,
  type LabelKind,
  type Lexicon,
} from './table-facts';

/** The text of a label cell. */
export interface LabelText {
  readonly col: number;
  readonly text: string;
  readonly item: Annotated;
}

/** What the label cells of one row say, before a product is looked for. */
export interface RowLabels {
  readonly facts: Facts;
  /** All label texts, from left to right. */
  readonly texts: readonly LabelText[];
  /** Texts in columns of products. */
  readonly products: readonly LabelText[];
  readonly client: string | null;
  /** A text in a column of periods that is no period; empty when there is none. */
  readonly unmatched: string;
}

/** Reads the label cells of a row, each by the kind of its column. */
export function readLabels(
  sheet: AnnotatedSheet,
  items: readonly Annotated[],
  labels: ReadonlyMap<number, LabelKind>,
  headOf: ReadonlyMap<number, ColumnHead>,
): RowLabels {
  const { view, lexicon } = sheet;
  const facts = noFacts();
  const texts: LabelText[] = [];
  const products: LabelText[] = [];
  let client: string | null = null;
  let unmatched = '';
  for (const item of items) {
    const { col } = item.cell;
    const kind = labels.get(col);
    if (kind === undefined || kind === 'ignored') continue;
    const text = view.text(item.cell);
    if (text === '') continue;
    const labelText = { col, text, item };
    texts.push(labelText);
    const isTotal = item.phrase?.total === true;
    switch (kind) {
      case 'period':
        if (!readPeriodLabel(facts, labelText, headOf.get(col), lexicon) && item.phrase) {
          // Products and months nested in one column.
          if (lexicon.products.certain(text) !== null) products.push(labelText);
          unmatched = text;
        }
        break;
      case 'year': {
        const year = Number(text);
        if (Number.isInteger(year) && year >= 1990 && year <= 2100) facts.year = year;
        else if (isTotal) facts.total = true;
        break;
      }
      case 'unit':
        facts.unit = normaliseUnit(text);
        break;
      case 'client':
        if (isTotal && item.phrase?.rest.length === 0) facts.total = true;
        else client = text;
        break;
      case 'domain':
        facts.domain = lexicon.domains.mentioned(text) ?? text;
        if (isTotal) facts.total = true;
        break;
      case 'location':
        if (isTotal) facts.total = true;
        else facts.location = text;
        break;
      case 'status':
      case 'measure':
        readMeasureLabel(facts, item, kind);
        break;
      case 'product':
        products.push(labelText);
    }
  }
  return { facts, texts, products, client, unmatched };
}

/** A cell in a column of periods; false when it says no period, year or month number. */
function readPeriodLabel(
  facts: Facts,
  { text, item }: LabelText,
  head: ColumnHead | undefined,
  lexicon: Lexicon,
): boolean {
  const number = item.cell.value?.kind === 'number' ? item.cell.value.value : Number.NaN;
  const isMonth = /^0?([1-9]|1[0-2])$/.test(text) && (head?.field === 'period' || Number.isInteger(number));
  if (item.period) {
    if (!(item.phrase?.field === 'period')) facts.period = item.period;
    if (item.phrase) mergeFacts(facts, item.phrase, item, lexicon);
    return true;
  }
  if (isMonth) {
    const month = Number(text);
    facts.period = { from: month, until: month, year: null, kind: 'month' };
    return true;
  }
  if (item.isYear) {
    facts.year = Number(text);
    return true;
  }
  if (item.phrase) {
    if (item.phrase.total) facts.total = true;
    if (item.phrase.rest.length === 0 && item.phrase.phase) facts.phase = item.phrase.phase;
    if (item.phrase.foreign) facts.foreign = true;
  }
  return false;
}

/** The one year that a text names. */
const yearOf = ({ years }: Phrase): number | null => (years.length === 1 ? (years[0] ?? null) : null);

/** A cell in a column of measures or phases: `uren`, `bedrag`, `realisatie`, `R`. */
function readMeasureLabel(facts: Facts, { phrase }: Annotated, kind: 'status' | 'measure'): void {
  if (!phrase) return;
  if (phrase.phase) facts.phase = phrase.phase;
  // `Realisatie 2022` beside `Prognose 2023`: rows of different years.
  facts.year = yearOf(phrase) ?? facts.year;
  if (phrase.measure) facts.measure = phrase.measure;
  if (phrase.unit && kind === 'measure') facts.unit = phrase.unit;
  if (kind === 'measure' && phrase.measure === null && phrase.unit !== null) facts.measure = 'volume';
  if (phrase.scale) facts.scale = phrase.scale;
  if (phrase.foreign) facts.foreign = true;
  if (phrase.total && phrase.measure === null) facts.total = true;
  if (phrase.phase === null && /^[rpaf]$/.test(phrase.normalised)) {
    facts.phase = /^[ra]$/.test(phrase.normalised) ? 'actual' : 'forecast';
  }
}

const TOTAL_WORD =
  /^(?:sub|eind|jaar|generaal )?(?:totaal|total|totalen|totals|som|sum|tot|sommatie|subtot)\b/;

/**
 * Texts in columns of products that are wholly a measure, phase, total or month say that instead: adds what
 * they say to the row's facts. Gives them, and the texts that are left to name a product.
 */
export function takeSayings(
  { facts, products }: RowLabels,
  lexicon: Lexicon,
  hasColumnPeriods: boolean,
): { readonly sayings: readonly LabelText[]; readonly names: readonly LabelText[] } {
  const sayings = products.filter(({ item, text }) => {
    const phrase = item.phrase;
    if (!phrase || lexicon.products.certain(text) !== null) return false;
    return (
      phrase.rest.every((word) => lexicon.domains.isDomainWord(word)) &&
      (phrase.measure !== null ||
        phrase.phase !== null ||
        phrase.total ||
        phrase.foreign ||
        phrase.period !== null ||
        phrase.unit !== null)
    );
  });
  const hasTotalWord = products.some(
    ({ item, text }) =>
      item.phrase?.total === true &&
      lexicon.products.certain(text) === null &&
      TOTAL_WORD.test(item.phrase.normalised.replace(/^(?:het |grand |the )/, '')),
  );
  for (const { item } of sayings) {
    const phrase = item.phrase;
    if (!phrase) continue;
    if (phrase.measure) facts.measure = phrase.measure;
    if (phrase.phase) facts.phase = phrase.phase;
    facts.year ??= yearOf(phrase);
    if (phrase.scale) facts.scale = phrase.scale;
    if (phrase.unit) facts.unit ??= phrase.unit;
    const isBareUnit =
      phrase.measure === null && phrase.unit !== null && phrase.phase === null && !phrase.total;
    if (isBareUnit && products.length === 1) facts.measure = 'volume';
    if (phrase.foreign) facts.foreign = true;
    if (phrase.period && !hasColumnPeriods && phrase.period.kind !== 'year') facts.period ??= phrase.period;
    if (
      phrase.total &&
      (phrase.measure === null || phrase.rest.length > 0 || /^(sub)?tota/.test(phrase.normalised))
    )
      facts.total = true;
    facts.domain ??= lexicon.domains.mentioned(phrase.text);
  }
  if (hasTotalWord) facts.total = true;
  return { sayings, names: products.filter((part) => !sayings.includes(part)) };
}
