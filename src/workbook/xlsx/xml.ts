import { SaxesParser } from 'saxes';
import { isPlainXml } from './plain-xml';
import { problem } from './problem';

export const NS = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  strictMain: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  strictRelations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
} as const;

export const isMainNamespace = (uri: string): boolean => uri === NS.main || uri === NS.strictMain;
export const isRelationsNamespace = (uri: string): boolean =>
  uri === NS.relations || uri === NS.strictRelations;

export type Token = 'start' | 'end' | 'text' | 'eof';

const MAX_DEPTH = 200;
const MAX_BINDINGS = 1000;
/** Elements of a part that is kept as a tree; beyond it no real workbook is meant. */
const MAX_ELEMENTS = 1_000_000;

const enum Char {
  Tab = 9,
  Newline = 10,
  Return = 13,
  Space = 32,
  Bang = 33,
  DoubleQuote = 34,
  SingleQuote = 39,
  Slash = 47,
  Colon = 58,
  Less = 60,
  Equals = 61,
  Greater = 62,
  Question = 63,
}

const isSpace = (code: number): boolean =>
  code === Char.Space || code === Char.Newline || code === Char.Return || code === Char.Tab;

interface Binding {
  readonly prefix: string;
  readonly uri: string;
  readonly depth: number;
}

/**
 * Walks XML text token by token, without building anything: positions in the text are what a patch needs.
 * It checks nesting, tag syntax and entities, knows namespaces, and refuses document types. Fields hold the
 * present token and are overwritten by `next`. Errors: `WorkbookError`.
 */
export class XmlScanner {
  /** Where the present token begins and ends in the text. */
  start = 0;
  end = 0;
  /** Element name without prefix; for start and end tokens. */
  local = '';
  prefix = '';
  /** Whether the element is in the spreadsheet namespace. */
  isMain = false;
  /** Whether a start token closes itself: no end token follows. */
  isEmpty = false;
  /** Open elements; a start token that isn't empty is counted already, an end token no longer. */
  depth = 0;

  private position = 0;
  private attributes: number[] = [];
  private attributeCount = 0;
  private isCData = false;
  private readonly open: string[] = [];
  private readonly openMain: boolean[] = [];
  private readonly bindings: Binding[] = [{ prefix: 'xml', uri: 'xml', depth: 0 }];
  private defaultIsMain = false;
  private hasRoot = false;

  constructor(
    readonly text: string,
    readonly file: string,
    readonly part: string,
  ) {
    if (text.charCodeAt(0) === 0xfeff) this.position = 1;
  }

  /** A refusal that names the line and column of a position in the text. */
  malformed(at: number, what: string): Error {
    const before = this.text.slice(0, at);
    const line = before.split('\n').length;
    const column = at - (before.lastIndexOf('\n') + 1) + 1;
    return problem('xml-malformed', { file: this.file, part: this.part, line, column, what });
  }

  next(): Token {
    const { text } = this;
    this.dropBindings();
    for (;;) {
      const at = this.position;
      if (at >= text.length) {
        if (this.depth > 0 || !this.hasRoot) throw this.malformed(text.length, 'ends');
        this.start = this.end = at;
        return 'eof';
      }
      this.start = at;
      if (text.charCodeAt(at) !== Char.Less) {
        const less = text.indexOf('<', at);
        this.end = this.position = less < 0 ? text.length : less;
        this.isCData = false;
        if (this.depth > 0) return 'text';
        for (let i = at; i < this.end; i++) {
          if (!isSpace(text.charCodeAt(i))) throw this.malformed(i, 'outside');
        }
        continue;
      }
      const code = text.charCodeAt(at + 1);
      if (code === Char.Slash) return this.endTag(at);
      if (code === Char.Question) {
        this.skipTo('?>', at);
        continue;
      }
      if (code === Char.Bang) {
        if (text.startsWith('<!--', at)) {
          this.skipTo('-->', at + 4);
          continue;
        }
        if (text.startsWith('<![CDATA[', at) && this.depth > 0) {
          this.skipTo(']]>', at);
          this.end = this.position;
          this.isCData = true;
          return 'text';
        }
        throw /^<!(DOCTYPE|ENTITY)/i.test(text.slice(at, at + 12))
          ? problem('doctype', { file: this.file, part: this.part })
          : this.malformed(at, 'tag');
      }
      return this.startTag(at);
    }
  }

  private skipTo(mark: string, from: number): void {
    const found = this.text.indexOf(mark, from);
    if (found < 0) throw this.malformed(from, 'ends');
    this.position = found + mark.length;
  }

  private endTag(at: number): Token {
    const { text } = this;
    const name = this.open.pop();
    const nameEnd = at + 2 + (name?.length ?? 0);
    if (name === undefined || !text.startsWith(name, at + 2)) throw this.malformed(at, 'nesting');
    let close = nameEnd;
    while (isSpace(text.charCodeAt(close))) close++;
    if (text.charCodeAt(close) !== Char.Greater) throw this.malformed(at, 'nesting');
    this.end = this.position = close + 1;
    this.setName(name);
    this.isMain = this.openMain.pop() ?? false;
    this.depth--;
    this.dropBindings();
    return 'end';
  }

  private setName(name: string): void {
    if (name.length === 1) {
      this.prefix = '';
      this.local = name;
      return;
    }
    const colon = name.indexOf(':');
    this.prefix = colon < 0 ? '' : name.slice(0, colon);
    this.local = colon < 0 ? name : name.slice(colon + 1);
  }

  /** Forgets declarations of elements that are closed. */
  private dropBindings(): void {
    let last = this.bindings[this.bindings.length - 1];
    if (!last || last.depth <= this.depth) return;
    while (last && last.depth > this.depth) {
      this.bindings.pop();
      last = this.bindings[this.bindings.length - 1];
    }
    this.defaultIsMain = isMainNamespace(this.uriOf(''));
  }

  private startTag(at: number): Token {
    const { text } = this;
    let i = at + 1;
    for (;;) {
      const code = text.charCodeAt(i);
      if (code === Char.Greater || code === Char.Slash || isSpace(code)) break;
      if (code !== code || code === Char.Less || code === Char.Equals || code === Char.DoubleQuote) {
        throw this.malformed(at, 'tag');
      }
      i++;
    }
    if (i === at + 1) throw this.malformed(at, 'tag');
    const name = text.slice(at + 1, i);
    this.attributeCount = 0;
    let declares = false;
    for (;;) {
      let code = text.charCodeAt(i);
      const spaced = isSpace(code);
      while (isSpace(code)) code = text.charCodeAt(++i);
      if (code === Char.Greater) {
        this.isEmpty = false;
        i++;
        break;
      }
      if (code === Char.Slash) {
        if (text.charCodeAt(i + 1) !== Char.Greater) throw this.malformed(i, 'tag');
        this.isEmpty = true;
        i += 2;
        break;
      }
      if (!spaced || code !== code) throw this.malformed(i, 'tag');
      const nameStart = i;
      while (code !== Char.Equals && !isSpace(code)) {
        if (code !== code || code === Char.Greater || code === Char.Less) throw this.malformed(i, 'tag');
        code = text.charCodeAt(++i);
      }
      const nameEnd = i;
      while (isSpace(code)) code = text.charCodeAt(++i);
      if (code !== Char.Equals) throw this.malformed(i, 'tag');
      code = text.charCodeAt(++i);
      while (isSpace(code)) code = text.charCodeAt(++i);
      if (code !== Char.DoubleQuote && code !== Char.SingleQuote) throw this.malformed(i, 'tag');
      const valueStart = i + 1;
      const valueEnd = text.indexOf(code === Char.DoubleQuote ? '"' : "'", valueStart);
      if (valueEnd < 0) throw this.malformed(i, 'ends');
      const base = this.attributeCount * 4;
      this.attributes[base] = nameStart;
      this.attributes[base + 1] = nameEnd;
      this.attributes[base + 2] = valueStart;
      this.attributes[base + 3] = valueEnd;
      this.attributeCount++;
      if (text.charCodeAt(nameStart) === 120 && text.startsWith('xmlns', nameStart)) declares = true;
      i = valueEnd + 1;
    }
    this.end = this.position = i;
    if (this.depth === 0) {
      if (this.hasRoot) throw this.malformed(at, 'outside');
      this.hasRoot = true;
    }
    this.depth++;
    if (declares) this.declare();
    this.setName(name);
    this.isMain = this.prefix === '' ? this.defaultIsMain : isMainNamespace(this.uriOf(this.prefix));
    if (this.isEmpty) {
      // Its own declarations hold until the next token: attributes are still to be asked for.
      this.depth--;
    } else {
      if (this.depth > MAX_DEPTH) throw this.malformed(at, 'depth');
      this.open.push(name);
      this.openMain.push(this.isMain);
    }
    return 'start';
  }

  private declare(): void {
    for (const { name, value } of this.allAttributes()) {
      if (name === 'xmlns') this.bindings.push({ prefix: '', uri: value, depth: this.depth });
      else if (name.startsWith('xmlns:')) {
        this.bindings.push({ prefix: name.slice(6), uri: value, depth: this.depth });
      }
    }
    if (this.bindings.length > MAX_BINDINGS) throw this.malformed(this.start, 'depth');
    this.defaultIsMain = isMainNamespace(this.uriOf(''));
  }

  /** The namespace a prefix stands for here; `''` when it has none. */
  uriOf(prefix: string): string {
    for (let i = this.bindings.length - 1; i >= 0; i--) {
      const binding = this.bindings[i];
      if (binding?.prefix === prefix) return binding.uri;
    }
    return '';
  }

  /** The value of an attribute without prefix, or null. For start tokens. */
  attribute(name: string): string | null {
    const { text, attributes } = this;
    for (let i = 0; i < this.attributeCount; i++) {
      const nameStart = attributes[i * 4] ?? 0;
      if ((attributes[i * 4 + 1] ?? 0) - nameStart === name.length && text.startsWith(name, nameStart)) {
        return this.decode(attributes[i * 4 + 2] ?? 0, attributes[i * 4 + 3] ?? 0);
      }
    }
    return null;
  }

  /** All attributes, names with their prefix; positions of the whole `name="value"`. */
  allAttributes(): { name: string; value: string; start: number; end: number; valueStart: number }[] {
    const found = [];
    for (let i = 0; i < this.attributeCount; i++) {
      const [nameStart = 0, nameEnd = 0, valueStart = 0, valueEnd = 0] = this.attributes.slice(
        i * 4,
        i * 4 + 4,
      );
      found.push({
        name: this.text.slice(nameStart, nameEnd),
        value: this.decode(valueStart, valueEnd),
        start: nameStart,
        end: valueEnd + 1,
        valueStart,
      });
    }
    return found;
  }

  /** The characters of a text token. */
  characters(): string {
    return this.isCData
      ? normaliseLines(this.text.slice(this.start + 9, this.end - 3))
      : this.decode(this.start, this.end);
  }

  /** The characters of the element that just started, up to its end; child elements are skipped. */
  contents(): string {
    if (this.isEmpty) return '';
    const level = this.depth - 1;
    let text = '';
    for (;;) {
      const token = this.next();
      if (token === 'text' && this.depth === level + 1)
        text = text === '' ? this.characters() : text + this.characters();
      if (token === 'end' && this.depth === level) return text;
    }
  }

  /**
   * The value of a cell that just started when it holds nothing but `<v>…</v>`, which is what nearly all
   * cells look like: reads past the cell's end and gives the text. Null, and nothing read, otherwise.
   */
  onlyValue(): string | null {
    const from = this.end + 3;
    const until = this.passOnlyValue();
    return until < 0 ? null : this.decode(from, until);
  }

  /** The same without the text: where the value ends; -1, and nothing read, when there is more to the cell. */
  passOnlyValue(): number {
    const { text } = this;
    const from = this.end;
    if (this.isEmpty || this.prefix !== '' || !this.isMain || !text.startsWith('<v>', from)) return -1;
    const less = text.indexOf('<', from + 3);
    if (less < 0 || !text.startsWith('</v></c>', less)) return -1;
    this.open.pop();
    this.openMain.pop();
    this.depth--;
    this.start = less + 4;
    this.end = this.position = less + 8;
    return less;
  }

  /**
   * Whether nothing but single spaces stands between the parts of the start tag: put together again from its
   * attributes it is the same text.
   */
  isTight(): boolean {
    const { attributes } = this;
    let at = this.start + 1 + (this.prefix === '' ? 0 : this.prefix.length + 1) + this.local.length;
    for (let i = 0; i < this.attributeCount; i++) {
      if (attributes[i * 4] !== at + 1 || this.text.charCodeAt(at) !== Char.Space) return false;
      at = (attributes[i * 4 + 3] ?? 0) + 1;
    }
    return at === this.end - 1;
  }

  /** Whether the start tag has an attribute without prefix of this name. */
  has(name: string): boolean {
    const { text, attributes } = this;
    for (let i = 0; i < this.attributeCount; i++) {
      const nameStart = attributes[i * 4] ?? 0;
      if ((attributes[i * 4 + 1] ?? 0) - nameStart === name.length && text.startsWith(name, nameStart))
        return true;
    }
    return false;
  }

  /**
   * Row and column of attribute `r`, as `row * 16384 + col`; -1 when there is no such attribute, -2 when it
   * isn't an address.
   */
  cellReference(): number {
    const { text, attributes } = this;
    for (let i = 0; i < this.attributeCount; i++) {
      const nameStart = attributes[i * 4] ?? 0;
      if ((attributes[i * 4 + 1] ?? 0) - nameStart !== 1 || text.charCodeAt(nameStart) !== 114) continue;
      let at = attributes[i * 4 + 2] ?? 0;
      const end = attributes[i * 4 + 3] ?? 0;
      let col = 0;
      let row = 0;
      for (; at < end; at++) {
        const letter = text.charCodeAt(at) & ~32;
        if (letter < 65 || letter > 90) break;
        col = col * 26 + letter - 64;
      }
      const digits = at;
      for (; at < end; at++) {
        const digit = text.charCodeAt(at) - 48;
        if (digit < 0 || digit > 9) return -2;
        row = row * 10 + digit;
      }
      const fits = col >= 1 && col <= 16384 && row >= 1 && row <= 1048576 && end - digits <= 7;
      return fits ? (row - 1) * 16384 + col - 1 : -2;
    }
    return -1;
  }

  /** Where the next token begins, when plain elements of the spreadsheet namespace may be read there; else -1. */
  plainPosition(): number {
    return this.defaultIsMain ? this.position : -1;
  }

  /** Goes on behind an element that was read without tokens. */
  passTo(position: number): void {
    this.start = this.end = this.position = position;
  }

  /** The characters of a part of the text, entities resolved. */
  decoded(start: number, end: number): string {
    return this.decode(start, end);
  }

  /** Moves past the end of the element that just started. */
  skip(): void {
    if (this.isEmpty) return;
    const level = this.depth - 1;
    while (!(this.next() === 'end' && this.depth === level));
  }

  private decode(start: number, end: number): string {
    const raw = this.text.slice(start, end);
    const plain = normaliseLines(raw);
    if (!plain.includes('&')) return plain;
    return plain.replace(/&([^;&]*;?)/g, (_, body: string) => {
      const character = entity(body);
      if (character === null) throw this.malformed(start, 'entity');
      return character;
    });
  }
}

const normaliseLines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

const ENTITIES: Readonly<Record<string, string>> = {
  'amp;': '&',
  'lt;': '<',
  'gt;': '>',
  'quot;': '"',
  'apos;': "'",
};

function entity(body: string): string | null {
  const named = Object.hasOwn(ENTITIES, body) ? ENTITIES[body] : undefined;
  if (named !== undefined) return named;
  const match = /^#(?:x([0-9a-fA-F]+)|([0-9]+));$/.exec(body);
  if (!match) return null;
  const code = match[1] !== undefined ? parseInt(match[1], 16) : Number(match[2]);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** An element of a small part as a tree. Sheets and shared strings are never read this way. */
export interface XmlElement {
  readonly local: string;
  readonly prefix: string;
  readonly uri: string;
  readonly attributes: readonly { name: string; uri: string; local: string; value: string }[];
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Where the element begins, its start tag ends, and it ends. */
  readonly start: number;
  readonly startTagEnd: number;
  readonly end: number;
  readonly isEmpty: boolean;
}

interface MutableElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
  end: number;
}

/** The tree of a small XML part. Errors: `WorkbookError`. */
export function parseTree(text: string, file: string, part: string): XmlElement {
  const scanner = new XmlScanner(text, file, part);
  const stack: MutableElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  for (let token = scanner.next(); token !== 'eof'; token = scanner.next()) {
    const parent = stack[stack.length - 1];
    if (token === 'text' && parent) parent.text += scanner.characters();
    else if (token === 'end') {
      const done = stack.pop();
      if (done) done.end = scanner.end;
    } else if (token === 'start') {
      if (++count > MAX_ELEMENTS) throw problem('part-too-big', { file, part });
      const element: MutableElement = {
        local: scanner.local,
        prefix: scanner.prefix,
        uri: scanner.uriOf(scanner.prefix),
        attributes: scanner.allAttributes().map(({ name, value }) => {
          const colon = name.indexOf(':');
          return {
            name,
            value,
            local: name.slice(colon + 1),
            uri: colon < 0 ? '' : scanner.uriOf(name.slice(0, colon)),
          };
        }),
        children: [],
        text: '',
        start: scanner.start,
        startTagEnd: scanner.end,
        end: scanner.end,
        isEmpty: scanner.isEmpty,
      };
      parent?.children.push(element);
      root ??= element;
      if (!scanner.isEmpty) stack.push(element);
    }
  }
  if (!root) throw scanner.malformed(0, 'ends');
  return root;
}

/** The value of an attribute without namespace, or null. */
export const attributeOf = (element: XmlElement, local: string): string | null =>
  element.attributes.find((attribute) => attribute.uri === '' && attribute.local === local)?.value ?? null;

/** The children with a name, in any of the two spreadsheet namespaces or that of the parent. */
export const childrenOf = (element: XmlElement, local: string): XmlElement[] =>
  element.children.filter((child) => child.local === local && child.uri === element.uri);

export const childOf = (element: XmlElement, local: string): XmlElement | null =>
  childrenOf(element, local)[0] ?? null;

/** XML booleans: `1`, `true`, and their opposites; null is not stated. */
export const isTrue = (value: string | null, fallback = false): boolean =>
  value === null ? fallback : value === '1' || value === 'true' || value === 'on';

/** Checks that a text is well-formed before anything is spliced into it; a full parser looks at what isn't plain. */
export function checkWellFormed(text: string, file: string, part: string): void {
  if (isPlainXml(text)) return;
  const parser = new SaxesParser({ xmlns: true });
  let failed: Error | null = null;
  parser.on('error', () => {
    failed ??= problem('xml-malformed', {
      file,
      part,
      line: parser.line,
      column: parser.column + 1,
      what: 'syntax',
    });
  });
  parser.on('doctype', () => {
    failed ??= problem('doctype', { file, part });
  });
  const step = 64 * 1024;
  for (let at = 0; at < text.length && !failed; at += step) parser.write(text.slice(at, at + step));
  if (!failed) parser.close();
  if (failed) throw failed;
}

/** Text for between tags: the characters XML needs escaped, and those it can't hold as `_xHHHH_`. */
export function escapeText(text: string): string {
  return (
    text
      // A literal _x0041_ would be read as an escape: its underscore is escaped itself.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(
        /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
        (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      )
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
  );
}

/** The characters behind `_xHHHH_` escapes in spreadsheet text. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
