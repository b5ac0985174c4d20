import type { GridCell } from './grid';
import type { PeriodPhrase, Phase, Phrase, Field } from './phrases';
import { isForeignTitle, isUnitWord, normaliseUnit, readPhrase } from './phrases';
import type { Measure } from './layout';
import type { DomainIndex } from './domains';
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
}

const noFacts = (): Facts => ({
  period: null,
  year: null,
  phase: null,
  measure: null,
  scale: null,
  domain: null,
  unit: null,
  total: false,
  foreign: false,
});

interface Annotated {
  readonly cell: GridCell;
  readonly phrase: Phrase | null;
  readonly period: PeriodPhrase | null;
  readonly isYear: boolean;
}

const isPlainNumber = (cell: GridCell): boolean => cell.value?.kind === 'number';

/** The sheet with every cell read once, and the periods it has along rows and columns. */
class Sheet {
  readonly rows = new Map<number, Annotated[]>();
  readonly order: number[];
  /** Distinct periods along a row or a column. */
  readonly across = new Map<number, number>();
  readonly down = new Map<number, number>();
  /** First row with a heading for days or months, by column. */
  private readonly dateColumns = new Map<number, number>();
  private readonly numberPeriods = new Map<GridCell, PeriodPhrase>();

  constructor(
    readonly view: SheetView,
    readonly lexicon: Lexicon,
  ) {
    this.findNumberedMonths();
    const across = new Map<number, Set<string>>();
    const down = new Map<number, Set<string>>();
    for (const [row, cells] of view.rows) {
      const list = cells.map((cell) => this.annotate(cell));
      this.rows.set(row, list);
      for (const { cell, period, phrase } of list) {
        const field = phrase?.field ?? null;
        if (field === 'begin' || field === 'end' || field === 'period') {
          const first = this.dateColumns.get(cell.col);
          this.dateColumns.set(cell.col, first === undefined ? row : Math.min(first, row));
        }
        if (!period || period.kind === 'year') continue;
        const key = `${period.year ?? ''}:${period.from}-${period.until}`;
        add(across, row, key);
        add(down, cell.col, key);
      }
    }
    for (const [row, keys] of across) this.across.set(row, keys.size);
    for (const [col, keys] of down) this.down.set(col, keys.size);
    this.order = [...this.rows.keys()].sort((a, b) => a - b);
  }

  private annotate(cell: GridCell): Annotated {
    const phrase = this.view.phrase(cell);
    let period = this.numberPeriods.get(cell) ?? null;
    if (!period && phrase?.period && phrase.text.length <= 48 && phrase.rest.length <= 1)
      period = phrase.period;
    const value = cell.value;
    const isYear =
      (value?.kind === 'number' &&
        Number.isInteger(value.value) &&
        value.value >= 1990 &&
        value.value <= 2100 &&
        phrase === null) ||
      (value?.kind === 'text' && /^(19|20)\d\d$/.test(value.value.trim()));
    return { cell, phrase, period, isYear };
  }

  /** Whether some row or column has at least three different months in words or dates. */
  private hasWrittenPeriods(): boolean {
    const lines = new Map<string, Set<string>>();
    for (const cells of this.view.rows.values()) {
      for (const cell of cells) {
        const phrase = this.view.phrase(cell);
        const period = phrase?.period ?? null;
        if (!phrase || !period || period.kind === 'year' || phrase.rest.length > 1) continue;
        const key = `${period.year ?? ''}:${period.from}-${period.until}`;
        for (const line of [`r${cell.row}`, `c${cell.col}`]) {
          add(lines, line, key);
          if ((lines.get(line)?.size ?? 0) >= 3) return true;
        }
      }
    }
    return false;
  }

  /** Whole numbers 1, 2, 3 … that stand for months: twelve in a row, or three and more beside the word. */
  private findNumberedMonths(): void {
    const small = (cell: GridCell): number | null => {
      const value = cell.value;
      if (value?.kind === 'text') {
        return /^\s*(?:0?[1-9]|1[0-2])\s*$/.test(value.value) ? Number(value.value) : null;
      }
      if (value?.kind !== 'number' || !Number.isInteger(value.value)) return null;
      return value.value >= 1 && value.value <= 12 ? value.value : null;
    };
    const hasRealPeriods = this.hasWrittenPeriods();
    const accept = (run: readonly GridCell[], named: boolean): void => {
      // Where months are written out elsewhere, a run of numbers is just numbers.
      if (run.length < 3 || (!named && (run.length < 12 || hasRealPeriods))) return;
      for (const cell of run) {
        const month = small(cell);
        if (month !== null) {
          this.numberPeriods.set(cell, { from: month, until: month, year: null, kind: 'month' });
        }
      }
    };
    const monthWord = (cells: readonly GridCell[] | undefined): boolean =>
      (cells ?? []).some((cell) => {
        const phrase = this.view.phrase(cell);
        return (
          phrase !== null &&
          phrase.text.length <= 40 &&
          /\b(maand|maanden|periode|month|months|period|mnd)\b/.test(phrase.normalised)
        );
      });
    const columns = new Map<number, GridCell[]>();
    for (const [row, cells] of this.view.rows) {
      let run: GridCell[] = [];
      const flush = (): void => {
        if (run.length >= 3) {
          const isProductRow = cells.some(
            (cell) => cell.value?.kind === 'text' && this.lexicon.products.certain(cell.value.value) !== null,
          );
          if (!isProductRow) accept(run, monthWord(cells) || monthWord(this.view.rows.get(row - 1)));
        }
        run = [];
      };
      let expected = 0;
      for (const cell of cells) {
        const value = small(cell);
        if (value === null) {
          if (cell.value?.kind === 'number') flush();
          continue;
        }
        push(columns, cell.col, cell);
        if (value !== expected) flush();
        run.push(cell);
        expected = value + 1;
      }
      flush();
    }
    for (const cells of columns.values()) {
      cells.sort((a, b) => a.row - b.row);
      let run: GridCell[] = [];
      const flush = (): void => {
        const first = run[0];
        if (first && run.length >= 3) {
          const above = [1, 2].flatMap((up) => this.view.at(first.row - up, first.col) ?? []);
          accept(run, monthWord(above));
        }
        run = [];
      };
      let expected = 0;
      let previousRow = -2;
      for (const cell of cells) {
        const value = small(cell);
        if (value !== expected || cell.row > previousRow + 2) flush();
        run.push(cell);
        expected = (value ?? 0) + 1;
        previousRow = cell.row;
      }
      flush();
    }
  }

  /** A period that belongs to a column of periods rather than to a heading row. */
  isDownPeriod({ cell, period }: Annotated): boolean {
    if (!period || period.kind === 'year') return false;
    const down = this.down.get(cell.col) ?? 0;
    const across = this.across.get(cell.row) ?? 0;
    if (down >= 2 && down > across) return true;
    // One or two dates below a heading such as `Begindatum`: a list, however short.
    const named = this.dateColumns.get(cell.col);
    return across <= 2 && named !== undefined && named < cell.row;
  }

  isAcrossPeriod(item: Annotated): boolean {
    return item.period !== null && item.period.kind !== 'year' && !this.isDownPeriod(item);
  }

  certain(item: Annotated): string | null {
    return item.cell.value?.kind === 'text' ? this.lexicon.products.certain(item.cell.value.value) : null;
  }
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

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

function isHeaderRow(sheet: Sheet, row: number): boolean {
  const items = sheet.rows.get(row) ?? [];
  const down = items.some((item) => sheet.isDownPeriod(item));
  const across = items.filter((item) => sheet.isAcrossPeriod(item)).length;
  const distinctAcross = sheet.across.get(row) ?? 0;
  if (down) return false;
  const products = new Set(items.flatMap((item) => sheet.certain(item) ?? []));
  if (across >= 2 && distinctAcross >= 2) return true;
  if (across >= 2 && products.size === 0) return true;
  if (products.size >= 2) return true;
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
    if (first) {
      const right = items.filter((item) => item.cell.col > first.cell.col);
      if (right.length > 0 && right.every((item) => item.cell.value?.kind === 'text' || item.isYear)) {
        const alone = right.length === 1 && items.length === 1 && below > row + 1;
        return !alone;
      }
    }
    const belowItems = sheet.rows.get(below) ?? [];
    if (measures.length >= 2 && belowItems.some((item) => sheet.certain(item) !== null)) return true;
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

function nextRow(sheet: Sheet, row: number, within: number): number | null {
  for (let below = row + 1; below <= row + within; below++) {
    if (sheet.rows.has(below)) return below;
  }
  return null;
}

/** A row next to a heading row that adds to it: phases, measures, years, groups. */
function addsToHeading(sheet: Sheet, row: number, firstValueCol: number, above: boolean): boolean {
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
  return spans.length >= 2 || (right.length >= 2 && items.length === right.length && products.length === 0);
}

interface Band {
  top: number;
  bottom: number;
}

function findBands(sheet: Sheet): Band[] {
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
function firstValueCol(sheet: Sheet, band: Band): number {
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

function mergeFacts(into: Facts, phrase: Phrase | null, item: Annotated | null, lexicon: Lexicon): void {
  if (item?.isYear) {
    const year = item.cell.value?.kind === 'number' ? item.cell.value.value : Number(phrase?.text ?? 0);
    into.year = year;
    into.period ??= { from: 1, until: 12, year, kind: 'year' };
    return;
  }
  const period = item?.period ?? phrase?.period ?? null;
  if (period) {
    const old = into.period;
    const narrower = !old || period.until - period.from <= old.until - old.from;
    if (narrower) into.period = { ...period, year: period.year ?? old?.year ?? into.year };
    if (period.year !== null) into.year = period.year;
  } else if (phrase && phrase.years.length === 1) into.year = phrase.years[0] ?? into.year;
  if (!phrase) return;
  if (phrase.phase) into.phase = phrase.phase;
  if (phrase.measure) into.measure = phrase.measure;
  if (phrase.scale) into.scale = phrase.scale;
  if (phrase.unit) into.unit = phrase.unit;
  if (phrase.total) into.total = true;
  if (phrase.foreign) into.foreign = true;
  if (phrase.rest.length > 0 || phrase.measure === null) {
    into.domain = lexicon.domains.mentioned(phrase.text) ?? into.domain;
  }
}

function readHeads(sheet: Sheet, band: Band, lastCol: number): ColumnHead[] {
  const { view, lexicon } = sheet;
  // Which cell of which band row stands over which column.
  const rows: (Annotated | undefined)[][] = [];
  const own: boolean[][] = [];
  for (let row = band.top; row <= band.bottom; row++) {
    const line: (Annotated | undefined)[] = [];
    const mine: boolean[] = [];
    for (const item of sheet.rows.get(row) ?? []) {
      if (item.cell.col > lastCol) continue;
      line[item.cell.col] = item;
      mine[item.cell.col] = true;
      const merge = view.merge(row, item.cell.col);
      if (merge && merge.top === row && merge.left === item.cell.col) {
        for (let col = merge.left + 1; col <= Math.min(merge.right, lastCol); col++) line[col] = item;
      }
    }
    rows.push(line);
    own.push(mine);
  }
  const spread = (index: number, col: number): Annotated | undefined => {
    const here = rows[index]?.[col];
    if (here) return here;
    const below = own.slice(index + 1).some((mine) => mine[col]);
    if (!below) return undefined;
    for (let left = col - 1; left >= 0; left--) {
      const item = rows[index]?.[left];
      if (item) {
        const merge = view.merge(band.top + index, item.cell.col);
        if (merge && merge.right > merge.left && merge.top <= band.top + index) return undefined;
        if (item.phrase?.field && !item.period) return undefined;
        return item;
      }
      const covered = own.some((mine) => mine[left]);
      if (!covered) return undefined;
    }
    return undefined;
  };
  const singles = singleLetters(rows);
  const heads: ColumnHead[] = [];
  for (let col = 0; col <= lastCol; col++) {
    const facts = noFacts();
    const texts: string[] = [];
    let field: Field | null = null;
    let hasOwn = false;
    let fieldTexts = 0;
    for (let index = 0; index < rows.length; index++) {
      const item = spread(index, col);
      if (!item) continue;
      if (own[index]?.[col] || rows[index]?.[col] !== undefined) hasOwn = true;
      texts.push(view.text(item.cell));
      if (item.phrase?.field && !item.period) {
        field = item.phrase.field;
        fieldTexts += 1;
      } else field = null;
      const letter = singles && item.phrase ? singles[item.phrase.normalised] : undefined;
      mergeFacts(facts, item.phrase, item, lexicon);
      if (letter?.phase) facts.phase = letter.phase;
      if (letter?.measure) facts.measure = letter.measure;
    }
    if (texts.length === 0 || !hasOwn) continue;
    if (fieldTexts > 0 && field === null && facts.measure === null && facts.period === null) field = null;
    heads.push({ ...facts, col, texts, field, own: hasOwn, product: null, productLabel: '' });
  }
  return heads;
}

type Letters = Readonly<Record<string, { readonly phase?: Phase; readonly measure?: Measure }>>;

/** Single letters mean something only beside their counterpart in the same row: R and P, A and F, P and Q. */
function singleLetters(rows: readonly (readonly (Annotated | undefined)[])[]): Letters | null {
  for (const line of rows) {
    const letters = new Set(
      line.flatMap((item) =>
        item?.phrase && /^[a-z]$/.test(item.phrase.normalised) ? [item.phrase.normalised] : [],
      ),
    );
    if (letters.has('q') && letters.has('p')) return { p: { measure: 'tariff' }, q: { measure: 'volume' } };
    if (letters.has('r') && letters.has('p')) return { r: { phase: 'actual' }, p: { phase: 'forecast' } };
    if (letters.has('a') && letters.has('f')) return { a: { phase: 'actual' }, f: { phase: 'forecast' } };
    if (letters.has('w') && letters.has('p')) return { w: { phase: 'actual' }, p: { phase: 'forecast' } };
  }
  return null;
}

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

interface ColumnStats {
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

function columnStats(sheet: Sheet, from: number, until: number): Map<number, ColumnStats> {
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

function labelKind(
  head: ColumnHead | undefined,
  stat: ColumnStats | undefined,
  sheet: Sheet,
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
    if (!head?.measure) return 'period';
  }
  const hasHead =
    head !== undefined &&
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

function titleFacts(texts: readonly string[], lexicon: Lexicon): Facts {
  const facts = noFacts();
  for (const text of texts) {
    const phrase = readPhrase(text);
    const other = phrase.rest.filter((word) => !lexicon.domains.isDomainWord(word));
    if (phrase.scale !== null) facts.scale = phrase.scale;
    facts.domain = lexicon.domains.mentioned(text) ?? facts.domain;
    if (isForeignTitle(phrase)) facts.foreign = true;
    if (other.length === 0 && phrase.phase) facts.phase = phrase.phase;
    else if (phrase.phase && other.length <= 1) facts.phase = phrase.phase;
    else if (phrase.bothPhases) facts.phase = null;
    const isCount = phrase.measure === 'clients' && !/\b(aantal|aantallen|number)\b/.test(phrase.normalised);
    if (phrase.measure && phrase.measure !== 'tariff' && !isCount) facts.measure = phrase.measure;
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

/** Texts about a day, not about a year or a month. */
export function isAsOfText(normalised: string): boolean {
  return /\b(peildatum|stand per|per datum|as of|asof|datum|date|versie|version|bijgewerkt|aangemaakt|afgedrukt|print)\b/.test(
    normalised,
  );
}

/**
 * All tables of a sheet: headings, label columns and rows with what they say.
 * @param extra texts that hold for the whole sheet (its name, the workbook's cover).
 */
export function findTables(view: SheetView, lexicon: Lexicon): Table[] {
  const sheet = new Sheet(view, lexicon);
  const bands = findBands(sheet);
  const tables: Table[] = [];
  const lastRow = sheet.order[sheet.order.length - 1] ?? -1;
  let carried: string[] = [];
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
    const corner = cornerTexts(sheet, band, heads);
    tables.push(...makeTables(sheet, band, bodyTop, bodyBottom, heads, stats, [...titles, ...corner]));
    carried = nextTitles.length > 0 ? [...sheetWide(titles, lexicon, nextTitles), ...nextTitles] : carried;
  });
  return tables;
}

/**
 * Title lines between a table and the next heading. A run of lines counts when an empty line or a total stands
 * above it; a second run further up only when it names a domain, a year or a scale.
 */
function titlesAbove(
  sheet: Sheet,
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
function cornerTexts(sheet: Sheet, band: Band, heads: readonly ColumnHead[]): string[] {
  const texts: string[] = [];
  for (let row = band.top; row <= band.bottom; row++) {
    const first = (sheet.rows.get(row) ?? [])[0];
    if (!first?.phrase || first.phrase.field !== null || first.period) continue;
    const head = heads.find((candidate) => candidate.col === first.cell.col);
    const isCorner = first.cell.col === (heads[0]?.col ?? 0) && head !== undefined;
    const domain = sheet.lexicon.domains.mentioned(first.phrase.text);
    if (isCorner && (first.phrase.scale !== null || domain !== null)) texts.push(first.phrase.text);
  }
  return texts;
}

/** What titles of an earlier block keep saying for the next: not its phase, measure or month. */
function sheetWide(titles: readonly string[], lexicon: Lexicon, own: readonly string[]): string[] {
  const hasDomain = own.some((text) => lexicon.domains.mentioned(text) !== null);
  return titles.flatMap((text) => {
    const phrase = readPhrase(text);
    const domain = hasDomain ? null : lexicon.domains.mentioned(text);
    const kept = [phrase.scale === 1000 ? 'x € 1.000' : '', domain ?? '', ...phrase.years.map(String)];
    const line = kept.filter((part) => part !== '').join(' ');
    return line === '' ? [] : [line];
  });
}

function makeTables(
  sheet: Sheet,
  band: Band,
  bodyTop: number,
  bodyBottom: number,
  heads: readonly ColumnHead[],
  stats: ReadonlyMap<number, ColumnStats>,
  titles: readonly string[],
): Table[] {
  const { view, lexicon } = sheet;
  const headOf = new Map(heads.map((head) => [head.col, head]));
  const cols = [...new Set([...heads.map((head) => head.col), ...stats.keys()])].sort((a, b) => a - b);
  // A column without a heading of meaning, left of the first that has one, can only be a label.
  const firstMeaning = heads.find(
    (head) => head.field === null && (head.period !== null || head.measure !== null || head.phase !== null),
  )?.col;
  const rightmostLabel = (firstMeaning ?? (cols[0] ?? 0) + 1) - 1;
  const groups: { cols: number[]; labels: Map<number, LabelKind> }[] = [];
  let group: { cols: number[]; labels: Map<number, LabelKind> } = { cols: [], labels: new Map() };
  let values = 0;
  for (const col of cols) {
    const head = headOf.get(col);
    const kind = labelKind(head, stats.get(col), sheet, col, rightmostLabel);
    const splits =
      values > 0 &&
      (kind === 'product' || kind === 'period') &&
      [...group.labels.entries()].some(
        ([other, otherKind]) =>
          otherKind === kind &&
          (kind === 'period' || (headOf.get(other)?.field ?? null) === (head?.field ?? null)),
      );
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

  return groups.flatMap(({ cols: own, labels }) => {
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
    const tableHeads = own.flatMap((col) => {
      const head = headOf.get(col);
      return head && !labels.has(col) ? [head] : [];
    });
    if (hasRowPeriods || !hasProducts) {
      for (const head of tableHeads) nameHead(head, sheet, title);
    }
    const titled = tableHeads.some((head) => head.product !== null)
      ? null
      : titleProduct([view.name, ...titles], title.domain, lexicon);
    if (tableHeads.length === 0) return [];
    const rows = readRows(
      sheet,
      bodyTop,
      bodyBottom,
      own,
      labels,
      headOf,
      title,
      hasColumnPeriods,
      tableHeads,
      titled,
    );
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
      },
    ];
  });
}

/** The one product that a table's titles name, nearest title first. */
function titleProduct(
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

/** In a table with products across, the heading text that names the product. */
function nameHead(head: ColumnHead, sheet: Sheet, title: Facts): void {
  const texts = head.texts.filter((text) => {
    const phrase = readPhrase(text);
    if (sheet.lexicon.products.certain(text) !== null) return true;
    if (phrase.total || phrase.period !== null || phrase.rest.length === 0 || phrase.measure === 'tariff') {
      return false;
    }
    return (
      sheet.lexicon.domains.mentioned(text) === null ||
      phrase.rest.some((word) => !sheet.lexicon.domains.isDomainWord(word))
    );
  });
  if (texts.length === 0) return;
  const certain = texts.find((text) => sheet.lexicon.products.certain(text) !== null);
  if (certain !== undefined) {
    // A known product name may hold words such as `jeugdhulp` or `dagen`: those aren't its domain or measure.
    const own = texts
      .filter((text) => sheet.lexicon.products.certain(text) !== null)
      .map((text) => readPhrase(text));
    const others = head.texts.filter((text) => !texts.includes(text)).map((text) => readPhrase(text));
    const clean = noFacts();
    for (const other of others) mergeFacts(clean, other, null, sheet.lexicon);
    if (own.length > 0) {
      head.measure = clean.measure;
      head.domain = clean.domain;
      head.unit = clean.unit;
      head.total = clean.total;
      head.foreign = clean.foreign;
    }
  }
  const domain = head.domain ?? title.domain;
  const label = [...new Set(texts)].join(' ');
  let finding = sheet.lexicon.products.match(label, domain);
  if (finding.product === null && texts.length > 1) {
    for (const text of [...texts].reverse()) {
      const single = sheet.lexicon.products.match(text, domain);
      if (single.product !== null && single.confidence > finding.confidence) finding = single;
    }
  }
  head.product = finding;
  head.productLabel = label;
}

function isValueCell(cell: GridCell | undefined): boolean {
  if (!cell) return false;
  return cell.formula !== null || cell.value?.kind === 'number' || cell.value?.kind === 'error';
}

/** A cell made ready for numbers: formatted or coloured though empty. */
function isReadyCell(cell: GridCell | undefined): boolean {
  return (
    cell !== undefined && (isValueCell(cell) || cell.format !== null || cell.fill !== null || !cell.locked)
  );
}

function readRows(
  sheet: Sheet,
  top: number,
  bottom: number,
  cols: readonly number[],
  labels: ReadonlyMap<number, LabelKind>,
  headOf: ReadonlyMap<number, ColumnHead>,
  title: Facts,
  hasColumnPeriods: boolean,
  heads: readonly ColumnHead[],
  titled: { label: string; finding: ProductFinding } | null,
): RowFacts[] {
  const { view, lexicon } = sheet;
  const rows: RowFacts[] = [];
  const section = noFacts();
  const productCols = cols.filter((col) => labels.get(col) === 'product');
  const hasRowPeriods = [...labels.values()].includes('period');
  const firstLabelCol = cols.find((col) => labels.has(col)) ?? -1;
  let lastProduct: RowFacts | null = null;
  let lastPeriod: PeriodPhrase | null = null;
  let lastDomain: string | null = null;
  let lastClient: string | null = null;
  let gapSince = false;
  let lastRowSeen = top - 1;
  for (let row = top; row <= bottom; row++) {
    const all = sheet.rows.get(row);
    if (!all) continue;
    const items = all.filter((item) => cols.includes(item.cell.col));
    if (items.length === 0) continue;
    if (row > lastRowSeen + 1) gapSince = true;
    lastRowSeen = row;
    const facts = noFacts();
    const labelTexts: { col: number; text: string; item: Annotated }[] = [];
    let productTexts: { col: number; text: string; item: Annotated }[] = [];
    let client: string | null = null;
    let unmatched = '';
    for (const item of items) {
      const kind = labels.get(item.cell.col);
      if (kind === undefined || kind === 'ignored') continue;
      const text = view.text(item.cell);
      if (text === '') continue;
      labelTexts.push({ col: item.cell.col, text, item });
      if (kind === 'period') {
        const number = item.cell.value?.kind === 'number' ? item.cell.value.value : Number.NaN;
        const month =
          /^0?([1-9]|1[0-2])$/.exec(text) &&
          (headOf.get(item.cell.col)?.field === 'period' || Number.isInteger(number))
            ? Number(text)
            : null;
        if (item.period) {
          if (!(item.phrase?.field === 'period')) facts.period = item.period;
          if (item.phrase) mergeFacts(facts, item.phrase, item, lexicon);
        } else if (month !== null) facts.period = { from: month, until: month, year: null, kind: 'month' };
        else if (item.isYear) facts.year = Number(text);
        else if (item.phrase) {
          if (item.phrase.total) facts.total = true;
          if (item.phrase.rest.length === 0 && item.phrase.phase) facts.phase = item.phrase.phase;
          if (item.phrase.foreign) facts.foreign = true;
          // Products and months nested in one column.
          if (lexicon.products.certain(text) !== null) {
            productTexts.push({ col: item.cell.col, text, item });
          }
          unmatched = text;
        }
      } else if (kind === 'year') {
        const year = Number(text);
        if (Number.isInteger(year) && year >= 1990 && year <= 2100) facts.year = year;
        else if (item.phrase?.total) facts.total = true;
      } else if (kind === 'unit') facts.unit = normaliseUnit(text);
      else if (kind === 'client') {
        if (item.phrase?.total && item.phrase.rest.length === 0) facts.total = true;
        else client = text;
      } else if (kind === 'domain') {
        facts.domain = lexicon.domains.mentioned(text) ?? text;
        if (item.phrase?.total) facts.total = true;
      } else if (kind === 'location') {
        if (item.phrase?.total) facts.total = true;
      } else if (kind === 'status' || kind === 'measure') {
        const phrase = item.phrase;
        if (phrase) {
          if (phrase.phase) facts.phase = phrase.phase;
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
      } else productTexts.push({ col: item.cell.col, text, item });
    }

    // Product labels: what is wholly a measure, phase, total or month says that instead.
    let product: ProductFinding | null = null;
    let label = '';
    let labelCol = productCols[0] ?? firstLabelCol;
    const saying = productTexts.filter(({ item, text }) => {
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
    const hasTotalWord = productTexts.some(
      ({ item, text }) =>
        item.phrase?.total === true &&
        lexicon.products.certain(text) === null &&
        /^(?:sub|eind|jaar|generaal )?(?:totaal|total|totalen|totals|som|sum|tot|sommatie|subtot)\b/.test(
          item.phrase.normalised.replace(/^(?:het |grand |the )/, ''),
        ),
    );
    for (const { item } of saying) {
      const phrase = item.phrase;
      if (!phrase) continue;
      if (phrase.measure) facts.measure = phrase.measure;
      if (phrase.phase) facts.phase = phrase.phase;
      if (phrase.scale) facts.scale = phrase.scale;
      if (phrase.unit) facts.unit ??= phrase.unit;
      if (
        phrase.measure === null &&
        phrase.unit !== null &&
        phrase.phase === null &&
        !phrase.total &&
        productTexts.length === 1
      )
        facts.measure = 'volume';
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
    productTexts = productTexts.filter((part) => !saying.includes(part));
    if (productTexts.length > 0) {
      labelCol = productTexts[0]?.col ?? labelCol;
      label = [...new Set(productTexts.map(({ text }) => text))].join(' ');
      const domain = facts.domain ?? section.domain ?? lastDomain ?? title.domain;
      let finding = matchParts(productTexts, label, domain, lexicon);
      // A trailing measure in the label itself: `Begeleiding individueel - uren`.
      if (finding.how === 'fuzzy' || finding.product === null) {
        for (const { item, text } of productTexts) {
          const split = splitLabel(text);
          if (!split) continue;
          const other = lexicon.products.match(split.name, domain);
          if (other.product !== null && other.confidence >= finding.confidence) {
            finding = other;
            label = split.name;
            if (split.tail.measure) facts.measure = split.tail.measure;
            if (split.tail.phase) facts.phase = split.tail.phase;
          }
          if (item.cell.col !== labelCol) break;
        }
      }
      product = facts.total && finding.how === 'fuzzy' ? null : finding;
    }

    const valueCells = heads.map((head) => view.at(row, head.col)).filter((cell) => cell !== undefined);
    const hasValues = valueCells.some((cell) => isValueCell(cell));
    const isReady = hasValues || valueCells.some((cell) => isReadyCell(cell));

    // A line that heads what follows: titles of sections, domains, phases, measures.
    const says = labelTexts.length > 0 ? readPhrase(labelTexts.map(({ text }) => text).join(' ')) : null;
    const others = items.filter((item) => !labels.has(item.cell.col));
    const mentionsDomain =
      (product?.product ?? null) === null && labelTexts.length > 0
        ? lexicon.domains.mentioned(labelTexts.map(({ text }) => text).join(' '))
        : null;
    const onlySection =
      !hasValues &&
      others.length === 0 &&
      (product?.product ?? null) === null &&
      !facts.total &&
      client === null &&
      (facts.period === null || (!hasRowPeriods && !hasColumnPeriods)) &&
      labelTexts.length === 1 &&
      (mentionsDomain !== null ||
        saying.length > 0 ||
        (product !== null && !isReady && gapOrBold(labelTexts[0]?.item, gapSince, product)));
    if (onlySection && says && (mentionsDomain !== null || saying.length > 0)) {
      // `aantal` below a product is a row of that product; below another section line it is a section.
      const isChild =
        saying.length > 0 &&
        mentionsDomain === null &&
        lastProduct !== null &&
        !gapSince &&
        isFollowedByPlain(sheet, row, productCols, lexicon) === false;
      if (!isChild) {
        if (mentionsDomain !== null) {
          section.domain = mentionsDomain;
          if (saying.length === 0 || says.phase === null) section.phase = null;
        }
        if (says.phase) section.phase = says.phase;
        if (says.measure) section.measure = says.measure;
        if (says.scale) section.scale = says.scale;
        if (facts.period) section.period = facts.period;
        section.foreign = isForeignTitle(says);
        lastProduct = null;
        gapSince = false;
        continue;
      }
    } else if (onlySection) {
      const phrase = labelTexts[0]?.item.phrase;
      if (phrase?.scale) section.scale = phrase.scale;
      gapSince = false;
      continue;
    }

    if (facts.total && (product?.product ?? null) === null) product = null;
    // Blank product beside other labels: the product above goes on.
    const speaks =
      facts.measure !== null ||
      facts.phase !== null ||
      client !== null ||
      (facts.period !== null && !hasColumnPeriods);
    if (
      product === null &&
      !facts.total &&
      titled &&
      !lastProduct &&
      (speaks || (hasRowPeriods && facts.period !== null))
    ) {
      // A table about one product, named in its title.
      product = titled.finding;
      label = titled.label;
    }
    let group: RowFacts | null = null;
    if (product === null && !facts.total && speaks && lastProduct && !gapSince) {
      product = lastProduct.product;
      label = lastProduct.label;
      group = lastProduct;
      if (facts.unit === null) facts.unit = lastProduct.unit;
      facts.domain ??= lastProduct.domain;
    }
    if (
      facts.period === null &&
      hasRowPeriods &&
      productTexts.every(({ col }) => labels.get(col) === 'product') &&
      !facts.total &&
      lastPeriod &&
      !gapSince &&
      (product !== null || facts.phase !== null || facts.measure !== null)
    ) {
      facts.period = lastPeriod;
    }
    if ([...labels.values()].includes('domain')) {
      if (facts.domain === null && !facts.total && !gapSince) facts.domain = lastDomain;
      else if (facts.domain !== null) lastDomain = facts.domain;
    }
    if ([...labels.values()].includes('client')) {
      if (client === null && !facts.total && !gapSince && product !== null && group === null)
        client = lastClient;
      else if (client !== null) lastClient = client;
    }
    facts.domain ??= section.domain;
    facts.phase ??= section.phase;
    facts.measure ??= null;
    facts.scale ??= section.scale;
    facts.period ??= section.period;
    if (section.foreign) facts.foreign = true;
    if (!facts.measure && section.measure) facts.measure = section.measure;
    const isRow =
      product !== null ||
      facts.total ||
      (hasRowPeriods && facts.period !== null) ||
      (productCols.length === 0 && labelTexts.length > 0);
    if (!isRow) {
      gapSince = false;
      continue;
    }
    if (
      product !== null &&
      product.product === null &&
      !isReady &&
      gapSince &&
      unmatched === '' &&
      (productTexts[0]?.text.length ?? 0) > 60
    ) {
      continue; // a note below the table
    }
    const entry: RowFacts = {
      ...facts,
      row,
      label: label === '' ? (labelTexts[0]?.text ?? '') : label,
      labelCol,
      product,
      client,
      group: false,
    };
    rows.push(entry);
    if (group && !isValueCell(firstValue(view, group.row, heads)))
      group.group =
        group.measure === null &&
        group.phase === null &&
        group.client === null &&
        !(hasRowPeriods && group.period !== null);
    if (product !== null && !facts.total && group === null && product !== titled?.finding)
      lastProduct = entry;
    if (facts.total) lastProduct = facts.total && product === null ? null : lastProduct;
    if (facts.period !== null && !facts.total) lastPeriod = facts.period;
    gapSince = false;
  }
  return rows;
}

function firstValue(view: SheetView, row: number, heads: readonly ColumnHead[]): GridCell | undefined {
  for (const head of heads) {
    const cell = view.at(row, head.col);
    if (cell?.value?.kind === 'number' && cell.formula === null) return cell;
  }
  return undefined;
}

function gapOrBold(item: Annotated | undefined, gap: boolean, product: ProductFinding): boolean {
  if (!item) return false;
  return item.cell.bold || (gap && product.candidates.length === 0);
}

/** Whether the next labelled row is a product of its own, so that this line heads it. */
function isFollowedByPlain(
  sheet: Sheet,
  row: number,
  productCols: readonly number[],
  lexicon: Lexicon,
): boolean {
  for (let below = row + 1; below <= row + 3; below++) {
    const items = (sheet.rows.get(below) ?? []).filter((item) => productCols.includes(item.cell.col));
    if (items.length === 0) continue;
    const next = items[0];
    if (!next?.phrase) return false;
    const belowThat = (sheet.rows.get(below + 1) ?? []).filter((item) =>
      productCols.includes(item.cell.col),
    )[0];
    const certain = lexicon.products.certain(next.phrase.text) !== null;
    const after = belowThat?.phrase ?? null;
    const thenPlain = after !== null && (lexicon.products.certain(after.text) !== null || after.total);
    return certain && thenPlain;
  }
  return false;
}

function matchParts(
  parts: readonly { text: string }[],
  label: string,
  domain: string | null,
  lexicon: Lexicon,
): ProductFinding {
  const whole = lexicon.products.match(label, domain);
  if (parts.length === 1 || whole.how === 'code-and-name' || whole.how === 'code' || whole.how === 'alias')
    return whole;
  let best = whole;
  for (const { text } of parts) {
    const finding = lexicon.products.match(text, domain);
    if (finding.product !== null && finding.confidence > best.confidence) best = finding;
  }
  return best;
}

/** `Name - uren`, `Name (bedrag)`: a label with a measure or phase at its end. */
function splitLabel(text: string): { name: string; tail: Phrase } | null {
  const match = /^(.*?)\s*(?:[-–—:;,/|(]\s*)([^-–—:;,/|()]+)\)?\s*$/.exec(text);
  const name = match?.[1]?.trim() ?? '';
  const tail = match?.[2] === undefined ? null : readPhrase(match[2].trim());
  if (name === '' || !tail || tail.rest.length > 0 || (tail.measure === null && tail.phase === null))
    return null;
  return { name, tail };
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
