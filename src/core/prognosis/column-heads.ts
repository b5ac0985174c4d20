import type { AnnotatedSheet } from './annotated-sheet';
import type { Band } from './heading-bands';
import type { Measure } from './layout';
import type { Field } from './phrase-words';
import { readPhrase, type Phase } from './phrases';
import { mergeFacts, noFacts, type Annotated, type ColumnHead, type Facts } from './table-facts';

/** What the heading says about each column, up to `lastCol`; merged and spread texts count for every column they span. */
export function readHeads(sheet: AnnotatedSheet, band: Band, lastCol: number): ColumnHead[] {
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
  /** An empty column between months that follow one another separates quarters, not tables. */
  const goesOn = (col: number): boolean =>
    rows.some((line) => {
      const before = line[col - 1]?.period ?? null;
      const after = line[col + 1]?.period ?? null;
      if (before !== null && after !== null && after.from === before.until + 1) return true;
      // A pair such as `realisatie | prognose` or `aantal | bedrag` that an empty column was put into.
      const [left, right] = [line[col - 1]?.phrase ?? null, line[col + 1]?.phrase ?? null];
      const isPair = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;
      return (
        left !== null &&
        right !== null &&
        (isPair(left.phase, right.phase) || isPair(left.measure, right.measure))
      );
    });
  /** A code with the name of its product below it heads that column only: no group of columns. */
  const namesOwnColumn = (index: number, col: number, item: Annotated): boolean => {
    const product = sheet.certain(item);
    return (
      product !== null &&
      rows.slice(index + 1).some((line) => {
        const below = line[col];
        return below !== undefined && below.cell.col === col && sheet.certain(below) === product;
      })
    );
  };
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
        return namesOwnColumn(index, left, item) ? undefined : item;
      }
      const covered = own.some((mine) => mine[left]);
      if (!covered && !goesOn(left)) return undefined;
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
      const letter = singles ? singles[letterOf(item) ?? ''] : undefined;
      mergeFacts(facts, item.phrase, item, lexicon);
      if (letter?.phase) facts.phase = letter.phase;
      if (letter?.measure) facts.measure = letter.measure;
    }
    if (texts.length === 0 || !hasOwn) continue;
    if (fieldTexts > 0 && field === null && facts.measure === null && facts.period === null) field = null;
    heads.push({ ...facts, col, texts, field, own: hasOwn, product: null, productLabel: '' });
  }
  pairQuantities(heads);
  return heads;
}

/** `Begeleiding Q` beside `Begeleiding €`: the same words with the letter of P × Q are volumes. */
export function pairQuantities(heads: readonly ColumnHead[]): void {
  const stem = (head: ColumnHead, ending: RegExp): string | null => {
    const last = head.texts[head.texts.length - 1] ?? '';
    return ending.test(last) ? [...head.texts.slice(0, -1), last.replace(ending, '')].join('|') : null;
  };
  const amounts = new Set(
    heads.flatMap((head) =>
      head.measure === 'amount'
        ? (stem(head, /\s+(?:€|eur|euro|bedrag|omzet|amount|p\s?[x×]\s?q)\s*$/i) ?? [])
        : [],
    ),
  );
  if (amounts.size === 0) return;
  for (const head of heads) {
    const own = head.measure === null ? stem(head, /\s+q\s*$/i) : null;
    if (own !== null && amounts.has(own)) head.measure = 'volume';
  }
}

type Letters = Readonly<Record<string, { readonly phase?: Phase; readonly measure?: Measure }>>;

/** The letter a heading consists of, or that stands behind its month: `R`, `jan R`. */
function letterOf({ phrase, period }: Annotated): string | null {
  if (!phrase) return null;
  // A month by its first letter is no letter for a phase.
  if (/^[a-z]$/.test(phrase.normalised)) return period ? null : phrase.normalised;
  const [only, ...others] = phrase.rest;
  return period && only !== undefined && others.length === 0 && /^[a-z]$/.test(only) ? only : null;
}

/** Single letters mean something only beside their counterpart in the same row: R and P, A and F, P and Q. */
function singleLetters(rows: readonly (readonly (Annotated | undefined)[])[]): Letters | null {
  for (const line of rows) {
    const letters = new Set(line.flatMap((item) => (item === undefined ? [] : (letterOf(item) ?? []))));
    if (letters.has('q') && letters.has('p')) return { p: { measure: 'tariff' }, q: { measure: 'volume' } };
    if (letters.has('r') && letters.has('p')) return { r: { phase: 'actual' }, p: { phase: 'forecast' } };
    if (letters.has('a') && letters.has('f')) return { a: { phase: 'actual' }, f: { phase: 'forecast' } };
    if (letters.has('w') && letters.has('p')) return { w: { phase: 'actual' }, p: { phase: 'forecast' } };
  }
  return null;
}

/** In a table with products across, the heading text that names the product. */
export function nameHead(head: ColumnHead, sheet: AnnotatedSheet, title: Facts): void {
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
    const code = sheet.lexicon.products.certain(certain) ?? '';
    const others = head.texts.map((text) =>
      readPhrase(texts.includes(text) ? sheet.lexicon.products.besides(text, code) : text),
    );
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
  if (certain === undefined && (finding.product === null || finding.how === 'fuzzy')) {
    // `Begel. ind. realisatie`: a heading that says the phase or the measure as well.
    const words = texts.flatMap((text) => readPhrase(text).rest);
    const own = words.filter((word) => !sheet.lexicon.domains.isDomainWord(word));
    for (const bare of [words.join(' '), own.join(' ')]) {
      const other = bare === '' ? finding : sheet.lexicon.products.match(bare, domain);
      if (other.product !== null && other.confidence > finding.confidence) finding = other;
    }
  }
  head.product = finding;
  head.productLabel = label;
}
