/** Why a document can't be read on. */
export type XmlBreakReason =
  | 'cut-off'
  | 'not-well-formed'
  | 'doctype'
  | 'entity'
  | 'character'
  | 'prefix'
  | 'stray-text'
  | 'too-deep'
  | 'too-long';

/** The document stops being sound here; whatever came before it holds. */
export class XmlBreak extends Error {
  constructor(
    readonly reason: XmlBreakReason,
    readonly line: number,
  ) {
    super(reason);
    this.name = 'XmlBreak';
  }
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Characters XML allows. */
const isCharacter = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** Text with its references written out: the five of XML itself and characters by number, nothing else. */
export function expandReferences(bytes: Uint8Array, start: number, end: number, line: number): Uint8Array {
  if (!bytes.subarray(start, end).includes(0x26)) return bytes.subarray(start, end);
  const text = new TextDecoder().decode(bytes.subarray(start, end));
  const expanded = text.replace(/&([^;&]*)(;?)/g, (_, name: string, semicolon: string) => {
    if (semicolon === '') throw new XmlBreak('not-well-formed', line);
    const known = PREDEFINED.get(name);
    if (known !== undefined) return known;
    const number = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
    if (!number) throw new XmlBreak('entity', line);
    const code = number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
    if (!isCharacter(code)) throw new XmlBreak('character', line);
    return String.fromCodePoint(code);
  });
  return new TextEncoder().encode(expanded);
}
