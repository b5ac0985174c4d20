import { foreignFormat } from '../csv/csv-source';
import { sniffEncoding } from '../csv/encoding';
import { xmlKind, type XmlKind } from '../imessages/kinds';
import { XmlBreak } from '../imessages/xml-text';

/** What a file is, by its first bytes. */
export type FileKind =
  | { readonly kind: 'table' }
  | { readonly kind: 'zip' }
  | {
      readonly kind: 'ei';
      /** Code of the message (EI): 187 is AW319 for the Wlz. */
      readonly code: string;
      readonly version: string;
      readonly payee: string;
      /** What declarations are put in order by: end of the period, date, number. */
      readonly order: string;
    }
  | { readonly kind: 'xml'; readonly xml: XmlKind; readonly order: string }
  | { readonly kind: 'broken-xml'; readonly broken: XmlBreak };

const HEAD = /^(?:\uFEFF|ï»¿)?01(\d{3})(\d{2})([\d ]{2})[A-Z]/;

/**
 * What a file is by its content, whatever it is called. Anything that is no message is a table; whether it
 * can be read as one shows later.
 */
export function fileKind(sample: Uint8Array): FileKind {
  const format = foreignFormat(sample);
  if (format === 'zip') return { kind: 'zip' };
  const sniffed = sniffEncoding(sample);
  let bytes = sample;
  if (sniffed !== 'bytes') {
    bytes = new TextEncoder().encode(new TextDecoder(sniffed).decode(sample.subarray(0, sample.length & ~1)));
  } else if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) bytes = sample.subarray(3);
  const text = new TextDecoder('windows-1252').decode(bytes.subarray(0, 310));
  const head = HEAD.exec(text);
  if (head) {
    const [, code = '', version = '', subversion = ''] = head;
    const at = text.startsWith('ï»¿') ? 3 : 0;
    const field = (from: number, until: number): string => text.slice(at + from, at + until).trim();
    const chosen = { '01': 30, '02': 38, '03': 46, '04': 54 }[field(62, 64)];
    return {
      kind: 'ei',
      code,
      version: `${Number(version)}.${Number(subversion)}`,
      payee: chosen === undefined ? '' : field(chosen, chosen + 8),
      order: `${field(72, 80)}|${field(92, 100)}|${field(80, 92)}`,
    };
  }
  if (format === 'xml' || foreignFormat(bytes) === 'xml') {
    const xml = xmlKind(bytes);
    if (xml instanceof XmlBreak) return { kind: 'broken-xml', broken: xml };
    if (xml) {
      const digits = (path: string): string => (xml.texts.get(path) ?? '').replace(/-/g, '');
      return {
        kind: 'xml',
        xml,
        order: [
          digits('Declaratie/DeclaratiePeriode/Einddatum'),
          digits('Header/BerichtIdentificatie/Dagtekening'),
          xml.texts.get('Declaratie/DeclaratieNummer') ?? '',
        ].join('|'),
      };
    }
  }
  return { kind: 'table' };
}
