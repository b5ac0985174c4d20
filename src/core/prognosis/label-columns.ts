import type { AnnotatedSheet } from './annotated-sheet';
import type { Field } from './phrase-words';
import { isUnitWord, readPhrase } from './phrases';
import { isPlaceholder } from './text';
import type { ColumnHead, LabelKind } from './table-facts';

const LABEL_OF_FIELD: Readonly<Record<Field, LabelKind>> = {
  code: 'product',
  product: 'product',
  description: 'product',
  unit: 'unit',
  client: 'client',
  domain: 'domain',
  period: 'period',
  year: 'year',
  status: 'status',
  location: 'location',
  begin: 'ignored',
  end: 'ignored',
  provider: 'ignored',
  remark: 'ignored',
};

/** How many cells of a column are what. */
export interface ColumnStats {
  texts: number;
  numbers: number;
  products: number;
  periods: number;
  units: number;
  measures: number;
  phases: number;
  domains: number;
  dates: number;
}

/** Counts what the cells of each column are, between two rows (both included). */
export function columnStats(sheet: AnnotatedSheet, from: number, until: number): Map<number, ColumnStats> {
  const stats = new Map<number, ColumnStats>();
  for (const row of sheet.order) {
    if (row < from || row > until) continue;
    for (const item of sheet.rows.get(row) ?? []) {
      let stat = stats.get(item.cell.col);
      if (!stat) {
        stat = {
          texts: 0,
          numbers: 0,
          products: 0,
          periods: 0,
          units: 0,
          measures: 0,
          phases: 0,
          domains: 0,
          dates: 0,
        };
        stats.set(item.cell.col, stat);
      }
      const value = item.cell.value;
      if (item.period && item.period.kind !== 'year') stat.periods += 1;
      // A dash or `n.v.t.` waits for a figure: it says nothing about the column.
      if (value?.kind === 'text' && isPlaceholder(value.value)) continue;
      if (value?.kind === 'text' && item.phrase) {
        stat.texts += 1;
        if (sheet.certain(item) !== null) stat.products += 1;
        else if (isUnitWord(item.phrase.normalised)) stat.units += 1;
        else if (item.phrase.rest.length === 0 && item.phrase.measure !== null) stat.measures += 1;
        else if (item.phrase.rest.length === 0 && item.phrase.phase !== null) stat.phases += 1;
        else if (
          item.phrase.rest.every((word) => sheet.lexicon.domains.isDomainWord(word)) &&
          sheet.lexicon.domains.mentioned(item.phrase.text) !== null
        ) {
          stat.domains += 1;
        }
      } else if (item.phrase) stat.dates += 1;
      else if (value?.kind === 'number' || item.cell.formula !== null) stat.numbers += 1;
    }
  }
  return stats;
}

/** A heading that says nothing but the scale: `x € 1.000` in the corner of a table. */
export function isScaleOnly(head: ColumnHead): boolean {
  if (head.scale === null || head.period !== null) return false;
  const own = head.texts.length - 1;
  return head.texts.every((text, at) => {
    const phrase = readPhrase(text);
    // A title such as the domain may stand above the scale in the corner.
    if (at < own && phrase.scale === null) return phrase.measure === null && phrase.phase === null;
    return (
      phrase.scale !== null && phrase.rest.length === 0 && !/bedrag|omzet|amount/.test(phrase.normalised)
    );
  });
}

/** What the labels in a column are about; null for a column of values. */
export function labelKind(
  head: ColumnHead | undefined,
  stat: ColumnStats | undefined,
  sheet: AnnotatedSheet,
  col: number,
  rightmostLabel: number,
): LabelKind | null {
  const field = head?.field ?? null;
  if (field !== null) {
    // A heading `type` or `soort` may hold measures or phases; `product` may hold months in a matrix.
    const kind = LABEL_OF_FIELD[field];
    if (
      field === 'status' &&
      stat &&
      stat.measures + stat.units > 0 &&
      stat.measures + stat.units >= stat.phases
    )
      return 'measure';
    if (field === 'year') return 'year';
    if (kind === 'product' && stat && stat.periods > stat.products && stat.periods * 2 > stat.texts)
      return 'period';
    return kind;
  }
  if (
    stat &&
    stat.periods >= 2 &&
    (sheet.down.get(col) ?? 0) >= 2 &&
    stat.periods * 2 >= stat.texts + stat.dates
  ) {
    // A scale in the corner (`x € 1.000`) is no heading of amounts; months as bare numbers might be some.
    if (!head?.measure || stat.numbers === 0) return 'period';
  }
  // Cells that all say `realisatie`, `prognose`, `uren` are labels, whatever stands above them.
  if (stat && stat.texts >= 2 && stat.numbers === 0 && stat.phases + stat.measures > 0) {
    const isSaid = stat.phases + stat.measures + stat.units === stat.texts;
    if (isSaid && !head?.period) return 'measure';
  }
  const hasHead =
    head !== undefined &&
    !(isScaleOnly(head) && stat?.numbers === 0) &&
    (head.period !== null || head.measure !== null || head.phase !== null || head.total || head.foreign);
  if (!stat || stat.texts === 0 || stat.texts < stat.numbers) return null;
  if (
    hasHead &&
    stat.products === 0 &&
    !(head.measure !== null && stat.units + stat.measures === stat.texts && stat.texts > 1)
  ) {
    return null;
  }
  if (stat.products > 0 && stat.products * 3 >= stat.texts) return 'product';
  if (stat.units > 0 && stat.units + stat.measures === stat.texts && stat.measures === 0) return 'unit';
  if (stat.measures + stat.phases > 0 && stat.measures + stat.phases + stat.units === stat.texts)
    return 'measure';
  if (stat.domains > 0 && stat.domains * 2 > stat.texts) return 'domain';
  return col <= rightmostLabel ? 'product' : 'ignored';
}
