import type { AnnotatedSheet } from './annotated-sheet';
import type { GridCell } from './grid';
import type { PeriodPhrase } from './period-phrase';
import { isForeignTitle, readPhrase } from './phrases';
import type { ProductFinding } from './products';
import { readLabels, takeSayings, type LabelText, type RowLabels } from './row-labels';
import { matchRowProduct } from './row-product';
import type { SheetView } from './sheet-view';
import {
  noFacts,
  type Annotated,
  type ColumnHead,
  type Facts,
  type LabelKind,
  type Lexicon,
  type RowFacts,
} from './table-facts';

/** The part of a sheet whose rows are read, and what is known of it. */
export interface TableBody {
  readonly sheet: AnnotatedSheet;
  /** First and last row. */
  readonly top: number;
  readonly bottom: number;
  readonly cols: readonly number[];
  readonly labels: ReadonlyMap<number, LabelKind>;
  readonly headOf: ReadonlyMap<number, ColumnHead>;
  /** Heads of the columns of values. */
  readonly heads: readonly ColumnHead[];
  readonly title: Facts;
  readonly hasColumnPeriods: boolean;
  readonly hasRowPeriods: boolean;
  /** The one product that the table's titles name. */
  readonly titled: { readonly label: string; readonly finding: ProductFinding } | null;
}

/** The rows of a table that hold or could hold figures, with what their labels and the rows above them say. */
export const readRows = (body: TableBody): RowFacts[] => new RowReader(body).read();

/** A row while it is read. */
interface RowInHand {
  readonly row: number;
  readonly items: readonly Annotated[];
  readonly labels: RowLabels;
  readonly sayings: readonly LabelText[];
  readonly names: readonly LabelText[];
  readonly product: ProductFinding | null;
}

/** Reads rows from top to bottom and carries on what a row leaves to the rows below it. */
class RowReader {
  private readonly rows: RowFacts[] = [];
  /** What the last section line says about the rows below it. */
  private readonly section = noFacts();
  private readonly productCols: readonly number[];
  private readonly firstLabelCol: number;
  private readonly kinds: ReadonlySet<LabelKind>;
  /** The domain that all headings of values state. */
  private readonly headDomain: string | null;
  private lastProduct: RowFacts | null = null;
  private lastPeriod: PeriodPhrase | null = null;
  private lastDomain: string | null = null;
  private lastClient: string | null = null;
  private lastLocation: string | null = null;
  private lastYear: number | null = null;
  /** An empty line since the last row that counted. */
  private gapSince = false;

  constructor(private readonly body: TableBody) {
    const { cols, labels } = body;
    this.productCols = cols.filter((col) => labels.get(col) === 'product');
    this.firstLabelCol = cols.find((col) => labels.has(col)) ?? -1;
    this.kinds = new Set(labels.values());
    const domains = new Set(body.heads.map((head) => head.domain));
    this.headDomain = domains.size === 1 ? ([...domains][0] ?? null) : null;
  }

  read(): RowFacts[] {
    const { sheet, top, bottom } = this.body;
    const cols = new Set(this.body.cols);
    let lastRowSeen = top - 1;
    for (let row = top; row <= bottom; row++) {
      const items = sheet.rows.get(row)?.filter((item) => cols.has(item.cell.col)) ?? [];
      if (items.length === 0) continue;
      if (row > lastRowSeen + 1) this.gapSince = true;
      lastRowSeen = row;
      this.readRow(row, items);
    }
    return this.rows;
  }

  private readRow(row: number, items: readonly Annotated[]): void {
    const { sheet, labels: kinds, headOf, title, hasColumnPeriods } = this.body;
    const { lexicon } = sheet;
    const labels = readLabels(sheet, items, kinds, headOf);
    const { facts } = labels;
    const { sayings, names } = takeSayings(labels, lexicon, hasColumnPeriods);
    const domain = facts.domain ?? this.section.domain ?? this.lastDomain ?? this.headDomain ?? title.domain;
    const { product, label } = matchRowProduct(names, facts, domain, lexicon);
    const inHand: RowInHand = { row, items, labels, sayings, names, product };
    if (this.takeSection(inHand)) this.gapSince = false;
    else this.takeRow(inHand, label);
  }

  private hasValues(row: number): boolean {
    const { sheet, heads } = this.body;
    return heads.some((head) => isValueCell(sheet.view.at(row, head.col)));
  }

  private isReady(row: number): boolean {
    const { sheet, heads } = this.body;
    return heads.some((head) => isReadyCell(sheet.view.at(row, head.col)));
  }

  /** A line that heads what follows: titles of sections, domains, phases, measures. False for any other row. */
  private takeSection({ row, items, labels, sayings, product }: RowInHand): boolean {
    const { sheet, labels: kinds, hasColumnPeriods, hasRowPeriods } = this.body;
    const { facts, texts, client } = labels;
    const [only] = texts;
    if (!only || texts.length > 1 || facts.total || client !== null) return false;
    if ((product?.product ?? null) !== null) return false;
    if (facts.period !== null && (hasRowPeriods || hasColumnPeriods)) return false;
    if (items.some((item) => !kinds.has(item.cell.col)) || this.hasValues(row)) return false;
    const domain = sheet.lexicon.domains.mentioned(only.text);
    if (domain === null && sayings.length === 0) {
      const isHeading =
        product !== null && !this.isReady(row) && gapOrBold(only.item, this.gapSince, product);
      if (isHeading && only.item.phrase?.scale) this.section.scale = only.item.phrase.scale;
      else if (isHeading) this.section.location = only.text;
      return isHeading;
    }
    // `aantal` below a product is a row of that product; below another section line it is a section.
    const isChild =
      sayings.length > 0 &&
      domain === null &&
      this.lastProduct !== null &&
      !this.gapSince &&
      !isFollowedByPlain(sheet, row, this.productCols, sheet.lexicon);
    if (isChild) return false;
    const says = readPhrase(only.text);
    const { section } = this;
    if (domain !== null) {
      section.domain = domain;
      if (sayings.length === 0 || says.phase === null) section.phase = null;
    }
    if (says.phase || says.years.length > 0)
      section.year = says.years.length === 1 ? (says.years[0] ?? null) : null;
    if (says.phase) section.phase = says.phase;
    if (says.measure) section.measure = says.measure;
    if (says.scale) section.scale = says.scale;
    if (facts.period) section.period = facts.period;
    section.foreign = isForeignTitle(says);
    this.lastProduct = null;
    return true;
  }

  private takeRow({ row, labels, names, product: found }: RowInHand, foundLabel: string): void {
    const { hasColumnPeriods, hasRowPeriods, titled } = this.body;
    const { facts, texts, unmatched } = labels;
    let { client } = labels;
    let product = facts.total && (found?.product ?? null) === null ? null : found;
    let label = foundLabel;
    // Blank product beside other labels: the product above goes on.
    const speaks =
      facts.measure !== null ||
      facts.phase !== null ||
      client !== null ||
      (facts.location !== null && this.kinds.has('location')) ||
      (facts.period !== null && !hasColumnPeriods);
    if (
      product === null &&
      !facts.total &&
      titled &&
      !this.lastProduct &&
      (speaks || (hasRowPeriods && facts.period !== null))
    ) {
      // A table about one product, named in its title.
      product = titled.finding;
      label = titled.label;
    }
    let group: RowFacts | null = null;
    if (product === null && !facts.total && speaks && this.lastProduct && !this.gapSince) {
      group = this.lastProduct;
      product = group.product;
      label = group.label;
      facts.unit ??= group.unit;
      facts.domain ??= group.domain;
    }
    this.carryPeriod(facts, names, product);
    client = this.carryDomainAndClient(facts, client, product !== null && group === null);
    this.addSection(facts);
    const isRow =
      product !== null ||
      facts.total ||
      (hasRowPeriods && facts.period !== null) ||
      (this.productCols.length === 0 && texts.length > 0);
    const isNote =
      product !== null &&
      product.product === null &&
      this.gapSince &&
      unmatched === '' &&
      (names[0]?.text.length ?? 0) > 60 &&
      !this.isReady(row);
    // In a table of months below each other, a line that names no month, total or product is a note too.
    const isAside =
      hasRowPeriods && unmatched !== '' && product === null && facts.period === null && !facts.total;
    if (isRow && (isNote || isAside)) return; // a note below the table
    this.gapSince = false;
    if (!isRow) return;
    const { period, year, phase, measure, scale, domain, unit, location, total, foreign } = facts;
    const entry: RowFacts = {
      period,
      year,
      phase,
      measure,
      scale,
      domain,
      unit,
      location,
      total,
      foreign,
      row,
      label: label === '' ? (texts[0]?.text ?? '') : label,
      labelCol: names[0]?.col ?? this.productCols[0] ?? this.firstLabelCol,
      product,
      client,
      group: false,
    };
    this.rows.push(entry);
    if (group) this.markGroup(group);
    if (product !== null && !facts.total && group === null && product !== titled?.finding)
      this.lastProduct = entry;
    if (facts.total && product === null) this.lastProduct = null;
    if (facts.period !== null && !facts.total) this.lastPeriod = facts.period;
  }

  /** A blank period below a filled one: the period above goes on. */
  private carryPeriod(facts: Facts, names: readonly LabelText[], product: ProductFinding | null): void {
    if (
      facts.period === null &&
      this.body.hasRowPeriods &&
      names.every(({ col }) => this.body.labels.get(col) === 'product') &&
      !facts.total &&
      this.lastPeriod &&
      !this.gapSince &&
      (product !== null || facts.phase !== null || facts.measure !== null)
    ) {
      facts.period = this.lastPeriod;
    }
  }

  /** A blank domain, year, location or client below a filled one: the one above goes on. Gives the row's client. */
  private carryDomainAndClient(facts: Facts, client: string | null, ownProduct: boolean): string | null {
    if (this.kinds.has('domain')) {
      if (facts.domain === null && !facts.total && !this.gapSince) facts.domain = this.lastDomain;
      else if (facts.domain !== null) this.lastDomain = facts.domain;
    }
    if (this.kinds.has('year')) {
      if (facts.year === null && !facts.total && !this.gapSince) facts.year = this.lastYear;
      else if (facts.year !== null) this.lastYear = facts.year;
    }
    if (this.kinds.has('location')) {
      if (facts.location === null && !facts.total && !this.gapSince) facts.location = this.lastLocation;
      else if (facts.location !== null) this.lastLocation = facts.location;
    }
    if (!this.kinds.has('client')) return client;
    if (client === null && !facts.total && !this.gapSince && ownProduct) return this.lastClient;
    if (client !== null) this.lastClient = client;
    return client;
  }

  private addSection(facts: Facts): void {
    const { section } = this;
    facts.domain ??= section.domain;
    facts.phase ??= section.phase;
    facts.measure ??= section.measure;
    facts.scale ??= section.scale;
    facts.location ??= section.location;
    facts.period ??= section.period;
    facts.year ??= section.year;
    if (section.foreign) facts.foreign = true;
  }

  /** A product line whose figures stand in the rows below it has no cells of its own. */
  private markGroup(group: RowFacts): void {
    const { sheet, heads, hasRowPeriods } = this.body;
    if (isValueCell(firstNumber(sheet.view, group.row, heads))) return;
    group.group =
      group.measure === null &&
      group.phase === null &&
      group.client === null &&
      !(hasRowPeriods && group.period !== null);
  }
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

/** The first typed number of a row. */
function firstNumber(view: SheetView, row: number, heads: readonly ColumnHead[]): GridCell | undefined {
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
  sheet: AnnotatedSheet,
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
