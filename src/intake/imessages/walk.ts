import type { Issue } from '../../core';
import { IntakeError } from '../contract';
import { asUtf8, xmlEncoding, type XmlEncoding } from './encoding';
import { MESSAGE_CODES, type XmlKind } from './kinds';
import { XmlScanner } from './xml-scan';
import { XmlBreak } from './xml-text';
import type { Walker } from './walker';

/** A message of the iStandaarden, about to be read. */
export interface IMessage {
  readonly file: string;
  /** In bytes; null when not known. */
  readonly size: number | null;
  readonly kind: XmlKind & { readonly standard: NonNullable<XmlKind['standard']> };
  readonly sample: Uint8Array;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** How far a message could be read. */
export interface Walked {
  readonly encoding: XmlEncoding;
  /** Why reading stopped before the end, or null. */
  readonly broken: XmlBreak | null;
  /** It holds bytes that its encoding doesn't have. */
  readonly foreignBytes: boolean;
}

/** Where the scanner is, for places in remarks. */
export interface Position {
  readonly elementLine: number;
  readonly line: number;
}

/**
 * Takes a message through `walker`, as far as it is sound. `make` gets the position, which moves along.
 * Errors: `IntakeError` for an encoding that isn't read; what the walker's own callbacks throw.
 */
export async function walk(message: IMessage, make: (position: Position) => Walker): Promise<Walked> {
  const encoding = xmlEncoding(message.sample, message.file);
  // The walker needs the scanner's position, and the scanner the walker.
  const holder: { walker: Walker | null } = { walker: null };
  const scanner = new XmlScanner({
    resolve: (namespace, local) => holder.walker?.resolve(namespace, local) ?? -1,
    open: (name) => holder.walker?.open(name),
    close: () => holder.walker?.close(),
    leaf: (name, bytes, start, end) => holder.walker?.leaf(name, bytes, start, end),
  });
  holder.walker = make(scanner);
  let broken: XmlBreak | null = null;
  try {
    for await (const chunk of asUtf8(message.chunks, encoding, message.file)) scanner.push(chunk);
    scanner.finish();
  } catch (error) {
    if (!(error instanceof XmlBreak)) throw error;
    broken = error;
  }
  return { encoding, broken, foreignBytes: scanner.foreignBytes };
}

/** Fields of the header, the same in all messages. */
export const HEADER = {
  code: 0,
  version: 1,
  subversion: 2,
  sender: 3,
  receiver: 4,
  message: 5,
  date: 6,
} as const;

/** The first field number that a message's own body may use. */
export const BODY = 7;

export const HEADER_SHAPE = {
  BerichtCode: HEADER.code,
  BerichtVersie: HEADER.version,
  BerichtSubversie: HEADER.subversion,
  Afzender: HEADER.sender,
  Ontvanger: HEADER.receiver,
  BerichtIdentificatie: { '~Identificatie': HEADER.message, '~Dagtekening': HEADER.date },
} as const;

const refuse = (
  code: string,
  message: IMessage,
  facts: Issue['facts'],
  line: number | null = null,
): IntakeError =>
  new IntakeError([
    {
      level: 'error',
      code,
      facts: { file: message.file, ...facts },
      place: line === null ? { file: message.file } : { file: message.file, line },
    },
  ]);

/** Name as people call the message, such as `WMO323 3.2`. */
export const messageName = ({ standard }: IMessage['kind']): string =>
  `${standard.domain === 'Wmo' ? 'WMO' : 'JW'}${standard.message} ${standard.release}`;

/**
 * The header must say the same as the namespace. Errors: `IntakeError` naming both.
 */
export function requireHeader(walker: Walker, message: IMessage, line: number): void {
  const { standard } = message.kind;
  const expected = `${MESSAGE_CODES[standard.domain].get(standard.message) ?? ''} ${standard.release}`;
  const number = (field: number): string => walker.text(field).replace(/^0+(?=\d)/, '');
  const found = `${walker.text(HEADER.code)} ${number(HEADER.version)}.${number(HEADER.subversion)}`;
  if (found !== expected) {
    const name = messageName(message.kind);
    throw refuse('messages-in.header-differs', message, { name, expected, found: found.trim() }, line);
  }
}

/** Errors: `IntakeError`: the document broke off before anything of use had been read. */
export const unusable = (message: IMessage, broken: XmlBreak | null): IntakeError =>
  broken
    ? refuse('messages-in.xml-unusable', message, { reason: broken.reason.replace(/-/g, '_') }, broken.line)
    : refuse('messages-in.xml-empty', message, { name: messageName(message.kind) });
