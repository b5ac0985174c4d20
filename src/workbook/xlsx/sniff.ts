import type { WorkbookError } from '../port';
import { problem } from './problem';

/** What a file that isn't a package turns out to be; the catalogue words each. */
export type OtherKind = 'pdf' | 'html' | 'xml' | 'text' | 'image' | 'gzip' | 'unknown';

const startsWith = (bytes: Uint8Array, ...lead: number[]): boolean =>
  lead.every((byte, index) => bytes[index] === byte);

/** Whether ASCII text occurs as UTF-16 little-endian, the way compound files name their streams. */
function hasWideName(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let matched = 0;
    while (
      matched < name.length &&
      bytes[at + matched * 2] === name.charCodeAt(matched) &&
      bytes[at + matched * 2 + 1] === 0
    ) {
      matched++;
    }
    if (matched === name.length) return true;
  }
  return false;
}

/**
 * Why bytes that should be an xlsx file aren't a zip package, or null when they look like one.
 * @example refusalBySignature(new Uint8Array(0), 'leeg.xlsx')?.detail.code // 'workbook.empty-file'
 */
export function refusalBySignature(bytes: Uint8Array, file: string): WorkbookError | null {
  if (bytes.length === 0) return problem('empty-file', { file });
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return hasWideName(bytes, 'EncryptedPackage') || hasWideName(bytes, 'EncryptionInfo')
      ? problem('encrypted', { file })
      : problem('legacy-xls', { file });
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return null;
  if (startsWith(bytes, 0x50, 0x4b)) return problem('zip-truncated', { file });
  return problem('not-a-workbook', { file, kind: kindOf(bytes) });
}

function kindOf(bytes: Uint8Array): OtherKind {
  if (startsWith(bytes, 0x1f, 0x8b)) return 'gzip';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image';
  const wide = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  const text = new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(
    bytes.subarray(0, 4096),
  );
  const lead = text.trimStart().slice(0, 200).toLowerCase();
  if (lead.startsWith('%pdf')) return 'pdf';
  if (/^(<!doctype html|<html|<head|<table|<meta)/.test(lead)) return 'html';
  if (lead.startsWith('<')) return lead.includes('<html') ? 'html' : 'xml';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return 'unknown';
  }
  return 'text';
}
