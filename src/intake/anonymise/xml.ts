import { IntakeError, type InputFile } from '../contract';
import { byteText, codecOf } from './byte-text';
import { bsnIn, coverKnown, type Cover } from './cover';
import type { Anonymised } from './csv';
import { meaningOfElement, standIn, type PrivateKind } from './private-field';
import type { AnonymiseChoices, CoveredField, Remainder } from './report';

/** A piece of an XML text: markup, or the text between markup, with the element it stands in. */
interface Piece {
  readonly kind: 'text' | 'markup' | 'cdata' | 'comment';
  readonly text: string;
  /** Local names from the root to the element that holds the text. */
  readonly path: readonly string[];
}

/** No message has a longer element or text; more would be no message. */
const LONGEST = 4 * 1024 * 1024;
const DEEPEST = 200;

/** Cuts an XML text into markup and text, without changing a character. */
class PieceCutter {
  private pending = '';
  private readonly path: string[] = [];

  constructor(private readonly file: string) {}

  *push(chunk: string, last = false): IterableIterator<Piece> {
    const all = this.pending + chunk;
    let at = 0;
    while (at < all.length) {
      if (all.charCodeAt(at) !== 60) {
        const next = all.indexOf('<', at);
        if (next < 0 && !last) break;
        const end = next < 0 ? all.length : next;
        yield { kind: 'text', text: all.slice(at, end), path: this.path };
        at = end;
        continue;
      }
      const rest = all.slice(at, at + 9);
      if (!last && rest.length < 9 && (rest.startsWith('<!') || rest === '<')) break;
      const [kind, close] = rest.startsWith('<!--')
        ? (['comment', '-->'] as const)
        : rest.startsWith('<![CDATA[')
          ? (['cdata', ']]>'] as const)
          : rest.startsWith('<?')
            ? (['markup', '?>'] as const)
            : (['markup', '>'] as const);
      if (/^<!doctype/i.test(rest)) this.refuse('anonymise.xml-doctype');
      const end = kind === 'markup' && close === '>' ? tagEnd(all, at) : all.indexOf(close, at);
      if (end < 0) {
        if (last) this.refuse('anonymise.xml-broken');
        break;
      }
      const text = all.slice(at, end + close.length);
      if (kind === 'markup') this.follow(text);
      yield { kind, text, path: this.path };
      at = end + close.length;
    }
    this.pending = all.slice(at);
    if (this.pending.length > LONGEST) this.refuse('anonymise.xml-broken');
    if (last && this.path.length > 0) this.refuse('anonymise.xml-broken');
  }

  private follow(tag: string): void {
    if (tag.startsWith('<?')) return;
    const name = /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? '';
    const local = name.slice(name.indexOf(':') + 1);
    if (tag.startsWith('</')) {
      if (this.path.pop() !== local) this.refuse('anonymise.xml-broken');
    } else if (!tag.endsWith('/>')) {
      this.path.push(local);
      if (this.path.length > DEEPEST) this.refuse('anonymise.xml-broken');
    }
  }

  private refuse(code: string): never {
    throw new IntakeError([{ level: 'error', code, facts: {}, place: { file: this.file } }]);
  }
}

/** The end of a tag; a `>` inside an attribute’s quotes is none. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

async function eachPiece(file: InputFile, sample: Uint8Array, look: (piece: Piece) => void): Promise<void> {
  const cutter = new PieceCutter(file.name);
  for await (const text of codecOf(sample).decode(file.open())) {
    for (const piece of cutter.push(text)) look(piece);
  }
  for (const piece of cutter.push('', true)) look(piece);
}

/** What an element holds: by its own name, or by the one around it (a date inside a date of birth). */
function kindOf(path: readonly string[], choices: AnonymiseChoices): PrivateKind | 'kept' | null {
  const own = path.at(-1);
  if (own === undefined) return null;
  const named = (names: readonly string[]): boolean =>
    names.some((name) => name.trim().toLowerCase() === own.toLowerCase());
  if (named(choices.keep)) return 'kept';
  if (named(choices.hide)) return 'free-text';
  const kind = meaningOfElement(own);
  if (kind !== null) return kind;
  const around = path.at(-2);
  return own.toLowerCase() === 'datum' && around?.toLowerCase() === 'geboortedatum' ? 'birth-date' : null;
}

/**
 * Covers a message of municipalities (iWmo, iJw): the text of elements with service numbers, names, dates of
 * birth, addresses and remarks; all markup and every other text stays character for character, except known
 * numbers that stand in it. Read twice, never held whole.
 * Errors: `IntakeError` for a document type declaration, or XML that breaks off.
 */
export async function anonymiseXml(
  file: InputFile,
  sample: Uint8Array,
  cover: Cover,
  choices: AnonymiseChoices,
): Promise<Anonymised> {
  const known = new Set<number>();
  await eachPiece(file, sample, ({ kind, text, path }) => {
    if (kind !== 'text' && kind !== 'cdata') return;
    if (kindOf(path, choices) !== 'identifier') return;
    const nine = bsnIn(inner(kind, text).trim());
    if (nine !== null) known.add(Number(nine));
  });
  const codec = codecOf(sample);
  const counts = new Map<string, { kind: PrivateKind; count: number }>();
  const elsewhere = new Map<string, number>();
  const clients = new Set<string>();
  const kept = new Map<string, number>();
  let elements = 0;
  let comments = 0;

  const rewrite = ({ kind, text, path }: Piece): string => {
    const name = path.at(-1) ?? '';
    if (kind === 'comment') {
      comments++;
      return '';
    }
    if (kind === 'markup') {
      if (!text.startsWith('</') && !text.startsWith('<?')) elements++;
      return open(text, name);
    }
    if (text.trim() === '') return text;
    const meaning = kindOf(path, choices);
    if (meaning === 'kept') kept.set(name, (kept.get(name) ?? 0) + 1);
    if (meaning === null || meaning === 'kept') return meaning === 'kept' ? text : open(text, name);
    const count = counts.get(name) ?? { kind: meaning, count: 0 };
    counts.set(name, count);
    count.count++;
    if (meaning !== 'identifier') return stand(name, meaning);
    const covered = cover.identifier(inner(kind, text).trim());
    clients.add(covered);
    return covered;
  };
  const open = (text: string, name: string): string => {
    const { text: covered, count } = coverKnown(text, (nine) => known.has(Number(nine)), cover);
    if (count > 0) elsewhere.set(name, (elsewhere.get(name) ?? 0) + count);
    return covered;
  };
  return {
    async *chunks() {
      const cutter = new PieceCutter(file.name);
      for await (const text of codec.decode(file.open())) {
        let out = '';
        for (const piece of cutter.push(text)) out += rewrite(piece);
        if (out !== '') yield codec.encode(out);
      }
      let out = '';
      for (const piece of cutter.push('', true)) out += rewrite(piece);
      if (out !== '') yield codec.encode(out);
    },
    report() {
      const fields = [...counts].map(([name, { kind, count }]): CoveredField => ({
        name,
        kind,
        treatment: kind === 'identifier' ? 'pseudonym' : 'replaced',
        by: 'name',
        count,
      }));
      if (comments > 0) {
        fields.push({
          name: '<!-- -->',
          kind: 'free-text',
          treatment: 'blanked',
          by: 'name',
          count: comments,
        });
      }
      const foreign = !codecName(sample).includes('istandaarden.nl/');
      const remaining = [...kept].map(([what, count]): Remainder => ({
        why: 'kept-by-choice',
        what,
        count,
        place: { file: file.name },
      }));
      if (foreign) {
        remaining.push({ why: 'part', what: 'XML', count: elements, place: { file: file.name } });
      }
      return {
        file: file.name,
        format: 'xml',
        records: elements,
        clients: clients.size,
        fields,
        elsewhere: [...elsewhere].map(([name, count]) => ({ name, count })),
        left: [],
        remaining,
      };
    },
  };
}

/** The beginning of the file, for a look at its namespaces (also when it is in two bytes a letter). */
const codecName = (sample: Uint8Array): string => byteText(sample.subarray(0, 4096)).replace(/\0/g, '');

const inner = (kind: Piece['kind'], text: string): string =>
  kind === 'cdata' ? text.slice('<![CDATA['.length, -']]>'.length) : text;

/** What keeps an element valid where the standard asks for a form. */
function stand(name: string, kind: Exclude<PrivateKind, 'identifier'>): string {
  switch (name.toLowerCase()) {
    case 'postcode':
      return '1000AA';
    case 'huis':
    case 'huisnummer':
      return '1';
    case 'aanduidingwoonadres':
      return 'AB';
    case 'telefoonnummer':
      return '0000000000';
    case 'landnummer':
      return '31';
    case 'email':
    case 'emailadres':
      return 'x@example.org';
    default:
      return standIn(kind) || 'X';
  }
}
