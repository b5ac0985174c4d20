import { Decimal, inRange, type CellWrite, type GridCell, type GridRange, type WorkbookGrid } from '../core';
import { cellAt, firstCellFrom, forCellsIn, placeKey } from './cells';
import { ExactSum } from './exact-sum';
import {
  areaRange,
  referencesOf,
  sheetOf,
  tokenise,
  type FormulaReferences,
  type FormulaToken,
} from './formula';

/**
 * A formula cell whose cached value doesn't hold any more after writing. `value` is the new value when it
 * could be computed with certainty, as decimal text; null when only the spreadsheet program can tell.
 */
export interface StaleFormula {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
  readonly value: string | null;
}

export interface FormulaNode {
  readonly sheet: number;
  readonly cell: GridCell;
  isStale: boolean;
  /** New value: undefined is not computed yet, null can't be. */
  fresh: Decimal | null | undefined;
  isRunning: boolean;
}

interface Span {
  readonly range: GridRange;
  readonly node: FormulaNode;
}

/**
 * Which formulas read a place in one sheet: ranges by the tiles of 64 rows by 8 columns they touch, ranges
 * over many tiles by blocks of 8 columns, and ranges over many columns in one list.
 */
interface Readers {
  readonly tiles: Map<number, Span[]>;
  readonly columns: Map<number, Span[]>;
  readonly wide: Map<number, Span[]>;
}

const tileOf = (row: number, col: number): number => (row >> 6) * 2048 + (col >> 3);

/** Something per place, sheet by sheet. */
type ByPlace<T> = readonly Map<number, T>[];

/** Steps after which following dependencies stops, and every formula counts as dependent. */
const MAX_STEPS = 30_000_000;
/** Cells visited in evaluating; beyond it cached values are dropped instead. */
const MAX_VISITS = 3_000_000;
const MAX_CHAIN = 400;
/** Areas one formula may read before it simply counts as dependent. */
const MAX_AREAS = 5000;
/** Brackets and signs within one another. */
const MAX_NESTING = 64;

/**
 * The formulas that depend, directly or through others, on written cells. In doubt a formula counts as
 * dependent: a dropped cached value is computed anew on opening, a stale one is a wrong number.
 * @param before The workbook as it was; `writes` are those that are carried out.
 */
export function findStaleFormulas(before: WorkbookGrid, writes: readonly CellWrite[]): StaleFormula[] {
  const sheetIndex = new Map(before.sheets.map((sheet, index) => [sheet.name.toLowerCase(), index]));
  const written: ByPlace<CellWrite> = before.sheets.map(() => new Map());
  const byName = new Map(before.sheets.map((sheet, index) => [sheet.name, index]));
  for (const write of writes) {
    const sheet = byName.get(write.sheet) ?? sheetIndex.get(write.sheet.toLowerCase());
    if (sheet !== undefined) written[sheet]?.set(placeKey(write.row, write.col), write);
  }
  const nodes: FormulaNode[] = [];
  const byPlace: ByPlace<FormulaNode> = before.sheets.map(() => new Map());
  before.sheets.forEach((sheet, index) => {
    for (const cell of sheet.cells) {
      if (cell.formula === null) continue;
      const node = { sheet: index, cell, isStale: false, fresh: undefined, isRunning: false };
      nodes.push(node);
    }
  });
  if (nodes.length === 0 || written.every((places) => places.size === 0)) return [];
  markStale(before, nodes, written, sheetIndex);
  for (const node of nodes) {
    if (node.isStale) byPlace[node.sheet]?.set(placeKey(node.cell.row, node.cell.col), node);
  }
  const evaluation = new Evaluation(before, sheetIndex, written, byPlace);
  return nodes
    .filter((node) => node.isStale)
    .map((node) => ({
      sheet: node.sheet,
      row: node.cell.row,
      col: node.cell.col,
      value: valueText(evaluation.fresh(node, 0)),
    }));
}

/** Seventeen digits are all a cell's number can hold. */
function valueText(value: Decimal | null): string | null {
  if (!value) return null;
  const text = value.isZero() ? '0' : value.toSignificantDigits(17).toString();
  return Number.isFinite(Number(text)) ? text : null;
}

function markStale(
  grid: WorkbookGrid,
  nodes: readonly FormulaNode[],
  written: ByPlace<CellWrite>,
  sheetIndex: ReadonlyMap<string, number>,
): void {
  const resolver = new Resolver(grid, sheetIndex);
  const readers = grid.sheets.map((): Readers => ({ tiles: new Map(), columns: new Map(), wide: new Map() }));
  const queue: { sheet: number; row: number; col: number }[] = [];
  const mark = (node: FormulaNode): void => {
    if (node.isStale) return;
    node.isStale = true;
    queue.push({ sheet: node.sheet, row: node.cell.row, col: node.cell.col });
  };
  for (const node of nodes) {
    const areas = resolver.areasOf(node.cell.formula ?? '', node.sheet);
    if (!areas) {
      mark(node);
      continue;
    }
    for (const { sheet, range } of areas) addReader(readers[sheet], range, node);
  }
  let steps = 0;
  /** Marks the formulas of a list that read the place, and keeps those that are still to be found. */
  const visit = (map: Map<number, Span[]>, key: number, row: number, col: number): void => {
    const spans = map.size === 0 ? undefined : map.get(key);
    if (!spans || spans.length === 0) return;
    steps += spans.length;
    let kept = 0;
    for (const span of spans) {
      if (!span.node.isStale && inRange(span.range, row, col)) mark(span.node);
      if (!span.node.isStale) spans[kept++] = span;
    }
    spans.length = kept;
  };
  const follow = (reader: Readers | undefined, row: number, col: number): void => {
    if (!reader) return;
    visit(reader.tiles, tileOf(row, col), row, col);
    visit(reader.columns, col >> 3, row, col);
    visit(reader.wide, 0, row, col);
  };
  const isTooLong = (): boolean => {
    if (steps <= MAX_STEPS) return false;
    for (const node of nodes) node.isStale = true;
    return true;
  };
  for (const [sheet, places] of written.entries()) {
    for (const { row, col } of places.values()) {
      follow(readers[sheet], row, col);
      if (isTooLong()) return;
    }
  }
  for (let place = queue.pop(); place; place = queue.pop()) {
    follow(readers[place.sheet], place.row, place.col);
    if (isTooLong()) return;
  }
}

function addReader(reader: Readers | undefined, range: GridRange, node: FormulaNode): void {
  if (!reader) return;
  const span = { range, node };
  const add = (map: Map<number, Span[]>, key: number): void => {
    const list = map.get(key);
    if (list) list.push(span);
    else map.set(key, [span]);
  };
  const [top, bottom] = [range.top >> 6, range.bottom >> 6];
  const [left, right] = [range.left >> 3, range.right >> 3];
  if ((bottom - top + 1) * (right - left + 1) <= 16) {
    for (let row = top; row <= bottom; row++) {
      for (let col = left; col <= right; col++) add(reader.tiles, row * 2048 + col);
    }
  } else if (right - left < 16) {
    for (let col = left; col <= right; col++) add(reader.columns, col);
  } else add(reader.wide, 0);
}

interface ResolvedArea {
  readonly sheet: number;
  readonly range: GridRange;
}

/** Turns references, names and tables into areas of sheets. */
class Resolver {
  private readonly names = new Map<string, string[]>();
  private readonly tables = new Map<string, ResolvedArea>();
  private readonly resolved = new Map<string, readonly ResolvedArea[] | null>();
  /** Sheets that are alike have the same formulas. */
  private readonly references = new Map<string, FormulaReferences>();

  constructor(
    grid: WorkbookGrid,
    private readonly sheetIndex: ReadonlyMap<string, number>,
  ) {
    for (const { name, refersTo } of grid.names) {
      const key = name.toLowerCase();
      this.names.set(key, [...(this.names.get(key) ?? []), refersTo]);
    }
    grid.sheets.forEach((sheet, index) => {
      for (const table of sheet.tables) {
        this.tables.set(table.name.toLowerCase(), { sheet: index, range: table.range });
      }
    });
  }

  /** The areas a formula reads; null when that can't be told. */
  areasOf(formula: string, own: number): readonly ResolvedArea[] | null {
    // A formula cell without text: its formula is somewhere this reader doesn't look.
    if (formula.trim() === '') return null;
    let references = this.references.get(formula);
    if (!references) this.references.set(formula, (references = referencesOf(formula)));
    return this.resolve(references, own);
  }

  private resolve(references: FormulaReferences, own: number): readonly ResolvedArea[] | null {
    if (references.isOpaque) return null;
    const areas: ResolvedArea[] = [];
    for (const { sheet, lastSheet, range } of references.areas) {
      const first = sheet === null ? own : this.sheetIndex.get(sheet.toLowerCase());
      const last = lastSheet === null ? first : this.sheetIndex.get(lastSheet.toLowerCase());
      if (first === undefined || last === undefined) return null;
      for (let index = Math.min(first, last); index <= Math.max(first, last); index++) {
        areas.push({ sheet: index, range });
      }
    }
    for (const table of references.tables) {
      const area = this.tables.get(table.toLowerCase());
      if (!area) return null;
      areas.push(area);
    }
    for (const name of references.names) {
      const found = this.areasOfName(name.toLowerCase());
      if (!found) return null;
      for (const area of found) areas.push(area);
      if (areas.length > MAX_AREAS) return null;
    }
    return areas.length > MAX_AREAS ? null : areas;
  }

  private areasOfName(name: string): readonly ResolvedArea[] | null {
    const table = this.tables.get(name);
    if (table) return [table];
    const known = this.resolved.get(name);
    if (known !== undefined) return known;
    // While it is being resolved a name can't be told: names that go in circles end here.
    this.resolved.set(name, null);
    const definitions = this.names.get(name) ?? [];
    const areas: ResolvedArea[] = [];
    for (const definition of definitions) {
      const references = referencesOf(definition);
      // A relative reference in a name depends on where it is used.
      if (references.areas.some((area) => area.isRelative || area.sheet === null)) return null;
      const found = this.resolve(references, 0);
      if (!found || areas.length + found.length > MAX_AREAS) return null;
      areas.push(...found);
    }
    if (definitions.length === 0) return null;
    this.resolved.set(name, areas);
    return areas;
  }
}

class NotComputable extends Error {}

/**
 * Computes sums, differences, products and quotients of cells, exactly. A formula with a cached value only gets
 * a new one when the same computation gives the old value from the old cells; anything else is left to the
 * spreadsheet program. A formula that never had a value (a workbook made by a program) is computed too, so that
 * totals show in Protected View and in programs that read values only.
 */
/** Formulas of a workbook worked out from its cells, as far as that is certain. */
export class Evaluation {
  private visits = 0;
  /** The tokens of a formula that can be computed; null for any other. */
  private readonly tokens = new Map<string, readonly FormulaToken[] | null>();
  private readonly ranges = new Map<string, GridRange | null>();
  private readonly newWrites = new Map<number, readonly Place[]>();
  private readonly operands = new Map<number, readonly (Operand | undefined)[]>();

  constructor(
    private readonly grid: WorkbookGrid,
    private readonly sheetIndex: ReadonlyMap<string, number>,
    private readonly written: ByPlace<CellWrite>,
    private readonly byPlace: ByPlace<FormulaNode>,
  ) {}

  fresh(node: FormulaNode, chain: number): Decimal | null {
    if (node.fresh !== undefined) return node.fresh;
    // A circle, or a chain too long to follow.
    if (node.isRunning || chain > MAX_CHAIN) return null;
    node.isRunning = true;
    node.fresh = this.compute(node, chain);
    node.isRunning = false;
    return node.fresh;
  }

  /**
   * What a formula comes to by the values that the workbook keeps for the cells it reads; for a formula among
   * them that keeps none, what that one comes to. Null when only the spreadsheet program can tell.
   */
  ofKept(node: FormulaNode): Decimal | null {
    const tokens = tokenise(node.cell.formula ?? '').filter((token) => token.kind !== 'space');
    if (tokens.some((token) => !isSimple(token))) return null;
    try {
      return new Expression(
        tokens,
        this.reader(node.sheet, (sheet, cell) => {
          const other = this.byPlace[sheet]?.get(placeKey(cell.row, cell.col));
          if (!other) return ownValue(cell);
          const value = this.fresh(other, 1);
          if (!value) throw new NotComputable();
          return value;
        }),
      ).value();
    } catch (error) {
      if (error instanceof NotComputable) return null;
      throw error;
    }
  }

  private compute(node: FormulaNode, chain: number): Decimal | null {
    const cached = node.cell.value;
    if (cached !== null && (cached.kind !== 'number' || !Number.isFinite(cached.value))) return null;
    const tokens = this.tokensOf(node.cell.formula ?? '');
    if (!tokens) return null;
    const body = plainSum(tokens);
    try {
      if (body !== null) return this.sumOf(node, body, cached?.value ?? null, chain);
      if (cached !== null) {
        const old = new Expression(
          tokens,
          this.reader(node.sheet, (_, cell) => ownValue(cell)),
        ).value();
        if (!old.toSignificantDigits(15).eq(new Decimal(cached.value).toSignificantDigits(15))) return null;
      }
      return new Expression(
        tokens,
        this.reader(node.sheet, (sheet, cell) => {
          const place = placeKey(cell.row, cell.col);
          const write = this.written[sheet]?.get(place);
          if (write) return writtenValue(write);
          const other = this.byPlace[sheet]?.get(place);
          if (!other) return ownValue(cell);
          const value = this.fresh(other, chain + 1);
          if (!value) throw new NotComputable();
          return value;
        }),
      ).value();
    } catch (error) {
      if (error instanceof NotComputable) return null;
      throw error;
    }
  }

  /** A formula that is nothing but the sum of one range. */
  private sumOf(node: FormulaNode, body: string, cached: number | null, chain: number): Decimal | null {
    const range = this.rangeOf(body);
    const cells = this.grid.sheets[node.sheet]?.cells;
    if (!range || !cells) return null;
    const written = this.writtenOperands(node.sheet, cells);
    const formulas = this.byPlace[node.sheet];
    const visit = (): void => {
      if (++this.visits > MAX_VISITS) throw new NotComputable();
    };
    const beyond = this.writtenBeyond(node.sheet, cells);
    if (cached !== null) {
      const old = new ExactSum();
      forCellsIn(cells, range, (cell) => {
        visit();
        addTo(old, ownValue(cell));
      });
      for (const write of beyond) {
        visit();
        if (inRange(range, write.row, write.col)) addTo(old, ownValue(write));
      }
      const before = old.value();
      if (!before.toSignificantDigits(15).eq(new Decimal(cached).toSignificantDigits(15))) return null;
    }
    const total = new ExactSum();
    forCellsIn(cells, range, (cell, index) => {
      visit();
      const operand = written[index];
      if (operand !== undefined) addTo(total, operand);
      else if (cell.formula === null) addTo(total, ownValue(cell));
      else {
        const other = formulas?.get(placeKey(cell.row, cell.col));
        const value = other ? this.fresh(other, chain + 1) : ownValue(cell);
        if (other && value === null) throw new NotComputable();
        addTo(total, value);
      }
    });
    for (const { row, col } of beyond) {
      visit();
      const write = inRange(range, row, col) ? this.written[node.sheet]?.get(placeKey(row, col)) : undefined;
      if (write) addTo(total, writtenValue(write));
    }
    const value = total.value();
    if (!value.isFinite()) return null;
    return value;
  }

  private tokensOf(formula: string): readonly FormulaToken[] | null {
    let tokens = this.tokens.get(formula);
    if (tokens === undefined) {
      const all = tokenise(formula).filter((token) => token.kind !== 'space');
      tokens = all.every(isSimple) ? all : null;
      this.tokens.set(formula, tokens);
    }
    return tokens;
  }

  private rangeOf(body: string): GridRange | null {
    let range = this.ranges.get(body);
    if (range === undefined) this.ranges.set(body, (range = areaRange(body)));
    return range;
  }

  private reader(own: number, valueOf: (sheet: number, cell: Place) => Operand): CellReader {
    return (token, isSum) => {
      const name = sheetOf(token);
      const sheet = name === null ? own : this.sheetIndex.get(name.toLowerCase());
      const range = this.rangeOf(token.body);
      const cells = sheet === undefined ? undefined : this.grid.sheets[sheet]?.cells;
      if (!range || !cells || sheet === undefined) throw new NotComputable();
      if (!isSum) {
        if (range.top !== range.bottom || range.left !== range.right) throw new NotComputable();
        this.visits++;
        return [valueOf(sheet, cellAt(cells, range.top, range.left) ?? { row: range.top, col: range.left })];
      }
      const values: Operand[] = [];
      forCellsIn(cells, range, (cell) => {
        if (++this.visits > MAX_VISITS) throw new NotComputable();
        values.push(valueOf(sheet, cell));
      });
      for (const write of this.writtenBeyond(sheet, cells)) {
        if (++this.visits > MAX_VISITS) throw new NotComputable();
        if (inRange(range, write.row, write.col)) values.push(valueOf(sheet, write));
      }
      return values;
    };
  }

  /** What is written into each cell of a sheet, in the order of its cells; undefined where nothing is. */
  private writtenOperands(sheet: number, cells: readonly GridCell[]): readonly (Operand | undefined)[] {
    const known = this.operands.get(sheet);
    if (known) return known;
    const operands: (Operand | undefined)[] = cells.map(() => undefined);
    let at = 0;
    for (const write of this.written[sheet]?.values() ?? []) {
      const { row, col } = write;
      const guess = cells[at];
      if (guess?.row !== row || guess.col !== col) at = firstCellFrom(cells, row, col);
      const cell = cells[at];
      if (cell?.row === row && cell.col === col) operands[at++] = writtenValue(write);
    }
    this.operands.set(sheet, operands);
    return operands;
  }

  /** Written cells that the sheet didn't have before. */
  private writtenBeyond(sheet: number, cells: readonly GridCell[]): readonly Place[] {
    let list = this.newWrites.get(sheet);
    if (!list) {
      list = [...(this.written[sheet]?.values() ?? [])]
        .filter(({ row, col }) => !cellAt(cells, row, col))
        .map(({ row, col }) => ({ row, col }));
      this.newWrites.set(sheet, list);
    }
    return list;
  }
}

/** A place, or the cell that is there. */
type Place = { readonly row: number; readonly col: number } | GridCell;

/**
 * A number, as a decimal or as a double that stands for the shortest decimal it is written as; `null` is blank;
 * text and booleans count for nothing in a sum and can't be calculated with.
 */
type Operand = Decimal | number | null | 'other';

type CellReader = (token: FormulaToken, isSum: boolean) => Operand[];

function ownValue(cell: Place): Operand {
  if (!('value' in cell) || cell.value === null) {
    // A formula without cached value isn't blank: its value isn't known.
    if ('formula' in cell && cell.formula !== null) throw new NotComputable();
    return null;
  }
  if (cell.value.kind === 'error') throw new NotComputable();
  return cell.value.kind === 'number' ? cell.value.value : 'other';
}

function writtenValue({ value }: CellWrite): Operand {
  if (value === null) return null;
  if (value.kind !== 'number') return 'other';
  // Fifteen digits fit a double, which is then written with the same digits again.
  return value.text.length <= 15 ? Number(value.text) : new Decimal(value.text);
}

/** The range of tokens that add up one range and do nothing else; null for any other. */
function plainSum(tokens: readonly FormulaToken[]): string | null {
  const [sum, area, end] = tokens;
  if (tokens.length !== 3 || sum?.kind !== 'function' || area?.kind !== 'area' || end?.body !== ')')
    return null;
  return area.sheet === null ? area.body : null;
}

/** Adds what counts in a sum. */
function addTo(sum: ExactSum, operand: Operand): void {
  if (operand !== null && operand !== 'other') sum.add(operand);
}

const isSimple = (token: FormulaToken): boolean =>
  token.kind === 'number' ||
  (token.kind === 'area' && !token.sheet?.includes('[') && !/^[^']*:|^'.*:.*'$/.test(token.sheet ?? '')) ||
  (token.kind === 'function' && /^SUM\($/i.test(token.body)) ||
  (token.kind === 'operator' && /^[-+*/%(),]$/.test(token.body));

/** Reads tokens as an expression and computes it. */
class Expression {
  private at = 0;
  private nesting = 0;

  constructor(
    private readonly tokens: readonly FormulaToken[],
    private readonly read: CellReader,
  ) {}

  value(): Decimal {
    const value = this.sum();
    if (this.at !== this.tokens.length || !value.isFinite()) throw new NotComputable();
    return value;
  }

  private take(operators: string): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'operator' || !operators.includes(token.body)) return null;
    this.at++;
    return token.body;
  }

  private sum(): Decimal {
    let value = this.product();
    for (let operator = this.take('+-'); operator; operator = this.take('+-')) {
      const right = this.product();
      value = operator === '+' ? value.plus(right) : value.minus(right);
    }
    return value;
  }

  private product(): Decimal {
    let value = this.factor();
    for (let operator = this.take('*/'); operator; operator = this.take('*/')) {
      const right = this.factor();
      if (operator === '/' && right.isZero()) throw new NotComputable();
      value = operator === '*' ? value.times(right) : value.dividedBy(right);
    }
    return value;
  }

  private factor(): Decimal {
    if (this.nesting >= MAX_NESTING) throw new NotComputable();
    this.nesting++;
    const value = this.signed();
    this.nesting--;
    return value;
  }

  private signed(): Decimal {
    const sign = this.take('+-');
    if (sign) return sign === '-' ? this.factor().negated() : this.factor();
    let value = this.primary();
    while (this.take('%')) value = value.dividedBy(100);
    return value;
  }

  private primary(): Decimal {
    const token = this.tokens[this.at];
    if (!token) throw new NotComputable();
    if (this.take('(')) {
      const value = this.sum();
      if (!this.take(')')) throw new NotComputable();
      return value;
    }
    this.at++;
    if (token.kind === 'number') return new Decimal(token.body);
    if (token.kind === 'area') {
      const [operand = null] = this.read(token, false);
      if (operand === 'other') throw new NotComputable();
      return new Decimal(operand ?? 0);
    }
    if (token.kind === 'function') return this.sumOfArguments();
    throw new NotComputable();
  }

  private sumOfArguments(): Decimal {
    const total = new ExactSum();
    do {
      const token = this.tokens[this.at];
      const after = this.tokens[this.at + 1];
      const isWholeArgument = after?.kind === 'operator' && (after.body === ',' || after.body === ')');
      if (token?.kind === 'area' && isWholeArgument) {
        this.at++;
        for (const operand of this.read(token, true)) {
          if (operand !== null && operand !== 'other') total.add(operand);
        }
      } else total.add(this.sum());
    } while (this.take(','));
    if (!this.take(')')) throw new NotComputable();
    return total.value();
  }
}
