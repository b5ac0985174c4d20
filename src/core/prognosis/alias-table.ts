import { z } from 'zod';
import type { Issue, Message } from '../values/message';
import { sameDomain } from './domains';
import { a1 } from './grid';
import type { DetectionContext, Layout, ProductMatch } from './layout';
import { ProductIndex } from './products';
import { normaliseLabel } from './text';

/** Wordings with the product that a user confirmed for each: the label as `normaliseLabel` gives it → product code. */
export type Aliases = ReadonlyMap<string, string>;

/** A product that a label may stand for, with how likely and why. */
export interface Suggestion {
  readonly product: string;
  readonly description: string | null;
  /** 0–1. */
  readonly confidence: number;
  readonly reason: Message;
}

/** A label whose product the user has to choose or confirm. */
export interface AliasQuestion {
  readonly label: string;
  readonly sheet: string;
  readonly cell: string;
  /** What it was taken for so far; null when for nothing. */
  readonly taken: string | null;
  /** Best first. */
  readonly suggestions: readonly Suggestion[];
}

/** Suggestions per label. */
const MOST = 5;

/**
 * The labels of a layout that no code, name or confirmed wording settles, each with products it may stand for:
 * those alike in words, those whose amounts it holds (`byFigures`, see `linkByFigures`), and the only one of its
 * domain that no other label claims. Errors: none.
 */
export function questionsOf(
  layout: Layout,
  context: DetectionContext,
  byFigures: readonly ProductMatch[] = [],
): AliasQuestion[] {
  const index = new ProductIndex(context, sameDomain);
  const settled = new Set(
    layout.products.flatMap((match) =>
      match.product !== null && match.how !== 'fuzzy' ? [match.product] : [],
    ),
  );
  const domainOf = new Map(layout.slots.map((slot) => [`${slot.sheet}\u0000${slot.label}`, slot.domain]));
  const open = layout.products.filter((match) => match.product === null || match.how === 'fuzzy');
  const openIn = (domain: string | null): number =>
    open.filter((match) => (domainOf.get(`${match.sheet}\u0000${match.label}`) ?? null) === domain).length;
  return open.map((match): AliasQuestion => {
    const domain = domainOf.get(`${match.sheet}\u0000${match.label}`) ?? null;
    const found = new Map<string, Suggestion>();
    const suggest = (product: string, confidence: number, reason: Message): void => {
      const known = found.get(product);
      if (known && known.confidence >= confidence) return;
      const description = context.products.find(({ code }) => code === product)?.description ?? null;
      found.set(product, { product, description, confidence, reason });
    };
    for (const link of byFigures) {
      if (link.label === match.label && link.product !== null)
        suggest(link.product, link.confidence, { code: 'prognosis.suggested-by-figures', facts: {} });
    }
    for (const { code, score } of index.ranked(match.label, domain))
      suggest(code, score, { code: 'prognosis.suggested-by-words', facts: {} });
    const left = context.products.filter(
      (product) =>
        !settled.has(product.code) &&
        (domain === null || product.domain === null || sameDomain(product.domain, domain)),
    );
    const codes = [...new Set(left.map(({ code }) => code))];
    const [only] = codes;
    if (codes.length === 1 && only !== undefined && openIn(domain) === 1)
      suggest(only, 0.6, { code: 'prognosis.suggested-as-last', facts: {} });
    return {
      label: match.label,
      sheet: match.sheet,
      cell: a1(match.row, match.col),
      taken: match.product,
      suggestions: [...found.values()].sort((a, b) => b.confidence - a.confidence).slice(0, MOST),
    };
  });
}

const jsonSchema = z.strictObject({
  kind: z.literal('plafondwijzer-aliases'),
  version: z.literal(1),
  /** Wording → product code. */
  aliases: z.record(z.string(), z.string().min(1)),
});

/** What an alias table holds: confirmed wordings, and how many wordings still wait for a product. */
export interface AliasTable {
  readonly aliases: Aliases;
  readonly open: number;
}

const HEADINGS = {
  label: /^(?:omschrijving|wording|label|benaming|naam|eigen naam|eigen omschrijving|name)$/,
  product: /^(?:product|productcode|code)$/,
};

/**
 * Reads an alias table: JSON as written by `writeAliases`, or lines `omschrijving;product` (semicolon, tab or
 * comma) with or without a heading. A line without a product is open, not confirmed. Issues: a line without a
 * wording, a wording with two products, JSON of another shape; each with the line or path.
 */
export function parseAliases(text: string, file: string): AliasTable | { readonly issues: Issue[] } {
  const bare = text.replace(/^\uFEFF/, '');
  return /^\s*\{/.test(bare) ? parseJson(bare, file) : parseLines(bare, file);
}

function parseJson(text: string, file: string): AliasTable | { readonly issues: Issue[] } {
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    return { issues: [issue('prognosis.aliases-not-json', { file }, {})] };
  }
  const result = jsonSchema.safeParse(json);
  if (!result.success) {
    return {
      issues: result.error.issues.map(({ path, message }) => {
        const at = path.map(String).join('.');
        return issue('prognosis.aliases-not-valid', { file, path: at }, { path: at, expected: message });
      }),
    };
  }
  const aliases = new Map<string, string>();
  const issues: Issue[] = [];
  for (const [label, product] of Object.entries(result.data.aliases))
    add(aliases, issues, label, product, { file, path: `aliases.${label}` });
  return issues.length > 0 ? { issues } : { aliases, open: 0 };
}

function parseLines(text: string, file: string): AliasTable | { readonly issues: Issue[] } {
  const lines = text.split(/\r\n|\n|\r/);
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const delimiter = [';', '\t', ','].find((mark) => first.includes(mark)) ?? ';';
  let at = { label: 0, product: 1 };
  let isFirst = true;
  let open = 0;
  const aliases = new Map<string, string>();
  const issues: Issue[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const fields = fieldsOf(line, delimiter);
    if (isFirst) {
      isFirst = false;
      const names = fields.map(normaliseLabel);
      const label = names.findIndex((name) => HEADINGS.label.test(name));
      const product = names.findIndex((name) => HEADINGS.product.test(name));
      if (label >= 0 && product >= 0 && label !== product) {
        at = { label, product };
        return;
      }
    }
    const label = (fields[at.label] ?? '').trim();
    const product = (fields[at.product] ?? '').trim();
    const place = { file, line: index + 1 };
    if (normaliseLabel(label) === '')
      issues.push(issue('prognosis.aliases-no-wording', place, { found: product }));
    else if (product === '') open += 1;
    else add(aliases, issues, label, product, place);
  });
  return issues.length > 0 ? { issues } : { aliases, open };
}

function add(
  aliases: Map<string, string>,
  issues: Issue[],
  label: string,
  product: string,
  place: Issue['place'],
): void {
  const key = normaliseLabel(label);
  const known = aliases.get(key);
  if (known === undefined || known === product) aliases.set(key, product);
  else issues.push(issue('prognosis.aliases-two-products', place, { label, first: known, second: product }));
}

const issue = (code: string, place: Issue['place'], facts: Issue['facts']): Issue => ({
  level: 'error',
  code,
  place,
  facts,
});

/** The fields of one line; a field in double quotes may hold the delimiter, and quotes doubled. */
function fieldsOf(line: string, delimiter: string): string[] {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (line[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && field === '') isQuoted = true;
    else if (sign === delimiter) {
      fields.push(field);
      field = '';
    } else field += sign;
  }
  return [...fields, field];
}

/** A field that a spreadsheet shows as text, whatever the wording starts with. */
function asField(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * The alias table of a layout as lines `omschrijving;product;voorstel;plaats`: every wording once, with its
 * product where that is certain or confirmed, else without one and with the suggestions. The user fills in what
 * is open; `parseAliases` reads it back.
 */
export function writeAliases(layout: Layout, questions: readonly AliasQuestion[]): string {
  const asked = new Map(questions.map((question) => [`${question.sheet}!${question.cell}`, question]));
  const lines = ['omschrijving;product;voorstel;plaats'];
  const seen = new Set<string>();
  for (const match of layout.products) {
    const key = normaliseLabel(match.label);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    const place = `${match.sheet}!${a1(match.row, match.col)}`;
    const question = asked.get(place);
    const proposals = (question?.suggestions ?? []).map(({ product, description }) =>
      description === null ? product : `${product} ${description}`,
    );
    const product = question ? '' : (match.product ?? '');
    lines.push([match.label, product, proposals.join(' / '), place].map(asField).join(';'));
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
