/** Letters that begin a name, and those that go on with one; only ASCII, which is what sheets use. */
const NAME_START = 1;
const NAME_PART = 2;
const KIND = (() => {
  const kind = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const letter = String.fromCharCode(code);
    if (/[A-Za-z_]/.test(letter)) kind[code] = NAME_START | NAME_PART;
    else if (/[\d.-]/.test(letter)) kind[code] = NAME_PART;
  }
  return kind;
})();

const ODD_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\uffff]/;
const ODD_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#(?:9|10|13|3[2-9]|[4-9]\d|[1-9]\d\d)|#x(?:9|[aAdD]));)/;
const DECLARATION =
  /^\ufeff?(?:<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>)?\s*/;

const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const LETTER_C = 99;

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** Cells with nothing but a place, a style, a type and a value, one after another: most of a sheet is made of them. */
const PLAIN_CELLS =
  /(?:<c(?: r="[A-Z]{1,3}\d{1,7}")?(?: s="\d+")?(?: t="[a-zA-Z]+")?(?:\/>|><v>[^<>]*<\/v><\/c>)){1,32}/y;

interface Name {
  readonly prefix: string;
  readonly local: string;
}

/**
 * Whether a text certainly is well-formed XML, of the plain kind that nearly all sheets are: elements,
 * attributes and text, prefixes declared on the root. False says nothing: a full parser has to look.
 */
export function isPlainXml(text: string): boolean {
  // Character 0xfeff at the beginning is the byte order mark.
  const body = DECLARATION.exec(text)?.[0].length ?? 0;
  if (ODD_CHARACTER.test(body > 0 && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)) return false;
  if (text.includes('&') && ODD_REFERENCE.test(text)) return false;
  return new PlainText(text).holds(body);
}

class PlainText {
  private readonly open: string[] = [];
  private prefixes: ReadonlySet<string> | null = null;
  private at = 0;

  constructor(private readonly text: string) {}

  holds(from: number): boolean {
    const { text, open } = this;
    if (text.charCodeAt(from) !== LESS) return false;
    for (let start = from; ;) {
      if (open.length > 0 && text.charCodeAt(start + 1) === LETTER_C) {
        PLAIN_CELLS.lastIndex = start;
        if (PLAIN_CELLS.test(text)) {
          const next = text.indexOf('<', PLAIN_CELLS.lastIndex);
          if (next < 0) return false;
          const greater = text.indexOf('>', PLAIN_CELLS.lastIndex);
          if (greater < next) return false;
          start = next;
          continue;
        }
      }
      const next = text.indexOf('<', start + 1);
      const limit = next < 0 ? text.length : next;
      const isEnd = text.charCodeAt(start + 1) === SLASH;
      if (!(isEnd ? this.endTag(start) : this.startTag(start, limit))) return false;
      // A stray `>` in a text may be part of `]]>`.
      const greater = text.indexOf('>', this.at);
      if (greater >= 0 && greater < limit) return false;
      if (open.length === 0) return next < 0 && text.slice(this.at).trim() === '';
      if (next < 0) return false;
      start = next;
    }
  }

  private endTag(start: number): boolean {
    const name = this.open.pop();
    if (name === undefined || !this.text.startsWith(name, start + 2)) return false;
    const end = start + 2 + name.length;
    this.at = end + 1;
    return this.text.charCodeAt(end) === GREATER;
  }

  private startTag(start: number, limit: number): boolean {
    const { text } = this;
    const names: Name[] = [];
    const declared: string[] = [];
    this.at = start + 1;
    const element = this.name();
    if (!element) return false;
    const elementEnd = this.at;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === GREATER) break;
      if (code === SLASH) {
        this.at += 1;
        break;
      }
      if (!isSpace(code)) return false;
      while (isSpace(text.charCodeAt(this.at))) this.at += 1;
      if (text.charCodeAt(this.at) === GREATER || text.charCodeAt(this.at) === SLASH) continue;
      const name = this.name();
      if (!name || text.charCodeAt(this.at) !== EQUALS) return false;
      const quote = text.charCodeAt(this.at + 1);
      if (quote !== QUOTE && quote !== APOSTROPHE) return false;
      const valueStart = this.at + 2;
      const valueEnd = text.indexOf(quote === QUOTE ? '"' : "'", valueStart);
      if (valueEnd < 0 || valueEnd > limit) return false;
      this.at = valueEnd + 1;
      if (name.local === 'xmlns' || name.prefix === 'xmlns') {
        const value = text.slice(valueStart, valueEnd);
        if (this.prefixes || !isPlainDeclaration(name, value)) return false;
        declared.push(name.local);
      }
      // Two prefixes may stand for one namespace: equal local names are looked at by the parser.
      for (const other of names) if (other.local === name.local) return false;
      names.push(name);
    }
    if (text.charCodeAt(this.at) !== GREATER || this.at >= limit) return false;
    this.at += 1;
    this.prefixes ??= new Set(declared);
    if (!this.isDeclared(element.prefix)) return false;
    for (const { prefix } of names)
      if (!this.isDeclared(prefix) && prefix !== 'xml' && prefix !== 'xmlns') return false;
    if (text.charCodeAt(this.at - 2) !== SLASH) this.open.push(text.slice(start + 1, elementEnd));
    return true;
  }

  private isDeclared(prefix: string): boolean {
    return prefix === '' || (prefix !== 'xmlns' && this.prefixes?.has(prefix) === true);
  }

  /** The name at the present place, and moves past it. */
  private name(): Name | null {
    const { text } = this;
    const first = this.at;
    let i = first;
    let colon = -1;
    for (;;) {
      const code = text.charCodeAt(i);
      const kind = code < 128 ? (KIND[code] ?? 0) : 0;
      if (code === COLON && colon < 0 && i > first) colon = i;
      else if ((kind & (i === first || i === colon + 1 ? NAME_START : NAME_PART)) === 0) break;
      i++;
    }
    if (i === first || i === colon + 1) return null;
    this.at = i;
    return colon < 0
      ? { prefix: '', local: text.slice(first, i) }
      : { prefix: text.slice(first, colon), local: text.slice(colon + 1, i) };
  }
}

/** A declaration on the root without anything special about its prefix or address. */
const isPlainDeclaration = ({ prefix, local }: Name, uri: string): boolean =>
  /^https?:\/\/[\w./-]+$/.test(uri) &&
  !/^https?:\/\/www\.w3\.org\/(?:XML|2000\/xmlns)/.test(uri) &&
  (prefix === '' ? local === 'xmlns' : !/^xml/i.test(local));
