import { monthOf } from '../../values/date';
import type { Message } from '../../values/message';
import { sameDomain } from '../domains';
import type { WorkbookGrid } from '../grid';
import { readFormula } from '../formulas';
import type { DetectionContext, HeaderCell, Layout, Slot, TotalCell } from '../layout';
import { viewsOf, type SheetView } from '../sheet-view';
import type { CorrectionSay } from './correction';
import type { FoundPlace } from './find-place';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** What is said about a cell that isn't known yet. */
type Said = Omit<Extract<CorrectionSay, { what: 'cells' }>, 'period'> & {
  period?: Slot['period'];
  numbers: Set<number>;
};

export const placeKey = ({ sheet, row, col }: { sheet: string; row: number; col: number }): string =>
  `${sheet}\u0000${row}\u0000${col}`;

/** A layout that is being corrected. */
export class Draftsman {
  readonly slots: Map<string, Mutable<Slot>>;
  readonly totals: Map<string, TotalCell>;
  headers: HeaderCell[];
  readonly partials = new Map<string, { row: number; col: number; sheet: string; said: Said }>();
  /** Places whose meaning a correction changed. */
  readonly touched = new Set<string>();
  readonly removed = new Set<string>();
  readonly ignoredSheets = new Set<string>();
  private readonly views: ReadonlyMap<string, SheetView>;

  constructor(
    readonly layout: Layout,
    readonly workbook: WorkbookGrid,
    readonly context: DetectionContext,
  ) {
    this.views = new Map(viewsOf(workbook).map((view) => [view.name, view]));
    this.slots = new Map(layout.slots.map((slot) => [placeKey(slot), { ...slot }]));
    this.totals = new Map(layout.totals.map((total) => [placeKey(total), total]));
    this.headers = [...layout.headers];
  }

  /** Applies one correction; says how many cells it changed. */
  apply(say: CorrectionSay, place: FoundPlace, number: number, remarks: Message[]): number {
    if (say.what === 'header') return this.setHeader(say.header, place);
    if (say.what === 'ignored' && place.rows === null && place.columns === null) {
      this.ignoredSheets.add(place.sheet);
    }
    let cells = 0;
    let formulas = 0;
    for (const { row, col, down, across } of this.cellsOf(place, say)) {
      const key = placeKey({ sheet: place.sheet, row, col });
      const changed = this.applyTo(key, { sheet: place.sheet, row, col }, say, { down, across }, number);
      if (!changed) continue;
      cells += 1;
      this.touched.add(key);
      if (this.slots.get(key)?.role === 'formula') formulas += 1;
    }
    if (say.what === 'ignored') cells += this.dropHeaders(place);
    if (say.what === 'cells' && formulas > 0)
      remarks.push({ code: 'corrections.formulas', facts: { number, count: formulas } });
    if (say.what === 'cells' && say.product !== undefined && !this.isKnown(say.product))
      remarks.push({ code: 'corrections.product-unknown', facts: { number, product: say.product } });
    return cells;
  }

  view(sheet: string): SheetView | undefined {
    return this.views.get(sheet);
  }

  private isKnown(product: string): boolean {
    return this.context.products.some(({ code }) => code === product);
  }

  /** The cells of a place: each one of a range, and those with a meaning in whole rows, columns and sheets. */
  private *cellsOf(
    place: FoundPlace,
    say: CorrectionSay,
  ): Generator<{ row: number; col: number; down: number; across: number }> {
    const { sheet, rows, columns } = place;
    if (rows && columns) {
      for (const [down, row] of rows.entries()) {
        if (row === null) continue;
        for (const [across, col] of columns.entries()) {
          if (col !== null && !this.view(sheet)?.isCovered(row, col)) yield { row, col, down, across };
        }
      }
      return;
    }
    const rowAt = new Map(rows?.flatMap((row, index) => (row === null ? [] : [[row, index] as const])));
    const colAt = new Map(columns?.flatMap((col, index) => (col === null ? [] : [[col, index] as const])));
    const known = [...this.slots.values(), ...(say.what === 'cells' ? [] : this.totals.values())];
    for (const { sheet: own, row, col } of known) {
      if (own !== sheet) continue;
      const down = rows ? rowAt.get(row) : 0;
      const across = columns ? colAt.get(col) : 0;
      if (down !== undefined && across !== undefined) yield { row, col, down, across };
    }
  }

  private applyTo(
    key: string,
    at: { sheet: string; row: number; col: number },
    say: CorrectionSay,
    step: { down: number; across: number },
    number: number,
  ): boolean {
    const slot = this.slots.get(key);
    const total = this.totals.get(key);
    switch (say.what) {
      case 'ignored':
        if (!slot && !total) return this.partials.delete(key);
        this.slots.delete(key);
        this.totals.delete(key);
        this.removed.add(key);
        return true;
      case 'read-only':
        if (slot?.role !== 'input') return false;
        slot.role = 'locked';
        slot.kept = true;
        return true;
      case 'total':
        if (!slot) return total !== undefined;
        this.slots.delete(key);
        this.removed.add(key);
        this.totals.set(key, this.asTotal(slot));
        return true;
      case 'header':
        return false;
      case 'cells': {
        const known = slot ?? (total ? this.fromTotal(key, total) : null);
        if (known) {
          this.change(known, say, step);
          return true;
        }
        const cell = this.view(at.sheet)?.at(at.row, at.col);
        // A text is a label or a note, no place for a figure.
        if (cell?.value?.kind === 'text' && cell.formula === null) return false;
        const said: Said = this.partials.get(key)?.said ?? { what: 'cells', numbers: new Set() };
        const { period, ...rest } = say;
        Object.assign(said, rest, period ? { period: this.periodOf(period, step) } : {});
        said.numbers.add(number);
        this.partials.set(key, { ...at, said });
        return true;
      }
    }
  }

  private change(
    slot: Mutable<Slot>,
    say: Extract<CorrectionSay, { what: 'cells' }>,
    step: { down: number; across: number },
  ): void {
    if (say.measure !== undefined) {
      slot.measure = say.measure;
      delete slot.asked;
      if (say.measure !== 'amount') slot.scale = 1;
    }
    if (say.phase !== undefined) slot.phase = say.phase;
    if (say.scale !== undefined && slot.measure === 'amount') slot.scale = say.scale;
    if (say.unit !== undefined) slot.unit = say.unit;
    if (say.product !== undefined) {
      slot.product = say.product;
      slot.domain = this.domainFor(say.product, slot.domain);
    }
    if (say.domain !== undefined) slot.domain = say.domain;
    if (say.period !== undefined) slot.period = this.periodOf(say.period, step);
  }

  /** The domain a cell states stays when the product has it; else the product's own counts. */
  domainFor(product: string, stated: string | null): string | null {
    const own = this.context.products.flatMap((known) =>
      known.code === product && known.domain !== null ? [known.domain] : [],
    );
    if (stated !== null && (own.length === 0 || own.some((domain) => sameDomain(domain, stated))))
      return stated;
    return own[0] ?? stated;
  }

  private periodOf(
    { from, until, year, along }: NonNullable<Extract<CorrectionSay, { what: 'cells' }>['period']>,
    { down, across }: { down: number; across: number },
  ): Slot['period'] {
    const length = Math.max(1, until - from + 1);
    const first = from - 1 + length * (along === 'columns' ? across : along === 'rows' ? down : 0);
    const base = (this.layout.year ?? this.context.year) + year;
    const month = (index: number): Slot['period']['from'] =>
      monthOf(base + Math.floor(index / 12), (index % 12) + 1);
    return { from: month(first), until: month(first + length - 1) };
  }

  private asTotal(slot: Slot): TotalCell {
    const { sheet, row, col, measure, domain, label, period, scale, role } = slot;
    const formula = this.view(sheet)?.at(row, col)?.formula ?? null;
    void role;
    return { sheet, row, col, measure, domain, label, period, scale, formula: formula !== null, over: [] };
  }

  /** A cell that was taken for a total and is none: a place for figures after all. */
  private fromTotal(key: string, total: TotalCell): Mutable<Slot> {
    const { sheet, row, col, measure, domain, period, scale } = total;
    const slot: Mutable<Slot> = {
      sheet,
      row,
      col,
      measure,
      label: total.label ?? '',
      product: null,
      period,
      domain,
      phase: 'any',
      scale,
      role: this.roleAt(sheet, row, col),
    };
    const beside = this.neighbours(sheet).find((other) => other.row === row && other.product !== null);
    if (beside) {
      slot.product = beside.product;
      slot.label = beside.label;
    }
    this.totals.delete(key);
    this.removed.add(key);
    this.slots.set(key, slot);
    return slot;
  }

  roleAt(sheet: string, row: number, col: number): Slot['role'] {
    const view = this.view(sheet);
    if ((view?.at(row, col)?.formula ?? null) !== null) return 'formula';
    return view?.isLocked(row, col) ? 'locked' : 'input';
  }

  neighbours(sheet: string): Slot[] {
    return [...this.slots.values()].filter((slot) => slot.sheet === sheet);
  }

  /** The slots that the formula of a new total adds up; none when it does anything else. */
  sourcesOf(total: TotalCell): string[] {
    const { additive, references } = readFormula(
      this.view(total.sheet)?.at(total.row, total.col)?.formula ?? '',
    );
    if (!additive) return [];
    const keys: string[] = [];
    for (const [key, slot] of this.slots) {
      const isMeant = references.some(
        ({ sheet, range }) =>
          (sheet ?? total.sheet).toLowerCase() === slot.sheet.toLowerCase() &&
          slot.row >= range.top &&
          slot.row <= range.bottom &&
          slot.col >= range.left &&
          slot.col <= range.right,
      );
      if (isMeant && slot.measure !== total.measure) return [];
      if (isMeant) keys.push(key);
    }
    return keys;
  }

  private setHeader(what: HeaderCell['what'], place: FoundPlace): number {
    const row = place.rows?.find((one) => one !== null) ?? null;
    const col = place.columns?.find((one) => one !== null) ?? null;
    if (row === null || col === null) return 0;
    const view = this.view(place.sheet);
    const cell = view?.at(row, col);
    // Another cell of the same kind on this sheet was taken by mistake.
    this.headers = this.headers.filter(
      (header) =>
        !(
          header.sheet === place.sheet &&
          (header.what === what || (header.row === row && header.col === col))
        ),
    );
    this.headers.push({
      sheet: place.sheet,
      row,
      col,
      what,
      text: view?.text(cell) ?? '',
      role: cell?.formula || view?.isLocked(row, col) ? 'text' : 'input',
    });
    this.touched.add(placeKey({ sheet: place.sheet, row, col }));
    return 1;
  }

  private dropHeaders({ sheet, rows, columns }: FoundPlace): number {
    const before = this.headers.length;
    const isIn = (list: readonly (number | null)[] | null, at: number): boolean =>
      list === null || list.includes(at);
    this.headers = this.headers.filter(
      (header) => !(header.sheet === sheet && isIn(rows, header.row) && isIn(columns, header.col)),
    );
    return before - this.headers.length;
  }
}
