import { meaningOf, PLURAL, say, unitIn, type Canvas, type Work } from './canvas';
import { heading, labels, mergeLabels } from './headings';
import { clientDates, expand, levelsOf, wordsOf, type Coords, type Level, type Line } from './lines';
import { PRODUCTS, YEAR, type Written } from './words';

/** One table; answers how much room it took. */
export function table(
  work: Work,
  canvas: Canvas,
  top: number,
  left: number,
  outer: Coords,
): { height: number; width: number } {
  const { spec, given } = work;
  const words = wordsOf(spec);
  const rowLevels = levelsOf(spec, spec.rows);
  const colLevels = levelsOf(spec, spec.cols);
  const rows = expand(rowLevels, outer, given, 'row');
  const cols = withExtras(work, expand(colLevels, outer, given, 'col'), colLevels, rowLevels);
  const isOne = spec.rowStyle === 'outline' || spec.rowStyle === 'joined';
  const hasProductRows = rowLevels.includes('product');
  const twoColumns = !isOne && hasProductRows && (spec.labels ?? 'columns') === 'columns';

  // Label columns.
  const labelCols: { level: Level | null; part: number; heading: string }[] = [];
  if (isOne) labelCols.push({ level: null, part: 0, heading: hasProductRows ? words.product : words.period });
  else {
    for (const level of rowLevels) {
      if (level === 'product' && twoColumns) {
        labelCols.push({ level, part: 0, heading: words.code }, { level, part: 1, heading: words.product });
      } else {
        const heading: string =
          level === 'year'
            ? 'Jaar'
            : level === 'product' && spec.labels === 'code'
              ? words.code
              : words[level];
        labelCols.push({ level, part: 0, heading });
      }
    }
  }
  const phaseColumn = spec.phaseHead !== undefined && rowLevels.includes('period') && !isOne;
  const before: string[] = [];
  if (phaseColumn) before.push('phase');
  if (spec.extras?.includes('dates')) before.push('begin', 'end');
  if (spec.extras?.includes('unit') || spec.unitPlace === 'column') before.push('unit');
  if (spec.extras?.includes('tariff')) before.push('tariff');
  const valueLeft = left + labelCols.length + before.length;

  // Headings.
  const isJoined = spec.colStyle === 'joined';
  const phaseRow =
    spec.phaseHead !== undefined && spec.phaseHead !== 'in-month' && colLevels.includes('period');
  const productRows = colLevels.includes('product') && (spec.labels ?? 'columns') === 'columns';
  const heights = colLevels.map((level) =>
    level === 'product' && productRows && !isJoined ? 2 : level === 'period' && phaseRow ? 2 : 1,
  );
  const headHeight = isJoined ? 1 + (phaseRow ? 1 : 0) : heights.reduce((sum, height) => sum + height, 0);
  const headBottom = top + headHeight - 1;
  cols.forEach((_, at) => heading(work, canvas, cols, at, top, valueLeft + at, colLevels, heights, phaseRow));
  labelCols.forEach(({ heading }, at) => canvas.put(headBottom, left + at, { v: heading }, { bold: true }));
  before.forEach((what, at) => {
    const text =
      what === 'phase'
        ? words.phase
        : what === 'begin'
          ? words.begin
          : what === 'end'
            ? words.end
            : what === 'unit'
              ? words.unit
              : words.tariff;
    canvas.put(headBottom, left + labelCols.length + at, { v: text }, { bold: true });
  });
  if (spec.scale === 'heading') canvas.put(top, left, { v: 'x € 1.000' });

  // Body.
  let row = headBottom + 1;
  let lastTexts: string[] = [];
  for (const line of rows) {
    if (line.kind === 'gap') {
      row += 1;
      continue;
    }
    lastTexts = labels(work, canvas, row, left, labelCols, line, rowLevels, lastTexts);
    const code = line.coords.product;
    before.forEach((what, at) => {
      if (line.kind !== 'leaf') return;
      const col = left + labelCols.length + at;
      if (what === 'phase')
        canvas.put(row, col, { v: words[(line.coords.period?.from ?? 1) <= 6 ? 'actual' : 'forecast'] });
      if (what === 'begin' || what === 'end')
        canvas.put(row, col, clientDates(work.dice, spec.dateSystem ?? '1900')[what === 'begin' ? 0 : 1]);
      if (what === 'unit' && code !== undefined) canvas.put(row, col, { v: unitWord(work, code) });
      if (what === 'tariff' && code !== undefined) tariffCell(work, canvas, row, col, line.coords);
    });
    cols.forEach((colLine, at) => {
      if (colLine.kind === 'gap' || line.kind === 'group') return;
      work.placed.push({
        canvas,
        row,
        col: valueLeft + at,
        rowLine: line,
        colLine,
        coords: { ...line.coords, ...definedOf(colLine.coords) },
      });
    });
    row += 1;
  }
  if (spec.hidden === 'rows') canvas.hiddenRows.add(headBottom + 2);
  if (spec.hidden === 'columns') canvas.hiddenCols.add(valueLeft + 1);
  if (spec.rowStyle === 'merged') mergeLabels(canvas, rows, headBottom + 1, left, labelCols);
  return { height: row - top, width: labelCols.length + before.length + cols.length };
}

export function unitWord(work: Work, code: string): string {
  const unit = unitIn(work.spec, code);
  return work.spec.words === 'short' || work.spec.words === 'odd' ? (PLURAL[unit] ?? unit) : unit;
}

export function tariffCell(work: Work, canvas: Canvas, row: number, col: number, coords: Coords): void {
  const code = coords.product ?? '';
  canvas.put(
    row,
    col,
    work.spec.contents === 'empty' && !work.spec.pq
      ? null
      : { v: 40 + PRODUCTS.findIndex((one) => one.code === code) },
    {
      locked: work.spec.protect !== true,
      format: '€ #,##0.00',
    },
  );
  work.tariffs.set(`${coords.domain ?? ''}|${coords.location ?? ''}|${code}|${coords.client ?? ''}`, {
    canvas,
    row,
    col,
  });
  say(
    work,
    canvas,
    row,
    col,
    'input',
    meaningOf(work, { ...coords, measure: 'tariff', period: { year: YEAR, from: 1, until: 12 } }),
  );
}

export function withExtras(
  work: Work,
  cols: Line[],
  levels: readonly Level[],
  rowLevels: readonly Level[],
): Line[] {
  const blank = levels.map(() => null);
  const extra = (what: string, text: string): Line => {
    const texts: (Written | null)[] = [...blank];
    texts[levels.length - 1] = { v: text };
    return {
      coords: {},
      kind: 'foreign',
      texts,
      begins: texts.map((one) => one !== null),
      over: cols.filter((line) => line.kind === 'leaf'),
      foreign: what,
    };
  };
  if (!rowLevels.includes('product') && !rowLevels.includes('client')) return cols;
  const more: Line[] = [];
  for (const what of work.spec.extras ?? []) {
    if (what === 'budget') more.push(extra(what, `Begroting ${YEAR}`));
    if (what === 'last-year') more.push(extra(what, `Realisatie ${YEAR - 1}`));
    if (what === 'difference') more.push(extra(what, 'Verschil'));
    if (what === 'percentage') more.push(extra(what, '% van begroting'));
    if (what === 'average') more.push(extra(what, 'Gemiddeld per maand'));
    if (what === 'remark') more.push(extra(what, wordsOf(work.spec).remark));
    if (what === 'empty')
      more.unshift({
        coords: {},
        kind: 'gap',
        texts: [...blank],
        begins: levels.map(() => false),
        over: [],
      });
  }
  return [...cols, ...more];
}

function definedOf(coords: Coords): Coords {
  return Object.fromEntries(Object.entries(coords).filter(([, value]) => value !== undefined)) as Coords;
}
