import { XmlScanner } from './xml-scan';
import { XmlBreak } from './xml-text';

/** What a document is, by its root and header. */
export interface XmlKind {
  readonly root: string;
  readonly namespace: string;
  /** Of the iStandaarden: Wmo or Jeugdwet, the number of the message, and the release of the namespace. */
  readonly standard: {
    readonly domain: 'Wmo' | 'Jeugdwet';
    readonly message: string;
    readonly release: string;
    readonly base: string;
  } | null;
  /** Texts of the header by their path, such as `Header/Afzender`. */
  readonly texts: ReadonlyMap<string, string>;
}

const NAMESPACE =
  /^https?:\/\/www\.istandaarden\.nl\/(iwmo|ijw)\/(\d{1,2})_(\d{1,2})\/(wmo|jw)(\d{3})\/schema\/?$/i;

/** The only release that is read. */
export const RELEASE = '3.2';

/** Message numbers that can be read, in release 3.2. */
export const READABLE: ReadonlySet<string> = new Set(['301', '305', '307', '323', '325']);

/** Message codes (COD002) by message, for Wmo and Jeugdwet. */
export const MESSAGE_CODES: Readonly<Record<'Wmo' | 'Jeugdwet', ReadonlyMap<string, string>>> = {
  Wmo: new Map([
    ['301', '414'],
    ['305', '418'],
    ['307', '420'],
    ['323', '484'],
    ['325', '485'],
  ]),
  Jeugdwet: new Map([
    ['301', '436'],
    ['305', '438'],
    ['307', '440'],
    ['323', '490'],
    ['325', '491'],
  ]),
};

/** How many texts are looked at before a sample is thought to say all it can. */
const MOST_TEXTS = 40;

/**
 * Looks at the beginning of a document, UTF-8. Where it isn't sound even as far as its root, the reason; null
 * when the sample ends before the root.
 */
export function xmlKind(sample: Uint8Array): XmlKind | XmlBreak | null {
  let broken: XmlBreak | null = null;
  const names: string[] = [];
  const path: string[] = [];
  const texts = new Map<string, string>();
  let root: { readonly namespace: string; readonly local: string } | null = null;
  const scanner = new XmlScanner({
    resolve(namespace, local) {
      root ??= { namespace, local };
      return names.push(local) - 1;
    },
    open: (name) => void path.push(names[name] ?? ''),
    close: () => void path.pop(),
    leaf(name, bytes, start, end) {
      if (texts.size >= MOST_TEXTS || end - start > 64) return;
      const key = [...path.slice(1), names[name] ?? ''].join('/');
      if (!texts.has(key)) texts.set(key, new TextDecoder().decode(bytes.subarray(start, end)).trim());
    },
  });
  try {
    scanner.push(sample);
  } catch (error) {
    if (!(error instanceof XmlBreak)) throw error;
    // What it showed of the root and header is enough, or isn't.
    broken = error;
  }
  const found = root as { readonly namespace: string; readonly local: string } | null;
  if (found === null) return broken;
  const match = NAMESPACE.exec(found.namespace);
  const [, family = '', major = '', minor = '', , message = ''] = match ?? [];
  return {
    root: found.local,
    namespace: found.namespace,
    texts,
    standard: match
      ? {
          domain: family.toLowerCase() === 'iwmo' ? 'Wmo' : 'Jeugdwet',
          message,
          release: `${Number(major)}.${Number(minor)}`,
          base: found.namespace.replace(/\/(?:wmo|jw)\d{3}\/schema/i, '/basisschema/schema'),
        }
      : null,
  };
}
