import { EncodingJudge } from '../csv/encoding';
import { ascii, find, isSpace, readAttributes } from './xml-attributes';
import { MOST_NAMES, RawNames } from './xml-names';
import { expandReferences, XmlBreak } from './xml-text';

/** Takes the elements of a document. Names are the numbers `resolve` gave them; unknown ones are -1. */
export interface XmlSink {
  /** The number of an element's name, asked once per name and namespace. */
  resolve(namespace: string, local: string): number;
  /** An element that holds other elements. */
  open(name: number): void;
  /** An element that holds text only; the range is its text, in UTF-8, and doesn't outlive the call. */
  leaf(name: number, bytes: Uint8Array, start: number, end: number): void;
  close(name: number): void;
}

/** Deeper than any message; a document that nests on and on is stopped here. */
const DEEPEST = 64;
/** One tag or one text may be this long; messages have texts of at most a few hundred bytes. */
export const LONGEST_TOKEN = 1 << 16;

const LT = 0x3c;
const GT = 0x3e;
const AMP = 0x26;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

const NEED_MORE = -1;

/** Which prefix stands for which namespace, from the element that declared it inwards. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  /** Number of a name by number of the raw name; -2: not asked yet. */
  meanings: Int32Array;
  /** Depth of the element that opened it. */
  readonly depth: number;
}

/**
 * Reads XML from a stream of bytes, element by element, in memory that doesn't grow with the document. Made
 * for messages: namespaces are resolved, tags must pair, text must be allowed, and whatever can hide
 * something (a DOCTYPE, entities of the document's own, endless nesting or texts) ends the reading.
 * `push` and `finish` throw `XmlBreak` where the document stops being sound; all before it has been handed over.
 */
export class XmlScanner {
  /** Line of the byte in hand, from 1. */
  line = 1;
  /** Line on which the element begins that is being handed over. */
  elementLine = 1;
  /** The beginning of a token that goes on in the next chunk: `held` bytes of a piece of memory that is kept. */
  private work = new Uint8Array(0);
  private held = 0;
  /** Where the token in hand begins, with the text before it. */
  private tokenStart = 0;
  private readonly judge = new EncodingJudge();
  private readonly names = new RawNames();
  private readonly open = new Int32Array(DEEPEST + 1);
  private readonly resolved = new Int32Array(DEEPEST + 1);
  private readonly lines = new Int32Array(DEEPEST + 1);
  /** By number of a name the one that began after it the last time, and the one that began last. */
  private readonly followers = new Int32Array(MOST_NAMES).fill(-1);
  private previous = 0;
  private depth = 0;
  private scopes: Scope[];
  private scope: Scope;
  /** The innermost element has been read up to its start tag only: it may turn out to be a leaf. */
  private pending = false;
  private rootSeen = false;
  private started = false;
  /** Text of a leaf that isn't one plain range: references, sections, comments inside. */
  private assembled: number[] | null = null;

  /** `sink` may be given later, before the first `push`. */
  constructor(public sink: XmlSink) {
    const prefixes = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
    this.scope = { prefixes, meanings: new Int32Array(64).fill(-2), depth: 0 };
    this.scopes = [this.scope];
  }

  /** Takes the next bytes, UTF-8 without byte order mark. Errors: `XmlBreak`. */
  push(chunk: Uint8Array): void {
    this.judge.take(chunk);
    let bytes = chunk;
    if (this.held > 0) {
      this.makeRoom(this.held + chunk.length);
      this.work.set(chunk, this.held);
      bytes = this.work.subarray(0, this.held + chunk.length);
    }
    const used = this.scan(bytes);
    const rest = bytes.length - used;
    if (rest > LONGEST_TOKEN) throw new XmlBreak('too-long', this.line);
    // Copied, so that the chunk itself can go.
    if (bytes !== chunk) this.work.copyWithin(0, used, used + rest);
    else if (rest > 0) {
      this.makeRoom(rest);
      this.work.set(bytes.subarray(used));
    }
    this.held = rest;
  }

  private makeRoom(length: number): void {
    if (length <= this.work.length) return;
    const wider = new Uint8Array(length * 2);
    wider.set(this.work.subarray(0, this.held));
    this.work = wider;
  }

  /**
   * Whether the bytes so far are no UTF-8. Such bytes can't be mistaken for a tag, so reading goes on: only
   * texts with accented letters, which messages have in names and remarks alone, are not to be trusted.
   */
  get foreignBytes(): boolean {
    return this.judge.encoding !== 'ascii' && this.judge.encoding !== 'utf-8';
  }

  /** At the end of the bytes. Errors: `XmlBreak` when the document isn't complete. */
  finish(): void {
    this.judge.finish();
    if (this.depth > 0 || !this.rootSeen) throw new XmlBreak('cut-off', this.line);
    for (const byte of this.work.subarray(0, this.held))
      if (!isSpace(byte)) throw new XmlBreak('cut-off', this.line);
  }

  /** Hands over every complete token; the result is how many bytes were used. */
  private scan(bytes: Uint8Array): number {
    const end = bytes.length;
    let at = 0;
    for (;;) {
      // Text up to the next tag.
      const textStart = at;
      const lineBefore = this.line;
      let plain = true;
      let blank = true;
      while (at < end) {
        const byte = bytes[at] as number;
        if (byte === LT) break;
        if (byte <= 0x20) {
          if (byte === 0x0a) this.line++;
          else if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d)
            throw new XmlBreak('character', this.line);
        } else {
          blank = false;
          if (byte === AMP) plain = false;
          else if (byte === GT && bytes[at - 1] === 0x5d && bytes[at - 2] === 0x5d && at - textStart >= 2) {
            throw new XmlBreak('not-well-formed', this.line);
          }
        }
        at++;
      }
      if (at >= end - 1) {
        // Blanks after the last element needn't wait for a tag.
        if (at >= end && blank && !this.pending) return end;
        this.line = lineBefore;
        return textStart;
      }
      if (!blank && !this.pending) throw new XmlBreak('stray-text', this.line);
      const textEnd = at;
      // Blanks between elements are done with; a text stays in hand until the tag after it is whole.
      const begin = this.pending ? textStart : at;
      this.tokenStart = begin;
      const lineThere = this.pending ? lineBefore : this.line;
      const next = bytes[at + 1] as number;
      let after: number;
      if (next === SLASH) after = this.endTag(bytes, at + 2, end, textStart, textEnd, plain);
      else if (next === BANG || next === QUESTION) after = this.aside(bytes, at, end, textStart, plain);
      else {
        if (this.pending && (!blank || this.assembled !== null)) {
          if (!blank || this.assembledText()) throw new XmlBreak('stray-text', this.line);
          this.assembled = null;
        }
        after = this.startTag(bytes, at + 1, end);
      }
      if (after === NEED_MORE) {
        this.line = lineThere;
        return begin;
      }
      at = after;
      this.started = true;
    }
  }

  private startTag(bytes: Uint8Array, start: number, end: number): number {
    const { names } = this;
    // Messages repeat: after one element mostly comes the one that came after it before.
    let raw = this.followers[this.previous] as number;
    let at = raw < 0 ? -1 : names.matchedEnd(raw, bytes, start, end);
    let byte = 0;
    if (at >= 0) byte = bytes[at] as number;
    else {
      raw = -1;
      at = start;
      while (at < end) {
        byte = bytes[at] as number;
        if (byte === GT || byte === SLASH || byte <= 0x20) break;
        at++;
      }
    }
    // A slash may only be followed by the end of the tag.
    if (at + 1 >= end) return NEED_MORE;
    const nameEnd = at;
    let selfClosing = false;
    let line = this.line;
    let declared: Map<string, string> | null = null;
    if (byte !== GT) {
      const attributes = readAttributes(bytes, at, end, line);
      if (attributes === null) return NEED_MORE;
      ({ at, selfClosing, line, declared } = attributes);
    }
    this.requireLength(at + 1);
    if (this.depth === 0 && this.rootSeen) throw new XmlBreak('not-well-formed', this.line);
    if (this.depth === DEEPEST) throw new XmlBreak('too-deep', this.line);
    if (raw < 0) {
      raw = names.of(bytes, start, nameEnd);
      if (raw < 0) throw new XmlBreak('not-well-formed', this.line);
      this.followers[this.previous] = raw;
    }
    this.previous = raw;
    // The element around this one is no leaf after all.
    if (this.pending) {
      this.elementLine = this.lines[this.depth] as number;
      this.sink.open(this.resolved[this.depth] as number);
    }
    const begins = this.line;
    this.line = line;
    this.depth++;
    this.rootSeen = true;
    if (declared !== null) {
      this.scope = {
        prefixes: new Map([...this.scope.prefixes, ...declared]),
        meanings: new Int32Array(64).fill(-2),
        depth: this.depth,
      };
      this.scopes.push(this.scope);
    }
    const { meanings } = this.scope;
    let name = raw < meanings.length ? (meanings[raw] as number) : -2;
    if (name === -2) name = this.learn(raw);
    this.open[this.depth] = raw;
    this.lines[this.depth] = begins;
    this.resolved[this.depth] = name;
    if (selfClosing) {
      this.elementLine = begins;
      this.sink.leaf(name, bytes, at, at);
      this.leave();
    } else this.pending = true;
    return at + 1;
  }

  private learn(raw: number): number {
    const { prefix, local } = this.names.parts(raw);
    const namespace = this.scope.prefixes.get(prefix) ?? (prefix === '' ? '' : null);
    if (namespace === null) throw new XmlBreak('prefix', this.line);
    const name = this.sink.resolve(namespace, local);
    if (raw >= this.scope.meanings.length) {
      const wider = new Int32Array(Math.max(raw + 1, this.scope.meanings.length * 2)).fill(-2);
      wider.set(this.scope.meanings);
      this.scope.meanings = wider;
    }
    this.scope.meanings[raw] = name;
    return name;
  }

  private endTag(
    bytes: Uint8Array,
    start: number,
    end: number,
    textStart: number,
    textEnd: number,
    plain: boolean,
  ): number {
    if (this.depth === 0) throw new XmlBreak('not-well-formed', this.line);
    const { arena } = this.names;
    const raw = this.open[this.depth] as number;
    let known = this.names.startOf(raw);
    const knownEnd = this.names.startOf(raw + 1);
    let at = start;
    if (start + (knownEnd - known) >= end) {
      // Perhaps the tag is only cut off; a wrong one shows when there is more.
      if (!bytes.subarray(start, end).includes(GT)) return NEED_MORE;
      throw new XmlBreak('not-well-formed', this.line);
    }
    while (known < knownEnd) {
      if (bytes[at] !== arena[known]) throw new XmlBreak('not-well-formed', this.line);
      at++;
      known++;
    }
    while (at < end && isSpace(bytes[at] as number)) {
      if (bytes[at] === 0x0a) this.line++;
      at++;
    }
    if (at >= end) return NEED_MORE;
    if (bytes[at] !== GT) throw new XmlBreak('not-well-formed', this.line);
    this.requireLength(at + 1);
    const name = this.resolved[this.depth] as number;
    if (this.pending) {
      this.pending = false;
      this.elementLine = this.lines[this.depth] as number;
      if (this.assembled === null && plain) this.sink.leaf(name, bytes, textStart, textEnd);
      else {
        this.append(bytes, textStart, textEnd, plain);
        const text = Uint8Array.from(this.assembled ?? []);
        this.assembled = null;
        this.sink.leaf(name, text, 0, text.length);
      }
    } else this.sink.close(name);
    this.leave();
    return at + 1;
  }

  /** The limit holds for a token and the text before it, whether they came in one piece or in many. */
  private requireLength(end: number): void {
    if (end - this.tokenStart > LONGEST_TOKEN) throw new XmlBreak('too-long', this.line);
  }

  private leave(): void {
    if (this.scope.depth === this.depth) {
      this.scopes.pop();
      this.scope = this.scopes[this.scopes.length - 1] as Scope;
    }
    this.depth--;
    this.pending = false;
  }

  /** A comment, a processing instruction or a character section; a DOCTYPE ends the reading. */
  private aside(bytes: Uint8Array, at: number, end: number, textStart: number, plain: boolean): number {
    if (bytes[at + 1] === QUESTION) {
      const close = find(bytes, at + 2, end, 0x3f, 0x3e);
      if (close < 0) return NEED_MORE;
      const isDeclaration = /^xml[\s?]/i.test(ascii(bytes, at + 2, Math.min(at + 6, end)));
      if (isDeclaration && (this.started || at > 0 || this.rootSeen)) {
        throw new XmlBreak('not-well-formed', this.line);
      }
      this.requireLength(close + 2);
      this.keepText(bytes, textStart, at, plain);
      this.count(bytes, at, close);
      return close + 2;
    }
    const head = ascii(bytes, at + 2, Math.min(at + 9, end));
    if (head.startsWith('--')) {
      let close = at + 4;
      for (;;) {
        close = find(bytes, close, end, 0x2d, 0x2d);
        if (close < 0 || close + 2 >= end) return NEED_MORE;
        if (bytes[close + 2] === GT) break;
        throw new XmlBreak('not-well-formed', this.line);
      }
      this.requireLength(close + 3);
      this.keepText(bytes, textStart, at, plain);
      this.count(bytes, at, close);
      return close + 3;
    }
    if (head === '[CDATA[') {
      if (!this.pending) throw new XmlBreak('stray-text', this.line);
      let close = at + 9;
      for (;;) {
        close = find(bytes, close, end, 0x5d, 0x5d);
        if (close < 0 || close + 2 >= end) return NEED_MORE;
        if (bytes[close + 2] === GT) break;
        close++;
      }
      this.requireLength(close + 3);
      this.append(bytes, textStart, at, plain);
      this.append(bytes, at + 9, close, true);
      this.count(bytes, at, close);
      return close + 3;
    }
    const wanted = head.startsWith('-') ? 2 : head.startsWith('[') ? 7 : 0;
    if (end - at - 2 < wanted) return NEED_MORE;
    if (/^DOCTYPE/i.test(head)) throw new XmlBreak('doctype', this.line);
    if ('DOCTYPE'.startsWith(head.toUpperCase()) && head.length < 7) return NEED_MORE;
    throw new XmlBreak('not-well-formed', this.line);
  }

  private keepText(bytes: Uint8Array, start: number, end: number, plain: boolean): void {
    if (this.pending) this.append(bytes, start, end, plain);
  }

  private append(bytes: Uint8Array, start: number, end: number, plain: boolean): void {
    const into = (this.assembled ??= []);
    const text = plain ? bytes.subarray(start, end) : expandReferences(bytes, start, end, this.line);
    for (const byte of text) into.push(byte);
    if (into.length > LONGEST_TOKEN) throw new XmlBreak('too-long', this.line);
  }

  private assembledText(): boolean {
    return (this.assembled ?? []).some((byte) => !isSpace(byte));
  }

  private count(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; at++) if (bytes[at] === 0x0a) this.line++;
  }
}
