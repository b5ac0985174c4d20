import type { Canvas, Work } from './canvas';
import { productTexts, wordsOf, type Level, type Line } from './lines';
import type { Written } from './words';

/** A text to be joined with others: a date can only be in words there. */
function plainText(text: Written | null, line: Line): string {
  if (text === null) return '';
  if (text.format === undefined) return String(text.v);
  const { period } = line.coords;
  return period ? `${String(period.from).padStart(2, '0')}-${period.year}` : '';
}

export function heading(
  work: Work,
  canvas: Canvas,
  cols: readonly Line[],
  at: number,
  top: number,
  col: number,
  levels: readonly Level[],
  heights: readonly number[],
  phaseRow: boolean,
): void {
  const { spec } = work;
  const line = cols[at];
  if (!line || line.kind === 'gap') return;
  const words = wordsOf(spec);
  const phaseOf = (one: Line | undefined): 'actual' | 'forecast' | null =>
    !one?.coords.period || one.kind !== 'leaf' ? null : one.coords.period.until <= 6 ? 'actual' : 'forecast';
  const merge = (row: number, same: (other: Line) => boolean): void => {
    let until = at;
    while (cols[until + 1] && same(cols[until + 1] as Line)) until += 1;
    if (until > at) canvas.merges.push({ top: row, left: col, bottom: row, right: col + until - at });
  };
  if (spec.colStyle === 'joined') {
    if (phaseRow) phaseHeading(work, canvas, cols, at, top, col, phaseOf, merge);
    const text = levels
      .map((level, index) =>
        level === 'product' && line.coords.product !== undefined && line.kind === 'leaf'
          ? productTexts(spec, line.coords.product)
              .map(({ v }) => String(v))
              .join(' ')
          : plainText(line.texts[index] ?? null, line),
      )
      .filter((one) => one !== '')
      .join(' ');
    const only = levels.length === 1 ? line.texts[0] : null;
    canvas.put(top + (phaseRow ? 1 : 0), col, only ?? { v: text }, { bold: true });
    return;
  }
  let row = top;
  levels.forEach((level, index) => {
    const text = line.texts[index] ?? null;
    const height = heights[index] ?? 1;
    if (level === 'period' && phaseRow) {
      phaseHeading(work, canvas, cols, at, row, col, phaseOf, merge);
      row += 1;
    }
    const isLast = index === levels.length - 1;
    const shows =
      text !== null && (isLast || spec.colStyle === 'repeated' || line.begins[index] || line.kind !== 'leaf');
    if (shows && text) {
      const said =
        spec.phaseHead === 'in-month' && level === 'period' && line.kind === 'leaf'
          ? { v: `${String(text.v)} ${words[phaseOf(line) ?? 'actual'].toLowerCase()}` }
          : text;
      if (level === 'product' && line.coords.product !== undefined && line.kind === 'leaf') {
        productTexts(spec, line.coords.product).forEach((part, down) =>
          canvas.put(row + down, col, part, { bold: true }),
        );
      } else
        canvas.put(
          row + (line.kind === 'total' && isLast ? height - (level === 'period' && phaseRow ? 2 : 1) : 0),
          col,
          said,
          { bold: true, format: said.format ?? null },
        );
      if (spec.colStyle === 'merged' && !isLast && line.kind === 'leaf') {
        merge(
          row,
          (other) =>
            other.kind === 'leaf' && other.texts[index] === line.texts[index] && !other.begins[index],
        );
      }
    }
    row += height - (level === 'period' && phaseRow ? 1 : 0);
  });
}

export function phaseHeading(
  work: Work,
  canvas: Canvas,
  cols: readonly Line[],
  at: number,
  row: number,
  col: number,
  phaseOf: (line: Line | undefined) => 'actual' | 'forecast' | null,
  merge: (row: number, same: (other: Line) => boolean) => void,
): void {
  const phase = phaseOf(cols[at]);
  if (phase === null) return;
  const before = cols
    .slice(0, at)
    .reverse()
    .find((line) => phaseOf(line) !== null);
  const begins = phaseOf(before) !== phase;
  if (work.spec.phaseHead === 'each' || begins)
    canvas.put(row, col, { v: wordsOf(work.spec)[phase] }, { bold: true });
  if (work.spec.phaseHead === 'merged' && begins)
    // Totals between months of one phase (quarters) are covered too, as Excel merges no scattered cells.
    merge(
      row,
      (other) =>
        phaseOf(other) === phase ||
        other.kind === 'gap' ||
        phaseOf(cols.slice(cols.indexOf(other)).find((line) => phaseOf(line) !== null)) === phase,
    );
}

export function labels(
  work: Work,
  canvas: Canvas,
  row: number,
  left: number,
  labelCols: readonly { level: Level | null; part: number }[],
  line: Line,
  levels: readonly Level[],
  last: readonly string[],
): string[] {
  const { spec } = work;
  const isTotal = line.kind === 'total';
  const looks = { bold: isTotal || line.kind === 'group' };
  if (spec.rowStyle === 'outline') {
    const texts = line.texts.filter((text): text is Written => text !== null);
    const text = isTotal
      ? { v: texts.map(({ v }) => String(v)).join(' ') }
      : line.texts[line.kind === 'group' ? line.texts.findIndex((one) => one !== null) : levels.length - 1];
    const level = line.kind === 'group' ? line.texts.findIndex((one) => one !== null) : levels.length - 1;
    const said =
      levels[level] === 'product' && line.coords.product !== undefined && !isTotal
        ? productTexts(spec, line.coords.product)
            .map(({ v }) => String(v))
            .join(' ')
        : null;
    const content = said ?? text?.v ?? '';
    canvas.put(
      row,
      left,
      {
        v: typeof content === 'string' ? `${'  '.repeat(isTotal ? 0 : level)}${content}` : content,
        ...(text?.format === undefined || said !== null ? {} : { format: text.format }),
      },
      looks,
    );
    return [];
  }
  if (spec.rowStyle === 'joined') {
    const texts = line.texts.map((text, at) =>
      levels[at] === 'product' && line.coords.product !== undefined && !isTotal
        ? productTexts(spec, line.coords.product)
            .map(({ v }) => String(v))
            .join(' ')
        : String(text?.v ?? ''),
    );
    canvas.put(row, left, { v: texts.filter((text) => text !== '').join(' - ') }, looks);
    return [];
  }
  const now: string[] = [];
  labelCols.forEach(({ level, part }, at) => {
    if (level === null) return;
    const index = levels.indexOf(level);
    let text = line.texts[index] ?? null;
    if (level === 'product' && !isTotal && line.coords.product !== undefined)
      text = productTexts(spec, line.coords.product)[part] ?? null;
    else if (part > 0) text = null;
    if (text === null) return;
    const same =
      (spec.rowStyle === 'once' || spec.rowStyle === 'merged') &&
      index < levels.length - 1 &&
      !line.begins[index] &&
      line.kind === 'leaf';
    now[at] = String(text.v);
    if (same && last[at] === now[at]) return;
    canvas.put(row, left + at, text, { ...looks, format: text.format ?? null });
  });
  return now;
}

export function mergeLabels(
  canvas: Canvas,
  rows: readonly Line[],
  top: number,
  left: number,
  labelCols: readonly { level: Level | null }[],
): void {
  labelCols.forEach((_, at) => {
    if (at === labelCols.length - 1) return;
    let start = -1;
    const close = (end: number): void => {
      if (start >= 0 && end > start)
        canvas.merges.push({ top: top + start, left: left + at, bottom: top + end, right: left + at });
      start = -1;
    };
    rows.forEach((line, index) => {
      const has = canvas.cells.has(`${top + index}:${left + at}`);
      if (line.kind !== 'leaf' || has) close(index - 1);
      if (line.kind === 'leaf' && has) start = index;
    });
    close(rows.length - 1);
  });
}
