import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { isPlainXml } from '../../src/workbook/xlsx/plain-xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' +
  `<worksheet xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" ' +
  'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">' +
  '<dimension ref="A1:B2"/><sheetData><row r="1" spans="1:2" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c>' +
  '<c r="B1" t=\'str\'><f>IF(A1&lt;1,"x&#10;","é")</f><v>12.5</v></c></row></sheetData>' +
  '<drawing r:id="rId1"/><hyperlinks ><hyperlink ref="A1" /></hyperlinks></worksheet>\n';

function parses(text: string): boolean {
  const parser = new SaxesParser({ xmlns: true });
  let good = true;
  parser.on('error', () => (good = false));
  parser.write(text).close();
  return good;
}

describe('XML that certainly is well-formed', () => {
  it('is what spreadsheet programs write', () => {
    expect(isPlainXml(SHEET)).toBe(true);
    expect(isPlainXml(`\ufeff${SHEET}`)).toBe(true);
    expect(parses(SHEET)).toBe(true);
  });

  const PIECES = [
    ...[
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      '&',
      ';',
      ':',
      ' ',
      '\n',
      'a',
      'r',
      '1',
      ']]>',
      '<!--',
      '-->',
      '<?p ?>',
    ],
    ...[
      '&amp;',
      '&x;',
      '&#1;',
      '&#10;',
      '\u0001',
      '\ud800',
      '\ufffe',
      '<c>',
      '</c>',
      '<c/>',
      '</row>',
      '<x:c/>',
    ],
    ...[
      ' r="1"',
      ' r:r="1"',
      ' xmlns:q="http://q/q"',
      ' xmlns:r=""',
      ' xml:space="preserve"',
      '<![CDATA[x]]>',
    ],
    ...['<!DOCTYPE a>', ' q:a="1"', ' a', '<xml:a/>', '<xmlns:a/>', ' xmlns:xmlns="http://q/q"', '\u0000'],
  ];

  it('never is what a full parser refuses', () => {
    let plain = 0;
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.nat({ max: SHEET.length }),
            cut: fc.integer({ min: 0, max: 4 }),
            piece: fc.constantFrom(...PIECES, ''),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        (edits) => {
          let text = SHEET;
          for (const { at, cut, piece } of edits) text = text.slice(0, at) + piece + text.slice(at + cut);
          if (!isPlainXml(text)) return;
          plain += 1;
          expect(parses(text)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(30);
  });
});
