import type { GridCell, GridRange, SheetGrid } from '../../src/core/prognosis/grid';
import type { Coords, Line, Vocabulary } from './lines';
import type { Meaning, Spec, Truth, TruthRole } from './shapes';
import { isMonth, type Month } from '../../src/core/values';
import { productOf, YEAR, type Dice, type Written } from './words';

export interface Cell {
  value: GridCell['value'];
  formula: string | null;
  format: string | null;
  locked: boolean;
  bold: boolean;
  fill: string | null;
}

/** A sheet in the making. */
export class Canvas {
  readonly cells = new Map<string, Cell & { row: number; col: number }>();
  readonly merges: GridRange[] = [];
  readonly validations: GridRange[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenCols = new Set<number>();
  visibility: SheetGrid['visibility'] = 'visible';
  bottom = 0;

  constructor(
    readonly name: string,
    readonly isProtected: boolean,
  ) {}

  put(row: number, col: number, written: Written | null, looks: Partial<Cell> = {}): void {
    const value: GridCell['value'] =
      written === null
        ? null
        : typeof written.v === 'number'
          ? { kind: 'number', value: written.v }
          : { kind: 'text', value: written.v };
    const plain = { formula: null, format: written?.format ?? null, locked: true, bold: false, fill: null };
    this.cells.set(`${row}:${col}`, { row, col, ...plain, value, ...looks });
    this.bottom = Math.max(this.bottom, row);
  }

  grid(): SheetGrid {
    const cells = [...this.cells.values()].sort((a, b) => a.row - b.row || a.col - b.col);
    return {
      name: this.name,
      visibility: this.visibility,
      isProtected: this.isProtected,
      rowCount: cells.reduce((most, cell) => Math.max(most, cell.row + 1), 0),
      colCount: cells.reduce((most, cell) => Math.max(most, cell.col + 1), 0),
      cells,
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenCols: this.hiddenCols,
      tables: [],
      validations: this.validations,
      pivots: [],
    };
  }
}

/** A cell of a table that lies on a row line and a column line. */
export interface Placed {
  readonly canvas: Canvas;
  readonly row: number;
  readonly col: number;
  readonly rowLine: Line;
  readonly colLine: Line;
  readonly coords: Coords;
}

/** A workbook in the making. */
export interface Work {
  readonly spec: Spec;
  readonly dice: Dice;
  readonly given: Vocabulary;
  readonly canvases: Canvas[];
  readonly truth: Truth[];
  readonly placed: Placed[];
  /** Cells with tariffs of their own, by domain, location, product and client. */
  readonly tariffs: Map<string, { canvas: Canvas; row: number; col: number }>;
  readonly scale: 1 | 1000;
  readonly defaultMeasure: 'amount' | 'volume' | 'clients';
}

const monthText = (year: number, month: number): Month => {
  const text = `${year}-${String(month).padStart(2, '0')}`;
  if (!isMonth(text)) throw new Error(text);
  return text;
};

const UNIT_FOR: Readonly<Record<NonNullable<Spec['unit']>, Readonly<Record<string, string>>>> = {
  minutes: { uur: 'minuut' },
  hours: { minuut: 'uur' },
  days: { etmaal: 'dag' },
  'day-parts': {},
};

/** Unit in which a layout wants the volume of a product. */
export const unitIn = (spec: Spec, code: string): string => {
  const own = productOf(code).unit;
  return (spec.unit === undefined ? undefined : UNIT_FOR[spec.unit][own]) ?? own;
};

export const PLURAL: Readonly<Record<string, string>> = {
  uur: 'uren',
  minuut: 'minuten',
  dag: 'dagen',
  etmaal: 'etmalen',
  dagdeel: 'dagdelen',
};

export function meaningOf(work: Work, coords: Coords): Meaning | null {
  const { spec } = work;
  const code = coords.product;
  const period = coords.period ?? { year: YEAR, from: 1, until: 12 };
  if (code === undefined) return null;
  const measure = coords.measure ?? work.defaultMeasure;
  const phase =
    coords.phase ??
    (spec.phaseHead !== undefined && measure !== 'tariff'
      ? period.until <= 6
        ? 'actual'
        : 'forecast'
      : 'any');
  return {
    product: code,
    domain: productOf(code).domain,
    measure,
    from: monthText(period.year, period.from),
    until: monthText(period.year, period.until),
    phase,
    scale: measure === 'amount' ? work.scale : 1,
    unit: measure === 'volume' && spec.unitPlace !== undefined ? unitIn(spec, code) : null,
    client: coords.client ?? null,
    location: coords.location ?? null,
  };
}

export function say(
  work: Work,
  canvas: Canvas,
  row: number,
  col: number,
  role: TruthRole,
  meaning: Meaning | null = null,
): void {
  work.truth.push({ sheet: canvas.name, row, col, role, meaning });
}
