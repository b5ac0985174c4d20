import { columnLetters, type WorkbookGrid } from '../../src/core/prognosis/grid';
import { Canvas, PLURAL, say, type Work } from './canvas';
import { writeFormulas } from './formulas';
import { expand, productTexts, vocabularyOf, type Coords, type Level } from './lines';
import type { Spec, Truth } from './shapes';
import { table } from './table';
import { Dice, lastDayOf, productOf, PRODUCTS, PROVIDER, serialOf, YEAR } from './words';
import { JANUARI_DECEMBER } from '../months';

/** A layout of the corpus: the workbook, and what each of its cells really is. */
export interface Case {
  readonly spec: Spec;
  readonly book: WorkbookGrid;
  readonly truth: readonly Truth[];
  /** The provider's own wordings, as a user would confirm them. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly products: readonly string[];
  readonly clientsOf: ReadonlyMap<string, readonly string[]>;
}

/** Builds the workbook of a spec; the same every time. */
export function buildCase(spec: Spec): Case {
  const dice = new Dice(`${spec.id}${spec.seed ?? ''}`);
  const single = spec.measures?.length === 1 ? spec.measures[0] : undefined;
  return build({
    spec,
    dice,
    given: vocabularyOf(spec, dice),
    canvases: [],
    truth: [],
    placed: [],
    tariffs: new Map(),
    scale: spec.scale === undefined ? 1 : 1000,
    defaultMeasure: single === 'volume' || single === 'clients' ? single : 'amount',
  });
}

function build(work: Work): Case {
  const { spec, given } = work;
  if (spec.head === 'cover' || spec.scale === 'cover') cover(work);
  for (const outer of combinations(work, spec.sheets ?? [], {})) {
    const name = outer.texts.length === 0 ? 'Prognose' : outer.texts.join(' ');
    const canvas = new Canvas(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31), spec.protect === true);
    work.canvases.push(canvas);
    sheet(work, canvas, outer.coords);
  }
  writeFormulas(work);
  if (spec.hidden === 'lists') lists(work);
  if (spec.hidden === 'copy') copy(work);
  const aliases = new Map<string, string>();
  if (spec.labels === 'own') {
    for (const code of given.products) aliases.set(productOf(code).own, code);
  }
  const inputs = work.truth.filter((cell) => cell.role === 'input');
  const first = inputs[0];
  const last = inputs[inputs.length - 1];
  const names =
    spec.names && first && last
      ? [
          {
            name: 'Invoer',
            refersTo: `'${first.sheet}'!$${columnLetters(first.col)}$${first.row + 1}:$${columnLetters(last.col)}$${last.row + 1}`,
          },
        ]
      : [];
  return {
    spec,
    book: {
      file: `${spec.id}.xlsx`,
      dateSystem: spec.dateSystem ?? '1900',
      sheets: work.canvases.map((canvas) => canvas.grid()),
      names,
    },
    truth: work.truth,
    aliases,
    products: given.products,
    clientsOf: given.clientsOf,
  };
}

/** Every combination of values of some levels, with its texts. */
export function combinations(
  work: Work,
  levels: readonly Level[],
  outer: Coords,
): { coords: Coords; texts: string[] }[] {
  if (levels.length === 0) return [{ coords: outer, texts: [] }];
  const withoutTotals: Spec = { ...work.spec, totals: [], periodTotals: [], gaps: 'columns' };
  const lines = expand(levels, outer, { ...work.given, spec: withoutTotals }, 'row');
  return lines
    .filter((line) => line.kind === 'leaf')
    .map((line) => ({
      coords: line.coords,
      texts: line.texts.map((text, at) => {
        if (levels[at] === 'period' && typeof text?.v === 'number')
          return `${line.coords.period?.year ?? YEAR}-${String(line.coords.period?.from ?? 1).padStart(2, '0')}`;
        if (levels[at] === 'product' && line.coords.product !== undefined)
          return productTexts(work.spec, line.coords.product)
            .map(({ v }) => String(v))
            .join(' ');
        return String(text?.v ?? '');
      }),
    }));
}

export function cover(work: Work): void {
  const canvas = new Canvas('Voorblad', work.spec.protect === true);
  canvas.put(1, 1, { v: `Prognose ${YEAR}` }, { bold: true });
  canvas.put(3, 1, { v: 'Zorgaanbieder:' });
  canvas.put(3, 2, { v: PROVIDER });
  canvas.put(4, 1, { v: 'Jaar:' });
  canvas.put(4, 2, { v: YEAR });
  if (work.spec.scale === 'cover') canvas.put(6, 1, { v: 'Alle bedragen x € 1.000' });
  work.canvases.push(canvas);
}

export function sheet(work: Work, canvas: Canvas, outer: Coords): void {
  const { spec } = work;
  const [first, left] = spec.offset ?? [0, 0];
  let top = first;
  const dateSystem = spec.dateSystem ?? '1900';
  if (spec.head === 'logo') {
    canvas.put(top, left, { v: 'Stichting Voorbeeld - logo' });
    canvas.merges.push({ top, left, bottom: top + 2, right: left + 1 });
    top += 3;
  }
  if (spec.head === 'title' || spec.head === 'full' || spec.head === 'logo') {
    const what = spec.words === 'english' ? 'Production overview' : 'Productieoverzicht';
    canvas.put(
      top,
      left,
      { v: `${what} ${YEAR}${spec.scale === 'title' ? ' (x € 1.000)' : ''}` },
      { bold: true },
    );
    top += 1;
  } else if (spec.scale === 'title') {
    canvas.put(top, left, { v: 'Bedragen x € 1.000' });
    top += 2;
  }
  if (spec.unitPlace === 'title') {
    canvas.put(top, left, { v: `Volumes in ${PLURAL[UNIT_WORD[spec.unit ?? 'hours']] ?? 'uren'}` });
    top += 1;
  }
  if (spec.head === 'full') {
    canvas.put(top, left, { v: 'Aanbieder' });
    canvas.put(top, left + 1, { v: PROVIDER });
    canvas.put(top + 1, left, { v: 'Jaar' });
    canvas.put(top + 1, left + 1, { v: YEAR });
    canvas.put(top + 2, left, { v: 'Peildatum' });
    canvas.put(top + 2, left + 1, {
      v: serialOf(YEAR, 5, lastDayOf(YEAR, 5), dateSystem),
      format: 'dd-mm-yyyy',
    });
    top += 3;
  }
  if (spec.notes === 'legend' || spec.notes === 'both') {
    canvas.put(top, left, { v: 'Gele cellen zijn invoer' }, { fill: 'FFFF99' });
    top += 1;
  }
  if (top > (spec.offset?.[0] ?? 0)) top += 1;
  let at = { row: top, col: left };
  for (const block of combinations(work, spec.blocks ?? [], outer)) {
    let row = at.row;
    if (block.texts.length > 0) {
      canvas.put(row, at.col, { v: block.texts.join(' - ') }, { bold: true });
      row += 1;
    }
    const size = table(work, canvas, row, at.col, block.coords);
    const height = size.height + (block.texts.length > 0 ? 1 : 0);
    const placing = spec.blockPlacing ?? 'below';
    if (placing === 'below') at = { row: at.row + height + 2, col: at.col };
    else if (placing === 'beside') at = { row: at.row, col: at.col + size.width + 1 };
    else at = { row: at.row + 2, col: at.col + size.width + 1 };
  }
  if (spec.notes === 'below' || spec.notes === 'both') {
    canvas.put(canvas.bottom + 2, left, {
      v: 'Toelichting: de cijfers van de laatste maand zijn nog voorlopig en worden bij de volgende levering herzien.',
    });
  }
}

export function lists(work: Work): void {
  const canvas = new Canvas('Lijsten', false);
  canvas.visibility = 'hidden';
  canvas.put(0, 0, { v: 'Productcode' });
  canvas.put(0, 1, { v: 'Omschrijving' });
  canvas.put(0, 2, { v: 'Tarief' });
  canvas.put(0, 4, { v: 'Maanden' });
  PRODUCTS.forEach(({ code, description }, at) => {
    canvas.put(at + 1, 0, { v: code });
    canvas.put(at + 1, 1, { v: description });
    canvas.put(at + 1, 2, { v: 40 + at });
    canvas.put(at + 1, 4, {
      v: JANUARI_DECEMBER[at] ?? '',
    });
    say(work, canvas, at + 1, 2, 'other');
  });
  work.canvases.push(canvas);
}

/** Last year's table, kept on a hidden sheet. */
export function copy(work: Work): void {
  const canvas = new Canvas(`Archief ${YEAR - 1}`, false);
  canvas.visibility = 'hidden';
  canvas.put(0, 0, { v: `Realisatie ${YEAR - 1}` });
  canvas.put(1, 0, { v: 'Product' });
  for (let month = 1; month <= 12; month++)
    canvas.put(1, month, { v: `${YEAR - 1}-${String(month).padStart(2, '0')}` });
  work.given.products.forEach((code, at) => {
    canvas.put(2 + at, 0, { v: code });
    for (let month = 1; month <= 12; month++) {
      canvas.put(2 + at, month, { v: 1000 + at * 12 + month });
      say(work, canvas, 2 + at, month, 'other');
    }
  });
  work.canvases.push(canvas);
}

const UNIT_WORD: Readonly<Record<NonNullable<Spec['unit']>, string>> = {
  minutes: 'minuut',
  hours: 'uur',
  days: 'dag',
  'day-parts': 'dagdeel',
};
