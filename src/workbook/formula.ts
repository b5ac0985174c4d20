import { columnLetters, parseA1, type GridRange } from '../core';

export type FormulaTokenKind =
  | 'space'
  | 'string'
  | 'error'
  | 'area'
  | 'number'
  | 'function'
  | 'name'
  | 'structured'
  | 'operator'
  | 'unknown';

export interface FormulaToken {
  readonly kind: FormulaTokenKind;
  /** The whole token as written, sheet included; a function with its opening bracket. */
  readonly text: string;
  /** The sheet part as written, with quotes and without `!`; null when there is none. */
  readonly sheet: string | null;
  /** The token without its sheet part. */
  readonly body: string;
}

const SHEET = /(?:'(?:[^']|'')*'|(?:\[\d+\])?[\p{L}\p{N}_.]+(?::[\p{L}\p{N}_.]+)?|\[\d+\])!/uy;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const AREA = new RegExp(
  String.raw`(?:${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\p{L}\p{N}_.(\[!\\?$])`,
  'uy',
);
const PLAIN: readonly (readonly [FormulaTokenKind, RegExp])[] = [
  ['space', /\s+/y],
  ['string', /"(?:[^"]|"")*"/y],
  ['error', /#(?:REF!|NULL!|DIV\/0!|VALUE!|NAME\?|NUM!|N\/A|[A-Z_]+!)/y],
  ['area', AREA],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['function', /[\p{L}_\\][\p{L}\p{N}_.\\?]*\(/uy],
  ['name', /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy],
];

/** Excel allows 8192 characters; what is far longer is not looked into. */
const MAX_FORMULA = 32768;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** `SUM(D5:O5)`: what most formulas of a prognosis are. */
const PLAIN_SUM = /^SUM\((\$?[A-Z]{1,3}\$?[0-9]{1,7}:\$?[A-Z]{1,3}\$?[0-9]{1,7})\)$/;
const CLOSING: FormulaToken = { kind: 'operator', text: ')', sheet: null, body: ')' };
const OPENING: FormulaToken = { kind: 'function', text: 'SUM(', sheet: null, body: 'SUM(' };

/** Splits formula text (without `=`) into tokens; joined they give the text back. */
export function tokenise(formula: string): FormulaToken[] {
  const sum = PLAIN_SUM.exec(formula)?.[1];
  if (sum !== undefined) return [OPENING, { kind: 'area', text: sum, sheet: null, body: sum }, CLOSING];
  if (formula.length > MAX_FORMULA) return [{ kind: 'unknown', text: formula, sheet: null, body: formula }];
  const tokens: FormulaToken[] = [];
  let at = 0;
  while (at < formula.length) {
    const prefix = matchAt(SHEET, formula, at);
    const bodyAt = at + (prefix?.length ?? 0);
    const sheet = prefix === null ? null : prefix.slice(0, -1);
    let token: FormulaToken | null = null;
    for (const [kind, pattern] of PLAIN) {
      const body = matchAt(pattern, formula, bodyAt);
      if (body === null) continue;
      const bracket = kind === 'name' && formula[bodyAt + body.length] === '[';
      const whole = bracket ? body + bracketed(formula, bodyAt + body.length) : body;
      token = {
        kind: bracket ? 'structured' : kind,
        text: (prefix ?? '') + whole,
        sheet,
        body: whole,
      };
      break;
    }
    const character = formula.slice(at, at + 1);
    token ??= { kind: 'operator', text: character, sheet: null, body: character };
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

/** Square brackets from `at` with what they nest; `'` escapes inside them. */
function bracketed(formula: string, at: number): string {
  let depth = 0;
  for (let i = at; i < formula.length; i++) {
    const character = formula[i];
    if (character === "'") i++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return formula.slice(at, i + 1);
  }
  return formula.slice(at);
}

/**
 * A formula as it reads in a cell further down and to the right: relative references move along. This is
 * how the members of a shared formula get their text.
 * @example translateFormula('SUM(B4:$D4)', 1, 1) // 'SUM(C5:$D5)'
 */
export const translateFormula = (formula: string, rows: number, cols: number): string =>
  moveFormula(tokenise(formula), rows, cols);

/** The same for a formula that is split already. */
export function moveFormula(tokens: readonly FormulaToken[], rows: number, cols: number): string {
  return tokens
    .map((token) => {
      if (token.kind !== 'area') return token.text;
      const moved = token.body.split(':').map((corner) => moveCorner(corner, rows, cols));
      const sheet = token.sheet === null ? '' : `${token.sheet}!`;
      return sheet + (moved.includes(null) ? '#REF!' : moved.join(':'));
    })
    .join('');
}

function moveCorner(corner: string, rows: number, cols: number): string | null {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(corner);
  if (!match) return corner;
  const [, first = '', letters = '', second = '', digits = ''] = match;
  let text = '';
  if (letters !== '') {
    const col = (parseA1(`${letters}1`)?.col ?? 0) + (first === '$' ? 0 : cols);
    if (col < 0 || col > 16383) return null;
    text += first + columnLetters(col);
  }
  if (digits !== '') {
    // Without letters the first mark belongs to the row.
    const mark = letters === '' ? first : second;
    const row = Number(digits) - 1 + (mark === '$' ? 0 : rows);
    if (row < 0 || row > 1048575) return null;
    text += mark + String(row + 1);
  }
  return text;
}

/** The cells of an area token's body: a cell, a range, whole columns or whole rows. Null beyond the sheet. */
export function areaRange(body: string): GridRange | null {
  const corners = body.replace(/\$/g, '').split(':');
  const [from = '', until = from] = corners;
  const parse = (corner: string, isFirst: boolean): { row: number; col: number } | null => {
    if (/^[A-Za-z]+$/.test(corner)) return parseA1(`${corner}${isFirst ? 1 : 1048576}`);
    if (/^\d+$/.test(corner)) return parseA1(`${isFirst ? 'A' : 'XFD'}${corner}`);
    return parseA1(corner);
  };
  const a = parse(from, true);
  const b = parse(until, false);
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.col, b.col),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.col, b.col),
  };
}

export interface AreaReference {
  /** First sheet by name, null for the formula's own; `lastSheet` ends a reference over several sheets. */
  readonly sheet: string | null;
  readonly lastSheet: string | null;
  readonly range: GridRange;
  /** Whether it moves along when the formula is copied. */
  readonly isRelative: boolean;
}

/** What a formula reads, as far as its text tells. */
export interface FormulaReferences {
  readonly areas: readonly AreaReference[];
  readonly names: readonly string[];
  readonly tables: readonly string[];
  /** It may read other cells than its text names: nothing can be concluded about it. */
  readonly isOpaque: boolean;
}

/**
 * Functions whose result can't be followed from their arguments. Clock and chance (TODAY, RAND) are not among
 * them: they don't depend on what is written, and every program recalculates them on opening anyway.
 */
const OPAQUE_FUNCTIONS: ReadonlySet<string> = new Set([
  'INDIRECT',
  'OFFSET',
  'TABLE',
  'ANCHORARRAY',
  'EVALUATE',
  'GET.CELL',
  'GET.WORKBOOK',
  'CELL',
  'INFO',
]);

/** What a formula reads. Unquotes sheet names; other workbooks are left out: writing here doesn't change them. */
export function referencesOf(formula: string): FormulaReferences {
  const areas: AreaReference[] = [];
  const names: string[] = [];
  const tables: string[] = [];
  let isOpaque = false;
  for (const token of tokenise(formula)) {
    const sheet = token.sheet === null ? null : unquote(token.sheet);
    if (sheet?.includes('[')) {
      // [0] is this workbook under another name.
      if (sheet.includes('[0]')) isOpaque = true;
      continue;
    }
    if (token.kind === 'area') {
      const range = areaRange(token.body);
      const [first = '', last] = (sheet ?? '').split(':');
      if (!range) isOpaque = true;
      else {
        areas.push({
          sheet: sheet === null ? null : first,
          lastSheet: last ?? null,
          range,
          isRelative: !/^\$[A-Za-z]+\$\d+(:\$[A-Za-z]+\$\d+)?$|^\$[A-Za-z]+:\$[A-Za-z]+$|^\$\d+:\$\d+$/.test(
            token.body,
          ),
        });
      }
    } else if (token.kind === 'function') {
      const name = token.body
        .slice(0, -1)
        .toUpperCase()
        .replace(/^(_XLFN\.|_XLWS\.|_XLL\.)+/, '');
      if (OPAQUE_FUNCTIONS.has(name)) isOpaque = true;
    } else if (token.kind === 'name') {
      if (!/^(TRUE|FALSE|_xlpm\..*)$/i.test(token.body)) names.push(token.body);
    } else if (token.kind === 'structured') {
      tables.push(token.body.slice(0, token.body.indexOf('[')));
    } else if (token.kind === 'unknown' || (token.kind === 'operator' && /[:#[\]!'@]/.test(token.body))) {
      isOpaque = true;
    }
  }
  return { areas, names, tables, isOpaque };
}

/** A sheet name without its quotes. */
const unquote = (sheet: string): string =>
  sheet.startsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;

/** The sheet part of a token as a plain name. */
export const sheetOf = (token: FormulaToken): string | null =>
  token.sheet === null ? null : unquote(token.sheet);
