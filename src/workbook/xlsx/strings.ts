import type { CellValue } from '../../core';
import { unescapeText, type XmlScanner } from './xml';

/**
 * The text of a string item (`si` or `is`) that just started: plain or in runs. Phonetic hints (`rPh`) are
 * how it is pronounced, not what it says.
 */
export function readStringItem(scanner: XmlScanner): string {
  if (scanner.isEmpty) return '';
  const level = scanner.depth - 1;
  let text = '';
  for (;;) {
    const token = scanner.next();
    if (token === 'end' && scanner.depth === level) return unescapeText(text);
    if (token !== 'start' || !scanner.isMain) continue;
    if (scanner.local === 't') text += scanner.contents();
    else if (scanner.local !== 'r') scanner.skip();
  }
}

/** The shared strings in order, as cell values so that cells can share them. */
export function readSharedStrings(scanner: XmlScanner): CellValue[] {
  const strings: CellValue[] = [];
  for (let token = scanner.next(); token !== 'eof'; token = scanner.next()) {
    if (token === 'start' && scanner.isMain && scanner.local === 'si') {
      strings.push({ kind: 'text', value: readStringItem(scanner) });
    }
  }
  return strings;
}
