import { columnLetters } from '../../src/core/prognosis/grid';
import { meaningOf, say, type Canvas, type Placed, type Work } from './canvas';
import type { Coords, Line } from './lines';
import type { Meaning } from './shapes';
import { PRODUCTS, YEAR, type Written } from './words';

export function formatFor(work: Work, coords: Coords): string | null {
  const { spec } = work;
  if (spec.bare) return null;
  const measure = coords.measure ?? work.defaultMeasure;
  if (measure === 'volume' || measure === 'clients') return '#,##0.00';
  if (spec.format === 'plain') return '#,##0.00';
  if (spec.format === 'accounting') return '_ [$€-2] * #,##0.00_ ;_ [$€-2] * -#,##0.00_ ';
  return '€ #,##0.00';
}

export function writeFormulas(work: Work): void {
  const { spec } = work;
  const at = new Map<Canvas, Map<string, Placed>>();
  for (const one of work.placed) {
    let own = at.get(one.canvas);
    if (!own) at.set(one.canvas, (own = new Map()));
    own.set(`${one.row}:${one.col}`, one);
  }
  const rowsOf = new Map<Line, Placed[]>();
  const colsOf = new Map<Line, Placed[]>();
  const leafKey = (coords: Coords): string =>
    JSON.stringify([
      coords.domain,
      coords.location,
      coords.product,
      coords.client,
      coords.period,
      coords.phase,
    ]);
  const byLeaf = new Map<string, Placed>();
  for (const one of work.placed) {
    rowsOf.set(one.rowLine, [...(rowsOf.get(one.rowLine) ?? []), one]);
    colsOf.set(one.colLine, [...(colsOf.get(one.colLine) ?? []), one]);
    if (one.rowLine.kind === 'leaf' && one.colLine.kind === 'leaf')
      byLeaf.set(`${leafKey(one.coords)}|${one.coords.measure ?? work.defaultMeasure}`, one);
  }
  const sumOf = (parts: readonly Placed[], inner = ''): string => {
    const cells = [...parts].sort((a, b) => a.row - b.row || a.col - b.col);
    const names = cells.map((cell) => `${columnLetters(cell.col)}${cell.row + 1}`);
    const [first, last] = [cells[0], cells[cells.length - 1]];
    const isRange =
      first &&
      last &&
      (first.row === last.row
        ? last.col - first.col === cells.length - 1
        : first.col === last.col && last.row - first.row === cells.length - 1);
    if (spec.totalFormula === 'plus') return names.join('+');
    const range = isRange ? `${names[0] ?? ''}:${names[names.length - 1] ?? ''}` : names.join(',');
    return spec.totalFormula === 'subtotal' ? `SUBTOTAL(9,${range})` : `SUM(${range})${inner}`;
  };
  for (const one of work.placed) {
    const { canvas, row, col, rowLine, colLine, coords } = one;
    const measure = coords.measure ?? work.defaultMeasure;
    const format = formatFor(work, coords);
    if (colLine.kind === 'foreign') {
      foreignCell(work, one, rowsOf, sumOf);
      continue;
    }
    if (rowLine.kind === 'total' || colLine.kind === 'total') {
      if (measure === 'tariff') {
        say(work, canvas, row, col, 'other');
        continue;
      }
      const parts =
        rowLine.kind === 'total'
          ? rowLine.over.flatMap((line) =>
              (rowsOf.get(line) ?? []).filter((cell) => cell.colLine === colLine),
            )
          : colLine.over.flatMap((line) =>
              (colsOf.get(line) ?? []).filter((cell) => cell.rowLine === rowLine && cell.canvas === canvas),
            );
      if (parts.length === 0) continue;
      const typed = spec.totalFormula === 'typed';
      canvas.put(row, col, typed ? { v: 4321.5 } : null, {
        formula: typed ? null : sumOf(parts),
        format,
        bold: true,
      });
      say(work, canvas, row, col, 'total');
      continue;
    }
    const period = coords.period;
    if (period?.fourWeeks || (period && period.year !== YEAR)) {
      canvas.put(row, col, spec.contents === 'empty' ? null : { v: 1234.5 + row }, { format });
      say(work, canvas, row, col, 'other');
      continue;
    }
    if (coords.product === undefined) {
      say(work, canvas, row, col, 'other');
      continue;
    }
    if (spec.pq && measure === 'amount') {
      const volume = byLeaf.get(`${leafKey(coords)}|volume`);
      const rate =
        byLeaf.get(`${leafKey(coords)}|tariff`) ??
        work.tariffs.get(
          `${coords.domain ?? ''}|${coords.location ?? ''}|${coords.product}|${coords.client ?? ''}`,
        );
      if (volume && rate) {
        canvas.put(row, col, null, {
          formula: `${columnLetters(volume.col)}${volume.row + 1}*${columnLetters(rate.col)}${rate.row + 1}`,
          format,
        });
        say(work, canvas, row, col, 'formula');
        continue;
      }
    }
    inputCell(work, one, measure, format);
  }
}

export function inputCell(
  work: Work,
  { canvas, row, col, coords }: Placed,
  measure: Meaning['measure'],
  format: string | null,
): void {
  const { spec } = work;
  const contents = spec.contents ?? 'empty';
  const old = 100 + ((row * 37 + col * 101) % 900) + 0.25;
  const written: Written | null =
    measure === 'tariff'
      ? { v: 40 + PRODUCTS.findIndex((one) => one.code === coords.product) }
      : contents === 'old'
        ? { v: old }
        : contents === 'zero'
          ? { v: 0 }
          : contents === 'dash'
            ? { v: '-' }
            : null;
  const fill = spec.notes === 'legend' || spec.notes === 'both' ? 'FFFF99' : null;
  if (written !== null || !spec.bare || spec.protect)
    canvas.put(row, col, written, { format, locked: spec.protect !== true, fill });
  if (spec.validations) canvas.validations.push({ top: row, left: col, bottom: row, right: col });
  say(work, canvas, row, col, 'input', meaningOf(work, coords));
}

export function foreignCell(
  work: Work,
  { canvas, row, col, rowLine, colLine }: Placed,
  rowsOf: ReadonlyMap<Line, readonly Placed[]>,
  sumOf: (parts: readonly Placed[]) => string,
): void {
  const what = colLine.foreign ?? '';
  const parts = (rowsOf.get(rowLine) ?? []).filter(
    (cell) =>
      colLine.over.includes(cell.colLine) &&
      cell.canvas === canvas &&
      (cell.coords.measure ?? 'amount') === 'amount',
  );
  const budget = `${columnLetters(col - 1)}${row + 1}`;
  if (what === 'remark') {
    if (rowLine.kind === 'leaf' && work.dice.chance(0.3))
      canvas.put(row, col, {
        v: work.dice.pick(['tarief per 1 juli gewijzigd', 'nieuwe cliënt vanaf mei', 'zie mail d.d. 12-05']),
      });
    say(work, canvas, row, col, 'other');
    return;
  }
  if (what === 'budget' || what === 'last-year') {
    canvas.put(row, col, { v: 50000 + row * 10 }, { format: '€ #,##0.00' });
    say(work, canvas, row, col, 'other');
    return;
  }
  if (parts.length === 0) return;
  const formula =
    what === 'difference'
      ? `${budget}-${sumOf(parts)}`
      : what === 'percentage'
        ? `${sumOf(parts)}/${budget}`
        : `AVERAGE(${sumOf(parts).replace(/^SUM\(|\)$/g, '')})`;
  canvas.put(row, col, null, { formula, format: what === 'percentage' ? '0.0%' : '€ #,##0.00' });
  say(work, canvas, row, col, 'formula');
}
