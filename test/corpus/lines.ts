import type { Measure } from '../../src/core/prognosis/layout';
import type { PeriodTotal, Spec } from './shapes';
import {
  CLIENTS,
  LOCATIONS,
  lastDayOf,
  monthText,
  productOf,
  PRODUCTS,
  serialOf,
  WORDS,
  YEAR,
  type Dice,
  type Written,
} from './words';

/** As `Dim`, with the level of years that a table of several years has. */
export type Level = 'domain' | 'location' | 'product' | 'client' | 'period' | 'phase' | 'measure' | 'year';

export interface Span {
  readonly year: number;
  readonly from: number;
  readonly until: number;
  /** Four weeks rather than months. */
  readonly fourWeeks?: true;
}

export interface Coords {
  readonly domain?: string;
  readonly location?: string;
  readonly product?: string;
  readonly client?: string;
  readonly period?: Span;
  readonly phase?: 'actual' | 'forecast';
  readonly measure?: Measure;
  readonly year?: number;
}

/** One row or column of a table, before it has a place. */
export interface Line {
  readonly coords: Coords;
  readonly kind: 'leaf' | 'total' | 'gap' | 'group' | 'foreign';
  /** Text per level of the axis; null where it says nothing. */
  readonly texts: (Written | null)[];
  /** Whether the level's group begins here. */
  readonly begins: boolean[];
  readonly over: readonly Line[];
  readonly foreign?: string;
}

export interface Vocabulary {
  readonly spec: Spec;
  readonly dice: Dice;
  readonly products: readonly string[];
  readonly domains: readonly string[];
  readonly clientsOf: ReadonlyMap<string, readonly string[]>;
}

export const wordsOf = (spec: Spec): (typeof WORDS)['dutch'] => WORDS[spec.words ?? 'dutch'];

/** Products, domains and clients of a layout. */
export function vocabularyOf(spec: Spec, dice: Dice): Vocabulary {
  const domains = spec.domains ?? ['Wmo', 'Jeugdwet'];
  const fits = (unit: string): boolean => {
    if (spec.unitPlace !== 'measure' && spec.unitPlace !== 'title') return true;
    if (spec.unit === 'minutes' || spec.unit === 'hours') return unit === 'uur' || unit === 'minuut';
    if (spec.unit === 'days') return unit === 'etmaal' || unit === 'dag';
    return unit === 'dagdeel';
  };
  const wanted = spec.products ?? 3;
  const products = domains.flatMap((domain) =>
    PRODUCTS.filter((one) => one.domain === domain && fits(one.unit))
      .slice(0, wanted)
      .map(({ code }) => code),
  );
  const clientsOf = new Map(
    products.map((code, at) => [code, CLIENTS.slice(at % 3, (at % 3) + 2 + (at % 2))] as const),
  );
  return { spec, dice, products, domains, clientsOf };
}

/** How a layout words a product, in one or two texts. */
export function productTexts(spec: Spec, code: string): Written[] {
  const { description, abbr, misspelt, english, synonym, own } = productOf(code);
  switch (spec.labels ?? 'columns') {
    case 'code':
      return [{ v: code }];
    case 'name':
      return [{ v: description }];
    case 'code-name':
      return [{ v: `${code} ${description}` }];
    case 'name-code':
      return [{ v: `${description} (${code})` }];
    case 'columns':
      return [{ v: code }, { v: description }];
    case 'abbr':
      return [{ v: abbr }];
    case 'misspelt':
      return [{ v: misspelt }];
    case 'english':
      return [{ v: english }];
    case 'synonym':
      return [{ v: synonym }];
    case 'own':
      return [{ v: own }];
  }
}

const yearless = new Set(['abbr', 'full', 'upper', 'P', 'M', 'maand', 'number', 'english', 'misspelt']);

/** Levels of an axis; a table of more than one year gets a level for years where months don't say theirs. */
export function levelsOf(spec: Spec, dims: readonly Level[]): Level[] {
  const several = spec.periods === 'two-years' || spec.periods === 'shifted';
  if (!several || !yearless.has(spec.months ?? 'abbr')) return [...dims];
  return dims.flatMap((dim): Level[] => (dim === 'period' ? ['year', 'period'] : [dim]));
}

function periodsOf(spec: Spec, year: number | undefined): Span[] {
  const months = (y: number, from = 1, until = 12): Span[] =>
    Array.from({ length: until - from + 1 }, (_, at) => ({ year: y, from: from + at, until: from + at }));
  const only = (spans: Span[]): Span[] =>
    year === undefined ? spans : spans.filter((span) => span.year === year);
  switch (spec.periods ?? 'month') {
    case 'month':
      return months(YEAR);
    case 'quarter':
      return [1, 4, 7, 10].map((from) => ({ year: YEAR, from, until: from + 2 }));
    case 'half':
      return [1, 7].map((from) => ({ year: YEAR, from, until: from + 5 }));
    case 'year':
      return [{ year: YEAR, from: 1, until: 12 }];
    case 'four-weeks':
      return Array.from({ length: 13 }, (_, at) => ({
        year: YEAR,
        from: at + 1,
        until: at + 1,
        fourWeeks: true as const,
      }));
    case 'shifted':
      return only([...months(YEAR - 1, 9), ...months(YEAR, 1, 8)]);
    case 'two-years':
      return only([...months(YEAR - 1), ...months(YEAR)]);
    case 'actuals-then-quarters':
      return [...months(YEAR, 1, 6), { year: YEAR, from: 7, until: 9 }, { year: YEAR, from: 10, until: 12 }];
  }
}

export function periodText(spec: Spec, span: Span): Written {
  const style = spec.months ?? 'abbr';
  if (span.fourWeeks)
    return { v: style === 'full' ? `Periode ${span.from}` : `P${String(span.from).padStart(2, '0')}` };
  const length = span.until - span.from + 1;
  if (length === 1) return monthText(style, span.year, span.from, spec.dateSystem ?? '1900');
  const dated = /year|iso|numeric|date|compact|last/.test(style) ? ` ${span.year}` : '';
  if (length === 3) {
    const number = (span.from + 2) / 3;
    if (style === 'full') return { v: `${number}e kwartaal${dated}` };
    if (style === 'upper') return { v: `KW${number}` };
    return { v: `Q${number}${dated}` };
  }
  if (length === 6)
    return {
      v:
        style === 'full'
          ? `${span.from === 1 ? 'Eerste' : 'Tweede'} halfjaar`
          : `H${span.from === 1 ? 1 : 2}${dated}`,
    };
  return { v: span.year };
}

function valuesOf(level: Level, coords: Coords, given: Vocabulary): { coords: Coords; text: Written }[] {
  const { spec } = given;
  const words = wordsOf(spec);
  switch (level) {
    case 'domain': {
      const short = spec.words === 'short';
      return given.domains.map((domain) => ({
        coords: { domain },
        text: {
          v:
            short && domain === 'Jeugdwet'
              ? 'Jeugd'
              : spec.scale === 'domain-title'
                ? `${domain} (x € 1.000)`
                : domain,
        },
      }));
    }
    case 'location':
      return LOCATIONS.map((location) => ({
        coords: { location },
        text: {
          v:
            spec.words === 'odd'
              ? `Locatie ${location}`
              : spec.words === 'short'
                ? location
                : `Gemeente ${location}`,
        },
      }));
    case 'product':
      return given.products
        .filter((code) => coords.domain === undefined || productOf(code).domain === coords.domain)
        .filter((code) => coords.client === undefined || given.clientsOf.get(code)?.includes(coords.client))
        .map((code) => ({ coords: { product: code }, text: productTexts(spec, code)[0] ?? { v: code } }));
    case 'client': {
      const own =
        coords.product === undefined
          ? CLIENTS.filter((client) =>
              given.products.some(
                (code) =>
                  given.clientsOf.get(code)?.includes(client) &&
                  (coords.domain === undefined || productOf(code).domain === coords.domain),
              ),
            )
          : (given.clientsOf.get(coords.product) ?? []);
      return own.map((client) => ({ coords: { client }, text: { v: client } }));
    }
    case 'year':
      return [YEAR - 1, YEAR].map((year) => ({ coords: { year }, text: { v: year } }));
    case 'period':
      return periodsOf(spec, coords.year).map((period) => ({
        coords: { period },
        text: periodText(spec, period),
      }));
    case 'phase':
      return (['actual', 'forecast'] as const).map((phase) => ({
        coords: { phase },
        text: { v: words[phase] },
      }));
    case 'measure':
      return (spec.measures ?? ['volume', 'amount']).map((measure) => ({
        coords: { measure },
        text: { v: measureText(spec, measure) },
      }));
  }
}

/** Heading of a measure; says the scale or the unit where the layout puts it there. */
export function measureText(spec: Spec, measure: Measure): string {
  const words = wordsOf(spec);
  if (measure === 'amount' && spec.scale === 'measure') return `${words.amount} (x € 1.000)`;
  if (measure === 'volume' && spec.unitPlace === 'measure') {
    return { minutes: 'Minuten', hours: 'Uren', days: 'Dagen', 'day-parts': 'Dagdelen' }[
      spec.unit ?? 'hours'
    ];
  }
  return words[measure];
}

const TOTAL_TEXT: Readonly<Record<PeriodTotal, (spec: Spec, span: Span) => string>> = {
  quarter: (spec, span) => {
    const number = Math.ceil(span.until / 3);
    if (spec.months === 'full') return `${number}e kwartaal`;
    return spec.words === 'odd' ? `Totaal K${number}` : `Q${number}`;
  },
  half: (_, span) => `${span.until <= 6 ? '1e' : '2e'} halfjaar`,
  year: (spec, span) =>
    spec.words === 'english'
      ? `Total ${span.year}`
      : spec.words === 'odd'
        ? 'Jaartotaal'
        : spec.words === 'short'
          ? 'Tot.'
          : 'Totaal',
  ytd: (spec) =>
    spec.words === 'english' ? 'YTD' : spec.words === 'short' ? 't/m juni' : 'Cumulatief t/m juni',
  cumulative: (spec) => (spec.words === 'english' ? 'Cum.' : 'Cumulatief'),
  rest: () => 'Juli t/m december',
};

/** All lines of an axis, in order: leaves, totals, gaps, heads of groups. */
export function expand(
  levels: readonly Level[],
  outer: Coords,
  given: Vocabulary,
  axis: 'row' | 'col',
): Line[] {
  const { spec } = given;
  const lines: Line[] = [];
  const totals = spec.totals ?? [];
  const blanks = (): null[] => levels.map(() => null);
  const isOutline = axis === 'row' && spec.rowStyle === 'outline';

  const totalLines = (leaves: readonly Line[], depth: number, text: string, coords: Coords): Line[] => {
    const inner = levels.slice(depth + 1).filter((level) => level === 'measure' || level === 'phase');
    const groups = new Map<string, Line[]>();
    for (const leaf of leaves) {
      const key = inner.map((level) => String(leaf.coords[level as 'measure'] ?? '')).join('|');
      groups.set(key, [...(groups.get(key) ?? []), leaf]);
    }
    return [...groups.values()].map((parts): Line => {
      const first = parts[0];
      const own: { -readonly [K in keyof Coords]: Coords[K] } = { ...coords };
      const texts: (Written | null)[] = blanks();
      texts[Math.max(depth, 0)] = { v: text };
      for (const level of inner) {
        Object.assign(own, { [level]: first?.coords[level as 'measure'] });
        texts[levels.indexOf(level)] = first?.texts[levels.indexOf(level)] ?? null;
      }
      return { coords: own, kind: 'total', texts, begins: texts.map((one) => one !== null), over: parts };
    });
  };

  const walk = (depth: number, coords: Coords, texts: readonly (Written | null)[]): Line[] => {
    const level = levels[depth];
    if (level === undefined) {
      const line: Line = {
        coords,
        kind: 'leaf',
        texts: [...texts],
        begins: levels.map(() => false),
        over: [],
      };
      lines.push(line);
      return [line];
    }
    const values = valuesOf(level, coords, given);
    const all: Line[] = [];
    values.forEach((value, at) => {
      const now = { ...coords, ...value.coords };
      const said = [...texts];
      said[depth] = value.text;
      const start = lines.length;
      const isInner = depth < levels.length - 1;
      if (isOutline && isInner) {
        const head = blanks().map((_, index) => (index === depth ? value.text : null));
        lines.push({
          coords: now,
          kind: 'group',
          texts: head,
          begins: head.map((one) => one !== null),
          over: [],
        });
      }
      const leaves = walk(depth + 1, now, said);
      const begun = lines[start];
      if (begun) begun.begins[depth] = true;
      all.push(...leaves);
      if (level !== 'period' && level !== 'phase' && level !== 'year' && isInner && totals.includes(level)) {
        const word = spec.totalWord ?? wordsOf(spec).total;
        const added = totalLines(leaves, depth, `${word} ${String(value.text.v)}`, now);
        if (spec.totalsAbove && !isOutline) lines.splice(start, 0, ...added);
        else lines.push(...added);
      }
      if (level === 'period')
        addPeriodTotals(depth, coords, value.coords.period, leaves, all, at === values.length - 1);
      const isGap =
        (axis === 'row' && (spec.gaps === 'rows' || spec.gaps === 'both') && depth === 0 && isInner) ||
        (axis === 'col' &&
          (spec.gaps === 'columns' || spec.gaps === 'both') &&
          level === 'period' &&
          (value.coords.period?.until ?? 0) % 3 === 0);
      if (isGap && at < values.length - 1)
        lines.push({ coords: {}, kind: 'gap', texts: blanks(), begins: levels.map(() => false), over: [] });
    });
    return all;
  };

  const addPeriodTotals = (
    depth: number,
    coords: Coords,
    span: Span | undefined,
    leaves: readonly Line[],
    soFar: readonly Line[],
    isLast: boolean,
  ): void => {
    if (!span || span.fourWeeks) return;
    const sameYear = soFar.filter((line) => line.coords.period?.year === span.year);
    const since = (from: number, until: number): Line[] =>
      sameYear.filter(
        (line) => (line.coords.period?.from ?? 0) >= from && (line.coords.period?.until ?? 13) <= until,
      );
    const isMonth = span.from === span.until;
    const push = (what: PeriodTotal, parts: Line[], from: number): void => {
      const period = { year: span.year, from, until: span.until };
      lines.push(...totalLines(parts, depth, TOTAL_TEXT[what](spec, span), { ...coords, period }));
    };
    for (const what of spec.periodTotals ?? []) {
      if (what === 'cumulative' && isMonth) push(what, since(1, span.until), 1);
      if (what === 'quarter' && isMonth && span.until % 3 === 0)
        push(what, since(span.until - 2, span.until), span.until - 2);
      if (what === 'half' && span.until % 6 === 0 && span.until - span.from < 5)
        push(what, since(span.until - 5, span.until), span.until - 5);
      if (what === 'ytd' && isMonth && span.until === 6) push(what, since(1, 6), 1);
      if (what === 'rest' && isMonth && span.until === 12) push(what, since(7, 12), 7);
      if (what === 'year' && isLast) push(what, sameYear, 1);
    }
    void leaves;
  };

  const leaves = walk(0, outer, blanks());
  const first = levels[0];
  if (
    totals.includes('all') &&
    levels.some((level) => level === 'product' || level === 'client') &&
    first !== undefined
  ) {
    const word = spec.totalWord ?? wordsOf(spec).total;
    const added = totalLines(leaves, -1, word, outer);
    if (spec.totalsAbove) lines.unshift(...added);
    else lines.push(...added);
  }
  return lines;
}

/** Begin and end of a client's care, as dates or as texts. */
export function clientDates(dice: Dice, system: '1900' | '1904'): [Written, Written] {
  const from = 1 + dice.below(3);
  const until = 9 + dice.below(4);
  return [
    { v: serialOf(YEAR, from, 1, system), format: 'dd-mm-yyyy' },
    { v: serialOf(YEAR, until, lastDayOf(YEAR, until), system), format: 'dd-mm-yyyy' },
  ];
}
